/** Packs text as PPMd; the unpacker has no need of this half. */
import { LEAST_RANGE, Model } from './ppmd.mjs';

/** In words; what the text has taken of it is told. */
const MEMORY = 1 << 24;

/** The numbers below 2^53 are exact: `low` needs 40 bits. */
class Encoder {
  constructor() {
    this.packed = [];
    this.low = 0;
    this.range = 2 ** 32 - 1;
    // The last byte, and all of 255 behind it, may still be raised by one.
    this.held = 0;
    this.waiting = 1;
    this.letter = 0;
  }

  divide(sum) {
    this.range = Math.trunc(this.range / sum);
  }

  isBelow(_, letter) {
    return letter === this.letter;
  }

  take(start, size) {
    this.low += start * this.range;
    this.range *= size;
    this.flush();
  }

  isOnly(probability, letter) {
    const bound = (this.range >>> 14) * probability;
    const isOnly = letter === this.letter;
    if (isOnly) this.range = bound;
    else {
      this.low += bound;
      this.range -= bound;
    }
    this.flush();
    return isOnly;
  }

  flush() {
    while (this.range < LEAST_RANGE) {
      this.range *= 256;
      this.shift();
    }
  }

  shift() {
    const carry = this.low >= 2 ** 32 ? 1 : 0;
    if (carry === 1 || this.low < 0xff000000) {
      for (let byte = this.held; this.waiting > 0; this.waiting -= 1) {
        this.packed.push((byte + carry) & 255);
        byte = 255;
      }
      this.held = Math.trunc(this.low / LEAST_RANGE) & 255;
    }
    this.waiting += 1;
    this.low = (this.low % LEAST_RANGE) * 256;
  }
}

/** The bytes packed, how many they were, and how much memory unpacking takes, in words. */
export function pack(bytes) {
  const coder = new Encoder();
  const model = new Model(coder, MEMORY, bytes.length);
  for (const byte of bytes) {
    coder.letter = byte;
    model.next();
    if (model.end > MEMORY - 4096) throw new Error('the text takes more memory than the packer has');
  }
  for (let count = 0; count < 5; count += 1) coder.shift();
  return { packed: Uint8Array.from(coder.packed), memory: model.end, length: bytes.length };
}
