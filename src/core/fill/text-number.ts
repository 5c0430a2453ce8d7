/**
 * Formula text for a score that stands in its cell as text: «0,5 đ», «75,42/94». SUM passes such cells over,
 * NUMBERVALUE reads them in any locale.
 */
import { fromText, type Decimal } from '../values/decimal';
import { quote } from '../values/formula-text';

const NBSP = '\u00a0';
const ONE = /^([+-]?\d+(?:[.,]\d+)?)([^\d.,+-]{0,20})$/;
const FRACTION = /^(\d+(?:[.,]\d+)?)\/(\d+(?:[.,]\d+)?)$/;

const valueOf = (text: string): Decimal | null => fromText(text.replace(',', '.'));
const numberValue = (text: string): string => `NUMBERVALUE(SUBSTITUTE(${text},",","."),"."," ")`;

/** The number in `cell`, an error where it holds none; null when `text` cannot be read that way as `points`. */
export function textNumber(cell: string, text: string, points: Decimal): string | null {
  const [, digits = '', unit = ''] = ONE.exec(text.replaceAll(NBSP, ' ').trim()) ?? [];
  if (digits === '' || valueOf(digits) !== points) return null;
  const word = unit.trim();
  const bare = word === '' ? cell : `SUBSTITUTE(${cell},${quote(word)},"")`;
  return numberValue(withoutNbsp(bare, text));
}

/** Both numbers of «75,42/94» in `cell`; null when `text` is not of that form. */
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
