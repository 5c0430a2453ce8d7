/**
 * Which of two appraisals came last, as their headings say it: «lần 1 | lần 2», «sơ bộ | chính thức», «huyện | tỉnh».
 */
import { plainKey } from '../../values/fold-text';
import { headerKey, yearOfHeader, type HeaderRole } from './header-words';
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

interface Headed {
  /** The deepest heading of a column. */
  readonly text: string;
  readonly role: HeaderRole | null;
  readonly owner: string | null;
}

interface Told {
  readonly role: HeaderRole;
  readonly because: string;
}

const PART_OF_YEAR = /\b(quy (\d|i{1,3}|iv)|\d{1,2} thang|thang \d{1,2}|t\d{1,2})\b/;
const WHOLE_YEAR = /^(so )?(diem )?(ket qua )?(ca )?nam$/;
const MEMBER = /^(diem )?(cua )?(thanh vien|uy vien|giam khao|nguoi cham)( \d+| [a-d]| thu .*)?$/;
const MEAN = /^(diem )?(binh quan|trung binh|tb)( cong| chung)?$/;

/**
 * «Điểm năm 2024 | Điểm năm 2025», «Quý I | Quý II | Cả năm», «Thành viên 1 | Thành viên 2 | Bình quân»: which of them
 * counts, and which is set aside for it; null for a column that has nothing to do with others.
 */
export function countedInstead(columns: readonly Headed[]): readonly (Told | null)[] {
  const keys = columns.map(({ text }) => headerKey(text));
  const whole = columns.map(({ owner }, at) => `${owner ?? ''}\n${keys[at] ?? ''}`);
  const has = (pattern: RegExp): number => keys.filter((key) => pattern.test(key)).length;
  const isYear = has(WHOLE_YEAR) > 0 && has(PART_OF_YEAR) > 0;
  const isCouncil = has(MEMBER) > 1 && has(MEAN) > 0;
  const latest = new Map<string, number>();
  const years = columns.map(({ text, role }) => (role === null ? null : yearOfHeader(text)));
  const kindOf = (at: number): string => `${columns[at]?.role ?? ''}\n${whole[at] ?? ''}`;
  years.forEach((year, at) => {
    if (year !== null) latest.set(kindOf(at), Math.max(year, latest.get(kindOf(at)) ?? 0));
  });
  return columns.map((_, at): Told | null => {
    const [key = '', year = null] = [keys[at], years[at]];
    if (isYear && WHOLE_YEAR.test(key)) return { role: 'appraised', because: 'là kết quả cả năm' };
    if (isYear && PART_OF_YEAR.test(key)) return { role: 'foreign', because: 'chỉ là một phần của năm' };
    if (isCouncil && MEAN.test(key)) return { role: 'appraised', because: 'là bình quân của các thành viên' };
    if (isCouncil && MEMBER.test(key)) return { role: 'foreign', because: 'là điểm của một thành viên' };
    return year === null || year === latest.get(kindOf(at)) ? null : { role: 'foreign', because: OTHER_YEAR };
  });
}

export const OTHER_YEAR = 'số của năm khác';
export const NO_POINTS = 'các số không phải điểm';
