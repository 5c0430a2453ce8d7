/**
 * Groups the number columns of a table of items into slots: one column over all units, or the same column under every
 * unit.
 */
import { foldText, plainKey } from '../../values/fold-text';
import { isBlank, textAt, valueAt, type Grid } from '../../model/workbook/grid';
import { statedRoleOf, type Column, type Columns } from '../blocks/columns';
import { numbersColumns } from '../../model/workbook/column-numbers';
import type { HeaderBlock } from '../blocks/header-block';
import type { ScoreReader } from '../numbers/parse-score';
import { namesGroup, roleOfHeader, type HeaderRole } from '../words/header-words';
import { parseHeading } from '../words/parse-heading';
import { roleOfLine } from '../words/result-words';
import { callsTerritory, namesBody, namesPlace } from '../words/unit-names';

export interface Slot {
  /** The heading texts below or above the unit's name. */
  readonly label: string;
  /** The role that its words give, or null. */
  readonly headingRole: HeaderRole | null;
  /** The role that the known words give if unknown words are ignored. */
  readonly hint: HeaderRole | null;
  /** Its column under every unit, in the order of the units; a single one if it serves all units. */
  readonly columns: readonly number[];
  readonly isShared: boolean;
  /** The officer says what it holds. */
  readonly isStated: boolean;
}

export interface Slots {
  /** Names of the units over the columns; empty if the table is about one unit. */
  readonly units: readonly string[];
  readonly slots: readonly Slot[];
}

/** Roles of columns that, by their words, hold no numbers of items. */
const TEXTS: ReadonlySet<HeaderRole> = new Set<HeaderRole>([
  'code',
  'name',
  'unit',
  'group',
  'cause',
  'responsibleBody',
  'responsiblePerson',
  'explanation',
  'remedy',
  'remedyDue',
  'remedyStatus',
  'evidence',
]);
/** A sở abbreviated to the initials of its words. */
const CUT_SHORT = /^S[A-ZĐ]{1,6}(&[A-ZĐ]{1,4})?$/;
const SAMPLE = 120;
const FEWEST_NUMBERS = 2;

export function slotsOf(grid: Grid, header: HeaderBlock, columns: Columns, read: ScoreReader): Slots {
  const labelColumns = new Set([columns.code, columns.name, columns.unit, columns.group]);
  const all = allColumns(grid, header, columns);
  const numbers = all.filter(
    (each) =>
      !labelColumns.has(each.column) &&
      !(each.role !== null && TEXTS.has(each.role)) &&
      holdsNumbers(grid, header, columns, each.column, read),
  );
  const isNamed = unitNames(numbers);
  const sides = sidesOfUnits(numbers, isNamed);
  const isUnit = (text: string): boolean => isNamed(text) && !sides.has(text);
  const named = numbers.map((each) => ({ ...each, unit: unitOver(each.path, isUnit) }));
  // Units without scores count as units as well.
  const over = new Set(all.flatMap(({ path }) => unitOver(path, isUnit) ?? []));
  const names = [...new Set(named.flatMap(({ unit }) => unit ?? []))];
  // A single column headed by a body holds that body's scores of the one unit.
  if (over.size < 2) return { units: [], slots: numbers.map((each) => slotOf(each.path, [each], true)) };
  return { units: names, slots: [...sharedSlots(named), ...slotsOfUnits(named, names)] };
}

interface Named extends Column {
  readonly unit: string | null;
}

/** All columns, with and without a heading. */
function allColumns(grid: Grid, header: HeaderBlock, { all }: Columns): Column[] {
  const known = new Map(all.map((each) => [each.column, each]));
  return Array.from(
    { length: grid.columnCount },
    (_, column): Column => known.get(column) ?? { column, path: header.paths[column] ?? [], role: null, owner: null },
  );
}

/** «Huyện thẩm định» below several units is who scored each of them, and no unit. */
function sidesOfUnits(columns: readonly Column[], isUnit: (text: string) => boolean): ReadonlySet<string> {
  const over = new Map<string, Set<string>>();
  for (const { path } of columns) {
    const [above, below] = [path.at(-2), path.at(-1)];
    if (above === undefined || below === undefined || !isUnit(above) || !isUnit(below)) continue;
    over.set(below, (over.get(below) ?? new Set()).add(above));
  }
  return new Set([...over].flatMap(([below, units]) => (units.size > 1 ? [below] : [])));
}

