/** The lists of styles.xml with items appended, and the padding of lists that are missing, empty or too short. */
import { fillOfCode, NO_FILL, type FillCode } from './fills';
import { BUILT_IN } from './number-format';
import type { Draft } from './package';
import type { StyleList } from './style-list';
import type { StyleLists } from './style-table';
import { splice } from '../xml/splice';
import { append, insertInOrder, parseXml, type Element, type XmlPart } from '../xml/xml-tree';

/** Excel opens no workbook with more formats; a larger number in a file is invalid, deliberately or by damage. */
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

/** First items of each list; the last one is repeated. The font is the one that Excel shows if a file names none. */
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

/** The length of the list before items are added: references beyond its end must not point to added items. */
export function paddedLength({ name, count }: StyleList, ...used: readonly Iterable<number>[]): number {
  let length = Math.max(count, name === 'fills' ? 2 : 1);
  for (const numbers of used)
    for (const number of numbers) if (number >= length && number < MAX_ITEMS - 1000) length = number + 1;
  return length;
}

export interface Growth {
  readonly list: StyleList;
  readonly items: readonly string[];
  /** Length before `items`: the list is padded to this length. */
  readonly base: number;
}

/**
 * Saves all lists in one write. The lists that formats point into are padded too: a copy of a format with an invalid
 * reference would have the same invalid reference.
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

/** Turns an empty root element into start and end tag first, because its content is inserted in several pieces. */
function withRoom(xml: XmlPart): XmlPart {
  if (xml.root.openEnd !== xml.root.end) return xml;
  return parseXml(splice(xml, append(xml, xml.root, '')), xml.where);
}

export interface GrowingFills {
  readonly codeOf: (fill: number) => FillCode;
  readonly fillFor: (code: FillCode) => number;
  readonly added: readonly string[];
  readonly base: () => number;
}

/** The values of an attribute in all cell formats and in all formats of named styles. */
const idsIn = ({ formats, cellStyleFormats }: StyleLists, attribute: string): Int32Array[] => [
  formats.idsOf(attribute),
  cellStyleFormats.idsOf(attribute),
];

export function growingFills(lists: StyleLists, prefix: string): GrowingFills {
  const { fills: list, fillCodeOf } = lists;
  const added: string[] = [];
  const addedCodes: FillCode[] = [];
  let known = -1;
  const base = (): number => (known < 0 ? (known = paddedLength(list, ...idsIn(lists, 'fillId'))) : known);
  // Excel reserves the first two fills, whatever the file contains there.
  let places: Map<FillCode, number> | null = null;
  const listed = (code: FillCode): number | undefined => {
    if (!places) {
      places = new Map();
      for (let fill = list.count - 1; fill >= 2; fill--) places.set(fillCodeOf(fill), fill);
    }
    return places.get(code);
  };
  return {
    codeOf: (fill) =>
      (fill >= list.count && added.length > 0 ? addedCodes[fill - base()] : undefined) ?? fillCodeOf(fill),
    fillFor: (code) => {
      if (code === NO_FILL) return 0;
      const old = listed(code);
      if (old !== undefined) return old;
      const position = addedCodes.indexOf(code);
      if (position >= 0) return base() + position;
      added.push(fillOfCode(code, prefix) ?? '');
      return base() + addedCodes.push(code) - 1;
    },
    added,
    base,
  };
}

export interface GrowingCodes {
  readonly codeFor: (code: string) => number;
  /** Undefined if the file defines no code for the number, as for Excel's built-in formats. */
  readonly codeOf: (id: number) => string | undefined;
  readonly added: ReadonlyMap<string, number>;
}

export function growingCodes(lists: StyleLists): GrowingCodes {
  const { codes } = lists;
  const added = new Map<string, number>();
  // Excel reserves 0 to 163.
  let last = 163;
  let taken: Set<number> | null = null;
  const nextId = (): number => {
    // Formats may use numbers for which no code is defined: these are not assigned to new codes.
    taken ??= new Set([...codes.keys(), ...idsIn(lists, 'numFmtId').flatMap((ids) => [...new Set(ids)])]);
    do last++;
    while (taken.has(last));
    return last;
  };
  return {
    codeFor: (code) => {
      const builtIn = BUILT_IN.get(code);
      if (builtIn !== undefined && (codes.get(builtIn) ?? code) === code) return builtIn;
      const known = added.get(code) ?? [...codes].find(([, each]) => each === code)?.[0];
      if (known !== undefined) return known;
      const id = nextId();
      added.set(code, id);
      return id;
    },
    codeOf: (id) => codes.get(id),
    added,
  };
}

/** Fonts or borders, distinguished by a key of their content. */
interface GrowingItems {
  readonly keyAt: (position: number) => string;
  /** The position of an item with this key; if there is none, `source` is appended. */
  readonly positionOf: (key: string, source: string) => number;
  readonly growth: () => Growth;
}

/**
 * A list of the file and the items appended to it. Items that do not contain `word` are skipped; `ids` is the attribute
 * of formats that refers to the list.
 */
export function growingItems(
  lists: StyleLists,
  list: StyleList,
  { word, ids, keyOf }: { word: string; ids: string; keyOf: (item: Element) => string },
): GrowingItems {
  const keys: string[] = [];
  const added: string[] = [];
  let length = -1;
  const base = (): number => (length < 0 ? (length = paddedLength(list, ...idsIn(lists, ids))) : length);
  const keyAt = (position: number): string => (keys[position] ??= read(position));
  const read = (position: number): string => {
    const item = list.sourceAt(position).includes(word) ? list.at(position) : null;
    return item ? keyOf(item) : '';
  };
  return {
    keyAt,
    growth: (): Growth => ({ list, items: added, base: base() }),
    positionOf: (key: string, source: string): number => {
      for (let position = 0; position < list.count; position++) if (keyAt(position) === key) return position;
      const position = keys.indexOf(key, base());
      if (position >= 0) return position;
      keys[base() + added.length] = key;
      return base() + added.push(source) - 1;
    },
  };
}
