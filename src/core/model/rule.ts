/** What a rule is: it reads facts and totals, does no I/O, and knows no other rule. */
import type { Address } from '../values/address';
import type { UnitResult } from './assessment';
import type { CriteriaSet } from './criteria-set';
import type { Deduction } from './deduction';
import type { Evidence, Severity, Suggestion } from './diagnostic';
import type { Item, ScoreSheet, UnitScores } from './score-sheet';
import type { Settings } from './settings';
import type { StatedCauses } from './stated-cause';
import type { Survey } from './survey';

/**
 * All that rules may look at. For rules of severity `error` the units are computed as if none had found anything; the
 * others see units that an error left undetermined.
 */
export interface RuleContext {
  readonly scoreSheet: ScoreSheet;
  readonly settings: Settings;
  readonly places: number;
  readonly criteria: CriteriaSet | null;
  readonly causes: StatedCauses;
  readonly units: readonly UnitResult[];
  readonly deductions: readonly Deduction[];
  /**
   * Tables of the workbook that state numbers of the same units and year, this one among them; none where it is alone.
   */
  readonly kin?: readonly RuleContext[];
  /** How satisfied people are, where the workbook says it. */
  readonly surveys?: readonly Survey[];
  /** Until when proofs were due, as `Cấu hình` has it. */
  readonly deadlines?: readonly string[];
  /** The year that is scored. */
  readonly year?: number | null;
  /** Tables of the workbook that are of the year before this one's. */
  readonly before?: readonly ScoreSheet[];
}

/** What a rule found; the runner adds code, alias and severity. */
export interface Finding {
  readonly at: readonly Address[];
  readonly message: string;
  /** Only where this case is milder than the rule: a fault in a column that the index does not rest on. */
  readonly severity?: Severity;
  readonly unit?: UnitScores;
  readonly item?: Item;
  readonly expected?: string;
  readonly actual?: string;
  readonly suggestions?: readonly Suggestion[];
  /** True where the finding only follows from another one. */
  readonly follows?: boolean;
  /** What it rests on, cell by cell. */
  readonly evidence?: readonly Evidence[];
  /** Cells that are wrong only because of this finding. */
  readonly consequences?: readonly Address[];
}

export interface Rule {
  /** Permanent, never reused: CCHC1xx layout, 2xx cell, 3xx sums, 4xx deductions. */
  readonly code: string;
  readonly alias: string;
  readonly severity: Severity;
  /** A few Vietnamese words for the rule table. */
  readonly title: string;
  readonly find: (context: RuleContext) => Iterable<Finding>;
}
