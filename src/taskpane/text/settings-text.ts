/** The sentences beside the settings and the details of a report, which load with «Cài đặt». */
import type { Draft } from '../settings-draft';
import type { DetailsView } from '../worker/views-of-reports';

export const SETTING_HINTS: Readonly<Record<keyof Draft, string>> = {
  scale: 'Chỉ số của đơn vị so với các mức từ trên xuống; mức đầu tiên đạt được là xếp loại.',
  places: 'Cộng điểm không làm tròn; xếp loại theo chỉ số đã làm tròn, đúng con số được công bố.',
  ties: 'Hạng của đơn vị đứng ngay sau những đơn vị bằng điểm nhau.',
  rankBy: 'Đã làm tròn thì hai đơn vị cùng chỉ số công bố luôn cùng hạng.',
  results: 'Công thức đổi theo khi sửa điểm; số cố định giữ nguyên cho đến lần tính sau.',
  lossColours: 'Ba mức: mất dưới một nửa, từ một nửa, hết điểm của tiêu chí, như ở trang tính «Điểm bị trừ».',
  notApplicable: 'Tiêu chí không tính vào điểm tối đa của đơn vị.',
  notYetScored: 'Đơn vị chưa có chỉ số cho đến khi chấm.',
  zero: 'Tính là 0 điểm, vẫn nằm trong điểm tối đa.',
};

export const DETAIL_HINTS: Readonly<Partial<Record<keyof DetailsView, string>>> = {
  superiorBody: 'Dòng trên bên trái, ví dụ: UBND huyện.',
  issuingBody: 'Dòng in đậm dưới cơ quan chủ quản.',
  number: 'Số văn bản; để trống nếu văn thư cấp sau.',
  symbol: 'Phần sau số, ví dụ: BC-HĐ.',
  place: 'Đứng trước ngày tháng.',
  date: 'Ngày/tháng/năm, như 01/12/2022.',
  year: 'Năm được chấm, không phải năm lập báo cáo.',
  addressee: 'Cơ quan nhận báo cáo.',
  signerTitle: 'Dòng trên cùng có thể là TM., KT.',
  signerName: 'Họ tên dưới chữ ký.',
  recipients: 'Mỗi dòng một nơi nhận, dấu gạch được thêm khi in.',
  grounds: 'Mỗi dòng một văn bản làm căn cứ.',
  deployment: 'Đã triển khai chấm điểm thế nào.',
  strengths: 'Phần ưu điểm của báo cáo.',
  commonCauses: 'Nguyên nhân chung của các điểm bị trừ.',
  requests: 'Điều Hội đồng yêu cầu các đơn vị làm.',
  proposals: 'Điều đề nghị cấp trên.',
  tasks: 'Nhiệm vụ, giải pháp cho năm sau.',
  headScale: 'Mức xếp loại người đứng đầu theo chỉ số của đơn vị.',
  inspectedOnSite: 'Dùng trong báo cáo khắc phục sau kiểm tra.',
  inspectedByReport: 'Dùng trong báo cáo khắc phục sau kiểm tra.',
  evidenceDue: 'Tài liệu ghi ngày sau hạn được báo và in trong kiểm điểm, biên bản.',
};
