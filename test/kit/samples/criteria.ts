/** A criteria set for communes, made up for the samples: 8 areas, 100 points, worded like real sets. */

export interface SampleItem {
  readonly code: string;
  readonly name: string;
  readonly max: number;
  /** True for a rate, scored to two decimals; otherwise points are given in steps of 0,25. */
  readonly rate: boolean;
  /** Causes of lost points; empty if every commune has the maximum. */
  readonly causes: readonly string[];
  readonly body: string;
}

export interface SampleNode {
  readonly code: string;
  readonly name: string;
  readonly children: readonly (SampleNode | SampleItem)[];
}

const OFFICE = 'Công chức Văn phòng - Thống kê';
const LAW = 'Công chức Tư pháp - Hộ tịch';
const DESK = 'Bộ phận Tiếp nhận và Trả kết quả';
const FINANCE = 'Công chức Tài chính - Kế toán';
const CULTURE = 'Công chức Văn hóa - Xã hội';
const CHAIR = 'Lãnh đạo UBND xã';

const item = (code: string, name: string, max: number, body: string, ...causes: string[]): SampleItem => ({
  code,
  name,
  max,
  rate: false,
  causes,
  body,
});
const rate = (code: string, name: string, max: number, body: string, ...causes: string[]): SampleItem => ({
  code,
  name,
  max,
  rate: true,
  causes,
  body,
});
const group = (code: string, name: string, ...children: (SampleNode | SampleItem)[]): SampleNode => ({
  code,
  name,
  children,
});

export const isNode = (each: SampleNode | SampleItem): each is SampleNode => 'children' in each;

