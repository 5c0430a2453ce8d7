/**
 * Drafts strengths from the points of several units: items with full points in all units, and in nearly all. The
 * officer confirms and rewords this first version.
 */
import type { Block } from '../model/document';
import type { Item } from '../model/score-sheet';
import { commonItems, isFull, type CommonItem } from './common-items';
import { draft } from './report';
import { itemsOf, type Subject } from './subjects';
import { areaTitle, citedAs, counted, kindsOf, namesInBrackets } from './wording';

/** Strengths by area, in the order of the set. `isPart` means that the document covers only some of the units. */
export function draftStrengths(subjects: readonly Subject[], isPart: boolean): Block[] {
  const items = commonItems(subjects);
  if (items.length === 0) return [draft(NO_ITEMS)];
  const full = topmost(items.filter(isFull));
  const among = isPart ? 'được xét trong báo cáo này ' : '';
  const all = subjects.length > 1 ? `tất cả các đơn vị ${among}đều đạt điểm tối đa` : 'đạt điểm tối đa';
  const nearly = topmost(items.filter(isNearlyFull));
  return [
    ...(full.length === 0 ? [draft(`Không có tiêu chí nào ${subjects.length > 1 ? 'mà ' : ''}${all}.`)] : []),
    ...byArea(items, full).map(([area, some]) => draft(`- ${areaTitle(area)}: ${all} ${which(area, some)}.`)),
    ...byArea(items, nearly).map(([area, some]) =>
      draft(`- ${areaTitle(area)}: hầu hết các đơn vị ${among}đạt điểm tối đa ${which(area, some, whoHasNot)}.`),
    ),
  ];
}

export const NO_ITEMS = 'Bảng tổng hợp không có điểm của từng tiêu chí nên chưa rút ra được nhận xét.';

/** At most one unit in five, or one unit of three or more, is below the full points. */
const isNearlyFull = ({ isKnown, losses, applicableTo }: CommonItem): boolean =>
  isKnown &&
  losses.length > 0 &&
  applicableTo.length > 2 &&
  (losses.length === 1 || losses.length * 5 <= applicableTo.length);

/** If a criterion and all its parts are chosen, only the criterion is named. */
function topmost(chosen: readonly CommonItem[]): CommonItem[] {
  const keys = new Set(chosen.map(({ key }) => key));
  return chosen.filter(({ parent }) => parent === null || !keys.has(parent));
}

const titleIn = ({ subject, item }: CommonItem): string => citedAs(itemsOf(subject), item).title;

const whoHasNot = ({ losses }: CommonItem): string =>
  ` (còn ${namesInBrackets(losses.map(({ subject: { name } }) => name))} chưa đạt)`;

/** The chosen parts of the area, each followed by the text of `rest`. */
function which(area: Item, chosen: readonly CommonItem[], rest: (each: CommonItem) => string = () => ''): string {
  const parts = chosen.filter(({ item }) => item !== area);
  if (parts.length > 0)
    return (
      `đối với ${counted(parts.length, kindsOf(parts.map(({ item }) => item)))}: ` +
      parts.map((each) => titleIn(each) + rest(each)).join('; ')
    );
  return (area.children.length === 0 ? 'của lĩnh vực' : 'đối với mọi tiêu chí') + chosen.map(rest).join('');
}

function byArea(items: readonly CommonItem[], chosen: readonly CommonItem[]): [Item, CommonItem[]][] {
  const byKey = new Map(items.map((each) => [each.key, each]));
  const groups = new Map<Item, CommonItem[]>();
  for (const each of chosen) {
    let top = each;
    for (let above = top.parent; above !== null; above = top.parent) top = byKey.get(above) ?? { ...top, parent: null };
    groups.set(top.item, [...(groups.get(top.item) ?? []), each]);
  }
  return [...groups];
}
