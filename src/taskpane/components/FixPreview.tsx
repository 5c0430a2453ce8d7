/**
 * «Sửa tất cả»: every repair without alternatives, old and new value side by side, each with a tick box. Writes on the
 * button only.
 */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { toA1 } from '../../core/values/address';
import { TEXT, fixCells, inCell, shownValue } from '../text';
import { useAnswer, usePane, usePaneState } from '../use-pane';
import type { SheetView } from '../worker/view-sheet';

export function FixPreview({ sheet, close }: { readonly sheet: SheetView; readonly close: () => void }) {
  const pane = usePane();
  const { busy } = usePaneState();
  const repairs = useAnswer('repairs', sheet.sheet);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [records, setRecords] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const chosen = (repairs ?? [])
    .filter(({ id }) => !left.has(id))
    .flatMap(({ suggestions: [best] }) => (best?.fixes ?? []).map((fix) => ({ ...fix, why: best?.why ?? '' })));
  const toggle = (id: number): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const apply = async (): Promise<void> => {
    await pane.fix(chosen, records);
    close();
  };
  return (
    <div className="preview">
      <h2 ref={heading} tabIndex={-1}>
        {TEXT.preview}
      </h2>
      <p className="quiet">{repairs?.length === 0 ? TEXT.noRepairs : TEXT.previewLead}</p>
      <ul>
        {repairs?.map(({ id, message, suggestions }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={!left.has(id)} onChange={() => toggle(id)} />
              <span>
                {(suggestions[0]?.fixes ?? []).slice(0, 6).map(({ at, before, value }) => (
                  <span key={toA1(at)} className="change">
                    {inCell(toA1(at))}: <del>{before === '' ? TEXT.blank : before}</del> →{' '}
                    <ins>{shownValue(value)}</ins>
                  </span>
                ))}
                <span className="quiet">{message}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <label>
        <input type="checkbox" checked={records} onChange={() => setRecords(!records)} />
        <span>{TEXT.keepsRecord}</span>
      </label>
      <div className="actions">
        <Button appearance="primary" disabled={chosen.length === 0 || busy !== null} onClick={() => void apply()}>
          {fixCells(chosen.length)}
        </Button>
        <Button onClick={close}>{TEXT.keep}</Button>
      </div>
    </div>
  );
}
