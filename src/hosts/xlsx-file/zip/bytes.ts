/** Byte helpers: text to bytes and back in any encoding, joining, comparing and searching. */
import { damaged } from '../faults';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export const toUtf8 = (text: string): Uint8Array => encoder.encode(text);
export const fromUtf8 = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  decoder.decode(bytes.subarray(from, to));

/**
 * Converts a part to UTF-8, the only encoding that the rest of the host reads; returns the same array if it is UTF-8
 * already.
 */
export function asUtf8(bytes: Uint8Array, where: string): Uint8Array {
  const label = encodingOf(bytes);
  if (label === null) return bytes;
  let text: string;
  try {
    text = new TextDecoder(label).decode(bytes);
  } catch {
    throw damaged(where);
  }
  return toUtf8(text.replace(/^(<\?xml[^>]*?encoding\s*=\s*)("[^"]*"|'[^']*')/, '$1"UTF-8"'));
}

/** First bytes of 16-bit text: a byte order mark or "<". -1 matches any byte. */
const WIDE: readonly (readonly [label: string, start: readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0x3c, 0, -1, 0]],
  ['utf-16be', [0, 0x3c, 0]],
];
/** "<?x": only a prolog can name another encoding. */
const PROLOG = [0x3c, 0x3f, 0x78];

/** Returns null for UTF-8 and its subset US-ASCII. */
function encodingOf(bytes: Uint8Array): string | null {
  const begins = (start: readonly number[]): boolean =>
    start.every((byte, position) => byte < 0 || byte === (bytes[position] ?? 0));
  const wide = WIDE.find(([, start]) => begins(start));
  if (wide) return wide[0];
  if (!begins(PROLOG)) return null;
  const prolog = String.fromCharCode(...bytes.subarray(0, 200));
  const label = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(prolog)?.[1]?.toLowerCase();
  return label === undefined || label === 'utf-8' || label === 'utf8' || label === 'us-ascii' ? null : label;
}

export function join(chunks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let position = 0;
  for (const chunk of chunks) {
    out.set(chunk, position);
    position += chunk.length;
  }
  return out;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let position = 0; position < a.length; position++) if (a[position] !== b[position]) return false;
  return true;
}

/** The first position of `wanted` in `bytes` at or after `from`, or -1. */
export function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array, from = 0): number {
  const first = wanted[0] ?? 0;
  for (
    let position = bytes.indexOf(first, from);
    position >= 0 && position + wanted.length <= bytes.length;
    position = bytes.indexOf(first, position + 1)
  ) {
    let length = 1;
    while (length < wanted.length && bytes[position + length] === wanted[length]) length++;
    if (length === wanted.length) return position;
  }
  return -1;
}

/** The last position of `wanted` in `bytes`, or -1. */
export function lastIndexOfBytes(bytes: Uint8Array, wanted: Uint8Array): number {
  const first = wanted[0] ?? 0;
  for (
    let position = bytes.lastIndexOf(first);
    position >= 0;
    position = position === 0 ? -1 : bytes.lastIndexOf(first, position - 1)
  ) {
    if (wanted.every((byte, n) => bytes[position + n] === byte)) return position;
  }
  return -1;
}
