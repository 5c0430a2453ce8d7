/**
 * Reads how many points a step gives and when: «≥ 95 %: 2,5; từ 90 % đến dưới 95 %: 2», option rows, «không đánh giá».
 */
import type { RangeStep, ScoreStep, StepRange } from '../model/scoring-set';
import { ZERO, fromText, sum, type Decimal } from '../values/decimal';
import { squeeze } from '../values/fold-text';
import { patternOf } from '../values/pattern';

/** «: 2,5», «= 2,5 điểm», «(2,5 điểm)», «được 2,5 điểm». */
const POINTS = patternOf(
  [
    String.raw`(?:[:：=→]\s*(\d+(?:[.,]\d+)?)\s*(?:đ|điểm)?|\((\d+(?:[.,]\d+)?)\s*(?:đ|điểm)\)`,
    String.raw`|(?<!\p{L})(?:được|đạt|chấm|tính)\s+(\d+(?:[.,]\d+)?)\s*(?:đ|điểm))\s*[.;]?\s*$`,
  ],
  'iu',
);
/** Points for each occurrence are not a step. */
const FOR_EACH = /^(?:mỗi|cứ|với mỗi)\s/iu;
/** «không được 1 điểm», «bị trừ: 0,5»: points that are not given. */
const NOT_GIVEN = /(?<!\p{L})(?:không|chưa)(?: (?:được|đạt|thể))?$/iu;
const TAKEN = /(?<!\p{L})(?:trừ|mất)$/iu;
const LEFT_OUT = /(?:không|chưa)\s+(?:xét|tính|đánh giá|chấm|áp dụng)[^:]*$/iu;

/** Null for a text that is not a step. */
export function stepIn(text: string): ScoreStep | null {
  const sentence = squeeze(text.normalize('NFC')).replace(/^[-–+•*]\s*/u, '');
  if (FOR_EACH.test(sentence)) return null;
  const points = POINTS.exec(sentence);
  if (points) {
    const when = sentence.slice(0, points.index).trim();
    const value = numberOf(points[1] ?? points[2] ?? points[3]);
    const isGiven = !TAKEN.test(when) && (points[3] === undefined || !NOT_GIVEN.test(when));
    return when === '' || value === null || !isGiven ? null : { when, points: value, range: rangeIn(when) };
  }
  return LEFT_OUT.test(sentence) ? { when: sentence, points: null, range: null } : null;
}

/** Steps of one cell, separated by line breaks or semicolons; empty unless every part is a step. */
export function stepsIn(text: string): ScoreStep[] {
  const parts = text.split(/[;\n]/).flatMap((part) => squeeze(part) || []);
  const steps = parts.map(stepIn);
  return steps.every((step) => step !== null) && steps.some(({ points }) => points !== null) ? steps : [];
}

/** Words of a grade: how well, how late, how many are missing. Parts of an item are named by their subject instead. */
const GRADE = /(?<!\p{L})(?:không|chưa|chậm|muộn|trễ|thiếu|sau|trước|đúng|đủ|dưới|trên|từ)(?!\p{L})/iu;
const isGrade = ({ when, points, range }: ScoreStep): boolean =>
  points === null || points === ZERO || range !== null || GRADE.test(when.normalize('NFC'));

/** Whether the points add up to the maximum, so that they belong to parts and are not alternatives. */
export const arePartsOf = (steps: readonly ScoreStep[], max: Decimal | null): boolean =>
  steps.length > 1 && !steps.some(isGrade) && sum(steps.flatMap(({ points }) => points ?? [])) === max;

const numberOf = (text: string | undefined): Decimal | null =>
  text === undefined ? null : fromText(text.replace(',', '.'));

/** Words right before a number: which side of it they mean, and whether they include it. */
const SIDES = {
  from:
    '>=|≥|từ|không dưới|không ít hơn|không nhỏ hơn|không thấp hơn|tối thiểu|ít nhất|lớn hơn hoặc bằng|' +
    'trên hoặc bằng',
  above: '>|trên|từ trên|lớn hơn|cao hơn|nhiều hơn|hơn|quá|vượt|vượt quá',
  upTo:
    '<=|≤|-|–|đến|tới|không quá|không vượt|không vượt quá|không trên|không hơn|không lớn hơn|không cao hơn|' +
    'tối đa|nhiều nhất|nhỏ hơn hoặc bằng|dưới hoặc bằng',
  below: '<|dưới|nhỏ hơn|ít hơn|thấp hơn|kém hơn|chưa đến|chưa tới|chưa đạt|không đạt|không đến',
} as const;
type Side = keyof typeof SIDES;
const SIDE_OF = new Map(
  (Object.keys(SIDES) as Side[]).flatMap((side) => SIDES[side].split('|').map((word) => [word, side] as const)),
);
const SIDE_WORDS = [...SIDE_OF.keys()].sort((a, b) => b.length - a.length);
/** Words behind a number: «95% trở lên», «90% ≤ x». */
const BEHIND = new Map<string, Side>([
  ['trở lên', 'from'],
  ['trở xuống', 'upTo'],
  ['≤', 'from'],
  ['<', 'above'],
  ['≥', 'upTo'],
  ['>', 'below'],
]);
const BOUND = patternOf(
  [
    String.raw`(?:(?<!\p{L})(${SIDE_WORDS.join('|')}) ?)?`,
    String.raw`(?<![\d.,/])(\d+(?:[.,]\d+)?)(?![.,/]?\d)( ?%)?(?: ?(trở lên|trở xuống|[<≤>≥](?= ?\p{L})))?`,
  ],
  'gu',
);
/** A named number, such as a year, is not a bound. */
const NAMED = /(?<!\p{L})(?:năm|quý|tháng|ngày|số|điều|khoản|mức độ|cấp độ|đợt|lần) $/u;
const isLower = (side: Side): boolean => side === 'from' || side === 'above';

