/**
 * Parses the words of one rating condition. A sentence is understood as a whole or not at all: a remaining clause («…
 * trừ tiêu chí 1.2») may reverse its meaning.
 */
import type { RatingBand, RatingCondition } from '../model/settings';
import { plainKey } from '../values/fold-text';

/** The meaning of a sentence; `measures` holds the disciplinary measures that it names. */
export type Parsed = Pick<RatingCondition, 'test' | 'denies' | 'levels' | 'measures'>;

/** Mildest first, in the order of the law on officials. */
const MEASURES = ['khien trach', 'canh cao', 'ha bac luong', 'giang chuc', 'cach chuc', 'buoc thoi viec'];
/** Discipline without a named measure. */
const ANY = 'ky luat';

/** Words by which a text beside a band or a level is a condition and not a note. */
const CONDITION_WORDS = new RegExp(
  String.raw`\b(tieu chi|linh vuc|chi tieu|noi dung|tu (cham|danh gia)|(0|khong) diem|${ANY}|${MEASURES.join('|')})\b` +
    String.raw`|(?<!thiet |chuan |trang )\bbi\b`,
);
export const hasConditionWords = (text: string): boolean => CONDITION_WORDS.test(plainKey(text));

const NOUN = '(?:tieu chi|noi dung|chi tieu)(?: thanh phan)?';
const NOTHING = '(?:(?:bi|dat|duoc|co|cham|nhan|la) )*(?:(?:0|khong) diem|diem (?:0|khong))';
const WHEN = '(?:chi )?(?:xet |xep )?(?:khi |neu |doi voi |cho )?(?:don vi )?';
const NO_ZERO = new RegExp(
  `^${WHEN}(?:phai )?khong (?:co |de )?(?:bat (?:ky|cu) )?(?:mot )?${NOUN} (?:nao )?${NOTHING}$`,
);
const ZERO_SCORE = new RegExp(
  `^(?:don vi )?(?:co |con |de )?(?:it nhat )?(?:mot |0?1 )?(?:bat (?:ky|cu) )?(?:mot )?${NOUN} (?:nao )?${NOTHING}$`,
);
/** «từ 1 tiêu chí 0 điểm trở lên» means any. */
const FROM_ONE = /\btu (?:mot|0?1) (.+) tro len$/;
const NOT_CONSIDERED = /^khong (?:xet|xep|cong nhan) (?:doi voi |cho |khi |neu )?/;
const NOT_SELF = new RegExp(
  '^(?:khi |neu |doi voi )?(?:don vi )?(?:khong|chua) (?:(?:thuc hien|nop|gui|co|bao cao|ket qua|viec) )*' +
    'tu (?:cham|danh gia)(?:,? (?:va )?(?:cham )?diem)?$',
);
const WORD =
  '(?:danh sach|cac|don vi|dia phuong|co quan|nguoi dung dau|lanh dao|cap pho|can bo|cong chuc|vien chuc|chu tich|' +
  'pho chu tich|co|va|hoac|nao|ai|bi|khong|chua|chi|xet|xep|cong nhan|khi|neu|doi voi|cho|phai|xu ly|thi hanh|' +
  'hinh thuc|bang|muc|o|ky luat|tu),?';
const MEASURE = `(?:${[...MEASURES, ANY].join('|')})`;
const DISCIPLINE = new RegExp(
  `^((?:${WORD} )*)(${MEASURE}(?:(?:,| hoac|, hoac) (?:bi )?${MEASURE})*)( tro len)?( trong nam)?$`,
);
const CAP =
  /^(?:xep loai )?(?:toi da|khong qua)(?: la| muc| loai| xep loai| khong qua)* (.+?),? (?:khi|neu|doi voi|voi) (.+)$/;
/** «Không xếp loại Xuất sắc khi có tiêu chí 0 điểm». */
const DENIAL =
  /^khong (?:duoc )?(?:xep|xet|cong nhan|danh gia)(?: loai| la| muc| xep)* (.+?),? (?:khi|neu|doi voi|voi) (.+)$/;
/** «Xuất sắc: …», «Không hoàn thành khi …». */
const LEVEL = /^([^:]{1,60}?)(?: ?: ?| (?=(?:khi|neu|doi voi) ))(.+)$/;

/** Common levels, so that a level missing from the scale is recognised and reported. */
const USUAL = [
  ...['xuat sac', 'gioi', 'rat tot', 'tot', 'kha', 'trung binh', 'yeu', 'kem', 'dat', 'khong dat'],
  ...['hoan thanh', 'khong hoan thanh', 'hoan thanh nhiem vu', 'khong hoan thanh nhiem vu'],
  ...['hoan thanh xuat sac nhiem vu', 'hoan thanh tot nhiem vu'],
];
export type LevelNames = ReadonlySet<string>;
export const levelNames = (scale: readonly RatingBand[]): LevelNames =>
  new Set([...scale.map(({ label }) => plainKey(label)), ...USUAL]);

