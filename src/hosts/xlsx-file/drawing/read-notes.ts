/** Notes of a sheet: legacy comments, and threaded ones whose legacy text is only a placeholder. */
import { fromA1, keyOf, type CellKey } from '../../../core/values/address';
import type { Parts } from '../parts/package';
import { relationshipsOf } from '../parts/relationships';
import { richText } from '../xml/xml-text';
import { attribute, child, childrenOf, parseXml, textOf } from '../xml/xml-tree';

export interface Note {
  readonly text: string;
  readonly author: string;
  /** The cell's conversation lives in another part, so the note itself is not to be touched. */
  readonly threaded: boolean;
}

/** The author of the notes that this program writes: only theirs are ever replaced. */
export const OUR_AUTHOR = 'Chỉ số CCHC';

export function readNotes(parts: Parts, sheetPart: string): Map<CellKey, Note> {
  const notes = new Map<CellKey, Note>();
  const threads = new Map<CellKey, string[]>();
  for (const { kind, target } of relationshipsOf(parts, sheetPart)) {
    if (target === null || !parts.has(target)) continue;
    if (kind === 'comments') readComments(parts, target, notes);
    else if (kind === 'threadedComment') readThreads(parts, target, threads);
  }
  for (const [key, texts] of threads) notes.set(key, { text: texts.join('\n'), author: '', threaded: true });
  return notes;
}

function readComments(parts: Parts, name: string, notes: Map<CellKey, Note>): void {
  const xml = parseXml(parts.read(name), name);
  const authors = childrenOf(child(xml.root, 'authors'), 'author').map((element) => textOf(xml, element));
  for (const element of childrenOf(child(xml.root, 'commentList'), 'comment')) {
    const at = fromA1(attribute(xml, element, 'ref') ?? '');
    const text = child(element, 'text');
    if (!at || !text) continue;
    notes.set(keyOf(at), {
      text: richText(xml.bytes, text.openEnd, text.closeStart, name),
      author: authors[Number(attribute(xml, element, 'authorId') ?? '-1')] ?? '',
      threaded: false,
    });
  }
}

function readThreads(parts: Parts, name: string, threads: Map<CellKey, string[]>): void {
  const xml = parseXml(parts.read(name), name);
  for (const element of childrenOf(xml.root, 'threadedComment')) {
    const at = fromA1(attribute(xml, element, 'ref') ?? '');
    const text = child(element, 'text');
    if (!at || !text) continue;
    const texts = threads.get(keyOf(at)) ?? [];
    texts.push(textOf(xml, text));
    threads.set(keyOf(at), texts);
  }
}
