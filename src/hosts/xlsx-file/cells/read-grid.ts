/** A worksheet part as a Grid. */
import { cellKey, type CellKey } from '../../../core/values/address';
import type { CellValue, Grid, MarkKind } from '../../../core/model/grid';
import { formulaOf, serialOfIso, shownFormula, valueOf } from './cell-value';
import { oversized } from '../faults';
import { KEPT_FILL, markOfCode } from '../parts/fills';
import type { Limits } from '../zip/limits';
import { readMarkNames } from '../parts/mark-names';
import { DATE, PERCENT } from '../parts/number-format';
import type { Package } from '../parts/package';
import { readNotes } from '../drawing/read-notes';
import { cutFormula, shiftFormula, type FormulaPieces } from '../../../core/values/shift-formula';
import { columnsOf, mergesOf, openSheet, type SheetPart } from './sheet-part';
import { ISO_DATE } from './scan-cell';
import { scanRows } from './sheet-scan';
import type { StyleTable } from '../parts/style-table';
import type { Workbook } from '../parts/workbook';
import { attribute, child, isTrue } from '../xml/xml-tree';

export interface Reading {
  readonly parts: Package;
  readonly workbook: Workbook;
  readonly styles: () => StyleTable;
  readonly strings: () => readonly string[];
  readonly limits: Limits;
}

export function readGrid({ parts, workbook, styles, strings, limits }: Reading, name: string, part: string): Grid {
  const sheet = openSheet(parts, part);
  const { kinds, fills } = styles();
  const texts = strings();
  const { bytes, data } = sheet;
  const values: CellValue[][] = [];
  const formulas = new Map<CellKey, string>();
  const dates = new Set<CellKey>();
  const percents = new Set<CellKey>();
  const hiddenRows = new Set<number>();
  const seenRows = new Set<number>();
  const zeroHeight = hidesRows(sheet);
  const masters = new Map<string, { row: number; column: number; pieces: FormulaPieces }>();
  const listed = readMarkNames(workbook.names, name);
  const marks = new Map<CellKey, MarkKind>();
  let rowCount = 0;
  let columnCount = 0;
  let room = limits.cells;
  let formulaRoom = limits.sharedFormulas;

  const noteMark = (key: CellKey, style: number): void => {
    const record = listed.get(key);
    const fill = fills[style] ?? '';
    if (record && (record.before === KEPT_FILL ? fill === KEPT_FILL : markOfCode(fill) === record.kind))
      marks.set(key, record.kind);
  };

  scanRows(bytes, part, data.openEnd, data.closeStart, {
    row: ({ row, rowHidden }) => {
      if (rowHidden) hiddenRows.add(row);
      if (zeroHeight) seenRows.add(row);
    },
    cell: (scan) => {
      const { row, column, style } = scan;
      const key = cellKey(row, column);
      if (listed.size > 0) noteMark(key, style);
      if (scan.valueStart < 0 && scan.inlineStart < 0 && scan.formulaStart < 0) return;
      let value = valueOf(bytes, part, scan, texts);
      if (scan.formulaStart >= 0) {
        const element = formulaOf(bytes, part, scan);
        const master = element.kind === 'shared' && element.text === '' ? masters.get(element.index) : undefined;
        if (master) {
          const shifted = shiftFormula(master.pieces, row - master.row, column - master.column);
          formulaRoom -= shifted.length;
          if (formulaRoom < 0) throw oversized(name);
          formulas.set(key, shifted);
        } else formulas.set(key, shownFormula(element));
        if (element.kind === 'shared' && element.text !== '')
          masters.set(element.index, { row, column, pieces: cutFormula(shownFormula(element)) });
      } else if (value === null) return;
      let kind = kinds[style] ?? 0;
      if (scan.type === ISO_DATE && typeof value === 'string') {
        value = serialOfIso(value, workbook.date1904) ?? value;
        kind |= DATE;
      }
      if (kind !== 0 && typeof value === 'number') {
        if (kind & DATE) dates.add(key);
        if (kind & PERCENT) percents.add(key);
      }
      let line = values[row];
      if (line === undefined) values[row] = line = [];
      if (line.length <= column) {
        // A far cell in each of a million rows would fill the memory with blanks.
        room -= column + 1 - line.length;
        if (room < 0) throw oversized(name);
        while (line.length < column) line.push(null);
        line.push(value);
      } else line[column] = value;
      if (row >= rowCount) rowCount = row + 1;
      if (column >= columnCount) columnCount = column + 1;
    },
  });
  if (zeroHeight) for (let row = 0; row < rowCount; row++) if (!seenRows.has(row)) hiddenRows.add(row);
  const notes = new Map([...readNotes(parts, part)].map(([key, { text }]) => [key, text]));
  return {
    sheet: name,
    rowCount,
    columnCount,
    values,
    formulas,
    notes,
    dates,
    percents,
    merges: mergesOf(sheet),
    hiddenRows,
    hiddenColumns: hiddenColumnsOf(sheet, columnCount),
    marks,
  };
}

function hidesRows(sheet: SheetPart): boolean {
  const format = child(sheet.root, 'sheetFormatPr');
  return format !== null && isTrue(attribute(sheet, format, 'zeroHeight'));
}

function hiddenColumnsOf(sheet: SheetPart, columnCount: number): Set<number> {
  const hidden = new Set<number>();
  for (const run of columnsOf(sheet)) {
    if (!run.hidden || !(run.first >= 0)) continue;
    for (let column = run.first; column <= run.last && column < columnCount; column++) hidden.add(column);
  }
  return hidden;
}
