/** Weighs all number columns together if words do not settle their roles; open roles are asked (FIELD.md §9). */
import { columnName, type Address } from '../../values/address';
import { ZERO, roughSum, type Decimal } from '../../values/decimal';
import type { Grid } from '../../model/workbook/grid';
import type { Choice, Question, ReadFact } from '../../model/score-sheet';
import { statedRoleOf, type Column, type Columns } from '../blocks/columns';
import type { HeaderBlock } from '../blocks/header-block';
import type { ScoreReader } from '../numbers/parse-score';
import { yearOfHeader } from '../words/header-words';
import { Weigher, type Assignment } from './assign';
import { BECAUSE, ITEM_HEADER_ROLES, isOpen, wordOdds, type SlotRole } from './word-odds';
import { gather, isBestUnit, listOf, type Evidence } from './evidence';
import { slotsOf, type Slot } from './slots';
import { namesBody } from '../words/unit-names';

/** Odds by which the best reading must exceed the next one with other points. */
const MARGIN = 3;
/** Fewer scores below the maximum may be chance. */
const FEWEST_BELOW = 3;

export function inferRoles(grid: Grid, header: HeaderBlock, columns: Columns, read: ScoreReader): Columns {
  if (columns.name === null || columns.all.some((each) => each.role === 'unit' && each.owner === null)) return columns;
  if (comparesYears(columns) || isPlain(columns)) return columns;
  const found = slotsOf(grid, header, columns, read);
  if (areAllRolesStated(found.slots)) return columns;
  const evidence = gather(grid, header, columns, found, read);
  if (evidence === null) return columns;
  const weigher = new Weigher(found.slots, evidence);
  const all = weigher.assignments();
  const [best] = all;
  if (!best) return columns;
  const table: Table = { slots: found.slots, evidence, weigher, bottom: header.bottom, units: found.units };
  const facts: ReadFact[] = [...columns.facts, ...questionsOf(table, best, all), ...likely(table, best)];
  return { ...columns, facts, all: amended(columns, table, best) };
}

/** «Năm 2020 | Năm 2021»: the years identify the columns. */
const comparesYears = ({ all }: Columns): boolean =>
  new Set(all.flatMap(({ owner }) => yearOfHeader(owner ?? '') ?? [])).size > 1;

/** If every column states its role or names a body, the numbers need not be checked. */
const isPlain = ({ all }: Columns): boolean =>
  !isOpen(all.map(({ role }) => role)) &&
  all.some(({ role }) => role === 'max') &&
  all.every(({ role, path }) => role !== null || namesBody(path.at(-1) ?? '')) &&
  (all.at(-1)?.column ?? 0) - (all[0]?.column ?? 0) === all.length - 1;

interface Table {
  readonly slots: readonly Slot[];
  readonly evidence: Evidence;
  readonly weigher: Weigher;
  readonly bottom: number;
  readonly units: readonly string[];
}

/** Whether the words give every role, including the maximum. */
const areAllRolesStated = (slots: readonly Slot[]): boolean =>
  slots.some(({ headingRole }) => headingRole === 'max') &&
  !isOpen(slots.map(({ headingRole }) => headingRole)) &&
  slots.every((slot) => slot.headingRole !== null || isBare(slot, slots) || (slot.isShared && namesBody(slot.label)));

/** Whether this is the only column of every unit, headed by its name alone. */
const isBare = ({ label, isShared }: Slot, slots: readonly Slot[]): boolean =>
  label === '' && !isShared && slots.filter((each) => !each.isShared).length === 1;

/** Questions about roles that the reading needs but cannot settle. */
function questionsOf(table: Table, best: Assignment, all: readonly Assignment[]): Question[] {
  if (best.max === null) return [];
  const rival = all.find((each) => each.odds > best.odds - MARGIN && !hasSamePoints(table.weigher, best, each));
  if (rival) return [whichOf(table, best, rival)];
  const [first] = best.roles.flatMap((role, position) => (isDenied(table.slots[position], role) ? [position] : []));
  if (first !== undefined)
    return [askAbout(table, [first], `Cột «${labelOf(table, first)}» ghi gì`, 'các số của cột trái với tiêu đề')];
  if (!isMaximumConfirmed(table, best))
    return [
      askAbout(
        table,
        [best.max],
        `Cột ${nameOf(table, best.max)} có phải là điểm tối đa không`,
        'tiêu đề không nói, và không có phép tính nào trong bảng cho biết',
      ),
    ];
  if (best.appraised !== null && !isAppraisal(table, best))
    return [
      askAbout(
        table,
        [best.self ?? best.appraised, best.appraised],
        `Cột ${nameOf(table, best.appraised)} có phải là điểm thẩm định không`,
        'tiêu đề không nói, và điểm tự chấm không cho biết',
        best,
      ),
    ];
  const left = best.roles.flatMap((role, position) =>
    role === 'other' && isLeftOut(table, best, position) ? [position] : [],
  );
  const points = best.appraised ?? best.self;
  return left
    .slice(0, 1)
    .map((position) =>
      askAbout(
        table,
        points === null ? [position] : [position, points],
        `Cột ${nameOf(table, position)} có phải là điểm được tính không`,
        'tiêu đề của cột không nói, mà các ô giống điểm của các tiêu chí',
        best,
      ),
    );
}

