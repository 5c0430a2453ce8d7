/**
 * @jest-environment jsdom
 *
 * Files dropped while the pane is busy, with a Door whose answers the test gives by hand.
 */
import { expect, test } from '@jest/globals';
import { HostError } from '../../src/hosts/host';
import type { Outcome } from '../../src/taskpane/door';
import { fileActions, type FileActions } from '../../src/taskpane/file-actions';
import type { FileDoor } from '../../src/taskpane/file-door';
import { createPane, type Pane } from '../../src/taskpane/pane';
import { startEngine } from '../../src/taskpane/worker/client';
import type { BookView } from '../../src/taskpane/worker/view-sheet';
import { eventually } from '../kit/programs/eventually';

const VIEW = {
  names: ['Bảng'],
  sheets: [{ sheet: 'Bảng', counts: { error: 0, warning: 0, note: 0 } }],
  previous: null,
  unread: [],
} as unknown as BookView;

function atTheDoor(answers: Partial<FileDoor>): { readonly pane: Pane; readonly files: FileActions } {
  const done: Outcome = { view: VIEW, written: 1, leftOut: [] };
  const door: FileDoor = {
    kind: 'file',
    bytes: () => new Uint8Array(1),
    steps: () => [],
    open: () => Promise.resolve(VIEW),
    read: () => Promise.resolve(VIEW),
    run: () => Promise.resolve(done),
    undo: () => Promise.resolve(VIEW),
    canUndo: () => false,
    reveal: () => Promise.resolve(),
    watch: () => () => undefined,
    ...answers,
  };
  const engine = startEngine(() => ({
    onmessage: null,
    onerror: null,
    postMessage: () => undefined,
    terminate: () => undefined,
  }));
  const pane = createPane(engine, door);
  return { pane, files: fileActions(pane, door, () => true) };
}

/** jsdom has files but cannot read them. */
const fileOf = (name: string, byte: number): File =>
  Object.assign(new File([], name), { arrayBuffer: () => Promise.resolve(new Uint8Array([byte]).buffer) });

test('one that cannot be read is told with its reason, and stands in no list', async () => {
  const { pane, files } = atTheDoor({
    open: ([first]) =>
      first === 0 ? Promise.reject(new HostError('encrypted-file', 'Tệp được đặt mật khẩu.')) : Promise.resolve(VIEW),
  });
  const names = (): readonly string[] => pane.state().files.map(({ name }) => name);
  await files.openFiles([fileOf('khóa.xlsx', 0), fileOf('xã A.xlsx', 1), fileOf('xã B.xlsx', 2)]);
  expect([pane.state().fileName, names()]).toEqual(['xã A.xlsx', ['xã A.xlsx', 'xã B.xlsx']]);
  expect(pane.state().notice).toMatchObject({ kind: 'error' });
  expect(pane.state().notice?.text).toMatch(/^2 tệp .* Không mở được «khóa\.xlsx»: Tệp được đặt mật khẩu/);
  await files.openFiles([fileOf('một.xlsx', 0), fileOf('hai.xlsx', 0)]);
  expect(pane.state().notice?.text).toMatch(/«một\.xlsx»: .*mật khẩu.*«hai\.xlsx»: .*mật khẩu/);
  await files.openFiles([fileOf('khóa.xlsx', 0), fileOf('ảnh.png', 1)]);
  expect(pane.state().notice?.text).toMatch(/«khóa\.xlsx»: .*mật khẩu.*Không mở «ảnh\.png»/);
  expect(names()).toEqual(['xã A.xlsx', 'xã B.xlsx']);
});

test('they are opened after it and after what was typed meanwhile, one drop after the other', async () => {
  const calls: string[] = [];
  const ends: (() => void)[] = [];
  const slow = <T>(call: string, value: T): Promise<T> => {
    calls.push(call);
    return new Promise((resolve) => {
      ends.push(() => resolve(value));
    });
  };
  const { pane, files } = atTheDoor({
    open: ([first]) => slow(`open ${first ?? ''}`, VIEW),
    read: () => slow('read', VIEW),
    run: ({ kind }) => slow<Outcome>(kind, { view: VIEW, written: 1, leftOut: [] }),
    undo: () => slow('undo', VIEW),
  });
  /** Finishes all running calls; afterwards the calls to the Door must equal `then`. */
  const end = async (then: readonly string[]): Promise<void> => {
    for (const each of ends.splice(0)) each();
    await eventually(() => {
      expect(calls).toEqual(then);
      return Promise.resolve();
    });
  };
  const drop = (byte: number): Promise<void> => files.openFiles([fileOf(`${byte}.xlsx`, byte)]);

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
