/**
 * Matches passages of pasted prose with the deductions that they explain, by unit, code and name together; every
 * disagreement is reported and none is resolved here.
 */
import { resultOf, tallyAt, type Assessment, type Tally } from '../model/assessment';
import type { Deduction } from '../model/deduction';
import { placesOf, roundTo, sum, toVietnamese, type Decimal, shownCount } from '../values/decimal';
import { allMatches, answer, onlyOne, type Answer } from './answer';
import { itemFinder, type ItemMatch } from './find-items';
import { unitFinder } from './find-units';
import { namesAgree } from './keys';
import { patternOf } from '../values/pattern';
import { hasLostMarks } from '../values/lost-marks';
import { PART_LABEL, partOfLabel, wordOfOther } from '../model/beside/part-labels';
import type { ProseDoubt, ProseLine, ProseMatch } from '../model/beside/prose';
import { itemOver, itemsBelow, labelOf, unitLabel, type Item, type UnitScores } from '../model/score-sheet';

type Found = Pick<ProseMatch, 'item' | 'deductions' | 'doubts'>;

/** `unit`: the unit that the prose is about if no heading names one; null if not known. */
export function matchProse(assessment: Assessment, unit: number | null, lines: readonly ProseLine[]): ProseMatch[] {
  const { units } = assessment.scoreSheet;
  const findItem = itemFinder(assessment.scoreSheet.items);
  const findUnit = unitFinder(units, (each) => unitLabel(assessment.scoreSheet, each));
  const [alone = null] = units.length === 1 ? units : [];
  const byUnit = lossesByUnit(assessment);
  const explained = new Set<Deduction>();
  return lines.map((line): ProseMatch => {
    const owner = line.unit === null ? null : findUnit(line.unit);
    const named = owner
      ? onlyOne(owner)
      : unit === null
        ? alone
        : (units.find(({ position }) => position === unit) ?? null);
    const meant = citedPart(assessment.scoreSheet.items, findItem, line) ?? { line, ...findItem(line) };
    const found =
      named === null
        ? { item: onlyOne(meant.item), deductions: [], doubts: [unknownUnit(line, owner)] }
        : explain(assessment, byUnit.get(named) ?? new Map(), named, meant);
    // A criterion that only introduces the list of its parts explains nothing by itself.
    const explaining = hasContent(line) ? found.deductions : [];
    const isRepeated = explaining.some((each) => explained.has(each));
    explaining.forEach((each) => explained.add(each));
    const repeated: ProseDoubt[] = isRepeated
      ? [{ kind: 'repeated', message: 'Tiêu chí này đã có ở một đoạn phía trên.' }]
      : [];
    return { line, unit: named, ...found, doubts: [...found.doubts, ...repeated, ...doubtsOfWords(line)] };
  });
}

function doubtsOfWords(line: ProseLine): ProseDoubt[] {
  const { cause, responsibleBody, responsiblePerson, explanation, unread, text } = line;
  const parts = [cause, responsibleBody, responsiblePerson, explanation].map((part) => part ?? '');
  const mixed = [
    ...parts.flatMap((part) => wordOfOther(part) ?? []),
    ...parts.flatMap((part) => GLUED.exec(part)?.[0] ?? []),
    ...[responsibleBody, responsiblePerson].flatMap((name) => NO_NAME.exec(name ?? '')?.[0] ?? []),
    ...(PERSONS.exec(responsibleBody ?? '')?.slice(1) ?? []),
    ...(PRAISE.exec(cause ?? '')
      ?.slice(1)
      .filter(Boolean) ?? []),
  ];
  const cited = new Set(Array.from(headIn(text).matchAll(CITED), ([, code]) => code));
  const citations = [
    ...(cited.size > 1 ? [`Đoạn văn nêu ${[...cited].join(', ')}; hãy xem nội dung là của mục nào.`] : []),
    ...(unread === null
      ? []
      : [`Phần «${unread}» không được ghi; nếu là nguyên nhân, hãy thêm «Nguyên nhân:» vào trước.`]),
    ...(hasEmptyLabel(text) ? ['Trong đoạn có hai đề mục liền nhau; hãy xem nội dung là của đề mục nào.'] : []),
  ];
  return [
    ...(hasContent(line) ? citations : []).map((message): ProseDoubt => ({ kind: 'mixed-parts', message })),
    ...mixed.slice(0, 1).map((word): ProseDoubt => ({
      kind: 'mixed-parts',
      message: `Trong nội dung sẽ ghi còn chữ «${word}»: có thể là một phần khác của đoạn, hãy xem lại.`,
    })),
    ...(hasLostMarks(text)
      ? [{ kind: 'lost-marks', message: 'Đoạn văn không còn dấu tiếng Việt; hãy gõ lại dấu.' } as const]
      : []),
  ];
}

