/**
 * A window onto a sheet of any size: only visible rows and columns are in the page, and cells come from the worker in
 * tiles.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { columnName, toA1, type Address } from '../../core/values/address';
import { gridAxis, type Axis } from '../grid-axis';
import { TEXT } from '../text';
import { useTiles } from './use-tiles';
import { Cell } from './GridCell';
import { HEAD, SIDE, bring, target } from './grid-moves';
import { useTyping } from './use-typing';
import type { GridCell, GridShape } from '../worker/view-grid';

interface Props {
  readonly shape: GridShape;
  readonly at: Address | null;
  /** A cell that somebody asked to see; another number means: asked again. */
  readonly jump: { readonly at: Address; readonly times: number } | null;
  readonly choose: (at: Address) => void;
}

interface Sight {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

export function SheetGrid({ shape, at, jump, choose }: Props) {
  const rows = useMemo(() => gridAxis(shape.heights), [shape]);
  const columns = useMemo(() => gridAxis(shape.widths), [shape]);
  const { scroller, sight, onScroll } = useSight();
  useEffect(() => {
    if (!jump || !scroller.current) return;
    bring(scroller.current, rows, columns, jump.at, true);
    // What was pressed went with the sheet that it belonged to.
    if (document.activeElement === document.body) scroller.current.focus({ preventScroll: true });
  }, [jump, rows, columns, scroller]);

  const firstRow = rows.at(sight.top);
  const lastRow = rows.at(sight.top + sight.height - HEAD);
  const firstColumn = columns.at(sight.left);
  const lastColumn = columns.at(sight.left + sight.width - SIDE);
  const cells = useTiles(shape.sheet, { top: firstRow, left: firstColumn, bottom: lastRow, right: lastColumn });
  const lines = useMemo(() => byRow(cells), [cells]);
  const {
    press: type,
    paste,
    copy,
    editor,
    typingAt,
    edit,
  } = useTyping({
    sheet: shape.sheet,
    at,
    cells,
    choose,
    back: () => scroller.current?.focus({ preventScroll: true }),
  });

  const press = (event: KeyboardEvent): void => {
    if (type(event)) return;
    const from = at ?? { row: firstRow, column: firstColumn };
    const to = target(event, from, rows, columns, lastRow - firstRow);
    if (!to || !scroller.current) return;
    event.preventDefault();
    choose(to);
    bring(scroller.current, rows, columns, to, false);
  };
  /** Empty places are no elements: what was pressed is found by where it lies. */
  const point = ({ clientX, clientY, currentTarget }: MouseEvent): void => {
    const box = currentTarget.getBoundingClientRect();
    const [x, y] = [clientX - box.left - SIDE, clientY - box.top - HEAD];
    if (x >= 0 && y >= 0)
      choose({ row: rows.at(y + currentTarget.scrollTop), column: columns.at(x + currentTarget.scrollLeft) });
  };
  const selected = at && selectedCell(cells, at);

  return (
    <div
      className="grid"
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={shape.sheet}
      aria-rowcount={rows.count + 1}
      aria-colcount={columns.count + 1}
      aria-activedescendant={selected ? `cell-${toA1(selected)}` : undefined}
      onKeyDown={press}
      onClick={point}
      onDoubleClick={edit}
      onPaste={paste}
      onCopy={copy}
      onScroll={onScroll}
    >
      <div
        className="grid-space"
        role="presentation"
        style={{ width: SIDE + columns.total, height: HEAD + rows.total }}
      >
        <Letters columns={columns} shown={visible(columns, firstColumn, lastColumn)} chosen={at?.column ?? null} />
        <Rows
          lines={lines}
          shown={visible(rows, firstRow, lastRow)}
          axes={{ rows, columns }}
          at={at}
          selected={selected}
        />
        {typingAt && editor(boxOf(rows, columns, typingAt))}
      </div>
    </div>
  );
}

const boxOf = (rows: Axis, columns: Axis, { row, column }: Address) => ({
  left: SIDE + columns.start(column),
  top: HEAD + rows.start(row),
  width: columns.size(column),
  height: rows.size(row),
});

interface RowsProps {
  readonly lines: ReadonlyMap<number, readonly GridCell[]>;
  readonly shown: readonly number[];
  readonly axes: RowProps['axes'];
  readonly at: Address | null;
  readonly selected: Address | null;
}

function Rows({ lines, shown, axes, at, selected }: RowsProps) {
  return [...new Set([...lines.keys(), ...shown])]
    .sort((a, b) => a - b)
    .map((row) => (
      <Row
        key={row}
        row={row}
        cells={lines.get(row) ?? []}
        axes={axes}
        isCurrent={at?.row === row}
        selected={selected?.row === row ? selected : null}
      />
    ));
}

/** The visible part of the scroller, read once a frame. */
function useSight() {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState<Sight>({ top: 0, left: 0, height: 600, width: 900 });
  const isScheduled = useRef(false);

  const look = (): void => {
    isScheduled.current = false;
    const box = scroller.current;
    if (box) setSight({ top: box.scrollTop, left: box.scrollLeft, height: box.clientHeight, width: box.clientWidth });
  };
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const watcher = new ResizeObserver(look);
    watcher.observe(box);
    return () => watcher.disconnect();
  }, []);
  const onScroll = (): void => {
    if (isScheduled.current) return;
    isScheduled.current = true;
    requestAnimationFrame(look);
  };
  return { scroller, sight, onScroll };
}

