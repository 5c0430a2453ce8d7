/** Puts the record of a sheet's marks into workbook.xml, in the place of the one that was there. */
import type { CellKey } from '../../../core/values/address';
import { isMarkName, readMarkNames, writeMarkNames, type MarkRecord } from '../../marks/mark-names';
import type { Draft } from './package';
import { splice, spliceText, type Splice } from '../xml/splice';
import type { Workbook, WorkbookSheet } from './workbook';
import { escapeAttribute, escapeText } from '../xml/xml-text';
import {
  append,
  attribute,
  child,
  childrenOf,
  insertInOrder,
  parseXml,
  textOf,
  type Element,
  type XmlPart,
} from '../xml/xml-tree';

export const WORKBOOK_ORDER = [
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

export function writeNames(
  draft: Draft,
  { part }: Workbook,
  sheet: WorkbookSheet,
  marks: ReadonlyMap<CellKey, MarkRecord>,
): void {
  const xml = parseXml(draft.read(part), part);
  const list = child(xml.root, 'definedNames');
  const ours = childrenOf(list, 'definedName').filter((element) => {
    const name = attribute(xml, element, 'name') ?? '';
    if (!isMarkName(name)) return false;
    // A name whose cells are all gone reads #REF! and is known by its sheet only.
    const text = textOf(xml, element);
    return (
      attribute(xml, element, 'localSheetId') === sheet.index.toString() ||
      readMarkNames([{ name, localSheetId: null, text }], sheet.name).size > 0
    );
  });
  const p = xml.root.prefix;
  const items = writeMarkNames(marks, sheet.name)
    .map(
      ({ name, text }) =>
        `<${p}definedName name="${escapeAttribute(name)}" localSheetId="${sheet.index.toString()}" hidden="1">${escapeText(text)}</${p}definedName>`,
    )
    .join('');
  draft.write(part, splice(xml, replaceNames(xml, ours, items)));
}

/** Takes names out of the list and puts others at its end; a list without any would not open. */
export function replaceNames(xml: XmlPart, gone: readonly Element[], items: string): Splice[] {
  const list = child(xml.root, 'definedNames');
  const p = xml.root.prefix;
  if (list && items === '' && gone.length === list.children.length) return [spliceText(list.start, list.end, '')];
  const added = list
    ? append(xml, list, items)
    : insertInOrder(xml, WORKBOOK_ORDER, 'definedNames', `<${p}definedNames>${items}</${p}definedNames>`);
  return [...gone.map((element) => spliceText(element.start, element.end, '')), ...(items === '' ? [] : added)];
}
