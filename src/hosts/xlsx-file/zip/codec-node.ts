/** Deflate by Node's own zlib: the only file of this host that names a Node module. */
import * as zlib from 'node:zlib';
import { join } from './bytes';
import type { Codec } from './codec';

/**
 * Over this size speed counts more than the last tenth of compression: level 6 takes three times as long as level 1.
 */
const LARGE = 4 << 20;

// Node 20.15 and later have it; older ones fall back on the table in crc32.ts.
const nativeCrc = (zlib as { crc32?: NonNullable<Codec['crc32']> }).crc32;

/** A last block with nothing in it. */
const LAST = Uint8Array.of(3, 0);

const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const nodeCodec: Codec = {
  // A chunk a little larger than the result keeps zlib from gathering the output in small pieces and joining them.
  inflateRaw: (bytes, size) => plain(zlib.inflateRawSync(bytes, { maxOutputLength: size + 1, chunkSize: size + 64 })),
  deflateRaw: (bytes) =>
    plain(
      zlib.deflateRawSync(bytes, {
        level: bytes.length > LARGE ? 1 : 6,
        chunkSize: Math.max(64, Math.min(bytes.length, 4 << 20)),
      }),
    ),
  // Each piece is packed by itself and ends on a whole byte, so that the packed pieces lie end to end; LAST closes the
  // row.
  deflateRawPieces: (pieces) =>
    join([
      ...Array.from(pieces, (piece) =>
        plain(zlib.deflateRawSync(piece, { level: 1, finishFlush: zlib.constants.Z_SYNC_FLUSH })),
      ),
      LAST,
    ]),
  ...(nativeCrc ? { crc32: nativeCrc } : {}),
};
