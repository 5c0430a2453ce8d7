/** Reads the tables of a Word document (.docx) as sheets, each with the lines of text above it. */
import { blankGrid, type Book, type CellValue, type Grid } from '../../core/model/workbook/grid';
import type { Area2D } from '../../core/values/address';
import type { Codec } from '../xlsx-file/zip/codec';
import { HostError } from '../host';
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

const DOCUMENT = 'word/document.xml';
/** Limits for the columns of a table and for the lines of text kept above it. */
const MOST_COLUMNS = 400;
const MOST_LINES = 20;

/**
 * Each table becomes a sheet with the lines of text above it, so that a title and «Đơn vị: …» are read as in a
 * workbook. Merged cells stay merged. Throws HostError if the file is no Word document or has no table.
 */
export function readWordTables(bytes: Uint8Array, codec: Codec): Book {
  const parts = openPackage(bytes, codec, DEFAULT_LIMITS);
  if (!parts.has(DOCUMENT))
    throw new HostError('unsupported-file', 'Tệp không phải văn bản Word .docx; hãy lưu lại bằng Word dạng .docx.');
  const part = parseXml(parts.read(DOCUMENT), DOCUMENT);
  const body = child(part.root, 'body');
  const found: { readonly lines: readonly string[]; readonly table: WordTable }[] = [];
  // A small table without numbers (the two columns of a letterhead) is text above everything that follows.
  let letterhead: string[] = [];
  let lines: string[] = [];
  for (const block of body?.children ?? []) {
    if (block.local === 'p') lines = [...lines, textIn(part, block)].filter((line) => line !== '').slice(-MOST_LINES);
    if (block.local !== 'tbl') continue;
    const table = tableOf(part, block);
    const last = found.at(-1);
    if (isLetterhead(table)) {
      const textLines = table.values.flat().flatMap((value) => (typeof value === 'string' ? value.split('\n') : []));
      if (last) lines = [...lines, ...textLines];
      else letterhead = [...letterhead, ...lines.splice(0), ...textLines];
    } else if (last && lines.length === 0 && goesOnWith(last.table, table)) {
      found[found.length - 1] = { ...last, table: joined(last.table, table) };
    } else {
      found.push({ lines: [...letterhead, ...lines], table });
      lines = [];
    }
  }
  const grids = found.map((each, position) => gridOf(`Bảng ${String(position + 1)}`, each.lines, each.table));
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

/**
 * Whether `next` continues a table that was split at a page end: it is as wide and repeats no code. If it repeats the
 * header, it must have codes, because otherwise it could be a table of other units.
 */
function goesOnWith(table: WordTable, next: WordTable): boolean {
  if (widthOfTable(table) !== widthOfTable(next)) return false;
  const [head = []] = next.values;
  const known = new Set(codesOf(table));
  const codes = codesOf(next);
  return (isHeader(head) ? codes.length > 0 && hasRow(table, head) : true) && codes.every((code) => !known.has(code));
}

const hasRow = ({ values }: WordTable, row: readonly CellValue[]): boolean =>
  values.some((other) => JSON.stringify(other) === JSON.stringify(row));

/** «1.1.», «IV», «a)», «-»: marks that begin a row of the table. */
const ROW_MARK = /^(\d[\d.]*|[ivx]+|[a-zđ])?[.)\-–+*]*$/i;
/** A row of words without numbers whose first cell is no code. */
function isHeader([first = null, ...others]: readonly CellValue[]): boolean {
  if (typeof first !== 'string' || ROW_MARK.test(first.trim())) return false;
  const texts = others.filter((value) => value !== null);
  return texts.length > 0 && texts.every((value) => typeof value === 'string' && !/^\d/.test(value));
}

function joined(table: WordTable, next: WordTable): WordTable {
  const down = table.values.length;
  const merges = next.merges.map((area) => ({ ...area, top: area.top + down, bottom: area.bottom + down }));
  return { values: [...table.values, ...next.values], merges: [...table.merges, ...merges] };
}

const FEWEST_ROWS = 3;
/** A table of at most two rows without numbers. Two rows with numbers are the rest of a table split at a page end. */
const isLetterhead = ({ values }: WordTable): boolean => values.length < FEWEST_ROWS && !values.flat().some(isFigure);
const isFigure = (value: CellValue): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^\d+[.,]\d+$/.test(value));

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

/** A vertically merged cell that is still open: its first row and its width. */
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
    for (const [position, each] of running) if (next.get(position) !== each) end(position, each, row - 1);
    running = next;
    values.push(Array.from(cells, (value) => value ?? null));
  }
  for (const [position, each] of running) end(position, each, values.length - 1);
  return { values, merges };
}

/** Rows of the table itself, including those in a content control but not those of a nested table. */
const rowsOf = (element: Element): Element[] =>
  element.children.flatMap((each) =>
    each.local === 'tr' ? [each] : each.local === 'sdt' || each.local === 'sdtContent' ? rowsOf(each) : [],
  );

function wholeIn(part: XmlPart, properties: Element | null, name: string): number {
  const found = properties === null ? null : child(properties, name);
  const text = found === null ? null : attribute(part, found, 'w:val');
  return text !== null && /^\d{1,3}$/.test(text) ? Number(text) : 0;
}

/** Paragraphs separated by line breaks, without the deleted text of tracked changes. */
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

/** Only whole numbers become numbers; other text stays text, which the score parser reads as written. */
function valueOf(text: string): CellValue {
  if (text === '') return null;
  return /^\d+$/.test(text) && text.length < 10 && !/^0\d/.test(text) ? Number(text) : text;
}
