/**
 * Keys for the spellings of a unit's name: «UBND TT.Đăk Rve», «Ủy ban nhân dân thị trấn Đắk Rve», «Thị trấn ĐăkRve».
 */
import { foldText, plainKey, remembered } from '../values/fold-text';

/** «UBND xã A» has the key of «Xã A». */
export const unitKey = remembered((name) =>
  foldText(name.normalize('NFC').replace(/^\s*(ubnd|[uủ][yỷ] ban nhân dân)\s+/iu, '')),
);

const COMMITTEE = /^\s*(?:u\.?\s?b\.?\s?n\.?\s?d\b\.?|ubnd|[uủ][yỷ] ban nhân dân|uy ban nhan dan)[\s.:]*/iu;
/** Kinds of place, spelled out and abbreviated; «TT» may also be a trung tâm. */
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
  /** "" if the name states none. */
  readonly kind: string;
  /** Letters and numbers of the rest, run together; "" if nothing is left. */
  readonly rest: string;
}

/** Gives one spelling to all names that sound the same. */
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

/**
 * A y that may also be written i: «Mỹ» is «Mĩ»; «Thúy» is not «Thúi». The tone mark is at the end of the word, where
 * `foldText` puts it.
 */
const SINGLE_Y = /^(qu|[bcdđghklmnpqrstvx]+)y(?=[\u0300\u0301\u0303\u0309\u0323]?$)/u;
const soundOf = (word: string): string =>
  word
    // A syllable that ends in a stop always has a tone: «Đăk» is pronounced «Đắk», and also written «Đắc».
    .replace(/([ckpt]|ch)\u0301$/u, '$1')
    .replace(/(?<=a\u0306?)c$/u, 'k')
    .replace(SINGLE_Y, '$1i');

const isBare = (text: string): boolean => /^[a-z0-9]*$/.test(text.replaceAll('đ', 'd'));

/** A key that is the same for other spellings of the name. */
export function unitSpelling(name: string): string {
  const { kind, rest } = spellingOf(name);
  return rest === '' ? '' : `${kind} ${rest}`;
}

/** The name without its kind and its marks. */
export const unitRest = (name: string): string => plainKey(spellingOf(name).rest);

/** Whether the two differ only in that one leaves out the kind, or all marks. */
export function isCutShort(name: string, other: string): boolean {
  const [a, b] = [spellingOf(name), spellingOf(other)];
  const isSameKind = a.kind === b.kind || a.kind === '' || b.kind === '';
  return isSameKind && (a.rest === b.rest || isBare(a.rest) || isBare(b.rest));
}
