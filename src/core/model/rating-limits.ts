/** Applies the conditions of `Cấu hình` to a scale: bands that a unit cannot get, regardless of its index. */
import { toVietnamese, type Decimal } from '../values/decimal';
import { plainKey } from '../values/fold-text';
import { rateIndex, type RatingBand, type RatingCondition, type Settings } from './settings';

/** A condition of `Cấu hình` that holds for a unit. */
export interface RatingLimit {
  readonly condition: RatingCondition;
  /** Labels of the bands that the unit cannot get. */
  readonly denied: readonly string[];
  /** A clause: «tiêu chí 1.2 Báo cáo 0 điểm». */
  readonly because: string;
}

/** The bands that no condition denies the unit. */
export const bandsFor = (scale: readonly RatingBand[], limits: readonly RatingLimit[]): readonly RatingBand[] =>
  limits.length === 0 ? scale : scale.filter(({ label }) => !limits.some(({ denied }) => denied.includes(label)));

/** Labels of the bands that the condition denies; empty if it names a level that is not in the scale. */
export function deniedBy(condition: RatingCondition, scale: readonly RatingBand[]): readonly string[] {
  const { denies, levels } = condition;
  if (denies === 'nothing' || unknownLevels(condition, scale).length > 0) return [];
  const labels = scale.map(({ label }) => label);
  const named = labels.filter((label) => levels.includes(plainKey(label)));
  return denies === 'levels' ? named : labels.slice(0, labels.indexOf(named[0] ?? ''));
}

/** Levels of the condition that the scale lacks. */
export const unknownLevels = ({ levels }: RatingCondition, scale: readonly RatingBand[]): readonly string[] =>
  levels.filter((level) => !scale.some(({ label }) => plainKey(label) === level));

/** Whether a list of units belongs to the condition: the condition covers every measure that the list may be about. */
export const isAbout = (condition: RatingCondition, list: RatingCondition): boolean =>
  condition.test === 'named' &&
  condition.denies !== 'nothing' &&
  list.measures.length > 0 &&
  list.measures.every((each) => condition.measures.includes(each));

interface Rated {
  readonly publishedIndex: Decimal | null;
  readonly rating: string | null;
  readonly limits: readonly RatingLimit[];
}

/**
 * Why the unit does not have the rating that its index reaches, with the cell of the condition; null if it has that
 * rating.
 */
export function loweredBecause({ publishedIndex, rating, limits }: Rated, { scale }: Settings): string | null {
  const reached = publishedIndex === null ? null : rateIndex(publishedIndex, scale);
  if (reached === null || reached === rating || publishedIndex === null) return null;
  const reasons = limits.filter(({ denied }) => denied.includes(reached));
  const because = reasons.map(({ because: why, condition }) => `${why} (${condition.where})`).join('; ');
  return `thay cho «${reached}» của chỉ số ${toVietnamese(publishedIndex)} vì ${because}`;
}
