/** What an inspection found in one body, as a log of the inspectors tells it; no points. */
import type { Address } from '../values/address';

export interface InspectedBody {
  /** As the log names it. */
  readonly name: string;
  /** Null where nobody wrote how. */
  readonly how: 'onSite' | 'byReport' | null;
  readonly strengths: string | null;
  readonly shortcomings: string | null;
  readonly responsibleBody: string | null;
  readonly remedy: string | null;
  readonly remedyDue: string | null;
  readonly remedyStatus: string | null;
  readonly sheet: string;
  readonly at: Address;
}
