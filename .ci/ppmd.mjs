/**
 * PPMd, variant H, with the range coder of 7-Zip: packs text a tenth better than LZMA, and no package offers it. The
 * rules and numbers are those of Dmitry Shkarin's PPMd in the form that Igor Pavlov gave it (Ppmd7 of the LZMA SDK;
 * both are in the public domain), so that 7-Zip unpacks what is packed here. Left out: what is done when the memory is
 * full. The packer says how much the text takes, and the unpacker takes as much.
 *
 * The model knows which bytes have followed the last 0 to 8 bytes (a context), and how often. In the memory, of 32-bit
 * words, a context is: [the number of its bytes, and above 16 bits the sum of their frequencies | the first of its
 * bytes, one after the other | nothing | the context that is shorter by one]. Each byte is: [the byte, and above 8 bits
 * its frequency | what follows it: a context (> 0), a position of the text where one can be made of (< 0), or nothing].
 * A context of one byte has it in place of its second and third word.
 */
const ORDER = 8;
const CONTEXT = 4;
const BYTE = 2;
const SUFFIX = 3;
const MOST = 124;
/** Probabilities of contexts with one byte are parts of 2^14 and move by 2^-7 of the way. */
const ONE = 1 << 14;
const SLOWNESS = 7;
const FIRST_ESCAPES = [0x3cdd, 0x1f3f, 0x59bf, 0x48f3, 0x64a1, 0x5abc, 0x6632, 0x6051];
/** By the probability that a context's only byte comes again: what another byte counts. */
const FIRST_SUMS = [25, 14, 9, 7, 5, 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 2];
/** How often an escape follows from a context of several bytes: 25 rows of 16, and one where all bytes are known. */
const ESCAPES = 25 * 16;

const countOf = (word) => word & 0xffff;
const sumOf = (word) => word >>> 16;
const letterOf = (word) => word & 0xff;
const frequencyOf = (word) => word >> 8;
const isHigh = (letter) => (letter >= 0x40 ? 8 : 0);

class Model {
  /** `coder`: codes the steps. `memory`: in words. `length`: at most so many bytes of text. */
  constructor(coder, memory, length) {
    this.coder = coder;
    this.memory = new Int32Array(memory);
    this.text = new Uint8Array(length + 2);
    this.textEnd = 1;
    // By half the number of their bytes: rows of bytes that nothing uses any more.
    this.freed = new Int32Array(129);
    this.branch = new Int32Array(ORDER + 1);
    this.candidates = new Int32Array(256);
    // A byte is excluded if it has the number of this step.
    this.excluded = new Int32Array(256);
    this.step = 0;
    this.ones = Uint16Array.from(
      { length: 128 * 64 },
      (_, at) => ONE - Math.trunc(FIRST_ESCAPES[at & 7] / ((at >> 6) + 2)),
    );
    this.escapeSums = Uint16Array.from({ length: ESCAPES + 1 }, (_, at) =>
      at < ESCAPES ? (5 * (at >> 4) + 10) << 3 : 0,
    );
    this.escapeShifts = new Uint8Array(ESCAPES + 1).fill(3);
    this.escapeShifts[ESCAPES] = SLOWNESS;
    this.escapeCounts = new Uint8Array(ESCAPES + 1).fill(4);
    this.escapeRows = escapeRows();
    // The context of no byte, after which each may come.
    const root = CONTEXT;
    const letters = root + CONTEXT;
    this.end = letters + 256 * BYTE;
    this.memory[root] = 256 | (257 << 16);
    this.memory[root + 1] = letters;
    for (let letter = 0; letter < 256; letter += 1) this.memory[letters + letter * BYTE] = letter | (1 << 8);
    // The context now, and the longest one; they differ after an escape.
    this.context = root;
    this.longest = root;
    this.found = letters;
    // By how many bytes the context is shorter than it could be.
    this.missing = ORDER;
    this.firstRun = -ORDER - 1;
    this.run = this.firstRun;
    this.firstSum = 0;
    this.expected = 0;
    this.high = 0;
  }

  /** The next byte: the one that the coder finds among those that the model offers. */
  next() {
    this.step += 1;
    let letter = countOf(this.memory[this.context]) === 1 ? this.afterOne() : this.afterSome();
    while (letter < 0) letter = this.afterEscape();
    return letter;
  }

