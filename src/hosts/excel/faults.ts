/**
 * The Vietnamese sentence for each refusal of the Excel host (what, where, what to do), and the meaning of Excel's
 * error codes.
 */
import { HostError } from '../host';

export const oldExcel = (): HostError =>
  new HostError(
    'old-excel',
    'Excel trên máy này quá cũ (cần Excel 2021, Microsoft 365 hoặc Excel trên web); hãy mở trang web Chỉ số CCHC ' +
      'trong trình duyệt và làm việc với tệp .xlsx.',
  );

const editingCell = (): HostError =>
  new HostError(
    'editing-cell',
    'Đang có một ô được gõ dở trong Excel nên chưa đọc, ghi được; hãy nhấn Enter hoặc Esc rồi làm lại.',
  );

export const readOnlyWorkbook = (): HostError =>
  new HostError(
    'read-only-workbook',
    'Sổ tính đang mở ở chế độ chỉ đọc nên không ghi gì; hãy bấm «Cho phép chỉnh sửa» hoặc lưu thành bản khác rồi ' +
      'làm lại.',
  );

export const protectedSheet = (sheet: string): HostError =>
  new HostError(
    'protected-sheet',
    `Trang tính «${sheet}» đang được bảo vệ nên không ghi gì vào sổ tính; hãy bỏ bảo vệ (Xem lại › Bỏ bảo vệ ` +
      'trang tính) rồi làm lại.',
  );

export const protectedStructure = (sheet: string): HostError =>
  new HostError(
    'protected-sheet',
    `Cấu trúc sổ tính đang được bảo vệ nên không thêm được trang tính «${sheet}»; hãy bỏ bảo vệ (Xem lại › Bảo ` +
      'vệ sổ làm việc) rồi làm lại.',
  );

/** Holds every sheet whose filter blocks the write, so that all of them can be removed at once. */
export class FilteredSheets extends HostError {
  constructor(readonly sheets: readonly string[]) {
    const where = sheets.map((sheet) => `«${sheet}»`).join(', ');
    super(
      'filtered-sheet',
      `Trang tính ${where} đang lọc nên một số dòng bị ẩn và ghi vào sẽ sai chỗ; hãy bỏ lọc (Dữ liệu › Xóa) rồi ` +
        'làm lại.',
    );
  }
}

export const changedSheet = (sheet: string): HostError =>
  new HostError(
    'changed-sheet',
    `Trang tính «${sheet}» đã được sửa sau lần đọc gần nhất nên không ghi gì; hãy tính lại.`,
  );

export const missingSheet = (sheet: string): HostError =>
  new HostError(
    'changed-sheet',
    `Không còn trang tính «${sheet}» (đã bị xóa hoặc đổi tên) nên không ghi gì; hãy tính lại.`,
  );

export const takenSheet = (sheet: string): HostError =>
  new HostError('changed-sheet', `Không thêm được trang tính «${sheet}» vì đã có trang cùng tên; hãy tính lại.`);

export const blockedCell = (sheet: string, cell: string, anchor: string): HostError =>
  new HostError(
    'blocked-cell',
    `Không ghi được ô ${cell} của trang tính «${sheet}» vì ô nằm trong vùng gộp bắt đầu từ ${anchor}; hãy bỏ gộp ` +
      'ô rồi làm lại.',
  );

export const tooLong = (sheet: string, cell: string): HostError =>
  new HostError(
    'oversized-request',
    `Nội dung định ghi vào ô ${cell} của trang tính «${sheet}» dài hơn mức Excel nhận; hãy rút ngắn rồi làm lại.`,
  );

export const oversizedRead = (): HostError =>
  new HostError(
    'oversized-request',
    'Sổ tính lớn hơn mức Excel cho phép đọc (5 triệu ô); hãy xóa các dòng, cột trống có dữ liệu thừa hoặc tách ' +
      'trang rồi làm lại.',
  );

export const oversizedWrite = (): HostError =>
  new HostError(
    'oversized-request',
    'Lần ghi này lớn hơn mức Excel trên web nhận (5 MB) nên không ghi gì; hãy mở sổ tính bằng Excel trên máy, ' +
      'hoặc chọn ghi giá trị thay cho công thức trong Cài đặt.',
  );

export const changedSinceWrite = (sheet: string): HostError =>
  new HostError(
    'changed-sheet',
    `Không hoàn tác được vì trang tính «${sheet}» đã được sửa sau lần ghi; hãy dùng «Xóa đánh dấu» để bỏ màu và ` +
      'ghi chú.',
  );

export const failedUndo = (code: string): HostError =>
  new HostError(
    'half-written',
    `Excel báo lỗi khi đang hoàn tác (${code}) nên mới trả lại được một phần; hãy bấm «Hoàn tác» lần nữa.`,
  );

export const nothingToUndo = (): HostError =>
  new HostError('changed-sheet', 'Không có lần ghi nào để hoàn tác; hãy bấm «Tính chỉ số» trước.');

const failedRead = (code: string): HostError =>
  new HostError(
    'failed-read',
    `Excel không trả lời được (${code}); hãy đóng hộp thoại đang mở trong Excel rồi làm lại.`,
  );

export const failedWrite = (code: string): HostError =>
  new HostError(
    'failed-write',
    `Excel báo lỗi khi đang ghi (${code}) nên mọi ô đã được trả lại như trước; hãy lưu sổ tính rồi làm lại.`,
  );

export const halfWritten = (code: string): HostError =>
  new HostError(
    'half-written',
    `Excel báo lỗi khi đang ghi và cả khi trả lại như trước (${code}); hãy nhấn Ctrl+Z, hoặc đóng sổ tính mà ` +
      'không lưu rồi mở lại.',
  );

/** Excel's code for an error, or the error's message. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : error instanceof Error
      ? error.message
      : String(error);

/** A request that is too large is not executed; one whose answer is too large is. */
export const isRequestTooLarge = (error: unknown): boolean => codeOf(error).startsWith('RequestPayload');
export const isTooLarge = (error: unknown): boolean =>
  isRequestTooLarge(error) || codeOf(error).startsWith('ResponsePayload');

/** For errors of requests that are made before anything is written. */
export function asHostError(error: unknown): HostError {
  return error instanceof HostError ? error : because(error, meaningOf(error));
}

function meaningOf(error: unknown): HostError {
  const code = codeOf(error);
  if (code === 'InvalidOperationInCellEditMode') return editingCell();
  if (code === 'ApiNotFound') return oldExcel();
  return isTooLarge(error) ? oversizedRead() : failedRead(code);
}

/** Attaches Excel's error as the cause, for debugging. */
export function because(cause: unknown, error: HostError): HostError {
  error.cause = cause;
  return error;
}
