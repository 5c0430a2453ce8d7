/**
 * Reads the workbook: one sync for its list of sheets, one for their contents; more only if an answer would be too
 * large.
 */
import { MARK_KINDS, type MarkKind, type SheetProtection } from '../../../core/model/workbook/grid';
import { ALL_LOCKED } from '../../../core/model/workbook/protection';
import { cellKey, toA1Range, type Area2D, type CellKey } from '../../../core/values/address';
import { isMarkName, readMarkNames, type ListedName, type MarkRecord } from '../../marks/mark-names';
import { addressesOf, areaOfRange, forEachCell } from '../areas';
import { isTooLarge, oversizedRead } from '../faults';
import { supports } from '../session';
import { codeOfExcelFill, type ExcelFill, shownMark } from './fill';
import { mayBeOld, oldFontOf, type OldFont } from '../../../core/values/old-fonts';
import { locateNotes, notePaths, textsOf } from './notes';
import { type Place, readLines } from './read-lines';
import type { SheetSnapshot, Snapshot, Used } from './snapshot';

const SHEET_PATHS = [
  'items/id',
  'items/name',
  'items/visibility',
  'items/names/items/name',
  'items/names/items/formula',
  'items/protection/protected',
  'items/protection/options',
];
const NAME_PATHS = 'items/name,items/formula';
const CELLS = 'values,formulas,numberFormat';
export const PLACE = 'rowIndex,columnIndex,rowCount,columnCount';
const AREA_PATHS = 'items/rowIndex,items/columnIndex,items/rowCount,items/columnCount';
/** Excel returns at most this many cells. */
const MOST_CELLS = 5_000_000;
/** `isLarge`: the workbook was too large for one answer before. */
export async function readWorkbook(context: Excel.RequestContext, isLarge = false): Promise<Snapshot> {
  const rest = askWorkbook(context, isLarge);
  await context.sync();
  return await rest();
}

/** Requests the list of sheets. The returned function reads them, after the next sync. */
export function askWorkbook(context: Excel.RequestContext, isLarge: boolean): () => Promise<Snapshot> {
  const { worksheets, names, protection } = context.workbook;
  protection.load('protected');
  worksheets.load([...SHEET_PATHS, ...notePaths()].join(','));
  names.load(NAME_PATHS);
  return async () => {
    const listed = [names, ...worksheets.items.map((sheet) => sheet.names)].flatMap(listNames);
    const structureLocked = protection.protected;
    try {
      return { ...(await readSheets(context, worksheets.items, listed, isLarge)), structureLocked };
    } catch (error) {
      if (isLarge || !isTooLarge(error)) throw error;
      return { ...(await readSheets(context, worksheets.items, listed, true)), structureLocked };
    }
  };
}

/** The add-in's own names with their formulas. */
export const listNames = (names: Excel.NamedItemCollection): ListedName[] =>
  names.items
    .filter(({ name }) => isMarkName(name))
    .map(({ name, formula }) => ({ name, text: String(formula).replace(/^=/, '') }));

async function readSheets(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  names: readonly ListedName[],
  large: boolean,
): Promise<Omit<Snapshot, 'structureLocked'>> {
  const asked = sheets.map((sheet) => askSheet(sheet, readMarkNames(names, sheet.name), large));
  await context.sync();
  const cells = asked.reduce((sum, { used }) => sum + used.rowCount * used.columnCount, 0);
  if (cells > MOST_CELLS) throw oversizedRead();
  const useds = large ? await readLarge(context, asked) : asked.map(({ used }) => usedOf(used));
  const held = useds.map(holdsAnything);
  const fonts = asked.map(({ sheet }, position) => askFonts(sheet, held[position] ?? null));
  if (asked.some(({ marks }) => marks.mixed.length > 0) || fonts.some((each) => each !== null)) await context.sync();
  return {
    sheets: asked.map((each, position) => ({
      ...each.snapshot(held[position] ?? null),
      oldFonts: fonts[position]?.() ?? new Map<CellKey, OldFont>(),
    })),
    names,
    looked: new Set(),
    unasked: new Set(),
    large,
  };
}

