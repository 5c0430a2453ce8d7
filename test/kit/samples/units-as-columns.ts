/**
 * Sample: items as rows, seven communes as columns with a merged header; the result rows are left blank for the
 * program.
 */
import type ExcelJS from 'exceljs';
import { columnName } from '../../../src/core/values/address';
import { COMMUNES, scoresOf, type SampleScore } from './communes';
import { CRITERIA, ITEMS, isNode, itemsOf, type SampleItem, type SampleNode } from './criteria';
import {
  bodyRow,
  drawLetterhead,
  drawSignatures,
  headerCell,
  newSheet,
  newWorkbook,
  toBytes,
  type Look,
} from './office-sheet';

const SUB_COLUMNS = ['Tự chấm', 'Thẩm định', 'Nguyên nhân', 'Trách nhiệm'] as const;
const FIRST_UNIT = 4;
const LAST = FIRST_UNIT + COMMUNES.length * SUB_COLUMNS.length - 1;
const HEADER = 7;
const RESULTS = ['Tổng điểm', 'Chỉ số CCHC (%)', 'Xếp loại', 'Xếp hạng'];

const isScoreColumn = (column: number): boolean =>
  column >= FIRST_UNIT && (column - FIRST_UNIT) % SUB_COLUMNS.length < 2;
const isCentred = (column: number): boolean => column === 1 || column === 3 || isScoreColumn(column);

export function unitsAsColumns(): Promise<Uint8Array> {
  const workbook = newWorkbook('Bảng tổng hợp điểm CCHC các xã, thị trấn năm 2022');
  const units = COMMUNES.flatMap(() => [9, 9, 31, 28]);
  const sheet = newSheet(workbook, 'Bảng tổng hợp', [8, 46, 9, ...units], {
    fitToPage: false,
    scale: 74,
    printTitlesRow: `${HEADER}:${HEADER + 1}`,
    printTitlesColumn: 'A:C',
  });
  sheet.views = [{ state: 'frozen', xSplit: 3, ySplit: HEADER + 1, topLeftCell: 'D9', zoomScale: 85 }];
  drawLetterhead(sheet, {
    superior: 'UBND HUYỆN KON RẪY',
    body: 'HỘI ĐỒNG ĐÁNH GIÁ, CHẤM ĐIỂM CCHC',
    title: 'BẢNG TỔNG HỢP ĐIỂM CẢI CÁCH HÀNH CHÍNH CÁC XÃ, THỊ TRẤN NĂM 2022',
    subtitle: '(Kèm theo Báo cáo kết quả kiểm tra, đánh giá, chấm điểm công tác cải cách hành chính)',
    split: [2, 4, 7],
    titleEnd: 7,
  });
  drawHeader(sheet);
  const scores = COMMUNES.map((unit, at) => scoresOf(unit, at + 1));
  const end = CRITERIA.reduce((row, area) => drawNode(sheet, row, area, 0, scores), HEADER + 2);
  RESULTS.forEach((name, at) =>
    bodyRow(sheet, end + at, ['', name, ...(at === 0 ? [100] : ['']), ...blanks()], 'total', isCentred),
  );
  sheet.getRow(end + 1).numFmt = '0.00';
  // Leaves room for the line that the program adds below, and for blank rows between it and the signatures.
  drawSignatures(sheet, end + RESULTS.length + 3, [
    { left: 2, right: 2, lines: ['NGƯỜI TỔNG HỢP', '(Ký và ghi rõ họ tên)'] },
    { left: 4, right: 7, lines: ['TM. HỘI ĐỒNG', 'CHỦ TỊCH HỘI ĐỒNG', '(Ký tên, đóng dấu)'] },
  ]);
  return toBytes(workbook);
}

