/**
 * Tells how a score sheet uses and understands each column of its table, and drops doubts that the officer has settled.
 */
import type { ColumnRole } from '../model/column-role';
import { unitAxis, isScoredRole, type SheetWithoutReading, type Question, type ReadFact } from '../model/score-sheet';
import type { ReadBlock, ReadColumn, Sureness, UnusedCells } from '../model/reading';
import { headingsOf, statedRoleOf, type Column, type Columns } from './blocks/columns';
import { withoutMaximum } from './words/header-words';

export type UsedColumns = ReadonlyMap<number, { readonly role: ColumnRole; readonly of: string | null }>;

/** The role in which the score sheet uses each column. */
export function usedColumns(sheet: SheetWithoutReading): UsedColumns {
  const used = new Map<number, { role: ColumnRole; of: string | null }>();
  const isAlone = sheet.kind === 'one-unit';
  for (const unit of sheet.units)
    for (const [role, column] of Object.entries(unit.columns))
      // A column that several units share belongs to none of them.
      if (isScoredRole(role)) used.set(column, { role, of: isAlone || used.has(column) ? null : unit.name });
  for (const item of sheet.items)
    for (const [role, column] of Object.entries(item.columns))
      if (isScoredRole(role)) used.set(column, { role, of: sheet.itemised ? item.name : null });
  if (unitAxis(sheet) === 'row')
    for (const [role, column] of Object.entries(sheet.resultLines))
      if (!used.has(column)) used.set(column, { role: role as ColumnRole, of: null });
  if (unitAxis(sheet) !== 'row' && sheet.maxLine !== null) used.set(sheet.maxLine, { role: 'max', of: null });
  return used;
}

export function tellBlock(sheet: SheetWithoutReading, columns: Columns, used: UsedColumns): ReadBlock {
  const doubts = doubtsOf(sheet);
  return {
    table: sheet.table,
    headerRows: sheet.headerRows,
    round: roundOf(columns, used, doubts),
    columns: withBlank(columns, doubts).map((column) =>
      tellColumn(column, columns, used.get(column.column) ?? null, doubts),
    ),
    unused: unusedCells(sheet),
  };
}

/** Includes blank columns without a heading if a question is about them, so that it can be answered there. */
function withBlank({ all }: Columns, doubts: ReadonlyMap<number, Doubt>): readonly Column[] {
  const known = new Set(all.map(({ column }) => column));
  const asked = [...doubts.keys()].filter((column) => !known.has(column));
  if (asked.length === 0) return all;
  const blank = asked.map((column): Column => ({ column, path: [], role: null, owner: null }));
  return [...all, ...blank].sort((a, b) => a.column - b.column);
}

/** The heading of the round of appraisal that counts, if there are several; null while it is asked. */
function roundOf({ all }: Columns, used: UsedColumns, doubts: ReadonlyMap<number, Doubt>): string | null {
  const isAppraised = ({ role }: Column): boolean => role === 'appraised' || role === 'points';
  const counting = all.find((each) => isAppraised(each) && used.get(each.column)?.role === 'appraised');
  const isRound = (each: Column): boolean =>
    each !== counting && isAppraised(each) && each.owner === counting?.owner && !used.has(each.column);
  const isAsked = counting !== undefined && doubts.get(counting.column)?.sure === 'undecided';
  return counting && !isAsked && all.some(isRound) ? (counting.path.at(-1) ?? null) : null;
}

/** The doubts, except questions about columns whose roles the officer has all stated. */
export function unsettled(sheet: SheetWithoutReading, { all }: Columns, doubts: readonly ReadFact[]): ReadFact[] {
  const stated = new Set(all.filter((each) => statedRoleOf(each) !== null).map(({ column }) => column));
  if (stated.size === 0) return [...doubts];
  return doubts.filter((fact) => {
    if (fact.kind !== 'undecided-column') return true;
    const about = columnsAbout(sheet, fact);
    // The officer says of the column that counts that it does.
    const counted = fact.choices.length > 0 ? sheet.units[fact.unit ?? -1]?.columns.appraised : undefined;
    if (counted !== undefined && stated.has(counted) && about.includes(counted)) return false;
    return about.length === 0 || !about.every((column) => stated.has(column));
  });
}

/**
 * The columns that a question is about: those of its choices, those whose headings it points at, or those of its unit.
 */
function columnsAbout(
  { headerRows, units, maxLine }: SheetWithoutReading,
  { at, choices, unit }: Question,
): readonly number[] {
  const chosen = choices.map(({ column }) => column);
  if (unit === null) {
    const headed = at.filter(({ row }) => headerRows.includes(row)).map(({ column }) => column);
    return [...headed, ...chosen];
  }
  const unitColumns = units[unit]?.columns ?? {};
  if (chosen.length > 0) return chosen;
  return [unitColumns.max ?? maxLine, unitColumns.self, unitColumns.appraised].filter(
    (column) => typeof column === 'number',
  );
}

interface Doubt {
  readonly sure: Sureness;
  readonly why: string;
}

/** Doubts by column; a question replaces a likely reading. */
function doubtsOf(sheet: SheetWithoutReading): ReadonlyMap<number, Doubt> {
  const doubts = new Map<number, Doubt>();
  for (const fact of sheet.facts) {
    if (fact.kind === 'likely-column' || fact.kind === 'ambiguous-column')
      doubts.set(fact.at.column, { sure: 'likely', why: fact.because });
  }
  for (const fact of sheet.facts) {
    if (fact.kind !== 'undecided-column') continue;
    for (const column of columnsAbout(sheet, fact)) doubts.set(column, { sure: 'undecided', why: fact.because });
  }
  return doubts;
}

interface Use {
  readonly role: ColumnRole | null;
  readonly of: string | null;
}

function tellColumn(column: Column, columns: Columns, use: Use | null, doubts: ReadonlyMap<number, Doubt>): ReadColumn {
  const { role, of } = identity(column, columns) ??
    use ?? {
      role: column.role,
      // Without the maximum, like the names of areas: «Hạng» below «Chỉ đạo, điều hành (12 điểm)».
      of: column.role && column.owner !== null ? withoutMaximum(column.owner) : null,
    };
  const heading = column.path.length === 0 ? '' : headingsOf(column)[0];
  const doubt = doubts.get(column.column);
  if (doubt) return { column: column.column, heading, role, of, ...doubt };
  return { column: column.column, heading, role, of, sure: 'sure', why: sureBecause(column, role) };
}

function sureBecause(column: Column, role: Use['role']): string {
  if (statedRoleOf(column) !== null) return 'theo trang tính «Cấu hình»';
  if (column.role !== null) return column.because ?? 'theo tiêu đề';
  return role === null ? 'tiêu đề và các ô không nói là điểm' : 'tiêu đề là tên và các ô ghi điểm';
}

function identity({ column }: Column, { code, name, unit }: Columns): Use | null {
  if (column === code) return { role: 'code', of: null };
  if (column === name) return { role: 'name', of: null };
  return column === unit ? { role: 'unit', of: null } : null;
}

function unusedCells({ facts, table }: SheetWithoutReading): UnusedCells[] {
  return facts.flatMap((fact) =>
    fact.kind === 'unused-numbers'
      ? [
          {
            area: {
              top: fact.at.row + 1,
              bottom: Math.max(table.bottom, fact.at.row + 1),
              left: fact.at.column,
              right: fact.at.column,
            },
            count: fact.count,
            why: 'tiêu đề của cột không nói, các ô không phải điểm của tiêu chí',
          },
        ]
      : [],
  );
}
