/**
 * Splices: changes to a part are insertions and replacements in its bytes; the part is never rewritten. Texts are built
 * and encoded piece by piece during packing, so that a national sheet is not in memory a second time
 * (xlsx-file.why.md).
 */
import { join } from '../zip/bytes';
import { damaged } from '../faults';

/** Replaces [start, end) with `text`; a function is called when the text is written. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string | (() => string);
}

/** A part with its splices in order; none overlap. */
export interface Spliced {
  readonly bytes: Uint8Array;
  readonly splices: readonly Splice[];
}

type Source = Readonly<Record<'bytes', Uint8Array> & Record<'where', string>>;

export const spliceText = (start: number, end: number, text: Splice['text']): Splice => ({ start, end, text });

/** Takes splices in any order, none overlapping; splices at the same position keep the order given. */
export function spliced({ bytes, where }: Source, splices: readonly Splice[]): Spliced {
  const inOrder = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let from = 0;
  for (const { start, end } of inOrder) {
    // Edits concern different elements: they overlap only if a damaged part nests one in the other.
    if (start < from) throw damaged(where);
    from = end;
  }
  return { bytes, splices: inOrder };
}

/** The part with the splices applied; without splices, the same array. */
export const splice = (source: Source, splices: readonly Splice[]): Uint8Array =>
  splicedBytes(spliced(source, splices));

export const splicedBytes = (part: Spliced): Uint8Array =>
  part.splices.length === 0 ? part.bytes : join(Array.from(piecesOf(part), (piece) => piece.slice()));

export const PIECE_BYTES = 1 << 20;
const SHORT = 96;
const encoder = new TextEncoder();

/** Yields the whole part in pieces, each valid only until the next is requested. */
export function* piecesOf({ bytes, splices }: Spliced): Generator<Uint8Array> {
  if (splices.length === 0) {
    yield bytes;
    return;
  }
  const size = Math.min(PIECE_BYTES, longest({ bytes, splices }));
  const piece = new Uint8Array(size);
  let used = 0;
  let from = 0;
  for (let n = 0; n <= splices.length; n++) {
    const next = splices[n];
    const until = next?.start ?? bytes.length;
    while (from < until) {
      const length = Math.min(until - from, size - used);
      copy(bytes, from, piece, used, length);
      from += length;
      used += length;
      if (used === size) {
        yield piece;
        used = 0;
      }
    }
    if (!next) break;
    let text = typeof next.text === 'string' ? next.text : next.text();
    if (text.length <= SHORT && used + text.length < size && putAscii(text, piece, used)) {
      used += text.length;
      text = '';
    }
    while (text !== '') {
      const { read, written } = encoder.encodeInto(text, piece.subarray(used));
      used += written;
      if (read === text.length) break;
      text = text.slice(read);
      yield piece.subarray(0, used);
      used = 0;
    }
    from = next.end;
  }
  if (used > 0) yield piece.subarray(0, used);
}

/**
 * An upper bound of the part's length in bytes: most parts are small, and allocating a full piece for each takes longer
 * than the rest of the work.
 */
function longest({ bytes, splices }: Spliced): number {
  let length = bytes.length;
  for (const { text } of splices) {
    if (typeof text !== 'string') return Infinity;
    length += 3 * text.length;
  }
  return length;
}

/** Neighbouring marks are about thirty bytes apart: copying so few by loop is faster than creating a view for `set`. */
function copy(bytes: Uint8Array, from: number, piece: Uint8Array, to: number, length: number): void {
  if (length > SHORT) piece.set(bytes.subarray(from, from + length), to);
  else for (let n = 0; n < length; n++) piece[to + n] = bytes[from + n] ?? 0;
}

/** Most splices number a format; the encoder would need a view for each. Returns false if the text is not ASCII. */
function putAscii(text: string, piece: Uint8Array, to: number): boolean {
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    if (code >= 0x80) return false;
    piece[to + n] = code;
  }
  return true;
}

/** Returns false if the splices only insert what is already there; adjacent splices are compared as one. */
export function changesAnything({ bytes, splices }: Spliced): boolean {
  // `position` is the end of the new text so far, `until` the end of the bytes that it replaces.
  let position = 0;
  let until = 0;
  for (const { start, end, text } of splices) {
    if (start !== until) {
      if (position !== until) return true;
      position = start;
    }
    const wanted = encoder.encode(typeof text === 'string' ? text : text());
    for (let n = 0; n < wanted.length; n++) if (wanted[n] !== bytes[position + n]) return true;
    position += wanted.length;
    until = end;
  }
  return position !== until;
}