  /** In a context of one byte: it, or -1 if it is another. */
  afterOne() {
    const { memory, context, ones } = this;
    const only = context + 1;
    const letter = letterOf(memory[only]);
    const at = this.oneAt();
    const probability = ones[at];
    const mean = (probability + 32) >> SLOWNESS;
    if (this.coder.isOnly(probability, letter)) {
      ones[at] = probability + (1 << SLOWNESS) - mean;
      this.found = only;
      if (frequencyOf(memory[only]) < 128) memory[only] += 1 << 8;
      this.expected = 1;
      this.run += 1;
      this.moveOn();
      return letter;
    }
    ones[at] = probability - mean;
    this.firstSum = FIRST_SUMS[ones[at] >> 10];
    this.expected = 0;
    this.excluded[letter] = this.step;
    return -1;
  }

  oneAt() {
    const { memory, context } = this;
    this.high = isHigh(letterOf(memory[this.found]));
    const others = countOf(memory[memory[context + SUFFIX]]);
    const kind = others > 11 ? 6 : others > 2 ? 4 : others > 1 ? 2 : 0;
    const only = memory[context + 1];
    const run = this.run < 0 ? 0x20 : 0;
    return ((frequencyOf(only) - 1) << 6) + this.expected + kind + this.high + 2 * isHigh(letterOf(only)) + run;
  }

  /** In a context of several bytes: the one that comes, or -1 if it is none of them. */
  afterSome() {
    const { memory, coder, context } = this;
    const sum = sumOf(memory[context]);
    const first = memory[context + 1];
    const end = first + countOf(memory[context]) * BYTE;
    coder.divide(sum);
    let before = 0;
    for (let at = first; at < end; at += BYTE) {
      const letter = letterOf(memory[at]);
      const frequency = frequencyOf(memory[at]);
      if (coder.isBelow(before + frequency, letter)) {
        coder.take(before, frequency);
        this.expected = at === first && 2 * frequency > sum ? 1 : 0;
        this.run += this.expected;
        this.raise(at, first);
        this.moveOn();
        return letter;
      }
      before += frequency;
    }
    coder.take(before, sum - before);
    this.expected = 0;
    this.high = isHigh(letterOf(memory[this.found]));
    for (let at = first; at < end; at += BYTE) this.excluded[letterOf(memory[at])] = this.step;
    return -1;
  }

  /** The byte at this place has come: it counts more, and goes before its neighbour if it is now more frequent. */
  raise(at, first) {
    const { memory } = this;
    memory[this.context] += 4 << 16;
    memory[at] += 4 << 8;
    this.found = at;
    const isFirst = at === first;
    if (!isFirst) {
      if (frequencyOf(memory[at]) <= frequencyOf(memory[at - BYTE])) return;
      this.found = at - BYTE;
      this.moveUp(at, this.found);
    }
    if (frequencyOf(memory[this.found]) > MOST) this.rescale();
  }

  /** In a shorter context, which knows more bytes: the one that comes of those not excluded yet, or -1. */
  afterEscape() {
    const { memory, coder, excluded, step, candidates, escapeSums } = this;
    const known = countOf(memory[this.context]);
    do {
      this.missing += 1;
      this.context = memory[this.context + SUFFIX];
      // Beyond the context of no byte: what is unpacked is not what was packed.
      if (this.context === 0) throw new Error('the packed text is damaged');
    } while (countOf(memory[this.context]) === known);
    const first = memory[this.context + 1];
    const end = first + countOf(memory[this.context]) * BYTE;
    let frequencies = 0;
    let count = 0;
    for (let at = first; at < end; at += BYTE)
      if (excluded[letterOf(memory[at])] !== step) {
        frequencies += frequencyOf(memory[at]);
        candidates[count] = at;
        count += 1;
      }
    const escape = this.escapeAt(known);
    const sum = frequencies + this.escapeFrequency(escape);
    coder.divide(sum);
    let before = 0;
    for (let candidate = 0; candidate < count; candidate += 1) {
      const at = candidates[candidate];
      const frequency = frequencyOf(memory[at]);
      const letter = letterOf(memory[at]);
      if (coder.isBelow(before + frequency, letter)) {
        coder.take(before, frequency);
        this.settle(escape);
        memory[this.context] += 4 << 16;
        memory[at] += 4 << 8;
        this.found = at;
        if (frequencyOf(memory[at]) > MOST) this.rescale();
        this.run = this.firstRun;
        this.update();
        return letter;
      }
      before += frequency;
    }
    coder.take(frequencies, sum - frequencies);
    escapeSums[escape] += sum;
    for (let candidate = 0; candidate < count; candidate += 1) excluded[letterOf(memory[candidates[candidate]])] = step;
    return -1;
  }

