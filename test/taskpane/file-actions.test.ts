/**
 * @jest-environment jsdom
 *
 * Files that are dropped while the pane is at work, with a door whose answers the test gives by hand.
 */
import { expect, test } from '@jest/globals';
import type { Outcome } from '../../src/taskpane/door';
import { fileActions } from '../../src/taskpane/file-actions';
import type { FileDoor } from '../../src/taskpane/file-door';
import { createPane } from '../../src/taskpane/pane';
import { startEngine } from '../../src/taskpane/worker/client';
import type { BookView } from '../../src/taskpane/worker/view-sheet';
import { eventually } from '../kit/eventually';

const VIEW = {
  names: ['Bảng'],
  sheets: [{ sheet: 'Bảng', counts: { error: 0, warning: 0, note: 0 } }],
  previous: null,
  unread: [],
} as unknown as BookView;

test('they are opened after it and after what was typed meanwhile, one drop after the other', async () => {
  const calls: string[] = [];
  const ends: (() => void)[] = [];
  const slow = <T>(call: string, value: T): Promise<T> => {
    calls.push(call);
    return new Promise((resolve) => {
      ends.push(() => resolve(value));
    });
  };
  const door: FileDoor = {
    kind: 'file',
    bytes: () => new Uint8Array(1),
    steps: () => [],
    open: ([first]) => slow(`open ${first ?? ''}`, VIEW),
    read: () => slow('read', VIEW),
    run: ({ kind }) => slow<Outcome>(kind, { view: VIEW, written: 1, leftOut: [] }),
    undo: () => slow('undo', VIEW),
    canUndo: () => false,
    reveal: () => Promise.resolve(),
    watch: () => () => undefined,
  };
  const engine = startEngine(() => ({
    onmessage: null,
    onerror: null,
    postMessage: () => undefined,
    terminate: () => undefined,
  }));
  const pane = createPane(engine, door);
  const files = fileActions(pane, door, () => true);
  /** Lets everything end that runs; the next thing that the door is asked for is the last of `then`. */
  const end = async (then: readonly string[]): Promise<void> => {
    for (const each of ends.splice(0)) each();
    await eventually(() => {
      expect(calls).toEqual(then);
      return Promise.resolve();
    });
  };
  const drop = (byte: number): Promise<void> => {
    const file = new File([], `${byte}.xlsx`);
    // The page of the test knows files, but not how to read them.
    return files.openFiles([
      Object.assign(file, { arrayBuffer: () => Promise.resolve(new Uint8Array([byte]).buffer) }),
    ]);
  };

  void pane.compute();
  void pane.type([{ at: { row: 1, column: 1 }, text: '2' }], 'Bảng');
  const dropped = [drop(1), drop(2)];
  await end(['fill', 'type']);
  expect(pane.state().fileName).toBeNull();
  await end(['fill', 'type', 'open 1']);
  await end(['fill', 'type', 'open 1', 'open 2']);
  expect(pane.state().fileName).toBe('1.xlsx');
  await end(['fill', 'type', 'open 1', 'open 2']);
  await Promise.all(dropped);
  expect(pane.state().fileName).toBe('2.xlsx');
});
