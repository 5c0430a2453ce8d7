/** «Tạo mẫu»: for which units, and the layout of the blank table. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { TASK_TEXT } from '../text/task-text';
import { usePane, usePaneState } from '../use-pane';

const LAYOUTS = ['columns', 'sheets', 'rows'] as const;

export function FormsTask() {
  const pane = usePane();
  const { busy } = usePaneState();
  const [units, setUnits] = useState('');
  const [layout, setLayout] = useState<(typeof LAYOUTS)[number]>('columns');
  return (
    <div className="task-form">
      <p className="quiet">{TASK_TEXT.formsLead}</p>
      <label className="field">
        {TASK_TEXT.formsUnits}
        <textarea rows={6} value={units} onChange={({ target }) => setUnits(target.value)} />
      </label>
      <label className="field">
        {TASK_TEXT.formsLayout}
        <select
          value={layout}
          onChange={({ target }) => setLayout(LAYOUTS.find((each) => each === target.value) ?? 'columns')}
        >
          {LAYOUTS.map((each) => (
            <option key={each} value={each}>
              {TASK_TEXT.formsLayouts[each]}
            </option>
          ))}
        </select>
      </label>
      <p className="actions">
        <Button appearance="primary" disabled={busy !== null} onClick={() => void pane.makeForms(units, layout)}>
          {TASK_TEXT.formsNow}
        </Button>
      </p>
    </div>
  );
}
