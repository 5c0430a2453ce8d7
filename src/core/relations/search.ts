/**
 * Finds the wrong cells behind broken relations: the smallest, most plausible change that makes all of them hold (after
 * Fellegi and Holt 1976, Scholtus 2009, with costs for typing slips and for sums that were not updated).
 */
import type { Address } from '../values/address';
import { ZERO, placesOf, roundTo, type Decimal } from '../values/decimal';
import { once } from '../values/once';
import { textIn } from '../model/score-sheet';
import { OFF_STEP_COST, QUARTER, COPY_COST, OTHER_COST, SLIP_COST, intendedValues, slipOf } from './oddness';
import {
  NO_CHANGES,
  amountOf,
  figuresOf,
  holds,
  holdsWith,
  solve,
  tableKey,
  valueOf,
  type Changes,
  type Figure,
  type Relation,
} from './relation';

interface Explanation {
  /** Mistake by mistake: first the wrong cell, then the cells that were not updated after it. */
  readonly changes: ReadonlyMap<Figure, Decimal>;
  readonly cost: number;
  /** Number of mistakes. */
  readonly events: number;
  /** The mistake that each cell belongs to. */
  readonly eventOf: ReadonlyMap<Figure, number>;
}

export interface Search {
  /** Best first; the shares and that of an unknown explanation add up to 1. */
  readonly explanations: readonly (Explanation & { readonly share: number })[];
  /** False if the search stopped at its limit. */
  readonly isComplete: boolean;
}

/** A second mistake is about a hundred times less likely than one. */
const EVENT_COST = 5;
const ROUNDED_COST = 0.5;
/** An index that matches exactly without bonus and penalty is hardly a coincidence. */
const FORGOTTEN_COST = -2;
/** A sum that was not updated. Of the sums above it that follow, only the first adds `FIRST_FOLLOWER_COST`. */
const STALE_COST = 3;
const STALE_SUM_COST = 2.5;
/** A correction of more than this share of all points at once is implausible. */
const MOST_CORRECTED = 0.25;
/** The number beside a corrected one is less easily overlooked than a sum above it. */
const NEIGHBOUR_COST = 2;
const FIRST_FOLLOWER_COST = 1;
const FOLLOWER_COST = 0.2;
/** Maxima are copied from a decision, not added up again. */
const MAXIMUM_FOLLOWER_COST = 1;
/** Sums and quotients are mistyped twice as often as scores, maxima half as often. */
const DERIVED_COST = -Math.LN2;
const MAXIMUM_COST = Math.LN2;
/**
 * For each mistake of an explanation that the search does not know; it takes one mistake more than the best
 * explanation, each of them a slip.
 */
const UNKNOWN_COST = 6;
const MOST_EVENTS = 3;
const MOST_NODES = 4000;
/** Explanations that cost more than the best one by this much are dropped. */
const MARGIN = 7;

interface State extends Explanation {
  /** Changed sums and quotients, whose change may continue in those above them. */
  readonly open: ReadonlySet<Figure>;
}

const START: State = { changes: new Map(), cost: 0, events: 0, eventOf: new Map(), open: new Set() };

export interface Neighbourhood {
  /** The relations that contain a figure. */
  readonly of: ReadonlyMap<Figure, readonly Relation[]>;
  /** Those of them whose result it is. */
  readonly givenBy: ReadonlyMap<Figure, readonly Relation[]>;
  /** The cost of how odd a value is beside its neighbours. */
  readonly oddness: (figure: Figure, value: Decimal) => number;
  /** The cost of any other evidence against an explanation. */
  readonly against: (changes: Changes) => number;
}

export function explain(broken: readonly Relation[], near: Neighbourhood, mostEvents = MOST_EVENTS): Search {
  const found = new Map<string, Explanation>();
  let best = Infinity;
  let nodes = 0;
  const queue: State[] = [START];
  while (queue.length > 0 && nodes < MOST_NODES) {
    const state = takeCheapest(queue);
    if (state.cost > best + MARGIN) break;
    nodes++;
    const relation = firstBroken(broken, state, near);
    if (!relation) {
      best = Math.min(best, state.cost);
      const key = keyOf(state);
      if (!found.has(key)) found.set(key, state);
      continue;
    }
    for (const next of stepsFrom(state, relation, near)) {
      if (next.events <= mostEvents && next.cost <= best + MARGIN) queue.push(next);
    }
  }
  const weighed = [...found.values()].map((each) => ({ ...each, cost: each.cost + near.against(each.changes) }));
  return { explanations: shared(weighed), isComplete: queue.length === 0 || nodes < MOST_NODES };
}

