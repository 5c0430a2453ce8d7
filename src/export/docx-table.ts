/** Tables of a document: all borders, header rows that stand again on every page, rows that no page break cuts. */
import {
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  type IBorderOptions,
} from 'docx';
import type { DocumentCell, DocumentTable } from '../core/model/document';
import { SIZE, STYLE } from './docx-page';
import { runsOf } from './docx-text';

const LINE: IBorderOptions = { style: 'single', size: 4, color: '000000', space: 0 };

/** Half-points: many columns need smaller type. */
const sizeOf = (columns: number): number =>
  columns <= 7 ? SIZE.table : columns <= 11 ? SIZE.table - 2 : SIZE.table - 4;

/** So many rows fit a page with what stands above them. */
const SHORT = 10;

/** Columns above which the body of a cell is set narrower. */
const MARGIN = { top: 20, bottom: 20, left: 80, right: 80 };

export function tableOf({ widths, header, rows }: DocumentTable, room: number): Table {
  const columns = columnWidths(widths, room);
  const size = sizeOf(columns.length);
  const rowOf = (cells: readonly DocumentCell[], isHeader: boolean, keepNext = isHeader): TableRow =>
    new TableRow({
      ...(isHeader ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map((cell) => cellOf(cell, isHeader, keepNext, size)),
    });
  const last = rows.length - 1;
  // A short table stays whole; of a long one no row stands alone below its header, or alone on the last page.
  const staysWithNext = (at: number): boolean => at < last && (rows.length <= SHORT || at === 0 || at === last - 1);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: room, type: WidthType.DXA },
    columnWidths: columns,
    margins: MARGIN,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [...header.map((row) => rowOf(row, true)), ...rows.map((row, at) => rowOf(row, false, staysWithNext(at)))],
  });
}

/** Whole twips that come to the room together. */
function columnWidths(shares: readonly number[], room: number): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let [seen, used] = [0, 0];
  return shares.map((share) => {
    seen += share;
    const width = Math.round((room * seen) / total) - used;
    used += width;
    return width;
  });
}

function cellOf(
  { runs, span = 1, down = 1, align, fill }: DocumentCell,
  isHeader: boolean,
  keepNext: boolean,
  size: number,
): TableCell {
  return new TableCell({
    ...(span > 1 ? { columnSpan: span } : {}),
    ...(down > 1 ? { rowSpan: down } : {}),
    ...(fill === undefined ? {} : { shading: { type: 'clear', color: 'auto', fill } }),
    verticalAlign: isHeader ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: [
      new Paragraph({
        style: STYLE.table,
        alignment: align ?? (isHeader ? 'center' : 'left'),
        ...(keepNext ? { keepNext } : {}),
        children: runsOf(runs, { size, ...(isHeader ? { bold: true } : {}) }),
      }),
    ],
  });
}
