/** The visible rows of the grid; a row is only drawn again if something in it changes. */
import { memo } from 'react';
import { toA1, type Address, type Area2D } from '../../core/values/address';
import type { Axis } from '../grid-axis';
import type { GridCell } from '../worker/view-grid';
import { Cell } from './GridCell';
import { HEAD, SIDE } from './grid-moves';

export interface Axes {
  readonly rows: Axis;
  readonly columns: Axis;
}

interface RowsProps {
  readonly cells: readonly GridCell[];
  /** The drawn rows and columns. */
  readonly area: Area2D;
  readonly axes: Axes;
  readonly at: Address | null;
  readonly selected: Address | null;
}

export function Rows({ cells, area, axes, at, selected }: RowsProps) {
  const lines = byRow(cells, area);
  for (let row = area.top; row <= area.bottom; row++)
    if (axes.rows.size(row) > 0 && !lines.has(row)) lines.set(row, []);
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([row, rowCells]) => (
      <Row
        key={row}
        row={row}
        cells={rowCells}
        axes={axes}
        isCurrent={at?.row === row}
        selected={selected?.row === row ? selected.column : null}
      />
    ));
}

/** Cells that overlap the area, by their first row. */
function byRow(cells: readonly GridCell[], { top, left, bottom, right }: Area2D): Map<number, GridCell[]> {
  const lines = new Map<number, GridCell[]>();
  for (const cell of cells) {
    const { row, column, merge } = cell;
    if (row > bottom || column > right || (merge?.bottom ?? row) < top || (merge?.right ?? column) < left) continue;
    const line = lines.get(row);
    if (line) line.push(cell);
    else lines.set(row, [cell]);
  }
  return lines;
}

interface RowProps {
  readonly row: number;
  readonly cells: readonly GridCell[];
  readonly axes: Axes;
  readonly isCurrent: boolean;
  /** Column of the selected cell, if it is in this row. */
  readonly selected: number | null;
}

const Row = memo(DrawnRow, (before, after) => {
  const { cells } = after;
  return (
    before.row === after.row &&
    before.axes === after.axes &&
    before.isCurrent === after.isCurrent &&
    before.selected === after.selected &&
    before.cells.length === cells.length &&
    before.cells.every((cell, position) => cell === cells[position])
  );
});

function DrawnRow({ row, cells, axes: { rows, columns }, isCurrent, selected }: RowProps) {
  const height = rows.size(row);
  return (
    <div className="grid-row" role="row" aria-rowindex={row + 2} style={{ top: HEAD + rows.start(row), height }}>
      <div
        role="rowheader"
        className={isCurrent ? 'grid-number on' : 'grid-number'}
        style={{ width: SIDE, height: rows.size(row) }}
      >
        {row + 1}
      </div>
      {cells.map((cell) => (
        <Cell
          key={cell.column}
          cell={cell}
          left={SIDE}
          rows={rows}
          columns={columns}
          isSelected={selected === cell.column}
        />
      ))}
      {selected !== null && !cells.some(({ column }) => column === selected) && (
        <div
          id={`cell-${toA1({ row, column: selected })}`}
          role="gridcell"
          aria-selected
          className="grid-cell selected"
          aria-colindex={selected + 2}
          style={{ left: SIDE + columns.start(selected), width: columns.size(selected), height }}
        />
      )}
    </div>
  );
}
