/** Causes to be used again: what was given for the same item in other units, in other sheets and in last year's workbook. */
import type { Assessment } from '../model/assessment';
import { foldText } from '../model/fold-text';
import { matchItems } from '../model/match-items';
import { unitLabel } from '../model/score-sheet';

export interface SuggestedCause {
  readonly cause: string;
  /** Losses that it was given for. */
  readonly times: number;
  /** The first unit that gave it. */
  readonly unitName: string;
  /** Nobody gave it this year. */
  readonly isLastYears: boolean;
}

const MOST = 5;
/** Dots and dashes fill a cell, they give no cause. */
const SAYS_NOTHING = /^[\s\p{P}\p{S}]*$/u;

interface Tallied {
  cause: string;
  times: number;
  unitName: string;
  isLastYears: boolean;
}

/** Most frequent first, this year's before last year's where they are as frequent; the loss's own cause is left out. */
export function suggestCauses(sheets: readonly Assessment[], assessment: Assessment, loss: { readonly unit: number; readonly item: number }, lastYear: readonly Assessment[] = []): SuggestedCause[] {
  const found = new Map<string, Tallied>();
  const collect = (from: Assessment, isLastYears: boolean): void => {
    const same = from === assessment ? loss.item : (pairsOf(assessment, from)[loss.item] ?? null);
    if (same === null) return;
    for (const { unit, item, cause } of from.deductions) {
      if (item !== same || cause === null || SAYS_NOTHING.test(cause) || (from === assessment && unit === loss.unit)) continue;
      const key = keyOf(cause);
      const known = found.get(key);
      const scores = from.scoreSheet.units[unit];
      if (known) known.times++;
      else found.set(key, { cause, times: 1, unitName: scores ? unitLabel(from.scoreSheet, scores) : '', isLastYears });
    }
  };
  collect(assessment, false);
  for (const sheet of sheets) if (sheet !== assessment) collect(sheet, false);
  for (const sheet of lastYear) collect(sheet, true);
  const own = assessment.deductions.find(({ unit, item }) => unit === loss.unit && item === loss.item)?.cause ?? '';
  found.delete(keyOf(own));
  return [...found.values()].sort((a, b) => b.times - a.times || Number(a.isLastYears) - Number(b.isLastYears)).slice(0, MOST);
}

/** One text for «Chậm», «chậm.» and «CHẬM». */
const keyOf = (cause: string): string => foldText(cause.normalize('NFC').replace(/[\s.;,]{1,20}$/, ''));

const pairs = new WeakMap<Assessment, WeakMap<Assessment, readonly (number | null)[]>>();

/** Asked for one loss after the other: the items of two sheets are matched once. */
function pairsOf(now: Assessment, other: Assessment): readonly (number | null)[] {
  const known = pairs.get(now) ?? new WeakMap<Assessment, readonly (number | null)[]>();
  pairs.set(now, known);
  const seen = known.get(other);
  if (seen) return seen;
  const { earlier } = matchItems(now.scoreSheet.items, other.scoreSheet.items);
  known.set(other, earlier);
  return earlier;
}
