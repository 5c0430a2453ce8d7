/** Decodes a text file: UTF-8, or UTF-16 with a byte order mark, as written by Windows Notepad. */

/** Returns null if the bytes are in another encoding, which cannot be detected reliably. */
export function unicodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
