/**
 * 120 passages, 30 styles × 4 losses, with labels shortened to initials, points like «-2 điểm» and «(1,75/2)», numbered
 * labels and sentences that begin with the loss. As first read, 56 were right, 12 asked about, 48 missed, 4 wrong.
 */
import { expect, test } from '@jest/globals';
import { bare, broken, lower, most, outcomesOf, reached, told, way, type Told, type Way } from './kit/told-passages';

const TABLE = `
STT | Nội dung | Điểm tối đa | Điểm đạt được
1 | Công tác chỉ đạo, điều hành | 6 | 3.75
1.1 | Thực hiện kế hoạch cải cách hành chính | 2 | 1.75
1.2 | Tuyên truyền cải cách hành chính | 2 | 0
1.3 | Sáng kiến | 2 | 2
2 | Cải cách tài chính công | 5 | 3.5
2.1 | Công khai tài chính | 2 | 1.5
2.2 | Giải ngân vốn đầu tư công | 3 | 2
3 | Xây dựng chính quyền số | 4 | 3.2
3.1 | Tỷ lệ hồ sơ trực tuyến | 4 | 3.2
`;

const LOSSES: readonly Told[] = [
  told('1.1', 'Thực hiện kế hoạch cải cách hành chính', '0,25', '1,75/2', [
    'Còn 03/24 nhiệm vụ chưa hoàn thành đúng thời hạn',
    'Phòng Nội vụ',
    'bà Lê Thị Hoa, chuyên viên',
    'Các phòng gửi báo cáo chậm',
  ]),
  told('1.2', 'Tuyên truyền cải cách hành chính', '2', '0/2', [
    'Chưa tổ chức hội thi tìm hiểu cải cách hành chính',
    'Phòng Văn hóa - Thông tin',
    'ông Trần Văn Bình',
    'Chưa được bố trí kinh phí',
  ]),
  told('2.1', 'Công khai tài chính', '0,5', '1,5/2', [
    'Công khai dự toán chậm 12 ngày so với quy định',
    'Phòng Tài chính - Kế hoạch',
    'bà Ngô Thị Lan',
    'Chờ hướng dẫn của Sở Tài chính',
  ]),
  told('3.1', 'Tỷ lệ hồ sơ trực tuyến', '0,8', '3,2/4', [
    'Tỷ lệ hồ sơ trực tuyến chỉ đạt 48% (yêu cầu từ 60%)',
    'Văn phòng HĐND và UBND',
    'ông Đỗ Minh Quân, Chánh Văn phòng',
    'Người dân chưa quen thao tác',
  ]),
];

