/** Text as Word runs: always data, never a field or a control character; what only a person knows is a marked blank. */
import { HighlightColor, TextRun, type IRunOptions } from 'docx';
import type { TextRun as Run } from '../core/model/document';

export type Look = Omit<IRunOptions, 'text' | 'children' | 'break'>;

/** What XML cannot hold, half a character, and marks that turn the direction of writing. */
const UNSAFE = new RegExp(
  [
    '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]',
    '[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff]',
    '[\\ud800-\\udbff](?![\\udc00-\\udfff])',
    '(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  ].join('|'),
  'g',
);

/** Text of a sheet made fit for a document; line breaks stay. */
const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSAFE, '')
    .normalize('NFC');

/** One line of it. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();

/** Lines of a text that stand under each other, none of them blank. */
export const linesOf = (text: string): string[] =>
  cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const upper = (text: string): string => cleanLine(text).toLocaleUpperCase('vi');

/** Seen from afar and found by a search for «……». */
const DOTS = '……';
// The library would add an element of its own for other scripts, which the schema does not know.
const MARKED = { highlight: HighlightColor.YELLOW, highlightComplexScript: false } as const;

/** «…… [số]». */
export const blank = (what: string, look: Look = {}): TextRun =>
  new TextRun({ ...look, ...MARKED, text: `${DOTS} [${cleanLine(what)}]` });

/** «……» where the words beside it say what belongs there: «ngày …… tháng ……». */
export const dots = (look: Look = {}): TextRun => new TextRun({ ...look, ...MARKED, text: DOTS });

export const marked = (text: string, look: Look = {}): TextRun =>
  new TextRun({ ...look, ...MARKED, text: cleanLine(text) });

/** A text as runs, each line break as a break of Word; dots that stand for something unknown are always marked. */
export const plain = (text: string, look: Look = {}): TextRun[] =>
  cleanText(text)
    .split('\n')
    .flatMap((line, position) => {
      const parts = line.split(DOTS);
      return parts.flatMap((part, piece) => [
        ...(piece > 0 ? [dots(look)] : []),
        ...(part !== '' || parts.length === 1 || (piece === 0 && position > 0)
          ? [new TextRun({ ...look, text: part, ...(piece === 0 && position > 0 ? { break: 1 } : {}) })]
          : []),
      ]);
    });

/** The text, or a marked blank where nobody stated it. */
export const known = (text: string | null, what: string, look: Look = {}): TextRun[] =>
  text === null || cleanLine(text) === '' ? [blank(what, look)] : plain(text, look);

/**
 * The lines of a paragraph, each with its own runs: a manual break inside a justified paragraph would spread its line.
 */
export function linesOfRuns(runs: readonly Run[]): (readonly Run[])[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    const [first = '', ...rest] = cleanText(run.text).split('\n');
    lines.at(-1)?.push({ ...run, text: first });
    for (const text of rest) lines.push([{ ...run, text }]);
  }
  return lines;
}

export const runsOf = (runs: readonly Run[], look: Look = {}): TextRun[] =>
  runs.flatMap((run) => {
    const styled: Look = {
      ...look,
      ...(run.bold === undefined ? {} : { bold: run.bold }),
      ...(run.italic === undefined ? {} : { italics: run.italic }),
    };
    return run.blank ? [blank(run.text, styled)] : plain(run.text, styled);
  });
