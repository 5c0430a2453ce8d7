/**
 * A file in any form that is read here, as a Book: by its name which reader opens it, and the tables of a Word document
 * (.docx) at the end of this file; and such a Book as .xlsx bytes, so that all the rest works on it.
 */
import type { Content } from '../../core/model/content';
import { valueAt, type Book, type CellValue, type Grid, blankGrid } from '../../core/model/grid';
import { PLAIN_SHEET, type CellLook, type DrawnCell, type SheetDrawing } from '../../core/model/sheet-drawing';
import { cellKey, type Area2D } from '../../core/values/address';
import { fromNumber, toText } from '../../core/values/decimal';
import type { Codec } from '../xlsx-file/zip/codec';
import { HostError } from '../host';
import { drawWorkbook, openXlsx } from '../xlsx-file/xlsx-file';
import { openPackage } from '../xlsx-file/parts/package';
import {
  attribute,
  child,
  childrenOf,
  descendants,
  parseXml,
  textOf,
  type Element,
  type XmlPart,
} from '../xlsx-file/xml/xml-tree';
import { DEFAULT_LIMITS } from '../xlsx-file/zip/limits';

/** Read by the part that is loaded for them. */
const isOldForm = (name: string): boolean => /\.(?:xlsb?|ods|csv)$/i.test(name);

/** By its name, or by its content where a system calls it .xls all the same. */
export const isXlsx = (name: string, bytes: Uint8Array): boolean =>
  /\.xls[xm]$/i.test(name) ||
  (isOldForm(name) && bytes[0] === 0x50 && new TextDecoder('latin1').decode(bytes).includes('xl/workbook.xml'));

/** Throws HostError with the reason as a sentence. A workbook of Excel 2003 called .xlsx is read as what it is. */
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
      // A document of Word is no workbook either; the first sentence says what it is.
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

/** Sheets that are hidden stay so; notes and looks are not carried over. */
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

/** As wide as its longest text, within reason: a title above the table is cut off. */
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

const DOCUMENT = 'word/document.xml';
/** A table is no wider, and lines above it are no more than a head. */
const MOST_COLUMNS = 400;
const MOST_LINES = 20;

/**
 * Each table is a sheet, with the lines of text that stand above it, so that a title and «Đơn vị: …» are read as in a
 * workbook. Merged cells are merged here as well. Throws HostError for what is no Word document, or has no table.
 */
function readWordTables(bytes: Uint8Array, codec: Codec): Book {
  const parts = openPackage(bytes, codec, DEFAULT_LIMITS);
  if (!parts.has(DOCUMENT))
    throw new HostError('unsupported-file', 'Tệp không phải văn bản Word .docx; hãy lưu lại bằng Word dạng .docx.');
  const part = parseXml(parts.read(DOCUMENT), DOCUMENT);
  const body = child(part.root, 'body');
  const found: { readonly lines: readonly string[]; readonly table: WordTable }[] = [];
  // A frame without numbers (the two columns of a letterhead) is text above all that follows.
  let letterhead: string[] = [];
  let lines: string[] = [];
  for (const block of body?.children ?? []) {
    if (block.local === 'p') lines = [...lines, textIn(part, block)].filter((line) => line !== '').slice(-MOST_LINES);
    if (block.local !== 'tbl') continue;
    const table = tableOf(part, block);
    const last = found.at(-1);
    if (isLetterhead(table)) {
      const said = table.values.flat().flatMap((value) => (typeof value === 'string' ? value.split('\n') : []));
      if (last) lines = [...lines, ...said];
      else letterhead = [...letterhead, ...lines.splice(0), ...said];
    } else if (last && lines.length === 0 && goesOnWith(last.table, table)) {
      found[found.length - 1] = { ...last, table: joined(last.table, table) };
    } else {
      found.push({ lines: [...letterhead, ...lines], table });
      lines = [];
    }
  }
  const grids = found.map((each, at) => gridOf(`Bảng ${String(at + 1)}`, each.lines, each.table));
  if (grids.length === 0)
    throw new HostError(
      'unsupported-file',
      'Văn bản Word không có bảng điểm nào; hãy chép bảng điểm vào một bảng của Word.',
    );
  return { sheets: grids.map((grid) => ({ name: grid.sheet, visibility: 'visible', grid: () => grid })) };
}

interface WordTable {
  readonly values: CellValue[][];
  readonly merges: readonly Area2D[];
}

const widthOfTable = ({ values }: WordTable): number => values.reduce((most, row) => Math.max(most, row.length), 0);
const codesOf = ({ values }: WordTable): readonly string[] =>
  values.flatMap(([code]) => {
    const text = typeof code === 'number' ? String(code) : code;
    return typeof text === 'string' && /\d/.test(text) ? text : [];
  });