const WAYS: readonly Way[] = [
  way('cbp', (x) => `Tiêu chí ${x.code}. ${x.name} (-${x.lost}đ). NN: ${x.cause}. TN: ${x.body}. CN: ${x.person}.`),
  way('c', (x) => `TC ${x.code} ${x.name} -${x.lost} điểm: ${lower(x.cause)}.`),
  way('c', (x) => `${x.code}. ${x.name} (${x.points}): ${x.cause}.`),
  way('cb', (x) => `- ${x.code} ${x.name} (${x.points}) do ${lower(x.cause)}. Trách nhiệm của ${x.body}.`),
  way(
    'cbpe',
    (x) => `* ${x.code}. ${x.name}: ${x.points}\nNN: ${x.cause}\nTN: ${x.body}\nCN: ${x.person}\nGT: ${x.answer}`,
  ),
  way(
    'cbp',
    (x) =>
      `Tiêu chí ${x.code} – ${x.name} – ${x.points} điểm\na) Nguyên nhân mất điểm\n${x.cause}.\nb) ` +
      `Trách nhiệm\n${x.body}.\nc) Cá nhân phụ trách\n${x.person}.`,
  ),
  way(
    'c',
    (x) =>
      `Về ${lower(x.name)} (tiêu chí ${x.code}): huyện đạt ${reached(x)} trên ${most(x)} điểm, nguyên ` +
      `nhân do ${lower(x.cause)}.`,
  ),
  way(
    'cb',
    (x) =>
      `Lĩnh vực thứ nhất: Tiêu chí ${x.code}. ${x.name}, bị trừ ${x.lost} điểm; lý do: ` +
      `${lower(x.cause)}; cơ quan chịu trách nhiệm: ${x.body}.`,
  ),
  way('cbpe', (x) =>
    broken(
      `- Tiêu chí ${x.code}. ${x.name} (trừ ${x.lost} điểm). Lý do bị trừ điểm là ${lower(x.cause)}. ` +
        `Trách nhiệm thuộc về ${x.body}. Cá nhân phụ trách là ${x.person}. Giải trình: ${x.answer}.`,
    ),
  ),
  way(
    'c',
    (x) => `Tại tiêu chí ${x.code} “${x.name}”, đơn vị bị trừ ${x.lost}/${most(x)} điểm vì ` + `${lower(x.cause)}.`,
  ),
  way('cb', (x) => `+ ${x.name} (mục ${x.code}) mất ${x.lost} điểm: ${x.cause}; ${x.body} chịu trách nhiệm.`),
  way('c', (x) => `${x.code}/ ${x.name}: trừ ${x.lost} đ (${lower(x.cause)})`),
  way(
    'cb',
    (x) =>
      `Tiêu chí ${x.code}. ${x.name}.\n– Điểm bị trừ: ${x.lost}.\n– Nguyên nhân: ${x.cause}.\n– Đơn vị ` +
      `liên quan: ${x.body}.`,
  ),
  way(
    'cbpe',
    (x) =>
      `Tiêu chí ${x.code}: ${x.name}\nĐiểm tối đa: ${most(x)}; điểm đạt: ${reached(x)}; điểm trừ: ` +
      `${x.lost}\nLý do: ${x.cause}\nTập thể: ${x.body}\nCá nhân: ${x.person}\nGiải trình: ${x.answer}`,
  ),
  way('c', (x) => `Huyện bị trừ ${x.lost} điểm tại tiêu chí ${x.code} (${x.name}) với lý do ${lower(x.cause)}.`),
  way('c', (x) => `Hội đồng trừ ${x.lost} điểm ở tiêu chí ${x.code}. ${x.name}. Lý do: ${x.cause}.`),
  way(
    'cb',
    (x) =>
      `Tiêu chí ${x.code} ${x.name}²: trừ ${x.lost} điểm. Nguyên nhân¹: ${x.cause}[3]. Trách nhiệm: ` + `${x.body}(4).`,
  ),
  way('c', (x) => `(${x.code}) ${x.name}: -${x.lost}đ. Nguyên nhân: ${x.cause}`),
  way(
    'cbp',
    (x) =>
      `1. ${x.name} (TC ${x.code}), bị trừ ${x.lost} điểm.\n1.1. Nguyên nhân: ${x.cause}.\n1.2. Trách ` +
      `nhiệm: ${x.body}.\n1.3. Cá nhân phụ trách: ${x.person}.`,
  ),
  way(
    'c',
    (x) => `Đối với tiêu chí ${x.code} ${x.name}: Điểm thẩm định ${reached(x)}/${most(x)}. Tồn tại: ${x.cause}.`,
  ),
  way(
    'cb',
    (x) =>
      `Tiêu chí thành phần ${x.code}. ${x.name} không đạt điểm tối đa (đạt ${x.points} điểm). Nguyên ` +
      `nhân: ${x.cause}. Thuộc trách nhiệm của ${x.body}.`,
  ),
  way(
    'cbp',
    (x) =>
      `Tiêu chí ${x.code}. ${x.name} (trừ ${x.lost} điểm)\n   + Lý do: ${x.cause};\n   + Trách nhiệm: ` +
      `${x.body};\n       • Cá nhân: ${x.person}.`,
  ),
  way('c', (x) => `Nguyên nhân bị trừ ${x.lost} điểm ở tiêu chí ${x.code} ${x.name}: ${x.cause}.`),
  way(
    'c',
    (x) =>
      `Tiêu chí ${x.code}. ${x.name}: Không đạt điểm tối đa, nguyên nhân là ${lower(x.cause)} (trừ ${x.lost} điểm).`,
  ),
  way(
    'cb',
    (x) => `${x.body}: để mất ${x.lost} điểm ở tiêu chí ${x.code} (${x.name}); nguyên nhân: ${lower(x.cause)}.`,
  ),
  way(
    'cbp',
    (x) =>
      `– Tiêu chí ${x.code}. ${x.name} (trừ ${x.lost} điểm): ${x.cause} (trách nhiệm: ${x.body}; cá ` +
      `nhân: ${x.person}).`,
  ),
  way('c', (x) => `Tiêu chí số ${x.code}: ${x.name}, mất ${x.lost} điểm. Nguyên nhân: ${x.cause}.`),
  way('c', (x) => `Tiêu chí ${x.code}_${x.name}: trừ ${x.lost} điểm, do: ${x.cause}.`),
  way('cb', (x) => `Mã: ${x.code} | ${x.name} | Trừ: ${x.lost} | Lý do: ${x.cause} | Trách nhiệm: ${x.body}`),
  way('c', (x) => `${x.name}: bị trừ ${x.lost} điểm. Nguyên nhân là do ${lower(x.cause)}.`),
];

