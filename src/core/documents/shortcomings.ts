/**
 * Drafts shortcomings from the losses of several units, by cause if causes are known, otherwise by item. The officer
 * confirms and rewords this first version.
 */
import { weightOf, type Deduction } from '../model/deduction';
import type { Block } from '../model/document';
import { isInSurvey, isScoredItem, type Item } from '../model/score-sheet';
import { sum, type Decimal } from '../values/decimal';
import { plainKey } from '../values/fold-text';
import { groupedBy } from '../values/grouped-by';
import { commonItems, type CommonItem, type CommonLoss } from './common-items';
import { shown } from './points';
import { draft, italic } from './report';
import { NO_ITEMS } from './strengths';
import { itemsOf, type Subject } from './subjects';
import {
  capitalised,
  citedAs,
  citedTogether,
  counted,
  inOneLine,
  kindsOf,
  listed,
  namesInBrackets,
  ofAll,
} from './wording';

/**
 * Lists the causes first, those that cost the most points at the top, each with its bodies. If there are very many
 * causes, only those that cost a unit half of an item or that most units share are listed. Then come items whose losses
 * have no cause, if more than half of the units lost points there or a unit lost at least half of them, and items where
 * a unit lost points last year as well. All lighter losses are only counted.
 */
export function draftShortcomings(subjects: readonly Subject[], before: string, isPart: boolean): Block[] {
  const items = commonItems(subjects).filter(
    // An area with items in one unit's sheet may be scored as a whole in another's.
    ({ item, losses }) => isScoredItem(item) || losses.some(({ deduction }) => deduction !== null),
  );
  if (items.length === 0) return [draft(NO_ITEMS)];
  const [only] = subjects;
  if (only && subjects.length === 1) return shortcomingsOf(only, items, before);
  const unit = isPart ? 'đơn vị được xét' : 'đơn vị';
  const causes = causesOf(subjects);
  const heavy = causes.filter(({ losses }) => losses.some(isSevere) || losses.length * 2 > subjects.length);
  // Up to `MOST_QUESTIONED` causes are all listed; above that the lighter ones are only counted.
  const printed = causes.length > MOST_CAUSES ? heavy : causes;
  const open = items.filter(({ losses }) => losses.some(hasNoCause));
  const isNamed = (each: CommonItem): boolean => open.includes(each) && isNotable(each);
  const recurring = items.filter(({ again }) => again.length > 0);
  // Of very many, those that recur at most of the units that lost points there.
  const again =
    recurring.length > MOST_CAUSES ? recurring.filter((each) => each.again.length * 2 > each.losses.length) : recurring;
  const named = items.filter((each) => again.includes(each) || isNamed(each));
  return [
    ...printed.map((each) => causeLine(each, subjects.length)),
    ...(causes.length > 0 || open.some(isFrequent)
      ? []
      : [draft(`Không có tiêu chí, tiêu chí thành phần nào mà quá nửa số ${unit} bị trừ điểm.`)]),
    ...named.map((each) => itemLine(each, subjects.length, unit, before)),
    ...restLines(
      causes.filter((each) => !printed.includes(each)),
      open.filter((each) => !named.includes(each)),
    ),
  ];
}

const MOST_CAUSES = 30;

/** Causes shared by several losses, the one that cost the most points first. */
export const sharedCauses = (subjects: readonly Subject[]): Block[] =>
  causesOf(subjects)
    .filter(({ losses }) => losses.length > 1)
    .map((each) => causeLine(each, subjects.length));

interface CausedLoss {
  readonly subject: Subject;
  readonly deduction: Deduction;
}
interface CommonCause {
  readonly cause: string;
  readonly losses: readonly CausedLoss[];
  readonly lost: Decimal;
}

/**
 * The same words count as the same cause, whatever their capitals and final punctuation. The cause that cost the most
 * points comes first.
 */
function causesOf(subjects: readonly Subject[]): CommonCause[] {
  const losses = subjects.flatMap((subject) =>
    subject.deductions.flatMap((deduction) =>
      isInSurvey(itemsOf(subject), deduction.item) ? [] : [{ subject, deduction }],
    ),
  );
  const causeOf = ({ deduction }: CausedLoss): string => inOneLine(deduction.cause ?? '');
  return groupedBy(losses, (loss) => plainKey(causeOf(loss)) || null)
    .flatMap((group) =>
      group.slice(0, 1).map((first) => ({
        cause: causeOf(first),
        losses: group,
        lost: sum(group.map(({ deduction }) => deduction.lostPoints)),
      })),
    )
    .sort((a, b) => b.lost - a.lost);
}