  escapeAt(known) {
    const { memory, context } = this;
    const count = countOf(memory[context]);
    if (count === 256) return ESCAPES;
    const left = count - known;
    const further = countOf(memory[memory[context + SUFFIX]]) - count;
    const kind = (left < further ? 1 : 0) + (sumOf(memory[context]) < 11 * count ? 2 : 0) + (known > left ? 4 : 0);
    return (this.escapeRows[left - 1] << 4) + kind + this.high;
  }

  escapeFrequency(escape) {
    const frequency = this.escapeSums[escape] >> this.escapeShifts[escape];
    this.escapeSums[escape] -= frequency;
    return frequency || 1;
  }

  /** No further escape: its frequency follows more slowly from now on. */
  settle(escape) {
    if (this.escapeShifts[escape] >= SLOWNESS) return;
    this.escapeCounts[escape] -= 1;
    if (this.escapeCounts[escape] > 0) return;
    this.escapeSums[escape] <<= 1;
    this.escapeCounts[escape] = 3 << this.escapeShifts[escape];
    this.escapeShifts[escape] += 1;
  }

  /** To the context that ends with the byte found. */
  moveOn() {
    const context = this.memory[this.found + 1];
    if (this.missing > 0 || context <= 0) this.update();
    else {
      this.context = context;
      this.longest = context;
    }
  }

  /** All contexts from the longest to that of the byte found get to know it, and what may follow. */
  update() {
    const { memory, found } = this;
    const letter = letterOf(memory[found]);
    this.raiseInShorter(letter);
    if (this.missing === 0) {
      memory[found + 1] = this.contextsOf(0);
      this.context = memory[found + 1];
      this.longest = this.context;
      return;
    }
    this.text[this.textEnd] = letter;
    this.textEnd += 1;
    let follows = -this.textEnd;
    let context = memory[found + 1];
    if (context === 0) {
      memory[found + 1] = follows;
      ({ context } = this);
    } else {
      if (context < 0) {
        this.branch[0] = found;
        context = this.contextsOf(1);
      }
      this.missing -= 1;
      if (this.missing === 0) {
        follows = context;
        if (this.longest !== this.context) this.textEnd -= 1;
      }
    }
    for (let longer = this.longest; longer !== this.context; longer = memory[longer + SUFFIX])
      this.add(longer, memory[found], follows);
    this.context = context;
    this.longest = context;
  }

  raiseInShorter(letter) {
    const { memory } = this;
    const context = memory[this.context + SUFFIX];
    if (context === 0 || frequencyOf(memory[this.found]) >= MOST / 4) return;
    if (countOf(memory[context]) === 1) {
      if (frequencyOf(memory[context + 1]) < 32) memory[context + 1] += 1 << 8;
      return;
    }
    let at = this.placeOf(letter, context);
    if (at !== memory[context + 1] && frequencyOf(memory[at]) >= frequencyOf(memory[at - BYTE])) {
      this.moveUp(at, at - BYTE);
      at -= BYTE;
    }
    if (frequencyOf(memory[at]) >= MOST - 9) return;
    memory[at] += 2 << 8;
    memory[context] += 2 << 16;
  }

  /** Where a context has the byte. */
  placeOf(letter, context) {
    const { memory } = this;
    if (countOf(memory[context]) === 1) return context + 1;
    let at = memory[context + 1];
    while (letterOf(memory[at]) !== letter) at += BYTE;
    return at;
  }

