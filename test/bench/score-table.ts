/**
 * The bảng tổng hợp of a province or of the country as numbers: 115 scored items, self and appraised, for any number of
 * units. Identical on every run.
 */

export interface TableRow {
  readonly code: string;
  readonly name: string;
  /** In hundredths. */
  readonly max: number;
  /** Rows of the scored items below this row; a scored item has its own row. */
  readonly scored: readonly number[];
  readonly isScored: boolean;
}

export interface ScoreTable {
  readonly rows: readonly TableRow[];
  readonly units: number;
  /** In hundredths; null if the item does not apply. Only for rows of scored items. */
  readonly self: (unit: number, row: number) => number | null;
  readonly appraised: (unit: number, row: number) => number | null;
}

const AREAS = 8;
const CRITERIA_PER_AREA = 5;
const MAXIMA = [50, 100, 100, 150, 50, 200, 100];

export function scoreTable(units: number): ScoreTable {
  const rows: { code: string; name: string; max: number; scored: number[]; isScored: boolean }[] = [];
  for (let area = 1; area <= AREAS; area += 1) {
    const areaRow = { code: `${area}`, name: `Lĩnh vực thứ ${area}`, max: 0, scored: [] as number[], isScored: false };
    rows.push(areaRow);
    for (let criterion = 1; criterion <= CRITERIA_PER_AREA; criterion += 1) {
      const criterionRow = {
        code: `${area}.${criterion}`,
        name: `Tiêu chí thứ ${criterion} của lĩnh vực ${area}`,
        max: 0,
        scored: [] as number[],
        isScored: false,
      };
      rows.push(criterionRow);
      const count = criterion === 1 && area <= 5 ? 2 : 3;
      for (let item = 1; item <= count; item += 1) {
        const max = MAXIMA[rows.length % MAXIMA.length] ?? 100;
        const row = rows.length;
        rows.push({
          code: `${area}.${criterion}.${item}`,
          name: `Tiêu chí thành phần ${area}.${criterion}.${item}`,
          max,
          scored: [row],
          isScored: true,
        });
        for (const parent of [areaRow, criterionRow]) {
          parent.max += max;
          parent.scored.push(row);
        }
      }
    }
  }
  const maxOf = (row: number): number => rows[row]?.max ?? 0;
  const applies = (unit: number, row: number): boolean => (unit * 7 + row * 13) % 97 !== 0;
  const lost = (unit: number, row: number): number => {
    const dice = Math.imul(unit * 131 + row * 17 + 7, 0x9e3779b1) >>> 8;
    if (dice % 5 > 1) return 0;
    return Math.min(maxOf(row), dice % 7 === 0 ? 1 + (dice % 23) : 25 * (1 + (dice % 3)));
  };
  return {
    rows,
    units,
    self: (unit, row) => (applies(unit, row) ? maxOf(row) - Math.floor(lost(unit, row) / 2) : null),
    appraised: (unit, row) => (applies(unit, row) ? maxOf(row) - lost(unit, row) : null),
  };
}

export const nameOfUnit = (unit: number): string => `UBND xã thứ ${unit + 1}`;
