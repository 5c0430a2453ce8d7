/**
 * Strengths and shortcomings drafted from the points of several units: an officer's first version, to be confirmed and
 * worded.
 */
import { tallyAt } from '../model/assessment';
import type { Block } from '../model/document';
import { isScoredItem, type Item } from '../model/score-sheet';
import { shown } from './points';
import { itemsOf, sharedItems, type Subject } from './subjects';
import { areaTitle, capitalised, citedAs, counted, kindsOf, namesInBrackets, ofAll } from './wording';
import { draft, italic } from './report';

/** One item of the set over all units, also where each unit has its own sheet. */
interface Common {
  readonly item: Item;
  /** The first unit that has it: its sheet names the item. */
  readonly subject: Subject;
  /** The same in every sheet. */
  readonly key: number;
  readonly parent: number | null;
  /** Units that the item applies to. */
  readonly applies: readonly Subject[];
  readonly lost: readonly Subject[];
  /** Units that lost points here last year as well. */
  readonly again: readonly Subject[];
  /** Every unit that it applies to has a known score, and all of it. */
  readonly isFull: boolean;
}

/** Area by area in the set's order; `isPart`: there are other units that nothing is said of. */
export function draftStrengths(subjects: readonly Subject[], isPart: boolean): Block[] {
  const items = commonItems(subjects);
  const full = items.filter(({ isFull }) => isFull);
  const keys = new Set(full.map(({ key }) => key));
  // A criterion that is full in all its parts is named once, without them.
  const topmost = full.filter(({ parent }) => parent === null || !keys.has(parent));
  const all =
    subjects.length > 1
      ? `tất cả các đơn vị ${isPart ? 'được xét trong báo cáo này ' : ''}đều đạt điểm tối đa`
      : 'đạt điểm tối đa';
  if (topmost.length === 0)
    return [draft(items.length === 0 ? NO_ITEMS : `Không có tiêu chí nào ${subjects.length > 1 ? 'mà ' : ''}${all}.`)];
  return byArea(items, topmost).map(([area, listed]) => {
    const parts = listed.filter(({ item }) => item !== area);
    const which =
      parts.length === 0
        ? area.children.length === 0
          ? 'của lĩnh vực'
          : 'đối với mọi tiêu chí'
        : `đối với ${counted(parts.length, kindsOf(parts.map(({ item }) => item)))}: ` +
          parts.map(({ subject, item }) => citedAs(itemsOf(subject), item).title).join('; ');
    return draft(`- ${areaTitle(area)}: ${all} ${which}.`);
  });
}

/**
 * In the set's order: items where more than half of the units lost points, and others that some lost last year as well,
 * with the units' names.
 */
export function draftShortcomings(subjects: readonly Subject[], before: string, isPart: boolean): Block[] {
  const items = commonItems(subjects).filter(({ item }) => isScoredItem(item));
  if (items.length === 0) return [draft(NO_ITEMS)];
  const [only] = subjects;
  if (only && subjects.length === 1) return shortcomingsOf(only, items, before);
  const isFrequent = ({ lost, applies }: Common): boolean => lost.length * 2 > applies.length;
  const lost = items.filter((each) => each.lost.length > 0);
  const listed = lost.filter((each) => isFrequent(each) || each.again.length > 0);
  const others = lost.filter((each) => !listed.includes(each));
  const [losing, ...more] = new Set(others.flatMap((each) => each.lost));
  const unit = isPart ? 'đơn vị được xét' : 'đơn vị';
  return [
    ...(listed.some(isFrequent)
      ? []
      : [draft(`Không có tiêu chí, tiêu chí thành phần nào mà quá nửa số ${unit} bị trừ điểm.`)]),
    ...listed.map((each) => {
      const { kind, title } = citedAs(itemsOf(each.subject), each.item);
      const units =
        `${ofAll(each.lost.length, each.applies.length, unit)} bị trừ ` +
        `điểm${each.lost.length < subjects.length ? where(each.lost) : ''}`;
      return draft(
        `- ${kind} `,
        italic(title),
        `: ${units}${each.again.length > 0 ? `; ${lostAgain(each, before)}` : ''}.`,
      );
    }),
    ...(others.length > 0
      ? [
          draft(
            `- Ngoài ra, còn ${counted(others.length, kindsOf(others.map(({ item }) => item)))} khác bị trừ ` +
              `điểm ở ${losing && more.length === 0 ? losing.name : 'một số đơn vị'}.`,
          ),
        ]
      : []),
  ];
}

const where = (units: readonly Subject[]): string => ` (${namesInBrackets(units.map(({ name }) => name))})`;

function lostAgain({ lost, again }: Common, before: string): string {
  if (again.length < lost.length) return `${before} cũng đã bị trừ điểm${where(again)}`;
  return `${before} ${lost.length === 1 ? 'đơn vị này' : 'các đơn vị này'} cũng đã bị trừ điểm`;
}

/** Of one unit alone: what it lost at each item. */
function shortcomingsOf(subject: Subject, items: readonly Common[], before: string): Block[] {
  const lost = items.filter((each) => each.lost.length > 0);
  if (lost.length === 0) return [draft('Không có tiêu chí, tiêu chí thành phần nào bị trừ điểm.')];
  return [
    draft(
      `${capitalised(subject.name)} bị trừ điểm tại ${counted(lost.length, kindsOf(lost.map(({ item }) => item)))}:`,
    ),
    ...lost.map(({ item, again }) => {
      const { kind, title } = citedAs(itemsOf(subject), item);
      const points = subject.deductions.find((each) => each.item === item.index)?.lostPoints;
      const lostBefore = again.length > 0 ? `; ${before} cũng đã bị trừ điểm.` : '.';
      return draft(
        `- ${kind} `,
        italic(title),
        (points === undefined ? '' : ` (trừ ${shown(points, subject.pointPlaces)} điểm)`) + lostBefore,
      );
    }),
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

/** The same item in several sheets is one. */
function commonItems(subjects: readonly Subject[]): Common[] {
  const found = new Map<number, Draft>();
  const numbersOf = sharedItems(subjects);
  for (const subject of subjects) {
    const numbers = numbersOf(subject);
    for (const item of itemsOf(subject)) {
      const parent = numbers[item.parent] ?? null;
      const key = numbers[item.index] ?? -1;
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
