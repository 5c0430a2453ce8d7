/**
 * Turns stated numbers into the terms of a relation: one figure per cell; a number that is not stated is replaced by
 * those below it.
 */
import { keyOf, type Address } from '../values/address';
import { ZERO, type Decimal } from '../values/decimal';
import {
  partsOf,
  addressOf,
  isScoredItem,
  itemOver,
  maxPointsOf,
  type Item,
  type ScoreSheet,
  type UnitScores,
} from '../model/score-sheet';
import { ANY_PRINTING } from './agreement';
import type { Figure, Linear, Relation, Term } from './relation';

export interface Draft {
  readonly sheet: ScoreSheet;
  readonly known: Map<string, Figure>;
  readonly all: Relation[];
  /**
   * Items whose numbers are not scored here: copied from a more detailed table, parents in a list of losses, or the
   * item of a table of totals.
   */
  readonly copied: ReadonlySet<Item>;
}

type Stated = Pick<Figure, 'role' | 'value' | 'unit' | 'item'> & Partial<Figure>;

export function emptyDraft(sheet: ScoreSheet, copied: readonly Item[] = []): Draft {
  const summed = sheet.items.flatMap((item) => (item.listed === true ? (itemOver(sheet.items, item) ?? []) : []));
  // The one item of a table of totals stands for all areas together.
  const totals = sheet.itemised ? [] : sheet.items;
  return { sheet, known: new Map(), all: [], copied: new Set([...copied, ...summed, ...totals]) };
}

/** Returns one figure per cell, however many relations it is in. */
export function figure({ sheet, known }: Draft, at: Address | null, stated: Stated): Figure {
  const key = at ? `${keyOf(at).toString()}${stated.isDenominator === true ? '/' : ''}` : null;
  const seen = key === null ? undefined : known.get(key);
  if (seen) return seen;
  const fresh: Figure = {
    sheet,
    at,
    isEntered: false,
    isFormula: at !== null && sheet.grid.formulas.has(keyOf(at)),
    isDenominator: false,
    most: null,
    ...stated,
  };
  if (key !== null) known.set(key, fresh);
  return fresh;
}

export const plus = (each: Figure): Term => ({ figure: each, sign: 1 });
export const minus = (each: Figure): Term => ({ figure: each, sign: -1 });
export const linear = (terms: readonly Term[], constants: readonly Decimal[] = [ZERO]): Linear => ({
  terms,
  constants,
});
export const relation = (
  kind: Relation['kind'],
  result: Figure,
  part: Linear,
  whole: Linear | null = null,
  printing = ANY_PRINTING,
): Relation => ({ kind, result, part, whole, printing });

export const childrenOf = ({ items }: ScoreSheet, item: Item): readonly Item[] => partsOf(items, item);
export const areasOf = ({ items }: ScoreSheet): Item[] => items.filter(({ parent }) => parent < 0);

/**
 * The maximum of an item for a unit, from the first that is stated: the second number of «75,42/94», the unit's own
 * column, the common maximum, the items below.
 */
export function maxTerms(draft: Draft, unit: UnitScores | null, item: Item): Term[] | null {
  const score = unit?.[unit.awardedRole]?.[item.position];
  if (unit && score?.kind === 'points' && score.of !== null) {
    const at = addressOf(draft.sheet, unit, item, unit.awardedRole);
    return [plus(figure(draft, at, { role: 'max', value: score.of, unit, item, isDenominator: true }))];
  }
  const unitMax = unit?.max?.[item.position] ?? null;
  if (unit && unitMax !== null)
    return [
      plus(figure(draft, addressOf(draft.sheet, unit, item, 'max'), { role: 'max', value: unitMax, unit, item })),
    ];
  const isEntered = isScoredItem(item) && !draft.copied.has(item);
  if (item.max !== null)
    return [plus(figure(draft, item.maxAt, { role: 'max', value: item.max, unit: null, item, isEntered }))];
  return isScoredItem(item) ? null : joined(childrenOf(draft.sheet, item).map((child) => maxTerms(draft, unit, child)));
}

/** The applicable maximum of an item: its maximum less that of every item below that does not apply to the unit. */
export function applicableTerms(draft: Draft, unit: UnitScores, item: Item): Term[] | null {
  const max = maxTerms(draft, unit, item);
  const out = notApplicableBelow(draft, unit, item);
  if (!max || !out) return null;
  return [...max, ...out.map(({ figure: each }) => minus(each))];
}

export function notApplicableBelow(draft: Draft, unit: UnitScores, item: Item): Term[] | null {
  const scores = unit[unit.awardedRole];
  if (isScoredItem(item)) return scores?.[item.position]?.kind === 'notApplicable' ? maxTerms(draft, unit, item) : [];
  return joined(childrenOf(draft.sheet, item).map((child) => notApplicableBelow(draft, unit, child)));
}

/** Points of an item as stated; if a parent states none, those of its children; null if a score is missing. */
export function pointTerms(draft: Draft, unit: UnitScores, role: 'self' | 'appraised', item: Item): Term[] | null {
  const score = unit[role]?.[item.position];
  const isEntered = isScoredItem(item) && !draft.copied.has(item);
  if (score?.kind === 'points')
    return [
      plus(
        figure(draft, addressOf(draft.sheet, unit, item, role), {
          role,
          value: score.points,
          unit,
          item,
          isEntered,
          most: maxPointsOf(unit, item),
        }),
      ),
    ];
  if (isScoredItem(item)) return score?.kind === 'notApplicable' ? [] : null;
  return joined(childrenOf(draft.sheet, item).map((child) => pointTerms(draft, unit, role, child)));
}

export function joined(parts: readonly (Term[] | null)[]): Term[] | null {
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
}
