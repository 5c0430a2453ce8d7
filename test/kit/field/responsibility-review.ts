/**
 * A responsibility review of a district: 26 losses with reason, body, person and explanation, and the expected text,
 * composed here independently of the program's reports.
 */
import { grid } from '../grid';

/**
 * Areas with «last year's points/maximum»; below them criteria and parts, with four texts wherever points were lost.
 */
const TABLE = `
1 | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH | 11 | 10 | 6,85 | 11,25/13,5
1.1 | Kế hoạch cải cách hành chính | 2 | 2 | 1,5 | Kế hoạch CCHC năm ban hành ngày 18/01/2023, chậm 18 ngày so \
với quy định | Phòng Nội vụ | Bà A, chuyên viên | Phòng đã tham mưu từ ngày 20/12 nhưng phải chỉnh sửa theo kế \
hoạch của tỉnh
1.2 | Thực hiện chế độ báo cáo | 1 | 1 | 1
1.3 | Kiểm tra công tác CCHC | 2 | 2 | 1,25
1.3.1 | Tỷ lệ cơ quan, đơn vị được kiểm tra trong năm | 1 | 1 | 0,75 | Mới kiểm tra 9/12 đơn vị | Phòng Nội vụ \
| Ông B | Do thiếu biên chế; sẽ kiểm tra bù trong quý I
1.3.2 | Xử lý các vấn đề phát hiện qua kiểm tra | 1 | 1 | 0,5 | 02/04 đơn vị chưa báo cáo kết quả khắc phục | \
UBND xã Phú An; UBND xã Phú Lâm | Ông B | Đã có công văn đôn đốc 02 lần
1.4 | Công tác tuyên truyền CCHC | 1,5 | 1,5 | 1 | Chưa tổ chức cuộc thi tìm hiểu về CCHC | Phòng Văn hóa và \
Thông tin | Bà C | Kinh phí không được bố trí trong dự toán đầu năm
1.5 | Sáng kiến, giải pháp mới trong CCHC | 2 | 1 | 0 | Không có sáng kiến được Hội đồng sáng kiến cấp huyện \
công nhận | Phòng Kinh tế và Hạ tầng | Ông D | Có 01 sáng kiến nhưng hồ sơ nộp sau thời hạn xét
1.6 | Thực hiện nhiệm vụ UBND tỉnh giao | 2,5 | 2,5 | 2,1 | Có 04/50 nhiệm vụ hoàn thành quá hạn | Văn phòng \
HĐND và UBND | Ông E | Các nhiệm vụ liên quan đến giải phóng mặt bằng, phụ thuộc vào việc xác định giá đất
2 | XÂY DỰNG VÀ TỔ CHỨC THỰC HIỆN VĂN BẢN QUY PHẠM PHÁP LUẬT | 4 | 4 | 3 | 4,5/5
2.1 | Theo dõi thi hành pháp luật | 1,5 | 1,5 | 1,5
2.2 | Rà soát văn bản quy phạm pháp luật | 1,5 | 1,5 | 1 | Không công bố danh mục văn bản hết hiệu lực đúng \
thời hạn | Phòng Tư pháp | Bà G | Danh mục công bố ngày 15/02, chậm 14 ngày
2.3 | Xử lý văn bản trái pháp luật | 1 | 1 | 0,5 | Còn 01 văn bản trái thẩm quyền chưa được xử lý dứt điểm | \
Phòng Tư pháp | Bà G | Văn bản do HĐND xã ban hành, phải chờ kỳ họp
3 | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 16 | 15,8 | 7,55 | 17,93/23
3.1 | Kiểm soát, rà soát thủ tục hành chính | 3 | 3 | 1,5
3.1.1 | Ban hành kế hoạch rà soát, đánh giá TTHC | 1 | 1 | 1
3.1.2 | Phương án đơn giản hóa TTHC được thông qua | 2 | 2 | 0,5 | Trong 04 phương án đề xuất chỉ có 01 phương \
án được thông qua | Văn phòng HĐND và UBND | Ông E | Các phương án còn lại thuộc thẩm quyền của bộ, ngành
3.2 | Công khai thủ tục hành chính | 3 | 3 | 2
3.2.1 | Công khai tại Bộ phận một cửa | 1 | 1 | 1
3.2.2 | Công khai trên trang thông tin điện tử | 2 | 2 | 1 | 06 xã chưa cập nhật đầy đủ quyết định công bố TTHC \
mới | UBND các xã: Phú An, Phú Lâm, Hòa Bình | Công chức Văn phòng - Thống kê các xã | Cổng thông tin của xã \
đang nâng cấp
3.3 | Thực hiện cơ chế một cửa, một cửa liên thông | 4 | 4 | 3,25
3.3.1 | Tỷ lệ TTHC thực hiện tại Bộ phận một cửa | 2 | 2 | 1,75 | Còn 05 TTHC lĩnh vực đất đai tiếp nhận tại \
Chi nhánh Văn phòng đăng ký đất đai | Chi nhánh Văn phòng đăng ký đất đai | Ông H | Chưa có quy chế phối hợp
3.3.2 | Nhóm TTHC liên thông | 2 | 2 | 1,5 | Chưa thực hiện liên thông nhóm TTHC về đăng ký hộ kinh doanh – \
thuế | Phòng Tài chính - Kế hoạch | Bà I | Phần mềm chưa kết nối
3.4 | Kết quả giải quyết hồ sơ TTHC | 6 | 5,8 | 0,8
3.4.1 | Tỷ lệ hồ sơ do huyện giải quyết đúng hạn | 3 | 2,9 | 0,55 | Tỷ lệ đúng hạn đạt 88,4%, dưới mức 95% theo \
quy định | Phòng Tài nguyên và Môi trường | Ông K | Hồ sơ đất đai tăng 35% so với năm trước, nhân lực không tăng
3.4.2 | Tỷ lệ hồ sơ do xã giải quyết đúng hạn | 3 | 2,9 | 0,25 | 05 xã có tỷ lệ đúng hạn dưới 80% | UBND các xã \
| Công chức Tư pháp - Hộ tịch | Chưa cập nhật kết thúc hồ sơ trên phần mềm
4 | CẢI CÁCH TỔ CHỨC BỘ MÁY | 6 | 6 | 5 | 9,5/10
4.1 | Sắp xếp tổ chức bộ máy | 2 | 2 | 2
4.2 | Quản lý biên chế | 2 | 2 | 2
4.3 | Phân cấp quản lý | 2 | 2 | 1 | Chưa kiểm tra định kỳ các nội dung đã phân cấp cho cấp xã | Phòng Nội vụ | \
Ông B | Lồng ghép vào kiểm tra CCHC nhưng không lập kết luận riêng
5 | CẢI CÁCH CHẾ ĐỘ CÔNG VỤ | 11 | 11 | 7,5 | 10,12/14
5.1 | Thực hiện cơ cấu công chức theo vị trí việc làm | 3 | 3 | 3
5.2 | Đánh giá, xếp loại công chức, viên chức | 3 | 3 | 2 | Gửi kết quả đánh giá chậm 10 ngày | Phòng Nội vụ | \
Bà A | Do tổng hợp từ 14 xã chậm
5.3 | Kỷ luật, kỷ cương hành chính | 3 | 3 | 1 | Có 03 công chức bị kỷ luật khiển trách | UBND xã Hòa Bình | \
Ông L | Vi phạm từ năm 2020, nay mới xử lý
5.4 | Trình độ cán bộ, công chức cấp xã | 2 | 2 | 1,5 | 06/280 cán bộ cấp xã chưa đạt chuẩn chuyên môn | UBND \
các xã | Bà A | Đang học, dự kiến tốt nghiệp tháng 6/2023
6 | CẢI CÁCH TÀI CHÍNH CÔNG | 7 | 7 | 4,5 | 4/8
6.1 | Giải ngân vốn đầu tư công | 3 | 3 | 1,5 | Giải ngân đạt 78,6% kế hoạch | Ban Quản lý dự án đầu tư xây \
dựng | Ông M | Vướng mặt bằng 03 dự án
6.2 | Thực hiện kiến nghị sau thanh tra, kiểm toán | 2 | 2 | 1 | Mới thực hiện 62% số tiền phải nộp ngân sách | \
Thanh tra huyện | Bà N | 02 doanh nghiệp đã giải thể
6.3 | Công khai ngân sách | 2 | 2 | 2
7 | XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN SỐ | 12 | 11 | 6,6 | 9,16/16
7.1 | Văn bản điện tử được ký số | 2 | 2 | 2
7.2 | Xử lý hồ sơ công việc trên môi trường mạng | 2 | 2 | 1 | Tỷ lệ hồ sơ công việc xử lý trên mạng của cấp xã \
đạt 42% | Phòng Văn hóa và Thông tin; UBND các xã | Ông P | Công chức xã chưa được cấp đủ chữ ký số
7.3 | Dịch vụ công trực tuyến | 8 | 7 | 3,6
7.3.1 | Tỷ lệ hồ sơ trực tuyến toàn trình | 3 | 2,5 | 1,2 | Tỷ lệ hồ sơ trực tuyến toàn trình đạt 24%/60% | Văn \
phòng HĐND và UBND | Ông E | Người dân vùng xa chưa có thiết bị
7.3.2 | Tỷ lệ thanh toán trực tuyến | 3 | 2,5 | 0,9 | Thanh toán trực tuyến đạt 18% | Văn phòng HĐND và UBND | \
Ông E | Chưa có chính sách miễn, giảm phí
7.3.3 | Số hóa hồ sơ, kết quả giải quyết TTHC | 2 | 2 | 1,5 | Số hóa kết quả đạt 71% | Bộ phận Một cửa huyện | \
Bà Q | Máy quét hỏng từ tháng 8 đến tháng 10
8 | TÁC ĐỘNG CỦA CẢI CÁCH HÀNH CHÍNH ĐẾN PHÁT TRIỂN KINH TẾ - XÃ HỘI | 6,5 | 6,5 | 4,6 | 5,5/6,5
8.1 | Thu ngân sách | 3 | 3 | 2,1 | Thu ngân sách đạt 93% dự toán | Chi cục Thuế khu vực | Ông R | Thu tiền sử \
dụng đất không đạt
8.2 | Thành lập doanh nghiệp mới | 2 | 2 | 1 | Số doanh nghiệp thành lập mới giảm 12% | Phòng Tài chính - Kế \
hoạch | Bà I | Kinh tế khó khăn chung
8.3 | Các chỉ tiêu kinh tế - xã hội | 1,5 | 1,5 | 1,5
`;

