/** Relations that must hold between the numbers stated in a sheet, each across one level, and whether they do. */
import type { Address } from '../values/address';
import { ONE_HUNDRED, ZERO, decimal, placesOf, roundTo, type Decimal } from '../values/decimal';
import { percentOf, roundRatio, type Ratio } from '../values/ratio';
import type { Item, ScoreSheet, UnitScores } from '../model/score-sheet';
import {
  compareChange,
  comparePercent,
  comparePoints,
  printedPlaces,
  type Agreement,
  type Printing,
} from './agreement';

/**
 * The kind of a stated number. Points and common maxima of items without children are entered; the others are derived.
 */
export type FigureRole = 'self' | 'appraised' | 'max' | 'lost' | 'percent' | 'total' | 'selfTotal' | 'index' | 'change';

/** A number in a cell. */
export interface Figure {
  /** The table that states it. */
  readonly sheet: ScoreSheet;
  /** Null if the number is in no cell of that table: such a figure is never the wrong one. */
  readonly at: Address | null;
  readonly value: Decimal;
  readonly role: FigureRole;
  readonly unit: UnitScores | null;
  /** Null for a figure of the whole unit. */
  readonly item: Item | null;
  /** True if the number was typed as a score or maximum; false for sums and quotients. */
  readonly isEntered: boolean;
  /** The officer's own formula computes it. */
  readonly isFormula: boolean;
  /** The second number of «75,42/94». */
  readonly isDenominator: boolean;
  /** The largest possible value, if known. */
  readonly most: Decimal | null;
}

export interface Term {
  readonly figure: Figure;
  readonly sign: 1 | -1;
}

/** A sum or difference, with amounts that it may or may not include, such as bonus and penalty. */
export interface Linear {
  readonly terms: readonly Term[];
  /** Alternative amounts, at least one; the first is the usual one. */
  readonly constants: readonly Decimal[];
}

export type RelationKind =
  | 'subtotal'
  | 'maximum'
  | 'loss'
  | 'total-loss'
  | 'total'
  | 'applicable'
  | 'percent'
  | 'index'
  | 'change'
  /** The maximum of the criteria set, or the common maximum beside a unit's own. */
  | 'laid-down'
  /** An area in a list of losses is its maximum less the losses listed below it. */
  | 'listed'
  /** The same number in another table. */
  | 'elsewhere'
  | 'bound';

/**
 * `result` must equal the sum or difference in `part`, or the percentage `part` ÷ `whole` × 100; for `bound` it must be
 * between 0 and `part`.
 */
export interface Relation {
  readonly kind: RelationKind;
  readonly result: Figure;
  readonly part: Linear;
  readonly whole: Linear | null;
  readonly printing: Printing;
}

/** Values to try in place of stated ones. */
export type Changes = ReadonlyMap<Figure, Decimal>;
export const NO_CHANGES: Changes = new Map();

export const valueOf = (figure: Figure, changes: Changes): Decimal => changes.get(figure) ?? figure.value;

export const amountOf = (linear: Linear, changes: Changes): Decimal => settle(sumOf(linear, changes));

function sumOf({ terms }: Linear, changes: Changes): Decimal {
  let sum = 0;
  for (const { figure, sign } of terms) sum += sign * valueOf(figure, changes);
  return sum as Decimal;
}

/** Every figure in the relation, the result first. */
export function figuresOf({ result, part, whole }: Relation): Figure[] {
  return [result, ...part.terms.map(({ figure }) => figure), ...(whole?.terms.map(({ figure }) => figure) ?? [])];
}

/** Whether the result agrees with the other figures; the best agreement over the optional amounts counts. */
export const agreementOf = (relation: Relation, changes: Changes = NO_CHANGES): Agreement =>
  compare(relation, valueOf(relation.result, changes), amountOf(relation.part, changes), wholeOf(relation, changes));

function compare(relation: Relation, stated: Decimal, part: Decimal, whole: Decimal | null): Agreement {
  if (relation.kind === 'bound') return stated >= 0 && stated <= part ? 'same' : 'different';
  if (relation.kind === 'change') return compareChange(stated, part);
  let best: Agreement = 'different';
  for (const constant of relation.part.constants) {
    const exact = (part + constant) as Decimal;
    const agreement = whole === null ? comparePoints(stated, exact) : compareQuotient(stated, exact, whole, relation);
    if (agreement === 'same') return 'same';
    if (agreement === 'cut-off') best = 'cut-off';
  }
  return best;
}

export const holds = (relation: Relation, changes: Changes = NO_CHANGES): boolean =>
  agreementOf(relation, changes) !== 'different';

/**
 * Returns a test of whether the relation holds with another value of one figure, the rest as in `changes`; the sums are
 * computed once for all values.
 */
