/** A workbook in memory: the host of tests and of programs without a file. A formula is stored with its given value. */
import { addressOfKey, contains, keyOf, type Address, type CellKey } from '../../../src/core/values/address';
import type { CellEdit, Edit, SheetEdits } from '../../../src/core/model/workbook/edit';
import { blankGrid, type Book, type CellValue, type Grid, type MarkKind } from '../../../src/core/model/workbook/grid';
import { ALL_LOCKED, permitsAll } from '../../../src/core/model/workbook/protection';
import { HostError, type Host } from '../../../src/hosts/host';
import { recalculated, type Recalculated } from '../../../src/hosts/xlsx-file/recalculate';
import { drawnGrid, shownValue } from './draw-grid';

export interface MemoryOptions {
  /** Names of sheets that are protected as a whole; a grid can state its own protection. */
  readonly protectedSheets?: readonly string[];
  readonly structureLocked?: boolean;
}

export interface MemoryHost extends Host {
  /** Every current sheet, in order. */
  grids(): readonly Grid[];
}

export function memoryHost(
  start: readonly Grid[],
  { protectedSheets = [], structureLocked = false }: MemoryOptions = {},
): MemoryHost {
  let sheets = start.map((grid) =>
    protectedSheets.some((name) => isSameName(name, grid.sheet)) ? { ...grid, protection: ALL_LOCKED } : grid,
  );
  const book = (): Book => ({
    sheets: sheets.map((grid) => ({ name: grid.sheet, visibility: 'visible', grid: () => grid })),
    structureLocked,
  });
  return {
    grids: () => sheets,
    readBook: () => Promise.resolve(book()),
    applyEdits: async (edits) => {
      // All edits are first tried on copies, so that a refusal leaves the workbook unchanged.
      const results = recalculated(book(), edits);
      const edited = edits.reduce((all, change) => changed(all, change, structureLocked), sheets);
      sheets = await Promise.resolve(edited.map((grid) => withResults(grid, results.get(grid.sheet.toLowerCase()))));
    },
  };
}

const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function changed(sheets: readonly Grid[], request: SheetEdits, structureLocked: boolean): Grid[] {
  const { sheet, isNew, edits, drawing } = request;
  const present = sheets.find((grid) => isSameName(grid.sheet, sheet));
  if (isNew && present)
    throw new HostError('changed-sheet', `Không thêm được trang «${sheet}» vì đã có trang cùng tên; hãy tính lại.`);
  const drawn = (grid: Grid): Grid => withEdits(drawing ? drawnGrid(grid, drawing) : grid, edits);
  if (isNew && structureLocked)
    throw new HostError('protected-sheet', `Không thêm được trang «${sheet}»; hãy bỏ bảo vệ sổ tính rồi làm lại.`);
  if (isNew) return [...sheets, drawn(blankGrid(sheet))];
  if (!present)
    throw new HostError(
      'changed-sheet',
      `Không tìm thấy trang «${sheet}»; trang có thể đã bị xóa hoặc đổi tên, hãy tính lại.`,
    );
  if (present.protection && !permitsAll(present.protection, request)) {
    throw new HostError('protected-sheet', `Trang «${sheet}» đang được bảo vệ; hãy bỏ bảo vệ rồi làm lại.`);
  }
  return sheets.map((grid) => (grid === present ? drawn(grid) : grid));
}

function withEdits(grid: Grid, edits: readonly Edit[]): Grid {
  const values = grid.values.map((row): CellValue[] => [...(row ?? [])]);
  const formulas = new Map(grid.formulas);
  const notes = new Map(grid.notes);
  const marks = new Map(grid.marks);
  const dates = new Set(grid.dates);
  const percents = new Set(grid.percents);
  for (const edit of edits) {
    // A grid has no column widths.
    if (edit.kind === 'width') continue;
    const key = keyOf(edit.at);
    if (edit.kind === 'format') copyKind(edit.at, edit.like, [dates, percents]);
    else if (edit.kind === 'mark') putOrDelete<MarkKind>(marks, key, edit.mark);
    else if (edit.kind === 'note') putOrDelete(notes, key, edit.text);
    else {
      refuseInsideMerge(grid, edit);
      putValue(values, edit.at.row, edit.at.column, shownValue(edit.content));
      putOrDelete(formulas, key, edit.content.kind === 'formula' ? edit.content.formula : null);
      if (edit.format)
        copyKind(edit.at, edit.format.numberFormat === null ? edit.format.like : null, [dates, percents]);
    }
  }
  const columnCount = values.reduce((most, row) => Math.max(most, row.length), grid.columnCount);
  return {
    ...grid,
    values,
    formulas,
    notes,
    marks,
    dates,
    percents,
    rowCount: Math.max(grid.rowCount, values.length),
    columnCount,
  };
}

function refuseInsideMerge({ sheet, merges }: Grid, { at }: CellEdit): void {
  const merge = merges.find((area) => contains(area, at.row, at.column));
  if (merge && (merge.top !== at.row || merge.left !== at.column)) {
    throw new HostError(
      'blocked-cell',
      `Không ghi được vào trang «${sheet}» vì có ô nằm trong vùng ô đã gộp; hãy bỏ gộp ô rồi làm lại.`,
    );
  }
}

/**
 * A format copied from a neighbour also makes the cell a date or percentage, unless (null) another number format
 * replaces it.
 */
function copyKind(at: Address, like: Address | null, kinds: readonly Set<CellKey>[]): void {
  for (const kind of kinds) {
    if (like && kind.has(keyOf(like))) kind.add(keyOf(at));
    else kind.delete(keyOf(at));
  }
}

function putOrDelete<T>(map: Map<CellKey, T>, key: CellKey, value: T | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

function putValue(values: CellValue[][], row: number, column: number, value: CellValue): void {
  while (values.length <= row) values.push([]);
  const cells = values[row] ?? [];
  while (cells.length < column) cells.push(null);
  cells[column] = value;
}

/** The grid with new results of formulas that the edits did not touch. */
function withResults(grid: Grid, results: Recalculated | undefined): Grid {
  if (!results) return grid;
  const values = grid.values.map((row) => [...(row ?? [])]);
  for (const [key, value] of results) {
    const { row, column } = addressOfKey(key);
    const line = values[row];
    if (line) line[column] = value;
  }
  return { ...grid, values };
}
