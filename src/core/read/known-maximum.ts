/**
 * Whether a sheet states what its points are out of. If not, the reader assumes 100 for units in rows unless they have
 * more; if items are rows, a column may hold the maximum (FIELD.md §3, §9).
 */
import type { Address } from '../values/address';
import { ONE_HUNDRED, fromText, type Decimal } from '../values/decimal';
import { plainKey } from '../values/fold-text';
import { patternOf } from '../values/pattern';
import { textAt, type Grid } from '../model/workbook/grid';
import {
  awardedScores,
  isScoredItem,
  type Item,
  type ReadFact,
  type Score,
  type StatedResult,
  type UnitScores,
  type SheetWithoutReading,
} from '../model/score-sheet';
import { maximumInText } from './words/header-words';
import { DEFAULT_SETTINGS } from '../model/settings';

export function maximumFacts(
  items: readonly Item[],
  units: readonly UnitScores[],
  statedMax: StatedResult | null,
  at: Address,
  mayAssume: boolean,
): ReadFact[] {
  const isKnown =
    items.some((item) => item.max !== null) ||
    (statedMax !== null && statedMax.value !== null) ||
    units.some(
      (unit) => unit.max !== null || (unit.stated.max?.value ?? null) !== null || awardedScores(unit).some(hasMaximum),
    );
  if (isKnown) return [];
  // «94/95» of the unit's own says that the points beside it are out of something else than a hundred.
  const isClaimed = units.some(({ self }) => self?.some(hasMaximum));
  const leaves = items.filter(isScoredItem);
  const isMore = units.some((unit) =>
    [unit.self, unit.appraised].some((scores) => scores !== null && sumOf(leaves, scores) > ONE_HUNDRED),
  );
  return [isMore || isClaimed || !mayAssume ? { kind: 'missing-column', role: 'max', at } : { kind: 'no-maximum' }];
}

/** «75,42/94» includes its own maximum. */
const hasMaximum = (score: Score): boolean => score.kind === 'points' && score.of !== null;

function sumOf(leaves: readonly Item[], scores: readonly Score[]): number {
  let total = 0;
  for (const { position } of leaves) {
    const score = scores[position];
    if (score?.kind === 'points') total += score.points;
  }
  return total;
}

/**
 * Out of 100, the best unit gets more than half: if all units have less in all areas together, the maximum is another.
 */
export function outOfAHundred(sheet: SheetWithoutReading, hasAreas = sheet.itemised): SheetWithoutReading {
  const { items, units, headerRows, nameColumn } = sheet;
  if (!sheet.facts.some(({ kind }) => kind === 'no-maximum')) return sheet;
  const sums = units.map((unit) =>
    awardedScores(unit).reduce<number>((sum, score, position) => {
      const item = items[position];
      return score.kind === 'points' && item && isScoredItem(item) ? sum + score.points : sum;
    }, 0),
  );
  const isLow = hasAreas && sums.every((sum) => sum > 0 && sum * 2 < ONE_HUNDRED);
  // One heading over all areas says nothing of any of them.
  const areAlike = hasAreas && items.length > 2 && new Set(items.map(({ name }) => name)).size === 1;
  if (!isLow && !areAlike && !areRatedHigher(units, sums)) return sheet;
  const at = { row: headerRows.at(-1) ?? 0, column: nameColumn };
  const lacking: ReadFact = { kind: 'missing-column', role: 'max', at };
  return { ...sheet, facts: sheet.facts.map((fact) => (fact.kind === 'no-maximum' ? lacking : fact)) };
}

/**
 * Whether the table rates every unit far higher than these points out of 100 would be. If only a little higher, the
 * table may use its own scale or have rounded.
 */
function areRatedHigher(units: readonly UnitScores[], sums: readonly number[]): boolean {
  const bounds = new Map(DEFAULT_SETTINGS.scale.map(({ label, from }) => [plainKey(label), from]));
  const rated = units.flatMap(({ stated }, position) => {
    const bound = bounds.get(plainKey(stated.rating?.text ?? ''));
    return bound === undefined || bound === 0 || stated.index?.value === sums[position]
      ? []
      : [(sums[position] ?? 0) * 4 < bound * 3];
  });
  return rated.length > 1 && rated.length * 2 > units.length && rated.every((isHigher) => isHigher);
}

/** Totals alone, with a maximum stated in a text above or below the table. */
export function withScale(grid: Grid, sheet: SheetWithoutReading): SheetWithoutReading {
  const facts = sheet.facts.filter(
    (fact) => fact.kind !== 'no-maximum' && !(fact.kind === 'missing-column' && fact.role === 'max'),
  );
  if (sheet.itemised || facts.length === sheet.facts.length) return sheet;
  // «Tên phường (điểm tối đa: 80)»
  const heading = maximumInText(textAt(grid, sheet.headerRows.at(-1) ?? 0, sheet.nameColumn));
  const max =
    heading === null ? statedScale(grid, sheet.table.top, sheet.table.bottom) : fromText(heading.replace(',', '.'));
  return max === null ? sheet : { ...sheet, facts, items: sheet.items.map((item) => ({ ...item, max })) };
}

/** «(Tổng điểm tối đa: 70 điểm)», «thang điểm 70». */
const SCALE = patternOf([
  String.raw`\b(?:thang diem|tong (?:so )?diem (?:toi da|chuan)(?: cua [a-z ]{2,30})?`,
  String.raw`|diem toi da cua (?:bo chi so|moi don vi|ca bo))`,
  String.raw`(?: la| bang)?:? (\d{2,4}(?:[.,]\d{1,2})?)(?! ?%)\b`,
]);
const LONGEST_NOTE = 300;
/** Number of rows below a table in which its notes are. */
const ROWS_BELOW = 8;

/** The maximum that the texts around a table of totals state; null if none does or if two differ. */
function statedScale(grid: Grid, top: number, bottom: number): Decimal | null {
  const found = new Set<Decimal>();
  for (let row = 0; row < Math.min(grid.rowCount, bottom + 1 + ROWS_BELOW); row++) {
    if (row >= top && row <= bottom) continue;
    for (let column = 0; column < grid.columnCount; column++) {
      const text = textAt(grid, row, column);
      if (text === '' || text.length > LONGEST_NOTE) continue;
      const stated = SCALE.exec(plainKey(text))?.[1];
      const value = stated === undefined ? null : fromText(stated.replace(',', '.'));
      if (value !== null) found.add(value);
    }
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
