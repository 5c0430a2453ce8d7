/** Keeps each file on this machine as it is left, shortly after every change, and finds it again, unless unwanted. */
import type { KeptContent, KeptFile, KeptFiles } from './kept-files';
import type { Pane } from './pane';
import { choose, isChosen } from './remembered';

/** What is to be kept of the file that is shown; null for one that is nobody's work. */
export type Shown = () => { readonly file: Omit<KeptFile, 'when'>; readonly content: KeptContent } | null;

export interface Keeping {
  /** On, off as the officer wants it, or impossible in this browser. */
  state(): Promise<'on' | 'off' | 'impossible'>;
  /** The latest first; none where nothing is kept. */
  list(): Promise<readonly KeptFile[]>;
  read(id: string): Promise<KeptContent | null>;
  /** The file as it was left with changes that were never saved. */
  draftOf(id: string): Promise<KeptFile | null>;
  /** Keeps what is shown now. */
  keep(): Promise<void>;
  forget(id: string): Promise<void>;
  /** Off forgets everything. */
  turn(isOn: boolean): Promise<void>;
}

/** Milliseconds without a change. */
const CALM = 1200;

export function keepFiles(pane: Pane, shown: Shown): Keeping {
  let store: Promise<KeptFiles | null> | null = null;
  const opened = (): Promise<KeptFiles | null> =>
    (store ??= import(/* webpackChunkName: "kept" */ './kept-files').then(({ openKeptFiles }) => openKeptFiles()));
  const wanted = async (): Promise<KeptFiles | null> => (isChosen('keepsNothing') === false ? opened() : null);
  const list: Keeping['list'] = async () => (await (await wanted())?.list().catch(() => null)) ?? [];

  const keep = async (): Promise<void> => {
    const now = shown();
    if (!now) return;
    // What cannot be kept is no reason to disturb the work on it.
    await (await wanted())?.keep({ ...now.file, when: Date.now() }, now.content).catch(() => undefined);
  };
  let kept = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    const { version, unsaved, file, fileName, busy } = pane.state();
    const now = [version, unsaved, file, fileName].join(':');
    if (busy || now === kept) return;
    kept = now;
    clearTimeout(timer);
    if (unsaved) timer = setTimeout(() => void keep(), CALM);
  };
  pane.subscribe(later);
  document.addEventListener('visibilitychange', () => {
    // What is being typed changes no workbook.
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
    draftOf: async (id) => (await list()).find((each) => each.id === id && each.unsaved) ?? null,
    keep,
    forget: async (id) => (await opened())?.forget(id),
    turn: async (isOn) => {
      choose('keepsNothing', !isOn);
      if (isOn) await keep();
      else await (await opened())?.forgetAll();
    },
  };
}
