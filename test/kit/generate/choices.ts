/** The choices of one seed: the kinds of noise in its sheet, each with its share, all listed in the report. */
import { criteriaOf, CODE_STYLES, type CodeStyle } from './criteria';
import type { HeaderStyle } from './canvas';
import { SPOILS, type Spoil } from './spoil';
import type { ItemTable, LineStyle } from './item-lines';
import { percentOf, totalOf, type Criterion, type GeneratedUnit, type Points, type Tally } from './model';
import type { Random } from './random';
import { PLAIN_TYPING, ensureDifferences, scoresOf, type ScoreStyle, type Typing } from './scores';

export class Choices {
  constructor(
    readonly random: Random,
    /** Share of items for which the appraisal gives more than the self-score. */
    readonly raised = 0,
    readonly kinds = new Set<string>(),
  ) {}

  /** True for the given share of the seeds; the kind is then recorded. */
  on(kind: string, share: number): boolean {
    const is = this.random.chance(share);
    if (is) this.kinds.add(kind);
    return is;
  }

  /** Picks one of several; the plain one is not recorded. */
  among<T extends string>(plain: T, others: readonly T[], share: number): T {
    if (!this.random.chance(share)) return plain;
    const other = this.random.pick(others);
    this.kinds.add(other);
    return other;
  }
}

/** The typing and numbering style of a table of criteria. */
export function itemTable(choices: Choices, styles: readonly CodeStyle[] = CODE_STYLES): ItemTable {
  const { random } = choices;
  const codeStyle = random.chance(0.35) ? 'dotted' : random.pick(styles);
  if (codeStyle !== 'dotted') choices.kinds.add(`codes ${codeStyle}`);
  const spoil: Spoil | null = choices.on('spoiled headings', 0.2) ? random.pick(SPOILS) : null;
  if (spoil) choices.kinds.add(`spoil ${spoil}`);
  return {
    random,
    criteria: criteriaOf(random, codeStyle),
    codeStyle,
    typing: typingOf(choices),
    subtotals: !choices.on('blank subtotals', 0.12),
    notApplicableText: random.pick(['KĐG', 'Không đánh giá', 'KĐG', 'Không áp dụng']),
    spoil,
    headings: new Map(),
  };
}

export function typingOf(choices: Choices): Typing {
  if (!choices.on('numbers as text', 0.12)) return PLAIN_TYPING;
  return { textShare: choices.random.pick([0.2, 1]), suffix: choices.random.pick(['', '', ' ', 'đ']) };
}

export function scoreStyle(choices: Choices): ScoreStyle {
  const { random } = choices;
  return {
    step: random.pick([25, 25, 50, 5, 1]),
    appraisedLoss: random.pick([0.2, 0.4, 0.6]),
    selfLoss: random.pick([0, 0.15, 0.3]),
    notApplicable: choices.on('not applicable', 0.15) ? 0.12 : 0,
    raised: choices.raised,
  };
}

export function unitOf(
  random: Random,
  criteria: readonly Criterion[],
  style: ScoreStyle,
  name: string,
  group = 0,
): GeneratedUnit {
  const scores = ensureDifferences(criteria, scoresOf(random, criteria, style));
  const applies = (points: readonly Points[] | null): boolean => points !== null && totalOf(criteria, points).max > 0;
  if (applies(scores.self) && applies(scores.appraised)) return { name, group, ...scores };
  return unitOf(random, criteria, { ...style, notApplicable: 0 }, name, group);
}

export const headerStyle = (choices: Choices, depth = 1): HeaderStyle => ({
  merged: !choices.on('unmerged header', 0.12),
  depth: Math.max(depth, choices.on('deep header', 0.08) ? 2 : 1),
  numbered: choices.on('numbered columns', 0.1) ? choices.random.pick(['plain', 'brackets'] as const) : null,
});

export function lineStyle(choices: Choices): LineStyle {
  const { random } = choices;
  const hasTotal = random.chance(0.75);
  return {
    blankRows: choices.on('blank rows', 0.1),
    splitRows: choices.on('split rows', 0.08),
    repeatedHeader: choices.on('repeated header', 0.08),
    guideLines: choices.on('guide lines', 0.1),
    total: !hasTotal ? null : choices.on('total on top', 0.08) ? 'top' : 'bottom',
    results: hasTotal && random.chance(0.5),
  };
}

/** The index as text with a dot, as a cell states it. */
export const statedIndex = (tally: Tally): string => String(percentOf(tally, 2) / 100);

const BANDS = [
  [9000, 'Xuất sắc'],
  [8000, 'Tốt'],
  [7000, 'Khá'],
  [5000, 'Trung bình'],
  [0, 'Yếu'],
] as const;

export const ratingOf = (tally: Tally): string => BANDS.find(([from]) => percentOf(tally, 2) >= from)?.[1] ?? 'Yếu';

/** Dense ranks by the exact quotient. */
export function ranksOf(tallies: readonly Tally[]): number[] {
  const ahead = (a: Tally, b: Tally): boolean => a.points * b.max > b.points * a.max;
  const distinct = tallies.filter(
    (one, at) => !tallies.slice(0, at).some((before) => before.points * one.max === one.points * before.max),
  );
  return tallies.map((own) => 1 + distinct.filter((other) => ahead(other, own)).length);
}
