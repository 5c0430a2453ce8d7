/** A criteria set (bộ tiêu chí) read from a sheet of its own in the workbook. */
import type { Address } from '../values/address';
import type { Decimal } from '../values/decimal';

export interface CriteriaSet {
  readonly sheet: string;
  readonly criteria: readonly CriteriaLine[];
}

export interface CriteriaLine {
  readonly code: string;
  readonly name: string;
  /** The parent line; null for an area. */
  readonly above: CriteriaLine | null;
  readonly max: Decimal | null;
  /** Allowed step of a score; null if the set states none. */
  readonly step: Decimal | null;
  /** The body that appraises the item, from this line or the line above. */
  readonly appraiser: string | null;
  readonly at: Address;
}
