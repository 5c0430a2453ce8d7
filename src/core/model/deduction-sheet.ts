/** The add-in's sheet «Điểm bị trừ»: its columns, its rows, and which line belongs to which deduction. */
import { cellKey } from '../values/address';
import type { Remedy, LineSource } from './deduction';
import { foldText, squeeze } from '../values/fold-text';
import { isBlank, textAt, valueAt, type Grid } from './workbook/grid';
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

/** Columns that this program writes and an officer may overwrite. */
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

/** A loss without a status counts as remediable. */
export const isRemediable = ({ remedyStatus }: Remedy): boolean =>
  remedyStatus === null || foldText(remedyStatus) !== foldText(BEYOND_REMEDY);

/** Names for the add-in's sheet; the second is used if another sheet has the first. */
export const DEDUCTION_SHEET_NAMES = ['Điểm bị trừ', 'Điểm bị trừ CCHC'] as const;

/** With more lines the sheet is not written: too long to read, and Excel becomes slow. */
export const MOST_DEDUCTION_LINES = 20_000;

/**
 * Texts in the column «Tiêu chí» that mark sum rows. If the unit column is hidden, SUM_OF and the name of what is added
 * up follow; a unit's sum may have a remark in brackets. GONE_HEADING is in the first column, above lines that no
 * longer apply.
 */
export const UNIT_SUM = 'Cộng đơn vị';
export const AREA_SUM = 'Cộng lĩnh vực';
export const SUM_OF = ': ';
export const ALL_SUM = 'Cộng các đơn vị';
/** Points deducted outside the set, which are not among the losses of items. */
export const PENALTY_LINE = 'Điểm trừ ngoài bộ tiêu chí';
export const GONE_HEADING = 'Không còn bị trừ';

const NEEDED: readonly DeductionColumn[] = ['unit', 'name', 'lost', 'cause', 'remedy', 'remedyStatus'];
/** The sheet is still recognized if the officer renames a few headings. */
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
  /** Texts of the row; "" if the row has none. */
  readonly unit: string;
  readonly area: string;
  readonly code: string;
  readonly name: string;
  readonly source: LineSource | null;
}

/** Non-blank rows below the header. */
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
  // A signature may be in the column «Tiêu chí»; a deduction line also has a loss or a link, perhaps as a formula
  // without a cached value.
  const isThere = (role: DeductionColumn): boolean =>
    text(role) !== '' || grid.formulas.has(cellKey(row, table.columns.get(DEDUCTION_LABELS[role]) ?? -1));
  return (code === '' && name === '') || (!isThere('lost') && !isThere('link'))
    ? rowOf('other')
    : rowOf('line', sourceOf(grid, table, row));
}

const LINKED = /^HYPERLINK\("#((?:[^"]|"")+)"/i;

/**
 * The score's cell: from a reference, which Excel updates when the cell moves, else from the link, which it does not.
 */
function sourceOf(grid: Grid, table: AddinTable, row: number): LineSource | null {
  const formula = (role: DeductionColumn): string =>
    grid.formulas.get(cellKey(row, table.columns.get(DEDUCTION_LABELS[role]) ?? -1)) ?? '';
  const awarded = table.columns.get(DEDUCTION_LABELS.awarded) ?? -1;
  // If a unit has only a self-score, its points are under «Tự chấm».
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
