/** New cells into their rows, and new rows into the sheet. */
import { cellKey, rangeFromA1, toA1Range } from '../../../core/values/address';
import type { Findings, FoundRow } from './find-cells';
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
  const isBare = data.openEnd === data.end;
  const splices: Splice[] = [];
  for (const [row, cells] of added) {
    if (found.rows.has(row)) {
      for (const [known, own] of byElement(found, row, cells)) splices.push(...intoRow(sheet, known, own));
      continue;
    }
    if (isBare && splices.length === 0) splices.push(spliceText(data.start, data.end, opened(bytes, data, {})));
    const at = isBare ? data.end : (found.rowPlaces.get(row) ?? data.closeStart);
    splices.push(spliceText(at, at, `<${data.prefix}row r="${(row + 1).toString()}">`));
    for (const { xml } of cells) splices.push(spliceText(at, at, xml));
    splices.push(spliceText(at, at, `</${data.prefix}row>`));
  }
  if (isBare && splices.length > 0) splices.push(spliceText(data.end, data.end, `</${data.prefix}sheetData>`));
  return splices;
}

interface PlacedCell extends AddedCell {
  readonly at: number;
}

/** The cells of one row, by the element that each goes into. */
function byElement(found: Findings, row: number, cells: readonly AddedCell[]): Map<FoundRow, PlacedCell[]> {
  const groups = new Map<FoundRow, PlacedCell[]>();
  for (const { column, xml } of cells) {
    const place = found.cellPlaces.get(cellKey(row, column));
    if (!place) continue;
    const group = groups.get(place.row);
    if (group) group.push({ column, xml, at: place.at });
    else groups.set(place.row, [{ column, xml, at: place.at }]);
  }
  return groups;
}

function intoRow(sheet: SheetPart, row: FoundRow, cells: readonly PlacedCell[]): Splice[] {
  const changes = outside(sheet, row, cells) ? { spans: null } : {};
  const tag = row.isEmpty ? opened(sheet.bytes, row, changes) : withAttributes(sheet.bytes, row, changes);
  const end = row.isEmpty ? [spliceText(row.openEnd, row.openEnd, `</${sheet.data.prefix}row>`)] : [];
  return [spliceText(row.start, row.openEnd, tag), ...cells.map(({ at, xml }) => spliceText(at, at, xml)), ...end];
}

/** `<row r="2"/>` as the start tag of an element with a content. */
const opened = (...[bytes, element, changes]: Parameters<typeof withAttributes>): string =>
  `${withAttributes(bytes, element, changes).replace(/\s*\/>$/, '')}>`;

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
