/**
 * What only the page without Excel does: open files or a sample, of which one is shown and each is kept as it is left,
 * and hand the filled copy over to be saved.
 */
import { download } from './download';
import { keepFiles, type Keeping, type Shown } from './keeping';
import type { KeptFile } from './kept-files';
import type { FileDoor } from './file-door';
import { PlainFault } from './faults';
import type { Pane } from './pane';
import { isWorkbook, readWorkbook, xlsxName } from './read-workbook';
import { SAMPLES } from './samples';
import { FILE_TEXT, afterOpening, filledName, openDraft, replaceUnsaved, unreadFile } from './file-text';
import { TEXT, saved } from './text';
import type { BookView } from './worker/view-sheet';

export interface FileActions {
  /** Takes them all: the first is shown, the others wait in the list. */
  openFiles(files: readonly File[]): Promise<void>;
  /** Shows another one of the list; the one that was shown keeps its changes. */
  choose(position: number): Promise<void>;
  openSample(file: string): Promise<void>;
  save(): Promise<void>;
  /** One that was left on this machine, with what was never saved. */
  openKept(file: KeptFile): Promise<void>;
  readonly keeping: Keeping;
}

/** `ask`: whether to go on; a browser's own question, which the keyboard and the screen reader know. */
export function fileActions(
  pane: Pane,
  door: FileDoor,
  ask: Ask = (question) => window.confirm(question),
): FileActions {
  const keeping: Keeping = keepFiles(pane, () => list.shown());
  const list = openList(pane, door, ask, keeping);
  const { choose, isForShow } = list;
  const open = inTurn(pane, list.open);
  return {
    keeping,
    choose,
    async openKept({ id, name, filled, unsaved }) {
      const content = await keeping.read(id);
      const left = content && { ...content, steps: [], filled, unsaved };
      if (left) await open([{ id, name, read: () => Promise.resolve(left.bytes), left }]);
      else pane.say('error', FILE_TEXT.noLongerKept);
    },
    async openFiles(chosen) {
      const workbooks = chosen.filter(isWorkbook);
      const refused = chosen.filter((file) => !isWorkbook(file)).map(({ name }) => name);
      if (workbooks.length === 0) {
        pane.say('error', TEXT.notWorkbook);
        return;
      }
      const { isOpen, unread } = await open(workbooks.map((file) => fromDisk(file, pane)));
      // Why the only one cannot be read stands there already.
      if (!isOpen && chosen.length === 1) return;
      const said = afterOpening(isOpen ? workbooks.length - unread.length : 0, unread, refused);
      if (said !== '') pane.say(unread.length > 0 ? 'error' : 'info', said);
    },
    async openSample(file) {
      const sample = SAMPLES.find((each) => each.file === file || each.file === `${file}.xlsx`);
      if (!sample) {
        pane.say('error', TEXT.unknownSample);
        return;
      }
      // A sample is there to be looked at: shown as it is after «Tính chỉ số».
      if (!(await open([fromSample(sample.file, pane)])).isOpen) return;
      await pane.compute();
      isForShow();
    },
    async save() {
      if (!pane.state().filled) await pane.compute();
      const bytes = door.bytes();
      const { fileName, filled, notice } = pane.state();
      // Why nothing was computed stands there already.
      if (!bytes || fileName === null || !filled || notice?.kind === 'error') return;
      const name = filledName(fileName);
      download(bytes, name);
      pane.show({ unsaved: false });
      pane.say('success', saved(name));
      await keeping.keep();
    },
  };
}

const fromDisk = (file: File, { engine }: Pane): OpenFile => ({
  id: [file.name, file.size, file.lastModified].join('|'),
  name: xlsxName(file.name),
  read: () => readWorkbook(file, engine),
  left: null,
});

const fromSample = (file: string, { engine }: Pane): OpenFile => ({
  id: null,
  name: file,
  read: async () => {
    const bytes = await engine.call('sample', file);
    if (!bytes) throw new PlainFault(TEXT.sampleFailed);
    return bytes;
  },
  left: null,
});

interface OpenFile {
  /** By which it is kept on this machine; null for a sample. */
  readonly id: string | null;
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
  /** As it was left for another one; null before it was shown. */
  left: Left | null;
}

interface Left {
  readonly bytes: Uint8Array;
  readonly steps: readonly Uint8Array[];
  readonly drafts: ReadonlyMap<string, unknown>;
  readonly filled: boolean;
  readonly unsaved: boolean;
}

/** Asks whether to go on. */
type Ask = (question: string) => boolean;

/** Where everybody begins with a file. */
const AT_FIRST = {
  tab: 'results',
  task: null,
  collecting: null,
  unit: null,
  deductionsOf: null,
  selection: null,
} as const;

