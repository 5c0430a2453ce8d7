/** CCHC404 — the losses listed below an area add up to more than it lost. */
import { lostInAll } from '../model/deduction';
import type { Finding, Rule, RuleContext } from '../model/rule';
import { groupsOf } from '../values/group';
import { isMistaken } from './mistakes';
import { listedLosses } from './listed-losses';
import { plain, shown, subject } from './wording';

export const overExplainedLoss: Rule = {
  code: 'CCHC404',
  alias: 'over-explained-loss',
  severity: 'warning',
  title: 'Điểm bị trừ kê nhiều hơn số điểm mất',
  find: function* (context) {
    for (const { unit, area, at, listed, lost } of listedLosses(context)) {
      if (listed <= lost) continue;
      yield {
        follows: isMistaken(context, unit, area),
        at: [at],
        unit,
        item: area,
        expected: plain(lost),
        actual: plain(listed),
        message:
          `${subject(unit, area)}: chỉ mất ${shown(lost)} điểm nhưng điểm bị trừ kê ở các tiêu chí con cộng được ` +
          `${shown(listed)}.`,
      };
    }
    yield* lostInParts(context);
  },
};

/** For areas scored as a whole: compares the loss with the losses that another sheet lists for their parts. */
function* lostInParts({ causes, deductions }: RuleContext): Generator<Finding> {
  const parts = groupsOf(causes.cited, ({ unit, item, isOfPart }) =>
    item && isOfPart ? `${unit.position} ${item.position}` : '',
  );
  if (parts.size === 0) return;
  for (const { unit, item, at, lostPoints } of deductions) {
    const lines = (parts.get(`${unit.position} ${item.position}`) ?? []).map(({ line }) => line);
    const listed = lostInAll(lines);
    const [first] = lines;
    if (!first || listed === null || listed <= lostPoints) continue;
    yield {
      at: [at],
      unit,
      item,
      expected: plain(lostPoints),
      actual: plain(listed),
      message:
        `${subject(unit, item)}: chỉ mất ${shown(lostPoints)} điểm nhưng điểm bị trừ kê ở trang tính ` +
        `«${first.sheet}» cộng được ${shown(listed)}; các số này không đưa vào báo cáo.`,
    };
  }
}
