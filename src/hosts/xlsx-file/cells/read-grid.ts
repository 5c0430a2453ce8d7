/** Reads a worksheet part into a Grid. */
import { cellKey, type CellKey } from '../../../core/values/address';
import type { CellValue, Grid, MarkKind } from '../../../core/model/workbook/grid';
import type { OldFont } from '../../../core/values/old-fonts';
import { HostError } from '../../host';
import { readMarkNames } from '../../marks/mark-names';
import { DATE, PERCENT } from '../../marks/number-format';
import { serialOfIso, valueOf } from './cell-value';
import { damaged, oversized } from '../faults';
import { KEPT_FILL, markOfCode } from '../parts/fills';
import type { Limits } from '../zip/limits';
import type { Package } from '../parts/package';
import { readNotes } from '../drawing/notes';
import { readProtection } from './protection';
import { formulaReader } from './shared-formulas';
import { mergesOf, openSheet, type SheetPart } from './sheet-part';
import { columnsOf } from './columns';
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
  /** By part, the highest format number that the sheet uses; set when the sheet is read. */
  readonly mostStyles: Map<string, number>;
}

export function readGrid(reading: Reading, name: string, part: string): Grid {
  const { parts, workbook, limits } = reading;
  const sheet = openSheet(parts, part);
  const { bytes, data } = sheet;
  const texts = reading.strings();
  const styles = styleReader(reading, name);
  const formulas = new Map<CellKey, string>();
  const formulaAt = formulaReader(sheet, name, limits.sharedFormulas);
  const lines = valueLines(name, limits.cells);
  const hiddenRows = new Set<number>();
  const seenRows = new Set<number>();
  const zeroHeight = hidesRows(sheet);
  scanRows(bytes, part, data.openEnd, data.closeStart, {
    row: ({ row, rowHidden, rowStyle }) => {
      styles.note(rowStyle);
      if (rowHidden) hiddenRows.add(row);
      if (zeroHeight) seenRows.add(row);
    },
    cell: (scan) => {
      const { row, column, style } = scan;
      const key = cellKey(row, column);
      styles.note(style);
      styles.noteMark(key, style);
      if (scan.valueStart < 0 && scan.inlineStart < 0 && scan.formulaStart < 0) return;
      if (scan.type === SHARED && workbook.lostStrings !== null) throw damaged(workbook.lostStrings);
      let value = valueOf(bytes, part, scan, texts);
      if (scan.formulaStart >= 0) formulas.set(key, formulaAt(scan));
      else if (value === null) return;
      const isIso = scan.type === ISO_DATE;
      if (isIso && typeof value === 'string') value = serialOfIso(value, workbook.date1904) ?? value;
      if (typeof value === 'number') styles.noteKind(key, style, value, isIso);
      else if (scan.formulaStart < 0) styles.noteFont(key, style);
      lines.put(row, column, value);
    },
  });
  const { values, columnCount } = lines.filled();
  const rowCount = values.length;
  if (zeroHeight) for (let row = 0; row < rowCount; row++) if (!seenRows.has(row)) hiddenRows.add(row);
  reading.mostStyles.set(
    part,
    columnsOf(sheet).reduce((most, { style }) => Math.max(most, style), styles.most()),
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
    merges: mergesOf(sheet),
    hiddenRows,
    hiddenColumns: hiddenColumnsOf(sheet, columnCount),
    ...styles.found(),
    ...(protection ? { protection } : {}),
  };
}

/** Collects what cell formats show: marks, dates, percentages, old fonts, and the highest format number. */
function styleReader({ workbook, styles }: Reading, name: string) {
  const { kindOf, fillOf, oldFonts: fontsOfFormats } = styles();
  const oldFonts = new Map<CellKey, OldFont>();
  const listed = readMarkNames(workbook.names, name);
  const marks = new Map<CellKey, MarkKind>();
  const dates = new Set<CellKey>();
  const percents = new Set<CellKey>();
  let most = 0;
  return {
    found: (): Pick<Grid, 'marks' | 'dates' | 'percents' | 'oldFonts'> => ({
      marks,
      dates,
      percents,
      ...(oldFonts.size > 0 ? { oldFonts } : {}),
    }),
    noteFont: (key: CellKey, style: number): void => {
      const font = fontsOfFormats.size > 0 ? fontsOfFormats.get(style) : undefined;
      if (font) oldFonts.set(key, font);
    },
    most: (): number => most,
    note: (style: number): void => {
      if (style > most) most = style;
    },
    noteMark: (key: CellKey, style: number): void => {
      const record = listed.size > 0 ? listed.get(key) : undefined;
      if (!record) return;
      const fill = fillOf(style);
      if (record.before === KEPT_FILL ? fill === KEPT_FILL : markOfCode(fill) === record.kind)
        marks.set(key, record.kind);
    },
    noteKind: (key: CellKey, style: number, value: number, isIso: boolean): void => {
      const kind = kindOf(style, value) | (isIso ? DATE : 0);
      if (kind & DATE) dates.add(key);
      if (kind & PERCENT) percents.add(key);
    },
  };
}

/** Collects rows of values; each row is as long as its last cell. */
function valueLines(name: string, limit: number) {
  const values: CellValue[][] = [];
  let columnCount = 0;
  let room = limit;
  return {
    filled: () => ({ values, columnCount }),
    put: (row: number, column: number, value: CellValue): void => {
      let line = values[row];
      if (line === undefined) values[row] = line = [];
      if (line.length <= column) {
        // A cell far to the right in each of a million rows would fill the memory with blanks.
        room -= column + 1 - line.length;
        if (room < 0) throw oversized(name);
        while (line.length < column) line.push(null);
        line.push(value);
      } else line[column] = value;
      if (column >= columnCount) columnCount = column + 1;
    },
  };
}

/**
 * The highest format number that the workbook uses anywhere. A sheet that cannot be read is skipped: its formats do not
 * matter.
 */
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
