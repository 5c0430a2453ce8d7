/** The sheet «Điểm bị trừ» as it stands: which of its rows speaks of which deduction, and which of them the officer wrote in. */
import { toA1 } from '../model/address';
import { unitKey } from '../model/fold-text';
import type { Grid } from '../model/grid';
import { CAUSE_COLUMNS, REMEDY_COLUMNS, SUMMARY_LABELS, SUMMARY_ROLES, areaKey, lineKey, pairLines, summaryRows, summaryTable, type SummaryRole, type SummaryRow } from '../model/summary-sheet';
import type { DeductionSummary } from './deduction-summary';
import { rowsWithNotes } from './draw-carried';
import { isTyped, type Before } from './draw-frame';

export interface SummaryBefore extends Before {
  readonly rows: readonly SummaryRow[];
  /** The row of a loss, by its place among all losses of the summary; null for a new one. */
  readonly lineRow: (loss: number) => number | null;
  /** Rows of sums by unit and by area; the first of several equal ones goes to the first. */
  readonly unitRow: (unit: string) => number | null;
  readonly areaRow: (unit: string, area: string) => number | null;
  /** True for a row in which the officer typed something or left a note. */
  readonly hasWords: (row: number) => boolean;
}

export function summaryBefore(grid: Grid, summary: DeductionSummary): SummaryBefore | null {
  const table = summaryTable(grid);
  if (!table) return null;
  const columns = SUMMARY_ROLES.map((role) => table.columns.get(SUMMARY_LABELS[role]) ?? -1);
  const rows = summaryRows(grid, table);
  const lines = rows.filter(({ kind }) => kind === 'line');
  const pairs = pairLines(lines, pairables(summary));
  const units = rowsByKey(rows, 'unit');
  const areas = rowsByKey(rows, 'area');
  return {
    grid,
    headerRow: table.row,
    columns,
    dropped: [],
    rows,
    lineRow: (loss) => lines[pairs[loss] ?? -1]?.row ?? null,
    unitRow: (unit) => units.get(unitKey(unit))?.shift() ?? null,
    areaRow: (unit, area) => areas.get(areaKey(unit, area))?.shift() ?? null,
    hasWords: wordFinder(grid, columns),
  };
}

function pairables({ units }: DeductionSummary): { key: string; source: { sheet: string; cell: string } }[] {
  return units.flatMap(({ assessment, name, areas }) =>
    areas.flatMap(({ losses }) =>
      losses.map(({ item, deduction }) => ({ key: lineKey(name, item.code, item.name), source: { sheet: assessment.scoreSheet.sheet, cell: toA1(deduction.at) } })),
    ),
  );
}

function rowsByKey(rows: readonly SummaryRow[], wanted: SummaryRow['kind']): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { kind, key, row } of rows) {
    if (kind !== wanted) continue;
    const there = found.get(key);
    if (there) there.push(row);
    else found.set(key, [row]);
  }
  return found;
}

const TYPED: ReadonlySet<SummaryRole> = new Set<SummaryRole>([...CAUSE_COLUMNS, ...REMEDY_COLUMNS]);

function wordFinder(grid: Grid, columns: readonly number[]): (row: number) => boolean {
  const noted = rowsWithNotes(grid);
  const ours = new Set(columns.filter((_, at) => !TYPED.has(SUMMARY_ROLES[at] ?? 'number')));
  return (row) => noted.has(row) || (grid.values[row] ?? []).some((_, column) => !ours.has(column) && isTyped(grid, row, column));
}
