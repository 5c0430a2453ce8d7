/** Item rows → the tree of areas, criteria and sub-criteria (families A and B). */
import type { Address } from '../../values/address';
import { fromText, type Decimal } from '../../values/decimal';
import type { Item } from '../../model/score-sheet';
import { maximumInText } from '../words/header-words';
import { levelsOf, type MaxOf } from './item-levels';
import type { ItemRow } from './item-rows';
import { namesSurvey, outsideBy, type Outside } from '../words/item-words';

export interface ItemTree {
  readonly items: readonly Item[];
  /** Rows whose cells hold bonus or penalty points. */
  readonly outside: readonly { readonly row: number; readonly kind: Outside }[];
  /** Position of an item row in `items`; −1 where the row is outside the tree or only describes its parent. */
  readonly placeOf: readonly number[];
}

interface Draft {
  readonly row: ItemRow;
  readonly parent: number;
  readonly children: number[];
}

export function buildTree(
  rows: readonly ItemRow[],
  maxOf: (row: number) => { value: Decimal; at: Address } | null,
  codeColumn: number,
): ItemTree {
  const statedMax: MaxOf = (row) => maxOf(row)?.value ?? null;
  const drafts = draftTree(rows, levelsOf(rows, statedMax));
  const kept = withoutRemarks(drafts, statedMax);
  const outside: { row: number; kind: Outside }[] = [];
  const placeOf = drafts.map(() => -1);
  const items: (Item & { children: number[] })[] = [];
  drafts.forEach((draft, at) => {
    if (!kept[at]) return;
    const kind = outsideOf(drafts, at);
    if (kind) {
      if (!draft.children.some((child) => kept[child])) outside.push({ row: draft.row.row, kind });
      return;
    }
    const index = items.length;
    placeOf[at] = index;
    const parent = draft.parent < 0 ? -1 : (placeOf[draft.parent] ?? -1);
    const above = items[parent];
    above?.children.push(index);
    const max = maxOf(draft.row.row);
    const inText = max ? null : maximumInText(draft.row.name);
    items.push({
      index,
      code: draft.row.code?.text ?? '',
      statedCode: draft.row.statedCode,
      name: draft.row.name.replace(/^[-–+•*]\s*/, ''),
      level: above ? above.level + 1 : 0,
      parent,
      children: [],
      area: above ? above.area : index,
      survey: namesSurvey(draft.row.name) || (above?.survey ?? false),
      max: max?.value ?? (inText === null ? null : fromText(inText.replace(',', '.'))),
      maxAt: max?.at ?? null,
      row: draft.row.row,
      column: codeColumn,
      columns: {},
    });
  });
  return { items, outside, placeOf };
}

/** Each row below the nearest row above it of a smaller level. */
function draftTree(rows: readonly ItemRow[], levels: readonly number[]): Draft[] {
  const drafts: Draft[] = [];
  const open: number[] = [];
  rows.forEach((row, at) => {
    while (open.length > 0 && (levels[open[open.length - 1] ?? 0] ?? 0) >= (levels[at] ?? 0)) open.pop();
    const parent = open[open.length - 1] ?? -1;
    drafts[parent]?.children.push(at);
    drafts.push({ row, parent, children: [] });
    open.push(at);
  });
  return drafts;
}

/**
 * Rows that are no items: lists of the points that their parent may get («Từ 80 %: 1 điểm»), and headings without
 * anything below them.
 */
function withoutRemarks(drafts: readonly Draft[], maxOf: MaxOf): boolean[] {
  const kept = drafts.map(() => true);
  drafts.forEach(({ row, children }, at) => {
    if (children.length === 0 && isBare(row)) kept[at] = false;
    if (kept[at] === false || listsOptions(drafts, at, maxOf)) for (const child of children) kept[child] = false;
  });
  return kept;
}

/** Neither points nor maximum, and no code of its own in the column of codes. */
const isBare = ({ code, hasMax, hasScore, opensArea, shared }: ItemRow): boolean =>
  !hasMax && !hasScore && !opensArea && (code === null || shared);

function listsOptions(drafts: readonly Draft[], at: number, maxOf: MaxOf): boolean {
  const { row: parent, children } = drafts[at] ?? { row: null, children: [] };
  const rows = children.flatMap((child) => drafts[child]?.row ?? []);
  if (parent === null || rows.length === 0 || !rows.every((row) => row.code === null && !row.hasScore)) return false;
  if (parent.hasScore) return true;
  const most = maxOf(parent.row);
  const listed = rows.map((row) => maxOf(row.row) ?? 0);
  return most !== null && listed.includes(most) && listed.length > 1;
}

/** The kind of the top-level section that the row belongs to, when it stands outside the tree. */
function outsideOf(drafts: readonly Draft[], at: number): Outside | null {
  let top = at;
  for (let parent = drafts[top]?.parent ?? -1; parent >= 0; parent = drafts[top]?.parent ?? -1) top = parent;
  return outsideBy(drafts[top]?.row.name ?? '');
}
