/** Builds the XML of a cell from the content that an edit puts into it. */
import type { Content } from '../../../core/model/content';
import type { CellValue } from '../../../core/model/workbook/grid';
import { shownFormula, type FormulaElement } from './cell-value';
import type { FoundCell } from './find-cells';
import { toFileFormula } from './formula-names';
import type { SheetPart } from './sheet-part';
import { spliceText, type Splice } from '../xml/splice';
import { escapeControls, escapeText, textElement } from '../xml/xml-text';
import { withAttributes } from '../xml/xml-tree';

/** Excel's limits for the text of a cell and for a formula. */
export const MAX_TEXT = 32_767;
const MAX_FORMULA = 8192;

export const fits = (content: Content): boolean =>
  content.kind === 'number'
    ? true
    : content.kind === 'text'
      ? content.text.length <= MAX_TEXT
      : content.formula.length <= MAX_FORMULA &&
        (content.cached.kind === 'number' || content.cached.text.length <= MAX_TEXT);

/** Whether the cell already holds exactly this content, including a formula's cached value. */
export function holds(content: Content, value: CellValue, formula: FormulaElement | null): boolean {
  if (content.kind === 'formula') {
    if (!formula || formula.kind !== 'normal') return false;
    return shownFormula(formula) === content.formula && holds(content.cached, value, null);
  }
  if (formula) return false;
  if (content.kind === 'number') return typeof value === 'number' && value === Number(content.value);
  return content.text === '' ? value === null || value === '' : value === content.text;
}

/** The cell's `t` attribute and its children. */
function cellContent(content: Content, prefix: string): { type: string | null; xml: string } {
  const p = prefix;
  if (content.kind === 'number') return { type: null, xml: `<${p}v>${number(content.value)}</${p}v>` };
  if (content.kind === 'text')
    return content.text === ''
      ? { type: null, xml: '' }
      : { type: 'inlineStr', xml: `<${p}is>${textElement(p, content.text)}</${p}is>` };
  const formula = escapeText(escapeControls(toFileFormula(content.formula)));
  const f = `<${p}f>${formula}</${p}f>`;
  return content.cached.kind === 'number'
    ? { type: null, xml: `${f}<${p}v>${number(content.cached.value)}</${p}v>` }
    : { type: 'str', xml: `${f}<${p}v>${escapeText(escapeControls(content.cached.text))}</${p}v>` };
}

/** A start tag without its closing bracket. */
const open = (tag: string): string => tag.replace(/\s*\/?>$/, '');

/** The whole cell with new content and the format `style`. */
export function refilled(
  { bytes, data }: SheetPart,
  cell: FoundCell,
  style: number,
  content: Content,
  name: string,
): string {
  if (cell.nameStop - cell.start === data.prefix.length + 2 && isPlain(bytes, cell, name))
    return newCell(data.prefix, name, style, content);
  const { type, xml } = cellContent(content, data.prefix);
  const styled = style === cell.style ? {} : { s: style === 0 ? null : style.toString() };
  // vm and cm link the old value to rich data and dynamic arrays; they do not apply to the new value.
  const tag = open(withAttributes(bytes, cell, { ...styled, t: type, vm: null, cm: null }));
  return xml === '' ? `${tag}/>` : `${tag}>${xml}</${data.prefix}c>`;
}

/**
 * Whether the attributes are exactly `r="E10" s="3"`, as in nearly every blank result cell: such a tag need not be
 * parsed.
 */
function isPlain(bytes: Uint8Array, { nameStop, openEnd, style }: FoundCell, name: string): boolean {
  const usual = ` r="${name}" s="${style.toString()}"`;
  const end = nameStop + usual.length;
  if (
    openEnd - end > 2 ||
    bytes[openEnd - 1] !== 0x3e ||
    (openEnd - end === 2 && bytes[end] !== 0x2f) ||
    openEnd <= end
  )
    return false;
  for (let n = 0; n < usual.length; n++) if (bytes[nameStop + n] !== usual.charCodeAt(n)) return false;
  return true;
}

/**
 * If the cell already has an `s` attribute, only its number is replaced: tens of thousands of marks change nothing
 * else.
 */
export function restyled(bytes: Uint8Array, cell: FoundCell, style: number): Splice {
  if (cell.styleStart >= 0 && style !== 0) return spliceText(cell.styleStart, cell.styleStop, style.toString());
  return spliceText(
    cell.start,
    cell.openEnd,
    withAttributes(bytes, cell, { s: style === 0 ? null : style.toString() }),
  );
}

export function newCell(prefix: string, name: string, style: number, content: Content | null): string {
  const { type, xml } = content ? cellContent(content, prefix) : { type: null, xml: '' };
  const s = style === 0 ? '' : ` s="${style.toString()}"`;
  const t = type === null ? '' : ` t="${type}"`;
  const tag = `<${prefix}c r="${name}"${s}${t}`;
  return xml === '' ? `${tag}/>` : `${tag}>${xml}</${prefix}c>`;
}

function number(text: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError(`not a plain decimal: ${text}`);
  return text;
}
