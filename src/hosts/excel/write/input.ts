/**
 * Converts contents to inputs that Excel stores unchanged: without an apostrophe, it converts the texts =1+1, 4,5 and
 * 1-5.
 */
import type { Content } from '../../../core/model/content';
import { tooLong } from '../faults';
import { type standing } from '../read/sheet-before';
import { type Input, isFormula } from '../read/snapshot';

/** Excel's own limits. */
const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

export function inputOf(content: Content): Input {
  if (content.kind === 'number') return Number(content.value);
  return content.kind === 'text' ? textInput(content.text) : `=${content.formula}`;
}

/** Text that begins with a letter and has no digit is stored unchanged, except for truth values. */
const PLAIN = /^\p{L}[^\d]*$/u;
const TRUTH = /^(?:true|false)$/i;

const textInput = (text: string): string =>
  text === '' || (PLAIN.test(text) && !TRUTH.test(text)) ? text : `'${text}`;

/** The input that gives a cell its former contents again. */
export const restoredInput = ({ value, formula }: ReturnType<typeof standing>): Input =>
  isFormula(formula, value) ? formula : typeof value === 'string' && !value.startsWith('#') ? textInput(value) : value;

export function refuseLong(sheet: string, cell: string, content: Content): void {
  const isLong =
    content.kind === 'text'
      ? content.text.length > MAX_TEXT
      : content.kind === 'formula' && content.formula.length > MAX_FORMULA - 1;
  if (isLong) throw tooLong(sheet, cell);
}
