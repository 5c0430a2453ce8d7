/** One-click corrections of a stated number; a formula is never replaced by a number. */
import type { Address } from '../values/address';
import type { Decimal } from '../values/decimal';
import type { Suggestion } from '../model/diagnostic';
import { plain } from './wording';

interface Repairable {
  readonly at: Address;
  readonly expected: Decimal;
  readonly isFormula: boolean;
}

export const suggest = ({ at, expected, isFormula }: Repairable, why: string): { suggestions: Suggestion[] } => ({
  suggestions: isFormula ? [] : [{ at, value: plain(expected), why }],
});
