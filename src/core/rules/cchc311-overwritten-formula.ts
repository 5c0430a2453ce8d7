/**
 * CCHC311 — a number is typed where most cells of its line are formulas; a note if it still equals the computed number.
 */
import type { Rule } from '../model/rule';
import { keyOf } from '../values/address';
import { hasFormulas, textIn } from '../model/score-sheet';
import { indices, losses, percents, subtotals } from './equations';
import { formulaLines } from './formula-lines';
import { totals } from './total-equations';
import { cell, subject } from './wording';

export const overwrittenFormula: Rule = {
  code: 'CCHC311',
  alias: 'overwritten-formula',
  severity: 'warning',
  title: 'Số gõ đè lên công thức',
  find: function* (context) {
    if (!hasFormulas(context.scoreSheet)) return;
    const wrong = new Set(
      [...subtotals(context), ...losses(context), ...percents(context), ...totals(context), ...indices(context)].map(
        ({ at }) => keyOf(at),
      ),
    );
    for (const { what, along, formulas, typed } of formulaLines(context.scoreSheet)) {
      for (const { at, unit, item } of typed) {
        const text = textIn(context.scoreSheet, at);
        yield {
          ...(wrong.has(keyOf(at)) ? {} : { severity: 'note' as const }),
          at: [at],
          unit,
          ...(item ? { item } : {}),
          actual: text,
          message:
            `${subject(unit, item)}: ${what} ở ${cell(at)} là số gõ tay «${text}», trong khi ${formulas} ô khác ` +
            `cùng ${along} là công thức; sửa điểm thì ô này không đổi theo.`,
        };
      }
    }
  },
};
