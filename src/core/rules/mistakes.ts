/** The mistakes of one sheet for its rules: one relation reports each mistake, the others only follow from it. */
import { resultOf } from '../model/assessment';
import { keyOf, type Address, type CellKey } from '../values/address';
import { minimum, type Decimal } from '../values/decimal';
import { once } from '../values/once';
import { matchCriteria } from '../matching/match-criteria';
import type { Finding, RuleContext } from '../model/rule';
import type { Item, Question, ReadFact, ScoreSheet, UnitScores } from '../model/score-sheet';
import { addRelations } from '../relations/build';
import { customsOf } from '../relations/customs';
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
import { mainOf } from '../relations/search';
import { copiedItems, linksBetween, restatementOf } from '../relations/link';
import { emptyDraft } from '../relations/terms';
import { fitResults } from './fit-results';
import { indices, losses, percents, printingOf, subtotals } from './equations';
import { maxima } from './max-equations';
import { doubtOf, doubtOfTree, evidenceOf, plainMessage, suggestionsOf, sureMessage } from './mistake-words';
import { oddScores } from './odd-scores';
import { totals } from './total-equations';
import { plain } from './wording';

interface Broken {
  readonly relation: Relation;
  readonly expected: Decimal;
  /** Null if the tree is in doubt. */
  readonly mistake: Mistake | null;
  /** True for the one relation that reports the mistake. */
  readonly isMain: boolean;
}

/** Units without a total are checked too if there are at most this many. */
const MOST_UNSUMMED = 200;

export const diagnosis = (context: RuleContext): Diagnosis => ofTables(tablesOf(context));

const alone = once((context: RuleContext): readonly RuleContext[] => [context]);
const tablesOf = (context: RuleContext): readonly RuleContext[] =>
  context.relatedContexts?.some(({ scoreSheet }) => scoreSheet === context.scoreSheet)
    ? context.relatedContexts
    : alone(context);

const ofTables = once((tables: readonly RuleContext[]): Diagnosis => {
  const restatements = tables.flatMap((one, position) =>
    tables.slice(position + 1).flatMap((other) => restatementOf(one.scoreSheet, other.scoreSheet) ?? []),
  );
  const drafts = new Map(
    tables.map(({ scoreSheet }) => {
      const copied = restatements.flatMap((each) => (each.brief === scoreSheet ? copiedItems(each) : []));
      return [scoreSheet, emptyDraft(scoreSheet, copied)];
    }),
  );
  const links = restatements.flatMap((each) => {
    const [detail, brief] = [drafts.get(each.detail), drafts.get(each.brief)];
    return detail && brief ? linksBetween(detail, brief, each) : [];
  });
  const suspects = new Map(tables.map((context) => [context.scoreSheet, suspectUnits(context)]));
  for (const link of links) if (!holds(link)) figuresOf(link).forEach((each) => add(suspects, each));
  // A unit that is suspect in one table is checked in every table.
  for (const { detail, brief, units } of restatements) {
    for (const [from, to] of units) {
      if (suspects.get(detail)?.has(from) || suspects.get(brief)?.has(to)) {
        suspects.get(detail)?.add(from);
        suspects.get(brief)?.add(to);
      }
    }
  }
  const differs = tables.some((context) => [...maxima(context)].length > 0 || context.scoreSheet.facts.some(isChange));
  if (!differs && [...suspects.values()].every(({ size }) => size === 0)) return { mistakes: [], doubtful: new Map() };
  for (const context of tables) {
    const { scoreSheet, settings } = context;
    const draft = drafts.get(scoreSheet);
    const suspected = suspects.get(scoreSheet);
    if (!draft || !suspected) continue;
    addRelations(draft, {
      units: scoreSheet.units.filter((unit) => suspected.has(unit)),
      totalsOf: (unit) => resultOf(context, unit).totals,
      criteria: maximaLaidDown(context),
      isPlainIndex: settings.appraisedShare === null,
      printing: printingOf(context),
    });
  }
  const isLooked = ({ result }: Relation): boolean =>
    result.unit === null || (suspects.get(result.sheet)?.has(result.unit) ?? false);
  const all = [...[...drafts.values()].flatMap((draft) => draft.all), ...links.filter(isLooked)];
  return diagnose(all, fitResults(tables), customsOf(tables));
});

const isChange = ({ kind }: ReadFact): boolean => kind === 'stated-change';

function add(suspects: ReadonlyMap<ScoreSheet, Set<UnitScores>>, { sheet, unit }: Figure): void {
  if (unit) suspects.get(sheet)?.add(unit);
}

const maximaLaidDown = (context: RuleContext): ReadonlyMap<Item, Decimal> =>
  new Map(matchCriteria(context).matched.flatMap(({ item, line }) => (line.max === null ? [] : [[item, line.max]])));

