/** Tells from the headings which of two appraisals came last: «lần 1 | lần 2», «sơ bộ | chính thức», «huyện | tỉnh». */
import { plainKey } from '../../values/fold-text';
import {
  headerKey,
  maximumInText,
  namesYear,
  roleOf,
  roleOfHeader,
  yearOfHeader,
  type HeaderRole,
} from './header-words';
import { parseHeading } from './parse-heading';
import { namesBody } from './unit-names';
import { remembered } from './vocabulary';
import { patternOf } from '../../values/pattern';

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
const LAST = /\b(sau|cuoi|chinh thuc|chot|thong nhat|cong nhan|duyet|ket luan|phuc tra|phuc khao)\b/;
/** Bodies that decide about the appraisal of another: «Tổ thẩm định | Hội đồng thẩm định», «Huyện | Tỉnh». */
const HIGHER = /\b(hoi dong|hd|hdtd|tinh)\b/;

/** Sub-headings without a meaning of their own: the heading above them gives the role. */
const EMPTY_WORDS = patternOf([
  String.raw`^((lan|vong) ?\d+|\d+|diem|so|tong|kscb|ket qua|muc|dat`,
  '|(truoc|sau)( khi)? (giai trinh|tham dinh|dieu chinh|phuc tra|ra soat|hop|kiem tra)( .*)?)$',
]);
export const saysNoRole = (heading: string): boolean => EMPTY_WORDS.test(headerKey(heading));

/** «Đơn vị» over «Điểm | Giải trình» scores itself; «Hội đồng» beside it appraises. */
export function sideUnder(heading: string): HeaderRole | null {
  const kinds = [...parseHeading(heading).kinds];
  return kinds.length === 1 && kinds[0] === 'own' && !namesBody(heading) ? 'self' : roleOf(heading);
}

/** «Thẩm định lần 2» → 2; returns null if no round is named. */
export const roundOf = remembered((heading: string): number | null => {
  const found = ORDINAL.exec(plainKey(heading))?.[1];
  return found === undefined ? null : (NUMBERS[found] ?? Number(found));
});

/** Whether another heading is that of a later round with the same words: «Điểm lần 1» beside «Điểm lần 2». */
export function isEarlierRound(heading: string, others: readonly string[]): boolean {
  const round = roundOf(heading);
  const rest = (text: string): string => plainKey(text).replace(ORDINAL, '');
  return round !== null && others.some((other) => (roundOf(other) ?? 0) > round && rest(other) === rest(heading));
}

/** Whether the words put the first of two appraisals before the second. */
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
  /** The headings above it. */
  readonly above: readonly string[];
  readonly role: HeaderRole | null;
  readonly owner: string | null;
}

interface FamilyRole {
  readonly role: HeaderRole;
  readonly because: string;
}

/** Columns of parts, one of which is the whole of all others. */
interface Family {
  readonly part: RegExp;
  readonly whole: RegExp;
  readonly fewestParts: number;
  readonly ofPart: string;
  readonly reasonOfWhole: string;
  /** Whether the parts never count, even if another column is the appraisal. */
  readonly isNeverCounted: boolean;
}

const FAMILIES: readonly Family[] = [
  {
    part: /^(so )?(diem )?(ket qua )?(quy (\d|i{1,3}|iv)|\d{1,2} thang( dau nam| cuoi nam)?|thang \d{1,2}|t\d{1,2})$/,
    whole: /^(tong )?(so )?(diem )?(ket qua )?(ca )?nam$/,
    fewestParts: 1,
    ofPart: 'chỉ là một phần của năm',
    reasonOfWhole: 'là kết quả cả năm',
    isNeverCounted: false,
  },
  {
    part: /^(diem )?(cua )?(thanh vien|uy vien|giam khao|nguoi cham|chuyen vien|can bo( cham)?)( \d+| [a-d]| thu .*)?$/,
    whole: patternOf([
      '^(diem )?((binh quan|trung binh|tb)( cong| chung)?',
      '|(ket luan|thong nhat|chot|quyet dinh)( (chung|cua (hoi dong|to|doan|hd)|cuoi cung))?)$',
    ]),
    fewestParts: 2,
    ofPart: 'là điểm của một thành viên',
    reasonOfWhole: 'là bình quân của các thành viên',
    isNeverCounted: true,
  },
];
/** Roles that a part of the year or a member may have as well as the whole. */
export const PARTED: ReadonlySet<HeaderRole> = new Set<HeaderRole>([
  'max',
  'self',
  'appraised',
  'points',
  'lost',
  'total',
  'selfTotal',
  'index',
  'rating',
  'rank',
  'percent',
]);

