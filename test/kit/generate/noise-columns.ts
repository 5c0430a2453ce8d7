/** Columns without a score of this year: other years, counts, dates, averages, percentages, text. */
import type { CellValue } from '../../../src/core/model/workbook/grid';
import {
  criterionAt,
  heading,
  pointsColumn,
  withHeader,
  type ItemColumn,
  type ItemLine,
  type ItemTable,
} from './item-lines';
import { isScored, percentOf, tallyOf, totalOf, type GeneratedUnit, type Points } from './model';
import { BODIES, EVIDENCE, REMEDIES } from './names';

export const NOISE_COLUMNS = [
  'lastYear',
  'count',
  'average',
  'year',
  'date',
  'difference',
  'percent',
  'evidence',
  'note',
  'remedy',
  'responsible',
] as const;
export type NoiseColumn = (typeof NOISE_COLUMNS)[number];

/** A column without a score of this year; `of` are the points of the unit, or of all units. */
export function noiseColumn(
  table: ItemTable,
  kind: NoiseColumn,
  of: readonly GeneratedUnit[],
  lastYear: readonly Points[],
): ItemColumn {
  const { random } = table;
  const first = of[0];
  const awarded = first?.appraised ?? first?.self ?? [];
  const base = { role: kind, unit: null, heading: [heading(table, kind)] };
  const ofScored = (cell: () => CellValue, share = 1): ItemColumn['cell'] => {
    return (line) => {
      const criterion = criterionAt(table, line);
      return criterion && isScored(criterion) && random.chance(share) ? cell() : null;
    };
  };
  switch (kind) {
    case 'lastYear':
      return withHeader({ ...pointsColumn(table, kind, null, lastYear, base.heading) });
    case 'count':
      return withHeader({ ...base, cell: ofScored(() => random.between(1, 240), 0.9) });
    case 'year':
      return withHeader({ ...base, cell: ofScored(() => random.pick([2023, 2024, 2025])) });
    case 'date':
      return withHeader({ ...base, isDate: true, cell: ofScored(() => random.between(45_300, 46_000)) });
    case 'evidence':
      return withHeader({ ...base, cell: ofScored(() => random.pick(EVIDENCE), 0.7) });
    case 'note':
      return withHeader({ ...base, cell: ofScored(() => random.pick(['Theo dõi', 'Đã bổ sung', 'Xem phụ lục']), 0.2) });
    case 'remedy':
      return withHeader({ ...base, cell: ofScored(() => random.pick(REMEDIES), 0.3) });
    case 'responsible':
      return withHeader({ ...base, cell: ofScored(() => random.pick(BODIES), 0.3) });
    case 'percent':
      return percentColumn(table, awarded, base.heading);
    case 'difference':
      return withHeader({ ...base, cell: (line) => differenceAt(table, first, line) });
    case 'average':
      return withHeader({ ...base, cell: (line) => averageAt(table, of, line) });
  }
}

function percentColumn(table: ItemTable, points: readonly Points[], path: readonly string[]): ItemColumn {
  const isPercent = table.random.chance(0.5);
  return withHeader({
    role: 'percent',
    unit: null,
    heading: path,
    isPercent,
    cell: (line) => {
      const criterion = criterionAt(table, line);
      const tally =
        line.kind === 'total'
          ? totalOf(table.criteria, points)
          : criterion && tallyOf(table.criteria, points, criterion.index);
      if (!tally || tally.max === 0) return null;
      const hundredths = percentOf(tally, 2);
      return isPercent ? hundredths / 10_000 : hundredths / 100;
    },
  });
}

function differenceAt(table: ItemTable, unit: GeneratedUnit | undefined, line: ItemLine): CellValue {
  const criterion = criterionAt(table, line);
  if (!unit?.self || !unit.appraised || !criterion || (!isScored(criterion) && !table.subtotals)) return null;
  const difference =
    tallyOf(table.criteria, unit.appraised, criterion.index).points -
    tallyOf(table.criteria, unit.self, criterion.index).points;
  return difference === 0 ? null : difference / 100;
}

function averageAt(table: ItemTable, units: readonly GeneratedUnit[], line: ItemLine): CellValue {
  const criterion = criterionAt(table, line);
  if (!criterion && line.kind !== 'total') return null;
  const all = units.map((unit) => {
    const points = unit.appraised ?? unit.self ?? [];
    return (criterion ? tallyOf(table.criteria, points, criterion.index) : totalOf(table.criteria, points)).points;
  });
  const sum = all.reduce((total, points) => total + points, 0);
  return all.length === 0 ? null : Math.round(sum / all.length) / 100;
}
