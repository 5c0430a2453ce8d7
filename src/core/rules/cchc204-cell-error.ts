/** CCHC204 — an error value or a date where a score is expected. */
import type { Finding, Rule, RuleContext } from '../model/rule';
import { hasDates } from '../model/score-sheet';
import { datedPlace } from '../model/beside/stated-place';
import { oddScores, severityOf } from './odd-scores';
import { ROLE_WORDS, cell, subject } from './wording';

export const cellError: Rule = {
  code: 'CCHC204',
  alias: 'cell-error',
  severity: 'error',
  title: 'Ô điểm bị lỗi công thức hoặc thành ngày tháng',
  find: function* (context) {
    for (const odd of oddScores(context)) {
      const { unit, item, role, score, at } = odd;
      if (score.kind !== 'damaged' || score.problem === 'number') continue;
      const fault =
        score.problem === 'error'
          ? `báo lỗi ${score.text}`
          : 'là ngày tháng chứ không phải điểm (có thể Excel đã đổi một phân số như 5/7 thành ngày)';
      yield {
        ...severityOf(odd),
        at: [at],
        unit,
        item,
        actual: score.text,
        message: `${subject(unit, item)}: ${ROLE_WORDS[role]} ở ${cell(at)} ${fault}.`,
      };
    }
    yield* datedPlaces(context);
  },
};

/** Ranks that Excel turned into dates: a note if there is one possible reading, a warning if there are two. */
function* datedPlaces({ scoreSheet: sheet }: RuleContext): Generator<Finding> {
  if (!hasDates(sheet)) return;
  for (const unit of sheet.units) {
    const areas = sheet.items.filter(({ level }) => level === 0);
    for (const item of [null, ...areas]) {
      const place = datedPlace(sheet, unit, item);
      if (!place) continue;
      const [read = '', other] = place.readings;
      const meaning = other === undefined ? `được đọc là ${read}` : `có thể là ${read} hoặc ${other} nên không dùng`;
      yield {
        severity: other === undefined ? 'note' : 'warning',
        at: [place.at],
        unit,
        ...(item ? { item } : {}),
        ...(other === undefined ? { expected: read } : {}),
        message:
          `${subject(unit, item)}: thứ hạng ở ${cell(place.at)} bị Excel đổi thành ngày tháng; ${meaning}, ` +
          'hãy ghi lại dưới dạng chữ.',
      };
    }
  }
}
