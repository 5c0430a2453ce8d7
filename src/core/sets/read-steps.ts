/** How many points a step gives and when: «≥ 95 %: 2,5; từ 90 % đến dưới 95 %: 2», option rows, «không đánh giá». */
import type { ScoreStep, StepRange } from '../model/scoring-set';
import { ZERO, fromText, sum, type Decimal } from '../values/decimal';
import { foldText, squeeze } from '../values/fold-text';
import { patternOf } from '../values/pattern';

/** «: 2,5», «= 2,5 điểm», «(2,5 điểm)», «được 2,5 điểm». */
const POINTS = patternOf(
  [
    String.raw`(?:[:：=→]\s*(\d+(?:[.,]\d+)?)\s*(?:đ|điểm)?|\((\d+(?:[.,]\d+)?)\s*(?:đ|điểm)\)`,
    String.raw`|(?<!\p{L})(?:được|đạt|chấm|tính)\s+(\d+(?:[.,]\d+)?)\s*(?:đ|điểm))\s*[.;]?\s*$`,
  ],
  'iu',
);
/** So much for each: no step of its own. */
const FOR_EACH = /^(?:mỗi|cứ|với mỗi)\s/iu;
/** «không được 1 điểm», «bị trừ: 0,5»: what is not given. */
const NOT_GIVEN = /(?<!\p{L})(?:không|chưa)(?: (?:được|đạt|thể))?$/iu;
const TAKEN = /(?<!\p{L})(?:trừ|mất)$/iu;
const LEFT_OUT = /(?:không|chưa)\s+(?:xét|tính|đánh giá|chấm|áp dụng)[^:]*$/iu;

/** Null for a text that is no step. */
export function stepIn(text: string): ScoreStep | null {
  const whole = squeeze(text.normalize('NFC')).replace(/^[-–+•*]\s*/u, '');
  if (FOR_EACH.test(whole)) return null;
  const points = POINTS.exec(whole);
  if (points) {
    const when = whole.slice(0, points.index).trim();
    const value = numberOf(points[1] ?? points[2] ?? points[3]);
    const isGiven = !TAKEN.test(when) && (points[3] === undefined || !NOT_GIVEN.test(when));
    return when === '' || value === null || !isGiven ? null : { when, points: value, range: rangeIn(when) };
  }
  return LEFT_OUT.test(whole) ? { when: whole, points: null, range: null } : null;
}

/** Steps of one cell, a line or a semicolon between them; empty unless each part is one. */
export function stepsIn(text: string): ScoreStep[] {
  const parts = text.split(/[;\n]/).flatMap((part) => squeeze(part) || []);
  const steps = parts.map(stepIn);
  return steps.every((step) => step !== null) && steps.some(({ points }) => points !== null) ? steps : [];
}

/** Words of a grade: how well, how late, how many are missing. Parts of an item are named by what they are about. */
const GRADE = /(?<!\p{L})(?:không|chưa|chậm|muộn|trễ|thiếu|sau|trước|đúng|đủ|dưới|trên|từ)(?!\p{L})/iu;
const isGrade = ({ when, points, range }: ScoreStep): boolean =>
  points === null || points === ZERO || range !== null || GRADE.test(when.normalize('NFC'));

/** Whether these points come together, each by itself, to the whole: parts, of which none is a choice. */
export const arePartsOf = (steps: readonly ScoreStep[], max: Decimal | null): boolean =>
  steps.length > 1 && !steps.some(isGrade) && sum(steps.flatMap(({ points }) => points ?? [])) === max;

const numberOf = (text: string | undefined): Decimal | null =>
  text === undefined ? null : fromText(text.replace(',', '.'));

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)\s*%?`;
/** Words without marks: what stands before and behind the number says which side is meant. */
const RANGES: readonly (readonly [RegExp, (values: readonly Decimal[]) => StepRange])[] = [
  [new RegExp(`tu ${NUMBER} (?:tro len )?(?:den|-) duoi ${NUMBER}`), ([a, b]) => between(a, true, b, false)],
  [new RegExp(`(?:tren|>) ?${NUMBER} (?:den|-) duoi ${NUMBER}`), ([a, b]) => between(a, false, b, false)],
  [new RegExp(`tu ${NUMBER} (?:den|-) (?:<|nho hon) ?${NUMBER}`), ([a, b]) => between(a, true, b, false)],
  [new RegExp(`tu ${NUMBER} (?:den|-) ${NUMBER}`), ([a, b]) => between(a, true, b, true)],
  [new RegExp(`(?:>=|≥) ?${NUMBER}`), ([a]) => between(a, true)],
  [new RegExp(`(?:tu|dat) ${NUMBER} tro len`), ([a]) => between(a, true)],
  [new RegExp(`(?:>|tren|lon hon|hon) ?${NUMBER}`), ([a]) => between(a, false)],
  [new RegExp(`(?:<=|≤) ?${NUMBER}`), ([a]) => between(undefined, false, a, true)],
  [new RegExp(`tu ${NUMBER} tro xuong`), ([a]) => between(undefined, false, a, true)],
  [new RegExp(`(?:<|duoi|nho hon|it hon) ?${NUMBER}`), ([a]) => between(undefined, false, a, false)],
];

function between(from: Decimal | undefined, fromIncluded: boolean, to?: Decimal, toIncluded = false): StepRange {
  return {
    from: from === undefined ? null : { value: from, isIncluded: fromIncluded },
    to: to === undefined ? null : { value: to, isIncluded: toIncluded },
  };
}

/** Null where words alone say when. */
export function rangeIn(when: string): StepRange | null {
  const text = foldText(when).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replace(/\s+%/g, '%');
  for (const [pattern, rangeOf] of RANGES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const values = match.slice(1).map(numberOf);
    return values.every((value) => value !== null) ? rangeOf(values) : null;
  }
  return null;
}

/** Points that a rate is worth by the scale; null where no step speaks of it. */
export const pointsAt = (steps: readonly ScoreStep[], rate: Decimal): Decimal | null =>
  steps.find(({ range }) => range !== null && isWithin(range, rate))?.points ?? null;

export const isWithin = ({ from, to }: StepRange, rate: Decimal): boolean =>
  (from === null || rate > from.value || (from.isIncluded && rate === from.value)) &&
  (to === null || rate < to.value || (to.isIncluded && rate === to.value));
