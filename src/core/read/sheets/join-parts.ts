/**
 * Joins one table spread over several sheets, one per area or per scoring body: the items follow each other, the units
 * are the same, and cells are numbered through the sheets (`sheetNumber` in values/address.ts).
 */
import { matchUnits } from '../../matching/find-units';
import type { Grid } from '../../model/workbook/grid';
import type { ReadBlock, ReadFact } from '../../model/reading';
import {
  unitAxis,
  type Item,
  type Score,
  type ScoreSheet,
  type SheetPart,
  type StatedResult,
  type UnitScores,
} from '../../model/score-sheet';
import { MAX_COLUMNS, MAX_ROWS, lowered, type Area2D, type CellKey } from '../../values/address';

const NOT_SCORED: Score = { kind: 'notYetScored', text: '' };
const NOWHERE: SheetPart['units'][number] = { columns: {}, row: -1 };

/** Returns null if the points that count are self-scores on one sheet and appraised on another. */
export function joinParts(sheets: readonly ScoreSheet[]): ScoreSheet | null {
  const [first] = sheets;
  if (!first || new Set(sheets.flatMap(({ units }) => units.map((unit) => unit.awardedRole))).size > 1) return null;
  const units = unitsOfAll(sheets);
  // For each sheet, its unit for each joined unit.
  const sheetUnits = sheets.map((sheet) => matchUnits(units, sheet.units));
  const items = joinItems(sheets);
  return {
    ...first,
    grid: joinGrids(sheets.map(({ grid }) => grid)),
    table: sheets.reduce((area, { table }, position) => around(area, loweredArea(table, position)), first.table),
    items,
    units: units.map((unit, position) => ({
      ...joinUnit(
        unit,
        sheets,
        sheetUnits.map((each) => each[position] ?? null),
      ),
      index: position,
    })),
    itemised: sheets.every(({ itemised }) => itemised),
    resultLines: {},
    statedMax: null,
    facts: sheets.flatMap((sheet, position) => factsOf(sheet, position, units, itemsBefore(sheets, position))),
    reading: {
      blocks: sheets.flatMap((sheet, position) => sheet.reading.blocks.map((block) => blockOf(block, sheet, position))),
    },
    parts: sheets.map((table, part): SheetPart => ({
      sheet: table.sheet,
      table,
      units: units.map((_, position) => {
        const there = sheetUnits[part]?.[position];
        return there
          ? { columns: there.columns, row: there.row < 0 ? there.row : there.row + part * MAX_ROWS }
          : NOWHERE;
      }),
    })),
  };
}

/** The units of the first sheet, then units that only another sheet has, each with its cell. */
function unitsOfAll(sheets: readonly ScoreSheet[]): readonly UnitScores[] {
  const units: UnitScores[] = [];
  sheets.forEach((sheet, position) => {
    const known = new Set(matchUnits(units, sheet.units));
    for (const unit of sheet.units)
      if (!known.has(unit)) units.push({ ...unit, position: units.length, at: lowered(unit.at, position) });
  });
  return units;
}

const itemsBefore = (sheets: readonly ScoreSheet[], position: number): number =>
  sheets.slice(0, position).reduce((sum, { items }) => sum + items.length, 0);

function joinItems(sheets: readonly ScoreSheet[]): Item[] {
  return sheets.flatMap((sheet, position) => {
    const before = itemsBefore(sheets, position);
    return sheet.items.map((item): Item => ({
      ...item,
      position: item.position + before,
      parent: item.parent < 0 ? item.parent : item.parent + before,
      children: item.children.map((child) => child + before),
      area: item.area + before,
      maxAt: item.maxAt && lowered(item.maxAt, position),
      row: item.row + position * MAX_ROWS,
    }));
  });
}

