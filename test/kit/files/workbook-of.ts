/** Grids → .xlsx bytes, written by exceljs, so that the file host reads files that it did not write. */
import { Workbook } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { addressOfKey, toA1Range } from '../../../src/core/values/address';
import type { CellValue, Grid } from '../../../src/core/model/workbook/grid';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { openXlsx, type XlsxFile } from '../../../src/hosts/xlsx-file/xlsx-file';

export async function workbookOf(
  grids: readonly Grid[],
  protectedSheets: readonly string[] = [],
  structureLocked = false,
): Promise<Uint8Array> {
  const book = new Workbook();
  for (const grid of grids) {
    const sheet = book.addWorksheet(grid.sheet);
    grid.values.forEach((row, at) =>
      row?.forEach((value, column) => {
        sheet.getCell(at + 1, column + 1).value = toExcel(value);
      }),
    );
    for (const [key, formula] of grid.formulas) {
      const { row, column } = addressOfKey(key);
      const result = grid.values[row]?.[column];
      sheet.getCell(row + 1, column + 1).value = {
        formula,
        ...(typeof result === 'number' || typeof result === 'string' ? { result } : {}),
      };
    }
    for (const [key, note] of grid.notes) {
      const { row, column } = addressOfKey(key);
      sheet.getCell(row + 1, column + 1).note = note;
    }
    for (const merge of grid.merges) sheet.mergeCells(toA1Range(merge));
    for (const column of grid.hiddenColumns) sheet.getColumn(column + 1).hidden = true;
    for (const row of grid.hiddenRows) sheet.getRow(row + 1).hidden = true;
    const { protection } = grid;
    for (const [key, locked] of protection?.cells ?? []) {
      const { row, column } = addressOfKey(key);
      sheet.getCell(row + 1, column + 1).protection = { locked };
    }
    if (protection || protectedSheets.includes(grid.sheet))
      await sheet.protect('', {
        formatCells: protection?.formats === true,
        formatColumns: protection?.widths === true,
        objects: protection?.notes === true,
      });
  }
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  if (!structureLocked) return bytes;
  const parts = unzipSync(bytes);
  const name = 'xl/workbook.xml';
  const xml = strFromU8(parts[name] ?? new Uint8Array());
  parts[name] = strToU8(xml.replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>'));
  return zipSync(parts);
}

export const open = (bytes: Uint8Array): XlsxFile => openXlsx(bytes, nodeCodec);

function toExcel(value: CellValue): string | number | boolean | null | { error: '#REF!' } {
  return value !== null && typeof value === 'object' ? { error: '#REF!' } : value;
}