/** The role that the texts above a family give to its whole; null if they name something else, such as an area. */
function roleUnder(above: readonly string[]): HeaderRole | null {
  const roles = above.filter((text) => !namesBody(text)).map(roleOfHeader);
  if (roles.some((role) => role === null || !PARTED.has(role))) return null;
  const role = roles.at(-1) ?? 'appraised';
  return role === 'points' ? 'appraised' : role;
}

/** «Quý I | Quý II | Cả năm» below one heading, or without one. */
function familyRoles(columns: readonly Headed[], { part, whole, ...family }: Family): (FamilyRole | null)[] {
  // A national table has thousands of columns, and hardly ever one that is a whole.
  if (!columns.some(({ text }) => whole.test(headerKey(text)))) return columns.map(() => null);
  const isStated = columns.some(({ role, owner }) => role === 'appraised' && owner === null);
  const parents = new Map<string, { parts: number; wholes: number }>();
  const lines = columns.map(({ text, above }) => {
    // A column with its own maximum is an area: «Năm (1 điểm)» beside «Báo cáo quý I (1 điểm)».
    const [key, headingRole] = maximumInText(text) === null ? [headerKey(text), roleOfHeader(text)] : ['', null];
    const isWhole = whole.test(key);
    const isPart = part.test(key) && (headingRole === null || headingRole === 'points');
    const parent = above.join('\n');
    const found = parents.get(parent) ?? { parts: 0, wholes: 0 };
    parents.set(parent, { parts: found.parts + Number(isPart), wholes: found.wholes + Number(isWhole) });
    return { isWhole, isPart, parent, above };
  });
  return lines.map(({ isWhole, isPart, parent, above }): FamilyRole | null => {
    const { parts, wholes } = parents.get(parent) ?? { parts: 0, wholes: 0 };
    if (wholes !== 1 || parts < family.fewestParts) return null;
    const role = roleUnder(above);
    if (role === null) return null;
    const isOver = isStated && above.length === 0;
    if (isPart && (!isOver || family.isNeverCounted)) return { role: 'foreign', because: family.ofPart };
    return isWhole && !isOver ? { role, because: family.reasonOfWhole } : null;
  });
}

/**
 * «Điểm năm 2024 | Điểm năm 2025», «Quý I | Quý II | Cả năm», «Thành viên 1 | Thành viên 2 | Bình quân»: tells which
 * column counts and which is set aside for it; null for a column unrelated to others.
 */
export function countedInstead(columns: readonly Headed[]): readonly (FamilyRole | null)[] {
  const families = FAMILIES.map((family) => familyRoles(columns, family));
  const latest = new Map<string, number>();
  const years = columns.map(({ text, role }) => (role === null ? null : yearOfHeader(text)));
  const kindOf = ({ text, role, owner }: Headed): string =>
    `${role ?? ''}\n${owner ?? ''}\n${namesYear(text) ? '' : headerKey(text)}`;
  const claims = new Map<string, number>();
  const claimOf = ({ role, text, owner, above }: Headed): string | null =>
    role === 'self' && /\b(lan|vong)\b/.test(plainKey(text)) && roundOf(text) !== null
      ? [owner, ...above, plainKey(text).replace(ORDINAL, '')].join('\n')
      : null;
  columns.forEach((column, position) => {
    const claim = claimOf(column);
    if (claim !== null) claims.set(claim, Math.max(roundOf(column.text) ?? 0, claims.get(claim) ?? 0));
    const year = years[position] ?? null;
    if (year !== null) latest.set(kindOf(column), Math.max(year, latest.get(kindOf(column)) ?? 0));
  });
  return columns.map((column, position): FamilyRole | null => {
    const round = families.map((family) => family[position] ?? null).find((each) => each !== null);
    const year = years[position] ?? null;
    if (round) return round;
    const claim = claimOf(column);
    if (claim !== null && claims.get(claim) !== roundOf(column.text)) return { role: 'foreign', because: EARLIER };
    return year === null || year === latest.get(kindOf(column)) ? null : { role: 'foreign', because: OTHER_YEAR };
  });
}

const EARLIER = 'là lần tự chấm trước';
export const OTHER_YEAR = 'số của năm khác';
export const NO_POINTS = 'các số không phải điểm';
