/**
 * Turns an assessment into edits, step by step; the only file that defines the order of the steps. Read it after
 * assess.ts.
 */
import type { BookAssessment } from './model/assessment';
import type { Edit, SheetEdits } from './model/workbook/edit';
import type { Book } from './model/workbook/grid';
import type { ScoreSheet } from './model/score-sheet';
import type { Content } from './model/content';
import type { DrawnRow, SheetDrawing } from './model/sheet-drawing';
import { isProtected, leftOutOf, permitted, unprotected, unprotectedBook, type Plan } from './fill/left-out';
import { planContext, type PlanContext } from './fill/plan-context';
import { planItems } from './fill/plan-items';
import { planLooks } from './fill/result-cells';
import { clearMarks, planMarks, clearNotes, planNotes } from './fill/plan-marks';
import type { RankBoard } from './fill/plan-ranks';
import { planResults, type PlannedResults } from './fill/plan-results';
import { isCurrent, splitYears } from './matching/split-years';
import { planDeductionSheet } from './sheets/deductions/draw-deductions';
import { layOutResults } from './sheets/results/lay-out-results';
import { planResultSheet } from './sheets/results/plan-result-sheet';
import { inSheet, sheetNumber } from './values/address';

export type { LeftOut, Plan } from './fill/left-out';

/**
 * The edits for a host, without protected cells. Planned again on a book that contains them, there is nothing left to
 * do.
 */
export function planFill(book: Book, assessment: BookAssessment): Plan {
  const edits = planAll(book, assessment);
  // If all cells of a table are locked, no edits are planned for it.
  const isLocked = assessment.sheets.some(({ scoreSheet }) => scoreSheet.grid.protection !== undefined);
  if (!isLocked && !isProtected(book, edits)) return { edits, leftOut: [] };
  const wanted = planAll(unprotectedBook(book), {
    ...assessment,
    sheets: assessment.sheets.map((each) => ({
      ...each,
      scoreSheet: { ...each.scoreSheet, grid: unprotected(each.scoreSheet.grid) },
    })),
  });
  return { edits: permitted(book, edits), leftOut: leftOutOf(book, wanted) };
}

export const planEdits = (book: Book, assessment: BookAssessment): SheetEdits[] => [
  ...planFill(book, assessment).edits,
];

/** The add-in's sheets that already match what would be drawn, with their drawings. */
export const drawnSheets = (book: Book, assessment: BookAssessment): ReadonlyMap<string, SheetDrawing> =>
  new Map(
    planAll(book, assessment, true).flatMap(({ sheet, drawing, isUpToDate }) =>
      drawing && isUpToDate ? [[sheet, drawing] as const] : [],
    ),
  );

/** The add-in's sheets that cannot be added to the workbook, as values for a workbook of their own. */
export function drawnApart(book: Book, assessment: BookAssessment): Required<Pick<SheetEdits, 'sheet' | 'drawing'>>[] {
  const sheets = assessment.sheets.map((each) => ({
    ...each,
    settings: { ...each.settings, results: 'values' as const },
  }));
  return planAll(unprotectedBook(book), { ...assessment, sheets }).flatMap(({ sheet, isNew, drawing }) =>
    drawing && isNew ? [{ sheet, drawing: { ...drawing, rows: drawing.rows.map(asValues) } }] : [],
  );
}

/** Formulas become values, because they would link into a workbook that the sheet is not part of. */
const asValues = (row: DrawnRow): DrawnRow => ({
  ...row,
  cells: row.cells.map((cell) => cell && { ...cell, content: plainContent(cell.content) }),
});

const plainContent = (content: Content | null): Content | null =>
  content?.kind === 'formula' ? content.cached : content;

/** All edits, protected or not; with `isComplete`, also drawings that are already there. */
function planAll(book: Book, assessment: BookAssessment, isComplete = false): SheetEdits[] {
  // Last year's tables contain their own results; the sheets of all units are about this year.
  const { current } = splitYears(assessment);
  const deductions = planDeductionSheet(book, current);
  const layout = layOutResults(book, current, deductions.blocks);
  const contexts = assessment.sheets.map(planContext);
  const tables = contexts.map((context) => {
    const together = contexts.filter((other) => isOnSameSheet(context, other));
    return fillTable(context, layout?.board ?? null, together[0] === context ? together : []);
  });
  const ofThisYear = tables.filter(({ context }) => isCurrent(context.assessment));
  const results = layout ? [planResultSheet(layout, ofThisYear)] : [];
  return [...tables.flatMap(({ edits }) => edits), ...deductions.edits, ...results].filter(
    ({ edits, drawing, isUpToDate }) => edits.length > 0 || (drawing !== undefined && (isComplete || !isUpToDate)),
  );
}

interface FilledTable {
  readonly context: PlanContext;
  readonly results: PlannedResults;
  /** One for each sheet that the table is on. */
  readonly edits: readonly SheetEdits[];
}

const isOnSameSheet = (one: PlanContext, other: PlanContext): boolean =>
  one === other || (one.sheet.sheet === other.sheet.sheet && !one.sheet.parts && !other.sheet.parts);

/**
 * Edits of the officer's own table: results of units, cells beside the scores, the format of new lines, and the marks
 * and notes of the tables in `marked`.
 */
function fillTable(context: PlanContext, board: RankBoard | null, marked: readonly PlanContext[]): FilledTable {
  const results = planResults(context, board);
  const cells = [...results.edits, ...planItems(context, results)];
  const looks = planLooks(context, results.places.newLines, cells);
  const marks = marked.length > 0 ? [...planMarks(context.grid, marked), ...planNotes(context.grid, marked)] : [];
  return {
    context,
    results,
    edits: onItsSheets(context.sheet, [...looks, ...cells, ...marks]),
  };
}

function onItsSheets(table: ScoreSheet, edits: readonly Edit[]): SheetEdits[] {
  if (!table.parts) return [{ sheet: table.sheet, isNew: false, edits }];
  return table.parts.map(({ sheet }, part): SheetEdits => {
    const partEdits = edits.filter((edit) => edit.kind !== 'width' && sheetNumber(edit.at) === part);
    return { sheet, isNew: false, edits: partEdits.map(inOwnSheet) };
  });
}

/**
 * Converts a cell to its address on its own sheet. A table on several sheets gets no new lines, so no copied format has
 * to be converted.
 */
const inOwnSheet = (edit: Edit): Edit => (edit.kind === 'width' ? edit : { ...edit, at: inSheet(edit.at) });

/** «Xóa đánh dấu»: removes every mark and note of the add-in, and nothing else. */
export function planClear(book: Book): Plan {
  const wanted = book.sheets
    .map((entry): SheetEdits => {
      const sheet = entry.grid();
      return { sheet: entry.name, isNew: false, edits: [...clearMarks(sheet), ...clearNotes(sheet)] };
    })
    .filter(({ edits }) => edits.length > 0);
  return { edits: permitted(book, wanted), leftOut: leftOutOf(book, wanted) };
}
