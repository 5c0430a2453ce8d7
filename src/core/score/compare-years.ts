/**
 * This year beside an earlier one, unit by unit: index and areas by percent, and losses that recur. What cannot be
 * matched is null.
 */
import { tallyAt, type Assessment, type BookAssessment, type Tally, type UnitResult } from '../model/assessment';
import { subtract, type Decimal } from '../values/decimal';
import { matchUnits } from '../matching/find-units';
import { allTables } from '../matching/most-known';
import { matchItems, type ItemPairs } from '../matching/match-items';
import { roundRatio } from '../values/ratio';
import { isScoredItem, type Item, type UnitScores } from '../model/score-sheet';

/**
 * Percentages as published (`after` is this year's), each rounded once; null where undetermined, not applicable or not
 * found in the other year.
 */
export interface PercentChange {
  readonly after: Decimal | null;
  readonly before: Decimal | null;
  /** Percent points, signed: what a reader gets who subtracts the two published figures. */
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
  /** 0 where nothing was lost; null where unknown, not applicable or not found. */
  readonly lostNow: Decimal | null;
  readonly lostBefore: Decimal | null;
  /** Lost in both years. */
  readonly recurs: boolean;
}

export interface UnitChange {
  readonly unit: UnitScores;
  /** The same unit in the earlier year; null where it was not found, or not for certain. */
  readonly earlier: {
    readonly assessment: Assessment;
    readonly result: UnitResult;
    readonly items: ItemPairs;
  } | null;
  readonly index: PercentChange;
  readonly areas: readonly AreaChange[];
  readonly losses: readonly LossChange[];
}

export interface YearComparison {
  /** This year. */
  readonly assessment: Assessment;
  /** By index of the unit. */
  readonly units: readonly UnitChange[];
}

/**
 * Every sheet of a workbook: a unit is looked for in the earlier sheet of the same name first, then in all others;
 * twice found is not found.
 */
export function compareBooks(now: BookAssessment, before: BookAssessment): YearComparison[] {
  return allTables(now).map((sheet) => {
    // A unit's own sheet is beside its own one of last year, also where the table of all says that again.
    const own = (before.beside ?? []).filter((each) => keyOf(each) === keyOf(sheet));
    const sheets = [...before.sheets, ...own].map((earlier) => {
      const units = matchUnits(sheet.scoreSheet.units, earlier.scoreSheet.units);
      let items: ItemPairs | null = null;
      const isNamesake = keyOf(earlier) === keyOf(sheet);
      const find = (unit: UnitScores): UnitChange['earlier'] => {
        const same = units[unit.index];
        const result = same && earlier.units[same.index];
        if (!result) return null;
        items ??= matchItems(sheet.scoreSheet.items, earlier.scoreSheet.items);
        return { assessment: earlier, result, items };
      };
      return { isNamesake, find };
    });
    return compareWith(sheet, (unit) => {
      const found = sheets.flatMap(({ isNamesake, find }) => {
        const earlier = find(unit);
        return earlier ? [{ isNamesake, earlier }] : [];
      });
      const namesakes = found.filter(({ isNamesake }) => isNamesake);
      const sure = namesakes.length > 0 ? namesakes : found;
      return sure.length === 1 ? (sure[0]?.earlier ?? null) : null;
    });
  });
}

const keyOf = ({ scoreSheet }: Assessment): string => scoreSheet.sheet.normalize('NFC').toLowerCase();

function compareWith(now: Assessment, earlierOf: (unit: UnitScores) => UnitChange['earlier']): YearComparison {
  return { assessment: now, units: now.units.map((result) => compareUnit(now, result, earlierOf(result.unit))) };
}

function compareUnit(now: Assessment, result: UnitResult, earlier: UnitChange['earlier']): UnitChange {
  const then = earlier?.result ?? null;
  return {
    unit: result.unit,
    earlier,
    index: changeOf(result.publishedIndex, then?.publishedIndex ?? null),
    areas: result.areas.map((area): AreaChange => {
      const item = earlier && sameIn(earlier, area.item);
      const same = then?.areas.find((each) => each.item === item) ?? null;
      return {
        item: area.item,
        earlier: same && item,
        after: area.tally,
        before: same?.tally ?? null,
        percent: changeOf(
          area.percent && roundRatio(area.percent, now.places),
          same?.percent ? roundRatio(same.percent, earlier?.assessment.places ?? now.places) : null,
        ),
      };
    }),
    losses: lossesOf(now, result, earlier),
  };
}

/** The same item of the earlier sheet. */
const sameIn = ({ assessment, items }: NonNullable<UnitChange['earlier']>, { index }: Item): Item | null =>
  assessment.scoreSheet.items[items.earlier[index] ?? -1] ?? null;

function lossesOf({ scoreSheet }: Assessment, result: UnitResult, earlier: UnitChange['earlier']): LossChange[] {
  if (!scoreSheet.itemised) return [];
  const losses: LossChange[] = [];
  for (const item of scoreSheet.items) {
    if (!isScoredItem(item)) continue;
    const same = earlier && sameIn(earlier, item);
    const lostNow = lostAt(result, item);
    const lostBefore = earlier && same ? lostAt(earlier.result, same) : null;
    if (!isLoss(lostNow) && !isLoss(lostBefore)) continue;
    losses.push({
      item,
      earlier: same,
      lostNow,
      lostBefore,
      recurs: isLoss(lostNow) && isLoss(lostBefore),
    });
  }
  return losses;
}

/** Null where a score or a maximum is missing, and where the item did not apply: its maximum is then nothing. */
function lostAt({ totals }: UnitResult, item: Item): Decimal | null {
  const tally = tallyAt(totals.awarded, item.index);
  return tally && tally.max > 0 ? subtract(tally.max, tally.points) : null;
}

const isLoss = (lost: Decimal | null): boolean => lost !== null && lost > 0;

const changeOf = (after: Decimal | null, before: Decimal | null): PercentChange => ({
  after,
  before,
  change: after === null || before === null ? null : subtract(after, before),
});
