/** The meaning of words in items and areas: a part scored by survey, points outside the set, a heading in capitals. */
import { plainKey } from '../../values/fold-text';

/** Points given or taken outside the tree, in a section of their own at the top level. */
export type Outside = 'bonus' | 'penalty';

const SURVEY =
  /dieu tra xa hoi hoc|dieu tra xhh|\bxhh\b|\bsipas\b|muc do hai long|su hai long|do luong hai long|khao sat y kien/;
const OUTSIDE: readonly (readonly [Outside, RegExp])[] = [
  ['bonus', /^(phan )?(diem (cong|thuong|khuyen khich)|(duoc )?(cong|thuong) diem)\b/],
  ['penalty', /^(phan )?(diem (phat|tru)|(bi )?tru diem)\b/],
];

export const namesSurvey = (text: string): boolean => SURVEY.test(plainKey(text));

export function outsideBy(name: string): Outside | null {
  const key = plainKey(name).replace(/^[-+] ?/, '');
  return OUTSIDE.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

/** «Điểm trừ: có vụ khiếu nại», «Điểm cộng (tối đa 2 điểm): mô hình mới» */
export const labelsOutside = (text: string): boolean =>
  /^điểm (?:cộng|thưởng|trừ|phạt) ?[(:]/iu.test(text.normalize('NFC'));

/** An area with neither a code nor points of its own is written in capitals. */
export const isCapitals = (name: string): boolean =>
  name.length >= 6 && /\p{Lu}{2}/u.test(name) && name === name.toLocaleUpperCase('vi');
