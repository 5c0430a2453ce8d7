/**
 * Draws the two sheets about a collection: «Nguồn số liệu», one line for each value with its file, sheet and cell, and
 * «Tình hình gửi số liệu», one line for each unit and for each file with problems or notes.
 */
import {
  SENT_ROLES,
  SENT_ROLE_LABELS,
  SENT_STATE_LABELS,
  isSettled,
  type Collection,
  type Offer,
  type SentCell,
} from '../model/collection';
import type { Content } from '../model/content';
import type { SheetEdits } from '../model/workbook/edit';
import { textAt, valueAt, type Book, type CellValue, type Grid } from '../model/workbook/grid';
import { SENDING_RECORD, SOURCE_RECORD, findAddinTable } from '../model/addin-sheet';
import { PLAIN_SHEET, type DrawnCell, type SheetDrawing } from '../model/sheet-drawing';
import { LOOKS, textCell, cellOf } from '../sheets/draw-look';
import { planDrawing } from '../sheets/plan-drawing';
import { toA1 } from '../values/address';
import { plainKey } from '../values/fold-text';
import { listed } from './file-problems';
import { keyOf, type EarlierValue } from './settle';
import { fromNumber, shownCount, toText } from '../values/decimal';

const COLUMNS = {
  number: ['TT', 6],
  unit: ['Đơn vị', 24],
  code: ['Mã', 8],
  name: ['Tiêu chí', 42],
  role: ['Nội dung', 16],
  sheet: ['Trang tính', 18],
  cell: ['Ô', 8],
  value: ['Giá trị gửi', 24],
  state: ['Kết quả', 26],
  file: ['Tệp', 34],
  fromSheet: ['Trang tính của tệp', 20],
  fromCell: ['Ô của tệp', 10],
} as const;
type ColumnName = keyof typeof COLUMNS;
const ORDER = Object.keys(COLUMNS) as readonly ColumnName[];

const BECAME: ReadonlyMap<string, EarlierValue['became']> = new Map([
  [SENT_STATE_LABELS.written, 'written'],
  [SENT_STATE_LABELS.chosen, 'chosen'],
  [SENT_STATE_LABELS.kept, 'refused'],
]);

interface RecordedValue extends EarlierValue {
  /** All cells of the line, in the order of `ORDER`. */
  readonly line: readonly CellValue[];
}

/** The values that former runs took over, with the decisions made then. */
export function readSourceRecord(book: Book): RecordedValue[] {
  const grid = gridOf(book, SOURCE_RECORD);
  const labels = ORDER.map((column) => COLUMNS[column][0]);
  const table = grid && findAddinTable(grid, labels, (columns) => columns.size === labels.length);
  if (!grid || !table) return [];
  const roles = new Map(SENT_ROLES.map((role) => [SENT_ROLE_LABELS[role], role]));
  const lines: RecordedValue[] = [];
  for (let row = table.row + 1; row < grid.rowCount; row++) {
    const place = (column: ColumnName): number => table.columns.get(COLUMNS[column][0]) ?? -1;
    const recorded = (column: ColumnName): string => textAt(grid, row, place(column)).trim();
    const role = roles.get(recorded('role'));
    const became = BECAME.get(recorded('state'));
    if (role === undefined || became === undefined) continue;
    const line = ORDER.map((column) => valueAt(grid, row, place(column)));
    const value = recorded('value');
    lines.push({ unit: recorded('unit'), code: recorded('code'), name: recorded('name'), role, value, became, line });
  }
  return lines;
}

export const planRecords = (book: Book, collection: Collection): SheetEdits[] =>
  [
    draw(book, SOURCE_RECORD, sourceDrawing(collection, readSourceRecord(book))),
    draw(book, SENDING_RECORD, sendingDrawing(collection)),
  ].filter(({ isUpToDate }) => !isUpToDate);

const gridOf = (book: Book, name: string): Grid | null =>
  book.sheets.find((sheet) => plainKey(sheet.name) === plainKey(name))?.grid() ?? null;

function draw(book: Book, wanted: string, drawing: SheetDrawing): SheetEdits {
  const name = book.sheets.find((sheet) => plainKey(sheet.name) === plainKey(wanted))?.name ?? wanted;
  return planDrawing({ name, grid: gridOf(book, wanted) }, drawing, []);
}

/** A value that is not sent this time is still in the table, so its line is kept after the others. */
function sourceDrawing({ cells }: Collection, earlier: readonly RecordedValue[]): SheetDrawing {
  const lines = cells.flatMap((cell) => cell.offers.map((offer) => ({ cell, offer })));
  const sent = new Set(cells.map(keyOf));
  const unsent = earlier.filter((each) => !sent.has(keyOf(each)));
  const rows = [
    ...lines.map(({ cell, offer }, position) => ORDER.map((column) => sourceCell(column, cell, offer, position))),
    ...unsent.map(({ line }, position) =>
      ORDER.map((column, field) => keptCell(column, line[field] ?? null, lines.length + position)),
    ),
  ];
  return tableOf(
    'NGUỒN CỦA TỪNG SỐ LIỆU ĐƯỢC TỔNG HỢP',
    ORDER.map((column) => COLUMNS[column]),
    rows,
  );
}

