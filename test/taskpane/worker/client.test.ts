/** Messages to the worker: answers reach their calls, and cancelling ends the worker without losing anything. */
import { describe, expect, test } from '@jest/globals';
import { Cancelled, EngineFault, startEngine } from '../../../src/taskpane/worker/client';
import type { Answer, Call } from '../../../src/taskpane/worker/protocol';

type WorkerLike = ReturnType<Parameters<typeof startEngine>[0]>;

/** Workers whose answers the test sends by hand. */
function workers() {
  const started: (WorkerLike & { readonly calls: Call[]; ended: boolean; answer: (answer: Answer) => void })[] = [];
  const start = (): WorkerLike => {
    const calls: Call[] = [];
    const worker = {
      calls,
      ended: false,
      onmessage: null as WorkerLike['onmessage'],
      onerror: null as WorkerLike['onerror'],
      postMessage: (call: Call) => calls.push(call),
      terminate: () => {
        worker.ended = true;
      },
      answer: (answer: Answer) => worker.onmessage?.({ data: answer } as MessageEvent<Answer>),
    };
    started.push(worker);
    return worker;
  };
  return { started, start };
}

const SOURCE = { kind: 'bytes', bytes: new Uint8Array([1, 2]) } as const;

describe('the engine’s client', () => {
  test('hands each answer to the call that asked, and a fault as a fault', async () => {
    const { started, start } = workers();
    const engine = startEngine(start);
    const first = engine.call('repairs', 'Bảng');
    const second = engine.call('repairs', 'Khác');
    started[0]!.answer({ id: 1, kind: 'fault', fault: { code: 'CCHC901', message: 'Trang đang được bảo vệ.' } });
    started[0]!.answer({ id: 0, kind: 'value', value: [] });
    await expect(first).resolves.toEqual([]);
    await expect(second).rejects.toThrow(EngineFault);
  });

  test('cancelling ends the worker, says so to every call; the next call opens the workbook again first', async () => {
    const { started, start } = workers();
    const engine = startEngine(start);
    engine.remember(SOURCE);
    void engine.call('open', SOURCE).catch(() => undefined);
    const running = engine.call('run', { kind: 'fill' }, false);
    engine.cancel();
    await expect(running).rejects.toThrow(Cancelled);
    expect(started[0]!.ended).toBe(true);
    const next = engine.call('repairs', 'Bảng');
    expect(started[1]!.calls.map(({ method }) => method)).toEqual(['reopen', 'repairs']);
    started[1]!.answer({ id: started[1]!.calls[1]!.id, kind: 'value', value: [] });
    await expect(next).resolves.toEqual([]);
  });

  test('what this year is compared with is known to a new worker, whatever it is asked first', () => {
    const { started, start } = workers();
    const engine = startEngine(start);
    const last = { kind: 'sheet', name: 'Năm 2021' } as const;
    engine.remember(SOURCE);
    engine.rememberPrevious(last);
    void engine.call('open', SOURCE).catch(() => undefined);
    engine.cancel();
    void engine.call('open', SOURCE).catch(() => undefined);
    expect(started[1]!.calls.map(({ method, args }) => [method, args])).toEqual([
      ['reopen', [SOURCE, last]],
      ['open', [SOURCE]],
    ]);
  });

  test('a worker that breaks is said and replaced', async () => {
    const { started, start } = workers();
    const engine = startEngine(start);
    const running = engine.call('repairs', 'Bảng');
    started[0]!.onerror?.({ message: 'out of memory' } as ErrorEvent);
    await expect(running).rejects.toThrow('out of memory');
    void engine.call('repairs', 'Bảng').catch(() => undefined);
    expect(started).toHaveLength(2);
  });
});
