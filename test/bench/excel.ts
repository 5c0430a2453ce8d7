/**
 * Bench (d): the pane's commands in Excel, with Microsoft's genuine client and a simulated host: the number of round
 * trips and the size of the requests.
 */
import type { Grid } from '../../src/core/model/workbook/grid';
import { excelHost } from '../../src/hosts/excel/excel-host';
import { nodeCodec } from '../../src/hosts/xlsx-file/zip/codec-node';
import { openXlsx } from '../../src/hosts/xlsx-file/xlsx-file';
import { excelDoor } from '../../src/taskpane/excel-door';
import type { Engine } from '../../src/taskpane/worker/client';
import type { EngineCalls } from '../../src/taskpane/worker/protocol';
import { createSession } from '../../src/taskpane/worker/session';
import { buildBigWorkbook } from '../kit/files/big-workbook';
import { simulatedExcel, type Exchange, type SimulatedExcel } from '../kit/excel/simulated-excel';

export interface CommandResult {
  readonly command: string;
  readonly units: number;
  readonly syncs: number;
  readonly sentMegabytes: number;
  readonly receivedMegabytes: number;
  /** Actions in the largest request. */
  readonly actions: number;
}

/** Positions in the workbook of `buildBigWorkbook`: an appraised score and a sum of appraised scores. */
const [SCORE_ROW, SUM_ROW, FIRST_SCORE, COLUMNS_OF_UNIT, TOO_MANY] = [11, 13, 4, 2, 9];

/** The engine of the worker, called without a worker. */
function engineHere(): Engine {
  const calls = createSession(nodeCodec, () => undefined);
  return {
    call: (method, ...args) =>
      Promise.resolve((calls[method] as (...given: typeof args) => ReturnType<EngineCalls[typeof method]>)(...args)),
    remember: () => undefined,
    rememberPrevious: () => undefined,
    cancel: () => undefined,
    onStep: () => undefined,
  };
}

/** A first click (results, marks, notes, both result sheets), then each command of the pane in turn. */
export async function benchCommands(units: number, items: number): Promise<CommandResult[]> {
  const grids = openXlsx(buildBigWorkbook({ units, items }), nodeCodec).book.sheets.map((sheet) =>
    withFaults(sheet.grid()),
  );
  const excel = simulatedExcel({ grids });
  await excel.install();
  excel.tell(() => 0);
  const host = excelHost();
  const engine = engineHere();
  const door = excelDoor(host, engine);
  door.watch(
    () => undefined,
    () => undefined,
  );
  const first = await door.read();
  const sheet = first.first ?? '';
  const results: CommandResult[] = [];
  const measure = async (command: string, work: () => Promise<unknown>): Promise<void> => {
    excel.forget();
    await work();
    results.push({ command, units, ...counted(excel) });
  };
  const losses = async () => {
    const ask = { sheet, by: 'unit', search: '', withoutCause: true, unit: null, limit: 2 } as const;
    return (await engine.call('deductions', ask)).groups.flatMap(({ rows }) => rows);
  };
  const [one, other] = await losses();
  if (!one || !other) throw new Error('nobody lost anything');
  const cause = (of: typeof one) => ({ kind: 'cause', sheet, unit: of.unit, item: of.item, text: 'Chậm' }) as const;
  await measure('«Tính chỉ số»', () => door.run({ kind: 'fill' }, false));
  await measure('một nguyên nhân', () => door.run(cause(one), false));
  await measure('vẽ lại khi ngừng gõ', () => door.refill?.() ?? Promise.resolve());
  const fix = { kind: 'type', sheet, cells: [{ at: other.at, text: other.points.split('/')[1] ?? '' }] } as const;
  await measure('sửa một điểm', () => door.run(fix, false));
  await measure('hoàn tác việc sửa', () => door.undo());
  await measure('hoàn tác nguyên nhân và lần vẽ lại', () => door.undo());
  await measure('hoàn tác «Tính chỉ số»', () => door.undo());
  return results;
}

/** Puts scores above their maximum and wrong sums into every sixth unit, so that faults are marked beside losses. */
function withFaults(grid: Grid): Grid {
  const values = grid.values.map((row) => [...(row ?? [])]);
  for (let column = FIRST_SCORE; column < grid.columnCount; column += 6 * COLUMNS_OF_UNIT) {
    const [sum, score] = [values[SUM_ROW], values[SCORE_ROW]];
    if (score) score[column] = TOO_MANY;
    if (sum) sum[column + COLUMNS_OF_UNIT] = TOO_MANY;
  }
  return { ...grid, values };
}

function counted({ exchanges }: SimulatedExcel): Omit<CommandResult, 'command' | 'units'> {
  const megabytes = (of: (exchange: Exchange) => number): number =>
    exchanges.reduce((sum, each) => sum + of(each), 0) / 1e6;
  return {
    syncs: exchanges.length,
    sentMegabytes: megabytes(({ requestBytes }) => requestBytes),
    receivedMegabytes: megabytes(({ responseBytes }) => responseBytes),
    actions: Math.max(0, ...exchanges.map(({ actions }) => actions)),
  };
}
