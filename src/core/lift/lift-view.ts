/**
 * How a unit could rise, ready for display: what is missing to the next rating and the next place, which losses are
 * enough, and what remedying a selection of them gives.
 */
import { resultAt, type Assessment, type UnitResult } from '../model/assessment';
import {
  DECIMAL_PLACES,
  placesOf,
  subtract,
  sum,
  toVietnamese,
  truncateTo,
  type Decimal,
  shownCount,
} from '../values/decimal';
import type { Lift, UnitLift } from '../model/lift';
import type { GoalView, LiftSetView, LiftView, LossView, WhatIfView } from '../model/lift-view';
import { roundRatio } from '../values/ratio';
import { areaOf, isInSurvey, labelOf, positionsOf, unitLabel, type Item } from '../model/score-sheet';
import { isRemediable } from '../model/deduction-sheet';
import { liftUnit } from './lift-rating';
import { remedied } from './what-if';

/** Null for an undetermined unit. */
export function liftView(sheets: readonly Assessment[], assessment: Assessment, unit: number): LiftView | null {
  const lift = liftOf(sheets, assessment, unit);
  return lift && liftInWords(assessment, lift);
}

/** Excludes survey answers and losses that the officer noted as beyond remedy. */
export const liftOf = (sheets: readonly Assessment[], assessment: Assessment, unit: number): UnitLift | null =>
  liftUnit(
    sheets,
    assessment,
    unit,
    (each) => !isInSurvey(assessment.scoreSheet.items, each.item) && isRemediable(each),
  );

export function liftInWords(assessment: Assessment, lift: UnitLift): LiftView | null {
  const { scoreSheet, places } = assessment;
  const { result } = lift;
  if (result.publishedIndex === null) return null;
  return {
    unitName: unitLabel(scoreSheet, result.unit),
    index: toVietnamese(result.publishedIndex, places),
    rating: result.rating,
    rank: result.rank,
    rankOf: result.rankOf,
    toRating: lift.rating
      ? goalView(assessment, result, lift, lift.rating)
      : nothing(
          assessment.settings.scale.length === 0
            ? 'Bảng không dùng thang xếp loại.'
            : 'Đơn vị đã ở mức xếp loại cao nhất.',
        ),
    toRank: lift.rank
      ? goalView(assessment, result, lift, lift.rank)
      : nothing(result.rank === null ? 'Đơn vị không được xếp hạng.' : 'Không có đơn vị nào đứng trên.'),
    losses: lossViews(assessment, lift),
  };
}

/** The unit's result with these losses remedied; null for an undetermined unit. */
export function whatIfView(
  sheets: readonly Assessment[],
  assessment: Assessment,
  unit: number,
  items: readonly number[],
): WhatIfView | null {
  const after = remediedUnit(sheets, assessment, unit, items);
  return after && whatIfInWords(assessment, after, items);
}

/** Null for an undetermined unit. */
export const remediedUnit = (
  sheets: readonly Assessment[],
  assessment: Assessment,
  unit: number,
  items: readonly number[],
): UnitResult | null => remedied(sheets, assessment, unit, items)?.[unit] ?? null;

/** `after` is the unit's result with these losses remedied. */
export function whatIfInWords(assessment: Assessment, after: UnitResult, items: readonly number[]): WhatIfView | null {
  const before = resultAt(assessment, after.unit.position);
  const chosen = new Set(items);
  const lost = assessment.deductions.flatMap((each) =>
    each.unit.position === after.unit.position && chosen.has(each.item.position) ? [each.lostPoints] : [],
  );
  return before ? resultView(assessment, before, after, sum(lost)) : null;
}

const nothing = (text: string): GoalView => ({ title: null, text, sets: [], unreachable: null });

