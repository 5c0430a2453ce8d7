/** The sheet «Điểm bị trừ» of our own: its columns, its rows, and which line of it speaks of which deduction. */
import { cellKey } from '../values/address';
import type { Remedy, LineSource } from './deduction';
import { foldText, squeeze } from '../values/fold-text';
import { isBlank, textAt, valueAt, type Grid } from './grid';
import { findAddinTable, type AddinTable } from './addin-sheet';

export const DEDUCTION_LABELS = {
  number: 'TT',
  unit: 'Đơn vị',
  area: 'Lĩnh vực',
  code: 'Mã',
  name: 'Tiêu chí',
  max: 'Điểm tối đa',
  self: 'Tự chấm',
  awarded: 'Thẩm định',
  lost: 'Bị trừ',
  cause: 'Nguyên nhân',
  responsibleBody: 'Trách nhiệm',
  responsiblePerson: 'Cá nhân phụ trách',
  explanation: 'Giải trình',
  remedy: 'Giải pháp khắc phục',
  remedyDue: 'Thời hạn',
  remedyStatus: 'Tình trạng',
  link: 'Ô',
} as const;
export type DeductionColumn = keyof typeof DEDUCTION_LABELS;
export const DEDUCTION_COLUMNS = Object.keys(DEDUCTION_LABELS) as readonly DeductionColumn[];

/** Columns in which this program writes and an officer may type over it. */
export const CAUSE_COLUMNS = [
  'cause',
  'responsibleBody',
  'responsiblePerson',
  'explanation',
] as const satisfies readonly DeductionColumn[];
/** Columns in which only the officer types. */
export const REMEDY_COLUMNS = ['remedy', 'remedyDue', 'remedyStatus'] as const satisfies readonly DeductionColumn[];

const BEYOND_REMEDY = 'Không khắc phục được';
export const REMEDY_STATUSES: readonly string[] = ['Chưa thực hiện', 'Đang thực hiện', 'Đã khắc phục', BEYOND_REMEDY];

/** What has no status may be remedied. */
export const isRemediable = ({ remedyStatus }: Remedy): boolean =>
  remedyStatus === null || foldText(remedyStatus) !== foldText(BEYOND_REMEDY);

/** Names for our own sheet; the second where the first belongs to somebody else. */
export const DEDUCTION_SHEET_NAMES = ['Điểm bị trừ', 'Điểm bị trừ CCHC'] as const;

/** More lines nobody reads, and Excel becomes slow with them: the sheet is not written then. */
export const MOST_DEDUCTION_LINES = 20_000;

/**
 * Stand in the column «Tiêu chí» of sums, of one unit alone with the name of what is added up, a unit's with its
 * remark in brackets; and in the first column above lines that no longer apply.
 */
export const UNIT_SUM = 'Cộng đơn vị';
export const AREA_SUM = 'Cộng lĩnh vực';
export const SUM_OF = ': ';
export const ALL_SUM = 'Cộng các đơn vị';
/** What was taken off outside the set: not among the losses of items. */
export const PENALTY_LINE = 'Điểm trừ ngoài bộ tiêu chí';
export const GONE_HEADING = 'Không còn bị trừ';

const NEEDED: readonly DeductionColumn[] = ['unit', 'name', 'lost', 'cause', 'remedy', 'remedyStatus'];
/** A renamed heading or two do not make the sheet somebody else's. */
const FEWEST_LABELS = 13;

export const deductionTable = (grid: Grid): AddinTable | null =>
  findAddinTable(
    grid,
    Object.values(DEDUCTION_LABELS),
    (columns) => columns.size >= FEWEST_LABELS && NEEDED.every((role) => columns.has(DEDUCTION_LABELS[role])),
  );

export const isDeductionSheet = (grid: Grid): boolean => deductionTable(grid) !== null;

export interface DeductionRow {
  readonly row: number;
  readonly kind: 'line' | 'area' | 'unit' | 'penalty' | 'all' | 'gone' | 'other';
  /** As they stand there; "" for rows that say none. */
  readonly unit: string;
  readonly area: string;
  readonly code: string;
  readonly name: string;
  readonly source: LineSource | null;
}

/** Rows below the header that hold anything. */
export function deductionRows(grid: Grid, table: AddinTable): DeductionRow[] {
  const rows: DeductionRow[] = [];
  for (let row = table.row + 1; row < grid.rowCount; row++) {
    if ((grid.values[row] ?? []).every(isBlank)) continue;
    rows.push(readRow(grid, table, row));
  }
  return rows;
}

const isSum = (name: string, sum: string): boolean =>
  name === sum || name.startsWith(`${sum} (`) || name.startsWith(`${sum}${SUM_OF}`);

function readRow(grid: Grid, table: AddinTable, row: number): DeductionRow {
  const text = (role: DeductionColumn): string => {
    const column = table.columns.get(DEDUCTION_LABELS[role]);
    return column === undefined ? '' : squeeze(textAt(grid, row, column)).normalize('NFC');
  };
  const [unit, area, code, name] = [text('unit'), text('area'), text('code'), text('name')];
  const rowOf = (kind: DeductionRow['kind'], source: LineSource | null = null): DeductionRow => ({
    row,
    kind,
    unit,
    area,
    code,
    name,
    source,
  });
  if (text('number') === GONE_HEADING) return rowOf('gone');
  if (name === ALL_SUM) return rowOf('all');
  if (unit === '') return rowOf('other');
  if (name === PENALTY_LINE) return rowOf('penalty');
  if (isSum(name, UNIT_SUM)) return rowOf('unit');
  if (isSum(name, AREA_SUM)) return rowOf('area');
  // A signature may stand below «Tiêu chí»; a line has a loss or its link as well, be it a formula that nobody has
  // worked out yet.
  const isThere = (role: DeductionColumn): boolean =>
    text(role) !== '' || grid.formulas.has(cellKey(row, table.columns.get(DEDUCTION_LABELS[role]) ?? -1));
  return (code === '' && name === '') || (!isThere('lost') && !isThere('link'))
    ? rowOf('other')
    : rowOf('line', sourceOf(grid, table, row));
}

const LINKED = /^HYPERLINK\("#((?:[^"]|"")+)"/i;

/** The score's cell: from a reference, which Excel moves with the cell, else from the link, which it does not. */
function sourceOf(grid: Grid, table: AddinTable, row: number): LineSource | null {
  const formula = (role: DeductionColumn): string =>
    grid.formulas.get(cellKey(row, table.columns.get(DEDUCTION_LABELS[role]) ?? -1)) ?? '';
  const awarded = table.columns.get(DEDUCTION_LABELS.awarded) ?? -1;
  // A unit that only scored itself has its points under «Tự chấm».
  const score =
    formula('awarded') === '' && isBlank(valueAt(grid, row, awarded)) ? formula('self') : formula('awarded');
  return parseCell(score, true) ?? parseCell((LINKED.exec(formula('link'))?.[1] ?? '').replaceAll('""', '"'), false);
}

function parseCell(text: string, isLive: boolean): LineSource | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!()]+))!\$?([A-Z]{1,3})\$?(\d+)$/i.exec(text);
  return match
    ? {
        sheet: (match[1] ?? match[2] ?? '').replaceAll("''", "'"),
        cell: `${match[3] ?? ''}${match[4] ?? ''}`.toUpperCase(),
        isLive,
      }
    : null;
}
