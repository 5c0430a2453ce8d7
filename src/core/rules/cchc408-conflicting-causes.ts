/** CCHC408 — two different causes for one loss: in two lines of the sheet `Nguyên nhân`, or there and beside the score. */
import type { CauseLine } from '../model/deduction';
import { foldText } from '../values/fold-text';
import { matchCauses } from '../matching/match-causes';
import type { Rule } from '../model/rule';
import { cell, subject } from './wording';

const WHERE = { column: 'cột nguyên nhân', note: 'ghi chú của ô điểm' } as const;

export const conflictingCauses: Rule = {
  code: 'CCHC408',
  alias: 'conflicting-causes',
  severity: 'warning',
  title: 'Hai nguyên nhân khác nhau cho một tiêu chí',
  find: function* ({ scoreSheet: sheet, causes, deductions }) {
    if (causes.length === 0) return;
    const lines = new Map<number, CauseLine[]>();
    for (const [unit, matches] of matchCauses(sheet, causes)) {
      for (const { item, line } of matches) {
        if (item === null || line.cause === null) continue;
        const key = unit * sheet.items.length + item;
        lines.set(key, [...(lines.get(key) ?? []), line]);
      }
    }
    for (const { unit, item, at, cause, causeFrom } of deductions) {
      // What was typed in «Điểm bị trừ» was typed to come before all others.
      if (cause === null || causeFrom === 'deductions') continue;
      const others = (lines.get(unit * sheet.items.length + item) ?? []).filter(
        (line) => foldText(line.cause ?? '') !== foldText(cause),
      );
      const [other] = others;
      if (!other) continue;
      const used = causeFrom === 'column' || causeFrom === 'note' ? WHERE[causeFrom] : 'dòng đứng trước';
      const message = `${subject(sheet.units[unit] ?? null, sheet.items[item] ?? null)}: trang tính «${other.sheet}» ${cell(other.at)} ghi nguyên nhân khác với ${used}; đang dùng ${used}.`;
      yield { at: [at], unit, item, message };
    }
  },
};
