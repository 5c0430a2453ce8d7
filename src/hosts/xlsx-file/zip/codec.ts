/**
 * The codec that the file host needs: raw deflate in both directions. The browser uses fflate, imported only here;
 * Node's codec is codec-node.ts.
 */
import { deflateSync, inflateSync } from 'fflate';

export interface Codec {
  /**
   * `size` is the expected length. Throws or returns another length if the data does not inflate to exactly that many
   * bytes.
   */
  readonly inflateRaw: (bytes: Uint8Array, size: number) => Uint8Array;
  readonly deflateRaw: (bytes: Uint8Array) => Uint8Array;
  /**
   * Like `deflateRaw` for data in pieces, each valid only until the next is requested. Present only if it avoids
   * holding all data in memory.
   */
  readonly deflateRawPieces?: (pieces: Iterable<Uint8Array>) => Uint8Array;
  /** Present only if the platform has one faster than crc32.ts; `before` is the checksum of the preceding bytes. */
  readonly crc32?: (bytes: Uint8Array, before?: number) => number;
}

const LARGE = 4 << 20;

export const browserCodec: Codec = {
  // One byte more than declared reveals an output that is too long; fflate stops at the end of its buffer.
  inflateRaw: (bytes, size) => inflateSync(bytes, { out: new Uint8Array(size + 1) }),
  deflateRaw: (bytes) => deflateSync(bytes, { level: bytes.length > LARGE ? 1 : 6 }),
};
