/**
 * Fill codes as marks need them: no fill, one plain colour (with all that is needed to write it again), or a fill that
 * is never painted over.
 */
import { KEPT_FILL, NO_FILL, partsOfCode, type FillCode } from '../../marks/fill-code';
import { attribute, attributesOf, child, type Element, type XmlPart } from '../xml/xml-tree';

export { codeOfMark, isFillCode, KEPT_FILL, markOfCode, NO_FILL, type FillCode } from '../../marks/fill-code';

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
    rgb !== undefined
      ? /^[0-9A-Fa-f]{8}$/.test(rgb)
        ? rgb.toUpperCase()
        : null
      : theme !== undefined
        ? /^\d{1,4}$/.test(theme)
          ? `THEME${theme}`
          : null
        : indexed !== undefined
          ? /^\d{1,4}$/.test(indexed)
            ? `INDEXED${indexed}`
            : null
          : 'AUTO';
  if (base === null) return KEPT_FILL;
  if (tint === undefined || Number(tint) === 0) return base;
  // The code is part of a defined name, so signs and the point of the tint are replaced by letters.
  return /^[-+0-9.eE]{1,40}$/.test(tint)
    ? `${base}T${tint.replace(/-/g, 'm').replace(/\+/g, 'p_').replace(/\./g, 'p').replace(/e/g, 'E')}`
    : KEPT_FILL;
}

/** The `fill` element of a code; null for NO_FILL and KEPT_FILL, which need no element of their own. */
export function fillOfCode(code: FillCode, prefix: string): string | null {
  const parts = partsOfCode(code);
  if (!parts) return null;
  const { rgb, theme, indexed, tint } = parts;
  const base =
    rgb !== undefined
      ? `rgb="${rgb}"`
      : theme !== undefined
        ? `theme="${theme}"`
        : indexed !== undefined
          ? `indexed="${indexed}"`
          : 'auto="1"';
  const shade = tint === undefined ? '' : ` tint="${tint}"`;
  const p = prefix;
  return (
    `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor ${base}${shade}/>` +
    `<${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`
  );
}
