/** Column letters of the grid, row numbers, and the lines between columns. */
import { columnName, type Area2D } from '../../core/values/address';
import type { Axis } from '../grid-axis';
import { TEXT } from '../text/text';
import { HEAD, SIDE, visible, type Stuck } from './grid-moves';

/** Lines between columns, also over empty cells; drawn behind all cells. */
export function Lines({
  columns,
  shown,
  height,
}: {
  readonly columns: Axis;
  readonly shown: Area2D;
  readonly height: number;
}) {
  return (
    <div aria-hidden>
      {visible(columns, shown.left, shown.right).map((column) => (
        <div key={column} className="grid-line" style={{ left: SIDE + columns.start(column + 1) - 1, height }} />
      ))}
    </div>
  );
}

interface LettersProps {
  readonly columns: Axis;
  readonly shown: Area2D;
  readonly chosen: number | null;
  readonly stuck: Stuck;
}

export function Letters({ columns, shown, chosen, stuck: { frozen, width } }: LettersProps) {
  const look = (column: number): string => (chosen === column ? 'grid-letter on' : 'grid-letter');
  return (
    <div className="grid-head" role="row" aria-rowindex={1} style={{ width: SIDE + columns.total, height: HEAD }}>
      <div className="grid-corner" role="columnheader" style={{ width: SIDE }}>
        <span className="hidden-text">{TEXT.rowNumbers}</span>
      </div>
      {visible(columns, shown.left, shown.right).map((column) => (
        <div
          key={column}
          role="columnheader"
          aria-colindex={column + 2}
          className={look(column)}
          style={{ left: SIDE + columns.start(column), width: columns.size(column) }}
        >
          {columnName(column)}
        </div>
      ))}
      {width > 0 && (
        <div className="grid-frozen beside" aria-hidden style={{ left: SIDE, width, height: HEAD, marginTop: -HEAD }}>
          {visible(columns, frozen.left, frozen.right).map((column) => (
            <div
              key={column}
              className={look(column)}
              style={{ left: columns.start(column) - columns.start(frozen.left), width: columns.size(column) }}
            >
              {columnName(column)}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

interface NumbersProps {
  readonly rows: Axis;
  readonly shown: Area2D;
  readonly chosen: number | null;
}

/**
 * Row numbers that stay at the left, as one element: with an element in every row, all of them would be repainted at
 * every horizontal step. Hidden from assistive technology, which reads the numbers in the rows.
 */
export function Numbers({ rows, shown, chosen }: NumbersProps) {
  return (
    <div className="grid-numbers" aria-hidden style={{ width: SIDE }}>
      {visible(rows, shown.top, shown.bottom).map((row) => (
        <div
          key={row}
          className={chosen === row ? 'grid-number on' : 'grid-number'}
          style={{ top: rows.start(row), width: SIDE, height: rows.size(row) }}
        >
          {row + 1}
        </div>
      ))}
    </div>
  );
}