export function holdsWith(relation: Relation, figure: Figure, changes: Changes): (value: Decimal) => boolean {
  const now = valueOf(figure, changes);
  const amountWith = (linear: Linear): ((value: Decimal) => Decimal) => {
    const sum = sumOf(linear, changes);
    const times = linear.terms.reduce((count, term) => (term.figure === figure ? count + term.sign : count), 0);
    return (value) => settle((sum + times * (value - now)) as Decimal);
  };
  const stated = valueOf(relation.result, changes);
  const part = amountWith(relation.part);
  const whole = relation.whole && amountWith(relation.whole);
  const base = relation.whole?.constants[0] ?? ZERO;
  return (value) => compare(relation, stated, part(value), whole && ((whole(value) + base) as Decimal)) !== 'different';
}

/** However a quotient is printed, it is less than 1 away from the exact one. */
const FAR_APART = 2 * decimal('1');

function compareQuotient(stated: Decimal, part: Decimal, whole: Decimal, { printing }: Relation): Agreement {
  // Quotients that are far off are rejected without exact arithmetic.
  if (whole > 0 && Math.abs((part / whole) * ONE_HUNDRED - stated) > FAR_APART) return 'different';
  const exact = percentOf(part, whole);
  return exact ? comparePercent(stated, exact, printing) : 'same';
}

/** The divisor of a quotient; null if the relation is not a quotient. */
const wholeOf = ({ whole }: Relation, changes: Changes): Decimal | null =>
  whole && ((amountOf(whole, changes) + (whole.constants[0] ?? ZERO)) as Decimal);

function quotientOf(part: Decimal, relation: Relation, changes: Changes): Ratio | null {
  const whole = wholeOf(relation, changes);
  return whole === null ? null : percentOf(part, whole);
}

/** The value that the other figures give, rounded as the result is printed; null if they give none. */
export function expectedOf(relation: Relation, changes: Changes = NO_CHANGES): Decimal | null {
  const part = (amountOf(relation.part, changes) + (relation.part.constants[0] ?? ZERO)) as Decimal;
  if (!relation.whole) return roundTo(part, 8);
  const exact = quotientOf(part, relation, changes);
  return exact && roundRatio(exact, printedPlaces(relation.result.value, relation.printing));
}

/**
 * The values of one figure with which the relation holds while all others stay the same: none, one, or one for each
 * optional amount.
 */
export function solve(relation: Relation, figure: Figure, changes: Changes): Decimal[] {
  if (figure === relation.result) return solveResult(relation, changes);
  const figureTerms = [...relation.part.terms, ...(relation.whole?.terms ?? [])].filter(
    (term) => term.figure === figure,
  );
  const [term] = figureTerms;
  if (!term || figureTerms.length > 1) return [];
  const stated = valueOf(relation.result, changes);
  const rest = (linear: Linear): number => amountOf(linear, changes) - term.sign * valueOf(figure, changes);
  if (!relation.whole)
    return relation.part.constants.map((constant) =>
      settle(((stated - constant - rest(relation.part)) * term.sign) as Decimal),
    );
  const isPart = relation.part.terms.includes(term);
  const wanted = isPart
    ? (toNumberOf(stated) * (amountOf(relation.whole, changes) + (relation.whole.constants[0] ?? 0))) / 100
    : (amountOf(relation.part, changes) * 100) / toNumberOf(stated);
  const others = isPart ? rest(relation.part) : rest(relation.whole) + (relation.whole.constants[0] ?? 0);
  const exact = Math.round((wanted - others) * term.sign) as Decimal;
  if (!Number.isSafeInteger(exact)) return [];
  return [2, Math.max(placesOf(figure.value), 2)]
    .map((places) => roundTo(exact, places))
    .filter((value) => holds(relation, new Map([...changes, [figure, value]])))
    .slice(0, 1);
}

function solveResult(relation: Relation, changes: Changes): Decimal[] {
  if (relation.kind === 'bound') return [];
  const part = amountOf(relation.part, changes);
  return relation.part.constants.flatMap((constant) => {
    const exact = (part + constant) as Decimal;
    if (!relation.whole) return [settle(exact)];
    const quotient = quotientOf(exact, relation, changes);
    return quotient ? [roundRatio(quotient, printedPlaces(relation.result.value, relation.printing))] : [];
  });
}

/** Only used to find a candidate, which is then compared exactly. */
const toNumberOf = (value: Decimal): number => (value / ONE_HUNDRED) * 100;
const settle = (value: Decimal): Decimal => (value === 0 ? ZERO : roundTo(value, 8));

/** A key that is unique for each table of a workbook. */
export const tableKey = ({ sheet, table }: ScoreSheet): string => `${sheet}!${table.top},${table.left}`;
