/**
 * Compares this year with an earlier one, unit by unit: index and areas by percent, and recurring losses. Anything that
 * cannot be matched is null.
 */
import { matchUnits, matchesOfOneSpelling, unitFinder } from '../matching/find-units';
import { allTables } from '../matching/most-detailed';
import { unitKey } from '../matching/unit-keys';
import { itemBefore, matchItems, type ItemPairs } from '../matching/match-items';
import { tallyAt, type Assessment, type BookAssessment, type Tally, type UnitResult } from '../model/assessment';
import type { Merger } from '../model/beside/merger';
import { isScoredItem, type Item, type UnitScores } from '../model/score-sheet';
import { subtract, type Decimal } from '../values/decimal';
import { groupsOf } from '../values/group';
import { meanOf, roundRatio } from '../values/ratio';

/**
 * Percentages as published (`after` is this year's), each rounded once; null if undetermined, not applicable or not
 * found in the other year.
 */
export interface PercentChange {
  readonly after: Decimal | null;
  readonly before: Decimal | null;
  /** Percentage points, signed: the difference of the two published figures. */
  readonly change: Decimal | null;
}

interface AreaChange {
  readonly item: Item;
  /** The same area of the earlier sheet. */
  readonly earlier: Item | null;
  readonly after: Tally | null;
  readonly before: Tally | null;
  readonly percent: PercentChange;
}

/** A scored item that lost points in one of the two years. */
interface LossChange {
  readonly item: Item;
  readonly earlier: Item | null;
  /** 0 if nothing was lost; null if unknown, not applicable or not found. */
  readonly lostNow: Decimal | null;
  readonly lostBefore: Decimal | null;
  /** Points were lost in both years; if units were merged, by any of them in the earlier year. */
  readonly recurs: boolean;
}

/** A unit of the earlier year. */
interface Earlier {
  readonly assessment: Assessment;
  readonly result: UnitResult;
  readonly items: ItemPairs;
}

/** Units that a list says were merged into one. Percentages are compared only if all of them are found. */
export interface FormerUnits {
  readonly found: readonly Earlier[];
  /** Names as listed that are not in the earlier year, or not with certainty. */
  readonly missing: readonly string[];
}

export interface UnitChange {
  readonly unit: UnitScores;
  /** The same unit in the earlier year; null if it is not found, or not with certainty. */
  readonly earlier: Earlier | null;
  /** Set if several units became this one: the earlier percentages are then their mean. */
  readonly former: FormerUnits | null;
  readonly index: PercentChange;
  readonly areas: readonly AreaChange[];
  readonly losses: readonly LossChange[];
}

export interface YearComparison {
  /** This year. */
  readonly assessment: Assessment;
  /** By position of the unit. */
  readonly units: readonly UnitChange[];
}

/**
 * Compares every sheet of a workbook: a unit is looked up in the earlier sheet of the same name first, then in all
 * others; if several have it, it counts as not found. Merger lists of either workbook take precedence over names.
 */
export function compareBooks(now: BookAssessment, before: BookAssessment): YearComparison[] {
  const mergerOf = mergersByUnit(now, [...(now.mergers ?? []), ...(before.mergers ?? [])]);
  return allTables(now).map((sheet) => {
    // A unit's own sheet is compared with its own sheet of last year, even if the table of all units restates it.
    const restated = (before.restatedTables ?? []).filter((each) => keyOf(each) === keyOf(sheet));
    const sheets = [...before.sheets, ...restated].map((earlier) => earlierSheet(sheet, earlier));
    const units = sheet.units.map((result): UnitChange => {
      const merger = mergerOf.get(result.unit);
      if (!merger)
        return compareUnit(
          sheet,
          result,
          only(sheets, (each) => each.find(result.unit)),
          null,
        );
      const all = merger.former.map((name) => ({ name, earlier: only(sheets, (each) => each.named(name)) }));
      const found = all.flatMap(({ earlier }) => earlier ?? []);
      const missing = all.flatMap(({ name, earlier }) => (earlier ? [] : [name]));
      const [one, another] = found;
      // The unit was only renamed.
      if (one && !another && missing.length === 0) return compareUnit(sheet, result, one, null);
      return compareUnit(sheet, result, null, { found, missing });
    });
    return { assessment: sheet, units };
  });
}

