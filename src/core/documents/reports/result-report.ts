/** R1: the council's report on the result of each unit, its strengths and its shortcomings. */
import { bodyInSentence } from '../../model/body-name';
import type { Block, ReportDocument } from '../../model/document';
import type { ReportDetails } from '../../model/report-details';
import { toVietnamese } from '../../values/decimal';
import { withContents } from '../contents';
import { withLog } from '../inspection-log';
import { measuresChapter } from '../measures';
import { POINT_FAULTS, notesOn, RESULT_FAULTS } from '../notes';
import { outsideInWords } from '../outside-set';
import { pointsOf, shown } from '../points';
import {
  blank,
  closing,
  formOf,
  heading,
  italic,
  openingOf,
  paragraph,
  standingPart,
  standingTexts,
  subjectsIn,
  titleYear,
  yearsOf,
  type Report,
  type ReportInput,
} from '../report';
import { draftShortcomings } from '../shortcomings';
import { draftStrengths } from '../strengths';
import { detailsOf, itemsOf, nameFinder, type Subject } from '../subjects';
import { whyUndetermined } from '../why-undetermined';
import { isSelfScored, unitsAppendix } from '../units-table';
import { bodiesTogether, capitalised, counted, insideSentence, listed } from '../wording';

export const RESULT_REPORT: Report = { code: 'R1', compose };

function compose(input: ReportInput): ReportDocument {
  const subjects = subjectsIn(input);
  const details = withLog(input.details, input.book.inspections);
  const detailed = detailsOf(input, subjects);
  const years = yearsOf(input);
  const everybody = subjectsIn({ ...input, units: null });
  const all = everybody.length;
  const isPart = subjects.length < all;
  const inspected = new Set(details.inspectedOnSite.map(nameFinder(everybody)));
  const names = subjects.map(({ name }) => name);
  const bodies = isPart ? chosenTogether(names) : bodiesTogether(names);
  const form = formOf(
    details,
    `Kết quả kiểm tra, đánh giá, chấm điểm công tác cải cách hành chính đối với ${bodies}${titleYear(details)}`,
  );
  const whom =
    names.length === 1
      ? bodies
      : isPart
        ? `${counted(names.length, 'đơn vị')} trong tổng số ${counted(all, 'đơn vị')}, gồm ${listed(names)},`
        : counted(names.length, 'đơn vị');
  const body: Block[] = [
    ...(subjects.length === 0
      ? [paragraph('Bảng tổng hợp không có đơn vị nào.')]
      : openingOf(
          details,
          `báo cáo kết quả kiểm tra, đánh giá, chấm điểm công tác cải cách hành chính ${years.current} đối với ${whom}`,
        )),
    ...standingPart('Công tác triển khai', details.deployment),
    heading(1, `1. Kết quả số điểm đạt được của ${bodies.replace(/^UBND các /, 'các ')}`),
    ...subjects.flatMap((each, position) => [
      heading(2, `1.${position + 1}. ${capitalised(each.name)}`),
      ...resultOf(each, inspected.has(each.unit.name)),
    ]),
    heading(1, '2. Đánh giá chung'),
    heading(2, '2.1. Ưu điểm'),
    ...standingTexts(details.strengths),
    ...draftStrengths(detailed.every(hasParts) ? detailed : subjects, isPart),
    heading(2, '2.2. Tồn tại'),
    ...draftShortcomings(detailed, years.previous, isPart),
    ...standingPart('Nguyên nhân chung', details.commonCauses),
    heading(1, '3. Giải pháp, đề nghị đối với các đơn vị'),
    ...measuresChapter(
      detailed,
      { ...details, proposals: [] },
      { isCouncils: true, missing: 'giải pháp, đề nghị đối với các đơn vị' },
    ),
    heading(1, '4. Kiến nghị'),
    ...standingTexts(details.proposals),
    approvalOf(details, form.subject),
    closing(form),
  ];
  return withContents({
    form,
    sections: [
      { landscape: false, appendix: null, blocks: body },
      unitsAppendix(subjects, `Tổng hợp điểm, chỉ số, xếp loại, xếp hạng cải cách hành chính${titleYear(details)}`),
    ],
  });
}

