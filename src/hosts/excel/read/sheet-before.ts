/** The state of a sheet before a write, as far as edits reach, and the requests that read it. */
import { planCells } from '../../../core/model/workbook/cell-plan';
import type { Edit } from '../../../core/model/workbook/edit';
import { addressOfKey, cellKey, columnName, keyOf, toA1Range, type CellKey } from '../../../core/values/address';
import type { FillCode } from '../../marks/fill-code';
import type { ListedName, MarkRecord } from '../../marks/mark-names';
import { cover, forEachCell } from '../areas';
import { codeOfExcelFill } from './fill';
import { FILL_ONLY, type Look, lookOf, WHOLE_LOOK, WITHOUT_LOCKS } from './looks';
import type { NotesOf } from './notes';
import type { Input, Used } from './snapshot';

export interface SheetBefore {
  readonly used: Used | null;
  readonly numberFormats: ReadonlyMap<CellKey, string>;
  readonly looks: ReadonlyMap<CellKey, Look>;
  readonly fills: ReadonlyMap<CellKey, FillCode>;
  readonly widths: ReadonlyMap<number, number>;
  /** The add-in's names on this sheet. `records` are the marks that all names list for its cells. */
  readonly names: readonly ListedName[];
  readonly records: ReadonlyMap<CellKey, MarkRecord>;
  readonly notes: NotesOf;
}

export const NOTHING_BEFORE: SheetBefore = {
  used: null,
  numberFormats: new Map(),
  looks: new Map(),
  fills: new Map(),
  widths: new Map(),
  names: [],
  records: new Map(),
  notes: new Map(),
};

/** The current value and formula of a cell; for a cell without a formula, both are the value. */
export function standing(
  { used }: Pick<SheetBefore, 'used'>,
  key: CellKey,
): { readonly value: Input; readonly formula: Input } {
  const { row, column } = addressOfKey(key);
  const at = used ? ([row - used.top, column - used.left] as const) : null;
  return { value: (at && used?.values[at[0]]?.[at[1]]) ?? '', formula: (at && used?.formulas[at[0]]?.[at[1]]) ?? '' };
}

/** Requests the fills of marked cells, the whole looks of cells that are copied from or overwritten, and widths. */
export function askCells(
  sheet: Excel.Worksheet,
  edits: readonly Edit[],
  isProtected: boolean,
): () => Pick<SheetBefore, 'numberFormats' | 'looks' | 'fills' | 'widths'> {
  const plans = planCells(edits);
  const looked = new Set<CellKey>();
  const coded = new Set<CellKey>();
  const filled = new Set<CellKey>();
  for (const [key, { content, format, mark }] of plans) {
    if (format) for (const each of [key, keyOf(format.like)]) looked.add(each);
    else if (mark !== undefined) filled.add(key);
    if (content) coded.add(key);
  }
  for (const key of looked) coded.add(key);
  const areas = (keys: ReadonlySet<CellKey>) =>
    cover([...keys]).map((area) => ({ area, range: sheet.getRange(toA1Range(area)) }));
  const looks = areas(looked).map(({ area, range }) => ({
    area,
    properties: range.getCellProperties(isProtected ? WITHOUT_LOCKS : WHOLE_LOOK),
  }));
  const fills = areas(filled).map(({ area, range }) => ({ area, properties: range.getCellProperties(FILL_ONLY) }));
  const codes = areas(coded);
  for (const { range } of codes) range.load('numberFormat');
  const columns = new Set(edits.flatMap((edit) => (edit.kind === 'width' ? [edit.column, edit.like] : [])));
  const widths = [...columns].map((column) => {
    const { format } = sheet.getRange(`${columnName(column)}:${columnName(column)}`);
    format.load('columnWidth');
    return { column, format };
  });
  return () => {
    const found = {
      numberFormats: new Map<CellKey, string>(),
      looks: new Map<CellKey, Look>(),
      fills: new Map<CellKey, FillCode>(),
    };
    for (const { area, properties } of [...fills, ...looks]) {
      forEachCell(area, (row, column) => {
        found.fills.set(
          cellKey(row, column),
          codeOfExcelFill(properties.value[row - area.top]?.[column - area.left]?.format?.fill ?? {}),
        );
      });
    }
    for (const { area, properties } of looks)
      forEachCell(area, (row, column) => {
        found.looks.set(cellKey(row, column), lookOf(properties.value[row - area.top]?.[column - area.left]));
      });
    for (const { area, range } of codes)
      forEachCell(area, (row, column) => {
        found.numberFormats.set(
          cellKey(row, column),
          (range.numberFormat as string[][])[row - area.top]?.[column - area.left] ?? 'General',
        );
      });
    return { ...found, widths: new Map(widths.map(({ column, format }) => [column, format.columnWidth])) };
  };
}
