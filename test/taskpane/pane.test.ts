/** The pane store, with a Door whose answers the test gives by hand. */
import { expect, jest, test } from '@jest/globals';
import { HostError } from '../../src/hosts/host';
import type { Door, Outcome } from '../../src/taskpane/door';
import { startEngine } from '../../src/taskpane/worker/client';
import { createPane, type Pane } from '../../src/taskpane/pane';
import type { BookView } from '../../src/taskpane/worker/view-sheet';
import type { Command } from '../../src/taskpane/worker/plan-command';
import { TEXT } from '../../src/taskpane/text/text';

const VIEW = {
  names: ['Bảng'],
  sheets: [{ sheet: 'Bảng', counts: { error: 0, warning: 0, note: 0 } }],
  previous: null,
  unread: [],
} as unknown as BookView;
const EMPTY = { ...VIEW, names: ['Sheet1'], sheets: [] };

interface Desk {
  readonly pane: Pane;
  readonly calls: string[];
  /** Simulates an edit of the workbook. */
  readonly edit: () => void;
  /** Finishes the running calls, successfully or with a fault. */
  readonly end: (fault?: Error) => Promise<void>;
}

/** `view`: the view of the workbook after every command; `written`: number of cells that a command writes. */
function desk(view = VIEW, written = 1): Desk {
  const calls: string[] = [];
  let ends: ((fault?: Error) => void)[] = [];
  let edit = (): void => undefined;
  const slow = <T>(value: T): Promise<T> =>
    new Promise((resolve, reject) => {
      ends.push((fault) => {
        if (fault) reject(fault);
        else resolve(value);
      });
    });
  const door: Door = {
    kind: 'excel',
    read: () => {
      calls.push('read');
      return slow(view);
    },
    run: (command: Command) => {
      calls.push(command.kind);
      return slow<Outcome>({ view, written, leftOut: [] });
    },
    undo: () => slow(view),
    canUndo: () => false,
    clearFilter: () => {
      calls.push('clearFilter');
      return slow(undefined);
    },
    reveal: () => Promise.resolve(),
    watch: (changed) => {
      edit = changed;
      return () => undefined;
    },
  };
  const engine = startEngine(() => ({
    onmessage: null,
    onerror: null,
    postMessage: () => undefined,
    terminate: () => undefined,
  }));
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  return {
    pane: createPane(engine, door),
    calls,
    edit: () => {
      edit();
    },
    end: async (fault) => {
      const now = ends;
      ends = [];
      for (const each of now) each(fault);
      await turn();
    },
  };
}

test('what somebody edits while the pane is at work is read afterwards, once', async () => {
  const { pane, calls, edit, end } = desk();
  pane.setLive(true);
  void pane.compute();
  edit();
  edit();
  expect(calls).toEqual(['fill']);
  await end();
  expect(calls).toEqual(['fill', 'read']);
  await end();
  expect(calls).toEqual(['fill', 'read']);
  expect(pane.state().busy).toBeNull();
  // The notice of the computation is still shown.
  expect(pane.state().notice?.kind).toBe('success');
});

test('after causes typed one after the other, results are filled in once, when typing pauses', async () => {
  jest.useFakeTimers();
  try {
    const { pane, calls, end } = desk();
    const refill = (): Promise<Outcome> => {
      calls.push('refill');
      return Promise.resolve({ view: VIEW, written: 3, leftOut: [] });
    };
    Object.assign(pane.door, { refill });
    const done = async (): Promise<void> => {
      const ended = end();
      await jest.advanceTimersByTimeAsync(1);
      await ended;
    };
    void pane.compute();
    await done();
    for (const cause of ['Chậm', 'Muộn', 'Thiếu']) {
      void pane.writeCause(0, 0, cause);
      await jest.advanceTimersByTimeAsync(0);
      await done();
      expect(pane.state().notice?.text).toBe(TEXT.causeSaved);
      await jest.advanceTimersByTimeAsync(1000);
    }
    expect(calls).toEqual(['fill', 'cause', 'cause', 'cause']);
    await jest.advanceTimersByTimeAsync(5000);
    expect(calls).toEqual(['fill', 'cause', 'cause', 'cause', 'refill']);
    // The refill is silent: the previous notice is still shown.
    expect(pane.state().notice?.text).toBe(TEXT.causeSaved);
    void pane.writeCause(0, 0, 'Khác');
    await jest.advanceTimersByTimeAsync(0);
    await done();
    void pane.compute();
    await done();
    await jest.advanceTimersByTimeAsync(5000);
    expect(calls.slice(5)).toEqual(['cause', 'fill']);
  } finally {
    jest.useRealTimers();
  }
});

test('with live checking turned off meanwhile nothing is read', async () => {
  const { pane, calls, edit, end } = desk();
  pane.setLive(true);
  void pane.compute();
  edit();
  pane.setLive(false);
  await end();
  expect(calls).toEqual(['fill']);
});

test('a filter in the way is offered to be taken off; one press does it and computes', async () => {
  const { pane, calls, end } = desk();
  void pane.compute();
  await end(new HostError('filtered-sheet', 'Trang «Bảng» đang lọc.'));
  expect(pane.state().notice).toMatchObject({ code: 'CCHC910', offer: 'clearFilter' });
  void pane.clearFilter();
  await end();
  expect(calls).toEqual(['fill', 'clearFilter', 'fill']);
  await end();
  expect(pane.state().notice?.kind).toBe('success');
  void pane.clearFilter();
  await end(new HostError('protected-sheet', 'Trang «Bảng» đang được bảo vệ.'));
  expect(calls).toEqual(['fill', 'clearFilter', 'fill', 'clearFilter']);
  expect(pane.state().notice).toMatchObject({ code: 'CCHC901' });
  expect(pane.state().notice?.offer).toBeUndefined();
});

test('a tab that is asked for closes the task that stood in its place', () => {
  const { pane } = desk();
  pane.show({ task: { kind: 'prose' } });
  pane.show({ notice: null });
  expect(pane.state().task).toEqual({ kind: 'prose' });
  pane.show({ tab: 'issues' });
  expect(pane.state()).toMatchObject({ tab: 'issues', task: null });
});

test('a workbook without anything to read is an error in words; a table with errors is not called right', async () => {
  const unread = desk(EMPTY, 0);
  void unread.pane.compute();
  await unread.end();
  expect(unread.pane.state().notice).toEqual({
    kind: 'error',
    text: 'Chưa đọc được bảng tổng hợp nào. Mọi trang tính đều trống.',
    code: null,
  });
  const faulty = desk(
    { ...VIEW, sheets: VIEW.sheets.map((each) => ({ ...each, counts: { ...each.counts, error: 2 } })) },
    0,
  );
  void faulty.pane.compute();
  await faulty.end();
  expect(faulty.pane.state().notice?.text).toBe(
    'Kết quả đã có đủ trong bảng, không có ô nào cần ghi thêm. Còn 2 lỗi, xem thẻ Lỗi.',
  );
});