/** The strengths are drafted by item only if the items of all units are known. */
const hasParts = (subject: Subject): boolean => itemsOf(subject).some(({ level }) => level > 0);

/** The sentence that ends every council report: the addressee is asked to approve the result. */
function approvalOf({ issuingBody, addressee }: ReportDetails, about: string): Block {
  const result = insideSentence(about);
  return paragraph(
    `Trên cơ sở ${result}, `,
    issuingBody === null ? blank('cơ quan ban hành') : capitalised(bodyInSentence(issuingBody)),
    ' kiến nghị ',
    addressee === null || addressee.trim() === '' || addressee.includes('\n')
      ? blank('cơ quan có thẩm quyền')
      : bodyInSentence(addressee).replace(/[.;,\s]+$/, ''),
    ' xem xét, phê duyệt kết quả nêu trên theo quy định.',
  );
}

/** A title lists at most this many unit names. */
const MOST_IN_TITLE = 3;

/** The chosen units by name if the names fit a title, otherwise their number. */
const chosenTogether = (names: readonly string[]): string =>
  names.length > MOST_IN_TITLE ? counted(names.length, 'đơn vị') : listed(names);

const EACH = '- Tổng số điểm các tiêu chí, tiêu chí thành phần';

/** Self-score, appraised points and index, each in its own paragraph, as councils write them. */
function resultOf(subject: Subject, isInspected: boolean): Block[] {
  const { unit, result, pointPlaces } = subject;
  const { selfTotal, awardedTotal, bonus, penalty } = result.totals;
  const why = whyUndetermined(subject);
  if (why !== null || !awardedTotal || result.publishedIndex === null)
    return [paragraph(`- Kết quả của đơn vị: chưa xác định: ${why ?? 'thiếu điểm'}.`)];
  const isAppraised = unit.awardedRole === 'appraised';
  const onSite = isInspected ? ' và kiểm tra thực tế tại đơn vị' : '';
  const itemsIn = (kind: 'bonus' | 'penalty'): string => {
    const outside = outsideInWords(subject, kind);
    return outside === '' ? '' : ` (${outside})`;
  };
  const index =
    `Chỉ số cải cách hành chính của đơn vị${isAppraised ? '' : ' (theo điểm tự chấm)'}: ` +
    toVietnamese(result.publishedIndex);
  return [
    ...(isSelfScored(subject)
      ? [
          paragraph(
            `${EACH} đơn vị tự chấm: ` +
              `${selfTotal ? pointsOf(selfTotal, pointPlaces) : 'chưa xác định, vì có tiêu chí chưa tự chấm'}.`,
          ),
        ]
      : []),
    ...(isAppraised
      ? [
          paragraph(
            `${EACH} sau khi Hội đồng thẩm định${onSite}: ${pointsOf(awardedTotal, pointPlaces)} (`,
            italic('có bảng tổng hợp và biên bản kèm theo'),
            ').',
          ),
        ]
      : []),
    ...(bonus > 0
      ? [paragraph(`- Điểm cộng ngoài bộ tiêu chí: ${shown(bonus, pointPlaces)} điểm${itemsIn('bonus')}.`)]
      : []),
    ...(penalty > 0
      ? [paragraph(`- Điểm trừ ngoài bộ tiêu chí: ${shown(penalty, pointPlaces)} điểm${itemsIn('penalty')}.`)]
      : []),
    paragraph(`- ${index}${result.rating === null ? '' : `; xếp loại ${result.rating}`}.`),
    ...notesOn(subject, [...RESULT_FAULTS, ...POINT_FAULTS]),
  ];
}
