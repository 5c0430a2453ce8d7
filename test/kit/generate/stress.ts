/** Damage that happens to sheets in offices, applied to a generated one; the truth changes if the damage changes it. */
import { textAt, type CellValue, type Grid } from '../../../src/core/model/workbook/grid';
import { keyOf, type Address } from '../../../src/core/values/address';
import { bookOf } from '../grid';
import { generate } from './generate';
import { isScored, type Criterion, type Generated, type GeneratedUnit, type PointPlace, type Points } from './model';
import { randomOf, type Random } from './random';
import { truthOf } from './truth';

export const STRESSES = [
  'mistyped',
  'swap',
  'heading',
  'maximum',
  'column',
  'no-maximum',
  'raised',
  'text',
  'meaningless',
] as const;
export type Stress = (typeof STRESSES)[number];

/** Null if the sheet has nothing to damage in this way. */
export function stressed(sheet: Generated, stress: Stress): Generated | null {
  const random = randomOf(sheet.seed * 31 + STRESSES.indexOf(stress) + 1);
  switch (stress) {
    case 'mistyped':
      return mistyped(sheet, random);
    case 'swap':
      return swapped(sheet, random);
    case 'heading':
      return withoutHeading(sheet, random);
    case 'maximum':
      return withoutMaximum(sheet, random);
    case 'column':
      return withoutColumn(sheet, random);
    case 'no-maximum':
      return withoutMaxima(sheet);
    case 'raised':
      return generate(sheet.seed, { raised: 0.2 });
    case 'text':
      return asText(sheet, random);
    case 'meaningless':
      return meaningless(sheet, random);
  }
}

interface Change {
  readonly sheet: string;
  readonly at: Address;
  readonly value: CellValue;
}

/** The same workbook with some cells changed and everything else kept. */
function changed(from: Generated, changes: readonly Change[]): Generated {
  const grids = from.grids.map((grid): Grid => {
    const own = changes.filter(({ sheet }) => sheet === grid.sheet);
    if (own.length === 0) return grid;
    const values = grid.values.map((row) => [...(row ?? [])]);
    const notes = new Map(grid.notes);
    const formulas = new Map(grid.formulas);
    for (const { at, value } of own) {
      const row = values[at.row];
      if (row) row[at.column] = value;
      formulas.delete(keyOf(at));
    }
    return { ...grid, values, notes, formulas };
  });
  return { ...from, grids, book: bookOf(...grids) };
}

const valueAt = ({ grids }: Generated, { sheet, at }: Pick<PointPlace, 'sheet' | 'at'>): CellValue =>
  grids.find((grid) => grid.sheet === sheet)?.values[at.row]?.[at.column] ?? null;

const textOf = ({ grids }: Generated, sheet: string, at: Address): string => {
  const grid = grids.find((each) => each.sheet === sheet);
  return grid ? textAt(grid, at.row, at.column) : '';
};

/** Typing slips in a number: an extra digit, a missing decimal point, a neighbouring key, an extra zero. */
function slip(random: Random, hundredths: number): number {
  const wrong = random.pick([
    hundredths * 10,
    hundredths + 100,
    hundredths + 25,
    Math.max(0, hundredths - 50),
    hundredths * 100,
    50,
  ]);
  return wrong === hundredths ? hundredths + 75 : wrong;
}

/** Mistypes one number that counts: both the typed and the intended value are accepted as the truth. */
function mistyped(sheet: Generated, random: Random): Generated | null {
  const places = sheet.points.filter((place) => typeof valueAt(sheet, place) === 'number');
  if (places.length === 0) return null;
  const place = random.pick(places);
  const before = Math.round(Number(valueAt(sheet, place)) * 100);
  const after = slip(random, before);
  const next = changed(sheet, [{ ...place, value: after / 100 }]);
  const criterion = sheet.criteria[place.item];
  if (!criterion || !isScored(criterion)) return next;
  const typedTruth = truthOf({ ...next, ...retyped(next, place, after) }, isItemised(sheet));
  if (sheet.family !== 'A losses alone') return { ...next, alternatives: [typedTruth] };
  // In a list of losses the areas count as stated, whatever is listed below them; a list with every item is read as a
  // tree.
  const counted = typedTruth.map((unit, at) => ({ ...unit, awarded: sheet.truth[at]?.awarded ?? unit.awarded }));
  return { ...next, alternatives: listsAll(sheet) ? [counted, typedTruth] : [counted] };
}

