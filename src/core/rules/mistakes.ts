/**
 * The mistakes of one sheet as its rules tell them: one relation speaks for each mistake, the others only follow from
 * it.
 */
import { keyOf, type Address } from '../values/address';
import type { Decimal } from '../values/decimal';
import { once } from '../values/once';
import { matchCriteria } from '../matching/match-criteria';
import type { Finding, RuleContext } from '../model/rule';
import type { Item, UnitScores } from '../model/score-sheet';
import { buildRelations } from '../relations/build';
import { diagnose, type Diagnosis, type Mistake } from '../relations/diagnose';
import {
  agreementOf,
  expectedOf,
  figuresOf,
  holds,
  type Figure,
  type Relation,
  type RelationKind,
} from '../relations/relation';
import { indices, losses, percents, subtotals } from './equations';
import { maxima } from './max-equations';
import { doubtOf, plainMessage, suggestionsOf, sureMessage } from './mistake-words';
import { oddScores } from './odd-scores';
import { totals } from './total-equations';
import { plain } from './wording';

export interface Broken {
  readonly relation: Relation;
  readonly expected: Decimal;
  /** Null where the tree is in doubt. */
  readonly mistake: Mistake | null;
  /** True for the one relation that speaks for the mistake. */
  readonly speaks: boolean;
}

/** Units without a sum are looked at as well, so long as there are few. */
const MOST_UNSUMMED = 200;

export const diagnosis = once((context: RuleContext): Diagnosis => {
  const { scoreSheet, units, settings } = context;
  const criteria = new Map(
    matchCriteria(context).matched.flatMap(({ item, line }) => (line.max === null ? [] : [[item, line.max]])),
  );
  const suspects = suspectUnits(context);
  const maximaDiffer = [...maxima(context)].length > 0;
  if (suspects.length === 0 && !maximaDiffer) return { mistakes: [], isTreeDoubtful: false };
  const relations = buildRelations(scoreSheet, {
    units: suspects,
    totalsOf: (unit) => units[unit.index]?.totals,
    criteria,
    isPlainIndex: settings.appraisedShare === null,
  });
  return diagnose(scoreSheet, relations);
});

/** Whoever has a number that differs from what the scores give: only there can a relation be broken. */
function suspectUnits(context: RuleContext): UnitScores[] {
  const found = new Set<UnitScores>();
  for (const list of [subtotals, losses, percents, totals, indices])
    for (const { unit, agreement } of list(context)) if (agreement === 'different') found.add(unit);
  for (const { unit } of maxima(context)) if (unit) found.add(unit);
  for (const { unit, score } of oddScores(context)) if (score.kind === 'points') found.add(unit);
  const unsummed = context.scoreSheet.units.filter(({ index }) => context.units[index]?.totals.awardedTotal === null);
  if (unsummed.length <= MOST_UNSUMMED) unsummed.forEach((unit) => found.add(unit));
  return context.scoreSheet.units.filter((unit) => found.has(unit));
}

/** Broken relations of the wanted kinds, in the order of the sheet. */
export function brokenOf(context: RuleContext, kinds: readonly RelationKind[]): Broken[] {
  const { mistakes } = diagnosis(context);
  return mistakes.flatMap((mistake) => {
    const speaker = speakerOf(mistake);
    return mistake.broken
      .filter((relation) => kinds.includes(relation.kind) && agreementOf(relation) === 'different')
      .flatMap((relation): Broken[] => {
        const expected = expectedOf(relation);
        return expected === null ? [] : [{ relation, expected, mistake, speaks: relation === speaker }];
      });
  });
}

/** A score above its maximum speaks first; then the relation whose result is the wrong cell; then the lowest. */
function speakerOf({ broken, explanations }: Mistake): Relation | undefined {
  const main = mainOf(explanations[0]?.changes);
  return broken.find(({ kind }) => kind === 'bound') ?? broken.find(({ result }) => result === main) ?? broken[0];
}

export const mainOf = (changes: ReadonlyMap<Figure, Decimal> | undefined): Figure | undefined =>
  changes ? [...changes.keys()][0] : undefined;

/** The finding for one broken relation: the mistake's own, or a consequence that only says what it is. */
export function findingOf(context: RuleContext, broken: Broken): Finding {
  const { relation, expected, mistake, speaks } = broken;
  const { result } = relation;
  const finding = {
    at: result.at ? [result.at] : [],
    ...(result.unit ? { unit: result.unit.index } : {}),
    ...(result.item ? { item: result.item.index } : {}),
    expected: plain(expected),
    actual: plain(result.value),
    message: plainMessage(context, relation, expected),
  };
  if (!mistake || !speaks) return { ...finding, follows: true };
  const suggestions = suggestionsOf(context, mistake);
  const consequences = consequencesOf(mistake, relation);
  const [best] = mistake.explanations;
  const main = mainOf(best?.changes);
  if (!best || !main?.at) return { ...finding, suggestions, consequences };
  if (!mistake.isSure)
    return { ...finding, message: doubtOf(finding.message, broken, mistake), suggestions, consequences };
  if (main === result) return { ...finding, suggestions, consequences };
  const value = best.changes.get(main) ?? main.value;
  return {
    at: [main.at],
    ...(main.unit ? { unit: main.unit.index } : {}),
    ...(main.item ? { item: main.item.index } : {}),
    expected: plain(value),
    actual: plain(main.value),
    message: sureMessage(mistake, main, value),
    suggestions,
    consequences,
  };
}

/** Results of the other broken relations: right again with the mistake. */
function consequencesOf({ broken, explanations }: Mistake, speaker: Relation): Address[] {
  const main = mainOf(explanations[0]?.changes);
  return broken.flatMap(({ result }) => (result !== speaker.result && result !== main && result.at ? [result.at] : []));
}

/** What a score above its maximum adds to its finding: the likely score where that is sure, else what it may be. */
export function aboveMaximum(context: RuleContext, mistake: Mistake, at: Address): Partial<Finding> {
  const speaker = speakerOf(mistake);
  const [best] = mistake.explanations;
  const main = mainOf(best?.changes);
  const value = main && best?.changes.get(main);
  // The maximum is wrong, or another score: named once for all that it puts wrong.
  if (!speaker?.result.at || keyOf(speaker.result.at) !== keyOf(at)) {
    const bound = mistake.broken.find(
      ({ kind, result }) => kind === 'bound' && result.at && keyOf(result.at) === keyOf(at),
    );
    return bound && best?.events === 1 && holds(bound, best.changes) ? { follows: true } : {};
  }
  const suggestions = suggestionsOf(context, mistake);
  const consequences = consequencesOf(mistake, speaker);
  if (!mistake.isSure || !main?.at || value === undefined) return { suggestions, consequences };
  return { at: [main.at], message: sureMessage(mistake, main, value), suggestions, consequences };
}

/** The mistake that a score above its maximum is part of. */
export const mistakeAt = (context: RuleContext, at: Address): Mistake | null =>
  diagnosis(context).mistakes.find(({ broken }) =>
    broken.some(({ kind, result }) => kind === 'bound' && result.at !== null && keyOf(result.at) === keyOf(at)),
  ) ?? null;

/**
 * Whether a mistake of the unit lies in the area, or in a maximum that it shares: what the area's losses add up to
 * follows.
 */
export const isMistaken = (context: RuleContext, unit: UnitScores, area: Item): boolean =>
  diagnosis(context).mistakes.some(({ broken }) =>
    broken
      .flatMap(figuresOf)
      .some((figure) => (figure.unit === unit || figure.unit === null) && figure.item?.area === area.index),
  );