/**
 * Units with a number that differs from the scores; only their relations can be broken. Units without a total are added
 * if there are few.
 */
function suspectUnits(context: RuleContext): Set<UnitScores> {
  const found = new Set<UnitScores>();
  for (const list of [subtotals, losses, percents, totals, indices])
    for (const { unit, agreement } of list(context)) if (agreement === 'different') found.add(unit);
  for (const { unit } of maxima(context)) if (unit) found.add(unit);
  for (const { unit, score } of oddScores(context)) if (score.kind === 'points') found.add(unit);
  const unsummed = context.units.filter(({ totals: { awardedTotal } }) => awardedTotal === null);
  if (unsummed.length <= MOST_UNSUMMED) unsummed.forEach(({ unit }) => found.add(unit));
  return found;
}

/** Broken relations of the wanted kinds that are reported in this table. */
export function brokenOf(context: RuleContext, kinds: readonly RelationKind[]): Broken[] {
  const { mistakes } = diagnosis(context);
  return mistakes.flatMap((mistake) => {
    if (isQuestioned(context, mistake)) return [];
    const speaker = mainRelation(mistake);
    return mistake.broken
      .filter((relation) => kinds.includes(relation.kind) && agreementOf(relation) === 'different')
      .flatMap((relation): Broken[] => {
        const expected = expectedOf(relation);
        const speaks = relation === speaker;
        if (expected === null || reportedFigure(mistake, relation, speaks).sheet !== context.scoreSheet) return [];
        return [{ relation, expected, mistake, isMain: speaks }];
      });
  });
}

const figureQuestions = ({ facts }: ScoreSheet): Question[] =>
  facts.filter((fact) => fact.kind === 'undecided-column').filter(({ remedy }) => remedy !== undefined);

const isAbout = ({ at }: Question, { broken }: Mistake, sheet: ScoreSheet): boolean => {
  const asked = new Set(at.map(keyOf));
  const isAsked = (figure: Figure): boolean =>
    figure.sheet === sheet && figure.at !== null && asked.has(keyOf(figure.at));
  return broken.some((relation) => figuresOf(relation).some(isAsked));
};

const isQuestioned = ({ scoreSheet }: RuleContext, mistake: Mistake): boolean =>
  figureQuestions(scoreSheet).some((question) => isAbout(question, mistake, scoreSheet));

/** Suggestions that answer a question about a figure; the question then reports the mistake. */
export function answersTo(context: RuleContext, question: Question): Pick<Finding, 'suggestions' | 'consequences'> {
  const { scoreSheet } = context;
  const mistake = diagnosis(context).mistakes.find((each) => isAbout(question, each, scoreSheet));
  const speaker = mistake && mainRelation(mistake);
  if (!mistake || !speaker) return {};
  return { suggestions: suggestionsOf(context, mistake), consequences: consequencesOf(mistake, speaker) };
}

/** Facts that already report that the table's rows do not add up. */
const STRUCTURE_DOUBTS: ReadonlySet<ReadFact['kind']> = new Set(['unsure-tree', 'list-of-losses', 'undecided-column']);

/** A single finding if so many sums fail that the tree is in doubt. */
export function treeDoubts(context: RuleContext, wanted: RelationKind): Finding[] {
  const { scoreSheet } = context;
  const against = diagnosis(context).doubtful.get(scoreSheet) ?? [];
  const at = against.flatMap(({ kind, result }) => (kind === wanted && result.at ? [result.at] : []));
  if (at.length === 0 || scoreSheet.facts.some(({ kind }) => STRUCTURE_DOUBTS.has(kind))) return [];
  return [{ at, message: doubtOfTree(at) }];
}

/** The figure that a finding is about: the wrong cell if the mistake is sure, else the result of the relation. */
function reportedFigure(mistake: Mistake, { result }: Relation, speaks: boolean): Figure {
  const main = speaks && mistake.isSure ? mainOf(mistake.explanations[0]?.changes) : undefined;
  return main ?? result;
}

/**
 * The relation that reports the mistake: a score out of bounds first, then the relation whose result is the wrong cell,
 * then the lowest.
 */
function mainRelation({ broken, explanations }: Mistake): Relation | undefined {
  const main = mainOf(explanations[0]?.changes);
  const stated = broken.filter(({ kind }) => kind !== 'listed');
  return stated.find(({ kind }) => kind === 'bound') ?? stated.find(({ result }) => result === main) ?? stated[0];
}

/**
 * The finding for one broken relation: that of the mistake itself, or a consequence that only states the difference.
 */
