/**
 * Passages of pasted prose beside the deductions that they explain: by unit, code and name together; every disagreement
 * is reported and none is settled here.
 */
import { resultOf, tallyAt, type Assessment, type Tally } from '../model/assessment';
import type { Deduction } from '../model/deduction';
import { placesOf, roundTo, sum, toVietnamese, type Decimal, shownCount } from '../values/decimal';
import { allMeant, answer, onlyOne, type Answer } from './answer';
import { itemFinder, type Meant } from './find-items';
import { unitFinder } from './find-units';
import { namesAgree } from './keys';
import { hasLostMarks } from '../values/lost-marks';
import { wordOfOther } from '../model/part-labels';
import type { ProseDoubt, ProseLine, ProseMatch } from '../model/prose';
import { itemOver, itemsBelow, labelOf, unitLabel, type Item, type UnitScores } from '../model/score-sheet';

type Found = Pick<ProseMatch, 'item' | 'deductions' | 'doubts'>;

/** `unit`: whose prose it is where no heading says so; null: not known. */
export function matchProse(assessment: Assessment, unit: number | null, lines: readonly ProseLine[]): ProseMatch[] {
  const { units } = assessment.scoreSheet;
  const findItem = itemFinder(assessment.scoreSheet.items);
  const findUnit = unitFinder(units, (each) => unitLabel(assessment.scoreSheet, each));
  const [alone = null] = units.length === 1 ? units : [];
  const byUnit = lossesByUnit(assessment);
  const explained = new Set<Deduction>();
  return lines.map((line): ProseMatch => {
    const owner = line.unit === null ? null : findUnit(line.unit);
    const named = owner ? onlyOne(owner) : unit === null ? alone : (units.find(({ index }) => index === unit) ?? null);
    const meant = partMeant(assessment.scoreSheet.items, findItem, line) ?? { line, ...findItem(line) };
    const found =
      named === null
        ? { item: onlyOne(meant.item), deductions: [], doubts: [unknownUnit(line, owner)] }
        : explain(assessment, byUnit.get(named) ?? new Map(), named, meant);
    // A criterion that only opens the list of its parts explains nothing yet.
    const explaining = saysAnything(line) ? found.deductions : [];
    const isRepeated = explaining.some((each) => explained.has(each));
    explaining.forEach((each) => explained.add(each));
    const repeated: ProseDoubt[] = isRepeated
      ? [{ kind: 'repeated', message: 'Tiêu chí này đã có ở một đoạn phía trên.' }]
      : [];
    return { line, unit: named, ...found, doubts: [...found.doubts, ...repeated, ...doubtsOfWords(line)] };
  });
}

function doubtsOfWords({ cause, responsibleBody, responsiblePerson, explanation, text }: ProseLine): ProseDoubt[] {
  const mixed = [cause, responsibleBody, responsiblePerson, explanation].flatMap(
    (part) => wordOfOther(part ?? '') ?? [],
  );
  return [
    ...mixed.slice(0, 1).map((word): ProseDoubt => ({
      kind: 'mixed-parts',
      message: `Trong nội dung sẽ ghi còn chữ «${word}»: có thể là một phần khác của đoạn, hãy xem lại.`,
    })),
    ...(hasLostMarks(text)
      ? [{ kind: 'lost-marks', message: 'Đoạn văn không còn dấu tiếng Việt; hãy gõ lại dấu.' } as const]
      : []),
  ];
}

/** Whether the passage says more than that points were lost. */
export const saysAnything = ({ cause, responsibleBody, responsiblePerson, explanation }: ProseLine): boolean =>
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

interface MeantByLine extends Meant {
  readonly line: ProseLine;
}

/**
 * «Tiêu chí 1.2. Tuyên truyền, nội dung a) “Tin bài”»: the part that has no code of its own, as our own reports cite
 * it.
 */
function partMeant(
  items: readonly Item[],
  findItem: ReturnType<typeof itemFinder>,
  line: ProseLine,
): MeantByLine | null {
  const [, whole = '', part = ''] =
    /^(.+), nội dung (?:(?:[a-zđ]\)|\d{1,3}\.)\s*)?(.+)$/u.exec(line.name.normalize('NFC')) ?? [];
  if (part === '') return null;
  const above = onlyOne(findItem({ code: line.code, name: whole }).item);
  const parts = items.filter((each) => above && isBelow(items, each, above) && namesAgree(part, each.name));
  return parts.length === 1 ? { line: { ...line, name: part }, item: answer(parts, 'exact'), miscited: false } : null;
}

function isBelow(items: readonly Item[], item: Item, above: Item): boolean {
  const over = itemOver(items, item);
  return over !== null && (over === above || isBelow(items, over, above));
}

/** A number as somebody wrote it down: rounded, at the earliest to two decimals. */
const agrees = (said: Decimal, exact: Decimal): boolean =>
  said === roundTo(roundTo(exact, 8), Math.max(2, placesOf(said)));

/** What to say where the line states other points than the table; null where it states none, or the same. */
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
  { line, item: meant, miscited }: MeantByLine,
): Found {
  const item = onlyOne(meant) ?? onlyLost(assessment.scoreSheet.items, byItem, allMeant(meant));
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
  const said = line.lost;
  // «Tiêu chí 1.1 (trừ 0,25 điểm)» may well speak of the one part of 1.1 that lost as much.
  const same = said === null || agrees(said, all) ? [] : below.filter(({ lostPoints }) => agrees(said, lostPoints));
  const chosen = same.length === 1 ? same : below;
  if (said !== null && !agrees(said, all) && same.length !== 1)
    say('loss-differs', `Đoạn văn ghi trừ ${toVietnamese(said)} điểm; theo bảng là ${toVietnamese(all)} điểm.`);
  const message = pointsDiffer(line, tallyAt(resultOf(assessment, unit).totals.awarded, item.index));
  if (message !== null) say('points-differ', message);
  if (chosen.length > 1)
    say(
      'covers-several',
      `${labelOf(item)} gồm ${shownCount(chosen.length)} nội dung bị trừ điểm; nội dung này sẽ ghi cho tất cả.`,
    );
  return { item, deductions: chosen, doubts };
}

/** Of several called the same, the one that lost points: the passage explains a loss. */
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
