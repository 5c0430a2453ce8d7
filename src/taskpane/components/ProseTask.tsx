/** «Dán văn bản»: recognises the causes in a report's text passage by passage; only ticked passages are written. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { silentPassages } from '../../core/model/prose';
import type { ProseView } from '../worker/views-of-causes';
import { TASK_TEXT, writeCausesFor } from '../task-text';
import { useDraft, usePane, usePaneState, useSheet } from '../use-pane';
import { ProseRow } from './ProseRow';

const LONGEST = 300_000;

export function ProseTask() {
  const pane = usePane();
  const { busy, unit } = usePaneState();
  const sheet = useSheet();
  const units = sheet?.units ?? [];
  const [text, setText] = useDraft('prose', '');
  const [whose, setWhose] = useState<number | null>(unit);
  const [found, setFound] = useState<ProseView | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const recognise = async (): Promise<void> => {
    if (!sheet) return;
    try {
      const view = await pane.engine.call('prose', sheet.sheet, whose, text);
      setFound(view);
      setTicked(new Set(view.rows.flatMap(({ state }, at) => (state === 'sure' ? [at] : []))));
    } catch (error) {
      pane.fail(error);
    }
  };
  const lines = (found?.rows ?? []).flatMap((row, at) => (ticked.has(at) ? row.lines : []));
  const write = async (): Promise<void> => {
    await pane.writeCauses(lines);
    // Read again: what was written stands there now, what was left out is still to be decided.
    if (pane.state().notice?.kind !== 'error') await recognise();
  };
  const toggle = (at: number): void => {
    const next = new Set(ticked);
    if (!next.delete(at)) next.add(at);
    setTicked(next);
  };
  return (
    <div className="task-form">
      <p className="quiet">{TASK_TEXT.proseLead}</p>
      <label className="field">
        <span>{TASK_TEXT.proseText}</span>
        <textarea
          rows={found ? 3 : 8}
          maxLength={LONGEST}
          value={text}
          placeholder={TASK_TEXT.proseExample}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      {units.length > 1 && (
        <label className="field">
          <span>{TASK_TEXT.proseUnit}</span>
          <select
            value={whose ?? ''}
            onChange={({ target }) => setWhose(target.value === '' ? null : Number(target.value))}
          >
            <option value="">{TASK_TEXT.proseByName}</option>
            {units.map(({ unit: index, name }) => (
              <option key={index} value={index}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <p>
        <Button
          appearance={found ? 'secondary' : 'primary'}
          disabled={text.trim() === '' || busy !== null}
          onClick={() => void recognise()}
        >
          {TASK_TEXT.proseRead}
        </Button>
      </p>
      {found && (
        <div role="status" className="hints quiet">
          {found.rows.length === 0 && <p>{TASK_TEXT.proseNone}</p>}
          {found.silent > 0 && <p>{silentPassages(found.silent)}</p>}
          {found.isCut && <p>{TASK_TEXT.proseCut}</p>}
        </div>
      )}
      {found && found.rows.length > 0 && (
        <>
          <ul>
            {found.rows.map((row, at) => (
              // Passages have no name of their own; they stand as they were pasted.
              <li key={at} className="prose-row">
                <ProseRow row={row} isTicked={ticked.has(at)} toggle={() => toggle(at)} hasUnit={units.length > 1} />
              </li>
            ))}
          </ul>
          <div className="actions sticky">
            <Button appearance="primary" disabled={lines.length === 0 || busy !== null} onClick={() => void write()}>
              {writeCausesFor(lines.length)}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
