/** The interface of a rule: it reads facts and totals, does no I/O, and does not depend on other rules. */
import type { Address } from '../values/address';
import type { UnitResult } from './assessment';
import type { CriteriaSet } from './criteria-set';
import type { Deduction } from './deduction';
import type { Evidence, Severity, Suggestion } from './diagnostic';
import type { Item, ScoreSheet, UnitScores } from './score-sheet';
import type { Settings } from './settings';
import type { StatedCauses } from './beside/stated-cause';
import type { Survey } from './beside/survey';

/**
 * Everything that rules may read. For rules of severity `error`, units are computed without regard to findings; for the
 * other rules, units with errors are undetermined.
 */
export interface RuleContext {
  readonly scoreSheet: ScoreSheet;
  readonly settings: Settings;
  readonly places: number;
  readonly criteria: CriteriaSet | null;
  readonly causes: StatedCauses;
  readonly units: readonly UnitResult[];
  readonly deductions: readonly Deduction[];
  /** Tables of the workbook about the same units and year, including this one. */
  readonly relatedContexts?: readonly RuleContext[];
  /** Satisfaction of citizens, if the workbook states it. */
  readonly surveys?: readonly Survey[];
  /** Deadlines of evidence, as in `Cấu hình`. */
  readonly deadlines?: readonly string[];
  /** The scored year. */
  readonly year?: number | null;
  /** Tables of the workbook from the latest earlier year. */
  readonly before?: readonly ScoreSheet[];
}

/** A finding of a rule; the runner adds code, alias and severity. */
export interface Finding {
  readonly at: readonly Address[];
  readonly message: string;
  /** Only if this case is milder than the rule: a fault in a column that the index does not depend on. */
  readonly severity?: Severity;
  readonly unit?: UnitScores;
  readonly item?: Item;
  readonly expected?: string;
  readonly actual?: string;
  readonly suggestions?: readonly Suggestion[];
  /** True if the finding is only a consequence of another one. */
  readonly follows?: boolean;
  /** The evidence, cell by cell. */
  readonly evidence?: readonly Evidence[];
  /** Cells that are wrong only because of this finding. */
  readonly consequences?: readonly Address[];
}

export interface Rule {
  /** Permanent, never reused: CCHC1xx layout, 2xx cell, 3xx sums, 4xx deductions. */
  readonly code: string;
  readonly alias: string;
  readonly severity: Severity;
  /** A short Vietnamese title for the rule table. */
  readonly title: string;
  readonly find: (context: RuleContext) => Iterable<Finding>;
}
