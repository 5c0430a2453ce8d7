/**
 * CCHC408 — two different causes for one loss: in two lines of the sheet `Nguyên nhân`, there and beside the score, or,
 * for a part of an area, in a row of its own and typed in «Điểm bị trừ».
 */
import { foldText } from '../values/fold-text';
import { groupsOf } from '../values/group';
import type { Rule } from '../model/rule';
import type { Item, UnitScores } from '../model/score-sheet';
import { cell, subject } from './wording';

const WHERE = { column: 'cột nguyên nhân', note: 'ghi chú của ô điểm' } as const;

export const conflictingCauses: Rule = {
  code: 'CCHC408',
  alias: 'conflicting-causes',
  severity: 'warning',
  title: 'Hai nguyên nhân khác nhau cho một tiêu chí',
  find: function* ({ causes, deductions }) {
    if (causes.cited.length === 0) return;
    const keyOf = (unit: UnitScores, item: Item): string => `${unit.position} ${item.position}`;
    const byLoss = groupsOf(causes.cited, ({ unit, item, line }) =>
      item && line.cause !== null ? keyOf(unit, item) : '',
    );
    for (const { unit, item, at, cause, causeFrom, line: typed } of deductions) {
      if (cause === null) continue;
      const isTyped = causeFrom === 'deductions' && typed !== null;
      const other = (byLoss.get(keyOf(unit, item)) ?? []).find(({ line, isOfPart }) =>
        // If an area is scored as a whole, a part's cause may be one of several; text typed for all of them in «Điểm bị
        // trừ» does not change when a part's own row is rewritten.
        isOfPart
          ? !wordsOf(cause).includes(wordsOf(line.cause))
          : // Text typed there deliberately overrides the other cause.
            !isTyped && foldText(line.cause ?? '') !== foldText(cause),
      );
      if (!other) continue;
      const used =
        causeFrom === 'column' || causeFrom === 'note'
          ? WHERE[causeFrom]
          : isTyped
            ? `trang tính «${typed.sheet}» ${cell(typed.at)}`
            : 'dòng đứng trước';
      const message =
        `${subject(other.unit, item)}: trang tính «${other.line.sheet}» ${cell(other.line.at)} ` +
        `ghi nguyên nhân khác với ${used}; đang dùng ${used}.`;
      yield { at: [at], unit, item, message };
    }
  },
};

/** Removes punctuation, which folding keeps as part of the preceding word. */
const wordsOf = (cause: string | null): string => foldText((cause ?? '').replace(/[\s.,:;]+/g, ' '));
