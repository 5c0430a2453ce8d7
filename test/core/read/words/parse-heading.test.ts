import { describe, expect, test } from '@jest/globals';
import { roleOfHeader } from '../../../../src/core/read/words/header-words';
import { parseHeading } from '../../../../src/core/read/words/parse-heading';
import { knowing } from '../../../../src/core/read/words/vocabulary';

const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  appraised: [
    'Huyện chấm',
    'Hội đồng đánh giá',
    'HỘI ĐỒNG CHẤM',
    'Điểm HĐ',
    'Đ.TĐ',
    'Điểm do Sở Nội vụ thẩm định',
    'UBND huyện Vân Canh chấm',
    'Điểm sau giải trình',
    'Điểm kiểm tra lại',
    'Kết quả cuối cùng',
    'Ðiểm thẩm định',
    'Điểm thẩm dịnh',
    'Diem tham dinh lan 2',
    'Điểm thẩm địnhh',
    'Điểm thống\u00ad nhất',
  ],
  self: [
    'Đơn vị chấm',
    'UBND xã đánh giá',
    'Tự ĐG',
    'Điểm đề nghị',
    'Xã Tân An tự chấm',
    'Cơ quan, đơn vị tự đánh giá',
  ],
  max: [
    'Khung điểm',
    'Barem',
    'Điểm số tối đa',
    'Điểm theo Bộ tiêu chí',
    'Điểm tối đa (theo Quyết định)',
    'Điểm tói đa',
  ],
  responsibleBody: ['Đầu mối chịu trách nhiệm', 'Phòng, ban phụ trách', 'Bộ phận chuyên môn', 'Thuộc trách nhiệm'],
  responsiblePerson: [
    'Người thực hiện',
    'Công chức theo dõi',
    'Họ và tên cá nhân phụ trách',
    'Cá nhân liên quan',
    'Trách nhiệm người tham mưu',
  ],
  explanation: ['Ý kiến của đơn vị', 'Phản hồi của đơn vị'],
  remedyDue: ['Mốc thời gian', 'Lộ trình thực hiện'],
  remedyStatus: ['Trạng thái', 'Tình hình khắc phục'],
  lost: ['Chênh lệch so với tối đa', 'Điểm chưa đạt', 'Số điểm bị trừ'],
  cause: [
    'Giải thích lý do trừ điểm',
    'Tồn tại dẫn đến bị trừ điểm',
    'Lý do không đạt tối đa',
    'Căn cứ trừ điểm',
    'Lý giải',
    'Tồn tại, nguyên nhân',
  ],
  remedy: [
    'Giải pháp khắc phục',
    'Biện pháp',
    'Cam kết khắc phục',
    'Nội dung khắc phục',
    'Việc cần làm',
    'Hướng xử lý',
    'Nhiệm vụ, giải pháp',
    'Khắc phục',
  ],
  name: ['Tiêu chuẩn', 'Nhiệm vụ', 'Hạng mục đánh giá'],
  count: ['Số văn bản', 'Số hồ sơ đã giải quyết', 'Bình quân'],
};

describe('a heading says what its words say together', () => {
  test.each(Object.entries(HEADINGS).flatMap(([role, texts]) => texts.map((text) => [text, role] as const)))(
    '«%s» heads %s',
    (text, role) => {
      expect(roleOfHeader(text)).toBe(role);
    },
  );
});

test.each([
  'Xã Thống Nhất',
  'XÃ THỐNG NHẤT',
  'Sở Nội vụ',
  'Phòng Tư pháp',
  'UBND xã An Bình',
  'D',
  'HĐ',
  'Kiểm tra',
  'Thanh tra, kiểm tra',
  'Xã Quyết Định',
  'TC',
  'Cột 4',
  '',
])('«%s» names no column', (text) => {
  expect(roleOfHeader(text)).toBeNull();
});

test('a heading with a word that nobody knows is a hint, not a role', () => {
  expect(parseHeading('Huyện chấm abc')).toMatchObject({ role: null, hint: 'appraised' });
});

test('a word that is not known says nothing, and is known again afterwards', () => {
  expect(
    knowing(
      (entry) => entry !== 'huyện',
      () => roleOfHeader('Huyện chấm'),
    ),
  ).toBeNull();
  expect(roleOfHeader('Huyện chấm')).toBe('appraised');
});
