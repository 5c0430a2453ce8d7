/** Ways to write the name of one unit: «UBND TT.Đăk Rve», «Ủy ban nhân dân thị trấn Đắk Rve», «Thị trấn ĐăkRve». */
import { foldText, plainKey, remembered } from '../values/fold-text';

/** «Xã A» for «UBND xã A». */
export const unitKey = remembered((name) =>
  foldText(name.normalize('NFC').replace(/^\s*(ubnd|[uủ][yỷ] ban nhân dân)\s+/iu, '')),
);

const COMMITTEE = /^\s*(?:u\.?\s?b\.?\s?n\.?\s?d\b\.?|ubnd|[uủ][yỷ] ban nhân dân|uy ban nhan dan)[\s.:]*/iu;
/** Kind of a place, as it is spelled out and cut short; «TT» may be a trung tâm as well. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['tt', /^(?:thị trấn|thi tran|trung tâm|trung tam|t\.?t)(?=[\s.]|$)/iu],
  ['tt', /^TT(?=\p{Lu})/u],
  ['thixa', /^(?:thị xã|thi xa|t\.?x)(?=[\s.]|$)/iu],
  ['thixa', /^TX(?=\p{Lu})/u],
  ['tp', /^(?:thành phố|thanh pho|t\.?p)(?=[\s.]|$)/iu],
  ['tp', /^TP(?=\p{Lu})/u],
  ['dackhu', /^(?:đặc khu|dac khu|đ\.?k)(?=[\s.]|$)/iu],
  ['xa', /^(?:xã|xa|x)(?=[\s.]|$)/iu],
  ['phuong', /^(?:phường|phuong|p)(?=[\s.\d]|$)/iu],
  ['huyen', /^(?:huyện|huyen|h)(?=[\s.]|$)/iu],
  ['quan', /^(?:quận|quan|q)(?=[\s.\d]|$)/iu],
];

interface Spelling {
  /** "" where the name says none. */
  readonly kind: string;
  /** Letters and numbers of the rest, run together; "" where nothing is left. */
  readonly rest: string;
}

/** One spelling of all that sound the same. */
function spellingOf(name: string): Spelling {
  const text = name
    .normalize('NFC')
    .replace(/[ÐƉ]/g, 'Đ')
    .replace(/[ðɖ]/g, 'đ')
    // «IaGrai» is two words.
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(COMMITTEE, '')
    .trim();
  const [kind, pattern] = KINDS.find(([, each]) => each.test(text)) ?? ['', null];
  const rest = (pattern ? text.replace(pattern, '') : text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    // «01» is 1.
    .replace(/(?<!\d)0+(?=\d)/g, '');
  return { kind, rest: foldText(rest).split(' ').map(soundOf).join('') };
}

/** A tone mark stands at the end of a word here, as `foldText` puts it. «Mỹ» is «Mĩ»; «Thúy» is not «Thúi». */
const SINGLE_Y = /^(qu|[bcdđghklmnpqrstvx]+)y(?=[\u0300\u0301\u0303\u0309\u0323]?$)/u;
const soundOf = (word: string): string =>
  word
    // A syllable that ends in a stop is never without a tone: «Đăk» is said «Đắk», and written «Đắc» as well.
    .replace(/([ckpt]|ch)\u0301$/u, '$1')
    .replace(/(?<=a\u0306?)c$/u, 'k')
    .replace(SINGLE_Y, '$1i');

const isBare = (text: string): boolean => /^[a-z0-9]*$/.test(text.replaceAll('đ', 'd'));

/** Another spelling of the same name. */
export function unitSpelling(name: string): string {
  const { kind, rest } = spellingOf(name);
  return rest === '' ? '' : `${kind} ${rest}`;
}

/** What is left of a name without its kind and its marks. */
export const unitRest = (name: string): string => plainKey(spellingOf(name).rest);

/** Whether one of the two merely leaves out the kind, or all marks. */
export function isCutShort(name: string, other: string): boolean {
  const [a, b] = [spellingOf(name), spellingOf(other)];
  const isSameKind = a.kind === b.kind || a.kind === '' || b.kind === '';
  return isSameKind && (a.rest === b.rest || isBare(a.rest) || isBare(b.rest));
}
