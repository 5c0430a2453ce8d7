/** The code that changes the workbook or draws the add-in's sheets, loaded on first use. */
import { drawnApart } from '../../core/fill';
import type { BookAssessment } from '../../core/model/assessment';
import type { Book } from '../../core/model/workbook/grid';
import { drawWorkbook } from '../../hosts/xlsx-file/xlsx-file';
import type { Codec } from '../../hosts/xlsx-file/zip/codec';

export { drawnSheets } from '../../core/fill';
export { suggestCauses } from '../../core/causes/suggest-causes';
export { applyEdits } from '../../hosts/xlsx-file/write-xlsx';
export { planCommand } from './plan-command';

/** The add-in's sheets as a workbook of their own; null if there are none. */
export function sheetsApart(book: Book, assessment: BookAssessment, codec: Codec): Uint8Array | null {
  const sheets = drawnApart(book, assessment);
  return sheets.length === 0 ? null : drawWorkbook(sheets, codec);
}
