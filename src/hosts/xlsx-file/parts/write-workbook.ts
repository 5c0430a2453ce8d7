/**
 * The changes of edits to workbook.xml: the record of marks, the names that filters and repeated rows need, and
 * recalculation.
 */
import { type CellKey, MAX_COLUMNS, MAX_ROWS } from '../../../core/values/address';
import type { SheetDrawing } from '../../../core/model/sheet-drawing';
import { isMarkName, type MarkRecord, readMarkNames, writeMarkNames } from '../../marks/mark-names';
import { rangeOn } from '../../marks/rectangles';
import type { Draft } from './package';
import { splice, type Splice, spliceText } from '../xml/splice';
import type { Workbook, WorkbookSheet } from './workbook';
import { escapeAttribute, escapeText } from '../xml/xml-text';
import {
  append,
  attribute,
  child,
  childrenOf,
  type Element,
  insertInOrder,
  parseXml,
  setAttributes,
  textOf,
  type XmlPart,
} from '../xml/xml-tree';
import { removeOverride } from './content-types';
import { removeRelationship } from './relationships';

const WORKBOOK_ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/** Replaces the record of a sheet's marks. */
export function writeNames(
  draft: Draft,
  { part }: Workbook,
  sheet: WorkbookSheet,
  marks: ReadonlyMap<CellKey, MarkRecord>,
): void {
  const xml = parseXml(draft.read(part), part);
  const list = child(xml.root, 'definedNames');
  const addins = childrenOf(list, 'definedName').filter((element) => {
    const name = attribute(xml, element, 'name') ?? '';
    if (!isMarkName(name)) return false;
    // A name whose cells are all deleted is #REF! and can be matched only by its localSheetId.
    const text = textOf(xml, element);
    return (
      attribute(xml, element, 'localSheetId') === sheet.position.toString() ||
      readMarkNames([{ name, localSheetId: null, text }], sheet.name).size > 0
    );
  });
  const p = xml.root.prefix;
  const items = writeMarkNames(marks, sheet.name)
    .map(
      ({ name, text }) =>
        `<${p}definedName name="${escapeAttribute(name)}" ` +
        `localSheetId="${sheet.position.toString()}" ` +
        `hidden="1">${escapeText(text)}</${p}definedName>`,
    )
    .join('');
  draft.write(part, splice(xml, replaceNames(xml, addins, items)));
}

/** Removes names from the list and appends others; an empty list is removed because Excel would not open the file. */
function replaceNames(xml: XmlPart, gone: readonly Element[], items: string): Splice[] {
  const list = child(xml.root, 'definedNames');
  const p = xml.root.prefix;
  if (list && items === '' && gone.length === list.children.length) return [spliceText(list.start, list.end, '')];
  const added = list
    ? append(xml, list, items)
    : insertInOrder(xml, WORKBOOK_ORDER, 'definedNames', `<${p}definedNames>${items}</${p}definedNames>`);
  return [...gone.map((element) => spliceText(element.start, element.end, '')), ...(items === '' ? [] : added)];
}

/** Writes the built-in names that a filter and repeated header rows or columns need. */
export function writePrintNames(
  draft: Draft,
  { part }: Workbook,
  { name, position }: WorkbookSheet,
  { filter, print, form }: SheetDrawing,
): void {
  const xml = parseXml(draft.read(part), part);
  const wanted = new Map<string, string>();
  if (filter) wanted.set('_xlnm._FilterDatabase', rangeOn(name, filter));
  const titles = [
    ...(form?.pages ? [wholeColumns(name, form.pages.titles)] : []),
    ...(print.repeated ? [wholeRows(name, print.repeated)] : []),
  ];
  if (titles.length > 0) wanted.set('_xlnm.Print_Titles', titles.join(','));
  const addins = childrenOf(child(xml.root, 'definedNames'), 'definedName').filter(
    (element) =>
      attribute(xml, element, 'localSheetId') === position.toString() &&
      /^_xlnm\.(_FilterDatabase|Print_Titles)$/i.test(attribute(xml, element, 'name') ?? ''),
  );
  const isSame =
    addins.length === wanted.size &&
    addins.every((element) => wanted.get(attribute(xml, element, 'name') ?? '') === textOf(xml, element));
  if (isSame) return;
  const p = xml.root.prefix;
  const items = [...wanted].map(
    ([key, text]) =>
      `<${p}definedName name="${key}" ` +
      `localSheetId="${position.toString()}"${key.endsWith('FilterDatabase') ? ' hidden="1"' : ''}>` +
      `${escapeText(text)}</${p}definedName>`,
  );
  draft.write(part, splice(xml, replaceNames(xml, addins, items.join(''))));
}

/** 'Bảng'!$8:$9 */
const wholeRows = (sheet: string, [first, last]: readonly [number, number]): string =>
  rangeOn(sheet, { top: first, left: 0, bottom: last, right: MAX_COLUMNS - 1 }).replace(
    /\$[A-Z]+(\$\d+):\$[A-Z]+(\$\d+)$/,
    '$1:$2',
  );

/** 'Bảng'!$A:$C */
const wholeColumns = (sheet: string, count: number): string =>
  rangeOn(sheet, { top: 0, left: 0, bottom: MAX_ROWS - 1, right: count - 1 }).replace(
    /(\$[A-Z]+)\$\d+:(\$[A-Z]+)\$\d+$/,
    '$1:$2',
  );

/** The stored calculation order becomes invalid when formulas change. */
export function dropCalcChain(draft: Draft, { part, calcChain }: Workbook): void {
  if (calcChain === null) return;
  draft.remove(calcChain);
  removeRelationship(draft, part, calcChain);
  removeOverride(draft, calcChain);
}

export function recalculateOnLoad(draft: Draft, { part }: Workbook): void {
  const xml = parseXml(draft.read(part), part);
  const element = child(xml.root, 'calcPr');
  const splices = element
    ? [setAttributes(xml, element, { fullCalcOnLoad: '1' })]
    : insertInOrder(xml, WORKBOOK_ORDER, 'calcPr', `<${xml.root.prefix}calcPr fullCalcOnLoad="1"/>`);
  draft.write(part, splice(xml, splices));
}