/** «- Nội dung báo cáo còn chung chung: xã A và xã B (tiêu chí 1.4; trừ 1,25 điểm).» */
function causeLine({ cause, losses, lost }: CommonCause, all: number): Block {
  const names = [...new Set(losses.map(({ subject: { name } }) => name))];
  const cited = citedTogether(losses.map(({ subject, deduction: { item } }) => ({ items: itemsOf(subject), item })));
  const places = Math.max(...losses.map(({ subject: { pointPlaces } }) => pointPlaces));
  const who = all === 1 ? '' : `: ${names.length === all ? 'tất cả các đơn vị' : namesInBrackets(names)}`;
  return draft(`- ${capitalised(cause)}${who} (${cited}; trừ ${shown(lost, places)} điểm).`);
}

const hasNoCause = ({ deduction }: CommonLoss): boolean => (deduction?.cause ?? '').trim() === '';

const isSevere = ({ deduction }: CommonLoss): boolean =>
  deduction !== null && weightOf(deduction.lostPoints, deduction.maxPoints) !== 'less';

const isFrequent = ({ losses, applicableTo }: CommonItem): boolean => losses.length * 2 > applicableTo.length;

const isNotable = (each: CommonItem): boolean =>
  isFrequent(each) || each.losses.some((loss) => hasNoCause(loss) && isSevere(loss));

/** «- Tiêu chí 1.1. … : 2/3 đơn vị bị trừ điểm (xã A và xã B); năm 2022 cũng đã bị trừ điểm (xã A).» */
function itemLine(each: CommonItem, all: number, unit: string, before: string): Block {
  const { kind, title } = citedAs(itemsOf(each.subject), each.item);
  const lost = each.losses.map(({ subject }) => subject);
  const others = each.applicableTo.filter((subject) => !lost.includes(subject));
  const areMost = others.length > 0 && others.length <= MOST_EXCEPTED && lost.length > others.length * 2 + FEWEST_LOST;
  const names = lost.length === all ? '' : areMost ? except(others) : where(lost);
  const units = `${ofAll(lost.length, each.applicableTo.length, unit)} bị trừ điểm${names}`;
  const again = each.again.length > 0 ? `; ${lostAgain(each, before)}` : '';
  return draft(`- ${kind} `, italic(title), `: ${units}${again}.`);
}

/** Where nearly all lost points, those that did not are named. */
const except = (units: readonly Subject[]): string =>
  `, riêng ${listed(units.map(({ name }) => name))} đạt điểm tối đa`;
const [MOST_EXCEPTED, FEWEST_LOST] = [3, 6];

const where = (units: readonly Subject[]): string => ` (${namesInBrackets(units.map(({ name }) => name))})`;

function lostAgain({ losses, again }: CommonItem, before: string): string {
  if (again.length < losses.length) return `${before} cũng đã bị trừ điểm${where(again)}`;
  return `${before} ${losses.length === 1 ? 'đơn vị này' : 'các đơn vị này'} cũng đã bị trừ điểm`;
}

function restLines(causes: readonly CommonCause[], items: readonly CommonItem[]): Block[] {
  const at = (subjects: readonly Subject[]): string => {
    const [first, ...more] = new Set(subjects);
    return first && more.length === 0 ? first.name : 'một số đơn vị';
  };
  return [
    ...(causes.length === 0
      ? []
      : [
          draft(
            `- Ngoài ra, còn ${counted(causes.length, 'nguyên nhân')} khác làm giảm điểm dưới một nửa của một tiêu ` +
              `chí ở ${at(causes.flatMap(({ losses }) => losses.map(({ subject }) => subject)))}.`,
          ),
        ]),
    ...(items.length === 0
      ? []
      : [
          draft(
            `- Ngoài ra, còn ${counted(items.length, kindsOf(items.map(({ item }) => item)))} khác bị trừ ` +
              `điểm ở ${at(items.flatMap(({ losses }) => losses.filter(hasNoCause).map(({ subject }) => subject)))}.`,
          ),
        ]),
  ];
}

/** For a single unit: its loss on each item, with the cause. */
function shortcomingsOf(subject: Subject, items: readonly CommonItem[], before: string): Block[] {
  const lost = items.filter(({ losses }) => losses.length > 0);
  if (lost.length === 0) return [draft('Không có tiêu chí, tiêu chí thành phần nào bị trừ điểm.')];
  const kinds = kindsOf(lost.map(({ item }): Item => item));
  return [
    draft(`${capitalised(subject.name)} bị trừ điểm tại ${counted(lost.length, kinds)}:`),
    ...lost.map(({ item, again, losses: [loss] }) => {
      const { kind, title } = citedAs(itemsOf(subject), item);
      const deduction = loss?.deduction ?? null;
      const points = deduction ? ` (trừ ${shown(deduction.lostPoints, subject.pointPlaces)} điểm)` : '';
      const cause = deduction?.cause ? `: ${inOneLine(deduction.cause)}` : '';
      return draft(
        `- ${kind} `,
        italic(title),
        `${points}${cause}${again.length > 0 ? `; ${before} cũng đã bị trừ điểm` : ''}.`,
      );
    }),
  ];
}