function goalView(assessment: Assessment, before: UnitResult, lift: UnitLift, { goal, missing, sets }: Lift): GoalView {
  const { places } = assessment;
  const finest = Math.min(8, Math.max(2, ...lift.gains.map(({ deduction }) => placesOf(deduction.lostPoints))));
  const points = `${toVietnamese(atLeast(missing.points, missing.isMore, finest))} điểm`;
  const orSurvey =
    missing.surveyPoints === null
      ? ''
      : ` (hoặc ${toVietnamese(atLeast(missing.surveyPoints, missing.isMore, finest))} điểm điều tra xã hội học)`;
  const need = `Cần thêm ít nhất ${points}${orSurvey}`;
  const views = sets.map(({ items, lost, after }): LiftSetView => ({
    items: positionsOf(items),
    label: labelsOf(items),
    lost: toVietnamese(lost),
    after: resultView(assessment, before, after, lost),
  }));
  const unreachable = views.length > 0 ? null : whyNot(assessment, lift);
  if (goal.kind === 'rating') {
    const { band, line } = goal;
    return {
      title: `Lên mức ${band.label}`,
      text: `${need} để chỉ số làm tròn đạt ${toVietnamese(line, places)}.`,
      sets: views,
      unreachable,
    };
  }
  const names = goal.above.map((each) => unitLabel(each, each.unit));
  const above =
    names.length > 3
      ? `${names.slice(0, 2).join(', ')} và ${shownCount(names.length - 2)} đơn vị khác`
      : names.join(', ');
  return {
    title: `Lên trên ${above}`,
    text: `${need} để vượt chỉ số ${toVietnamese(goal.publishedIndex, places)}; bằng chỉ số thì chỉ đồng hạng.`,
    sets: views,
    unreachable,
  };
}

/**
 * The smallest amount with the decimals in which points are given: 4,9653 → 4,97; if more than 1,55 is required, 1,56.
 */
function atLeast(points: Decimal, isMore: boolean, places: number): Decimal {
  const cut = truncateTo(points, places);
  return cut === points && !isMore ? cut : ((cut + 10 ** (DECIMAL_PLACES - places)) as Decimal);
}

function whyNot({ scoreSheet, deductions }: Assessment, { result, gains }: UnitLift): string {
  if (!scoreSheet.itemised)
    return 'Bảng chỉ có điểm tổng, không có điểm từng tiêu chí, nên không chỉ ra được nội dung cần khắc phục.';
  if (!deductions.some((each) => each.unit === result.unit)) return 'Đơn vị không bị trừ điểm ở tiêu chí nào.';
  return gains.every(({ remediable }) => remediable)
    ? 'Khắc phục hết mọi nội dung bị trừ vẫn chưa đủ.'
    : 'Khắc phục hết những nội dung còn khắc phục được vẫn chưa đủ.';
}

function resultView(
  { places, settings }: Assessment,
  before: UnitResult,
  after: UnitResult,
  lost: Decimal,
): WhatIfView {
  const [was, is] = [before.publishedIndex ?? (0 as Decimal), after.publishedIndex ?? (0 as Decimal)];
  const change = subtract(is, was);
  const band = (label: string | null): number =>
    label === null ? settings.scale.length : settings.scale.findIndex((each) => each.label === label);
  return {
    lost: toVietnamese(lost),
    index: toVietnamese(is, places),
    change: `${change > 0 ? '+' : ''}${toVietnamese(change, places)}`,
    rating: after.rating,
    rank: after.rank,
    rankOf: after.rankOf,
    isRatingBetter: band(after.rating) < band(before.rating),
    isRankBetter: after.rank !== null && before.rank !== null && after.rank < before.rank,
  };
}

const lossViews = ({ scoreSheet: { items }, places }: Assessment, { gains }: UnitLift): LossView[] =>
  gains.map(({ deduction: { item, lostPoints, cause, responsibleBody, at }, gain, remediable }) => ({
    item: item.position,
    label: labelOf(item),
    area: labelOf(areaOf(items, item)),
    lost: toVietnamese(lostPoints),
    gain: toVietnamese(roundRatio(gain, places), places),
    remediable,
    cause,
    responsibleBody,
    at,
  }));

/** «1.2, 1.3 và 1.5»; a long name is shortened. */
function labelsOf(items: readonly Item[]): string {
  const labels = items.map(({ code, name }) =>
    code !== '' ? code : name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).replace(/\s+\S*$/, '')}…` : name,
  );
  const last = labels.at(-1) ?? '';
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(', ')} và ${last}`;
}

const LONGEST_NAME = 60;
