import { describe, expect, test } from '@jest/globals';
import { NO_DETAILS } from '../../../src/core/model/report-details';
import { readReportDetails } from '../../../src/core/settings/report-details';
import { readScoreSheet } from '../../../src/core/read/read-score-sheet';
import { grid } from '../../kit/grid';
import type { ScoreSheet } from '../../../src/core/model/score-sheet';

const TABLE = 'TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | Kế hoạch | 2 | 1\n2 | Báo cáo | 2 | 2';

/** The sheet as the reader reads it, so that it has the real rows above its header. */
const sheetOf = (above: string): ScoreSheet => {
  const reading = readScoreSheet(grid(`${above}\n${TABLE}`), new Map());
  if (reading.kind !== 'score-sheet') throw new Error('the table is not read');
  return reading.scoreSheet;
};

const ofSheets = (...above: readonly string[]) => readReportDetails(null, above.map(sheetOf));
const ofSettings = (table: string, extras: Parameters<typeof grid>[1] = {}) =>
  readReportDetails(grid(table, extras), []);

describe('Cấu hình says what a report needs', () => {
  test('every key is read', () => {
    const details = ofSettings(`
Cơ quan chủ quản | UBND huyện Kon Rẫy
Cơ quan ban hành: | Hội đồng kiểm tra, đánh giá CCHC
Số văn bản | 1
Ký hiệu | BC-HĐ
Ký hiệu không áp dụng | x
Địa danh | Kon Rẫy | viết không có chữ «huyện»
Ngày ban hành | 01/12/2022
Năm đánh giá | 2022
Kính gửi | Ủy ban nhân dân huyện
Chức vụ người ký | TM. HỘI ĐỒNG; CHỦ TỊCH
Người ký | Nguyễn Văn A
Nơi nhận | Như trên (b/c); Thành viên Hội đồng; Lưu: VT.
Căn cứ | Quyết định số 685/QĐ-UBND ngày 02/12/2016; Quyết định số 1253/QĐ-UBND ngày 17/11/2022
Kiểm tra trực tiếp | UBND xã Đăk Pnê; UBND xã Đăk Kôi
Kiểm tra qua báo cáo | UBND xã Tân Lập
Hạn tài liệu kiểm chứng | 30/11/2022; 1.4: 04/12/2022
Công tác triển khai | Hội đồng đã họp phân công nhiệm vụ.
Ưu điểm | - Tất cả các đơn vị đều công khai thủ tục hành chính.
Nguyên nhân chung | Công chức còn kiêm nhiệm.
Đề nghị | - Thực hiện nghiêm chế độ báo cáo, cụ thể:\\n+ Báo cáo quý gửi trước ngày 04.
 | - Tăng cường sử dụng hộp thư công vụ.
Kiến nghị | UBND huyện phê duyệt kết quả nêu trên.
Nhiệm vụ, giải pháp | Rà soát thủ tục hành chính.
Bỏ dấu dự thảo | có
Giữ phần để trống | Có
Phân loại người đứng đầu | Hoàn thành tốt nhiệm vụ: từ 70; Hoàn thành nhiệm vụ: từ 50
`);
    expect(details).toEqual({
      superiorBody: 'UBND huyện Kon Rẫy',
      issuingBody: 'Hội đồng kiểm tra, đánh giá CCHC',
      number: '01',
      symbol: 'BC-HĐ',
      place: 'Kon Rẫy',
      date: { day: 1, month: 12, year: 2022 },
      year: 2022,
      addressee: 'Ủy ban nhân dân huyện',
      signerTitle: ['TM. HỘI ĐỒNG', 'CHỦ TỊCH'],
      signerName: 'Nguyễn Văn A',
      recipients: ['Như trên (b/c)', 'Thành viên Hội đồng', 'Lưu: VT.'],
      grounds: ['Căn cứ Quyết định số 685/QĐ-UBND ngày 02/12/2016; Quyết định số 1253/QĐ-UBND ngày 17/11/2022'],
      inspectedOnSite: ['UBND xã Đăk Pnê', 'UBND xã Đăk Kôi'],
      deployment: ['Hội đồng đã họp phân công nhiệm vụ.'],
      strengths: ['Tất cả các đơn vị đều công khai thủ tục hành chính.'],
      commonCauses: ['Công chức còn kiêm nhiệm.'],
      requests: [
        'Thực hiện nghiêm chế độ báo cáo, cụ thể:',
        '+ Báo cáo quý gửi trước ngày 04.',
        'Tăng cường sử dụng hộp thư công vụ.',
      ],
      proposals: ['UBND huyện phê duyệt kết quả nêu trên.'],
      tasks: ['Rà soát thủ tục hành chính.'],
      headScale: ['Hoàn thành tốt nhiệm vụ: từ 70', 'Hoàn thành nhiệm vụ: từ 50'],
      inspectedByReport: ['UBND xã Tân Lập'],
      evidenceDue: ['30/11/2022', '1.4: 04/12/2022'],
      withoutDraftMarks: true,
      keepsBlanks: true,
    });
  });

  test('a list goes on below its key, under the same key again, and over line breaks', () => {
    const details = ofSettings(`
STT | Nội dung | Giá trị
1 | Căn cứ | Quyết định số 685/QĐ-UBND;
 | | Căn cứ Quyết định số 1253/QĐ-UBND;
2 | Căn cứ | Theo đề nghị của Phòng Nội vụ
3 | Chức vụ người ký | CHỦ TỊCH HỘI ĐỒNG\\nPHÓ CHỦ TỊCH UBND HUYỆN
4 | Nơi nhận | - Như trên;
 | | - Lưu: VT, NV.
Xếp hạng theo | Chỉ số chưa làm tròn
 | | không thuộc về nơi nhận
`);
    expect(details.grounds).toEqual([
      'Căn cứ Quyết định số 685/QĐ-UBND;',
      'Căn cứ Quyết định số 1253/QĐ-UBND;',
      'Theo đề nghị của Phòng Nội vụ',
    ]);
    expect(details.signerTitle).toEqual(['CHỦ TỊCH HỘI ĐỒNG', 'PHÓ CHỦ TỊCH UBND HUYỆN']);
    expect(details.recipients).toEqual(['Như trên', 'Lưu: VT, NV.']);
  });

  test.each([
    ['01/12/2022', { day: 1, month: 12, year: 2022 }],
    ['2022-12-01', { day: 1, month: 12, year: 2022 }],
    ['ngày 5 tháng 2 năm 2023', { day: 5, month: 2, year: 2023 }],
    ['31/02/2022', null],
    ['tháng 12 năm 2022', null],
    ['chưa ban hành', null],
  ])('a day written %s', (written, date) => {
    expect(ofSettings(`Ngày ban hành | ${written}`).date).toEqual(date);
  });

  test('a day that Excel holds as a date is that day', () => {
    // 44896 is 1 December 2022 in every version of Excel.
    expect(ofSettings('Ngày ban hành | 44896', { dates: ['B1'] }).date).toEqual({ day: 1, month: 12, year: 2022 });
  });

  test('number and symbol may be written together, and a blank number stays blank', () => {
    expect(ofSettings('Số văn bản | 01/BC-HĐ')).toMatchObject({ number: '01', symbol: 'BC-HĐ' });
    expect(ofSettings('Số văn bản | Số: /BC-PNV')).toMatchObject({ number: null, symbol: 'BC-PNV' });
    expect(ofSettings('Số văn bản |')).toEqual(NO_DETAILS);
  });

  test('settings of the computation say nothing of the report', () => {
    expect(
      ofSettings(
        'Số chữ số thập phân | 2\nXếp hạng khi bằng điểm | 1, 2, 2, 3\n' +
          'Ký hiệu không điểm | -\nThang xếp loại | Từ\nTốt | 80',
      ),
    ).toEqual(NO_DETAILS);
  });
});