export const CRITERIA: readonly SampleNode[] = [
  group(
    '1',
    'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH',
    group(
      '1.1',
      'Kế hoạch cải cách hành chính (CCHC) năm',
      item(
        '1.1.1',
        'Ban hành kế hoạch đúng thời hạn',
        1,
        OFFICE,
        'Kế hoạch ban hành chậm 12 ngày so với quy định',
        'Kế hoạch ban hành sau ngày 15/01',
      ),
      item(
        '1.1.2',
        'Kế hoạch nêu rõ nhiệm vụ, người thực hiện, sản phẩm, thời hạn',
        1,
        OFFICE,
        'Nhiều nhiệm vụ chưa ghi rõ sản phẩm và thời hạn',
        'Kế hoạch còn chép lại của năm trước',
      ),
      rate(
        '1.1.3',
        'Mức độ hoàn thành kế hoạch',
        1,
        OFFICE,
        'Còn nhiệm vụ trong kế hoạch chưa hoàn thành',
        'Hai chỉ tiêu của kế hoạch không đạt',
      ),
    ),
    group(
      '1.2',
      'Chế độ báo cáo CCHC',
      item(
        '1.2.1',
        'Gửi đủ và đúng hạn báo cáo định kỳ',
        1,
        OFFICE,
        'Báo cáo quý II gửi chậm 5 ngày',
        'Thiếu báo cáo 6 tháng đầu năm',
        'Có 2/6 báo cáo gửi trễ hạn',
      ),
      item(
        '1.2.2',
        'Nội dung báo cáo đúng hướng dẫn, có số liệu kèm theo',
        1,
        OFFICE,
        'Báo cáo còn chung chung, chưa nêu tồn tại',
        'Báo cáo không kèm biểu số liệu',
      ),
    ),
    group(
      '1.3',
      'Tự kiểm tra CCHC',
      item(
        '1.3.1',
        'Thực hiện tự kiểm tra theo kế hoạch',
        1,
        CHAIR,
        'Có kế hoạch nhưng không tổ chức tự kiểm tra',
        'Chỉ kiểm tra được 1/3 bộ phận theo kế hoạch',
      ),
      item(
        '1.3.2',
        'Khắc phục các vấn đề được kết luận qua kiểm tra',
        1,
        CHAIR,
        'Chưa có báo cáo kết quả khắc phục',
        'Mới khắc phục một phần kết luận',
      ),
    ),
    group(
      '1.4',
      'Tuyên truyền CCHC',
      item(
        '1.4.1',
        'Thực hiện kế hoạch tuyên truyền',
        1,
        CULTURE,
        'Hình thức tuyên truyền còn đơn điệu',
        'Không lưu hồ sơ các buổi tuyên truyền',
      ),
      item(
        '1.4.2',
        'Chuyên mục CCHC trên hệ thống truyền thanh',
        1,
        CULTURE,
        'Chưa xây dựng chuyên mục trên loa truyền thanh',
        'Loa truyền thanh hỏng từ tháng 6, chưa sửa',
      ),
      item(
        '1.4.3',
        'Tin, bài CCHC trên trang thông tin điện tử',
        0.5,
        CULTURE,
        'Cả năm chỉ có 3 tin về CCHC',
        'Trang thông tin điện tử ít cập nhật tin CCHC',
      ),
    ),
    item(
      '1.5',
      'Sáng kiến, giải pháp mới về CCHC được công nhận',
      1.5,
      CHAIR,
      'Không có sáng kiến CCHC được công nhận',
      'Sáng kiến chưa được Hội đồng công nhận',
    ),
    rate(
      '1.6',
      'Tỷ lệ nhiệm vụ UBND huyện giao hoàn thành đúng hạn',
      2,
      OFFICE,
      'Có nhiệm vụ hoàn thành quá hạn',
      'Theo dõi văn bản đến chưa chặt chẽ nên chậm hạn',
    ),
    group(
      '1.7',
      'Trách nhiệm của người đứng đầu',
      item(
        '1.7.1',
        'Họp đánh giá CCHC hằng quý',
        1,
        CHAIR,
        'Chỉ họp chuyên đề CCHC 2 quý',
        'Không có biên bản họp quý III',
      ),
      item(
        '1.7.2',
        'Đối thoại với người dân, doanh nghiệp',
        1,
        CHAIR,
        'Không tổ chức đối thoại trong năm',
        'Đối thoại lồng ghép, không có kết luận bằng văn bản',
      ),
    ),
  ),
  group(
    '2',
    'XÂY DỰNG VÀ TỔ CHỨC THỰC HIỆN VĂN BẢN QUY PHẠM PHÁP LUẬT',
    group(
      '2.1',
      'Ban hành văn bản quy phạm pháp luật',
      item(
        '2.1.1',
        'Xây dựng văn bản đúng trình tự, thẩm quyền',
        1,
        LAW,
        'Trong năm không ban hành văn bản quy phạm pháp luật',
      ),
      item('2.1.2', 'Gửi văn bản để kiểm tra đúng thời hạn', 1, LAW, 'Trong năm không có văn bản phải gửi kiểm tra'),
    ),
    group(
      '2.2',
      'Rà soát văn bản',
      item(
        '2.2.1',
        'Ban hành kế hoạch rà soát hằng năm',
        1,
        LAW,
        'Kế hoạch rà soát ban hành chậm',
        'Chưa ban hành kế hoạch rà soát',
      ),
      item(
        '2.2.2',
        'Xử lý văn bản sau rà soát',
        2,
        LAW,
        'Còn văn bản hết hiệu lực chưa công bố',
        'Chưa kiến nghị xử lý 1 văn bản sau rà soát',
      ),
    ),
    group(
      '2.3',
      'Theo dõi thi hành pháp luật',
      item(
        '2.3.1',
        'Kế hoạch và báo cáo theo dõi thi hành pháp luật',
        1,
        LAW,
        'Báo cáo theo dõi thi hành pháp luật gửi muộn',
      ),
      item('2.3.2', 'Phổ biến, giáo dục pháp luật', 1, LAW, 'Số buổi phổ biến pháp luật chưa đạt kế hoạch'),
      item(
        '2.3.3',
        'Xử lý kết quả theo dõi thi hành pháp luật',
        1,
        LAW,
        'Chưa có văn bản xử lý kết quả theo dõi',
        'Xử lý kết quả theo dõi chưa dứt điểm',
      ),
    ),
  ),
  group(
    '3',
    'CẢI CÁCH THỦ TỤC HÀNH CHÍNH',
    group(
      '3.1',
      'Kiểm soát thủ tục hành chính (TTHC)',
      item(
        '3.1.1',
        'Kế hoạch kiểm soát, rà soát TTHC',
        1,
        LAW,
        'Chưa ban hành kế hoạch rà soát TTHC',
        'Kế hoạch kiểm soát TTHC ban hành chậm',
      ),
      item(
        '3.1.2',
        'Kiến nghị đơn giản hóa TTHC',
        2,
        LAW,
        'Không có kiến nghị đơn giản hóa TTHC',
        'Có 1 kiến nghị nhưng chưa nêu phương án',
      ),
    ),
    group(
      '3.2',
      'Công khai TTHC',
      item('3.2.1', 'Niêm yết TTHC tại nơi tiếp nhận', 1.5, DESK),
      item(
        '3.2.2',
        'Công khai TTHC trên trang thông tin điện tử',
        1.5,
        CULTURE,
        'TTHC sửa đổi chưa được cập nhật lên trang',
        'Trang thông tin điện tử còn TTHC đã bãi bỏ',
      ),
    ),
    group(
      '3.3',
      'Phản ánh, kiến nghị về TTHC',
      item('3.3.1', 'Công khai địa chỉ tiếp nhận phản ánh, kiến nghị', 1, DESK),
      item('3.3.2', 'Xử lý phản ánh, kiến nghị đúng hạn', 1, DESK, 'Một kiến nghị trả lời quá hạn'),
    ),
    group(
      '3.4',
      'Cơ chế một cửa, một cửa liên thông',
      item('3.4.1', 'Bố trí nơi tiếp nhận, trang thiết bị', 1, DESK),
      item(
        '3.4.2',
        'Phân công công chức trực, đúng giờ giấc',
        1,
        DESK,
        'Có buổi vắng công chức trực khi kiểm tra đột xuất',
      ),
      item(
        '3.4.3',
        'Phiếu tiếp nhận, sổ theo dõi, phiếu kiểm soát hồ sơ',
        1,
        DESK,
        'Phiếu kiểm soát ghi chưa đủ các bước',
        'Một số hồ sơ không có phiếu hẹn',
      ),
      rate(
        '3.4.4',
        'Tỷ lệ hồ sơ cập nhật vào hệ thống một cửa điện tử',
        2,
        DESK,
        'Hồ sơ chứng thực chưa cập nhật đầy đủ',
        'Hồ sơ tháng 3 và 4 nhập bổ sung muộn',
      ),
      item('3.4.5', 'Thực hiện nhóm TTHC liên thông', 1, DESK, 'Chưa thực hiện liên thông khai sinh - bảo hiểm y tế'),
    ),
    group(
      '3.5',
      'Kết quả giải quyết TTHC',
      rate(
        '3.5.1',
        'Tỷ lệ hồ sơ giải quyết đúng hạn',
        4,
        DESK,
        'Còn hồ sơ đất đai trễ hạn',
        'Hồ sơ trễ hạn do chậm trả kết quả trên hệ thống',
      ),
      item(
        '3.5.2',
        'Xin lỗi khi hồ sơ trễ hạn',
        2,
        DESK,
        'Có hồ sơ trễ hạn không gửi thư xin lỗi',
        'Thư xin lỗi gửi sau khi đã trả kết quả',
      ),
    ),
    rate(
      '3.6',
      'Tỷ lệ đánh giá hài lòng tại nơi tiếp nhận',
      2,
      DESK,
      'Số phiếu đánh giá thu được còn thấp',
      'Có phiếu đánh giá không hài lòng về thời gian chờ',
    ),
  ),
  group(
    '4',
    'CẢI CÁCH TỔ CHỨC BỘ MÁY',
    group(
      '4.1',
      'Quy chế làm việc',
      item('4.1.1', 'Ban hành, cập nhật quy chế làm việc', 1, OFFICE, 'Quy chế chưa cập nhật theo nhân sự mới'),
      item(
        '4.1.2',
        'Phân công nhiệm vụ rõ việc, rõ người',
        1,
        CHAIR,
        'Phân công còn chồng chéo giữa hai công chức',
        'Chưa điều chỉnh phân công sau khi luân chuyển',
      ),
    ),
    item('4.2', 'Sắp xếp thôn, tổ dân phố theo đề án', 2, CHAIR, 'Đề án sắp xếp chưa hoàn thành đúng lộ trình'),
    item(
      '4.3',
      'Quản lý biên chế, người hoạt động không chuyên trách',
      2,
      OFFICE,
      'Báo cáo biên chế gửi chậm',
      'Bố trí chưa đúng số lượng quy định',
    ),
    group(
      '4.4',
      'Phân cấp, ủy quyền',
      item('4.4.1', 'Thực hiện nhiệm vụ được phân cấp', 2, CHAIR, 'Một nhiệm vụ được phân cấp thực hiện chưa đầy đủ'),
      item('4.4.2', 'Xử lý kiến nghị qua kiểm tra phân cấp', 1, CHAIR, 'Chưa xử lý xong kiến nghị qua kiểm tra'),
    ),
  ),
  group(
    '5',
    'CẢI CÁCH CHẾ ĐỘ CÔNG VỤ',
    group(
      '5.1',
      'Chất lượng cán bộ, công chức',
      rate(
        '5.1.1',
        'Tỷ lệ công chức đạt chuẩn',
        2,
        OFFICE,
        'Còn công chức chưa đạt chuẩn tin học',
        'Một công chức đang hoàn thiện bằng chuyên môn',
      ),
      rate('5.1.2', 'Tỷ lệ cán bộ đạt chuẩn', 2, OFFICE, 'Còn cán bộ chưa qua trung cấp lý luận chính trị'),
    ),
    item(
      '5.2',
      'Thực hiện kế hoạch đào tạo, bồi dưỡng',
      2,
      OFFICE,
      'Có 2 công chức được cử nhưng không tham gia lớp',
      'Kế hoạch bồi dưỡng thực hiện chưa đủ số lớp',
    ),
    item(
      '5.3',
      'Đánh giá, xếp loại cán bộ, công chức đúng quy định',
      2,
      OFFICE,
      'Hồ sơ đánh giá thiếu nhận xét của chi ủy nơi cư trú',
    ),
    group(
      '5.4',
      'Kỷ luật, kỷ cương hành chính',
      item('5.4.1', 'Chấp hành giờ giấc, văn hóa công sở', 2, CHAIR, 'Một số công chức không đeo thẻ khi làm việc'),
      item(
        '5.4.2',
        'Không có cán bộ, công chức bị kỷ luật',
        2,
        CHAIR,
        'Có 01 công chức bị kỷ luật khiển trách trong năm',
      ),
    ),
  ),
  group(
    '6',
    'CẢI CÁCH TÀI CHÍNH CÔNG',
    item(
      '6.1',
      'Xây dựng và thực hiện quy chế chi tiêu nội bộ',
      2,
      FINANCE,
      'Quy chế chi tiêu chưa lấy ý kiến công khai',
      'Quy chế chi tiêu sửa đổi ban hành chậm',
    ),
    item(
      '6.2',
      'Công khai dự toán, quyết toán ngân sách',
      2,
      FINANCE,
      'Công khai quyết toán chậm so với quy định',
      'Chưa công khai đủ biểu mẫu',
    ),
    group(
      '6.3',
      'Quản lý tài sản công',
      item('6.3.1', 'Ban hành quy chế quản lý tài sản công', 1, FINANCE, 'Quy chế chưa bổ sung tài sản mới tiếp nhận'),
      item('6.3.2', 'Báo cáo kê khai tài sản công', 1, FINANCE, 'Báo cáo kê khai tài sản gửi muộn'),
    ),
    item('6.4', 'Thực hiện kiến nghị của thanh tra, kiểm toán', 2, FINANCE, 'Còn khoản phải thu hồi chưa nộp đủ'),
  ),
  group(
    '7',
    'XÂY DỰNG, PHÁT TRIỂN CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ',
    group(
      '7.1',
      'Hạ tầng',
      item('7.1.1', 'Máy tính, kết nối Internet phục vụ công việc', 1.5, OFFICE),
      item(
        '7.1.2',
        'Mạng nội bộ, an toàn thông tin',
        1.5,
        OFFICE,
        'Máy tính chưa cài phần mềm diệt vi-rút bản quyền',
        'Chưa có quy chế bảo đảm an toàn thông tin',
      ),
    ),
    group(
      '7.2',
      'Văn bản điện tử',
      rate(
        '7.2.1',
        'Tỷ lệ cán bộ, công chức dùng thư điện tử công vụ',
        1.5,
        OFFICE,
        'Tỷ lệ sử dụng thư công vụ còn thấp',
        'Nhiều công chức vẫn dùng thư cá nhân',
      ),
      rate(
        '7.2.2',
        'Tỷ lệ văn bản ký số, gửi điện tử',
        2,
        OFFICE,
        'Một số văn bản chưa ký số của cá nhân',
        'Văn bản gửi các thôn vẫn in giấy',
      ),
      item(
        '7.2.3',
        'Lập hồ sơ, lưu trữ trên môi trường mạng',
        1.5,
        OFFICE,
        'Lưu trữ hồ sơ trên môi trường mạng chưa thường xuyên',
        'Chưa lập danh mục hồ sơ điện tử',
      ),
    ),
    group(
      '7.3',
      'Trang thông tin điện tử',
      item(
        '7.3.1',
        'Cập nhật tin, bài thường xuyên',
        1.5,
        CULTURE,
        'Tin, bài cập nhật chưa thường xuyên',
        'Ba tháng cuối năm không có tin mới',
      ),
      item(
        '7.3.2',
        'Công khai đủ các mục theo quy định',
        1.5,
        CULTURE,
        'Thiếu mục lịch công tác và dự án đầu tư',
        'Mục hỏi đáp không hoạt động',
      ),
    ),
    group(
      '7.4',
      'Dịch vụ công trực tuyến',
      rate(
        '7.4.1',
        'Tỷ lệ hồ sơ nộp trực tuyến',
        3,
        DESK,
        'Người dân chưa quen nộp hồ sơ trực tuyến',
        'Tỷ lệ hồ sơ trực tuyến chưa đạt chỉ tiêu giao',
      ),
      rate(
        '7.4.2',
        'Tỷ lệ thanh toán trực tuyến',
        1,
        DESK,
        'Ít phát sinh thanh toán phí, lệ phí trực tuyến',
        'Chỉ có 21/130 hồ sơ thanh toán trực tuyến',
      ),
      rate('7.4.3', 'Tỷ lệ hồ sơ qua bưu chính công ích', 1, DESK, 'Người dân ở gần trụ sở nên ít dùng bưu chính'),
    ),
    group(
      '7.5',
      'Hệ thống quản lý chất lượng (ISO)',
      item(
        '7.5.1',
        'Duy trì, cải tiến hệ thống',
        1.5,
        OFFICE,
        'Không họp xem xét của lãnh đạo',
        'Đánh giá nội bộ chưa đủ các bộ phận',
      ),
      item('7.5.2', 'Công bố lại khi thay đổi phạm vi áp dụng', 0.5, OFFICE, 'Chưa công bố lại sau khi TTHC thay đổi'),
    ),
  ),
  group(
    '8',
    'TÁC ĐỘNG CỦA CẢI CÁCH HÀNH CHÍNH',
    rate(
      '8.1',
      'Thu ngân sách so với dự toán giao',
      3,
      FINANCE,
      'Thu ngân sách chưa đạt dự toán',
      'Nguồn thu từ đất đạt thấp',
    ),
    group(
      '8.2',
      'Mức độ hài lòng của người dân',
      rate('8.2.1', 'Hài lòng về thái độ phục vụ', 2.5, DESK, 'Còn ý kiến chưa hài lòng về hướng dẫn hồ sơ'),
      rate(
        '8.2.2',
        'Hài lòng về kết quả, thời gian giải quyết',
        2.5,
        DESK,
        'Còn ý kiến về việc phải đi lại nhiều lần',
        'Còn ý kiến về thời gian giải quyết hồ sơ đất đai',
      ),
    ),
  ),
];

/** Scored items below the node, in order. */
export const itemsOf = (node: SampleNode | SampleItem): readonly SampleItem[] =>
  isNode(node) ? node.children.flatMap(itemsOf) : [node];

export const ITEMS: readonly SampleItem[] = CRITERIA.flatMap(itemsOf);
