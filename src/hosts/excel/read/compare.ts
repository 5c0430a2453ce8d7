/**
 * The sync before a write: checks that the workbook is unchanged and writable, and reads what the write will replace.
 */
import { cellKey, toA1Range, type Area2D } from '../../../core/values/address';
import type { SheetEdits } from '../../../core/model/workbook/edit';
import { permitsAll } from '../../../core/model/workbook/protection';
import { rectanglesOf } from '../../marks/rectangles';
import { readMarkNames, type ListedName } from '../../marks/mark-names';
import { areaOfRange, forEachCell } from '../areas';
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
import { notePaths, textsOf } from './notes';
import { listNames, PLACE } from './read';
import { readLines } from './read-lines';
import { askCells, type SheetBefore, standing } from './sheet-before';
import { isFormula, type Input, type SheetSnapshot, type Snapshot, type Used } from './snapshot';

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
  /** For a sheet that is drawn again. */
  readonly drawn: DrawnBefore | null;
}

interface PendingSheet extends Pick<Compared, 'request' | 'snapshot'> {
  readonly cells: ReturnType<typeof askCells>;
  readonly drawn: AskedDrawn | null;
}

/** Throws if the write is not allowed; nothing has been written then. New sheets have nothing to compare. */
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
    // Excel denies reading data validation on a protected sheet. The check for protection works without it.
    if (codeOf(error) === 'AccessDenied' && asksChecks) return await compare(context, requests, snapshot, false);
    throw codeOf(error) === 'ItemNotFound' ? await whichIsMissing(context, snapshot, error) : error;
  }
  if (workbook.readOnly) throw readOnlyWorkbook();
  const present = (id: string): Excel.Worksheet | undefined => sheetOf(workbook.worksheets, id);
  for (const { id, name } of watched) if (!sameName(present(id)?.name ?? '', name)) throw missingSheet(name);
  refuseNew(workbook, requests);
  refuseUnwritable(asked, ({ snapshot: { id } }) => present(id));
  await refuseChanged(context, snapshot, watched, ranges);

  const redrawn = asked.flatMap(({ snapshot: { id }, drawn }) =>
    drawn ? [{ sheet: present(id) as Excel.Worksheet, looks: drawn.looks, checks: drawn.checks }] : [],
  );
  await readLooks(context, redrawn);
  await readChecks(context, redrawn);
  const names = [workbook.names, ...workbook.worksheets.items.map((each) => each.names)].flatMap(listNames);
  return asked.map((each) => comparedOf(each, present(each.snapshot.id) as Excel.Worksheet, names));
}

/**
 * Like `compare`, for single cells: checks only the sheets that are written to, and only the rows and columns of these
 * cells, which hold their headings and labels. Only valid if every edit by others is reported.
 */