/** Whether every scored item lost points and is listed. */
const listsAll = ({ criteria, points }: Generated): boolean =>
  criteria.every((each) => !isScored(each) || points.some(({ item }) => item === each.index));

const isItemised = ({ truth }: Generated): boolean => truth.some(({ losses }) => losses !== null);

/** Criteria and units after the mistyping. */
function retyped(
  { criteria, units }: Generated,
  { item, role, unit }: PointPlace,
  hundredths: number,
): { readonly criteria: readonly Criterion[]; readonly units: readonly GeneratedUnit[] } {
  if (role === 'max')
    return { units, criteria: criteria.map((each) => (each.index === item ? { ...each, max: hundredths } : each)) };
  const put = (points: readonly Points[] | null): readonly Points[] | null =>
    points && points.map((own, at) => (at === item ? hundredths : own));
  return { criteria, units: units.map((each, at) => (at === unit ? { ...each, [role]: put(each[role]) } : each)) };
}

const ROLES = ['max', 'self', 'appraised', 'lost', 'count', 'percent', 'average'];

/**
 * Swaps the headings of two columns of numbers. Last year and this year are never swapped, because the sheet would not
 * show it.
 */
function swapped(sheet: Generated, random: Random): Generated | null {
  const columns = sheet.columns.filter(
    ({ role, heading, unit }) => ROLES.includes(role) && heading !== null && (unit === null || unit === 0),
  );
  const pairs = columns.flatMap((one, at) => columns.slice(at + 1).map((other) => [one, other] as const));
  const telling = pairs.filter(([one, other]) => one.role !== other.role && one.sheet === other.sheet);
  if (telling.length === 0) return null;
  const [one, other] = random.pick(telling);
  const pairsOfUnits = sheet.columns.flatMap((column) => {
    if (column.role !== one.role || column.sheet !== one.sheet || !column.heading) return [];
    const partner = sheet.columns.find(
      (each) => each.role === other.role && each.unit === column.unit && each.sheet === column.sheet,
    );
    return partner?.heading ? [[column.heading, partner.heading] as const] : [];
  });
  const whole = one.unit === null || other.unit === null ? [[one.heading, other.heading] as const] : pairsOfUnits;
  return changed(
    sheet,
    whole.flatMap(([a, b]) =>
      a && b
        ? [
            { sheet: one.sheet, at: a, value: valueAt(sheet, { sheet: one.sheet, at: b }) },
            { sheet: one.sheet, at: b, value: valueAt(sheet, { sheet: one.sheet, at: a }) },
          ]
        : [],
    ),
  );
}

function withoutHeading(sheet: Generated, random: Random): Generated | null {
  const columns = sheet.columns.filter(({ heading }) => heading !== null);
  if (columns.length === 0) return null;
  const { sheet: name, heading } = random.pick(columns);
  return heading && changed(sheet, [{ sheet: name, at: heading, value: null }]);
}

/** Blanks one maximum. */
function withoutMaximum(sheet: Generated, random: Random): Generated | null {
  const places = sheet.points.filter((place) => place.role === 'max' && valueAt(sheet, place) !== null);
  return places.length === 0 ? null : changed(sheet, [{ ...random.pick(places), value: null }]);
}

