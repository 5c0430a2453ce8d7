/**
 * The sync before a write: checks that the workbook is unchanged and writable, and reads what the write will replace.
 */
import { cellKey, columnName, keyOf, toA1Range, type Area2D, type CellKey } from '../../../core/values/address';
import { planCells } from '../../../core/model/cell-plan';
import type { Edit, SheetEdits } from '../../../core/model/edit';
import { permitsAll } from '../../../core/model/protection';
import type { FillCode } from '../../marks/fill-code';
import { readMarkNames, type ListedName } from '../../marks/mark-names';
import { areaOfRange, cover, forEachCell } from '../areas';
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
import { readChecks } from './ask-checks';
import { askDrawn, type AskedDrawn, type DrawnBefore } from './ask-drawn';
import { readLooks } from './ask-looks';
import { codeOfExcelFill } from './fill';
import { FILL_ONLY, type Look, lookOf, WHOLE_LOOK, WITHOUT_LOCKS } from './looks';
import { notePaths, textsOf } from './notes';
import { listNames } from './read';
import { readLines } from './read-lines';
import type { SheetBefore } from './sheet-before';
import type { Input, SheetSnapshot, Snapshot, Used } from './snapshot';

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

interface Asked extends Pick<Compared, 'request' | 'snapshot'> {
  readonly cells: ReturnType<typeof askCells>;
  readonly drawn: AskedDrawn | null;
}

/** Throws for whatever forbids the write; nothing is written by then. New sheets have nothing to compare. */
export async function compare(
  context: Excel.RequestContext,
  requests: readonly SheetEdits[],
  snapshot: Snapshot,
  asksChecks = true,
): Promise<Compared[]> {
  const { workbook } = context;
  workbook.load('readOnly');
  workbook.protection.load('protected');
  workbook.names.load('items/name,items/formula');
  workbook.worksheets.load([...PATHS, ...notePaths()].join(','));
  const asked = askSheets(workbook, requests, snapshot, asksChecks);
  const watched = snapshot.sheets.filter(
    ({ id }) => snapshot.looked.has(id) || asked.some((each) => each.snapshot.id === id),
  );
  const ranges = watched.map((sheet) => askUsed(workbook.worksheets.getItem(sheet.id), snapshot.large));
  try {
    await context.sync();
  } catch (error) {
    // Looking for data validation fails in a protected sheet. The check for protection works without it.
    if (codeOf(error) === 'AccessDenied' && asksChecks) return await compare(context, requests, snapshot, false);
    throw codeOf(error) === 'ItemNotFound' ? await whichIsMissing(context, snapshot, error) : error;
  }
  if (workbook.readOnly) throw readOnlyWorkbook();
  const present = (id: string): Excel.Worksheet | undefined => sheetOf(workbook.worksheets, id);
  for (const { id, name } of watched) if (!sameName(present(id)?.name ?? '', name)) throw missingSheet(name);
  refuseUnwritable(workbook, requests, asked);
  await refuseChanged(context, snapshot, watched, ranges);

  const redrawn = asked.flatMap(({ snapshot: { id }, drawn }) =>
    drawn ? [{ sheet: present(id) as Excel.Worksheet, looks: drawn.looks, checks: drawn.checks }] : [],
  );
  await readLooks(context, redrawn);
  await readChecks(context, redrawn);
  const names = [workbook.names, ...workbook.worksheets.items.map((each) => each.names)].flatMap(listNames);
  return asked.map((each) => comparedOf(each, present(each.snapshot.id) as Excel.Worksheet, names));
}

function askSheets(
  { worksheets }: Excel.Workbook,
  requests: readonly SheetEdits[],
  { sheets, large }: Snapshot,
  asksChecks: boolean,
): Asked[] {
  return requests
    .filter(({ isNew }) => !isNew)
    .map((request) => {
      const snapshot = sheets.find(({ name }) => sameName(name, request.sheet));
      if (!snapshot) throw missingSheet(request.sheet);
      const sheet = worksheets.getItem(snapshot.id);
      const { drawing, edits } = request;
      return {
        request,
        snapshot,
        cells: askCells(sheet, edits, snapshot.protection !== null),
        drawn: drawing ? askDrawn(sheet, snapshot.used, drawing, edits, { isLarge: large, asksChecks }) : null,
      };
    });
}

