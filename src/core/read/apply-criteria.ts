/** A criteria set lends its maxima to a sheet that states none: matched by code and name, by name alone where codes moved. */
import type { CriteriaLine, CriteriaSet } from '../model/criteria-set';
import { foldText } from '../values/fold-text';
import type { Item, ScoreSheet } from '../model/score-sheet';

/** The sheet itself where it states any maximum of its own, or where there is no set. */
export function withCriteria(sheet: ScoreSheet, criteria: CriteriaSet | null): ScoreSheet {
  if (!criteria || sheet.items.some((item) => item.max !== null) || sheet.units.some((unit) => unit.max !== null))
    return sheet;
  const find = lineFinder(criteria.criteria);
  const items = sheet.items.map((item): Item => ({ ...item, max: find(item)?.max ?? null }));
  if (items.every((item) => item.max === null)) return sheet;
  return {
    ...sheet,
    items,
    facts: sheet.facts.filter(
      (fact) => fact.kind !== 'no-maximum' && !(fact.kind === 'missing-column' && fact.role === 'max'),
    ),
  };
}

function lineFinder(lines: readonly CriteriaLine[]): (item: Item) => CriteriaLine | undefined {
  const keyOf = (code: string, name: string): string => `${code}|${foldText(name)}`;
  const both = new Map(lines.map((line) => [keyOf(line.code, line.name), line]));
  const byName = new Map(lines.map((line) => [foldText(line.name), line]));
  const byCode = new Map(lines.filter((line) => line.code !== '').map((line) => [line.code, line]));
  return ({ code, name }) => both.get(keyOf(code, name)) ?? byName.get(foldText(name)) ?? byCode.get(code);
}