describe('the letterhead of the sheet says what Cấu hình does not', () => {
  const KON_RAY = `
UBND HUYỆN KON RẪY | | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HỘI ĐỒNG KIỂM TRA, | | | Độc lập - Tự do - Hạnh phúc
ĐÁNH GIÁ CHẤM ĐIỂM CCHC | | |
Số: 01/BC-HĐ | | | Kon Rẫy, ngày 01 tháng 12 năm 2022
BẢNG TỔNG HỢP ĐIỂM | | |
NĂM 2022 | | |
(Kèm theo Báo cáo số 12/BC-UBND, ngày 05 tháng 11 năm 2020 của UBND huyện) | | |`;

  test('bodies, number, place, date and year are found where they stand', () => {
    expect(ofSheets(KON_RAY)).toEqual({
      ...NO_DETAILS,
      superiorBody: 'UBND HUYỆN KON RẪY',
      issuingBody: 'HỘI ĐỒNG KIỂM TRA, ĐÁNH GIÁ CHẤM ĐIỂM CCHC',
      number: '01',
      symbol: 'BC-HĐ',
      place: 'Kon Rẫy',
      date: { day: 1, month: 12, year: 2022 },
      year: 2022,
    });
  });

  test('Cấu hình is believed before the sheet', () => {
    const details = readReportDetails(grid('Cơ quan ban hành | Phòng Nội vụ\nNăm đánh giá | 2023'), [sheetOf(KON_RAY)]);
    expect(details).toMatchObject({ issuingBody: 'Phòng Nội vụ', year: 2023, superiorBody: 'UBND HUYỆN KON RẪY' });
  });

  test.each([
    [
      'a single body is the issuing one',
      'UBND XÃ BÌNH MINH | | |\nBẢNG CHẤM ĐIỂM NĂM 2025',
      { superiorBody: null, issuingBody: 'UBND XÃ BÌNH MINH', year: 2025 },
    ],
    [
      'a name that is not filled in is unknown',
      'UBND TỈNH … | | |\nHỘI ĐỒNG THẨM ĐỊNH | | |',
      { superiorBody: null, issuingBody: 'HỘI ĐỒNG THẨM ĐỊNH' },
    ],
    [
      'a unit under the title issues nothing',
      'BẢNG TỔNG HỢP ĐIỂM NĂM 2025 | | |\nUBND XÃ BÌNH MINH | | |',
      { issuingBody: null },
    ],
    [
      'a date that is not filled in gives its place alone',
      'Kon Rẫy, ngày … tháng … năm 2023 | | |',
      { place: 'Kon Rẫy', date: null, year: null },
    ],
    [
      'a number of another kind of document is not the number of the report',
      'Số: 15/TB-HĐ | | |',
      { number: null, symbol: null },
    ],
    ['of two years that are compared the later is scored', 'BẢNG SO SÁNH NĂM 2021 VÀ NĂM 2022 | | |', { year: 2022 }],
    [
      'a decision that is cited dates neither report nor year',
      '(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 02 tháng 12 năm 2016) | | |',
      { place: null, date: null, year: null },
    ],
    [
      'ordinary words are no body',
      'Sở dĩ có bảng này là để tham khảo | | |',
      { superiorBody: null, issuingBody: null },
    ],
  ])('%s', (_outcome, above, expected) => {
    expect(ofSheets(above)).toMatchObject(expected);
  });

  test('sheets that disagree leave it unsaid', () => {
    const details = ofSheets('UBND XÃ A | | |\nNĂM 2025 | | |', 'UBND XÃ B | | |\nNĂM 2025 | | |', 'Ghi chú | | |');
    expect(details).toMatchObject({ issuingBody: null, year: 2025 });
  });

  test('nothing said is nothing known', () => {
    expect(readReportDetails(null, [])).toEqual(NO_DETAILS);
  });
});
