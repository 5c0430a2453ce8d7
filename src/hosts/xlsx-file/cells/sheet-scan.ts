/**
 * Walks the rows and cells of a sheet's XML in one pass over the bytes; it reports offsets only, keeps nothing and
 * allocates nothing per cell.
 */
import { MAX_ROWS } from '../../../core/values/address';
import { damaged } from '../faults';
import { emptyScan, integer, isLocal, readCell, type Scan } from './scan-cell';
import { attributeCursor, endOfElement, endOfName, endOfTag, nextAttribute, skipMarkup } from '../xml/xml';

interface Visitor {
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
  let position = from;
  while (position < to) {
    if (bytes[position] !== LT) {
      position++;
      continue;
    }
    const mark = bytes[position + 1];
    if (mark === 0x21 || mark === 0x3f) position = skipMarkup(bytes, position, to, where);
    else if (mark === SLASH) {
      // Other elements are skipped whole, so this end tag has no start tag.
      if (!inRow) throw damaged(where);
      const end = endOfTag(bytes, position, to, where);
      visitor.rowEnd?.(scan, position, end);
      inRow = false;
      position = end;
    } else {
      const nameStop = endOfName(bytes, position + 1);
      const isCell = inRow && bytes[nameStop - 1] === 0x63 && isLocal(bytes, position, nameStop, 1);
      if (isCell) {
        scan.start = position;
        scan.nameStop = nameStop;
        position = readCell(bytes, where, to, scan);
        visitor.cell(scan);
      } else if (
        !inRow &&
        bytes[nameStop - 1] === 0x77 &&
        bytes[nameStop - 3] === 0x72 &&
        isLocal(bytes, position, nameStop, 3)
      ) {
        scan.rowStart = position;
        scan.rowNameStop = nameStop;
        position = readRow(bytes, where, to, scan);
        visitor.row(scan);
        if (scan.rowEmpty) visitor.rowEnd?.(scan, position, position);
        else inRow = true;
      } else position = endOfElement(bytes, position, to, where);
    }
  }
  if (inRow) throw damaged(where);
}

/**
 * Returns where the sheet's `</sheetData>` begins. In well-formed XML "<" occurs in no value, so only tags are
 * examined.
 */
export function endOfSheetData(bytes: Uint8Array, where: string, from: number): number {
  // Searches from the back, where even a large sheet has only merges and print settings: this saves a pass over 33 MB.
  // The same words can occur there only inside a comment or a CDATA section; if there is one, the search starts from
  // the front.
  for (let position = bytes.lastIndexOf(LT); position >= from; position = bytes.lastIndexOf(LT, position - 1)) {
    const mark = bytes[position + 1];
    if (mark === 0x21 || mark === 0x3f) break;
    if (mark === SLASH && isSheetData(bytes, position + 2)) return position;
  }
  return endFromFront(bytes, where, from);
}

function endFromFront(bytes: Uint8Array, where: string, from: number): number {
  let position = from;
  const to = bytes.length;
  while (position < to) {
    if (bytes[position] !== LT) {
      position++;
      continue;
    }
    const mark = bytes[position + 1];
    if (mark === 0x21 || mark === 0x3f) position = skipMarkup(bytes, position, to, where);
    // "sheetData": the letters s, D and a at their positions distinguish it from every other end tag inside.
    else if (mark === SLASH && isSheetData(bytes, position + 2)) return position;
    else position += 2;
  }
  throw damaged(where);
}

function isSheetData(bytes: Uint8Array, nameStart: number): boolean {
  const stop = endOfName(bytes, nameStart);
  return (
    stop - nameStart >= 9 &&
    bytes[stop - 1] === 0x61 &&
    bytes[stop - 4] === 0x44 &&
    bytes[stop - 9] === 0x73 &&
    isLocal(bytes, nameStart - 1, stop, 9)
  );
}

/** Reads the row whose tag begins at `scan.rowStart` and whose name is already read; returns where the tag ends. */
function readRow(bytes: Uint8Array, where: string, to: number, scan: Scan): number {
  const end = endOfTag(bytes, scan.rowStart, to, where);
  scan.rowOpenEnd = end;
  scan.rowEmpty = bytes[end - 2] === SLASH;
  scan.rowHidden = false;
  scan.rowStyle = -1;
  scan.column = -1;
  let row = scan.row + 1;
  let style = -1;
  let custom = false;
  cursor.position = scan.rowNameStop;
  while (nextAttribute(bytes, cursor, end)) {
    const first = bytes[cursor.nameStart];
    const length = cursor.nameStop - cursor.nameStart;
    if (length === 1 && first === 0x72) {
      if (cursor.valueStop > cursor.valueStart) row = integer(bytes, cursor.valueStart, cursor.valueStop) - 1;
    } else if (length === 1 && first === 0x73) style = integer(bytes, cursor.valueStart, cursor.valueStop);
    else if (length === 6 && first === 0x68) scan.rowHidden ||= truth(bytes, cursor.valueStart);
    else if (length === 12 && first === 0x63 && bytes[cursor.nameStart + 6] === 0x46)
      custom = truth(bytes, cursor.valueStart);
    // ht="0": a row of height 0 is hidden.
    else if (length === 2 && first === 0x68) scan.rowHidden ||= isZero(bytes, cursor.valueStart, cursor.valueStop);
  }
  if (!(row >= 0 && row < MAX_ROWS)) throw damaged(where);
  scan.row = row;
  if (custom && style >= 0) scan.rowStyle = style;
  return end;
}

const truth = (bytes: Uint8Array, position: number): boolean => bytes[position] === 0x31 || bytes[position] === 0x74;

function isZero(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== 0x30 && bytes[i] !== 0x2e) return false;
  return from < to;
}
