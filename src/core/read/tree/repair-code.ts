/**
 * Codes that Excel damaged: 1.10 kept as the number 1.1, 1.2 turned into a date. The neighbours say what was meant
 * (FIELD.md §4).
 */
import { dateOf } from '../../values/date-of';
import type { Code } from './codes';

/**
 * Codes that may follow `previous` in the tree: its first child, its next sibling, the next sibling of each ancestor.
 */
function successors(previous: readonly number[]): ReadonlySet<string> {
  const next = [[...previous, 1]];
  for (let depth = previous.length; depth >= 1; depth--) {
    next.push([...previous.slice(0, depth - 1), (previous[depth - 1] ?? 0) + 1]);
  }
  return new Set(next.map((each) => each.join('.')));
}

/** 1.10 where Excel kept the number 1.1 after 1.9; null when the stated code is as good. */
export function repairNumber(stated: Code, previous: readonly number[] | null): Code | null {
  if (!previous || stated.kind !== 'arabic' || stated.parts.length !== 2) return null;
  const [whole = 0, part = 0] = stated.parts;
  const lengthened = [whole, part * 10];
  const following = successors(previous);
  return following.has(lengthened.join('.')) && !following.has(stated.text) ? arabic(lengthened) : null;
}

/**
 * The serial's day, month and year in the order that follows `previous`: 1.2 became 1 February, 1.2.3 a day of 2003,
 * 1.13 January 2013.
 */
export function repairDate(serial: number, previous: readonly number[] | null): Code | null {
  const date = dateOf(serial);
  if (!date) return null;
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear() % 100];
  const following = previous ? successors(previous) : new Set<string>();
  const orders = [
    [day, month],
    [month, day],
    [day, month, year],
    [month, day, year],
    [month, year],
  ];
  return arabic(orders.find((each) => following.has(each.join('.'))) ?? [day, month]);
}

const arabic = (parts: readonly number[]): Code => ({ text: parts.join('.'), kind: 'arabic', parts });
