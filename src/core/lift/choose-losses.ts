/**
 * Losses of one unit that an officer names by their codes, or by name where they have none: found without guessing, or
 * refused in a sentence.
 */
import { toA1 } from '../values/address';
import type { Assessment } from '../model/assessment';
import type { Deduction } from '../model/deduction';
import { wordFinder } from '../matching/find-items';
import { isScoredItem, labelOf, unitLabel, type Item } from '../model/score-sheet';
import { isRemediable } from '../model/deduction-sheet';

/**
 * Indices of items in the set's order, or why they are not known: a sentence that goes on from «Trong «bảng.xlsx», …».
 */
type Choice = { readonly items: readonly number[] } | { readonly why: string };

/** «1.1», «1.1.», «Tiêu chí 1.1», «1. 1»; a criterion stands for all of its parts that lost points. */
export function chooseLosses(assessment: Assessment, unit: number, words: readonly string[]): Choice {
  const { scoreSheet, units } = assessment;
  const scores = scoreSheet.units[unit];
  const name = scores ? unitLabel(scoreSheet, scores) : '';
  if (units[unit]?.undetermined ?? true)
    return { why: `chỉ số của «${name}» chưa xác định nên chưa tính được kết quả sau khắc phục.` };
  const own = new Map(
    assessment.deductions.flatMap((each) => (each.unit === unit ? [[each.item, each] as const] : [])),
  );
  const items = new Set<number>();
  const meantBy = wordFinder(scoreSheet.items);
  for (const word of words) {
    const meant = meantBy(word);
    const [first] = meant;
    if (!first) return { why: `trang tính «${scoreSheet.sheet}» không có mục «${word}».` };
    const found = meant
      .map((item) => ({ item, losses: lossesBelow(scoreSheet.items, own, item) }))
      .filter(({ losses }) => losses.length > 0);
    const chosen = found[0]?.losses;
    if (!chosen)
      return { why: `«${name}» không bị trừ điểm ở mục «${labelOf(first)}»; ${lostItems(scoreSheet.items, own)}` };
    if (found.some(({ losses }) => !isSame(losses, chosen)))
      return {
        why:
          `trang tính «${scoreSheet.sheet}» có nhiều mục «${word}» mà «${name}» bị trừ điểm: ` +
          `${found.map(({ item }) => placeOf(item, own.get(item.index))).join('; ')}. Hãy ghi rõ hơn mã ` +
          'hoặc tên của một mục.',
      };
    const fixed = chosen.find((each) => !isRemediable(each));
    if (fixed)
      return {
        why:
          `mục ${placeOf(scoreSheet.items[fixed.item] ?? first, fixed)} của «${name}» đã ghi là không khắc ` +
          'phục được.',
      };
    for (const { item } of chosen) items.add(item);
  }
  return { items: [...items].sort((a, b) => a - b) };
}

function lossesBelow(items: readonly Item[], own: ReadonlyMap<number, Deduction>, item: Item): Deduction[] {
  if (isScoredItem(item)) return [own.get(item.index) ?? []].flat();
  return item.children.flatMap((child) => (items[child] ? lossesBelow(items, own, items[child]) : []));
}

const isSame = (some: readonly Deduction[], others: readonly Deduction[]): boolean =>
  some.length === others.length && some.every((each, at) => each === others[at]);

/** «1.1 Kế hoạch» (ô D3): two may be called the same. */
const placeOf = (item: Item, loss: Deduction | undefined): string =>
  `«${labelOf(item)}»${loss ? ` (ô ${toA1(loss.at)})` : ''}`;

const MOST_NAMED = 40;

function lostItems(items: readonly Item[], own: ReadonlyMap<number, Deduction>): string {
  const labels = [...own.keys()]
    .sort((a, b) => a - b)
    .flatMap((index) => (items[index] ? [items[index].code || `«${items[index].name}»`] : []));
  if (labels.length === 0) return 'đơn vị không mất điểm nào.';
  return `các mục bị trừ: ${labels.slice(0, MOST_NAMED).join(', ')}${labels.length > MOST_NAMED ? '…' : '.'}`;
}
