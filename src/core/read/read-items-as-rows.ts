/** Families A and B: items down the rows, one unit or many across the columns. */
import { contains, type Address } from '../model/address';
import type { Decimal } from '../model/decimal';
import { squeeze } from '../model/fold-text';
import { percentOf, roundRatio } from '../model/ratio';
import { isBlank, textAt, valueAt, type Grid } from '../model/grid';
import type {
  Item,
  ReadFact,
  ResultLines,
  ResultRole,
  RoleColumns,
  Score,
  ScoreSheet,
  StatedNumber,
  StatedResult,
  UnitScores,
} from '../model/score-sheet';
import { DEFAULT_PLACES } from '../model/settings';
import type { Columns } from './columns';
import { groupOver, type Block, type Layout } from './find-layout';
import type { HeaderBlock } from './header-block';
import { namesUnranked } from './result-words';
import { sortRows, type ResultRow } from './item-rows';
import { buildTree } from './item-tree';
import { nameOfOnlyUnit } from './name-unit';
import type { ScoreReader } from './parse-score';
import { hiddenFacts } from './hidden-data';

type ByColumns = Exclude<Layout, { kind: 'units-as-rows' }>;

export function readItemsAsRows(grid: Grid, header: HeaderBlock, columns: Columns, layout: ByColumns, read: ScoreReader): ScoreSheet {
  const nameColumn = columns.name ?? 0;
  const codeColumn = columns.code;
  const blocks = layout.kind === 'one-unit' ? [layout.block] : layout.blocks;
  const scoreColumns = blocks.flatMap(({ columns: { self, appraised } }) => [self, appraised].filter((each) => each !== undefined));
  const maxColumns = [layout.max, ...blocks.map((block) => block.columns.max ?? null)].filter((each) => each !== null);
  const rows = sortRows(grid, header, { code: codeColumn, name: nameColumn, max: maxColumns, scores: scoreColumns });
  const maxOf = (row: number): { value: Decimal; at: Address } | null => {
    if (layout.max === null) return null;
    const value = read.maximum(row, layout.max);
    return value === null ? null : { value, at: { row, column: layout.max } };
  };
  const { items, outside, placeOf } = buildTree(rows.items, maxOf, codeColumn ?? nameColumn);
  const awardedRole = blocks.some((block) => block.columns.appraised !== undefined) ? 'appraised' : 'self';
  const anchors = anchorFinder(grid, rows.results);
  const resultLines: Partial<Record<ResultRole, number>> = {};
  for (const { role, row } of rows.results) if (role !== 'bonus' && role !== 'penalty') resultLines[role] ??= row;

  const units = blocks.map((block, index): UnitScores => {
    const cells = readCells(items, block.columns, read, layout.max);
    const resultColumn = block.columns[awardedRole] ?? block.column;
    const stated = statedResults(resultLines, block.columns, resultColumn, anchors, read);
    return {
      index,
      name: layout.kind === 'one-unit' ? nameOfOnlyUnit(grid, header, block.name) : squeeze(block.name),
      group: groupOver(header, block),
      ranked: !namesUnranked(stated.rank?.text ?? ''),
      at: headerCell(grid, header, block),
      columns: block.columns,
      row: -1,
      ...cells,
      awardedRole,
      stated,
      ...outsideCells(rows.results, outside, resultColumn, anchors, read),
    };
  });

  const table = {
    top: header.top,
    left: Math.min(codeColumn ?? nameColumn, nameColumn),
    bottom: Math.max(rows.lastRow, header.bottom),
    right: Math.max(...columns.all.map((each) => each.column)),
  };
  const splits = rows.splits
    .filter(({ item }) => (placeOf[item] ?? -1) >= 0)
    .map(({ at, item }): ReadFact => ({ kind: 'split-row', at, item: placeOf[item] ?? 0 }));
  const totalRow = resultLines.total;
  const statedMax = totalRow !== undefined && layout.max !== null ? read.result(totalRow, layout.max) : null;
  return {
    sheet: grid.sheet,
    kind: layout.kind,
    grid,
    table,
    headerRows: rowsBetween(header.top, header.body - 1),
    items,
    units,
    itemised: true,
    resultLines: resultLines,
    codeColumn,
    nameColumn,
    maxLine: layout.max,
    statedMax: statedMax?.isBlank === false ? statedMax : null,
    facts: [
      ...columns.facts,
      ...rows.facts,
      ...splits,
      ...hiddenFacts(grid, items.map((item) => item.row), [...scoreColumns, ...maxColumns]),
      ...(items.some((item) => item.max !== null) || units.some((unit) => unit.max) ? [] : [{ kind: 'no-maximum' } as const]),
      ...comparedChanges(layout, items, read),
    ],
  };
}

