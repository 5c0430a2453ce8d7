/**
 * Passages in the ways in which offices write them, 25 ways × 8 losses, each with its truth: read right or asked about,
 * and none written wrongly.
 */
import { describe, expect, test } from '@jest/globals';
import { PROSE_TABLE } from './kit/field/field-prose';
import { bare, broken, lower, outcomesOf, told, way, type Told, type Way } from './kit/told-passages';

const LOSSES: readonly Told[] = [
  told('1.2', 'Mức độ hoàn thành Kế hoạch CCHC', '0,04', '0,96/1', [
    'Trong năm còn một số chỉ tiêu chưa đạt theo kế hoạch đề ra',
    'Phòng Nội vụ',
    'Trưởng phòng Nội vụ',
    'Kinh phí được cấp chậm',
  ]),
  told('1.3', 'Công tác tuyên truyền CCHC', '0,5', '0,5/1', [
    'Hình thức tuyên truyền của địa phương còn hạn chế, chưa đa dạng',
    'Phòng Văn hóa và Thông tin',
    'Chuyên viên phụ trách truyền thông',
    'Chưa có cán bộ chuyên trách',
  ]),
  told(
    '1.4',
    'Thực hiện chế độ báo cáo định kỳ và báo cáo chuyên đề về CCHC (Báo cáo CCHC, Báo cáo kiểm soát TTHC)',
    '1',
    '0/1',
    [
      'Thiếu 01 báo cáo kiểm soát TTHC 6 tháng đầu năm 2021',
      'Văn phòng HĐND và UBND huyện',
      'Chánh Văn phòng',
      'Báo cáo đã gửi qua thư điện tử nhưng thất lạc',
    ],
  ),
  told('1.6', 'Có sáng kiến hoặc giải pháp mới trong CCHC được áp dụng có hiệu quả', '1', '0/1', [
    'Huyện không có sáng kiến được Hội đồng sáng kiến công nhận',
    'Phòng Kinh tế và Hạ tầng',
    'Phó Trưởng phòng',
    'Hội đồng sáng kiến họp sau ngày 31/12',
  ]),
  told('1.7', 'Thực hiện các nhiệm vụ do UBND tỉnh, Chủ tịch UBND tỉnh giao', '0,25', '0,75/1', [
    'Có 4/4 nhiệm vụ hoàn thành, 2/4 nhiệm vụ hoàn thành đúng hạn (50%)',
    'Các cơ quan chuyên môn',
    'Thủ trưởng các cơ quan',
    'Hai nhiệm vụ được giao sát thời hạn',
  ]),
  told(
    '1.8.3',
    'Tổ chức gặp gỡ, trao đổi với doanh nghiệp, hộ kinh doanh tại địa phương và kịp thời tháo gỡ khó khăn, vướng mắc',
    '0,5',
    '0/0,5',
    [
      'Đã tổ chức buổi gặp mặt ngày 31/12/2021 nhưng nội dung này không được tính điểm',
      'Phòng Tài chính - Kế hoạch',
      'Chuyên viên kế hoạch',
      'Dịch bệnh nên phải hoãn',
    ],
  ),
  told('3.5', 'Kết quả giải quyết thủ tục hành chính (cấp huyện, cấp xã)', '0,05', '2,95/3', [
    'Tỷ lệ giải quyết đúng hạn trong năm là 98,26%',
    'Bộ phận tiếp nhận và trả kết quả',
    'Công chức một cửa',
    'Hệ thống bị gián đoạn nhiều lần',
  ]),
  told('3.6', 'Thực hiện quy định về xin lỗi trong giải quyết TTHC (cấp huyện, cấp xã)', '0,14', '0,86/1', [
    'Có 232/270 hồ sơ trễ hạn có thư xin lỗi',
    'UBND các xã',
    'Công chức tư pháp',
    'Phần mềm chưa kích hoạt chức năng xin lỗi',
  ]),
];

const head = ({ code, name, lost }: Told): string => `- Tiêu chí ${code}. ${name} (trừ ${lost} điểm).`;

