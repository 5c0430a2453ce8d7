/**
 * Reads a zip's directory: the position of each entry, checked so that no entry overlaps another or extends beyond the
 * file.
 */
import { fromUtf8 } from './bytes';
import { damaged, oversized, truncated, unsupported } from '../faults';
import type { Limits } from './limits';

export interface ZipEntry {
  /** With "/" between folders and no leading "/", regardless of how the file writes it. */
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Offset of the local header. */
  readonly start: number;
  readonly dataStart: number;
  /**
   * Where the next entry (or the directory) begins: all bytes before it, including descriptors, belong to this entry.
   */
  stop: number;
  /** Offset of the record in the central directory. */
  readonly recordStart: number;
  readonly recordEnd: number;
  /** Where the record stores the local header's offset, and whether that field has 64 bits. */
  readonly offsetAt: number;
  readonly offsetWide: boolean;
}

export interface ZipDirectory {
  /** In central directory order. */
  readonly entries: readonly ZipEntry[];
  /** Number of bytes before the archive, usually 0: stored offsets count from here. */
  readonly base: number;
  readonly comment: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const NARROW = 0xffffffff;

export function readDirectory(bytes: Uint8Array, limits: Limits): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw startsAsZip(bytes) ? truncated() : unsupported(bytes.length === 0 ? 'empty' : 'text');
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  let tail = end;
  if (end >= 20 && view.getUint32(end - 20, true) === LOCATOR64) {
    const position = findEnd64(view, end);
    tail = position;
    count = wide(view, position + 32);
    size = wide(view, position + 40);
    offset = wide(view, position + 48);
  }
  const base = tail - size - offset;
  if (base < 0) throw truncated();
  if (count > limits.entries) throw oversized('[mục lục]');

  const entries: ZipEntry[] = [];
  let position = base + offset;
  for (let n = 0; n < count; n++) {
    const entry = readRecord(view, bytes, position, tail, base);
    entries.push(entry);
    position = entry.recordEnd;
  }
  bound(entries, base + offset);
  const commentStart = end + 22;
  return { entries, base, comment: bytes.subarray(commentStart, commentStart + view.getUint16(end + 20, true)) };
}

const startsAsZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let position = view.byteLength - 22; position >= lowest; position--) {
    if (
      view.getUint32(position, true) === END &&
      position + 22 + view.getUint16(position + 20, true) <= view.byteLength
    )
      return position;
  }
  return -1;
}

function findEnd64(view: DataView, end: number): number {
  const stated = wide(view, end - 20 + 8);
  // Bytes before the archive shift this record; it is still directly before its locator.
  for (const position of [stated, end - 20 - 56]) {
    if (position >= 0 && position + 56 <= end && view.getUint32(position, true) === END64) return position;
  }
  throw truncated();
}

function wide(view: DataView, position: number): number {
  const value = view.getUint32(position, true) + view.getUint32(position + 4, true) * 0x100000000;
  return value;
}

function readRecord(view: DataView, bytes: Uint8Array, position: number, tail: number, base: number): ZipEntry {
  if (position + 46 > tail || view.getUint32(position, true) !== CENTRAL) throw truncated();
  const nameLength = view.getUint16(position + 28, true);
  const extraLength = view.getUint16(position + 30, true);
  const recordEnd = position + 46 + nameLength + extraLength + view.getUint16(position + 32, true);
  if (recordEnd > tail) throw truncated();
  let packed = view.getUint32(position + 20, true);
  let size = view.getUint32(position + 24, true);
  let offset = view.getUint32(position + 42, true);
  let offsetAt = position + 42;
  let offsetWide = false;
  const extraStart = position + 46 + nameLength;
  for (let extra = extraStart; extra + 4 <= extraStart + extraLength;) {
    const length = view.getUint16(extra + 2, true);
    if (extra + 4 + length > extraStart + extraLength) break;
    if (view.getUint16(extra, true) === 1) {
      // The zip64 block contains, in this order, only the fields that are 0xffffffff in the record.
      let field = extra + 4;
      const take = (): number => {
        if (field + 8 > extra + 4 + length) throw truncated();
        field += 8;
        return wide(view, field - 8);
      };
      if (size === NARROW) size = take();
      if (packed === NARROW) packed = take();
      if (offset === NARROW) {
        offsetAt = field;
        offsetWide = true;
        offset = take();
      }
    }
    extra += 4 + length;
  }
  const name = fromUtf8(bytes, position + 46, extraStart)
    .replace(/\\/g, '/')
    .replace(/^\/+/, '');
  const start = base + offset;
  if (start + 30 > tail || view.getUint32(start, true) !== LOCAL) throw damaged(name);
  const dataStart = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  return {
    name,
    flags: view.getUint16(position + 8, true),
    method: view.getUint16(position + 10, true),
    crc: view.getUint32(position + 16, true),
    packed,
    size,
    start,
    dataStart,
    stop: 0,
    recordStart: position,
    recordEnd,
    offsetAt,
    offsetWide,
  };
}

/**
 * Sets where each entry ends and refuses overlapping entries, which the most efficient zip bombs use and programs that
 * write workbooks never produce.
 */
function bound(entries: readonly ZipEntry[], directory: number): void {
  const inOrder = [...entries].sort((a, b) => a.start - b.start);
  inOrder.forEach((entry, n) => {
    entry.stop = inOrder[n + 1]?.start ?? directory;
    if (entry.dataStart + entry.packed > entry.stop) throw damaged(entry.name);
  });
}
