/**
 * Actions of the page without Excel: open files or a sample, switch between open files while each keeps its state, and
 * save the filled copy.
 */
import { download } from './download';
import { keepFiles, type Keeping, type ShownFile } from './keeping';
import type { KeptFile } from './kept-files';
import type { FileDoor } from './file-door';
import { PlainFault } from './faults';
import type { Pane } from './pane';
import { isWorkbook, readWorkbook, xlsxName } from './read-workbook';
import { SAMPLES } from './samples';
import { FILE_TEXT, afterOpening, filledName, openDraft, replaceUnsaved, unreadFile } from './text/file-text';
import { TEXT, saved } from './text/text';
import type { BookView } from './worker/view-sheet';

export interface FileActions {
  /** Opens all files: the first is shown, the others are in the list. */
  openFiles(files: readonly File[]): Promise<void>;
  /** Shows another file of the list; the current one keeps its changes. */
  choose(position: number): Promise<void>;
  openSample(file: string): Promise<void>;
  save(): Promise<void>;
  /** Opens a file kept on this machine, with its unsaved changes. */
  openKept(file: KeptFile): Promise<void>;
  readonly keeping: Keeping;
}

/**
 * `ask` asks whether to continue; by default the browser's own dialog, which works with keyboards and screen readers.
 */
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
      if (left) await open([{ id, name, read: () => Promise.resolve(left.bytes), storedState: left }]);
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
      // The notice already says why the only file cannot be read.
      if (!isOpen && chosen.length === 1) return;
      const message = afterOpening(isOpen ? workbooks.length - unread.length : 0, unread, refused);
      if (message !== '') pane.say(unread.length > 0 ? 'error' : 'info', message);
    },
    async openSample(file) {
      const sample = SAMPLES.find((each) => each.file === file || each.file === `${file}.xlsx`);
      if (!sample) {
        pane.say('error', TEXT.unknownSample);
        return;
      }
      // A sample is shown in the state after «Tính chỉ số».
      if (!(await open([fromSample(sample.file, pane)])).isOpen) return;
      await pane.compute();
      isForShow();
    },
    async save() {
      if (!pane.state().filled) await pane.compute();
      const bytes = door.bytes();
      const { fileName, filled, notice } = pane.state();
      // The notice already says why nothing was computed.
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
  storedState: null,
});

const fromSample = (file: string, { engine }: Pane): OpenFile => ({
  id: null,
  name: file,
  read: async () => {
    const bytes = await engine.call('sample', file);
    if (!bytes) throw new PlainFault(TEXT.sampleFailed);
    return bytes;
  },
  storedState: null,
});

interface OpenFile {
  /** Id under which it is kept on this machine; null for a sample. */
  readonly id: string | null;
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
  /** Its state when another file was chosen; null before it is first shown. */
  storedState: StoredState | null;
}

interface StoredState {
  readonly bytes: Uint8Array;
  readonly steps: readonly Uint8Array[];
  readonly drafts: ReadonlyMap<string, unknown>;
  readonly filled: boolean;
  readonly unsaved: boolean;
}

/** Asks whether to continue. */
type Ask = (question: string) => boolean;

/** The initial state of the pane for every file. */
const AT_FIRST = {
  tab: 'results',
  task: null,
  collecting: null,
  unit: null,
  deductionsOf: null,
  selection: null,
} as const;

/** The list of open files, each with its changes. */
function openList(pane: Pane, door: FileDoor, ask: Ask, keeping: Keeping) {
  /** The sample as computed on opening, which does not count as unsaved work. */
  let shown: Uint8Array | null = null;
  let files: OpenFile[] = [];
  const isUnsaved = ({ storedState }: OpenFile, position: number): boolean =>
    position === pane.state().file ? pane.state().unsaved && door.bytes() !== shown : (storedState?.unsaved ?? false);

  /** Shows one of the files; returns false if it cannot be read or the pane is busy. */
  const show = async (among: readonly OpenFile[], position: number): Promise<boolean> => {
    const file = among[position];
    if (!file) return false;
    const left = (file.storedState ??= await draftOf(file, keeping, ask));
    const known = {
      ...AT_FIRST,
      fileName: file.name,
      files: among.map((each) => ({ name: each.name, unsaved: each.storedState?.unsaved ?? false })),
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
    /** The current state of the file, to be kept. */
    shown: (): ReturnType<ShownFile> => {
      const { file, filled, unsaved } = pane.state();
      const [present, bytes] = [files[file], door.bytes()];
      if (!present || present.id === null || !bytes) return null;
      const { id, name } = present;
      return { file: { id, name, filled, unsaved }, content: { bytes, drafts: pane.drafts } };
    },
    /**
     * Replaces all open files with these. Files before the first readable one are left out, so that they do not prevent
     * the others from being shown; `unread` holds the reason for each.
     */
    open: async (next: readonly OpenFile[]): Promise<{ readonly isOpen: boolean; readonly unread: string[] }> => {
      const unsavedFile = files.find(isUnsaved);
      if (unsavedFile && !ask(replaceUnsaved(unsavedFile.name))) return { isOpen: false, unread: [] };
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
      present.storedState = { bytes, steps: door.steps(), drafts: new Map(pane.drafts), filled, unsaved };
      await show(files, position);
    },
    isForShow: (): void => {
      shown = door.bytes();
    },
  };
}

/** Shows the files from the first readable one on. Returns its position, and the reason for each file before it. */
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

/** Waits for work in progress: its changes to the open file may have to be saved first. */
async function whenIdle(pane: Pane): Promise<void> {
  const isIdle = (): boolean => pane.state().busy === null && pane.state().typed.length === 0;
  // Text typed meanwhile is written as soon as the work ends, before any waiting caller continues.
  while (!isIdle())
    await new Promise<void>((resolve) => {
      const stop = pane.subscribe(() => {
        stop();
        resolve();
      });
    });
}

/** Does one thing after the other, in the order of the requests, each when no other work is in progress. */
function inTurn<Asked, Done>(pane: Pane, doing: (asked: Asked) => Promise<Done>): (asked: Asked) => Promise<Done> {
  let last: Promise<unknown> = Promise.resolve();
  return (asked) => {
    const done = last.then(() => whenIdle(pane)).then(() => doing(asked));
    last = done.catch(() => undefined);
    return done;
  };
}

/** Last year's results apply only to the workbook that they were opened for. */
async function forgetPrevious({ engine }: Pane, view: BookView): Promise<BookView> {
  if (!view.previous) return view;
  engine.rememberPrevious(null);
  return engine.call('compare', null);
}

/** The unsaved state of the file, if the officer prefers it to the file on disk. */
async function draftOf({ id, name }: OpenFile, keeping: Keeping, ask: Ask): Promise<StoredState | null> {
  const draft = id === null ? null : await keeping.draftOf(id);
  const content = draft && ask(openDraft(name, draft.when)) ? await keeping.read(draft.id) : null;
  return draft && content ? { ...content, steps: [], filled: draft.filled, unsaved: true } : null;
}
