/** Reverts a write, after a failure or for «Hoàn tác», by performing the record of the former state. */
import { contains, rangeFromA1, type Area2D, type CellKey } from '../../../core/values/address';
import type { SheetDrawing } from '../../../core/model/sheet-drawing';
import { isChartName } from '../../marks/chart-names';
import { type Canvas, withoutTrimmings } from '../draw/canvas';
import { drawingPieces, settling } from '../draw/draw';
import { removeCharts } from '../draw/draw-charts';
import { type Spare, withoutRefused } from '../draw/refusals';
import { heightOf } from '../draw/sheet-state';
import { changedSinceWrite, codeOf, isTooLarge, protectedSheet } from '../faults';
import { areSameTexts, isSameText, locateNotes, notePaths, textsOf } from '../read/notes';
import { listNames } from '../read/read';
import { perform } from '../write/perform';
import { askFormulas, type Formulas, type Parcel, type Piece, send } from '../write/send';
import { carriedBy, portionsOf, type SheetWrite } from '../write/sheet-write';

export interface Written {
  /** Excel's id of the sheet; the name, as long as an added sheet has no id. */
  readonly key: string;
  readonly name: string;
  readonly isNew: boolean;
  readonly back: SheetWrite;
  /** The former state of a drawn sheet. */
  readonly canvas: Canvas | null;
  /** The drawing of this write. `last` is the drawing that it replaced. */
  readonly drawing: SheetDrawing | null;
  readonly last: SheetDrawing | null;
  /** Formulas of the written cells, as Excel reported them right after the write. */
  readonly after: readonly Formulas[];
  /** The written notes. `noteTexts` are the texts of all notes on the sheet after the write. */
  readonly notes: ReadonlyMap<CellKey, string | null>;
  readonly noteTexts: readonly string[];
  readonly wasProtected: boolean;
}
/** The changes of one write, with everything needed to revert it. */
export type WriteRecord = readonly Written[];

/** Throws if a written cell has been edited since. */
async function checkUnchanged(context: Excel.RequestContext, record: WriteRecord): Promise<void> {
  const found = await find(context, record, []);
  const now = await askAll(context, found);
  found.forEach(({ written, sheet }, position) => {
    if (!isAsWritten(written, sheet === undefined ? null : (now[position] ?? null)))
      throw changedSinceWrite(written.name);
  });
}

const isAsWritten = (written: Written, now: Now | null): boolean =>
  now !== null &&
  JSON.stringify(now.formulas) === JSON.stringify(written.after.map(({ formulas }) => formulas)) &&
  isWithin(written, now.used);

interface Found {
  readonly written: Written;
  readonly sheet: Excel.Worksheet | undefined;
}

async function find(context: Excel.RequestContext, record: WriteRecord, paths: readonly string[]): Promise<Found[]> {
  const { worksheets } = context.workbook;
  worksheets.load(['items/id', 'items/name', 'items/protection/protected', ...paths].join(','));
  await context.sync();
  return record.map((written) => ({
    written,
    sheet: worksheets.items.find(({ id, name }) => id === written.key || (written.isNew && name === written.key)),
  }));
}

/** `find`, and in the same sync what `checkUnchanged` asks; that by itself where it is too much, or a sheet is gone. */
async function findUnchanged(
  context: Excel.RequestContext,
  record: WriteRecord,
  paths: readonly string[],
): Promise<Found[]> {
  const { worksheets } = context.workbook;
  const asked = record.map((written) => ({ written, answer: askNow(worksheets.getItem(written.key), written) }));
  let found: Found[];
  try {
    found = await find(context, record, paths);
  } catch (error) {
    if (!isTooLarge(error) && codeOf(error) !== 'ItemNotFound') throw error;
    await checkUnchanged(context, record);
    return await find(context, record, paths);
  }
  for (const { written, answer } of asked) if (!isAsWritten(written, answer())) throw changedSinceWrite(written.name);
  for (const { written, sheet } of found)
    if (sheet?.protection.protected === true && !written.wasProtected) throw protectedSheet(written.name);
  return found;
}

