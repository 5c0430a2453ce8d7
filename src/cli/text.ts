/** Text for a terminal: measures, wraps and shortens it, and removes all control characters. */

/** Terminal columns of the text: combining marks take none, East Asian wide characters two. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += /[\p{Mn}\p{Me}\p{Cf}]/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** Composed Vietnamese and common punctuation: one column per character. */
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2026\u2500]*$/;
const WIDE = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;

/**
 * A sheet's text on one line: line breaks become blanks; control characters (such as escape) and direction marks are
 * dropped.
 */
export function clean(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}

/** At most `width` columns; «…» replaces the cut text. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let beginning = '';
  for (const character of text) {
    if (widthOf(beginning + character) > width - 1) break;
    beginning += character;
  }
  return `${beginning.trimEnd()}…`;
}

export function pad(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return side === 'left' ? text + blanks : blanks + text;
}

/** Lines of at most `width` columns, broken between words; lines after the first are indented. */
export function wrap(text: string, width: number, indent: string): string {
  if (width === Infinity) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line.trim() !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join('\n');
}

/** The same, with `before` in front of the first line. */
export const wrapAfter = (before: string, text: string, width: number, indent: string): string =>
  before + wrap(text, width - widthOf(before), indent);
