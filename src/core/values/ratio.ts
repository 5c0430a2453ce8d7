/** Exact quotients: an index is kept as a fraction and rounded once, when it is shown or written. */
import { DECIMAL_PLACES, sum, type Decimal } from './decimal';

/** `numerator ÷ denominator`, denominator > 0. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** part ÷ whole × 100: 75,42 of 94 → 80,234…; null if `whole` is not above zero, because no item applied. */
export function percentOf(part: Decimal, whole: Decimal): Ratio | null {
  return whole > 0 ? { numerator: BigInt(part) * 100n, denominator: BigInt(whole) } : null;
}

const UNIT = 10n ** BigInt(DECIMAL_PLACES);

/** A Decimal as a Ratio. */
export const wholeRatio = (value: Decimal): Ratio => ({ numerator: BigInt(value), denominator: UNIT });

/** Adds a Decimal to a Ratio, exactly. */
export function plus(ratio: Ratio, value: Decimal): Ratio {
  return {
    numerator: ratio.numerator * UNIT + BigInt(value) * ratio.denominator,
    denominator: ratio.denominator * UNIT,
  };
}

/** Multiplies a Ratio by a Decimal, exactly. */
export function times(ratio: Ratio, value: Decimal): Ratio {
  return { numerator: ratio.numerator * BigInt(value), denominator: ratio.denominator * UNIT };
}

/** Negative, zero or positive if a is below, equal to or above b. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounds half away from zero, to at most ten places: 84,17/93 → 90,51 as a percent. */
export function roundRatio(ratio: Ratio, places: number): Decimal {
  const negative = ratio.numerator < 0n;
  const numerator = (negative ? -ratio.numerator : ratio.numerator) * 10n ** BigInt(places);
  const twice = (2n * numerator + ratio.denominator) / (2n * ratio.denominator);
  const units = Number(twice) * 10 ** (DECIMAL_PLACES - places);
  return (negative && units !== 0 ? -units : units) as Decimal;
}

/** The mean of at least one value, rounded once. */
export const meanOf = (values: readonly Decimal[], places: number): Decimal =>
  roundRatio(
    { numerator: BigInt(sum(values)), denominator: BigInt(values.length) * 10n ** BigInt(DECIMAL_PLACES) },
    places,
  );

/** Cuts off after `places` decimals: 4,5/7 as a percent → 64,2. */
export function truncateRatio(ratio: Ratio, places: number): Decimal {
  const negative = ratio.numerator < 0n;
  const numerator = (negative ? -ratio.numerator : ratio.numerator) * 10n ** BigInt(places);
  const units = Number(numerator / ratio.denominator) * 10 ** (DECIMAL_PLACES - places);
  return (negative && units !== 0 ? -units : units) as Decimal;
}