interface Bound {
  /** Null for a number without such a word. */
  readonly side: Side | null;
  readonly value: Decimal;
  readonly isRate: boolean;
}

/** Null if only words say when, or if it is not certain which numbers are meant. */
export function rangeIn(when: string): StepRange | null {
  const text = squeeze(when.normalize('NFC')).toLowerCase().replaceAll('<=', '≤').replaceAll('>=', '≥');
  const bounds: Bound[] = [];
  for (const match of text.matchAll(BOUND)) {
    const last = bounds.at(-1);
    const bound = boundIn(match, last);
    if (!bound) return null;
    if (bound.side === null && NAMED.test(text.slice(0, match.index))) continue;
    // «90% đến 95%»
    if (last?.side === null && bound.side !== null && !isLower(bound.side))
      bounds.splice(-1, 1, { ...last, side: 'from' });
    bounds.push(bound);
  }
  const isRate = bounds.some((each) => each.isRate && each.side !== null);
  return bounds.some(({ side, isRate: isBareRate }) => side === null && (isBareRate || !isRate))
    ? null
    : rangeOf(bounds);
}

function boundIn([, word, digits = '', percent, behind]: RegExpExecArray, last: Bound | undefined): Bound | null {
  const value = numberOf(digits);
  const before = SIDE_OF.get(word ?? '') ?? null;
  const after = BEHIND.get(behind ?? '') ?? null;
  // «1.000» may mean a thousand or one; «dưới 5% trở lên» means nothing.
  const isTwofold = before !== null && after !== null && word !== 'từ';
  if (value === null || /[.,]\d{3}$/.test(digits) || isTwofold) return null;
  // «dưới 90% đến 80%»
  const isDown = before === 'upTo' && last?.side && !isLower(last.side);
  return { side: isDown ? 'from' : (after ?? before), value, isRate: percent !== undefined };
}

function rangeOf(bounds: readonly Bound[]): StepRange | null {
  const [from, moreFrom] = bounds.filter(({ side }) => side !== null && isLower(side));
  const [to, moreTo] = bounds.filter(({ side }) => side !== null && !isLower(side));
  if ((!from && !to) || moreFrom || moreTo || (from && to && from.value >= to.value)) return null;
  return {
    from: from ? { value: from.value, isIncluded: from.side === 'from' } : null,
    to: to ? { value: to.value, isIncluded: to.side === 'upTo' } : null,
  };
}

/** Removed to leave what is counted, without numbers and the words that bound them: «tỷ lệ hồ sơ». */
const RANGE_WORDS = /[\d.,%<>=≤≥–-]|(?<!\p{L})(?:trở lên|trở xuống|hoặc bằng|đạt|đến|từ|và)(?!\p{L})/gu;
const subjectOf = ({ when }: ScoreStep): string => {
  const bare = SIDE_WORDS.reduce((text, word) => text.replaceAll(word, ' '), when.normalize('NFC').toLowerCase());
  return squeeze(bare.replace(RANGE_WORDS, ' '));
};

/**
 * Steps by which a number alone gives the points; the first step that covers it applies. Null if words decide as well,
 * two steps cover one number, or the best step is not the maximum.
 */
export function scaleOf(steps: readonly ScoreStep[], max: Decimal | null): readonly RangeStep[] | null {
  const given = steps.filter(({ points }) => points !== null);
  const scale = given.filter((step): step is RangeStep => step.range !== null);
  const subjects = new Set(scale.map(subjectOf).filter((text) => text !== ''));
  const rates = scale.filter(({ when }) => when.includes('%')).length;
  const isAlike = subjects.size <= 1 && (rates === 0 || rates === scale.length);
  const isWhole = scale.length > 1 && scale.length === given.length && Math.max(...scale.map((s) => s.points)) === max;
  if (!isAlike || !isWhole) return null;
  // «≥ 90» below «≥ 95» means from 90 to below 95.
  const ladder = [...scale].sort(
    (a, b) =>
      (b.range.from?.value ?? -Infinity) - (a.range.from?.value ?? -Infinity) ||
      (a.range.to?.value ?? Infinity) - (b.range.to?.value ?? Infinity),
  );
  const clash = ladder.some((a, position) =>
    ladder.slice(position + 1).some((b) => !isOneLadder(a, b) && overlap(a.range, b.range)),
  );
  return clash ? null : ladder;
}

const isOneLadder = ({ range: a }: RangeStep, { range: b }: RangeStep): boolean =>
  (a.to === null && b.to === null && a.from?.value !== b.from?.value) ||
  (a.from === null && b.from === null && a.to?.value !== b.to?.value);

const overlap = (a: StepRange, b: StepRange): boolean => reaches(a, b) && reaches(b, a);
const reaches = ({ from }: StepRange, { to }: StepRange): boolean =>
  !from || !to || from.value < to.value || (from.value === to.value && from.isIncluded && to.isIncluded);

/** Points for a rate by the scale; null if no step covers it. */
export const pointsAt = (steps: readonly ScoreStep[], rate: Decimal): Decimal | null =>
  steps.find(({ range }) => range !== null && isWithin(range, rate))?.points ?? null;

export const isWithin = ({ from, to }: StepRange, rate: Decimal): boolean =>
  (from === null || rate > from.value || (from.isIncluded && rate === from.value)) &&
  (to === null || rate < to.value || (to.isIncluded && rate === to.value));