function takeCheapest(queue: State[]): State {
  let cheapest = 0;
  for (let position = 1; position < queue.length; position++) {
    if ((queue[position]?.cost ?? 0) < (queue[cheapest]?.cost ?? 0)) cheapest = position;
  }
  const [state] = queue.splice(cheapest, 1);
  return state ?? START;
}

/**
 * The first relation that does not hold yet. Each list stops at its first: a common maximum is in the relations of all
 * units, and one of them is enough to go on with.
 */
function firstBroken(broken: readonly Relation[], { changes }: State, near: Neighbourhood): Relation | undefined {
  let first: Relation | undefined;
  for (const list of [broken, ...[...changes.keys()].map((figure) => near.of.get(figure) ?? [])]) {
    const found = inOrder(list).find((relation) => !holds(relation, changes));
    if (found && (!first || orderOf(found) < orderOf(first))) first = found;
  }
  return first;
}

/** Deepest items first, then fewest figures; bounds determine no value and come last. */
const inOrder = once((relations: readonly Relation[]) => [...relations].sort((a, b) => orderOf(a) - orderOf(b)));

const orderOf = (relation: Relation): number =>
  (relation.kind === 'bound' ? 100_000 : 0) - depthOf(relation) * 1000 + figuresOf(relation).length;

/** Items are deeper than areas, areas deeper than the whole unit (−1). */
export const depthOf = ({ result }: Relation): number => result.item?.level ?? -1;

function* stepsFrom(state: State, relation: Relation, near: Neighbourhood): Generator<State> {
  for (const figure of new Set(figuresOf(relation))) {
    if (figure.at === null || state.changes.has(figure)) continue;
    if (figure.isFormula && (figure !== relation.result || !changedIn(relation, state))) continue;
    for (const value of new Set(candidates(relation, figure, state))) {
      if (value === figure.value || !isPossible(figure, value)) continue;
      const changes = new Map([...state.changes, [figure, value]]);
      const cause = figure.isFormula ? changedIn(relation, state) : followedBy(figure, state, changes, near);
      const follows = cause !== undefined;
      const step = figure.isFormula
        ? 0
        : follows
          ? followerCost(figure, state)
          : costOf(figure, value, staleCost(relation, figure, value), near);
      const open = figure.isEntered ? state.open : new Set([...state.open, figure]);
      const event = (cause && state.eventOf.get(cause)) ?? state.events;
      const eventOf = new Map([...state.eventOf, [figure, event]]);
      yield { changes, cost: state.cost + step, events: state.events + (follows ? 0 : 1), eventOf, open };
    }
  }
}

/** A changed cell that the result depends on; a formula recalculates as soon as there is one. */
const changedIn = (relation: Relation, { changes }: State): Figure | undefined =>
  figuresOf(relation).find((figure) => figure !== relation.result && changes.has(figure));

/**
 * The changed figure below this sum or quotient, if the sum matched it before the change and matches it again with its
 * new value.
 */
function followedBy(figure: Figure, { open }: State, changes: Changes, near: Neighbourhood): Figure | undefined {
  for (const relation of near.givenBy.get(figure) ?? []) {
    if (!holds(relation) || !holds(relation, changes)) continue;
    const below = figuresOf(relation).find((each) => each !== figure && open.has(each));
    if (below) return below;
  }
  return undefined;
}

const followerCost = ({ role }: Figure, { changes }: State): number =>
  (changes.size === 1 ? FIRST_FOLLOWER_COST : 0) + (role === 'max' ? MAXIMUM_FOLLOWER_COST : FOLLOWER_COST);

function candidates(relation: Relation, figure: Figure, { changes }: State): Decimal[] {
  if (relation.whole && figure !== relation.result) {
    const solved = solve(relation, figure, changes);
    if (solved.some((value) => slipOf(figure.value, value) !== null)) return solved;
    const fits = holdsWith(relation, figure, changes);
    return [...solved, ...intendedValues(figure.value, (value) => value > 0 && fits(value))];
  }
  if (relation.kind !== 'bound') return solve(relation, figure, changes);
  const [term] = relation.part.terms;
  const most = term ? valueOf(term.figure, changes) : figure.value;
  const score = valueOf(relation.result, changes);
  return figure === relation.result ? intendedValues(figure.value, (value) => value >= 0 && value <= most) : [score];
}

function isPossible(figure: Figure, value: Decimal): boolean {
  if (value < 0) return figure.role === 'change';
  return figure.most === null || !figure.isEntered || value <= figure.most;
}

