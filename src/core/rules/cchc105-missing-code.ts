/** CCHC105 — an item without a code among siblings that have one; dash bullets never have any. */
import type { Rule } from '../model/rule';
import { isScoredItem, partsOf, type Item } from '../model/score-sheet';
import { cell, cellOfItem, subject } from './wording';

const BULLET = /^\s*[-–•+*]/;

const siblingGroups = (items: readonly Item[]): (readonly Item[])[] => [
  items.filter(({ parent }) => parent < 0),
  ...items.filter((item) => !isScoredItem(item)).map((item) => partsOf(items, item)),
];

export const missingCode: Rule = {
  code: 'CCHC105',
  alias: 'missing-code',
  severity: 'note',
  title: 'Tiêu chí không có mã',
  find: function* ({ scoreSheet: { items } }) {
    for (const siblings of siblingGroups(items)) {
      const without = siblings.filter(({ code }) => code === '');
      if (without.length * 2 >= siblings.length) continue;
      for (const item of without) {
        if (BULLET.test(item.name)) continue;
        yield {
          at: [cellOfItem(item)],
          item,
          message:
            `${subject(null, item)}: không có mã ở ${cell(cellOfItem(item))}, trong khi các tiêu chí cùng cấp đều có ` +
            'mã.',
        };
      }
    }
  },
};
