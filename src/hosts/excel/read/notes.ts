/**
 * Notes where Excel offers them to add-ins (ExcelApi 1.18), else threaded comments; no other file knows the difference.
 * The types of Office.js on npm end before notes, so their members are declared here.
 */
import { keyOf, toA1, type Address, type CellKey } from '../../../core/values/address';
import { NOTE_PREFIX } from '../../../core/model/note';
import { supports } from '../session';

export interface Remark {
  readonly text: string;
  /** Written by this program, and of the kind that it writes on this Excel. */
  readonly ours: boolean;
}
export type RemarksOf = ReadonlyMap<CellKey, Remark>;

interface Item {
  content: string;
  readonly authorName: string;
  readonly replies?: { readonly items: readonly { readonly content: string }[] };
  getLocation(): Excel.Range;
  delete(): void;
}
interface Collection {
  readonly items: readonly Item[];
  add(address: string, content: string): unknown;
}
interface NoteCollection extends Collection {
  getItem(address: string): Item;
}
type WithNotes = Excel.Worksheet & { readonly notes: NoteCollection };
const notesOf = (sheet: Excel.Worksheet): NoteCollection => (sheet as WithNotes).notes;

const hasNotes = (): boolean => supports('1.18');
const hasComments = (): boolean => supports('1.10');

/** What to load with the list of worksheets. */
export const remarkPaths = (): string[] => [
  ...(hasNotes() ? ['items/notes/items/content', 'items/notes/items/authorName'] : []),
  ...(hasComments() ? ['items/comments/items/content', 'items/comments/items/replies/items/content'] : []),
];

/** Asks where the loaded notes of a sheet stand; the answer can be read after the next sync. */
export function locateRemarks(sheet: Excel.Worksheet): () => Map<CellKey, Remark> {
  const isWrittenAs = hasNotes() ? 'note' : 'comment';
  const found = [
    ...(hasNotes() ? notesOf(sheet).items.map((item) => ({ item, kind: 'note' })) : []),
    ...(hasComments() ? sheet.comments.items.map((item: Item) => ({ item, kind: 'comment' })) : []),
  ].map(({ item, kind }) => {
    const at = item.getLocation();
    at.load('rowIndex,columnIndex');
    return { item, at, ours: kind === isWrittenAs && item.content.trimStart().startsWith(NOTE_PREFIX) };
  });
  return () =>
    new Map(
      found.map(({ item, at, ours }) => [
        keyOf({ row: at.rowIndex, column: at.columnIndex }),
        { text: textOf(item), ours },
      ]),
    );
}

const textOf = ({ content, replies }: Item): string =>
  [content, ...(replies?.items ?? []).map((reply) => reply.content)].join('\n');

/** The texts alone: enough to see that nothing was written or removed meanwhile. */
export const textsOf = (sheet: Excel.Worksheet): string[] =>
  [
    ...(hasNotes() ? notesOf(sheet).items : []),
    ...(hasComments() ? (sheet.comments.items as readonly Item[]) : []),
  ].map(textOf);

/** Puts our note on a cell, changes it, or takes it away; `present` says whether one of ours stands there. */
export function writeRemark(
  sheet: Excel.Worksheet,
  sheetName: string,
  at: Address,
  text: string | null,
  present: boolean,
): void {
  const address = toA1(at);
  if (!hasNotes() && !hasComments()) return;
  if (!present) {
    if (text === null) return;
    if (hasNotes()) notesOf(sheet).add(address, text);
    else sheet.comments.add(address, text);
    return;
  }
  const item: Item = hasNotes()
    ? notesOf(sheet).getItem(address)
    : sheet.comments.getItemByCell(`'${sheetName.replace(/'/g, "''")}'!${address}`);
  if (text === null) item.delete();
  else item.content = text;
}
