/** The rows of a drawn sheet as XML. A cell of the officer's brings its own XML along: rich text, truth values and errors included. */
import { columnName, keyOf, type CellKey } from '../../core/model/address';
import type { CellValue } from '../../core/model/grid';
import type { DrawnCell, DrawnRow, SheetDrawing } from '../../core/model/sheet-drawing';
import { fromUtf8 } from './bytes';
import { fits, holds, newCell } from './cell-xml';
import { tooLong } from './faults';
import { findCells } from './find-cells';
import { inheritedStyles } from './plan-formats';
import type { SheetPart } from './sheet-part';
import type { StyleEditor } from './style-editor';
import { withAttributes } from './xml-tree';

export interface RowsTask {
  readonly sheet: SheetPart;
  readonly name: string;
  readonly strings: readonly string[];
  readonly styles: () => StyleEditor;
}

/** The element `sheetData`, whole. */
export function drawRows(task: RowsTask, { rows }: SheetDrawing): string {
  const { data } = task.sheet;
  const p = data.prefix;
  const names = Array.from({ length: rows.reduce((most, { cells }) => Math.max(most, cells.length), 0) }, (_, column) => columnName(column));
  const cellXml = cellWriter(task, rows);
  const texts = rows.map((row, at) => {
    const number = (at + 1).toString();
    let cells = '';
    for (let column = 0; column < row.cells.length; column++) {
      const cell = row.cells[column];
      if (cell) cells += cellXml(cell, `${names[column] ?? ''}${number}`);
    }
    const tag = rowTag(row);
    if (cells === '') return tag === '' ? '' : `<${p}row r="${number}"${tag}/>`;
    return `<${p}row r="${number}"${tag}>${cells}</${p}row>`;
  });
  return `<${p}sheetData>${texts.join('')}</${p}sheetData>`;
}

function rowTag({ height, level }: DrawnRow): string {
  return `${height === null ? '' : ` ht="${height.toString()}" customHeight="1"`}${level === 0 ? '' : ` outlineLevel="${level.toString()}"`}`;
}

function cellWriter({ sheet, name, strings, styles }: RowsTask, rows: readonly DrawnRow[]): (cell: DrawnCell, at: string) => string {
  const { bytes, data } = sheet;
  const wanted = new Set<CellKey>();
  for (const { cells } of rows) for (const cell of cells) if (cell?.from) wanted.add(keyOf(cell.from));
  const found = findCells(sheet, Float64Array.from(wanted).sort(), strings);
  const styleAt = inheritedStyles(sheet, found);
  const editor = styles();
  return ({ content, look, from }, at) => {
    if (content && !fits(content)) throw tooLong(name, at);
    if (!from) return newCell(data.prefix, at, editor.withLook(look), content);
    const key = keyOf(from);
    const old = found.cells.get(key);
    const stays = old && old.formula === null && (content ? holds(content, old.value, null) : isWordless(old.value));
    if (stays) return withAttributes(bytes, old, { r: at }) + fromUtf8(bytes, old.openEnd, old.end);
    return newCell(data.prefix, at, styleAt(key), content);
  };
}

/** A truth value or an error, which no content can say. */
const isWordless = (value: CellValue): boolean => typeof value === 'boolean' || (typeof value === 'object' && value !== null);
