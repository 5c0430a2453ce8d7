/**
 * Finds the mistakes of a sheet: broken relations that share cells come from one or a few mistakes, each with its
 * possible explanations.
 */
import type { Decimal } from '../values/decimal';
import { groupsOf } from '../values/group';
import type { ScoreSheet, UnitScores } from '../model/score-sheet';
import { NO_CUSTOMS, type Customs } from './customs';
import { oddnessIn } from './oddness';
import { figuresOf, holds, NO_CHANGES, type Changes, type Figure, type Relation } from './relation';
import { depthOf, explain, type Neighbourhood, type Search } from './search';

export interface Mistake extends Search {
  /** The relations that do not hold, deepest items first. */
  readonly broken: readonly Relation[];
  /** Sums above the broken relations that hold unchanged: they support the best explanation. */
  readonly standing: readonly Figure[];
  /**
   * True if the best explanation is a single mistake with a share of at least `SURE`, not all broken relations are
   * bounds, and no relation also needs another mistake.
   */
  readonly isSure: boolean;
}

export interface Diagnosis {
  readonly mistakes: readonly Mistake[];
  /**
   * Tables where so many sums fail that the tree was probably read wrongly, with the failing sums: no corrections are
   * offered.
   */
  readonly doubtful: ReadonlyMap<ScoreSheet, readonly Relation[]>;
}

const SURE = 0.9;
/** Without proof, the share of the best explanation is capped at this. */
const MOST_UNSURE = 0.85;
/**
 * If more than a third of the parents' maxima differ from the sum of their children, the tree was read wrongly or the
 * table is a list of losses.
 */
const DOUBTFUL_SHARE = 1 / 3;
const FEWEST_PARENTS = 3;
const ABOVE: ReadonlySet<Relation['kind']> = new Set(['subtotal', 'total', 'index']);
/** The tree is also doubtful if the same row fails in more than this share of the units. */
const COMMON_SHARE = 0.6;
const FEWEST_UNITS = 3;

/** Diagnoses the relations of one table, or of several tables that state the same numbers. */
export function diagnose(
  all: readonly Relation[],
  against: Neighbourhood['against'] = () => 0,
  customs: Customs = NO_CUSTOMS,
): Diagnosis {
  const doubtful = doubtfulTables(all);
  const relations = all.filter((relation) => figuresOf(relation).every(({ sheet }) => !doubtful.has(sheet)));
  const broken = relations.filter((relation) => !holds(relation));
  const sound = relations.filter((relation) => !relation.result.isFormula || !broken.includes(relation));
  const givenBy = groupsOf(sound, ({ result }) => result);
  const near: Neighbourhood = { of: byFigure(sound), givenBy, oddness: oddnessIn(relations, customs), against };
  // A formula whose result differs from its cells is itself at fault: no other cell is blamed for it.
  const formulas = broken.filter(({ result }) => result.isFormula);
  const whose = sameUnits(relations);
  const typed = partsOf(broken.filter(({ result }) => !result.isFormula)).flatMap((part) => byUnit(part, near, whose));
  const mistakes = [
    ...joinedByOneMistake(typed, near, whose).flatMap((part) => mistakesIn(part, explain(part, near), near)),
    ...formulas.map((relation) => mistakeOf([relation], { explanations: [], isComplete: true }, near)),
  ];
  // A loss missing from a list of losses is not a wrong number.
  return { mistakes: mistakes.filter(({ broken: failed }) => failed.some(({ kind }) => kind !== 'listed')), doubtful };
}

function mistakeOf(broken: readonly Relation[], search: Search, near: Neighbourhood, isTied = false): Mistake {
  const [best] = search.explanations;
  // A bound gives a range, not a number: alone it proves nothing.
  const isDetermined = broken.some(({ kind }) => kind !== 'bound');
  const isSure = isDetermined && best?.events === 1 && best.share >= SURE && !isTied;
  const most = isSure ? 1 : MOST_UNSURE / Math.max(MOST_UNSURE, best?.share ?? 0);
  const explanations = search.explanations.map((each) => ({ ...each, share: each.share * most }));
  return { ...search, explanations, broken, standing: standingOver(broken, best?.changes ?? NO_CHANGES, near), isSure };
}

