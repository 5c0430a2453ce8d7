/** «So với năm trước»: a file of last year, or a sheet of this workbook. */
import { Button } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { readWorkbook } from '../read-workbook';
import { TASK_TEXT } from '../text/task-text';
import { TEXT } from '../text/text';
import { usePane, usePaneState, useSheet } from '../use-pane';
import { FileInput } from './FileInput';

export function CompareTask() {
  const pane = usePane();
  const { view, busy } = usePaneState();
  const sheet = useSheet();
  const input = useRef<HTMLInputElement>(null);
  const [mergers, setMergers] = useState('');
  const others = (view?.sheets ?? []).filter((each) => each.sheet !== sheet?.sheet);
  return (
    <>
      <p className="quiet">{TASK_TEXT.compareLead}</p>
      <label className="field">
        {TASK_TEXT.compareMergers}
        <textarea rows={3} value={mergers} onChange={({ target }) => setMergers(target.value)} />
      </label>
      <p>
        <Button
          appearance="primary"
          icon={<FolderOpenRegular />}
          disabled={busy !== null}
          onClick={() => input.current?.click()}
        >
          {TASK_TEXT.compareFile}
        </Button>
        <FileInput
          take={([file]) =>
            file &&
            void pane.compareWith(async () => ({
              kind: 'bytes',
              name: file.name,
              bytes: await readWorkbook(file, pane.engine),
              mergers,
            }))
          }
          label={TASK_TEXT.compareFile}
          input={input}
        />
      </p>
      {others.length > 0 && (
        <>
          <p>{TASK_TEXT.compareSheet}</p>
          <ul className="choices">
            {others.map(({ sheet: name }) => (
              <li key={name}>
                <Button
                  size="small"
                  disabled={busy !== null}
                  onClick={() => void pane.compareWith(() => Promise.resolve({ kind: 'sheet', name, mergers }))}
                >
                  {name}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {view?.previous?.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {view?.previous && (
        <p className="actions">
          <span>
            {TEXT.compareNow} <strong>{view.previous.name}</strong>
          </span>
          <Button
            size="small"
            disabled={busy !== null}
            onClick={() => void pane.compareWith(() => Promise.resolve(null))}
          >
            {TASK_TEXT.compareStop}
          </Button>
        </p>
      )}
    </>
  );
}
