/** What makes two codes, or two names of an item, the same: as they stand, as they are meant, and nearly. */
import { bareName } from '../model/item-title';
import { foldText, plainKey } from '../values/fold-text';

const WRAPPING = /^\s*(?:tiêu chí thành phần|tiêu chí|lĩnh vực|tctp|tc|lv|mục)\s*(?=\d|[ivx]+\b)/u;
const CODE_BEFORE_NAME = /^(?:\d+\.)*\d+[.)]?\s+/;
/** Whatever stands for a dash: minus, bullet, arrow, a letter of a symbol font. */
const BULLET = /^[\s\p{Pd}\p{So}\p{Co}+−*•·‣⁃∙▪●○◦→]+/u;
const CLOSING = /[\s.;:,…]+$/;

/** A code without its wrapping: «Tiêu chí 1.8.», «1. 8)» and «1.8» are the same code. */
export const codeKey = (code: string): string =>
  foldText(
    code
      .normalize('NFC')
      .toLowerCase()
      .replace(WRAPPING, '')
      .replace(/[\s.):]+$/, '')
      .replace(/\s*\.\s*/g, '.'),
  );

/** A name without its bullet, the stop behind it and the code that some write before it. */
export const nameKey = (name: string): string =>
  foldText(name.replace(BULLET, '').replace(CLOSING, '')).replace(CODE_BEFORE_NAME, '');

/** A shortened or moved name counts when it is at least this long. */
export const SHORTEST_NAME = 12;
/** Twice the words in common of the words of both: what two wordings of one criterion under one code have at least. */
const ALIKE = 0.7;

/** What one report spells out and the next abbreviates. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['cchc', 'cải cách hành chính'],
      ['tthc', 'thủ tục hành chính'],
      ['vbqppl', 'văn bản quy phạm pháp luật'],
      ['qppl', 'quy phạm pháp luật'],
      ['cntt', 'công nghệ thông tin'],
      ['ubnd', 'ủy ban nhân dân'],
      ['hằng', 'hàng'],
    ] as const
  ).map(([short, long]) => [foldText(short), foldText(long)]),
);

/** The words that count: without punctuation, code before the name and short forms. */
export const wordsOf = (name: string): string =>
  foldText(
    name
      .normalize('NFC')
      .replace(BULLET, '')
      .trim()
      .replace(CODE_BEFORE_NAME, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '),
  )
    .split(' ')
    .map((word) => SHORT_FORMS.get(word) ?? word)
    .join(' ');

/**
 * Words as `wordsOf` has them, run together: where a blank was forgotten, or a tone mark was typed one letter further
 * on.
 */
export const lettersOf = (words: string): string =>
  words.replaceAll(' ', '').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '') +
  (words.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? []).join('');

/** The same without any mark, for what was typed without them. */
export const bareLettersOf = (words: string): string => plainKey(words).replaceAll(' ', '');
export const isBare = (words: string): boolean => /^[ -~]*$/.test(words);

/** Whether two names are one criterion worded twice; either may be missing. */
export const namesAgree = (a: string, b: string): boolean => wordsAgree(wordsOf(a), wordsOf(b));

/** The same of names as `wordsOf` has them; a side without a name leaves it to the code. */
export function wordsAgree(a: string, b: string): boolean {
  if (a === '' || b === '' || beginsAlike(a, b)) return true;
  const words = new Set(a.split(' '));
  const others = new Set(b.split(' '));
  let common = 0;
  for (const word of words) if (others.has(word)) common++;
  return (2 * common) / (words.size + others.size) >= ALIKE;
}

/** «Công tác chỉ đạo» for «Công tác chỉ đạo, điều hành CCHC». */
export const beginsAlike = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= SHORTEST_NAME && (a.startsWith(b) || b.startsWith(a));

/** What a line of «Điểm bị trừ» is called: code and name as they stand in it. */
export const titleKey = (code: string, name: string): string => `${foldText(code)}\n${foldText(bareName(name))}`;
