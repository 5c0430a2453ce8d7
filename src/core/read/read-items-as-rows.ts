/**
 * Families A and B: items down the rows, one unit or several across the columns, or one unit in two years («Năm 2020 |
 * Năm 2021 | Tăng/giảm»).
 */
import type { Address } from '../values/address';
import { squeeze } from '../values/fold-text';
import { isBlank, textAt, valueAt, type Grid } from '../model/workbook/grid';
import type {
  Item,
  ReadFact,
  RoleColumns,
  Score,
  SheetWithoutReading,
  StatedNumber,
  StatedResult,
  UnitScores,
} from '../model/score-sheet';
import type { Block } from './blocks/blocks';
import type { Columns } from './blocks/columns';
import type { ItemsLayout } from './blocks/layout';
import type { HeaderBlock } from './blocks/header-block';
import { hiddenFacts } from './hidden-data';
import type { ResultRow, SortedRows } from './tree/item-rows';
import type { ItemTree } from './tree/item-tree';
import { readItems } from './tree/read-items';
import { groupsOver } from './blocks/layout-by-items';
import { nameOfOnlyUnit } from './units/read-letterhead';
import { maximumFacts } from './known-maximum';
import type { ScoreReader } from './numbers/parse-score';
import {
  anchorFinder,
  chooseLines,
  outsideReader,
  statedResults,
  withPlaceInLabel,
  type FoundLines,
} from './blocks/result-lines';
import { namesUnranked } from './words/result-words';
import type { Decimal } from '../values/decimal';
import { percentOf, roundRatio } from '../values/ratio';
import { DEFAULT_PLACES } from '../model/settings';

/** A table of items and the parts found in it, from which its units and facts are read. */
interface Found {
  readonly grid: Grid;
  readonly header: HeaderBlock;
  readonly layout: ItemsLayout;
  readonly blocks: readonly Block[];
  readonly nameColumn: number;
  readonly scoreColumns: readonly number[];
  readonly rows: SortedRows;
  readonly tree: ItemTree;
}

export function readItemsAsRows(
  grid: Grid,
  header: HeaderBlock,
  columns: Columns,
  layout: ItemsLayout,
  read: ScoreReader,
): SheetWithoutReading {
  const nameColumn = columns.name ?? 0;
  const codeColumn = columns.code;
  const blocks = layout.kind === 'one-unit' ? [layout.block] : layout.blocks;
  const scoreColumns = blocks.flatMap(({ columns: { self, appraised } }) =>
    [self, appraised].filter((each) => each !== undefined),
  );
  const maxColumns = [layout.max, ...blocks.map((block) => block.columns.max ?? null)].filter((each) => each !== null);
  const { rows, tree } = readItems(
    grid,
    header,
    { code: codeColumn, name: nameColumn, max: maxColumns, scores: scoreColumns },
    { max: layout.max, isAlone: blocks.length === 1 },
    read,
  );
  const { items } = tree;
  const found: Found = { grid, header, layout, blocks, nameColumn, scoreColumns, rows, tree };
  const { units, lines, facts: lineFacts } = readUnits(found, read);
  const statedMax = layout.max === null ? null : maxOfTotals(rows.results, layout.max, read);
  const itemRows = items.map(({ row }) => row);
  return {
    sheet: grid.sheet,
    kind: layout.kind,
    grid,
    table: {
      top: header.top,
      left: Math.min(codeColumn ?? nameColumn, nameColumn, ...scoreColumns, ...maxColumns),
      bottom: Math.max(rows.lastRow, header.bottom),
      right: Math.max(...columns.all.map((each) => each.column)),
    },
    headerRows: rowsBetween(header.top, header.body - 1),
    items,
    units,
    itemised: true,
    resultLines: lines,
    codeColumn,
    nameColumn,
    maxLine: layout.max,
    statedMax,
    facts: [
      ...columns.facts,
      ...rows.facts,
      ...lineFacts,
      ...splitFacts(found),
      ...treeFacts(tree, { row: header.body, column: nameColumn }),
      ...hiddenFacts(grid, itemRows, [...scoreColumns, ...maxColumns]),
      ...maximumFacts(items, units, statedMax, { row: header.bottom, column: nameColumn }, false),
      ...comparedChanges(layout, items, read),
    ],
  };
}

