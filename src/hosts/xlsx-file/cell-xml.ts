/** A cell's XML for what an edit wants in it. */
import type { Content } from '../../core/model/edit';
import type { CellValue } from '../../core/model/grid';
import { shownFormula, type FormulaElement } from './cell-value';
import { toFileFormula } from './formula-names';
import { escapeControls, escapeText, textElement } from './xml-text';

/** Excel takes no more in a cell, and no longer formula. */
export const MAX_TEXT = 32_767;
export const MAX_FORMULA = 8192;

export const fits = (content: Content): boolean =>
  content.kind === 'number' ? true
  : content.kind === 'text' ? content.text.length <= MAX_TEXT
  : content.formula.length <= MAX_FORMULA && (content.cached.kind === 'number' || content.cached.text.length <= MAX_TEXT);

/** True when the cell holds exactly that already, a formula's cached value included. */
export function holds(content: Content, value: CellValue, formula: FormulaElement | null): boolean {
  if (content.kind === 'formula') {
    if (!formula || formula.kind !== (content.array ? 'array' : 'normal')) return false;
    return shownFormula(formula) === content.formula && holds(content.cached, value, null);
  }
  if (formula) return false;
  if (content.kind === 'number') return typeof value === 'number' && value === Number(content.value);
  return content.text === '' ? value === null || value === '' : value === content.text;
}

/** The `t` attribute and the children. */
export function cellContent(content: Content, cell: string, prefix: string): { type: string | null; xml: string } {
  const p = prefix;
  if (content.kind === 'number') return { type: null, xml: `<${p}v>${number(content.value)}</${p}v>` };
  if (content.kind === 'text') return content.text === '' ? { type: null, xml: '' } : { type: 'inlineStr', xml: `<${p}is>${textElement(p, content.text)}</${p}is>` };
  const formula = escapeText(escapeControls(toFileFormula(content.formula)));
  const f = content.array ? `<${p}f t="array" ref="${cell}">${formula}</${p}f>` : `<${p}f>${formula}</${p}f>`;
  return content.cached.kind === 'number'
    ? { type: null, xml: `${f}<${p}v>${number(content.cached.value)}</${p}v>` }
    : { type: 'str', xml: `${f}<${p}v>${escapeText(escapeControls(content.cached.text))}</${p}v>` };
}

function number(text: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError(`not a plain decimal: ${text}`);
  return text;
}
