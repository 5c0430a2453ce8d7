/** The error messages of this host: what is refused, where, and what to do. */
import type { UnopenedSheet } from '../../core/model/workbook/grid';
import { HOST_FAULTS, HostError } from '../host';

const RESAVE = 'hãy mở tệp bằng Excel, chọn «Lưu thành» dạng .xlsx rồi thử lại';

export const damaged = (where: string): HostError =>
  new HostError(
    'damaged-file',
    `Tệp bị hỏng ở phần «${where}»; hãy lấy lại bản gốc, hoặc mở tệp bằng Excel để sửa rồi lưu lại.`,
  );

export const truncated = (): HostError =>
  new HostError(
    'damaged-file',
    'Tệp bị cụt hoặc hỏng (không đọc được mục lục bên trong); hãy chép lại tệp từ bản gốc.',
  );

export const oversized = (where: string): HostError =>
  new HostError(
    'oversized-file',
    `Phần «${where}» của tệp lớn bất thường nên không được mở, để máy khỏi treo; ` +
      'hãy xóa các dòng, cột trống có định dạng rồi lưu lại.',
  );

/** What a file can be instead of a workbook, with the advice for that form; Excel cannot open all of them. */
const OTHER_FORMS = {
  empty: 'Tệp rỗng, không có nội dung nào; hãy lấy lại bản gốc.',
  text: `Tệp không phải sổ tính .xlsx hay .xlsm (có thể là CSV, HTML hoặc văn bản đổi đuôi); ${RESAVE}.`,
  xls: `Tệp thuộc dạng Excel đời cũ (.xls), không phải .xlsx hay .xlsm; ${RESAVE}.`,
  xlsb: `Tệp là sổ tính dạng nhị phân (.xlsb), không phải .xlsx hay .xlsm; ${RESAVE}.`,
  ods: `Tệp thuộc dạng OpenDocument (.ods), không phải .xlsx hay .xlsm; ${RESAVE}.`,
  numbers:
    'Tệp do Apple Numbers tạo, không phải .xlsx hay .xlsm; ' +
    'hãy mở bằng Numbers, chọn «Tệp › Xuất sang › Excel» rồi chọn tệp .xlsx vừa xuất.',
  document:
    'Tệp thuộc Word, PowerPoint hoặc Visio, không phải sổ tính .xlsx hay .xlsm; ' +
    'hãy chép bảng điểm sang một sổ tính Excel rồi chọn sổ tính đó.',
  zip: 'Tệp nén .zip này không phải sổ tính .xlsx hay .xlsm; hãy giải nén rồi chọn tệp .xlsx bên trong.',
  packing: 'Tệp được nén theo cách mà Excel không đọc được; hãy lưu lại bằng chương trình đã tạo ra tệp, dạng .xlsx.',
} as const;

export const unsupported = (form: keyof typeof OTHER_FORMS): HostError =>
  new HostError('unsupported-file', OTHER_FORMS[form]);

export const encrypted = (): HostError =>
  new HostError(
    'encrypted-file',
    'Tệp được đặt mật khẩu nên không đọc được; ' +
      'hãy mở bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc) ' +
      'rồi lưu lại.',
  );

export const signed = (): HostError =>
  new HostError(
    'signed-file',
    'Tệp có chữ ký số, ghi vào sẽ làm mất hiệu lực chữ ký nên không ghi; ' +
      'hãy lưu thành một bản khác không ký rồi thử lại.',
  );

export const protectedSheet = (sheet: string): HostError =>
  new HostError(
    'protected-sheet',
    `Trang tính «${sheet}» đang được bảo vệ nên không ghi gì vào đó; ` +
      'hãy bỏ bảo vệ (Xem lại › Bỏ bảo vệ trang tính) rồi thử lại.',
  );

export const protectedStructure = (sheet: string): HostError =>
  new HostError(
    'protected-sheet',
    `Cấu trúc sổ tính đang được bảo vệ nên không thêm được trang tính «${sheet}»; ` +
      'hãy bỏ bảo vệ (Xem lại › Bảo vệ sổ làm việc) rồi thử lại.',
  );

export const missingSheet = (sheet: string): HostError =>
  new HostError(
    'changed-sheet',
    `Không còn trang tính «${sheet}» trong tệp nên không ghi gì; hãy đọc lại tệp rồi tính lại.`,
  );

export const takenSheet = (sheet: string): HostError =>
  new HostError(
    'changed-sheet',
    `Không thêm được trang tính «${sheet}» vì trong tệp đã có trang cùng tên; hãy đọc lại tệp rồi tính lại.`,
  );

export const badSheetName = (sheet: string): HostError =>
  new HostError(
    'blocked-cell',
    `Không thêm được trang tính «${sheet}» vì tên dài quá 31 ký tự hoặc có ký tự \\ / ? * [ ] :; hãy chọn tên khác.`,
  );

export const blocked = (sheet: string, cell: string, why: string): HostError =>
  new HostError('blocked-cell', `Không ghi được ô ${cell} của trang tính «${sheet}» vì ${why}.`);

export const tooManyFormats = (): HostError =>
  new HostError(
    'oversized-request',
    'Sổ tính đã có gần 64.000 kiểu định dạng nên Excel không nhận thêm; ' +
      'hãy xóa bớt định dạng thừa (Kiểu ô) rồi thử lại.',
  );

export const tooLong = (sheet: string, cell: string): HostError =>
  new HostError(
    'oversized-request',
    `Nội dung định ghi vào ô ${cell} của trang tính «${sheet}» dài hơn mức Excel nhận; hãy rút ngắn rồi thử lại.`,
  );

/** Reported with the result, because the rest of the workbook is sound. */
export const lostSheet = (sheet: string): UnopenedSheet => ({
  sheet,
  code: HOST_FAULTS['damaged-file'],
  alias: 'damaged-file',
  message:
    `Trang tính «${sheet}» có tên trong tệp nhưng mất phần nội dung nên không đọc được; ` +
    'hãy lấy lại bản gốc nếu cần trang tính này.',
});