/** The cost of scores having been corrected without updating the sum: lower the more scores can have been. */
function staleCost(relation: Relation, figure: Figure, value: Decimal): number {
  if (figure === relation.result && forgetsExtras(relation)) return FORGOTTEN_COST;
  // A quotient may be older than the numbers it is computed from, but not the other way round.
  if (figure !== relation.result && relation.whole) return OTHER_COST;
  if (figure !== relation.result) return STALE_COST;
  if (relation.kind === 'index') return staleIndexCost(relation);
  // Score and loss are side by side: an officer who corrects one sees the other.
  if (relation.kind === 'loss') return STALE_COST + NEIGHBOUR_COST;
  if (relation.kind !== 'subtotal' && relation.kind !== 'total') return STALE_COST;
  const difference = figure.value - value;
  const corrected = relation.part.terms.filter(
    ({ figure: { isEntered, most, value: now } }) =>
      !isEntered || (now + difference >= 0 && now + difference <= (most ?? Infinity)),
  );
  return STALE_SUM_COST - Math.log(corrected.length) + (difference % QUARTER === 0 ? 0 : OFF_STEP_COST);
}

/**
 * Points are corrected in quarters and few at a time: the cost depends on whether such a correction explains the index.
 */
function staleIndexCost(relation: Relation): number {
  const [term] = relation.part.terms;
  const [before] = term ? solve(relation, term.figure, NO_CHANGES) : [];
  if (!term || before === undefined) return STALE_COST;
  const { value } = term.figure;
  if (relation.whole && Math.abs(before - value) > amountOf(relation.whole, NO_CHANGES) * MOST_CORRECTED)
    return OTHER_COST;
  const stepped = (value + Math.round((before - value) / QUARTER) * QUARTER) as Decimal;
  return STALE_COST + (holds(relation, new Map([[term.figure, stepped]])) ? 0 : OFF_STEP_COST);
}

/** Whether the index matches once bonus and penalty are left out. */
const forgetsExtras = (relation: Relation): boolean =>
  relation.kind === 'index' &&
  !holds(relation) &&
  holds({ ...relation, part: { ...relation.part, constants: [ZERO] } });

function costOf(figure: Figure, value: Decimal, stale: number, near: Neighbourhood): number {
  const isMaximum = figure.role === 'max';
  const suspicion = isMaximum ? MAXIMUM_COST : figure.isEntered ? 0 : DERIVED_COST;
  const typed = isRounded(figure, value) ? ROUNDED_COST : typingCost(figure, value);
  const typing = figure.isEntered || figure.isDenominator ? typed : Math.min(typed, stale);
  const odd = figure.isEntered || isMaximum ? near.oddness(figure, value) - near.oddness(figure, figure.value) : 0;
  return EVENT_COST + suspicion + typing + odd;
}

const typingCost = (figure: Figure, value: Decimal): number =>
  slipOf(figure.value, value) !== null ? SLIP_COST : isCopied(figure) ? COPY_COST : OTHER_COST;

/** Whether the typed number is the value printed with fewer decimals: 80 for 80,23. */
const isRounded = ({ role, value: typed }: Figure, value: Decimal): boolean =>
  (role === 'index' || role === 'percent') && roundTo(value, placesOf(typed)) === typed;

/** Whether the cell repeats its own maximum, or the number in the row above or below. */
const isCopied = (figure: Figure): boolean =>
  (figure.isEntered && figure.most !== null && figure.value === figure.most) || isEqualToNeighbour(figure);

/** Whether the row above or below has the same number. Multiples of a quarter are excluded: equal ones are common. */
function isEqualToNeighbour({ sheet, at, value }: Figure): boolean {
  if (!at || value % QUARTER === 0) return false;
  const codeIn = ({ row, column }: Address): string => textIn(sheet, { row, column }).split('/')[0] ?? '';
  return [-1, 1].some((step) => at.row + step >= 0 && codeIn({ ...at, row: at.row + step }) === codeIn(at));
}

/** The cell that is wrong; the others were not updated after it. */
export const mainOf = (changes: Changes | undefined): Figure | undefined => changes && [...changes.keys()][0];

const keyOf = ({ changes }: State): string =>
  [...changes]
    .map(([figure, value]) => `${cellKey(figure)}=${value}`)
    .sort()
    .join(' ');

const cellKey = ({ sheet, at, isDenominator }: Figure): string =>
  `${tableKey(sheet)} ${at?.row ?? ''},${at?.column ?? ''}${isDenominator ? '/' : ''}`;

function shared(found: readonly Explanation[]): (Explanation & { share: number })[] {
  const [least] = [...found].sort((a, b) => a.cost - b.cost);
  const best = least?.cost ?? 0;
  const weights = found.map(({ cost }) => Math.exp(best - cost));
  const unknown = Math.exp(best - UNKNOWN_COST * ((least?.events ?? 0) + 1));
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0) + unknown;
  return found
    .map((explanation, position) => ({ ...explanation, share: (weights[position] ?? 0) / totalWeight }))
    .sort((a, b) => b.share - a.share);
}
