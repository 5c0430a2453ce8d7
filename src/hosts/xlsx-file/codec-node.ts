/** Deflate by Node's own zlib: the only file of this host that names a Node module. */
import * as zlib from 'node:zlib';
import type { Codec } from './codec';

/** Over this size speed counts more than the last tenth of compression: level 6 takes three times as long as level 1. */
const LARGE = 4 << 20;

// Node 20.15 and later have it; older ones fall back on the table in crc32.ts.
const nativeCrc = (zlib as { crc32?: (bytes: Uint8Array) => number }).crc32;

const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const nodeCodec: Codec = {
  // A chunk a little larger than the result keeps zlib from gathering the output in small pieces and joining them.
  inflateRaw: (bytes, size) => plain(zlib.inflateRawSync(bytes, { maxOutputLength: size + 1, chunkSize: size + 64 })),
  deflateRaw: (bytes) =>
    plain(zlib.deflateRawSync(bytes, { level: bytes.length > LARGE ? 1 : 6, chunkSize: Math.max(64, Math.min(bytes.length, 4 << 20)) })),
  ...(nativeCrc ? { crc32: (bytes: Uint8Array) => nativeCrc(bytes) } : {}),
};
