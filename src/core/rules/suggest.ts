/** One-click repairs of a stated number; a formula is never replaced by a number. */
import type { Address } from '../values/address';
import type { Decimal } from '../values/decimal';
import type { Suggestion } from '../model/diagnostic';
import { textIn, type ScoreSheet } from '../model/score-sheet';
import { plain } from './wording';

interface Repairable {
  readonly at: Address;
  readonly expected: Decimal;
  readonly isFormula: boolean;
}

export const suggest = ({ at, expected, isFormula }: Repairable, why: string): { suggestions: Suggestion[] } => ({
  suggestions: isFormula ? [] : [{ at, value: plain(expected), why }],
});

/** A loss keeps the sign that the cell was written with: −3,36 becomes −3,54. */
export function suggestLoss(sheet: ScoreSheet, repair: Repairable, why: string): { suggestions: Suggestion[] } {
  const isNegative = /^\s*[-\u2010-\u2015\u2212\ufe63\uff0d]/.test(textIn(sheet, repair.at));
  return {
    suggestions: repair.isFormula
      ? []
      : [{ at: repair.at, value: `${isNegative && repair.expected !== 0 ? '-' : ''}${plain(repair.expected)}`, why }],
  };
}
