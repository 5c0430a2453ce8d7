/**
 * Writes in one batch and restores everything if an action fails, because Excel keeps the actions before the failing
 * one. The same record undoes a finished write.
 */
import { addressOfKey, keyOf, type Area2D, type CellKey } from '../../core/values/address';
import { bySheet } from '../../core/model/workbook/cell-plan';
import type { SheetEdits } from '../../core/model/workbook/edit';
import type { SheetDrawing } from '../../core/model/sheet-drawing';
import { isChartName } from '../marks/chart-names';
import { rectanglesOf } from '../marks/rectangles';
import { type Canvas, canvasBefore, canvasOf, withoutTrimmings } from './draw/canvas';
import { drawingPieces } from './draw/draw';
import { removeCharts } from './draw/draw-charts';
import { type Spare, withoutRefused } from './draw/refusals';
import { uncover, type Uncovered } from './draw/sheet-state';
import {
  because,
  codeOf,
  failedWrite,
  halfWritten,
  isRequestTooLarge,
  isTooLarge,
  oversizedWrite,
  protectedSheet,
} from './faults';
import { compare, compareCells, type Compared } from './read/compare';
import { textsAfter } from './read/notes';
import { askPatch, type Patch } from './read/patch';
import { readWorkbook } from './read/read';
import { NOTHING_BEFORE, type SheetBefore } from './read/sheet-before';
import type { Snapshot } from './read/snapshot';
import { isOnWeb } from './session';
import { putBack, type WriteRecord, type Written } from './undo/put-back';
import { perform } from './write/perform';
import { carriedBy, isEmpty, isSmall, planWrite, restoring, type SheetWrite } from './write/sheet-write';
import { MOST_BYTES, type Parcel, type Piece, send, sizeOf } from './write/send';

/** Last drawing of each sheet by its id, kept while the pane is open. */
export type Drawn = Map<string, SheetDrawing>;

interface Applied {
  readonly record: WriteRecord;
  /** The workbook after the write; null if it has to be read again. */
  readonly snapshot: Snapshot | null;
}

/**
 * Returns null if there is nothing to write. `isTold`: Excel reports edits by others, and has reported none since the
 * workbook was read.
 */
export async function applyAll(
  context: Excel.RequestContext,
  requests: readonly SheetEdits[],
  read: Snapshot | null,
  drawn: Drawn,
  isTold = false,
): Promise<Applied | null> {
  const wanted = [...bySheet(requests).values()];
  if (wanted.length === 0) return null;
  const snapshot = read ?? (await readWorkbook(context));
  const isQuick = isTold && read !== null && isSmall(wanted);
  const compared = isQuick
    ? await compareCells(context, wanted, snapshot)
    : await compareAll(context, wanted, snapshot);
  // Formulas of the tables refer to sheets of the add-in, so those sheets are added first.
  const inOrder = [...wanted].sort((a, b) => Number(b.isNew) - Number(a.isNew));
  const jobs = inOrder.flatMap((request): Job[] => {
    const job = planJob(
      request,
      compared.find((each) => each.request === request),
      drawn,
    );
    return request.isNew || job.canvas || !isEmpty(job.write) ? [job] : [];
  });
  if (jobs.length === 0) return null;
  if (isOnWeb() && jobs.reduce((sum, { write }) => sum + sizeOf(carriedBy(write)), 0) > MOST_BYTES)
    throw oversizedWrite();
  return await withoutRefused(
    new Set(),
    (without) => writeAll(context, jobs, without, isQuick ? snapshot : null),
    (part) => part === 'notes' || jobs.some(({ canvas }) => canvas !== null),
  );
}

const compareAll = (
  context: Excel.RequestContext,
  wanted: readonly SheetEdits[],
  snapshot: Snapshot,
): Promise<Compared[]> =>
  compare(context, wanted, snapshot).catch((error: unknown) => {
    if (!isTooLarge(error) || snapshot.large) throw error;
    return compare(context, wanted, { ...snapshot, large: true });
  });

