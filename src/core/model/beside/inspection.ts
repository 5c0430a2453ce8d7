/** Findings of an inspection of one body, from the inspectors' log; no points. */
import type { Address } from '../../values/address';

export interface InspectedBody {
  /** As written in the log. */
  readonly name: string;
  /** Null if the log does not state it. */
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
