/** Titles of items: with their code, and with their criterion if the code alone does not identify it. */
import { squeeze } from '../values/fold-text';
import { itemOver, type Item } from './score-sheet';
import { withoutPlace } from './beside/stated-place';

/** «a)»: a code that is unique only within its criterion. */
const LETTER = /^[a-zđ]$/u;

/** «1.1.»; «a)» keeps its bracket and «I.» its stop; "" for an item without a code. */
export function codeOf({ code }: Pick<Item, 'code'>): string {
  const bare = code.replace(/[.)\s]+$/, '');
  if (code === '' || LETTER.test(bare)) return code === '' ? '' : `${bare})`;
  return `${code.replace(/\.+$/, '')}${/\)$/.test(code) ? '' : '.'}`;
}

/** On one line, without a leading dash or trailing punctuation. */
export const bareName = (name: string): string =>
  squeeze(name)
    .replace(/^[-–—•+*\s]+/u, '')
    .replace(/[\s.;:,]+$/u, '');

/** An item's name as part of a sentence. */
export const nameOf = ({ name }: Pick<Item, 'name'>): string => bareName(withoutPlace(name));

/** «1.1. Kế hoạch cải cách hành chính hằng năm». */
export const titleOf = (item: Pick<Item, 'code' | 'name'>): string =>
  [codeOf(item), nameOf(item)].filter((part) => part !== '').join(' ');

/**
 * The criterion that a dash or «a)» belongs to: the nearest parent with a full code, or the one at level 1; null if the
 * item's own code identifies it.
 */
export function itemAbove(items: readonly Item[], item: Item): Item | null {
  if (item.level < 2 || TELLING.test(item.code)) return null;
  for (let above = itemOver(items, item); above && above.level > 0; above = itemOver(items, above))
    if (above.level === 1 || TELLING.test(above.code)) return above;
  return null;
}

/** «1.2. Tuyên truyền» for a dash or «a)» below it; "" for other items. */
export function titleAbove(items: readonly Item[], item: Item): string {
  const above = itemAbove(items, item);
  return above ? titleOf(above) : '';
}

const TELLING = /\d\.\d/;

/** «1.2. Tuyên truyền, nội dung “Tin bài”»; `partsOfName` splits it again. */
export const nameWithin = (above: string, name: string): string =>
  above === '' ? name : `${above}, nội dung “${bareName(name)}”`;

export function partsOfName(text: string): { readonly above: string; readonly name: string } {
  const match = /^(.+), nội dung “(.+)”$/u.exec(squeeze(text));
  return { above: match?.[1] ?? '', name: match?.[2] ?? text };
}
