/** The reports that can be composed, in the order that they are offered. */
import type { Report } from './report';
import { RESULT_REPORT } from './result-report';
import { UNIT_ANALYSIS } from './unit-analysis';

export const REPORTS: readonly Report[] = [RESULT_REPORT, UNIT_ANALYSIS];
