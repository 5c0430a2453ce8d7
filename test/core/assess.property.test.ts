import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assessBook } from '../../src/core/assess';
import type { Assessment } from '../../src/core/model/assessment';
import { subtract, toText } from '../../src/core/values/decimal';
import type { Grid } from '../../src/core/model/workbook/grid';
import type { LayoutKind } from '../../src/core/model/score-sheet';
import { bookOf } from '../kit/grid';
import {
  COMMA,
  DECOMPOSED,
  PLAIN,
  maximaOf,
  officeSheets,
  render,
  sumOf,
  type OfficeSheet,
  type Style,
} from '../kit/office-sheet';

const KINDS: readonly LayoutKind[] = ['one-unit', 'units-as-columns', 'units-as-rows'];

function assessmentOf(grid: Grid): Assessment {
  const [only] = assessBook(bookOf(grid)).sheets;
  if (!only) throw new Error('no sheet was read');
  return only;
}

/** Half-up percentage of two whole numbers to two decimals, computed independently of the engine. */
function percentText(points: number, max: number): string {
  const hundredths = (BigInt(points) * 20_000n + BigInt(max)) / (2n * BigInt(max));
  return (
    `${(hundredths / 100n).toString()}.${(hundredths % 100n).toString().padStart(2, '0')}`.replace(/\.?0+$/, '') || '0'
  );
}

/** The content of the published table: unit, points, maximum, index, rating, rank. */
const published = (assessment: Assessment): string[] =>
  assessment.units
    .map(({ unit, totals, publishedIndex, rating, rank, rankOf }) =>
      [
        unit.name.normalize('NFC'),
        totals.awardedTotal && toText(totals.awardedTotal.points),
        totals.awardedTotal && toText(totals.awardedTotal.max),
        publishedIndex && toText(publishedIndex),
        rating,
        rank,
        rankOf,
      ].join(' · '),
    )
    .sort();

const sheetAndKind = fc.tuple(officeSheets(), fc.constantFrom(...KINDS));
const many = fc.tuple(officeSheets(), fc.constantFrom<LayoutKind>('units-as-columns', 'units-as-rows'));

describe('whatever an office scores', () => {
  test('points, maximum and index are what plain addition and one division give', () => {
    fc.assert(
      fc.property(sheetAndKind, ([sheet, kind]) => {
        const { units } = assessmentOf(render(sheet, kind));
        expect(units).toHaveLength(kind === 'one-unit' ? 1 : sheet.scores.length);
        units.forEach(({ totals, publishedIndex }, unit) => {
          const { points, max } = sumOf(sheet, unit);
          expect(totals.awardedTotal && [totals.awardedTotal.points, totals.awardedTotal.max]).toEqual([
            points * 1e8,
            max * 1e8,
          ]);
          expect(publishedIndex === null ? null : toText(publishedIndex)).toBe(percentText(points, max));
        });
      }),
    );
  });

  test('without bonus an index lies between 0 and 100', () => {
    fc.assert(
      fc.property(sheetAndKind, ([sheet, kind]) =>
        assessmentOf(render(sheet, kind)).units.every(
          ({ publishedIndex }) => publishedIndex !== null && publishedIndex >= 0 && publishedIndex <= 100e10,
        ),
      ),
    );
  });

  test('a dense rank counts the better indices, whatever the order of the units', () => {
    fc.assert(
      fc.property(many, ([sheet, kind]) => {
        const { units } = assessmentOf(render(sheet, kind));
        const sums = units.map((_, unit) => sumOf(sheet, unit));
        units.forEach(({ rank }, unit) => {
          const own = sums[unit] ?? { points: 0, max: 1 };
          const better = new Set(
            sums
              .filter(({ points, max }) => points * own.max > own.points * max)
              .map(({ points, max }) => percentOfWhole(points, max)),
          );
          expect(rank).toBe(better.size + 1);
        });
        const order = [...sheet.scores.keys()].reverse();
        expect(published(assessmentOf(render(sheet, kind, { ...PLAIN, order })))).toEqual(
          published(assessmentOf(render(sheet, kind))),
        );
      }),
    );
  });

  test('what was awarded and what was lost make the applicable maximum, item by item and in all', () => {
    fc.assert(
      fc.property(sheetAndKind, ([sheet, kind]) => {
        const { deductions, units } = assessmentOf(render(sheet, kind));
        for (const each of deductions) expect(each.lostPoints).toBe(subtract(each.maxPoints, each.awardedPoints));
        units.forEach(({ totals }, unit) => {
          const lost = deductions
            .filter((each) => each.unit.position === unit)
            .reduce((all, each) => all + each.lostPoints, 0);
          expect(totals.awardedTotal && lost + totals.awardedTotal.points).toBe(totals.awardedTotal?.max);
        });
      }),
    );
  });

  test('raising one item never lowers its unit, and touches no other', () => {
    fc.assert(
      fc.property(many, fc.nat(), fc.nat(), ([sheet, kind], someUnit, someItem) => {
        const unit = someUnit % sheet.scores.length;
        const item = someItem % maximaOf(sheet).length;
        fc.pre(sheet.scores[unit]?.[item] !== null);
        const raised: OfficeSheet = {
          ...sheet,
          scores: sheet.scores.map((row, at) =>
            at === unit ? row.map((score, place) => (place === item ? (maximaOf(sheet)[item] ?? 0) : score)) : row,
          ),
        };
        const before = assessmentOf(render(sheet, kind)).units.map(({ publishedIndex }) => publishedIndex ?? -1);
        const after = assessmentOf(render(raised, kind)).units.map(({ publishedIndex }) => publishedIndex ?? -1);
        expect(after[unit]).toBeGreaterThanOrEqual(before[unit] ?? 0);
        expect(after.filter((_, at) => at !== unit)).toEqual(before.filter((_, at) => at !== unit));
      }),
    );
  });

  test.each<[string, (sheet: OfficeSheet) => Style]>([
    ['a decimal comma in text', () => COMMA],
    ['decomposed Unicode', () => DECOMPOSED],
    ['more letterhead', () => ({ ...PLAIN, letterhead: 11 })],
    ['no letterhead', () => ({ ...PLAIN, letterhead: 0 })],
    ['hidden columns', () => ({ ...PLAIN, hiddenColumns: ['C', 'D'] })],
    ['another order of units', (sheet) => ({ ...PLAIN, order: [...sheet.scores.keys()].reverse() })],
  ])('%s changes no result', (_, style) => {
    fc.assert(
      fc.property(many, ([sheet, kind]) => {
        expect(published(assessmentOf(render(sheet, kind, style(sheet))))).toEqual(
          published(assessmentOf(render(sheet, kind))),
        );
      }),
      { numRuns: 40 },
    );
  });
});

/** The fraction in lowest terms, to count distinct ranks. */
function percentOfWhole(points: number, max: number): string {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const common = divisor(points, max);
  return `${(points / common).toString()}/${(max / common).toString()}`;
}
