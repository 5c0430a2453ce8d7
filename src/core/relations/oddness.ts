/**
 * How odd a score would be where it stands: beside the scores of its column, and beside what others have for the same
 * item.
 */
import { placesOf, type Decimal } from '../values/decimal';
import { figuresOf, tableKey, type Figure, type Relation } from './relation';

/** Costs are negative logarithms of odds. */
export const OFF_STEP_COST = 2.5;
const FAR_COST = 3;
/** A maximum that nobody reaches. */
const UNREACHED_COST = 1.5;
/** A maximum above that of every other item. */
const LARGEST_COST = 2;
const FEWEST_NEIGHBOURS = 4;
/** Quarters of a point: the step of most criteria sets. */
export const QUARTER = 2_500_000_000;

interface Column {
  readonly isStepped: boolean;
  readonly places: number;
  /** Infinity where there is too little to compare with. */
  readonly largestBut: (figure: Figure) => number;
}

/** By figure and value; nothing where there is too little to compare with. */
export function oddnessIn(relations: readonly Relation[]): (figure: Figure, value: Decimal) => number {
  const entered = new Set(relations.flatMap(figuresOf).filter(({ isEntered }) => isEntered));
  const columns = new Map([...grouped(entered, columnOf)].map(([key, figures]) => [key, habitsOf(figures)]));
  const rows = grouped(entered, rowOf);
  return (figure, value) => {
    const column = columns.get(columnOf(figure));
    const isOff = column
      ? column.isStepped
        ? value % QUARTER !== 0
        : placesOf(value) > column.places
      : placesOf(value) > 2;
    const offStep = isOff ? OFF_STEP_COST : 0;
    if (figure.role === 'max') {
      const isLargest = column !== undefined && figure.isEntered && value > column.largestBut(figure);
      return offStep + (isReached(value, figure, rows) ? 0 : UNREACHED_COST) + (isLargest ? LARGEST_COST : 0);
    }
    const others = (rows.get(rowOf(figure)) ?? []).filter((other) => other !== figure).map((other) => other.value);
    return offStep + farness(value, others);
  };
}

const columnOf = ({ sheet, unit, role, isEntered }: Figure): string =>
  `${tableKey(sheet)} ${role} ${unit?.index ?? ''} ${isEntered ? 1 : 0}`;
const rowOf = ({ sheet, item, role }: Pick<Figure, 'sheet' | 'item' | 'role'>): string =>
  `${tableKey(sheet)} ${role} ${item?.index ?? ''}`;

/** Full marks are the most common score: somebody has what the maximum says. */
const isReached = (value: Decimal, { sheet, item }: Figure, rows: ReadonlyMap<string, readonly Figure[]>): boolean =>
  item !== null &&
  (['self', 'appraised'] as const).some((role) =>
    rows.get(rowOf({ sheet, item, role }))?.some((score) => score.value === value),
  );

function grouped(figures: Iterable<Figure>, keyOf: (figure: Figure) => string): Map<string, Figure[]> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const known = groups.get(keyOf(figure));
    if (known) known.push(figure);
    else groups.set(keyOf(figure), [figure]);
  }
  return groups;
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
  return { isStepped, places: places[Math.floor(places.length * 0.9)] ?? 2, largestBut };
}

/** How far outside of what the others have: half the square of the robust deviation, capped. */
function farness(value: Decimal, others: readonly Decimal[]): number {
  if (others.length < FEWEST_NEIGHBOURS) return 0;
  const middle = median(others);
  const spread = Math.max(median(others.map((other) => Math.abs(other - middle))) * 1.4826, QUARTER / 2);
  const deviation = (value - middle) / spread;
  return Math.min(FAR_COST, (deviation * deviation) / 2);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
