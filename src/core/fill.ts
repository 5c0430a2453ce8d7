/** From the finished assessment to the changes a host is asked to make. Planned again on a sheet that holds them, nothing is left to do. */
import type { BookAssessment } from './model/assessment';
import type { SheetEdits } from './model/edit';
import type { Book } from './model/grid';
import { planContext } from './fill/plan-context';
import { planItems } from './fill/plan-items';
import { planLooks } from './fill/plan-looks';
import { clearMarks, planMarks, wantedMarks } from './fill/plan-marks';
import { clearNotes, planNotes } from './fill/plan-notes';
import { planOwnSheets } from './sheets/plan-own-sheets';
import { planResults } from './fill/plan-results';

/** Results, marks and notes of every bảng tổng hợp in the workbook, and the sheets of our own. */
export function planEdits(book: Book, assessment: BookAssessment): SheetEdits[] {
  const contexts = assessment.sheets.map(planContext);
  const planned = contexts.map((context) => ({ context, results: planResults(context) }));
  const sheets = planned.map(({ context, results: { edits, places } }): SheetEdits => {
    const cells = [...edits, ...planItems(context, places)];
    return {
      sheet: context.sheet.sheet,
      isNew: false,
      edits: [
        ...planLooks(context, places.newLines, cells),
        ...cells,
        ...planMarks(context, wantedMarks(context)),
        ...planNotes(context),
      ],
    };
  });
  return [...sheets.filter(({ edits }) => edits.length > 0), ...planOwnSheets(book, assessment, planned)];
}

/** «Xóa đánh dấu»: takes away every mark and note of ours, and nothing else. */
export function planClearMarks(book: Book): SheetEdits[] {
  return book.sheets
    .map((entry): SheetEdits => {
      const sheet = entry.grid();
      return { sheet: entry.name, isNew: false, edits: [...clearMarks(sheet), ...clearNotes(sheet)] };
    })
    .filter(({ edits }) => edits.length > 0);
}
