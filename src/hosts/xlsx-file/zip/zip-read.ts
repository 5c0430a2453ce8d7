/** Reads a zip's directory: where each entry lies, checked so that no entry overlaps another or leaves the file. */
import { fromUtf8 } from './bytes';
import { damaged, oversized, truncated, unsupported } from '../faults';
import type { Limits } from './limits';

export interface ZipEntry {
  /** With "/" between folders and none in front, whatever the file says. */
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** The local header. */
  readonly start: number;
  readonly dataStart: number;
  /**
   * Where the next entry (or the directory) begins: everything up to there, descriptors included, belongs to this
   * entry.
   */
  stop: number;
  /** The record in the central directory. */
  readonly recordStart: number;
  readonly recordEnd: number;
  /** Where the record keeps the local header's offset, and how wide it is. */
  readonly offsetAt: number;
  readonly offsetWide: boolean;
}

export interface ZipDirectory {
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  /** Bytes in front of the archive, if any: stored offsets count from here. */
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
    const at = findEnd64(view, end);
    tail = at;
    count = wide(view, at + 32);
    size = wide(view, at + 40);
    offset = wide(view, at + 48);
  }
  const base = tail - size - offset;
  if (base < 0) throw truncated();
  if (count > limits.entries) throw oversized('[mục lục]');

  const entries: ZipEntry[] = [];
  let at = base + offset;
  for (let n = 0; n < count; n++) {
    const entry = readRecord(view, bytes, at, tail, base);
    entries.push(entry);
    at = entry.recordEnd;
  }
  bound(entries, base + offset);
  const commentStart = end + 22;
  return { entries, base, comment: bytes.subarray(commentStart, commentStart + view.getUint16(end + 20, true)) };
}

const startsAsZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return -1;
}

function findEnd64(view: DataView, end: number): number {
  const stated = wide(view, end - 20 + 8);
  // Bytes in front of the archive shift it: then it still stands right before its locator.
  for (const at of [stated, end - 20 - 56]) {
    if (at >= 0 && at + 56 <= end && view.getUint32(at, true) === END64) return at;
  }
  throw truncated();
}

function wide(view: DataView, at: number): number {
  const value = view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x100000000;
  return value;
}

function readRecord(view: DataView, bytes: Uint8Array, at: number, tail: number, base: number): ZipEntry {
  if (at + 46 > tail || view.getUint32(at, true) !== CENTRAL) throw truncated();
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const recordEnd = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (recordEnd > tail) throw truncated();
  let packed = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  let offsetAt = at + 42;
  let offsetWide = false;
  const extraStart = at + 46 + nameLength;
  for (let extra = extraStart; extra + 4 <= extraStart + extraLength;) {
    const length = view.getUint16(extra + 2, true);
    if (extra + 4 + length > extraStart + extraLength) break;
    if (view.getUint16(extra, true) === 1) {
      // Only the fields that are full in the record stand in the zip64 block, in this order.
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
  const name = fromUtf8(bytes, at + 46, extraStart)
    .replace(/\\/g, '/')
    .replace(/^\/+/, '');
  const start = base + offset;
  if (start + 30 > tail || view.getUint32(start, true) !== LOCAL) throw damaged(name);
  const dataStart = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  return {
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    start,
    dataStart,
    stop: 0,
    recordStart: at,
    recordEnd,
    offsetAt,
    offsetWide,
  };
}

/** Entries that share bytes are the trick of the most efficient zip bombs; no writer of workbooks makes them. */
function bound(entries: readonly ZipEntry[], directory: number): void {
  const inOrder = [...entries].sort((a, b) => a.start - b.start);
  inOrder.forEach((entry, n) => {
    entry.stop = inOrder[n + 1]?.start ?? directory;
    if (entry.dataStart + entry.packed > entry.stop) throw damaged(entry.name);
  });
}
