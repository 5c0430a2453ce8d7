/** Item rows → the tree of areas, criteria and sub-criteria (families A and B). */
import type { Address } from '../model/address';
import { fromText, type Decimal } from '../model/decimal';
import { plainKey } from '../model/fold-text';
import type { Item } from '../model/score-sheet';
import { maximumInText } from './header-words';
import type { ItemRow } from './item-rows';

/** Points given or taken outside the tree stand in a section of their own at the top level. */
export type Outside = 'bonus' | 'penalty';

export interface ItemTree {
  readonly items: readonly Item[];
  /** Rows whose cells hold bonus or penalty points. */
  readonly outside: readonly { readonly row: number; readonly kind: Outside }[];
  /** Position of an item row in `items`; −1 where the row is outside the tree or only describes its parent. */
  readonly placeOf: readonly number[];
}

interface Draft {
  readonly row: ItemRow;
  readonly level: number;
  parent: number;
}

const SURVEY = /dieu tra xa hoi hoc|sipas|muc do hai long|su hai long|khao sat y kien/;
const OUTSIDE: readonly (readonly [Outside, RegExp])[] = [
  ['bonus', /^diem (cong|thuong)\b/],
  ['penalty', /^diem (phat|tru)\b/],
];

export function buildTree(rows: readonly ItemRow[], maxOf: (row: number) => { value: Decimal; at: Address } | null, codeColumn: number): ItemTree {
  const levels = levelsOf(rows);
  const drafts: Draft[] = rows.map((row, at) => ({ row, level: levels[at] ?? 0, parent: -1 }));
  const open: number[] = [];
  drafts.forEach((draft, at) => {
    while (open.length > 0 && (drafts[open[open.length - 1] ?? 0]?.level ?? 0) >= draft.level) open.pop();
    draft.parent = open[open.length - 1] ?? -1;
    open.push(at);
  });
  const childrenOf = drafts.map((): number[] => []);
  drafts.forEach(({ parent }, at) => childrenOf[parent]?.push(at));
  const kept = withoutOptions(drafts, childrenOf);
  const outside: { row: number; kind: Outside }[] = [];
  const placeOf = drafts.map(() => -1);
  const items: (Item & { children: number[] })[] = [];
  drafts.forEach((draft, at) => {
    if (!kept[at]) return;
    const kind = outsideOf(drafts, at);
    if (kind) {
      if (childrenOf[at]?.length === 0) outside.push({ row: draft.row.row, kind });
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
      survey: SURVEY.test(plainKey(draft.row.name)) || (above?.survey ?? false),
      max: max?.value ?? (inText === null ? null : fromText(inText.replace(',', '.'))),
      maxAt: max?.at ?? null,
      row: draft.row.row,
      column: codeColumn,
      columns: {},
    });
  });
  return { items, outside, placeOf };
}

/** Depth of every row by its code: A › I › 1 › 1.1 › a) › - › +, counting only the kinds that the sheet uses. */
function levelsOf(rows: readonly ItemRow[]): number[] {
  const romans = rows.filter((row) => row.code?.kind === 'roman').length;
  const sections = rows.some((row) => row.code?.kind === 'letter-section');
  // A lone I, V or X among sections A, B, C … is a section letter, not a Roman number.
  const hasRoman = romans > 0;
  const topNumber = rows.some((row) => row.code?.kind === 'arabic' && row.code.parts.length === 1);
  const bareAreas = !hasRoman && !sections && rows.some((row) => row.code === null && row.bullet === '' && !row.hasScore && isCapitals(row.name));
  const romanLevel = sections ? 1 : 0;
  const base = romanLevel + (hasRoman ? 1 : 0) + (bareAreas ? 1 : 0) - (bareAreas || hasRoman || topNumber ? 0 : 1);
  let coded = -1;
  return rows.map((row) => {
    switch (row.code?.kind) {
      case 'letter-section':
        return (coded = 0);
      case 'roman':
        return (coded = romanLevel);
      case 'arabic':
        return (coded = Math.max(0, base + row.code.parts.length - 1));
      case 'letter':
        return coded + 1;
      case undefined:
        if (bareAreas && row.bullet === '' && isCapitals(row.name)) return (coded = 0);
        return coded + (row.bullet === '+' ? 2 : 1);
    }
  });
}

const isCapitals = (name: string): boolean => name.length >= 6 && name === name.toLocaleUpperCase('vi') && /\p{Lu}{2}/u.test(name);

/** Rows without a code that only list the possible points of their parent («Từ 80 %: 1 điểm») are no items: the parent is scored, they never. */
function withoutOptions(drafts: readonly Draft[], childrenOf: readonly (readonly number[])[]): boolean[] {
  const kept = drafts.map(() => true);
  drafts.forEach((parent, at) => {
    const children = childrenOf[at] ?? [];
    const options = children.length > 0 && children.every((child) => isOption(drafts[child]?.row));
    if (kept[at] !== false && !(options && parent.row.hasScore)) return;
    for (const child of children) kept[child] = false;
  });
  return kept;
}

const isOption = (row: ItemRow | undefined): boolean => row?.code === null && !row.hasScore;

/** The kind of the top-level section that the row belongs to, when it stands outside the tree. */
function outsideOf(drafts: readonly Draft[], at: number): Outside | null {
  let top = at;
  for (let parent = drafts[top]?.parent ?? -1; parent >= 0; parent = drafts[top]?.parent ?? -1) top = parent;
  const key = plainKey(drafts[top]?.row.name ?? '').replace(/^[-+] ?/, '');
  return OUTSIDE.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}
