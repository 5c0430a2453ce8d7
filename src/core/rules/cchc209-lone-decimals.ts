/** CCHC209 — a score with more decimals than any other, below a sum that matches only when rounded. */
import { resultOf } from '../model/assessment';
import type { Rule, RuleContext } from '../model/rule';
import type { Suggestion } from '../model/diagnostic';
import {
  addressOf,
  isScoredItem,
  itemOver,
  maxPointsOf,
  type Item,
  type Score,
  type UnitScores,
} from '../model/score-sheet';
import type { Address } from '../values/address';
import { placesOf, roundTo, subtract, type Decimal } from '../values/decimal';
import { comparePoints } from '../relations/agreement';
import { ROLE_WORDS, cell, cellOfItem, plain, shown, subject } from './wording';

/** Points usually have two decimals. */
const CUSTOM_PLACES = 2;
const CENT = 1e8;
/** If there are more such scores, they come from a calculation, such as points in proportion to a share. */
const MOST = 2;
const FEWEST_OTHERS = 8;

interface Long {
  readonly unit: UnitScores;
  readonly item: Item;
  readonly role: 'self' | 'appraised';
  readonly points: Decimal;
}

export const loneDecimals: Rule = {
  code: 'CCHC209',
  alias: 'lone-decimals',
  severity: 'warning',
  title: 'Điểm có nhiều số lẻ hơn mọi điểm khác',
  find: function* (context) {
    for (const { unit, item, role, points } of longScores(context)) {
      const sum = sumAbove(context, unit, item, role);
      if (!sum || sum.stated === sum.exact || comparePoints(sum.stated, sum.exact) === 'different') continue;
      const at = addressOf(context.scoreSheet, unit, item, role) ?? cellOfItem(item);
      const meant = roundTo(subtract(points, subtract(sum.exact, sum.stated)), 8);
      const isLikely = isShortened(points, meant) && meant <= (maxPointsOf(unit, item) ?? points);
      yield {
        at: [at],
        unit,
        item,
        ...(isLikely ? { expected: plain(meant) } : {}),
        actual: plain(points),
        message:
          `${subject(unit, item)}: ${ROLE_WORDS[role]} ${shown(points)} ở ${cell(at)} có nhiều số lẻ hơn mọi điểm ` +
          `khác, và ${sum.name} ghi ${shown(sum.stated)} chỉ khớp khi làm tròn ${shown(sum.exact)}` +
          (isLikely ? `; có thể là ${shown(meant)}.` : '; hãy xem lại.'),
        evidence: [
          { at, text: `${ROLE_WORDS[role]} ${shown(points)}` },
          ...(sum.at
            ? [{ at: sum.at, text: `${sum.name} (${shown(sum.stated)}), cộng được ${shown(sum.exact)}` }]
            : []),
        ],
        ...(isLikely ? { suggestions: [shortened(at, meant, sum.name)] } : {}),
      };
    }
  },
};

const shortened = (at: Suggestion['at'], meant: Decimal, name: string): Suggestion => ({
  at,
  value: plain(meant),
  why: `khi đó ${name} khớp mà không phải làm tròn`,
});

/** Scores with more than two decimals; empty if there are more than `MOST` of them or too few other scores. */
function longScores({ scoreSheet: { items, units } }: RuleContext): readonly Long[] {
  const found: Long[] = [];
  let others = 0;
  const scored = items.filter(isScoredItem);
  for (const unit of units) {
    for (const role of ['self', 'appraised'] as const) {
      const scores = unit[role];
      for (const item of scores ? scored : []) {
        const score = scores?.[item.position];
        if (score?.kind !== 'points') continue;
        // The `%` operator is four times slower, and this runs for every score.
        if (Math.floor(score.points / CENT) * CENT === score.points) others++;
        else if (found.push({ unit, item, role, points: score.points }) > MOST) return [];
      }
    }
  }
  return others < FEWEST_OTHERS ? [] : found;
}

interface Sum {
  readonly name: string;
  readonly at: Address | null;
  readonly stated: Decimal;
  readonly exact: Decimal;
}

/** The nearest sum above the item that the unit states; null if there is none or a part of it is unknown. */
function sumAbove(context: RuleContext, unit: UnitScores, item: Item, role: Long['role']): Sum | null {
  const { scoreSheet } = context;
  const totals = resultOf(context, unit).totals;
  const isAwarded = role === unit.awardedRole;
  const sums = isAwarded ? totals.awarded : totals.self;
  const { items } = scoreSheet;
  for (let above = itemOver(items, item); above; above = itemOver(items, above)) {
    const value = pointsOf(unit[role]?.[above.position]);
    const at = addressOf(scoreSheet, unit, above, role);
    if (value !== null) return sumOf(`tổng ${above.code}`.trim(), { at, value }, sums?.pointsAt(above.position));
  }
  return isAwarded
    ? sumOf('tổng điểm', unit.stated.total, totals.awardedTotal?.points)
    : sumOf('tổng điểm tự chấm', unit.stated.selfTotal, totals.selfTotal?.points);
}

type Stated = { readonly at: Address | null; readonly value: Decimal | null } | undefined;

const sumOf = (name: string, stated: Stated, exact: number | undefined): Sum | null =>
  !stated || stated.value === null || exact === undefined || Number.isNaN(exact)
    ? null
    : { name, at: stated.at, stated: stated.value, exact: exact as Decimal };

const pointsOf = (score: Score | undefined): Decimal | null => (score?.kind === 'points' ? score.points : null);

/** Whether removing one digit turns `points` into `meant`: 0,245 is 0,25 with an extra 4. */
function isShortened(points: Decimal, meant: Decimal): boolean {
  const [typed, wanted] = [plain(points), plain(meant)];
  return (
    placesOf(meant) <= CUSTOM_PLACES &&
    Array.from(typed).some((_, position) => typed.slice(0, position) + typed.slice(position + 1) === wanted)
  );
}
