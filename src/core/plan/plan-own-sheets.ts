/** The two sheets of our own, «Điểm bị trừ» and «Kết quả», as they are to stand after a click. */
import type { BookAssessment } from '../model/assessment';
import type { SheetEdits } from '../model/edit';
import type { Book } from '../model/grid';
import { findOwnSheet } from '../model/own-sheet';
import { SUMMARY_SHEET_NAMES, isSummarySheet } from '../model/summary-sheet';
import { deductionSummary, summaryRefusal } from '../summary/deduction-summary';
import { drawSummary } from '../summary/draw-summary';
import { planDrawing } from './plan-drawing';

export function planOwnSheets(book: Book, assessment: BookAssessment): SheetEdits[] {
  const summarySheet = findOwnSheet(book, SUMMARY_SHEET_NAMES, isSummarySheet);
  const summary = summaryRefusal(assessment) === null ? deductionSummary(assessment) : null;
  if (!summary || (summary.lineCount === 0 && summarySheet.grid === null)) return [];
  const live = assessment.sheets.some(({ settings }) => settings.results === 'formulas');
  const drawn = drawSummary(summary, summarySheet.grid, { live, sums: live, links: true });
  return planDrawing(summarySheet, drawn.drawing, drawn.notes);
}
