/**
 * How high a row must be for its wrapped text. Excel fits rows that state no height, other programs print them one line high: so a
 * height is stated that Excel may still change. Estimated from the widths of Times New Roman; a little too high is better than text cut off.
 */
import type { DrawnCell, DrawnColumn } from '../../../core/model/sheet-drawing';

/** Points: a column's character is a digit of an 11-point font, and a cell keeps free a little at both sides. */
const CHARACTER = 5.25;
const MARGIN = 5;
const LINE = 1.22;
const LOWEST = 15;
/** Excel's own limit. */
const HIGHEST = 409;

/** Null where one line is enough. */
export function fittedHeight(
  cells: readonly (DrawnCell | null)[],
  columns: readonly DrawnColumn[],
  isMerged: (column: number) => boolean,
): number | null {
  let height = LOWEST;
  cells.forEach((cell, at) => {
    const column = columns[at];
    if (!cell?.look.wrap || !column || column.hidden || isMerged(at)) return;
    const text = textOf(cell);
    const { size, bold } = cell.look;
    // Short texts are most of a sheet.
    if (text.length * size * WIDE < column.width * CHARACTER && !text.includes('\n')) return;
    const lines = text
      .split(/\r\n|\r|\n/)
      .reduce((count, line) => count + linesOf(line, column.width * CHARACTER - MARGIN, size * (bold ? BOLD : 1)), 0);
    height = Math.max(height, Math.ceil(lines * size * LINE) + 3);
  });
  return height === LOWEST ? null : Math.min(height, HIGHEST);
}

function textOf({ content }: DrawnCell): string {
  const plain = content?.kind === 'formula' ? content.cached : content;
  return plain?.kind === 'text' ? plain.text : '';
}

/** Words go to the next line whole, unless they are longer than one. */
function linesOf(text: string, width: number, size: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const length = lengthOf(word) * size;
    if (used > 0 && used + length > width) {
      lines += 1;
      used = 0;
    }
    if (length > width) lines += Math.floor(length / width);
    used = used + (length % width) + SPACE * size;
  }
  return lines;
}

/** Shares of the font's size. */
const SPACE = 0.25;
const NARROW = 0.32;
const USUAL = 0.47;
const WIDE = 0.7;
const BOLD = 1.06;

function lengthOf(word: string): number {
  let length = 0;
  for (const character of word)
    length += /[.,;:'!|()[\]/iíìỉĩịljtfrI]/.test(character)
      ? NARROW
      : /[\p{Lu}mw%]/u.test(character)
        ? WIDE
        : /\p{M}/u.test(character)
          ? 0
          : USUAL;
  return length;
}