/** Sums and indices above the broken relations, followed upwards from their results as long as each still holds. */
function standingOver(broken: readonly Relation[], changes: Changes, near: Neighbourhood): Figure[] {
  const found = new Set(broken.map(({ result }) => result).filter((result) => !changes.has(result)));
  const start = found.size;
  for (const figure of found) {
    for (const relation of near.of.get(figure) ?? []) {
      const isAbove = ABOVE.has(relation.kind) && relation.part.terms.some((term) => term.figure === figure);
      if (isAbove && !changes.has(relation.result) && holds(relation, changes)) found.add(relation.result);
    }
  }
  return [...found].slice(start);
}

type Shared = Search['explanations'][number];

/**
 * Splits the best explanation into its mistakes if each has broken relations of its own; otherwise returns one mistake
 * for all.
 */
function mistakesIn(broken: readonly Relation[], search: Search, near: Neighbourhood): Mistake[] {
  const [best] = search.explanations;
  if (!best || best.events < 2) return [mistakeOf(broken, search, near)];
  const events = eventsOf(best);
  const byEvent = events.map((): Relation[] => []);
  for (const relation of broken) byEvent[events.findIndex((event) => isTouched(relation, event))]?.push(relation);
  if (byEvent.some((relations) => relations.length === 0)) return [mistakeOf(broken, search, near)];
  return events.map((event, position) => {
    const others = new Set(events.filter((each) => each !== event).map(keyOfEvent));
    const relations = byEvent[position] ?? [];
    const explanations = projected(search.explanations, event, others, relations);
    // If one relation needs two mistakes, the value of each depends on the other.
    const isTied = broken.some(
      (relation) => isTouched(relation, event) && events.some((each) => each !== event && isTouched(relation, each)),
    );
    return mistakeOf(relations, { ...search, explanations }, near, isTied);
  });
}

type Event = ReadonlyMap<Figure, Decimal>;

function eventsOf({ changes, events, eventOf }: Shared): Event[] {
  return Array.from(
    { length: events },
    (_, event) => new Map([...changes].filter(([each]) => eventOf.get(each) === event)),
  );
}

const isTouched = (relation: Relation, event: Event): boolean =>
  figuresOf(relation).some((figure) => event.has(figure));

const ids = new WeakMap<Figure, number>();
let count = 0;
function idOf(figure: Figure): number {
  const id = ids.get(figure) ?? count++;
  ids.set(figure, id);
  return id;
}
const keyOfEvent = (event: Event): string => [...event].map(([figure, value]) => `${idOf(figure)}=${value}`).join(' ');

/** The explanations reduced to one mistake: the other mistakes are removed and equal results merged. */
function projected(
  explanations: readonly Shared[],
  event: Event,
  others: ReadonlySet<string>,
  broken: readonly Relation[],
): Shared[] {
  const found = new Map<string, Shared>();
  for (const each of explanations) {
    const events = eventsOf(each);
    const sameEvents = events.filter((one) => keyOfEvent(one) === keyOfEvent(event));
    const left = events.filter((one) => !others.has(keyOfEvent(one)));
    const near = left.filter((one) => broken.some((relation) => isTouched(relation, one)));
    const chosen = sameEvents.length > 0 ? sameEvents : near.length > 0 ? near : left;
    if (chosen.length === 0) continue;
    const key = chosen.map(keyOfEvent).sort().join(';');
    const changes = new Map(chosen.flatMap((one) => [...one]));
    const eventOf = new Map(chosen.flatMap((one, position) => [...one.keys()].map((figure) => [figure, position])));
    const known = found.get(key);
    found.set(key, { ...each, changes, eventOf, events: chosen.length, share: each.share + (known?.share ?? 0) });
  }
  const shareSum = [...found.values()].reduce((sum, { share }) => sum + share, 0);
  return [...found.values()]
    .map((each) => ({ ...each, share: each.share / shareSum }))
    .sort((a, b) => b.share - a.share);
}

/** The unit of a relation; a unit that appears in several tables counts as one. */
function sameUnits(relations: readonly Relation[]): (relation: Relation) => UnitScores | null {
  const first = new Map<UnitScores, UnitScores>();
  for (const { kind, result, part } of relations) {
    const other = kind === 'elsewhere' ? part.terms[0]?.figure.unit : null;
    if (result.unit && other) first.set(result.unit, first.get(other) ?? other);
  }
  return ({ result }) => result.unit && (first.get(result.unit) ?? result.unit);
}

/**
 * Splits relations that are connected only through common maxima into one group per unit, unless a common maximum is
 * wrong or one mistake explains all of them.
 */