/** The files that are open together, each with its changes. */
function openList(pane: Pane, door: FileDoor, ask: Ask, keeping: Keeping) {
  /** The sample as it was computed for show: nobody's work yet. */
  let shown: Uint8Array | null = null;
  let files: OpenFile[] = [];
  const isUnsaved = (file: OpenFile, position: number): boolean =>
    position === pane.state().file ? pane.state().unsaved && door.bytes() !== shown : (file.left?.unsaved ?? false);

  /** Shows one of the files; false when it cannot be read, or other work is going on. */
  const show = async (among: readonly OpenFile[], position: number): Promise<boolean> => {
    const file = among[position];
    if (!file) return false;
    const left = (file.left ??= await draftOf(file, keeping, ask));
    const known = {
      ...AT_FIRST,
      fileName: file.name,
      files: among.map((each) => ({ name: each.name, unsaved: each.left?.unsaved ?? false })),
      file: position,
      filled: left?.filled ?? false,
      unsaved: left?.unsaved ?? false,
    };
    await whenIdle(pane);
    const read = async (): Promise<BookView> =>
      forgetPrevious(pane, await (left ? door.open(left.bytes, left.steps) : door.open(await file.read())));
    return pane.load(read, known, left?.drafts);
  };

  return {
    /** The file as it is now, to be kept. */
    shown: (): ReturnType<Shown> => {
      const { file, filled, unsaved } = pane.state();
      const [present, bytes] = [files[file], door.bytes()];
      if (!present || present.id === null || !bytes) return null;
      const { id, name } = present;
      return { file: { id, name, filled, unsaved }, content: { bytes, drafts: pane.drafts } };
    },
    /**
     * Puts these in the place of all that were open, but those before the first that can be read: they keep no other
     * from being shown. `unread` says why each of them is not there.
     */
    open: async (next: readonly OpenFile[]): Promise<{ readonly isOpen: boolean; readonly unread: string[] }> => {
      const kept = files.find(isUnsaved);
      if (kept && !ask(replaceUnsaved(kept.name))) return { isOpen: false, unread: [] };
      const { from, unread } = await showFirst(pane, next, (readable) => show(readable, 0));
      if (from === next.length) return { isOpen: false, unread };
      files = next.slice(from);
      if (!(await keeping.draftOf(next[from]?.id ?? ''))) await keeping.keep();
      return { isOpen: true, unread };
    },
    choose: async (position: number): Promise<void> => {
      const { file, filled, unsaved } = pane.state();
      const [present, bytes] = [files[file], door.bytes()];
      if (!present || !bytes || position === file) return;
      present.left = { bytes, steps: door.steps(), drafts: new Map(pane.drafts), filled, unsaved };
      await show(files, position);
    },
    isForShow: (): void => {
      shown = door.bytes();
    },
  };
}

/** From which of them on they are shown, and why each before it is not. */
async function showFirst(
  pane: Pane,
  next: readonly OpenFile[],
  show: (readable: readonly OpenFile[]) => Promise<boolean>,
): Promise<{ readonly from: number; readonly unread: string[] }> {
  const unread: string[] = [];
  for (const [from, file] of next.entries()) {
    if (await show(next.slice(from))) return { from, unread };
    unread.push(unreadFile(file.name, pane.state().notice?.text ?? ''));
  }
  return { from: next.length, unread };
}

/** Work that goes on is waited for: what it makes of the file that is open may have to be saved first. */
async function whenIdle(pane: Pane): Promise<void> {
  const isIdle = (): boolean => pane.state().busy === null && pane.state().typed.length === 0;
  // What was typed meanwhile is written as soon as the work has ended, before anybody who waits is told.
  while (!isIdle())
    await new Promise<void>((resolve) => {
      const stop = pane.subscribe(() => {
        stop();
        resolve();
      });
    });
}

/** Does one after the other, as they were asked for, each when no other work is going on. */
function inTurn<Asked, Done>(pane: Pane, doing: (asked: Asked) => Promise<Done>): (asked: Asked) => Promise<Done> {
  let last: Promise<unknown> = Promise.resolve();
  return (asked) => {
    const done = last.then(() => whenIdle(pane)).then(() => doing(asked));
    last = done.catch(() => undefined);
    return done;
  };
}

/** Last year's results belong to the workbook that they were opened for. */
async function forgetPrevious({ engine }: Pane, view: BookView): Promise<BookView> {
  if (!view.previous) return view;
  engine.rememberPrevious(null);
  return engine.call('compare', null);
}

/** What was never saved of it, where the officer wants that instead of the file on the disk. */
async function draftOf({ id, name }: OpenFile, keeping: Keeping, ask: Ask): Promise<Left | null> {
  const draft = id === null ? null : await keeping.draftOf(id);
  const content = draft && ask(openDraft(name, draft.when)) ? await keeping.read(draft.id) : null;
  return draft && content ? { ...content, steps: [], filled: draft.filled, unsaved: true } : null;
}
