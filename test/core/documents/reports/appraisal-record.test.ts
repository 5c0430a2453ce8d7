/** The record of a unit's appraisal: lists what the appraisal changed, item by item, and nothing else. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../../src/core/assess';
import { APPRAISAL_RECORD } from '../../../../src/core/documents/reports/appraisal-record';
import { linesOf, tableLines, tablesOf } from '../../../kit/files/document-text';
import { bookOf, grid } from '../../../kit/grid';

const recordOf = (table: string) => {
  const book = assessBook(bookOf(grid(table)));
  const details = { ...book.details, year: 2022, symbol: 'BC-HĐ', number: '01', issuingBody: 'HỘI ĐỒNG ĐÁNH GIÁ' };
  return APPRAISAL_RECORD.compose({ book, previous: null, units: null, details });
};

/** The appraised total of Đăk Rve as printed: 75,42 of 94, an index of 80,23; self 83,5 of 97. */
const RVE = `
  Tiêu chí | Nội dung | Điểm tối đa | Điểm tự chấm | Điểm thẩm định | Nguyên nhân | Giải trình
  1 | Chỉ đạo, điều hành | 60 | 50.5 | 45.42 | |
  1.1 | Kế hoạch | 30 | 25 | 19.92 | Ban hành chậm | Đã gửi qua đường công văn
  1.2 | Báo cáo | 30 | '25,5' | 25.5 | |
  2 | Hiện đại hóa | 37 | 33 | 30 | |
  2.1 | Hộp thư công vụ | 34 | 30 | 30 | |
  2.2 | Lưu trữ hồ sơ điện tử | 3 | 3 | KĐG | |
`;

describe('the record of an appraisal', () => {
  test('lists the items whose points differ, with reason and explanation', () => {
    const [differences] = tablesOf(recordOf(RVE));
    expect(differences && tableLines(differences)).toEqual([
      '1.1 | Kế hoạch | 30 | 25 | 19,92 | −5,08 | Ban hành chậm | Đã gửi qua đường công văn',
      '2.2 | Lưu trữ hồ sơ điện tử | 3 | 3 | Không đánh giá | – | […lý do…] | […giải trình…]',
    ]);
  });

  test('states both wholes and the index, and leaves to people who was there and what was agreed', () => {
    const record = recordOf(RVE);
    const lines = linesOf(record);
    expect(lines).toContain('- Tổng điểm đơn vị tự chấm: 83,5/97 điểm.');
    expect(lines).toContain('- Tổng điểm sau thẩm định: 75,42/94 điểm.');
    expect(lines).toContain('- Chỉ số cải cách hành chính: 80,23%; xếp loại Tốt.');
    expect(lines).toContain('- Đại diện Hội đồng đánh giá: […họ tên, chức vụ…]');
    expect(record.form).toMatchObject({ type: 'BIÊN BẢN', symbol: 'BB-HĐ', number: null, addressee: null });
    // Two parties sign beside each other.
    expect(record.form.party).toBe('Đại diện đơn vị');
  });

  test('says so where nothing was changed, and where there is nothing to compare', () => {
    const same = RVE.replace('19.92', '25')
      .replace('KĐG', '3')
      .replace('45.42', '50.5')
      .replace('| 33 | 30', '| 33 | 33');
    expect(linesOf(recordOf(same))).toContain('Điểm thẩm định của mọi nội dung bằng điểm tự chấm.');
    const alone = `
      Tiêu chí | Nội dung | Điểm tối đa | Điểm thẩm định
      1 | Chỉ đạo | 10 | 6
      1.1 | Kế hoạch | 10 | 6
    `;
    expect(linesOf(recordOf(alone))).toContain('Bảng tổng hợp không có đủ điểm tự chấm và điểm thẩm định để so sánh.');
  });
});