/** As first read, 33 of these 56 were right, 5 asked about, 16 missed, 2 wrong. */
const FURTHER: readonly Way[] = [
  way(
    'c',
    (x) =>
      `+ Trong lĩnh vực cải cách hành chính năm qua: ở tiêu chí ${x.code} ${x.name} bị trừ ${x.lost} ` +
      `điểm do ${lower(x.cause)}.`,
  ),
  way(
    'cb',
    (x) =>
      `I. LĨNH VỰC 1\nTiêu chí ${x.code}. ${x.name}\nHuyện bị trừ ${x.lost} điểm tại tiêu chí này. Lý ` +
      `do bị trừ: ${x.cause}. Đơn vị chủ trì tham mưu: ${x.body}.`,
  ),
  way('cbpe', (x) =>
    broken(
      `Tiêu chí ${x.code}. ${x.name}, đạt ${x.points} điểm, trừ ${x.lost} điểm. Nguyên nhân: ` +
        `${x.cause}¹; Trách nhiệm: ${x.body}; Cá nhân chịu trách nhiệm: ${x.person}; Ý kiến giải trình: ` +
        `${x.answer}².`,
    ),
  ),
  way(
    'cbp',
    (x) =>
      `* ${x.code}. ${x.name}\n  - Số điểm bị trừ: ${x.lost} điểm\n  - Vì sao: ${x.cause}\n  - Ai chịu ` +
      `trách nhiệm: ${x.body}\n  - Người thực hiện: ${x.person}`,
  ),
  way(
    'c',
    (x) => `Tiêu chí ${x.code} (${x.name}) chỉ đạt ${reached(x)}/${most(x)} điểm. Hạn chế là ${lower(x.cause)}.`,
  ),
  way(
    'cb',
    (x) => `Tieu chi ${x.code}. ${bare(x.name)} (tru ${x.lost} diem)\nNguyên nhân: ${x.cause}\nTrách nhiệm: ${x.body}`,
  ),
  way(
    'cb',
    (x) => `Tiêu chí ${x.code}. ${x.name} (trừ ${x.lost} điểm)\nNguyen nhan: ${x.cause}\nTrach nhiem: ${x.body}`,
  ),
  way(
    'cbp',
    (x) =>
      `TIÊU CHÍ ${x.code}: ${x.name.toLocaleUpperCase('vi')} (TRỪ ${x.lost} ĐIỂM)\nLÝ DO: ${x.cause}\nTRÁCH ` +
      `NHIỆM: ${x.body}\nCÁ NHÂN PHỤ TRÁCH: ${x.person}`,
  ),
  way('c', (x) => `Điểm trừ: ${x.lost} điểm (Tiêu chí ${x.code}. ${x.name}). Lý do: ${x.cause}.`),
  way(
    'cbp',
    (x) =>
      `${x.code}. ${x.name} | ${x.points} | -${x.lost}\nLý do: ${x.cause} | Trách nhiệm: ${x.body} | ` +
      `Cá nhân: ${x.person}`,
  ),
  way(
    'cb',
    (x) =>
      `Tiêu chí ${x.code} – ${x.name}: giảm ${x.lost} điểm so với điểm tối đa. Lý do chính: ${x.cause}. ` +
      `Cơ quan tham mưu: ${x.body}.`,
  ),
  way(
    'c',
    (x) =>
      `Tiêu chí ${x.code}. ${x.name}: ${most(x)} điểm; đạt ${reached(x)} điểm; mất ${x.lost} điểm.\nLí ` +
      `do: ${x.cause}`,
  ),
  way(
    'cp',
    (x) =>
      `Tiêu chí ${x.code}. ${x.name} (trừ ${x.lost} điểm).\nLý do: ${x.cause}.\nTrách nhiệm cá nhân: ` + `${x.person}.`,
  ),
  way(
    'cbp',
    (x) =>
      `Tiêu chí ${x.code}. ${x.name} (trừ ${x.lost} điểm). Lý do: ${x.cause}.\nTrách nhiệm:\n- Tập ` +
      `thể: ${x.body}.\n- Cá nhân: ${x.person}.`,
  ),
];

/** The styles that are not read right: the reason or the body without a label, signs between code and name. */
const OPEN: ReadonlyMap<number, string> = new Map([
  [4, 'asked'],
  [11, 'asked'],
  [28, 'asked'],
  [29, 'missed'],
  [36, 'asked'],
  [40, 'missed'],
]);

test.each([...WAYS, ...FURTHER].map((each, position) => [position + 1, each] as const))('style %i', (number, each) => {
  const outcomes = outcomesOf(TABLE, [each], LOSSES).map(({ outcome }) => outcome);
  // A label without marks may leave a text without any.
  const best = OPEN.get(number) ?? 'right';
  expect(outcomes.filter((outcome) => outcome !== best && !(number === 37 && outcome === 'asked'))).toEqual([]);
});
