/**
 * Finds the cell format for a drawing's look: one that the workbook already has, or a new one made from its fonts and
 * borders where possible. Both are compared by content: Excel and LibreOffice write the same font differently, and a
 * sheet drawn again after they saved it must add none.
 */
import type { CellLook } from '../../../core/model/sheet-drawing';
import type { CellFormats, FormatIds } from './cell-formats';
import { NO_FILL, type FillCode } from './fills';
import { growingItems, type GrowingCodes, type GrowingFills, type Growth } from './grown-list';
import { codeOfBuiltIn } from './number-format';
import type { StyleLists } from './style-table';
import { escapeAttribute } from '../xml/xml-text';
import { attribute, attributesOf, child, isTrue, wholeNumber, type Element, type XmlPart } from '../xml/xml-tree';

const FONT = 'Times New Roman';
const SIDES = ['left', 'right', 'top', 'bottom'] as const;
/** The name is compared separately; the others are the family, character set and theme slot of the same font. */
const IGNORED_FONT_MEMBERS = new Set(['name', 'family', 'charset', 'scheme']);
const SWITCHES = new Set(['b', 'i', 'strike', 'outline', 'shadow', 'condense', 'extend']);

/** The parts of the style editor that every kind of format uses. */
interface Growing {
  readonly fills: GrowingFills;
  readonly codes: GrowingCodes;
  readonly formats: CellFormats;
}

interface LookStyles {
  readonly withLook: (look: CellLook) => number;
  /** Fonts and borders to be added. */
  readonly added: () => readonly Growth[];
}

/**
 * Limit of looks remembered by object identity; if every cell has a look object of its own, remembering more is
 * useless.
 */
const MOST_SHARED = 1000;

export function lookStyles(lists: StyleLists, { fills, codes, formats }: Growing): LookStyles {
  const { xml } = lists;
  const { listed } = formats;
  const prefix = xml.root.prefix;
  // Only fonts with the add-in's font name are parsed: a workbook may have tens of thousands.
  const fonts = growingItems(lists, lists.fonts, { word: FONT, ids: 'fontId', keyOf: (font) => fontOf(xml, font) });
  const borders = growingItems(lists, lists.borders, {
    word: '',
    ids: 'borderId',
    keyOf: (border) => borderOf(xml, border),
  });
  const layouts: string[] = [];
  const layoutAt = (style: number): string => (layouts[style] ??= readLayout(lists.formats.at(style)));
  const readLayout = (format: Element | null): string => (format ? layoutOf(xml, format) : '');
  const standing = (look: CellLook): number => {
    const [font, border, fill, layout] = [wantedFont(look), wantedBorder(look), fillOfLook(look), wantedLayout(look)];
    for (let style = 0; style < lists.formats.count; style++) {
      if (fonts.keyAt(listed.font[style] ?? 0) !== font || borders.keyAt(listed.border[style] ?? 0) !== border)
        continue;
      const ids = formats.idsAt(style);
      // LibreOffice writes Excel's built-in formats with numbers of its own.
      const code = codes.codeOf(ids.numberFormat) ?? codeOfBuiltIn(ids.numberFormat);
      if (code === look.numberFormat && fills.codeOf(ids.fill) === fill && layoutAt(style) === layout) return style;
    }
    return -1;
  };
  const styleOf = (look: CellLook): number => {
    const known = standing(look);
    if (known >= 0) return known;
    const wanted = {
      numberFormat: codes.codeFor(look.numberFormat),
      font: fonts.positionOf(wantedFont(look), fontXml(look, prefix)),
      border: borders.positionOf(wantedBorder(look), borderXml(look, prefix)),
      fill: fills.fillFor(fillOfLook(look)),
    };
    return formats.formatFor(formatXml(look, prefix, wanted), wanted);
  };
  // Cells of a drawing share their looks, as the same object or as an equal one; a sheet has about twenty.
  const byLook = new Map<CellLook, number>();
  const byWords = new Map<string, number>();
  const remembered = (look: CellLook): number => {
    const words = wordsOf(look);
    let style = byWords.get(words);
    if (style === undefined) byWords.set(words, (style = styleOf(look)));
    if (byLook.size < MOST_SHARED) byLook.set(look, style);
    return style;
  };
  return {
    withLook: (look) => byLook.get(look) ?? remembered(look),
    added: () => [fonts.growth(), borders.growth()],
  };
}

const wordsOf = ({
  size,
  bold,
  italic,
  strike,
  colour,
  fill,
  border,
  horizontal,
  vertical,
  wrap,
  numberFormat,
}: CellLook): string =>
  `${size}${bold}${italic}${strike}${colour}${fill}${border}${horizontal}${vertical}${wrap}${numberFormat}`;

const fontKey = (name: string, size: number, switches: readonly string[], colour: string): string =>
  [name, size, ...switches, colour].join('|');

const wantedFont = ({ size, bold, italic, strike, colour }: CellLook): string =>
  fontKey(
    FONT,
    size,
    [...(bold ? ['b'] : []), ...(italic ? ['i'] : []), ...(strike ? ['strike'] : [])],
    `FF${colour.toUpperCase()}`,
  );

