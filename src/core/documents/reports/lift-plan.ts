/**
 * A unit's plan to remedy chosen losses: which losses, by whom, how and until when, and the result expected from it.
 */
import type { BookAssessment, UnitResult } from '../../model/assessment';
import type { Block, DocumentTable, ReportDocument } from '../../model/document';
import type { ReportDetails } from '../../model/report-details';
import { withContents } from '../contents';
import { overviewOf } from '../overview';
import { measuresChapter } from '../measures';
import { percentText, shown } from '../points';
import {
  blank,
  bold,
  cell,
  centred,
  closing,
  formOf,
  headed,
  heading,
  issuedByUnit,
  openingOf,
  orBlank,
  paragraph,
  PLAN,
  titleYear,
  withoutSubject,
  yearsOf,
} from '../report';
import { itemsOf, lossOf, subjectsOf, type ChosenUnit, type Subject } from '../subjects';
import { citedAs, counted, insideSentence, placed } from '../wording';

export interface PlanInput {
  readonly book: BookAssessment;
  readonly unit: ChosenUnit;
  /** Indices of the items whose losses are to be remedied. */
  readonly items: readonly number[];
  /** The unit's result with these losses remedied; null if it is not known. */
  readonly after: UnitResult | null;
  readonly details: ReportDetails;
}

export function liftPlan(input: PlanInput): ReportDocument {
  const { book, unit, items, after } = input;
  const [subject] = subjectsOf(book, null, [unit]);
  const details = issuedByUnit(input, subject);
  const form = formOf(
    details,
    'Khắc phục tồn tại, hạn chế, nâng cao chỉ số cải cách hành chính của ' +
      `${subject?.name ?? 'đơn vị'} sau đánh giá${titleYear(details)}`,
    PLAN,
  );
  if (!subject) return withoutSubject(form);
  const chosen = subject.deductions.filter(({ item }) => items.includes(item.position));
  const blocks: Block[] = [
    ...openingOf(details, `ban hành Kế hoạch ${insideSentence(form.subject)}`),
    heading(1, '1. Kết quả hiện nay'),
    ...overviewOf(subject, yearsOf({ details, previous: null })),
    heading(1, '2. Nội dung khắc phục'),
    ...(chosen.length === 0
      ? [paragraph('Không có nội dung nào được chọn.')]
      : [paragraph(`Khắc phục ${counted(chosen.length, 'nội dung')} bị trừ điểm sau:`), planTable(subject, chosen)]),
    heading(1, '3. Kết quả dự kiến'),
    paragraph(expected(subject, chosen.length, after)),
    heading(1, '4. Giải pháp, kiến nghị'),
    ...measuresChapter([{ ...subject, deductions: chosen }], details, {
      isCouncils: false,
      missing: 'giải pháp, kiến nghị',
    }),
    heading(1, '5. Tổ chức thực hiện'),
    paragraph(blank('phân công, kinh phí, chế độ báo cáo')),
    closing(form),
  ];
  return withContents({ form, sections: [{ landscape: false, appendix: null, blocks }] });
}

function planTable(subject: Subject, chosen: Subject['deductions']): DocumentTable {
  const items = itemsOf(subject);
  return {
    kind: 'table',
    widths: [6, 27, 10, 17, 20, 20],
    header: [
      [
        'TT',
        'Tiêu chí, tiêu chí thành phần',
        'Điểm bị trừ',
        'Đơn vị chịu trách nhiệm',
        'Giải pháp khắc phục',
        'Thời hạn',
      ].map((title) => headed(title)),
    ],
    rows: [
      ...chosen.map(({ item, lostPoints, responsibleBody, remedy, remedyDue }, position) => [
        centred(String(position + 1)),
        cell(citedAs(items, item).title),
        centred(shown(lostPoints, subject.pointPlaces)),
        cell(orBlank(responsibleBody, 'đơn vị')),
        cell(orBlank(remedy, 'giải pháp')),
        cell(orBlank(remedyDue, 'thời hạn')),
      ]),
      [
        cell([bold('Cộng')], { span: 2 }),
        cell([bold(shown(lossOf(chosen), subject.pointPlaces))], { align: 'center' }),
        cell('', { span: 3 }),
      ],
    ],
  };
}

/** «chỉ số tăng từ 80,23% lên 82,5%; xếp loại Tốt (không đổi); xếp hạng từ 7/7 lên 5/7» */
function expected({ name, result, assessment: { places } }: Subject, count: number, after: UnitResult | null): string {
  if (count === 0) return 'Không có thay đổi.';
  const planned = after?.publishedIndex ?? null;
  if (!after || planned === null || result.publishedIndex === null)
    return `Kết quả của ${name} chưa xác định nên chưa tính được kết quả dự kiến.`;
  const place = ({ rank, rankOf }: UnitResult): string | null => (rank === null ? null : placed(rank, rankOf));
  const moved = (what: string, from: string | null, to: string | null): string[] =>
    to === null
      ? []
      : [
          from === to || from === null
            ? `${what} ${to}${from === to ? ' (không đổi)' : ''}`
            : `${what} từ ${from} lên ${to}`,
        ];
  const parts = [
    ...moved('chỉ số tăng', percentText(result.publishedIndex, places), percentText(planned, places)),
    ...moved('xếp loại', result.rating, after.rating),
    // The same rank counts as unchanged, even if the number of places changes.
    ...(after.rank === result.rank
      ? moved('xếp hạng', place(after), place(after))
      : moved('xếp hạng', place(result), place(after))),
  ];
  return (
    `Nếu khắc phục được ${count === 1 ? 'nội dung' : `cả ${counted(count, 'nội dung')}`} nêu trên và ` +
    `điểm của các nội dung khác, của các đơn vị khác không đổi: ${parts.join('; ')}.`
  );
}
