/**
 * Arranges rows into a tree: each below the nearest row above it that its level and code allow. Remarks are set aside.
 */
import type { ItemRow } from './item-rows';
import type { MaxOf } from './item-levels';

export interface Draft {
  readonly row: ItemRow;
  readonly parent: number;
  readonly children: number[];
}

export interface DraftTree {
  readonly drafts: readonly Draft[];
  /** False for rows that are not items. */
  readonly isItem: readonly boolean[];
}

export function draftTree(rows: readonly ItemRow[], parents: readonly number[], maxOf: MaxOf): DraftTree {
  const drafts: Draft[] = rows.map((row, position) => ({ row, parent: parents[position] ?? -1, children: [] }));
  drafts.forEach(({ parent }, position) => drafts[parent]?.children.push(position));
  return { drafts, isItem: keptDrafts(drafts, maxOf) };
}

/** The parent of each row is the nearest row above it with a lower level. */
export function parentsByLevel(levels: readonly number[]): number[] {
  const open: number[] = [];
  return levels.map((level, position) => {
    while (open.length > 0 && (levels[open.at(-1) ?? 0] ?? 0) >= level) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(position);
    return parent;
  });
}

/**
 * Like `parentsByLevel`, but a code of several numbers may only be below a code that it begins with: 1.2.1 is below
 * 1.2, never below 1.3.
 */
export function parentsByPrefix(rows: readonly ItemRow[], levels: readonly number[]): number[] {
  const parents = parentsByLevel(levels);
  const numbers = rows.map(({ code }) => numbersOf(code));
  // For each row that holds the codes of one numbering: the last row of each code below it.
  const known = new Map<number, Map<string, number>>();
  return parents.map((parent, position) => {
    const codeNumbers = numbers[position];
    if (!codeNumbers) return parent;
    const isOfKind = (row: number): boolean => rows[row]?.code?.kind === rows[position]?.code?.kind;
    let holder = parent;
    while (isOfKind(holder) && !begins(numbers[holder] ?? [], codeNumbers)) holder = parents[holder] ?? -1;
    let scope = parent;
    while (isOfKind(scope)) scope = parents[scope] ?? -1;
    const codes = known.get(scope) ?? new Map<string, number>();
    known.set(scope, codes.set(codeNumbers.join('.'), position));
    if (holder === parent || codeNumbers.length < 2) return parent;
    for (let length = codeNumbers.length - 1; length > 0; length--) {
      const above = codes.get(codeNumbers.slice(0, length).join('.'));
      if (above !== undefined) return above;
    }
    return holder;
  });
}

/** 1.2 → «1», «2»; I.2 → «I», «2»; null for letters and lines, which are below whatever row precedes them. */
const numbersOf = (code: ItemRow['code']): readonly string[] | null =>
  code === null || code.kind === 'letter'
    ? null
    : [
        ...(code.kind === 'arabic' ? [] : [code.text.split('.')[0] ?? '']),
        ...code.parts.map((part) => part.toString()),
      ];

const begins = (shorter: readonly string[], longer: readonly string[]): boolean =>
  shorter.length < longer.length && shorter.every((part, position) => part === longer[position]);

/**
 * Excludes rows that are not items: lists of the points that their parent may get («Từ 80 %: 1 điểm»), and headings
 * without anything below them.
 */
function keptDrafts(drafts: readonly Draft[], maxOf: MaxOf): boolean[] {
  const isItem = drafts.map(() => true);
  drafts.forEach(({ row, children }, position) => {
    if (children.length === 0 && isBare(row)) isItem[position] = false;
    if (isItem[position] === false || listsOptions(drafts, position, maxOf))
      for (const child of children) isItem[child] = false;
  });
  return isItem;
}

/** The row has no points, no maximum, and no code in the code column. */
const isBare = ({ code, hasMax, hasScore, opensArea, shared }: ItemRow): boolean =>
  !hasMax && !hasScore && !opensArea && (code === null || shared);

function listsOptions(drafts: readonly Draft[], position: number, maxOf: MaxOf): boolean {
  const { row: parent, children } = drafts[position] ?? { row: null, children: [] };
  const rows = children.flatMap((child) => drafts[child]?.row ?? []);
  if (parent === null || rows.length === 0 || !rows.every((row) => row.code === null && !row.hasScore)) return false;
  if (parent.hasScore) return true;
  const most = maxOf(parent.row);
  const listed = rows.map((row) => maxOf(row.row) ?? 0);
  return most !== null && listed.includes(most) && listed.length > 1;
}
