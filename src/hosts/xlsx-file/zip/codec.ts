/**
 * What the file host asks of its surroundings: raw deflate both ways. Node and the browser each have their own file.
 */
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
