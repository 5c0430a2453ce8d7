/** Opens a file of any readable form as a Book, and converts such a Book to .xlsx bytes for all further work. */
import type { Content } from '../../core/model/content';
import { valueAt, type Book, type CellValue, type Grid } from '../../core/model/workbook/grid';
import { PLAIN_SHEET, type CellLook, type DrawnCell, type SheetDrawing } from '../../core/model/sheet-drawing';
import { cellKey } from '../../core/values/address';
import { fromNumber, toText } from '../../core/values/decimal';
import type { Codec } from '../xlsx-file/zip/codec';
import { HostError } from '../host';
import { drawWorkbook, openXlsx } from '../xlsx-file/xlsx-file';
import { readWordTables } from './word-tables';

/** Forms that SheetJS reads, which is loaded on demand. */
const isOldForm = (name: string): boolean => /\.(?:xlsb?|ods|csv)$/i.test(name);

/** Decides by name, or by content for .xlsx files that some systems name .xls. */
export const isXlsx = (name: string, bytes: Uint8Array): boolean =>
  /\.xls[xm]$/i.test(name) ||
  (isOldForm(name) && bytes[0] === 0x50 && new TextDecoder('latin1').decode(bytes).includes('xl/workbook.xml'));

/** Throws HostError with the reason as a sentence. An Excel 2003 workbook named .xlsx is read too. */
export async function openAny(name: string, bytes: Uint8Array, codec: Codec): Promise<Book> {
  if (isXlsx(name, bytes)) return openCalledXlsx(bytes, codec);
  if (/\.docx$/i.test(name)) return readWordTables(bytes, codec);
  if (!isOldForm(name))
    throw new HostError('unsupported-file', 'Tệp không phải bảng tính hay văn bản Word .docx; hãy lưu lại dạng .xlsx.');
  const { readSpreadsheet } = await import(/* webpackChunkName: "spreadsheets" */ './spreadsheet');
  return readSpreadsheet(bytes, /\.csv$/i.test(name));
}

async function openCalledXlsx(bytes: Uint8Array, codec: Codec): Promise<Book> {
  try {
    return openXlsx(bytes, codec).book;
  } catch (error) {
    const isOld = error instanceof HostError && error.alias === 'unsupported-file' && bytes[0] === OLE;
    if (!isOld) throw error;
    const { readSpreadsheet } = await import(/* webpackChunkName: "spreadsheets" */ './spreadsheet');
    try {
      return readSpreadsheet(bytes, false);
    } catch {
      // An old Word document is no workbook either; the first error describes the file better.
      throw error;
    }
  }
}
const OLE = 0xd0;

const LOOK: CellLook = {
  size: 12,
  bold: false,
  italic: false,
  strike: false,
  colour: '000000',
  fill: null,
  border: false,
  horizontal: 'left',
  vertical: 'top',
  wrap: true,
  numberFormat: 'General',
};

/** Hidden sheets stay hidden; notes and looks are not copied. */
export const asXlsx = ({ sheets }: Book, codec: Codec): Uint8Array =>
  drawWorkbook(
    sheets.map((entry) => ({
      sheet: entry.name,
      drawing: drawingOf(entry.grid()),
      isHidden: entry.visibility !== 'visible',
    })),
    codec,
  );

function drawingOf(grid: Grid): SheetDrawing {
  const columns = Array.from({ length: grid.columnCount }, (_, column) => column);
  return {
    ...PLAIN_SHEET,
    columns: columns.map((column) => ({ width: widthOf(grid, column), hidden: grid.hiddenColumns.has(column) })),
    rows: Array.from({ length: grid.rowCount }, (_, row) => ({
      height: null,
      level: 0,
      cells: columns.map((column) => cellOf(grid, row, column)),
    })),
    merges: grid.merges,
  };
}

const NARROWEST = 8;
const WIDEST = 50;

/** As wide as the longest text in the column, within limits: a title above the table is cut off. */
function widthOf(grid: Grid, column: number): number {
  let longest = NARROWEST;
  for (let row = 0; row < grid.rowCount; row++) {
    const value = valueAt(grid, row, column);
    if (typeof value === 'string') longest = Math.max(longest, Math.min(value.length, WIDEST));
  }
  return longest;
}

function cellOf(grid: Grid, row: number, column: number): DrawnCell | null {
  const value = valueAt(grid, row, column);
  const content = contentOf(value, grid.formulas.get(cellKey(row, column)));
  if (content === null) return null;
  const key = cellKey(row, column);
  const numberFormat = grid.dates.has(key) ? 'dd/mm/yyyy' : grid.percents.has(key) ? '0.00%' : LOOK.numberFormat;
  const horizontal = typeof value === 'number' ? 'right' : 'left';
  return { content, look: { ...LOOK, horizontal, numberFormat }, from: null };
}

function contentOf(value: CellValue, formula: string | undefined): Content | null {
  const plain = plainOf(value);
  if (formula === undefined || plain === null || plain.kind === 'formula') return plain;
  return { kind: 'formula', formula, cached: plain };
}

function plainOf(value: CellValue): Content | null {
  if (value === null) return null;
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'boolean') return { kind: 'text', text: value ? 'TRUE' : 'FALSE' };
  if (typeof value === 'object') return { kind: 'text', text: value.error };
  const exact = fromNumber(value);
  return exact === null ? { kind: 'text', text: String(value) } : { kind: 'number', value: toText(exact) };
}
