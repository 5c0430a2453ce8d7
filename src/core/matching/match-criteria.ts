/** Items of a table beside the lines of its criteria set. */
import type { CriteriaLine, CriteriaSet } from '../model/criteria-set';
import type { RuleContext } from '../model/rule';
import type { Item } from '../model/score-sheet';
import type { Decimal } from '../values/decimal';
import { groupsOf } from '../values/group';
import { once } from '../values/once';
import { codeKey, nameKey } from './keys';
import { matchToSet, type TreeEntry } from './match-items';

interface MatchedItem {
  readonly item: Item;
  readonly line: CriteriaLine;
}

interface Match {
  readonly matched: readonly MatchedItem[];
  /** Items that several lines of the set could be, and nobody can tell which. */
  readonly ambiguous: readonly { readonly item: Item; readonly lines: readonly CriteriaLine[] }[];
  /** Items that stand in no line of the set. */
  readonly unknown: readonly Item[];
  /** Lines of the set that stand in no item. */
  readonly missing: readonly CriteriaLine[];
}

const NO_MATCH: Match = { matched: [], ambiguous: [], unknown: [], missing: [] };

export const matchCriteria = once(({ criteria, scoreSheet }: RuleContext): Match =>
  criteria && scoreSheet.itemised ? matchToCriteria(scoreSheet.items, criteria) : NO_MATCH,
);

/** Steps by which the criteria set has its items scored. */
export const stepsLaidDown = once(
  (context: RuleContext): ReadonlyMap<Item, Decimal> =>
    new Map(
      matchCriteria(context).matched.flatMap(({ item, line }) =>
        line.step === null ? [] : [[item, line.step] as const],
      ),
    ),
);

export function matchToCriteria(items: readonly Item[], { criteria }: CriteriaSet): Match {
  const { earlier, gone } = matchToSet(items, treeOf(criteria));
  const left = gone.flatMap((position) => criteria[position] ?? []);
  const byName = groupsOf(left, ({ name }) => nameKey(name));
  const byCode = groupsOf(left, ({ code }) => codeKey(code));
  const matched: MatchedItem[] = [];
  const ambiguous: { item: Item; lines: readonly CriteriaLine[] }[] = [];
  const unknown: Item[] = [];
  for (const item of items) {
    const line = criteria[earlier[item.index] ?? -1];
    const alike = line ? [] : (byName.get(nameKey(item.name)) ?? byCode.get(codeKey(item.code)) ?? []);
    if (line) matched.push({ item, line });
    else if (alike.length > 0) ambiguous.push({ item, lines: alike });
    else unknown.push(item);
  }
  const possible = new Set(ambiguous.flatMap(({ lines }) => lines));
  return { matched, ambiguous, unknown, missing: left.filter((line) => !possible.has(line)) };
}

function treeOf(lines: readonly CriteriaLine[]): TreeEntry[] {
  const positions = new Map(lines.map((line, position) => [line, position]));
  const entries = lines.map(({ code, name, above }): TreeEntry & { readonly children: number[] } => ({
    code,
    name,
    parent: above ? (positions.get(above) ?? -1) : -1,
    children: [],
  }));
  entries.forEach(({ parent }, position) => entries[parent]?.children.push(position));
  return entries;
}
