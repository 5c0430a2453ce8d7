/** R1: the council's report on what each unit reached, what went well and what did not. */
import { toVietnamese } from '../../model/decimal';
import type { Block, ReportDocument } from '../../model/document';
import { unitKey } from '../../model/fold-text';
import type { ReportDetails } from '../../model/report-details';
import { whyUndetermined, type Subject } from '../subjects';
import { bodiesTogether, capitalised, counted, pointsOf } from '../wording';
import { blank, closing, draft, formOf, groundsOf, heading, italic, paragraph, subjectsIn, titleYear, yearsOf, type Report, type ReportInput } from './report';
import { draftShortcomings, draftStrengths } from './strengths';
import { unitsAppendix } from './units-table';

export const RESULT_REPORT: Report = { code: 'R1', compose };

function compose(input: ReportInput): ReportDocument {
  const subjects = subjectsIn(input);
  const { details } = input;
  const years = yearsOf(input);
  const bodies = bodiesTogether(subjects.map(({ unit }) => unit.name));
  const form = formOf(details, `Kết quả kiểm tra, đánh giá, chấm điểm công tác cải cách hành chính đối với ${bodies}${titleYear(details)}`);
  const body: Block[] = [
    ...groundsOf(details),
    paragraph(
      subjects.length === 0
        ? 'Bảng tổng hợp không có đơn vị nào.'
        : `Kết quả kiểm tra, đánh giá, chấm điểm công tác cải cách hành chính ${years.current} đối với ${counted(subjects.length, 'đơn vị')} như sau:`,
    ),
    heading(1, `1. Kết quả số điểm đạt được của ${bodies.replace(/^UBND /, '')}`),
    ...subjects.flatMap((each, at) => [heading(2, `1.${at + 1}. ${capitalised(each.name)}`), ...resultOf(each, details)]),
    heading(1, '2. Đánh giá chung'),
    heading(2, '2.1. Ưu điểm'),
    ...draftStrengths(subjects),
    heading(2, '2.2. Tồn tại'),
    ...draftShortcomings(subjects, years.previous),
    heading(1, '3. Kiến nghị, đề xuất'),
    paragraph(blank('kiến nghị, đề xuất đối với các đơn vị và cơ quan có thẩm quyền')),
    closing(form),
  ];
  return {
    form,
    sections: [{ landscape: false, appendix: null, blocks: body }, unitsAppendix(subjects, `Tổng hợp điểm, chỉ số, xếp loại, xếp hạng cải cách hành chính${titleYear(details)}`)],
  };
}

const EACH = '- Tổng số điểm các tiêu chí, tiêu chí thành phần';

/** Self-scored, appraised, index: a paragraph each, as councils write them. */
export function resultOf(subject: Subject, { inspectedOnSite }: ReportDetails): Block[] {
  const { unit, result } = subject;
  const { selfTotal, awardedTotal, bonus, penalty } = result.totals;
  const why = whyUndetermined(subject);
  if (why !== null || !awardedTotal || result.publishedIndex === null) return [paragraph(`- Kết quả của đơn vị: chưa xác định: ${why ?? 'thiếu điểm'}.`)];
  const isAppraised = unit.awardedRole === 'appraised';
  const onSite = inspectedOnSite.some((name) => unitKey(name) === unitKey(unit.name)) ? ' và kiểm tra thực tế tại đơn vị' : '';
  const index = `Chỉ số cải cách hành chính của đơn vị${isAppraised ? '' : ' (theo điểm tự chấm)'}: ${toVietnamese(result.publishedIndex)}`;
  return [
    ...(unit.self || result.totals.selfTotal ? [paragraph(`${EACH} đơn vị tự chấm: ${selfTotal ? pointsOf(selfTotal) : 'chưa xác định, vì có tiêu chí chưa tự chấm'}.`)] : []),
    ...(isAppraised ? [paragraph(`${EACH} sau khi Hội đồng thẩm định${onSite}: ${pointsOf(awardedTotal)} (`, italic('có bảng tổng hợp và biên bản kèm theo'), ').')] : []),
    ...(bonus > 0 ? [paragraph(`- Điểm cộng ngoài bộ tiêu chí: ${toVietnamese(bonus)} điểm.`)] : []),
    ...(penalty > 0 ? [paragraph(`- Điểm trừ ngoài bộ tiêu chí: ${toVietnamese(penalty)} điểm.`)] : []),
    paragraph(`- ${index}${result.rating === null ? '' : `; xếp loại ${result.rating}`}.`),
    ...remarksOn(subject),
  ];
}

/** Where the sheet states another index or rating than its points give: seen by whoever signs, and taken out before. */
const remarksOn = ({ assessment, unit }: Subject): Block[] =>
  assessment.diagnostics
    .filter((each) => each.unit === unit.index && (each.alias === 'mismatched-index' || each.alias === 'mismatched-rating'))
    .map(({ message }) => draft(italic(`Cần rà soát trước khi trình (trang tính «${assessment.scoreSheet.sheet}»): ${message}`)));
