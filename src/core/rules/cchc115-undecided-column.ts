/**
 * CCHC115 — the evidence does not decide what a column holds: the officer is asked and shown the index that each choice
 * gives.
 */
import { columnName } from '../values/address';
import { toVietnamese } from '../values/decimal';
import { percentOf, roundRatio } from '../values/ratio';
import { DEFAULT_PLACES, rateIndex, type RatingBand } from '../model/settings';
import { COLUMN_ROLE_LABELS } from '../model/column-role';
import type { Rule } from '../model/rule';
import type { Choice } from '../model/score-sheet';
import { HOW_TO_DECIDE } from '../model/reading';
import { answersTo } from './mistakes';
import { cell } from './wording';

/** One choice with its index, such as «E: 97,5 (Xuất sắc)». */
function outcome({ column, points, max }: Choice, scale: readonly RatingBand[]): string {
  const ratio = points === null || max === null ? null : percentOf(points, max);
  if (ratio === null) return columnName(column);
  const index = roundRatio(ratio, DEFAULT_PLACES);
  const rating = rateIndex(index, scale);
  return `${columnName(column)}: ${toVietnamese(index)}${rating === null ? '' : ` (${rating})`}`;
}

export const undecidedColumn: Rule = {
  code: 'CCHC115',
  alias: 'undecided-column',
  severity: 'error',
  title: 'Chưa rõ cột ghi gì, cần người dùng chọn',
  find: function* (context) {
    const { facts, units } = context.scoreSheet;
    const { scale } = context.settings;
    for (const fact of facts) {
      if (fact.kind === 'likely-column') {
        yield {
          at: [fact.at],
          severity: 'note',
          message:
            `Cột «${fact.header}» ở ${cell(fact.at)} được hiểu là ${COLUMN_ROLE_LABELS[fact.readAs]} ` +
            `vì ${fact.because}.`,
        };
      }
      if (fact.kind === 'unsure-tree') {
        yield {
          at: [fact.at],
          severity: 'warning',
          message:
            'Chưa chắc dòng nào nằm dưới dòng nào: mã và tổng không nói giống nhau; điểm được cộng từ các dòng chi ' +
            'tiết, và không đề nghị sửa tổng nào.',
        };
      }
      if (fact.kind === 'doubtful-maximum') {
        yield {
          at: [fact.at],
          severity: 'warning',
          message:
            `${fact.question}? Không đơn vị nào được đến một phần năm, trong khi ở mọi tiêu chí khác có đơn vị được ` +
            'từ một nửa. Nếu ghi sai thì sửa ô này.',
        };
      }
      if (fact.kind !== 'undecided-column') continue;
      const unit = units[fact.unit ?? -1];
      const choices = fact.choices.map((each) => outcome(each, scale)).join(' · ');
      yield {
        at: fact.at,
        ...(unit ? { unit } : {}),
        ...(fact.remedy === undefined ? {} : answersTo(context, fact)),
        message:
          `Chưa rõ ${fact.question.charAt(0).toLowerCase()}${fact.question.slice(1)}` +
          `${choices === '' ? '' : ` (${choices})`}, vì ${fact.because}` +
          (fact.remedy === undefined ? HOW_TO_DECIDE : `; ${fact.remedy}`),
      };
    }
  },
};
