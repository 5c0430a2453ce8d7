/**
 * How likely it is that one number was typed where another was meant. All slips of one kind count alike: finer weights
 * gain nothing.
 */
import { placesOf, toText, type Decimal } from '../values/decimal';

type Slip = 'comma' | 'digit' | 'swapped' | 'dropped' | 'added' | 'sign';

/** Costs are negative logarithms of odds: three more is twenty times less likely. */
export const SLIP_COST = 2;
export const COPY_COST = 2.5;
export const OTHER_COST = 6;

/** The one slip that turns `meant` into `typed`; null where it takes more than one. */
export function slipOf(typed: Decimal, meant: Decimal): Slip | null {
  if (typed === meant) return null;
  if (typed === -meant) return 'sign';
  const [one, other] = [printed(typed), printed(meant)];
  if (digitsOf(one) === digitsOf(other)) return 'comma';
  if (one.length === other.length) return sameLength(one, other);
  if (one.length + 1 === other.length || dropsOne(other, one)) return dropsOne(other, one) ? 'dropped' : null;
  return dropsOne(one, other) ? 'added' : null;
}

/** 0,5 and 5 differ by their comma; leading and trailing zeros are not typed. */
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

/** Whether `short` is `long` without one of its digits: 7,5 of 7,25; 1 of 1,5 with its comma. */
function dropsOne(long: string, short: string): boolean {
  for (let place = 0; place < long.length; place++) {
    const left = (long.slice(0, place) + long.slice(place + 1)).replace(/\.$/, '').replace(/^\./, '0.');
    if (left === short && long[place] !== '.') return true;
  }
  return false;
}

/** Every number from which one slip makes `typed`, smallest first. */
export function meantBy(typed: Decimal, isWanted: (value: Decimal) => boolean): Decimal[] {
  const text = printed(typed);
  const most = Math.max(2, placesOf(typed));
  const found = new Set<number>();
  const take = (candidate: string): void => {
    const value = Math.round(Number(candidate) * 1e10) as Decimal;
    if (
      candidate !== '' &&
      Number.isSafeInteger(value) &&
      value !== typed &&
      placesOf(value) <= most &&
      isWanted(value)
    )
      found.add(value);
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
  return [...found].sort((a, b) => a - b) as Decimal[];
}
