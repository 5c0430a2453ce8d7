/**
 * Which of two appraisals came last, as their headings say it: «lần 1 | lần 2», «sơ bộ | chính thức», «huyện | tỉnh».
 */
import { plainKey } from '../../values/fold-text';
import { remembered } from './vocabulary';

const ORDINAL = /\b(?:lan|vong|dot) (?:thu )?(\d|i{1,3}|iv|mot|nhat|dau|hai|ba|bon|cuoi)\b/;
const NUMBERS: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  mot: 1,
  nhat: 1,
  dau: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  cuoi: 99,
};
const FIRST = /\b(so bo|ban dau|du kien|truoc)\b/;
const LAST = /\b(sau|cuoi|chinh thuc|chot|thong nhat|cong nhan|phe duyet|ket luan|phuc tra|phuc khao)\b/;
/** Who decides over what others appraised: «Tổ thẩm định | Hội đồng thẩm định», «Huyện | Tỉnh». */
const HIGHER = /\b(hoi dong|hd|hdtd|tinh)\b/;

/** «Thẩm định lần 2» → 2; null where no round is named. */
export const roundOf = remembered((heading: string): number | null => {
  const found = ORDINAL.exec(plainKey(heading))?.[1];
  return found === undefined ? null : (NUMBERS[found] ?? Number(found));
});

/** «Điểm lần 1» beside «Điểm lần 2»: the same of an earlier round. */
export function isEarlierRound(heading: string, others: readonly string[]): boolean {
  const own = roundOf(heading);
  const rest = (text: string): string => plainKey(text).replace(ORDINAL, '');
  return own !== null && others.some((other) => (roundOf(other) ?? 0) > own && rest(other) === rest(heading));
}

/** Whether the words say that the first of two appraisals was made before the second. */
export function isRoundBefore(first: string, second: string): boolean {
  const [before, after] = [roundOf(first), roundOf(second)];
  if (before !== null && after !== null && before !== after) return before < after;
  const [one, other] = [plainKey(first), plainKey(second)];
  const withoutNumber = (text: string): string => text.replace(/\d+/g, '');
  return (
    FIRST.test(one) ||
    (before === 1 && after === null) ||
    (before === null && after !== null && after > 1) ||
    (LAST.test(other) && !LAST.test(one)) ||
    withoutNumber(other).replace(/ lai$/, '') === withoutNumber(one) ||
    (HIGHER.test(other) && !HIGHER.test(one))
  );
}
