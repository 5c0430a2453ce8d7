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

interface StatedMax {
  readonly value: Decimal;
  readonly at: Address;
}

export function buildTree(
  rows: readonly ItemRow[],
  maxOf: (row: number) => StatedMax | null,
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
    const above = draft.parent < 0 ? undefined : items[placeOf[draft.parent] ?? -1];
    if (!isLossesAlone) above?.children.push(index);
    const item = itemOf(draft.row, index, above, maxOf(draft.row.row), codeColumn);
    items.push(isLossesAlone && above ? { ...item, listed: true } : item);
  });
  return { items, outside, placeOf, isSure, isLossesAlone };
}

function itemOf(
  { row, code, statedCode, name }: ItemRow,
  index: number,
  above: Item | undefined,
  max: StatedMax | null,
  column: number,
): Item & { children: number[] } {
  const inText = max ? null : maximumInText(name);
  const isSurvey = namesSurvey(name) || above?.survey === true;
  return {
    index,
    code: code?.text ?? '',
    statedCode,
    name: name.replace(/^[-–+•*]\s*/, ''),
    level: above ? above.level + 1 : 0,
    parent: above?.index ?? -1,
    children: [],
    area: above?.area ?? index,
    survey: isSurvey,
    max: max?.value ?? (inText === null ? null : fromText(inText.replace(',', '.'))),
    maxAt: max?.at ?? null,
    row,
    column,
    columns: {},
  };
}

/** The kind of the top-level section that the row belongs to, when it stands outside the tree. */
function outsideOf(drafts: readonly Draft[], at: number): Outside | null {
  let top = at;
  for (let parent = drafts[top]?.parent ?? -1; parent >= 0; parent = drafts[top]?.parent ?? -1) top = parent;
  return outsideBy(drafts[top]?.row.name ?? '');
}
