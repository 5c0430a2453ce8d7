/** A worksheet part as a Grid. */
import { cellKey, type CellKey } from '../../../core/values/address';
import type { CellValue, Grid, MarkKind } from '../../../core/model/grid';
import { formulaOf, serialOfIso, shownFormula, valueOf } from './cell-value';
import { HostError } from '../../host';
import { damaged, oversized } from '../faults';
import { KEPT_FILL, markOfCode } from '../parts/fills';
import type { Limits } from '../zip/limits';
import { readMarkNames } from '../../marks/mark-names';
import { DATE, PERCENT } from '../../marks/number-format';
import type { Package } from '../parts/package';
import { readNotes } from '../drawing/read-notes';
import { cutFormula, shiftFormula, type FormulaPieces } from '../../../core/values/shift-formula';
import { readProtection } from './protection';
import { columnsOf, mergesOf, openSheet, type SheetPart } from './sheet-part';
import { ISO_DATE, SHARED } from './scan-cell';
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
  /** By part, the highest number of a format that the sheet names; filled by whoever walks over it. */
  readonly mostStyles: Map<string, number>;
}

export function readGrid(
  { parts, workbook, styles, strings, limits, mostStyles }: Reading,
  name: string,
  part: string,
): Grid {
  const sheet = openSheet(parts, part);
  const { kindOf, fillOf } = styles();
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
  let mostStyle = 0;

  const noteMark = (key: CellKey, style: number): void => {
    const record = listed.get(key);
    const fill = fillOf(style);
    if (record && (record.before === KEPT_FILL ? fill === KEPT_FILL : markOfCode(fill) === record.kind))
      marks.set(key, record.kind);
  };

  scanRows(bytes, part, data.openEnd, data.closeStart, {
    row: ({ row, rowHidden, rowStyle }) => {
      if (rowStyle > mostStyle) mostStyle = rowStyle;
      if (rowHidden) hiddenRows.add(row);
      if (zeroHeight) seenRows.add(row);
    },
    cell: (scan) => {
      const { row, column, style } = scan;
      const key = cellKey(row, column);
      if (style > mostStyle) mostStyle = style;
      if (listed.size > 0) noteMark(key, style);
      if (scan.valueStart < 0 && scan.inlineStart < 0 && scan.formulaStart < 0) return;
      if (scan.type === SHARED && workbook.lostStrings !== null) throw damaged(workbook.lostStrings);
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
      const isIso = scan.type === ISO_DATE;
      if (isIso && typeof value === 'string') value = serialOfIso(value, workbook.date1904) ?? value;
      if (typeof value === 'number') {
        const kind = kindOf(style, value) | (isIso ? DATE : 0);
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
  mostStyles.set(
    part,
    columnsOf(sheet).reduce((most, { style }) => Math.max(most, style), mostStyle),
  );
  const protection = readProtection(parts, workbook.styles, sheet);
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
    ...(protection ? { protection } : {}),
  };
}

/** The highest number of a format that the workbook names anywhere. A sheet that nobody could read has nothing to lose. */
export function mostStyle(reading: Reading): number {
  let most = 0;
  for (const { name, part } of reading.workbook.sheets) {
    if (part === null) continue;
    try {
      if (!reading.mostStyles.has(part)) readGrid(reading, name, part);
    } catch (fault) {
      if (!(fault instanceof HostError)) throw fault;
    }
    most = Math.max(most, reading.mostStyles.get(part) ?? 0);
  }
  return most;
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
