/**
 * Suggests causes to reuse: those given for the same item in other units, in other sheets and in last year's workbook.
 */
import type { Assessment } from '../model/assessment';
import type { Deduction } from '../model/deduction';
import { foldText } from '../values/fold-text';
import { itemBefore, matchItems, type ItemPairs } from '../matching/match-items';
import { unitLabel, type Item, type UnitScores } from '../model/score-sheet';

export interface SuggestedCause {
  readonly cause: string;
  /** Number of losses that it was given for. */
  readonly times: number;
  /** The first unit that gave it. */
  readonly unitName: string;
  /** True if no unit gave it this year. */
  readonly isLastYears: boolean;
}

const MOST = 5;
/** Dots and dashes only fill a cell; they are not a cause. */
const PUNCTUATION_ONLY = /^[\s\p{P}\p{S}]*$/u;

/** Most frequent first, and this year's before last year's if equally frequent; the loss's own cause is left out. */
export function suggestCauses(
  sheets: readonly Assessment[],
  assessment: Assessment,
  loss: Pick<Deduction, 'item' | 'cause'>,
  lastYear: readonly Assessment[] = [],
): SuggestedCause[] {
  const found = new Map<string, SuggestedCause>();
  const collect = (from: Assessment, isLastYears: boolean): void => {
    const same =
      from === assessment ? loss.item : itemBefore(from.scoreSheet.items, pairsOf(assessment, from), loss.item);
    if (!same) return;
    for (const [key, given] of causesOf(from).get(same) ?? []) {
      const known = found.get(key);
      found.set(key, known ? { ...known, times: known.times + given.times } : { ...given, isLastYears });
    }
  };
  collect(assessment, false);
  for (const sheet of sheets) if (sheet !== assessment) collect(sheet, false);
  for (const sheet of lastYear) collect(sheet, true);
  found.delete(keyOf(loss.cause ?? ''));
  return [...found.values()]
    .sort((a, b) => b.times - a.times || Number(a.isLastYears) - Number(b.isLastYears))
    .slice(0, MOST);
}

interface Given {
  readonly cause: string;
  times: number;
  readonly unitName: string;
}

const given = new WeakMap<Assessment, ReadonlyMap<Item, ReadonlyMap<string, Given>>>();

/**
 * Causes by item, then by text. Cached, so that each sheet is read once although this is called for every loss of a
 * province.
 */
function causesOf(assessment: Assessment): ReadonlyMap<Item, ReadonlyMap<string, Given>> {
  const seen = given.get(assessment);
  if (seen) return seen;
  const { scoreSheet, deductions, causes } = assessment;
  const byItem = new Map<Item, Map<string, Given>>();
  // A text combined from the causes of an area's parts contains the points that one unit lost in them.
  const inParts = new Set(causes.cited.flatMap(({ unit, item, isOfPart }) => (isOfPart ? [lossKey(unit, item)] : [])));
  for (const { unit, item, cause, causeFrom } of deductions) {
    if (cause === null || PUNCTUATION_ONLY.test(cause)) continue;
    if (causeFrom === 'sheet' && inParts.has(lossKey(unit, item))) continue;
    const byCause = byItem.get(item) ?? new Map<string, Given>();
    byItem.set(item, byCause);
    const known = byCause.get(keyOf(cause));
    if (known) known.times++;
    else byCause.set(keyOf(cause), { cause, times: 1, unitName: unitLabel(scoreSheet, unit) });
  }
  given.set(assessment, byItem);
  return byItem;
}

const lossKey = (unit: UnitScores, item: Item | null): string => `${unit.position} ${item?.position ?? ''}`;

/** The same key for «Chậm», «chậm.» and «CHẬM». */
const keyOf = (cause: string): string => foldText(cause.normalize('NFC').replace(/[\s.;,]{1,20}$/, ''));

const pairs = new WeakMap<Assessment, WeakMap<Assessment, ItemPairs>>();

/** Cached: the items of two sheets are matched once for all losses. */
function pairsOf(now: Assessment, other: Assessment): ItemPairs {
  const known = pairs.get(now) ?? new WeakMap<Assessment, ItemPairs>();
  pairs.set(now, known);
  const seen = known.get(other);
  if (seen) return seen;
  const found = matchItems(now.scoreSheet.items, other.scoreSheet.items);
  known.set(other, found);
  return found;
}
