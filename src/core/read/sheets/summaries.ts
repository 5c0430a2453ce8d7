/**
 * A table of totals by area, beside the detailed table or the tables of single units that its numbers come from: the
 * detailed one counts, and the summary is compared with it (FIELD.md §9).
 */
import { onlyOne } from '../../matching/answer';
import { itemFinder } from '../../matching/find-items';
import { matchUnits } from '../../matching/find-units';
import { unitKey } from '../../matching/unit-keys';
import { causeCells } from '../../model/beside/cause-cells';
import {
  unitAxis,
  awardedScores,
  isCounted,
  maxPointsOf,
  type Question,
  type Score,
  type ScoreSheet,
  type UnitScores,
} from '../../model/score-sheet';
import { ONE_HUNDRED, ZERO, roughSum, toVietnamese, type Decimal } from '../../values/decimal';
import { percentOf, roundRatio } from '../../values/ratio';
import { readLetterhead } from '../units/read-letterhead';

export const isSameYear = (one: ScoreSheet, other: ScoreSheet): boolean => {
  const [a, b] = [one, other].map((sheet) => readLetterhead(sheet).year);
  return a === null || b === null || a === b;
};

/** Each unit of the summary with its detailed table. */
type Pairs = readonly { readonly unit: UnitScores; readonly detail: ScoreSheet; readonly detailUnit: UnitScores }[];

/**
 * Marks each summary with the table it restates. If tables hold only some of its units, these tables are marked
 * instead.
 */
export function withSummaries(sheets: readonly ScoreSheet[]): ScoreSheet[] {
  const restated = new Map<ScoreSheet, string>();
  const questions = new Map<ScoreSheet, Question[]>();
  const maxima = new Map<ScoreSheet, Decimal>();
  for (const summary of sheets) {
    if (unitAxis(summary) !== 'row') continue;
    const pairs = pairsOf(summary, sheets);
    const [first] = pairs;
    if (!first) continue;
    if (!agree(summary, pairs)) {
      const unread = unreadMaxima(summary, pairs);
      if (unread) questions.set(summary, [unreadDetail(summary, unread.detail)]);
      continue;
    }
    if (pairs.length === summary.units.length) restated.set(summary, first.detail.sheet);
    else for (const { detail } of pairs) restated.set(detail, summary.sheet);
    const most = provenMaximum(summary, pairs);
    if (most === null) questions.set(summary, otherMaxima(summary, pairs));
    else maxima.set(summary, most);
  }
  return sheets.map((sheet) => {
    const restates = restated.get(sheet);
    const asked = questions.get(sheet) ?? [];
    const withMaximum = maxima.has(sheet) ? outOf(sheet, maxima.get(sheet) ?? null) : sheet;
    const withFacts = { ...withMaximum, facts: [...withMaximum.facts, ...asked] };
    return restates === undefined ? withFacts : { ...withFacts, restates };
  });
}

const outOf = (sheet: ScoreSheet, max: Decimal | null): ScoreSheet => ({
  ...sheet,
  items: sheet.items.map((item) => ({ ...item, max })),
  facts: sheet.facts.filter(({ kind }) => kind !== 'no-maximum'),
});

/** Stated indices are rounded. */
const NEAR: number = ONE_HUNDRED / 5_000;

/**
 * The common maximum of the detailed tables, if the totals state none and their stated indices are their points over
 * it; null if this is not proven.
 */
function provenMaximum(summary: ScoreSheet, pairs: Pairs): Decimal | null {
  const wholes = pairs.map(({ unit, detail, detailUnit }) => ({
    unit,
    here: unitTotal(summary, unit),
    there: unitTotal(detail, detailUnit),
  }));
  const most = wholes[0]?.there?.max ?? ZERO;
  const isProven = wholes.every(({ unit, here, there }) => {
    const index = unit.stated.index?.value ?? null;
    const ratio = here && index !== null ? percentOf(here.points, most) : null;
    return (
      ratio !== null &&
      here?.max === ZERO &&
      there?.max === most &&
      Math.abs(roundRatio(ratio, 2) - (index ?? 0)) <= NEAR
    );
  });
  return isProven && !summary.itemised ? most : null;
}

/** The table by units whose totals equal those of this one, or null. */
export const agreeingSummary = (detail: ScoreSheet, among: readonly ScoreSheet[]): ScoreSheet | null =>
  among.find((each) => {
    if (unitAxis(each) !== 'row') return false;
    const pairs = pairsOf(each, [detail]);
    return pairs.length === each.units.length && agree(each, pairs);
  }) ?? null;

function pairsOf(summary: ScoreSheet, sheets: readonly ScoreSheet[]): Pairs {
  const details = sheets.filter((each) => unitAxis(each) !== 'row' && isSameYear(summary, each));
  const found = new Map<UnitScores, Pairs[number]>();
  for (const detail of details)
    matchUnits(summary.units, detail.units).forEach((detailUnit, position) => {
      const unit = summary.units[position];
      if (unit && detailUnit && !found.has(unit)) found.set(unit, { unit, detail, detailUnit });
    });
  return [...found.values()];
}

interface UnitTotal {
  readonly points: Decimal;
  readonly max: Decimal;
}

