/** Runs one rule on one sheet and prints each finding as one line for the tests. */
import { toA1 } from '../../../src/core/values/address';
import type { CriteriaSet } from '../../../src/core/model/criteria-set';
import { fromText } from '../../../src/core/values/decimal';
import type { CauseLine } from '../../../src/core/model/deduction';
import type { Diagnostic } from '../../../src/core/model/diagnostic';
import { readStatedCauses } from '../../../src/core/read/beside/read-causes';
import type { RuleContext } from '../../../src/core/model/rule';
import type { ScoreSheet } from '../../../src/core/model/score-sheet';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/model/settings';
import type { Survey } from '../../../src/core/model/beside/survey';
import { check } from '../../../src/core/rules/check';
import { RULES } from '../../../src/core/rules/index';
import { listDeductions } from '../../../src/core/score/list-deductions';
import { placesOfSheet } from '../../../src/core/score/publish';
import { scoreUnits } from '../../../src/core/score/score-units';

export interface Circumstances {
  readonly settings?: Partial<Settings>;
  readonly criteria?: CriteriaSet;
  readonly causes?: readonly CauseLine[];
  /** Tables of the same workbook about the same units. */
  readonly beside?: readonly ScoreSheet[];
  /** Sheets of the same workbook about the survey. */
  readonly surveys?: readonly Survey[];
  /** Deadlines for evidence. */
  readonly deadlines?: readonly string[];
  /** Tables of the same workbook of the year before. */
  readonly before?: readonly ScoreSheet[];
}

export interface Invalid extends Circumstances {
  readonly sheet: ScoreSheet;
  /** `E2 warning`, one line per finding; several cells are joined with a comma. */
  readonly found: readonly string[];
  /** A part of the first message. */
  readonly says: string;
  /** Suggested values, cell by cell: `E2=-3.54`. */
  readonly suggests?: readonly string[];
}

export interface Valid extends Circumstances {
  readonly sheet: ScoreSheet;
}

export type Cases = Readonly<
  Record<
    string,
    { readonly valid: Readonly<Record<string, Valid>>; readonly invalid: Readonly<Record<string, Invalid>> }
  >
>;

export function contextOf(
  scoreSheet: ScoreSheet,
  { settings: own, criteria, causes = [], beside = [], before = [], surveys = [], deadlines = [] }: Circumstances = {},
): RuleContext {
  const settings = { ...DEFAULT_SETTINGS, ...own };
  const places = placesOfSheet(scoreSheet, settings);
  const units = scoreUnits(scoreSheet, settings, places, new Set());
  const stated = readStatedCauses(scoreSheet, causes);
  const deductions = listDeductions(
    scoreSheet,
    units.map(({ totals }) => totals),
    stated,
  );
  const context = {
    scoreSheet,
    settings,
    places,
    criteria: criteria ?? null,
    causes: stated,
    units,
    deductions,
    before,
    surveys,
    deadlines,
  };
  return beside.length === 0
    ? context
    : { ...context, relatedContexts: [context, ...beside.map((each) => contextOf(each))] };
}

export const tryRule = (alias: string, { sheet, ...circumstances }: Valid): Diagnostic[] =>
  check(
    contextOf(sheet, circumstances),
    RULES.filter((rule) => rule.alias === alias),
  );

export const brief = ({ at, severity }: Diagnostic): string => `${at.map(toA1).join(',')} ${severity}`.trim();

/** One `code | name | max | step` per line. */
export const criteriaSet = (table: string): CriteriaSet => ({
  sheet: 'Bộ tiêu chí',
  criteria: table
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length > 1)
    .map(([code = '', name = '', max = '', step = ''], row) => ({
      code,
      name,
      above: null,
      appraiser: null,
      max: fromText(max),
      step: fromText(step),
      at: { row: row + 1, column: 0 },
    })),
});

/** Settings with the condition that a rating level requires that no item has 0 points. */
export function noZeroFor(level: string) {
  const words = `${level}: không tiêu chí nào 0 điểm`;
  const where = 'Cấu hình!B7';
  return {
    ratingConditions: [
      { test: 'zero' as const, denies: 'levels' as const, levels: [level], measures: [], words, units: [], where },
    ],
  };
}