const isDenied = (slot: Slot | undefined, role: SlotRole): boolean => slot !== undefined && wordOdds(slot, role) <= -8;

/** Whether points and maxima are the same numbers in both. */
function hasSamePoints(weigher: Weigher, one: Assignment, other: Assignment): boolean {
  return weigher.isSame(one.max, other.max) && weigher.isSame(one.appraised ?? one.self, other.appraised ?? other.self);
}

/** Whether a word or a calculation of the sheet confirms the maximum, or no other role is left for it. */
function isMaximumConfirmed(table: Table, best: Assignment): boolean {
  const points = best.appraised ?? best.self;
  if (best.max === null || points === null) return false;
  const maxSlot = table.slots[best.max];
  if (maxSlot?.headingRole === 'max' || (maxSlot?.hint === 'max' && !isBestUnit(table.evidence, best.max, points)))
    return true;
  return (
    isCalculatedWith(table.weigher, best.roles, best.max, points) ||
    isAboveNamedScores(table, best, best.max, points) ||
    isAboveAllUnits(table, best.max, points) ||
    isBesideOwnedScores(table, best, best.max)
  );
}

/** «Mức điểm», «Điểm cao nhất» before columns whose owners are all known, and in no row below one of them. */
function isBesideOwnedScores({ slots, weigher, units }: Table, { self, appraised }: Assignment, max: number): boolean {
  const maxSlot = slots[max];
  if (!maxSlot?.isShared || !(maxSlot.headingRole === 'points' || maxSlot.hint === 'max')) return false;
  return [self, appraised].every((position) => {
    if (position === null) return true;
    const slot = slots[position];
    const isOwned =
      slot?.headingRole === 'self' ||
      slot?.headingRole === 'appraised' ||
      (units.length > 0 && slot?.isShared === false);
    const isAfter = (slot?.columns[0] ?? 0) > (maxSlot.columns[0] ?? 0);
    return isOwned && isAfter && weigher.above(position, max) === 0 && weigher.above(max, position) >= FEWEST_BELOW;
  });
}

/** Whether losses, percentages or an index of the sheet are computed with this maximum. */
function isCalculatedWith(weigher: Weigher, roles: readonly SlotRole[], max: number, points: number): boolean {
  const isDerived = roles.some(
    (role, position) =>
      (role === 'lost' && weigher.lost(max, points, position) >= 3) ||
      (role === 'percent' && weigher.percent(max, points, position) >= 3),
  );
  return isDerived || weigher.index(max, points) >= 3;
}

/** The words name both other columns, so this one must be the maximum. */
function isAboveNamedScores(
  { slots, weigher }: Table,
  { self, appraised }: Assignment,
  max: number,
  points: number,
): boolean {
  const areSaid = slots[self ?? -1]?.headingRole === 'self' && slots[appraised ?? -1]?.headingRole === 'appraised';
  return areSaid && weigher.above(max, points) >= 2;
}

/** Among columns over all units, only the maximum adds up and is never below a unit. */
function isAboveAllUnits({ slots, weigher, evidence }: Table, max: number, points: number): boolean {
  const numbers = evidence.numbers[max];
  const isOverAll = slots[max]?.isShared === true && slots[points]?.isShared === false && evidence.units > 1;
  if (!isOverAll || numbers === undefined) return false;
  const addsUp = numbers.adds >= 2 && numbers.fails === 0;
  return addsUp && weigher.above(points, max) === 0 && weigher.above(max, points) >= 2;
}

/** A word says so, or scores below those of the unit itself; where that has every maximum, any number is below it. */
function isAppraisal({ slots, weigher }: Table, { max, appraised, self }: Assignment): boolean {
  if (appraised === null || self === null || max === null) return true;
  const appraisedSlot = slots[appraised];
  if (appraisedSlot?.headingRole !== null || appraisedSlot.hint !== null || slots[self]?.headingRole !== 'self')
    return true;
  return (
    weigher.index(max, appraised) > 0 ||
    (weigher.above(max, self) >= 2 && weigher.above(self, appraised) >= 2 && weigher.above(appraised, self) === 0)
  );
}

/** Whether the numbers look like points and no word explains them. */
function isLeftOut({ slots, weigher, units }: Table, { max, appraised, self }: Assignment, position: number): boolean {
  const taken = [max, appraised, self].filter((each) => each !== null);
  const slot = slots[position];
  if (units.length === 0 && slots[appraised ?? -1]?.isStated) return false;
  // Among columns of units, a column without a heading may belong to a unit, whatever its numbers.
  if (units.length > 0 && slot?.headingRole === null && slot.label === '') return true;
  // A column equal to the maxima may be the self-score, if no word identifies another column as such.
  const maySelf = appraised !== null && slots[self ?? -1]?.headingRole !== 'self' && weigher.isSame(max, position);
  return (
    slot?.headingRole === null &&
    weigher.mayBePoints(position, max) &&
    !weigher.isDerived(position, taken) &&
    (units.length > 0 || maySelf || !taken.some((each) => weigher.isSame(each, position)))
  );
}

