/**
 * Texts of the occasional tasks (comparing, exporting, pasting, planning, report details); separate from text.ts so
 * that they load with those tasks.
 */
import { shownCount } from '../../core/values/decimal';
import { LIFT_WORDS } from '../../core/model/lift-view';
import { TEXT_CUT } from '../../core/model/beside/prose';
import { READING_WORDS } from '../../core/model/reading-view';
import { TEXT } from './text';

export const TASK_TEXT = {
  names: {
    compare: 'So với năm trước',
    forms: 'Tạo mẫu cho các đơn vị',
    collect: 'Tổng hợp tệp của các đơn vị',
    export: 'Xuất báo cáo và bảng tổng hợp',
    prose: 'Dán văn bản nêu nguyên nhân',
    lift: LIFT_WORDS.lift,
    reading: READING_WORDS.task,
    help: TEXT.help,
  },
  back: 'Trở lại',

  compareLead:
    'Mở bảng tổng hợp của năm trước để thấy mỗi đơn vị, mỗi lĩnh vực tăng hay giảm bao nhiêu điểm phần trăm. Hai ' +
    'năm được so theo phần trăm vì bộ tiêu chí có thể đã đổi.',
  compareMergers: 'Đơn vị sáp nhập, nếu có (mỗi dòng: Xã mới = xã cũ; xã cũ)',
  compareFile: 'Chọn tệp năm trước…',
  compareSheet: 'Hoặc một trang tính trong tệp này:',
  compareStop: 'Bỏ so sánh',

  formsLead:
    'Từ bộ tiêu chí của tệp đang mở: bảng tổng hợp trống và một tệp tự chấm cho mỗi đơn vị, gói trong một tệp .zip.',
  formsUnits: 'Các đơn vị, mỗi dòng: tên; khối (để trống: các đơn vị của bảng đang mở, chỉ tệp tự chấm)',
  formsLayout: 'Bảng tổng hợp',
  formsLayouts: {
    columns: 'Đơn vị là cột',
    sheets: 'Đơn vị là cột, mỗi lĩnh vực một trang tính',
    rows: 'Đơn vị là dòng',
  },
  formsNow: 'Tạo mẫu',

  exportWhat: 'Loại tài liệu',
  exportFor: 'Đơn vị',
  exportAll: 'Mọi đơn vị',
  exportSome: 'Chọn đơn vị',
  exportApart: 'Mỗi đơn vị một tệp',
  exportNow: 'Xuất',
  templateTitle: 'Mẫu của cơ quan',
  templateLead: 'Văn bản .docx có chỗ điền như {Đơn vị}, {Chỉ số}, {Bảng lĩnh vực}, {#Mục bị trừ} … {/Mục bị trừ}.',
  templateChoose: 'Chọn mẫu .docx…',
  templateDrop: 'Bỏ mẫu',
  exportZip: 'Nhiều tệp được gói trong một tệp .zip; nhiều loại cho nhiều đơn vị thì mỗi đơn vị một thư mục trong đó.',
  exportGroups: 'Chọn theo khối',
  exportBlanks: 'Số, ngày, người ký… lấy từ thẻ Cài đặt; điều chưa ai ghi được để trống có đánh dấu.',
  exportNoYear: 'Chưa chọn năm trước: phần so với năm trước sẽ để trống.',
  scopes: { unit: 'mỗi đơn vị một tệp', book: '', whole: 'chung cho mọi đơn vị' },

  proseLead:
    'Dán phần nêu điểm bị trừ của một báo cáo. Mỗi đoạn được nhận ra theo mã và tên tiêu chí, chỉ ghi vào bảng ' +
    'sau khi được xác nhận.',
  proseText: 'Văn bản',
  proseExample: '- Tiêu chí 1.1. Kế hoạch CCHC (trừ 0,25 điểm). Nguyên nhân: …',
  proseUnit: 'Khi văn bản không nêu tên đơn vị, hiểu là của',
  proseByName: 'Chưa chọn đơn vị',
  proseRead: 'Tìm nguyên nhân trong văn bản',
  proseNone: 'Không nhận ra đoạn nào nêu nguyên nhân của một tiêu chí.',
  proseCut: TEXT_CUT,
  proseDone: 'Bảng đã ghi đúng như vậy',
  proseBefore: 'Đang ghi',
  proseParts: 'Ghi cho',
  proseNotFound: 'Không tìm thấy tiêu chí',

  readingLead:
    'Cột nào hiểu sai thì chọn lại vai trò: kết quả đổi ngay, lựa chọn lưu trong trang tính «Cấu hình» của tệp, dùng ' +
    'được cho năm sau.',
  readingNow: 'Kết quả theo cách đọc này',
  readingConfirm: 'Đúng vậy',
  readingOwn: 'Để chương trình tự đọc',
  readingNoHeading: READING_WORDS.noHeading,
  readingNoYear: READING_WORDS.noYear,
  readingTree: READING_WORDS.tree,
  readingUnused: READING_WORDS.unused,
  readingUnread: READING_WORDS.unreadSheets,

  liftLead:
    'Đánh dấu những điểm bị trừ có thể khắc phục để thấy ngay chỉ số, xếp loại, xếp hạng mới. Không ghi gì vào bảng.',
  liftLosses: LIFT_WORDS.losses,
  liftNow: LIFT_WORDS.present,
  liftAfter: LIFT_WORDS.after,
  liftNone: 'Chưa đánh dấu khoản nào',
  liftUnknown: `${LIFT_WORDS.unknown} Xem thẻ Lỗi.`,
  liftNoLoss: LIFT_WORDS.noLoss,
  liftTick: 'Đánh dấu',
  liftFixed: LIFT_WORDS.fixed,
  liftPlan: 'Xuất kế hoạch',
  liftClear: 'Bỏ đánh dấu',
  better: 'tăng',

  details: 'Thông tin cho báo cáo',
  detailsLead:
    'Điền vào báo cáo xuất ra; lưu trong trang tính «Cấu hình» của tệp. Ô trống: lấy từ phần đầu bảng, không có thì ' +
    'để trống có đánh dấu.',
  detailsSave: 'Lưu thông tin',
  badDate: 'Ngày ghi như 01/12/2022.',
  badYear: 'Năm ghi bốn chữ số, như 2022.',
  oneEach: 'mỗi dòng một ý',
  detail: {
    superiorBody: 'Cơ quan chủ quản',
    issuingBody: 'Cơ quan ban hành',
    number: 'Số',
    symbol: 'Ký hiệu (BC-HĐ)',
    place: 'Địa danh',
    date: 'Ngày ban hành',
    year: 'Năm đánh giá',
    addressee: 'Kính gửi',
    signerTitle: 'Chức vụ người ký',
    signerName: 'Người ký',
    recipients: 'Nơi nhận',
    grounds: 'Căn cứ',
    deployment: 'Công tác triển khai',
    strengths: 'Ưu điểm',
    commonCauses: 'Nguyên nhân chung',
    requests: 'Đề nghị',
    proposals: 'Kiến nghị',
    tasks: 'Nhiệm vụ, giải pháp',
    headScale: 'Phân loại người đứng đầu (Hoàn thành tốt nhiệm vụ: từ 70)',
    inspectedOnSite: 'Đơn vị kiểm tra trực tiếp',
    inspectedByReport: 'Đơn vị kiểm tra qua báo cáo',
    evidenceDue: 'Hạn tài liệu kiểm chứng (15/12/2022; 1.4: 04/12/2022)',
    withoutDraftMarks: 'In không kèm dấu [Dự thảo] và ghi chú cần rà soát',
    keepsBlanks: 'Giữ chỗ trống cho cá nhân phụ trách, giải trình chưa ghi',
  },
} as const;

export const roleOfColumn = (letters: string, heading: string): string => `Vai trò của cột ${letters} «${heading}»`;
export const yearText = (year: number): string => `năm ${year}`;
export const moreColumns = (columns: number): string => `Hiện thêm ${shownCount(columns)} cột`;
export const moreUnits = (units: number): string => `và ${shownCount(units)} đơn vị khác`;
export const writeCausesFor = (places: number): string => `Ghi ${shownCount(places)} nguyên nhân`;
export const gainText = (points: string): string => `chỉ số +${points}`;
export const filesToMake = (files: number, mayBeFewer: boolean): string =>
  `Sẽ lập ${mayBeFewer ? 'nhiều nhất ' : ''}${shownCount(files)} tệp`;
export const moreFiles = (files: number): string => `và ${shownCount(files)} tệp nữa`;
export const planName = (unit: string): string => `Kế hoạch khắc phục - ${unit}`;
