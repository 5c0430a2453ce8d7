/**
 * The sync before a write: checks that the workbook is unchanged and writable, and reads what the write will replace.
 */
import { cellKey, columnName, keyOf, toA1Range, type Area2D, type CellKey } from '../../../core/values/address';
import { planCells } from '../../../core/model/cell-plan';
import type { Edit, SheetEdits } from '../../../core/model/edit';
import { permitsAll } from '../../../core/model/protection';
import type { FillCode } from '../../marks/fill-code';
import { readMarkNames } from '../../marks/mark-names';
import { askDrawn, type DrawnBefore } from '../read/ask-drawn';
import { readLooks } from '../read/ask-looks';
import { readChecks } from '../draw/checks';
import { cover } from '../read/cover';
import {
  changedSheet,
  codeOf,
  FilteredSheets,
  missingSheet,
  protectedSheet,
  protectedStructure,
  readOnlyWorkbook,
  takenSheet,
} from '../faults';
import { codeOfExcelFill } from '../read/fill';
import { FILL_ONLY, lookOf, WHOLE_LOOK, WITHOUT_LOCKS, type Look } from '../read/looks';
import { forEachCell, listNames } from '../read/read';
import { readLines } from '../read/read-lines';
import { remarkPaths, textsOf } from '../read/notes';
import type { SheetBefore } from './sheet-write';
import type { Input, SheetSnapshot, Snapshot, Used } from '../read/snapshot';

const PATHS = [
  'items/id',
  'items/name',
  'items/protection/protected',
  'items/autoFilter/isDataFiltered',
  'items/names/items/name',
  'items/names/items/formula',
];

export interface Compared {
  readonly sheet: Excel.Worksheet;
  readonly request: SheetEdits;
  readonly snapshot: SheetSnapshot;
  readonly before: SheetBefore;
  /** Of a sheet that is to be drawn anew. */
  readonly drawn: DrawnBefore | null;
}

/** Throws for whatever stands in the way; nothing is written by then. New sheets have nothing to compare. */
export async function compare(
  context: Excel.RequestContext,
  requests: readonly SheetEdits[],
  snapshot: Snapshot,
  asksChecks = true,
): Promise<Compared[]> {
  const { workbook } = context;
  const { worksheets } = workbook;
  workbook.load('readOnly');
  workbook.protection.load('protected');
  workbook.names.load('items/name,items/formula');
  worksheets.load([...PATHS, ...remarkPaths()].join(','));
  const known = (name: string): SheetSnapshot | undefined =>
    snapshot.sheets.find((sheet) => sameName(sheet.name, name));
  for (const { sheet, isNew } of requests) if (!isNew && !known(sheet)) throw missingSheet(sheet);
  const written = requests
    .filter(({ isNew }) => !isNew)
    .map((request) => {
      const sheet = known(request.sheet) as SheetSnapshot;
      const found = worksheets.getItem(sheet.id);
      const { drawing, edits } = request;
      return {
        request,
        snapshot: sheet,
        asked: askCells(found, edits, sheet.protection !== null),
        drawn: drawing ? askDrawn(found, sheet.used, drawing, edits, { isLarge: snapshot.large, asksChecks }) : null,
      };
    });
  const watched = snapshot.sheets.filter(
    ({ id }) => snapshot.looked.has(id) || written.some((each) => each.snapshot.id === id),
  );
  const cells = watched.map((sheet) => askUsed(worksheets.getItem(sheet.id), snapshot.large));
  try {
    await context.sync();
  } catch (error) {
    // Looking for data validation fails in a protected sheet. The check for protection works without it.
    if (codeOf(error) === 'AccessDenied' && asksChecks) return await compare(context, requests, snapshot, false);
    throw codeOf(error) === 'ItemNotFound' ? await whichIsMissing(context, snapshot, error) : error;
  }

  if (workbook.readOnly) throw readOnlyWorkbook();
  const present = (id: string): Excel.Worksheet | undefined => worksheets.items.find((sheet) => sheet.id === id);
  for (const { id, name } of watched) if (!sameName(present(id)?.name ?? '', name)) throw missingSheet(name);
  for (const { sheet, isNew } of requests) {
    if (isNew && worksheets.items.some(({ name }) => sameName(name, sheet))) throw takenSheet(sheet);
    if (isNew && workbook.protection.protected) throw protectedStructure(sheet);
  }
  for (const { request, snapshot: sheet } of written) {
    if (!present(sheet.id)?.protection.protected) continue;
    if (!sheet.protection || !permitsAll(sheet.protection, request)) throw protectedSheet(sheet.name);
  }
  const filtered = written.flatMap(({ snapshot: { id, name } }) =>
    present(id)?.autoFilter.isDataFiltered ? [name] : [],
  );
  if (filtered.length > 0) throw new FilteredSheets(filtered);
  const now = snapshot.large
    ? await readLines(
        context,
        watched.flatMap(({ id, used }, at) => placeOf(present(id), used, cells[at])),
        'values,formulas',
      )
    : null;
  watched.forEach((sheet, at) => {
    const range = cells[at];
    const lines = now?.get(sheet.id);
    if (
      !range ||
      !isSame(
        sheet.used,
        range,
        lines?.formulas ?? (now ? [] : (range.formulas as Input[][])),
        lines?.values ?? (now ? [] : (range.values as Input[][])),
      )
    )
      throw changedSheet(sheet.name);
  });

  const redrawn = written.flatMap(({ snapshot: { id }, drawn }) =>
    drawn ? [{ sheet: present(id) as Excel.Worksheet, looks: drawn.looks, checks: drawn.checks }] : [],
  );
  await readLooks(context, redrawn);
  await readChecks(context, redrawn);
  const names = [workbook.names, ...worksheets.items.map((each) => each.names)].flatMap(listNames);
  return written.map(({ request, snapshot: known, asked, drawn }) => {
    const sheet = present(known.id) as Excel.Worksheet;
    const hasNotes = request.edits.some(({ kind }) => kind === 'note');
    if (hasNotes && textsOf(sheet).sort().join('\u0000') !== [...known.remarkTexts].sort().join('\u0000'))
      throw changedSheet(known.name);
    const before = {
      ...asked(),
      used: known.used,
      names: listNames(sheet.names),
      records: readMarkNames(names, known.name),
      remarks: known.remarks,
    };
    return { sheet, request, snapshot: known, before, drawn: drawn?.tell() ?? null };
  });
}

