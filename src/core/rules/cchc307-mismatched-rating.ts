/** CCHC307 — a stated rating is not the band that the published index falls into, or no band of the scale at all. */
import type { Rule } from '../model/rule';
import { foldText } from '../values/fold-text';
import type { UnitScores } from '../model/score-sheet';
import { cell, listCells, shown, subject } from './wording';

const BEFORE_LABEL = new RegExp(`^(?:${['xếp loại', 'phân loại', 'loại'].map(foldText).join('|')}) `);

const SHORT = new Map(
  [
    ['xs', 'Xuất sắc'],
    ['tb', 'Trung bình'],
  ].map(([short = '', label = '']) => [short, foldText(label)]),
);

/** «Xếp loại: TỐT» and «Tốt» are one label, and so are «TB» and «Trung bình». */
function ratingKey(text: string): string {
  const key = foldText(text.replace(/[:.;]/g, ' ')).replace(BEFORE_LABEL, '');
  return SHORT.get(key) ?? key;
}

export const mismatchedRating: Rule = {
  code: 'CCHC307',
  alias: 'mismatched-rating',
  severity: 'warning',
  title: 'Xếp loại không khớp',
  find: function* ({ scoreSheet, settings, units }) {
    const labels = new Set(settings.scale.map(({ label }) => ratingKey(label)));
    const foreign = new Map<string, UnitScores[]>();
    for (const unit of scoreSheet.units) {
      const stated = unit.stated.rating;
      const { rating = null, publishedIndex = null } = units[unit.index] ?? {};
      if (!stated || stated.isBlank || rating === null || publishedIndex === null) continue;
      const key = ratingKey(stated.text);
      if (key === ratingKey(rating)) continue;
      if (!labels.has(key)) {
        foreign.set(key, [...(foreign.get(key) ?? []), unit]);
        continue;
      }
      yield {
        at: [stated.at],
        unit: unit.index,
        expected: rating,
        actual: stated.text,
        message:
          `${subject(unit, null)}: xếp loại ở ${cell(stated.at)} ghi «${stated.text}» nhưng chỉ số ` +
          `${shown(publishedIndex)} thuộc loại «${rating}».`,
        suggestions: stated.isFormula
          ? []
          : [{ at: stated.at, value: rating, why: `chỉ số ${shown(publishedIndex)} thuộc loại ${rating}` }],
      };
    }
    // A label of another scale is one question about the scale, not one fault for each unit.
    for (const members of foreign.values()) {
      const cells = members.flatMap(({ stated }) => stated.rating ?? []);
      const [first] = cells;
      if (!first) continue;
      const scale = settings.scale.map(({ label, from }) => `${label} từ ${shown(from)}`).join(', ');
      yield {
        at: cells.map(({ at }) => at),
        ...(members.length === 1 && members[0] ? { unit: members[0].index } : {}),
        actual: first.text,
        message:
          `${members.length === 1 ? subject(members[0] ?? null, null) : `${members.length} đơn vị`}: xếp loại ` +
          `«${first.text}» (${listCells(cells.map(({ at }) => at))}) không có trong thang xếp loại đang dùng ` +
          `(${scale}).`,
      };
    }
  },
};
