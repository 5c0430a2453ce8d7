/** Texts of the pane and the page; sentences about faults of a sheet come from the engine with their diagnostics. */
import { shownCount } from '../../core/values/decimal';
import type { Made, Step } from '../worker/protocol';
import type { BandView, PeerMean, SettingsView } from '../worker/views';
import type { ChangeView } from '../worker/views-of-reports';

/** File forms that can be opened. */
export const FORMS = '.xlsx, .xlsm, .xls, .xlsb, .ods, .csv, bảng trong .docx';

export const TEXT = {
  product: 'Chỉ số CCHC',
  promise: 'Mọi việc làm ngay trên máy này. Không dữ liệu nào được gửi đi.',

  open: 'Mở tệp Excel…',
  openOther: 'Mở tệp khác…',
  dropHere: 'Thả tệp vào đây',
  dropHint: `hoặc kéo thả một hay nhiều tệp vào bất cứ đâu ở đây (${FORMS})`,
  startTitle: 'Tính, kiểm tra và điền chỉ số cải cách hành chính',
  startLead: 'Mở bảng tổng hợp điểm của cơ quan. Tệp gốc giữ nguyên; kết quả được lưu thành một bản khác.',
  samplesTitle: 'Chưa có tệp trong tay? Xem thử bảng mẫu',
  notWorkbook: `Chỉ mở được ${FORMS}; bảng ở dạng khác thì mở bằng Excel rồi lưu thành .xlsx.`,
  unknownSample: 'Không có bảng mẫu tên này; hãy chọn một bảng trong danh sách.',
  sampleFailed: 'Không tải được bảng mẫu; hãy kiểm tra kết nối rồi thử lại.',
  connecting: 'Đang nối với Excel…',
  workOnFile: 'Làm việc với tệp .xlsx',
  withoutOffice:
    'Không nối được với Excel (Office.js không tải được) nên trang web mở để làm việc với tệp .xlsx; hãy kiểm tra ' +
    'mạng rồi mở lại khung điều khiển.',
  unreadableFile: 'Không đọc được tệp này; tệp có thể đang được mở ở nơi khác hoặc đã bị chuyển đi.',

  compute: 'Tính chỉ số',
  computeHint: 'Điền chỉ số, xếp loại, xếp hạng và tô màu nơi mất điểm',
  save: 'Lưu bản đã điền',
  computeAndSave: 'Tính và lưu',
  saveShort: 'Lưu',
  openFiles: 'Tệp đang mở',
  more: 'Thêm',
  help: 'Trợ giúp',
  undo: 'Hoàn tác',
  clearMarks: 'Xóa đánh dấu',
  compare: 'So với năm trước…',
  prose: 'Dán văn bản…',
  reading: 'Cách đọc bảng…',
  formsSet: 'Bộ tiêu chí',
  forms: 'Tạo mẫu cho các đơn vị…',
  collect: 'Tổng hợp tệp của các đơn vị…',
  lift: 'Nâng xếp loại…',
  sheetsApart: 'Tải thành tệp riêng (.xlsx)',
  sheetsApartName: 'Kết quả và điểm bị trừ.xlsx',
  clearFilter: 'Bỏ lọc rồi tính',
  export: 'Xuất…',
  print: 'In nội dung đang xem…',
  live: 'Tự tính lại sau mỗi lần sửa',
  liveExcel: 'Tự kiểm tra khi bảng thay đổi',
  collected:
    'Đã ghi số liệu của các đơn vị; trang tính «Nguồn số liệu» ghi mỗi số lấy từ đâu, trang tính «Tình hình gửi số ' +
    'liệu» ghi ai còn thiếu gì.',
  cancel: 'Dừng',
  close: 'Đóng',
  back: 'Về danh sách đơn vị',
  sheet: 'Trang tính',
  sheets: 'Các trang tính',
  loadingPart: 'Đang tải…',

  tabs: { results: 'Kết quả', issues: 'Lỗi', deductions: 'Điểm bị trừ', settings: 'Cài đặt' },
  tabList: 'Nội dung',
  paneRegion: 'Kết quả tính và kiểm tra',
  gridRegion: 'Ô của trang tính',
  rowNumbers: 'Số dòng',

  sort: 'Sắp theo',
  sortBy: {
    index: 'Chỉ số cao trước',
    indexUp: 'Chỉ số thấp trước',
    name: 'Tên đơn vị',
    lost: 'Mất nhiều điểm trước',
    changeUp: 'Tăng nhiều trước',
    changeDown: 'Giảm nhiều trước',
    sheet: 'Thứ tự trong bảng',
  },
  byGroup: 'Theo khối',
  noGroup: 'Chưa ghi khối',
  findUnit: 'Tìm đơn vị',
  undetermined: 'Chưa xác định',
  undeterminedWhy: 'Có lỗi hoặc ô chưa chấm nên chưa có chỉ số. Xem thẻ Lỗi.',
  index: 'Chỉ số',
  rank: 'Xếp hạng',
  rating: 'Xếp loại',
  noRank: '–',
  meanOfGroup: 'Bình quân khối',
  meanOfAll: 'Bình quân các đơn vị',
  self: 'Tự chấm',
  awarded: 'Điểm đạt',
  bonus: 'Điểm thưởng',
  penalty: 'Điểm phạt',
  areas: 'Các lĩnh vực',
  seeDeductions: 'Xem điểm bị trừ của đơn vị này',
  goToUnit: 'Đến ô của đơn vị',
  areaUnknown: 'chưa xác định',
  areaApart: 'không đánh giá',

  severity: { error: 'Lỗi', warning: 'Cảnh báo', note: 'Lưu ý' },
  severityMeaning: {
    error: 'đơn vị chưa có chỉ số cho đến khi sửa',
    warning: 'vẫn tính, số không khớp',
    note: 'nên xem lại',
  },
  all: 'Tất cả',
  fixAll: 'Sửa tất cả',
  issuesElsewhere: 'Trang tính khác còn lỗi:',

  orderBy: 'Nhóm theo',
  order: { unit: 'Đơn vị', area: 'Lĩnh vực', item: 'Tiêu chí', cause: 'Nguyên nhân' },
  withoutCause: 'Chưa ghi nguyên nhân',
  findDeduction: 'Tìm đơn vị, tiêu chí, nguyên nhân',
  noDeductions: 'Không đơn vị nào mất điểm',
  noDeductionsMore: 'Mọi tiêu chí đã chấm đều đạt điểm tối đa.',
  noItems: 'Bảng chỉ có điểm tổng',
  noItemsMore: 'Điểm của từng tiêu chí không có trong bảng này nên chưa biết mất điểm ở tiêu chí nào.',
  noDeductionsYet: 'Chưa thấy điểm bị trừ nào',
  nothingFound: 'Không có gì khớp với điều kiện tìm.',
  causeMissing: 'Chưa ghi nguyên nhân',
  causeLabel: 'Nguyên nhân',
  responsible: 'Trách nhiệm',
  remedy: 'Giải pháp',
  remedyDue: 'Thời hạn',
  remedyStatus: 'Tình trạng',
  person: 'Cá nhân phụ trách',
  explanation: 'Giải trình',
  fromLastYear: 'năm trước',
  writeCause: 'Ghi',
  editCause: 'Sửa',
  addCause: 'Ghi nguyên nhân',
  causeAsNote: 'Bảng không có cột nguyên nhân: nội dung được ghi thành ghi chú của ô điểm.',
  allUnits: 'Mọi đơn vị',

  scale: 'Thang xếp loại',
  noScale: 'không xếp loại',
  bandLabel: 'Mức',
  bandFrom: 'Từ (%)',
  bandIncluded: 'Kể cả đúng mức này',
  addBand: 'Thêm mức',
  removeBand: 'Xóa mức',
  places: 'Số chữ số thập phân của chỉ số',
  placesFollow: 'Theo bảng',
  ties: 'Xếp hạng khi bằng điểm',
  tiesDense: '1, 2, 2, 3 (không bỏ hạng)',
  tiesCompetition: '1, 2, 2, 4 (như hàm RANK của Excel)',
  rankBy: 'Xếp hạng theo',
  rankExact: 'Chỉ số chưa làm tròn',
  rankRounded: 'Chỉ số đã làm tròn',
  marks: 'Ký hiệu trong ô điểm',
  marksHint: 'Cách nhau bằng dấu cách, ví dụ: x /',
  notApplicable: 'Không áp dụng',
  notYetScored: 'Chưa chấm',
  zero: 'Không điểm',
  writeAs: 'Ghi kết quả vào bảng',
  asFormulas: 'Công thức (tự cập nhật)',
  asValues: 'Số cố định',
  lossColours: 'Tô màu ô mất điểm',
  byWeight: 'Ba mức',
  oneColour: 'Một màu',
  settingsLead: 'Lưu trong trang tính «Cấu hình» của tệp, nên đi cùng tệp sang máy khác.',
  apply: 'Lưu cài đặt',
  reset: 'Bỏ thay đổi',
  badBand: 'Mỗi mức cần tên riêng và ngưỡng «Từ (%)» riêng, là số từ 0 đến 100.',

  compareNow: 'Đang so với:',
  comparedNoMore: 'Đã bỏ so sánh với năm trước.',
  unreadPrevious: 'Không đọc được bảng tổng hợp nào trong tệp năm trước; hãy chọn tệp khác.',
  lastYear: 'Năm trước',
  change: 'Thay đổi',
  noChange: 'Kết quả đã có đủ trong bảng, không có ô nào cần ghi thêm.',
  changeWay: { up: 'tăng', down: 'giảm', same: 'không đổi' },
  exportUnit: 'Xuất báo cáo của đơn vị này',
  nothingToExport: 'Không có gì để xuất: các đơn vị đã chọn chưa có kết quả.',
  detailsSaved: 'Đã lưu thông tin cho báo cáo vào trang tính «Cấu hình».',

  unreadTitle: 'Chưa đọc được bảng tổng hợp nào',
  unreadLead: 'Trong tệp không có trang tính nào có dòng tiêu đề của bảng điểm. Điều còn thiếu:',
  emptyBook: 'Mọi trang tính đều trống.',
  noTable: 'Mở một bảng tổng hợp rồi thử lại.',
  internal:
    'Chương trình gặp lỗi không lường trước; tệp gốc còn nguyên. Hãy thử lại, nếu vẫn vậy đề nghị gửi tệp cho ' +
    'người hỗ trợ.',
  cancelled: 'Đã dừng theo yêu cầu. Chưa có gì thay đổi.',
  undone: 'Đã hoàn tác.',
  redo: 'Làm lại',
  seeIt: 'Xem ›',
  redone: 'Đã làm lại.',
  cleared: 'Đã xóa mọi đánh dấu của chương trình.',
  nothingToClear: 'Không có đánh dấu nào của chương trình trong bảng.',
  settingsSaved: 'Đã lưu cài đặt vào trang tính «Cấu hình» và tính lại.',
  causeSaved: 'Đã ghi nguyên nhân.',
  unsaved: 'Chưa lưu',
  showGrid: 'Hiện trang tính',
  hideGrid: 'Ẩn trang tính',
  noteOfCell: 'Ghi chú',
  emptyCell: 'Ô trống',
  typeHere: 'gõ điểm',
  markMeaning: {
    deduction: 'mất điểm',
    half: 'mất từ một nửa',
    full: 'mất hết điểm',
    error: 'lỗi',
    warning: 'cảnh báo',
  },
  toLine: 'Tới dòng trong «Điểm bị trừ»',
  toScore: 'Tới ô điểm',
  gridHint: 'Phím mũi tên để di chuyển; gõ hoặc F2 để sửa ô điểm',
} as const;

