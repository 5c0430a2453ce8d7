/** One cell of the grid, drawn over its whole merge. */
import { memo, type CSSProperties } from 'react';
import { toA1 } from '../../core/values/address';
import type { Axis } from '../grid-axis';
import { TEXT } from '../text/text';
import type { LookView } from '../worker/view-drawing';
import type { GridCell } from '../worker/view-grid';

interface Props {
  readonly cell: GridCell;
  readonly left: number;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly isSelected: boolean;
  /** Position of a visual copy: a heading that stays in sight. */
  readonly copyAt?: number;
}

function DrawnCell({ cell, left, rows, columns, isSelected, copyAt }: Props) {
  const { row, column, text, isNumber, mark, hasNote, merge, lastColumn, isHeader, look } = cell;
  const width = columns.start(lastColumn + 1) - columns.start(column);
  const height = merge ? rows.start(merge.bottom + 1) - rows.start(row) : rows.size(row);
  if (width === 0 || height === 0) return null;
  const classes = [
    'grid-cell',
    isNumber && 'number',
    mark && `mark-${mark}`,
    isHeader && 'header',
    merge && 'merged',
    hasNote && 'noted',
    isSelected && 'selected',
    look && 'drawn',
    look?.border && 'ruled',
  ];
  const className = classes.filter(Boolean).join(' ');
  const style = { left: left + columns.start(column), width, height, ...(look && styleOf(look)) };
  if (copyAt !== undefined) {
    return (
      <div className={className} style={{ ...style, top: copyAt }}>
        {text}
      </div>
    );
  }
  return (
    <div
      id={`cell-${toA1({ row, column })}`}
      role="gridcell"
      aria-selected={isSelected}
      aria-colindex={column + 2}
      {...(merge ? { 'aria-rowspan': merge.bottom - merge.top + 1, 'aria-colspan': merge.right - merge.left + 1 } : {})}
      className={className}
      style={style}
    >
      <span className="grid-text">{text}</span>
      {mark && <span className="hidden-text"> ({TEXT.markMeaning[mark]})</span>}
    </div>
  );
}

/** Most cells do not change while the window moves over the sheet. */
export const Cell = memo(DrawnCell);

const PLACE = { left: 'start', top: 'start', center: 'center', right: 'end', bottom: 'end' } as const;

/** Text on a fill is black in every theme, because the fills were chosen for black text. */
const styleOf = ({ size, bold, italic, strike, fill, horizontal, vertical }: LookView): CSSProperties => ({
  fontSize: `${size}em`,
  lineHeight: 1.4,
  fontWeight: bold ? 700 : 400,
  fontStyle: italic ? 'italic' : 'normal',
  textDecoration: strike ? 'line-through' : 'none',
  textAlign: horizontal,
  placeContent: `${PLACE[vertical]} ${PLACE[horizontal]}`,
  ...(fill === null ? {} : { background: fill, color: '#000' }),
});
