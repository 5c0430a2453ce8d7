/**
 * How odd a value is for a cell, given the scores of its column, the other units' scores for the item, its step and
 * last year's value; and how likely one number was typed in place of another.
 */
import { isScoredItem, maxPointsOf, type Item, type ScoreSheet } from '../model/score-sheet';
import { groupsOf } from '../values/group';
import { once } from '../values/once';
import { placesOf, toText, type Decimal } from '../values/decimal';
import { NO_CUSTOMS, type Customs } from './customs';
import { figuresOf, tableKey, type Figure, type Relation } from './relation';

/** Costs are negative logarithms of odds. */
export const OFF_STEP_COST = 2.5;
const FAR_COST = 3;
/** A maximum that no unit reaches. */
const UNREACHED_COST = 1.5;
/** A number that differs from last year's, if that is known. */
const CHANGED_COST = 1.5;
/** A maximum larger than that of every other item. */
const LARGEST_COST = 2;
/** For each score that is above the new maximum but not above the stated one: each would be another mistake. */
const EXCEEDED_COST = 5;
const MOST_EXCEEDED_COST = 10;
/** A loss that is not written down although the unit's other losses are. */
const UNSTATED_LOSS_COST = 2;
const FEWEST_STATED = 3;
const FEWEST_NEIGHBOURS = 4;
/** Quarters of a point: the step of most criteria sets. */
export const QUARTER = 2_500_000_000;

interface Column {
  readonly isStepped: boolean;
  readonly places: number;
  /** The largest value of the column apart from this figure; Infinity if there is too little to compare with. */
  readonly largestBut: (figure: Figure) => number;
}

interface Spread {
  readonly middle: number;
  /** Infinity if there are too few scores to compare with. */
  readonly spread: number;
}

/** Returns the cost of a value for a figure; comparisons with too few neighbours add nothing. */
export function oddnessIn(
  relations: readonly Relation[],
  { stepOf, before }: Customs = NO_CUSTOMS,
): (figure: Figure, value: Decimal) => number {
  const entered = new Set(relations.flatMap(figuresOf).filter(({ isEntered }) => isEntered));
  const columns = new Map([...groupsOf(entered, columnOf)].map(([key, figures]) => [key, habitsOf(figures)]));
  const spreads = once(spreadOf);
  return (figure, value) => {
    const column = columns.get(columnOf(figure));
    const step = stepOf(figure);
    const isOff = step === null ? isUnusual(value, column) : value % step !== 0;
    const was = before(figure);
    const unlike = (isOff ? OFF_STEP_COST : 0) + (was === null || was === value ? 0 : CHANGED_COST);
    if (figure.role === 'max') {
      const isLargest = column !== undefined && figure.isEntered && value > column.largestBut(figure);
      const reached = isReached(value, figure) ? 0 : UNREACHED_COST;
      return unlike + reached + exceededCost(value, figure) + (isLargest ? LARGEST_COST : 0);
    }
    const isUnsaid = hasUnstatedLoss(figure, value) && statesLosses(figure);
    return unlike + farness(value, spreads(figure)) + (isUnsaid ? UNSTATED_LOSS_COST : 0);
  };
}

function isUnusual(value: Decimal, column: Column | undefined): boolean {
  if (!column) return placesOf(value) > 2;
  return column.isStepped ? value % QUARTER !== 0 : placesOf(value) > column.places;
}

const columnOf = ({ sheet, unit, role, isEntered }: Figure): string =>
  `${tableKey(sheet)} ${role} ${unit?.position ?? ''} ${isEntered ? 1 : 0}`;

const pointsOf = ({ units }: ScoreSheet, role: 'self' | 'appraised', item: Item): Decimal[] =>
  units.flatMap((unit) => {
    const score = unit[role]?.[item.position];
    return score?.kind === 'points' ? [score.points] : [];
  });

/** How many units have which points for each item, self and appraised together. */
const talliesOf = once((sheet: ScoreSheet) =>
  sheet.items.map((item) => {
    const points = (['self', 'appraised'] as const).flatMap((role) => pointsOf(sheet, role, item));
    return [...groupsOf(points, (each) => each)].map(([each, { length }]) => [each, length] as const);
  }),
);