export const STEPS: Readonly<Record<Step, string>> = {
  open: 'Đang mở tệp…',
  collect: 'Đang đọc tệp của các đơn vị…',
  assess: 'Đang tính và kiểm tra…',
  plan: 'Đang chuẩn bị những ô cần ghi…',
  write: 'Đang ghi vào bảng…',
  export: 'Đang lập tệp…',
};

export const unitsAndItems = (units: number, items: number): string =>
  items === 0 ? `${shownCount(units)} đơn vị` : `${shownCount(units)} đơn vị · ${shownCount(items)} tiêu chí chấm điểm`;

/** «Xuất sắc ≥ 90». */
const bandText = ({ label, from, inclusive }: BandView): string => `${label} ${inclusive ? '≥' : '>'} ${from}`;

export function scaleText({ scale }: SettingsView): string {
  const last = scale.length - 1;
  return scale.length === 0
    ? TEXT.noScale
    : scale.map((band, position) => (position === last && band.from === '0' ? band.label : bandText(band))).join(' · ');
}

export const rankText = (rank: number, of: number | null): string =>
  [rank, ...(of === null ? [] : [of])].map(shownCount).join('/');
export const showMore = (rest: number): string => `Hiện thêm (còn ${shownCount(rest)})`;
export const filled = (cells: number): string =>
  `Đã tính và ghi ${shownCount(cells)} ô. Số liệu đã nhập được giữ nguyên.`;
