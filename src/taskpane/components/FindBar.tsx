/**
 * Finds text in the whole sheet, including parts that are not drawn: Enter goes forward, Shift+Enter back, Escape
 * closes.
 */
import { Button } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular, DismissRegular } from '@fluentui/react-icons';
import { useDeferredValue, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Address } from '../../core/values/address';
import { SHEET_TEXT, foundCells } from '../text/sheet-text';
import { TEXT } from '../text/text';
import { useAnswer, usePane } from '../use-pane';

interface Props {
  readonly sheet: string;
  readonly at: Address | null;
  readonly close: () => void;
}

const isAfter = (a: Address, b: Address): boolean => a.row > b.row || (a.row === b.row && a.column > b.column);

export function FindBar({ sheet, at, close }: Props) {
  const pane = usePane();
  const [text, setText] = useState('');
  const found = useAnswer('find', sheet, useDeferredValue(text)) ?? [];
  const here = at ? found.findIndex(({ row, column }) => row === at.row && column === at.column) : -1;
  const go = (way: 1 | -1): void => {
    const from = at ?? { row: -1, column: -1 };
    const next = way === 1 ? found.find((each) => isAfter(each, from)) : found.findLast((each) => isAfter(from, each));
    const to = next ?? found.at(way === 1 ? 0 : -1);
    if (to) pane.reveal(to, sheet);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <div className="find-bar" role="search">
      <input
        type="search"
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the user opened the bar to search
        autoFocus
        value={text}
        placeholder={SHEET_TEXT.findWhat}
        aria-label={SHEET_TEXT.findWhat}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={press}
      />
      <span role="status" className="quiet">
        {text.trim() !== '' && (found.length === 0 ? SHEET_TEXT.findNone : foundCells(here + 1, found.length))}
      </span>
      <Find label={SHEET_TEXT.previous} icon={<ChevronUpRegular />} act={() => go(-1)} />
      <Find label={SHEET_TEXT.next} icon={<ChevronDownRegular />} act={() => go(1)} />
      <Find label={TEXT.close} icon={<DismissRegular />} act={close} />
    </div>
  );
}

function Find({ label, icon, act }: { readonly label: string; readonly icon: ReactElement; readonly act: () => void }) {
  return <Button appearance="subtle" size="small" icon={icon} aria-label={label} title={label} onClick={act} />;
}