const labelOf = ({ slots }: Table, position: number): string => slots[position]?.label ?? '';
const columnOf = ({ slots }: Table, position: number): number => slots[position]?.columns[0] ?? 0;
const nameOf = (table: Table, position: number): string => {
  const label = labelOf(table, position);
  return label === '' ? columnName(columnOf(table, position)) : `${columnName(columnOf(table, position))} «${label}»`;
};

function whichOf(table: Table, best: Assignment, rival: Assignment): Question {
  const isOfMax = !table.weigher.isSame(best.max, rival.max);
  const [one, other] = isOfMax ? [best.max, rival.max] : [best.appraised ?? best.self, rival.appraised ?? rival.self];
  const both = [one, other].filter((each) => each !== null);
  const what = isOfMax ? 'điểm tối đa' : 'điểm được tính';
  const names = both.map((position) => nameOf(table, position)).join(' hay ');
  return askAbout(table, both, `Cột ${names} là ${what}`, 'tiêu đề không nói, và các số hợp với cả hai cách', best);
}

function askAbout(
  table: Table,
  slots: readonly number[],
  question: string,
  because: string,
  best: Assignment | null = null,
): Question {
  const at = slots.flatMap((slot): Address[] =>
    (table.slots[slot]?.columns ?? []).slice(0, 3).map((column) => ({ row: table.bottom, column })),
  );
  const isAlone = table.units.length === 0 && best !== null && best.max !== null && !slots.includes(best.max);
  const choices = isAlone ? slots.map((slot) => choiceOf(table, slot, best.max)) : [];
  return { kind: 'undecided-column', at, unit: null, question, choices, because };
}

function choiceOf({ evidence, slots }: Table, slot: number, max: number | null): Choice {
  const points = listOf(evidence.numbers[slot] ?? NO_NUMBERS, 0);
  const most = max === null ? [] : listOf(evidence.numbers[max] ?? NO_NUMBERS, 0);
  const total = (list: readonly (number | null)[]): Decimal =>
    evidence.scored.reduce<Decimal>((sum, item) => roughSum(sum, (list[item] ?? 0) as Decimal), ZERO);
  return { column: slots[slot]?.columns[0] ?? 0, points: total(points), max: max === null ? null : total(most) };
}

const NO_NUMBERS = { lists: [] } as unknown as Evidence['numbers'][number];

/** Whether the words leave the role of the slot open. */
const isInferred = (slot: Slot, slots: readonly Slot[], role: SlotRole): boolean =>
  (slot.headingRole === null && !(isBare(slot, slots) && role === 'appraised')) ||
  (slot.headingRole === 'points' && (role === 'max' || role === 'self'));

function likely(table: Table, best: Assignment): ReadFact[] {
  const { roles } = best;
  return table.slots.flatMap((slot, position): ReadFact[] => {
    const role = roles[position] ?? 'other';
    if (!isInferred(slot, table.slots, role) || role === 'round') return [];
    if (role === 'other') return unusedNumbers(table, best, position);
    return [
      {
        kind: 'likely-column',
        at: { row: table.bottom, column: columnOf(table, position) },
        header: slot.label,
        readAs: ITEM_HEADER_ROLES[role],
        because: BECAUSE[role],
      },
    ];
  });
}

/** Reports numbers that are neither points nor derived from them. */
function unusedNumbers({ slots, weigher, evidence, bottom }: Table, best: Assignment, position: number): ReadFact[] {
  const taken = [best.max, best.appraised, best.self].filter((each) => each !== null);
  const slot = slots[position];
  if (!slot || weigher.isDerived(position, taken) || weigher.mayBePoints(position, best.max)) return [];
  const count = listOf(evidence.numbers[position] ?? NO_NUMBERS, 0).filter((each) => each !== null).length;
  return [{ kind: 'unused-numbers', at: { row: bottom, column: slot.columns[0] ?? 0 }, header: slot.label, count }];
}

function amended({ all }: Columns, { slots, units }: Table, { roles }: Assignment): readonly Column[] {
  const columns = new Map(all.map((each) => [each.column, each]));
  slots.forEach((slot, position) => {
    const role = roles[position] ?? 'other';
    if (!isInferred(slot, slots, role)) return;
    slot.columns.forEach((column, unit) => {
      const before = columns.get(column) ?? { column, path: [], role: null, owner: null };
      if (statedRoleOf(before) !== null) return;
      const owner = slot.isShared ? null : (units[unit] ?? null);
      columns.set(column, { ...before, role: ITEM_HEADER_ROLES[role], owner, because: BECAUSE[role] });
    });
  });
  return [...columns.values()].sort((a, b) => a.column - b.column);
}
