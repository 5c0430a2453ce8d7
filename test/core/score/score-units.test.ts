import { describe, expect, test } from '@jest/globals';
import { decimal, toText } from '../../../src/core/values/decimal';
import { DEFAULT_SETTINGS, rateIndex, type Settings } from '../../../src/core/model/settings';
import type { ScoreSheet } from '../../../src/core/model/score-sheet';
import { placesOfSheet } from '../../../src/core/score/publish';
import { scoreUnits } from '../../../src/core/score/score-units';
import { scoreSheet, unitRows } from '../../kit/score-sheet';

const results = (sheet: ScoreSheet, settings: Partial<Settings> = {}, blocked: readonly number[] = []) => {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  return scoreUnits(sheet, all, placesOfSheet(sheet, all), new Set(blocked));
};
const indices = (sheet: ScoreSheet, settings: Partial<Settings> = {}) =>
  results(sheet, settings).map(({ publishedIndex }) => publishedIndex && toText(publishedIndex));
const places = (sheet: ScoreSheet, settings: Partial<Settings> = {}) =>
  results(sheet, settings).map(({ rank, rankOf }) => (rank === null ? null : `${rank}/${String(rankOf)}`));

const KON_RAY = `
  unit              | Tổng.appraised
  Thị trấn Đăk Rve  | 75,42/94
  Xã Đăk Tờ Re      | 76,97/94
  Xã Đăk Kôi        | 81,18/93
  Xã Tân Lập        | 84,17/93
  Xã Đăk Pnê        | 79,63/94
  Xã Đăk Ruông      | 81,1/93
  Xã Đăk Tơ Lung    | 86,35/93`;

describe('Kon Rẫy 2022', () => {
  test('points of the applicable maximum give the published indices, and 84,71 where 84,41 was printed', () => {
    expect(indices(unitRows(KON_RAY))).toEqual(['80.23', '81.88', '87.29', '90.51', '84.71', '87.2', '92.85']);
  });

  test('the ratings and ranks follow', () => {
    const units = results(unitRows(KON_RAY));
    expect(units.map(({ rating }) => rating)).toEqual(['Tốt', 'Tốt', 'Tốt', 'Xuất sắc', 'Tốt', 'Tốt', 'Xuất sắc']);
    expect(units.map(({ rank }) => rank)).toEqual([7, 6, 3, 2, 5, 4, 1]);
    expect(units.map(({ rankOf }) => rankOf)).toEqual([7, 7, 7, 7, 7, 7, 7]);
  });
});

describe('index', () => {
  test('a penalty outside the set is taken off before dividing: (68,2 − 0,5) of 95,5 is 70,89', () => {
    expect(indices(scoreSheet('code | name | max | A.self\n1 | Một | 95.5 | 68.2\n=penalty | | | 0.5'))).toEqual([
      '70.89',
    ]);
  });

  test('a survey part may be rows like any other: 45,84/60 and 29,78/40 are 75,62', () => {
    const table = 'code | name | max | A.self\n1 | Thẩm định | 60 | 45.84\n2 | Điều tra xã hội học | 40 | 29.78';
    expect(indices(scoreSheet(table, { survey: ['2'] }))).toEqual(['75.62']);
  });

  test('or be added after the appraised part is scaled back to its share', () => {
    const table =
      'code | name | max | A.self\n1 | Một | 60 | 45\n2 | Hai | 10 | KĐG\n3 | SIPAS | 30 |\n3.1 | Hài lòng | 30 | 25.5';
    expect(indices(scoreSheet(table, { survey: ['3'] }), { appraisedShare: decimal('70') })).toEqual(['78']);
  });

  test('a blank score, a unit to which nothing applies and a blocked unit have none; the others keep theirs', () => {
    const sheet = scoreSheet('code | name | max | A.self | B.self | C.self | D.self\n1 | Một | 10 | | KĐG | 5 | 8');
    const units = results(sheet, {}, [2]);
    expect(units.map(({ undetermined, rank, rating }) => ({ undetermined, rank, rating }))).toEqual([
      { undetermined: true, rank: null, rating: null },
      { undetermined: true, rank: null, rating: null },
      { undetermined: true, rank: null, rating: null },
      { undetermined: false, rank: 1, rating: 'Tốt' },
    ]);
    expect(units[2]?.totals.awardedTotal?.points).toBe(decimal('5'));
    expect(units[2]?.areas[0]).toMatchObject({ lost: decimal('5'), rank: null, rankOf: null });
  });

  test('results taken over from an earlier run are the same as computed afresh', () => {
    const sheet = unitRows(KON_RAY);
    const earlier = results(sheet);
    expect(scoreUnits(sheet, DEFAULT_SETTINGS, 2, new Set([3]), earlier)).toEqual(results(sheet, {}, [3]));
  });
});

