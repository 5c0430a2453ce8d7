/** The view of a sheet of the add-in, with the sizes, looks and charts of its drawing. */
import type { Address, Area2D } from '../../core/values/address';
import { valueAt, type Grid } from '../../core/model/workbook/grid';
import { shownText } from './shown-text';
import type { CellLook, SheetDrawing } from '../../core/model/sheet-drawing';

/** The displayed part of a look; sizes are relative to the text of the grid. */
export interface LookView extends Pick<CellLook, 'bold' | 'italic' | 'strike' | 'border' | 'horizontal' | 'vertical'> {
  readonly size: number;
  readonly fill: string | null;
}

export interface ChartView {
  readonly title: string;
  /** Maximum of the value axis. */
  readonly most: number;
  readonly over: Area2D;
  readonly bars: readonly { readonly label: string; readonly value: number; readonly series: number }[];
  readonly series: readonly { readonly name: string; readonly colour: string }[];
}

/** Text size of the add-in's sheets in points. */
export const TEXT_POINTS = 12;

/** Null if the cell has no look of the add-in, because it is blank or the officer's own. */
export function lookAt(drawing: SheetDrawing, row: number, column: number): CellLook | null {
  const cell = drawing.rows[row]?.cells[column];
  return cell && cell.from === null ? cell.look : null;
}

export const lookView = ({ size, fill, bold, italic, strike, border, horizontal, vertical }: CellLook): LookView => ({
  ...{ bold, italic, strike, border, horizontal, vertical },
  size: size / TEXT_POINTS,
  fill: fill && `#${fill}`,
});

/** «0.00» → 2; undefined for a format without fixed decimals. */
export const placesOf = ({ numberFormat }: CellLook): number | undefined =>
  /^[#,0]*0(?:\.(0+))?$/.test(numberFormat) ? (/\.(0+)$/.exec(numberFormat)?.[1]?.length ?? 0) : undefined;

export function chartViews(grid: Grid, { charts }: SheetDrawing): ChartView[] {
  return charts.map(({ title, most, over, categories, series }) => {
    const labels = cellsOf(categories).map(({ row, column }) => shownText(grid, row, column));
    const bars = labels.flatMap((label, position) =>
      series.flatMap(({ values }, each) => {
        const at = cellsOf(values)[position];
        const value = at && valueAt(grid, at.row, at.column);
        return typeof value === 'number' ? [{ label, value, series: each }] : [];
      }),
    );
    return {
      ...{ title, over, bars },
      most: most ?? Math.max(1, ...bars.map(({ value }) => value)),
      series: series.map(({ name, colour }) => ({ name, colour: `#${colour}` })),
    };
  });
}

function cellsOf({ top, left, bottom, right }: Area2D): Address[] {
  const cells: Address[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push({ row, column });
  return cells;
}
