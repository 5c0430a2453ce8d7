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
  swap: 0,
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
    ['points under a percentage, quotients under the appraisal', 100149],
    ['points under a percentage', 101193],
    ['points under a count, without subtotals', 101425],
    ['counts under a unit on the sheet of self-scores', 100275],
    ['losses below zero under the appraisal', 100445],
    ['a maximum that only the stated index shows', 100598],
    ['a detailed table whose maxima are called the highest points', 100714],
    ['the same, where one of two units agrees', 102054],
    ['losses that the causes show', 103065],
    ['claims that are the maxima but for one', 103555],
    ['two columns called the maximum', 103939],
    ['losses under the self-score', 104932],
    ['the last round under a count', 105551],
  ])('headings exchanged: %s', (_what, seed) => {
    const sheet = stressed(generate(seed), 'swap');
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