/** Joins the scores of one unit from all sheets. A result that one sheet states applies to its part only. */
function joinUnit(
  unit: UnitScores,
  sheets: readonly ScoreSheet[],
  sheetUnits: readonly (UnitScores | null)[],
): Omit<UnitScores, 'index'> {
  const all = <T>(listOf: (one: UnitScores) => readonly T[] | null, blank: T): readonly T[] | null =>
    sheetUnits.some((one) => one && listOf(one))
      ? sheets.flatMap(({ items }, position) => {
          const there = sheetUnits[position];
          return (there && listOf(there)) ?? items.map(() => blank);
        })
      : null;
  const sideScores = (side: 'self' | 'appraised'): readonly Score[] | null =>
    unit.awardedRole === side || sheetUnits.every((one) => one === null || one[side] !== null)
      ? all((one) => one[side], NOT_SCORED)
      : null;
  type Outside = Pick<UnitScores, 'bonus' | 'penalty'>;
  const results = (of: (one: UnitScores) => Outside | undefined): Outside => {
    const cells = (kind: keyof Outside): StatedResult[] =>
      sheetUnits.flatMap((one, position) =>
        ((one && of(one)?.[kind]) ?? []).map((each) => ({ ...each, at: lowered(each.at, position) })),
      );
    return { bonus: cells('bonus'), penalty: cells('penalty') };
  };
  const place = unitAxis(sheets[0] ?? { kind: 'one-unit' }) === 'row' ? unit.at.row : unit.row;
  return {
    ...unit,
    group: sheetUnits.find((one) => one?.group)?.group ?? null,
    ranked: sheetUnits.every((one) => one?.ranked !== false),
    row: place,
    self: sideScores('self'),
    appraised: sideScores('appraised'),
    max: all((one) => one.max, null),
    lost: all((one) => one.lost, null),
    percent: all((one) => one.percent, null),
    stated: {},
    ...results((one) => one),
    ...(sheetUnits.some((one) => one?.selfOutside) ? { selfOutside: results((one) => one.selfOutside) } : {}),
  };
}

/** The facts of each sheet, and the units that it lacks. */
function factsOf(sheet: ScoreSheet, position: number, units: readonly UnitScores[], before: number): ReadFact[] {
  const there = matchUnits(sheet.units, units);
  const unitOf = (unit: number | null): number | null => (unit === null ? null : (there[unit]?.position ?? null));
  const facts = sheet.facts.map((fact): ReadFact => {
    if (fact.kind === 'undecided-column')
      return { ...fact, at: fact.at.map((cell) => lowered(cell, position)), unit: unitOf(fact.unit) };
    if (!('at' in fact) || fact.at === null) return fact;
    const moved = { ...fact, at: lowered(fact.at, position) };
    switch (moved.kind) {
      case 'stated-change': {
        const { beforeAt, unit, item } = moved;
        const of = { unit: unitOf(unit), item: item === null ? null : item + before };
        return { ...moved, ...of, beforeAt: beforeAt && lowered(beforeAt, position) };
      }
      case 'split-row':
        return { ...moved, item: moved.item + before };
      case 'unread-rows':
        return { ...moved, last: moved.last + position * MAX_ROWS };
      case 'missing-column':
      case 'ambiguous-column':
      case 'damaged-code':
      case 'doubtful-maximum':
      case 'hidden-data':
      case 'likely-column':
      case 'list-of-losses':
      case 'new-maxima':
      case 'repeated-header':
      case 'unsure-tree':
      case 'unused-numbers':
        return moved;
    }
  });
  const found = new Set(there.filter((unit) => unit !== null));
  const missing = units.filter((unit) => !found.has(unit));
  return [
    ...facts,
    ...missing.map((unit): ReadFact => ({
      kind: 'undecided-column',
      at: [unit.at],
      unit: unit.position,
      question: `Điểm của ${unit.name} ở trang tính «${sheet.sheet}» đứng ở đâu`,
      choices: [],
      because: 'các trang tính khác của bảng này có đơn vị đó, trang này thì không',
      remedy: 'hãy thêm đơn vị đó vào trang này hoặc sửa tên cho giống nhau',
    })),
  ];
}

