/** styles.xml for reading: of each cell format, what kind of number it shows and what its fill is. */
import { kindOfBuiltIn, kindOfFormat } from './number-format';
import type { Parts } from './package';
import { codeOfFill, NO_FILL, type FillCode } from './fills';
import { attribute, child, childrenOf, parseXml, type Element, type XmlPart } from '../xml/xml-tree';

export interface StyleTable {
  /** By format: DATE and PERCENT bits. */
  readonly kinds: Uint8Array;
  /** By format; the same string for the same fill. */
  readonly fills: readonly FillCode[];
}

/** The parts of styles.xml that formats point into. */
export interface StyleLists {
  readonly xml: XmlPart;
  readonly formats: readonly Element[];
  readonly fonts: readonly Element[];
  readonly fills: readonly Element[];
  readonly borders: readonly Element[];
  readonly codes: ReadonlyMap<number, string>;
}

export function readStyleLists(parts: Parts, name: string): StyleLists {
  const xml = parseXml(parts.read(name), name);
  const codes = new Map<number, string>();
  for (const element of childrenOf(child(xml.root, 'numFmts'), 'numFmt')) {
    codes.set(Number(attribute(xml, element, 'numFmtId')), attribute(xml, element, 'formatCode') ?? '');
  }
  const list = (name: string, item: string): Element[] => childrenOf(child(xml.root, name), item);
  return {
    xml,
    codes,
    formats: list('cellXfs', 'xf'),
    fonts: list('fonts', 'font'),
    fills: list('fills', 'fill'),
    borders: list('borders', 'border'),
  };
}

export function readStyles(parts: Parts, name: string | null): StyleTable {
  if (name === null) return { kinds: new Uint8Array(1), fills: [NO_FILL] };
  const { xml, formats, fills, codes } = readStyleLists(parts, name);
  const fillCodes = fills.map((fill) => codeOfFill(xml, fill));
  const kindOf = new Map<number, number>();
  const kinds = new Uint8Array(formats.length);
  const found = formats.map((format, n) => {
    const id = Number(attribute(xml, format, 'numFmtId') ?? '0');
    let kind = kindOf.get(id);
    if (kind === undefined) {
      const code = codes.get(id);
      kind = code === undefined ? kindOfBuiltIn(id) : kindOfFormat(code);
      kindOf.set(id, kind);
    }
    kinds[n] = kind;
    return fillCodes[Number(attribute(xml, format, 'fillId') ?? '0')] ?? NO_FILL;
  });
  return { kinds, fills: found };
}
