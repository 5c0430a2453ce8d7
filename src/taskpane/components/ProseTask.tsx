/** «Dán văn bản»: recognises the causes in a report's text passage by passage; only ticked passages are written. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { emptyPassagesText } from '../../core/model/beside/prose';
import type { UnitView } from '../worker/views';
import type { ProseView } from '../worker/view-prose';
import { TASK_TEXT, writeCausesFor } from '../text/task-text';
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
      setTicked(new Set(view.rows.flatMap(({ state }, position) => (state === 'sure' ? [position] : []))));
    } catch (error) {
      pane.fail(error);
    }
  };
  const lines = (found?.rows ?? []).flatMap((row, position) => (ticked.has(position) ? row.lines : []));
  const write = async (): Promise<void> => {
    await pane.writeCauses(lines);
    // Recognises the text again: written passages are in the table now, and the others are still open.
    if (pane.state().notice?.kind !== 'error') await recognise();
  };
  const toggle = (position: number): void => {
    const next = new Set(ticked);
    if (!next.delete(position)) next.add(position);
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
      {units.length > 1 && <UnitSelect units={units} chosen={whose} choose={setWhose} />}
      <p>
        <Button
          appearance={found ? 'secondary' : 'primary'}
          disabled={text.trim() === '' || busy !== null}
          onClick={() => void recognise()}
        >
          {TASK_TEXT.proseRead}
        </Button>
      </p>
      {found && <Hints found={found} />}
      {found && found.rows.length > 0 && (
        <>
          <ul>
            {found.rows.map((row, position) => (
              // Passages have no key of their own; they keep the order of the pasted text.
              <li key={position} className="prose-row">
                <ProseRow
                  row={row}
                  isTicked={ticked.has(position)}
                  toggle={() => toggle(position)}
                  hasUnit={units.length > 1}
                />
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

/** Chooses the unit of a passage that names none. */
function UnitSelect({
  units,
  chosen,
  choose,
}: {
  readonly units: readonly UnitView[];
  readonly chosen: number | null;
  readonly choose: (unit: number | null) => void;
}) {
  return (
    <label className="field">
      <span>{TASK_TEXT.proseUnit}</span>
      <select value={chosen ?? ''} onChange={({ target }) => choose(target.value === '' ? null : Number(target.value))}>
        <option value="">{TASK_TEXT.proseByName}</option>
        {units.map(({ unit, name }) => (
          <option key={unit} value={unit}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Hints({ found }: { readonly found: ProseView }) {
  return (
    <div role="status" className="hints quiet">
      {found.rows.length === 0 && <p>{TASK_TEXT.proseNone}</p>}
      {found.emptyPassages > 0 && <p>{emptyPassagesText(found.emptyPassages)}</p>}
      {found.isCut && <p>{TASK_TEXT.proseCut}</p>}
    </div>
  );
}