function Letters({
  columns,
  shown,
  chosen,
}: {
  readonly columns: Axis;
  readonly shown: readonly number[];
  readonly chosen: number | null;
}) {
  return (
    <div className="grid-head" role="row" aria-rowindex={1} style={{ width: SIDE + columns.total, height: HEAD }}>
      <div className="grid-corner" role="columnheader" style={{ width: SIDE }}>
        <span className="hidden-text">{TEXT.rowNumbers}</span>
      </div>
      {shown.map((column) => (
        <div
          key={column}
          role="columnheader"
          aria-colindex={column + 2}
          className={chosen === column ? 'grid-letter on' : 'grid-letter'}
          style={{ left: SIDE + columns.start(column), width: columns.size(column) }}
        >
          {columnName(column)}
        </div>
      ))}
    </div>
  );
}

interface RowProps {
  readonly row: number;
  readonly cells: readonly GridCell[];
  readonly axes: { readonly rows: Axis; readonly columns: Axis };
  readonly isCurrent: boolean;
  /** The selected cell, if it lies in this row. */
  readonly selected: Address | null;
}

function Row({ row, cells, axes: { rows, columns }, isCurrent, selected }: RowProps) {
  return (
    <div className="grid-row" role="row" aria-rowindex={row + 2} style={{ top: HEAD + rows.start(row) }}>
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
          isSelected={selected?.column === cell.column}
        />
      ))}
      {selected && !cells.some(({ column }) => column === selected.column) && (
        <div
          id={`cell-${toA1(selected)}`}
          role="gridcell"
          aria-selected
          className="grid-cell selected"
          aria-colindex={selected.column + 2}
          style={{
            left: SIDE + columns.start(selected.column),
            width: columns.size(selected.column),
            height: rows.size(row),
          }}
        />
      )}
    </div>
  );
}

/** The cell that shows the address: the first one of its merge. */
const selectedCell = (cells: readonly GridCell[], at: Address): Address =>
  cells.find(
    ({ merge }) =>
      merge && at.row >= merge.top && at.row <= merge.bottom && at.column >= merge.left && at.column <= merge.right,
  ) ?? at;

/** Positions of an axis between two of them that are not hidden. */
const visible = (axis: Axis, first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, n) => first + n).filter((position) => axis.size(position) > 0);

function byRow(cells: readonly GridCell[]): Map<number, GridCell[]> {
  const lines = new Map<number, GridCell[]>();
  for (const cell of cells) {
    const line = lines.get(cell.row);
    if (line) line.push(cell);
    else lines.set(cell.row, [cell]);
  }
  return lines;
}
