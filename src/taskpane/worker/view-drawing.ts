/** How a sheet of the addin is shown: with the sizes, looks and charts that it was drawn with. */
import type { Address, Area2D } from '../../core/values/address';
import { valueAt, type Grid } from '../../core/model/grid';
import { shownText } from './shown-text';
import type { CellLook, SheetDrawing } from '../../core/model/sheet-drawing';

/** What of a look is shown; sizes are relative to the text of the grid. */
export interface LookView extends Pick<CellLook, 'bold' | 'italic' | 'strike' | 'border' | 'horizontal' | 'vertical'> {
  readonly size: number;
  readonly fill: string | null;
}

export interface ChartView {
  readonly title: string;
  /** End of the value axis. */
  readonly most: number;
  readonly over: Area2D;
  readonly bars: readonly { readonly label: string; readonly value: number; readonly series: number }[];
  readonly series: readonly { readonly name: string; readonly colour: string }[];
}

/** Points of the text of our sheets. */
export const TEXT_POINTS = 12;

/** Null where the cell has no look of the addin's: it is blank, or the officer's own. */
export function lookAt(drawing: SheetDrawing, row: number, column: number): CellLook | null {
  const cell = drawing.rows[row]?.cells[column];
  return cell && cell.from === null ? cell.look : null;
}

export const lookView = ({ size, fill, bold, italic, strike, border, horizontal, vertical }: CellLook): LookView => ({
  ...{ bold, italic, strike, border, horizontal, vertical },
  size: size / TEXT_POINTS,
  fill: fill && `#${fill}`,
});

/** «0.00» → 2; undefined for a format that fixes none. */
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
