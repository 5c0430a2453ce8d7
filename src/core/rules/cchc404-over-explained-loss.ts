/** CCHC404 — the losses listed below an area add up to more than it lost. */
import type { Rule } from '../model/rule';
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
  },
};
