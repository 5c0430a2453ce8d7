/**
 * Contents in the form that Excel stores as they are: without an apostrophe, the texts =1+1, 4,5 and 1-5 would become
 * something else.
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

/** Words alone are safe; whatever has a digit, a sign in front, or is a truth value is not. */
const PLAIN = /^\p{L}[^\d]*$/u;
const TRUTH = /^(?:true|false)$/i;

const textInput = (text: string): string =>
  text === '' || (PLAIN.test(text) && !TRUTH.test(text)) ? text : `'${text}`;

/** What has to be put into a cell so that the same stands in it again. */
export const restoredInput = ({ value, formula }: ReturnType<typeof standing>): Input =>
  isFormula(formula, value) ? formula : typeof value === 'string' && !value.startsWith('#') ? textInput(value) : value;

export function refuseLong(sheet: string, cell: string, content: Content): void {
  const isLong =
    content.kind === 'text'
      ? content.text.length > MAX_TEXT
      : content.kind === 'formula' && content.formula.length > MAX_FORMULA - 1;
  if (isLong) throw tooLong(sheet, cell);
}
