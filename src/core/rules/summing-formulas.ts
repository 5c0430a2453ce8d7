/**
 * Compares the officer's summing formulas with the tree: the scored items that each leaves out, adds twice, adds
 * although they belong elsewhere, or takes from another unit's cells.
 */
import { MAX_ROWS, keyOf, sheetNumber, type Address } from '../values/address';
import { addendsOf } from '../values/formula-text';
import {
  partsOf,
  addressOf,
  formulaIn,
  isScoredItem,
  placeOf,
  unitAxis,
  type Item,
  type ScoreSheet,
  type UnitScores,
} from '../model/score-sheet';

type SummedRole = 'max' | 'self' | 'appraised' | 'lost';

/** A formula whose sum differs from that of the tree. */
export interface WrongSum {
  readonly at: Address;
  readonly role: SummedRole;
  /** Null for maxima common to all units. */
  readonly unit: UnitScores | null;
  /** Null for the total of all areas. */
  readonly item: Item | null;
  readonly missing: readonly Item[];
  readonly doubled: readonly Item[];
  readonly stray: readonly Item[];
  /** Cells of another unit. */
  readonly otherUnits: readonly Address[];
}

/** Cells of one role of one unit, with the item of each. */
interface Line {
  readonly sheet: ScoreSheet;
  readonly role: SummedRole;
  readonly unit: UnitScores | null;
  readonly cellOf: (item: Item) => Address | null;
  readonly itemAt: ReadonlyMap<number, number>;
  /** Items by cell, for the same role of all units. */
  readonly anyItemAt: ReadonlyMap<number, number>;
}

const ROLES = ['self', 'appraised', 'lost'] as const;
/** Limits for formulas that refer to other formulas and for ranges of whole columns. */
const MOST_STEPS = 4;
const MOST_CELLS = 2_000;

export function* wrongSums(sheet: ScoreSheet): Generator<WrongSum> {
  yield* wrongSumsOf(lineOf(sheet, 'max', null, new Map()));
  for (const role of ROLES) {
    const all = new Map<number, number>();
    for (const unit of sheet.units) for (const [key, item] of cellsOf(sheet, unit, role)) all.set(key, item);
    for (const unit of all.size > 0 ? sheet.units : []) yield* wrongSumsOf(lineOf(sheet, role, unit, all));
  }
}

function lineOf(sheet: ScoreSheet, role: SummedRole, unit: UnitScores | null, all: ReadonlyMap<number, number>): Line {
  const cellOf = (item: Item): Address | null => (unit ? addressOf(sheet, unit, item, role) : item.maxAt);
  return { sheet, role, unit, cellOf, itemAt: keyed(sheet, cellOf), anyItemAt: all };
}

const cellsOf = (sheet: ScoreSheet, unit: UnitScores, role: SummedRole): ReadonlyMap<number, number> =>
  keyed(sheet, (item) => addressOf(sheet, unit, item, role));

function keyed(sheet: ScoreSheet, cellOf: (item: Item) => Address | null): ReadonlyMap<number, number> {
  const cells = new Map<number, number>();
  for (const item of sheet.items) {
    const at = cellOf(item);
    if (at) cells.set(keyOf(at), item.position);
  }
  return cells;
}

function* wrongSumsOf(line: Line): Generator<WrongSum> {
  const { sheet } = line;
  const areas = sheet.items.filter(({ parent }) => parent < 0);
  const total = totalAt(line);
  if (total) yield* wrongSum(line, total, null, areas);
  if (unitAxis(sheet) === 'row') return;
  for (const item of sheet.items) {
    const at = isScoredItem(item) ? null : line.cellOf(item);
    const children = partsOf(sheet.items, item);
    if (at) yield* wrongSum(line, at, item, children);
  }
}

function totalAt({ sheet, role, unit }: Line): Address | null {
  if (!unit) return sheet.statedMax?.at ?? null;
  if (role === 'lost') return unit.stated.lost?.at ?? null;
  return (role === unit.awardedRole ? unit.stated.total : role === 'self' ? unit.stated.selfTotal : null)?.at ?? null;
}

