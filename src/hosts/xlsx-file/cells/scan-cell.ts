/**
 * Reads one cell's tag and children in place; each byte is read once, because a national sheet has 33 million bytes.
 */
import { MAX_COLUMNS } from '../../../core/values/address';
import { damaged } from '../faults';
import { fromUtf8 } from '../zip/bytes';
import { endOfElement, endOfName, endOfTag, skipMarkup } from '../xml/xml';

export const NUMBER = 0;
export const SHARED = 1;
export const STRING = 2;
export const INLINE = 3;
export const BOOLEAN = 4;
export const ERROR = 5;
export const ISO_DATE = 6;

/** State of the walk. Numbers are offsets; -1 if the thing is absent. */
export interface Scan {
  row: number;
  rowStart: number;
  rowNameStop: number;
  rowOpenEnd: number;
  rowEmpty: boolean;
  rowHidden: boolean;
  /** The row's own format, which new cells inherit; -1 if it has none. */
  rowStyle: number;
  column: number;
  start: number;
  nameStop: number;
  openEnd: number;
  end: number;
  style: number;
  /** The value of the `s` attribute. */
  styleStart: number;
  styleStop: number;
  type: number;
  /** The content of `v`, and whether it holds comments or CDATA. */
  valueStart: number;
  valueStop: number;
  valueMarked: boolean;
  /** The whole elements `f` and `is`. */
  formulaStart: number;
  formulaStop: number;
  inlineStart: number;
  inlineStop: number;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const DOUBLE = 0x22;
const SINGLE = 0x27;

/** Reads the cell whose tag begins at `scan.start` and whose name is already read; returns where the cell ends. */
export function readCell(bytes: Uint8Array, where: string, to: number, scan: Scan): number {
  scan.style = 0;
  scan.type = NUMBER;
  scan.styleStart = scan.styleStop = -1;
  scan.valueStart = scan.valueStop = scan.formulaStart = scan.formulaStop = scan.inlineStart = scan.inlineStop = -1;
  scan.valueMarked = false;
  scan.column++;
  const openEnd = readTag(bytes, where, to, scan);
  scan.openEnd = openEnd;
  if (!(scan.column >= 0 && scan.column < MAX_COLUMNS)) throw damaged(where);
  if (bytes[openEnd - 2] === SLASH) return (scan.end = openEnd);
  // Shortcut for `<v>1.5</v></c>`, the form of nine in ten cells.
  if (bytes[openEnd] === LT && bytes[openEnd + 1] === 0x76 && bytes[openEnd + 2] === GT) {
    let position = openEnd + 3;
    while (position < to && bytes[position] !== LT) position++;
    if (
      bytes[position + 1] === SLASH &&
      bytes[position + 2] === 0x76 &&
      bytes[position + 3] === GT &&
      bytes[position + 4] === LT &&
      bytes[position + 5] === SLASH &&
      position + 6 < to
    ) {
      scan.valueStart = openEnd + 3;
      scan.valueStop = position;
      return (scan.end = endOfTag(bytes, position + 4, to, where));
    }
  }
  return readChildren(bytes, where, openEnd, to, scan);
}

/** Reads the attributes r, s and t; returns where the tag ends. */
function readTag(bytes: Uint8Array, where: string, to: number, scan: Scan): number {
  let position = scan.nameStop;
  while (position < to) {
    const first = bytes[position] ?? 0;
    if (first === GT) return position + 1;
    if (first <= 0x20 || first === SLASH) {
      position++;
      continue;
    }
    const name = position;
    while (position < to && bytes[position] !== EQUALS) {
      if (bytes[position] === GT || bytes[position] === LT) throw damaged(where);
      position++;
    }
    const isShort = position - name === 1 || (bytes[name + 1] ?? 0) <= 0x20;
    while (position < to && bytes[position] !== DOUBLE && bytes[position] !== SINGLE) {
      if (bytes[position] === GT || bytes[position] === LT) throw damaged(where);
      position++;
    }
    const quote = bytes[position];
    const from = position + 1;
    position = from;
    while (position < to && bytes[position] !== quote) position++;
    if (isShort) takeValue(bytes, first, from, position, scan);
    position++;
  }
  throw damaged(where);
}

function takeValue(bytes: Uint8Array, name: number, from: number, to: number, scan: Scan): void {
  if (name === 0x72) {
    // An empty `r` counts as absent, as does an empty `s`.
    if (to > from) scan.column = columnOf(bytes, from, to);
  } else if (name === 0x73) {
    scan.style = styleOf(bytes, from, to);
    scan.styleStart = from;
    scan.styleStop = to;
  } else if (name === 0x74) scan.type = typeOf(bytes, from, to);
}

function readChildren(bytes: Uint8Array, where: string, from: number, to: number, scan: Scan): number {
  let position = from;
  for (;;) {
    while (position < to && bytes[position] !== LT) position++;
    if (position >= to) throw damaged(where);
    const mark = bytes[position + 1];
    if (mark === SLASH) return (scan.end = endOfTag(bytes, position, to, where));
    if (mark === 0x21 || mark === 0x3f) {
      position = skipMarkup(bytes, position, to, where);
      continue;
    }
    position = readChild(bytes, where, position, to, scan);
  }
}

function readChild(bytes: Uint8Array, where: string, position: number, to: number, scan: Scan): number {
  const childStop = endOfName(bytes, position + 1);
  const last = bytes[childStop - 1];
  const contentStart = endOfTag(bytes, position, to, where);
  let contentStop = contentStart;
  let stop = contentStart;
  let marked = false;
  if (bytes[contentStart - 2] !== SLASH) {
    while (contentStop < to && bytes[contentStop] !== LT) contentStop++;
    if (contentStop >= to) throw damaged(where);
    if (bytes[contentStop + 1] === SLASH) stop = endOfTag(bytes, contentStop, to, where);
    else {
      stop = endOfElement(bytes, position, to, where);
      contentStop = bytes.lastIndexOf(LT, stop - 1);
      marked = true;
    }
  }
  if (last === 0x76 && isLocal(bytes, position, childStop, 1)) {
    scan.valueStart = contentStart;
    scan.valueStop = contentStop;
    scan.valueMarked = marked;
  } else if (last === 0x66 && isLocal(bytes, position, childStop, 1)) {
    scan.formulaStart = position;
    scan.formulaStop = stop;
  } else if (last === 0x73 && isLocal(bytes, position, childStop, 2)) {
    scan.inlineStart = position;
    scan.inlineStop = stop;
  }
  return stop;
}

/** Whether the local name has this length: it follows directly after a colon or the opening bracket. */
export const isLocal = (bytes: Uint8Array, tag: number, nameStop: number, length: number): boolean => {
  const before = nameStop - length - 1;
  return before === tag || (before > tag && bytes[before] === 0x3a);
};

/** Reads plain digits; NaN for anything else. */
export function integer(bytes: Uint8Array, from: number, to: number): number {
  let value = from < to && to - from < 12 ? 0 : NaN;
  for (let i = from; i < to; i++) {
    const digit = (bytes[i] ?? 0) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

function columnOf(bytes: Uint8Array, from: number, to: number): number {
  let column = 0;
  for (let i = from; i < to; i++) {
    const letter = (bytes[i] ?? 0) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > MAX_COLUMNS) return -1;
  }
  return column - 1;
}

/** Returns 0, the default format, if the value is not a number. */
function styleOf(bytes: Uint8Array, from: number, to: number): number {
  const style = integer(bytes, from, to);
  if (style >= 0) return style;
  const text = fromUtf8(bytes, from, to).trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

const SHORT_TYPES: Readonly<Record<number, number>> = { 0x73: SHARED, 0x62: BOOLEAN, 0x65: ERROR, 0x64: ISO_DATE };
const LONG_TYPES: Readonly<Record<string, number>> = { str: STRING, inlineStr: INLINE };

/** An unknown type is read as a number, and as text if it is not numeric. */
const typeOf = (bytes: Uint8Array, from: number, to: number): number =>
  (to - from === 1 ? SHORT_TYPES[bytes[from] ?? 0] : LONG_TYPES[fromUtf8(bytes, from, to)]) ?? NUMBER;

export const emptyScan = (): Scan => ({
  row: -1,
  rowStart: -1,
  rowNameStop: -1,
  rowOpenEnd: -1,
  rowEmpty: false,
  rowHidden: false,
  rowStyle: -1,
  column: -1,
  start: -1,
  nameStop: -1,
  openEnd: -1,
  end: -1,
  style: 0,
  styleStart: -1,
  styleStop: -1,
  type: NUMBER,
  valueStart: -1,
  valueStop: -1,
  valueMarked: false,
  formulaStart: -1,
  formulaStop: -1,
  inlineStart: -1,
  inlineStop: -1,
});
