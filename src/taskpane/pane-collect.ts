/**
 * Collecting what units sent: the files are read one after the other in the worker, and shown before anything is
 * written.
 */
import type { Engine } from './worker/client';
import type { CollectView } from './worker/collecting';
import { PlainFault } from './faults';
import type { SentFile } from './pane-state';
import type { Store } from './pane-store';
import { TEXT } from './text';

export interface Collecting {
  /** Reads these files, beside those that were read before. */
  collect(files: readonly File[]): Promise<void>;
  /** Reads all of them again, because the table has changed or the work was stopped. */
  collectAgain(): Promise<void>;
  /** Says which unit of the table a name in the files means, and reads again the files that have it. */
  rename(from: string, to: string): Promise<void>;
  /** Forgets the files. */
  stopCollecting(): void;
}

export function collectCommands({ state, set, work }: Store, engine: Engine): Collecting {
  let renamed: readonly (readonly [string, string])[] = [];
  const read = async (files: readonly SentFile[]): Promise<CollectView> => {
    for (const [done, { name, file }] of files.entries()) {
      set({ busy: { step: 'collect', done } });
      const bytes = await file.arrayBuffer().catch(() => {
        throw new PlainFault(`${name}: ${TEXT.unreadableFile}`);
      });
      await engine.call('collectFile', name, new Uint8Array(bytes));
    }
    return engine.call('collectReview');
  };
  const readAll = async (files: readonly SentFile[]): Promise<void> => {
    // The list stays when reading is stopped, so that it can be read again.
    set({ collecting: { files, review: null } });
    await work(async () => {
      await engine.call('collectStart');
      for (const [from, to] of renamed) await engine.call('collectRename', from, to);
      return { collecting: { files, review: await read(files) } };
    });
  };
  return {
    collect: (chosen) =>
      readAll([...(state().collecting?.files ?? []), ...named(chosen, state().collecting?.files ?? [])]),
    collectAgain: () => readAll(state().collecting?.files ?? []),
    rename: async (from, to) => {
      renamed = [...renamed, [from, to]];
      const { files, review } = state().collecting ?? { files: [], review: null };
      const theirs = new Set(
        (review?.files ?? []).flatMap(({ file, unmatched }) =>
          unmatched.some(({ name }) => name === from) ? file : [],
        ),
      );
      await work(async () => {
        await engine.call('collectRename', from, to);
        return { collecting: { files, review: await read(files.filter(({ name }) => theirs.has(name))) } };
      });
    },
    stopCollecting: () => {
      renamed = [];
      set({ collecting: null });
    },
  };
}

/** Files of different folders may bear one name: the second gets a number. */
function named(chosen: readonly File[], known: readonly SentFile[]): SentFile[] {
  const taken = new Set(known.map(({ name }) => name));
  return chosen.map((file) => {
    const wanted = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
    let name = wanted;
    for (let count = 2; taken.has(name); count += 1) name = `${wanted} (${String(count)})`;
    taken.add(name);
    return { name, file };
  });
}
