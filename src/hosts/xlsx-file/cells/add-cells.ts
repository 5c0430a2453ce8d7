/** New cells into their rows, and new rows into the sheet. */
import { cellKey, rangeFromA1, toA1Range } from '../../../core/values/address';
import type { Findings } from './find-cells';
import type { SheetPart } from './sheet-part';
import { spliceText, type Splice } from '../xml/splice';
import { attribute, child, setAttributes, withAttributes } from '../xml/xml-tree';

export interface AddedCell {
  readonly column: number;
  /** Made when it is written: a row may get thousands of long formulas. */
  readonly xml: () => string;
}

/** Rows from the top, cells from the left. */
export function addCells(
  sheet: SheetPart,
  found: Findings,
  added: ReadonlyMap<number, readonly AddedCell[]>,
): Splice[] {
  const { bytes, data } = sheet;
  const splices: Splice[] = [];
  const fill = (at: number, cells: readonly AddedCell[]): void => {
    for (const { xml } of cells) splices.push(spliceText(at, at, xml));
  };
  const isBare = data.openEnd === data.end;
  let hasNewRows = false;
  for (const [row, cells] of added) {
    const known = found.rows.get(row);
    if (!known) {
      if (isBare && !hasNewRows)
        splices.push(spliceText(data.start, data.end, `${withAttributes(bytes, data, {}).replace(/\s*\/>$/, '')}>`));
      hasNewRows = true;
      const at = isBare ? data.end : (found.rowPlaces.get(row) ?? data.closeStart);
      splices.push(spliceText(at, at, `<${data.prefix}row r="${(row + 1).toString()}">`));
      fill(at, cells);
      splices.push(spliceText(at, at, `</${data.prefix}row>`));
      continue;
    }
    const tag = withAttributes(bytes, known, outside(sheet, known, cells) ? { spans: null } : {});
    if (known.isEmpty) {
      splices.push(spliceText(known.start, known.openEnd, `${tag.replace(/\s*\/>$/, '')}>`));
      fill(known.openEnd, cells);
      splices.push(spliceText(known.openEnd, known.openEnd, `</${data.prefix}row>`));
      continue;
    }
    splices.push(spliceText(known.start, known.openEnd, tag));
    for (const cell of cells) fill(found.cellPlaces.get(cellKey(row, cell.column)) ?? known.closeStart, [cell]);
  }
  if (isBare && hasNewRows) splices.push(spliceText(data.end, data.end, `</${data.prefix}sheetData>`));
  return splices;
}

/** True when a new cell lies outside of the row's `spans`, which is a hint only and can go. */
function outside(
  sheet: SheetPart,
  row: { start: number; nameStop: number; openEnd: number },
  cells: readonly { column: number }[],
): boolean {
  const spans = /\sspans\s*=\s*["'](\d+):(\d+)["']/.exec(withAttributes(sheet.bytes, row, {}));
  return spans !== null && cells.some(({ column }) => column + 1 < Number(spans[1]) || column + 1 > Number(spans[2]));
}

export function widenDimension(sheet: SheetPart, added: ReadonlyMap<number, readonly { column: number }[]>): Splice[] {
  const element = child(sheet.root, 'dimension');
  const old = rangeFromA1((element && attribute(sheet, element, 'ref')) ?? '');
  if (!element || !old || added.size === 0) return [];
  const wide = { ...old };
  for (const [row, cells] of added) {
    wide.top = Math.min(wide.top, row);
    wide.bottom = Math.max(wide.bottom, row);
    for (const { column } of cells) {
      wide.left = Math.min(wide.left, column);
      wide.right = Math.max(wide.right, column);
    }
  }
  return toA1Range(wide) === toA1Range(old) ? [] : [setAttributes(sheet, element, { ref: toA1Range(wide) })];
}
