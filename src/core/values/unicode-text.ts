/** Bytes of a text file as text: UTF-8, or UTF-16 with its mark, as Windows' Notepad writes them. */

/** Null where the bytes are in another encoding, whose letters nobody can be sure of. */
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