/** Throws when the structure of the workbook or one of the sheets that are written to cannot be written. */
function refuseUnwritable(
  { worksheets, protection }: Excel.Workbook,
  requests: readonly SheetEdits[],
  asked: readonly Asked[],
): void {
  for (const { sheet, isNew } of requests) {
    if (isNew && worksheets.items.some(({ name }) => sameName(name, sheet))) throw takenSheet(sheet);
    if (isNew && protection.protected) throw protectedStructure(sheet);
  }
  for (const { request, snapshot } of asked) {
    const sheet = sheetOf(worksheets, snapshot.id);
    if (!sheet?.protection.protected) continue;
    if (!snapshot.protection || !permitsAll(snapshot.protection, request)) throw protectedSheet(snapshot.name);
  }
  const filtered = asked.flatMap(({ snapshot: { id, name } }) =>
    sheetOf(worksheets, id)?.autoFilter.isDataFiltered ? [name] : [],
  );
  if (filtered.length > 0) throw new FilteredSheets(filtered);
}

/** Throws when the contents of a sheet differ from what was read of it. */
async function refuseChanged(
  context: Excel.RequestContext,
  { large }: Snapshot,
  watched: readonly SheetSnapshot[],
  ranges: readonly Excel.Range[],
): Promise<void> {
  const { worksheets } = context.workbook;
  const now = large
    ? await readLines(
        context,
        watched.flatMap(({ id, used }, position) => placeOf(sheetOf(worksheets, id), used, ranges[position])),
        'values,formulas',
      )
    : null;
  watched.forEach((sheet, position) => {
    const range = ranges[position];
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
}

function comparedOf(
  { request, snapshot, cells, drawn }: Asked,
  sheet: Excel.Worksheet,
  names: readonly ListedName[],
): Compared {
  const writesNotes = request.edits.some(({ kind }) => kind === 'note');
  if (writesNotes && textsOf(sheet).sort().join('\u0000') !== [...snapshot.noteTexts].sort().join('\u0000'))
    throw changedSheet(snapshot.name);
  const before = {
    ...cells(),
    used: snapshot.used,
    names: listNames(sheet.names),
    records: readMarkNames(names, snapshot.name),
    notes: snapshot.notes,
  };
  return { sheet, request, snapshot, before, drawn: drawn?.tell() ?? null };
}

/** A sheet that is gone fails the whole question; which one it was takes another. */
async function whichIsMissing(context: Excel.RequestContext, snapshot: Snapshot, error: unknown): Promise<unknown> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id');
  await context.sync();
  const gone = snapshot.sheets.find(({ id }) => !worksheets.items.some((sheet) => sheet.id === id));
  return gone ? missingSheet(gone.name) : error;
}

const sheetOf = ({ items }: Excel.WorksheetCollection, id: string): Excel.Worksheet | undefined =>
  items.find((sheet) => sheet.id === id);

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function askUsed(sheet: Excel.Worksheet, large: boolean): Excel.Range {
  const used = sheet.getUsedRange(true);
  used.load(`rowIndex,columnIndex,rowCount,columnCount${large ? '' : ',values,formulas'}`);
  return used;
}

function isAsLarge(used: Used | null, { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): boolean {
  const [top, left, rows, columns] = used
    ? [used.top, used.left, used.formulas.length, used.formulas[0]?.length ?? 0]
    : [0, 0, 1, 1];
  return rowIndex === top && columnIndex === left && rowCount === rows && columnCount === columns;
}

const placeOf = (
  sheet: Excel.Worksheet | undefined,
  used: Used | null,
  range: Excel.Range | undefined,
): { sheet: Excel.Worksheet; area: Area2D }[] =>
  sheet && range && isAsLarge(used, range) ? [{ sheet, area: areaOfRange(range) }] : [];

/** Gives something new at every calculation, without anybody's doing. */
const VOLATILE = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO)\(/i;

function isSame(
  used: Used | null,
  range: Excel.Range,
  formulas: readonly (readonly Input[])[],
  values: readonly (readonly Input[])[],
): boolean {
  if (!isAsLarge(used, range)) return false;
  return Array.from({ length: range.rowCount }, (_, y) => y).every((y) =>
    Array.from({ length: range.columnCount }, (_, x) => x).every((x) => {
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
