/** Sheets as offices make them, one or more per family, for the tests of planning. */
import type { CellValue, Grid } from '../../../src/core/model/workbook/grid';
import { grid } from '../../kit/grid';

/** Family A: one unit; numbers kept as text, a not-applicable item, blank parents, a signature well below. */
export const oneUnit = (): Grid =>
  grid(
    `
TT  | Nội dung                        | Điểm tối đa | Điểm tự chấm | Điểm thẩm định
1   | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH     | 10          |              |
1.1 | Kế hoạch cải cách hành chính    | 1           | 1            | 0.75
1.2 | Thực hiện chế độ báo cáo        | 3           | '3'          | '2,5'
1.3 | Công tác kiểm tra               | 2           | 2            | KĐG
1.4 | Công tác tuyên truyền           | 4           | 4            | '3.5 đ'
2   | CẢI CÁCH THỂ CHẾ                | 6           |              |
2.1 | Xây dựng văn bản                | 2.5         | 2.5          | 1.25
2.2 | Rà soát văn bản                 | 3.5         | 3            | 3`,
    { sheet: 'Xã A' },
  );

/** Family B: units as columns; ties, a blank score, not-applicable items, one number kept as text. */
export const unitsAsColumns = (extra = ''): Grid =>
  grid(
    `
TT  | Nội dung                     | Điểm tối đa | Xã A | Xã B | Xã C | Xã D | Phường E
1   | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH  | 4           |      |      |      |      |
1.1 | Kế hoạch cải cách hành chính | 1           | 0.75 | 1    | 0.75 | 1    | 0.5
1.2 | Thực hiện chế độ báo cáo     | 3           | 2    | 2.95 | 2    | 3    | '2,5'
2   | CẢI CÁCH THỂ CHẾ             | 6           |      |      |      |      |
2.1 | Xây dựng văn bản             | 2.5         | 2.5  | KĐG  | 2.5  | 2    | 2.25
2.2 | Rà soát văn bản              | 3.5         | 3    | 3.5  | 3    |      | 3.1${extra}`,
    { sheet: 'Bảng tổng hợp' },
  );

/**
 * Family C: units as rows under two khối headings; the maximum is part of the header text; the total column exists but
 * is blank.
 */
export const unitsAsRows = (): Grid =>
  grid(
    `
TT | Đơn vị      | Cải cách thể chế (10 điểm) | Cải cách thủ tục hành chính (15 điểm) | Chuyển đổi số (20 điểm) | \
Tổng điểm
I  | Khối phường |      |      |      |
1  | Phường A    | 9    | 12   | 18.5 |
2  | Phường B    | 8.5  | 14   | 18.5 |
3  | Phường C    | 9    | 12   | 18.5 |
II | Khối xã     |      |      |      |
4  | Xã D        | 7.25 | KĐG  | 15   |
5  | Xã E        | 10   | 15   |      |
6  | Xã G        | 8    | '11,5' | 16.75 |`,
    { sheet: 'Tổng hợp' },
  );

/** Family C with a column of khối in mixed order, so that no range holds only one khối. */
export const mixedGroups = (): Grid =>
  grid(
    `
TT | Đơn vị      | Khối   | Cải cách thể chế (10 điểm) | Cải cách thủ tục hành chính (15 điểm) | Tổng điểm | \
Điểm tối đa áp dụng | Chỉ số | Xếp loại | Xếp hạng
1  | Phường A    | Phường | 9    | 12    |  |  |  |  |
2  | Xã D        | Xã     | 7    | KĐG   |  |  |  |  |
3  | Phường B    | Phường | 8.5  | 14    |  |  |  |  |
4  | Xã E        | Xã     | 10   | 15    |  |  |  |  |
5  | Phường C    | Phường | 9    | 12    |  |  |  |  |
6  | Xã G        | Xã     | 8.005 | 11.5 |  |  |  |  |`,
    { sheet: 'Tổng hợp' },
  );

const typedOverGroups = (said: (text: string) => CellValue): Grid => {
  const table = mixedGroups();
  return {
    ...table,
    values: table.values.map((cells, row) =>
      row === 0
        ? cells
        : cells?.map((value, column) => (column === 2 ? said(typeof value === 'string' ? value : '') : value)),
    ),
  };
};

/** The same with all units in one khối. */
export const oneGroup = (): Grid => typedOverGroups(() => 'Xã');

