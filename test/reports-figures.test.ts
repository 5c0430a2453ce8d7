/**
 * R1 to R5 of made-up districts: every line is compared with the figures worked out from the truth, and a line that no
 * pattern knows fails as well. `FROM=1000 DISTRICTS=50 npx jest test/reports-figures.test.ts` tries others.
 */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../src/core/assess';
import { REPORTS } from '../src/core/documents/reports';
import { NO_DETAILS } from '../src/core/model/report-details';
import { linesOf } from './kit/files/document-text';
import { bookOf } from './kit/grid';
import { checkReport } from './kit/reports/check-report';
import { sheetsOf, toldDistrict, type ToldDistrict, type Wishes } from './kit/reports/told-district';

const FROM = Number(process.env['FROM'] ?? 1);
const DISTRICTS = Number(process.env['DISTRICTS'] ?? 12);

/** Each report, those about one unit for each of the first units. */
function faultsIn(district: ToldDistrict): readonly string[] {
  const { now, before, onSite, byReport } = district;
  const book = assessBook(bookOf(...sheetsOf(now)));
  const previous = before && assessBook(bookOf(...sheetsOf(before)));
  const sheet = book.sheets[0]?.scoreSheet;
  expect(sheet?.units.map(({ name }) => name)).toEqual(now.units.map(({ name }) => name));
  const details = { ...NO_DETAILS, year: now.year, inspectedOnSite: onSite, inspectedByReport: byReport };
  return REPORTS.filter(({ code }) => /^R\d$/.test(code)).flatMap(({ code, compose }) =>
    (['R1', 'R5'].includes(code) ? [null] : now.units.slice(0, 6).map((_, at) => at)).flatMap((at) => {
      const units = at === null ? null : [{ sheet: sheet?.sheet ?? '', unit: at }];
      const lines = linesOf(compose({ book, previous, units, details }));
      const { wrong, unknown } = checkReport(code, lines, district, now.units[at ?? 0]!);
      return [...wrong, ...unknown.map((line) => `not known: ${line}`)];
    }),
  );
}

test.each(Array.from({ length: DISTRICTS }, (_, at) => FROM + at))('district %i', (seed) => {
  expect(faultsIn(toldDistrict(seed))).toEqual([]);
});

describe('districts at the edge', () => {
  test.each<[string, Wishes]>([
    ['one unit', { units: 1, before: true }],
    ['a khối of one unit', { units: 2, groups: true, before: true }],
    ['two units', { units: 2, groups: false }],
    ['all in full', { losing: 0, survey: false, before: true }],
    ['nobody in full', { losing: 100, words: true }],
    ['less than nothing', { nought: true, outside: true, before: true }],
    ['unknown units and areas that do not apply', { units: 9, unknown: true, notApplicable: true, before: true }],
    ['equal units', { units: 5, ties: true, groups: false, before: true }],
    ['no words', { words: false }],
    ['130 units', { units: 130, groups: true, before: true }],
  ])('%s', (_, wishes) => {
    for (const seed of [FROM + 300, FROM + 301]) expect(faultsIn(toldDistrict(seed, wishes))).toEqual([]);
  });
});