/** Blanks every maximum and keeps the heading «Điểm tối đa». */
function withoutMaxima(sheet: Generated): Generated | null {
  const columns = sheet.columns.filter(({ role }) => role === 'max');
  if (columns.length === 0) return null;
  return changed(
    sheet,
    columns.flatMap((column) => bodyOf(sheet, column, true)),
  );
}

/** The cells of a column down to the header of the next table. */
function bodyOf(
  { grids, columns }: Generated,
  { sheet, column, heading }: Generated['columns'][number],
  keepsHeading: boolean,
): Change[] {
  if (!heading) return [];
  const grid = grids.find((each) => each.sheet === sheet);
  const next = columns.flatMap((each) =>
    each.sheet === sheet && each.heading && each.heading.row > heading.row + 3 ? [each.heading.row] : [],
  );
  const bottom = Math.min(grid?.values.length ?? 0, ...next);
  const top = heading.row + (keepsHeading ? 1 : 0);
  return Array.from({ length: Math.max(0, bottom - top) }, (_, at) => ({
    sheet,
    at: { row: top + at, column },
    value: null,
  }));
}

/** Deletes one column with its heading; without the appraised column, the self-scores count. */
function withoutColumn(sheet: Generated, random: Random): Generated | null {
  const roles = ['max', 'self', 'appraised', 'lost', 'cause', 'code', 'total', 'index'];
  const columns = sheet.columns.filter(({ role, heading }) => roles.includes(role) && heading !== null);
  if (columns.length === 0) return null;
  const column = random.pick(columns);
  const gone = changed(sheet, bodyOf(sheet, column, false));
  if (column.role === 'self' || column.role === 'appraised') return withoutSide(gone, column.role, column.unit);
  return gone;
}

/** Without the appraisal, the self-scores count; without both, the unit no longer exists. */
function withoutSide(gone: Generated, role: 'self' | 'appraised', unit: number | null): Generated {
  // If the deleted side belongs to one area only (units as rows), the sheet no longer gives the points of that area.
  if (unit === null && isItemised(gone)) return gone;
  const units = gone.units.map((each, at) => (unit === null || at === unit ? { ...each, [role]: null } : each));
  const isLeft = ({ self, appraised }: GeneratedUnit): boolean => self !== null || appraised !== null;
  const known = truthOf({ ...gone, units }, isItemised(gone)).filter((_, at) => units.slice(at, at + 1).every(isLeft));
  if (known.length === units.length) return { ...gone, units, alternatives: [known] };
  // If a summary or a copy still states the unit, its result from there is accepted too.
  const isStillStated = ['detail and summary', 'copied sheet'].some((kind) => gone.kinds.includes(kind));
  return { ...gone, units, truth: known, alternatives: isStillStated ? [gone.truth] : [] };
}

/** Writes a third of the numbers as text with a comma. */
function asText(sheet: Generated, random: Random): Generated {
  return changed(
    sheet,
    sheet.points.flatMap((place) => {
      const value = valueAt(sheet, place);
      return typeof value === 'number' && random.chance(1 / 3)
        ? [{ ...place, value: String(value).replace('.', ',') }]
        : [];
    }),
  );
}

/**
 * Replaces the headings of maximum, both sides and loss by meaningless ones, the same for a role throughout the sheet.
 */
function meaningless(sheet: Generated, random: Random): Generated | null {
  const roles = ['max', 'self', 'appraised', 'lost'];
  const words = new Map(
    roles.map((role, at) => [role, random.pick([`Cột ${at + 3}`, ['ABC', 'XYZ', 'K', 'X1'][at] ?? 'Q', null])]),
  );
  const names = new Set(sheet.units.map(({ name }) => name));
  const changes = sheet.columns.flatMap(({ sheet: name, heading: at, role }): Change[] => {
    if (!at || !roles.includes(role) || names.has(textOf(sheet, name, at))) return [];
    return [{ sheet: name, at, value: words.get(role) ?? null }];
  });
  return changes.length === 0 ? null : changed(sheet, changes);
}