/** «công nhận1»: a word with a footnote mark. */
const GLUED = /\p{Ll}{3,}\d{1,2}(?=[.,;)\s]|$)/u;
/** A name is not a sentence and gives no reason. */
const NO_NAME = patternOf(
  [
    String.raw`[.!?] \p{Lu}\S*(?: \S+){3,}|\n.*(?:tiêu chí|lĩnh vực|(?:\S+ ){11}).*`,
    String.raw`|(?<!\p{L})(?:do|vì|nên|đã|sẽ|đang|hướng tới|đề nghị|cam kết)(?!\p{L}).*|\([^()]{0,40}:.*`,
  ],
  'u',
);
/** «UBND xã A và cá nhân ông L». */
const PERSONS = /(?:(?<!\p{L})và|[,;(–-]) ?((?:cá nhân|ông|bà|đồng chí) \p{L}+)/iu;

/** Whether one label directly follows another: «Giải trình: Nguyên nhân do …». */
function hasEmptyLabel(text: string): boolean {
  const found = [...text.matchAll(PART_LABEL)];
  return found.some((label, position) => {
    const next = found[position + 1];
    const between = next && text.slice(label.index + label[0].length, next.index);
    return between !== undefined && /^ *$/.test(between) && partOfLabel(label[0]) !== partOfLabel(next?.[0] ?? '');
  });
}

/** A last sentence about what went well, or a later sentence with a promise or a request. */
const PRAISE = patternOf(
  [
    String.raw`[.;!?]\s((?![^.;!?]*(?:chưa|không|chậm|thiếu|chỉ|mới (?:đạt|được|có|thực)|trễ|còn))[^.;!?]*`,
    String.raw`(?<!\p{L})(?:đã|tích cực|nền nếp|tuy vậy)(?!\p{L})[^.;!?]*)[.;!?\s]*$`,
    String.raw`|[.!?]\s([^.!?]*(?<!\p{L})(?:cam kết|sẽ|đề nghị|kiến nghị|rút kinh nghiệm)(?!\p{L})[^.!?]*)`,
  ],
  'iu',
);
const CITED = /(?:^|(?:tiêu chí(?: thành phần)?|tctp|tc|mục|và) )(\d{1,2}(?:\.\d{1,2})+)/giu;
const headIn = (text: string): string => text.slice(0, Math.max(0, text.search(PART_LABEL))) || text;

/** Whether the passage says more than that points were lost. */
export const hasContent = ({ cause, responsibleBody, responsiblePerson, explanation }: ProseLine): boolean =>
  (cause ?? responsibleBody ?? responsiblePerson ?? explanation) !== null;

function unknownUnit({ unit }: ProseLine, owner: Answer<UnitScores> | null): ProseDoubt {
  if (unit === null || !owner) return { kind: 'no-unit', message: 'Chưa rõ đoạn này nói về đơn vị nào.' };
  return {
    kind: 'unknown-unit',
    message:
      owner.kind === 'several' ? `Trong bảng có nhiều đơn vị tên «${unit}».` : `Trong bảng không có đơn vị «${unit}».`,
  };
}

type Losses = ReadonlyMap<Item, Deduction>;

function lossesByUnit({ deductions }: Assessment): Map<UnitScores, Losses> {
  const byUnit = new Map<UnitScores, Map<Item, Deduction>>();
  for (const loss of deductions) {
    const byItem = byUnit.get(loss.unit) ?? new Map<Item, Deduction>();
    byUnit.set(loss.unit, byItem.set(loss.item, loss));
  }
  return byUnit;
}

interface LineMatch extends ItemMatch {
  readonly line: ProseLine;
}

/**
 * «Tiêu chí 1.2. Tuyên truyền, nội dung a) “Tin bài”»: a part without a code of its own, as the generated reports cite
 * it.
 */
function citedPart(items: readonly Item[], findItem: ReturnType<typeof itemFinder>, line: ProseLine): LineMatch | null {
  const [, criterion = '', part = ''] =
    /^(.+), nội dung (?:(?:[a-zđ]\)|\d{1,3}\.)\s*)?(.+)$/u.exec(line.name.normalize('NFC')) ?? [];
  if (part === '') return null;
  const above = onlyOne(findItem({ code: line.code, name: criterion }).item);
  const parts = items.filter((each) => above && isBelow(items, each, above) && namesAgree(part, each.name));
  return parts.length === 1 ? { line: { ...line, name: part }, item: answer(parts, 'exact'), miscited: false } : null;
}