const blockOf = (block: ReadBlock, { sheet }: ScoreSheet, position: number): ReadBlock => ({
  ...block,
  sheet,
  table: loweredArea(block.table, position),
  headerRows: block.headerRows.map((row) => row + position * MAX_ROWS),
  unused: block.unused.map((each) => ({ ...each, area: loweredArea(each.area, position) })),
});

const loweredArea = (area: Area2D, sheets: number): Area2D => ({
  ...area,
  top: area.top + sheets * MAX_ROWS,
  bottom: area.bottom + sheets * MAX_ROWS,
});
const around = (a: Area2D, b: Area2D): Area2D => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** The cells of all sheets, one sheet below the other. */
function joinGrids(grids: readonly Grid[]): Grid {
  const [first = grids[0]] = grids;
  if (!first) throw new RangeError('no sheet to join');
  const cells = <T>(of: (grid: Grid) => ReadonlyMap<CellKey, T>): Map<CellKey, T> =>
    new Map(
      grids.flatMap((grid, position) => [...of(grid)].map(([key, value]) => [keyBelow(key, position), value] as const)),
    );
  const keys = (of: (grid: Grid) => ReadonlySet<CellKey>): Set<CellKey> =>
    new Set(grids.flatMap((grid, position) => [...of(grid)].map((key) => keyBelow(key, position))));
  const values: (Grid['values'][number] | undefined)[] = [];
  grids.forEach((grid, part) =>
    grid.values.forEach((row, position) => void (values[position + part * MAX_ROWS] = row)),
  );
  const protection = joinProtection(grids);
  return {
    ...first,
    rowCount: (grids.length - 1) * MAX_ROWS + (grids.at(-1)?.rowCount ?? 0),
    columnCount: Math.max(...grids.map(({ columnCount }) => columnCount)),
    values,
    formulas: cells(({ formulas }) => formulas),
    notes: cells(({ notes }) => notes),
    dates: keys(({ dates }) => dates),
    percents: keys(({ percents }) => percents),
    merges: grids.flatMap(({ merges }, position) => merges.map((merge) => loweredArea(merge, position))),
    hiddenRows: new Set(
      grids.flatMap(({ hiddenRows }, position) => [...hiddenRows].map((row) => row + position * MAX_ROWS)),
    ),
    hiddenColumns: first.hiddenColumns,
    marks: cells(({ marks }) => marks),
    ...(protection ? { protection } : {}),
    ...(grids.some(({ oldTexts }) => oldTexts) ? { oldTexts: cells(({ oldTexts }) => oldTexts ?? new Map()) } : {}),
  };
}

const keyBelow = (key: CellKey, sheets: number): CellKey => key + sheets * MAX_ROWS * MAX_COLUMNS;

/** The rows of a sheet without protection are unlocked one by one. */
function joinProtection(grids: readonly Grid[]): Grid['protection'] | undefined {
  if (grids.every(({ protection }) => protection === undefined)) return undefined;
  const cells = new Map<CellKey, boolean>();
  const rows = new Map<number, boolean>();
  grids.forEach(({ protection, rowCount, columnCount }, position) => {
    for (let row = 0; row <= rowCount; row++) {
      const rowLock = protection?.rows.get(row);
      if (!protection || rowLock !== undefined) rows.set(row + position * MAX_ROWS, rowLock ?? false);
      if (!protection || rowLock !== undefined) continue;
      for (const [column, isLocked] of protection.columns)
        if (column <= columnCount) cells.set(keyBelow(row * MAX_COLUMNS + column, position), isLocked);
    }
    for (const [key, isLocked] of protection?.cells ?? []) cells.set(keyBelow(key, position), isLocked);
  });
  const may = (what: 'formats' | 'widths' | 'notes'): boolean =>
    grids.every(({ protection }) => protection?.[what] !== false);
  return { cells, rows, columns: new Map(), formats: may('formats'), widths: may('widths'), notes: may('notes') };
}
