/** The sheet beside the pane: a line about the selected cell, the grid, and the names of the sheets. */
import { Button } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { toA1, type Address } from '../../core/values/address';
import { SHEET_TEXT, zoomOption } from '../text/sheet-text';
import { TEXT } from '../text/text';
import { useAnswer, usePane, usePaneState } from '../use-pane';
import { FindBar } from './FindBar';
import { SheetGrid } from './SheetGrid';
import type { SheetPlace } from '../worker/score-in-cell';

const ZOOMS = [0.6, 0.75, 0.9, 1, 1.25, 1.5, 2] as const;

export function SheetView() {
  const { view, sheet, selection } = usePaneState();
  const [zoom, setZoom] = useState(1);
  const [chosen, setChosen] = useState<{
    readonly name: string;
    readonly times: number;
    readonly sheet: string | null;
  } | null>(null);
  // The latest request wins: a sheet name below the grid, a cell shown from the pane, or another bảng tổng hợp chosen
  // in the pane.
  const times = selection?.times ?? 0;
  const names = view?.names ?? [];
  // The sheet may be missing after an undo, or in another file.
  const asked = [
    chosen && chosen.times === times && chosen.sheet === sheet ? chosen.name : null,
    selection?.sheet,
    sheet,
  ].find((each) => typeof each === 'string' && names.includes(each));
  const name = asked ?? names[0] ?? '';
  const target = selection?.sheet === name ? selection : null;
  return (
    <>
      <OneSheet key={name} name={name} target={target} zoom={zoom} />
      <div className="sheet-foot">
        <nav className="sheet-names" aria-label={TEXT.sheets}>
          {names.length > 1 &&
            names.map((each) => (
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
        <select aria-label={SHEET_TEXT.zoom} value={zoom} onChange={(event) => setZoom(Number(event.target.value))}>
          {ZOOMS.map((each) => (
            <option key={each} value={each}>
              {zoomOption(each)}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

interface OneSheetProps {
  readonly name: string;
  readonly target: { readonly at: Address; readonly times: number } | null;
  readonly zoom: number;
}

function OneSheet({ name, target, zoom }: OneSheetProps) {
  const [clicked, setClicked] = useState<{ readonly at: Address; readonly times: number } | null>(null);
  const times = target?.times ?? 0;
  const at = clicked && clicked.times === times ? clicked.at : (target?.at ?? null);
  const shape = useAnswer('shape', name);
  const { isFinding, find, leave } = useFinding();
  return (
    <>
      <CellLine name={name} at={at} find={find} />
      {isFinding && <FindBar sheet={name} at={at} close={leave} />}
      {shape && (
        <SheetGrid shape={shape} at={at} jump={target} zoom={zoom} choose={(cell) => setClicked({ at: cell, times })} />
      )}
    </>
  );
}

/** Handles Ctrl+F, except while the focus is in the pane, where the browser's own search is more useful. */
function useFinding() {
  const [isFinding, setFinding] = useState(false);
  const from = useRef<Element | null>(null);
  const find = (): void => {
    from.current = document.activeElement;
    setFinding(true);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isHere = event.target === document.body || (event.target as Element).closest('.sheet') !== null;
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f' || !isHere) return;
      event.preventDefault();
      find();
      document.querySelector<HTMLElement>('.find-bar input')?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  const leave = (): void => {
    setFinding(false);
    const back = from.current instanceof HTMLElement && from.current !== document.body ? from.current : null;
    (back ?? document.querySelector<HTMLElement>('.app .grid'))?.focus();
  };
  return { isFinding, find, leave };
}

interface CellLineProps {
  readonly name: string;
  readonly at: Address | null;
  readonly find: () => void;
}

function CellLine({ name, at, find }: CellLineProps) {
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
      <Button
        appearance="subtle"
        size="small"
        icon={<SearchRegular />}
        aria-label={SHEET_TEXT.find}
        title={SHEET_TEXT.find}
        onClick={find}
      />
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
