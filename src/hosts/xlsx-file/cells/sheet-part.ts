/** One worksheet part: its outline (the root's children with offsets) and the position of its rows. */
import { type Area2D, columnName, rangeFromA1 } from '../../../core/values/address';
import { damaged } from '../faults';
import type { Parts } from '../parts/package';
import { endOfSheetData } from './sheet-scan';
import { attribute, child, childrenOf, deepen, type Element, parseXml, type XmlPart } from '../xml/xml-tree';

export interface SheetPart extends XmlPart {
  readonly name: string;
  readonly data: Element;
}

/** The root's children in schema order. */
export const SHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

const known = new WeakMap<Uint8Array, SheetPart>();

export function openSheet(parts: Parts, name: string): SheetPart {
  const bytes = parts.read(name);
  const before = known.get(bytes);
  if (before) return before;
  const xml = parseXml(bytes, name, {
    shallow: true,
    skip: (local, from) => (local === 'sheetData' ? endOfSheetData(bytes, name, from) : null),
  });
  const data = child(xml.root, 'sheetData');
  if (xml.root.local !== 'worksheet' || !data) throw damaged(name);
  const sheet = { ...xml, name, data };
  known.set(bytes, sheet);
  return sheet;
}

/** The `item` children of one of the root's children, for example `mergeCells`. */
export function itemsOf(sheet: SheetPart, list: string, item: string): Element[] {
  const element = child(sheet.root, list);
  return element ? childrenOf(deepen(sheet, element), item) : [];
}

/** Merged ranges; invalid references are left out. */
export function mergesOf(sheet: SheetPart): Area2D[] {
  const merges: Area2D[] = [];
  for (const element of itemsOf(sheet, 'mergeCells', 'mergeCell')) {
    const area = rangeFromA1(attribute(sheet, element, 'ref') ?? '');
    if (area) merges.push(area);
  }
  return merges;
}

/** E5, from row and column counted from 0; for messages. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${(row + 1).toString()}`;
