/**
 * A tokenizer over bytes that yields offsets. It handles tags, quotes, comments, CDATA and instructions, but not their
 * meaning.
 */
import { damaged } from '../faults';

export const OPEN = 1;
export const CLOSE = 2;
export const EMPTY = 3;
export const TEXT = 4;
export const CDATA = 5;

export interface Tokens {
  readonly bytes: Uint8Array;
  readonly end: number;
  /** The part, for messages. */
  readonly where: string;
  position: number;
  kind: number;
  /** The token including its brackets; for CDATA, its content. */
  start: number;
  stop: number;
  nameStart: number;
  nameStop: number;
}

export const tokens = (bytes: Uint8Array, where: string, from = 0, end = bytes.length): Tokens => ({
  bytes,
  end,
  where,
  position: from,
  kind: 0,
  start: from,
  stop: from,
  nameStart: 0,
  nameStop: 0,
});

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const DASH = 0x2d;

/** Moves to the next tag or text and skips comments and instructions. Returns false at the end. */
export function next(t: Tokens): boolean {
  const { bytes, end } = t;
  for (;;) {
    const position = t.position;
    if (position >= end) return false;
    t.start = position;
    if (bytes[position] !== LT) {
      const stop = bytes.indexOf(LT, position);
      t.kind = TEXT;
      t.position = t.stop = stop < 0 || stop > end ? end : stop;
      return true;
    }
    const mark = bytes[position + 1];
    if (mark === 0x21 && bytes[position + 2] === 0x5b) {
      t.position = skipMarkup(bytes, position, end, t.where);
      t.kind = CDATA;
      t.start = position + 9;
      t.stop = t.position - 3;
      return true;
    }
    if (mark === 0x21 || mark === 0x3f) {
      t.position = skipMarkup(bytes, position, end, t.where);
      continue;
    }
    t.position = t.stop = endOfTag(bytes, position, end, t.where);
    t.nameStart = mark === SLASH ? position + 2 : position + 1;
    t.nameStop = endOfName(bytes, t.nameStart);
    t.kind = mark === SLASH ? CLOSE : bytes[t.stop - 2] === SLASH ? EMPTY : OPEN;
    return true;
  }
}

/** Returns the offset after the ">" of the tag that begins at `position`; a ">" in quotes does not end the tag. */
export function endOfTag(bytes: Uint8Array, position: number, end: number, where: string): number {
  let quote = 0;
  for (let i = position + 1; i < end; i++) {
    const byte = bytes[i];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GT) return i + 1;
    else if (byte === DOUBLE || byte === SINGLE) quote = byte;
    else if (byte === LT) break;
  }
  throw damaged(where);
}

export function endOfName(bytes: Uint8Array, position: number): number {
  let i = position;
  for (; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte <= 0x20 || byte === GT || byte === SLASH || byte === 0x3d) break;
  }
  return i;
}

/**
 * Returns the offset after a comment, CDATA section or instruction. A DOCTYPE is refused, as in Excel: programs that
 * write workbooks never write one.
 */
export function skipMarkup(bytes: Uint8Array, position: number, end: number, where: string): number {
  const [first, second, from] =
    bytes[position + 1] === 0x3f
      ? [0x3f, 0, position + 2]
      : bytes[position + 2] === DASH && bytes[position + 3] === DASH
        ? [DASH, DASH, position + 4]
        : isCdata(bytes, position)
          ? [0x5d, 0x5d, position + 9]
          : [0, 0, end];
  for (let i = bytes.indexOf(GT, from); i >= 0 && i < end; i = bytes.indexOf(GT, i + 1)) {
    const long = second !== 0;
    if (bytes[i - 1] === first && (!long || (bytes[i - 2] === second && i - 2 >= from)) && i - 1 >= from) return i + 1;
  }
  throw damaged(where);
}

function isCdata(bytes: Uint8Array, position: number): boolean {
  return bytes[position + 2] === 0x5b && bytes[position + 3] === 0x43 && bytes[position + 8] === 0x5b;
}

/** Returns the offset after the whole element whose tag begins at `position`. */
export function endOfElement(bytes: Uint8Array, position: number, end: number, where: string): number {
  const t = tokens(bytes, where, position, end);
  let depth = 0;
  while (next(t)) {
    if (t.kind === OPEN) depth++;
    else if (t.kind === CLOSE) depth--;
    if (depth <= 0 && (t.kind === CLOSE || t.kind === EMPTY)) return t.stop;
  }
  throw damaged(where);
}

/** Returns where the end tag begins, for the element whose content begins at `from`. */
export function endOfContent(bytes: Uint8Array, from: number, where: string): number {
  const t = tokens(bytes, where, from);
  for (let depth = 0; next(t);) {
    if (t.kind === OPEN) depth++;
    else if (t.kind === CLOSE && --depth < 0) return t.start;
  }
  throw damaged(where);
}

/** One attribute of a tag, found by `nextAttribute`. */
interface AttributeCursor {
  position: number;
  nameStart: number;
  nameStop: number;
  valueStart: number;
  valueStop: number;
}

export const attributeCursor = (): AttributeCursor => ({
  position: 0,
  nameStart: 0,
  nameStop: 0,
  valueStart: 0,
  valueStop: 0,
});

/**
 * Moves to the next attribute before `stop`; at first, `cursor.at` must be after the tag's name. Returns false if there
 * is none.
 */
export function nextAttribute(bytes: Uint8Array, cursor: AttributeCursor, stop: number): boolean {
  let i = cursor.position;
  while (i < stop && (bytes[i] ?? 0) <= 0x20) i++;
  cursor.nameStart = i;
  while (i < stop && bytes[i] !== 0x3d && (bytes[i] ?? 0) > 0x20 && bytes[i] !== GT) i++;
  cursor.nameStop = i;
  while (i < stop && bytes[i] !== DOUBLE && bytes[i] !== SINGLE) i++;
  const quote = bytes[i];
  if (i >= stop) return false;
  cursor.valueStart = ++i;
  while (i < stop && bytes[i] !== quote) i++;
  cursor.valueStop = i;
  cursor.position = i + 1;
  return i < stop;
}
