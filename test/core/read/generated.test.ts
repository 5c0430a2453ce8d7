/** Randomly generated sheets with known truth: the share that is read right, asked about, or read silently wrong. */
import { describe, expect, test } from '@jest/globals';
import { generate } from '../../kit/generate/generate';
import { gridText } from '../../kit/generate/grid-text';
import { judge, type Verdict } from '../../kit/generate/judge';
import { isScored, tallyOf, type Generated } from '../../kit/generate/model';

/** Seeds that may be used to tune the reading. */
const TUNING = Array.from({ length: 300 }, (_, seed) => seed);

describe('the generator', () => {
  test('gives the same workbook for the same seed', () => {
    const texts = (seed: number): string[] => generate(seed).grids.map(gridText);
    for (const seed of TUNING.slice(0, 40)) expect(texts(seed)).toEqual(texts(seed));
  });

  test('writes the points that its truth adds up', () => {
    for (const seed of TUNING.slice(0, 100)) expect(sumsOfCells(generate(seed))).toEqual([]);
  });
});

describe('generated sheets', () => {
  test('as they are', () => {
    const { right, silent } = tally();
    expect(right).toBeGreaterThanOrEqual(0.95);
    expect(silent).toBe(0);
  });
});

function tally(): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { right: 0, asked: 0, silent: 0 };
  for (const seed of TUNING) counts[judge(generate(seed)).verdict] += 1 / TUNING.length;
  return counts;
}

/** Units whose cells do not add up to the known truth. */
function sumsOfCells({ family, truth, units, points, criteria, grids }: Generated): string[] {
  // A list of losses omits the items that lost nothing.
  if (family === 'A losses alone') return [];
  return units.flatMap((unit, at) => {
    const role = unit.appraised ? 'appraised' : 'self';
    const counting = unit.appraised ?? unit.self ?? [];
    const own = points.filter((place) => place.unit === at && place.role === role);
    const isWhole = own.length < criteria.filter(isScored).length;
    const sum = own.reduce((total, { sheet, item, at: cell }) => {
      const criterion = criteria[item];
      if (!criterion || !isScored(criterion) || counting[item] === null) return total;
      const value = grids.find((grid) => grid.sheet === sheet)?.values[cell.row]?.[cell.column];
      const shown = typeof value === 'string' ? Number(value.replace(',', '.').replace(/[^\d.].*$/, '')) : value;
      const isOwn = Math.round(Number(shown) * 100) === tallyOf(criteria, counting, item).points;
      return isOwn ? total + Math.round(Number(shown) * 100) : Number.NaN;
    }, 0);
    return isWhole || sum === truth[at]?.awarded.points ? [] : [`${unit.name}: ${sum}`];
  });
}