/** Nothing was written. If the table has errors, the text mentions them, so that it does not sound like praise. */
export const nothingWritten = (errors: number): string =>
  errors === 0 ? TEXT.noChange : `${TEXT.noChange} Còn ${shownCount(errors)} lỗi, xem thẻ Lỗi.`;
/** «Chưa đọc được bảng tổng hợp nào. Sheet1: không tìm thấy dòng tiêu đề.» */
export const nothingRead = (unread: readonly { readonly sheet: string; readonly message: string }[]): string =>
  `${TEXT.unreadTitle}. ${unread[0] ? `${unread[0].sheet}: ${unread[0].message}` : TEXT.emptyBook}`;
export const lostInTotals = (units: number, points: string): string =>
  `${shownCount(units)} đơn vị mất tổng cộng ${points} điểm.`;
export const stillUndetermined = (units: number): string =>
  `${shownCount(units)} đơn vị chưa xác định được điểm, xem thẻ Lỗi.`;
export const errorsOf = (sheet: string, errors: number): string => `${sheet} (${shownCount(errors)} lỗi)`;
export const moreSheets = (sheets: number): string => `và ${shownCount(sheets)} trang tính nữa`;
export const fixed = (cells: number): string => `Đã sửa ${shownCount(cells)} ô và tính lại.`;
export const typedCells = (cells: number): string => `Đã ghi ${shownCount(cells)} ô và tính lại.`;
export const fixTo = (value: string): string => `Sửa thành ${value}`;
export const alongWith = (cells: number): string => `kéo theo ${shownCount(cells)} ô`;
export const fixCells = (cells: number): string => `Sửa ${shownCount(cells)} ô`;
export const inCell = (cell: string): string => `Ô ${cell}`;
export const skippedCells = (cells: number): string =>
  `Bỏ qua ${shownCount(cells)} ô: chỉ gõ được vào ô điểm không có công thức.`;
