/**
 * Decides whether the columns under each area are its criteria or sides of one score (TC | TĐ). Criteria have codes,
 * have different headings under every area, or together add up to the total of the table.
 */
import { foldText } from '../../values/fold-text';
import { parseCode, splitCodeAndName } from '../tree/codes';
import { namesTotal } from '../tree/column-tree';
import type { UnitColumn } from './unit-columns';
import { isSame, sums } from './unit-sums';

export interface AreaCriteria {
  /** Criteria, and areas without any: the columns for which points are given. */
  readonly scored: readonly UnitColumn[];
  /** Columns that hold the sum of an area. */
  readonly areaTotals: readonly UnitColumn[];
}

/** Returns null if they are sides or if nothing tells what they are. */
export function areaCriteria(
  rows: number,
  groups: readonly (readonly UnitColumn[])[],
  totals: readonly UnitColumn[],
): AreaCriteria | null {
  const wide = groups.filter((group) => group.length > 1);
  if (wide.length === 0 || groups.length < 2) return null;
  const wholes = wide.flatMap((group) => areaTotalColumn(rows, group) ?? []);
  const scored = groups.flat().filter((each) => !wholes.includes(each));
  if (scored.some(({ headingRole }) => headingRole !== null)) return null;
  const under = wide.map((group) => group.filter((each) => !wholes.includes(each)));
  const isTold = isCoded(under) || isHeadedOtherwise(under) || addsUp(rows, scored, totals);
  return isTold && !isAnySideTotal(rows, under, totals) ? { scored, areaTotals: wholes } : null;
}

/** «Cộng», or the column that is the sum of the columns beside it. */
function areaTotalColumn(rows: number, group: readonly UnitColumn[]): UnitColumn | undefined {
  const named = group.find(({ path }) => namesTotal(path.at(-1) ?? ''));
  if (named || group.length < 3) return named;
  return group.find((each) => {
    const others = group.filter((other) => other !== each);
    const most = others.reduce<number | null>((sum, { max }) => (sum === null || max === null ? null : sum + max), 0);
    const rowSums = sums(
      rows,
      others.map(({ values }) => values),
    );
    return each.max === most && isSame(each.values, rowSums);
  });
}

const labelOf = ({ path }: UnitColumn): string => path.at(-1) ?? '';

/** Whether all headings are codes of criteria, all different. */
function isCoded(under: readonly (readonly UnitColumn[])[]): boolean {
  const codes = under.flat().map((each) => (splitCodeAndName(labelOf(each))?.code ?? parseCode(labelOf(each)))?.text);
  return codes.every((code) => code !== undefined) && new Set(codes).size === codes.length;
}

/** Whether no heading occurs under two areas. */
function isHeadedOtherwise(under: readonly (readonly UnitColumn[])[]): boolean {
  const labels = under.flat().map((each) => foldText(labelOf(each)));
  return under.length > 1 && !labels.includes('') && new Set(labels).size === labels.length;
}

/** Whether the points of all of them add up to a total that the table states. */
function addsUp(rows: number, scored: readonly UnitColumn[], totals: readonly UnitColumn[]): boolean {
  const rowSums = sums(
    rows,
    scored.map(({ values }) => values),
  );
  return totals.some(({ values }) => isSame(values, rowSums));
}

/** Whether one side of every area adds up to the total: then the columns are not criteria. */
function isAnySideTotal(
  rows: number,
  under: readonly (readonly UnitColumn[])[],
  totals: readonly UnitColumn[],
): boolean {
  const width = Math.max(...under.map((group) => group.length));
  return Array.from({ length: width }, (_, position) => under.map((group) => group[position])).some((side) => {
    const sideColumns = side.filter((each) => each !== undefined);
    const rowSums = sums(
      rows,
      sideColumns.map(({ values }) => values),
    );
    return sideColumns.length === under.length && totals.some(({ values }) => isSame(values, rowSums));
  });
}
