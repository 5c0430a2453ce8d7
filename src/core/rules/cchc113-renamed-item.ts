/** CCHC113 — an item whose name or code differs from the criteria set. */
import type { Rule } from '../model/rule';
import { beginsAlike, codeKey, nameKey } from '../matching/keys';
import { matchCriteria } from '../matching/match-criteria';
import { cell, cellOfItem, subject } from './wording';

/** A missing or shortened name does not contradict the set. */
function isSameName(stated: string, issued: string): boolean {
  const [a, b] = [nameKey(stated), nameKey(issued)];
  return a === b || a === '' || b === '' || beginsAlike(a, b);
}

export const renamedItem: Rule = {
  code: 'CCHC113',
  alias: 'renamed-item',
  severity: 'note',
  title: 'Tên hoặc mã khác bộ tiêu chí',
  find: function* (context) {
    for (const { item, line } of matchCriteria(context).matched) {
      const sheet = `bộ tiêu chí (trang tính «${context.criteria?.sheet ?? ''}», ${cell(line.at)})`;
      if (codeKey(item.code) !== codeKey(line.code) && line.code !== '') {
        yield {
          at: [cellOfItem(item)],
          item,
          expected: line.code,
          actual: item.code,
          message: `${subject(null, item)}: ${sheet} ghi mã ${line.code} cho tiêu chí cùng tên này.`,
        };
      } else if (!isSameName(item.name, line.name)) {
        yield {
          at: [cellOfItem(item)],
          item,
          expected: line.name,
          actual: item.name,
          message: `${subject(null, item)}: ${sheet} ghi tên là «${line.name}».`,
        };
      }
    }
  },
};
