/** Finds the unit that a name refers to, and the units that two lists have in common. */
import { foldText, plainKey } from '../values/fold-text';
import { groupsOf } from '../values/group';
import type { UnitScores } from '../model/score-sheet';
import { NONE, allMatches, answer, onlyPairs, type Answer, type Likeness, type Way } from './answer';
import { isCutShort, unitKey, unitRest, unitSpelling } from './unit-keys';

interface Level {
  readonly by: Likeness;
  readonly keyOf: (name: string) => string;
  readonly agree: (name: string, other: string) => boolean;
}

const LEVELS: readonly Level[] = [
  { by: 'exact', keyOf: unitKey, agree: () => true },
  { by: 'normalised', keyOf: unitSpelling, agree: () => true },
  { by: 'near', keyOf: unitRest, agree: isCutShort },
];

/**
 * Looks for the exact name, else another spelling, else a shortened name: two spellings that are both in the list are
 * two units.
 */
export function unitFinder<T>(things: readonly T[], nameOf: (thing: T) => string): (name: string) => Answer<T> {
  const groups: Map<string, T[]>[] = [];
  const known = new Map<string, Answer<T>>();
  const find = (name: string): Answer<T> => {
    for (const [position, { by, keyOf, agree }] of LEVELS.entries()) {
      const key = keyOf(name);
      const group = (groups[position] ??= groupsOf(things, (each) => keyOf(nameOf(each)))).get(key) ?? [];
      const found = key === '' ? [] : group.filter((each) => agree(name, nameOf(each)));
      if (found.length > 0) return answer(found, by);
    }
    return NONE;
  };
  return (name) => {
    const seen = known.get(name) ?? find(name);
    known.set(name, seen);
    return seen;
  };
}

/** Everything that is meant if all have the same name; empty if the answer includes units with different names. */
export function matchesOfOneSpelling<T>(found: Answer<T>, nameOf: (thing: T) => string): readonly T[] {
  const all = allMatches(found);
  return new Set(all.map((each) => unitKey(nameOf(each)))).size > 1 ? [] : all;
}

/** Finds units of a sheet by name; a single unit does not have to be named. */
export function ownerFinder(units: readonly UnitScores[]): (name: string) => Answer<UnitScores> {
  const find = unitFinder(units, ({ name }) => name);
  const [only] = units;
  return (name) =>
    only && units.length === 1 && (name.trim() === '' || only.name === '') ? answer([only], 'exact') : find(name);
}

/** Maps the key of each name that the others lack to the key of the one other name that only differs in spelling. */
export function otherSpellings(names: Iterable<string>, others: Iterable<string>): Map<string, string> {
  const here = byUnitKey(names);
  const there = byUnitKey(others);
  const unknown = [...here].filter(([key]) => !there.has(key));
  const free = [...there].filter(([key]) => !here.has(key));
  if (unknown.length === 0 || free.length === 0) return new Map();
  const pairs = pairNames(unknown, free, ([, name]) => name);
  return new Map([...pairs].map(([[key], [other]]) => [key, other]));
}

const byUnitKey = (names: Iterable<string>): Map<string, string> =>
  new Map(Array.from(names, (name) => [unitKey(name), name]));

/**
 * Pairs names of two lists, each at most once and the surest likeness first, so that two things of one list never match
 * the same thing of the other.
 */
function pairNames<A, B>(
  some: readonly A[],
  others: readonly B[],
  nameOf: (thing: A | B) => string,
  isSame: (one: A, other: B) => boolean = () => true,
): Map<A, B> {
  const pairs = new Map<A, B>();
  const free = new Set(some);
  const left = new Set(others);
  for (const { keyOf, agree } of LEVELS) {
    const way: Way<A, B> = {
      keyOf: (each) => keyOf(nameOf(each)),
      agree: (one, other) => agree(nameOf(one), nameOf(other)) && isSame(one, other),
    };
    for (const [one, other] of onlyPairs(free, left, way)) {
      pairs.set(one, other);
      free.delete(one);
      left.delete(other);
    }
    // A name that several things have is not looked up in another spelling.
    for (const things of [free, left] as const) dropRepeated<A | B>(things, way.keyOf);
    if (free.size === 0 || left.size === 0) break;
  }
  return pairs;
}

function dropRepeated<T>(things: Set<T>, keyOf: (thing: T) => string): void {
  for (const group of groupsOf(things, keyOf).values())
    if (group.length > 1) for (const each of group) things.delete(each);
}