/** The same with numbers as khối, as in «Cụm». */
export const numberedGroups = (): Grid => typedOverGroups((text) => (text === 'Xã' ? 2 : 1));

/** Family B with sub-columns: self, appraised, lost (negative) and percent beside each score, and blank result rows. */
export const subColumns = (): Grid =>
  grid(
    `
TT  | Nội dung                     | Điểm tối đa | \
Xã A    |           |         |     | Xã B    |           |         |     | Xã C    |           |         |
    |                              |             | \
Tự chấm | Thẩm định | Bị trừ | Tỷ lệ % | Tự chấm | Thẩm định | Bị trừ | Tỷ lệ % | Tự chấm | Thẩm định | Bị trừ | Tỷ lệ %
1   | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH  | 4           |     |      |        |  |     |     |       |  |     |      |  |
1.1 | Kế hoạch cải cách hành chính | 1           | 1   | 0.75 | - 0.25 |  | 1   | 1   |       |  | 1   | 0.5  |  |
1.2 | Thực hiện chế độ báo cáo     | 3           | 3   | 2.2  | -0.8   |  | '3' | 2   |       |  | 3   | KĐG  |  |
2   | CẢI CÁCH THỂ CHẾ             | 6           |     |      |        |  |     |     |       |  |     |      |  |
2.1 | Xây dựng văn bản             | 2.5         | 2   | 2.5  |        |  | 2.5 | 2.5 |       |  | 2.5 | 1.25 |  |
2.2 | Rà soát văn bản              | 3.5         | 3.5 | 3    | -0.5   |  | 3.5 | '3,1 đ' |   |  | 3.5 | 3.05 |  |
    | Tổng điểm                    | 10          |     |      |        |  |     |     |       |  |     |      |  |
    | Chỉ số CCHC (%)              |             |     |      |        |  |     |     |       |  |     |      |  |
    | Xếp hạng                     |             |     |      |        |  |     |     |       |  |     |      |  |`,
    { sheet: 'Bảng tổng hợp', merges: ['D1:G1', 'H1:K1', 'L1:O1', 'A1:A2', 'B1:B2', 'C1:C2'] },
  );

/**
 * Family B with a column of losses after the points of each unit: the sum of losses in the row of totals is between the
 * units' points.
 */
export const lossColumns = (): Grid =>
  grid(
    `
TT  | Nội dung | Điểm tối đa | Xã A      |        |             | Xã B      |        |
    |          |             | Thẩm định | Bị trừ | Nguyên nhân | Thẩm định | Bị trừ | Nguyên nhân
1   | THỂ CHẾ  | 4           | 2.5       |        |             | 4         |        |
1.1 | Văn bản  | 1           | 0.5       |        | Chậm        | 1         |        |
1.2 | Rà soát  | 3           | 2         |        |             | 3         |        |`,
    { sheet: 'Bảng tổng hợp', merges: ['D1:F1', 'G1:I1'] },
  );

/** Family C that states only «75,42/94». */
export const wholesOnly = (): Grid =>
  grid(
    `
TT | Đơn vị | Điểm tự chấm | Điểm thẩm định | Chỉ số | Xếp loại | Xếp hạng
1  | Xã A   | '83,5/97'    | '75,42/94'     |        |          |
2  | Xã B   | '83/94'      | '76,97/94'     |        |          |
3  | Xã C   | '88/93'      | '84,17/93'     |        |          |
4  | Xã D   | '88/94'      | '79,63/94'     |        |          |`,
    { sheet: 'Kết quả thẩm định' },
  );

/** Family B with points outside the tree. */
export const withBonus = (): Grid =>
  grid(
    `
TT  | Nội dung                     | Điểm tối đa | Xã A | Xã B | Xã C
1   | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH  | 4           | 3    | 4    | 3.5
1.1 | Kế hoạch cải cách hành chính | 1           | 1    | 1    | 0.5
1.2 | Thực hiện chế độ báo cáo     | 3           | 2    | 3    | 3
2   | CẢI CÁCH THỂ CHẾ             | 6           | 5.5  | 5    | 5.5
2.1 | Xây dựng văn bản             | 2.5         | 2.5  | 2.5  | 2
2.2 | Rà soát văn bản              | 3.5         | 3    | 2.5  | 3.5
    | Điểm cộng                    |             | 1.5  |      | '0,5'
    | Điểm trừ                     |             |      | -0.5 | 2`,
    { sheet: 'Bảng tổng hợp' },
  );

