/** The sheet beside the pane: a line about the selected cell, the grid, and the names of the sheets. */
import { useState } from 'react';
import { toA1, type Address } from '../../core/values/address';
import { TEXT } from '../text';
import { useAnswer, usePane, usePaneState } from '../use-pane';
import { SheetGrid } from './SheetGrid';
import type { SheetPlace } from '../worker/score-in-cell';

export function SheetView() {
  const { view, sheet, selection } = usePaneState();
  const [chosen, setChosen] = useState<{
    readonly name: string;
    readonly times: number;
    readonly sheet: string | null;
  } | null>(null);
  // The latest request decides: a sheet name below the grid, a cell shown from the pane, or another bảng tổng hợp
  // chosen there.
  const times = selection?.times ?? 0;
  const names = view?.names ?? [];
  // A sheet may be gone after an undo, or in another file.
  const asked = [
    chosen && chosen.times === times && chosen.sheet === sheet ? chosen.name : null,
    selection?.sheet,
    sheet,
  ].find((each) => typeof each === 'string' && names.includes(each));
  const name = asked ?? names[0] ?? '';
  const target = selection?.sheet === name ? selection : null;
  return (
    <>
      <OneSheet key={name} name={name} target={target} />
      {names.length > 1 && (
        <nav className="sheet-names" aria-label={TEXT.sheets}>
          {names.map((each) => (
            <button
              key={each}
              type="button"
              aria-current={each === name}
              onClick={() => setChosen({ name: each, times, sheet })}
            >
              {each}
            </button>
          ))}
        </nav>
      )}
    </>
  );
}

function OneSheet({
  name,
  target,
}: {
  readonly name: string;
  readonly target: { readonly at: Address; readonly times: number } | null;
}) {
  const [own, setOwn] = useState<{ readonly at: Address; readonly times: number } | null>(null);
  const times = target?.times ?? 0;
  const at = own && own.times === times ? own.at : (target?.at ?? null);
  const shape = useAnswer('shape', name);
  return (
    <>
      <CellLine name={name} at={at} />
      {shape && <SheetGrid shape={shape} at={at} jump={target} choose={(cell) => setOwn({ at: cell, times })} />}
    </>
  );
}

function CellLine({ name, at }: { readonly name: string; readonly at: Address | null }) {
  const cell = useAnswer('cell', name, at ?? { row: 0, column: 0 });
  return (
    <div className="cell-line" aria-live="polite">
      <span className="cell-name">{at ? toA1(cell?.at ?? at) : ''}</span>
      <span className="cell-content">
        {at && cell && (
          <>
            {cell.formula !== null && <span className="formula">{`=${cell.formula}`}</span>}
            {cell.place && (
              <strong className="cell-place">
                {[cell.place.unitName, cell.place.itemLabel].filter(Boolean).join(' · ')}
              </strong>
            )}
            <span>{cell.text === '' ? <em className="quiet">{TEXT.emptyCell}</em> : cell.text}</span>
            {cell.note !== null && (
              <span className="cell-note">
                <strong>{TEXT.noteOfCell}:</strong> {cell.note}
              </span>
            )}
            {cell.counterpart && <ToCounterpart place={cell.counterpart} />}
          </>
        )}
        {!at && <span className="quiet cell-hint">{TEXT.gridHint}</span>}
      </span>
    </div>
  );
}

function ToCounterpart({ place: { sheet, at } }: { readonly place: SheetPlace }) {
  const pane = usePane();
  const { view } = usePaneState();
  return (
    <button type="button" className="link" onClick={() => pane.reveal(at, sheet)}>
      {sheet === view?.summary ? TEXT.toLine : TEXT.toScore}
    </button>
  );
}