interface PendingSheet {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly marks: AskedMarks;
  snapshot(used: Used | null): Omit<SheetSnapshot, 'oldFonts'>;
}

function askSheet(sheet: Excel.Worksheet, records: ReadonlyMap<CellKey, MarkRecord>, large: boolean): PendingSheet {
  // For an empty sheet Excel returns A1, so no null object has to be handled.
  const used = sheet.getUsedRange(true);
  used.load(large ? PLACE : `${PLACE},${CELLS}`);
  const rows = used.getRowProperties({ rowHidden: true });
  const columns = used.getColumnProperties({ columnHidden: true });
  // Merges can also be outside of the cells with values.
  const merged = supports('1.13') ? sheet.getUsedRange(false).getMergedAreasOrNullObject() : null;
  merged?.load('isNullObject');
  merged?.areas.load(AREA_PATHS);
  const notes = locateNotes(sheet);
  const marks = askMarks(sheet, records);
  const locks = askLocks(sheet, used, large);
  const hidden = <Line>(
    lines: readonly Line[],
    isHidden: (line: Line) => boolean | undefined,
    first: number,
  ): Set<number> => new Set(lines.flatMap((line, position) => (isHidden(line) === true ? [first + position] : [])));
  return {
    sheet,
    used,
    marks,
    snapshot: (cells) => ({
      id: sheet.id,
      name: sheet.name,
      visibility: sheet.visibility === 'Visible' ? 'visible' : sheet.visibility === 'Hidden' ? 'hidden' : 'veryHidden',
      used: cells,
      merges: !merged || merged.isNullObject ? [] : merged.areas.items.map(areaOfRange),
      hiddenRows: hidden(rows.value, ({ rowHidden }) => rowHidden, used.rowIndex),
      hiddenColumns: hidden(columns.value, ({ columnHidden }) => columnHidden, used.columnIndex),
      notes: notes(),
      noteTexts: textsOf(sheet),
      marks: marks.standing(),
      protection: locks(),
    }),
  };
}

const usedOf = (range: Excel.Range): Used => ({
  top: range.rowIndex,
  left: range.columnIndex,
  values: range.values as Used['values'],
  formulas: range.formulas as Used['formulas'],
  numberFormats: range.numberFormat as Used['numberFormats'],
});

const holdsAnything = (used: Used | undefined): Used | null =>
  used && (used.formulas.length > 1 || (used.formulas[0]?.length ?? 0) > 1 || used.formulas[0]?.[0] !== '')
    ? used
    : null;

async function readLarge(context: Excel.RequestContext, asked: readonly PendingSheet[]): Promise<Used[]> {
  const places = asked.map(({ sheet, used }): Place => ({ sheet, area: areaOfRange(used) }));
  const read = await readLines(context, places, CELLS);
  return asked.map(({ sheet, used }) => {
    const lines = read.get(sheet.id);
    return {
      top: used.rowIndex,
      left: used.columnIndex,
      values: lines?.values ?? [],
      formulas: lines?.formulas ?? [],
      numberFormats: lines?.numberFormat ?? [],
    };
  });
}

interface AskedMarks {
  /** Rectangles with different fills; known after the first sync, read cell by cell with the next. */
  readonly mixed: readonly unknown[];
  standing(): Map<CellKey, MarkKind>;
}

