/**
 * The workbook as a set of named parts: inflated and checked on demand; changes are kept beside the source until saved.
 */
import { asUtf8, indexOfBytes, sameBytes } from '../zip/bytes';
import type { Codec } from '../zip/codec';
import { crc32 } from '../zip/crc32';
import { damaged, encrypted, oversized, unsupported } from '../faults';
import type { Limits } from '../zip/limits';
import { changesAnything, splicedBytes, type Spliced } from '../xml/splice';
import { readDirectory, type ZipDirectory, type ZipEntry } from '../zip/zip-read';
import { packed, unpacked, writeZip, type Packed, type ZipChanges } from '../zip/zip-write';

/** Parts by name, in any letter case. */
export interface Parts {
  readonly names: () => string[];
  readonly has: (name: string) => boolean;
  /** As UTF-8. */
  readonly read: (name: string) => Uint8Array;
}

/** Parts with changes on top; the source stays unchanged. */
export interface Draft extends Parts {
  readonly write: (name: string, bytes: Uint8Array) => void;
  /** Like `write`, for a part that is built only when it is packed or read again. */
  readonly writeSpliced: (name: string, part: Spliced) => void;
  /** Like `write`, for a part that is built and packed immediately. */
  readonly writePacked: (name: string, part: Spliced) => void;
  readonly remove: (name: string) => void;
}

export interface Package extends Parts {
  readonly draft: () => Draft & { save: () => Uint8Array };
}

/** Keyed by name in lower case. */
type Entries = ReadonlyMap<string, ZipEntry>;
type Changed = Map<string, { readonly name: string; part: Spliced | Packed | null }>;

/** Limit of the cache of inflated parts between reading and writing. */
const KEPT_BYTES = 160 << 20;

export function openPackage(original: Uint8Array, codec: Codec, limits: Limits): Package {
  // Slicing a Node Buffer does not copy, but slicing a plain Uint8Array does; and code that reads only one kind of
  // array is faster.
  const source = new Uint8Array(original.buffer, original.byteOffset, original.byteLength);
  if (source.length > limits.fileBytes) throw oversized('[toàn tệp]');
  refuseOtherForms(source);
  const directory = readDirectory(source, limits);
  const entries = indexEntries(directory);
  const parts: Parts = {
    names: () => [...entries.values()].map((entry) => entry.name),
    has: (name) => entries.has(name.toLowerCase()),
    read: partReader(entries, (entry) => asUtf8(inflate(source, entry, codec, limits), entry.name)),
  };
  const save = (changed: Changed): Uint8Array =>
    changed.size === 0 ? original : writeZip(source, directory, changesOf(changed, entries), codec);
  return { ...parts, draft: () => openDraft(parts, codec, save) };
}

/** Caches inflated parts; drops the oldest when the cache is full. */
function partReader(entries: Entries, inflated: (entry: ZipEntry) => Uint8Array): Parts['read'] {
  const cache = new Map<ZipEntry, Uint8Array>();
  let cachedBytes = 0;
  return (name) => {
    const entry = entries.get(name.toLowerCase());
    if (!entry) throw damaged(name);
    const known = cache.get(entry);
    if (known) return known;
    const bytes = inflated(entry);
    for (const [old, { length }] of cache) {
      if (cachedBytes + bytes.length <= KEPT_BYTES) break;
      cache.delete(old);
      cachedBytes -= length;
    }
    cache.set(entry, bytes);
    cachedBytes += bytes.length;
    return bytes;
  };
}

function openDraft(
  { names, has, read }: Parts,
  codec: Codec,
  save: (changed: Changed) => Uint8Array,
): Draft & { save: () => Uint8Array } {
  const changed: Changed = new Map();
  return {
    names: () => [
      ...names().filter((name) => !changed.has(name.toLowerCase())),
      ...[...changed.values()].filter(({ part }) => part !== null).map(({ name }) => name),
    ],
    has: (name) => {
      const change = changed.get(name.toLowerCase());
      return change ? change.part !== null : has(name);
    },
    read: (name) => {
      const change = changed.get(name.toLowerCase());
      if (!change) return read(name);
      if (!change.part) throw damaged(name);
      const bytes = 'data' in change.part ? unpacked(change.part, codec) : splicedBytes(change.part);
      change.part = { bytes, splices: [] };
      return bytes;
    },
    write: (name, bytes) => {
      const key = name.toLowerCase();
      if (has(name) && sameBytes(read(name), bytes)) changed.delete(key);
      else changed.set(key, { name, part: { bytes, splices: [] } });
    },
    writeSpliced: (name, part) => {
      if (changesAnything(part)) changed.set(name.toLowerCase(), { name, part });
    },
    writePacked: (name, part) => {
      changed.set(name.toLowerCase(), { name, part: packed(part, codec) });
    },
    remove: (name) => {
      const key = name.toLowerCase();
      if (has(name)) changed.set(key, { name, part: null });
      else changed.delete(key);
    },
    save: () => save(changed),
  };
}

function changesOf(changed: Changed, entries: Entries): ZipChanges {
  const replaced = new Map<ZipEntry, Spliced | Packed>();
  const removed = new Set<ZipEntry>();
  const added: { name: string; part: Spliced | Packed }[] = [];
  for (const [key, { name, part }] of changed) {
    const entry = entries.get(key);
    if (!entry) {
      if (part) added.push({ name, part });
    } else if (part) replaced.set(entry, part);
    else removed.add(entry);
  }
  return { replaced, removed, added };
}

function indexEntries(directory: ZipDirectory): Entries {
  const entries = new Map<string, ZipEntry>();
  for (const entry of directory.entries) {
    if (entry.name === '' || entry.name.endsWith('/')) continue;
    const key = entry.name.toLowerCase();
    // Two parts have the same name: programs differ in which one they read, so neither can be trusted.
    if (entries.has(key)) throw damaged(entry.name);
    entries.set(key, entry);
  }
  return entries;
}

function inflate(source: Uint8Array, entry: ZipEntry, codec: Codec, limits: Limits): Uint8Array {
  if (entry.flags & 1) throw encrypted();
  if (entry.size > limits.partBytes) throw oversized(entry.name);
  if (entry.size > 1 << 20 && entry.size > entry.packed * limits.ratio) throw oversized(entry.name);
  const packed = source.subarray(entry.dataStart, entry.dataStart + entry.packed);
  let bytes: Uint8Array;
  if (entry.method === 0) bytes = packed;
  else if (entry.method === 8) {
    try {
      bytes = codec.inflateRaw(packed, entry.size);
    } catch {
      throw damaged(entry.name);
    }
  } else throw unsupported('packing');
  const sum = codec.crc32 ?? crc32;
  if (bytes.length !== entry.size || sum(bytes) !== entry.crc) throw damaged(entry.name);
  return bytes;
}

/** Recognizes OLE files by their first bytes; other files that are no zip fail when the directory is read. */
function refuseOtherForms(source: Uint8Array): void {
  const [a, b, c, d] = source;
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) {
    // The stream's name in UTF-16, as in OLE files.
    const stream = Uint8Array.from(Array.from('EncryptedPackage\0', (letter) => [letter.charCodeAt(0), 0]).flat());
    throw indexOfBytes(source, stream) >= 0 ? encrypted() : unsupported('xls');
  }
}