/** Family B with a footnote mark, non-breaking spaces, an ambiguous mark, a date and an error among the scores. */
export const oddCells = (): Grid =>
  grid(
    `
TT  | Nội dung                     | Điểm tối đa | Xã A     | Xã B | Xã C  | Xã D   | Xã E | Xã G
1   | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH  | 4           |          |      |       |        |      |
1.1 | Kế hoạch cải cách hành chính | 1           | '1\u00a0' | x    | 0.5   | 45844  | 1    | Chưa chấm
1.2 | Thực hiện chế độ báo cáo     | 3           | 3        | 3    | #REF! | 2      | 2    | 3
2   | CẢI CÁCH THỂ CHẾ             | 6           |          |      |       |        |      |
2.1 | Xây dựng văn bản             | 2.5         | '2¹'     | 2.5  | 2     | 2      | '1.5 ' | 2.5
2.2 | Rà soát văn bản              | 3.5         | '3,5 điểm' | 2.5 | 3.5  | 3      | 3    | 1`,
    { sheet: 'Bảng tổng hợp', dates: ['G3'] },
  );

/**
 * Family B in which one unit has more points than the item allows: a rule reports this, so the unit is undetermined.
 */
export const blockedUnit = (): Grid =>
  grid(
    `
TT  | Nội dung                     | Điểm tối đa | Xã A | Xã B | Xã C
1   | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH  | 4           |      |      |
1.1 | Kế hoạch cải cách hành chính | 1           | 1    | 1.5  | 0.5
1.2 | Thực hiện chế độ báo cáo     | 3           | 2    | 3    | 3`,
    { sheet: 'Bảng tổng hợp' },
  );

/** Family B in which every unit has its own maximum, 0 for an item that does not apply to it. */
export const ownMaxima = (): Grid =>
  grid(
    `
TT  | Nội dung                     | Xã A                |           | Xã B                |
    |                              | Điểm tối đa áp dụng | Thẩm định | Điểm tối đa áp dụng | Thẩm định
1   | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH  | 4                   |           | 3                   |
1.1 | Kế hoạch cải cách hành chính | 1                   | 0.75      | 0                   |
1.2 | Thực hiện chế độ báo cáo     | 3                   | '2,5'     | 3                   | 2.95
2   | CẢI CÁCH THỂ CHẾ             | 6                   |           | 6                   |
2.1 | Xây dựng văn bản             | 6                   | 5         | 6                   | 5.125`,
    { sheet: 'Bảng tổng hợp', merges: ['C1:D1', 'E1:F1'] },
  );

/** Family C with a row of maxima below the header, and one unit without a rank. */
export const maximumRow = (): Grid =>
  grid(
    `
TT | Đơn vị      | Cải cách thể chế | Thủ tục hành chính | Chuyển đổi số | Tổng điểm | Chỉ số | Xếp hạng
   | Điểm tối đa | 10   | 15   | '20' |  |  |
1  | Xã A        | 9    | 12   | 18.5 |  |  |
2  | Xã B        | 8.5  | KĐG  | 18.5 |  |  |
3  | Xã C        | 10   | 15   | 20   |  |  | Không xếp hạng
4  | Xã D        | 9    | 12   | 18.5 |  |  |`,
    { sheet: 'Tổng hợp' },
  );

/** Family B in which only the total row states a maximum, the same for all units. */
export const maximumOfTotal = (): Grid =>
  grid(
    `
TT | Nội dung                 | Điểm tối đa | Xã A | Xã B | Xã C
1  | Cải cách thể chế         |     | 30   | 28.5 | KĐG
2  | Cải cách thủ tục         |     | 25   | 31   | 40
3  | Chuyển đổi số            |     | 20.5 | 22   | 25
   | Tổng điểm                | 95  |      |      |`,
    { sheet: 'Bảng tổng hợp' },
  );

/** Family C without any maximum: read as out of 100. */
export const noMaximum = (): Grid =>
  grid(
    `
TT | Đơn vị | Cải cách thể chế | Thủ tục hành chính | Chuyển đổi số | Tổng điểm | Chỉ số | Xếp hạng
1  | Xã A   | 29   | 32   | 18.5 |  |  |
2  | Xã B   | 28.5 | 31   | 18.5 |  |  |
3  | Xã D   | 29   | KĐG  | 18.5 |  |  |`,
    { sheet: 'Tổng hợp' },
  );