export interface ReviewRow {
  readonly code: string;
  readonly name: string;
  readonly max: number;
  readonly self: number;
  readonly awarded: number;
  /** For an area last year's «17,93/23», else reason, body, person and explanation. */
  readonly said: readonly string[];
}

const numberOf = (text: string): number => Number(text.replace(',', '.'));

export const REVIEW: readonly ReviewRow[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [code = '', name = '', max = '', self = '', awarded = '', ...said] = line.split(' | ');
    return { code, name, max: numberOf(max), self: numberOf(self), awarded: numberOf(awarded), said };
  });

export const depthOf = ({ code }: ReviewRow): number => code.split('.').length - 1;
export const hasParts = (row: ReviewRow): boolean => REVIEW.some(({ code }) => code.startsWith(`${row.code}.`));
export const isLost = (row: ReviewRow): boolean => row.awarded < row.max;
export const lostOf = ({ max, awarded }: ReviewRow): number => Number((max - awarded).toFixed(4));

export const LAST_YEAR = grid(
  [
    'KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021 CỦA UBND HUYỆN SƠN AN',
    'STT | Lĩnh vực | Điểm tối đa | Điểm đạt được',
    ...REVIEW.filter((row) => depthOf(row) === 0).map(({ code, name, said: [before = ''] }) => {
      const [points = '', max = ''] = before.split('/');
      return [code, name, String(numberOf(max)), String(numberOf(points))].join(' | ');
    }),
  ].join('\n'),
  { sheet: 'Năm 2021' },
);

