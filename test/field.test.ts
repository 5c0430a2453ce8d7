/** The two published reports, recomputed figure for figure from workbooks of every family. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../src/core/assess';
import { toA1 } from '../src/core/values/address';
import type { BookAssessment } from '../src/core/model/assessment';
import { toText, type Decimal } from '../src/core/values/decimal';
import type { Grid } from '../src/core/model/workbook/grid';
import { AREA_1, AREAS_2_TO_4, KON_RAY_2022 } from './kit/field/field';
import { grid } from './kit/grid';
import { oneUnitSheets, unitsAsColumns } from './kit/field/kon-ray';
import { open, workbookOf } from './kit/files/workbook-of';

const assessed = async (...grids: readonly Grid[]): Promise<BookAssessment> =>
  assessBook(open(await workbookOf(grids)).book);
const text = (value: Decimal | null | undefined): string =>
  value === null || value === undefined ? '–' : toText(value);
const alarms = (book: BookAssessment): string[] =>
  book.sheets.flatMap(({ diagnostics }) =>
    diagnostics.map(
      ({ alias, at, actual, expected }) =>
        `${alias} ${at.map(toA1).join(' ')}${actual === null ? '' : ` ${actual} → ${String(expected)}`}`,
    ),
  );

const PUBLISHED = [
  'Thị trấn Đăk Rve: 83.5/97, 75.42/94 → 80.23 Tốt, 7/7',
  'Xã Đăk Tờ Re: 86.5/100, 76.97/94 → 81.88 Tốt, 6/7',
  'Xã Đăk Kôi: 88/100, 81.18/93 → 87.29 Tốt, 3/7',
  'Xã Tân Lập: 85.5/95.5, 84.17/93 → 90.51 Xuất sắc, 2/7',
  'Xã Đăk Pnê: 87.5/100, 79.63/94 → 84.71 Tốt, 5/7',
  'Xã Đăk Ruông: 86.55/92.5, 81.1/93 → 87.2 Tốt, 4/7',
  'Xã Đăk Tơ Lung: 89/94.5, 86.35/93 → 92.85 Xuất sắc, 1/7',
];

const lines = (book: BookAssessment): string[] =>
  book.sheets.flatMap(({ units }) =>
    units.map(({ unit, totals: { selfTotal, awardedTotal }, publishedIndex, rating, rank, rankOf }) => {
      const tally = (each: typeof selfTotal): string => `${text(each?.points)}/${text(each?.max)}`;
      return (
        `${unit.name}: ${tally(selfTotal)}, ${tally(awardedTotal)} → ` +
        `${text(publishedIndex)} ${rating ?? '–'}, ${String(rank)}/${String(rankOf)}`
      );
    }),
  );

describe('Kon Rẫy 2022', () => {
  test('items as rows, one sheet per unit', async () => {
    const book = await assessed(...oneUnitSheets());
    expect(lines(book)).toEqual(PUBLISHED);
    expect(alarms(book).filter((each) => each.startsWith('mismatched'))).toEqual([
      'mismatched-index E12 84.41 → 84.71',
    ]);
  });

  test('items as rows, units as columns', async () => {
    const book = await assessed(unitsAsColumns());
    expect(lines(book)).toEqual(PUBLISHED);
    expect(alarms(book).filter((each) => each.startsWith('mismatched'))).toEqual([
      'mismatched-index M11 84.41 → 84.71',
    ]);
  });

  test('units as rows with «75,42/94»', async () => {
    const book = await assessed(grid(KON_RAY_2022));
    expect(lines(book)).toEqual(PUBLISHED);
    expect(alarms(book)).toEqual(['mismatched-index E6 84.41 → 84.71']);
  });
});

describe('areas 1 to 4 of the 2021 district report', () => {
  test('area 1 comes to 6,46 of 10, its stated loss alone is false, blank ones of parents are not', async () => {
    const book = await assessed(grid(AREA_1));
    const area = book.sheets[0]?.units[0]?.areas[0];
    expect([text(area?.tally?.points), text(area?.tally?.max), text(area?.lost)]).toEqual(['6.46', '10', '3.54']);
    expect(alarms(book).filter((each) => !/^(deduction-without-cause|repeated-header|split-row)/.test(each))).toEqual([
      'mismatched-loss E2 3.36 → 3.54',
    ]);
    expect(book.sheets[0]?.scoreSheet.items.find(({ code }) => code === '1.6')?.name).toBe(
      'Có sáng kiến hoặc giải pháp mới được áp dụng có hiệu quả',
    );
  });

  test('areas 2 to 4: each published loss is found; 3 − 2,95 printed as 0,15 is blamed', async () => {
    const book = await assessed(grid(AREAS_2_TO_4));
    const [sheet] = book.sheets;
    expect(sheet?.units[0]?.areas.map(({ tally }) => `${text(tally?.points)}/${text(tally?.max)}`)).toEqual([
      '5/5',
      '6.81/10',
      '6/7',
    ]);
    expect(sheet?.deductions.map(({ item, lostPoints }) => `${item.code} ${text(lostPoints)}`)).toEqual([
      '3.1 2',
      '3.4.1 0.5',
      '3.4.2 0.5',
      '3.5 0.05',
      '3.6 0.14',
      '4.1 1',
    ]);
    expect(alarms(book).filter((each) => each.startsWith('mismatched'))).toEqual(['mismatched-loss E17 0.15 → 0.05']);
  });
});
