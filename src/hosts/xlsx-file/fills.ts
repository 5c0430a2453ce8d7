/** Fills as marks see them: no fill, one plain colour (with the words that give it back), or something that is not painted over. */
import { MARK_KINDS, type MarkKind } from '../../core/model/grid';
import { MARK_COLOURS } from './colours';
import { attribute, attributesOf, child, type Element, type XmlPart } from './xml-tree';

/**
 * NONE, or a colour as it can stand in a defined name: FFFFFF00, THEME4, THEME4Tm0p25, INDEXED13, AUTO.
 * KEEP is a gradient or a pattern: the cell is listed but its fill was left alone.
 */
export type FillCode = string;
export const NO_FILL: FillCode = 'NONE';
export const KEPT_FILL: FillCode = 'KEEP';

export function codeOfFill(xml: XmlPart, fill: Element | null): FillCode {
  const pattern = fill && child(fill, 'patternFill');
  if (!fill || (!pattern && fill.children.length === 0)) return NO_FILL;
  if (!pattern) return KEPT_FILL;
  const type = attribute(xml, pattern, 'patternType') ?? 'none';
  if (type === 'none') return NO_FILL;
  const colour = child(pattern, 'fgColor');
  return type === 'solid' ? (colour ? codeOfColour(attributesOf(xml.bytes, colour)) : 'AUTO') : KEPT_FILL;
}

function codeOfColour(found: ReadonlyMap<string, string>): FillCode {
  const [rgb, theme, indexed, tint] = ['rgb', 'theme', 'indexed', 'tint'].map((name) => found.get(name));
  const base =
    rgb !== undefined ? (/^[0-9A-Fa-f]{8}$/.test(rgb) ? rgb.toUpperCase() : null)
    : theme !== undefined ? (/^\d{1,4}$/.test(theme) ? `THEME${theme}` : null)
    : indexed !== undefined ? (/^\d{1,4}$/.test(indexed) ? `INDEXED${indexed}` : null)
    : 'AUTO';
  if (base === null) return KEPT_FILL;
  if (tint === undefined || Number(tint) === 0) return base;
  // A name may hold neither minus nor point.
  return /^[-+0-9.eE]{1,40}$/.test(tint) ? `${base}T${tint.replace(/-/g, 'm').replace(/\+/g, 'p_').replace(/\./g, 'p').replace(/e/g, 'E')}` : KEPT_FILL;
}

const CODE = /^(?:NONE|KEEP|(?:([0-9A-F]{8})|THEME(\d{1,4})|INDEXED(\d{1,4})|AUTO)(?:T([0-9mpE_]{1,60}))?)$/;

export const isFillCode = (text: string): boolean => CODE.test(text);

/** The fill again; null for NONE and KEEP, which need none of their own. */
export function fillOfCode(code: FillCode, prefix: string): string | null {
  const match = CODE.exec(code);
  if (!match || code === NO_FILL || code === KEPT_FILL) return null;
  const [, rgb, theme, indexed, tint] = match;
  const base = rgb !== undefined ? `rgb="${rgb}"` : theme !== undefined ? `theme="${theme}"` : indexed !== undefined ? `indexed="${indexed}"` : 'auto="1"';
  const shade = tint === undefined ? '' : ` tint="${tint.replace(/p_/g, '+').replace(/p/g, '.').replace(/m/g, '-')}"`;
  const p = prefix;
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor ${base}${shade}/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

export const codeOfMark = (kind: MarkKind): FillCode => MARK_COLOURS[kind];

/** The kind whose colour that is, alpha left aside; null when it is none of ours. */
export const markOfCode = (code: FillCode): MarkKind | null =>
  MARK_KINDS.find((kind) => code.length === 8 && code.slice(2) === MARK_COLOURS[kind].slice(2)) ?? null;