/** Names of the list that the tables do not have, and earlier units that count twice or not at all, as sentences. */
export function mergerFaults(now: BookAssessment, before: BookAssessment): string[] {
  const mergers = [...(now.mergers ?? []), ...(before.mergers ?? [])];
  if (mergers.length === 0) return [];
  const mergerOf = mergersByUnit(now, mergers);
  const known = new Set(mergerOf.values());
  const unknown = mergers.flatMap((merger) => (known.has(merger) ? [] : [`«${merger.name}»`]));
  const compared = compareBooks(now, before);
  const gone = compared.flatMap(({ units }) =>
    units.flatMap(({ unit, former }) =>
      former && former.missing.length > 0
        ? [`${unit.name}: không thấy ${former.missing.map((name) => `«${name}»`).join(', ')} trong bảng năm trước`]
        : [],
    ),
  );
  return [
    ...(unknown.length === 0 ? [] : [`Danh sách sáp nhập nêu ${unknown.join(', ')}, bảng năm nay không có`]),
    ...gone,
    ...misused(compared, compareBooks({ ...now, mergers: [] }, { ...before, mergers: [] }), mergerOf),
  ].map((sentence) => `${sentence}.`);
}

const earlierOf = ({ earlier, former }: UnitChange): UnitScores[] =>
  (earlier ? [earlier] : (former?.found ?? [])).map(({ result }) => result.unit);

/** A sheet each: `named` is what the names alone say. */
function misused(
  compared: readonly YearComparison[],
  named: readonly YearComparison[],
  mergerOf: ReadonlyMap<UnitScores, Merger>,
): string[] {
  const changes = compared.flatMap(({ units }) => units);
  const uses = changes.flatMap((change) => earlierOf(change).map((earlier) => ({ earlier, unit: change.unit })));
  const twice = [...groupsOf(uses, ({ earlier }) => unitKey(earlier.name)).values()].flatMap((unitUses) => {
    const names = [...new Map(unitUses.map(({ unit: { name } }) => [unitKey(name), `«${name}»`])).values()];
    if (names.length < 2 || !unitUses.some(({ unit }) => mergerOf.has(unit))) return [];
    return [`«${unitUses[0]?.earlier.name ?? ''}» của năm trước được tính cho cả ${names.join(' và ')}`];
  });
  const used = new Set(uses.map(({ earlier }) => unitKey(earlier.name)));
  const unused = named.flatMap(({ units }) =>
    units.flatMap((change) =>
      mergerOf.has(change.unit) ? earlierOf(change).filter(({ name }) => !used.has(unitKey(name))) : [],
    ),
  );
  const left = new Set(unused.map(({ name }) => `«${name}» của năm trước không được tính cho đơn vị nào`));
  return [...twice, ...left];
}

function mergersByUnit(book: BookAssessment, mergers: readonly Merger[]): ReadonlyMap<UnitScores, Merger> {
  if (mergers.length === 0) return new Map();
  const nameOf = ({ name }: UnitScores): string => name;
  const find = unitFinder(
    allTables(book).flatMap(({ scoreSheet }) => scoreSheet.units),
    nameOf,
  );
  return new Map(
    mergers.flatMap((merger) => matchesOfOneSpelling(find(merger.name), nameOf).map((unit) => [unit, merger] as const)),
  );
}

interface EarlierSheet {
  readonly isNamesake: boolean;
  readonly find: (unit: UnitScores) => Earlier | null;
  readonly named: (name: string) => Earlier | null;
}

function earlierSheet(sheet: Assessment, earlier: Assessment): EarlierSheet {
  const units = matchUnits(sheet.scoreSheet.units, earlier.scoreSheet.units);
  const nameOf = ({ name }: UnitScores): string => name;
  const named = unitFinder(earlier.scoreSheet.units, nameOf);
  let items: ItemPairs | null = null;
  const earlierOf = (same: UnitScores | null | undefined): Earlier | null => {
    const result = same && earlier.units[same.position];
    if (!result) return null;
    items ??= matchItems(sheet.scoreSheet.items, earlier.scoreSheet.items);
    return { assessment: earlier, result, items };
  };
  return {
    isNamesake: keyOf(earlier) === keyOf(sheet),
    find: ({ position }) => earlierOf(units[position]),
    named: (name) => {
      const [one, another] = matchesOfOneSpelling(named(name), nameOf);
      return another ? null : earlierOf(one);
    },
  };
}

