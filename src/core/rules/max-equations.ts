/** Every stated maximum beside what it should be: the sum of its children, the criteria set's, or what applies to the unit. */
import type { Address } from '../values/address';
import { roundTo, type Decimal } from '../values/decimal';
import type { RuleContext } from '../model/rule';
import { addressOf, isScoredItem, type Item, type UnitScores } from '../model/score-sheet';
import { comparePoints } from './compare-stated';
import { matchCriteria } from '../matching/match-criteria';
import { placeOf } from './wording';

interface MaxDifference {
  readonly at: Address;
  readonly unit: UnitScores | null;
  readonly item: Item | null;
  readonly stated: Decimal;
  readonly expected: Decimal;
  readonly because: string;
}

export function* maxima(context: RuleContext): Generator<MaxDifference> {
  yield* ofSheet(context);
  yield* ofCriteria(context);
  for (const unit of context.scoreSheet.units) yield* ofUnit(context, unit);
}

/** Maxima that hold for every unit. */
function* ofSheet({ scoreSheet: { items, statedMax } }: RuleContext): Generator<MaxDifference> {
  for (const item of items) {
    if (isScoredItem(item) || item.max === null) continue;
    const expected = sumOf(item.children.map((child) => items[child]?.max ?? null));
    if (expected === null || item.max === expected) continue;
    yield {
      at: item.maxAt ?? placeOf(item),
      unit: null,
      item,
      stated: item.max,
      expected,
      because: `tổng điểm tối đa của ${item.children.length} tiêu chí con`,
    };
  }
  const areas = items.filter(({ parent }) => parent < 0);
  const whole = sumOf(areas.map((area) => wholeMax(items, area)));
  if (!statedMax || statedMax.value === null || whole === null || statedMax.value === whole) return;
  yield {
    at: statedMax.at,
    unit: null,
    item: null,
    stated: statedMax.value,
    expected: whole,
    because: `cộng ${areas.length} lĩnh vực`,
  };
}

/** An area's own maximum, else the sum below it. */
function wholeMax(items: readonly Item[], item: Item): Decimal | null {
  if (item.max !== null || isScoredItem(item)) return item.max;
  return sumOf(item.children.map((child) => (items[child] ? wholeMax(items, items[child]) : null)));
}

function* ofCriteria(context: RuleContext): Generator<MaxDifference> {
  for (const { item, line } of matchCriteria(context).matched) {
    if (item.max === null || line.max === null || item.max === line.max || item.maxAt === null) continue;
    const because = `bộ tiêu chí (trang tính «${context.criteria?.sheet ?? ''}»)`;
    yield { at: item.maxAt, unit: null, item, stated: item.max, expected: line.max, because };
  }
}

/** Maxima of one unit: its own column, "75,42/94" in its total, and its total of what applies. */
function* ofUnit({ scoreSheet, units }: RuleContext, unit: UnitScores): Generator<MaxDifference> {
  const result = units[unit.index]?.totals;
  if (unit.max && result) {
    for (const item of scoreSheet.items) {
      const stated = unit.max[item.index] ?? null;
      if (stated === null) continue;
      const at = addressOf(scoreSheet, unit, item, 'max') ?? placeOf(item);
      if (isScoredItem(item)) {
        if (item.max !== null && stated > item.max)
          yield { at, unit, item, stated, expected: item.max, because: 'điểm tối đa chung của tiêu chí' };
        continue;
      }
      const applicable = result.awarded.max[item.index] ?? Number.NaN;
      const listed = sumOf(item.children.map((child) => unit.max?.[child] ?? scoreSheet.items[child]?.max ?? null));
      if (stated === applicable || stated === listed || (Number.isNaN(applicable) && listed === null)) continue;
      const expected = Number.isNaN(applicable) ? listed : (applicable as Decimal);
      if (expected !== null)
        yield { at, unit, item, stated, expected, because: 'tổng điểm tối đa của các tiêu chí con được áp dụng' };
    }
  }
  const { max, total, selfTotal } = unit.stated;
  const pairs = [
    [max?.at, max?.value, result?.awardedTotal],
    [total?.at, total?.of, result?.awardedTotal],
    [selfTotal?.at, selfTotal?.of, result?.selfTotal],
  ] as const;
  for (const [at, stated, tally] of pairs) {
    if (!at || stated === undefined || stated === null || !tally || comparePoints(stated, tally.max) === 'same')
      continue;
    yield {
      at,
      unit,
      item: null,
      stated,
      expected: tally.max,
      because: 'tổng điểm tối đa của các tiêu chí được áp dụng',
    };
  }
}

function sumOf(values: readonly (Decimal | null)[]): Decimal | null {
  let total = 0;
  for (const value of values) {
    if (value === null) return null;
    total += value;
  }
  return values.length === 0 || total > Number.MAX_SAFE_INTEGER ? null : roundTo(total as Decimal, 8);
}
