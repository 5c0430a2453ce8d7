/** The two sheets of our own, «Điểm bị trừ» and «Kết quả», as they are to stand after a click. */
import type { Assessment, BookAssessment } from '../model/assessment';
import { prefixOf } from '../values/formula-text';
import type { SheetEdits } from '../model/edit';
import type { Book } from '../model/grid';
import { findOwnSheet } from '../model/own-sheet';
import { splitYears } from '../matching/split-years';
import { DEDUCTION_SHEET_NAMES, isDeductionSheet } from '../model/deduction-sheet';
import { groupDeductions, deductionRefusal, type GroupedDeductions } from './deductions/group-deductions';
import { drawDeductions } from './deductions/draw-deductions';
import type { PlanContext } from '../fill/plan-context';
import { planDrawing } from './plan-drawing';
import { planResultSheet, type DeductionBlocks } from './results/plan-result-sheet';
import type { PlannedResults } from '../fill/plan-results';
import { areasOf } from './results/result-columns';

export interface PlannedSheet {
  readonly context: PlanContext;
  readonly results: PlannedResults;
}

/** Last year's tables have results in themselves; what is told of all units is told of this year. */
export function planOwnSheets(book: Book, whole: BookAssessment, planned: readonly PlannedSheet[]): SheetEdits[] {
  if (whole.sheets.length === 0) return [];
  const assessment = splitYears(whole).current;
  const { edits, blocks } = planDeductionSheet(book, assessment);
  const sources = planned
    .filter(({ context }) => assessment.sheets.includes(context.assessment))
    .map(({ context, results }) => ({
      context,
      results,
      far: { ...context, prefix: prefixOf(context.sheet.sheet), templates: { self: new Map(), appraised: new Map() } },
      areas: areasOf(context.sheet.items),
    }));
  return [...edits, ...planResultSheet(book, assessment, sources, blocks)];
}

function planDeductionSheet(
  book: Book,
  assessment: BookAssessment,
): { readonly edits: SheetEdits[]; readonly blocks: DeductionBlocks } {
  const refusal = deductionRefusal(assessment);
  const sheet = findOwnSheet(book, DEDUCTION_SHEET_NAMES, isDeductionSheet);
  const counts = new Map(assessment.sheets.map((each) => [each, countsOf(each)]));
  const countOf: DeductionBlocks['countOf'] = ({ source: { context }, unit }) =>
    counts.get(context.assessment)?.[unit.index] ?? null;
  const without = { sheet: sheet.name, rowOf: () => null, countOf, refusal };
  const summary = refusal === null ? groupDeductions(assessment) : null;
  if (!summary || (summary.lineCount === 0 && sheet.grid === null)) return { edits: [], blocks: without };
  const live = assessment.sheets[0]?.settings.results === 'formulas';
  const { drawing, notes, unitRows } = drawDeductions(summary, sheet.grid, { live, sums: live, links: true });
  const rows = blockRows(summary, unitRows);
  const rowOf: DeductionBlocks['rowOf'] = ({ source: { context }, unit }) =>
    rows.get(context.assessment)?.get(unit.index) ?? null;
  return { edits: planDrawing(sheet, drawing, notes), blocks: { ...without, rowOf } };
}

/** None is known only of a unit whose items are all known; of any other, those that were found. */
function countsOf({ deductions, units, scoreSheet }: Assessment): (number | null)[] {
  const counts = units.map(({ undetermined }): number | null => (undetermined || !scoreSheet.itemised ? null : 0));
  for (const { unit } of deductions) counts[unit] = (counts[unit] ?? 0) + 1;
  return counts;
}

function blockRows({ units }: GroupedDeductions, unitRows: readonly number[]): Map<Assessment, Map<number, number>> {
  const rows = new Map<Assessment, Map<number, number>>();
  units.forEach(({ assessment, unit }, at) => {
    const there = rows.get(assessment) ?? new Map<number, number>();
    rows.set(assessment, there.set(unit.index, unitRows[at] ?? 0));
  });
  return rows;
}
