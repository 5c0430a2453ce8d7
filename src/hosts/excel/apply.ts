/**
 * Writes in one batch, and puts everything back when any action of it fails: Excel keeps what came before the failing one. The same record
 * undoes a finished write.
 */
import { toA1Range, type Area2D } from '../../core/model/address';
import type { SheetEdits } from '../../core/model/edit';
import { rectanglesOf } from '../marks/rectangles';
import { because, changedSinceWrite, codeOf, failedWrite, halfWritten, isRequestTooLarge, isTooLarge, oversizedWrite } from './faults';
import { compare, type Compared } from './compare';
import { perform } from './perform';
import { planWrite } from './plan-write';
import { listNames, readWorkbook } from './read';
import { locateRemarks, remarkPaths } from './remarks';
import { isOnWeb } from './session';
import { emptyWrite, isEmpty, NOTHING_BEFORE, restoring, type SheetBefore, type SheetWrite } from './sheet-write';
import type { Input, Snapshot } from './snapshot';

interface Written {
  /** As Excel knows the sheet; a sheet that was added is known by its name until it is there. */
  readonly key: string;
  readonly name: string;
  readonly isNew: boolean;
  readonly back: SheetWrite;
  /** Formulas of the cells that were written, as Excel told them right after. */
  readonly after: readonly { readonly area: Area2D; readonly formulas: readonly (readonly Input[])[] }[];
}
/** What one write changed, with all that is needed to take it back. */
export type WriteRecord = readonly Written[];

/** An Excel request has at most 5 MB on the web; each call costs some hundred bytes beside what it carries. */
const MOST_BYTES = 4_500_000;
const BYTES_PER_CALL = 500;

/** One request a sheet, in the order given. */
function gather(requests: readonly SheetEdits[]): SheetEdits[] {
  const wanted = new Map<string, SheetEdits>();
  for (const request of requests) {
    if (!request.isNew && request.edits.length === 0) continue;
    const key = request.sheet.toLowerCase();
    const known = wanted.get(key);
    wanted.set(key, known ? { sheet: known.sheet, isNew: known.isNew || request.isNew, edits: [...known.edits, ...request.edits] } : request);
  }
  return [...wanted.values()];
}

/** Null where there was nothing to write. */
export async function applyAll(context: Excel.RequestContext, requests: readonly SheetEdits[], read: Snapshot | null): Promise<WriteRecord | null> {
  const wanted = gather(requests);
  if (wanted.length === 0) return null;
  const snapshot = read ?? (await readWorkbook(context));
  const compared = await compare(context, wanted, snapshot).catch((error: unknown) => {
    if (!isTooLarge(error) || snapshot.large) throw error;
    return compare(context, wanted, { ...snapshot, large: true });
  });
  const jobs = wanted.flatMap((request): Job[] => {
    const known = compared.find((each) => each.request === request);
    const before = known?.before ?? NOTHING_BEFORE;
    const write = planWrite(known?.snapshot.name ?? request.sheet, request.edits, before, known?.snapshot.merges ?? []);
    return request.isNew || !isEmpty(write) ? [{ request, known, before, write }] : [];
  });
  if (jobs.length === 0) return null;
  if (isOnWeb() && jobs.reduce((sum, { write }) => sum + sizeOf(write), 0) > MOST_BYTES) throw oversizedWrite();

  try {
    return await writeAll(context, jobs);
  } catch (error) {
    // Comments stand in for notes on older Excels, where a note that is there already cannot be seen and stands in their way.
    if (!isCommentRefused(error)) throw error;
    for (const { write } of jobs) write.remarks.clear();
    return await writeAll(context, jobs);
  }
}

interface Job {
  readonly request: SheetEdits;
  readonly known: Compared | undefined;
  readonly before: SheetBefore;
  readonly write: SheetWrite;
}

async function writeAll(context: Excel.RequestContext, jobs: readonly Job[]): Promise<WriteRecord> {
  const asked = jobs.map(({ request, known, before, write }) => {
    const sheet = known ? context.workbook.worksheets.getItem(known.snapshot.id) : context.workbook.worksheets.add(request.sheet);
    const name = known?.snapshot.name ?? request.sheet;
    perform(sheet, name, write, { names: before.names, hasRemark: (key) => before.remarks.has(key) });
    const after = askFormulas(sheet, rectanglesOf([...write.contents.keys()]));
    return { key: known?.snapshot.id ?? request.sheet, name, isNew: request.isNew, back: restoring(write, before), after };
  });
  try {
    await context.sync();
  } catch (error) {
    if (isRequestTooLarge(error)) throw oversizedWrite();
    return await rollBack(context, asked.map((each) => ({ ...each, after: [] })), error);
  }
  return asked.map((each) => ({ ...each, after: each.after() }));
}

