/** A criteria set lends its maxima to a sheet that states none. */
import type { CriteriaLine, CriteriaSet } from '../model/criteria-set';
import { matchToCriteria } from '../matching/match-criteria';
import type { Item, ScoreSheet } from '../model/score-sheet';

/** The sheet itself where it states any maximum of its own, or where there is no set. */
export function withCriteria(sheet: ScoreSheet, criteria: CriteriaSet | null): ScoreSheet {
  if (!criteria || sheet.items.some((item) => item.max !== null) || sheet.units.some((unit) => unit.max !== null))
    return sheet;
  const { matched, ambiguous } = matchToCriteria(sheet.items, criteria);
  const lines = new Map<Item, readonly CriteriaLine[]>([
    ...ambiguous.map(({ item, lines }) => [item, lines] as const),
    ...matched.map(({ item, line }) => [item, [line]] as const),
  ]);
  const items = sheet.items.map((item): Item => ({ ...item, max: maximumOf(lines.get(item) ?? []) }));
  if (items.every((item) => item.max === null)) return sheet;
  return {
    ...sheet,
    items,
    // What the set leaves out is told item by item.
    facts: sheet.facts.filter(
      (fact) => fact.kind !== 'no-maximum' && !(fact.kind === 'missing-column' && fact.role === 'max'),
    ),
  };
}

/** What all lines that could be meant say. */
function maximumOf([first, ...others]: readonly CriteriaLine[]): CriteriaLine['max'] {
  return first && others.every(({ max }) => max === first.max) ? first.max : null;
}
