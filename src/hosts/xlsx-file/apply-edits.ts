/** All edits of all sheets on a draft of the package; the draft is saved only when every one of them went through. */
import type { SheetEdits } from '../../core/model/edit';
import { permitsAll } from '../../core/model/protection';
import { addSheet } from './parts/add-sheet';
import { dropCalcChain, recalculateOnLoad, writeNames } from './parts/write-workbook';
import { drawSheet } from './drawing/draw-sheet';
import { missingSheet, protectedSheet, protectedStructure, signed, takenSheet } from './faults';
import { readMarkNames } from '../marks/mark-names';
import { patchSheet } from './cells/patch-sheet';
import { mostStyle, type Reading } from './cells/read-grid';
import { readProtection } from './cells/protection';
import { openSheet } from './cells/sheet-part';
import { spliced } from './xml/splice';
import { editStyles, ensureStyles, type StyleEditor } from './parts/style-editor';
import type { Draft } from './parts/package';
import { readWorkbook, type Workbook, type WorkbookSheet } from './parts/workbook';
import { writeNotes } from './drawing/notes';

/** The draft while its sheets are edited one after the other. */
interface Batch {
  readonly draft: Draft;
  readonly strings: () => readonly string[];
  /** The editor of styles, made when the first format is asked for. */
  readonly styles: () => StyleEditor;
  /** Read again when a sheet is added. */
  book: Workbook;
  formulasChanged: boolean;
  formulasWritten: boolean;
}

export function applyEdits(reading: Reading, requests: readonly SheetEdits[]): Uint8Array {
  const draft = reading.parts.draft();
  const wanted = gather(requests);
  if (wanted.size > 0 && reading.workbook.signed) throw signed();

  const made: { editor: StyleEditor | null } = { editor: null };
  const batch: Batch = {
    draft,
    strings: reading.strings,
    styles: () => (made.editor ??= editStyles(draft, ensureStyles(draft, batch.book), mostStyle(reading))),
    book: reading.workbook,
    formulasChanged: false,
    formulasWritten: false,
  };
  for (const request of wanted.values()) editSheet(batch, request);
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
  if (drawing && drawSheet({ draft, book, entry, drawing, styles, strings: batch.strings() })) {
    batch.formulasChanged = true;
    batch.formulasWritten ||= drawing.rows.some(({ cells }) => cells.some((cell) => cell?.content?.kind === 'formula'));
  }
  if (edits.length === 0) return;

  const sheet = openSheet(draft, part);
  const marks = readMarkNames(book.names, name);
  const patch = patchSheet({ draft, sheet, name, edits, styles, strings: batch.strings(), marks });
  const notes = writeNotes(draft, book, sheet, name, edits);
  draft.writeSpliced(part, spliced(sheet, patch.splices.concat(notes)));
  if (patch.marks) writeNames(draft, book, entry, patch.marks);
  batch.formulasChanged ||= patch.formulasChanged;
  batch.formulasWritten ||= patch.formulasWritten;
}

/** The sheet of that name, added first where it is to be new. */
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

/** One request a sheet, in the order given. */
function gather(requests: readonly SheetEdits[]): Map<string, SheetEdits> {
  const wanted = new Map<string, SheetEdits>();
  for (const request of requests) {
    if (!request.isNew && request.edits.length === 0 && !request.drawing) continue;
    const key = request.sheet.toLowerCase();
    const before = wanted.get(key);
    wanted.set(
      key,
      before
        ? {
            ...before,
            ...request,
            sheet: before.sheet,
            isNew: before.isNew || request.isNew,
            edits: [...before.edits, ...request.edits],
          }
        : request,
    );
  }
  return wanted;
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
