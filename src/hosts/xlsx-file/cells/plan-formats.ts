/** Decides which format each edited cell gets, and the record of its mark. */
import { type CellKey, MAX_COLUMNS } from '../../../core/values/address';
import type { CellEdit } from '../../../core/model/workbook/edit';
import type { MarkRecord } from '../../marks/mark-names';
import { planMarks, type PlannedMarks } from '../../marks/plan-marks';
import type { Findings } from './find-cells';
import type { SheetPart } from './sheet-part';
import { columnsOf } from './columns';
import type { StyleEditor } from '../parts/style-editor';

/** The format that a cell has or would inherit: its own, else its row's, else its column's. */
export function inheritedStyles(sheet: SheetPart, found: Findings): (key: CellKey) => number {
  const runs = columnsOf(sheet).filter(({ style }) => style > 0);
  return (key) => {
    const column = key % MAX_COLUMNS;
    const ofRow = found.rows.get(Math.floor(key / MAX_COLUMNS))?.style ?? -1;
    const ofColumn = runs.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
    return found.cells.get(key)?.style ?? (ofRow >= 0 ? ofRow : ofColumn);
  };
}

/** Here a look is the number of a format in the style table. */
export const planFormats = (
  listed: ReadonlyMap<CellKey, MarkRecord>,
  styles: () => StyleEditor,
  styleAt: (key: CellKey) => number,
): PlannedMarks<number, NonNullable<CellEdit['format']>> =>
  planMarks(
    listed,
    {
      lookOf: styleAt,
      fillOf: (style) => styles().fillOf(style),
      withFill: (style, fill) => styles().withFill(style, fill),
      painted: (style, kind) => styles().paint(style, kind),
    },
    (style, { numberFormat }) => (numberFormat === null ? style : styles().withNumberFormat(style, numberFormat)),
  );
