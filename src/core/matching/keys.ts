/** Keys by which two codes or item names count as the same: exactly, apart from spelling, or nearly. */
import { bareName } from '../model/item-title';
import { foldText, plainKey } from '../values/fold-text';

const WRAPPING = /^\s*(?:tiêu chí thành phần|tiêu chí|lĩnh vực|tctp|tc|lv|mục)\s*(?=\d|[ivx]+\b)/u;
const CODE_BEFORE_NAME = /^(?:\d+\.)*\d+[.)]?\s+/;
/** Characters used as a dash: minus, bullet, arrow, a letter of a symbol font. */
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

/** A name without its bullet, its final punctuation and a code written before it. */
export const nameKey = (name: string): string =>
  foldText(name.replace(BULLET, '').replace(CLOSING, '')).replace(CODE_BEFORE_NAME, '');

/** A shortened or moved name is matched only if it is at least this long. */
export const SHORTEST_NAME = 12;
/** Minimum share of common words (twice the common words ÷ the words of both) in two wordings of one criterion. */
const ALIKE = 0.7;

/** Abbreviations that some reports spell out. */
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

/** The words of a name without punctuation and the code before it, with short forms expanded. */
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

/** The words of `wordsOf` run together, to match names with a missing blank or a tone mark typed one letter later. */
export const lettersOf = (words: string): string =>
  words.replaceAll(' ', '').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '') +
  (words.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? []).join('');

/** The same without any marks, for text typed without them. */
export const bareLettersOf = (words: string): string => plainKey(words).replaceAll(' ', '');
export const isBare = (words: string): boolean => /^[ -~]*$/.test(words);

/** Whether two names may be wordings of one criterion; true if either is missing. */
export const namesAgree = (a: string, b: string): boolean => wordsAgree(wordsOf(a), wordsOf(b));

/** The same for words from `wordsOf`; if a name is missing, the code decides. */
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

/** Key of a line of «Điểm bị trừ»: its code and name as written. */
export const titleKey = (code: string, name: string): string => `${foldText(code)}\n${foldText(bareName(name))}`;