/** Whether a unit's score for the item equals this maximum: full marks are the most common score. */
const isReached = (value: Decimal, { sheet, item }: Figure): boolean =>
  item !== null && talliesOf(sheet)[item.position]?.some(([points]) => points === value) === true;

/**
 * 0 for a maximum of the whole unit and for the second number of «75,42/94», which are compared with no other score.
 */
function exceededCost(value: Decimal, { sheet, item, unit, isDenominator, value: stated }: Figure): number {
  if (!item || isDenominator || value >= stated) return 0;
  const awarded = unit?.[unit.awardedRole]?.[item.position];
  const scores = unit
    ? awarded?.kind === 'points'
      ? [[awarded.points, 1] as const]
      : []
    : talliesOf(sheet)[item.position];
  const exceeded = scores?.reduce((sum, [points, times]) => sum + (points > value && points <= stated ? times : 0), 0);
  return Math.min(EXCEEDED_COST * (exceeded ?? 0), MOST_EXCEEDED_COST);
}

/** Whether the score is below its maximum but the cell for its loss is blank. */
function hasUnstatedLoss({ unit, item, role, isEntered }: Figure, value: Decimal): boolean {
  if (!unit?.lost || !item || !isEntered || role !== unit.awardedRole || unit.lost[item.position]) return false;
  const most = maxPointsOf(unit, item);
  return most !== null && value < most;
}

/** Whether the unit's other losses are written down. */
function statesLosses({ unit, item: figureItem, sheet }: Figure): boolean {
  if (!unit?.lost) return false;
  const { lost, awardedRole } = unit;
  const others = sheet.items.filter((item) => {
    const score = unit[awardedRole]?.[item.position];
    return (
      item !== figureItem &&
      isScoredItem(item) &&
      score?.kind === 'points' &&
      score.points < (maxPointsOf(unit, item) ?? 0)
    );
  });
  const losing = others.filter(({ position }) => lost[position]).length;
  return losing >= FEWEST_STATED && (others.length - losing) * 10 <= losing;
}

/** The median of the other units' scores for the same item, and their robust deviation from it. */
function spreadOf({ sheet, role, item, value }: Figure): Spread {
  const unknown = { middle: 0, spread: Infinity };
  if (!item || (role !== 'self' && role !== 'appraised')) return unknown;
  const key = `${role} ${item.position}`;
  const points = sortedOnce(sheet, key, () => pointsOf(sheet, role, item));
  if (points.length <= FEWEST_NEIGHBOURS) return unknown;
  const middle = medianBut(value, points);
  const apart = sortedOnce(sheet, `${key} ${middle}`, () => points.map((each) => Math.abs(each - middle)));
  const spread = medianBut(Math.abs(value - middle), apart) * 1.4826;
  return { middle, spread: Math.max(spread, QUARTER / 2) };
}

const sortedIn = once<ScoreSheet, Map<string, readonly number[]>>(() => new Map());

/** Sorted once for all units: every one of them may have a score to weigh. */
function sortedOnce(sheet: ScoreSheet, key: string, find: () => number[]): readonly number[] {
  const known = sortedIn(sheet).get(key);
  if (known) return known;
  const fresh = find().sort((a, b) => a - b);
  sortedIn(sheet).set(key, fresh);
  return fresh;
}

/** The median of sorted values without one of them. */
function medianBut(value: number, sorted: readonly number[]): number {
  const middle = Math.floor((sorted.length - 1) / 2);
  return ((sorted[middle] ?? 0) < value ? sorted[middle] : sorted[middle + 1]) ?? 0;
}

function habitsOf(figures: readonly Figure[]): Column {
  const stepped = figures.filter(({ value }) => value % QUARTER === 0).length;
  const places = figures.map(({ value }) => placesOf(value)).sort((a, b) => a - b);
  const isStepped = stepped > figures.length * 0.85;
  const [largest, second] = [...figures].sort((a, b) => b.value - a.value);
  const isFew = figures.length < FEWEST_NEIGHBOURS;
  const largestBut = (figure: Figure): number =>
    isFew ? Infinity : ((figure === largest ? second : largest)?.value ?? Infinity);
  if (!isStepped && isFew) return { isStepped, places: 2, largestBut };
  const usual = places[Math.floor(places.length * 0.9)] ?? 2;
  // A single number with a third decimal does not set the usual number of decimals.
  const isLone = usual > 2 && (places.at(-2) ?? 0) <= 2;
  return { isStepped, places: isLone ? 2 : usual, largestBut };
}