/** One unit per block of columns, with the lines below the items that state its results. */
function readUnits(
  { grid, header, layout, blocks, nameColumn, scoreColumns, rows, tree: { items, outside } }: Found,
  read: ScoreReader,
): FoundLines & { readonly units: readonly UnitScores[] } {
  const awardedRole = blocks.some((block) => block.columns.appraised !== undefined) ? 'appraised' : 'self';
  const columnOf = (block: Block): number => block.columns[awardedRole] ?? block.column;
  const anchors = anchorFinder(grid, rows.results);
  const { lines, facts } = chooseLines(grid, withoutAreaRanks(rows.results, items), nameColumn, blocks.map(columnOf));
  const groups = groupsOver(header, blocks);
  const hasOutside = outside.length > 0 || rows.results.some(({ role }) => role === 'bonus' || role === 'penalty');
  const outsideAt = outsideReader({ results: rows.results, sections: outside }, anchors, read);
  const scores = scoresOfColumns(items, scoreColumns, read);
  const units = blocks.map((block, position): UnitScores => {
    const resultColumn = columnOf(block);
    const beside = statedResults(lines, block.columns, resultColumn, anchors, read);
    const { self } = block.columns;
    const stated = blocks.length === 1 ? withPlaceInLabel(grid, beside, nameColumn) : beside;
    return {
      position,
      name: blocks.length === 1 ? nameOfOnlyUnit(grid, header.top, block.name) : squeeze(block.name),
      group: groups[position] ?? null,
      ranked: !namesUnranked(stated.rank?.text ?? ''),
      at: headerCell(grid, header, block),
      columns: block.columns,
      row: -1,
      ...readCells(items, block.columns, scores, read, { sharedMax: layout.max, isAlone: blocks.length === 1 }),
      awardedRole,
      stated,
      ...(hasOutside ? outsideAt(block.columns, resultColumn) : NOTHING_OUTSIDE),
      ...(awardedRole !== 'appraised' || self === undefined
        ? {}
        : { selfOutside: hasOutside ? outsideAt(block.columns, self) : NOTHING_OUTSIDE }),
    };
  });
  return { units, lines, facts };
}

const NOTHING_OUTSIDE: Pick<UnitScores, 'bonus' | 'penalty'> = { bonus: [], penalty: [] };

/** If areas have ranks of their own below them, only a rank below all items belongs to the whole. */
function withoutAreaRanks(results: readonly ResultRow[], items: readonly Item[]): readonly ResultRow[] {
  const [first, last] = [items[0]?.row ?? 0, items.at(-1)?.row ?? 0];
  const ranks = results.filter(({ role }) => role === 'rank');
  const areRepeated = ranks.filter(({ row }) => row > first && row < last).length > 1;
  return areRepeated ? results.filter((each) => each.role !== 'rank' || each.row > last + 1) : results;
}

const splitFacts = ({ rows, tree: { positionOf } }: Found): ReadFact[] =>
  rows.splits
    .filter(({ item }) => (positionOf[item] ?? -1) >= 0)
    .map(({ at, item }): ReadFact => ({ kind: 'split-row', at, item: positionOf[item] ?? 0 }));

function treeFacts({ isSure, isLossesAlone }: ItemTree, at: Address): ReadFact[] {
  if (isLossesAlone) return [{ kind: 'list-of-losses', at }];
  return isSure ? [] : [{ kind: 'unsure-tree', at }];
}

const rowsBetween = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, position) => first + position);

/** The maximum in the last total line that states one. */
const maxOfTotals = (results: readonly ResultRow[], column: number, read: ScoreReader): StatedResult | null =>
  results
    .filter(({ role }) => role === 'total')
    .map(({ row }) => read.result(row, column))
    .findLast((cell) => !cell.isBlank) ?? null;

/** Number of columns read together, so that their scores stay in the cache. */
const TOGETHER = 32;

/** Scores by column. Cells are stored row by row: reading a national table column by column takes twice as long. */
function scoresOfColumns(
  items: readonly Item[],
  columns: readonly number[],
  read: ScoreReader,
): ReadonlyMap<number, Score[]> {
  const found = new Map(columns.map((column) => [column, new Array<Score>(items.length)]));
  const all = [...found.values()];
  const places = [...found.keys()];
  for (let from = 0; from < all.length; from += TOGETHER) {
    const some = all.slice(from, from + TOGETHER);
    for (let position = 0; position < items.length; position++) {
      const row = items[position]?.row ?? 0;
      for (let one = 0; one < some.length; one++) {
        const scores = some[one];
        if (scores) scores[position] = read.score(row, places[from + one] ?? 0);
      }
    }
  }
  return found;
}

