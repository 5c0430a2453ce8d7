/**
 * Areas and criteria across the columns (family C): finds the parent of each column from a shared heading, or from the
 * codes if the sums agree.
 */
import type { Decimal } from '../../values/decimal';
import { headerKey, roleOfHeader } from '../words/header-words';
import { isGeneric } from '../blocks/layout-by-items';
import type { Code } from './codes';
import { draftTree, parentsByPrefix } from './draft-tree';
import { levelsOf } from './item-levels';
import type { ItemRow } from './item-rows';
import { trySums, type SumColumn } from './sum-columns';

/**
 * A column, or the columns of one item; or a heading without a column, whose points are those of the columns below it.
 */
export interface ColumnPart {
  readonly code: Code | null;
  readonly name: string;
  /** Null for a heading without a column. */
  readonly column: number | null;
  readonly max: Decimal | null;
}

/** Adjacent columns under one heading. */
export interface HeadedColumns {
  readonly heading: string;
  /** Positions in the given list of columns. */
  readonly parts: readonly number[];
}

/**
 * Groups adjacent columns by their topmost heading if it names no role and does not cover all columns: an area over its
 * criteria. `paths` are those of the header, by column.
 */
export function headedTogether(paths: readonly (readonly string[])[]): HeadedColumns[] {
  const groups: { heading: string; parts: number[] }[] = [];
  paths.forEach((path, position) => {
    const [top = ''] = path;
    const last = groups.at(-1);
    // A column without a heading of its own below the shared one belongs to the group as well.
    const heading = path.length > 1 || paths[position - 1]?.[0] === top || paths[position + 1]?.[0] === top ? top : '';
    if (heading !== '' && last?.heading === heading && last.parts.at(-1) === position - 1) last.parts.push(position);
    else groups.push({ heading, parts: [position] });
  });
  return groups.filter(
    ({ heading, parts }) =>
      parts.length > 1 && parts.length < paths.length && !isGeneric(heading) && roleOfHeader(heading) === null,
  );
}

/** «Cộng», «Tổng điểm» beside criteria: the column with the points of the area. */
export const namesTotal = (text: string): boolean =>
  roleOfHeader(text) === 'total' || /^(cong|tong)( diem| so)?( linh vuc)?$/.test(headerKey(text));

/**
 * Positions of the parents by code, −1 for an area: 1.1 is below 1, numbers are below Roman ones. If more sums of
 * maxima and points fail than hold, all columns are areas.
 */
export function parentsByCodes(
  parts: readonly ColumnPart[],
  points: readonly ((position: number) => Decimal | null)[],
): number[] {
  const flat = parts.map(() => -1);
  if (parts.filter(({ code }) => code !== null).length < 2) return flat;
  const rows = parts.map((part, position): ItemRow => ({
    row: position,
    code: part.code,
    statedCode: part.code?.text ?? '',
    name: part.name,
    bullet: '',
    indent: 0,
    hasMax: part.max !== null,
    hasScore: true,
    // Beside columns with codes, a column without one is a separate area.
    opensArea: part.code === null,
    shared: false,
  }));
  const maxOf = (position: number): Decimal | null => parts[position]?.max ?? null;
  const parents = parentsByPrefix(rows, levelsOf(rows, maxOf));
  const witnesses: SumColumn[] = [maxOf, ...points].map((at) => ({ at, total: null }));
  const { right, wrong } = trySums(draftTree(rows, parents, maxOf), witnesses);
  return right >= wrong ? parents : flat;
}
