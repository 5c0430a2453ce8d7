/** Texts of «Trợ giúp», which load with it. */
import type { Door } from '../door';
import { FORMS } from './text';

export const HELP_TEXT = {
  stepsTitle: 'Ba bước',
  steps: {
    file: [
      `Mở bảng tổng hợp điểm (${FORMS}): bảng được đọc và kiểm tra ngay, tệp gốc giữ nguyên.`,
      'Bấm «Tính chỉ số»: chỉ số, xếp loại, xếp hạng được điền, nơi mất điểm được tô màu.',
      'Sửa ở thẻ Lỗi, ghi nguyên nhân ở thẻ Điểm bị trừ, rồi «Lưu bản đã điền» và «Xuất…» báo cáo.',
    ],
    excel: [
      'Mở bảng tổng hợp điểm trong Excel: khung điều khiển đọc và kiểm tra ngay.',
      'Bấm «Tính chỉ số»: chỉ số, xếp loại, xếp hạng được điền, nơi mất điểm được tô màu.',
      'Sửa ở thẻ Lỗi, ghi nguyên nhân ở thẻ Điểm bị trừ, rồi lưu như mọi tệp Excel và «Xuất…» báo cáo.',
    ],
  } satisfies Record<Door['kind'], readonly string[]>,
  firstTitle: 'Lần đầu dùng?',
  firstMore: 'Xem trợ giúp',
  firstDone: 'Đã hiểu',

  coloursTitle: 'Màu trong bảng',
  colours: {
    deduction: 'Vàng: mất dưới một nửa điểm của tiêu chí',
    half: 'Cam nhạt: mất từ một nửa',
    full: 'Cam: mất hết điểm',
    error: 'Đỏ: lỗi, đơn vị chưa có chỉ số cho đến khi sửa',
    warning: 'Tím: cảnh báo, vẫn tính nhưng số không khớp',
    noted: 'Góc đỏ: ô có ghi chú (nguyên nhân, giải thích)',
  },
  noExample: 'Bảng này không có ô nào như vậy.',
  coloursLost: 'Trang tính «Điểm bị trừ» cũng tô như vậy; «Cài đặt» có một màu cho mọi ô mất điểm.',

  keysTitle: 'Phím tắt',
  keyHead: ['Phím', 'Việc làm'],
  keys: {
    file: [
      ['Ctrl+Z · Ctrl+Y', 'hoàn tác · làm lại'],
      ['← ↑ → ↓', 'đi từng ô trong trang tính; từng đơn vị, từng thẻ trong danh sách'],
      ['F2 hoặc gõ ngay', 'sửa ô điểm; Enter hay Tab ghi và đi tiếp, Esc bỏ'],
      ['Ctrl+mũi tên', 'đến cuối khối ô liền nhau; Ctrl+Home, Ctrl+End: đầu, cuối bảng'],
      ['Ctrl+F', 'tìm trong cả trang tính, có dấu hay không dấu'],
      ['Shift+mũi tên · kéo chuột', 'chọn nhiều ô; Delete xóa điểm trong đó'],
      ['Ctrl+C · Ctrl+V', 'chép những ô đã chọn · dán một khối ô từ Excel'],
    ],
    excel: [
      ['Ctrl+Alt+Shift+T', 'tính chỉ số'],
      ['Ctrl+Alt+Shift+K', 'kiểm tra'],
      ['Ctrl+Alt+Shift+D', 'đến trang tính điểm bị trừ'],
      ['Ctrl+Alt+Shift+O', 'điểm bị trừ của đơn vị ở ô đang chọn'],
      ['Ctrl+Alt+Shift+B', 'xuất báo cáo'],
      ['Ctrl+Alt+Shift+X', 'xóa đánh dấu'],
      ['Ctrl+Alt+Shift+H', 'trợ giúp này'],
    ],
  } satisfies Record<Door['kind'], readonly (readonly [string, string])[]>,
  causeKeys: [
    ['Enter', 'ghi nguyên nhân rồi sang khoản chưa ghi kế tiếp'],
    ['Ctrl+Enter', 'ghi cho mọi đơn vị cùng tiêu chí'],
    ['Alt+1 … Alt+9', 'ghi nguyên nhân gợi ý thứ 1 … 9'],
    ['Ctrl+V', 'dán một cột nguyên nhân từ Excel: mỗi dòng một khoản'],
  ],

  readTitle: 'Đọc được những gì',
  read: [
    'Bảng có tiêu chí theo dòng, đơn vị theo cột (một cột hay cụm cột), bảng mỗi đơn vị một dòng, và bảng riêng của ' +
      'một đơn vị; nhiều trang tính trong một tệp đều được đọc.',
    'Cột được nhận ra theo tiêu đề và số liệu: TT, nội dung, điểm tối đa, tự chấm, thẩm định, nguyên nhân, ' +
      'trách nhiệm, giải trình, tổng điểm, chỉ số, xếp loại, xếp hạng.',
    'Trong ô điểm: số (4,5 hoặc 4.5), «KĐG» là không đánh giá, ô trống là chưa chấm (không bao giờ là 0); «x», «-», ' +
      '«/» được hỏi lại một lần rồi nhớ trong trang tính «Cấu hình».',
    'Nguyên nhân lấy từ cột nguyên nhân, ghi chú của ô, trang tính «Nguyên nhân» hoặc trang tính «Điểm bị trừ».',
    'Hiểu sai cột nào thì chọn lại ở «Cách đọc bảng…».',
  ],

  recentTitle: 'Mở gần đây trên máy này',
  keptShort: 'Giữ trong bộ nhớ của trình duyệt trên máy này, không gửi đi đâu; tắt ở «Trợ giúp».',
  keptTitle: 'Giữ trên máy này',
  kept: 'Giữ tệp mở gần đây và bản đang làm dở',
  keptLead:
    'Tám tệp gần nhất, cả thay đổi chưa lưu, nằm trong bộ nhớ của trình duyệt này (IndexedDB «cchc») trên máy này, ' +
    'của tài khoản đang đăng nhập; không gửi đi đâu. Máy nhiều người dùng chung tài khoản thì nên tắt: tắt là xóa hết.',
  keptFromDisk:
    'Trang web đang mở từ thư mục: các trang web khác mở từ thư mục bằng trình duyệt này dùng chung bộ nhớ ấy.',
  keptImpossible:
    'Trình duyệt này không cho trang web giữ lại gì (cửa sổ riêng tư hoặc bị chặn): nhớ lưu tệp trước khi đóng cửa sổ.',

  templateTitle: 'Chưa có bảng?',
  template: 'Tải bảng mẫu (.xlsx)',
  templateLead:
    'Bảng để trống, có đủ cột và công thức cộng: thay tiêu chí, điểm tối đa, tên đơn vị của mình rồi gõ điểm.',
  templateSample: 'don-vi-theo-cot.xlsx',
  templateName: 'Bảng tổng hợp điểm CCHC (mẫu).xlsx',
} as const;

export const forgetKept = (name: string): string => `Bỏ «${name}» khỏi máy này`;
/** «mất 0,5 điểm». */
export const losesPoints = (lost: string): string => `mất ${lost} điểm`;
