/** Item rows → the tree of areas, criteria and sub-criteria (families A and B). */
import type { Address } from '../../values/address';
import { fromText, type Decimal } from '../../values/decimal';
import type { Item } from '../../model/score-sheet';
import { maximumInText } from '../words/header-words';
import { chooseTree } from './choose-tree';
import type { Draft } from './draft-tree';
import type { MaxOf } from './item-levels';
import type { ItemRow } from './item-rows';
import { namesSurvey, outsideBy, type Outside } from '../words/item-words';
import type { Witness } from './witness';

export interface ItemTree {
  readonly items: readonly Item[];
  /** Rows whose cells hold bonus or penalty points. */
  readonly outside: readonly { readonly row: number; readonly kind: Outside }[];
  /** Position of an item row in `items`; −1 where the row is outside the tree or only describes its parent. */
  readonly placeOf: readonly number[];
  /** False where sums do not tell who stands below whom. */
  readonly isSure: boolean;
  /** Below the areas only what lost points is listed. */
  readonly isLossesAlone: boolean;
}

export function buildTree(
  rows: readonly ItemRow[],
  maxOf: (row: number) => { value: Decimal; at: Address } | null,
  codeColumn: number,
  witnesses: readonly Witness[],
  isAlone = false,
): ItemTree {
  const statedMax: MaxOf = (row) => maxOf(row)?.value ?? null;
  const { drafts, kept, isSure, isLossesAlone } = chooseTree(rows, statedMax, witnesses, isAlone);
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
    if (!isLossesAlone) above?.children.push(index);
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
      ...(isLossesAlone && parent >= 0 ? { listed: true } : {}),
    });
  });
  return { items, outside, placeOf, isSure, isLossesAlone };
}

/** The kind of the top-level section that the row belongs to, when it stands outside the tree. */
function outsideOf(drafts: readonly Draft[], at: number): Outside | null {
  let top = at;
  for (let parent = drafts[top]?.parent ?? -1; parent >= 0; parent = drafts[top]?.parent ?? -1) top = parent;
  return outsideBy(drafts[top]?.row.name ?? '');
}
