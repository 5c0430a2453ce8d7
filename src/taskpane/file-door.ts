/**
 * Door to a file opened in the worker. The page keeps the bytes of every step, so undo opens the earlier bytes, and a
 * cancelled worker loses nothing.
 */
import type { Door } from './door';
import type { Engine } from './worker/client';
import type { BookView } from './worker/view-sheet';

export interface FileDoor extends Door {
  /** `steps`: the undo steps of a file that was open before. */
  open(bytes: Uint8Array, steps?: readonly Uint8Array[]): Promise<BookView>;
  bytes(): Uint8Array | null;
  steps(): readonly Uint8Array[];
}

/** Maximum number of undo steps, and the maximum memory for all of them. */
const MOST_STEPS = 50;
const MOST_BYTES = 512 << 20;

export function fileDoor(engine: Engine): FileDoor {
  let bytes: Uint8Array | null = null;
  let past: readonly Uint8Array[] = [];
  /** Undone states, the latest last. */
  let future: readonly Uint8Array[] = [];

  const hold = (now: Uint8Array): void => {
    bytes = now;
    engine.remember({ kind: 'bytes', bytes: now });
  };
  const open = async (next: Uint8Array): Promise<BookView> => {
    const view = await engine.call('open', { kind: 'bytes', bytes: next });
    hold(next);
    return view;
  };
  const read = (): Promise<BookView> => (bytes ? open(bytes) : engine.call('open', { kind: 'grids', sheets: [] }));
  /** Opens the last state of `from`. Returns its view, `from` without it, and `to` with the present state added. */
  const step = async (from: readonly Uint8Array[], to: readonly Uint8Array[]) => {
    const [next, now] = [from[from.length - 1], bytes];
    if (!next || !now) return { view: await read(), from, to };
    return { view: await open(next), from: from.slice(0, -1), to: withinReason([...to, now]) };
  };

  return {
    kind: 'file',
    bytes: () => bytes,
    steps: () => past,
    async open(next, steps = []) {
      const view = await open(next);
      past = steps;
      future = [];
      return view;
    },
    read,
    async run(command, refill) {
      const { bytes: after, written, leftOut, view } = await engine.call('run', command, refill);
      if (written > 0 && after && bytes) {
        past = withinReason([...past, bytes]);
        future = [];
        hold(after);
      }
      return { written, leftOut, view };
    },
    async undo() {
      const done = await step(past, future);
      [past, future] = [done.from, done.to];
      return done.view;
    },
    canUndo: () => past.length > 0,
    async redo() {
      const done = await step(future, past);
      [future, past] = [done.from, done.to];
      return done.view;
    },
    canRedo: () => future.length > 0,
    reveal: () => Promise.resolve(),
    watch: () => () => undefined,
  };
}

function withinReason(steps: readonly Uint8Array[]): readonly Uint8Array[] {
  let recentSteps = steps.slice(-MOST_STEPS);
  while (recentSteps.length > 1 && recentSteps.reduce((sum, { length }) => sum + length, 0) > MOST_BYTES)
    recentSteps = recentSteps.slice(1);
  return recentSteps;
}