function fontOf(xml: XmlPart, font: Element): string {
  const value = (local: string): string => valueOf(xml, child(font, local)) ?? '';
  const switches: string[] = [];
  let colour = 'FF000000';
  for (const element of font.children) {
    if (IGNORED_FONT_MEMBERS.has(element.local) || element.local === 'sz') continue;
    if (element.local === 'color') colour = colourOf(xml, element);
    else if (!SWITCHES.has(element.local)) {
      const setting = valueOf(xml, element) ?? 'single';
      if (setting !== 'none' && setting !== 'baseline') switches.push(`${element.local}=${setting}`);
    } else if (valueOf(xml, element) === null || isTrue(valueOf(xml, element))) switches.push(element.local);
  }
  return fontKey(value('name'), Number(value('sz')), switches.sort(), colour);
}

function fontXml({ size, bold, italic, strike, colour }: CellLook, p: string): string {
  const switches = `${bold ? `<${p}b/>` : ''}${italic ? `<${p}i/>` : ''}${strike ? `<${p}strike/>` : ''}`;
  return (
    `<${p}font>${switches}<${p}sz val="${size.toString()}"/>` +
    `<${p}color rgb="FF${colour.toUpperCase()}"/><${p}name val="${FONT}"/>` +
    `<${p}family val="1"/></${p}font>`
  );
}

const wantedBorder = ({ border }: CellLook): string => SIDES.map(() => (border ? 'thin FF000000' : 'none')).join('|');

function borderOf(xml: XmlPart, border: Element): string {
  const sides = SIDES.map((side) => sideOf(xml, child(border, side)));
  const others = border.children
    .filter(({ local }) => !SIDES.some((side) => side === local))
    .map((element) => sideOf(xml, element));
  return [...sides, ...others.filter((side) => side !== 'none')].join('|');
}

function borderXml({ border }: CellLook, p: string): string {
  const side = (name: string): string =>
    border ? `<${p}${name} style="thin"><${p}color auto="1"/></${p}${name}>` : `<${p}${name}/>`;
  return `<${p}border>${SIDES.map(side).join('')}<${p}diagonal/></${p}border>`;
}

const fillOfLook = ({ fill }: CellLook): FillCode => (fill === null ? NO_FILL : `FF${fill.toUpperCase()}`);

const layoutKey = (horizontal: string, vertical: string, wrap: boolean): string =>
  [horizontal, vertical, wrap ? 'wrap' : ''].join('\n');

const wantedLayout = ({ horizontal, vertical, wrap }: CellLook): string => layoutKey(horizontal, vertical, wrap);

const NO_TURN = ['textRotation', 'indent', 'shrinkToFit', 'readingOrder', 'relativeIndent', 'justifyLastLine'];
const UNDERSTOOD = new Set(['alignment', 'protection', 'extLst']);

/**
 * Alignment and wrapping of a format; "" for a format that no drawing uses: rotated text, an unlocked cell, a named
 * style.
 */
function layoutOf(xml: XmlPart, format: Element): string {
  const found = attributesOf(xml.bytes, format);
  if (
    wholeNumber(found.get('xfId') ?? null) !== 0 ||
    isTrue(found.get('quotePrefix')) ||
    isTrue(found.get('pivotButton'))
  )
    return '';
  const protection = child(format, 'protection');
  if (protection && !hasOnlyAttributes(xml, protection, { locked: ['1', 'true'], hidden: ['0', 'false'] })) return '';
  if (!format.children.every(({ local }) => UNDERSTOOD.has(local))) return '';
  const alignment = child(format, 'alignment');
  const attributes = alignment ? attributesOf(xml.bytes, alignment) : new Map<string, string>();
  if (!NO_TURN.every((name) => ['0', 'false', undefined].includes(attributes.get(name)))) return '';
  return layoutKey(
    attributes.get('horizontal') ?? 'general',
    attributes.get('vertical') ?? 'bottom',
    isTrue(attributes.get('wrapText')),
  );
}

function formatXml(look: CellLook, p: string, { numberFormat, font, fill, border }: FormatIds): string {
  const numbers =
    `numFmtId="${numberFormat.toString()}" fontId="${font.toString()}" ` +
    `fillId="${fill.toString()}" borderId="${border.toString()}" xfId="0"`;
  const alignment =
    `<${p}alignment horizontal="${look.horizontal}" ` +
    `vertical="${look.vertical}"${look.wrap ? ' wrapText="1"' : ''}/>`;
  return (
    `<${p}xf ${numbers} applyNumberFormat="1" applyFont="1" applyFill="1" ` +
    `applyBorder="1" applyAlignment="1">${alignment}</${p}xf>`
  );
}

const valueOf = (xml: XmlPart, element: Element | null): string | null => element && attribute(xml, element, 'val');

function sideOf(xml: XmlPart, side: Element | null): string {
  const style = side && attribute(xml, side, 'style');
  if (!side || style === null || style === 'none') return 'none';
  const colour = child(side, 'color');
  return `${style} ${colour ? colourOf(xml, colour) : 'FF000000'}`;
}

/** The automatic colour counts as black, as it appears on office screens. */
function colourOf(xml: XmlPart, element: Element): string {
  const attributes = attributesOf(xml.bytes, element);
  const rgb = attributes.get('rgb');
  if (rgb !== undefined && !attributes.has('tint')) return `FF${rgb.toUpperCase().slice(-6)}`;
  if (isTrue(attributes.get('auto')) || attributes.get('indexed') === '64') return 'FF000000';
  return [...attributes].map(([name, value]) => escapeAttribute(`${name}=${value}`)).join(' ');
}

const hasOnlyAttributes = (
  xml: XmlPart,
  element: Element,
  allowed: Readonly<Record<string, readonly string[]>>,
): boolean => [...attributesOf(xml.bytes, element)].every(([name, value]) => allowed[name]?.includes(value) ?? false);
