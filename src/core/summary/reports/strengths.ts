/** Strengths and shortcomings drafted from the points of several units: an officer's first version, to be confirmed and worded. */
import { tallyAt } from '../../model/assessment';
import type { Block } from '../../model/document';
import { codeKey, nameKey } from '../../model/match-causes';
import { isScoredItem, type Item } from '../../model/score-sheet';
import { itemsOf, type Subject } from '../subjects';
import { areaTitle, citedAs, counted, kindsOf, namesInBrackets, ofAll } from '../wording';
import { draft, italic } from './report';

/** One item of the set over all units, also where each unit has its own sheet. */
interface Common {
  readonly item: Item;
  /** The first unit that has it: its sheet names the item. */
  readonly subject: Subject;
  readonly key: string;
  readonly parent: string | null;
  /** Units that the item applies to. */
  readonly applies: readonly Subject[];
  readonly lost: readonly Subject[];
  /** Units that lost points here last year as well. */
  readonly again: readonly Subject[];
  /** Every unit that it applies to has a known score, and all of it. */
  readonly isFull: boolean;
}

/** Area by area in the set's order. */
export function draftStrengths(subjects: readonly Subject[]): Block[] {
  const items = commonItems(subjects);
  const full = items.filter(({ isFull }) => isFull);
  const keys = new Set(full.map(({ key }) => key));
  // A criterion that is full in all its parts is named once, without them.
  const topmost = full.filter(({ parent }) => parent === null || !keys.has(parent));
  const all = subjects.length > 1 ? 'tất cả các đơn vị đều đạt điểm tối đa' : 'đạt điểm tối đa';
  if (topmost.length === 0) return [draft(items.length === 0 ? NO_ITEMS : `Không có tiêu chí nào ${subjects.length > 1 ? 'mà ' : ''}${all}.`)];
  return byArea(items, topmost).map(([area, own]) => {
    const parts = own.filter(({ item }) => item !== area);
    const which = parts.length === 0 ? (area.children.length === 0 ? 'của lĩnh vực' : 'đối với mọi tiêu chí') : `đối với ${counted(parts.length, kindsOf(parts.map(({ item }) => item)))}: ${parts.map(({ subject, item }) => citedAs(itemsOf(subject), item).title).join('; ')}`;
    return draft(`- ${areaTitle(area)}: ${all} ${which}.`);
  });
}

/** Items where more than half of the units lost points, with their names; then others that lost them last year as well. */
export function draftShortcomings(subjects: readonly Subject[], before: string): Block[] {
  const items = commonItems(subjects).filter(({ item }) => isScoredItem(item));
  if (items.length === 0) return [draft(NO_ITEMS)];
  const isFrequent = ({ lost, applies }: Common): boolean => lost.length * 2 > applies.length;
  const frequent = items.filter(isFrequent);
  const seldom = items.filter((each) => each.lost.length > 0 && !isFrequent(each));
  const again = seldom.filter((each) => each.again.length > 0);
  const others = seldom.filter((each) => each.again.length === 0).map(({ item }) => item);
  const several = subjects.length > 1;
  const where = (lost: readonly Subject[]): string => (several ? ` (${namesInBrackets(lost.map(({ name }) => name))})` : '');
  const line = (each: Common, said: string): Block => {
    const { kind, title } = citedAs(itemsOf(each.subject), each.item);
    return draft(`- ${kind} `, italic(title), `: ${said}.`);
  };
  const repeated = ({ lost, again: units }: Common): string => `${before} ${units.length < lost.length ? '' : several ? 'các đơn vị này ' : ''}cũng đã bị trừ điểm${units.length < lost.length ? where(units) : ''}`;
  return [
    ...(frequent.length === 0 ? [draft(`Không có tiêu chí, tiêu chí thành phần nào ${several ? 'mà quá nửa số đơn vị ' : ''}bị trừ điểm.`)] : []),
    ...frequent.map((each) => {
      const units = several ? `${ofAll(each.lost.length, each.applies.length, 'đơn vị')} ` : '';
      const names = each.lost.length < each.applies.length ? where(each.lost) : '';
      return line(each, `${units}bị trừ điểm${names}${each.again.length > 0 ? `; ${repeated(each)}` : ''}`);
    }),
    ...again.map((each) => line(each, `bị trừ điểm${where(each.lost)}; ${repeated(each)}`)),
    ...(others.length > 0 ? [draft(`- Ngoài ra, còn ${counted(others.length, kindsOf(others))} khác bị trừ điểm ở một số đơn vị.`)] : []),
  ];
}

export const NO_ITEMS = 'Bảng tổng hợp không có điểm của từng tiêu chí nên chưa rút ra được nhận xét.';

function byArea(items: readonly Common[], chosen: readonly Common[]): [Item, Common[]][] {
  const byKey = new Map(items.map((each) => [each.key, each]));
  const groups = new Map<Item, Common[]>();
  for (const each of chosen) {
    let top = each;
    for (let above = top.parent; above !== null; above = top.parent) top = byKey.get(above) ?? { ...top, parent: null };
    groups.set(top.item, [...(groups.get(top.item) ?? []), each]);
  }
  return [...groups];
}

type Draft = { -readonly [Key in keyof Common]: Common[Key] extends readonly Subject[] ? Subject[] : Common[Key] };

/** By item, what is the same in every sheet that has it: code and name, below the same parents. */
export function commonKeys(items: readonly Item[]): string[] {
  const keys: string[] = [];
  for (const { parent, code, name } of items) keys.push(`${keys[parent] ?? ''}/${codeKey(code)} ${nameKey(name)}`);
  return keys;
}

/** The same item in several sheets is one. */
function commonItems(subjects: readonly Subject[]): Common[] {
  const found = new Map<string, Draft>();
  for (const subject of subjects) {
    const items = itemsOf(subject);
    const keys = commonKeys(items);
    for (const item of items) {
      const parent = keys[item.parent] ?? null;
      const key = keys[item.index] ?? '';
      const common = found.get(key) ?? { item, subject, key, parent, applies: [], lost: [], again: [], isFull: true };
      found.set(key, common);
      const tally = tallyAt(subject.result.totals.awarded, item.index);
      if (!tally) common.isFull = false;
      else if (tally.max > 0) {
        common.applies.push(subject);
        if (tally.points < tally.max) common.lost.push(subject);
        if (tally.points !== tally.max) common.isFull = false;
        if (subject.change?.losses.some((each) => each.item === item.index && each.recurs)) common.again.push(subject);
      }
    }
  }
  return [...found.values()].filter(({ applies }) => applies.length > 0);
}
