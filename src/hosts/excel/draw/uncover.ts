/**
 * Reads what is only known inside the write, right before the sheet is wiped: Excel reports line sizes only while lines
 * are shown, and outline levels only by what closing them hides. Answers arrive for all actions before the failing one
 * of a batch.
 */
import { toA1Range } from '../../../core/values/address';
import { isChartName } from '../../marks/chart-names';
import { askChart } from '../read/ask-charts';
import type { DrawnBefore } from '../read/ask-drawn';
import type { Canvas } from './canvas';

/** Deeper folds than any officer has made. */
export const MOST_LEVELS = 3;
/** More than Excel has: everything is shown. */
const ALL_LEVELS = 8;

export interface Uncovered {
  /** To be called where all lines are shown and nothing else has changed. */
  lines(sheet: Excel.Worksheet): void;
  /** To be called where all rows are shown and one of them is folded: without any fold there is nothing to close. */
  folds(sheet: Excel.Worksheet): void;
  /** To be called before our charts are deleted. */
  charts(sheet: Excel.Worksheet): void;
  /** What puts the sheet back, with what was told by now; what was not has not been touched. */
  addTo(before: Canvas): Canvas;
}

type Told<T> = OfficeExtension.ClientResult<T[]>;

export function uncover({ area, charts }: Pick<DrawnBefore, 'area' | 'charts'>, asksFolds: boolean): Uncovered {
  let sizes: { readonly rows: Told<Excel.RowProperties>; readonly columns: Told<Excel.ColumnProperties> } | null = null;
  let levels: Told<Excel.RowProperties>[] | null = null;
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

/** A row is as deep as the number of times that it was hidden; the last one was folded once more. */
function levelsOf(hidden: readonly (readonly Excel.RowProperties[] | null)[]): number[] | 'unknown' {
  const [first] = hidden;
  if (!first || hidden.some((rows) => rows === null)) return 'unknown';
  return first.map(
    (_, row) => hidden.filter((rows) => rows?.[row]?.rowHidden === true).length - (row === first.length - 1 ? 1 : 0),
  );
}

const answered = <T>(result: OfficeExtension.ClientResult<T>): T | null => tried(() => result.value);

/** Null where the batch did not come so far. */
function tried<T>(tell: () => T): T | null {
  try {
    return tell();
  } catch {
    return null;
  }
}
