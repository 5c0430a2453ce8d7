/** Short builders for drawings: `row('a', number('1'), null)`, with optional changes of the look. */
import type { Content } from '../../src/core/model/content';
import {
  PLAIN_SHEET,
  type CellLook,
  type DrawnCell,
  type DrawnRow,
  type SheetDrawing,
} from '../../src/core/model/sheet-drawing';
import { at } from './edits';

export const PLAIN_LOOK: CellLook = {
  size: 12,
  bold: false,
  italic: false,
  strike: false,
  colour: '000000',
  fill: null,
  border: true,
  horizontal: 'left',
  vertical: 'center',
  wrap: true,
  numberFormat: 'General',
};

export const drawnCell = (
  content: Content | string | null,
  look: Partial<CellLook> = {},
  from: string | null = null,
): DrawnCell => ({
  content: typeof content === 'string' ? { kind: 'text', text: content } : content,
  look: { ...PLAIN_LOOK, ...look },
  from: from === null ? null : at(from),
});

export const drawnRow = (cells: readonly (DrawnCell | null)[], extras: Partial<DrawnRow> = {}): DrawnRow => ({
  height: null,
  level: 0,
  cells,
  ...extras,
});

export const drawing = (rows: readonly DrawnRow[], extras: Partial<SheetDrawing> = {}): SheetDrawing => ({
  columns: Array.from({ length: Math.max(0, ...rows.map(({ cells }) => cells.length)) }, () => ({
    width: 20,
    hidden: false,
  })),
  rows,
  ...PLAIN_SHEET,
  ...extras,
});