  /**
   * Makes a context of one byte for each of the places where the byte found leads to the same position of the text, of
   * which `branch` has the first `count`; returns the longest.
   */
  contextsOf(count) {
    const { memory, branch } = this;
    const position = memory[this.found + 1];
    const letter = letterOf(memory[this.found]);
    let { context } = this;
    while (memory[context + SUFFIX] !== 0) {
      context = memory[context + SUFFIX];
      const at = this.placeOf(letter, context);
      if (memory[at + 1] !== position) {
        context = memory[at + 1];
        if (count === 0) return context;
        break;
      }
      branch[count] = at;
      count += 1;
    }
    const only = this.text[-position];
    const word = only | (this.frequencyIn(context, only) << 8);
    for (; count > 0; count -= 1) {
      const made = this.end;
      this.end += CONTEXT;
      memory[made] = 1;
      memory[made + 1] = word;
      memory[made + 2] = position - 1;
      memory[made + SUFFIX] = context;
      memory[branch[count - 1] + 1] = made;
      context = made;
    }
    return context;
  }

  /** What a byte counts in a new context that is longer than this one. */
  frequencyIn(context, letter) {
    const word = this.memory[context];
    const frequency = frequencyOf(this.memory[this.placeOf(letter, context)]);
    if (countOf(word) === 1) return frequency;
    const others = sumOf(word) - countOf(word) - frequency + 1;
    const twice = 2 * (frequency - 1);
    if (twice <= others) return 5 * (frequency - 1) > others ? 2 : 1;
    return 1 + Math.trunc((twice + 3 * others - 1) / (2 * others));
  }

  /** A context gets one more byte; `found`: the word of this byte in the context where it was found. */
  add(context, found, follows) {
    const { memory } = this;
    const count = countOf(memory[context]);
    const shorter = countOf(memory[this.context]);
    let sum = count === 1 ? this.unfolded(context, shorter) : sumOf(memory[context]);
    if (count > 1) {
      if (count % 2 === 0) this.lengthen(context, count);
      sum += (2 * count < shorter ? 1 : 0) + (4 * count <= shorter && sum <= 8 * count ? 2 : 0);
    }
    const weight = 2 * frequencyOf(found) * (sum + 6);
    const all = sumOf(memory[this.context]) - shorter - (frequencyOf(found) - 1) + sum;
    const isRare = weight < 6 * all;
    const frequency = isRare
      ? 1 + (weight > all ? 1 : 0) + (weight >= 4 * all ? 1 : 0)
      : 4 + (weight >= 9 * all ? 1 : 0) + (weight >= 12 * all ? 1 : 0) + (weight >= 15 * all ? 1 : 0);
    const at = memory[context + 1] + count * BYTE;
    memory[at] = letterOf(found) | (frequency << 8);
    memory[at + 1] = follows;
    memory[context] = (count + 1) | ((sum + (isRare ? 3 : frequency)) << 16);
  }

  /** The only byte of a context moves out, where there is room for two; returns the context's sum. */
  unfolded(context, shorter) {
    const { memory } = this;
    const at = this.allocate(1);
    const old = frequencyOf(memory[context + 1]);
    const frequency = old < MOST / 4 - 1 ? 2 * old : MOST - 4;
    memory[at] = letterOf(memory[context + 1]) | (frequency << 8);
    memory[at + 1] = memory[context + 2];
    memory[context + 1] = at;
    return frequency + this.firstSum + (shorter > 3 ? 1 : 0);
  }

  lengthen(context, count) {
    const { memory } = this;
    const old = memory[context + 1];
    const made = this.allocate(count / 2 + 1);
    for (let word = 0; word < count * BYTE; word += 1) memory[made + word] = memory[old + word];
    this.free(old, count / 2);
    memory[context + 1] = made;
  }

  allocate(pairs) {
    const again = this.freed[pairs];
    if (again > 0) {
      this.freed[pairs] = this.memory[again];
      return again;
    }
    this.end += 2 * BYTE * pairs;
    return this.end - 2 * BYTE * pairs;
  }

  free(at, pairs) {
    this.memory[at] = this.freed[pairs];
    this.freed[pairs] = at;
  }