/** Reads all numbers of one unit beside the items. */
function readCells(
  items: readonly Item[],
  columns: RoleColumns,
  known: ReadonlyMap<number, readonly Score[]>,
  read: ScoreReader,
  { sharedMax, isAlone }: { readonly sharedMax: number | null; readonly isAlone: boolean },
): Pick<UnitScores, 'self' | 'appraised' | 'max' | 'lost' | 'percent'> {
  const ownMax = columns.max !== undefined && columns.max !== sharedMax ? columns.max : undefined;
  const maxColumn = ownMax ?? (isAlone ? sharedMax : null);
  const applies = maxColumn === null ? null : items.map((item) => isApplicableMaximum(read.score(item.row, maxColumn)));
  const scores = (column: number | undefined): readonly Score[] | null => {
    const columnScores = column === undefined ? null : (known.get(column) ?? null);
    if (columnScores === null || applies === null) return columnScores;
    return columnScores.map((score, position): Score => {
      // Points with a maximum of 0 contradict it: they are kept, above the maximum.
      const isOut = applies[position] === false && !(score.kind === 'points' && score.points > 0);
      return isOut ? { kind: 'notApplicable', text: '' } : score;
    });
  };
  const numbers = (
    column: number | undefined,
    one: (row: number, column: number) => StatedNumber | null,
  ): (StatedNumber | null)[] | null => (column === undefined ? null : items.map((item) => one(item.row, column)));
  return {
    self: scores(columns.self),
    appraised: scores(columns.appraised),
    max: ownMax === undefined ? null : items.map((item) => read.maximum(item.row, ownMax)),
    lost: numbers(columns.lost, read.loss),
    percent: numbers(columns.percent, read.percent),
  };
}

/** A maximum of 0 or «KĐG» for one unit means that the item does not apply to it. */
const isApplicableMaximum = (max: Score): boolean =>
  !(max.kind === 'notApplicable' || (max.kind === 'points' && max.points === 0));

/** The header cell that names the unit, else the top-most text over its first column. */
function headerCell(grid: Grid, header: HeaderBlock, block: Block): Address {
  for (let row = header.top; row <= header.bottom; row++) {
    if (squeeze(textAt(grid, row, block.column)) === block.name) return { row, column: block.column };
  }
  for (let row = header.top; row <= header.bottom; row++) {
    if (!isBlank(valueAt(grid, row, block.column))) return { row, column: block.column };
  }
  return { row: header.top, column: block.column };
}

/** The change that the sheet states between two years for each item, with the percentages it is based on. */
function comparedChanges(layout: ItemsLayout, items: readonly Item[], read: ScoreReader): ReadFact[] {
  if (layout.kind !== 'one-unit' || layout.earlier === null || layout.change === null) return [];
  const { earlier, change, block } = layout;
  return items.flatMap((item): ReadFact[] => {
    const stated = read.result(item.row, change);
    const before = percentIn(item, earlier.columns, read);
    const after = percentIn(item, block.columns, read);
    if (stated.value === null || before === null || after === null) return [];
    const beforeAt = earlier.columns.percent === undefined ? null : { row: item.row, column: earlier.columns.percent };
    const fact = { kind: 'stated-change', at: stated.at, unit: 0, item: item.position } as const;
    return [{ ...fact, before, beforeAt, after, change: stated.value }];
  });
}

/** The percentage beside the points, else that of "7.5/12". */
function percentIn(item: Item, columns: RoleColumns, read: ScoreReader): Decimal | null {
  const stated = columns.percent === undefined ? null : read.percent(item.row, columns.percent);
  if (stated) return stated.value;
  const score = columns.appraised === undefined ? null : read.score(item.row, columns.appraised);
  const ratio = score?.kind === 'points' && score.of !== null ? percentOf(score.points, score.of) : null;
  return ratio && roundRatio(ratio, DEFAULT_PLACES);
}
