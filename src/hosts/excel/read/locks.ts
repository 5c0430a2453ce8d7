/** What a protected sheet still lets be changed: asked of protected sheets alone, together with what is in them. */
import { cellKey } from '../../../core/values/address';
import type { SheetProtection } from '../../../core/model/grid';
import { ALL_LOCKED } from '../../../core/model/protection';

/** Results may be added beside what is used so far. */
const ROWS_BELOW = 20;
const COLUMNS_BESIDE = 8;

/** Cells further away, and all of a sheet too large to be asked cell by cell, count as locked. */
export function askLocks(sheet: Excel.Worksheet, used: Excel.Range, large: boolean): () => SheetProtection | null {
  if (!sheet.protection.protected) return () => null;
  // Excel tells none where it has no say in them.
  const options = sheet.protection.options as Excel.WorksheetProtectionOptions | null;
  const permits = {
    formats: options?.allowFormatCells === true,
    widths: options?.allowFormatColumns === true,
    notes: options?.allowEditObjects === true,
  };
  const told = large
    ? null
    : used.getResizedRange(ROWS_BELOW, COLUMNS_BESIDE).getCellProperties({ format: { protection: true } });
  return () => ({
    ...ALL_LOCKED,
    ...permits,
    cells: new Map(
      (told?.value ?? []).flatMap((line, y) =>
        line.flatMap((cell, x) =>
          cell.format?.protection?.locked === false
            ? [[cellKey(used.rowIndex + y, used.columnIndex + x), false] as const]
            : [],
        ),
      ),
    ),
  });
}
