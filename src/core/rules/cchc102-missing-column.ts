/** CCHC102 — a required column is missing, or an item lacks a maximum although others have one. */
import type { Rule, RuleContext } from '../model/rule';
import { isScoredItem, type Item, type ScoreRole } from '../model/score-sheet';
import { ROLE_WORDS, cell, cellOfItem, subject } from './wording';

const COLUMN_WORDS: Readonly<Record<ScoreRole | 'name' | 'unit', string>> = {
  ...ROLE_WORDS,
  name: 'nội dung tiêu chí',
  unit: 'tên đơn vị',
};

/** Scored items that have points of some unit but no maximum, in a sheet that states maxima elsewhere. */
function itemsWithoutMax({ scoreSheet: { items, units, facts } }: RuleContext): Item[] {
  const open = items.filter((item) => isScoredItem(item) && item.max === null);
  if (open.length === 0) return [];
  const lacks = open.filter(({ position }) =>
    units.some((unit) =>
      [unit.self?.[position], unit.appraised?.[position]].some(
        (score) => score?.kind === 'points' && score.of === null && (unit.max?.[position] ?? null) === null,
      ),
    ),
  );
  // A sheet without any maximum is reported once, by another fact.
  const isTold = facts.some(
    (fact) => fact.kind === 'no-maximum' || (fact.kind === 'missing-column' && fact.role === 'max'),
  );
  const hasSome = items.some((item) => item.max !== null) || units.some((unit) => unit.max !== null);
  return isTold || !hasSome ? [] : lacks;
}

export const missingColumn: Rule = {
  code: 'CCHC102',
  alias: 'missing-column',
  severity: 'error',
  title: 'Thiếu cột hoặc thiếu điểm tối đa',
  find: function* (context) {
    for (const fact of context.scoreSheet.facts) {
      if (fact.kind !== 'missing-column') continue;
      if (fact.hasLosses && fact.at) {
        yield {
          at: [fact.at],
          message:
            `Bảng ở trang tính «${context.scoreSheet.sheet}» chỉ có cột điểm bị trừ (${cell(fact.at)}), không có cột ` +
            'điểm tự chấm hay điểm thẩm định, nên chưa tính được: ô bị trừ để trống không cho biết là không bị trừ ' +
            'hay chưa chấm.',
        };
        continue;
      }
      yield {
        at: fact.at ? [fact.at] : [],
        message:
          `Bảng ở trang tính «${context.scoreSheet.sheet}» thiếu cột ${COLUMN_WORDS[fact.role]}, nên chưa tính ` +
          `được${fact.at ? ` (xem tiêu đề ở ${cell(fact.at)})` : ''}.`,
      };
    }
    for (const item of itemsWithoutMax(context)) {
      yield {
        at: [cellOfItem(item)],
        item,
        message:
          `${subject(null, item)}: có điểm nhưng không ghi điểm tối đa, nên chưa tính được chỉ số của đơn vị được ` +
          'chấm ở đây.',
      };
    }
  },
};
