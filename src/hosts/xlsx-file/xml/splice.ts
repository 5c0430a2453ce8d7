/**
 * Splices: a part is never written anew, only cut and filled in. Texts are made and put into bytes piece by piece while
 * they are packed, so that a national sheet is not held a second time beside its source (xlsx-file.why.md).
 */
import { join } from '../zip/bytes';
import { damaged } from '../faults';

/** Puts `text` in the place of [start, end); a function is asked for it when it is written. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string | (() => string);
}

/** A part with splices in order, none overlapping. */
export interface Spliced {
  readonly bytes: Uint8Array;
  readonly splices: readonly Splice[];
}

type Source = Readonly<Record<'bytes', Uint8Array> & Record<'where', string>>;

export const spliceText = (start: number, end: number, text: Splice['text']): Splice => ({ start, end, text });

/** Splices in any order, none overlapping; those at the same place stay in the order given. */
export function spliced({ bytes, where }: Source, splices: readonly Splice[]): Spliced {
  const inOrder = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let from = 0;
  for (const { start, end } of inOrder) {
    // Edits are of different elements: only where a damaged part holds one inside the other do they meet.
    if (start < from) throw damaged(where);
    from = end;
  }
  return { bytes, splices: inOrder };
}

/** The part as it reads with the splices; without any, the very same array comes back. */
export const splice = (source: Source, splices: readonly Splice[]): Uint8Array => wholeOf(spliced(source, splices));

export const wholeOf = (part: Spliced): Uint8Array =>
  part.splices.length === 0 ? part.bytes : join(Array.from(piecesOf(part), (piece) => piece.slice()));

export const PIECE_BYTES = 1 << 20;
const SHORT = 48;
const encoder = new TextEncoder();

/** The whole part in pieces, each good only until the next is asked for. */
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
 * Bytes that suffice for all: most parts are small, and a whole piece made for each takes longer than the rest of the
 * work.
 */
function longest({ bytes, splices }: Spliced): number {
  let length = bytes.length;
  for (const { text } of splices) {
    if (typeof text !== 'string') return Infinity;
    length += 3 * text.length;
  }
  return length;
}

/** Between two marks in a row lie some thirty bytes, fewer than it takes to make a view for `set`. */
function copy(bytes: Uint8Array, from: number, piece: Uint8Array, to: number, length: number): void {
  if (length > SHORT) piece.set(bytes.subarray(from, from + length), to);
  else for (let n = 0; n < length; n++) piece[to + n] = bytes[from + n] ?? 0;
}

/**
 * False where the splices put in what stands there already; those that follow each other without a gap are looked at as
 * one.
 */
export function changesAnything({ bytes, splices }: Spliced): boolean {
  // Where the text so far ends, and where what it replaces does.
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