function isBelow(items: readonly Item[], item: Item, above: Item): boolean {
  const over = itemOver(items, item);
  return over !== null && (over === above || isBelow(items, over, above));
}

/** Whether a written number equals the exact one, rounded to its own decimals but at least to two. */
const agrees = (stated: Decimal, exact: Decimal): boolean =>
  stated === roundTo(roundTo(exact, 8), Math.max(2, placesOf(stated)));

/** The message for a line whose points differ from the table; null if it states none or the same. */
function pointsDiffer({ awarded, max }: ProseLine, tally: Tally | null): string | null {
  if (!tally || awarded === null || max === null) return null;
  if (agrees(awarded, tally.points) && agrees(max, tally.max)) return null;
  return (
    `Đoạn văn ghi đạt ${toVietnamese(awarded)}/${toVietnamese(max)} điểm; theo bảng là ` +
    `${toVietnamese(tally.points)}/${toVietnamese(tally.max)} điểm.`
  );
}

function explain(
  assessment: Assessment,
  byItem: Losses,
  unit: UnitScores,
  { line, item: meant, miscited }: LineMatch,
): Found {
  const item = onlyOne(meant) ?? onlyLost(assessment.scoreSheet.items, byItem, allMatches(meant));
  if (!item) {
    const cited = [line.code, line.name].join(' ').trim();
    const message =
      meant.kind === 'several'
        ? `Trong bảng có ${shownCount(meant.several.length)} tiêu chí «${cited}»; ` +
          'hãy ghi thêm mã hoặc tiêu chí cấp trên.'
        : `Trong bảng không có tiêu chí «${cited}».`;
    return { item: null, deductions: [], doubts: [{ kind: 'not-found', message }] };
  }
  const doubts: ProseDoubt[] = [];
  const say = (kind: ProseDoubt['kind'], message: string): void => void doubts.push({ kind, message });
  if (miscited)
    say('miscited', `Đoạn văn ghi mã ${line.code}, nhưng tiêu chí có tên này trong bảng mang mã ${item.code}.`);
  else if (!namesAgree(line.name, item.name))
    say('name-differs', `Mã ${item.code} trong bảng là «${item.name}», khác tên ghi trong đoạn văn.`);
  const below = lostBelow(assessment.scoreSheet.items, byItem, item);
  const all = sum(below.map(({ lostPoints }) => lostPoints));
  if (below.length === 0) {
    say('no-loss', `${labelOf(item)}: theo bảng, tiêu chí này không bị trừ điểm.`);
    return { item, deductions: [], doubts };
  }
  const stated = line.lost;
  // «Tiêu chí 1.1 (trừ 0,25 điểm)» may refer to the one part of 1.1 that lost 0,25.
  const same =
    stated === null || agrees(stated, all) ? [] : below.filter(({ lostPoints }) => agrees(stated, lostPoints));
  const chosen = same.length === 1 ? same : below;
  if (stated !== null && !agrees(stated, all) && same.length !== 1)
    say('loss-differs', `Đoạn văn ghi trừ ${toVietnamese(stated)} điểm; theo bảng là ${toVietnamese(all)} điểm.`);
  const message = pointsDiffer(line, tallyAt(resultOf(assessment, unit).totals.awarded, item.position));
  if (message !== null) say('points-differ', message);
  if (chosen.length > 1)
    say(
      'covers-several',
      `${labelOf(item)} gồm ${shownCount(chosen.length)} nội dung bị trừ điểm; nội dung này sẽ ghi cho tất cả.`,
    );
  return { item, deductions: chosen, doubts };
}

/** Of several items with the same name, the only one that lost points, because the passage explains a loss. */
function onlyLost(items: readonly Item[], byItem: Losses, alike: readonly Item[]): Item | null {
  const [lost, another] = alike.filter((item) => lostBelow(items, byItem, item).length > 0);
  return lost && !another ? lost : null;
}

/** Deductions of the item itself, or of the scored items below it. */
function lostBelow(items: readonly Item[], byItem: Losses, item: Item): Deduction[] {
  const below = itemsBelow(items, item);
  if (below.length === 0) return [byItem.get(item) ?? []].flat();
  return below.flatMap((child) => lostBelow(items, byItem, child));
}