/** A sheet that is gone fails the whole question; which one it was takes another. */
async function whichIsMissing(context: Excel.RequestContext, snapshot: Snapshot, error: unknown): Promise<unknown> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id');
  await context.sync();
  const gone = snapshot.sheets.find(({ id }) => !worksheets.items.some((sheet) => sheet.id === id));
  return gone ? missingSheet(gone.name) : error;
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function askUsed(sheet: Excel.Worksheet, large: boolean): Excel.Range {
  const used = sheet.getUsedRange(true);
  used.load(`rowIndex,columnIndex,rowCount,columnCount${large ? '' : ',values,formulas'}`);
  return used;
}

const sizeOf = (used: Used | null): [top: number, left: number, rows: number, columns: number] =>
  used ? [used.top, used.left, used.formulas.length, used.formulas[0]?.length ?? 0] : [0, 0, 1, 1];

function placeOf(
  sheet: Excel.Worksheet | undefined,
  used: Used | null,
  range: Excel.Range | undefined,
): { sheet: Excel.Worksheet; area: Area2D }[] {
  const [top, left, rows, columns] = sizeOf(used);
  const isThere =
    range?.rowIndex === top && range.columnIndex === left && range.rowCount === rows && range.columnCount === columns;
  return sheet && isThere ? [{ sheet, area: { top, left, bottom: top + rows - 1, right: left + columns - 1 } }] : [];
}

/** Gives something new at every calculation, without anybody's doing. */
const VOLATILE = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO)\(/i;

function isSame(
  used: Used | null,
  range: Excel.Range,
  formulas: readonly (readonly Input[])[],
  values: readonly (readonly Input[])[],
): boolean {
  const [top, left, rows, columns] = sizeOf(used);
  if (range.rowIndex !== top || range.columnIndex !== left || range.rowCount !== rows || range.columnCount !== columns)
    return false;
  return Array.from({ length: rows }, (_, y) => y).every((y) =>
    Array.from({ length: columns }, (_, x) => x).every((x) => {
      const formula = used?.formulas[y]?.[x] ?? '';
      if (formulas[y]?.[x] !== formula) return false;
      return (
        (values[y]?.[x] ?? '') === (used?.values[y]?.[x] ?? '') ||
        (typeof formula === 'string' && VOLATILE.test(formula))
      );
    }),
  );
}

/** Fills of marked cells, whole looks of those that lend theirs or lose it, and widths. */
function askCells(
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
    told: range.getCellProperties(isProtected ? WITHOUT_LOCKS : WHOLE_LOOK),
  }));
  const fills = areas(filled).map(({ area, range }) => ({ area, told: range.getCellProperties(FILL_ONLY) }));
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
    for (const { area, told } of [...fills, ...looks]) {
      forEachCell(area, (row, column) => {
        found.fills.set(
          cellKey(row, column),
          codeOfExcelFill(told.value[row - area.top]?.[column - area.left]?.format?.fill ?? {}),
        );
      });
    }
    for (const { area, told } of looks)
      forEachCell(area, (row, column) => {
        found.looks.set(cellKey(row, column), lookOf(told.value[row - area.top]?.[column - area.left]));
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
