/** Matches the items of a table with the lines of its criteria set. */
import type { CriteriaLine, CriteriaSet } from '../model/criteria-set';
import type { RuleContext } from '../model/rule';
import { mergeAt, textAt } from '../model/workbook/grid';
import { placeOf, unitAxis, type Item, type ScoreSheet, type UnitScores } from '../model/score-sheet';
import type { Decimal } from '../values/decimal';
import { plainKey, squeeze } from '../values/fold-text';
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
  /** Items that may be one of several lines of the set. */
  readonly ambiguous: readonly { readonly item: Item; readonly lines: readonly CriteriaLine[] }[];
  /** Items without a line in the set. */
  readonly unknown: readonly Item[];
  /** Lines of the set without an item. */
  readonly missing: readonly CriteriaLine[];
}

const NO_MATCH: Match = { matched: [], ambiguous: [], unknown: [], missing: [] };

export const matchCriteria = once(({ criteria, scoreSheet }: RuleContext): Match =>
  criteria && scoreSheet.itemised ? matchToCriteria(scoreSheet.items, criteria) : NO_MATCH,
);

/** The scoring step that the criteria set lays down, by item. */
export const stepsLaidDown = once(
  (context: RuleContext): ReadonlyMap<Item, Decimal> =>
    new Map(
      matchCriteria(context).matched.flatMap(({ item, line }) =>
        line.step === null ? [] : [[item, line.step] as const],
      ),
    ),
);

/**
 * Whether a heading, given without diacritics, names the appraiser: «Cơ quan thẩm định», «Cán bộ được giao thẩm định».
 */
export const namesAppraiser = (heading: string): boolean => APPRAISER.test(heading);
const BODY = '(co quan|don vi|phong|so|nguoi|can bo|thanh vien|bo phan|to)';
const APPRAISER = new RegExp(
  `\\b${BODY} (?!tu cham)(\\S+ ){0,3}(tham dinh|cham|theo doi|phu trach|chu tri)( \\S+){0,2}$`,
);

/** Finds who appraises a unit's item: from a column of the table, else from the criteria set. */
export const appraiserFinder = once((context: RuleContext): ((unit: UnitScores, item: Item) => string | null) => {
  const { scoreSheet } = context;
  const isRow = unitAxis(scoreSheet) === 'row';
  const laidDown = new Map(matchCriteria(context).matched.map(({ item, line }) => [item, line.appraiser]));
  const columns = new Map(tablesOf(scoreSheet).map((table) => [table.sheet, appraiserColumn(table)]));
  const saidFor = (row: number): string | null => {
    const { sheet, at } = placeOf(scoreSheet, { row, column: 0 });
    const text = columns.get(sheet)?.(at.row) ?? '';
    return /\p{L}{2}/u.test(text) ? text : null;
  };
  return (unit, item) => {
    if (isRow) return saidFor(unit.row) ?? laidDown.get(item) ?? null;
    // A body named beside an area appraises everything below it.
    for (let each: Item | undefined = item; each; each = scoreSheet.items[each.parent]) {
      const stated = saidFor(each.row);
      if (stated !== null) return stated;
    }
    return laidDown.get(item) ?? null;
  };
});

const tablesOf = (sheet: ScoreSheet): readonly ScoreSheet[] => sheet.parts?.map(({ table }) => table) ?? [sheet];

/** Reads the column of appraisers, which is never a column of scores; null if there is none. */
function appraiserColumn({ grid, headerRows, table, units, items }: ScoreSheet): ((row: number) => string) | null {
  const scores = new Set(
    [...units, ...items]
      .flatMap(({ columns: { self, appraised } }) => [self, appraised])
      .filter((each) => each !== undefined),
  );
  for (let column = table.left; column <= table.right; column++)
    if (!scores.has(column) && headerRows.some((row) => namesAppraiser(plainKey(textAt(grid, row, column)))))
      return (row) => squeeze(textAt(grid, mergeAt(grid, row, column)?.top ?? row, column));
  return null;
}

export function matchToCriteria(items: readonly Item[], { criteria }: CriteriaSet): Match {
  const { earlier, gone } = matchToSet(items, treeOf(criteria));
  const left = gone.flatMap((position) => criteria[position] ?? []);
  const byName = groupsOf(left, ({ name }) => nameKey(name));
  const byCode = groupsOf(left, ({ code }) => codeKey(code));
  const matched: MatchedItem[] = [];
  const ambiguous: { item: Item; lines: readonly CriteriaLine[] }[] = [];
  const unknown: Item[] = [];
  for (const item of items) {
    const line = criteria[earlier[item.position] ?? -1];
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
