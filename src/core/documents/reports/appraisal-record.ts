/**
 * The record (biên bản) of one unit's appraisal: each item whose appraised points differ from the self-score, with the
 * reason and the unit's explanation.
 */
import { bodyInSentence } from '../../model/body-name';
import type { Block, DocumentTable, ReportDocument } from '../../model/document';
import type { Cause } from '../../model/deduction';
import { isScoredItem, type Item, type Score } from '../../model/score-sheet';
import type { ReportDetails } from '../../model/report-details';
import { subtract } from '../../values/decimal';
import { unitKey } from '../../matching/unit-keys';
import { withContents } from '../contents';
import { lateTexts } from '../evidence';
import { percentText, pointsOf, shown } from '../points';
import {
  blank,
  cell,
  centred,
  formOf,
  headed,
  italic,
  NO_AREAS,
  numbered,
  orBlank,
  paragraph,
  RECORD,
  subjectsIn,
  titleYear,
  withoutSubject,
  type Report,
  type ReportInput,
} from '../report';
import { itemsOf, type Subject } from '../subjects';
import { whyUndetermined } from '../why-undetermined';
import { isSelfScored } from '../units-table';
import { capitalised, citedAs, codeOf, counted, signed } from '../wording';

export const APPRAISAL_RECORD: Report = { code: 'BIEN-BAN', compose };

function compose(input: ReportInput): ReportDocument {
  const [subject] = subjectsIn(input);
  const { details } = input;
  const form = formOf(
    details,
    `Thẩm định kết quả tự chấm điểm chỉ số cải cách hành chính${titleYear(details)} của ${subject?.name ?? 'đơn vị'}`,
    RECORD,
  );
  if (!subject) return withoutSubject(form);
  const blocks: Block[] = [
    ...details.grounds.map((ground) => paragraph(italic(`${ground.replace(/[\s.;]+$/, '')};`))),
    paragraph('Hôm nay, ', blank('giờ, ngày, tháng, năm'), ', tại ', blank('địa điểm'), ', chúng tôi gồm:'),
    paragraph(`- Đại diện ${appraiserOf(details, subject)}: `, WHO),
    paragraph(`- Đại diện ${subject.name}: `, WHO),
    ...numbered([
      ['Kết quả', resultOf(subject)],
      ['Nội dung có điểm thẩm định khác điểm tự chấm', differencesOf(subject)],
      ...lateProofs(subject, details),
      ['Ý kiến của đơn vị được thẩm định', [paragraph(blank('ý kiến của đơn vị'))]],
      ['Kết luận', [paragraph(blank('kết luận'))]],
    ]),
    paragraph('Biên bản được đọc lại cho các bên cùng nghe, thống nhất và lập thành ', blank('số'), ' bản.'),
  ];
  return withContents({
    form: { ...form, party: `Đại diện ${subject.name}` },
    sections: [{ landscape: false, appendix: null, blocks }],
  });
}

/** A unit does not appraise itself, so an issuing body equal to the unit is replaced by «Hội đồng thẩm định». */
const appraiserOf = ({ issuingBody }: ReportDetails, { unit }: Subject): string =>
  issuingBody === null || unitKey(issuingBody) === unitKey(unit.name)
    ? 'Hội đồng thẩm định'
    : bodyInSentence(issuingBody);

const WHO = blank('họ tên, chức vụ');

function resultOf(subject: Subject): Block[] {
  const { result, pointPlaces, unit } = subject;
  const { selfTotal, awardedTotal } = result.totals;
  const why = whyUndetermined(subject);
  const rating = result.rating === null ? '' : `; xếp loại ${result.rating}`;
  return [
    ...(isSelfScored(subject)
      ? [paragraph(`- Tổng điểm đơn vị tự chấm: ${selfTotal ? pointsOf(selfTotal, pointPlaces) : 'chưa xác định'}.`)]
      : []),
    ...(unit.awardedRole === 'appraised' && awardedTotal
      ? [paragraph(`- Tổng điểm sau thẩm định: ${pointsOf(awardedTotal, pointPlaces)}.`)]
      : []),
    paragraph(
      why === null && result.publishedIndex !== null
        ? `- Chỉ số cải cách hành chính: ${percentText(result.publishedIndex, subject.assessment.places)}${rating}.`
        : `- Chỉ số cải cách hành chính chưa xác định: ${why ?? 'thiếu điểm'}.`,
    ),
  ];
}

