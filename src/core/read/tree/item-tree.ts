/**
 * Turns item rows into the tree of areas, criteria and sub-criteria (families A and B). Codes give the parent of each
 * row, or the reading of the codes in which most sums hold.
 */
import type { Address } from '../../values/address';
import { fromText, type Decimal, ZERO, roughSum } from '../../values/decimal';
import type { Item } from '../../model/score-sheet';
import { maximumInText } from '../words/header-words';
import { type Draft, draftTree, parentsByLevel, parentsByPrefix, type DraftTree } from './draft-tree';
import { type MaxOf, PLAIN, isBareArea, levelsOf, type Leaning } from './item-levels';
import type { ItemRow } from './item-rows';
import { namesSurvey, outsideBy, type Outside } from '../words/item-words';
import { type SumColumn, hiddenParents, trySums, worthOf, type Tried, parentsBySums } from './sum-columns';

export interface ItemTree {
  readonly items: readonly Item[];
  /** Rows whose cells hold bonus or penalty points. */
  readonly outside: readonly { readonly row: number; readonly kind: Outside }[];
  /** Position of an item row in `items`; −1 if the row is outside the tree or only describes its parent. */
  readonly positionOf: readonly number[];
  /** False if the sums do not settle the parents. */
  readonly isSure: boolean;
  /** Only items that lost points are listed below the areas. */
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
  witnesses: readonly SumColumn[],
  isAlone = false,
): ItemTree {
  const statedMax: MaxOf = (row) => maxOf(row)?.value ?? null;
  const { drafts, isItem, isSure, isLossesAlone } = chooseTree(rows, statedMax, witnesses, isAlone);
  const outside: { row: number; kind: Outside }[] = [];
  const positionOf = drafts.map(() => -1);
  const items: (Item & { children: number[] })[] = [];
  drafts.forEach((draft, draftPosition) => {
    if (!isItem[draftPosition]) return;
    const kind = outsideOf(drafts, draftPosition);
    if (kind) {
      if (!draft.children.some((child) => isItem[child])) outside.push({ row: draft.row.row, kind });
      return;
    }
    const position = items.length;
    positionOf[draftPosition] = position;
    const above = draft.parent < 0 ? undefined : items[positionOf[draft.parent] ?? -1];
    if (!isLossesAlone) above?.children.push(position);
    const item = itemOf(draft.row, position, above, maxOf(draft.row.row), codeColumn);
    items.push(isLossesAlone && above ? { ...item, listed: true } : item);
  });
  return { items, outside, positionOf, isSure, isLossesAlone };
}

function itemOf(
  { row, code, statedCode, name }: ItemRow,
  position: number,
  above: Item | undefined,
  max: StatedMax | null,
  column: number,
): Item & { children: number[] } {
  const inText = max ? null : maximumInText(name);
  const isSurvey = namesSurvey(name) || above?.survey === true;
  return {
    position,
    code: code?.text ?? '',
    statedCode,
    name: name.replace(/^[-–+•*]\s*/, ''),
    level: above ? above.level + 1 : 0,
    parent: above?.position ?? -1,
    children: [],
    area: above?.area ?? position,
    survey: isSurvey,
    max: max?.value ?? (inText === null ? null : fromText(inText.replace(',', '.'))),
    maxAt: max?.at ?? null,
    row,
    column,
    columns: {},
  };
}

/** The kind of the top-level section that the row belongs to, if it is outside the tree; else null. */
function outsideOf(drafts: readonly Draft[], position: number): Outside | null {
  let top = position;
  for (let parent = drafts[top]?.parent ?? -1; parent >= 0; parent = drafts[top]?.parent ?? -1) top = parent;
  return outsideBy(drafts[top]?.row.name ?? '');
}

interface ChosenTree extends DraftTree {
  /** Only items that lost points are listed below the areas: they are not summed. */
  readonly isLossesAlone: boolean;
  /** False if another tree is as good: then its sums are not corrected. */
  readonly isSure: boolean;
}

/** One more sum that holds, and one fewer that does not. */
const BETTER = 2;