/**
 * For each unit of this year, the earlier unit of the same name (and khối, if a name occurs twice); null if there is
 * none or several. If both years have a single unit, either may lack a name.
 */
export function matchUnits(now: readonly UnitScores[], before: readonly UnitScores[]): (UnitScores | null)[] {
  const [only] = before;
  if (now.length === 1 && before.length === 1 && only && (now[0]?.name.trim() === '' || only.name.trim() === ''))
    return [only];
  const pairs = pairNames(now, before, ({ name }) => name);
  const twice = pairNames(
    now.filter((unit) => !pairs.has(unit)),
    before,
    ({ name }) => name,
    isSameGroup,
  );
  const taken = new Set(pairs.values());
  return now.map((unit) => {
    const again = twice.get(unit);
    return pairs.get(unit) ?? (again && !taken.has(again) ? again : null);
  });
}

const isSameGroup = (one: UnitScores, other: UnitScores): boolean =>
  foldText(one.group ?? '') === foldText(other.group ?? '');

/** The units that a text such as the name of a file mentions. */
export interface NamedUnits<T> {
  readonly units: readonly T[];
  /**
   * Whether the rest of the file name consists of common words only, so that none of them can be part of another name.
   */
  readonly isPlain: boolean;
  /** The words before the unit's name. */
  readonly before: string;
}

/** The units in a file name: the longest run of words that is a unit, and other units beside it. */
export function unitsInName<T>(stem: string, find: (name: string) => Answer<T>): NamedUnits<T> {
  const words = stem
    .normalize('NFC')
    // The number that a browser adds to a second copy.
    .replace(/\s*\(\d+\)$/, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .split(/[\s_\-–.,;()[\]]+/u)
    .filter((word) => word !== '');
  for (let length = Math.min(words.length, LONGEST_NAME); length >= 2; length--)
    for (let first = 0; first + length <= words.length; first++) {
      const units = allMatches(find(words.slice(first, first + length).join(' ')));
      if (units.length === 0) continue;
      const sides = [words.slice(0, first).join(' '), words.slice(first + length).join(' ')] as const;
      const others = sides.flatMap((side) => unitsInName(side, find).units);
      return {
        units: [...new Set([...units, ...others])],
        isPlain: isPlain(sides[0], BEFORE) && isPlain(sides[1], AFTER),
        before: sides[0],
      };
    }
  return { units: [], isPlain: false, before: '' };
}
/** Maximum number of words in a unit's name. */
const LONGEST_NAME = 10;

const ROUND = [
  String.raw`(?:lần|đợt|vòng|bản|số|v) ?\d+|(?:năm )?(?:19|20)\d\d`,
  String.raw`(?:ngày )?\d{1,2} \d{1,2}(?: \d{2,4})?|\d{6,}`,
].join('|');
const SHEET = [
  'bảng|biểu|phiếu|mẫu|file|tệp|bản sao|copy|of|báo cáo|bc|kết quả|kq|phụ lục|pl|chỉ số|cchc|par index',
  'cải cách hành chính|tổng hợp|chi tiết|tự|chấm|đánh giá|thẩm định|điểm',
].join('|');
/** A number in front counts the files; a number after a name may be part of it. */
const BEFORE = [SHEET, ROUND, String.raw`\d+|ubnd|ủy ban nhân dân|uỷ ban nhân dân|của`].join('|');
const STATE = [
  'bản (?:ký|chính|cuối|cuối cùng|sửa|mới|gửi|đẹp|word|excel)|đã (?:sửa|ký|ký số|duyệt|chỉnh sửa|đóng dấu)',
  'sửa|sửa lại|ký số|đóng dấu|chính thức|hoàn thiện|hoàn chỉnh|final|chốt|gửi|gửi lại|nộp|nộp lại',
  'bổ sung|cập nhật|signed|dự thảo|nháp',
].join('|');
const AFTER = [SHEET, ROUND, STATE].join('|');

/** Whether the text consists of the given phrases, spelled with all diacritics or entirely without them. */
function isPlain(text: string, phrases: string): boolean {
  const lower = text.toLowerCase();
  const pattern = lower === plainKey(lower) ? plainKey(phrases) : phrases;
  return new RegExp(`^(?:(?:${pattern})(?: |$))*$`, 'u').test(lower);
}