/** Reads fills by rectangle, as listed in the names. */
function askMarks(sheet: Excel.Worksheet, records: ReadonlyMap<CellKey, MarkRecord>): AskedMarks {
  // Each kind is read separately: marks of two kinds are often adjacent, and a rectangle with both has no single
  // colour.
  const asked = MARK_KINDS.flatMap((kind) =>
    addressesOf([...records].flatMap(([key, record]) => (record.kind === kind ? [key] : []))),
  ).map((address) => {
    const { areas } = sheet.getRanges(address);
    areas.load(`${AREA_PATHS},items/format/fill/color,items/format/fill/pattern`);
    return areas;
  });
  let details:
    { readonly area: Area2D; readonly fills: OfficeExtension.ClientResult<Excel.CellProperties[][]> }[] | null = null;
  const rectangles = (): { area: Area2D; fill: ExcelFill }[] =>
    asked.flatMap(({ items }) => items.map((range) => ({ area: areaOfRange(range), fill: range.format.fill })));
  const isMixed = ({ area, fill }: { area: Area2D; fill: ExcelFill }): boolean =>
    (area.top !== area.bottom || area.left !== area.right) && (!fill.color || !fill.pattern);
  return {
    get mixed() {
      return (details ??= rectangles()
        .filter(isMixed)
        .map(({ area }) => ({
          area,
          fills: sheet
            .getRange(toA1Range(area))
            .getCellProperties({ format: { fill: { color: true, pattern: true } } }),
        })));
    },
    standing: () => {
      const marks = new Map<CellKey, MarkKind>();
      const note = (row: number, column: number, fill: ExcelFill): void => {
        const key = cellKey(row, column);
        const kind = shownMark(records.get(key), codeOfExcelFill(fill));
        if (kind) marks.set(key, kind);
      };
      for (const each of rectangles())
        if (!isMixed(each))
          forEachCell(each.area, (row, column) => {
            note(row, column, each.fill);
          });
      for (const { area, fills } of details ?? [])
        forEachCell(area, (row, column) => {
          note(row, column, fills.value[row - area.top]?.[column - area.left]?.format?.fill ?? {});
        });
      return marks;
    },
  };
}

/** Results may be added below and beside the used range. */
const ROWS_BELOW = 20;
const COLUMNS_BESIDE = 8;

/**
 * What a protected sheet still allows to change, read together with its contents. Cells further away, and all cells of
 * a sheet too large to read cell by cell, count as locked.
 */
function askLocks(sheet: Excel.Worksheet, used: Excel.Range, large: boolean): () => SheetProtection | null {
  if (!sheet.protection.protected) return () => null;
  // Excel may return null here.
  const options = sheet.protection.options as Excel.WorksheetProtectionOptions | null;
  const permits = {
    formats: options?.allowFormatCells === true,
    widths: options?.allowFormatColumns === true,
    notes: options?.allowEditObjects === true,
  };
  const asked = large
    ? null
    : used.getResizedRange(ROWS_BELOW, COLUMNS_BESIDE).getCellProperties({ format: { protection: true } });
  return () => ({
    ...ALL_LOCKED,
    ...permits,
    cells: new Map(
      (asked?.value ?? []).flatMap((line, y) =>
        line.flatMap((cell, x) =>
          cell.format?.protection?.locked === false
            ? [[cellKey(used.rowIndex + y, used.columnIndex + x), false] as const]
            : [],
        ),
      ),
    ),
  });
}

/** Maximum number of cells whose fonts are read in one answer; a table with its headings is smaller. */
const MOST_FONT_CELLS = 60_000;

/**
 * Reads fonts from before Unicode, but only of sheets whose text looks like it, because fonts by cell are a large
 * answer. Returns null if nothing has to be read, otherwise a function that gives the fonts after the next sync.
 */
function askFonts(sheet: Excel.Worksheet, used: Used | null): (() => ReadonlyMap<CellKey, OldFont>) | null {
  if (!used?.values.some((line) => line.some((value) => typeof value === 'string' && mayBeOld(value)))) return null;
  const width = Math.max(1, used.values[0]?.length ?? 1);
  const height = Math.min(used.values.length, Math.floor(MOST_FONT_CELLS / width));
  if (height < 1) return null;
  const area = { top: used.top, left: used.left, bottom: used.top + height - 1, right: used.left + width - 1 };
  const fontNames = sheet.getRange(toA1Range(area)).getCellProperties({ format: { font: { name: true } } });
  return () => {
    const fonts = new Map<CellKey, OldFont>();
    fontNames.value.forEach((line, y) => {
      line.forEach((cell, x) => {
        const font = oldFontOf(cell.format?.font?.name ?? '');
        if (font && typeof used.values[y]?.[x] === 'string') fonts.set(cellKey(used.top + y, used.left + x), font);
      });
    });
    return fonts;
  };
}
