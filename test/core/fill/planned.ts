/** One click with a memory host: grids → assessment → plan → grids. */
import { assess } from '../../../src/core/assess';
import { fromA1 } from '../../../src/core/values/address';
import type { BookAssessment } from '../../../src/core/model/assessment';
import type { CellEdit, SheetEdits } from '../../../src/core/model/workbook/edit';
import type { CellValue, Grid } from '../../../src/core/model/workbook/grid';
import { NO_DETAILS } from '../../../src/core/model/report-details';
import { isResultSheet } from '../../../src/core/model/result-sheet';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/model/settings';
import { isDeductionSheet } from '../../../src/core/model/deduction-sheet';
import { planEdits } from '../../../src/core/fill';
import { findScoreSheets } from '../../../src/core/read/find-score-sheets';
import { readDeductionLines } from '../../../src/core/read/beside/read-side-sheets';
import { memoryHost } from '../../kit/memory/memory-host';
import { bookOf } from '../../kit/grid';

export function assessed(grids: readonly Grid[], settings: Partial<Settings> = {}): BookAssessment {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  const { scoreSheets } = findScoreSheets(bookOf(...grids.filter((grid) => !isResultSheet(grid))), all.marks);
  const lines = grids.flatMap((grid) => (isDeductionSheet(grid) ? readDeductionLines(grid) : []));
  return {
    sheets: scoreSheets.map((sheet) => assess(sheet, all, { deductionLines: lines })),
    details: NO_DETAILS,
    surveys: [],
    inspections: [],
    diagnostics: [],
    unreadSheets: [],
  };
}

export const planned = (grids: readonly Grid[], settings: Partial<Settings> = {}): SheetEdits[] =>
  planEdits(bookOf(...grids), assessed(grids, settings));

/** Returns the workbook after one click. */
export async function filled(grids: readonly Grid[], settings: Partial<Settings> = {}): Promise<readonly Grid[]> {
  const host = memoryHost(grids);
  await host.applyEdits(planned(grids, settings));
  return host.grids();
}

/**
 * What the plan writes into a cell, or draws there on one of its own sheets: "=…" for a formula, else the text or
 * number; undefined if the cell is left alone.
 */
export function written(plan: readonly SheetEdits[], a1: string, sheet?: string): string | undefined {
  const at = fromA1(a1);
  const ofSheet = plan.filter((each) => sheet === undefined || each.sheet === sheet);
  const edit = ofSheet
    .flatMap(({ edits }) => edits)
    .find((each): each is CellEdit => each.kind === 'cell' && each.at.row === at?.row && each.at.column === at.column);
  const drawn =
    sheet === undefined ? undefined : ofSheet[0]?.drawing?.rows[at?.row ?? -1]?.cells[at?.column ?? -1]?.content;
  const content = edit?.content ?? drawn;
  if (!content) return undefined;
  return content.kind === 'formula' ? `=${content.formula}` : content.kind === 'number' ? content.value : content.text;
}

/** Returns the same sheet with one cell typed over. */
export function typed(grid: Grid, a1: string, value: CellValue): Grid {
  const at = fromA1(a1);
  if (!at) throw new Error(`not an address: ${a1}`);
  const formulas = new Map(grid.formulas);
  formulas.delete(at.row * 16_384 + at.column);
  const values = Array.from({ length: Math.max(grid.values.length, at.row + 1) }, (_, row) => {
    const cells = [...(grid.values[row] ?? [])];
    if (row === at.row) {
      while (cells.length < at.column) cells.push(null);
      cells[at.column] = value;
    }
    return cells;
  });
  return { ...grid, values, formulas };
}
