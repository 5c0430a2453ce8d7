/** CCHC403 — an area lost more than the sum of the losses listed below it. */
import type { Rule } from '../model/rule';
import { isMistaken } from './mistakes';
import { listedLosses } from './listed-losses';
import { listItems, plain, shown, subject } from './wording';

export const unexplainedLoss: Rule = {
  code: 'CCHC403',
  alias: 'unexplained-loss',
  severity: 'warning',
  title: 'Điểm bị trừ chưa được kê đủ',
  find: function* (context) {
    for (const { unit, area, at, listed, lost, unlisted } of listedLosses(context)) {
      if (listed >= lost) continue;
      yield {
        follows: isMistaken(context, unit, area),
        at: [at],
        unit,
        item: area,
        expected: plain(lost),
        actual: plain(listed),
        message:
          `${subject(unit, area)}: mất ${shown(lost)} điểm nhưng điểm bị trừ kê ở các tiêu chí con chỉ cộng được ` +
          `${shown(listed)}${unlisted.length > 0 ? `; chưa ghi ở ${listItems(unlisted)}` : ''}.`,
      };
    }
  },
};