const CENTRED: ReadonlySet<ColumnName> = new Set(['code', 'cell', 'fromCell']);

function keptCell(column: ColumnName, value: CellValue, position: number): DrawnCell {
  if (column === 'number') return cellOf({ kind: 'number', value: String(position + 1) }, LOOKS.centre);
  const exact = typeof value === 'number' ? fromNumber(value) : null;
  if (exact !== null) return cellOf({ kind: 'number', value: toText(exact) }, LOOKS.number);
  return textCell(typeof value === 'string' ? value : '', CENTRED.has(column) ? LOOKS.centre : LOOKS.body);
}

function sourceCell(column: ColumnName, cell: SentCell, offer: Offer, position: number): DrawnCell {
  const { from } = offer;
  switch (column) {
    case 'number':
      return cellOf({ kind: 'number', value: String(position + 1) }, LOOKS.centre);
    case 'unit':
      return textCell(cell.unit, LOOKS.body);
    case 'code':
      return textCell(cell.code, LOOKS.centre);
    case 'name':
      return textCell(cell.name, LOOKS.body);
    case 'role':
      return textCell(SENT_ROLE_LABELS[cell.role], LOOKS.body);
    case 'sheet':
      return textCell(cell.sheet, LOOKS.body);
    case 'cell':
      return textCell(cell.at === null ? '' : toA1(cell.at), LOOKS.centre);
    case 'value':
      return cellOf(offer.content, offer.content.kind === 'number' ? LOOKS.number : LOOKS.body);
    case 'state':
      return textCell(stateLabel(cell, offer), isOpen(cell) ? LOOKS.blank : LOOKS.body);
    case 'file':
      return textCell(from.file, LOOKS.body);
    case 'fromSheet':
      return textCell(from.sheet, LOOKS.body);
    case 'fromCell':
      return textCell(from.at === null ? '' : toA1(from.at), LOOKS.centre);
  }
}

const isOpen = ({ state }: SentCell): boolean => !isSettled(state);

/** All values that were taken over get the same label, whenever that was, so that recording again changes nothing. */
function stateLabel({ state, isCollected, offers }: SentCell, offer: Offer): string {
  if (state === 'chosen') return SENT_STATE_LABELS[offer === offers[0] ? 'chosen' : 'kept'];
  return SENT_STATE_LABELS[state !== 'kept' && isSettled(state) && isCollected ? 'written' : state];
}

const SENDING = [
  ['TT', 6],
  ['Đơn vị', 28],
  ['Tệp đã gửi', 44],
  ['Số ô đã lấy', 12],
  ['Chờ quyết định', 12],
  ['Còn thiếu, cần xem lại', 70],
] as const;

function sendingDrawing({ units, files }: Collection): SheetDrawing {
  const line = (cells: readonly (Content | string)[]): DrawnCell[] =>
    cells.map((each, column) =>
      typeof each === 'string' ? textCell(each, column === 0 ? LOOKS.centre : LOOKS.body) : cellOf(each, LOOKS.centre),
    );
  const count = (value: number): Content => ({ kind: 'number', value: String(value) });
  const ofUnits = units.map(({ unit, files: sent, untaken, settled, open, missing }, position) =>
    line([
      count(position + 1),
      unit,
      sent.length > 0 ? sent.join('; ') : untaken.length === 0 ? 'chưa gửi' : `chưa lấy được: ${untaken.join('; ')}`,
      count(settled),
      count(open),
      missing.length === 0 ? '' : `thiếu điểm ${shownCount(missing.length)} tiêu chí: ${listed(missing)}`,
    ]),
  );
  const ofFiles = files
    .filter(({ problems, notes }) => problems.length + notes.length > 0)
    .map(({ file, problems, notes, count: taken }) =>
      line(['', '', file, count(taken), '', [...problems, ...notes].join('. ')]),
    );
  return tableOf('TÌNH HÌNH GỬI SỐ LIỆU CỦA CÁC ĐƠN VỊ', SENDING, [...ofUnits, ...ofFiles]);
}

const HEAD_ROWS = 3;

function tableOf(
  title: string,
  columns: readonly (readonly [label: string, width: number])[],
  rows: readonly (readonly DrawnCell[])[],
): SheetDrawing {
  const last = columns.length - 1;
  const row = (cells: readonly (DrawnCell | null)[]) => ({ height: null, level: 0, cells });
  return {
    ...PLAIN_SHEET,
    columns: columns.map(([, width]) => ({ width, hidden: false })),
    rows: [
      row([textCell(title, LOOKS.title), ...columns.slice(1).map(() => null)]),
      row([]),
      row(columns.map(([label]) => textCell(label, LOOKS.header))),
      ...rows.map(row),
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: last }],
    frozen: { rows: HEAD_ROWS, columns: 2 },
    filter: { top: HEAD_ROWS - 1, left: 0, bottom: HEAD_ROWS - 1 + Math.max(rows.length, 1), right: last },
    print: { landscape: true, repeated: [HEAD_ROWS - 1, HEAD_ROWS - 1] },
  };
}
