/**
 * Reads the existing sheet «Điểm bị trừ»: which row belongs to which deduction, and which rows the officer wrote in.
 */
import type { Deduction } from '../../model/deduction';
import { foldText } from '../../values/fold-text';
import { groupsOf } from '../../values/group';
import { partsOfName } from '../../model/item-title';
import type { Grid } from '../../model/workbook/grid';
import { namesAgree, titleKey } from '../../matching/keys';
import { onlyPairs } from '../../matching/answer';
import { otherSpellings } from '../../matching/find-units';
import { cellIn, cellText } from '../../matching/lines-of-units';
import { unitKey } from '../../matching/unit-keys';
import { addressOf, labelOf, sheetsOf, type ScoreSheet } from '../../model/score-sheet';
import {
  CAUSE_COLUMNS,
  REMEDY_COLUMNS,
  DEDUCTION_LABELS,
  DEDUCTION_COLUMNS,
  deductionRows,
  deductionTable,
  type DeductionColumn,
  type DeductionRow,
} from '../../model/deduction-sheet';
import type { GroupedDeductions, AreaDeductions } from './group-deductions';
import { rowsWithNotes } from '../draw-carried';
import { isTyped, type Before } from '../draw-frame';

export interface DeductionsBefore extends Before {
  readonly rows: readonly DeductionRow[];
  /** The row of a loss, returned only to the first caller; null for a new loss. */
  readonly lineRow: (deduction: Deduction) => number | null;
  /** Rows of the sums by unit and by area. Equal rows are handed out in order, each once. */
  readonly unitRow: (unit: string) => number | null;
  readonly areaRow: (area: AreaDeductions) => number | null;
  readonly penaltyRow: (unit: string) => number | null;
  /** The sum over all units. */
  readonly allRow: number | null;
  /** True for a line whose references now show the numbers of another criterion. */
  readonly showsAnother: (row: number) => boolean;
  /** True for a row in which the officer typed something or left a note. */
  readonly hasWords: (row: number) => boolean;
}

export function deductionsBefore(grid: Grid, grouped: GroupedDeductions): DeductionsBefore | null {
  const table = deductionTable(grid);
  if (!table) return null;
  const columns = DEDUCTION_COLUMNS.map((role) => table.columns.get(DEDUCTION_LABELS[role]) ?? -1);
  const rows = deductionRows(grid, table);
  const free = new Set(rows.flatMap(({ row, kind }) => (kind === 'line' ? [row] : [])));
  const unitsWere = unitsBefore(grouped, rows);
  const units = rowsByKey(rows, 'unit', ({ unit }) => unitKey(unit));
  const penalties = rowsByKey(rows, 'penalty', ({ unit }) => unitKey(unit));
  const areas = areaRows(
    rowsByKey(rows, 'area', ({ unit, area }) => areaKey(unit, area)),
    grouped,
    unitsWere,
  );
  return {
    grid,
    headerRow: table.row,
    columns,
    dropped: [],
    rows,
    lineRow: ({ line }) => (line?.sheet === grid.sheet && free.delete(line.at.row) ? line.at.row : null),
    unitRow: rowOf(units, unitsWere),
    areaRow: (area) => areas.get(area) ?? null,
    penaltyRow: rowOf(penalties, unitsWere),
    allRow: rows.find(({ kind }) => kind === 'all')?.row ?? null,
    showsAnother: otherItemFinder(rows, grouped),
    hasWords: wordFinder(grid, columns),
  };
}

/** The row with the unit's name, otherwise with its former name. Several rows are handed out in order, each once. */
const rowOf =
  (rows: ReadonlyMap<string, number[]>, were: ReadonlyMap<string, string>) =>
  (unit: string): number | null =>
    rows.get(unitKey(unit))?.shift() ?? rows.get(unitKey(were.get(unit) ?? unit))?.shift() ?? null;

/** Maps a unit's current name to the name that its lines or its row still have, if that differs. */
function unitsBefore({ units }: GroupedDeductions, rows: readonly DeductionRow[]): Map<string, string> {
  const spelled = otherSpellings(
    units.map(({ name }) => name),
    rows.flatMap(({ kind, unit }) => (kind === 'unit' || kind === 'penalty' ? [unit] : [])),
  );
  const were = new Map<string, string>();
  for (const { name, areas } of units) {
    const lineUnits = areas.flatMap(({ losses }) => losses.flatMap(({ deduction }) => deduction.line?.unit ?? []));
    const was = lineUnits.some((unit) => unitKey(unit) === unitKey(name))
      ? undefined
      : (lineUnits[0] ?? spelled.get(unitKey(name)));
    if (was !== undefined) were.set(name, was);
  }
  return were;
}