function byUnit(
  part: readonly Relation[],
  near: Neighbourhood,
  whose: (relation: Relation) => UnitScores | null,
): (readonly Relation[])[] {
  const units = groupsOf(part, whose);
  if (units.size < 2 || (units.size < 3 && units.has(null))) return [part];
  if (explain(part, near, 1).explanations.length > 0) return [part];
  const [best] = explain(part, near).explanations;
  return best && [...best.changes.keys()].some(({ unit }) => unit === null) ? [part] : [...units.values()];
}

/**
 * Correcting a score without updating the sums above it breaks relations that share no cell: groups of one unit that a
 * single mistake explains are joined.
 */
function joinedByOneMistake(
  parts: readonly (readonly Relation[])[],
  near: Neighbourhood,
  whose: (relation: Relation) => UnitScores | null,
): (readonly Relation[])[] {
  const ofUnits = groupsOf(parts, ([first]) => (first ? whose(first) : null));
  return [...ofUnits.values()].flatMap((unitParts) => joined(unitParts, near));
}

const MOST_JOINED = 8;

function joined(unitParts: readonly (readonly Relation[])[], near: Neighbourhood): (readonly Relation[])[] {
  const isOne = (parts: readonly (readonly Relation[])[]): readonly Relation[] | null => {
    const all = parts.flat().sort(upwards);
    return explain(all, near, 1).explanations.length > 0 ? all : null;
  };
  if (unitParts.length < 2) return [...unitParts];
  const merged = isOne(unitParts);
  if (merged) return [merged];
  if (unitParts.length === 2 || unitParts.length > MOST_JOINED) return [...unitParts];
  for (const [position, one] of unitParts.entries()) {
    for (const other of unitParts.slice(position + 1)) {
      const both = isOne([one, other]);
      if (both) return joined([both, ...unitParts.filter((each) => each !== one && each !== other)], near);
    }
  }
  return [...unitParts];
}

function doubtfulTables(relations: readonly Relation[]): ReadonlyMap<ScoreSheet, readonly Relation[]> {
  const tables = groupsOf(relations, ({ result }) => result.sheet);
  return new Map(
    [...tables].flatMap(([sheet, sheetRelations]) => {
      const against = againstTree(sheet, sheetRelations);
      return against ? [[sheet, against] as const] : [];
    }),
  );
}

/**
 * The broken sums that contradict the tree, possibly none if reading left the tree unsure; null if the tree is not in
 * doubt.
 */
function againstTree(sheet: ScoreSheet, relations: readonly Relation[]): readonly Relation[] | null {
  const maxima = relations.filter(
    ({ kind, result }) => kind === 'maximum' && result.unit === null && result.item !== null,
  );
  const wrong = maxima.filter((relation) => !holds(relation));
  if (maxima.length >= FEWEST_PARENTS && wrong.length > maxima.length * DOUBTFUL_SHARE) return wrong;
  const rows = new Map<string, Relation[]>();
  for (const relation of relations) {
    const { kind, result } = relation;
    if (kind !== 'subtotal' || !result.item || !result.unit || holds(relation)) continue;
    const row = `${result.role}${result.item.position}`;
    rows.set(row, [...(rows.get(row) ?? []), relation]);
  }
  const common = [...rows.values()].filter(
    ({ length }) => length >= FEWEST_UNITS && length > sheet.units.length * COMMON_SHARE,
  );
  if (common.length > 0) return common.flat();
  return sheet.facts.some(({ kind }) => kind === 'unsure-tree') ? [] : null;
}

function byFigure(relations: readonly Relation[]): Map<Figure, Relation[]> {
  const of = new Map<Figure, Relation[]>();
  for (const relation of relations) {
    for (const figure of figuresOf(relation)) {
      const known = of.get(figure);
      if (known) known.push(relation);
      else of.set(figure, [relation]);
    }
  }
  return of;
}

/** Groups broken relations so that no two groups share a figure that may change. */
function partsOf(broken: readonly Relation[]): Relation[][] {
  const of = byFigure(broken);
  const ordered = [...broken].reverse();
  const headOf = new Map<Relation, Relation>();
  for (const head of ordered) {
    const part = headOf.has(head) ? [] : [head];
    for (const relation of part) {
      headOf.set(relation, head);
      for (const figure of figuresOf(relation)) {
        if (figure.at !== null) part.push(...(of.get(figure) ?? []).filter((each) => !headOf.has(each)));
        of.delete(figure);
      }
    }
  }
  return [...groupsOf(ordered, (relation) => headOf.get(relation)).values()]
    .reverse()
    .map((part) => part.sort(upwards));
}

/** Deeper items first; figures of the whole unit last. */
const upwards = (a: Relation, b: Relation): number => depthOf(b) - depthOf(a);
