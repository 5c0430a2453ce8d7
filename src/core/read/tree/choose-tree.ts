/** Which row stands below which: what the codes say, or the reading of them under which most sums hold. */
import { PLAIN, isBareArea, levelsOf, type Leaning, type MaxOf } from './item-levels';
import type { ItemRow } from './item-rows';
import { draftTree, parentsByLevel, parentsByPrefix, type DraftTree } from './draft-tree';
import { listsLossesAlone } from './losses-alone';
import { parentsBySums } from './parents-by-sums';
import { trySums, worthOf, type Tried, type Witness } from './witness';

interface ChosenTree extends DraftTree {
  /** Below the areas only what lost points is listed: nothing is summed from it. */
  readonly isLossesAlone: boolean;
  /** False where another split is as good: no sum of it is to be corrected. */
  readonly isSure: boolean;
}

/** One sum more that holds and one less that does not. */
const BETTER = 2;

export function chooseTree(
  rows: readonly ItemRow[],
  maxOf: MaxOf,
  witnesses: readonly Witness[],
  isAlone: boolean,
): ChosenTree {
  const leanings = leaningsOf(rows);
  const [plain = PLAIN] = leanings;
  const byCode = parentsByPrefix(rows, levelsOf(rows, maxOf, plain));
  const first = tried(rows, byCode, maxOf, witnesses);
  if (first.sums.wrong === 0) return { ...first.tree, isSure: true, isLossesAlone: false };
  const [max, ...sides] = witnesses;
  const points = sides.at(-1);
  if (isAlone && max && points && listsLossesAlone(first.tree, max, points))
    return { ...first.tree, isSure: true, isLossesAlone: true };
  const others = leanings.slice(1).map((leaning) => parentsByPrefix(rows, levelsOf(rows, maxOf, leaning)));
  const summed = parentsBySums(rows, byCode, witnesses);
  const all = [...others, parentsByLevel(levelsOf(rows, maxOf, plain)), ...(summed ? [summed] : [])]
    .filter((parents) => parents.some((parent, at) => parent !== byCode[at]))
    .map((parents) => tried(rows, parents, maxOf, witnesses));
  const best = all.reduce((most, each) => (isBetter(each.sums, most.sums) ? each : most), first);
  const rivals = [first, ...all].filter((each) => each !== best && differ(each.tree, best.tree));
  const isSure = best.sums.wrong === 0 || rivals.every(({ sums }) => worthOf(sums) + BETTER <= worthOf(best.sums));
  return { ...best.tree, isSure, isLossesAlone: false };
}

interface Candidate {
  readonly tree: DraftTree;
  readonly sums: Tried;
}

function tried(
  rows: readonly ItemRow[],
  parents: readonly number[],
  maxOf: MaxOf,
  witnesses: readonly Witness[],
): Candidate {
  const tree = draftTree(rows, parents, maxOf);
  return { tree, sums: trySums(tree, witnesses) };
}

const isBetter = (one: Tried, other: Tried): boolean => worthOf(one) >= worthOf(other) + BETTER;

const differ = (one: DraftTree, other: DraftTree): boolean =>
  one.drafts.some(({ parent }, at) => parent !== other.drafts[at]?.parent);

/** Readings of what codes leave open, the likeliest first. */
function leaningsOf(rows: readonly ItemRow[]): Leaning[] {
  const firstBare = rows.findIndex((row, at) => isBareArea(row, rows[at + 1]));
  const firstNumber = rows.findIndex(({ code }) => code?.kind === 'arabic' && code.parts.length === 1);
  const areas: readonly Leaning['bareAreas'][] =
    firstBare < 0 || firstNumber < 0 ? ['above'] : firstNumber < firstBare ? ['equal', 'above'] : ['above', 'equal'];
  const hasLines = rows.some(({ code, bullet, opensArea }) => code === null && bullet === '' && !opensArea);
  const lines: readonly Leaning['lines'][] = hasLines ? ['below', 'beside', 'areas'] : ['below'];
  return areas.flatMap((bareAreas) => lines.map((each) => ({ bareAreas, lines: each })));
}
