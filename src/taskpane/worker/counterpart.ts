/** Finds the line of a score in «Điểm bị trừ», and the score of a line. */
import type { Address } from '../../core/values/address';
import type { Assessment } from '../../core/model/assessment';
import type { SheetPlace } from './views';

/** Where the cell's other side is; null for a cell that has none. */
export function counterpartOf(sheets: readonly Assessment[], sheet: string, at: Address): SheetPlace | null {
  for (const { scoreSheet, deductions } of sheets) {
    for (const { at: score, line } of deductions) {
      if (!line) continue;
      if (scoreSheet.sheet === sheet && score.row === at.row && score.column === at.column)
        return { sheet: line.sheet, at: { row: line.at.row, column: 0 } };
      if (line.sheet === sheet && line.at.row === at.row) return { sheet: scoreSheet.sheet, at: score };
    }
  }
  return null;
}
