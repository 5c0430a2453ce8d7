/** Pane store: runs commands through a Door and notifies subscribers. */
import { inSheet, sheetNumber, type Address } from '../core/values/address';
import type { Door } from './door';
import { download } from './download';
import type { Engine } from './worker/client';
import type { PreviousSource } from './worker/protocol';
import type { ExportRequest, ExportedFile } from './worker/views-of-reports';
import { PlainFault } from './faults';
import { sheetOf, type Notice, type PaneState, type SentFile } from './pane-state';
import { startStore, type Store } from './pane-store';
import { writingCommands, type Writing } from './pane-writing';
import { TEXT, comparedWith, saved, zipName } from './text/text';
import type { BookView } from './worker/view-sheet';
import type { CollectView } from './worker/collecting';
import type { FormsRequest } from './worker/making';

export interface Pane extends Writing, Collecting {
  readonly engine: Engine;
  readonly door: Door;
  /** Texts being typed, by field; cleared when another file opens. */
  readonly drafts: Map<string, unknown>;
  state(): PaneState;
  subscribe(listener: () => void): () => void;
  /** Reads the workbook through `how`, by default through the door, and shows the result. */
  load(
    how?: () => Promise<BookView>,
    known?: Partial<PaneState>,
    drafts?: ReadonlyMap<string, unknown>,
  ): Promise<boolean>;
  /** Loads last year's results for comparison; null ends the comparison. */
  compareWith(source: () => Promise<PreviousSource | null>): Promise<void>;
  /** Makes the files in the worker and downloads them. */
  exportFiles(request: ExportRequest): Promise<void>;
  /** Downloads the add-in's sheets as a separate file, for a workbook that cannot take more sheets. */
  sheetsApart(): Promise<void>;
  /** Downloads blank workbooks for these units (one name per line) as one file. */
  makeForms(units: string, layout: FormsRequest['layout']): Promise<void>;
  /** Downloads the plan with which a unit remedies these losses. */
  exportPlan(unit: number, items: readonly number[], name: string): Promise<void>;
  cancel(): void;
  show(part: Partial<Pick<PaneState, 'tab' | 'task' | 'sheet' | 'unit' | 'deductionsOf' | 'notice' | 'unsaved'>>): void;
  setLive(live: boolean): void;
  reveal(at: Address, sheet?: string): void;
  say(kind: Notice['kind'], text: string): void;
  /** Shows an error from outside of the pane's own work. */
  fail(error: unknown): void;
}

export function createPane(engine: Engine, door: Door): Pane {
  const store = startStore(engine, door);
  const drafts = new Map<string, unknown>();
  const { state, set, work, fail, reread } = store;
  let stopWatching = (): void => undefined;
  return {
    engine,
    door,
    drafts,
    state,
    subscribe: store.subscribe,
    load: (how = () => door.read(), known = {}, keptDrafts = new Map()) =>
      work(
        async () => {
          const view = await how();
          if (known.fileName !== undefined) {
            drafts.clear();
            for (const [key, draft] of keptDrafts) drafts.set(key, draft);
          }
          const isSame = known.fileName === undefined && view.sheets.some((each) => each.sheet === state().sheet);
          const sheet = isSame ? state().sheet : view.first;
          return { view, sheet, ...known };
        },
        Object.keys(known).length === 0,
      ),
    ...writingCommands(store, door),
    ...reportCommands(store, engine),
    ...collectCommands(store, engine),
    cancel: () => {
      engine.cancel();
    },
    // Showing a tab closes the task.
    show: (part) => set('tab' in part && !('task' in part) ? { ...part, task: null } : part),
    setLive(live) {
      set({ live });
      stopWatching();
      stopWatching = live
        ? door.watch(reread, (sheet) => {
            const table = state().view?.sheets.find(({ parts }) => parts.includes(sheet));
            if (table) set({ sheet: table.sheet, unit: null, deductionsOf: null });
          })
        : () => undefined;
    },
    reveal(cell, named) {
      const sheet = named ?? sheetOf(state())?.parts[sheetNumber(cell)] ?? '';
      const at = inSheet(cell);
      set({ selection: { sheet, at, times: (state().selection?.times ?? 0) + 1 } });
      door.reveal(sheet, at).catch((error: unknown) => {
        fail(error);
      });
    },
    say: (kind, text) => set({ notice: { kind, text, code: null } }),
    fail,
  };
}

/** Commands that compare and export; they do not write into the workbook. */
function reportCommands(
  { state, work }: Store,
  engine: Engine,
): Pick<Pane, 'compareWith' | 'exportFiles' | 'exportPlan' | 'makeForms' | 'sheetsApart'> {
  const hand = (make: () => Promise<ExportedFile | undefined>): Promise<boolean> =>
    work(async () => {
      const file = await make();
      if (!file) throw new PlainFault(TEXT.nothingToExport);
      const name = file.name === '' ? zipName(state().fileName) : file.name;
      download(file.bytes, name);
      return { notice: { kind: 'success', text: saved(name), code: null } };
    });
  return {
    compareWith: async (how) => {
      await work(async () => {
        const source = await how();
        const view = await engine.call('compare', source);
        if (view.previous?.isRead === false) throw new PlainFault(TEXT.unreadPrevious);
        engine.rememberPrevious(source);
        const found = view.sheets.reduce((sum, { comparedUnits }) => sum + (comparedUnits ?? 0), 0);
        const text = source ? comparedWith(source.name, found) : TEXT.comparedNoMore;
        return {
          view,
          task: null,
          tab: 'results',
          notice: { kind: source && found === 0 ? 'info' : 'success', text, code: null },
        };
      });
    },
    exportFiles: async (request) => {
      await hand(async () => (await engine.call('export', request))[0]);
    },
    sheetsApart: async () => {
      await hand(async () => {
        const bytes = await engine.call('sheetsApart');
        return bytes ? { name: TEXT.sheetsApartName, bytes } : undefined;
      });
    },
    makeForms: async (units, layout) => {
      const name = state().fileName?.replace(/\.xls[xm]$/i, '') ?? TEXT.formsSet;
      await hand(async () => (await engine.call('forms', { units, layout, name }))[0]);
    },
    exportPlan: async (unit, items, name) => {
      await hand(() => engine.call('exportPlan', sheetOf(state())?.sheet ?? '', unit, items, name));
    },
  };
}

/** Collecting files of units: they are read one after the other in the worker and shown before anything is written. */
interface Collecting {
  /** Reads these files in addition to those read before. */
  collect(files: readonly File[]): Promise<void>;
  /** Reads all files again, because the table has changed or the work was stopped. */
  collectAgain(): Promise<void>;
  /** Maps a name in the files to a unit of the table, and reads the files with that name again. */
  rename(from: string, to: string): Promise<void>;
  /** Forgets the files. */
  stopCollecting(): void;
}

function collectCommands({ state, set, work }: Store, engine: Engine): Collecting {
  let renamed: readonly (readonly [string, string])[] = [];
  const read = async (files: readonly SentFile[]): Promise<CollectView> => {
    for (const [done, { name, file }] of files.entries()) {
      set({ busy: { step: 'collect', made: { done, total: files.length, name } } });
      const bytes = await file.arrayBuffer().catch(() => {
        throw new PlainFault(`${name}: ${TEXT.unreadableFile}`);
      });
      await engine.call('collectFile', name, new Uint8Array(bytes));
    }
    return engine.call('collectReview');
  };
  const readAll = async (files: readonly SentFile[]): Promise<void> => {
    // The list of files stays if reading is stopped, so that they can be read again.
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

/** Files of different folders may have the same name: the second gets a number. */
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
