/** What only the page without Excel does: open files or a sample, and hand the filled copy over to be saved. */
import { download } from './download';
import { openList, type OpenFile } from './file-list';
import { keepFiles, type Keeping } from './keeping';
import type { KeptFile } from './kept-files';
import type { FileDoor } from './file-door';
import { PlainFault } from './faults';
import { ownFile } from './worker/inlined';
import type { Pane } from './pane';
import { isWorkbook, readWorkbook } from './read-workbook';
import { SAMPLES } from './samples';
import { FILE_TEXT, filledName, notOpened, openedFiles } from './file-text';
import { TEXT, saved } from './text';

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
  ask: (question: string) => boolean = (question) => window.confirm(question),
): FileActions {
  const keeping: Keeping = keepFiles(pane, () => list.shown());
  const list = openList(pane, door, ask, keeping);
  const { open, choose, isForShow } = list;
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
      if (!(await open(workbooks.map(fromDisk)))) return;
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
      // A sample is there to be looked at: shown as it is after «Tính chỉ số».
      if (!(await open([fromSample(sample.file)]))) return;
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

const fromDisk = (file: File): OpenFile => ({
  id: [file.name, file.size, file.lastModified].join('|'),
  name: file.name,
  read: () => readWorkbook(file),
  left: null,
});

const fromSample = (file: string): OpenFile => ({
  id: null,
  name: file,
  read: async () => {
    const bytes = await ownFile(`samples/${file}`);
    if (!bytes) throw new PlainFault(TEXT.sampleFailed);
    return bytes;
  },
  left: null,
});
