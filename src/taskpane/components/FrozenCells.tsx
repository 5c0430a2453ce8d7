/**
 * Copies of heading rows and of code and name columns that stay in sight while the sheet scrolls. They are hidden from
 * assistive technology, which reads the cells themselves.
 */
import type { Area2D } from '../../core/values/address';
import { HEAD, SIDE, visible, type Stuck } from './grid-moves';
import type { GridCell } from '../worker/view-grid';
import { Cell } from './GridCell';
import type { Axes } from './GridRows';
import { useTiles } from './use-tiles';

interface Props {
  readonly sheet: string;
  readonly stuck: Stuck;
  /** The drawn area of the sheet. */
  readonly shown: Area2D;
  readonly axes: Axes;
}

export function FrozenCells({ sheet, stuck: { frozen, height, width }, shown, axes }: Props) {
  const { rows, columns } = axes;
  const { top, bottom, left, right } = frozen;
  const headArea = { ...shown, top, bottom };
  const sideArea = { ...shown, left, right };
  const head = useTiles(sheet, height > 0 ? headArea : null);
  const side = useTiles(sheet, width > 0 ? sideArea : null);
  const corner = useTiles(sheet, height > 0 && width > 0 ? frozen : null);
  return (
    <>
      {height > 0 && (
        <div className="grid-frozen" aria-hidden style={{ top: HEAD, height, width: SIDE + columns.total, zIndex: 3 }}>
          <div className="grid-frozen numbers" style={{ width: SIDE, height }}>
            {visible(rows, top, bottom).map((row) => (
              <div key={row} className="grid-number" style={{ height: rows.size(row) }}>
                {row + 1}
              </div>
            ))}
          </div>
          <Copies cells={head} area={headArea} axes={axes} up={rows.start(top)} aside={-SIDE} />
        </div>
      )}
      {width > 0 && (
        <div className="grid-frozen beside" aria-hidden style={{ left: SIDE, width, height: 0, zIndex: 2 }}>
          <div
            className="grid-under"
            style={{
              top: rows.start(shown.top) - height,
              width,
              height: rows.start(shown.bottom + 1) - rows.start(shown.top),
            }}
          />
          <Copies cells={side} area={sideArea} axes={axes} up={height} aside={columns.start(left)} />
        </div>
      )}
      {height > 0 && width > 0 && (
        <div
          className="grid-frozen beside"
          aria-hidden
          style={{ top: HEAD, left: SIDE, width, height, marginTop: -height, zIndex: 4 }}
        >
          <Copies cells={corner} area={frozen} axes={axes} up={rows.start(top)} aside={columns.start(left)} />
        </div>
      )}
    </>
  );
}

interface CopiesProps {
  readonly cells: readonly GridCell[];
  readonly area: Area2D;
  readonly axes: Axes;
  /** Offset of the copies up and to the left of their cells. */
  readonly up: number;
  readonly aside: number;
}

function Copies({ cells, area, axes: { rows, columns }, up, aside }: CopiesProps) {
  return cells
    .filter(
      ({ row, column, merge }) =>
        row <= area.bottom &&
        column <= area.right &&
        (merge?.bottom ?? row) >= area.top &&
        (merge?.right ?? column) >= area.left,
    )
    .map((cell) => (
      <Cell
        key={`${cell.row}:${cell.column}`}
        cell={cell}
        left={-aside}
        rows={rows}
        columns={columns}
        isSelected={false}
        copyAt={rows.start(cell.row) - up}
      />
    ));
}
