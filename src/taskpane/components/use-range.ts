/** Selects several cells with Shift or by dragging, and copies them as Excel does. */
import { useState, type ClipboardEvent, type MouseEvent } from 'react';
import type { Address, Area2D } from '../../core/values/address';
import { useAnswer, usePane } from '../use-pane';
import type { GridCell } from '../worker/view-grid';

interface Place {
  readonly sheet: string;
  readonly at: Address | null;
  readonly choose: (at: Address) => void;
}

export function useRange({ sheet, at, choose }: Place) {
  const pane = usePane();
  const [anchor, setAnchor] = useState<Address | null>(null);
  /** The cell where the pointer went down; a press without a move selects one cell. */
  const [start, setStart] = useState<Address | null>(null);
  const area = anchor && at ? between(anchor, at) : null;
  // The clipboard must be filled synchronously, so the cells are loaded before they are copied.
  const cells = useAnswer('cells', sheet, area ?? NOWHERE);

  return {
    area,
    /** Selects a cell; with Shift, the range from the first cell to it. */
    go: (to: Address, isMore: boolean): void => {
      setAnchor(isMore ? (anchor ?? at ?? to) : null);
      choose(to);
    },
    down: (to: Address, isMore: boolean): void => {
      setStart(isMore ? (anchor ?? at ?? to) : to);
      setAnchor(isMore ? (anchor ?? at ?? to) : null);
      choose(to);
    },
    drag: (to: Address, { buttons }: MouseEvent): void => {
      if ((buttons & 1) === 0 || !start || (at && isSame(to, at))) return;
      setAnchor(start);
      choose(to);
    },
    /** Returns true if a range was copied. */
    copy: (event: ClipboardEvent): boolean => {
      if (!area || !cells) return false;
      event.preventDefault();
      const lines = linesOf(cells, area);
      event.clipboardData.setData('text/plain', lines.map((line) => line.map(quoted).join('\t')).join('\r\n'));
      event.clipboardData.setData('text/html', htmlOf(lines));
      return true;
    },
    /** Clears the score cells of the range. */
    empty: async (): Promise<void> => {
      if (!area) return;
      const all = addressesOf(area);
      const may = await pane.engine.call('scoreCells', sheet, all);
      const writable = all.filter((_, position) => may[position]);
      if (writable.length > 0) {
        await pane.type(
          writable.map((each) => ({ at: each, text: '' })),
          sheet,
        );
      }
    },
  };
}

const NOWHERE: Area2D = { top: 0, left: 0, bottom: -1, right: -1 };

const isSame = (a: Address, b: Address): boolean => a.row === b.row && a.column === b.column;

const between = (a: Address, b: Address): Area2D => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.column, b.column),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.column, b.column),
});

const addressesOf = ({ top, left, bottom, right }: Area2D): Address[] =>
  Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, n) => ({
    row: top + Math.floor(n / (right - left + 1)),
    column: left + (n % (right - left + 1)),
  }));

function linesOf(cells: readonly GridCell[], { top, left, bottom, right }: Area2D): string[][] {
  const lines = Array.from({ length: bottom - top + 1 }, () => Array<string>(right - left + 1).fill(''));
  for (const { row, column, text } of cells) {
    const line = lines[row - top];
    // A merge may begin outside of the range.
    if (line && column >= left && column <= right) line[column - left] = text;
  }
  return lines;
}

/** Quotes text with tabs, line breaks or quotes as Excel does. */
const quoted = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/\r?\n/g, '<br>');

const rowOf = (line: readonly string[]): string =>
  `<tr>${line.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`;

const htmlOf = (lines: readonly (readonly string[])[]): string => `<table>${lines.map(rowOf).join('')}</table>`;
