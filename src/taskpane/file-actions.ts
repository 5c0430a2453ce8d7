/** What only the page without Excel does: open files or a sample, and hand the filled copy over to be saved. */
import { download } from './download';
import type { FileDoor } from './file-door';
import { PlainFault } from './faults';
import { ownFile } from './worker/inlined';
import type { Pane } from './pane';
import { isWorkbook, readWorkbook } from './read-workbook';
import { SAMPLES } from './samples';
import { TEXT, filledName, notOpened, openedFiles, replaceUnsaved, saved } from './text';
import type { BookView } from './worker/view-sheet';

export interface FileActions {
  /** Takes them all: the first is shown, the others wait in the list. */
  openFiles(files: readonly File[]): Promise<void>;
  /** Shows another one of the list; the one that was shown keeps its changes. */
  choose(position: number): Promise<void>;
  openSample(file: string): Promise<void>;
  save(): Promise<void>;
}

interface OpenFile {
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

/** `ask`: whether to go on; a browser's own question, which the keyboard and the screen reader know. */
export function fileActions(
  pane: Pane,
  door: FileDoor,
  ask: (question: string) => boolean = (question) => window.confirm(question),
): FileActions {
  const { open, choose, isForShow } = openList(pane, door, ask);
  return {
    choose,
    async openFiles(chosen) {
      const workbooks = chosen.filter(isWorkbook);
      const refused = chosen.filter((file) => !isWorkbook(file)).map(({ name }) => name);
      if (workbooks.length === 0) {
        pane.say('error', TEXT.notWorkbook);
        return;
      }
      const next = workbooks.map((file) => ({ name: file.name, read: () => readWorkbook(file), left: null }));
      if (!(await open(next))) return;
      const said = [
        ...(workbooks.length > 1 ? [openedFiles(workbooks.length)] : []),
        ...(refused.length > 0 ? [notOpened(refused)] : []),
      ];
      if (said.length > 0) pane.say('info', said.join(' '));
    },
    async openSample(file) {
      const sample = SAMPLES.find((each) => each.file === file || each.file === `${file}.xlsx`);
      if (!sample) {
        pane.say('error', TEXT.unknownSample);
        return;
      }
      const read = async (): Promise<Uint8Array> => {
        const bytes = await ownFile(`samples/${sample.file}`);
        if (!bytes) throw new PlainFault(TEXT.sampleFailed);
        return bytes;
      };
      // A sample is there to be looked at: shown as it is after «Tính chỉ số».
      if (!(await open([{ name: sample.file, read, left: null }]))) return;
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
    },
  };
}

/** Where everybody begins with a file. */
const AT_FIRST = { tab: 'results', task: null, unit: null, deductionsOf: null, selection: null } as const;

/** The files that are open together, each with its changes; one of them is shown. */
function openList(pane: Pane, door: FileDoor, ask: (question: string) => boolean) {
  /** The sample as it was computed for show: nobody's work yet. */
  let shown: Uint8Array | null = null;
  let files: OpenFile[] = [];

  const isUnsaved = (file: OpenFile, position: number): boolean =>
    position === pane.state().file ? pane.state().unsaved && door.bytes() !== shown : (file.left?.unsaved ?? false);

  /** Last year's results belong to the workbook that they were opened for. */
  const forget = async (view: BookView): Promise<BookView> => {
    if (!view.previous) return view;
    pane.engine.rememberPrevious(null);
    return pane.engine.call('compare', null);
  };

  /** Shows one of the files; false when it cannot be read, or other work is going on. */
  const show = (among: readonly OpenFile[], position: number): Promise<boolean> => {
    const file = among[position];
    if (!file) return Promise.resolve(false);
    const { left } = file;
    const known = {
      ...AT_FIRST,
      fileName: file.name,
      files: among.map((each) => ({ name: each.name, unsaved: each.left?.unsaved ?? false })),
      file: position,
      filled: left?.filled ?? false,
      unsaved: left?.unsaved ?? false,
    };
    const read = async (): Promise<BookView> =>
      forget(await (left ? door.open(left.bytes, left.steps) : door.open(await file.read())));
    return pane.load(read, known, left?.drafts);
  };

  return {
    /** Puts these in the place of all that were open. */
    open: async (next: readonly OpenFile[]): Promise<boolean> => {
      const kept = files.find(isUnsaved);
      if (kept && !ask(replaceUnsaved(kept.name))) return false;
      for (let first = 0; first < next.length; first++) {
        // A file that cannot be read keeps no other from being shown.
        if (!(await show(next, first))) continue;
        files = [...next];
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
