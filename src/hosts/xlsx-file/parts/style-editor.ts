/** Appends to styles.xml: the same cell format with another fill or number format, and the formats of cells that we draw. What stands there is never changed or renumbered. */
import type { MarkKind } from '../../../core/model/grid';
import type { CellLook } from '../../../core/model/sheet-drawing';
import { toUtf8 } from '../zip/bytes';
import { tooManyFormats } from '../faults';
import { codeOfFill, codeOfMark, fillOfCode, NO_FILL, type FillCode } from './fills';
import { lookStyles } from './look-styles';
import { BUILT_IN } from './number-format';
import type { Draft } from './package';
import { splice } from '../xml/splice';
import { readStyleLists } from './style-table';
import { escapeAttribute } from '../xml/xml-text';
import {
  append,
  attribute,
  child,
  insertInOrder,
  parseXml,
  sourceOf,
  withAttributes,
  type Element,
} from '../xml/xml-tree';

export interface StyleEditor {
  readonly fillOf: (style: number) => FillCode;
  readonly paint: (style: number, kind: MarkKind) => number;
  /** The format with a plain colour, or none, in the place of its fill. */
  readonly withFill: (style: number, fill: FillCode) => number;
  readonly withNumberFormat: (style: number, code: string) => number;
  /** A cell format that looks exactly so. */
  readonly withLook: (look: CellLook) => number;
  /** Writes what was added, if anything. */
  readonly save: () => void;
}

/** Excel opens no workbook with more. */
const MAX_FORMATS = 64_000;
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

export function editStyles(draft: Draft, name: string): StyleEditor {
  complete(draft, name);
  const lists = readStyleLists(draft, name);
  const { xml, formats, fills, codes } = lists;
  const prefix = xml.root.prefix;
  const fillCodes = fills.map((fill) => codeOfFill(xml, fill));
  const sources = formats.map((format) => sourceOf(xml, format));
  const newFills: string[] = [];
  const newFormats: string[] = [];
  const newCodes = new Map<string, number>();
  // 0 to 163 are Excel's own.
  let lastCode = 163;
  for (const id of codes.keys()) if (id > lastCode) lastCode = id;

  const at = (style: number): string => sources[style] ?? sources[0] ?? `<${prefix}xf/>`;
  const fillOf = (style: number): FillCode => fillCodes[Number(attributeIn(at(style), 'fillId') ?? '0')] ?? NO_FILL;

  // Formats by everything but their fill, and by the look of that: the way back from a mark to the very format it came from.
  let index: Map<string, number> | null = null;
  const keyOf = (source: string): string =>
    `${change(source, { fillId: null, applyFill: null })}\n${fillCodes[Number(attributeIn(source, 'fillId') ?? '0')] ?? NO_FILL}`;
  const indexed = (): Map<string, number> => {
    if (index) return index;
    index = new Map();
    for (let style = sources.length - 1; style >= 0; style--) index.set(keyOf(sources[style] ?? ''), style);
    return index;
  };
  const formatFor = (source: string): number => {
    const key = keyOf(source);
    const known = indexed().get(key);
    if (known !== undefined) return known;
    if (sources.length >= MAX_FORMATS) throw tooManyFormats();
    newFormats.push(source);
    indexed().set(key, sources.length);
    return sources.push(source) - 1;
  };
  const fillFor = (code: FillCode): number => {
    const known = fillCodes.indexOf(code);
    if (known >= 0) return known;
    newFills.push(fillOfCode(code, prefix) ?? '');
    return fillCodes.push(code) - 1;
  };
  const withFill = remember((style: number, code: FillCode): number =>
    fillOf(style) === code ? style : formatFor(change(at(style), { fillId: fillFor(code).toString(), applyFill: '1' })),
  );
  const codeFor = (code: string): number => {
    const builtIn = BUILT_IN.get(code) ?? newCodes.get(code) ?? [...codes].find(([, known]) => known === code)?.[0];
    if (builtIn !== undefined) return builtIn;
    newCodes.set(code, ++lastCode);
    return lastCode;
  };
  const looks = lookStyles(lists, { fillFor, codeFor, formatFor, fillCodes });
  return {
    fillOf,
    withFill,
    paint: (style, kind) => withFill(style, codeOfMark(kind)),
    withNumberFormat: remember((style: number, code: string): number => {
      const id = codeFor(code).toString();
      return (attributeIn(at(style), 'numFmtId') ?? '0') === id
        ? style
        : formatFor(change(at(style), { numFmtId: id, applyNumberFormat: '1' }));
    }),
    withLook: looks.withLook,
    save: () => {
      const formatsXml = [...newCodes].map(
        ([code, id]) => `<${prefix}numFmt numFmtId="${id.toString()}" formatCode="${escapeAttribute(code)}"/>`,
      );
      for (const { list, items, count } of looks.added()) extend(draft, name, list, items, count);
      extend(draft, name, 'fills', newFills, fillCodes.length);
      extend(draft, name, 'cellXfs', newFormats, sources.length);
      extend(draft, name, 'numFmts', formatsXml, codes.size + newCodes.size);
    },
  };
}

function extend(draft: Draft, name: string, list: string, items: readonly string[], count: number): void {
  if (items.length === 0) return;
  const xml = parseXml(draft.read(name), name);
  const element = child(xml.root, list);
  const p = xml.root.prefix;
  const splices = element
    ? append(xml, element, items.join(''), { count: count.toString() })
    : insertInOrder(xml, ORDER, list, `<${p}${list} count="${count.toString()}">${items.join('')}</${p}${list}>`);
  draft.write(name, splice(xml, splices));
}

/** Lists that formats point into; a file may lack all of them. */
function complete(draft: Draft, name: string): void {
  const lists = {
    fonts: '<font/>',
    fills: '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    borders: '<border/>',
    cellStyleXfs: '<xf/>',
    cellXfs: '<xf/>',
  };
  for (const [list, content] of Object.entries(lists)) {
    const xml = parseXml(draft.read(name), name);
    if (child(xml.root, list)) continue;
    const p = xml.root.prefix;
    const filled = `<${list} count="${list === 'fills' ? '2' : '1'}">${content}</${list}>`.replace(
      /<(\/?)/g,
      `<$1${p}`,
    );
    draft.write(name, splice(xml, insertInOrder(xml, ORDER, list, filled)));
  }
}

/** The start tag of a small piece of XML, as an element. */
function tagOf(bytes: Uint8Array): Element {
  return parseXml(bytes, 'styles').root;
}

const attributeIn = remember((source: string, name: string): string | null => {
  const bytes = toUtf8(source);
  const xml = { bytes, where: 'styles', root: tagOf(bytes) };
  return attribute(xml, xml.root, name);
}, 20_000);

function change(source: string, changes: Readonly<Record<string, string | null>>): string {
  const bytes = toUtf8(source);
  const tag = tagOf(bytes);
  return (
    withAttributes(bytes, tag, changes) + source.slice(new TextDecoder().decode(bytes.subarray(0, tag.openEnd)).length)
  );
}

function remember<A extends string | number, B, R>(make: (a: A, b: B) => R, limit = Infinity): (a: A, b: B) => R {
  const known = new Map<A, Map<B, R>>();
  return (a, b) => {
    let row = known.get(a);
    if (!row) {
      if (known.size >= limit) known.clear();
      known.set(a, (row = new Map<B, R>()));
    }
    let result = row.get(b);
    if (result === undefined) row.set(b, (result = make(a, b)));
    return result;
  };
}
