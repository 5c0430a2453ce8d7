/** Door to the workbook open in Excel: the host reads and writes, the worker computes. */
import type { Address } from '../core/values/address';
import type { Book } from '../core/model/workbook/grid';
import type { Host } from '../hosts/host';
import type { Door, Outcome } from './door';
import type { Engine } from './worker/client';
import type { Source } from './worker/protocol';
import type { BookView } from './worker/view-sheet';
import type { Command } from './worker/plan-command';

/** The functions of the Excel host beyond reading and writing. */
interface ExcelHost extends Host {
  reveal(sheet: string, at: Address): Promise<void>;
  /** The workbook as last known, without a request; null if it has to be read. */
  now(): Book | null;
  /** Runs `work` as one transaction and one undo step, or as a part of the last step. */
  group<T>(work: () => Promise<T>, joins?: boolean): Promise<T>;
  clearFilter(): Promise<void>;
  undo(): Promise<Book>;
  canUndo(): boolean;
  selection(): Promise<{ readonly sheet: string; readonly at: Address }>;
  watch(changed: () => void, activated: (sheet: string) => void): Promise<() => Promise<void>>;
}

export function excelDoor(host: ExcelHost, engine: Engine): Door {
  /** Resolves when edits by others are being reported. */
  let watched: Promise<unknown> = Promise.resolve();
  const open = async ({ sheets, structureLocked = false }: Book): Promise<BookView> => {
    const source: Source = {
      kind: 'grids',
      sheets: sheets.map((sheet) => ({ name: sheet.name, visibility: sheet.visibility, grid: sheet.grid() })),
      structureLocked,
    };
    const view = await engine.call('open', source);
    engine.remember(source);
    return view;
  };
  const read = (): Promise<BookView> => watched.then(() => host.readBook()).then(open);
  const latest = async (): Promise<BookView> => open(host.now() ?? (await host.readBook()));
  const perform = async (command: Command): Promise<Pick<Outcome, 'written' | 'leftOut'>> => {
    const { edits, leftOut } = await engine.call('plan', command);
    if (edits.length > 0) await host.applyEdits(edits);
    const written = edits.reduce((count, each) => count + each.edits.length + (each.drawing ? 1 : 0), 0);
    return { written, leftOut };
  };
  return {
    kind: 'excel',
    read,
    run: (command) =>
      host.group(async () => {
        // The workbook may have been edited since the last reading, or may not have been read yet.
        const before = command.kind === 'fill' || command.kind === 'clear' ? await read() : null;
        const done = await perform(command);
        return { ...done, view: done.written > 0 ? await latest() : (before ?? (await read())) };
      }),
    refill: () =>
      host.group(async () => {
        const before = await read();
        const done = await perform({ kind: 'fill' });
        return { ...done, view: done.written > 0 ? await read() : before };
      }, true),
    clearFilter: () => host.clearFilter(),
    undo: () => host.undo().then(open),
    canUndo: () => host.canUndo(),
    reveal: (sheet, at) => host.reveal(sheet, at),
    selection: () => host.selection(),
    watch(changed, activated) {
      const started = host.watch(changed, activated);
      // If Excel cannot report changes, the workbook is read again at every button.
      watched = started.catch(() => undefined);
      return () => {
        started.then((stop) => stop()).catch(() => undefined);
      };
    },
  };
}