/** How far a value is from the other units' scores: half the square of the robust deviation, capped. */
function farness(value: Decimal, { middle, spread }: Spread): number {
  const deviation = (value - middle) / spread;
  return Math.min(FAR_COST, (deviation * deviation) / 2);
}

type Slip = 'comma' | 'digit' | 'swapped' | 'dropped' | 'added' | 'sign';

/**
 * Costs are negative logarithms of odds: 3 more is twenty times less likely. All kinds of slip cost the same: finer
 * weights gain nothing.
 */
export const SLIP_COST = 2;
export const COPY_COST = 2.5;
export const OTHER_COST = 6;

/** The single slip that turns `meant` into `typed`; null if it takes more than one. */
export function slipOf(typed: Decimal, meant: Decimal): Slip | null {
  if (typed === meant) return null;
  if (typed === -meant) return 'sign';
  if (typed < 0 !== meant < 0) return null;
  const [one, other] = [printed(typed), printed(meant)];
  if (digitsOf(one) === digitsOf(other)) return 'comma';
  if (one.length === other.length) return sameLength(one, other);
  if (one.length + 1 === other.length || dropsOne(other, one)) return dropsOne(other, one) ? 'dropped' : null;
  return dropsOne(one, other) ? 'added' : null;
}

/** 0,5 and 5 differ only by the comma; leading and trailing zeros are not compared. */
const digitsOf = (text: string): string => text.replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
const printed = (value: Decimal): string => toText((value < 0 ? -value : value) as Decimal);

function sameLength(one: string, other: string): Slip | null {
  const apart = Array.from(one).flatMap((digit, place) => (digit === other[place] ? [] : [place]));
  const [first = 0, second = 0] = apart;
  if (apart.length === 1) return one[first] === '.' || other[first] === '.' ? null : 'digit';
  const isSwap =
    apart.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first];
  return isSwap ? 'swapped' : null;
}

/** Whether `short` is `long` without one of its digits: 7,5 from 7,25; 1 from 1,5, dropping the comma too. */
function dropsOne(long: string, short: string): boolean {
  for (let place = 0; place < long.length; place++) {
    const left = (long.slice(0, place) + long.slice(place + 1)).replace(/\.$/, '').replace(/^\./, '0.');
    if (left === short && long[place] !== '.') return true;
  }
  return false;
}

/** Every wanted number that a single slip turns into `typed`, smallest first. */
export const intendedValues = (typed: Decimal, isWanted: (value: Decimal) => boolean): Decimal[] =>
  slipsOf(typed).filter(isWanted);

const MOST_KNOWN = 1000;
const known = new Map<Decimal, readonly Decimal[]>();

/** Cached: a search asks for the same few numbers thousands of times. */
function slipsOf(typed: Decimal): readonly Decimal[] {
  const seen = known.get(typed);
  if (seen) return seen;
  if (known.size >= MOST_KNOWN) known.clear();
  const found = findSlips(typed);
  known.set(typed, found);
  return found;
}

function findSlips(typed: Decimal): Decimal[] {
  const text = printed(typed);
  const most = Math.max(2, placesOf(typed));
  const found = new Set<Decimal>();
  const take = (candidate: string): void => {
    const value = Math.round(Number(candidate) * 1e10) as Decimal;
    if (candidate !== '' && Number.isSafeInteger(value) && value !== typed && placesOf(value) <= most) found.add(value);
  };
  const digits = text.replace('.', '');
  for (let place = 0; place < digits.length + 2; place++)
    take(`${'0'.repeat(2)}${digits}`.slice(0, place + 1) + `.${`00${digits}`.slice(place + 1)}`);
  for (let place = 0; place < text.length; place++) {
    take(text.slice(0, place) + text.slice(place + 1));
    if (text[place] === '.') continue;
    for (const digit of '0123456789') take(text.slice(0, place) + digit + text.slice(place + 1));
    if (place + 1 < text.length)
      take(text.slice(0, place) + (text[place + 1] ?? '') + (text[place] ?? '') + text.slice(place + 2));
  }
  return [...found].sort((a, b) => a - b);
}
