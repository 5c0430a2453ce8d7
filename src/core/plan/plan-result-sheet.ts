/** The sheet «Kết quả» of our own: one line a unit, live, for tables that have no room for result lines. */
import type { Address } from '../model/address';
import type { CellEdit, Content, SheetEdits } from '../model/edit';
import { blankGrid, isBlank, type Book, type Grid } from '../model/grid';
import { RESULT_SHEET_HEADER, RESULT_SHEET_NAMES, isResultSheet } from '../model/result-sheet';
import type { UnitScores } from '../model/score-sheet';
import { replace, resultContent, textContent, write, type Format } from './cell-writer';
import { prefixOf, refTo } from '../model/formula-text';
import { cellValue, type PlanContext } from './plan-context';
import { rankContents } from './plan-ranks';
import { indexOfCells, orUnknown, ratingOf } from './result-formulas';
import type { LineRole } from './result-places';
import { unitOutcome, type UnitOutcome } from './unit-results';

const COLUMNS: Readonly<Record<LineRole, number>> = { total: 3, max: 4, index: 5, rating: 6, rank: 7 };
const NAME = 1;
const GROUP = 2;

export function planResultSheet(book: Book, contexts: readonly PlanContext[]): SheetEdits[] {
  if (contexts.length === 0) return [];
  const { name, grid } = ownSheet(book);
  const sheet = grid ?? blankGrid(name);
  const edits: (CellEdit | null)[] = [];
  let row = 1;
  for (const context of contexts) {
    // Cells of our own sheet are looked up there; what formulas refer to lies in the table's sheet.
    const own: PlanContext = { ...context, grid: sheet, merges: new Map(), prefix: '' };
    if (edits.length === 0) RESULT_SHEET_HEADER.forEach((label, column) => edits.push(replace(own, { row: 0, column }, textContent(label))));
    edits.push(...unitRows({ ...context, prefix: prefixOf(context.sheet.sheet), templates: { self: new Map(), appraised: new Map() } }, own, row));
    row += context.sheet.units.length;
    if (context === contexts[contexts.length - 1]) edits.push(...leftovers(own, row));
  }
  const wanted = edits.filter((edit) => edit !== null);
  return wanted.length === 0 ? [] : [{ sheet: name, isNew: grid === null, edits: wanted }];
}

function unitRows(source: PlanContext, own: PlanContext, first: number): (CellEdit | null)[] {
  const { sheet, assessment } = source;
  const placeOf = (unit: UnitScores, role: LineRole): Address => ({ row: first + unit.index, column: COLUMNS[role] });
  const outcomes = sheet.units.map((unit) => {
    const result = assessment.units[unit.index];
    return result ? unitOutcome(source, unit, result) : null;
  });
  const ranks = rankContents(own, {
    axis: 'row',
    placeOf,
    isLive: ({ index }) => (outcomes[index]?.parts ?? null) !== null,
    isTaken: () => false,
    groupColumn: sheet.units.some(({ group }) => group === null) ? null : GROUP,
  });
  return sheet.units.flatMap((unit) => {
    const outcome = outcomes[unit.index];
    const row = first + unit.index;
    // What an officer typed over a result stays, as long as the line is that unit's.
    const isSameLine = own.live && cellValue(own, { row, column: NAME }) === unit.name;
    const result = (role: LineRole, content: Content): CellEdit | null => {
      const at = placeOf(unit, role);
      return isSameLine ? write(own, at, role, content, formatOf(own, role, at)) : replace(own, at, content, formatOf(own, role, at));
    };
    return [
      replace(own, { row, column: 0 }, { kind: 'number', value: String(row) }),
      replace(own, { row, column: NAME }, textContent(unit.name)),
      replace(own, { row, column: GROUP }, textContent(unit.group ?? '')),
      ...(outcome ? resultCells(own, outcome, row, result) : []),
      result('rank', ranks[unit.index] ?? textContent('')),
    ];
  });
}

function resultCells(own: PlanContext, outcome: UnitOutcome, row: number, result: (role: LineRole, content: Content) => CellEdit | null): (CellEdit | null)[] {
  const { settings, places } = own.assessment;
  const { parts } = outcome;
  const cell = (role: LineRole): string => refTo({ row, column: COLUMNS[role] });
  const index = settings.appraisedShare === null ? indexOfCells(cell('total'), cell('max'), places) : parts && orUnknown(parts.condition, parts.index);
  const rating = settings.scale.length === 0 ? textContent('') : resultContent(own, parts && ratingOf(cell('index'), settings.scale), outcome.rating);
  return [
    result('total', resultContent(own, parts && orUnknown(parts.condition, parts.total), outcome.total)),
    result('max', resultContent(own, parts && orUnknown(parts.condition, parts.max), outcome.max)),
    result('index', resultContent(own, parts && index, outcome.index)),
    result('rating', rating),
  ];
}

function formatOf({ assessment: { places } }: PlanContext, role: LineRole, at: Address): Format {
  return role === 'index' && places > 0 ? { like: at, numberFormat: `0.${'0'.repeat(places)}` } : null;
}

/** Lines of units that are gone. */
function leftovers(own: PlanContext, first: number): (CellEdit | null)[] {
  const edits: (CellEdit | null)[] = [];
  for (let row = first; row < own.grid.rowCount; row++) {
    RESULT_SHEET_HEADER.forEach((_, column) => edits.push(replace(own, { row, column }, textContent(''))));
  }
  return edits.filter((edit) => edit && !isBlank(cellValue(own, edit.at)));
}

/** Our sheet of an earlier run, or the first name that nobody uses. */
function ownSheet(book: Book): { readonly name: string; readonly grid: Grid | null } {
  const key = (name: string): string => name.normalize('NFC').toLowerCase();
  for (let at = 0; ; at++) {
    const name = RESULT_SHEET_NAMES[at] ?? `${RESULT_SHEET_NAMES[1]} (${at})`;
    const entry = book.sheets.find((sheet) => key(sheet.name) === key(name));
    if (!entry) return { name, grid: null };
    const grid = entry.grid();
    if (isResultSheet(grid)) return { name: entry.name, grid };
  }
}