interface Job {
  readonly request: SheetEdits;
  readonly known: Compared | undefined;
  readonly before: SheetBefore;
  readonly write: SheetWrite;
  readonly back: SheetWrite;
  readonly canvas: Canvas | null;
  readonly canvasBack: Canvas | null;
  readonly last: SheetDrawing | null;
}

function planJob(request: SheetEdits, known: Compared | undefined, drawn: Drawn): Job {
  const { drawing, edits } = request;
  const name = known?.snapshot.name ?? request.sheet;
  const standing = known?.before ?? NOTHING_BEFORE;
  const last = (known && drawn.get(known.snapshot.id)) ?? null;
  const canvas = drawing ? canvasOf(name, drawing, drawnBefore(known)) : null;
  // Edits are applied to the sheet as drawn.
  const before = canvas ? { ...standing, used: usedOf(canvas), numberFormats: codesOf(canvas, edits) } : standing;
  const write = planWrite(name, edits, before, mergesOf(request, known));
  const back = restoring(write, canvas ? standing : before);
  if (known?.snapshot.protection?.formats === false) leaveFormats(name, write, back);
  return {
    request,
    known,
    before,
    write,
    last,
    canvas: canvas && writtenOver(canvas, write),
    back,
    canvasBack: canvas && known?.drawn ? canvasBefore(standing, known.drawn, known.snapshot, last) : null,
  };
}

const mergesOf = ({ drawing }: SheetEdits, known: Compared | undefined): readonly Area2D[] =>
  drawing?.merges ?? known?.snapshot.merges ?? [];

const drawnBefore = (known: Compared | undefined): Parameters<typeof canvasOf>[2] =>
  known?.drawn ? { contents: known.before, drawn: known.drawn } : null;

/**
 * For a sheet with locked number formats. A formula in a text cell would stay text unless the format changed, so such a
 * write is refused.
 */
function leaveFormats(name: string, write: SheetWrite, back: SheetWrite): void {
  if (write.numberFormats.size > 0) throw protectedSheet(name);
  back.numberFormats.clear();
}

/** Merges the contents of edits into the drawing, so that each cell is written once. */
function writtenOver(canvas: Canvas, { contents }: SheetWrite): Canvas {
  const inputs = canvas.inputs.map((row) => [...row]);
  for (const [key, input] of contents) {
    const { row, column } = addressOfKey(key);
    const line = inputs[row];
    if (!line || column >= line.length) continue;
    line[column] = input;
    contents.delete(key);
  }
  return { ...canvas, inputs };
}

const usedOf = ({ inputs, numberFormats }: Canvas): SheetBefore['used'] => ({
  top: 0,
  left: 0,
  values: inputs,
  formulas: inputs,
  numberFormats,
});
const codesOf = ({ numberFormats }: Canvas, edits: SheetEdits['edits']): Map<CellKey, string> =>
  new Map(
    edits.flatMap((edit) =>
      'at' in edit ? [[keyOf(edit.at), numberFormats[edit.at.row]?.[edit.at.column] ?? 'General'] as const] : [],
    ),
  );

const idOf = ({ request, known }: Job): string => known?.snapshot.id ?? request.sheet;
const nameOf = ({ request, known }: Job): string => known?.snapshot.name ?? request.sheet;
const chartsOf = ({ known }: Job): string[] => known?.drawn?.charts.map(({ name }) => name).filter(isChartName) ?? [];