/** The unit from the sheet of the same name, else from the only sheet that has it. */
function only(sheets: readonly EarlierSheet[], find: (sheet: EarlierSheet) => Earlier | null): Earlier | null {
  const found = sheets.flatMap((sheet) => {
    const earlier = find(sheet);
    return earlier ? [{ isNamesake: sheet.isNamesake, earlier }] : [];
  });
  const namesakes = found.filter(({ isNamesake }) => isNamesake);
  const sure = namesakes.length > 0 ? namesakes : found;
  return sure.length === 1 ? (sure[0]?.earlier ?? null) : null;
}

const keyOf = ({ scoreSheet }: Assessment): string => scoreSheet.sheet.normalize('NFC').toLowerCase();

function compareUnit(
  now: Assessment,
  result: UnitResult,
  earlier: Earlier | null,
  former: FormerUnits | null,
): UnitChange {
  const all = earlier ? [earlier] : (former?.found ?? []);
  const isWhole = all.length > 0 && (former?.missing.length ?? 0) === 0;
  const places = Math.max(now.places, ...all.map(({ assessment }) => assessment.places));
  const before = (values: readonly (Decimal | null)[]): Decimal | null => {
    const known = values.flatMap((value) => value ?? []);
    if (!isWhole || known.length < values.length || known.length === 0) return null;
    return earlier ? (known[0] ?? null) : meanOf(known, places);
  };
  return {
    unit: result.unit,
    earlier,
    former,
    index: changeOf(result.publishedIndex, before(all.map((each) => each.result.publishedIndex))),
    areas: result.areas.map((area): AreaChange => {
      const item = earlier && sameIn(earlier, area.item);
      const same = all.map((each) => areaIn(each, area.item));
      const applied = same.filter((each) => each === null || each.area.tally?.max !== 0);
      return {
        item: area.item,
        earlier: earlier && same[0] ? item : null,
        after: area.tally,
        before: (earlier && same[0]?.area.tally) ?? null,
        percent: changeOf(
          area.percent && roundRatio(area.percent, now.places),
          before(applied.map((each) => (each?.area.percent ? roundRatio(each.area.percent, each.places) : null))),
        ),
      };
    }),
    losses: lossesOf(now, result, earlier, all),
  };
}

/** The same area of the earlier sheet. */
function areaIn(earlier: Earlier, item: Item): { readonly area: UnitResult['areas'][number]; places: number } | null {
  const same = sameIn(earlier, item);
  const area = earlier.result.areas.find((each) => each.item === same);
  return area ? { area, places: earlier.assessment.places } : null;
}

/** The same item of the earlier sheet. */
const sameIn = ({ assessment, items }: Earlier, item: Item): Item | null =>
  itemBefore(assessment.scoreSheet.items, items, item);

function lossesOf(
  { scoreSheet }: Assessment,
  result: UnitResult,
  earlier: Earlier | null,
  all: readonly Earlier[],
): LossChange[] {
  if (!scoreSheet.itemised) return [];
  const losses: LossChange[] = [];
  for (const item of scoreSheet.items) {
    if (!isScoredItem(item)) continue;
    const lostNow = lostAt(result, item);
    const then = all.map((each) => {
      const same = sameIn(each, item);
      return same && lostAt(each.result, same);
    });
    const wasLost = then.some(isLoss);
    if (!isLoss(lostNow) && !wasLost) continue;
    losses.push({
      item,
      earlier: earlier && sameIn(earlier, item),
      lostNow,
      lostBefore: (earlier && then[0]) ?? null,
      recurs: isLoss(lostNow) && wasLost,
    });
  }
  return losses;
}

/** Null if a score or a maximum is missing, or if the item did not apply (its maximum is then 0). */
function lostAt({ totals }: UnitResult, item: Item): Decimal | null {
  const tally = tallyAt(totals.awarded, item.position);
  return tally && tally.max > 0 ? subtract(tally.max, tally.points) : null;
}

const isLoss = (lost: Decimal | null): boolean => lost !== null && lost > 0;

const changeOf = (after: Decimal | null, before: Decimal | null): PercentChange => ({
  after,
  before,
  change: after === null || before === null ? null : subtract(after, before),
});
