/**
 * Writes in one batch, and puts everything back when an action of it fails, because Excel keeps the actions before the
 * failing one. The same record undoes a finished write.
 */
import { addressOfKey, keyOf, type CellKey } from '../../../core/values/address';
import type { SheetEdits } from '../../../core/model/edit';
import type { SheetDrawing } from '../../../core/model/sheet-drawing';
import { isChartName } from '../../marks/chart-names';
import { rectanglesOf } from '../../marks/rectangles';
import { canvasBefore, canvasOf, withoutTrimmings, type Canvas } from '../draw/canvas';
import { compare, type Compared } from './compare';
import { drawingPieces, type Piece } from '../draw/draw';
import { removeCharts } from '../draw/draw-charts';
import {
  because,
  codeOf,
  failedWrite,
  halfWritten,
  isRequestTooLarge,
  isTooLarge,
  oversizedWrite,
  protectedSheet,
} from '../faults';
import { perform } from './perform';
import { planWrite } from './plan-write';
import { putBack, type WriteRecord, type Written } from '../undo/put-back';
import { readWorkbook } from '../read/read';
import { withoutRefused, type Spare } from '../draw/refusals';
import { BYTES_PER_CALL, bytesOf, MOST_BYTES, send, type Parcel } from './send';
import { isOnWeb } from '../session';
import { isEmpty, NOTHING_BEFORE, restoring, type SheetBefore, type SheetWrite } from './sheet-write';
import type { Snapshot } from '../read/snapshot';
import { uncover } from '../draw/uncover';

/** Last drawing of each sheet, by its id, as long as the pane is open. */
export type Drawn = Map<string, SheetDrawing>;

/** One request a sheet, in the order given. */
function gather(requests: readonly SheetEdits[]): SheetEdits[] {
  const wanted = new Map<string, SheetEdits>();
  for (const request of requests) {
    if (!request.isNew && !request.drawing && request.edits.length === 0) continue;
    const key = request.sheet.toLowerCase();
    const known = wanted.get(key);
    wanted.set(
      key,
      known
        ? {
            ...known,
            ...(request.drawing ? { drawing: request.drawing } : {}),
            isNew: known.isNew || request.isNew,
            edits: [...known.edits, ...request.edits],
          }
        : request,
    );
  }
  return [...wanted.values()];
}

/** Null where there was nothing to write. */
export async function applyAll(
  context: Excel.RequestContext,
  requests: readonly SheetEdits[],
  read: Snapshot | null,
  drawn: Drawn,
): Promise<WriteRecord | null> {
  const wanted = gather(requests);
  if (wanted.length === 0) return null;
  const snapshot = read ?? (await readWorkbook(context));
  const compared = await compare(context, wanted, snapshot).catch((error: unknown) => {
    if (!isTooLarge(error) || snapshot.large) throw error;
    return compare(context, wanted, { ...snapshot, large: true });
  });
  const jobs = wanted.flatMap((request): Job[] => {
    const job = planJob(
      request,
      compared.find((each) => each.request === request),
      drawn,
    );
    return request.isNew || job.canvas || !isEmpty(job.write) ? [job] : [];
  });
  if (jobs.length === 0) return null;
  if (isOnWeb() && jobs.reduce((sum, { write }) => sum + sizeOf(write), 0) > MOST_BYTES) throw oversizedWrite();
  return await withoutRefused(
    new Set(),
    (without) => writeAll(context, jobs, without),
    (part) => part === 'remarks' || jobs.some(({ canvas }) => canvas !== null),
  );
}

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
  const canvas = drawing
    ? canvasOf(name, drawing, known?.drawn ? { contents: standing, drawn: known.drawn } : null)
    : null;
  // Edits find the sheet as it was drawn.
  const before = canvas ? { ...standing, used: usedOf(canvas), numberFormats: codesOf(canvas, edits) } : standing;
  const write = planWrite(name, edits, before, drawing?.merges ?? known?.snapshot.merges ?? []);
  const back = restoring(write, canvas ? standing : before);
  if (known?.snapshot.protection?.formats === false) {
    // A cell of text would keep a formula as text: its number format would have to change.
    if (write.numberFormats.size > 0) throw protectedSheet(name);
    back.numberFormats.clear();
  }
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

