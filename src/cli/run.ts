/** The command line as one function (words in, text and exit code out) and the text of `cchc --help`. */
import manifest from '../../package.json';
import { EXPORT_KINDS } from '../export/export-request';
import { parseArgs } from './args';
import { runCauses } from './jobs/causes-job';
import { runCollect } from './jobs/collect-job';
import { runFill } from './jobs/fill-job';
import { runForms } from './jobs/forms-job';
import { runSetForms } from './jobs/set-forms-job';
import { runLift } from './jobs/lift-job';
import { runReading } from './jobs/reading-job';
import type { Terminal } from './terminal';
import { clean } from './text';
import { EXIT } from './work-through';

export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const request = parseArgs(words);
  switch (request.command) {
    case 'help':
      terminal.out(HELP);
      return EXIT.clean;
    case 'version':
      terminal.out(`cchc ${manifest.version}\n`);
      return EXIT.clean;
    case 'refused':
      terminal.err(`${clean(request.why)} ${HINT}\n`);
      return EXIT.couldNotRun;
    case 'tinh':
    case 'kiem-tra':
      return runFill(request, terminal);
    case 'nang-xep-loai':
      return runLift(request, terminal);
    case 'nguyen-nhan':
      return runCauses(request, terminal);
    case 'doc':
      return runReading(request, terminal);
    case 'tao-mau':
      return request.list === null ? runForms(request, terminal) : runSetForms(request, request.list, terminal);
    case 'tong-hop':
      return runCollect(request, terminal);
    case 'bo-tieu-chi':
    case 'so-sanh-bo': {
      const { runSets } = await import(/* webpackChunkName: "cchc-export" */ './jobs/sets-job');
      return runSets(request, terminal);
    }
    case 'xuat': {
      // The document writers are as large as all other code, so a run that only computes does not load them.
      const { runExport } = await import(/* webpackChunkName: "cchc-export" */ './jobs/export-job');
      return runExport(request, terminal);
    }
  }
}

const KINDS = EXPORT_KINDS.map(
  ({ id, title, extension }) => `                       ${id.padEnd(14)} ${title} (${extension})`,
).join('\n');

