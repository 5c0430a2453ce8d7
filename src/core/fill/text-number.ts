/**
 * Formula text for a score that its cell holds as text: «0,5 đ», «75,42/94». SUM ignores such cells; NUMBERVALUE reads
 * them in any locale.
 */
import { fromText, type Decimal } from '../values/decimal';
import { quote } from '../values/formula-text';

const NBSP = '\u00a0';
const ONE = /^([+-]?\d+(?:[.,]\d+)?)([^\d.,+-]{0,20})$/;
const FRACTION = /^(\d+(?:[.,]\d+)?)\/(\d+(?:[.,]\d+)?)$/;

const valueOf = (text: string): Decimal | null => fromText(text.replace(',', '.'));
const numberValue = (text: string): string => `NUMBERVALUE(SUBSTITUTE(${text},",","."),"."," ")`;

/**
 * A formula for the number in `cell`, an error if the cell holds none; null if `text` cannot be read as `points` in
 * this way.
 */
export function textNumber(cell: string, text: string, points: Decimal): string | null {
  const [, digits = '', unit = ''] = ONE.exec(text.replaceAll(NBSP, ' ').trim()) ?? [];
  if (digits === '' || valueOf(digits) !== points) return null;
  const word = unit.trim();
  const bare = word === '' ? cell : `SUBSTITUTE(${cell},${quote(word)},"")`;
  return numberValue(withoutNbsp(bare, text));
}

/** Formulas for both numbers of «75,42/94» in `cell`; null if `text` has another form. */
export function textFraction(
  cell: string,
  text: string,
  points: Decimal,
  of: Decimal,
): { readonly points: string; readonly max: string } | null {
  const [, first = '', second = ''] = FRACTION.exec(text.replace(/[\s\u00a0]/g, '')) ?? [];
  if (first === '' || valueOf(first) !== points || valueOf(second) !== of) return null;
  const clean = withoutNbsp(cell, text);
  return {
    points: numberValue(`LEFT(${clean},FIND("/",${clean})-1)`),
    max: numberValue(`MID(${clean},FIND("/",${clean})+1,20)`),
  };
}

const withoutNbsp = (expression: string, text: string): string =>
  text.includes(NBSP) ? `SUBSTITUTE(${expression},"${NBSP}","")` : expression;