const isCommentRefused = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof OfficeExtension.Error && /comment/i.test(error.cause.debugInfo.errorLocation ?? '');

function askFormulas(sheet: Excel.Worksheet, areas: readonly Area2D[]): () => { area: Area2D; formulas: Input[][] }[] {
  const asked = areas.map((area) => {
    const range = sheet.getRange(toA1Range(area));
    range.load('formulas');
    return { area, range };
  });
  return () => asked.map(({ area, range }) => ({ area, formulas: range.formulas as Input[][] }));
}

const sizeOf = (write: SheetWrite): number =>
  [write.contents, write.numberFormats, write.looks, write.remarks].reduce(
    (sum, cells: ReadonlyMap<number, unknown>) => sum + rectanglesOf([...cells.keys()]).length * BYTES_PER_CALL + bytesOf([...cells.values()]),
    write.remarks.size * BYTES_PER_CALL + write.fills.size * 12 + bytesOf(write.names ?? []),
  );
/** Office.js sends JSON in UTF-8; most letters of Vietnamese take two bytes or three. */
const bytesOf = (value: unknown): number => {
  const text = JSON.stringify(value);
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) bytes += text.charCodeAt(at) > 0x7ff ? 2 : 1;
  return bytes;
};

async function rollBack(context: Excel.RequestContext, record: WriteRecord, cause: unknown): Promise<never> {
  try {
    await putBack(context, record, false);
  } catch (error) {
    throw because(error, halfWritten(`${codeOf(cause)}, ${codeOf(error)}`));
  }
  throw because(cause, failedWrite(codeOf(cause)));
}

/** Looks at what is there now, then puts back what was there before. With `guarded`, refuses where anybody has written since. */
export async function putBack(context: Excel.RequestContext, record: WriteRecord, guarded: boolean): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load(['items/id', 'items/name', 'items/names/items/name', 'items/names/items/formula', ...remarkPaths()].join(','));
  await context.sync();
  const found = record.map((written) => ({ written, sheet: worksheets.items.find(({ id, name }) => id === written.key || (written.isNew && name === written.key)) }));
  const looked = found.map(({ written, sheet }) => {
    const used = sheet && written.isNew ? sheet.getUsedRange(true) : null;
    used?.load('address');
    return { used, remarks: sheet ? locateRemarks(sheet) : null, formulas: sheet ? askFormulas(sheet, written.after.map(({ area }) => area)) : null };
  });
  if (guarded || record.some(({ back }) => back.remarks.size > 0)) await context.sync();
  if (guarded) {
    found.forEach(({ written, sheet }, at) => {
      const now = looked[at]?.formulas?.().map(({ formulas }) => formulas);
      const isAsWritten = sheet !== undefined && JSON.stringify(now) === JSON.stringify(written.after.map(({ formulas }) => formulas));
      if (!isAsWritten || (looked[at]?.used && !isWithin(written, looked[at].used.address))) throw changedSinceWrite(written.name);
    });
  }
  found.forEach(({ written, sheet }, at) => {
    if (!sheet) return;
    if (written.isNew) {
      sheet.delete();
      return;
    }
    const remarks = written.back.remarks.size > 0 ? looked[at]?.remarks?.() : undefined;
    perform(sheet, written.name, { ...emptyWrite(), ...written.back }, { names: listNames(sheet.names), hasRemark: (key) => remarks?.has(key) ?? false });
  });
  await context.sync();
}

/** True while a sheet of our own holds no more than what was put there. */
function isWithin({ after }: Written, address: string): boolean {
  const box = after.reduce<Area2D | null>(
    (all, { area }) => (all ? { top: Math.min(all.top, area.top), left: Math.min(all.left, area.left), bottom: Math.max(all.bottom, area.bottom), right: Math.max(all.right, area.right) } : area),
    null,
  );
  return address.slice(address.lastIndexOf('!') + 1).replace(/\$/g, '') === (box ? toA1Range(box) : 'A1');
}