/**
 * Whether most filled cells beside the rows hold points. Result lines are skipped, because this program may have
 * written them.
 */
function holdsNumbers(grid: Grid, header: HeaderBlock, { name }: Columns, column: number, read: ScoreReader): boolean {
  let [numbers, others] = [0, 0];
  for (let row = header.body; row < Math.min(grid.rowCount, header.body + SAMPLE); row++) {
    if (isBlank(valueAt(grid, row, column)) || numbersColumns(grid, row)) continue;
    if (name !== null && roleOfLine(textAt(grid, row, name)) !== null) continue;
    const { kind } = read.score(row, column);
    if (kind === 'points') numbers++;
    else if (kind === 'damaged') others++;
  }
  return numbers >= FEWEST_NUMBERS && numbers > others;
}

/**
 * Beside several bodies, other names of territories are units as well; bare names are units only if no column names a
 * body.
 */
function unitNames(columns: readonly Column[]): (text: string) => boolean {
  const bodies = new Set(columns.flatMap(({ path }) => unitOver(path, namesBody) ?? []));
  const places = new Set(columns.flatMap(({ path }) => unitOver(path, namesPlace) ?? []));
  // «Kim Sơn | Ban Công | Tân Lập»: a commune among others may begin with a word for an office.
  if (bodies.size === 0 || (bodies.size === 1 && places.size > 2 && [...bodies].every((body) => places.has(body))))
    return namesPlace;
  if (bodies.size > 1)
    return (text) => namesBody(text) || callsTerritory(text) || /^(Văn phòng|Thanh tra|Công an)$/iu.test(text);
  // «SNV | STC | Sở Y tế»: beside one body two or more abbreviations are bodies; a single one may be who scored it.
  const short = new Set(columns.flatMap(({ path }) => path.filter((text) => CUT_SHORT.test(text))));
  return short.size > 1 ? (text) => namesBody(text) || short.has(text) : namesBody;
}

/** The text over a column that names a unit. */
const unitOver = (path: readonly string[], isUnit: (text: string) => boolean): string | null =>
  path.findLast((text) => isUnit(text) && roleOfHeader(text) === null && !namesGroup(text)) ?? null;

const slotOf = (path: readonly string[], columns: readonly Column[], isShared: boolean): Slot => {
  const roles = new Set(columns.map(({ role }) => role));
  const [role = null] = roles.size === 1 ? roles : [null];
  const text = path.at(-1) ?? '';
  const deepest = path.findLast((each) => roleOfHeader(each) !== null);
  return {
    label: path.join(' / '),
    headingRole: role ?? (deepest === undefined ? null : roleOfHeader(deepest)),
    hint: parseHeading(text).hint,
    columns: columns.map(({ column }) => column),
    isShared,
    isStated: columns.every((each) => statedRoleOf(each) !== null),
  };
};

const sharedSlots = (named: readonly Named[]): Slot[] =>
  named.filter(({ unit }) => unit === null).map((each) => slotOf(each.path, [each], true));

/**
 * Groups columns by the text below the unit's name; if a unit has the same text twice, by the text above as well; else
 * by order.
 */
function slotsOfUnits(named: readonly Named[], names: readonly string[]): Slot[] {
  const byUnit = names.map((name) => named.filter(({ unit }) => unit !== null && foldText(unit) === foldText(name)));
  const below = ({ path, unit }: Named): string[] => path.slice(path.findLastIndex((text) => text === unit) + 1);
  const withoutUnit = ({ path, unit }: Named): string[] => path.filter((text) => text !== unit);
  const isUnique = (pathOf: (column: Named) => string[]): boolean =>
    byUnit.every(
      (unitColumns) =>
        new Set(unitColumns.map((each) => plainKey(pathOf(each).join(' / ')))).size === unitColumns.length,
    );
  const pathOf = isUnique(below) ? below : withoutUnit;
  const isByPlace = !isUnique(pathOf);
  const slots = new Map<string, Named[]>();
  byUnit.forEach((unitColumns) =>
    unitColumns.forEach((each, position) => {
      const key = isByPlace ? String(position) : plainKey(pathOf(each).join(' / '));
      slots.set(key, [...(slots.get(key) ?? []), each]);
    }),
  );
  return [...slots.values()].map((slotColumns) =>
    slotOf(slotColumns[0] ? pathOf(slotColumns[0]) : [], slotColumns, false),
  );
}
