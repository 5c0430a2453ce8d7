/** Deflate by fflate, for the browser: the only file of this host that names a library. */
import { deflateSync, inflateSync } from 'fflate';
import type { Codec } from './codec';

const LARGE = 4 << 20;

export const browserCodec: Codec = {
  // Room for one byte more than declared shows an output that is too long; fflate stops at the end of its buffer.
  inflateRaw: (bytes, size) => inflateSync(bytes, { out: new Uint8Array(size + 1) }),
  deflateRaw: (bytes) => deflateSync(bytes, { level: bytes.length > LARGE ? 1 : 6 }),
};
