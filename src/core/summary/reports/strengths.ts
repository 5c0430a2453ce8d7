/** Strengths and shortcomings drafted from the points of several units: an officer's first version, to be confirmed and worded. */
import { tallyAt } from '../../model/assessment';
import type { Block, TextRun } from '../../model/document';
import { codeKey, nameKey } from '../../model/match-causes';
import { isScoredItem, type Item } from '../../model/score-sheet';
import { itemsOf, type Subject } from '../subjects';
import { citedAs, counted, insideSentence, listed, nameOf, ofAll } from '../wording';
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
    const which = parts.length === 0 ? 'đối với mọi tiêu chí' : `đối với ${counted(parts.length, 'tiêu chí, tiêu chí thành phần')}: ${parts.map(({ subject, item }) => citedAs(itemsOf(subject), item).title).join('; ')}`;
    return draft(`- Lĩnh vực ${insideSentence(nameOf(area))}: ${all} ${which}.`);
  });
}

/** Items where more than half of the units lost points, with their names; then losses that recur from the year before. */
export function draftShortcomings(subjects: readonly Subject[], before: string): Block[] {
  const items = commonItems(subjects).filter(({ item }) => isScoredItem(item));
  const frequent = items.filter(({ lost, applies }) => lost.length * 2 > applies.length);
  const repeated = items.filter(({ again }) => again.length > 0);
  const others = items.filter((each) => each.lost.length > 0 && !frequent.includes(each)).length;
  const name = ({ subject, item }: Common): [string, TextRun] => {
    const { kind, title } = citedAs(itemsOf(subject), item);
    return [`- ${kind} `, italic(title)];
  };
  const where = (lost: readonly Subject[]): string => (subjects.length > 1 ? ` (${listed(lost.map((each) => each.name))})` : '');
  return [
    ...(items.length === 0 ? [draft(NO_ITEMS)] : []),
    ...(items.length > 0 && frequent.length === 0 ? [draft('Không có tiêu chí, tiêu chí thành phần nào mà quá nửa số đơn vị bị trừ điểm.')] : []),
    ...frequent.map((each) => draft(...name(each), `: ${subjects.length > 1 ? `${ofAll(each.lost.length, each.applies.length, 'đơn vị')} ` : ''}bị trừ điểm${where(each.lost)}.`)),
    ...(others > 0 ? [draft(`- Ngoài ra, ${counted(others, 'tiêu chí, tiêu chí thành phần khác')} bị trừ điểm ở một số đơn vị (có bảng tổng hợp kèm theo).`)] : []),
    ...repeated.map((each) => draft(...name(each), `: bị trừ điểm cả ${before}, nay vẫn bị trừ điểm${where(each.again)}.`)),
  ];
}

const NO_ITEMS = 'Bảng tổng hợp không có điểm của từng tiêu chí nên chưa rút ra được nhận xét.';

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

/** Items that mean the same in several sheets are one: same code, same name, same place in the tree. */
function commonItems(subjects: readonly Subject[]): Common[] {
  const found = new Map<string, Draft>();
  for (const subject of subjects) {
    const items = itemsOf(subject);
    const keys: string[] = [];
    for (const item of items) {
      const parent = keys[item.parent] ?? null;
      const key = `${parent ?? ''}/${codeKey(item.code)} ${nameKey(item.name)}`;
      keys.push(key);
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
