/** CCHC307 — a stated rating is not the band of the published index, or not a band of the scale at all. */
import type { Finding, Rule, RuleContext } from '../model/rule';
import type { Decimal } from '../values/decimal';
import type { RatingBand, Settings } from '../model/settings';
import { bandsFor } from '../model/rating-limits';
import { rateIndex, scaleSource } from '../model/settings';
import { ratingKey } from './rating-label';
import { correctedIndices } from './corrected-index';
import type { UnitScores } from '../model/score-sheet';
import { evidenceWithIndex, cell, listCells, shown, subject } from './wording';
import { shownCount } from '../values/decimal';

/** If a mistake affects the unit, the rating is compared with the corrected index; null if that index is unknown. */
function wantedRating(sound: Decimal | null | undefined, rating: string, scale: readonly RatingBand[]): string | null {
  if (sound === undefined) return rating;
  return sound === null ? null : rateIndex(sound, scale);
}

export const mismatchedRating: Rule = {
  code: 'CCHC307',
  alias: 'mismatched-rating',
  severity: 'warning',
  title: 'Xếp loại không khớp',
  find: function* (context) {
    const found = [...mismatches(context)];
    const { unreadScale } = context.settings;
    const isStated = context.units.some(({ unit }) => unit.stated.rating);
    if (!unreadScale || (found.length === 0 && isStated)) return yield* found;
    yield {
      severity: 'note',
      at: [unreadScale],
      message:
        `Thang xếp loại ở ${cell(unreadScale)} chưa hiểu hết nên xếp loại đang tính theo thang ` +
        `${scaleSource(context.settings)}. Hãy ghi thang xếp loại vào Cấu hình.`,
    };
  },
};

function* mismatches(context: RuleContext): Generator<Finding> {
  const { settings, units } = context;
  const corrected = correctedIndices(context);
  const labels = new Set(settings.scale.map(({ label }) => ratingKey(label)));
  const foreign = new Map<string, UnitScores[]>();
  for (const { unit, rating, publishedIndex, limits } of units) {
    const stated = unit.stated.rating;
    if (!stated || stated.isBlank || rating === null || publishedIndex === null) continue;
    const key = ratingKey(stated.text);
    const wanted = wantedRating(corrected.get(unit), rating, bandsFor(settings.scale, limits));
    if (key === ratingKey(rating) || (wanted !== null && key === ratingKey(wanted))) continue;
    if (!labels.has(key)) {
      foreign.set(key, [...(foreign.get(key) ?? []), unit]);
      continue;
    }
    yield {
      follows: wanted === null,
      at: [stated.at],
      unit,
      expected: rating,
      actual: stated.text,
      message:
        `${subject(unit, null)}: xếp loại ở ${cell(stated.at)} ghi «${stated.text}» nhưng chỉ số ` +
        `${shown(publishedIndex)} thuộc loại «${rating}».`,
      evidence: evidenceWithIndex(
        unit,
        stated.at,
        `xếp loại «${stated.text}»`,
        `chỉ số ${shown(publishedIndex)} thuộc loại «${rating}»`,
      ),
      suggestions:
        stated.isFormula || wanted !== rating
          ? []
          : [{ at: stated.at, value: rating, why: `chỉ số ${shown(publishedIndex)} thuộc loại ${rating}` }],
    };
  }
  yield* labelsOfOtherScale([...foreign.values()], settings);
}

/** A label of another scale gives one finding about the scale, not one for each unit. */
function* labelsOfOtherScale(labels: readonly (readonly UnitScores[])[], settings: Settings): Generator<Finding> {
  const scale = settings.scale.map(({ label, from }) => `${label} từ ${shown(from)}`).join(', ');
  for (const members of labels) {
    const cells = members.flatMap(({ stated }) => stated.rating ?? []);
    const [first] = cells;
    if (!first) continue;
    const [unit] = members;
    const whose = members.length === 1 ? subject(unit ?? null, null) : `${shownCount(members.length)} đơn vị`;
    yield {
      at: cells.map(({ at }) => at),
      ...(members.length === 1 && unit ? { unit } : {}),
      actual: first.text,
      message:
        `${whose}: xếp loại «${first.text}» (${listCells(cells.map(({ at }) => at))}) không có trong thang xếp loại ` +
        `đang dùng (${scale}).`,
    };
  }
}