/** Contents of edits are drawn along, so that each cell is written once. */
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

async function writeAll(
  context: Excel.RequestContext,
  jobs: readonly Job[],
  without: ReadonlySet<Spare>,
): Promise<WriteRecord> {
  const { worksheets } = context.workbook;
  const ids = new Map<Job, Excel.Worksheet>();
  const uncovered = new Map(
    jobs.map((job) => [job, job.known?.drawn ? uncover(job.known.drawn, !without.has('foldsBefore')) : null]),
  );
  const chartsOf = ({ known }: Job): string[] => known?.drawn?.charts.map(({ name }) => name).filter(isChartName) ?? [];
  const parcels = jobs.map((job): Parcel => {
    const { request, known, before, write } = job;
    const canvas = job.canvas && withoutTrimmings(job.canvas, without);
    const name = known?.snapshot.name ?? request.sheet;
    const cells = without.has('remarks') ? { ...write, remarks: new Map() } : write;
    const edits: Piece = {
      perform: (sheet) => {
        perform(sheet, name, cells, { names: before.names, hasRemark: (key) => before.remarks.has(key) });
      },
      carried: [],
      calls: 0,
      areas: rectanglesOf([...write.contents.keys()]),
    };
    return {
      pieces: [...(canvas ? drawingPieces(canvas, chartsOf(job), uncovered.get(job)) : []), edits],
      open: (isBegun) => {
        if (known) return worksheets.getItem(known.snapshot.id);
        if (isBegun) return worksheets.getItem(request.sheet);
        const sheet = worksheets.add(request.sheet);
        sheet.load('id');
        ids.set(job, sheet);
        return sheet;
      },
    };
  });
  const removals = jobs.flatMap((job): Parcel[] => {
    const { known, canvas } = job;
    if (!known || !canvas || without.has('charts')) return [];
    const perform: Piece['perform'] = (sheet) => {
      removeCharts(sheet, canvas, chartsOf(job), uncovered.get(job) ?? null);
    };
    return [
      { pieces: [{ perform, carried: [], calls: 50, areas: [] }], open: () => worksheets.getItem(known.snapshot.id) },
    ];
  });
  const recordOf = (after: readonly Written['after'][]): Written[] =>
    jobs.map((job, at) => {
      const { request, known, back, canvasBack, last } = job;
      return {
        key: known?.snapshot.id ?? request.sheet,
        name: known?.snapshot.name ?? request.sheet,
        isNew: request.isNew,
        back,
        canvas: canvasBack && (uncovered.get(job)?.addTo(canvasBack) ?? canvasBack),
        drawing: request.drawing ?? null,
        last,
        after: after[at] ?? [],
      };
    });
  const sent = { requests: 0 };
  try {
    const after = await send(context, [...parcels, ...removals], () => {
      sent.requests++;
    });
    return recordOf(after).map((written, at) => ({ ...written, key: ids.get(jobs[at] as Job)?.id ?? written.key }));
  } catch (error) {
    if (isRequestTooLarge(error) && sent.requests === 0) throw oversizedWrite();
    return await rollBack(context, recordOf([]), error, without);
  }
}

const sizeOf = (write: SheetWrite): number =>
  [write.contents, write.numberFormats, write.looks, write.remarks].reduce(
    (sum, cells: ReadonlyMap<number, unknown>) =>
      sum + rectanglesOf([...cells.keys()]).length * BYTES_PER_CALL + bytesOf([...cells.values()]),
    write.remarks.size * BYTES_PER_CALL + write.fills.size * 12 + bytesOf(write.names ?? []),
  );

async function rollBack(
  context: Excel.RequestContext,
  record: WriteRecord,
  cause: unknown,
  without: ReadonlySet<Spare>,
): Promise<never> {
  try {
    await putBack(context, record, false, without);
  } catch (error) {
    throw because(error, halfWritten(`${codeOf(cause)}, ${codeOf(error)}`));
  }
  throw because(cause, failedWrite(codeOf(cause)));
}