const shown = (value: number): string => String(value).replace('.', ',');
const inSentence = (name: string): string =>
  name.charAt(0) +
  name
    .slice(1)
    .toLocaleLowerCase('vi')
    .replace(/cchc|tthc/g, (short) => short.toLocaleUpperCase('vi'));

/** The chapter about all areas, line by line. */
export const EXPECTED: readonly string[] = REVIEW.flatMap((row) => {
  const { code, name, max, awarded, said } = row;
  const points = `${shown(awarded)}/${shown(max)} điểm`;
  if (depthOf(row) === 0)
    return [
      `2.${code}. ${inSentence(name)}`,
      `${inSentence(name)} đạt ${points} (năm 2021 đạt ${said[0] ?? ''} điểm).`,
    ];
  if (!isLost(row)) return [];
  const kind = depthOf(row) > 1 ? 'Tiêu chí thành phần' : 'Tiêu chí';
  const title = `${kind} “${code}. ${name}”: đạt ${points} (mất ${shown(lostOf(row))} điểm)`;
  if (hasParts(row)) return [`${title}, trong đó:`];
  const [cause = '', body = '', person = '', explanation = ''] = said;
  return [
    `* ${title}.`,
    `+ Lý do: ${cause}.`,
    `+ Trách nhiệm: ${body}.`,
    `+ Cá nhân phụ trách: ${person}.`,
    `+ Giải trình: ${explanation}.`,
  ];
});
