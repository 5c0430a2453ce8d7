/** Invented names of criteria and units in the style of the field. */
import type { Random } from './random';

export const AREA_NAMES = [
  'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH',
  'CẢI CÁCH THỂ CHẾ',
  'CẢI CÁCH THỦ TỤC HÀNH CHÍNH',
  'CẢI CÁCH TỔ CHỨC BỘ MÁY',
  'CẢI CÁCH CHẾ ĐỘ CÔNG VỤ',
  'CẢI CÁCH TÀI CHÍNH CÔNG',
  'XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN SỐ',
  'TÁC ĐỘNG CỦA CẢI CÁCH HÀNH CHÍNH',
] as const;

/** Short forms, as used in column headings. */
export const SHORT_AREAS = [
  'Chỉ đạo điều hành',
  'Cải cách thể chế',
  'Cải cách TTHC',
  'Tổ chức bộ máy',
  'Chế độ công vụ',
  'Tài chính công',
  'Chính quyền số',
  'Tác động của CCHC',
] as const;

const SUBJECTS = [
  'Kế hoạch cải cách hành chính',
  'Báo cáo định kỳ',
  'Công tác tuyên truyền',
  'Kiểm tra, rà soát văn bản',
  'Công khai thủ tục hành chính',
  'Giải quyết hồ sơ đúng hạn',
  'Xử lý phản ánh, kiến nghị',
  'Quy chế làm việc của đơn vị',
  'Sắp xếp tổ chức bộ máy',
  'Bố trí công chức theo vị trí việc làm',
  'Đánh giá, xếp loại công chức',
  'Giải ngân vốn đầu tư',
  'Thực hiện dịch vụ công trực tuyến',
  'Số hóa hồ sơ, kết quả',
  'Trang thông tin điện tử',
  'Sáng kiến trong cải cách hành chính',
  'Đối thoại với người dân',
  'Kỷ luật, kỷ cương hành chính',
] as const;

const ENDINGS = [
  '',
  ' hằng năm',
  ' đúng thời hạn',
  ' đạt từ 95% trở lên',
  ' theo quy định',
  ' được ban hành trước ngày 31/01',
  ' của đơn vị',
  ' (phụ lục 2)',
] as const;

const PLACES = [
  'An Bình',
  'Bình Minh',
  'Cẩm Sơn',
  'Đăk Hà',
  'Đông Hải',
  'Hoà Phú',
  'Ia Grai',
  'Long Mỹ',
  'Mỹ Đức',
  'Ninh Thạnh',
  'Phú Lộc',
  'Quảng Tâm',
  'Sơn Tây',
  'Tân Lập',
  'Thạnh Xuân',
  'Vĩnh Khê',
  'Yên Thượng',
  'Xuân Quang 3',
] as const;

const DEPARTMENTS = [
  'Nội vụ',
  'Tài chính',
  'Y tế',
  'Xây dựng',
  'Công Thương',
  'Tư pháp',
  'Nông nghiệp và Môi trường',
  'Giáo dục và Đào tạo',
  'Văn hóa, Thể thao và Du lịch',
] as const;

export const criterionName = (random: Random): string => `${random.pick(SUBJECTS)}${random.pick(ENDINGS)}`;

/** Distinct names of one kind of unit. */
export function unitNames(random: Random, count: number, kind: 'communes' | 'departments'): string[] {
  if (kind === 'departments')
    return random
      .shuffle(DEPARTMENTS)
      .slice(0, count)
      .map((name) => `Sở ${name}`);
  const style = random.pick(['UBND xã', 'Xã', 'xã', 'mixed', 'UBND phường', 'mixed', 'Phường'] as const);
  return random
    .shuffle(PLACES)
    .slice(0, count)
    .map((name) => `${style === 'mixed' ? random.pick(['Xã', 'Phường', 'Đặc khu', 'Thị trấn']) : style} ${name}`);
}

export const CAUSES = [
  'Ban hành kế hoạch chậm 10 ngày so với quy định',
  'Chưa có tài liệu kiểm chứng',
  'Hồ sơ trễ hạn 3/125 hồ sơ',
  'Không có sáng kiến được công nhận trong năm',
  'Báo cáo quý II gửi chậm',
  'Chưa công khai đầy đủ thủ tục hành chính tại bộ phận một cửa',
  'Tỷ lệ hồ sơ trực tuyến mới đạt 45%',
] as const;

export const REMEDIES = [
  'Rà soát, bổ sung trong quý I',
  'Phân công công chức theo dõi hằng tuần',
  'Đề nghị tập huấn lại cho công chức một cửa',
] as const;

export const EVIDENCE = [
  'Kế hoạch số 12/KH-UBND ngày 15/01/2025',
  'Báo cáo số 45/BC-UBND',
  'Quyết định số 101/QĐ-UBND; ảnh chụp',
  'Công văn 77/UBND-NV',
] as const;

export const BODIES = [
  'Văn phòng HĐND và UBND',
  'Công chức Văn phòng - Thống kê',
  'Phòng Kinh tế',
  'Phòng Văn hóa - Xã hội',
] as const;