interface HowToPutBack {
  /**
   * Of a finished write that nobody has written into since (else it throws), of one whose undo failed half way, or of
   * one that failed itself.
   */
  readonly as: 'checked' | 'undo' | 'failed';
  readonly without?: ReadonlySet<Spare>;
  /** Called when the checks have passed. */
  readonly onChecked?: (() => void) | undefined;
  /** Called before the last request, so that more can be added to it. */
  readonly beforeLast?: () => void;
}

/**
 * Reads the present state, then restores the former one. Row heights that Excel fits by itself are known only
 * afterwards: the returned function queues the remaining changes for the next request and returns whether there are
 * any.
 */
export const putBack = async (
  context: Excel.RequestContext,
  record: WriteRecord,
  { as, without = new Set(), onChecked = () => undefined, beforeLast = () => undefined }: HowToPutBack,
): Promise<() => boolean> => {
  let looks = 0;
  const look = async (paths: readonly string[]): Promise<Found[]> => {
    const found = await (as === 'checked' && looks === 0 ? findUnchanged : find)(context, record, paths);
    looks++;
    onChecked();
    return found;
  };
  return await withoutRefused(without, async (spared) => {
    const found = await look([
      'items/names/items/name',
      'items/names/items/formula',
      'items/charts/items/name',
      ...notePaths(),
    ]);
    const notes = await notesNow(context, found, as === 'checked' && looks === 1);
    const parcels = found.flatMap(
      (each, position) => parcelOf(context, each, as !== 'failed', spared, notes[position]) ?? [],
    );
    let settle: ReturnType<typeof askFitted>[] = [];
    await send(context, parcels, undefined, () => {
      settle = found.map(askFitted);
      beforeLast();
    });
    return () => settle.map((each) => each()).some((isAsked) => isAsked);
  });
};

/**
 * The present notes of cells whose notes are restored. If the note texts of a sheet are unchanged since the write, so
 * are their cells; otherwise Excel is asked for the cell of each note.
 */
async function notesNow(
  context: Excel.RequestContext,
  found: readonly Found[],
  isUntouched: boolean,
): Promise<(NotesNow | undefined)[]> {
  const located = found.map(({ written, sheet }) => {
    if (!sheet || written.back.notes.size === 0) return null;
    return isUntouched && areSameTexts(textsOf(sheet), written.noteTexts) ? written.notes : locateNotes(sheet);
  });
  if (located.some((each) => typeof each === 'function')) await context.sync();
  return located.map((each) =>
    typeof each === 'function'
      ? new Map([...each()].map(([key, { text }]) => [key, text] as const))
      : (each ?? undefined),
  );
}
type NotesNow = ReadonlyMap<CellKey, string | null>;

function parcelOf(
  { workbook: { worksheets } }: Excel.RequestContext,
  { written, sheet }: Found,
  isUndo: boolean,
  without: ReadonlySet<Spare>,
  notes: NotesNow = new Map(),
): Parcel | null {
  if (!sheet) return null;
  const open = (): Excel.Worksheet => worksheets.getItem(sheet.id);
  if (written.isNew)
    return {
      pieces: [
        small((each) => {
          each.delete();
        }),
      ],
      open,
    };
  // A note that the user has edited stays.
  const isOwn = (key: CellKey): boolean => isSameText(notes.get(key) ?? null, written.notes.get(key) ?? null);
  const restoredNotes = [...written.back.notes].filter(([key]) => !without.has('notes') && (!isUndo || isOwn(key)));
  const drawn = written.canvas
    ? piecesOf(
        backOf(written.canvas, without, isUndo),
        chartsOf(sheet, isUndo ? null : written.canvas.chartNames),
        isUndo,
      )
    : [];
  const cells = portionsOf({ ...written.back, notes: new Map(restoredNotes) }).map((portion): Piece => ({
    perform: (each) => {
      const present = { names: listNames(sheet.names), hasNote: (key: CellKey) => (notes.get(key) ?? null) !== null };
      perform(each, written.name, portion, present);
    },
    ...carriedBy(portion),
    areas: [],
  }));
  return { pieces: [...drawn.map((piece) => ({ ...piece, areas: [] })), ...cells], open };
}

