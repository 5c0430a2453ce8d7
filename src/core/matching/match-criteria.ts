/** Items of the sheet beside the lines of its criteria set, by code and name together. */
import type { CriteriaLine, CriteriaSet } from '../model/criteria-set';
import { codeKey, nameKey } from './match-causes';
import type { Item } from '../model/score-sheet';
import type { RuleContext } from '../model/rule';
import { once } from '../values/once';

export interface MatchedItem {
  readonly item: Item;
  readonly line: CriteriaLine;
}

export interface Match {
  readonly matched: readonly MatchedItem[];
  /** Items that stand in no line of the set. */
  readonly unknown: readonly Item[];
  /** Lines of the set that stand in no item. */
  readonly missing: readonly CriteriaLine[];
}

const NO_MATCH: Match = { matched: [], unknown: [], missing: [] };

export const matchCriteria = once(({ criteria, scoreSheet }: RuleContext): Match =>
  criteria && scoreSheet.itemised ? matchAll(criteria, scoreSheet.items) : NO_MATCH,
);

function matchAll({ criteria }: CriteriaSet, items: readonly Item[]): Match {
  const byCode = groupLines(criteria, ({ code }) => codeKey(code));
  const byName = groupLines(criteria, ({ name }) => nameKey(name));
  const taken = new Set<CriteriaLine>();
  const free = (lines: readonly CriteriaLine[] | undefined): CriteriaLine | undefined =>
    lines?.find((line) => !taken.has(line));
  const found = new Map<Item, CriteriaLine>();
  const pair = (item: Item, line: CriteriaLine | undefined): void => {
    if (!line || found.has(item)) return;
    taken.add(line);
    found.set(item, line);
  };
  const codeOf = (item: Item): string => codeKey(item.code);
  // Surest first: code and name, then a code alone, then a name alone.
  for (const item of items) {
    const name = nameKey(item.name);
    if (codeOf(item) !== '')
      pair(
        item,
        byCode.get(codeOf(item))?.find((line) => !taken.has(line) && nameKey(line.name) === name),
      );
  }
  for (const item of items) if (codeOf(item) !== '') pair(item, free(byCode.get(codeOf(item))));
  for (const item of items) if (nameKey(item.name) !== '') pair(item, free(byName.get(nameKey(item.name))));
  return {
    matched: items.flatMap((item) => {
      const line = found.get(item);
      return line ? [{ item, line }] : [];
    }),
    unknown: items.filter((item) => !found.has(item)),
    missing: criteria.filter((line) => !taken.has(line)),
  };
}

function groupLines(lines: readonly CriteriaLine[], key: (line: CriteriaLine) => string): Map<string, CriteriaLine[]> {
  const groups = new Map<string, CriteriaLine[]>();
  for (const line of lines) {
    const group = groups.get(key(line));
    if (group) group.push(line);
    else groups.set(key(line), [line]);
  }
  return groups;
}
