/**
 * Adds an empty worksheet after the last sheet: its part, its entry in the workbook, and its title in the file's
 * properties.
 */
import { toUtf8 } from '../zip/bytes';
import { addOverride } from './content-types';
import { badSheetName, damaged } from '../faults';
import type { Draft } from './package';
import { addRelationship, freeName, mainNamespace, relationshipNamespace, relationshipsOf } from './relationships';
import { splice, spliceText, type Splice } from '../xml/splice';
import type { Workbook } from './workbook';
import { escapeAttribute, escapeText } from '../xml/xml-text';
import {
  append,
  attribute,
  attributesOf,
  child,
  childrenOf,
  descendants,
  namespaceOf,
  parseXml,
  setAttributes,
  textOf,
} from '../xml/xml-tree';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

export function addSheet(draft: Draft, { part }: Workbook, name: string): void {
  if (name === '' || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name)) throw badSheetName(name);
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const sheet = freeName(draft, `${folder}worksheets/sheet#.xml`);
  draft.write(
    sheet,
    toUtf8(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<worksheet xmlns="${mainNamespace(draft, part)}"><dimension ref="A1"/><sheetData/>` +
        '</worksheet>',
    ),
  );
  addOverride(draft, sheet, TYPE);
  const id = addRelationship(draft, part, 'worksheet', sheet);
  const xml = parseXml(draft.read(part), part);
  const list = child(xml.root, 'sheets');
  if (!list) throw damaged(part);
  const last = childrenOf(list, 'sheet').reduce(
    (most, element) => Math.max(most, Number(attribute(xml, element, 'sheetId')) || 0),
    0,
  );
  const r = relationshipPrefix(xml, relationshipNamespace(draft));
  const element =
    `<${list.prefix}sheet name="${escapeAttribute(name)}" ` +
    `sheetId="${(last + 1).toString()}" ${r.declaration}${r.prefix}:id="${id}"/>`;
  draft.write(part, splice(xml, append(xml, list, element)));
  addTitle(draft, name);
}

/**
 * The root's prefix for the relationships namespace, or a new prefix with the declaration to put on the element itself.
 */
export function relationshipPrefix(
  xml: ReturnType<typeof parseXml>,
  namespace: string,
): { prefix: string; declaration: string } {
  for (const [name, value] of attributesOf(xml.bytes, xml.root)) {
    if (name.startsWith('xmlns:') && value === namespace) return { prefix: name.slice(6), declaration: '' };
  }
  const prefix = namespaceOf(xml, xml.root, 'r') === null ? 'r' : 'rel';
  return { prefix, declaration: `xmlns:${prefix}="${namespace}" ` };
}

/**
 * Adds the name to docProps/app.xml, which lists the sheets' names and counts them by kind; the first kind is
 * worksheets.
 */
function addTitle(draft: Draft, name: string): void {
  const app = relationshipsOf(draft, '').find(
    ({ kind }) => kind === 'extended-properties' || kind === 'extendedProperties',
  )?.target;
  if (app === undefined || app === null || !draft.has(app)) return;
  const xml = parseXml(draft.read(app), app);
  const pairs = child(xml.root, 'HeadingPairs')?.children[0];
  const titles = child(xml.root, 'TitlesOfParts')?.children[0];
  if (!pairs || !titles) return;
  const counts = [...descendants(pairs, 'i4')];
  const numbers = counts.map((element) => Number(textOf(xml, element)));
  const count = numbers[0];
  const first = counts[0];
  // If the counts do not add up, the lists stay unchanged: Excel rewrites them on saving.
  if (!first || count === undefined || numbers.reduce((sum, item) => sum + item, 0) !== titles.children.length) return;
  const after = titles.children[count - 1];
  const p = after?.prefix ?? '';
  if (!after) return;
  const splices: Splice[] = [
    spliceText(first.openEnd, first.closeStart, (count + 1).toString()),
    setAttributes(xml, titles, { size: (titles.children.length + 1).toString() }),
    spliceText(after.end, after.end, `<${p}lpstr>${escapeText(name)}</${p}lpstr>`),
  ];
  draft.write(app, splice(xml, splices));
}