function drawHeader(sheet: ExcelJS.Worksheet): void {
  ['TT', 'Lĩnh vực/Tiêu chí/Tiêu chí thành phần', 'Điểm tối đa'].forEach((text, at) =>
    headerCell(sheet, HEADER, at + 1, HEADER + 1, at + 1, text),
  );
  COMMUNES.forEach(({ name }, unit) => {
    const left = FIRST_UNIT + unit * SUB_COLUMNS.length;
    headerCell(sheet, HEADER, left, HEADER, left + SUB_COLUMNS.length - 1, name);
    SUB_COLUMNS.forEach((text, at) => headerCell(sheet, HEADER + 1, left + at, HEADER + 1, left + at, text));
  });
  sheet.getRow(HEADER).height = 24;
  sheet.getRow(HEADER + 1).height = 34;
}

/** Draws the node and everything below it; returns the next free row. */
function drawNode(
  sheet: ExcelJS.Worksheet,
  row: number,
  node: SampleNode | SampleItem,
  level: number,
  scores: readonly ReadonlyMap<string, SampleScore>[],
): number {
  const code = level === 0 ? Number(node.code) : node.code;
  const look: Look = level === 0 ? 'area' : level === 1 ? 'criterion' : 'item';
  if (!isNode(node)) {
    const cells = scores.flatMap((unit) => scoreCells(unit.get(node.code)));
    bodyRow(sheet, row, [code, node.name, node.max, ...cells], look, isCentred);
    return row + 1;
  }
  const next = node.children.reduce((at, child) => drawNode(sheet, at, child, level + 1, scores), row + 1);
  const rows = childRows(node, row);
  const max = itemsOf(node).reduce((total, { max: each }) => total + each * 100, 0) / 100;
  bodyRow(
    sheet,
    row,
    [code, node.name, max, ...scores.flatMap((unit, at) => sumCells(node, unit, at, rows))],
    look,
    isCentred,
  );
  return next;
}

function scoreCells(score: SampleScore | undefined): ExcelJS.CellValue[] {
  if (!score) return ['', '', '', ''];
  const points = (value: number | null): ExcelJS.CellValue => (value === null ? 'KĐG' : value / 100);
  return [points(score.self), points(score.appraised), score.cause ?? '', score.body ?? ''];
}

/** Rows of the node's own children. */
function childRows(node: SampleNode, row: number): number[] {
  let at = row + 1;
  return node.children.map((child) => {
    const own = at;
    at += rowsOf(child);
    return own;
  });
}

const rowsOf = (node: SampleNode | SampleItem): number =>
  isNode(node) ? node.children.reduce((total, child) => total + rowsOf(child), 1) : 1;

/** The office's own subtotals: SUM of the children's cells, which skips KĐG; one formula shared along the row. */
function sumCells(
  node: SampleNode,
  scores: ReadonlyMap<string, SampleScore>,
  unit: number,
  rows: readonly number[],
): ExcelJS.CellValue[] {
  const left = FIRST_UNIT + unit * SUB_COLUMNS.length - 1;
  // The children's rows begin below the sum's own.
  const inRow = (column: number): string => `${columnName(column)}${(rows[0] ?? 0) - 1}`;
  const first = FIRST_UNIT - 1;
  const sumOf = (column: number, role: 'self' | 'appraised'): ExcelJS.CellValue => {
    const result = itemsOf(node).reduce((total, { code }) => total + (scores.get(code)?.[role] ?? 0), 0) / 100;
    if (column > first) return { sharedFormula: inRow(first), result, date1904: false };
    const formula = `SUM(${rows.map((row) => `${columnName(column)}${row}`).join(',')})`;
    const shared = { formula, shareType: 'shared', ref: `${inRow(first)}:${inRow(LAST - 1)}`, result, date1904: false };
    return shared;
  };
  return [sumOf(left, 'self'), sumOf(left + 1, 'appraised'), '', ''];
}

const blanks = (): string[] => Array.from({ length: LAST - FIRST_UNIT + 1 }, () => '');

export const SCORED_ITEMS = ITEMS.length;
