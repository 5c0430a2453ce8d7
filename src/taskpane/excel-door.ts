/** The workbook that Excel has open: its host reads and writes, the worker thinks. */
import type { Address } from '../core/model/address';
import type { Host } from '../hosts/host';
import type { Door } from './door';
import type { Engine } from './engine/client';
import type { Source } from './engine/protocol';
import type { BookView, Command } from './engine/views';

/** What the Excel host can do beyond reading and writing. */
export interface ExcelHost extends Host {
  reveal(sheet: string, at: Address): Promise<void>;
  undo(): Promise<void>;
  canUndo(): boolean;
  watch(changed: () => void): () => void;
}

export function excelDoor(host: ExcelHost, engine: Engine): Door {
  const read = async (): Promise<BookView> => {
    const { sheets } = await host.readBook();
    const source: Source = { kind: 'grids', sheets: sheets.map((sheet) => ({ name: sheet.name, visibility: sheet.visibility, grid: sheet.grid() })) };
    const view = await engine.call('open', source);
    engine.remember(source);
    return view;
  };
  const perform = async (command: Command): Promise<number> => {
    const edits = await engine.call('plan', command);
    if (edits.length === 0) return 0;
    await host.applyEdits(edits);
    return edits.reduce((count, each) => count + each.edits.length, 0);
  };
  return {
    kind: 'excel',
    read,
    async run(command, refill) {
      // Somebody may have typed since the last look.
      if (command.kind === 'fill') await read();
      let written = await perform(command);
      if (written === 0 && !refill) return { written, view: await read() };
      const view = await read();
      if (!refill) return { written, view };
      const more = await perform({ kind: 'fill' });
      written += more;
      return { written, view: more === 0 ? view : await read() };
    },
    async undo() {
      await host.undo();
      return read();
    },
    canUndo: () => host.canUndo(),
    reveal: (sheet, at) => host.reveal(sheet, at),
    watch: (changed) => host.watch(changed),
  };
}