  moveUp(from, to) {
    const { memory } = this;
    const [word, follows] = [memory[from], memory[from + 1]];
    for (let at = from + 1; at > to + 1; at -= 1) memory[at] = memory[at - BYTE];
    memory[to] = word;
    memory[to + 1] = follows;
  }

  /** Halves the frequencies of the context's bytes, sorts them by it, and drops those that have none left. */
  rescale() {
    const { memory, context } = this;
    const count = countOf(memory[context]);
    const first = memory[context + 1];
    const half = this.missing > 0 ? 1 : 0;
    this.moveUp(this.found, first);
    this.found = first;
    let escape = sumOf(memory[context]) + 4;
    memory[first] += 4 << 8;
    let sum = 0;
    for (let at = first; at < first + count * BYTE; at += BYTE) {
      const old = frequencyOf(memory[at]);
      const frequency = (old + half) >> 1;
      escape -= old;
      sum += frequency;
      memory[at] = letterOf(memory[at]) | (frequency << 8);
      let to = at;
      while (to > first && frequency > frequencyOf(memory[to - BYTE])) to -= BYTE;
      if (to < at) this.moveUp(at, to);
    }
    let left = count;
    while (frequencyOf(memory[first + (left - 1) * BYTE]) === 0) left -= 1;
    escape += count - left;
    memory[context] = left | ((sum + escape - (escape >> 1)) << 16);
    if (left === 1) this.fold(context, escape, count);
    else if (left < count) this.shorten(context, left, count);
  }

  fold(context, escape, count) {
    const { memory } = this;
    const only = memory[context + 1];
    let frequency = frequencyOf(memory[only]);
    do {
      frequency -= frequency >> 1;
      escape >>= 1;
    } while (escape > 1);
    memory[context] = 1;
    memory[context + 1] = letterOf(memory[only]) | (frequency << 8);
    memory[context + 2] = memory[only + 1];
    this.found = context + 1;
    this.free(only, (count + 1) >> 1);
  }

  shorten(context, left, count) {
    const { memory } = this;
    const [pairs, oldPairs] = [(left + 1) >> 1, (count + 1) >> 1];
    if (pairs === oldPairs) return;
    const old = memory[context + 1];
    const made = this.allocate(pairs);
    for (let word = 0; word < left * BYTE; word += 1) memory[made + word] = memory[old + word];
    this.free(old, oldPairs);
    memory[context + 1] = made;
    this.found = made;
  }
}

/** By the number of bytes that could come: 0, 1, 2, then one row for 1, 2, 3 … numbers. */
function escapeRows() {
  const rows = new Uint8Array(256);
  let row = 0;
  let left = 1;
  for (let at = 1; at < 256; at += 1) {
    left -= 1;
    if (left === 0) {
      row += 1;
      left = Math.max(1, row - 2);
    }
    rows[at] = row;
  }
  return rows;
}

/** Below it the range takes in another byte. */
const LEAST_RANGE = 2 ** 24;

class Decoder {
  constructor(packed) {
    this.packed = packed;
    this.at = 5;
    this.range = 2 ** 32 - 1;
    this.code = new DataView(packed.buffer, packed.byteOffset).getUint32(1);
    this.place = 0;
  }

  divide(sum) {
    this.range = Math.trunc(this.range / sum);
    this.place = Math.trunc(this.code / this.range);
  }

  isBelow(end) {
    return this.place < end;
  }

  take(start, size) {
    this.code -= start * this.range;
    this.range *= size;
    this.refill();
  }

  isOnly(probability) {
    const bound = (this.range >>> 14) * probability;
    const isOnly = this.code < bound;
    if (isOnly) this.range = bound;
    else {
      this.code -= bound;
      this.range -= bound;
    }
    this.refill();
    return isOnly;
  }

  refill() {
    while (this.range < LEAST_RANGE) {
      this.code = this.code * 256 + this.packed[this.at];
      this.at += 1;
      this.range *= 256;
    }
  }
}

/** `packed`: by `pack` of ppmd-pack.mjs. `memory`: in words. `length`: how many bytes were packed. */
export function unpack(packed, memory, length) {
  const model = new Model(new Decoder(packed), memory, length);
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) bytes[at] = model.next();
  return bytes;
}

export { LEAST_RANGE, Model };
