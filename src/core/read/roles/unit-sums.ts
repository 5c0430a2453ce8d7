/** Compares lists of numbers by unit: sums, percentages, places. */
import { ONE_HUNDRED, type Decimal } from '../../values/decimal';
import { percentOf, roundRatio } from '../../values/ratio';
import type { UnitColumn } from './unit-columns';

/** Stated indices are rounded. */
export const NEAR_INDEX: number = ONE_HUNDRED / 5_000;

/** How often two lists have the same number, and how often different ones. */
export function compare(
  one: readonly (number | null)[],
  other: readonly (number | null)[],
  near = 0,
): [number, number] {
  let [same, different] = [0, 0];
  one.forEach((a, position) => {
    const b = other[position] ?? null;
    if (a === null || b === null) return;
    if (Math.abs(a - b) <= near) same++;
    else different++;
  });
  return [same, different];
}

export const isSame = (one: readonly (number | null)[], other: readonly (number | null)[], near = 0): boolean => {
  const [same, different] = compare(one, other, near);
  return same >= 2 && different * 4 <= same;
};

export const above = (one: readonly (number | null)[], other: readonly (number | null)[]): number =>
  one.filter((a, position) => a !== null && (other[position] ?? null) !== null && a > (other[position] ?? 0)).length;

/** The sum of the columns for each unit; blank values are left out. */
export const sums = (rows: number, columns: readonly (readonly (number | null)[])[]): (number | null)[] =>
  Array.from({ length: rows }, (_, position) => {
    const knownValues = columns.map((values) => values[position] ?? null).filter((value) => value !== null);
    return knownValues.length === 0 ? null : knownValues.reduce((sum, value) => sum + value, 0);
  });

/** The sum of the maxima of the areas that apply to each unit. */
export const maxima = (rows: number, columns: readonly UnitColumn[]): (number | null)[] =>
  sums(
    rows,
    columns.map(({ values, max }) => values.map((value) => (value === null ? null : max))),
  );

export function percents(points: readonly (number | null)[], wholes: readonly (number | null)[]): (number | null)[] {
  return points.map((part, position) => {
    const whole = wholes[position] ?? null;
    const ratio = part === null || whole === null || whole === 0 ? null : percentOf(part as Decimal, whole as Decimal);
    return ratio && roundRatio(ratio, 2);
  });
}

/** Whether the values are whole numbers that rank the units by their points, the highest first. */
export function isRankOf({ values }: UnitColumn, points: readonly (number | null)[]): boolean {
  const places = values.map((value) => (value === null ? null : (value * 100) / ONE_HUNDRED));
  if (!places.every((place) => place === null || (Number.isInteger(place) && place >= 1 && place <= values.length)))
    return false;
  return places.every((place, position) =>
    places.every((other, to) => {
      const [a, b] = [points[position] ?? null, points[to] ?? null];
      return place === null || other === null || a === null || b === null || a === b || place < other === a > b;
    }),
  );
}

/** Of fewer units the points of a small area may look like places. */
const FEWEST_PLACED = 3;

/** «Thể chế (10 điểm) | XH»: the places of the units in the area beside it. */
export function placesIn(area: UnitColumn | undefined, each: UnitColumn) {
  if (!area || each.max !== null || each.values.length < FEWEST_PLACED || !isRankOf(each, area.values)) return null;
  return { role: 'rank' as const, owner: area.top, because: 'xếp theo điểm của lĩnh vực bên cạnh' };
}
