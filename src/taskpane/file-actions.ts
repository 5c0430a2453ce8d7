/** What only the page without Excel does: open a file or a sample, and hand the filled copy over to be saved. */
import type { BookView } from './worker/views';
import { download } from './download';
import type { FileDoor } from './file-door';
import { PlainFault } from './faults';
import type { Pane } from './pane';
import { readWorkbook } from './read-workbook';
import { SAMPLES, TEXT, filledName, replaceUnsaved, saved } from './text';

export interface FileActions {
  openFile(file: File): Promise<void>;
  openSample(file: string): Promise<void>;
  save(): void;
}

/** `ask`: whether to go on; a browser's own question, which the keyboard and the screen reader know. */
export function fileActions(
  pane: Pane,
  door: FileDoor,
  ask: (question: string) => boolean = (question) => window.confirm(question),
): FileActions {
  /** The sample as it was computed for show: nobody's work yet. */
  let shown: Uint8Array | null = null;
  const open = async (name: string, read: () => Promise<Uint8Array>): Promise<boolean> => {
    const { unsaved, fileName } = pane.state();
    if (unsaved && door.bytes() !== shown && !ask(replaceUnsaved(fileName ?? ''))) return false;
    return pane.load(async () => forget(await door.open(await read())), {
      fileName: name,
      filled: false,
      unsaved: false,
      tab: 'results',
      task: null,
      unit: null,
      deductionsOf: null,
      selection: null,
    });
  };

  /** Last year's results belong to the workbook that they were opened for. */
  const forget = async (view: BookView): Promise<BookView> => {
    if (!view.previous) return view;
    pane.engine.rememberPrevious(null);
    return pane.engine.call('compare', null);
  };

  return {
    async openFile(file) {
      await open(file.name, () => readWorkbook(file));
    },
    async openSample(file) {
      const sample = SAMPLES.find((each) => each.file === file || each.file === `${file}.xlsx`);
      if (!sample) {
        pane.say('error', TEXT.unknownSample);
        return;
      }
      const isOpen = await open(sample.file, async () => {
        const answer = await fetch(`samples/${sample.file}`).catch(fail(TEXT.sampleFailed));
        if (!answer.ok) throw new PlainFault(TEXT.sampleFailed);
        return new Uint8Array(await answer.arrayBuffer());
      });
      // A sample is there to be looked at: shown as it is after «Tính chỉ số».
      if (!isOpen) return;
      await pane.compute();
      shown = door.bytes();
    },
    save() {
      const bytes = door.bytes();
      const { fileName } = pane.state();
      if (!bytes || fileName === null) return;
      const name = filledName(fileName);
      download(bytes, name);
      pane.show({ unsaved: false });
      pane.say('success', saved(name));
    },
  };
}

const fail = (message: string) => (): never => {
  throw new PlainFault(message);
};
