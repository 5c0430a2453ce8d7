/** Headings composed as offices do: head, unit, act, year, round. Each is clear to a reader of the whole sheet. */
import type { Random } from './random';

const OWN = ['Đơn vị', 'Xã', 'Cơ quan', 'Địa phương', 'UBND xã', 'Cấp xã', 'Các đơn vị'] as const;
const OWN_ACTS = [
  'tự chấm',
  'tự đánh giá',
  'tự chấm điểm',
  'đề nghị',
  'kê khai',
  'đăng ký',
  'chấm',
  'đánh giá',
] as const;
const JUDGES = [
  'Hội đồng',
  'HĐ',
  'HĐTĐ',
  'Hội đồng thẩm định',
  'Tổ công tác',
  'Tổ thẩm định',
  'Đoàn kiểm tra',
  'Sở Nội vụ',
  'SNV',
  'Phòng Nội vụ',
  'Huyện',
  'Tỉnh',
  'Thành phố',
  'UBND tỉnh',
  'UBND huyện',
  'Cấp trên',
  'Ban Chỉ đạo',
  'Cơ quan thẩm định',
] as const;
const JUDGING_ACTS = [
  'thẩm định',
  'chấm',
  'đánh giá',
  'công nhận',
  'thống nhất',
  'phê duyệt',
  'chốt',
  'kết luận',
  'rà soát',
  'phúc tra',
  'chấm lại',
  'xác nhận',
] as const;
const small = (text: string): string =>
  /^[A-ZĐ]{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

export type HeadingRole =
  | 'code'
  | 'name'
  | 'max'
  | 'self'
  | 'appraised'
  | 'lost'
  | 'percent'
  | 'cause'
  | 'responsible'
  | 'remedy'
  | 'evidence'
  | 'note'
  | 'lastYear'
  | 'count'
  | 'average'
  | 'year'
  | 'date'
  | 'difference'
  | 'ordinal';

const FIXED: Readonly<Record<Exclude<HeadingRole, 'self' | 'appraised'>, readonly string[]>> = {
  code: ['TT', 'STT', 'Số TT', 'Mục', 'Mã', 'Mã số', 'Mã TC', 'Mã tiêu chí', 'Ký hiệu'],
  ordinal: ['TT', 'STT', 'Số TT'],
  name: [
    'Nội dung',
    'Nội dung tiêu chí',
    'Tiêu chí/Tiêu chí thành phần',
    'Lĩnh vực/Tiêu chí/Tiêu chí thành phần',
    'Tên tiêu chí',
    'Tiêu chí, tiêu chí thành phần',
    'Tiêu chuẩn',
    'Nhiệm vụ',
    'Hạng mục đánh giá',
    'Nội dung đánh giá',
    'Nội dung công việc',
    'Các tiêu chí đánh giá',
    'Tiêu chí',
  ],
  max: [
    'Điểm tối đa',
    'Điểm chuẩn',
    'Thang điểm',
    'Khung điểm',
    'Barem',
    'Barem điểm',
    'Điểm quy định',
    'Điểm số tối đa',
    'Điểm theo Bộ tiêu chí',
    'Điểm tối đa (theo Quyết định)',
    'Mức điểm tối đa',
    'Tối đa',
    'Điểm tối đa theo quy định',
    'Số điểm tối đa',
    'Mức điểm',
    'Tổng điểm tối đa',
    'Điểm cao nhất',
    'Điểm trần',
  ],
  lost: [
    'Điểm bị trừ',
    'Bị trừ',
    'Trừ điểm',
    'Điểm mất',
    'Mất điểm',
    'Số điểm bị trừ',
    'Chênh lệch so với tối đa',
    'Điểm chưa đạt',
    'Điểm còn thiếu so với điểm tối đa',
    'Số điểm mất',
    'Điểm trừ',
  ],
  percent: ['Tỷ lệ đạt (%)', 'Tỷ lệ %', '% đạt được', 'Tỷ lệ điểm đạt so với tối đa (%)', 'Mức độ đạt (%)'],
  cause: [
    'Nguyên nhân',
    'Lý do',
    'Lý do trừ điểm',
    'Giải thích lý do trừ điểm',
    'Tồn tại dẫn đến bị trừ điểm',
    'Lý do không đạt tối đa',
    'Nguyên nhân mất điểm',
    'Nguyên nhân, hạn chế',
    'Lý do bị trừ',
  ],
  responsible: ['Trách nhiệm', 'Đơn vị chịu trách nhiệm', 'Bộ phận chịu trách nhiệm', 'Trách nhiệm thuộc về'],
  remedy: ['Giải pháp khắc phục', 'Hướng khắc phục', 'Biện pháp khắc phục', 'Kiến nghị, đề xuất'],
  evidence: ['Tài liệu kiểm chứng', 'Minh chứng', 'TLKC', 'Hồ sơ minh chứng', 'Văn bản chứng minh'],
  note: ['Ghi chú', 'Ghi chú khác', 'Diễn giải', 'Hướng dẫn chấm'],
  lastYear: [
    'Điểm năm 2024',
    'Năm 2024',
    'Kết quả năm 2024',
    'Điểm năm trước',
    'Thẩm định năm 2024',
    'Kết quả năm trước',
  ],
  count: [
    'Số văn bản',
    'Số hồ sơ',
    'Số lượng',
    'Tổng số hồ sơ tiếp nhận',
    'Số cuộc kiểm tra',
    'Số lượt',
    'Số liệu thực hiện',
  ],
  average: ['Điểm trung bình', 'Bình quân', 'Trung bình các xã', 'Điểm TB toàn tỉnh', 'Trung bình cộng'],
  year: ['Năm thực hiện', 'Năm ban hành', 'Năm áp dụng'],
  date: ['Thời hạn', 'Ngày hoàn thành', 'Thời hạn hoàn thành', 'Ngày ban hành'],
  difference: ['Chênh lệch', 'Chênh lệch so với tự chấm', 'Tăng/giảm so với tự chấm', 'Chênh lệch TĐ - TC'],
};

const SELF_FIXED = [
  'Điểm tự chấm',
  'Tự chấm',
  'Tự đánh giá',
  'Điểm tự đánh giá',
  'Đ.TC',
  'Tự ĐG',
  'Điểm đề nghị',
  'Điểm tự chấm của đơn vị',
];
const APPRAISED_FIXED = [
  'Điểm thẩm định',
  'Thẩm định',
  'Kết quả thẩm định',
  'Điểm sau giải trình',
  'Kết quả cuối cùng',
  'Điểm HĐ',
  'Đ.TĐ',
  'TĐ',
  'Điểm đạt được',
  'Điểm thống nhất',
  'Điểm chính thức',
  'Điểm được công nhận',
  'Điểm chấm thực tế',
  'Điểm sau thẩm định',
  'Điểm chốt',
  'Điểm kiểm tra lại',
  'Điểm đánh giá cuối cùng',
];

/** A heading for a role; a year may be appended. */
export function headingOf(random: Random, role: HeadingRole): string {
  const text =
    role === 'self' ? selfHeading(random) : role === 'appraised' ? appraisedHeading(random) : random.pick(FIXED[role]);
  return (role === 'self' || role === 'appraised') && random.chance(0.08) ? `${text} năm 2025` : text;
}

function selfHeading(random: Random): string {
  if (random.chance(0.4)) return random.pick(SELF_FIXED);
  const who = random.pick(OWN);
  const act = random.pick(OWN_ACTS);
  return random.pick([
    `${who} ${act}`,
    `Điểm ${small(who)} ${act}`,
    `Điểm ${act} của ${small(who)}`,
    `Điểm do ${small(who)} ${act}`,
  ]);
}

function appraisedHeading(random: Random): string {
  if (random.chance(0.4)) return random.pick(APPRAISED_FIXED);
  const who = random.pick(JUDGES);
  const act = random.pick(JUDGING_ACTS);
  return random.pick([
    `${who} ${act}`,
    `Điểm ${small(who)} ${act}`,
    `Điểm ${act} của ${small(who)}`,
    `Điểm do ${small(who)} ${act}`,
    `Kết quả ${small(who)} ${act}`,
    `Điểm ${small(who)}`,
  ]);
}

/** Headings of rounds; the last one counts. */
export function roundHeadings(random: Random, rounds: number): string[] {
  const style = random.pick([
    (at: number) => `Thẩm định lần ${at}`,
    (at: number) => `Điểm thẩm định vòng ${at}`,
    (at: number) => `Hội đồng chấm lần ${at}`,
    (at: number) => `Điểm chấm lần ${at}`,
    (at: number) => `TĐ lần ${at}`,
    (at: number) => `Kết quả thẩm định (lần ${at})`,
    (at: number) => `Thẩm định vòng ${['', 'I', 'II', 'III'][at] ?? ''}`,
  ]);
  const named = random.pick([
    ['Tổ thư ký chấm', 'Hội đồng thẩm định'],
    ['Thẩm định lần 1', 'Điểm sau giải trình'],
    ['Huyện thẩm định', 'Tỉnh thẩm định'],
    ['Điểm thẩm định', 'Điểm thẩm định lại'],
    ['Sở Nội vụ thẩm định', 'UBND tỉnh phê duyệt'],
    ['Thẩm định sơ bộ', 'Điểm chính thức'],
  ]);
  if (rounds === 2 && random.chance(0.5)) return [...named];
  return Array.from({ length: rounds }, (_, at) => style(at + 1));
}
