/** The surroundings of a table: letterhead, title, label of the unit, signatures. */
import type { Canvas } from './canvas';
import type { Choices } from './choices';

export interface Frame {
  readonly title: string;
  /** The unit of a one-unit sheet; null if the table names the units. */
  readonly unit: string | null;
  /** The body that the letterhead names below its superior; without it the letterhead is random or absent. */
  readonly body?: string;
}

/** Writes the rows above the table and returns the first row of the table. */
export function putHead(canvas: Canvas, choices: Choices, { title, unit, body }: Frame): number {
  const { random } = choices;
  let row = 0;
  if (body !== undefined || random.chance(0.6)) {
    canvas.put(0, 0, random.pick(['UBND TỈNH ĐẮK LẮK', 'ỦY BAN NHÂN DÂN TỈNH', 'UBND TỈNH BÌNH ĐỊNH']));
    canvas.put(0, 3, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    canvas.put(1, 0, body ?? random.pick(['SỞ NỘI VỤ', 'HỘI ĐỒNG THẨM ĐỊNH CCHC', 'VĂN PHÒNG']));
    canvas.put(1, 3, 'Độc lập - Tự do - Hạnh phúc');
    row = random.pick([3, 4]);
  }
  canvas.put(row, 0, title);
  canvas.merge(row, 0, row, 4);
  row++;
  if (random.chance(0.3)) canvas.put(row++, 0, '(Kèm theo Báo cáo số 15/BC-HĐ ngày 20 tháng 12 năm 2025)');
  if (unit !== null)
    canvas.put(
      row++,
      random.pick([0, 0, 1]),
      `${random.pick(['Đơn vị: ', 'Tên đơn vị: ', 'Đơn vị được đánh giá: '])}${unit}`,
    );
  return row + random.pick([0, 1, 1, 2]);
}

export function putSignatures(canvas: Canvas, choices: Choices): void {
  const { random } = choices;
  if (!random.chance(0.4)) return;
  const row = canvas.end + random.pick([1, 2]);
  canvas.put(row, 0, random.pick(['NGƯỜI LẬP BIỂU', 'Người tổng hợp']));
  canvas.put(row, 3, random.pick(['TM. HỘI ĐỒNG', 'LÃNH ĐẠO ĐƠN VỊ', 'CHỦ TỊCH']));
  canvas.put(row + 1, 3, '(Ký và ghi rõ họ tên)');
}

export const TITLES = [
  'BẢNG TỔNG HỢP ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025',
  'BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP HẠNG CẢI CÁCH HÀNH CHÍNH NĂM 2025',
  'KẾT QUẢ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2025',
  'Bảng chấm điểm xác định Chỉ số CCHC năm 2025',
] as const;

export const SHEET_NAMES = ['Bảng tổng hợp', 'Sheet1', 'Tổng hợp', 'CCHC 2025', 'Biểu 1'] as const;
