/** A criteria set (bộ tiêu chí) as a workbook's own sheet states it. */
import type { Address } from '../values/address';
import type { Decimal } from '../values/decimal';

export interface CriteriaSet {
  readonly sheet: string;
  readonly criteria: readonly CriteriaLine[];
}

export interface CriteriaLine {
  readonly code: string;
  readonly name: string;
  /** The line that this one is a part of; null for an area. */
  readonly above: CriteriaLine | null;
  readonly max: Decimal | null;
  /** Allowed step of a score; null when the set lays none down. */
  readonly step: Decimal | null;
  /** Who appraises it, as the set or the line above says. */
  readonly appraiser: string | null;
  readonly at: Address;
}
