/** The rows of a drawn sheet as XML. A cell of the officer's brings its own XML along: rich text, truth values and errors included. */
import { columnName, keyOf, toA1, type CellKey } from '../../core/model/address';
import type { CellValue } from '../../core/model/grid';
import type { DrawnCell, DrawnRow, SheetDrawing } from '../../core/model/sheet-drawing';
import { fromUtf8 } from './bytes';
import { fits, holds, newCell } from './cell-xml';
import { tooLong } from './faults';
import { findCells } from './find-cells';
import { inheritedStyles } from './plan-formats';
import type { SheetPart } from './sheet-part';
import { spliceText, type Splice } from './splice';
import type { StyleEditor } from './style-editor';
import { withAttributes } from './xml-tree';

export interface RowsTask {
  readonly sheet: SheetPart;
  readonly name: string;
  readonly strings: readonly string[];
  readonly styles: () => StyleEditor;
}

/** Rows whose text is made at a time: few enough to be young garbage, enough to be worth a call. */
const ROWS_AT_ONCE = 32;

/** In place of the element `sheetData`. Looks are taken at once, texts made when they are packed: a national sheet is never held whole. */
export function drawRows(task: RowsTask, { rows }: SheetDrawing): Splice[] {
  const { start, end, prefix: p } = task.sheet.data;
  const names = Array.from({ length: rows.reduce((most, { cells }) => Math.max(most, cells.length), 0) }, (_, column) => columnName(column));
  const cellXml = cellWriter(task, rows);
  const rowXml = (row: DrawnRow, number: string): string => {
    let cells = '';
    for (let column = 0; column < row.cells.length; column++) {
      const cell = row.cells[column];
      if (cell) cells += cellXml(cell, `${names[column] ?? ''}${number}`);
    }
    const tag = rowTag(row);
    if (cells === '') return tag === '' ? '' : `<${p}row r="${number}"${tag}/>`;
    return `<${p}row r="${number}"${tag}>${cells}</${p}row>`;
  };
  const splices = [spliceText(start, end, `<${p}sheetData>`)];
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
    splices.push(spliceText(end, end, () => rows.slice(first, first + ROWS_AT_ONCE).map((row, at) => rowXml(row, (first + at + 1).toString())).join('')));
  }
  return [...splices, spliceText(end, end, `</${p}sheetData>`)];
}

function rowTag({ height, level }: DrawnRow): string {
  return `${height === null ? '' : ` ht="${height.toString()}" customHeight="1"`}${level === 0 ? '' : ` outlineLevel="${level.toString()}"`}`;
}

function cellWriter({ sheet, name, strings, styles }: RowsTask, rows: readonly DrawnRow[]): (cell: DrawnCell, at: string) => string {
  const { bytes, data } = sheet;
  const { withLook } = styles();
  const wanted = new Set<CellKey>();
  rows.forEach(({ cells }, row) => {
    cells.forEach((cell, column) => {
      if (cell?.content && !fits(cell.content)) throw tooLong(name, toA1({ row, column }));
      if (cell?.from) wanted.add(keyOf(cell.from));
      else if (cell) withLook(cell.look);
    });
  });
  const found = findCells(sheet, Float64Array.from(wanted).sort(), strings);
  const styleAt = inheritedStyles(sheet, found);
  return ({ content, look, from }, at) => {
    if (!from) return newCell(data.prefix, at, withLook(look), content);
    const key = keyOf(from);
    const old = found.cells.get(key);
    const stays = old && old.formula === null && (content ? holds(content, old.value, null) : isWordless(old.value));
    if (stays) return withAttributes(bytes, old, { r: at }) + fromUtf8(bytes, old.openEnd, old.end);
    return newCell(data.prefix, at, styleAt(key), content);
  };
}

/** A truth value or an error, which no content can say. */
const isWordless = (value: CellValue): boolean => typeof value === 'boolean' || (typeof value === 'object' && value !== null);
