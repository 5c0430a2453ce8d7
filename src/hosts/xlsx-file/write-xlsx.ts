/** Splices edits into the bytes of a .xlsx file that has been read. */
import { bySheet } from '../../core/model/workbook/cell-plan';
import type { SheetEdits } from '../../core/model/workbook/edit';
import { permitsAll } from '../../core/model/workbook/protection';
import { readMarkNames } from '../marks/mark-names';
import { patchSheet } from './cells/patch-sheet';
import { readProtection } from './cells/protection';
import { mostStyle } from './cells/read-grid';
import { openSheet } from './cells/sheet-part';
import { drawSheet } from './drawing/draw-sheet';
import { writeNotes } from './drawing/notes';
import { missingSheet, protectedSheet, protectedStructure, signed, takenSheet } from './faults';
import { addSheet } from './parts/add-sheet';
import type { Draft } from './parts/package';
import { editStyles, ensureStyles, type StyleEditor } from './parts/style-editor';
import { readWorkbook, type Workbook, type WorkbookSheet } from './parts/workbook';
import { dropCalcChain, recalculateOnLoad, writeNames } from './parts/write-workbook';
import type { ReadXlsx } from './read-xlsx';
import { recalculated, type Recalculated } from './recalculate';
import { spliced } from './xml/splice';

/** The draft and its state while the sheets are edited one after the other. */
interface Batch {
  readonly draft: Draft;
  readonly strings: () => readonly string[];
  /** The style editor, created when the first format is needed. */
  readonly styles: () => StyleEditor;
  /** By name of the sheet in lower case: new results of formulas that are not edited. */
  readonly results: ReadonlyMap<string, Recalculated>;
  /** Read again when a sheet is added. */
  book: Workbook;
  formulasChanged: boolean;
  formulasWritten: boolean;
}

/**
 * Returns the whole file with the edits; the source's own bytes if nothing changes. Throws HostError if any edit fails,
 * and then changes nothing.
 */
export function applyEdits({ book, reading }: ReadXlsx, requests: readonly SheetEdits[]): Uint8Array {
  const draft = reading.parts.draft();
  const wanted = bySheet(requests);
  if (wanted.size > 0 && reading.workbook.signed) throw signed();

  const made: { editor: StyleEditor | null } = { editor: null };
  const batch: Batch = {
    draft,
    strings: reading.strings,
    styles: () => (made.editor ??= editStyles(draft, ensureStyles(draft, batch.book), mostStyle(reading))),
    book: reading.workbook,
    results: recalculated(book, wanted.values()),
    formulasChanged: false,
    formulasWritten: false,
  };
  for (const request of wanted.values()) editSheet(batch, request);
  for (const { name } of batch.book.sheets)
    if (batch.results.has(name.toLowerCase()) && !wanted.has(name.toLowerCase()))
      editSheet(batch, { sheet: name, isNew: false, edits: [] });
  made.editor?.save();
  if (batch.formulasChanged) dropCalcChain(draft, batch.book);
  if (batch.formulasWritten) recalculateOnLoad(draft, batch.book);
  return draft.save();
}

function editSheet(batch: Batch, request: SheetEdits): void {
  const { draft, styles } = batch;
  const { edits, drawing } = request;
  const entry = sheetOf(batch, request);
  const { book } = batch;
  const { name, part } = entry;
  const protection = readProtection(draft, book.styles, openSheet(draft, part));
  if (protection && !permitsAll(protection, request)) throw protectedSheet(name);
  if (drawing) {
    const drawn = drawSheet({ draft, book, entry, drawing, styles, strings: batch.strings() });
    batch.formulasChanged ||= drawn !== null;
    batch.formulasWritten ||= drawn?.hasFormulas === true;
  }
  const results = batch.results.get(name.toLowerCase()) ?? NO_RESULTS;
  if (edits.length === 0 && results.size === 0) return;

  const sheet = openSheet(draft, part);
  const marks = readMarkNames(book.names, name);
  const patch = patchSheet({ draft, sheet, name, edits, styles, strings: batch.strings(), results, marks });
  const notes = writeNotes(draft, book, sheet, name, edits);
  draft.writeSpliced(part, spliced(sheet, patch.splices.concat(notes)));
  if (patch.marks) writeNames(draft, book, entry, patch.marks);
  batch.formulasChanged ||= patch.formulasChanged;
  batch.formulasWritten ||= patch.formulasWritten;
}

/** The sheet of that name, added first if the request says it is new. */
function sheetOf(batch: Batch, { sheet: name, isNew }: SheetEdits): WorkbookSheet & { readonly part: string } {
  const find = (): WorkbookSheet | undefined => batch.book.sheets.find((sheet) => sameName(sheet.name, name));
  if (isNew) {
    if (find()) throw takenSheet(name);
    if (batch.book.structureLocked) throw protectedStructure(name);
    addSheet(batch.draft, batch.book, name);
    batch.book = readWorkbook(batch.draft);
  }
  const entry = find();
  if (!entry || entry.part === null) throw missingSheet(name);
  return { ...entry, part: entry.part };
}

const NO_RESULTS: Recalculated = new Map();

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
