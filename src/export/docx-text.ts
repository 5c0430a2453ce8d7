/**
 * Text as Word runs: always data, never a field or a control character. Facts that only the officer knows become marked
 * blanks.
 */
import { HighlightColor, TextRun, type IRunOptions } from 'docx';
import type { TextRun as Run } from '../core/model/document';

export type Look = Omit<IRunOptions, 'text' | 'children' | 'break'>;

/** Characters that XML cannot hold, unpaired surrogates, and marks that change the direction of writing. */
const UNSAFE = new RegExp(
  [
    '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]',
    '[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff]',
    '[\\ud800-\\udbff](?![\\udc00-\\udfff])',
    '(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  ].join('|'),
  'g',
);

/** Cleans text of a sheet for a document; line breaks stay. */
const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSAFE, '')
    .normalize('NFC');

/** The same text on one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();

/** The non-blank lines of a text. */
export const linesOf = (text: string): string[] =>
  cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const upper = (text: string): string => cleanLine(text).toLocaleUpperCase('vi');

/** Easy to see, and found by a search for «……». */
const DOTS = '……';
// Without `false` the library adds an element for complex scripts that the schema does not allow.
const MARKED = { highlight: HighlightColor.YELLOW, highlightComplexScript: false } as const;

/** «…… [số]». */
export const blank = (what: string, look: Look = {}): TextRun =>
  new TextRun({ ...look, ...MARKED, text: `${DOTS} [${cleanLine(what)}]` });

/** «……» without a label, if the words beside it already tell what belongs there: «ngày …… tháng ……». */
export const dots = (look: Look = {}): TextRun => new TextRun({ ...look, ...MARKED, text: DOTS });

export const marked = (text: string, look: Look = {}): TextRun =>
  new TextRun({ ...look, ...MARKED, text: cleanLine(text) });

/** A text as runs; line breaks become Word breaks, and dots for unknown values are always marked. */
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

/** The text, or a marked blank if it is not stated. */
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
