/**
 * The words that headings consist of, by meaning. They keep their diacritics, because «sở» is not «số» and «tổ» not
 * «to».
 */

/**
 * own: the side that is scored · judge: the side that appraises · act: scoring, without the scorer · selfHint,
 * judgeHint: an act of that side only beside points or a body, because areas have such names as well · highest: the
 * most that an item can give, or that any unit was given.
 */
export type WordKind =
  | 'points'
  | 'max'
  | 'highest'
  | 'own'
  | 'judge'
  | 'selfAct'
  | 'selfHint'
  | 'act'
  | 'judgeAct'
  | 'judgeHint'
  | 'lost'
  | 'cause'
  | 'remedy'
  | 'evidence'
  | 'count'
  | 'percent'
  | 'name'
  | 'passive'
  | 'other'
  | 'filler';

const LISTS: Readonly<Record<WordKind, string>> = {
  points: 'điểm, đ, số điểm, mức điểm',
  max:
    'tối đa, thang điểm, thang chấm, khung điểm, khung, barem, barem điểm, ba rem, điểm chuẩn, định mức, biểu điểm, ' +
    'chuẩn, quy định, theo quy định, trần, mức trần, ' +
    'cao nhất được chấm, cao nhất có thể, cao nhất có thể đạt, cao nhất có thể đạt được, có thể đạt, ' +
    'có thể đạt được, theo bộ tiêu chí, theo quyết định, kịch khung, max, tđa',
  highest: 'cao nhất',
  own:
    'đơn vị, xã, phường, thị trấn, đặc khu, cơ quan, địa phương, cơ sở, ubnd xã, ubnd phường, ubnd cấp xã, cấp xã, ' +
    'ủy ban nhân dân xã, ủy ban nhân dân phường, ubnd thị trấn, cơ quan đơn vị, xã phường, đv, đp',
  judge:
    'hội đồng, hđtđ, ttđ, hđđg, đoàn kiểm tra, hđ, tổ, tổ công tác, tct, p nv, p nội vụ, ' +
    'tổ giúp việc, tổ thư ký, thư ký, thường trực, đoàn, sở, sở nội vụ, snv, các sở, sở ngành, phòng, ' +
    'phòng nội vụ, pnv, huyện, tỉnh, thành phố, tp, ubnd tỉnh, ubnd huyện, ubnd thành ' +
    'phố, ubnd quận, quận, cấp huyện, cấp tỉnh, ' +
    'cấp trên, hiệu trưởng, giám đốc, chủ tịch, thủ trưởng, lãnh đạo, ' +
    'ban chỉ đạo, bcđ, ban, bộ, bộ nội vụ, chuyên viên, cán bộ, cơ quan chuyên môn, ' +
    'ban tổ chức, văn phòng, liên ngành, ủy ban nhân dân tỉnh, ủy ban nhân dân huyện',
  selfAct:
    'tự chấm, tự đánh giá, tự cho điểm, tự chấm điểm, tự đg, tự xếp, tự tính, tự nhận, tc, tự kê khai, tự kiểm tra',
  selfHint: 'tự, đề nghị, kê khai, đăng ký, đề xuất',
  act: 'chấm, chấm điểm, đánh giá, cho điểm, cho, xét, chấm lại, đg, kết quả, kq, ghi nhận',
  judgeAct:
    'thẩm định, thẩm tra, công nhận, thống nhất, phê duyệt, chốt, kết luận, phúc tra, ' +
    'phúc khảo, sau giải trình, sau khi giải trình, ' +
    'sau phúc tra, sau thẩm định, sau rà soát, sau khi trừ, cuối cùng, chính thức, tđ, ' +
    'thẩm định lại, thẩm định bổ sung, chấm bổ sung, chấm chéo, thẩm định chéo, ' +
    'đánh giá chéo, kiểm tra chéo, sau điều chỉnh, được duyệt, ' +
    'được phê duyệt, được công nhận, sau kiểm tra, sau hậu kiểm, hậu kiểm, thực đạt, đạt được',
  judgeHint:
    'duyệt, rà soát, kiểm tra, kiểm tra lại, đạt, xác nhận, điều chỉnh, thực tế, cuối, quyết định, được hưởng, ' +
    'được tính, công bố',
  lost:
    'bị trừ, trừ, mất, bị mất, mất điểm, trừ điểm, chưa đạt, không đạt, còn thiếu, ' +
    'thiếu, hụt, so với tối đa, so với điểm tối đa, ' +
    'chênh lệch so với tối đa, chênh lệch so với điểm tối đa, giảm trừ, chưa đạt được, không đạt được, không được tính',
  cause:
    'lý do, lí do, nguyên nhân, tồn tại, hạn chế, giải thích, ghi chú, ý kiến, diễn ' +
    'giải, nhận xét, thuyết minh, khuyết điểm',
  remedy: 'giải pháp, biện pháp, khắc phục, kiến nghị, hướng khắc phục, phương hướng',
  evidence:
    'tài liệu, minh chứng, kiểm chứng, tài liệu kiểm chứng, tài liệu minh chứng, ' +
    'tlkc, hồ sơ minh chứng, văn bản chứng minh',
  count:
    'số văn bản, số hồ sơ, số lượng, số thủ tục, số tthc, số nhiệm vụ, số cán bộ, số ' +
    'công chức, số dân, số hộ, số cuộc, số lần, ' +
    'số người, số đơn vị, số tiêu chí, số bản, số lượt, số xã, số thôn, số phiếu, số ' +
    'ngày, số báo cáo, số kế hoạch, tổng số hồ sơ, ' +
    'tổng số văn bản, tổng số nhiệm vụ, số quyết định, số hiệu, số ký hiệu, trọng số, hệ số',
  percent: 'tỷ lệ, tỉ lệ, phần trăm, %, mức độ đạt',
  name:
    'nội dung, tiêu chí, tiêu chuẩn, nhiệm vụ, hạng mục, chỉ tiêu, lĩnh vực, yêu cầu, ' +
    'danh mục, tiêu chí thành phần, nội dung công việc',
  passive: 'được đánh giá, được chấm điểm, được thẩm định, được chấm, được kiểm tra',
  other:
    'cstp, chỉ số thành phần, chỉ số lĩnh vực, bình quân, trung bình, điểm tb, tb, trung vị, thấp nhất, tối thiểu, ' +
    'thời hạn, ngày hoàn thành, ngày ban hành, năm thực hiện, năm ban hành, ' +
    'năm áp dụng, số liệu, kế hoạch năm, năm trước, năm ngoái, kỳ trước, cùng kỳ, dự kiến, ước, ' +
    'toàn tỉnh, toàn huyện, toàn thành phố, toàn quốc, toàn xã, cả nước, dân số, diện tích, mã đơn vị, ' +
    'chỉ tiêu phấn đấu, chỉ tiêu giao, chỉ tiêu được giao, mục tiêu, phấn đấu',
  filler:
    'do, của, của các, theo, bởi, tại, từ, sau, sau khi, lần, lần 1, lần 2, lần 3, lần ' +
    'đầu, lần cuối, lần i, lần ii, lần iii, vòng, vòng 1, vòng 2, vòng 3, vòng i, vòng ii, vòng iii, ' +
    'sơ bộ, bước đầu, ban đầu, lần thứ nhất, lần thứ hai, lần thứ ba, ' +
    'kết quả của các đơn vị, kết quả của các xã, kết quả của các xã phường, kết quả của các cơ quan đơn vị, ' +
    'kết quả của các địa phương, đợt 1, đợt 2, và, các, số, cho, được, mức, dẫn đến, ' +
    'so với, điểm số, năm, cấp, toàn',
};

export interface LexiconEntry {
  readonly phrase: string;
  readonly kind: WordKind;
}

export const LEXICON: readonly LexiconEntry[] = (Object.keys(LISTS) as WordKind[]).flatMap((kind) =>
  LISTS[kind].split(',').map((phrase) => ({ phrase: phrase.trim(), kind })),
);
