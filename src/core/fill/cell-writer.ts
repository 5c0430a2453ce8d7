/** Turns content into a cell edit, or into null if the cell already holds it or belongs to the officer. */
import { keyOf, type Address } from '../values/address';
import { fromNumber, fromText, type Decimal, toText } from '../values/decimal';
import type { Content } from '../model/content';
import type { CellEdit } from '../model/workbook/edit';
import { isBlank, type CellValue } from '../model/workbook/grid';
import { MAX_FORMULA, normaliseFormula } from '../values/formula-text';
import { ownership, type FormulaKind } from './formula-owner';
import { cellValue, isCovered, type PlanContext } from './plan-context';

export type Plain = Extract<Content, { kind: 'number' | 'text' }>;
export type Format = CellEdit['format'];

export const numberContent = (value: Decimal): Plain => ({ kind: 'number', value: toText(value) });
export const textContent = (text: string): Plain => ({ kind: 'text', text });

/** A live formula if formulas are wanted and possible, otherwise its present value. */
export function resultContent(context: PlanContext, formula: string | null, cached: Plain): Content {
  return context.live && formula !== null && formula.length <= MAX_FORMULA
    ? { kind: 'formula', formula, cached }
    : cached;
}

/**
 * Writes into a cell that is blank or the add-in's. Returns null for any other cell, and if the cell already holds the
 * content.
 */
export function write(
  context: PlanContext,
  at: Address,
  kind: FormulaKind,
  content: Content,
  format: Format = null,
): CellEdit | null {
  return ownership(context, at, kind) === 'officer' ? null : replace(context, at, content, format);
}

/** Writes over any content, except in a covered cell of a merge. */
function replace(context: PlanContext, at: Address, content: Content, format: Format = null): CellEdit | null {
  if (isCovered(context, at) || holds(context, at, content)) return null;
  return { kind: 'cell', at, content, format };
}

function holds(context: PlanContext, at: Address, content: Content): boolean {
  const value = cellValue(context, at);
  const formula = context.grid.formulas.get(keyOf(at));
  // A plain value may also be in the cell as an add-in formula with that result.
  if (content.kind !== 'formula') return isSameValue(value, content);
  return (
    formula !== undefined &&
    normaliseFormula(formula) === normaliseFormula(content.formula) &&
    isSameValue(value, content.cached)
  );
}

const isSameValue = (value: CellValue, plain: Plain): boolean => {
  if (plain.kind === 'number') return typeof value === 'number' && fromNumber(value) === fromText(plain.value);
  return plain.text === '' ? isBlank(value) : value === plain.text;
};
