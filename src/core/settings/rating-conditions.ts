/** What a rating asks for beside its index, in the words of a decision: «Xuất sắc: không tiêu chí nào 0 điểm». */
import type { RatingCondition, UnreadCondition } from '../model/settings';
import { toA1 } from '../values/address';
import { plainKey, squeeze } from '../values/fold-text';
import type { Grid } from '../model/grid';
import { cellsOf, type Entry, type Stated } from './settings-sheet';

/** Also lines that say it without the label: «Tối đa Tốt khi người đứng đầu bị khiển trách». */
export const CONDITION: Entry = {
  label: 'Điều kiện xếp loại',
  pattern: /^(dieu kien|gioi han) xep loai|^(xep loai )?toi da .+ (khi|neu) |^[^:]{2,30}: ?[^:]*\b(khong|bi) /,
};

export const DISCIPLINED: Entry = {
  label: 'Bị khiển trách',
  pattern: /^(don vi co )?(nguoi dung dau |lanh dao )?bi (khien trach|canh cao|cach chuc|giang chuc|ky luat)/,
};

const DISCIPLINE = /khien trach|canh cao|cach chuc|giang chuc|ha bac luong|buoc thoi viec|ky luat/;
const NO_ZERO = /khong( co)?( bat ky)?( mot)? (tieu chi|noi dung|chi tieu)[^:]* (0|khong) diem/;
const ZERO_SCORE = /(tieu chi|noi dung|chi tieu)[^:]* (0|khong) diem/;
const NOT_SELF = /khong( thuc hien| nop)?( bao cao| ket qua)? tu (cham|danh gia)/;
const CAP = /^(?:xep loai )?(?:toi da|khong qua)(?: la| muc| loai| xep loai)* (.+?),? (?:khi|neu|voi|doi voi) (.+)$/;
const LEVEL = /^(?:muc |loai |xep loai )?([^:]{1,40}): ?(?:chi )?(?:khi |neu )?(.+)$/;

export interface ReadConditions {
  readonly ratingConditions: readonly RatingCondition[];
  readonly unreadConditions: readonly UnreadCondition[];
}

/** A line of conditions, or of the units that one of them is about. */
export function readCondition({ entry, row }: Stated, grid: Grid, known: Partial<ReadConditions>): ReadConditions {
  const cells = cellsOf(grid, row);
  const isLabelled =
    /^(dieu kien|gioi han)/.test(plainKey(cells[0]?.text ?? '')) || entry.pattern === DISCIPLINED.pattern;
  const texts = cells.slice(isLabelled ? 1 : 0).map(({ text }) => squeeze(text.replace(/\n/g, ';')));
  const at = { row, column: cells[isLabelled ? 1 : 0]?.column ?? 0 };
  const where = `${grid.sheet}!${toA1(at)}`;
  const { ratingConditions = [], unreadConditions = [] } = known;
  if (entry.pattern === DISCIPLINED.pattern) {
    const words = squeeze(cells[0]?.text ?? '');
    const named: RatingCondition = {
      test: 'named',
      denies: 'nothing',
      levels: [],
      words,
      units: namesIn(texts),
      where,
    };
    return { ratingConditions: [...ratingConditions, named], unreadConditions };
  }
  const found = conditionIn(texts, where);
  return found
    ? { ratingConditions: [...ratingConditions, found], unreadConditions }
    : { ratingConditions, unreadConditions: [...unreadConditions, { words: texts.join(' | '), where }] };
}

const namesIn = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(';'))
    .map(squeeze)
    .filter((name) => name !== '');

/** The level and its condition in one cell or in two; what follows are units. */
export function conditionIn(texts: readonly string[], where: string): RatingCondition | null {
  const [first = '', second = ''] = texts;
  const tries: readonly (readonly [string, readonly string[]])[] = [
    [first, texts.slice(1)],
    [`${first}: ${second}`, texts.slice(2)],
    [`${first} ${second}`, texts.slice(2)],
  ];
  for (const [words, rest] of tries) {
    const found = parse(plainKey(words), rest.length > 0);
    if (found) return { ...found, words, units: namesIn(rest), where };
  }
  return null;
}

type Parsed = Pick<RatingCondition, 'test' | 'denies' | 'levels'>;

function parse(key: string, hasUnits: boolean): Parsed | null {
  const [, cap, when] = CAP.exec(key) ?? [];
  if (cap !== undefined && when !== undefined) {
    const test = NOT_SELF.test(when) ? 'notSelf' : ZERO_SCORE.test(when) ? 'zero' : 'named';
    return test === 'named' && !hasUnits && !DISCIPLINE.test(when) ? null : { test, denies: 'above', levels: [cap] };
  }
  const [, level, what] = LEVEL.exec(key) ?? [];
  if (level === undefined || what === undefined) return null;
  const levels = level.split(/,| va /).map((each) => each.trim());
  if (NO_ZERO.test(what)) return { test: 'zero', denies: 'levels', levels };
  if (NOT_SELF.test(what)) return { test: 'notSelf', denies: 'above', levels };
  if (!DISCIPLINE.test(what)) return null;
  return { test: 'named', denies: /khong (bi|co)/.test(what) ? 'levels' : 'above', levels };
}
