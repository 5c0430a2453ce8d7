/**
 * Exact decimals. A Decimal is a whole number of ten-billionths (10⁻¹⁰), held in a JavaScript integer: sums and
 * differences are plain integer arithmetic, so 0,1 + 0,2 is 0,3 and never 0,30000000000000004.
 * Range ±900 719 (beyond it the integer would lose digits, and no CCHC sheet comes near). See decimal.why.md.
 */
declare const decimalBrand: unique symbol;
export type Decimal = number & { readonly [decimalBrand]: true };

/** Decimal places that a Decimal keeps. */
export const DECIMAL_PLACES = 10;
const UNIT = 1e10;
const SAFE = Number.MAX_SAFE_INTEGER;

export const ZERO = 0 as Decimal;
export const ONE_HUNDRED = (100 * UNIT) as Decimal;

export const add = (a: Decimal, b: Decimal): Decimal => checked(a + b);
export const subtract = (a: Decimal, b: Decimal): Decimal => checked(a - b);
/** A sum without a range check, only for comparisons: beyond the range, its inexact last digits do not matter. */
export const roughSum = (a: Decimal, b: Decimal): Decimal => (a + b) as Decimal;
/** `factor` is a whole number. */
export const multiply = (a: Decimal, factor: number): Decimal => checked(a * factor);
export const negate = (a: Decimal): Decimal => (a === 0 ? ZERO : (-a as Decimal));
export const minimum = (a: Decimal, b: Decimal): Decimal => (a < b ? a : b);

export function sum(values: Iterable<Decimal>): Decimal {
  let total = 0;
  for (const value of values) total += value;
  return checked(total);
}

/**
 * Converts a cell's number to a Decimal: 0.75 → 0,75. Digits after the tenth decimal are binary noise and are rounded
 * off. Returns null if out of range.
 */
export function fromNumber(value: number): Decimal | null {
  const scaled = value * UNIT;
  const units = Math.round(scaled);
  // Below a thousand the product is off by less than 0,002: if it is near a whole number, it is that number.
  if (Math.abs(scaled) < 1e13 && Math.abs(scaled - units) < 0.25) return units === 0 ? ZERO : (units as Decimal);
  return Number.isFinite(value) ? fromText(plainDigits(value)) : null;
}

/**
 * Parses plain text with a decimal point: "-3.54". Keeps at most ten decimals, rounded half-up. Returns null if the
 * text is not such a number or is out of range.
 */
export function fromText(text: string): Decimal | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  const decimals = fraction.slice(0, DECIMAL_PLACES).padEnd(DECIMAL_PLACES, '0');
  const up = (fraction[DECIMAL_PLACES] ?? '0') >= '5' ? 1 : 0;
  const units = Number(`${whole}${decimals}`) + up;
  if (units > SAFE) return null;
  return units === 0 ? ZERO : ((sign === '-' ? -units : units) as Decimal);
}

/** A Decimal constant in the program: `decimal('0.25')`. Throws on anything else, so a typo cannot become a score. */
export function decimal(text: string): Decimal {
  const value = fromText(text);
  if (value === null) throw new RangeError(`not a decimal: ${text}`);
  return value;
}

/** Plain digits with a dot, no trailing zeros: 75.42, 0.5, 94. Used for JSON, formulas and cell values. */
export function toText(value: Decimal): string {
  const units = Math.abs(value);
  const whole = Math.floor(units / UNIT);
  const fraction = (units % UNIT).toString().padStart(DECIMAL_PLACES, '0').replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${whole.toString()}${fraction && `.${fraction}`}`;
}

/** The double nearest to the Decimal, for a cell or for JSON: never for arithmetic. */
export const toNumber = (value: Decimal): number => Number(toText(value));

/** In Vietnamese notation: 75,42, −0,5, 1.234,5. With `places`, exactly that many decimals: 87,20. */
export const toVietnamese = (value: Decimal, places?: number): string => printed(withPlaces(value, places));

/** As it is typed into a cell: 75,42, -0,5, 1234,5. */
export const toTyped = (value: Decimal, places?: number): string => withPlaces(value, places).replace('.', ',');

/** Formats a count: 37885 → 37.885. */
export const shownCount = (count: number): string => printed(String(count));

/**
 * Formats a number given as plain text: -3.54 → −3,54. All numbers are printed through it. Other text is returned
 * unchanged.
 */
export function printed(text: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
  const [whole = '', fraction] = text.replace('-', '−').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

function withPlaces(value: Decimal, places?: number): string {
  if (places === undefined) return toText(value);
  const [whole = '0', fraction = ''] = toText(roundTo(value, places)).split('.');
  return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`;
}

/** The number of decimals of the value: 87,2 → 1. */
export function placesOf(value: Decimal): number {
  let places = 0;
  for (let step = UNIT; places < DECIMAL_PLACES && value % step !== 0; step /= 10) places++;
  return places;
}

/** Rounds half away from zero, like Excel's ROUND: 90,505 → 90,51; −0,125 → −0,13. */
export function roundTo(value: Decimal, places: number): Decimal {
  const step = 10 ** (DECIMAL_PLACES - places);
  if (step <= 1) return value;
  const units = Math.abs(value);
  const rest = units % step;
  const rounded = units - rest + (rest * 2 >= step ? step : 0);
  return rounded === 0 ? ZERO : ((value < 0 ? -rounded : rounded) as Decimal);
}

/** Cuts off without rounding: 64,2857 → 64,2. */
export function truncateTo(value: Decimal, places: number): Decimal {
  const step = 10 ** (DECIMAL_PLACES - places);
  if (step <= 1) return value;
  const units = Math.abs(value) - (Math.abs(value) % step);
  return units === 0 ? ZERO : ((value < 0 ? -units : units) as Decimal);
}

function checked(units: number): Decimal {
  if (!(Math.abs(units) <= SAFE)) throw new RangeError('a sum left the range of exact decimals');
  return units === 0 ? ZERO : (units as Decimal);
}

/** Shortest digits of a double without an exponent: 1e-7 → 0.0000001. */
function plainDigits(value: number): string {
  const [mantissa = '0', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const [whole = '0', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const sign = mantissa.startsWith('-') ? '-' : '';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point)}`;
}