export const HELP = `cchc — tính, kiểm tra và điền chỉ số cải cách hành chính trong bảng tổng hợp Excel

Cách dùng:
  cchc tinh TỆP|THƯ MỤC…           tính, kiểm tra và ghi bản đã điền bên cạnh tệp gốc
  cchc kiem-tra TỆP|THƯ MỤC…       chỉ kiểm tra, không ghi gì
  cchc xuat TỆP|THƯ MỤC…           xuất bảng tổng hợp điểm bị trừ và các báo cáo, mỗi tệp gốc một thư mục
  cchc bao-cao TỆP|THƯ MỤC… --mau MẪU
                                   điền mẫu .docx của cơ quan: {Đơn vị}, {Chỉ số}, {Bảng lĩnh vực}, {#Mục bị trừ} …
                                   {/Mục bị trừ}; tên dùng được: «Mẫu của cơ quan» trong README
  cchc nang-xep-loai TỆP|THƯ MỤC…  còn thiếu bao nhiêu để lên mức xếp loại, lên hạng; khắc phục khoản nào là đủ;
                                   không ghi gì
  cchc nguyen-nhan TỆP|THƯ MỤC…    lập văn bản .txt gồm các khoản chưa ghi nguyên nhân, kèm nguyên nhân gợi ý, để sửa
                                   rồi ghi vào bảng bằng «cchc tinh TỆP --nguyen-nhan VĂN BẢN»
  cchc doc TỆP|THƯ MỤC…            mỗi trang tính được hiểu thế nào: dòng tiêu đề, vai trò của từng cột và vì sao, cây
                                   tiêu chí, đơn vị, năm; số nào không dùng, trang tính nào không đọc;
                                   không ghi gì
  cchc tao-mau TỆP|THƯ MỤC…        mỗi đơn vị của bảng một tệp tự chấm: ô điểm có kiểm tra, tổng và chỉ số tự tính
  cchc tao-mau BỘ TIÊU CHÍ --danh-sach ĐƠN VỊ
                                   từ bộ tiêu chí và danh sách đơn vị: bảng tổng hợp trống của cả tỉnh (ô điểm có kiểm
                                   tra, tổng và chỉ số tự tính) và tệp tự chấm của từng đơn vị
  cchc tong-hop TỆP|THƯ MỤC… --into BẢNG
                                   lấy điểm, nguyên nhân, giải trình từ tệp của các đơn vị vào ô trống của bảng tổng hợp
                                   (.xlsx, .xls, .xlsb, .ods, .csv, bảng trong .docx), ghi bản «(đã tổng hợp)»;
                                   nói rõ đơn vị chưa gửi, số ghi khác nhau, tiêu chí lạ
  cchc bo-tieu-chi TỆP|THƯ MỤC…    đọc bộ tiêu chí (.xlsx, .docx …), kiểm tra tổng điểm, mã, mức cho điểm; không ghi gì
  cchc so-sanh-bo CŨ MỚI           hai bộ tiêu chí: mục mới, bỏ, chuyển, đổi tên, đổi điểm; ghi bảng so sánh .docx

Tùy chọn:
  --out THƯ MỤC      ghi vào thư mục này, giữ tên tệp (với «tinh», «xuat», «bao-cao», «nguyen-nhan»,
                     «tong-hop», «tao-mau», «so-sanh-bo»)
  --values           ghi kết quả là số thay cho công thức (với «tinh»)
  --sua              sửa trong bản đã điền những số chắc chắn sai, liệt kê từng ô ở trang tính «Nhật ký sửa»
                     (với «tinh»); điểm của hội đồng không bao giờ tự sửa
  --nguyen-nhan TỆP  lấy nguyên nhân từ văn bản .txt và ghi vào bản đã điền (với «tinh»)
  --xac-nhan SỐ,…    ghi cả những đoạn cần xem lại có số này; tat-ca: mọi đoạn ghi được (với «tinh --nguyen-nhan»)
  --loai LOẠI,…      chỉ xuất các loại này (với «xuat»):
${KINDS}
  --don-vi TÊN;…     chỉ các đơn vị này (với «xuat», «bao-cao», «nang-xep-loai», «nguyen-nhan», «tao-mau»)
  --mau MẪU          tệp mẫu .docx của cơ quan (với «bao-cao»)
  --rieng            mỗi đơn vị một bảng điểm bị trừ (với «xuat»)
  --bo-du-thao       in câu do máy soạn không kèm dấu [Dự thảo], bỏ ghi chú cần rà soát (với «xuat»)
  --khac-phuc MÃ;…   tính kết quả nếu khắc phục các mục này (với «nang-xep-loai»), lập kế hoạch từ chúng (với «xuat»)
  --nam-truoc TỆP    tệp, hoặc trang tính trong cùng tệp, của năm trước: để so sánh (với «xuat», «bao-cao»),
                     để gợi ý (với «nguyen-nhan»)
  --sap-nhap TỆP     các đơn vị sáp nhập từ năm trước: mỗi dòng «Đơn vị mới = đơn vị cũ; đơn vị cũ», hoặc bảng Excel
                     có cột «Đơn vị mới» và «Đơn vị cũ» (với «xuat», «bao-cao»)
  --danh-sach TỆP    các đơn vị: mỗi dòng một tên (thêm «; Khối …» nếu chia khối), hoặc bảng Excel có cột «Đơn vị»
                     (với «tao-mau», khi tệp là bộ tiêu chí)
  --bo-cuc CÁCH      cot: đơn vị theo cột, mọi lĩnh vực trên một trang tính · trang: mỗi lĩnh vực
                     một trang tính ·
                     dong: đơn vị theo dòng, chấm theo lĩnh vực (với «tao-mau --danh-sach»)
  --cot CỘT,…        cột của mỗi đơn vị: tu-cham, tham-dinh, nguyen-nhan, kiem-chung, giai-trinh; không ghi: đủ cả
                     (với «tao-mau --danh-sach»)
  --nam NĂM          năm đánh giá ghi trong mẫu (với «tao-mau --danh-sach»)
  --into BẢNG       bảng tổng hợp nhận số liệu (với «tong-hop»); bảng gốc không bị ghi đè
  --la TÊN=TÊN;…     tên đơn vị ghi trong tệp = tên trong bảng (với «tong-hop»)
  --xem              chỉ xem sẽ lấy gì, còn gì phải quyết định; không ghi (với «tong-hop»)
  --chon Ô=TỆP;…     ô nào lấy số của tệp nào; Ô=bang: giữ số trong bảng (với «tong-hop»)
  --sheet TÊN        chỉ xét trang tính có tên này
  --json             in kết quả cho máy đọc: một đối tượng JSON, ngoài ra không in gì
  --help             in hướng dẫn này
  --version          in số phiên bản

Tệp gốc không bao giờ bị ghi đè; tệp đã xuất mà nội dung khác đi thì bản mới mang thêm số.
Thư mục được xét cùng mọi thư mục con.
Mã kết thúc: 0 không có lỗi · 1 có lỗi trong bảng · 2 không thực hiện được.
`;

const HINT = 'Xem cách dùng: cchc --help';