interface LabelledRows {
  readonly label: string;
  readonly some: readonly number[];
}

/** Matches areas to rows of the same name first, then to the only row of the unit with a similar name. */
function areaRows(
  rows: Map<string, number[]>,
  { units }: GroupedDeductions,
  unitsWere: ReadonlyMap<string, string>,
): Map<AreaDeductions, number> {
  const found = new Map<AreaDeductions, number>();
  const byUnit = new Map<string, LabelledRows[]>();
  for (const [key, some] of rows) {
    const end = key.indexOf('\n') + 1;
    byUnit.set(key.slice(0, end), [...(byUnit.get(key.slice(0, end)) ?? []), { label: key.slice(end), some }]);
  }
  for (const { name, areas } of units) {
    const was = unitsWere.get(name) ?? name;
    for (const area of areas) {
      const row = [name, was]
        .map((unit) => rows.get(areaKey(unit, labelOf(area.item)))?.shift())
        .find((each) => each !== undefined);
      if (row !== undefined) found.set(area, row);
    }
    const left = areas.filter((area) => !found.has(area));
    const free = (byUnit.get(areaKey(was, '')) ?? []).filter(({ some }) => some.length > 0);
    const pairs = onlyPairs<AreaDeductions, LabelledRows>(left, free, {
      keyOf: () => 'any',
      agree: (area, { label }) => namesAgree(label, labelOf(area.item)),
    });
    for (const [area, { some }] of pairs) found.set(area, some[0] ?? -1);
  }
  return found;
}

const areaKey = (unit: string, area: string): string => `${unitKey(unit)}\n${foldText(area)}`;

function rowsByKey(
  rows: readonly DeductionRow[],
  wanted: DeductionRow['kind'],
  keyOf: (row: DeductionRow) => string,
): Map<string, number[]> {
  const groups = groupsOf(
    rows.filter(({ kind }) => kind === wanted),
    keyOf,
  );
  return new Map([...groups].map(([key, some]) => [key, some.map(({ row }) => row)]));
}

function otherItemFinder(rows: readonly DeductionRow[], { units }: GroupedDeductions): (row: number) => boolean {
  const byRow = new Map(rows.map((each) => [each.row, each] as const));
  const sheets = new Map(
    units.flatMap(({ assessment: { scoreSheet } }) =>
      sheetsOf(scoreSheet).map((name) => [foldText(name), scoreSheet] as const),
    ),
  );
  const titles = new Map<ScoreSheet, ReadonlyMap<string, string>>();
  return (row) => {
    const { source = null, kind = 'other', code = '', name = '' } = byRow.get(row) ?? {};
    const key = kind === 'line' ? titleKey(code, partsOfName(name).name) : '';
    const sheet = source?.isLive === true ? sheets.get(foldText(source.sheet)) : undefined;
    if (!source || !sheet) return false;
    const there = titles.get(sheet) ?? titlesByCell(sheet);
    titles.set(sheet, there);
    return (there.get(cellText(source)) ?? key) !== key;
  };
}

function titlesByCell(sheet: ScoreSheet): Map<string, string> {
  const titles = new Map<string, string>();
  for (const item of sheet.items) {
    const key = titleKey(item.code, item.name);
    for (const unit of sheet.units) {
      const at = addressOf(sheet, unit, item, unit.awardedRole);
      if (at) titles.set(cellIn(sheet, at), key);
    }
  }
  return titles;
}

const TYPED: ReadonlySet<DeductionColumn> = new Set<DeductionColumn>([...CAUSE_COLUMNS, ...REMEDY_COLUMNS]);

function wordFinder(grid: Grid, columns: readonly number[]): (row: number) => boolean {
  const noted = rowsWithNotes(grid);
  const addinColumns = new Set(columns.filter((_, position) => !TYPED.has(DEDUCTION_COLUMNS[position] ?? 'number')));
  return (row) =>
    noted.has(row) ||
    (grid.values[row] ?? []).some((_, column) => !addinColumns.has(column) && isTyped(grid, row, column));
}
