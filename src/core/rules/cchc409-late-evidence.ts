/** CCHC409 — a document beside a score is dated after its deadline in `Cấu hình`. */
import type { Rule } from '../model/rule';
import { isScoredItem } from '../model/score-sheet';
import { documentInWords, evidenceOf, lateDocuments, shownDay } from '../model/beside/stated-evidence';
import { cell, subject } from './wording';

export const lateEvidence: Rule = {
  code: 'CCHC409',
  alias: 'late-evidence',
  severity: 'warning',
  title: 'Tài liệu kiểm chứng sau hạn',
  find: function* ({ scoreSheet, deadlines = [] }) {
    if (deadlines.length === 0) return;
    for (const unit of scoreSheet.units)
      for (const item of scoreSheet.items) {
        const evidence = isScoredItem(item) ? evidenceOf(scoreSheet, unit, item) : null;
        const [late] = evidence ? lateDocuments(evidence, item, deadlines) : [];
        if (!evidence || !late) continue;
        yield {
          at: [evidence.at],
          unit,
          item,
          expected: shownDay(late.due),
          actual: shownDay(late.day),
          message:
            `${subject(unit, item)}: tài liệu kiểm chứng ${documentInWords(late)} (${cell(evidence.at)}) sau hạn ` +
            `${shownDay(late.due)} là ${late.days} ngày.`,
        };
      }
  },
};
