/**
 * Typing into score cells as in Excel: a character, F2 or a double click starts, Enter and Tab write and move on,
 * Escape cancels, arrows end typing that began with a character; a block can be pasted from Excel.
 */
import { useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactElement } from 'react';
import { toA1, type Address } from '../../core/values/address';
import { TEXT, inCell, skippedCells } from '../text/text';
import { usePane } from '../use-pane';
import type { GridCell } from '../worker/view-grid';

interface Typing {
  readonly at: Address;
  readonly text: string;
  /** Whether typing began with a character, so that an arrow key ends it. After F2, arrows move in the text. */
  readonly isFresh: boolean;
}

interface Place {
  readonly sheet: string;
  readonly at: Address | null;
  readonly cells: readonly GridCell[];
  readonly choose: (at: Address) => void;
  /** Returns the focus to the grid. */
  readonly back: () => void;
}

const AFTER: Readonly<Record<string, readonly [number, number]>> = {
  Enter: [1, 0],
  Tab: [0, 1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

export function useTyping({ sheet, at, cells, choose, back }: Place) {
  const pane = usePane();
  const [typing, setTyping] = useState<Typing | null>(null);
  /** The editor also loses the focus when it closes; only an open editor writes. */
  const isOpen = useRef(false);
  const cell = at && cells.find(({ row, column }) => row === at.row && column === at.column);

  const write = (text: string, [down, right]: readonly [number, number]): void => {
    if (!typing || !isOpen.current) return;
    isOpen.current = false;
    setTyping(null);
    void pane.type([{ at: typing.at, text }], sheet);
    // The editor lost the focus to a click elsewhere, so the selection stays there.
    if (down === 0 && right === 0) return;
    choose({ row: Math.max(0, typing.at.row + down), column: Math.max(0, typing.at.column + right) });
    back();
  };
  const begin = (text: string, isFresh: boolean): void => {
    if (!at) return;
    if (cell?.isScore !== true) {
      pane.say('info', skippedCells(1));
      return;
    }
    isOpen.current = true;
    setTyping({ at, text, isFresh });
  };

  /** Returns true if the key is handled here. */
  const press = (event: KeyboardEvent): boolean => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || !at) return false;
    if (key === 'F2') begin(cell?.text ?? '', false);
    else if (key === 'Delete' || key === 'Backspace') {
      if (cell?.isScore === true) void pane.type([{ at, text: '' }], sheet);
    } else if (key.length === 1 && key !== ' ') begin(key, true);
    else return false;
    event.preventDefault();
    return true;
  };

  const paste = async (event: ClipboardEvent): Promise<void> => {
    if (!at || typing) return;
    const block = blockOf(event.clipboardData.getData('text/plain'), at);
    event.preventDefault();
    const may = await pane.engine.call(
      'scoreCells',
      sheet,
      block.map((each) => each.at),
    );
    const writable = block.filter((_, position) => may[position]);
    if (writable.length > 0) await pane.type(writable, sheet);
    if (writable.length < block.length) pane.say('info', skippedCells(block.length - writable.length));
  };

  const copy = (event: ClipboardEvent): void => {
    if (!cell || typing) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', cell.text);
  };

  const editor = (box: Box): ReactElement | null =>
    typing && (
      <CellEditor
        typing={typing}
        box={box}
        change={(text) => setTyping({ ...typing, text })}
        write={write}
        giveUp={() => {
          isOpen.current = false;
          setTyping(null);
          back();
        }}
      />
    );
  return {
    press,
    paste: (event: ClipboardEvent) => void paste(event),
    copy,
    editor,
    typingAt: typing?.at ?? null,
    edit: () => begin(cell?.text ?? '', false),
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface EditorProps {
  readonly typing: Typing;
  readonly box: Box;
  readonly change: (text: string) => void;
  readonly write: (text: string, step: readonly [number, number]) => void;
  readonly giveUp: () => void;
}

function CellEditor({ typing: { at, text, isFresh }, box, change, write, giveUp }: EditorProps) {
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') giveUp();
    const step = AFTER[event.key];
    if (!step || (event.key.startsWith('Arrow') && !isFresh)) return;
    event.preventDefault();
    const way = event.shiftKey ? -1 : 1;
    write(text, [step[0] * way, step[1] * way]);
  };
  return (
    <div role="row" className="grid-typing" style={{ ...box }}>
      <div role="gridcell">
        <input
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the user began to type in the cell below
          autoFocus
          value={text}
          aria-label={`${inCell(toA1(at))}: ${TEXT.typeHere}`}
          onChange={({ target }) => change(target.value)}
          onBlur={() => write(text, [0, 0])}
          onKeyDown={press}
        />
      </div>
    </div>
  );
}

/** The lines and columns of Excel's clipboard text, each with its target cell. */
function blockOf(text: string, { row, column }: Address): { readonly at: Address; readonly text: string }[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.flatMap((line, down) =>
    line.split('\t').map((word, right) => ({ at: { row: row + down, column: column + right }, text: word.trim() })),
  );
}
