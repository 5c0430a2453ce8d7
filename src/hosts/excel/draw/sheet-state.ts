/**
 * Reads values that are only available during the write, right before the sheet is wiped: Excel reports row and column
 * sizes only while the lines are shown, and outline levels only by which rows closing them hides. Excel returns the
 * answers of all actions before the failing one of a batch.
 */
import { toA1Range } from '../../../core/values/address';
import { isChartName } from '../../marks/chart-names';
import { askChart } from '../read/ask-charts';
import type { DrawnBefore } from '../read/ask-drawn';
import type { Canvas } from './canvas';

/** Maximum depth of groups that is handled. */
export const MOST_LEVELS = 3;
/** Excel's maximum: shows all rows. */
const ALL_LEVELS = 8;

export interface Uncovered {
  /** Call this while all rows and columns are shown and nothing else has changed. */
  lines(sheet: Excel.Worksheet): void;
  /** Call this while all rows are shown and one of them is grouped: without any group there is nothing to close. */
  folds(sheet: Excel.Worksheet): void;
  /** Call this before the add-in's charts are deleted. */
  charts(sheet: Excel.Worksheet): void;
  /** Completes the canvas that restores the sheet with the answers so far; parts without an answer were not changed. */
  addTo(before: Canvas): Canvas;
}

type ListResult<T> = OfficeExtension.ClientResult<T[]>;

export function uncover({ area, charts }: Pick<DrawnBefore, 'area' | 'charts'>, asksFolds: boolean): Uncovered {
  let sizes: {
    readonly rows: ListResult<Excel.RowProperties>;
    readonly columns: ListResult<Excel.ColumnProperties>;
  } | null = null;
  let levels: ListResult<Excel.RowProperties>[] | null = null;
  let shown: readonly ReturnType<typeof askChart>[] = [];
  const all = (sheet: Excel.Worksheet): Excel.Range => sheet.getRange(toA1Range(area));
  return {
    lines: (sheet) => {
      sizes = {
        rows: all(sheet).getRowProperties({ format: { rowHeight: true } }),
        columns: all(sheet).getColumnProperties({ format: { columnWidth: true } }),
      };
    },
    folds: (sheet) => {
      levels = Array.from({ length: asksFolds ? MOST_LEVELS : 0 }, (_, n) => {
        sheet.showOutlineLevels(n + 1, 0);
        return all(sheet).getRowProperties({ rowHidden: true });
      });
      if (asksFolds) sheet.showOutlineLevels(ALL_LEVELS, 0);
    },
    charts: (sheet) => {
      shown = charts.filter(({ name }) => isChartName(name)).map((chart) => askChart(sheet, chart));
    },
    addTo: (before) => ({
      ...before,
      widths:
        (sizes && answered(sizes.columns))?.map(
          ({ format }) => (format as { columnWidth?: number } | undefined)?.columnWidth ?? null,
        ) ?? [],
      heightsBefore: (sizes && answered(sizes.rows))?.map(heightOf) ?? [],
      levels: levels && levelsOf(levels.map(answered)),
      charts: allOf(shown.map((chart) => chart && tried(chart))) ?? before.charts,
    }),
  };
}

export const heightOf = ({ format }: Excel.RowProperties): number =>
  (format as { rowHeight?: number } | undefined)?.rowHeight ?? 0;

const allOf = <T>(items: readonly (T | null)[]): readonly T[] | null =>
  items.every((item): item is T => item !== null) ? items : null;

/** A row's level is the number of times that it was hidden; the last row has one group more. */
function levelsOf(hidden: readonly (readonly Excel.RowProperties[] | null)[]): number[] | 'unknown' {
  const [first] = hidden;
  if (!first || hidden.some((rows) => rows === null)) return 'unknown';
  return first.map(
    (_, row) => hidden.filter((rows) => rows?.[row]?.rowHidden === true).length - (row === first.length - 1 ? 1 : 0),
  );
}

const answered = <T>(result: OfficeExtension.ClientResult<T>): T | null => tried(() => result.value);

/** Null if the batch failed before this answer. */
function tried<T>(tell: () => T): T | null {
  try {
    return tell();
  } catch {
    return null;
  }
}
