/** The committed sample workbooks equal the output of their generators and hold the published totals. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { COMMUNES, scoresOf } from './kit/samples/communes';
import { ITEMS } from './kit/samples/criteria';
import { SAMPLES } from './kit/samples/samples';

const folder = join(__dirname, '..', 'assets', 'samples');

describe('sample workbooks', () => {
  test('assets/samples holds exactly the samples', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(SAMPLES).sort());
  });

  test.each(Object.entries(SAMPLES))('%s is what its generator writes (npm run samples)', async (name, build) => {
    expect(Buffer.compare(await build(), readFileSync(join(folder, name)))).toBe(0);
  });
});

describe('the sample set', () => {
  test('adds up to 100 points over some sixty scored items', () => {
    expect(ITEMS.reduce((sum, { max }) => sum + max * 100, 0)).toBe(10_000);
    expect(ITEMS.length).toBe(67);
    expect(new Set(ITEMS.map(({ code }) => code)).size).toBe(ITEMS.length);
  });

  test.each(COMMUNES.map((unit, at) => [unit.name, unit, at] as const))(
    '%s has its published points and maxima, and a cause for every loss',
    (_name, unit, at) => {
      const scores = scoresOf(unit, at + 1);
      for (const role of ['self', 'appraised'] as const) {
        const applicable = ITEMS.filter(({ code }) => scores.get(code)?.[role] !== null);
        const points = applicable.reduce((sum, { code }) => sum + (scores.get(code)?.[role] ?? 0), 0);
        expect([points, applicable.reduce((sum, { max }) => sum + max * 100, 0)]).toEqual(unit[role]);
      }
      const lost = ITEMS.filter(({ code, max }) => (scores.get(code)?.appraised ?? max * 100) < max * 100);
      expect(lost.filter(({ code }) => scores.get(code)?.cause === null)).toEqual([]);
    },
  );
});