/**
 * The levels in «Xuất sắc và Tốt» as keys; a part that is not a level is returned without «xếp loại», «mức» or «loại»
 * before it.
 */
function levelsIn(key: string, names: LevelNames): string[] {
  if (names.has(key)) return [key];
  return key.split(/,| va | hoac /).map((each) => {
    const level = each.trim();
    const bare = level.replace(/^(?:(?:xep loai|muc|loai) )+/, '');
    return names.has(level) ? level : bare;
  });
}

export const areLevels = (text: string, names: LevelNames): boolean =>
  levelsIn(plainKey(text).replace(/ ?:$/, ''), names).every((each) => names.has(each));

/** Whether a line without a label is about a level and a condition for it. */
export function isCondition(words: string, names: LevelNames): boolean {
  const key = plainKey(words);
  const [, cap] = CAP.exec(key) ?? [];
  const isNear = (text: string): boolean => levelsIn(text, names).some((each) => names.has(each));
  if (cap !== undefined) return key.startsWith('xep loai') || isNear(cap);
  const [, denied] = DENIAL.exec(key) ?? [];
  if (denied !== undefined) return isNear(denied);
  const [, level, what] = LEVEL.exec(key) ?? [];
  return level !== undefined && what !== undefined && isNear(level) && CONDITION_WORDS.test(what);
}

/** `hasUnits`: the units are named beside the condition, so nothing has to be tested. */
export function parseCondition(words: string, hasUnits: boolean, names: LevelNames): Parsed | null {
  const key = plainKey(words).replace(/[\s.;,]+$/, '');
  const [, cap, when] = CAP.exec(key) ?? [];
  if (cap !== undefined && when !== undefined) return capped(when, hasUnits, levelsIn(cap, names));
  const [, denied, because] = DENIAL.exec(key) ?? [];
  if (denied !== undefined && because !== undefined) {
    const limit = capped(because, hasUnits, levelsIn(denied, names));
    return limit && { ...limit, denies: 'levels' };
  }
  const [, level, what] = LEVEL.exec(key) ?? [];
  return level === undefined || what === undefined ? null : required(what, hasUnits, levelsIn(level, names));
}

function capped(when: string, hasUnits: boolean, levels: readonly string[]): Parsed | null {
  const discipline = disciplineIn(when);
  const measures = discipline && !discipline.isNegated ? discipline.measures : null;
  if (hasUnits || measures) return { test: 'named', denies: 'above', levels, measures: measures ?? [] };
  const test = NOT_SELF.test(when) ? 'notSelf' : ZERO_SCORE.test(when.replace(FROM_ONE, '$1')) ? 'zero' : null;
  return test && { test, denies: 'above', levels, measures: [] };
}

function required(what: string, hasUnits: boolean, levels: readonly string[]): Parsed | null {
  const discipline = disciplineIn(what);
  if (discipline) {
    const { measures, isNegated } = discipline;
    return { test: 'named', denies: isNegated ? 'levels' : 'above', levels, measures };
  }
  const isNotSelf = NOT_SELF.test(what);
  if (isNotSelf) return { test: hasUnits ? 'named' : 'notSelf', denies: 'above', levels, measures: [] };
  const left = what.replace(NOT_CONSIDERED, '');
  const isZero = NO_ZERO.test(what) || (left !== what && ZERO_SCORE.test(left.replace(FROM_ONE, '$1')));
  return isZero && !hasUnits ? { test: 'zero', denies: 'levels', levels, measures: [] } : null;
}

interface Discipline {
  readonly measures: readonly string[];
  readonly isNegated: boolean;
}

/**
 * Null if the clause contains anything else, has a double negation, or uses «trở lên» with a measure that has no order.
 */
export function disciplineIn(key: string): Discipline | null {
  const [, before = '', named = '', above] = DISCIPLINE.exec(key) ?? [];
  if (named === '') return null;
  const negations = before.match(/\b(khong|chua)\b/g)?.length ?? 0;
  if (negations > 1 || (negations === 0 && /\bchi (?!tieu)/.test(before))) return null;
  if (above === undefined && /\btu $/.test(before)) return null;
  const listed = named.split(/,? hoac |, /).map((each) => each.replace(/^bi /, ''));
  const lowest = Math.min(...listed.map((each) => MEASURES.indexOf(each)));
  if (above !== undefined && lowest < 0) return null;
  const measures = listed.includes(ANY)
    ? [...MEASURES, ANY]
    : above === undefined
      ? listed
      : [...MEASURES.slice(lowest), ...(lowest === 0 ? [ANY] : [])];
  return { measures, isNegated: negations === 1 };
}
