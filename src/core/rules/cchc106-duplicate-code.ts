/** CCHC106 — one code for two items; under Roman sections the Arabic numbers may restart. */
import type { Rule } from '../model/rule';
import { codeKey } from '../matching/keys';
import { areaOf, type Item } from '../model/score-sheet';
import { cell, cellOfItem } from './wording';

/**
 * A code of one part (2, a) must be unique among its siblings, a longer one in the sheet, or in its section if sections
 * are Roman or lettered.
 */
function scopeOf(items: readonly Item[], item: Item, code: string): string {
  if (!code.includes('.')) return `p${item.parent}`;
  const root = areaOf(items, item).code;
  return /^\d/.test(root) ? '' : `a${item.area}`;
}

export const duplicateCode: Rule = {
  code: 'CCHC106',
  alias: 'duplicate-code',
  severity: 'warning',
  title: 'Mã tiêu chí bị lặp',
  find: function* ({ scoreSheet: { items } }) {
    const first = new Map<string, Item>();
    for (const item of items) {
      const code = codeKey(item.code);
      if (code === '') continue;
      const key = `${scopeOf(items, item, code)} ${code}`;
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, item);
        continue;
      }
      yield {
        at: [cellOfItem(item), cellOfItem(earlier)],
        item,
        actual: item.code,
        message:
          `Mã ${item.code} đứng hai lần: ở ${cell(cellOfItem(earlier))} (${earlier.name}) ` +
          `và ở ${cell(cellOfItem(item))} (${item.name}).`,
      };
    }
  },
};