describe('decimals of a published index', () => {
  const places = (values: readonly string[], settings: Partial<Settings> = {}) =>
    placesOfSheet(
      unitRows(`unit | Tổng.self | =index\n${values.map((value, at) => `Xã ${at} | 5/7 | ${value}`).join('\n')}`),
      { ...DEFAULT_SETTINGS, ...settings },
    );

  test('are two, or three where the sheet states three', () => {
    expect(places(['', ''])).toBe(2);
    expect(places(['87.2', '80.23'])).toBe(2);
    expect(places(['91.651', '91.86'])).toBe(3);
  });

  test('are not led by a formula or a pasted quotient, and the setting comes first', () => {
    expect(places(['{80.2341}', '80.23404255'])).toBe(2);
    expect(places(['91.651'], { places: 1 })).toBe(1);
  });

  test('84,17 of 93 is 90,51, half-up', () => {
    expect(indices(unitRows('unit | Tổng.self\nXã A | 84,17/93\nXã B | 90.505/100'))).toEqual(['90.51', '90.51']);
  });
});

describe('rating', () => {
  test('is taken from the rounded index', () => {
    expect(
      results(unitRows('unit | Tổng.self\nXã A | 89.995/100\nXã B | 89.994/100')).map(({ rating }) => rating),
    ).toEqual(['Xuất sắc', 'Tốt']);
  });

  test('asks whether the bound belongs to the band', () => {
    const scale = DEFAULT_SETTINGS.scale.map((band) => ({ ...band, inclusive: band.label !== 'Xuất sắc' }));
    expect(rateIndex(decimal('90'), scale)).toBe('Tốt');
    expect(rateIndex(decimal('90.01'), scale)).toBe('Xuất sắc');
    expect(rateIndex(decimal('0'), scale)).toBe('Yếu');
  });

  test('there is none on an empty scale or below the lowest band', () => {
    expect(rateIndex(decimal('95'), [])).toBeNull();
    expect(rateIndex(decimal('49.99'), DEFAULT_SETTINGS.scale.slice(0, 4))).toBeNull();
  });
});

describe('rank', () => {
  const tied = unitRows('unit | Tổng.self\nA | 9/10\nB | 8/10\nC | 4/5\nD | 7/10');

  test('ties share a place: dense by default, competition by setting', () => {
    expect(places(tied)).toEqual(['1/3', '2/3', '2/3', '3/3']);
    expect(places(tied, { ties: 'competition' })).toEqual(['1/4', '2/4', '2/4', '4/4']);
  });

  test('goes by the exact index, or by the published one where the setting says so', () => {
    const close = unitRows('unit | Tổng.self\nA | 84.941/100\nB | 84.942/100');
    expect(places(close)).toEqual(['2/2', '1/2']);
    expect(places(close, { rankBy: 'rounded' })).toEqual(['1/1', '1/1']);
  });

  test('tells apart indices that differ in the thirteenth digit', () => {
    const close = unitRows('unit | Tổng.self\nA | 30000.00000001/90000\nB | 30000/90000\nC | 30000.00000002/90000');
    expect(places(close)).toEqual(['2/3', '3/3', '1/3']);
  });

  test('is taken inside a khối, and a listed but unranked unit takes no place', () => {
    const sheet = unitRows('unit | Tổng.self\nA | 9/10\nB | 8/10\nC | 7/10\nD | 6/10', {
      groups: { A: 'Sở', B: 'Xã', C: 'Xã', D: 'Sở' },
      unranked: ['B'],
    });
    expect(places(sheet)).toEqual(['1/2', null, '1/1', '2/2']);
  });

  test('of each area goes by its percent, and an area that does not apply has none', () => {
    const sheet = scoreSheet(
      'code | name | max | A.self | B.self | C.self\n1 | Một | 10 | 6 | 8 | 6\n2 | Hai | 5 | 4 | KĐG | 5',
    );
    expect(
      results(sheet).map(({ areas }) => areas.map(({ rank, rankOf }) => `${String(rank)}/${String(rankOf)}`)),
    ).toEqual([
      ['2/2', '2/2'],
      ['1/2', 'null/null'],
      ['2/2', '1/2'],
    ]);
  });
});
