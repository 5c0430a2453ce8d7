/** Deflate with Node's zlib: the only file of this host that imports a Node module. */
import * as zlib from 'node:zlib';
import { join } from './bytes';
import type { Codec } from './codec';

/**
 * Over this size speed counts more than the last tenth of compression: level 6 takes three times as long as level 1.
 */
const LARGE = 4 << 20;

// Available from Node 20.15 on; older versions use the table in crc32.ts.
const nativeCrc = (zlib as { crc32?: NonNullable<Codec['crc32']> }).crc32;

/** An empty last block. */
const LAST = Uint8Array.of(3, 0);

const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const nodeCodec: Codec = {
  // With a chunk slightly larger than the result, zlib does not collect the output in small pieces and join them.
  inflateRaw: (bytes, size) => plain(zlib.inflateRawSync(bytes, { maxOutputLength: size + 1, chunkSize: size + 64 })),
  deflateRaw: (bytes) =>
    plain(
      zlib.deflateRawSync(bytes, {
        level: bytes.length > LARGE ? 1 : 6,
        chunkSize: Math.max(64, Math.min(bytes.length, 4 << 20)),
      }),
    ),
  // Each piece is compressed separately and ends on a whole byte, so that the packed pieces can be concatenated; LAST
  // ends the stream.
  deflateRawPieces: (pieces) =>
    join([
      ...Array.from(pieces, (piece) =>
        plain(zlib.deflateRawSync(piece, { level: 1, finishFlush: zlib.constants.Z_SYNC_FLUSH })),
      ),
      LAST,
    ]),
  ...(nativeCrc ? { crc32: nativeCrc } : {}),
};
