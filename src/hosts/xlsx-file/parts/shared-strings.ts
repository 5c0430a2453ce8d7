/** The shared strings as an array of texts. */
import type { Parts } from './package';
import { CLOSE, EMPTY, endOfElement, next, OPEN, tokens } from '../xml/xml';
import { localName, richText } from '../xml/xml-text';

export function readSharedStrings(parts: Parts, name: string | null): string[] {
  if (name === null) return [];
  const bytes = parts.read(name);
  const t = tokens(bytes, name);
  const strings: string[] = [];
  let depth = 0;
  while (next(t)) {
    if (t.kind === CLOSE) depth--;
    if (t.kind !== OPEN && t.kind !== EMPTY) continue;
    // An item is a child of the root; nothing else is looked at.
    if (depth === 1 && localName(bytes, t.nameStart, t.nameStop) === 'si') {
      const end = t.kind === EMPTY ? t.stop : endOfElement(bytes, t.start, bytes.length, name);
      strings.push(t.kind === EMPTY ? '' : richText(bytes, t.start, end, name));
      t.at = end;
    } else if (t.kind === OPEN) depth++;
  }
  return strings;
}
