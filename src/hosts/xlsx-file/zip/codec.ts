/**
 * What the file host asks of its surroundings: raw deflate both ways. The browser uses fflate, named only here; Node
 * has a file of its own.
 */
import { deflateSync, inflateSync } from 'fflate';

export interface Codec {
  /** Gives at most `size` bytes; throws, or gives another length, when the data does not hold exactly that many. */
  readonly inflateRaw: (bytes: Uint8Array, size: number) => Uint8Array;
  readonly deflateRaw: (bytes: Uint8Array) => Uint8Array;
  /**
   * The same for data that comes in pieces, each good only until the next is asked for. Only where that saves holding
   * it all.
   */
  readonly deflateRawPieces?: (pieces: Iterable<Uint8Array>) => Uint8Array;
  /** Only where the platform has a faster one than ours; `before` is the sum of the bytes in front. */
  readonly crc32?: (bytes: Uint8Array, before?: number) => number;
}

const LARGE = 4 << 20;

export const browserCodec: Codec = {
  // Room for one byte more than declared shows an output that is too long; fflate stops at the end of its buffer.
  inflateRaw: (bytes, size) => inflateSync(bytes, { out: new Uint8Array(size + 1) }),
  deflateRaw: (bytes) => deflateSync(bytes, { level: bytes.length > LARGE ? 1 : 6 }),
};