export const moreCells = (cells: number): string => `và ${shownCount(cells)} ô khác`;
/** The loss of a score above its maximum is negative. */
export const lostText = (points: string): string => (/^[-−]/.test(points) ? `+${points.slice(1)}` : `−${points}`);
export const lostOf = (lines: number, points: string): string => `${shownCount(lines)} khoản · mất ${points} điểm`;
export const toLine = (line: string): string => `Vạch đứng: ${line} %`;
export const underLine = (line: string): string => `dưới ${line} %`;
export const saved = (name: string): string => `Đã lưu «${name}» vào thư mục tải xuống.`;
export const placesOption = (places: number): string => `${places} chữ số`;
export const followPlaces = (places: number): string => `${TEXT.placesFollow} (đang dùng ${places})`;

const ARROWS = { up: '↑', down: '↓', same: '→' } as const;
export const changeText = ({ by, way }: ChangeView): string => `${by} ${ARROWS[way]}`;
/** For screen readers, in place of the arrow: «tăng 3,90 điểm phần trăm so với năm trước (81,2)». */
export const yearChangeText = ({ by, way, before }: ChangeView): string =>
  `${TEXT.changeWay[way]}${way === 'same' ? '' : ` ${by.slice(1)} điểm phần trăm`} so với năm trước (${before})`;
/** «86,38 (cao hơn 1,20)». */
export const meanText = ({ mean, by, way }: PeerMean): string =>
  by === null ? mean : `${mean} (${way === 'same' ? 'bằng' : `${way === 'up' ? 'cao' : 'thấp'} hơn ${by}`})`;
export const comparedWith = (name: string, units: number): string =>
  `Đã so với «${name}»: ` +
  (units === 0 ? 'không tìm thấy đơn vị nào cùng tên.' : `tìm thấy ${shownCount(units)} đơn vị.`);
export const foundUnits = (found: number, all: number): string =>
  `${shownCount(found)}/${shownCount(all)} đơn vị có trong năm trước`;

export const zipName = (book: string | null): string =>
  `${book === null ? 'Chỉ số CCHC' : book.replace(/\.(xlsx|xlsm)$/i, '')} (báo cáo).zip`;
/** «12/39 · Báo cáo phân tích chỉ số - UBND xã A.docx». */
export const madeText = ({ done, total, name }: Made): string =>
  `${shownCount(done + 1)}/${shownCount(total)} · ${name}`;
export const causesWritten = (places: number): string => `Đã ghi nguyên nhân cho ${shownCount(places)} tiêu chí.`;
