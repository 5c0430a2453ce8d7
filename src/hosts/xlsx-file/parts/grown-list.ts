/** What is put behind the lists of styles.xml, and what they are filled up with first: lists that are missing, empty or too short. */
import type { Draft } from './package';
import type { StyleList } from './style-list';
import type { StyleLists } from './style-table';
import { splice } from '../xml/splice';
import { append, insertInOrder, parseXml, type XmlPart } from '../xml/xml-tree';

/** Excel opens no workbook with more formats; a number beyond it leads nowhere on purpose, or by damage. */
export const MAX_ITEMS = 64_000;

const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** Items that a list begins with; the last one is repeated. The font is the one that Excel shows where a file names none. */
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  fonts: ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'],
  fills: [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="none"/></fill>',
  ],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellStyleXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
};

export const defaultItem = (list: string, position: number, prefix: string): string => {
  const items = DEFAULTS[list] ?? [];
  return (items[position] ?? items.at(-1) ?? '').replace(/<(\/?)/g, `<$1${prefix}`);
};

/** How long the list is to be before anything is added: numbers that lead beyond its end must not come to lead to that. */
export function paddedLength({ name, count }: StyleList, ...used: readonly Iterable<number>[]): number {
  let length = Math.max(count, name === 'fills' ? 2 : 1);
  for (const numbers of used)
    for (const number of numbers) if (number >= length && number < MAX_ITEMS - 1000) length = number + 1;
  return length;
}

export interface Growth {
  readonly list: StyleList;
  readonly items: readonly string[];
  /** Length before the items: filled up as far as that. */
  readonly base: number;
}

/**
 * All in one stroke. The lists that every format points into are filled up along with it: a copy of a format that leads nowhere would
 * lead nowhere too.
 */
export function saveLists(draft: Draft, { xml: source }: StyleLists, growths: readonly Growth[]): void {
  const xml = withRoom(source);
  const p = xml.root.prefix;
  const splices = [...growths]
    .sort((a, b) => ORDER.indexOf(a.list.name) - ORDER.indexOf(b.list.name))
    .flatMap(({ list: { name, count, element }, items, base }) => {
      const padding = Array.from({ length: base - count }, (_, n) => defaultItem(name, count + n, p));
      const all = [...padding, ...items];
      if (all.length === 0) return [];
      const length = (count + all.length).toString();
      return element
        ? append(xml, element, all.join(''), { count: length })
        : insertInOrder(xml, ORDER, name, `<${p}${name} count="${length}">${all.join('')}</${p}${name}>`);
    });
  draft.write(xml.where, splice(xml, splices));
}

/** An empty root is opened first: what goes into it does so in several pieces. */
function withRoom(xml: XmlPart): XmlPart {
  if (xml.root.openEnd !== xml.root.end) return xml;
  return parseXml(splice(xml, append(xml, xml.root, '')), xml.where);
}
