/** Walks the rows and cells of a sheet's XML in one pass over the bytes: offsets only, nothing kept, nothing made per cell. */
import { MAX_COLUMNS, MAX_ROWS } from '../../core/model/address';
import { damaged } from './faults';
import { attributeCursor, endOfElement, endOfName, endOfTag, nextAttribute, skipMarkup } from './xml';

export const NUMBER = 0;
export const SHARED = 1;
export const STRING = 2;
export const INLINE = 3;
export const BOOLEAN = 4;
export const ERROR = 5;
export const ISO_DATE = 6;

/** Where the walk stands. Numbers are offsets; -1 where there is no such thing. */
export interface Scan {
  row: number;
  rowStart: number;
  rowNameStop: number;
  rowOpenEnd: number;
  rowEmpty: boolean;
  rowHidden: boolean;
  /** The row's own format, which new cells inherit; -1 without. */
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

export interface Visitor {
  readonly row: (scan: Scan) => void;
  readonly cell: (scan: Scan) => void;
  /** `closeStart` is where `</row>` begins: new cells go in front of it. */
  readonly rowEnd?: (scan: Scan, closeStart: number, end: number) => void;
}

const LT = 0x3c;
const SLASH = 0x2f;
const cursor = attributeCursor();

export function scanRows(bytes: Uint8Array, where: string, from: number, to: number, visitor: Visitor): void {
  const scan = emptyScan();
  let inRow = false;
  let at = from;
  while (at < to) {
    if (bytes[at] !== LT) {
      at++;
      continue;
    }
    const mark = bytes[at + 1];
    if (mark === 0x21 || mark === 0x3f) at = skipMarkup(bytes, at, to, where);
    else if (mark === SLASH) {
      const end = endOfTag(bytes, at, to, where);
      if (inRow) visitor.rowEnd?.(scan, at, end);
      inRow = false;
      at = end;
    } else {
      const nameStop = endOfName(bytes, at + 1);
      const isCell = inRow && bytes[nameStop - 1] === 0x63 && isLocal(bytes, at, nameStop, 1);
      if (isCell) {
        at = readCell(bytes, where, at, nameStop, to, scan);
        visitor.cell(scan);
      } else if (!inRow && bytes[nameStop - 1] === 0x77 && bytes[nameStop - 3] === 0x72 && isLocal(bytes, at, nameStop, 3)) {
        at = readRow(bytes, where, at, nameStop, to, scan);
        visitor.row(scan);
        if (scan.rowEmpty) visitor.rowEnd?.(scan, at, at);
        else inRow = true;
      } else at = endOfElement(bytes, at, to, where);
    }
  }
  if (inRow) throw damaged(where);
}

/** Where the sheet's `</sheetData>` begins. In well-formed XML "<" stands in no value, so only tags have to be looked at. */
export function endOfSheetData(bytes: Uint8Array, where: string, from: number): number {
  let at = from;
  const to = bytes.length;
  while (at < to) {
    if (bytes[at] !== LT) {
      at++;
      continue;
    }
    const mark = bytes[at + 1];
    if (mark === 0x21 || mark === 0x3f) at = skipMarkup(bytes, at, to, where);
    // "sheetData": a, t, a, D are enough to tell it from every other end tag inside.
    else if (mark === SLASH && isSheetData(bytes, at + 2)) return at;
    else at += 2;
  }
  throw damaged(where);
}

function isSheetData(bytes: Uint8Array, nameStart: number): boolean {
  const stop = endOfName(bytes, nameStart);
  return stop - nameStart >= 9 && bytes[stop - 1] === 0x61 && bytes[stop - 4] === 0x44 && bytes[stop - 9] === 0x73 && isLocal(bytes, nameStart - 1, stop, 9);
}

/** The name's last part has that length: nothing but a colon or the bracket stands in front of it. */
const isLocal = (bytes: Uint8Array, tag: number, nameStop: number, length: number): boolean => {
  const before = nameStop - length - 1;
  return before === tag || (before > tag && bytes[before] === 0x3a);
};

function readRow(bytes: Uint8Array, where: string, at: number, nameStop: number, to: number, scan: Scan): number {
  const end = endOfTag(bytes, at, to, where);
  scan.rowStart = at;
  scan.rowNameStop = nameStop;
  scan.rowOpenEnd = end;
  scan.rowEmpty = bytes[end - 2] === SLASH;
  scan.rowHidden = false;
  scan.rowStyle = -1;
  scan.column = -1;
  let row = scan.row + 1;
  let style = -1;
  let custom = false;
  cursor.at = nameStop;
  while (nextAttribute(bytes, cursor, end)) {
    const first = bytes[cursor.nameStart];
    const length = cursor.nameStop - cursor.nameStart;
    if (length === 1 && first === 0x72) row = integer(bytes, cursor.valueStart, cursor.valueStop) - 1;
    else if (length === 1 && first === 0x73) style = integer(bytes, cursor.valueStart, cursor.valueStop);
    else if (length === 6 && first === 0x68) scan.rowHidden ||= truth(bytes, cursor.valueStart);
    else if (length === 12 && first === 0x63 && bytes[cursor.nameStart + 6] === 0x46) custom = truth(bytes, cursor.valueStart);
    // ht="0": a row of no height is as hidden as one that says so.
    else if (length === 2 && first === 0x68) scan.rowHidden ||= isZero(bytes, cursor.valueStart, cursor.valueStop);
  }
  if (!(row >= 0 && row < MAX_ROWS)) throw damaged(where);
  scan.row = row;
  if (custom && style >= 0) scan.rowStyle = style;
  return end;
}

function readCell(bytes: Uint8Array, where: string, start: number, nameStop: number, to: number, scan: Scan): number {
  const openEnd = endOfTag(bytes, start, to, where);
  scan.start = start;
  scan.nameStop = nameStop;
  scan.openEnd = openEnd;
  scan.style = 0;
  scan.styleStart = scan.styleStop = -1;
  scan.type = NUMBER;
  scan.valueStart = scan.valueStop = scan.formulaStart = scan.formulaStop = scan.inlineStart = scan.inlineStop = -1;
  scan.valueMarked = false;
  let column = scan.column + 1;
  cursor.at = nameStop;
  while (nextAttribute(bytes, cursor, openEnd)) {
    if (cursor.nameStop - cursor.nameStart !== 1) continue;
    const name = bytes[cursor.nameStart];
    if (name === 0x72) column = columnOf(bytes, cursor.valueStart, cursor.valueStop);
    else if (name === 0x73) {
      scan.style = integer(bytes, cursor.valueStart, cursor.valueStop);
      scan.styleStart = cursor.valueStart;
      scan.styleStop = cursor.valueStop;
    } else if (name === 0x74) scan.type = typeOf(bytes, cursor.valueStart, cursor.valueStop);
  }
  if (!(column >= 0 && column < MAX_COLUMNS) || !(scan.style >= 0)) throw damaged(where);
  scan.column = column;
  if (bytes[openEnd - 2] === SLASH) return (scan.end = openEnd);

  let at = openEnd;
  for (;;) {
    while (at < to && bytes[at] !== LT) at++;
    if (at >= to) throw damaged(where);
    const mark = bytes[at + 1];
    if (mark === SLASH) return (scan.end = endOfTag(bytes, at, to, where));
    if (mark === 0x21 || mark === 0x3f) {
      at = skipMarkup(bytes, at, to, where);
      continue;
    }
    const childStop = endOfName(bytes, at + 1);
    const last = bytes[childStop - 1];
    const contentStart = endOfTag(bytes, at, to, where);
    let contentStop = contentStart;
    let stop = contentStart;
    let marked = false;
    if (bytes[contentStart - 2] !== SLASH) {
      while (contentStop < to && bytes[contentStop] !== LT) contentStop++;
      if (contentStop >= to) throw damaged(where);
      if (bytes[contentStop + 1] === SLASH) stop = endOfTag(bytes, contentStop, to, where);
      else {
        stop = endOfElement(bytes, at, to, where);
        contentStop = bytes.lastIndexOf(LT, stop - 1);
        marked = true;
      }
    }
    if (last === 0x76 && isLocal(bytes, at, childStop, 1)) {
      scan.valueStart = contentStart;
      scan.valueStop = contentStop;
      scan.valueMarked = marked;
    } else if (last === 0x66 && isLocal(bytes, at, childStop, 1)) {
      scan.formulaStart = at;
      scan.formulaStop = stop;
    } else if (last === 0x73 && isLocal(bytes, at, childStop, 2)) {
      scan.inlineStart = at;
      scan.inlineStop = stop;
    }
    at = stop;
  }
}

/** Plain digits; NaN for anything else. */
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

function typeOf(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from];
  if (to - from === 1) return first === 0x73 ? SHARED : first === 0x62 ? BOOLEAN : first === 0x65 ? ERROR : first === 0x64 ? ISO_DATE : NUMBER;
  return first === 0x73 ? STRING : first === 0x69 ? INLINE : NUMBER;
}

const truth = (bytes: Uint8Array, at: number): boolean => bytes[at] === 0x31 || bytes[at] === 0x74;

function isZero(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== 0x30 && bytes[i] !== 0x2e) return false;
  return from < to;
}

const emptyScan = (): Scan => ({
  row: -1, rowStart: -1, rowNameStop: -1, rowOpenEnd: -1, rowEmpty: false, rowHidden: false, rowStyle: -1,
  column: -1, start: -1, nameStop: -1, openEnd: -1, end: -1, style: 0, styleStart: -1, styleStop: -1, type: NUMBER,
  valueStart: -1, valueStop: -1, valueMarked: false, formulaStart: -1, formulaStop: -1, inlineStart: -1, inlineStop: -1,
});
