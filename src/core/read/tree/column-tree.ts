/**
 * Areas and criteria across the columns (family C): which column stands below which, by the heading that several share,
 * or by their codes where the sums agree.
 */
import type { Decimal } from '../../values/decimal';
import { headerKey, roleOfHeader } from '../words/header-words';
import { isGeneric } from '../blocks/layout-by-items';
import type { Code } from './codes';
import { draftTree, parentsByPrefix } from './draft-tree';
import { levelsOf } from './item-levels';
import type { ItemRow } from './item-rows';
import { trySums, type Witness } from './witness';

/** A column, or the columns of one item; or a heading alone, whose points are those below it. */
export interface ColumnPart {
  readonly code: Code | null;
  readonly name: string;
  /** Null for a heading alone. */
  readonly column: number | null;
  readonly max: Decimal | null;
}

/** Columns beside each other under one heading. */
export interface HeadedColumns {
  readonly heading: string;
  /** Positions among the columns that were asked about. */
  readonly parts: readonly number[];
}

/**
 * Neighbours whose topmost heading is one that names no role and does not stand over all of them: an area over its
 * criteria. Paths are those of the header, by column.
 */
export function headedTogether(paths: readonly (readonly string[])[]): HeadedColumns[] {
  const groups: { heading: string; parts: number[] }[] = [];
  paths.forEach((path, at) => {
    const [top = ''] = path;
    const last = groups.at(-1);
    // A column without a heading of its own under it belongs to it as well.
    const heading = path.length > 1 || paths[at - 1]?.[0] === top || paths[at + 1]?.[0] === top ? top : '';
    if (heading !== '' && last?.heading === heading && last.parts.at(-1) === at - 1) last.parts.push(at);
    else groups.push({ heading, parts: [at] });
  });
  return groups.filter(
    ({ heading, parts }) =>
      parts.length > 1 && parts.length < paths.length && !isGeneric(heading) && roleOfHeader(heading) === null,
  );
}

/** «Cộng», «Tổng điểm» beside criteria, under the area whose points it holds. */
export const namesWhole = (text: string): boolean =>
  roleOfHeader(text) === 'total' || /^(cong|tong)( diem| so)?( linh vuc)?$/.test(headerKey(text));

/**
 * Positions of the parents, −1 for an area, where codes say who stands below whom: 1.1 below 1, numbers below Roman
 * ones. Columns whose maxima and points speak against it all are areas.
 */
export function parentsByCodes(
  parts: readonly ColumnPart[],
  points: readonly ((at: number) => Decimal | null)[],
): number[] {
  const flat = parts.map(() => -1);
  if (parts.filter(({ code }) => code !== null).length < 2) return flat;
  const rows = parts.map((part, at): ItemRow => ({
    row: at,
    code: part.code,
    statedCode: part.code?.text ?? '',
    name: part.name,
    bullet: '',
    indent: 0,
    hasMax: part.max !== null,
    hasScore: true,
    // Beside coded columns one without a code is an area of its own.
    opensArea: part.code === null,
    shared: false,
  }));
  const maxOf = (at: number): Decimal | null => parts[at]?.max ?? null;
  const parents = parentsByPrefix(rows, levelsOf(rows, maxOf));
  const witnesses: Witness[] = [maxOf, ...points].map((at) => ({ at, total: null }));
  const { right, wrong } = trySums(draftTree(rows, parents, maxOf), witnesses);
  return right >= wrong ? parents : flat;
}