/** Family B with a survey part beside the appraised one. */
export const withSurvey = (): Grid =>
  grid(
    `
TT  | Nội dung                     | Điểm tối đa | Xã A  | Xã B  | Xã C
1   | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH  | 40          |       |       |
1.1 | Kế hoạch cải cách hành chính | 10          | 9     | 10    | KĐG
1.2 | Thực hiện chế độ báo cáo     | 30          | 24.25 | 29    | 28
2   | CẢI CÁCH THỂ CHẾ             | 30          | 27.5  | KĐG   | 26
3   | ĐIỀU TRA XÃ HỘI HỌC          | 30          | 25.12 | 26    | 21.37`,
    { sheet: 'Bảng tổng hợp' },
  );

/** Small pseudo-random whole numbers that are the same on every run. */
function dice(seed: number): (sides: number) => number {
  let state = (seed + 1) * 2_654_435_761;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return (state >>> 8) % sides;
  };
}

/** A score out of `max`: mostly a number, sometimes text, not applicable or blank. */
function anyScore(roll: (sides: number) => number, max: number): string {
  const points = (roll(max * 40 + 1) / 40).toString();
  const kind = roll(20);
  if (kind === 0) return 'KĐG';
  if (kind === 1) return `'${points.replace('.', ',')} đ'`;
  if (kind === 2) return `'${points}'`;
  return kind === 3 && roll(4) === 0 ? '' : points;
}

export function randomColumns(seed: number): Grid {
  const roll = dice(seed);
  const units = 3 + roll(5);
  const maxima = [0, 1 + roll(2), 2 + roll(3), 4, 0, 3 + roll(4), 5];
  const codes = ['1', '1.1', '1.2', '1.3', '2', '2.1', '2.2'];
  const rows = codes.map((code, at) => {
    const max =
      maxima[at] ||
      maxima.filter((_, item) => codes[item]?.startsWith(`${code}.`)).reduce((sum, each) => sum + each, 0);
    return [
      code,
      `Nội dung số ${code}`,
      max,
      ...Array.from({ length: units }, () => (maxima[at] === 0 ? '' : anyScore(roll, max))),
    ].join(' | ');
  });
  const header = [
    'TT',
    'Nội dung',
    'Điểm tối đa',
    ...Array.from({ length: units }, (_, unit) => `Xã ${String.fromCharCode(65 + unit)}`),
  ].join(' | ');
  return grid([header, ...rows].join('\n'), { sheet: 'Bảng tổng hợp' });
}

export function randomRows(seed: number): Grid {
  const roll = dice(seed + 1000);
  const maxima = [10, 15, 8];
  const rows = Array.from({ length: 6 + roll(6) }, (_, unit) =>
    [unit + 1, `Xã ${String.fromCharCode(65 + unit)}`, ...maxima.map((max) => anyScore(roll, max)), ''].join(' | '),
  );
  return grid(
    [
      `TT | Đơn vị | Cải cách thể chế (10 điểm) | Thủ tục hành chính (15 điểm) | Chuyển đổi số (8 điểm) | Tổng điểm`,
      ...rows,
    ].join('\n'),
    { sheet: 'Tổng hợp' },
  );
}

/** Six areas of four criteria: three of these have three parts, one is itself a scored item. */
export const deepTable = (): Grid => {
  const rows = Array.from({ length: 6 }, (_, area) => {
    const criteria = Array.from({ length: 4 }, (_, criterion) => {
      const code = `${area + 1}.${criterion + 1}`;
      const scores = (row: number): string =>
        `2 | ${(row % 4) / 2} | ${row % 7 === 0 ? 'KĐG' : 1.25} | ${(row % 3) / 2}`;
      if (criterion === 2) return [`'${code}' | Tiêu chí ${code} | ${scores(area + criterion)}`];
      const parts = Array.from(
        { length: 3 },
        (_, part) => `${code}.${part + 1} | Nội dung ${code}.${part + 1} | ${scores(area * 12 + criterion * 3 + part)}`,
      );
      return [`'${code}' | Tiêu chí ${code} | 6 | | | `, ...parts];
    });
    return [`${area + 1} | LĨNH VỰC ${area + 1} | 20 | | | `, ...criteria.flat()];
  });
  return grid(['TT | Nội dung | Điểm tối đa | Xã A | Xã B | Xã C', ...rows.flat()].join('\n'), {
    sheet: 'Bảng tổng hợp',
  });
};

