/** A rating scale that the sheet itself states, and what the rule of ratings says then. */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../../src/core/assess';
import { readingView } from '../../../../src/core/read/reading-view';
import { toText } from '../../../../src/core/values/decimal';
import { bookOf, grid } from '../../../kit/grid';

const UNITS = `TỔNG HỢP ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2025
TT | Đơn vị | Thể chế (40 điểm) | TTHC (60 điểm) | Tổng điểm | Xếp loại
1 | Xã An Bình | 35 | 47 | 82 | Khá
2 | Xã Bình Minh | 36 | 50 | 86 | Tốt
3 | Xã Cẩm Sơn | 30 | 40 | 70 | Trung bình
`;

function told(below: string) {
  const [sheet] = assessBook(bookOf(grid(UNITS + below, { sheet: 'Bảng tổng hợp' }))).sheets;
  if (!sheet) throw new Error('not read');
  const bands = sheet.settings.scale.map(
    ({ label, from, inclusive }) => `${label} ${inclusive ? '' : '>'}${toText(from)}`,
  );
  return {
    bands: sheet.settings.scaleFrom === 'default' ? [] : bands,
    layout: readingView(sheet).layout,
    ratings: sheet.diagnostics.filter(({ alias }) => alias === 'mismatched-rating'),
    units: sheet.units.map(({ unit, rating }) => `${unit.name} ${rating ?? ''}`),
  };
}

const FIVE = ['Xuất sắc 90', 'Tốt 85', 'Khá 75', 'Trung bình 60', 'Yếu 0'];

test.each([
  [
    'a sentence',
    'Xếp loại: Xuất sắc từ 90 điểm trở lên; Tốt từ 85 đến dưới 90 điểm; Khá từ 75 đến dưới 85 điểm; ' +
      'Trung bình từ 60 đến dưới 75 điểm; Yếu dưới 60 điểm',
    FIVE,
  ],
  ['signs', '(Xuất sắc: ≥ 90%; Tốt: 85% - <90%; Khá: 75% - <85%; Trung bình: 60 ≤ điểm < 75; Yếu: <60%)', FIVE],
  [
    'bounds before levels',
    'Từ 90 điểm trở lên xếp loại Xuất sắc, từ 85 đến dưới 90 điểm xếp loại Tốt, từ 75 đến dưới 85 điểm xếp loại Khá, ' +
      'từ 60 đến dưới 75 xếp loại Trung bình, dưới 60 điểm xếp loại Yếu.',
    FIVE,
  ],
  [
    'lines of a legend',
    'Ghi chú:\n- Xuất sắc: từ 90 - 100 điểm\n- Tốt: từ 85 - 89,99 điểm\n- Khá: từ 75 - 84,99\n' +
      '- Trung bình: từ 60 - 74,99\n- Yếu: dưới 60',
    FIVE,
  ],
  [
    'a numbered table',
    '\n | Mức xếp loại | Từ | Đến dưới\n1 | Xuất sắc | 90 | 100\n2 | Tốt | 85 | 90\n3 | Khá | 75 | 85\n' +
      '4 | Trung bình | 60 | 75\n5 | Yếu | 0 | 60',
    FIVE,
  ],
  [
    'bounds that are not part of a level',
    'Tốt: trên 85 điểm; Khá: trên 75 đến 85 điểm; Trung bình: từ 75 điểm trở xuống đến 0 điểm.',
    ['Tốt >85', 'Khá >75', 'Trung bình 0'],
  ],
])('a scale in %s is the scale of the sheet', (_name, below, bands) => {
  const { layout, ratings, ...sheet } = told(below);
  expect(sheet.bands).toEqual(bands);
  expect(sheet.units).toEqual(['Xã An Bình Khá', 'Xã Bình Minh Tốt', 'Xã Cẩm Sơn Trung bình']);
  expect(layout).toMatch(/^các đơn vị theo dòng · thang xếp loại theo ô [AB]\d$/);
  expect(ratings).toEqual([]);
});

test.each([
  ['a gap', 'Xuất sắc từ 90 điểm trở lên; Tốt từ 85 đến dưới 90; Khá từ 70 đến dưới 80; Trung bình dưới 70'],
  ['a condition', 'Xuất sắc: từ 90 điểm và không lĩnh vực nào dưới 70%; Tốt: từ 80 đến dưới 90; Khá: dưới 80'],
  ['only some levels', 'Xếp loại Tốt: từ 85 điểm trở lên; các mức khác theo quy định.'],
  ['nobody at a bound', 'Tốt: trên 85 điểm; Khá: từ 75 đến dưới 85 điểm; Trung bình: dưới 75 điểm'],
])('a scale with %s is not used, said once, and no rating is blamed', (_name, below) => {
  const { bands, ratings } = told(below);
  expect(bands).toEqual([]);
  expect(ratings.map(({ severity, at }) => [severity, at])).toEqual([['note', [{ row: 5, column: 0 }]]]);
});

test('how many units have which level is no scale', () => {
  const { bands, ratings } = told('Có 01 xã xếp loại Tốt, 01 xã xếp loại Khá, 01 xã xếp loại Trung bình.');
  expect(bands).toEqual([]);
  expect(ratings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
});

test('a scale in points of another maximum is not the scale of the index', () => {
  const table = grid(`BẢNG CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2025
Đơn vị: Xã An Bình
TT | Nội dung | Điểm tối đa | Điểm thẩm định
1 | Thể chế | 40 | 35
2 | TTHC | 40 | 33
Tốt từ 68 điểm trở lên; Khá từ 60 đến dưới 68 điểm; Trung bình dưới 60 điểm`);
  const [sheet] = assessBook(bookOf(table)).sheets;
  expect([sheet?.settings.scaleFrom, sheet?.units[0]?.rating]).toEqual(['default', 'Tốt']);
  expect(sheet?.diagnostics.map(({ alias, severity }) => `${severity} ${alias}`)).toContain('note mismatched-rating');
});