/** Evidence that came after its due day, item by item; no chapter if nothing came late or no due day is given. */
function lateProofs(subject: Subject, details: ReportDetails): [string, Block[]][] {
  const items = itemsOf(subject);
  const lines = items.filter(isScoredItem).flatMap((item): Block[] => {
    const late = lateTexts(subject, item, details);
    const { kind, title } = citedAs(items, item);
    return late.length === 0 ? [] : [paragraph(`- ${kind} `, italic(title), `: ${late.join('; ')}.`)];
  });
  return lines.length === 0 ? [] : [['Tài liệu kiểm chứng gửi sau thời hạn', lines]];
}

interface Difference {
  readonly item: Item;
  readonly self: Score;
  readonly appraised: Score;
}

function differencesOf(subject: Subject): Block[] {
  const { unit, pointPlaces } = subject;
  const items = itemsOf(subject);
  const { self, appraised } = unit;
  if (items.length === 0) return [paragraph(NO_AREAS)];
  if (!self || !appraised) return [paragraph('Bảng tổng hợp không có đủ điểm tự chấm và điểm thẩm định để so sánh.')];
  const found = items.filter(isScoredItem).flatMap((item): Difference[] => {
    const [claimed, judged] = [self[item.position], appraised[item.position]];
    return claimed && judged && saying(claimed, pointPlaces) !== saying(judged, pointPlaces)
      ? [{ item, self: claimed, appraised: judged }]
      : [];
  });
  if (found.length === 0) return [paragraph('Điểm thẩm định của mọi nội dung bằng điểm tự chấm.')];
  return [paragraph(`Có ${counted(found.length, 'nội dung')}:`), differencesTable(subject, found)];
}

function differencesTable(subject: Subject, found: readonly Difference[]): DocumentTable {
  const { pointPlaces } = subject;
  const items = itemsOf(subject);
  return {
    kind: 'table',
    widths: [8, 23, 9, 9, 10, 9, 23, 15],
    header: [
      ['Mã', 'Nội dung', 'Điểm tối đa', 'Tự chấm', 'Thẩm định', 'Chênh lệch', 'Lý do', 'Giải trình của đơn vị'].map(
        (title) => headed(title),
      ),
    ],
    rows: found.map(({ item, self, appraised }) => {
      const max = subject.unit.max?.[item.position] ?? item.max;
      const words = wordsOf(subject, item);
      return [
        centred(codeOf(item).replace(/\.$/, '')),
        cell(capitalised(item.code === '' ? citedAs(items, item).title : item.name)),
        centred(max === null ? '–' : shown(max, pointPlaces)),
        centred(saying(self, pointPlaces)),
        centred(saying(appraised, pointPlaces)),
        centred(
          self.kind === 'points' && appraised.kind === 'points' ? signed(subtract(appraised.points, self.points)) : '–',
        ),
        cell(orBlank(words.cause, 'lý do')),
        cell(orBlank(words.explanation, 'giải trình')),
      ];
    }),
  };
}

/** The score as printed. Two scores with the same text count as equal. */
function saying(score: Score, places: number): string {
  if (score.kind === 'points') return shown(score.points, places);
  if (score.kind === 'notApplicable') return 'Không đánh giá';
  return score.kind === 'notYetScored' ? 'Chưa chấm' : score.text;
}

/**
 * The cause and explanation of the loss. An item without a loss, for example one appraised above its self-score, may
 * have them as well.
 */
function wordsOf(
  { deductions, assessment: { causes }, unit }: Subject,
  item: Item,
): Pick<Cause, 'cause' | 'explanation'> {
  const loss = deductions.find((each) => each.item === item);
  if (loss) return loss;
  const stated = causes.statedFor(unit, item);
  return {
    cause: stated?.columns?.cause ?? stated?.note?.cause ?? stated?.line?.cause ?? null,
    explanation: stated?.columns?.explanation ?? stated?.line?.explanation ?? stated?.note?.explanation ?? null,
  };
}