/** Every other criterion is scored as a whole and has its steps in separate rows; codes may end in dots. */
export const unevenTable = (end: '' | '.'): Grid => {
  const scores = (row: number): string => `${(row % 4) / 2} | ${row % 7 === 0 ? 'KĐG' : 1.25} | ${(row % 3) / 2}`;
  const rows = Array.from({ length: 5 }, (_, area) => {
    const criteria = Array.from({ length: 6 }, (_, criterion) => {
      const code = `${area + 1}.${criterion + 1}`;
      const seed = area * 7 + criterion;
      const step = area === 2 && criterion === 2 ? [' | - Từ 95% trở lên: 2 điểm | | | | '] : [];
      if (criterion % 2 === 0) return [`'${code}${end}' | Tiêu chí ${code} | 2 | ${scores(seed)}`, ...step];
      const parts = [1, 2].map(
        (part) => `'${code}.${part}${end}' | Nội dung ${code}.${part} | 1.5 | ${scores(seed + part)}`,
      );
      return [`'${code}${end}' | Tiêu chí ${code} | 3 | | | `, ...parts];
    });
    return [`'${area + 1}${end}' | LĨNH VỰC ${area + 1} | 15 | | | `, ...criteria.flat()];
  });
  return grid(['TT | Nội dung | Điểm tối đa | Xã A | Xã B | Xã C', ...rows.flat()].join('\n'), {
    sheet: 'Bảng tổng hợp',
  });
};

/** Numbers typed as texts, beside some that are numbers and a mark; parents hold typed sums, or nothing at all. */
export const typedTexts = (sums: boolean): Grid => {
  const score = (row: number): string =>
    row % 9 === 8 ? 'KĐG' : row % 4 === 3 ? '0.75' : `'${['1,5', '0,25', '1'][row % 3]}'`;
  const rows = Array.from({ length: 3 }, (_, area) => {
    const criteria = Array.from({ length: 4 }, (_, part) => {
      const seed = area * 5 + part;
      return `'${area + 1}.${part + 1}' | Tiêu chí ${area + 1}.${part + 1} | 1.5 | ${score(seed)} | ${score(seed + 4)}`;
    });
    return [`'${area + 1}' | LĨNH VỰC ${area + 1} | 6 | ${sums ? `'3,5' | 4` : ' | '}`, ...criteria];
  });
  return grid(['TT | Nội dung | Điểm tối đa | Xã A | Xã B', ...rows.flat()].join('\n'), { sheet: 'Bảng tổng hợp' });
};

/** Items of two levels without codes, in many short runs below typed sums; a mark in each unit. */
export const withoutCodes = (): Grid => {
  const rows = Array.from({ length: 11 }, (_, area) => [
    `${'I'.repeat((area % 3) + 1)} | LĨNH VỰC SỐ ${area + 1} | 3.5 | 2.5 | 3`,
    ` | - Nội dung đầu của phần ${area + 1} | 2 | 1.5 | ${area === 4 ? 'KĐG' : 2}`,
    ` | - Nội dung sau của phần ${area + 1} | 1.5 | ${area === 7 ? 'KĐG' : 1} | 1`,
  ]);
  return grid(['TT | Nội dung | Điểm tối đa | Xã A | Xã B', ...rows.flat()].join('\n'), { sheet: 'Bảng tổng hợp' });
};

/** Units as rows, twelve areas of two rounds each, maxima in a separate row. */
export const pairsAcross = (): Grid => {
  const areas = Array.from({ length: 12 }, (_, area) => area);
  const line = (first: string, cells: (area: number) => string): string => `${first} | ${areas.map(cells).join(' | ')}`;
  return grid(
    [
      line('TT | Đơn vị', (area) => `Lĩnh vực ${area + 1} | `),
      line(' | ', () => 'Tự chấm | Thẩm định'),
      line(' | Điểm tối đa', (area) => `${5 + (area % 3)} | ${5 + (area % 3)}`),
      ...['Xã A', 'Xã B', 'Xã C'].map((name, row) =>
        line(`${row + 1} | ${name}`, (area) => `4.5 | ${(area + row) % 5 === 0 ? 'KĐG' : (area + row) % 4}`),
      ),
    ].join('\n'),
    { sheet: 'Bảng tổng hợp' },
  );
};
