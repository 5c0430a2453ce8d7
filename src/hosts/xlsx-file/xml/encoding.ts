/** Parts come in UTF-8 almost always; the others are turned into UTF-8 here, so that everything behind reads one form. */
import { toUtf8 } from '../zip/bytes';
import { damaged } from '../faults';

/** The part as UTF-8: the very same array when it is that already. */
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

/** Null for UTF-8 and what is part of it. */
function encodingOf(bytes: Uint8Array): string | null {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0 && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be';
  // "<?xm": only a prolog can name another encoding.
  if (a !== 0x3c || b !== 0x3f || c !== 0x78) return null;
  const prolog = String.fromCharCode(...bytes.subarray(0, 200));
  const label = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(prolog)?.[1]?.toLowerCase();
  return label === undefined || label === 'utf-8' || label === 'utf8' || label === 'us-ascii' ? null : label;
}
