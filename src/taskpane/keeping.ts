/**
 * Keeps the state of each file on this machine shortly after every change and restores it, unless the officer turns it
 * off.
 */
import type { KeptContent, KeptFile, KeptFiles } from './kept-files';
import type { Pane } from './pane';
import { choose, isChosen } from './remembered';

/** The state of the current file to keep; null for a sample. */
export type ShownFile = () => { readonly file: Omit<KeptFile, 'when'>; readonly content: KeptContent } | null;

export interface Keeping {
  /** On, turned off by the officer, or impossible in this browser. */
  state(): Promise<'on' | 'off' | 'impossible'>;
  /** The latest first; empty if nothing is kept. */
  list(): Promise<readonly KeptFile[]>;
  read(id: string): Promise<KeptContent | null>;
  /** The file with its changes that were never saved. */
  draftOf(id: string): Promise<KeptFile | null>;
  /** Keeps the present state of the current file. */
  keep(): Promise<void>;
  forget(id: string): Promise<void>;
  /** Turning it off deletes everything kept. */
  turn(isOn: boolean): Promise<void>;
}

/** Milliseconds without a change before a file is kept. */
const CALM = 1200;

export function keepFiles(pane: Pane, shown: ShownFile): Keeping {
  let store: Promise<KeptFiles | null> | null = null;
  const opened = (): Promise<KeptFiles | null> =>
    (store ??= import(/* webpackChunkName: "kept" */ './kept-files').then(({ openKeptFiles }) => openKeptFiles()));
  const wanted = async (): Promise<KeptFiles | null> => (isChosen('keepsNothing') === false ? opened() : null);
  const list: Keeping['list'] = async () => (await (await wanted())?.list().catch(() => null)) ?? [];

  const places = windowPlaces(list);
  const keep = async (): Promise<void> => {
    const now = shown();
    const files = now && (await wanted());
    if (!files) return;
    const isWork = now.file.unsaved || now.content.drafts.size > 0 || places.has(now.file.id);
    const id = isWork ? await places.of(now.file.id) : now.file.id;
    // A failure to keep the file does not disturb the work on it.
    await files.keep({ ...now.file, id, when: Date.now() }, now.content).catch(() => undefined);
  };
  let lastStored = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    const { version, unsaved, file, fileName, busy } = pane.state();
    const now = [version, unsaved, file, fileName].join(':');
    if (busy || now === lastStored) return;
    lastStored = now;
    clearTimeout(timer);
    if (unsaved) timer = setTimeout(() => void keep(), CALM);
  };
  pane.subscribe(later);
  document.addEventListener('visibilitychange', () => {
    // Drafts do not change the workbook, so they are checked separately.
    const { unsaved } = pane.state();
    if (document.visibilityState === 'hidden' && (unsaved || pane.drafts.size > 0)) void keep();
  });
  return {
    state: async () => {
      const choice = isChosen('keepsNothing');
      if (choice === null || (await opened()) === null) return 'impossible';
      return choice ? 'off' : 'on';
    },
    list,
    read: async (id) => (await (await wanted())?.read(id).catch(() => null)) ?? null,
    draftOf: async (id) => {
      const draft = (await list()).find((each) => fileOf(each.id) === fileOf(id) && each.unsaved) ?? null;
      // The draft that the officer is asked about is the one to continue or to replace.
      if (draft) places.resume(id, draft.id);
      return draft;
    },
    keep,
    forget: async (id) => (await opened())?.forget(id),
    turn: async (isOn) => {
      choose('keepsNothing', !isOn);
      if (isOn) await keep();
      else await (await opened())?.forgetAll();
    },
  };
}

/** The id under which this window keeps each file: the file's own, or one that no other window and no draft holds. */
function windowPlaces(list: Keeping['list']) {
  const places = new Map<string, Promise<string>>();
  const take = (id: string, wanted: string): Promise<string> => {
    const place = places.get(id) ?? freePlace(wanted, list);
    places.set(id, place);
    return place;
  };
  return {
    has: (id: string): boolean => places.has(id),
    of: (id: string): Promise<string> => take(id, id),
    resume: (id: string, draft: string): void => void take(id, draft),
  };
}

/** Between the id of a file and the number of another window's copy of it. */
const COPY = '\n';
const fileOf = (id: string): string => id.split(COPY, 1)[0] ?? id;

async function freePlace(id: string, list: Keeping['list']): Promise<string> {
  if (await isFree(id)) return id;
  const drafts = new Set((await list()).flatMap((each) => (each.unsaved ? [each.id] : [])));
  for (let number = 2; ; number++) {
    const next = `${fileOf(id)}${COPY}${String(number)}`;
    if (!drafts.has(next) && (await isFree(next))) return next;
  }
}

/** Takes the place until this window closes. Free in browsers without locks: there the last window to write wins. */
const isFree = (place: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { locks } = navigator as { readonly locks?: LockManager };
    if (!locks) {
      resolve(true);
      return;
    }
    const held = locks.request(place, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => undefined);
    });
    held.catch(() => resolve(true));
  });
