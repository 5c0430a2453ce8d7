/**
 * Turns a wanted content into a cell edit, or into nothing where the cell already says it or belongs to the officer.
 */
import { keyOf, type Address } from '../values/address';
import { fromNumber, fromText, type Decimal, toText } from '../values/decimal';
import type { Content } from '../model/content';
import type { CellEdit } from '../model/edit';
import { isBlank, type CellValue } from '../model/grid';
import { MAX_FORMULA, normaliseFormula } from '../values/formula-text';
import { ownership, type FormulaKind } from './formula-owner';
import { cellValue, isCovered, type PlanContext } from './plan-context';

export type Plain = Extract<Content, { kind: 'number' | 'text' }>;
export type Format = CellEdit['format'];

export const numberContent = (value: Decimal): Plain => ({ kind: 'number', value: toText(value) });
export const textContent = (text: string): Plain => ({ kind: 'text', text });

/** A live formula where formulas are wanted and possible, else the value that it would give now. */
export function resultContent(context: PlanContext, formula: string | null, cached: Plain): Content {
  return context.live && formula !== null && formula.length <= MAX_FORMULA
    ? { kind: 'formula', formula, cached }
    : cached;
}

/** Writes into a cell that is blank or the addin's; null otherwise, and when it already holds just that. */
export function write(
  context: PlanContext,
  at: Address,
  kind: FormulaKind,
  content: Content,
  format: Format = null,
): CellEdit | null {
  return ownership(context, at, kind) === 'officer' ? null : replace(context, at, content, format);
}

/** Writes whatever stands there, short of a merge's inside. */
function replace(context: PlanContext, at: Address, content: Content, format: Format = null): CellEdit | null {
  if (isCovered(context, at) || holds(context, at, content)) return null;
  return { kind: 'cell', at, content, format };
}

function holds(context: PlanContext, at: Address, content: Content): boolean {
  const value = cellValue(context, at);
  const formula = context.grid.formulas.get(keyOf(at));
  // A plain value may stand there as a formula of the addin that gives it.
  if (content.kind !== 'formula') return says(value, content);
  return (
    formula !== undefined &&
    normaliseFormula(formula) === normaliseFormula(content.formula) &&
    says(value, content.cached)
  );
}

const says = (value: CellValue, plain: Plain): boolean => {
  if (plain.kind === 'number') return typeof value === 'number' && fromNumber(value) === fromText(plain.value);
  return plain.text === '' ? isBlank(value) : value === plain.text;
};
