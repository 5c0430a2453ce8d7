/** The files that are open together, each with its changes; one of them is shown, and each is kept as it is left. */
import type { FileDoor } from './file-door';
import { openDraft, replaceUnsaved } from './file-text';
import type { Keeping, Shown } from './keeping';
import type { Pane } from './pane';
import type { BookView } from './worker/view-sheet';

export interface OpenFile {
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
export type Ask = (question: string) => boolean;

/** Where everybody begins with a file. */
const AT_FIRST = {
  tab: 'results',
  task: null,
  collecting: null,
  unit: null,
  deductionsOf: null,
  selection: null,
} as const;

export function openList(pane: Pane, door: FileDoor, ask: Ask, keeping: Keeping) {
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
    /** Puts these in the place of all that were open. */
    open: async (next: readonly OpenFile[]): Promise<boolean> => {
      const kept = files.find(isUnsaved);
      if (kept && !ask(replaceUnsaved(kept.name))) return false;
      for (let first = 0; first < next.length; first++) {
        // A file that cannot be read keeps no other from being shown.
        if (!(await show(next, first))) continue;
        files = [...next];
        if (!(await keeping.draftOf(next[first]?.id ?? ''))) await keeping.keep();
        return true;
      }
      return false;
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
