/** Assessments built by hand, for tests of how they are shown. */
import type { Assessment, BookAssessment, Tally, UnitResult } from '../../src/core/model/assessment';
import { ZERO, decimal, subtract } from '../../src/core/values/decimal';
import type { Deduction } from '../../src/core/model/deduction';
import type { Diagnostic } from '../../src/core/model/diagnostic';
import { NO_READING } from '../../src/core/model/reading';
import { NO_DETAILS } from '../../src/core/model/report-details';
import { percentOf, roundRatio } from '../../src/core/values/ratio';
import type { Item, ScoreSheet, UnitScores } from '../../src/core/model/score-sheet';
import { DEFAULT_SETTINGS } from '../../src/core/model/settings';
import { grid } from './grid';

interface UnitBrief {
  readonly name: string;
  readonly group?: string;
  /** «75.42/94». */
  readonly self?: string;
  /** Absent for a unit that stays undetermined. */
  readonly awarded?: string;
  readonly bonus?: string;
  readonly penalty?: string;
  readonly rating?: string;
  readonly rank?: number;
}

/** One area «1 Chỉ đạo» with the item «1.1 Kế hoạch»; every unit gets all its points in that area. */
export function assessmentOf(
  units: readonly UnitBrief[],
  more: Partial<Pick<Assessment, 'diagnostics' | 'deductions'> & Pick<ScoreSheet, 'kind' | 'reading'>> = {},
): Assessment {
  const scoreSheet = {
    sheet: 'Bảng tổng hợp',
    kind: more.kind ?? 'units-as-columns',
    grid: grid('TT | Nội dung'),
    items: ITEMS,
    units: units.map(
      ({ name, group }, index) =>
        ({ position: index, name, group: group ?? null, awardedRole: 'appraised' }) as UnitScores,
    ),
    reading: more.reading ?? NO_READING,
  } as Partial<ScoreSheet> as ScoreSheet;
  return {
    scoreSheet,
    year: null,
    isEarlier: false,
    settings: DEFAULT_SETTINGS,
    places: 2,
    criteria: null,
    causes: { lines: [], strays: [], cited: [], hasColumns: false, statedFor: () => null },
    deductionLines: [],
    units: scoreSheet.units.map((unit, position) => unitResult(units[position]!, unit, units.length)),
    deductions: (more.deductions ?? []).map((each) => ({ ...each, unit: scoreSheet.units[each.unit.position]! })),
    diagnostics: (more.diagnostics ?? []).map((each) => ({
      ...each,
      unit: each.unit && scoreSheet.units[each.unit.position]!,
    })),
  };
}

const ITEMS = [
  { position: 0, code: '1', name: 'Chỉ đạo', area: 0, children: [1] },
  { position: 1, code: '1.1', name: 'Kế hoạch', area: 0, children: [] },
  { position: 2, code: '', name: '- Chất lượng', area: 0, children: [] },
] as readonly Partial<Item>[] as readonly Item[];

function unitResult(
  { self, awarded, bonus, penalty, rating, rank }: UnitBrief,
  unit: UnitScores,
  rankOf: number,
): UnitResult {
  const tally = awarded === undefined ? null : tallyOf(awarded);
  const index = tally && percentOf(tally.points, tally.max);
  return {
    unit,
    undetermined: tally === null,
    totals: {
      self: null,
      awarded: { pointsAt: () => Number.NaN, maxAt: () => Number.NaN },
      selfTotal: self === undefined ? null : tallyOf(self),
      awardedTotal: tally,
      bonus: bonus === undefined ? ZERO : decimal(bonus),
      penalty: penalty === undefined ? ZERO : decimal(penalty),
      selfOutside: ZERO,
    },
    index,
    publishedIndex: index && roundRatio(index, 2),
    rating: rating ?? null,
    limits: [],
    rank: rank ?? null,
    rankOf: rank === undefined ? null : rankOf,
    areas: [
      {
        item: ITEMS[0]!,
        tally,
        lost: tally && subtract(tally.max, tally.points),
        percent: index,
        rank: rank ?? null,
        rankOf: rank === undefined ? null : rankOf,
      },
    ],
  };
}

function tallyOf(text: string): Tally {
  const [points = '', max = ''] = text.split('/');
  return { points: decimal(points), max: decimal(max) };
}

/** Positions; the position of the unit is replaced by the table's unit when the finding is put into a table. */
interface Whose {
  readonly unit?: number | null;
  readonly item?: number | null;
}
const unitAt = (index: number): UnitScores => ({ position: index }) as UnitScores;

export const diagnosticOf = ({
  unit = 0,
  item = 0,
  ...brief
}: Partial<Omit<Diagnostic, 'unit' | 'item'>> & Whose): Diagnostic => ({
  code: 'CCHC303',
  alias: 'mismatched-loss',
  severity: 'warning',
  at: [{ row: 4, column: 4 }],
  unit: unit === null ? null : unitAt(unit),
  item: item === null ? null : ITEMS[item]!,
  expected: '3.54',
  actual: '3.36',
  message: 'Đơn vị A, lĩnh vực 1: ghi trừ 3,36 nhưng mất 3,54',
  suggestions: [],
  follows: false,
  consequences: [],
  ...brief,
});

export const deductionOf = ({
  unit,
  item,
  ...brief
}: Partial<Omit<Deduction, 'unit' | 'item'>> & Whose): Deduction => ({
  unit: unitAt(unit ?? 0),
  item: ITEMS[item ?? 1]!,
  maxPoints: decimal('1'),
  selfPoints: null,
  awardedPoints: decimal('0.75'),
  lostPoints: decimal('0.25'),
  at: { row: 5, column: 4 },
  cause: null,
  responsibleBody: null,
  responsiblePerson: null,
  explanation: null,
  remedy: null,
  remedyDue: null,
  remedyStatus: null,
  causeFrom: null,
  line: null,
  ...brief,
});

/** A loss with texts as the officer would type them. */
export const reworded = (loss: Deduction, words: Partial<Deduction>): Deduction =>
  Object.create(loss, Object.getOwnPropertyDescriptors(words)) as Deduction;

export const bookAssessmentOf = (
  sheets: readonly Assessment[],
  diagnostics: BookAssessment['diagnostics'] = [],
): BookAssessment => ({ sheets, details: NO_DETAILS, surveys: [], inspections: [], diagnostics, unreadSheets: [] });
