/**
 * Reads and writes notes if Excel offers them to add-ins (ExcelApi 1.18), otherwise threaded comments; other files need
 * not know which. The npm types of Office.js lack notes, so their members are declared here.
 */
import { keyOf, toA1, type Address, type CellKey } from '../../../core/values/address';
import { NOTE_PREFIX } from '../../../core/model/workbook/note';
import { supports } from '../session';

interface StandingNote {
  readonly text: string;
  /** Whether the add-in wrote it, in the kind that it writes on this Excel. */
  readonly byAddin: boolean;
}
export type NotesOf = ReadonlyMap<CellKey, StandingNote>;

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
const noteItemsOf = (sheet: Excel.Worksheet): NoteCollection => (sheet as WithNotes).notes;

const hasNotes = (): boolean => supports('1.18');
const hasComments = (): boolean => supports('1.10');

/** Paths to load with the list of worksheets. */
export const notePaths = (): string[] => [
  ...(hasNotes() ? ['items/notes/items/content', 'items/notes/items/authorName'] : []),
  ...(hasComments() ? ['items/comments/items/content', 'items/comments/items/replies/items/content'] : []),
];

/** Requests the cells of the loaded notes of a sheet; the result can be read after the next sync. */
export function locateNotes(sheet: Excel.Worksheet): () => Map<CellKey, StandingNote> {
  const isWrittenAs = hasNotes() ? 'note' : 'comment';
  const found = [
    ...(hasNotes() ? noteItemsOf(sheet).items.map((item) => ({ item, kind: 'note' })) : []),
    ...(hasComments() ? sheet.comments.items.map((item: Item) => ({ item, kind: 'comment' })) : []),
  ].map(({ item, kind }) => {
    const at = item.getLocation();
    at.load('rowIndex,columnIndex');
    return { item, at, byAddin: kind === isWrittenAs && item.content.trimStart().startsWith(NOTE_PREFIX) };
  });
  return () =>
    new Map(
      found.map(({ item, at, byAddin }) => [
        keyOf({ row: at.rowIndex, column: at.columnIndex }),
        { text: textOf(item), byAddin },
      ]),
    );
}

const textOf = ({ content, replies }: Item): string =>
  [content, ...(replies?.items ?? []).map((reply) => reply.content)].join('\n');

/** Only the texts: enough to detect that a note was added, changed or removed. */
export const textsOf = (sheet: Excel.Worksheet): string[] =>
  [
    ...(hasNotes() ? noteItemsOf(sheet).items : []),
    ...(hasComments() ? (sheet.comments.items as readonly Item[]) : []),
  ].map(textOf);

/** The texts of all notes after `written` is applied. */
export const textsAfter = (
  texts: readonly string[],
  notes: NotesOf,
  written: ReadonlyMap<CellKey, string | null>,
): string[] => {
  const after = [...texts];
  for (const [key, text] of written) {
    const former = notes.get(key);
    if (former) after.splice(after.indexOf(former.text), 1);
    if (text !== null) after.push(text);
  }
  return after;
};

/** Excel may return other line ends than were written. */
const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
export const isSameText = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : plain(a) === plain(b);
export const areSameTexts = (a: readonly string[], b: readonly string[]): boolean => {
  const [one, other] = [a, b].map((texts) => texts.map(plain).sort().join('\u0000'));
  return one === other;
};

/** Adds, changes or deletes the add-in's note of a cell; `present` is true when it has one. */
export function writeNote(
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
    if (hasNotes()) noteItemsOf(sheet).add(address, text);
    else sheet.comments.add(address, text);
    return;
  }
  const item: Item = hasNotes()
    ? noteItemsOf(sheet).getItem(address)
    : sheet.comments.getItemByCell(`'${sheetName.replace(/'/g, "''")}'!${address}`);
  if (text === null) item.delete();
  else item.content = text;
}
