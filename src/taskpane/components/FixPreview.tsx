/**
 * «Sửa tất cả»: every repair without alternatives, old and new value side by side, each with a tick box; repairs of
 * entered scores are not ticked. Nothing is written before the button is pressed.
 */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { printed } from '../../core/values/decimal';
import { toA1 } from '../../core/values/address';
import { ISSUE_TEXT } from '../text/issue-text';
import { fixCells, inCell, moreCells } from '../text/text';
import { useAnswer, usePane, usePaneState } from '../use-pane';
import type { DiagnosticView, SuggestionView } from '../worker/view-diagnostics';
import type { SheetView } from '../worker/view-sheet';

/** Cells of one repair shown at first; the others unfold below. */
const FIRST_CELLS = 6;

const fixesOf = ({ suggestions: [best] }: DiagnosticView): SuggestionView['fixes'] => best?.fixes ?? [];
const isProven = ({ suggestions: [best] }: DiagnosticView): boolean => best?.isProven === true;
const placed = (cell: string, sheet: string | undefined): string => (sheet === undefined ? cell : `«${sheet}» ${cell}`);

export function FixPreview({ sheet, close }: { readonly sheet: SheetView; readonly close: () => void }) {
  const pane = usePane();
  const { busy } = usePaneState();
  const repairs = useAnswer('repairs', sheet.sheet);
  const [changed, setChanged] = useState<ReadonlySet<number>>(new Set());
  const [records, setRecords] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isTicked = ({ id, suggestions: [best] }: DiagnosticView): boolean =>
    (best?.isSure === true) !== changed.has(id);
  const chosen = (repairs ?? [])
    .filter(isTicked)
    .flatMap((repair) => fixesOf(repair).map((fix) => ({ ...fix, why: repair.suggestions[0]?.why ?? '' })));
  const toggle = (id: number): void => {
    const next = new Set(changed);
    if (!next.delete(id)) next.add(id);
    setChanged(next);
  };
  const apply = async (): Promise<void> => {
    await pane.fix(chosen, records);
    close();
  };
  return (
    <div className="preview">
      <h2 ref={heading} tabIndex={-1}>
        {ISSUE_TEXT.preview}
      </h2>
      <p className="quiet">{repairs?.length === 0 ? ISSUE_TEXT.noRepairs : ISSUE_TEXT.previewLead}</p>
      <ul>
        {repairs?.map((repair) => (
          <li key={repair.id}>
            <label>
              <input type="checkbox" checked={isTicked(repair)} onChange={() => toggle(repair.id)} />
              <span>
                <Changes fixes={fixesOf(repair).slice(0, FIRST_CELLS)} />
                <span className="quiet">{repair.message}</span>
                {isProven(repair) && <span className="quiet">{ISSUE_TEXT.enteredScore}</span>}
              </span>
            </label>
            {fixesOf(repair).length > FIRST_CELLS && (
              <details>
                <summary>{moreCells(fixesOf(repair).length - FIRST_CELLS)}</summary>
                <Changes fixes={fixesOf(repair).slice(FIRST_CELLS)} />
              </details>
            )}
          </li>
        ))}
      </ul>
      <label>
        <input type="checkbox" checked={records} onChange={() => setRecords(!records)} />
        <span>{ISSUE_TEXT.keepsRecord}</span>
      </label>
      <div className="actions">
        <Button appearance="primary" disabled={chosen.length === 0 || busy !== null} onClick={() => void apply()}>
          {fixCells(chosen.length)}
        </Button>
        <Button onClick={close}>{ISSUE_TEXT.keep}</Button>
      </div>
    </div>
  );
}

function Changes({ fixes }: Pick<SuggestionView, 'fixes'>) {
  return fixes.map(({ at, sheet, before, value }) => {
    const shown = before === '' ? ISSUE_TEXT.blank : before;
    return (
      <span key={`${sheet ?? ''}!${toA1(at)}`} className="change">
        {placed(inCell(toA1(at)), sheet)}: {shown !== null && <del>{shown}</del>} → <ins>{printed(value)}</ins>
      </span>
    );
  });
}
