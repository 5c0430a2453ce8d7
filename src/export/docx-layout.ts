/** Layout beside the running text: centred lines, tables without borders that put things side by side, short rules. */
import {
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type IBorderOptions,
  type ParagraphChild,
} from 'docx';
import { STYLE } from './docx-page';

export const centred = (children: readonly ParagraphChild[], before = 0, after = 0): Paragraph =>
  new Paragraph({ style: STYLE.centred, children: [...children], spacing: { before, after } });

const NONE: IBorderOptions = { style: 'nil' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

/** A table that only puts things side by side. */
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
            (children, at) =>
              new TableCell({ width: { size: widths[at] ?? 0, type: WidthType.DXA }, children: [...children] }),
          ),
        }),
    ),
  });

/** A short line below a text: a paragraph of next to no height that is only as wide as the line. */
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

/** How wide a character of Times New Roman is, as a share of its size: near enough to draw a line below it. */
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

/** Centred lines of one text, none of them much shorter than the others. */
export function evenlyCentred(
  children: readonly ParagraphChild[],
  text: string,
  size: number,
  room: number,
): Paragraph {
  // The measures are near, not exact: a little more room than the longest line takes.
  const side = Math.max(0, Math.floor((room - evenWidth(text, size, room) * 1.06) / 2));
  return new Paragraph({ style: STYLE.centred, indent: { left: side, right: side }, children: [...children] });
}
