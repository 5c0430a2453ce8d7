/** A drawing in the place of what a sheet holds: rows and frame by splices of its part, charts and names beside it. */
import type { SheetDrawing } from '../../../core/model/sheet-drawing';
import { blocked } from '../faults';
import { drawFrame } from './drawn-frame';
import { drawRows } from './drawn-rows';
import type { Draft } from '../parts/package';
import { writePrintNames } from '../parts/print-names';
import { relationshipsOf } from '../parts/relationships';
import { openSheet } from '../cells/sheet-part';
import { changesAnything, spliced } from '../xml/splice';
import type { StyleEditor } from '../parts/style-editor';
import type { Workbook, WorkbookSheet } from '../parts/workbook';
import { writeCharts } from './write-charts';

export interface DrawingTask {
  readonly draft: Draft;
  readonly book: Workbook;
  readonly entry: WorkbookSheet & { readonly part: string };
  readonly drawing: SheetDrawing;
  readonly styles: () => StyleEditor;
  readonly strings: readonly string[];
}

/** True when that changed the sheet. */
export function drawSheet({ draft, book, entry, drawing, styles, strings }: DrawingTask): boolean {
  // A table keeps the titles of its columns a second time: rows that move away under it make Excel call the file damaged.
  if (relationshipsOf(draft, entry.part).some(({ kind }) => kind === 'table')) {
    throw blocked(
      entry.name,
      'A1',
      'trang có bảng định dạng (Table) chồng lên; hãy chuyển bảng đó thành vùng thường (Thiết kế bảng › Chuyển thành phạm vi) rồi thử lại',
    );
  }
  const sheet = openSheet(draft, entry.part);
  const rows = drawRows({ sheet, name: entry.name, strings, styles }, drawing);
  const chartLink = writeCharts(draft, book, sheet, entry.name, drawing);
  const part = spliced(sheet, drawFrame(sheet, drawing, rows, chartLink, entry.index === 0));
  writePrintNames(draft, book, entry, drawing);
  if (!changesAnything(part)) return false;
  // At once: looks are taken while the rows' text is made, and the list of styles is saved when all sheets are done.
  draft.writePacked(entry.part, part);
  return true;
}
