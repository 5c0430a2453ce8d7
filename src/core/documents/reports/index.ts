/** The available reports, in the order in which they are offered. */
import type { Report } from '../report';
import { APPRAISAL_RECORD } from './appraisal-record';
import { EVEN_APPRAISAL } from './even-appraisal';
import { INSPECTION_FOLLOW_UP } from './inspection-follow-up';
import { UNIT_REPORT } from './unit-report';
import { RESPONSIBILITY_REVIEW } from './responsibility-review';
import { TWO_YEARS } from './two-years';
import { RESULT_REPORT } from './result-report';
import { UNIT_ANALYSIS } from './unit-analysis';

export const REPORTS: readonly Report[] = [
  RESULT_REPORT,
  UNIT_ANALYSIS,
  RESPONSIBILITY_REVIEW,
  UNIT_REPORT,
  INSPECTION_FOLLOW_UP,
  APPRAISAL_RECORD,
  EVEN_APPRAISAL,
  TWO_YEARS,
];