/** The counted points and maxima of one unit, added up; null if a score is missing. */
function unitTotal(sheet: ScoreSheet, unit: UnitScores): UnitTotal | null {
  const scores = awardedScores(unit);
  let [points, max]: [Decimal, Decimal] = [ZERO, ZERO];
  for (const item of sheet.items.filter(isCounted)) {
    const score = scores[item.position];
    if (score?.kind === 'notApplicable') continue;
    const most = (score?.kind === 'points' ? score.of : null) ?? maxPointsOf(unit, item);
    if (score?.kind !== 'points') return null;
    points = roughSum(points, score.points);
    max = roughSum(max, most ?? ZERO);
  }
  return { points, max };
}

/** Most units have the same points in both: one table comes from the other. */
function agree(summary: ScoreSheet, pairs: Pairs): boolean {
  const compared = pairs.flatMap(({ unit, detail, detailUnit }) => {
    const [here, there] = [unitTotal(summary, unit), unitTotal(detail, detailUnit)];
    return here && there ? [here.points === there.points] : [];
  });
  return compared.length > 0 && compared.filter((same) => same).length * 2 > compared.length;
}

/**
 * Finds a detailed table without results in which items do not apply to a unit: the maxima of the summary, the same for
 * all units, would count these items.
 */
const unreadMaxima = (summary: ScoreSheet, pairs: Pairs): Pairs[number] | undefined =>
  summary.units.some(({ max, stated }) => max !== null || stated.max !== undefined) ||
  pairs.some(({ detail, detailUnit }) => !isWithoutMaxima(detail) && unitTotal(detail, detailUnit) !== null)
    ? undefined
    : pairs.find(({ detailUnit }) => awardedScores(detailUnit).some(({ kind }) => kind === 'notApplicable'));

/**
 * The row of maxima of the summary applies to all units; only the detailed table shows which items do not apply to a
 * unit.
 */
function otherMaxima(summary: ScoreSheet, pairs: Pairs): Question[] {
  const isUnmeasured = ({ detail, detailUnit }: Pairs[number]): boolean =>
    isWithoutMaxima(detail) && awardedScores(detailUnit).some(({ kind }) => kind === 'notApplicable');
  const open = pairs.find(
    (pair) =>
      pair.detail.facts.some((fact) => fact.kind === 'undecided-column' && fact.unit === null) || isUnmeasured(pair),
  );
  if (open) return [unreadDetail(summary, open.detail)];
  const unstated = pairs.find(({ unit }) => unitTotal(summary, unit)?.max === ZERO);
  if (unstated) return unstatedMaximum(summary, unstated);
  return pairs.flatMap(({ unit, detail, detailUnit }): Question[] => {
    const [here, there] = [unitTotal(summary, unit), unitTotal(detail, detailUnit)];
    if (!here || !there || here.points !== there.points || here.max === there.max) return [];
    return [
      {
        kind: 'undecided-column',
        at: [unit.at],
        unit: unit.position,
        question: `Điểm tối đa áp dụng cho ${unit.name} là ${toVietnamese(here.max)} hay ${toVietnamese(there.max)}`,
        choices: [],
        because: `trang tính «${detail.sheet}» có tiêu chí không đánh giá mà bảng này không trừ điểm tối đa`,
      },
    ];
  });
}

const isWithoutMaxima = ({ facts }: ScoreSheet): boolean =>
  facts.some((fact) => fact.kind === 'missing-column' && fact.role === 'max');

const unreadDetail = ({ units }: ScoreSheet, { sheet }: ScoreSheet): Question => ({
  kind: 'undecided-column',
  at: units.slice(0, 3).map(({ at }) => at),
  unit: null,
  question: 'Điểm tối đa áp dụng cho mỗi đơn vị trong bảng này là bao nhiêu',
  choices: [],
  because: `trang tính «${sheet}», nơi bảng này lấy số, chưa đọc được`,
  remedy: `hãy sửa trang tính đó trước, hoặc ghi một dòng «Trang không tính | ${sheet}» vào trang tính Cấu hình.`,
});

/** A table of totals without maxima is out of 100, unless the detailed table has another maximum. */
function unstatedMaximum({ units }: ScoreSheet, { detail, detailUnit }: Pairs[number]): Question[] {
  const most = unitTotal(detail, detailUnit)?.max ?? ZERO;
  if (most === ONE_HUNDRED) return [];
  return [
    {
      kind: 'undecided-column',
      at: units.slice(0, 3).map(({ at }) => at),
      unit: null,
      question: `Điểm trong bảng này tính trên 100 hay trên ${toVietnamese(most)}`,
      choices: [],
      because: `bảng không ghi điểm tối đa, còn trang tính «${detail.sheet}» ghi; thêm dòng «Điểm tối đa» thì rõ`,
    },
  ];
}

/**
 * Whether the list repeats the losses of the only unit of another table, item by item with points and causes. A list
 * that names another unit does not count.
 */
export function isListOf(list: ScoreSheet, fullSheet: ScoreSheet): boolean {
  const [[unit, another], [owner, more]] = [list.units, fullSheet.units];
  if (!unit || another || !owner || more || list === fullSheet || list.items.length >= fullSheet.items.length)
    return false;
  const isNameless = unit.name === '' || unit.name === list.sheet || unitKey(unit.name) === unitKey(owner.name);
  if (!isNameless || !causeCells(list).hasColumns) return false;
  const find = itemFinder(fullSheet.items);
  const [scores, stated] = [awardedScores(unit), awardedScores(owner)];
  return list.items.every((item) => {
    const meant = onlyOne(find(item).item);
    return meant !== null && hasSamePoints(scores[item.position], stated[meant.position]);
  });
}

const hasSamePoints = (one: Score | undefined, other: Score | undefined): boolean =>
  one?.kind === 'points' && other?.kind === 'points' && one.points === other.points;
