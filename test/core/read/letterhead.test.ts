/** The unit and the year that the lines above a table of one unit name. */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { nameOfOnlyUnit } from '../../../src/core/read/units/read-letterhead';
import { bookOf, grid } from '../../kit/grid';

const TABLE = `TT | Nội dung | Điểm tối đa | Điểm thẩm định
1 | Chỉ đạo | 6 | 5
2 | Thể chế | 4 | 3`;

test.each([
  ['Đơn vị: UBND xã An Bình - năm 2025', 'UBND xã An Bình', 2025],
  ['Đơn vị: Xã An Bình; Năm: 2025', 'Xã An Bình', 2025],
  ['Tên đơn vị: Xã An Bình, năm đánh giá: 2025', 'Xã An Bình', 2025],
  ['Đơn vị được đánh giá: Xã An Bình (2025)', 'Xã An Bình', null],
  ['Đơn vị: Phường 12', 'Phường 12', null],
])('«%s»: the year is no part of the name', (label, name, year) => {
  const [read] = assessBook(bookOf(grid(`${label} | | |\n${TABLE}`))).sheets;
  expect(read?.units.map(({ unit }) => unit.name)).toEqual([name]);
  expect(read?.year).toBe(year);
});

test('what heads points is nobody’s name, whatever body it speaks of', () => {
  const sheet = grid(TABLE, { sheet: 'Xã Ia Grai 2025' });
  const headings = ['Điểm đăng ký của xã', 'Kết quả thành phố đánh giá', 'Ðiểm do UBND huyện chấm', 'Cột 5'];
  expect(headings.map((heading) => nameOfOnlyUnit(sheet, 0, heading))).toEqual(headings.map(() => 'Xã Ia Grai'));
  expect(nameOfOnlyUnit(sheet, 0, 'Xã Điềm Hòa')).toBe('Xã Điềm Hòa');
});

test.each([
  'BẢN KIỂM ĐIỂM CHỈ SỐ CCHC NĂM 2024',
  'BẢN TỰ CHẤM ĐIỂM NĂM 2024',
  'BẢN GIẢI TRÌNH NĂM 2024',
  'PHIẾU CHẤM ĐIỂM NĂM 2024',
  'DANH MỤC NĂM 2024',
])('«%s» is a paper, and no «Ban» that issues the report', (title) => {
  const { details } = assessBook(bookOf(grid(`UBND HUYỆN BÌNH MINH | | |\n${title} | | |\n${TABLE}`)));
  expect(details).toMatchObject({ issuingBody: 'UBND HUYỆN BÌNH MINH', superiorBody: null, year: 2024 });
  const board = assessBook(bookOf(grid(`UBND TỈNH AN BÌNH | | |\nBAN DÂN TỘC | | |\n${title} | | |\n${TABLE}`)));
  expect(board.details).toMatchObject({ issuingBody: 'BAN DÂN TỘC', superiorBody: 'UBND TỈNH AN BÌNH' });
});
