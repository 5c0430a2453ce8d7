/** Parses codes of criteria: 1, 1.1, 1.10, I, I.2, A, 1.2.a, a). Damage is repaired in row-texts.ts. */
import { remembered, squeeze } from '../../values/fold-text';
import { patternOf } from '../../values/pattern';

type CodeKind = 'letter-section' | 'roman' | 'arabic' | 'letter';

export interface Code {
  readonly text: string;
  /** Kind of the first part: I.2 is Roman, 1.2.a is Arabic. */
  readonly kind: CodeKind;
  /**
   * The numbers of an Arabic code, 1.10 → [1, 10]; for other kinds the numbers after the first part, I.2 → [2]. A
   * closing letter counts as its position in the alphabet.
   */
  readonly parts: readonly number[];
  /** The word before a single number or letter, «Mục 1», «Phần A»: such codes restart below each part. */
  readonly word?: string;
}

const WORDS = 'tiêu chí thành phần|tiêu chí|lĩnh vực|nội dung|mục|phần|chương|điều|khoản';
const SHORT_WORDS: Readonly<Record<string, string>> = { tctp: 'tiêu chí thành phần', tc: 'tiêu chí', lv: 'lĩnh vực' };
const PREFIX = new RegExp(`^(${WORDS}|${Object.keys(SHORT_WORDS).join('|')})\\s*(?=\\d|[ivx]+\\b|[a-hđ]$)`, 'iu');
/** The first part of a code, the numbers that follow, and an optional closing letter. */
const CODE = /^(?:(?:[A-HĐ]\.(?=[IVX]))?([IVX]{1,5})|([A-HĐ])|(\d{1,3}))((?:\.\d{1,3})*)(?:(?<=\d)\.?([a-zđ])\)?)?$/u;
const LETTER = /^[a-zđ](?:[).]|$)/u;
const LONGEST = 16;

/** Returns null if the text is not a code. Results are cached, because every row is parsed several times. */
export const parseCode = remembered((raw): Code | null => {
  if (raw.length > 80) return null;
  const text = squeeze(raw.normalize('NFC')).replace(/:$/, '');
  const [before = '', named] = PREFIX.exec(text) ?? [];
  const code = bareCode(text.slice(before.length));
  if (code === null || named === undefined || code.parts.length > (code.kind === 'arabic' ? 1 : 0)) return code;
  const word = named.toLowerCase();
  return { ...code, word: SHORT_WORDS[word] ?? word };
});

function bareCode(text: string): Code | null {
  if (text === '' || text.length > LONGEST) return null;
  if (LETTER.test(text) && text.length <= 2) return { text: text.charAt(0), kind: 'letter', parts: [] };
  const plain = text
    .replace(/ ?[.,] ?/g, '.')
    .replace(/(?<=\d) ?[-–] ?(?=\d)/g, '.')
    .replace(/[.)]$/, '');
  const match = CODE.exec(plain);
  if (!match) return null;
  const [, roman, section, first = '', numbers = '', letter] = match;
  const below = numbers.split('.').slice(1).map(Number);
  if (letter !== undefined) below.push(letter === 'đ' ? 4 : letter.charCodeAt(0) - 96);
  if (roman !== undefined || section !== undefined)
    return { text: plain, kind: roman === undefined ? 'letter-section' : 'roman', parts: below };
  const parts = [Number(first), ...below];
  return { text: letter === undefined ? parts.join('.') : plain.replace(/\)$/, ''), kind: 'arabic', parts };
}

export const looksLikeCode = (text: string): boolean => parseCode(text) !== null;

const WRAPPING = '(?:(?:tiêu chí thành phần|tiêu chí|lĩnh vực)\\s+)?';
const LEADING =
  '\\d{1,2}(?:\\.\\d{1,2})+(?:\\.?[a-zđ]\\b)?\\.?|\\d{1,2}[.)]|' +
  '[IVX]{1,5}(?:(?:\\.\\d{1,2})+\\.?|[.)])|[A-HĐ](?:(?:\\.\\d{1,2})+\\.?|\\.)|[a-zđ]\\)';
/** «Lĩnh vực 1: …», «Tiêu chí thành phần 1.1.1: …»: after the word, a bare number is a code. */
const WORD_CODE_NAME = patternOf(
  [String.raw`^\s*((?:${WORDS})\s+(?:\d{1,2}(?:[.-]\d{1,2})*`, String.raw`|[IVX]{1,5}|[A-HĐ]))\s*[:.–-]\s+(\S.*)$`],
  'su',
);
const LEADING_WORD = new RegExp(`^\\s*(${WORDS})(?=\\s)`, 'iu');
const CODE_THEN_NAME = new RegExp(`^\\s*(${WRAPPING}(?:${LEADING}))[\\s:–-]+(\\S.*)$`, 'su');

/** «1.1. Kế hoạch CCHC», «I. CHỈ ĐẠO», «a) Ban hành» → code and name; returns null without a leading code. */
export function splitCodeAndName(text: string): { code: Code; name: string } | null {
  const plain = text.normalize('NFC').replace(LEADING_WORD, (word) => word.toLowerCase());
  const match = WORD_CODE_NAME.exec(plain) ?? CODE_THEN_NAME.exec(plain);
  const code = match && parseCode(match[1] ?? '');
  return code ? { code, name: squeeze(match[2] ?? '') } : null;
}

/** «[1.1] Kế hoạch», «Kế hoạch (tiêu chí 1.1)». */
const CODE_IN_BRACKETS = /^[[(]([^\])]{1,30})[\])][\s:.–-]*(\S.*)$/su;
const NAME_THEN_BRACKETS = /^(.*\S)\s*[[(]([^\][()]{1,30})[\])]\.?$/su;

/** Code and name by which a text cites an item: «1.1. Kế hoạch», «TC 1.1», «[1.1] Kế hoạch», «Kế hoạch (1.1)». */
export function citedIn(text: string): { readonly code: Code | null; readonly name: string } {
  const split = splitCodeAndName(text);
  if (split) return split;
  const only = parseCode(text);
  if (only) return { code: only, name: '' };
  const [, first = '', rest = ''] = CODE_IN_BRACKETS.exec(text) ?? [];
  const [, words = '', last = ''] = NAME_THEN_BRACKETS.exec(text) ?? [];
  const code = parseCode(first) ?? parseCode(last);
  return code && code.parts.length > 1 ? { code, name: rest || words } : { code: null, name: text };
}
