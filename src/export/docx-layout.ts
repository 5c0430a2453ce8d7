/**
 * Layout helpers: centred lines, short rules, borderless tables that place things side by side, and the tables of a
 * document.
 */
import {
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type IBorderOptions,
  type ParagraphChild,
  VerticalAlign,
} from 'docx';
import type { DocumentCell, DocumentTable } from '../core/model/document';
import { STYLE, SIZE } from './docx-page';
import { runsOf } from './docx-text';

export const centred = (children: readonly ParagraphChild[], before = 0, after = 0): Paragraph =>
  new Paragraph({ style: STYLE.centred, children: [...children], spacing: { before, after } });

const NONE: IBorderOptions = { style: 'nil' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

/** A borderless table that places paragraphs side by side. */
export const sideBySide = (widths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: NO_BORDERS,
    margins: { left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, position) =>
              new TableCell({ width: { size: widths[position] ?? 0, type: WidthType.DXA }, children: [...children] }),
          ),
        }),
    ),
  });

/** A short line below a text: a paragraph of almost no height that is as wide as the line. */
export function rule(width: number, within: number): Paragraph {
  const side = Math.max(0, Math.round((within - width) / 2));
  return new Paragraph({
    style: STYLE.centred,
    indent: { left: side, right: side },
    spacing: { before: 50, after: 0, line: 40, lineRule: 'exact' },
    border: { top: { style: 'single', size: 6, space: 0, color: '000000' } },
    run: { size: 2 },
  });
}

/** Approximate width of a character of Times New Roman as a share of its size, good enough to place a line below it. */
const widthOf = (character: string): number => {
  const base = character.normalize('NFD')[0] ?? '';
  if (/[A-ZĐ]/.test(base)) return base === 'I' ? 0.39 : /[MW]/.test(base) ? 0.97 : 0.71;
  if (/[a-zđ]/.test(base)) return /[ijlt]/.test(base) ? 0.3 : /[mw]/.test(base) ? 0.8 : 0.51;
  return /[0-9]/.test(base) ? 0.5 : base === '…' ? 1 : 0.27;
};

const spanOf = (text: string): number => Array.from(text).reduce((sum, character) => sum + widthOf(character), 0);

/** The line width of a centred text that is broken as evenly as possible. Lengths in twips, the size in half-points. */
export function evenWidth(text: string, size: number, room: number): number {
  const words = text.split(/[^\S\u00a0]+/).map((word) => spanOf(word) * size * 10);
  const blank = spanOf(' ') * size * 10;
  const linesWithin = (limit: number): number => {
    let [lines, used] = [1, 0];
    for (const word of words) {
      const after = used === 0 ? word : used + blank + word;
      [lines, used] = after <= limit || used === 0 ? [lines, after] : [lines + 1, word];
    }
    return lines;
  };
  const fewest = linesWithin(room);
  let width = Math.max(...words);
  while (width < room && linesWithin(width) > fewest) width += size;
  return Math.min(room, width);
}

/** Centred lines of one text, of about equal length. */
export function evenlyCentred(
  children: readonly ParagraphChild[],
  text: string,
  size: number,
  room: number,
): Paragraph {
  // The widths are approximate, so the room is a little wider than the longest line.
  const side = Math.max(0, Math.floor((room - evenWidth(text, size, room) * 1.06) / 2));
  return new Paragraph({ style: STYLE.centred, indent: { left: side, right: side }, children: [...children] });
}

const LINE: IBorderOptions = { style: 'single', size: 4, color: '000000', space: 0 };

/** Half-points; tables with many columns get smaller type. */
const sizeOf = (columns: number): number =>
  columns <= 7 ? SIZE.table : columns <= 11 ? SIZE.table - 2 : SIZE.table - 4;

/** Largest table that is kept on one page: a larger one could leave a quarter of a page blank before it. */
const SHORT = { rows: 7, lines: 10 };

/** Approximate number of lines that the rows take in columns of these widths. */
const linesIn = (rows: DocumentTable['rows'], columns: readonly number[], size: number): number =>
  rows.reduce((all, cells) => {
    let column = 0;
    const heights = cells.map(({ runs, span = 1 }) => {
      const room = columns.slice(column, column + span).reduce((sum, each) => sum + each, 0) - 2 * MARGIN.left;
      column += span;
      return Math.ceil((spanOf(runs.map(({ text }) => text).join('')) * size * 10) / Math.max(room, 1));
    });
    return all + Math.max(1, ...heights);
  }, 0);

/** Cell margins in twips. */
const MARGIN = { top: 20, bottom: 20, left: 80, right: 80 };

/**
 * A table with all borders. Header rows repeat on every page, and rows never split across pages. `keepNext`: its end
 * stays with what follows.
 */
export function tableOf({ widths, header, rows }: DocumentTable, room: number, keepNext = false): Table {
  const size = sizeOf(widths.length);
  const margins = widths.length > MANY_COLUMNS ? { ...MARGIN, left: 60, right: 60 } : MARGIN;
  const needs = widths.map(
    (_, at) => longestWord([...header, ...rows], at, widths.length) * size * 10 * SAFE + 2 * margins.left,
  );
  const columns = columnWidths(widened(widths, needs, room), room);
  const rowOf = (cells: readonly DocumentCell[], isHeader: boolean, staysWithNext = isHeader): TableRow =>
    new TableRow({
      ...(isHeader ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map((cell) => cellOf(cell, isHeader, staysWithNext, size)),
    });
  const last = rows.length - 1;
  const isShort = rows.length <= SHORT.rows && linesIn(rows, columns, size) <= SHORT.lines;
  // A short table stays on one page. In a long one, the first row never stays alone below the header, the last row
  // never moves alone to the last page, and a row that heads others stays with them.
  const heads = (position: number): boolean => (rows[position]?.length ?? 0) < columns.length;
  const isKept = (position: number): boolean =>
    position < last ? isShort || position === 0 || position === last - 1 || heads(position) : keepNext;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: room, type: WidthType.DXA },
    columnWidths: columns,
    margins,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [
      ...header.map((row) => rowOf(row, true)),
      ...rows.map((row, position) => rowOf(row, false, isKept(position))),
    ],
  });
}

/** In twips: no column is narrower than its longest word if the others have room to spare. */
function widened(shares: readonly number[], needs: readonly number[], room: number): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => (room * share) / total);
  const missing = widths.map((width, at) => Math.max(0, (needs[at] ?? 0) - width));
  const spare = widths.map((width, at) => Math.max(0, width - (needs[at] ?? 0)));
  const [lacking = 0, free = 0] = [missing, spare].map((all) => all.reduce((sum, each) => sum + each, 0));
  if (lacking === 0 || lacking > free) return shares;
  return widths.map((width, at) => width + (missing[at] ?? 0) - ((spare[at] ?? 0) * lacking) / free);
}

/** The span of the longest word of a column, from rows with a cell for every column. */
function longestWord(rows: readonly (readonly DocumentCell[])[], column: number, columns: number): number {
  return rows.reduce((longest, cells) => {
    if (cells.length < columns) return longest;
    const text = (cells[column]?.runs ?? []).map((run) => run.text).join('');
    return Math.max(longest, ...text.split(/\s+/).map(spanOf));
  }, 0);
}

/** Bold letters are wider than `spanOf` says. */
const SAFE = 1.12;
const MANY_COLUMNS = 11;

/** Whole twips that add up to the room. */
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
