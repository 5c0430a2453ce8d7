/**
 * Reads and writes the notes of a sheet: legacy comments with their drawing, and threaded comments, whose legacy text
 * is only a placeholder. Notes of other authors are never changed.
 */
import { type Address, addressOfKey, type CellKey, fromA1, keyOf, toA1 } from '../../../core/values/address';
import type { Edit } from '../../../core/model/workbook/edit';
import type { Draft, Parts } from '../parts/package';
import {
  addRelationship,
  freeName,
  mainNamespace,
  relationshipNamespace,
  relationshipsOf,
} from '../parts/relationships';
import { escapeText, richText, textElement } from '../xml/xml-text';
import {
  append,
  attribute,
  child,
  childrenOf,
  insertInOrder,
  parseXml,
  relationshipId,
  textOf,
  type XmlPart,
} from '../xml/xml-tree';
import { relationshipPrefix } from '../parts/add-sheet';
import { toUtf8 } from '../zip/bytes';
import { MAX_TEXT } from '../cells/cell-xml';
import { addDefault, addOverride } from '../parts/content-types';
import { tooLong } from '../faults';
import { SHEET_ORDER, type SheetPart } from '../cells/sheet-part';
import { splice, type Splice, spliceText } from '../xml/splice';
import { changeShapes, newDrawing } from './vml';
import type { Workbook } from '../parts/workbook';

interface Note {
  readonly text: string;
  readonly author: string;
  /** The cell's conversation is stored in another part, so the note itself is not changed. */
  readonly threaded: boolean;
}

/** The author of the notes that this program writes; only these are replaced. */
const OUR_AUTHOR = 'Chỉ số CCHC';

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

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Writes the comments and drawing parts, and returns the splices that the sheet itself needs. */
export function writeNotes(
  draft: Draft,
  workbook: Workbook,
  sheet: SheetPart,
  sheetName: string,
  edits: readonly Edit[],
): Splice[] {
  const wanted = new Map<CellKey, string | null>();
  for (const edit of edits) if (edit.kind === 'note') wanted.set(keyOf(edit.at), edit.text);
  if (wanted.size === 0) return [];
  const known = readNotes(draft, sheet.name);
  for (const [key, text] of wanted) {
    const note = known.get(key);
    const foreign = note !== undefined && (note.threaded || note.author !== OUR_AUTHOR);
    if (foreign || (note?.text ?? null) === text) wanted.delete(key);
    else if (text !== null && text.length > MAX_TEXT) throw tooLong(sheetName, toA1(addressOfKey(key)));
  }
  if (wanted.size === 0) return [];
  const added = [...wanted].filter(([key, text]) => text !== null && !known.has(key)).map(([key]) => addressOfKey(key));
  const removed = new Set([...wanted].filter(([, text]) => text === null).map(([key]) => key));
  const comments = commentsPart(draft, workbook, sheet);
  draft.write(comments, changeComments(draft, comments, wanted, added, removed));
  const drawing = drawingPart(draft, workbook, sheet);
  changeShapes(draft, drawing.name, added, removed);
  return drawing.splices;
}

function commentsPart(draft: Draft, { part }: Workbook, sheet: SheetPart): string {
  const known = relationshipsOf(draft, sheet.name).find(
    ({ kind, target }) => kind === 'comments' && target !== null && draft.has(target),
  )?.target;
  if (known !== undefined && known !== null) return known;
  const name = freeName(draft, `${part.slice(0, part.lastIndexOf('/') + 1)}comments#.xml`);
  draft.write(
    name,
    toUtf8(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<comments xmlns="${mainNamespace(draft, part)}"><authors></authors><commentList>` +
        '</commentList></comments>',
    ),
  );
  addOverride(draft, name, COMMENTS_TYPE);
  addRelationship(draft, sheet.name, 'comments', name);
  return name;
}

function drawingPart(draft: Draft, { part }: Workbook, sheet: SheetPart): { name: string; splices: Splice[] } {
  const element = child(sheet.root, 'legacyDrawing');
  const id = element && relationshipId(sheet, element);
  const known = relationshipsOf(draft, sheet.name).find((item) => item.id === id)?.target;
  if (known !== undefined && known !== null && draft.has(known)) return { name: known, splices: [] };
  const name = freeName(draft, `${part.slice(0, part.lastIndexOf('/') + 1)}drawings/vmlDrawing#.vml`);
  newDrawing(draft, name);
  addDefault(draft, name, DRAWING_TYPE);
  const newId = addRelationship(draft, sheet.name, 'vmlDrawing', name);
  const r = relationshipPrefix(sheet, relationshipNamespace(draft));
  const xml = `<${sheet.root.prefix}legacyDrawing ${r.declaration}${r.prefix}:id="${newId}"/>`;
  return {
    name,
    splices: element
      ? [spliceText(element.start, element.end, xml)]
      : insertInOrder(sheet, SHEET_ORDER, 'legacyDrawing', xml),
  };
}

function changeComments(
  draft: Draft,
  name: string,
  wanted: ReadonlyMap<CellKey, string | null>,
  added: readonly Address[],
  removed: ReadonlySet<CellKey>,
): Uint8Array {
  const author = authorId(draft, name, added.length > 0);
  const xml = parseXml(draft.read(name), name);
  const p = xml.root.prefix;
  const list = child(xml.root, 'commentList');
  const splices: Splice[] = [];
  for (const element of childrenOf(list, 'comment')) {
    const at = fromA1(attribute(xml, element, 'ref') ?? '');
    const text = at && wanted.get(keyOf(at));
    const old = child(element, 'text');
    if (at && removed.has(keyOf(at))) splices.push(spliceText(element.start, element.end, ''));
    else if (typeof text === 'string' && old)
      splices.push(spliceText(old.start, old.end, `<${p}text>${textElement(p, text)}</${p}text>`));
  }
  const items = added
    .map(
      (at) =>
        `<${p}comment ref="${toA1(at)}" authorId="${author.toString()}">` +
        `<${p}text>${textElement(p, wanted.get(keyOf(at)) ?? '')}</${p}text></${p}comment>`,
    )
    .join('');
  if (items !== '')
    splices.push(
      ...(list ? append(xml, list, items) : append(xml, xml.root, `<${p}commentList>${items}</${p}commentList>`)),
    );
  return splice(xml, splices);
}

/** The position of this program's author in the list, appended if needed. */
function authorId(draft: Draft, name: string, needed: boolean): number {
  const xml: XmlPart = parseXml(draft.read(name), name);
  const list = child(xml.root, 'authors');
  const authors = childrenOf(list, 'author');
  const known = authors.findIndex((element) => textOf(xml, element) === OUR_AUTHOR);
  if (known >= 0 || !needed) return known;
  const p = xml.root.prefix;
  const item = `<${p}author>${escapeText(OUR_AUTHOR)}</${p}author>`;
  draft.write(
    name,
    splice(
      xml,
      list
        ? append(xml, list, item)
        : insertInOrder(xml, ['authors', 'commentList'], 'authors', `<${p}authors>${item}</${p}authors>`),
    ),
  );
  return authors.length;
}
