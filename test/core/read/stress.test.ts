/**
 * Damage that happens to sheets in offices, applied to generated sheets: the result is right, or a question is asked;
 * also readings with half of the words unknown.
 */
import { describe, expect, test } from '@jest/globals';
import { generate } from '../../kit/generate/generate';
import { knowsHalf } from '../../kit/generate/hidden-words';
import { judge } from '../../kit/generate/judge';
import { STRESSES, stressed, type Stress } from '../../kit/generate/stress';

const SEEDS = Array.from({ length: 120 }, (_, seed) => seed);

/** Maximum share of silently wrong readings. */
const MOST_SILENT: Readonly<Record<Stress, number>> = {
  mistyped: 0,
  swap: 0.02,
  heading: 0,
  maximum: 0,
  column: 0,
  'no-maximum': 0,
  raised: 0,
  text: 0,
  meaningless: 0.01,
};

describe('generated sheets', () => {
  test.each(STRESSES)('%s', (stress) => {
    const sheets = SEEDS.flatMap((seed) => stressed(generate(seed), stress) ?? []);
    const silent = sheets.filter((sheet) => judge(sheet).verdict === 'silent');
    expect(sheets.length).toBeGreaterThan(80);
    expect(silent.length / sheets.length).toBeLessThanOrEqual(MOST_SILENT[stress]);
  });

  test('a table that goes on below another heading of maxima, and other bodies below that', () => {
    const sheet = stressed(generate(2_500_304), 'meaningless');
    expect(sheet && judge(sheet).verdict).toBe('asked');
  });

  test('criteria across whose headings and maxima are gone', () => {
    const sheet = stressed(generate(2_622_393), 'meaningless');
    expect(sheet && judge(sheet).verdict).toBe('asked');
  });

  test.each([
    ['claims of the full mark beside what does not apply', 2_620_794],
    ['a loss that makes a maximum of the self-scores', 2_620_890],
    ['a detailed table that came to nothing, with what does not apply', 2_621_230],
  ])('words unknown: %s', (_what, seed) => {
    expect(judge(generate(seed), knowsHalf(seed)).verdict).toBe('asked');
  });

  test('half of the words unknown', () => {
    const silent = SEEDS.filter((seed) => judge(generate(seed), knowsHalf(seed)).verdict === 'silent');
    expect(silent.length / SEEDS.length).toBeLessThanOrEqual(0.02);
  });
});