function chooseTree(
  rows: readonly ItemRow[],
  maxOf: MaxOf,
  witnesses: readonly SumColumn[],
  isAlone: boolean,
): ChosenTree {
  const leanings = leaningsOf(rows);
  const [plain = PLAIN] = leanings;
  const byCode = parentsByPrefix(rows, levelsOf(rows, maxOf, plain));
  const first = tried(rows, byCode, maxOf, witnesses);
  if (first.sums.wrong === 0) {
    const hidden = first.sums.right === 0 ? hiddenIn(rows, witnesses) : null;
    const tree = hidden?.isProven === true ? draftTree(rows, hidden.parents, maxOf) : first.tree;
    return { ...tree, isSure: true, isLossesAlone: false };
  }
  const [max, ...sides] = witnesses;
  const points = sides.at(-1);
  if (isAlone && max && points && listsLossesAlone(first.tree, max, points))
    return { ...first.tree, isSure: true, isLossesAlone: true };
  const others = leanings.slice(1).map((leaning) => parentsByPrefix(rows, levelsOf(rows, maxOf, leaning)));
  const summed = parentsBySums(rows, byCode, witnesses);
  const all = [...others, parentsByLevel(levelsOf(rows, maxOf, plain)), ...(summed ? [summed] : [])]
    .filter((parents) => parents.some((parent, position) => parent !== byCode[position]))
    .map((parents) => tried(rows, parents, maxOf, witnesses));
  const best = all.reduce((most, each) => (isBetter(each.sums, most.sums) ? each : most), first);
  const rivals = [first, ...all].filter((each) => each !== best && differ(each.tree, best.tree));
  const isSure = best.sums.wrong === 0 || rivals.every(({ sums }) => worthOf(sums) + BETTER <= worthOf(best.sums));
  return { ...best.tree, isSure, isLossesAlone: false };
}

const hiddenIn = (rows: readonly ItemRow[], witnesses: readonly SumColumn[]) =>
  hiddenParents(witnesses.map(({ at }) => rows.map(({ row }) => at(row))));

interface Candidate {
  readonly tree: DraftTree;
  readonly sums: Tried;
}

function tried(
  rows: readonly ItemRow[],
  parents: readonly number[],
  maxOf: MaxOf,
  witnesses: readonly SumColumn[],
): Candidate {
  const tree = draftTree(rows, parents, maxOf);
  return { tree, sums: trySums(tree, witnesses) };
}

const isBetter = (one: Tried, other: Tried): boolean => worthOf(one) >= worthOf(other) + BETTER;

const differ = (one: DraftTree, other: DraftTree): boolean =>
  one.drafts.some(({ parent }, position) => parent !== other.drafts[position]?.parent);

/** Interpretations of what codes leave open, the likeliest first. */
function leaningsOf(rows: readonly ItemRow[]): Leaning[] {
  const firstBare = rows.findIndex((row, position) => isBareArea(row, rows[position + 1]));
  const firstNumber = rows.findIndex(({ code }) => code?.kind === 'arabic' && code.parts.length === 1);
  const areas: readonly Leaning['bareAreas'][] =
    firstBare < 0 || firstNumber < 0 ? ['above'] : firstNumber < firstBare ? ['equal', 'above'] : ['above', 'equal'];
  const hasLines = rows.some(({ code, bullet, opensArea }) => code === null && bullet === '' && !opensArea);
  const lines: readonly Leaning['lines'][] = hasLines ? ['below', 'beside', 'areas'] : ['below'];
  return areas.flatMap((bareAreas) => lines.map((each) => ({ bareAreas, lines: each })));
}

/**
 * Whether the table is a list of losses: areas as wholes, and below them only the items that lost points. The loss of
 * an area is that of its items, while its maximum exceeds theirs (FIELD.md §9).
 */
function listsLossesAlone({ drafts, isItem }: DraftTree, max: SumColumn, points: SumColumn): boolean {
  const seenAt = (witness: SumColumn, position: number) => witness.at(drafts[position]?.row.row ?? -1);
  const lostAt = (position: number): Decimal | null => {
    const [most, awarded] = [max, points].map((witness) => seenAt(witness, position));
    return typeof most === 'number' && typeof awarded === 'number' ? ((most - awarded) as Decimal) : null;
  };
  const leavesBelow = (position: number): number[] => {
    const children = (drafts[position]?.children ?? []).filter((child) => isItem[child] === true);
    return children.length === 0 ? [position] : children.flatMap(leavesBelow);
  };
  const sumOf = (values: readonly (Decimal | null)[]): Decimal =>
    values.reduce<Decimal>((sum, each) => roughSum(sum, each ?? ZERO), ZERO);
  let [listing, shorter, explained, odd] = [0, 0, 0, 0];
  for (const [position, { parent, children }] of drafts.entries()) {
    if (parent >= 0 || isItem[position] !== true) continue;
    const lost = lostAt(position);
    if (children.length === 0) {
      if (lost !== 0) odd++;
      continue;
    }
    const leaves = leavesBelow(position);
    const losses = leaves.map(lostAt);
    if (lost === null || losses.some((each) => each === null || each <= 0)) odd++;
    listing++;
    const listed = sumOf(leaves.map((leaf) => seenAt(max, leaf)));
    if ((seenAt(max, position) ?? ZERO) > listed) shorter++;
    if (sumOf(losses) === lost) explained++;
  }
  if (shorter === 0) return false;
  if (odd === 0 && explained === listing) return true;
  // One or two mistyped numbers do not make it another kind of table.
  const isMostlySo = shorter > 1 && shorter * 2 > listing;
  return (
    isMostlySo &&
    (odd < 2 ? explained * 2 >= listing || explained + 1 >= listing : odd === 2 && explained * 2 >= listing)
  );
}
