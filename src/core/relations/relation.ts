/** What must hold between the numbers that a sheet states, one level each, and whether it does. */
import type { Address } from '../values/address';
import { ONE_HUNDRED, ZERO, placesOf, roundTo, type Decimal } from '../values/decimal';
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
 * What a stated number is. `points` of an item without children are entered; everything else follows from something.
 */
export type FigureRole = 'self' | 'appraised' | 'max' | 'lost' | 'percent' | 'total' | 'selfTotal' | 'index' | 'change';

/** A number that stands in a cell. */
export interface Figure {
  /** The table that states it. */
  readonly sheet: ScoreSheet;
  /** Null where it stands in no cell of that table: it cannot be what is wrong. */
  readonly at: Address | null;
  readonly value: Decimal;
  readonly role: FigureRole;
  readonly unit: UnitScores | null;
  /** Null for a figure of the whole. */
  readonly item: Item | null;
  /** Typed by whoever scored; false for sums and quotients. */
  readonly isEntered: boolean;
  /** The officer's own formula computes it. */
  readonly isFormula: boolean;
  /** The second number of «75,42/94». */
  readonly isDenominator: boolean;
  /** Most that it can be, where that is known. */
  readonly most: Decimal | null;
}

export interface Term {
  readonly figure: Figure;
  readonly sign: 1 | -1;
}

/** A sum or difference, and amounts that may be in it or not: bonus and penalty beside a total. */
export interface Linear {
  readonly terms: readonly Term[];
  /** At least one; the first is the usual one. */
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
  /** The maximum of the criteria set, or the common one beside a unit's own. */
  | 'laid-down'
  /** An area of a list of losses is whole but for what is listed below it. */
  | 'listed'
  /** The same number in another table. */
  | 'elsewhere'
  | 'bound';

/**
 * `result` is what the rest makes: the sum, the difference, the percentage (`part` ÷ `whole` × 100), or from 0 to
 * that (`bound`).
 */
export interface Relation {
  readonly kind: RelationKind;
  readonly result: Figure;
  readonly part: Linear;
  readonly whole: Linear | null;
  readonly printing: Printing;
}

/** Values that are tried in the place of stated ones. */
export type Changes = ReadonlyMap<Figure, Decimal>;
export const NO_CHANGES: Changes = new Map();

export const valueOf = (figure: Figure, changes: Changes): Decimal => changes.get(figure) ?? figure.value;

export function amountOf({ terms }: Linear, changes: Changes): Decimal {
  let amount = 0;
  for (const { figure, sign } of terms) amount += sign * valueOf(figure, changes);
  return roundTo((amount === 0 ? 0 : amount) as Decimal, 8);
}

/** Every figure that the relation ties together, the result first. */
export function figuresOf({ result, part, whole }: Relation): Figure[] {
  return [result, ...part.terms.map(({ figure }) => figure), ...(whole?.terms.map(({ figure }) => figure) ?? [])];
}

/** Whether the result says what the rest makes; the best over the amounts that may be left out. */
export function agreementOf(relation: Relation, changes: Changes = NO_CHANGES): Agreement {
  const stated = valueOf(relation.result, changes);
  const part = amountOf(relation.part, changes);
  if (relation.kind === 'bound') return stated >= 0 && stated <= part ? 'same' : 'different';
  if (relation.kind === 'change') return compareChange(stated, part);
  let best: Agreement = 'different';
  for (const constant of relation.part.constants) {
    const exact = (part + constant) as Decimal;
    const agreement = relation.whole ? compareQuotient(stated, exact, relation, changes) : comparePoints(stated, exact);
    if (agreement === 'same') return 'same';
    if (agreement === 'cut-off') best = 'cut-off';
  }
  return best;
}

export const holds = (relation: Relation, changes: Changes = NO_CHANGES): boolean =>
  agreementOf(relation, changes) !== 'different';

function compareQuotient(stated: Decimal, part: Decimal, relation: Relation, changes: Changes): Agreement {
  const exact = quotientOf(part, relation, changes);
  return exact ? comparePercent(stated, exact, relation.printing) : 'same';
}

function quotientOf(part: Decimal, { whole }: Relation, changes: Changes): Ratio | null {
  return whole ? percentOf(part, (amountOf(whole, changes) + (whole.constants[0] ?? ZERO)) as Decimal) : null;
}

/** What the rest makes, rounded as the result is printed; null where it makes nothing. */
export function expectedOf(relation: Relation, changes: Changes = NO_CHANGES): Decimal | null {
  const part = (amountOf(relation.part, changes) + (relation.part.constants[0] ?? ZERO)) as Decimal;
  if (!relation.whole) return roundTo(part, 8);
  const exact = quotientOf(part, relation, changes);
  return exact && roundRatio(exact, printedPlaces(relation.result.value, relation.printing));
}

/**
 * The values of one figure with which the relation holds, all others as they are: none, one, or one for each left-out
 * amount.
 */
export function solve(relation: Relation, figure: Figure, changes: Changes): Decimal[] {
  if (figure === relation.result) return solveResult(relation, changes);
  const own = [...relation.part.terms, ...(relation.whole?.terms ?? [])].filter((term) => term.figure === figure);
  const [term] = own;
  if (!term || own.length > 1) return [];
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

/** Only to look for a candidate, which is then compared exactly. */
const toNumberOf = (value: Decimal): number => (value / ONE_HUNDRED) * 100;
const settle = (value: Decimal): Decimal => (value === 0 ? ZERO : roundTo(value, 8));

/** Tells the tables of a workbook apart. */
export const tableKey = ({ sheet, table }: ScoreSheet): string => `${sheet}!${table.top},${table.left}`;
