/** Finding the wrong number: published mistakes, and properties over sheets with known truth. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { fromA1, toA1 } from '../../../src/core/values/address';
import { emptyTally, judge } from '../../bench/tally';
import { cleanBook } from '../../kit/diagnosis/books';
import type { Rows } from '../../kit/diagnosis/clean-sheets';
import { findingsOf, gridsOf } from '../../kit/diagnosis/findings';
import { drawn, spoilt } from '../../kit/diagnosis/mistakes';

const told = (rows: Rows, ...others: { name: string; rows: Rows }[]) =>
  findingsOf([{ name: others.length === 0 ? 'Bảng tổng hợp' : 'Chấm điểm', rows }, ...others]).filter(
    ({ follows }) => !follows,
  );
const HEAD = ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm đạt được', 'Điểm bị trừ'];
const district = (...rows: (string | number | null)[][]) => [
  ['BẢNG TỔNG HỢP CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2021'],
  ['Đơn vị: UBND huyện Vân Canh'],
  HEAD,
  ...rows,
];

describe('published mistakes', () => {
  test('79,63/94 printed as 84,41 is 84,71 (Kon Rẫy 2022)', () => {
    const [finding, ...others] = told([
      ['KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2022'],
      ['STT', 'Đơn vị', 'Điểm thẩm định', 'Chỉ số (%)'],
      [1, 'UBND xã Đăk Kôi', '75,42/94', 80.23],
      [2, 'UBND xã Đăk Pne', '79,63/94', 84.41],
      [3, 'UBND xã Tân Lập', '81,18/93', 87.29],
    ]);
    expect(others).toEqual([]);
    expect(finding?.suggestions[0]).toMatchObject({ at: 'D4', value: '84.71' });
  });

  test('a loss of −3,36 beside 6,46 of 10 is −3,54 (Vân Canh 2021)', () => {
    const [finding, ...others] = told(
      district(
        [1, 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', 10, 6.46, '- 3.36'],
        ['1.1', 'Kế hoạch', 4, 3.46, '-0.54'],
        ['1.2', 'Kiểm tra', 6, 3, -3],
      ),
    );
    expect(others).toEqual([]);
    expect(finding?.suggestions[0]).toMatchObject({ at: 'E4', value: '-3.54', also: [] });
  });

  test('2,95 of 3 with −0,15 lost is −0,05 (Vân Canh 2021)', () => {
    const [finding] = told(district(['1', 'Tuyên truyền', 3, 2.95, -0.15], ['2', 'Kiểm tra', 2, 2, null]));
    expect(finding?.suggestions[0]).toMatchObject({ at: 'E4', value: '-0.05' });
  });
});

describe('numbers that are stated twice', () => {
  const AREA = district(
    [1, 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', 10, 6.46, '- 3.36'],
    ['1.1', 'Kế hoạch', 4, 3.46, '-0.54'],
    ['1.2', 'Kiểm tra', 6, 3, -3],
    [2, 'CẢI CÁCH THỂ CHẾ', 12, 8, -4],
    ['2.1', 'Ban hành', 5, 4, -1],
    ['2.2', 'Rà soát', 7, 4, -3],
  );

  const comparison = (points: string, percent: number, change: number) => ({
    name: 'So sánh',
    rows: [
      ['SO SÁNH KẾT QUẢ NĂM 2020 VÀ NĂM 2021'],
      ['Đơn vị: UBND huyện Vân Canh'],
      ['TT', 'Lĩnh vực', 'Năm 2020', null, 'Năm 2021', null, 'Tăng/giảm (%)'],
      [null, null, 'Điểm', '%', 'Điểm', '%', null],
      [1, 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', '7,5/12', 62.5, points, percent, change],
      [2, 'CẢI CÁCH THỂ CHẾ', '9/12', 75, '8/12', 66.67, -8.33],
    ],
  });

  test('6,46 restated as 6,64 (66,4 %, +3,9) in the comparison of years is one finding there', () => {
    const findings = told(AREA, comparison('6,64/10', 66.4, 3.9));
    expect(findings.map(({ alias }) => alias)).toEqual(['mismatched-loss', 'restated-number']);
    expect(findings[0]?.suggestions).toMatchObject([{ at: 'E4', value: '-3.54' }]);
    expect(findings[1]?.suggestions).toMatchObject([
      {
        sheet: 'So sánh',
        at: 'E5',
        value: '6,46/10',
        also: [
          { at: 'F5', value: '64.6' },
          { at: 'G5', value: '2.1' },
        ],
      },
    ]);
  });

  test('6,46 restated as 16,46 of 10 is one finding, and not another one above the maximum', () => {
    const findings = told(AREA, comparison('16,46/10', 64.6, 2.1));
    expect(findings.map(({ alias }) => alias)).toEqual(['mismatched-loss', 'restated-number']);
    expect(findings[1]?.suggestions).toMatchObject([{ sheet: 'So sánh', at: 'E5', value: '6,46/10', also: [] }]);
  });

  test('an index of 74,87 for 29,78 of 40 is 74,45', () => {
    const [finding, ...others] = told([
      ['KẾT QUẢ ĐIỀU TRA XÃ HỘI HỌC NĂM 2022'],
      ['STT', 'Đơn vị', 'Điểm thẩm định', 'Chỉ số (%)'],
      [1, 'Sở Nội vụ', '29,78/40', 74.87],
      [2, 'Sở Tài chính', '31,2/40', 78],
    ]);
    expect(others).toEqual([]);
    expect(finding?.suggestions[0]).toMatchObject({ at: 'D3', value: '74.45' });
  });

  test('«mất 1,19» of 8,5 − 6,31 in a list of losses is 2,19', () => {
    const [finding, ...others] = told(
      district(
        [1, 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', 8.5, 6.31, 1.19],
        ['1.2', 'Kiểm tra', 2, 1, 1],
        ['1.4', 'Tuyên truyền', 1.5, 0.31, 1.19],
        [2, 'CẢI CÁCH THỂ CHẾ', 12, 10, 2],
        ['2.1', 'Ban hành', 5, 4, 1],
        ['2.3', 'Rà soát', 3, 2, 1],
        [3, 'THỦ TỤC HÀNH CHÍNH', 14, 12.5, 1.5],
        ['3.1', 'Niêm yết', 2, 1, 1],
        ['3.5', 'Công khai', 1, 0.5, 0.5],
        [null, 'Tổng điểm', 34.5, 28.81, null],
      ),
    );
    expect(others).toEqual([]);
    expect(finding?.suggestions).toMatchObject([{ at: 'E4', value: '2.19' }]);
  });
});

test('of two scores that could be wrong, the one that last year had otherwise is named first', () => {
  const table = (year: number, sum: number, ...scores: [number, number]): Rows => [
    [`BẢNG TỔNG HỢP CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM ${year}`],
    ['Đơn vị: UBND huyện Vân Canh'],
    HEAD.slice(0, 4),
    [1, 'CHỈ ĐẠO ĐIỀU HÀNH', 10, sum],
    ['1.1', 'Kế hoạch', 4, scores[0]],
    ['1.2', 'Kiểm tra', 6, scores[1]],
  ];
  const firstAfter = (...before: [number, number]): string | undefined => {
    const now = { name: 'Năm 2021', rows: table(2021, 7.3, 3.2, 4.3) };
    const earlier = { name: 'Năm 2020', rows: table(2020, before[0] + before[1], ...before) };
    const findings = findingsOf([now, earlier]).filter(({ follows }) => !follows);
    expect(findings).toHaveLength(1);
    return findings[0]?.suggestions.map(({ at }) => at).find((at) => at !== 'D4');
  };
  expect(firstAfter(3, 4.3)).toBe('D5');
  expect(firstAfter(3.2, 4.1)).toBe('D6');
});

test('a mistyped score is one finding, at the score, with its evidence and without a fix of a correct total', () => {
  const findings = told(
    district(
      [1, 'CHỈ ĐẠO ĐIỀU HÀNH', 4, 3, null],
      ['1.1', 'Kế hoạch', 0.5, 5, 0],
      ['1.2', 'Kiểm tra', 3.5, 2.5, 1],
      [2, 'THỂ CHẾ', 6, 5.5, null],
      ['2.1', 'Ban hành', 6, 5.5, 0.5],
      [null, 'Tổng điểm', 10, 8.5, null],
    ),
  );
  expect(findings).toHaveLength(1);
  const [finding] = findings;
  expect(finding?.at).toEqual(['D5']);
  expect(finding?.suggestions[0]).toMatchObject({ at: 'D5', value: '0.5' });
  expect(finding?.message).toContain(
    'nhiều khả năng là 0,5: khi đó điểm bị trừ 1.1 (0), tổng 1 (3) và tổng điểm (8,5) đều đúng',
  );
  expect(finding?.message).toContain('5 vượt điểm tối đa 0,5');
});

test('a minus typed before a score is one finding, at the score', () => {
  const [finding, ...others] = told([
    HEAD.slice(0, 4),
    [1, 'CHỈ ĐẠO ĐIỀU HÀNH', 4, 3],
    ['1.1', 'Kế hoạch', 0.5, -0.5],
    ['1.2', 'Kiểm tra', 3.5, 2.5],
  ]);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ alias: 'negative-score', at: ['D3'] });
  expect(finding?.suggestions[0]).toMatchObject({ at: 'D3', value: '0.5' });
  expect(finding?.message).toContain('nhiều khả năng là 0,5: khi đó tổng 1 (3) đúng, và −0,5 là số âm');
});

test.each([
  ['too high', 5, '> 0,5'],
  ['below zero', -0.5, '< 0'],
])('what a score %s rests on: its cell, its bound and the sums that it is in', (_, typed, bound) => {
  const table = [
    HEAD.slice(0, 4),
    [1, 'CHỈ ĐẠO ĐIỀU HÀNH', 4, 3],
    ['1.1', 'Kế hoạch', 0.5, typed],
    ['1.2', 'Kiểm tra', 3.5, 2.5],
  ];
  const [grid] = gridsOf([{ name: 'Bảng tổng hợp', rows: table }]);
  if (!grid) throw new Error('no grid');
  const { sheets } = assessBook({ sheets: [{ name: grid.sheet, visibility: 'visible', grid: () => grid }] });
  const diagnostics = sheets.flatMap((sheet) => sheet.diagnostics);
  const evidence = diagnostics.find(({ evidence: own }) => own !== undefined)?.evidence ?? [];
  expect(evidence.map(({ at, text }) => `${toA1(at)}: ${text}`)).toEqual([
    expect.stringMatching(/^D3: điểm/),
    expect.stringContaining(bound),
    expect.stringMatching(/^D2: tổng 1 \(3\) ≠ .*2,5/),
  ]);
});

test('a score above its maximum that no sum rests on has a range and no value that is sure', () => {
  const [finding, ...others] = told([
    HEAD.slice(0, 4),
    [1, 'CHỈ ĐẠO ĐIỀU HÀNH', 4, null],
    ['1.1', 'Kế hoạch', 0.5, 7],
    ['1.2', 'Kiểm tra', 3.5, 2.5],
  ]);
  expect(others).toEqual([]);
  expect(finding?.message).toContain('bảng chỉ cho biết điểm đúng từ 0 đến 0,5.');
  expect(finding?.suggestions.every(({ share }) => share < 0.9)).toBe(true);
});

test('where units have no index yet, a wrong rank has a range and no value', () => {
  const [finding] = told([
    ['KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2022'],
    ['STT', 'Đơn vị', 'Điểm thẩm định', 'Chỉ số (%)', 'Xếp hạng'],
    [1, 'Xã A', '80/100', 80, 4],
    [2, 'Xã B', '90/100', 90, 1],
    [3, 'Xã C', '70/100', 70, 3],
    [4, 'Xã D', null, null, null],
  ]).filter(({ alias }) => alias === 'mismatched-rank');
  expect(finding?.at).toEqual(['E3']);
  expect(finding?.message).toContain('1 đơn vị chưa có chỉ số nên chỉ biết hạng từ 2 đến 3');
  expect(finding?.suggestions).toEqual([]);
});

test('a row that differs in every unit is said once, and nothing is offered', () => {
  const findings = told([
    ['STT', 'Nội dung', 'Điểm tối đa', 'Xã A', 'Xã B', 'Xã C', 'Xã D'],
    [1, 'CHỈ ĐẠO ĐIỀU HÀNH', 10, 8, 8.5, 9, 8],
    ['1.1', 'Kế hoạch', 4, 3, 3.5, 4, 3],
    ['1.2', 'Kiểm tra', 6, 4, 4, 4, 4],
    [2, 'THỂ CHẾ', 6, 5.5, 5, 6, 6],
    ['2.1', 'Ban hành', 6, 5.5, 5, 6, 6],
  ]);
  expect(findings.map(({ at, suggestions }) => [at, suggestions])).toEqual([[['D2', 'E2', 'F2', 'G2'], []]]);
  expect(findings[0]?.message).toContain('chưa đề nghị sửa số nào');
});

test('a score is not called wrong because it is unusual', () => {
  const units = ['Xã A', 'Xã B', 'Xã C', 'Xã D', 'Xã E', 'Xã F'];
  expect(
    told([
      ['STT', 'Nội dung', 'Điểm tối đa', ...units],
      [1, 'CHỈ ĐẠO ĐIỀU HÀNH', 10, ...units.map((_, unit) => (unit === 0 ? 4.13 : 10))],
      ['1.1', 'Kế hoạch', 6, ...units.map((_, unit) => (unit === 0 ? 0.13 : 6))],
      ['1.2', 'Kiểm tra', 4, ...units.map(() => 4)],
    ]),
  ).toEqual([]);
});

test('two ranks that changed places are one finding, and one repair of both', () => {
  const [finding, ...others] = told([
    ['KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2022'],
    ['STT', 'Đơn vị', 'Điểm thẩm định', 'Chỉ số (%)', 'Xếp hạng'],
    [1, 'Xã A', '80/100', 80, 2],
    [2, 'Xã B', '85/100', 85, 3],
    [3, 'Xã C', '90/100', 90, 1],
    [4, 'Xã D', '70/100', 70, 4],
  ]);
  expect(others).toEqual([]);
  expect(finding?.message).toContain('đổi chỗ với Xã B (ô E4)');
  expect(finding?.suggestions).toMatchObject([{ at: 'E3', value: '3', also: [{ at: 'E4', value: '2' }] }]);
});

test('a child mistyped and a sum not updated look the same: both are shown, none is sure', () => {
  const [finding, ...others] = told([
    HEAD.slice(0, 4),
    [1, 'CHỈ ĐẠO ĐIỀU HÀNH', 10, 7.5],
    ['1.1', 'Kế hoạch', 4, 3],
    ['1.2', 'Kiểm tra', 6, 4],
    [null, 'Tổng điểm', 10, 7.5],
  ]);
  expect(others).toEqual([]);
  expect(Math.max(...(finding?.suggestions ?? []).map(({ share }) => share))).toBeLessThan(0.9);
  expect(finding?.message).toContain('bảng không cho biết');
});

describe('workbooks with known truth', () => {
  const SEEDS = Array.from({ length: 320 }, (_, seed) => seed);
  const cases = SEEDS.flatMap((seed) => {
    const book = cleanBook(seed);
    const [mistake] = drawn(book, seed, 1);
    return mistake ? [{ book, mistake, findings: findingsOf(spoilt(book, [mistake])) }] : [];
  });

  test('a clean workbook raises no alarm', () => {
    expect(SEEDS.filter((seed) => findingsOf(cleanBook(seed).sheets).length > 0)).toEqual([]);
  });

  test('the right value comes first, and what is said to be sure is right', () => {
    const tally = emptyTally();
    for (const { book, mistake, findings } of cases) judge(tally, book, mistake, findings);
    expect(tally.cases).toBeGreaterThan(200);
    expect(tally.first / tally.cases).toBeGreaterThan(0.9);
    expect(tally.amongThree / tally.cases).toBeGreaterThan(0.96);
    expect(tally.sureRight / tally.sure).toBeGreaterThan(0.98);
    expect(tally.oneFinding / tally.cases).toBeGreaterThan(0.97);
    expect(tally.determinedFirst / tally.determined).toBeGreaterThan(0.98);
  });

  test('a sure suggestion leaves nothing broken where one mistake was made', () => {
    const sure = cases.flatMap(({ book, mistake, findings }) => {
      const suggestion = findings.flatMap(({ suggestions }) => suggestions).find(({ share }) => share >= 0.9);
      return suggestion ? [{ book, mistake, suggestion }] : [];
    });
    expect(sure.length).toBeGreaterThan(100);
    for (const { book, mistake, suggestion } of sure) {
      const sheets = spoilt(book, [mistake]);
      for (const { sheet = suggestion.sheet, at, value } of [suggestion, ...suggestion.also]) {
        const cell = fromA1(at);
        const row = cell ? sheets.find(({ name }) => name === sheet)?.rows[cell.row] : undefined;
        expect(row?.[cell?.column ?? -1]).not.toBeUndefined();
        if (cell && row) row[cell.column] = /^-?[\d.]+$/.test(value) ? Number(value) : value;
      }
      expect(findingsOf(sheets)).toEqual([]);
    }
  });
});
