/** Runs the rules over one sheet: all findings, in the order in which an officer reads the sheet. */
import type { Diagnostic } from '../model/diagnostic';
import type { Finding, Rule, RuleContext } from '../model/rule';
import { RULES } from './index';

export function check(context: RuleContext, rules: readonly Rule[] = RULES): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    for (const finding of rule.find(context)) found.push(diagnosticOf(rule, finding));
  }
  return inReadingOrder(found);
}

/** A finding under the name of its rule. */
export function diagnosticOf(
  { code, alias, severity }: Pick<Rule, 'code' | 'alias' | 'severity'>,
  finding: Finding,
): Diagnostic {
  return {
    code,
    alias,
    severity,
    unit: null,
    item: null,
    expected: null,
    actual: null,
    suggestions: [],
    follows: false,
    consequences: [],
    ...finding,
  };
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
