/** The workbook that is open in Excel: the host reads and writes, the worker computes. */
import type { Address } from '../core/values/address';
import type { Host } from '../hosts/host';
import type { Door, Outcome } from './door';
import type { Engine } from './worker/client';
import type { Source } from './worker/protocol';
import type { BookView } from './worker/view-sheet';
import type { Command } from './worker/plan-command';

/** What the Excel host can do beyond reading and writing. */
interface ExcelHost extends Host {
  reveal(sheet: string, at: Address): Promise<void>;
  /** All or nothing, and one step to take back. */
  group<T>(work: () => Promise<T>): Promise<T>;
  clearFilter(): Promise<void>;
  undo(): Promise<void>;
  canUndo(): boolean;
  selection(): Promise<{ readonly sheet: string; readonly at: Address }>;
  watch(changed: () => void, activated: (sheet: string) => void): Promise<() => Promise<void>>;
}

export function excelDoor(host: ExcelHost, engine: Engine): Door {
  const read = async (): Promise<BookView> => {
    const { sheets, structureLocked = false } = await host.readBook();
    const source: Source = {
      kind: 'grids',
      sheets: sheets.map((sheet) => ({ name: sheet.name, visibility: sheet.visibility, grid: sheet.grid() })),
      structureLocked,
    };
    const view = await engine.call('open', source);
    engine.remember(source);
    return view;
  };
  const perform = async (command: Command): Promise<Pick<Outcome, 'written' | 'leftOut'>> => {
    const { edits, leftOut } = await engine.call('plan', command);
    if (edits.length > 0) await host.applyEdits(edits);
    const written = edits.reduce((count, each) => count + each.edits.length + (each.drawing ? 1 : 0), 0);
    return { written, leftOut };
  };
  return {
    kind: 'excel',
    read,
    run: (command, refill) =>
      host.group(async () => {
        // Somebody may have typed since the last look, or nobody has looked yet.
        const before = command.kind === 'fill' || command.kind === 'clear' ? await read() : null;
        const { written, leftOut } = await perform(command);
        const view = written === 0 && before ? before : await read();
        if (!refill) return { written, leftOut, view };
        const more = await perform({ kind: 'fill' });
        return { ...more, written: written + more.written, view: more.written === 0 ? view : await read() };
      }),
    clearFilter: () => host.clearFilter(),
    async undo() {
      await host.undo();
      return read();
    },
    canUndo: () => host.canUndo(),
    reveal: (sheet, at) => host.reveal(sheet, at),
    selection: () => host.selection(),
    watch(changed, activated) {
      const started = host.watch(changed, activated);
      // An Excel that tells of no changes is one that is asked again at every button.
      started.catch(() => undefined);
      return () => {
        started.then((stop) => stop()).catch(() => undefined);
      };
    },
  };
}