export async function compareCells(
  context: Excel.RequestContext,
  requests: readonly SheetEdits[],
  snapshot: Snapshot,
): Promise<Compared[]> {
  const { workbook } = context;
  workbook.load('readOnly');
  workbook.names.load('items/name,items/formula');
  const asked = askSheets(workbook, requests, snapshot, false).map((each) => {
    const sheet = workbook.worksheets.getItem(each.snapshot.id);
    const notes = each.request.edits.some(({ kind }) => kind === 'note') ? notePaths() : [];
    sheet.load([...PATHS, ...notes].map((path) => path.replace(/^items\//, '')).join(','));
    const used = sheet.getUsedRange(true);
    used.load(PLACE);
    const lines = linesThrough(each).map((area) => {
      const range = sheet.getRange(toA1Range(area));
      range.load('values,formulas');
      return { area, range };
    });
    return { ...each, sheet, used, lines };
  });
  try {
    await context.sync();
  } catch (error) {
    throw codeOf(error) === 'ItemNotFound' ? await whichIsMissing(context, snapshot, error) : error;
  }
  if (workbook.readOnly) throw readOnlyWorkbook();
  const isAsked = ({ id }: SheetSnapshot): boolean => !snapshot.unasked.has(id);
  for (const { sheet, snapshot: before, used, lines } of asked) {
    if (!sameName(sheet.name, before.name)) throw missingSheet(before.name);
    const isSame = lines.every(({ area, range }) =>
      holdsAsRead(before.used, area, range.formulas as Input[][], range.values as Input[][], isAsked(before)),
    );
    if (!isAsLarge(before.used, used) || !isSame) throw changedSheet(before.name);
  }
  refuseUnwritable(asked, (each) => asked.find(({ snapshot: { id } }) => id === each.snapshot.id)?.sheet);
  const names = [workbook.names, ...asked.map(({ sheet }) => sheet.names)].flatMap(listNames);
  return asked.map((each) => comparedOf(each, each.sheet, names));
}

/** The rows and columns of the written cells within the used range. */
function linesThrough({ request: { edits }, snapshot: { used } }: PendingSheet): Area2D[] {
  const cells = edits.flatMap((edit) => ('at' in edit ? [edit.at] : []));
  const [bottom, right] = used
    ? [used.top + used.formulas.length - 1, used.left + (used.formulas[0]?.length ?? 1) - 1]
    : [0, 0];
  const rows = rectanglesOf([...new Set(cells.map(({ row }) => cellKey(row, 0)))]);
  const columns = rectanglesOf([...new Set(cells.map(({ column }) => cellKey(0, column)))]);
  return [
    ...rows.map(({ top, bottom: last }) => ({ top, bottom: last, left: 0, right })),
    ...columns.map(({ left, right: last }) => ({ top: 0, bottom, left, right: last })),
  ];
}

function askSheets(
  { worksheets }: Excel.Workbook,
  requests: readonly SheetEdits[],
  { sheets, large }: Snapshot,
  asksChecks: boolean,
): PendingSheet[] {
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

/** Throws if a sheet cannot be added because its name is taken or the structure of the workbook is protected. */
function refuseNew({ worksheets, protection }: Excel.Workbook, requests: readonly SheetEdits[]): void {
  for (const { sheet, isNew } of requests) {
    if (isNew && worksheets.items.some(({ name }) => sameName(name, sheet))) throw takenSheet(sheet);
    if (isNew && protection.protected) throw protectedStructure(sheet);
  }
}

/** Throws if a sheet that is written to is filtered, or protected against the write. */
function refuseUnwritable(
  asked: readonly PendingSheet[],
  present: (asked: PendingSheet) => Excel.Worksheet | undefined,
): void {
  for (const each of asked) {
    const { request, snapshot } = each;
    if (!present(each)?.protection.protected) continue;
    if (!snapshot.protection || !permitsAll(snapshot.protection, request)) throw protectedSheet(snapshot.name);
  }
  const filtered = asked.filter((each) => present(each)?.autoFilter.isDataFiltered);
  if (filtered.length > 0) throw new FilteredSheets(filtered.map(({ snapshot }) => snapshot.name));
}

/** Throws if the contents of a sheet differ from what was last read. */
async function refuseChanged(
  context: Excel.RequestContext,
  { large, unasked }: Snapshot,
  watched: readonly SheetSnapshot[],
  ranges: readonly Excel.Range[],
): Promise<void> {
  const { worksheets } = context.workbook;
  const now = large
    ? await readLines(
        context,
        watched.flatMap(({ id, used }, position) => areaToRead(sheetOf(worksheets, id), used, ranges[position])),
        'values,formulas',
      )
    : null;
  watched.forEach((sheet, position) => {
    const range = ranges[position];
    const lines = now?.get(sheet.id);
    if (
      !range ||
      !isAsLarge(sheet.used, range) ||
      !holdsAsRead(
        sheet.used,
        areaOfRange(range),
        lines?.formulas ?? (now ? [] : (range.formulas as Input[][])),
        lines?.values ?? (now ? [] : (range.values as Input[][])),
        !unasked.has(sheet.id),
      )
    )
      throw changedSheet(sheet.name);
  });
}

function comparedOf(
  { request, snapshot, cells, drawn }: PendingSheet,
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

/** A deleted sheet makes the whole request fail; a second request finds out which sheet it is. */
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
  used.load(`${PLACE}${large ? '' : ',values,formulas'}`);
  return used;
}

function isAsLarge(used: Used | null, { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): boolean {
  const [top, left, rows, columns] = used
    ? [used.top, used.left, used.formulas.length, used.formulas[0]?.length ?? 0]
    : [0, 0, 1, 1];
  return rowIndex === top && columnIndex === left && rowCount === rows && columnCount === columns;
}

const areaToRead = (
  sheet: Excel.Worksheet | undefined,
  used: Used | null,
  range: Excel.Range | undefined,
): { sheet: Excel.Worksheet; area: Area2D }[] =>
  sheet && range && isAsLarge(used, range) ? [{ sheet, area: areaOfRange(range) }] : [];

/** Functions whose value changes at every calculation without an edit. */
const VOLATILE = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO)\(/i;

/** True if the cells of the area hold what was last read. */
function holdsAsRead(
  used: Used | null,
  area: Area2D,
  formulas: readonly (readonly Input[])[],
  values: readonly (readonly Input[])[],
  isAsked: boolean,
): boolean {
  let isSame = true;
  forEachCell(area, (row, column) => {
    const [y, x] = [row - area.top, column - area.left];
    const before = standing({ used }, cellKey(row, column));
    isSame &&=
      formulas[y]?.[x] === before.formula &&
      ((values[y]?.[x] ?? '') === before.value ||
        (isFormula(before.formula, before.value) && (!isAsked || VOLATILE.test(before.formula))));
  });
  return isSame;
}
