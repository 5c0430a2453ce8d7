/**
 * All rules, by code. A code is permanent: it is never given to another rule. Retired codes: none yet. 9xx are outcomes
 * of hosts, not rules.
 */
import type { Rule } from '../model/rule';
import { missingHeader } from './cchc101-missing-header';
import { missingColumn } from './cchc102-missing-column';
import { ambiguousColumn } from './cchc103-ambiguous-column';
import { duplicateUnit } from './cchc104-duplicate-unit';
import { missingCode } from './cchc105-missing-code';
import { duplicateCode } from './cchc106-duplicate-code';
import { damagedCode } from './cchc107-damaged-code';
import { unknownItem } from './cchc108-unknown-item';
import { missingItem } from './cchc109-missing-item';
import { repeatedHeader } from './cchc110-repeated-header';
import { splitRow } from './cchc111-split-row';
import { hiddenData } from './cchc112-hidden-data';
import { renamedItem } from './cchc113-renamed-item';
import { assumedMaximum } from './cchc114-assumed-maximum';
import { undecidedColumn } from './cchc115-undecided-column';
import { unusedNumbers } from './cchc116-unused-numbers';
import { unreadRows } from './cchc117-unread-rows';
import { unreadSheet } from './cchc118-unread-sheet';
import { listOfLosses } from './cchc119-list-of-losses';
import { mostlyNotApplicable } from './cchc120-mostly-not-applicable';
import { unreadCondition } from './cchc121-unread-condition';
import { textNumber } from './cchc201-text-number';
import { damagedNumber } from './cchc202-damaged-number';
import { ambiguousMark } from './cchc203-ambiguous-mark';
import { cellError } from './cchc204-cell-error';
import { blankScore } from './cchc205-blank-score';
import { scoreAboveMax } from './cchc206-score-above-max';
import { negativeScore } from './cchc207-negative-score';
import { fractionalStep } from './cchc208-fractional-step';
import { loneDecimals } from './cchc209-lone-decimals';
import { mismatchedSubtotal } from './cchc301-mismatched-subtotal';
import { mismatchedMax } from './cchc302-mismatched-max';
import { mismatchedLoss } from './cchc303-mismatched-loss';
import { mismatchedTotal } from './cchc304-mismatched-total';
import { mismatchedPercent } from './cchc305-mismatched-percent';
import { mismatchedIndex } from './cchc306-mismatched-index';
import { mismatchedRating } from './cchc307-mismatched-rating';
import { mismatchedRank } from './cchc308-mismatched-rank';
import { mismatchedChange } from './cchc309-mismatched-change';
import { truncatedValue } from './cchc310-truncated-value';
import { overwrittenFormula } from './cchc311-overwritten-formula';
import { mismatchedFormula } from './cchc312-mismatched-formula';
import { restatedNumber } from './cchc313-restated-number';
import { surveyPercent } from './cchc314-survey-percent';
import { limitedRating } from './cchc315-limited-rating';
import { pointsAboveCap } from './cchc316-points-above-cap';
import { deductionWithoutCause } from './cchc401-deduction-without-cause';
import { causeWithoutDeduction } from './cchc402-cause-without-deduction';
import { unexplainedLoss } from './cchc403-unexplained-loss';
import { overExplainedLoss } from './cchc404-over-explained-loss';
import { miscitedCode } from './cchc405-miscited-code';
import { appraisedAboveSelf } from './cchc406-appraised-above-self';
import { unmatchedCause } from './cchc407-unmatched-cause';
import { conflictingCauses } from './cchc408-conflicting-causes';
import { lateEvidence } from './cchc409-late-evidence';
import { unreadWords } from './cchc410-unread-words';

export const RULES: readonly Rule[] = [
  missingHeader,
  missingColumn,
  ambiguousColumn,
  duplicateUnit,
  missingCode,
  duplicateCode,
  damagedCode,
  unknownItem,
  missingItem,
  repeatedHeader,
  splitRow,
  hiddenData,
  renamedItem,
  assumedMaximum,
  undecidedColumn,
  unusedNumbers,
  unreadRows,
  unreadSheet,
  listOfLosses,
  mostlyNotApplicable,
  unreadCondition,
  textNumber,
  damagedNumber,
  ambiguousMark,
  cellError,
  blankScore,
  scoreAboveMax,
  negativeScore,
  fractionalStep,
  loneDecimals,
  mismatchedSubtotal,
  mismatchedMax,
  mismatchedLoss,
  mismatchedTotal,
  mismatchedPercent,
  mismatchedIndex,
  mismatchedRating,
  mismatchedRank,
  mismatchedChange,
  truncatedValue,
  overwrittenFormula,
  mismatchedFormula,
  restatedNumber,
  surveyPercent,
  limitedRating,
  pointsAboveCap,
  deductionWithoutCause,
  causeWithoutDeduction,
  unexplainedLoss,
  overExplainedLoss,
  miscitedCode,
  appraisedAboveSelf,
  unmatchedCause,
  conflictingCauses,
  lateEvidence,
  unreadWords,
];
