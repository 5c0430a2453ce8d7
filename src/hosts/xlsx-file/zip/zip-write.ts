/** Writes the zip: untouched entries byte for byte, changed ones packed again, new ones at the end. */
import { join, toUtf8 } from './bytes';
import type { Codec } from './codec';
import { crc32 } from './crc32';
import { piecesOf, PIECE_BYTES, splicedBytes, type Spliced } from '../xml/splice';
import type { ZipDirectory, ZipEntry } from './zip-read';

export interface ZipChanges {
  readonly replaced: ReadonlyMap<ZipEntry, Spliced | Packed>;
  readonly removed: ReadonlySet<ZipEntry>;
  readonly added: readonly { readonly name: string; readonly part: Spliced | Packed }[];
}

/** Flag of entries whose names are UTF-8. */
const UTF8_NAME = 0x0800;
/** 1 January 1980: the same edits give the same bytes on any day. */
const NO_DATE = 0x00210000;

export function writeZip(source: Uint8Array, directory: ZipDirectory, changes: ZipChanges, codec: Codec): Uint8Array {
  const chunks: Uint8Array[] = [source.subarray(0, directory.base)];
  const records = new Map<ZipEntry, Uint8Array>();
  const newRecords: Uint8Array[] = [];
  let position = 0;
  const push = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    position += chunk.length;
  };
  for (const entry of [...directory.entries].sort((a, b) => a.start - b.start)) {
    if (changes.removed.has(entry)) continue;
    const part = changes.replaced.get(entry);
    if (!part) {
      records.set(entry, movedRecord(source, entry, position));
      push(source.subarray(entry.start, entry.stop));
      continue;
    }
    const view = viewOf(source);
    const nameLength = view.getUint16(entry.recordStart + 28, true);
    const name = source.subarray(entry.recordStart + 46, entry.recordStart + 46 + nameLength);
    const packed = pack(part, name, entry.flags & UTF8_NAME, view.getUint32(entry.recordStart + 12, true), codec);
    records.set(
      entry,
      packed.record(
        position,
        view.getUint16(entry.recordStart + 4, true),
        view.getUint32(entry.recordStart + 38, true),
      ),
    );
    packed.local.forEach(push);
  }
  for (const { name, part } of changes.added) {
    const packed = pack(part, toUtf8(name), UTF8_NAME, NO_DATE, codec);
    newRecords.push(packed.record(position, 20, 0));
    packed.local.forEach(push);
  }
  const central = position;
  let count = newRecords.length;
  for (const entry of directory.entries) {
    const record = records.get(entry);
    if (!record) continue;
    push(record);
    count++;
  }
  newRecords.forEach(push);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, count, true);
  end.setUint16(10, count, true);
  end.setUint32(12, position - central, true);
  end.setUint32(16, central, true);
  end.setUint16(20, directory.comment.length, true);
  chunks.push(new Uint8Array(end.buffer), directory.comment);
  return join(chunks);
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function movedRecord(source: Uint8Array, entry: ZipEntry, offset: number): Uint8Array {
  const record = source.slice(entry.recordStart, entry.recordEnd);
  const view = viewOf(record);
  view.setUint32(entry.offsetAt - entry.recordStart, offset, true);
  if (entry.offsetWide) view.setUint32(entry.offsetAt - entry.recordStart + 4, 0, true);
  return record;
}

function pack(part: Spliced | Packed, name: Uint8Array, flags: number, date: number, codec: Codec) {
  const { data, stored, crc, size } = 'data' in part ? part : packed(part, codec);
  /** The fields that a local header and a directory record have in common. */
  const common = (view: DataView, from: number): void => {
    view.setUint16(from, 20, true);
    view.setUint16(from + 2, flags, true);
    view.setUint16(from + 4, stored ? 0 : 8, true);
    view.setUint32(from + 6, date, true);
    view.setUint32(from + 10, crc, true);
    view.setUint32(from + 14, data.length, true);
    view.setUint32(from + 18, size, true);
    view.setUint16(from + 22, name.length, true);
  };
  const header = new DataView(new ArrayBuffer(30));
  header.setUint32(0, 0x04034b50, true);
  common(header, 4);
  return {
    local: [new Uint8Array(header.buffer), name, data],
    record(offset: number, madeBy: number, attributes: number): Uint8Array {
      const record = new DataView(new ArrayBuffer(46));
      record.setUint32(0, 0x02014b50, true);
      record.setUint16(4, madeBy, true);
      common(record, 6);
      record.setUint32(38, attributes, true);
      record.setUint32(42, offset, true);
      return join([new Uint8Array(record.buffer), name]);
    },
  };
}

/** A part as it is stored in the zip. */
export interface Packed {
  readonly data: Uint8Array;
  readonly stored: boolean;
  readonly crc: number;
  readonly size: number;
}

/** With more splices than this, the texts may exceed one piece; with fewer it is not checked. */
const MANY = 24;
/** A multi-byte character that does not fit is left for the next piece. */
const FULL = PIECE_BYTES - 4;

export function packed(part: Spliced, codec: Codec): Packed {
  const sum = codec.crc32 ?? crc32;
  // Texts are built while they are packed, so a part is known to be long only when its first piece is full.
  const pieces = piecesOf(part);
  const first =
    codec.deflateRawPieces && (part.bytes.length > PIECE_BYTES || part.splices.length > MANY) ? pieces.next() : null;
  if (codec.deflateRawPieces && first && !first.done && first.value.length > FULL) {
    let [crc, size] = [0, 0];
    const counted = function* (): Generator<Uint8Array> {
      for (let piece: IteratorResult<Uint8Array, void> = first; !piece.done; piece = pieces.next()) {
        crc = sum(piece.value, crc);
        size += piece.value.length;
        yield piece.value;
      }
    };
    const data = codec.deflateRawPieces(counted());
    if (data.length < size) return { data, stored: false, crc, size };
  }
  const bytes = splicedBytes(part);
  const data = codec.deflateRaw(bytes);
  const stored = data.length >= bytes.length;
  return { data: stored ? bytes : data, stored, crc: sum(bytes), size: bytes.length };
}

export const unpacked = ({ data, stored, size }: Packed, codec: Codec): Uint8Array =>
  stored ? data : codec.inflateRaw(data, size);
