/** The built-in names that a filter and repeated header rows need, in workbook.xml. */
import { MAX_COLUMNS } from '../../../core/values/address';
import type { SheetDrawing } from '../../../core/model/sheet-drawing';
import { rangeOn } from '../../marks/rectangles';
import type { Draft } from './package';
import { splice } from '../xml/splice';
import type { Workbook, WorkbookSheet } from './workbook';
import { replaceNames } from './write-names';
import { escapeText } from '../xml/xml-text';
import { attribute, child, childrenOf, parseXml, textOf } from '../xml/xml-tree';

export function writePrintNames(
  draft: Draft,
  { part }: Workbook,
  { name, index }: WorkbookSheet,
  { filter, print }: SheetDrawing,
): void {
  const xml = parseXml(draft.read(part), part);
  const wanted = new Map<string, string>();
  if (filter) wanted.set('_xlnm._FilterDatabase', rangeOn(name, filter));
  if (print.repeated) wanted.set('_xlnm.Print_Titles', wholeRows(name, print.repeated));
  const ours = childrenOf(child(xml.root, 'definedNames'), 'definedName').filter(
    (element) =>
      attribute(xml, element, 'localSheetId') === index.toString() &&
      /^_xlnm\.(_FilterDatabase|Print_Titles)$/i.test(attribute(xml, element, 'name') ?? ''),
  );
  const isSame =
    ours.length === wanted.size &&
    ours.every((element) => wanted.get(attribute(xml, element, 'name') ?? '') === textOf(xml, element));
  if (isSame) return;
  const p = xml.root.prefix;
  const items = [...wanted].map(
    ([key, text]) =>
      `<${p}definedName name="${key}" localSheetId="${index.toString()}"${key.endsWith('FilterDatabase') ? ' hidden="1"' : ''}>${escapeText(text)}</${p}definedName>`,
  );
  draft.write(part, splice(xml, replaceNames(xml, ours, items.join(''))));
}

/** 'Bảng'!$8:$9 */
const wholeRows = (sheet: string, [first, last]: readonly [number, number]): string =>
  rangeOn(sheet, { top: first, left: 0, bottom: last, right: MAX_COLUMNS - 1 }).replace(
    /\$[A-Z]+(\$\d+):\$[A-Z]+(\$\d+)$/,
    '$1:$2',
  );
