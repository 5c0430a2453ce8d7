/** Runs the rules over one sheet and returns all findings in reading order. */
import type { Correction, Diagnostic, Evidence } from '../model/diagnostic';
import type { Finding, Rule, RuleContext } from '../model/rule';
import { placeOf, type ScoreSheet } from '../model/score-sheet';
import { lowered } from '../values/address';
import { RULES } from './index';

export function check(context: RuleContext, rules: readonly Rule[] = RULES): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    for (const finding of rule.find(context)) found.push(diagnosticOf(rule, finding));
  }
  return inReadingOrder(found);
}

/** A finding with the code, alias and severity of its rule. */
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
 * For a table on several sheets, adds the sheet to each message and converts cells to their addresses on that sheet.
 * `tables` holds every table that a finding may refer to, its own first.
 */
export function onItsSheets(found: readonly Diagnostic[], tables: readonly ScoreSheet[]): readonly Diagnostic[] {
  const [firstTable] = tables;
  if (!firstTable || tables.every(({ parts }) => parts === undefined)) return found;
  const placed = <T extends Correction | Evidence>(cell: T): T => {
    const table = cell.sheet === undefined ? firstTable : tables.find(({ sheet }) => sheet === cell.sheet);
    return table?.parts ? { ...cell, ...placeOf(table, cell.at) } : cell;
  };
  return found.map((each) => ({
    ...each,
    message:
      firstTable.parts && each.at[0] ? withSheet(each.message, placeOf(firstTable, each.at[0]).sheet) : each.message,
    suggestions: each.suggestions.map((one) => ({
      ...placed(one),
      ...(one.also ? { also: one.also.map(placed) } : {}),
    })),
    ...(each.evidence ? { evidence: each.evidence.map(placed) } : {}),
  }));
}

/** Converts a finding in one part of a table to positions in the whole table. */
export function loweredFinding(each: Diagnostic, part: number): Diagnostic {
  const cell = <T extends Correction | Evidence>(one: T): T => ({ ...one, at: lowered(one.at, part) });
  return {
    ...each,
    at: each.at.map((at) => lowered(at, part)),
    consequences: each.consequences.map((at) => lowered(at, part)),
    suggestions: each.suggestions.map((one) => ({ ...cell(one), ...(one.also ? { also: one.also.map(cell) } : {}) })),
    ...(each.evidence ? { evidence: each.evidence.map(cell) } : {}),
  };
}

const withSheet = (message: string, sheet: string): string =>
  message.includes('trang tính «') ? message : `${message.replace(/\.$/, '')} (trang tính «${sheet}»).`;

/** By row, then column, then code; findings without a cell come first. Equal ones keep their order. */
function byPosition(a: Diagnostic, b: Diagnostic): number {
  const [one, other] = [a.at[0], b.at[0]];
  const byRow = (one?.row ?? -1) - (other?.row ?? -1) || (one?.column ?? -1) - (other?.column ?? -1);
  return byRow || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