export function findingOf(context: RuleContext, broken: Broken): Finding {
  const { relation, expected, mistake, isMain } = broken;
  const { result } = relation;
  const finding = {
    at: result.at ? [result.at] : [],
    ...(result.unit ? { unit: result.unit } : {}),
    ...(result.item ? { item: result.item } : {}),
    expected: plain(expected),
    actual: plain(result.value),
    message: plainMessage(context, relation, expected),
  };
  if (!mistake || !isMain) return { ...finding, follows: true };
  const suggestions = suggestionsOf(context, mistake);
  const consequences = consequencesOf(mistake, relation);
  const [best] = mistake.explanations;
  const main = mainOf(best?.changes);
  if (!best || !main?.at) return { ...finding, suggestions, consequences };
  const evidence = evidenceOf(context, mistake, mistake.isSure ? main : result);
  if (!mistake.isSure)
    return { ...finding, message: doubtOf(finding.message, broken, mistake), suggestions, consequences, evidence };
  if (main === result) return { ...finding, suggestions, consequences, evidence };
  const value = best.changes.get(main) ?? main.value;
  return {
    at: [main.at],
    ...(main.unit ? { unit: main.unit } : {}),
    ...(main.item ? { item: main.item } : {}),
    expected: plain(value),
    actual: plain(main.value),
    message: sureMessage(mistake, main, value),
    suggestions,
    consequences,
    evidence,
  };
}

/** Results of the other broken relations: they are right again once the mistake is corrected. */
function consequencesOf({ broken, explanations }: Mistake, speaker: Relation): Address[] {
  const main = mainOf(explanations[0]?.changes);
  const { sheet } = main ?? speaker.result;
  return broken.flatMap(({ result }) =>
    result !== speaker.result && result !== main && result.sheet === sheet && result.at ? [result.at] : [],
  );
}

/**
 * What the mistake adds to the finding about a score above its maximum or below 0: the likely score if it is sure, else
 * only suggestions.
 */
export function outOfBounds(context: RuleContext, mistake: Mistake, at: Address): Partial<Finding> {
  if (isQuestioned(context, mistake)) return { follows: true };
  const speaker = mainRelation(mistake);
  const [best] = mistake.explanations;
  const main = mainOf(best?.changes);
  const value = main && best?.changes.get(main);
  // The maximum or another score is wrong: it is reported once for all the numbers it affects.
  if (!speaker?.result.at || keyOf(speaker.result.at) !== keyOf(at)) {
    const bound = mistake.broken.find(
      ({ kind, result }) => kind === 'bound' && result.at && keyOf(result.at) === keyOf(at),
    );
    return bound && best && holds(bound, best.changes) ? { follows: true } : {};
  }
  const finding = {
    suggestions: suggestionsOf(context, mistake),
    consequences: consequencesOf(mistake, speaker),
    evidence: evidenceOf(context, mistake, (mistake.isSure ? main : null) ?? speaker.result),
  };
  if (!mistake.isSure || !main?.at || value === undefined) return finding;
  return { ...finding, at: [main.at], message: sureMessage(mistake, main, value) };
}

/** Whether a sure mistake is reported at the cell with a correction within the maximum, as for a restated number. */
export const isMended = (context: RuleContext, at: Address, max: Decimal): boolean =>
  (byCell(context).mended.get(keyOf(at)) ?? Infinity) <= max;

/** True if only bounds are broken: the correct score is then known only as a range. */
export const isOnlyBounded = ({ broken }: Mistake): boolean => broken.every(({ kind }) => kind === 'bound');

/** The mistake that contains the out-of-bounds score in a cell. */
export const mistakeAt = (context: RuleContext, at: Address): Mistake | null =>
  byCell(context).bounded.get(keyOf(at)) ?? null;

const byCell = once((context: RuleContext) => {
  const bounded = new Map<CellKey, Mistake>();
  const mended = new Map<CellKey, Decimal>();
  for (const mistake of diagnosis(context).mistakes) {
    for (const { kind, result } of mistake.broken) {
      const key = kind === 'bound' && result.at ? keyOf(result.at) : null;
      if (key !== null && !bounded.has(key)) bounded.set(key, mistake);
    }
    const changes = mistake.isSure ? mistake.explanations[0]?.changes : undefined;
    const main = mainOf(changes);
    const value = main && changes?.get(main);
    if (value === undefined || !main?.at || main.sheet !== context.scoreSheet) continue;
    mended.set(keyOf(main.at), minimum(value, mended.get(keyOf(main.at)) ?? value));
  }
  return { bounded, mended };
});

/**
 * Whether a mistake of the unit is in the area or in one of its common maxima: a difference in the area's listed losses
 * then follows from it.
 */
export const isMistaken = (context: RuleContext, unit: UnitScores, area: Item): boolean =>
  diagnosis(context).mistakes.some(({ broken }) =>
    broken
      .flatMap(figuresOf)
      .some((figure) => (figure.unit === unit || figure.unit === null) && figure.item?.area === area.position),
  );