/** Asks how high Excel made the rows that it fits by itself; then sets those that were not so before. */
function askFitted({ written: { canvas, isNew }, sheet }: Found): () => boolean {
  if (!sheet || !canvas || isNew || canvas.heightsBefore.length + canvas.hiddenRows.length === 0) return () => false;
  const rows = sheet
    .getRange(`1:${Math.max(1, canvas.heightsBefore.length).toString()}`)
    .getRowProperties({ format: { rowHeight: true } });
  return () => {
    const piece = settling(canvas, rows.value.map(heightOf));
    piece?.perform(sheet);
    return piece !== null;
  };
}

/**
 * Undo removes the drawn charts first, so that a half-done undo can be repeated; after a failed write they go last,
 * because that write may not have deleted the earlier charts.
 */
function piecesOf(canvas: Canvas, charts: readonly string[], isUndo: boolean): Piece[] {
  const removal = (chartNames: Canvas['chartNames']): Piece =>
    small((sheet) => {
      removeCharts(sheet, { ...canvas, chartNames }, charts, null);
    });
  return isUndo && canvas.charts
    ? [removal(null), ...drawingPieces(canvas, [])]
    : [...drawingPieces(canvas, charts), removal(canvas.chartNames)];
}

/** The add-in's charts; after a failure also new charts that have no name yet. */
const chartsOf = ({ charts }: Excel.Worksheet, before: readonly string[] | null): string[] =>
  charts.items
    .map(({ name }) => name)
    .filter((name) => isChartName(name) || (before !== null && !before.includes(name)));

const small = (perform: Piece['perform']): Piece => ({ perform, carried: [], calls: 1, areas: [] });

/** If Excel did not report how rows were grouped, undo leaves them ungrouped rather than grouped wrongly. */
const backOf = (canvas: Canvas, without: ReadonlySet<Spare>, isUndo: boolean): Canvas => {
  const back = withoutTrimmings(canvas, without);
  return isUndo && back.levels === 'unknown' ? { ...back, levels: [] } : back;
};

interface Now {
  readonly formulas: readonly (readonly (readonly unknown[])[])[];
  /** Address of the cells with contents in an added sheet. */
  readonly used: string | null;
}

async function askAll(context: Excel.RequestContext, found: readonly Found[]): Promise<Now[]> {
  const ask = async (some: typeof found): Promise<Now[]> => {
    const asked = some.map(({ written, sheet }) => sheet && askNow(sheet, written));
    await context.sync();
    return asked.map((answer) => answer?.() ?? { used: null, formulas: [] });
  };
  try {
    return await ask(found);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    // Asks for one piece at a time, in the pieces of the write.
    const pieces = found.flatMap(({ written, sheet }, position) =>
      written.after.map((part) => ({ at: position, sheet, written: { ...written, after: [part] } })),
    );
    const answers = await inTurn(pieces, async (piece) => ({ at: piece.at, now: (await ask([piece]))[0] }));
    return found.map((_, position) => {
      const here = answers.filter((answer) => answer.at === position);
      return { used: here[0]?.now?.used ?? null, formulas: here.flatMap(({ now }) => now?.formulas ?? []) };
    });
  }
}

function askNow(sheet: Excel.Worksheet, { after, isNew }: Written): () => Now {
  const used = isNew ? sheet.getUsedRange(true) : null;
  used?.load('address');
  const formulas = after.map(({ area }) => askFormulas(sheet, area));
  return () => ({ used: used?.address ?? null, formulas: formulas.map((answer) => answer().formulas) });
}

const inTurn = <T, R>([first, ...rest]: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> =>
  first === undefined ? Promise.resolve([]) : work(first).then(async (done) => [done, ...(await inTurn(rest, work))]);

/** True if an added sheet has no contents outside of the written area. */
function isWithin({ after, isNew }: Written, address: string | null): boolean {
  const used = rangeFromA1((address ?? '').slice((address ?? '').lastIndexOf('!') + 1));
  if (!isNew || !used) return true;
  const box = after.reduce<Area2D>(
    (all, { area }) => ({
      top: 0,
      left: 0,
      bottom: Math.max(all.bottom, area.bottom),
      right: Math.max(all.right, area.right),
    }),
    { top: 0, left: 0, bottom: 0, right: 0 },
  );
  return contains(box, used.bottom, used.right);
}
