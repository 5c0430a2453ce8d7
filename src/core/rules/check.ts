/** Runs the rules over one sheet: all findings, in the order in which an officer reads the sheet. */
import type { Diagnostic } from '../model/diagnostic';
import type { Rule, RuleContext } from '../model/rule';
import { RULES } from './index';

export function check(context: RuleContext, rules: readonly Rule[] = RULES): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    for (const { at, message, severity, unit, item, expected, actual, suggestions } of rule.find(context)) {
      found.push({
        code: rule.code,
        alias: rule.alias,
        severity: severity ?? rule.severity,
        at,
        unit: unit ?? null,
        item: item ?? null,
        expected: expected ?? null,
        actual: actual ?? null,
        message,
        suggestions: suggestions ?? [],
      });
    }
  }
  return inReadingOrder(found);
}

export const inReadingOrder = (found: readonly Diagnostic[]): Diagnostic[] => [...found].sort(byPosition);

/**
 * By row, then column, then code; what has no place in the sheet comes first. Equal ones keep the order in which they
 * were found.
 */
function byPosition(a: Diagnostic, b: Diagnostic): number {
  const [one, other] = [a.at[0], b.at[0]];
  const byRow = (one?.row ?? -1) - (other?.row ?? -1) || (one?.column ?? -1) - (other?.column ?? -1);
  return byRow || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
