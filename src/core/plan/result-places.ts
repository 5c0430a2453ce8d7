/** Where each unit's results stand or are to stand: existing lines, new lines beside the table, or a sheet of our own. */
import { cellKey, type Address } from '../model/address';
import { isBlank } from '../model/grid';
import { type RESULT_LABELS } from '../model/result-sheet';
import type { UnitScores } from '../model/score-sheet';
import type { Format } from './cell-writer';
import { cellValue, mergeOf, type PlanContext } from './plan-context';

export type LineRole = keyof typeof RESULT_LABELS;

export interface NewLine {
  readonly role: LineRole;
  /** Row (families A, B) or column (family C). */
  readonly line: number;
  readonly labelAt: Address;
  readonly labelFormat: Format;
}

export interface ResultPlaces {
  readonly newLines: readonly NewLine[];
  /** True when lines are missing and there is no room beside the table. */
  readonly needsOwnSheet: boolean;
  readonly placeOf: (unit: UnitScores, role: LineRole) => Address | null;
  readonly selfTotalOf: (unit: UnitScores) => Address | null;
  readonly formatOf: (unit: UnitScores, role: LineRole) => Format;
}

export function resultPlaces(context: PlanContext): ResultPlaces {
  const { sheet } = context;
  const missing = wantedRoles(context).filter((role) => sheet.resultLines[role] === undefined && sheet.units.every(({ stated }) => stated[role] === undefined));
  const first = Math.max(edgeOf(context), ...Object.values(sheet.resultLines)) + 1;
  const isFree = missing.length > 0 && sheet.units.length > 0 && hasRoom(context, first, missing.length);
  const newLines = isFree ? missing.map((role, at) => newLine(context, role, first + at)) : [];
  const lines: Partial<Record<LineRole, number>> = { ...sheet.resultLines, ...Object.fromEntries(newLines.map(({ role, line }) => [role, line])) };
  return {
    newLines,
    needsOwnSheet: missing.length > 0 && !isFree,
    placeOf: (unit, role) => unit.stated[role]?.at ?? onLine(context, unit, lines[role]),
    selfTotalOf: ({ stated, columns }) => {
      if (stated.selfTotal) return stated.selfTotal.at;
      const added = newLines.find(({ role }) => role === 'total');
      return added && !isAcross(context) && columns.self !== undefined ? { row: added.line, column: columns.self } : null;
    },
    formatOf: (unit, role) => (newLines.some((added) => added.role === role) ? valueFormat(context, unit, role) : null),
  };
}

/** Roles that this sheet ought to have; a rank says nothing beside a single unit, a scale may be empty. */
function wantedRoles(context: PlanContext): LineRole[] {
  const { settings, scoreSheet } = context.assessment;
  const roles: LineRole[] = scoreSheet.items.length > 0 ? ['total', 'max', 'index'] : ['index'];
  if (settings.scale.length > 0) roles.push('rating');
  if (scoreSheet.kind !== 'one-unit') roles.push('rank');
  return roles;
}

const isAcross = (context: PlanContext): boolean => context.sheet.kind === 'units-as-rows';
const edgeOf = (context: PlanContext): number => (isAcross(context) ? context.sheet.table.right : context.sheet.table.bottom);

function onLine(context: PlanContext, unit: UnitScores, line: number | undefined): Address | null {
  if (line === undefined) return null;
  if (isAcross(context)) return { row: unit.row, column: line };
  const column = unit.columns[unit.awardedRole];
  return column === undefined ? null : { row: line, column };
}

/** The cells that the new lines would cover are blank, unmerged and without notes. */
function hasRoom(context: PlanContext, first: number, count: number): boolean {
  const { table, headerRows } = context.sheet;
  const last = first + count - 1;
  const area = isAcross(context)
    ? { top: Math.min(table.top, ...headerRows), bottom: table.bottom, left: first, right: last }
    : { top: first, bottom: last, left: table.left, right: table.right };
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const at = { row, column };
      if (!isBlank(cellValue(context, at)) || mergeOf(context, at) || context.grid.notes.has(cellKey(row, column))) return false;
    }
  }
  return true;
}

function newLine(context: PlanContext, role: LineRole, line: number): NewLine {
  const { sheet } = context;
  if (!isAcross(context)) {
    return { role, line, labelAt: { row: line, column: sheet.nameColumn }, labelFormat: like({ row: modelRow(context), column: sheet.nameColumn }) };
  }
  const row = Math.max(sheet.table.top, ...sheet.headerRows);
  return { role, line, labelAt: { row, column: line }, labelFormat: like({ row, column: sheet.table.right }) };
}

function valueFormat(context: PlanContext, unit: UnitScores, role: LineRole): Format {
  const { places } = context.assessment;
  const numberFormat = role === 'index' ? (places === 0 ? '0' : `0.${'0'.repeat(places)}`) : 'General';
  if (isAcross(context)) return { like: { row: unit.row, column: context.sheet.table.right }, numberFormat };
  return { like: { row: modelRow(context), column: unit.columns[unit.awardedRole] ?? context.sheet.nameColumn }, numberFormat };
}

const like = (at: Address): Format => ({ like: at, numberFormat: null });

/** The row whose format the new ones take: the total's, else the last area's, else the last of the table. */
function modelRow(context: PlanContext): number {
  const { resultLines, items, table } = context.sheet;
  const areas = items.filter(({ parent, children }) => parent < 0 && children.length > 0);
  return resultLines.total ?? areas[areas.length - 1]?.row ?? table.bottom;
}
