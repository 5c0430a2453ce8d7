/**
 * How an item is called: with its code, and with the criterion it belongs to where its own code does not say which that
 * is.
 */
import { squeeze } from '../values/fold-text';
import { itemOver, type Item } from './score-sheet';
import { withoutPlace } from './stated-place';

/** «a)» of an item that is only told apart below its criterion. */
const LETTER = /^[a-zđ]$/u;

/** «1.1.»; «a)» keeps its bracket and «I.» its stop; "" for an item without a code. */
export function codeOf({ code }: Pick<Item, 'code'>): string {
  const bare = code.replace(/[.)\s]+$/, '');
  if (code === '' || LETTER.test(bare)) return code === '' ? '' : `${bare})`;
  return `${code.replace(/\.+$/, '')}${/\)$/.test(code) ? '' : '.'}`;
}

/** Without the dash before it and the stop behind it, on one line. */
export const bareName = (name: string): string =>
  squeeze(name)
    .replace(/^[-–—•+*\s]+/u, '')
    .replace(/[\s.;:,]+$/u, '');

/** A name as part of a sentence. */
export const nameOf = ({ name }: Pick<Item, 'name'>): string => bareName(withoutPlace(name));

/** «1.1. Kế hoạch cải cách hành chính hằng năm». */
export const titleOf = (item: Pick<Item, 'code' | 'name'>): string =>
  [codeOf(item), nameOf(item)].filter((part) => part !== '').join(' ');

/**
 * The criterion that a dash or «a)» belongs to: the nearest one above that its code names; null where the item's own
 * code tells enough.
 */
export function itemAbove(items: readonly Item[], item: Item): Item | null {
  if (item.level < 2 || TELLING.test(item.code)) return null;
  for (let above = itemOver(items, item); above && above.level > 0; above = itemOver(items, above))
    if (above.level === 1 || TELLING.test(above.code)) return above;
  return null;
}

/** «1.2. Tuyên truyền» for a dash or «a)» below it, else "". */
export function titleAbove(items: readonly Item[], item: Item): string {
  const above = itemAbove(items, item);
  return above ? titleOf(above) : '';
}

const TELLING = /\d\.\d/;

/** «1.2. Tuyên truyền, nội dung “Tin bài”», and its two parts again. */
export const nameWithin = (above: string, name: string): string =>
  above === '' ? name : `${above}, nội dung “${bareName(name)}”`;

export function partsOfName(text: string): { readonly above: string; readonly name: string } {
  const match = /^(.+), nội dung “(.+)”$/u.exec(squeeze(text));
  return { above: match?.[1] ?? '', name: match?.[2] ?? text };
}
