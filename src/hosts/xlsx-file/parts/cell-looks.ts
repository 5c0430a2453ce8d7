/**
 * The look of a drawn cell in the words of styles.xml, and what a format that stands there looks like. Both are compared by what they
 * say: Excel and LibreOffice write the same font in other words, and a sheet drawn again after they saved it must add none.
 */
import type { CellLook } from '../../../core/model/sheet-drawing';
import type { FormatIds } from './cell-formats';
import { NO_FILL, type FillCode } from './fills';
import { escapeAttribute } from '../xml/xml-text';
import { attribute, attributesOf, child, isTrue, wholeNumber, type Element, type XmlPart } from '../xml/xml-tree';

export const FONT = 'Times New Roman';
const SIDES = ['left', 'right', 'top', 'bottom'] as const;
/** They name the character set and theme slot of the same font. */
const SAYS_NOTHING = new Set(['name', 'family', 'charset', 'scheme']);
const SWITCHES = new Set(['b', 'i', 'strike', 'outline', 'shadow', 'condense', 'extend']);

const fontKey = (name: string, size: number, switches: readonly string[], colour: string): string =>
  [name, size, ...switches, colour].join('|');

export const wantedFont = ({ size, bold, italic, strike, colour }: CellLook): string =>
  fontKey(
    FONT,
    size,
    [...(bold ? ['b'] : []), ...(italic ? ['i'] : []), ...(strike ? ['strike'] : [])],
    `FF${colour.toUpperCase()}`,
  );

export function fontOf(xml: XmlPart, font: Element): string {
  const value = (local: string): string => valueOf(xml, child(font, local)) ?? '';
  const switches: string[] = [];
  let colour = 'FF000000';
  for (const element of font.children) {
    if (SAYS_NOTHING.has(element.local) || element.local === 'sz') continue;
    if (element.local === 'color') colour = colourOf(xml, element);
    else if (!SWITCHES.has(element.local)) {
      const said = valueOf(xml, element) ?? 'single';
      if (said !== 'none' && said !== 'baseline') switches.push(`${element.local}=${said}`);
    } else if (valueOf(xml, element) === null || isTrue(valueOf(xml, element))) switches.push(element.local);
  }
  return fontKey(value('name'), Number(value('sz')), switches.sort(), colour);
}

export function fontXml({ size, bold, italic, strike, colour }: CellLook, p: string): string {
  const switches = `${bold ? `<${p}b/>` : ''}${italic ? `<${p}i/>` : ''}${strike ? `<${p}strike/>` : ''}`;
  return `<${p}font>${switches}<${p}sz val="${size.toString()}"/><${p}color rgb="FF${colour.toUpperCase()}"/><${p}name val="${FONT}"/><${p}family val="1"/></${p}font>`;
}

export const wantedBorder = ({ border }: CellLook): string =>
  SIDES.map(() => (border ? 'thin FF000000' : 'none')).join('|');

export function borderOf(xml: XmlPart, border: Element): string {
  const sides = SIDES.map((side) => sideOf(xml, child(border, side)));
  const others = border.children
    .filter(({ local }) => !SIDES.some((side) => side === local))
    .map((element) => sideOf(xml, element));
  return [...sides, ...others.filter((side) => side !== 'none')].join('|');
}

export function borderXml({ border }: CellLook, p: string): string {
  const side = (name: string): string =>
    border ? `<${p}${name} style="thin"><${p}color auto="1"/></${p}${name}>` : `<${p}${name}/>`;
  return `<${p}border>${SIDES.map(side).join('')}<${p}diagonal/></${p}border>`;
}

export const fillOfLook = ({ fill }: CellLook): FillCode => (fill === null ? NO_FILL : `FF${fill.toUpperCase()}`);

const layoutKey = (horizontal: string, vertical: string, wrap: boolean): string =>
  [horizontal, vertical, wrap ? 'wrap' : ''].join('\n');

export const wantedLayout = ({ horizontal, vertical, wrap }: CellLook): string => layoutKey(horizontal, vertical, wrap);

const NO_TURN = ['textRotation', 'indent', 'shrinkToFit', 'readingOrder', 'relativeIndent', 'justifyLastLine'];
const UNDERSTOOD = new Set(['alignment', 'protection', 'extLst']);

/** How a format lays its text out; "" for one that no drawing can ask for: turned text, an unlocked cell, a named style. */
export function layoutOf(xml: XmlPart, format: Element): string {
  const found = attributesOf(xml.bytes, format);
  if (
    wholeNumber(found.get('xfId') ?? null) !== 0 ||
    isTrue(found.get('quotePrefix')) ||
    isTrue(found.get('pivotButton'))
  )
    return '';
  const protection = child(format, 'protection');
  if (protection && !saysOnly(xml, protection, { locked: ['1', 'true'], hidden: ['0', 'false'] })) return '';
  if (!format.children.every(({ local }) => UNDERSTOOD.has(local))) return '';
  const alignment = child(format, 'alignment');
  const said = alignment ? attributesOf(xml.bytes, alignment) : new Map<string, string>();
  if (!NO_TURN.every((name) => ['0', 'false', undefined].includes(said.get(name)))) return '';
  return layoutKey(said.get('horizontal') ?? 'general', said.get('vertical') ?? 'bottom', isTrue(said.get('wrapText')));
}

export function formatXml(look: CellLook, p: string, { numberFormat, font, fill, border }: FormatIds): string {
  const numbers =
    `numFmtId="${numberFormat.toString()}" fontId="${font.toString()}" ` +
    `fillId="${fill.toString()}" borderId="${border.toString()}" xfId="0"`;
  const alignment = `<${p}alignment horizontal="${look.horizontal}" vertical="${look.vertical}"${look.wrap ? ' wrapText="1"' : ''}/>`;
  return `<${p}xf ${numbers} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</${p}xf>`;
}

const valueOf = (xml: XmlPart, element: Element | null): string | null => element && attribute(xml, element, 'val');

function sideOf(xml: XmlPart, side: Element | null): string {
  const style = side && attribute(xml, side, 'style');
  if (!side || style === null || style === 'none') return 'none';
  const colour = child(side, 'color');
  return `${style} ${colour ? colourOf(xml, colour) : 'FF000000'}`;
}

/** Automatic is black on every screen that an office has. */
function colourOf(xml: XmlPart, element: Element): string {
  const said = attributesOf(xml.bytes, element);
  const rgb = said.get('rgb');
  if (rgb !== undefined && !said.has('tint')) return `FF${rgb.toUpperCase().slice(-6)}`;
  if (isTrue(said.get('auto')) || said.get('indexed') === '64') return 'FF000000';
  return [...said].map(([name, value]) => escapeAttribute(`${name}=${value}`)).join(' ');
}

const saysOnly = (xml: XmlPart, element: Element, allowed: Readonly<Record<string, readonly string[]>>): boolean =>
  [...attributesOf(xml.bytes, element)].every(([name, value]) => allowed[name]?.includes(value) ?? false);