/** A table that was cut where a page ends: as wide, nothing between, and nothing in it once more. */
function goesOnWith(table: WordTable, next: WordTable): boolean {
  const known = new Set(codesOf(table));
  return widthOfTable(table) === widthOfTable(next) && codesOf(next).every((code) => !known.has(code));
}

function joined(table: WordTable, next: WordTable): WordTable {
  const down = table.values.length;
  const merges = next.merges.map((area) => ({ ...area, top: area.top + down, bottom: area.bottom + down }));
  return { values: [...table.values, ...next.values], merges: [...table.merges, ...merges] };
}

const FEWEST_ROWS = 3;
const isLetterhead = ({ values }: WordTable): boolean => values.length < FEWEST_ROWS;

function gridOf(sheet: string, lines: readonly string[], { values, merges }: WordTable): Grid {
  const above = lines.map((line): CellValue[] => [line]);
  const down = above.length;
  const all = [...above, ...values];
  return {
    ...blankGrid(sheet),
    rowCount: all.length,
    columnCount: all.reduce((most, row) => Math.max(most, row.length), 0),
    values: all,
    merges: merges.map((area) => ({ ...area, top: area.top + down, bottom: area.bottom + down })),
  };
}

/** A cell that goes on downwards: where it began and how wide it is. */
interface Running {
  readonly top: number;
  readonly width: number;
}

function tableOf(part: XmlPart, table: Element): WordTable {
  const values: CellValue[][] = [];
  const merges: Area2D[] = [];
  let running = new Map<number, Running>();
  const end = (column: number, { top, width }: Running, bottom: number): void => {
    if (bottom > top || width > 1) merges.push({ top, left: column, bottom, right: column + width - 1 });
  };
  for (const [row, line] of rowsOf(table).entries()) {
    const cells: CellValue[] = [];
    const next = new Map<number, Running>();
    let column = wholeIn(part, child(line, 'trPr'), 'gridBefore');
    for (const cell of childrenOf(line, 'tc')) {
      const properties = child(cell, 'tcPr');
      const width = Math.max(1, wholeIn(part, properties, 'gridSpan'));
      if (column + width > MOST_COLUMNS) break;
      const goesOn = properties === null ? null : child(properties, 'vMerge');
      const above = running.get(column);
      const isContinued = goesOn !== null && attribute(part, goesOn, 'w:val') !== 'restart' && above !== undefined;
      cells[column] = isContinued ? null : valueOf(textIn(part, cell));
      next.set(column, isContinued ? above : { top: row, width });
      column += width;
    }
    for (const [at, each] of running) if (next.get(at) !== each) end(at, each, row - 1);
    running = next;
    values.push(Array.from(cells, (value) => value ?? null));
  }
  for (const [at, each] of running) end(at, each, values.length - 1);
  return { values, merges };
}

/** Rows of the table itself, also those in a content control, not those of a table inside a cell. */
const rowsOf = (element: Element): Element[] =>
  element.children.flatMap((each) =>
    each.local === 'tr' ? [each] : each.local === 'sdt' || each.local === 'sdtContent' ? rowsOf(each) : [],
  );

function wholeIn(part: XmlPart, properties: Element | null, name: string): number {
  const found = properties === null ? null : child(properties, name);
  const text = found === null ? null : attribute(part, found, 'w:val');
  return text !== null && /^\d{1,3}$/.test(text) ? Number(text) : 0;
}

/** Paragraphs divided by line breaks; deleted text of tracked changes is left out. */
function textIn(part: XmlPart, element: Element): string {
  const paragraphs = element.local === 'p' ? [element] : [...descendants(element, 'p')];
  return paragraphs
    .map((paragraph) => runsIn(part, paragraph).replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
    .join('\n');
}

const UNSEEN: ReadonlySet<string> = new Set(['pPr', 'rPr', 'del', 'drawing', 'pict', 'instrText']);

const runsIn = (part: XmlPart, element: Element): string =>
  element.children
    .map((each) => {
      if (each.local === 't') return textOf(part, each);
      if (each.local === 'tab' || each.local === 'br') return ' ';
      return UNSEEN.has(each.local) ? '' : runsIn(part, each);
    })
    .join('');

/** A whole number is one; anything else stays text, which the reader of scores understands as it is written. */
function valueOf(text: string): CellValue {
  if (text === '') return null;
  return /^\d+$/.test(text) && text.length < 10 && !/^0\d/.test(text) ? Number(text) : text;
}
