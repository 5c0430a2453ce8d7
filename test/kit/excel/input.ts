/** How Excel interprets a cell input: numbers, formulas, and texts that it would read as something else. */
import { FarError, type Json } from './far';
import type { SimCell } from './model';

const ERROR = /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)$/;
const MONTH = /^(?:\d{1,2}[-/ ])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[-/ ]\d{1,4})?$/i;

/** null leaves the cell alone, "" empties it, an apostrophe keeps the rest as text. */
export function parseInput(cell: SimCell, input: Json): SimCell {
  if (input === null) return cell;
  if (typeof input === 'number' && cell.numberFormat === '@') return { ...cell, value: String(input), formula: null };
  if (typeof input === 'number' || typeof input === 'boolean') return { ...cell, value: input, formula: null };
  if (typeof input !== 'string') throw new FarError('InvalidArgument', 'a cell takes numbers, texts and booleans');
  if (input.length > 32_767) throw new FarError('InvalidArgument', 'a cell takes 32767 characters');
  if (input.startsWith("'")) return { ...cell, value: input.slice(1), formula: null };
  if (cell.numberFormat === '@') return { ...cell, value: input, formula: null };
  if (input.startsWith('=') && input.length > 1) {
    if (input.length > 8193 || brackets(input) !== 0)
      throw new FarError('InvalidArgument', `no formula: ${input.slice(0, 80)}`);
    return { ...cell, value: 0, formula: input };
  }
  if (/^(?:true|false)$/i.test(input)) return { ...cell, value: input.toLowerCase() === 'true', formula: null };
  if (ERROR.test(input)) return { ...cell, value: input, formula: null };
  const bare = input.trim();
  if (/^[+@-]/.test(bare) && !Number.isFinite(Number(bare)))
    throw new FarError('InvalidArgument', `read as a formula: ${bare.slice(0, 80)}`);
  if (bare !== '' && (Number.isFinite(Number(bare)) || /^[\d.,]+%?$/.test(bare)))
    return { ...cell, value: Number(bare.replaceAll(',', '').replace('%', '')), formula: null };
  if (MONTH.test(bare) || /^\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?$/.test(bare))
    return { ...cell, value: 45_000, formula: null, numberFormat: 'd-mmm' };
  return { ...cell, value: input, formula: null };
}

const brackets = (formula: string): number =>
  (formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '').match(/[()]/g) ?? []).reduce(
    (depth, sign) => depth + (sign === '(' ? 1 : -1),
    0,
  );