async function writeAll(
  context: Excel.RequestContext,
  jobs: readonly Job[],
  without: ReadonlySet<Spare>,
  before: Snapshot | null,
): Promise<Applied> {
  const { worksheets } = context.workbook;
  const added = new Map<Job, Excel.Worksheet>();
  const steps = jobs.map((job) => ({
    job,
    uncovered: job.known?.drawn ? uncover(job.known.drawn, !without.has('foldsBefore')) : null,
  }));
  const parcels = steps.map(({ job, uncovered }): Parcel => {
    const { request, known } = job;
    return {
      pieces: piecesOf(job, uncovered, without),
      open: (isBegun) => {
        if (known) return worksheets.getItem(known.snapshot.id);
        if (isBegun) return worksheets.getItem(request.sheet);
        const sheet = worksheets.add(request.sheet);
        sheet.load('id');
        added.set(job, sheet);
        return sheet;
      },
    };
  });
  const removals = without.has('charts')
    ? []
    : steps.flatMap(({ job, uncovered }) => removalOf(job, uncovered, worksheets) ?? []);
  const recordOf = (after: readonly Written['after'][]): Written[] =>
    steps.map(({ job, uncovered }, position) => ({
      key: idOf(job),
      name: nameOf(job),
      isNew: job.request.isNew,
      back: job.back,
      canvas: job.canvasBack && (uncovered?.addTo(job.canvasBack) ?? job.canvasBack),
      drawing: job.request.drawing ?? null,
      last: job.last,
      after: after[position] ?? [],
      ...notesAfter(job, without),
      wasProtected: (job.known?.snapshot.protection ?? null) !== null,
    }));
  const patch = before && !without.has('notes') ? patchOf(context, before, jobs) : null;
  const sent = { requests: 0 };
  try {
    const after = await send(context, [...parcels, ...removals, ...(patch?.parcels ?? [])], () => {
      sent.requests++;
    });
    return {
      record: recordOf(after).map((written, n) => ({
        ...written,
        key: added.get(jobs[n] as Job)?.id ?? written.key,
      })),
      snapshot: patch?.tell() ?? null,
    };
  } catch (error) {
    if (isRequestTooLarge(error) && sent.requests === 0) throw oversizedWrite();
    return await rollBack(context, recordOf([]), error, without);
  }
}

function notesAfter({ known, write }: Job, without: ReadonlySet<Spare>): Pick<Written, 'notes' | 'noteTexts'> {
  const notes = without.has('notes') ? new Map<CellKey, string | null>() : write.notes;
  return { notes, noteTexts: textsAfter(known?.snapshot.noteTexts ?? [], known?.before.notes ?? new Map(), notes) };
}

const patchOf = ({ workbook }: Excel.RequestContext, before: Snapshot, jobs: readonly Job[]): Patch | null =>
  askPatch(
    workbook,
    before,
    jobs.flatMap(({ known, write }) => (known ? [{ snapshot: known.snapshot, write }] : [])),
  );

/** The drawing of a sheet, then its edits. */
function piecesOf(job: Job, uncovered: Uncovered | null, without: ReadonlySet<Spare>): Piece[] {
  const { before, write } = job;
  const canvas = job.canvas && withoutTrimmings(job.canvas, without);
  const cells = without.has('notes') ? { ...write, notes: new Map() } : write;
  const edits: Piece = {
    perform: (sheet) => {
      perform(sheet, nameOf(job), cells, { names: before.names, hasNote: (key) => before.notes.has(key) });
    },
    ...carriedBy(cells),
    areas: rectanglesOf([...write.contents.keys()]),
  };
  return [...(canvas ? drawingPieces(canvas, chartsOf(job), uncovered) : []), edits];
}

/** Removes the former charts of a sheet that is drawn again. */
function removalOf(job: Job, uncovered: Uncovered | null, worksheets: Excel.WorksheetCollection): Parcel | null {
  const { known, canvas } = job;
  if (!known || !canvas) return null;
  const perform: Piece['perform'] = (sheet) => {
    removeCharts(sheet, canvas, chartsOf(job), uncovered);
  };
  return {
    pieces: [{ perform, carried: [], calls: 50, areas: [] }],
    open: () => worksheets.getItem(known.snapshot.id),
  };
}

async function rollBack(
  context: Excel.RequestContext,
  record: WriteRecord,
  cause: unknown,
  without: ReadonlySet<Spare>,
): Promise<never> {
  try {
    const settle = await putBack(context, record, { as: 'failed', without });
    if (settle()) await context.sync();
  } catch (error) {
    throw because(error, halfWritten(`${codeOf(cause)}, ${codeOf(error)}`));
  }
  throw because(cause, failedWrite(codeOf(cause)));
}
