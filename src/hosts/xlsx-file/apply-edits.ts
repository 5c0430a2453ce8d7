/** All edits of all sheets on a draft of the package; the draft is saved only when every one of them went through. */
import type { SheetEdits } from '../../core/model/edit';
import { permitsAll } from '../../core/model/protection';
import { addSheet } from './parts/add-sheet';
import { dropCalcChain, recalculateOnLoad } from './parts/calculation';
import { drawSheet } from './drawing/draw-sheet';
import { missingSheet, protectedSheet, protectedStructure, signed, takenSheet } from './faults';
import { readMarkNames } from '../marks/mark-names';
import { patchSheet } from './cells/patch-sheet';
import { mostStyle, type Reading } from './cells/read-grid';
import { readProtection } from './cells/protection';
import { openSheet } from './cells/sheet-part';
import { spliced } from './xml/splice';
import { editStyles, ensureStyles, type StyleEditor } from './parts/style-editor';
import { readWorkbook } from './parts/workbook';
import { writeNames } from './parts/write-names';
import { writeNotes } from './drawing/write-notes';

export function applyEdits(reading: Reading, requests: readonly SheetEdits[]): Uint8Array {
  const { parts, workbook, strings } = reading;
  const draft = parts.draft();
  const wanted = gather(requests);
  if (wanted.size > 0 && workbook.signed) throw signed();

  let book = workbook;
  let editor: StyleEditor | null = null;
  const styles = (): StyleEditor => (editor ??= editStyles(draft, ensureStyles(draft, book), mostStyle(reading)));
  let formulasChanged = false;
  let formulasWritten = false;
  for (const request of wanted.values()) {
    const { sheet: name, isNew, edits, drawing } = request;
    let entry = book.sheets.find((sheet) => sameName(sheet.name, name));
    if (entry && isNew) throw takenSheet(name);
    if (isNew) {
      if (book.structureLocked) throw protectedStructure(name);
      addSheet(draft, book, name);
      book = readWorkbook(draft);
      entry = book.sheets.find((sheet) => sameName(sheet.name, name));
    }
    if (!entry || entry.part === null) throw missingSheet(name);
    const { part } = entry;
    const protection = readProtection(draft, book.styles, openSheet(draft, part));
    if (protection && !permitsAll(protection, request)) throw protectedSheet(entry.name);
    if (drawing && drawSheet({ draft, book, entry: { ...entry, part }, drawing, styles, strings: strings() })) {
      formulasChanged = true;
      formulasWritten ||= drawing.rows.some(({ cells }) => cells.some((cell) => cell?.content?.kind === 'formula'));
    }
    if (edits.length === 0) continue;

    const sheet = openSheet(draft, part);

    const marks = readMarkNames(book.names, entry.name);
    const patch = patchSheet({ draft, sheet, name: entry.name, edits, styles, strings: strings(), marks });
    const notes = writeNotes(draft, book, sheet, entry.name, edits);
    draft.writeSpliced(part, spliced(sheet, patch.splices.concat(notes)));
    if (patch.marks) writeNames(draft, book, entry, patch.marks);
    formulasChanged ||= patch.formulasChanged;
    formulasWritten ||= patch.formulasWritten;
  }
  (editor as StyleEditor | null)?.save();
  if (formulasChanged) dropCalcChain(draft, book);
  if (formulasWritten) recalculateOnLoad(draft, book);
  return draft.save();
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
