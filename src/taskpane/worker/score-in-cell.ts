/** Finds the unit and the item of a score cell, and its line in «Điểm bị trừ». */
import { inSheet, keyOf, sheetNumber, type Address } from '../../core/values/address';
import { toVietnamese } from '../../core/values/decimal';
import {
  columnsOf,
  labelOf,
  maxPointsOf,
  placeOf,
  sheetsOf,
  unitAxis,
  unitLabel,
  type Item,
  type ScoreRole,
  type ScoreSheet,
  type UnitScores,
} from '../../core/model/score-sheet';
import type { Assessment } from '../../core/model/assessment';

/** The place of a cell in its table. */
export interface PlaceView {
  readonly unitName: string;
  readonly itemLabel: string;
  /** Maximum of the score; null if it is not stated. */
  readonly max: string | null;
  /** Whether it is a score that can be typed, not a stated loss or sum. */
  readonly isScore: boolean;
}

export interface SheetPlace {
  readonly sheet: string;
  readonly at: Address;
}

interface Place {
  readonly unit: UnitScores;
  readonly item: Item;
  readonly role: ScoreRole;
}

/** The table on a sheet. If a table spans several sheets, its part on this sheet as read separately. */
export const tableOn = (sheets: readonly Assessment[], name: string): ScoreSheet | null => {
  const table = sheets.find(({ scoreSheet }) => sheetsOf(scoreSheet).includes(name))?.scoreSheet ?? null;
  return table?.parts?.find(({ sheet }) => sheet === name)?.table ?? table;
};

function scoreIn(table: ScoreSheet, cell: Address): Place | null {
  const sheet = table.parts?.[sheetNumber(cell)]?.table ?? table;
  const at = inSheet(cell);
  const isRow = unitAxis(sheet) === 'row';
  const line = (isRow ? sheet.units : sheet.items).filter(({ row }) => row === at.row);
  if (line.length === 0) return null;
  const roleIn = ({ columns }: UnitScores | Item): ScoreRole | undefined =>
    (Object.entries(columns) as [ScoreRole, number][]).find(([, column]) => column === at.column)?.[0];
  for (const unit of isRow ? (line as readonly UnitScores[]) : sheet.units) {
    for (const item of isRow ? sheet.items : (line as readonly Item[])) {
      const role = roleIn(isRow ? item : unit);
      if (role !== undefined) return { unit, item, role };
    }
  }
  return null;
}

/** Null if the cell is outside of the table's scores. */
export function placeView(sheet: ScoreSheet | null, at: Address): PlaceView | null {
  const found = sheet && scoreIn(sheet, at);
  if (!sheet || !found) return null;
  const max = maxPointsOf(found.unit, found.item);
  return {
    unitName: unitLabel(sheet, found.unit),
    itemLabel: labelOf(found.item),
    max: max === null ? null : toVietnamese(max),
    isScore: isScoreCell(sheet, at),
  };
}

const known = new WeakMap<ScoreSheet, { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> }>();

/** Whether the cell is a score not computed by a formula. Fast, because it is called for every visible cell. */
export function isScoreCell(table: ScoreSheet, cell: Address): boolean {
  const sheet = table.parts?.[sheetNumber(cell)]?.table ?? table;
  const at = inSheet(cell);
  let lines = known.get(sheet);
  if (!lines) {
    const rows = unitAxis(sheet) === 'row' ? sheet.units : sheet.items;
    lines = { rows: new Set(rows.map(({ row }) => row)), columns: columnsOf(sheet, ['self', 'appraised']) };
    known.set(sheet, lines);
  }
  return lines.rows.has(at.row) && lines.columns.has(at.column) && !sheet.grid.formulas.has(keyOf(at));
}

/** From a score to its line in «Điểm bị trừ» and back; null if the cell has no counterpart. */
export function counterpartOf(sheets: readonly Assessment[], sheet: string, at: Address): SheetPlace | null {
  for (const { scoreSheet, deductions } of sheets) {
    for (const { at: score, line } of deductions) {
      if (!line) continue;
      const place = placeOf(scoreSheet, score);
      if (place.sheet === sheet && place.at.row === at.row && place.at.column === at.column)
        return { sheet: line.sheet, at: { row: line.at.row, column: 0 } };
      if (line.sheet === sheet && line.at.row === at.row) return place;
    }
  }
  return null;
}