function* wrongSum(line: Line, at: Address, item: Item | null, parts: readonly Item[]): Generator<WrongSum> {
  const formula = formulaIn(line.sheet, at);
  const sum = formula === null ? null : summed(line, at);
  if (!sum || (sum.counts.size === 0 && sum.otherUnits.length === 0)) return;
  const below = new Set(parts.flatMap((part) => scoredBelow(line.sheet, part)));
  const covered = new Map<number, number>();
  for (const [position, count] of sum.counts) {
    const summand = line.sheet.items[position];
    // Excel itself reports a circular reference.
    if (!summand || summand === item) return;
    for (const scored of scoredBelow(line.sheet, summand)) covered.set(scored, (covered.get(scored) ?? 0) + count);
  }
  const areas = line.sheet.items.filter(({ parent }) => parent < 0);
  const found = {
    missing: topmost(line.sheet, parts, (scored) => !covered.has(scored)),
    doubled: topmost(line.sheet, parts, (scored) => (covered.get(scored) ?? 0) > 1),
    stray: topmost(line.sheet, areas, (scored) => !below.has(scored) && covered.has(scored)),
    otherUnits: sum.otherUnits,
  };
  if (Object.values(found).some((each) => each.length > 0)) {
    const { role, unit } = line;
    yield { at, role, unit, item, ...found };
  }
}

interface Sum {
  /** How often each item is added. */
  readonly counts: Map<number, number>;
  readonly otherUnits: Address[];
}

/** Null if the formula adds cells that are not part of the tree. */
function summed(line: Line, at: Address): Sum | null {
  const sum: Sum = { counts: new Map(), otherUnits: [] };
  return add(line, at, sum, MOST_STEPS) ? sum : null;
}

/** Collects what the formula in a cell adds, on the sheet that the cell is on; false if it cannot be followed. */
function add(line: Line, at: Address, sum: Sum, steps: number): boolean {
  const addends = addendsOf(formulaIn(line.sheet, at) ?? '', placeOf(line.sheet, at).sheet);
  if (!addends || steps === 0) return false;
  const above = sheetNumber(at) * MAX_ROWS;
  for (const { area, isSubtracted } of addends) {
    const { top, left, bottom, right } = area;
    if ((bottom - top + 1) * (right - left + 1) > MOST_CELLS) return false;
    for (let row = top + above; row <= bottom + above; row++)
      for (let column = left; column <= right; column++)
        if (!addCell(line, { row, column }, isSubtracted, sum, steps)) return false;
  }
  return true;
}

function addCell(line: Line, at: Address, isSubtracted: boolean, sum: Sum, steps: number): boolean {
  const key = keyOf(at);
  const cellItem = line.itemAt.get(key);
  const outside = [...(line.unit?.bonus ?? []), ...(line.unit?.penalty ?? [])];
  if (cellItem === undefined && outside.some((each) => keyOf(each.at) === key)) return true;
  if (isSubtracted) return false;
  if (cellItem !== undefined) {
    sum.counts.set(cellItem, (sum.counts.get(cellItem) ?? 0) + 1);
    return true;
  }
  if (line.anyItemAt.has(key)) {
    sum.otherUnits.push(at);
    return true;
  }
  const formula = formulaIn(line.sheet, at);
  return formula === null ? isOutsideItems(line, at) : add(line, at, sum, steps - 1);
}

/**
 * Whether the cell is in the line of the points but belongs to no item: a blank row, a repeated header, points outside
 * the tree.
 */
function isOutsideItems({ sheet, cellOf }: Line, at: Address): boolean {
  const first = sheet.items.map(cellOf).find((each) => each !== null);
  if (!first) return false;
  return unitAxis(sheet) === 'row' ? at.row === first.row : at.column === first.column;
}

function scoredBelow(sheet: ScoreSheet, item: Item): number[] {
  if (isScoredItem(item)) return [item.position];
  return partsOf(sheet.items, item).flatMap((part) => scoredBelow(sheet, part));
}

/** The fewest of these items, or of those below them, whose scored items all match: «2», not its nine criteria. */
function topmost(sheet: ScoreSheet, items: readonly Item[], isMeant: (scored: number) => boolean): readonly Item[] {
  return items.flatMap((item) =>
    scoredBelow(sheet, item).every(isMeant) ? [item] : topmost(sheet, partsOf(sheet.items, item), isMeant),
  );
}
