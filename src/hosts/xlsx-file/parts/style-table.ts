/** Reads styles.xml: the kind of number that each cell format shows, its fill, and pre-Unicode fonts. */
import { kindOfFormat, kindOfNumber, type FormatKind } from '../../marks/number-format';
import { kindOfBuiltIn } from './number-format';
import type { Parts } from './package';
import { codeOfFill, KEPT_FILL, NO_FILL, type FillCode } from './fills';
import { styleList, type StyleList } from './style-list';
import { endOfContent } from '../xml/xml';
import { unescapeControls } from '../xml/xml-text';
import { attribute, child, parseXml, wholeNumber, type XmlPart } from '../xml/xml-tree';
import { oldFontOf, type OldFont } from '../../../core/values/old-fonts';

export interface StyleTable {
  /** The kind of a number under a format: DATE and PERCENT bits. */
  readonly kindOf: (style: number, value: number) => number;
  readonly fillOf: (style: number) => FillCode;
  /** Formats with a pre-Unicode font, by format number; most workbooks have none. */
  readonly oldFonts: ReadonlyMap<number, OldFont>;
}

/** The lists of styles.xml: cell formats and the lists that they point into. */
export interface StyleLists {
  /** Holds only the children of the root. */
  readonly xml: XmlPart;
  readonly fonts: StyleList;
  readonly fills: StyleList;
  readonly borders: StyleList;
  readonly cellStyleFormats: StyleList;
  readonly formats: StyleList;
  readonly numberFormats: StyleList;
  readonly codes: ReadonlyMap<number, string>;
  /** By position in `fills`; the two reserved fills have the codes that Excel shows. */
  readonly fillCodeOf: (fill: number) => FillCode;
}

const known = new WeakMap<Uint8Array, StyleLists>();

export function readStyleLists(parts: Parts, name: string): StyleLists {
  const bytes = parts.read(name);
  const before = known.get(bytes);
  if (before) return before;
  const xml = parseXml(bytes, name, { skip: (_, from) => endOfContent(bytes, from, name) });
  const fills = styleList(xml, 'fills', 'fill');
  const numberFormats = styleList(xml, 'numFmts', 'numFmt');
  const lists: StyleLists = {
    xml,
    fonts: styleList(xml, 'fonts', 'font'),
    fills,
    borders: styleList(xml, 'borders', 'border'),
    cellStyleFormats: styleList(xml, 'cellStyleXfs', 'xf'),
    formats: styleList(xml, 'cellXfs', 'xf'),
    numberFormats,
    codes: codesIn(xml, numberFormats),
    fillCodeOf: fillCodes(xml, fills),
  };
  known.set(bytes, lists);
  return lists;
}

function codesIn(xml: XmlPart, list: StyleList): Map<number, string> {
  const codes = new Map<number, string>();
  for (let position = 0; position < list.count; position++) {
    const element = list.at(position);
    if (!element) continue;
    codes.set(
      wholeNumber(attribute(xml, element, 'numFmtId')),
      unescapeControls(attribute(xml, element, 'formatCode') ?? ''),
    );
  }
  return codes;
}

/** Excel shows the first two fills as none and gray125 regardless of the file's content (MS-OI29500, 2.1.702). */
const RESERVED: readonly FillCode[] = [NO_FILL, KEPT_FILL];

function fillCodes(xml: XmlPart, { at }: StyleList): StyleLists['fillCodeOf'] {
  const codes = [...RESERVED];
  return (fill) => (codes[fill] ??= codeOfFill(xml, at(fill)));
}

export function readStyles(parts: Parts, name: string | null): StyleTable {
  if (name === null) return { kindOf: () => 0, fillOf: () => NO_FILL, oldFonts: new Map() };
  const { xml, fonts, formats, codes, fillCodeOf } = readStyleLists(parts, name);
  const known = new Map<number, FormatKind>();
  const kinds = Array.from(formats.idsOf('numFmtId'), (id): FormatKind => {
    let kind = known.get(id);
    if (kind === undefined) {
      const code = codes.get(id);
      known.set(id, (kind = code === undefined ? kindOfBuiltIn(id) : kindOfFormat(code)));
    }
    return kind;
  });
  const fills = formats.idsOf('fillId');
  return {
    kindOf: (style, value) => kindOfNumber(kinds[style] ?? 0, value),
    fillOf: (style) => fillCodeOf(fills[style] ?? 0),
    oldFonts: oldFontsOf(xml, fonts, formats),
  };
}

function oldFontsOf(xml: XmlPart, fonts: StyleList, formats: StyleList): Map<number, OldFont> {
  const old = new Map<number, OldFont>();
  for (let position = 0; position < fonts.count; position++) {
    const font = fonts.at(position);
    const name = font && child(font, 'name');
    const found = name ? oldFontOf(attribute(xml, name, 'val') ?? '') : null;
    if (found !== null) old.set(position, found);
  }
  const byFormat = new Map<number, OldFont>();
  if (old.size > 0)
    formats.idsOf('fontId').forEach((font, format) => {
      const found = old.get(font);
      if (found) byFormat.set(format, found);
    });
  return byFormat;
}
