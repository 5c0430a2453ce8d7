/** Bytes: joining, splicing and comparing them. A part is never written anew, only spliced. */

import { damaged } from './faults';

/** Puts `bytes` in the place of [start, end). */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export const toUtf8 = (text: string): Uint8Array => encoder.encode(text);
export const fromUtf8 = (bytes: Uint8Array, from = 0, to = bytes.length): string => decoder.decode(bytes.subarray(from, to));

export const spliceText = (start: number, end: number, text: string): Splice => ({ start, end, bytes: toUtf8(text) });

/** Splices in any order, none overlapping; those at the same place stay in the order given. Without any, the very same array comes back. */
export function splice({ bytes, where }: { readonly bytes: Uint8Array; readonly where: string }, splices: readonly Splice[]): Uint8Array {
  if (splices.length === 0) return bytes;
  const sorted = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  const grown = sorted.reduce((sum, item) => sum + item.bytes.length - (item.end - item.start), 0);
  const out = new Uint8Array(bytes.length + grown);
  let from = 0;
  let to = 0;
  for (const item of sorted) {
    // Edits are of different elements: only where a damaged part holds one inside the other do they meet.
    if (item.start < from) throw damaged(where);
    out.set(bytes.subarray(from, item.start), to);
    to += item.start - from;
    out.set(item.bytes, to);
    to += item.bytes.length;
    from = item.end;
  }
  out.set(bytes.subarray(from), to);
  return out;
}

export function join(chunks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** Where `wanted` stands in `bytes` at or after `from`, or -1. */
export function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array, from = 0): number {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at >= 0 && at + wanted.length <= bytes.length; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < wanted.length && bytes[at + length] === wanted[length]) length++;
    if (length === wanted.length) return at;
  }
  return -1;
}