const WAYS: readonly Way[] = [
  way('c', (x) => `${head(x)}\n\nNguyên nhân: ${x.cause}.`),
  way('c', (x) => `${head(x)} Nguyên nhân: ${x.cause}.`),
  way('c', (x) => `${head(x)} Lý do là ${lower(x.cause)}.`),
  way('c', (x) => `${head(x)}\nNguyên nhân là do ${lower(x.cause)}.`),
  way(
    'c',
    (x) => `* Tiêu chí “${x.code}. ${x.name}”: đạt ${x.points} điểm (mất ${x.lost} điểm).\n+ Lý do: ${x.cause}.`,
  ),
  way('cb', (x) => `${head(x)}\n+ Lý do: ${x.cause}.\n+ Trách nhiệm: ${x.body}.`),
  way('cb', (x) => `${head(x)} Lý do là ${lower(x.cause)}. Trách nhiệm thuộc về ${x.body}.`),
  way('cb', (x) => `${head(x)}\nNguyên nhân: ${x.cause}; trách nhiệm: ${x.body}.`),
  way('cb', (x) => `${head(x)} Nguyên nhân: ${x.cause}. Trách nhiệm chính thuộc về ${x.body}.`),
  way('cbp', (x) => `${head(x)}\nLý do: ${x.cause}.\nTrách nhiệm: ${x.body}.\nCá nhân phụ trách: ${x.person}.`),
  way(
    'cbp',
    (x) =>
      `${head(x)}\nLý do: ${x.cause}.\nTrách nhiệm thuộc về ${x.body}.\n` +
      `Cá nhân phụ trách tổng hợp tham mưu: ${x.person}.`,
  ),
  way('cbp', (x) => `${head(x)} Lý do: ${x.cause}. Trách nhiệm: ${x.body}. Cá nhân phụ trách là ${x.person}.`),
  way(
    'cbpe',
    (x) =>
      `${head(x)}\n+ Lý do: ${x.cause}.\n+ Trách nhiệm: ${x.body}.\n+ Cá nhân phụ trách: ${x.person}.\n` +
      `+ Giải trình: ${x.answer}.`,
  ),
  way(
    'cbpe',
    (x) =>
      `${head(x)} Lý do: ${x.cause}. Trách nhiệm: ${x.body}. Người phụ trách: ${x.person}. Giải trình của đơn vị: ` +
      `${x.answer}.`,
  ),
  way('c', (x) => `${head(x)}\nNguyên nhân: ${x.cause}¹.`),
  way('c', (x) => `${head(x)}\nNguyên nhân: ${x.cause}[2].`),
  way(
    'c',
    (x) => `- Tiêu chí ${x.code}. ${x.name}.\nNguyên nhân: ${x.cause}. Huyện bị trừ ${x.lost} điểm tại mục này.`,
  ),
  way('c', (x) => broken(`${head(x)} Nguyên nhân: ${x.cause}.`)),
  way('cb', (x) => broken(`${head(x)} Lý do là ${lower(x.cause)}. Trách nhiệm thuộc về ${x.body}.`)),
  way('c', (x) => bare(`${head(x)}\nNguyên nhân: ${x.cause}.`)),
  way('cb', (x) => bare(`${head(x)}\n+ Lý do: ${x.cause}.\n+ Trách nhiệm: ${x.body}.`)),
  way('c', (x) => `+ Trong lĩnh vực cải cách hành chính:\n${head(x)} Nguyên nhân: ${x.cause}.`),
  way('c', (x) => `${head(x)} Nguyên nhân: ${x.cause}.\n+ Trong lĩnh vực khác: còn hạn chế về cơ sở vật chất.`),
  // The second part has no marker of its own, so it is asked about.
  way('cb', (x) => `${head(x)}\nNguyên nhân: ${x.cause}. Trách nhiệm ${x.body} chưa tham mưu kịp thời.`),
  way('c', (x) => `${head(x)} Nguyên nhân: ${x.cause}.\nGiải pháp khắc phục: tăng cường kiểm tra trong năm 2022.`),
];

describe('200 passages of prose', () => {
  const outcomes = outcomesOf(PROSE_TABLE, WAYS, LOSSES);

  test('none is written wrongly, and none is passed over', () => {
    expect(outcomes).toHaveLength(200);
    expect(outcomes.filter(({ outcome }) => outcome === 'wrong' || outcome === 'missed')).toEqual([]);
  });

  test('asked about are those without marks and those whose parts cannot be told apart', () => {
    const asked = outcomes.filter(({ outcome }) => outcome === 'asked').map(({ at }) => at);
    expect([...new Set(asked)]).toEqual([19, 20, 23]);
    expect(asked).toHaveLength(24);
  });
});