const rowsBetween = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** All that stands beside one unit's items. */
function readCells(items: readonly Item[], columns: RoleColumns, read: ScoreReader, sharedMax: number | null): Pick<UnitScores, 'self' | 'appraised' | 'max' | 'lost' | 'percent'> {
  const ownMax = columns.max !== undefined && columns.max !== sharedMax ? columns.max : undefined;
  const applies = ownMax === undefined ? null : items.map((item) => appliesBy(read.score(item.row, ownMax)));
  const scores = (column: number | undefined): Score[] | null =>
    column === undefined
      ? null
      : items.map((item, at) => (applies?.[at] === false ? { kind: 'notApplicable', text: '' } : read.score(item.row, column)));
  const numbers = (column: number | undefined, one: (row: number, column: number) => StatedNumber | null): (StatedNumber | null)[] | null =>
    column === undefined ? null : items.map((item) => one(item.row, column));
  return {
    self: scores(columns.self),
    appraised: scores(columns.appraised),
    max: ownMax === undefined ? null : items.map((item) => read.maximum(item.row, ownMax)),
    lost: numbers(columns.lost, read.loss),
    percent: numbers(columns.percent, read.percent),
  };
}

/** A unit's own maximum of 0 or «KĐG» says that the item does not apply to it. */
const appliesBy = (max: Score): boolean => !(max.kind === 'notApplicable' || (max.kind === 'points' && max.points === 0));

/** Merged result cells hold their value in the left-most cell. */
function anchorFinder(grid: Grid, results: readonly ResultRow[]): (row: number, column: number) => number {
  const rows = new Set(results.map(({ row }) => row));
  const merges = grid.merges.filter((merge) => merge.right > merge.left && [...rows].some((row) => row >= merge.top && row <= merge.bottom));
  return (row, column) => merges.find((merge) => contains(merge, row, column))?.left ?? column;
}

function statedResults(lines: ResultLines, columns: RoleColumns, resultColumn: number, anchors: (row: number, column: number) => number, read: ScoreReader): UnitScores['stated'] {
  const stated: Partial<Record<ResultRole, StatedResult>> = {};
  const put = (role: ResultRole, row: number | undefined, column: number | undefined): void => {
    if (row !== undefined && column !== undefined) stated[role] = read.result(row, anchors(row, column));
  };
  for (const role of Object.keys(lines) as ResultRole[]) put(role, lines[role], resultColumn);
  if (lines.total !== undefined) {
    if (columns.self !== undefined && columns.self !== resultColumn && lines.selfTotal === undefined) put('selfTotal', lines.total, columns.self);
    if (columns.max !== undefined && lines.max === undefined) put('max', lines.total, columns.max);
    if (columns.lost !== undefined && lines.lost === undefined) put('lost', lines.total, columns.lost);
  }
  if (lines.selfTotal !== undefined) put('selfTotal', lines.selfTotal, columns.self ?? resultColumn);
  return stated;
}

function outsideCells(
  results: readonly ResultRow[],
  sections: readonly { readonly row: number; readonly kind: 'bonus' | 'penalty' }[],
  column: number,
  anchors: (row: number, column: number) => number,
  read: ScoreReader,
): Pick<UnitScores, 'bonus' | 'penalty'> {
  const of = (kind: 'bonus' | 'penalty'): StatedResult[] => [
    ...sections.filter((each) => each.kind === kind).map(({ row }) => read.result(row, column)),
    ...results.filter((each) => each.role === kind).map(({ row }) => read.result(row, anchors(row, column))),
  ];
  return { bonus: of('bonus'), penalty: of('penalty') };
}

/** The header cell that names the unit: the top-most text over its first column. */
function headerCell(grid: Grid, header: HeaderBlock, block: Block): Address {
  for (let row = header.top; row <= header.bottom; row++) {
    if (squeeze(textAt(grid, row, block.column)) === block.name) return { row, column: block.column };
  }
  for (let row = header.top; row <= header.bottom; row++) {
    if (!isBlank(valueAt(grid, row, block.column))) return { row, column: block.column };
  }
  return { row: header.top, column: block.column };
}

/** «Năm 2020 | Năm 2021 | Tăng/giảm»: what the sheet says of each change, and the percentages that it rests on. */
function comparedChanges(layout: ByColumns, items: readonly Item[], read: ScoreReader): ReadFact[] {
  if (layout.kind !== 'one-unit' || layout.earlier === null || layout.change === null) return [];
  const { earlier, change, block } = layout;
  return items.flatMap((item): ReadFact[] => {
    const stated = read.result(item.row, change);
    const before = percentIn(item, earlier.columns, read);
    const after = percentIn(item, block.columns, read);
    if (stated.value === null || before === null || after === null) return [];
    return [{ kind: 'stated-change', at: stated.at, unit: 0, item: item.index, before, after, change: stated.value }];
  });
}

/** The percentage beside the points, else what "7.5/12" comes to. */
function percentIn(item: Item, columns: RoleColumns, read: ScoreReader): Decimal | null {
  const stated = columns.percent === undefined ? null : read.percent(item.row, columns.percent);
  if (stated) return stated.value;
  const score = columns.appraised === undefined ? null : read.score(item.row, columns.appraised);
  const ratio = score?.kind === 'points' && score.of !== null ? percentOf(score.points, score.of) : null;
  return ratio && roundRatio(ratio, DEFAULT_PLACES);
}
