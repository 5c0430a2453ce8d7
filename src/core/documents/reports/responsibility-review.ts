/**
 * R3: the responsibility for lost points: area by area, each lost item with its reason, responsible body, person and
 * explanation.
 */
import { tallyAt } from '../../model/assessment';
import type { Cause, Deduction, Remedy } from '../../model/deduction';
import type { Block, ReportDocument } from '../../model/document';
import type { Item } from '../../model/score-sheet';
import { subtract } from '../../values/decimal';
import type { ReportDetails } from '../../model/report-details';
import { areaName } from '../areas-table';
import { withContents } from '../contents';
import { evidenceText } from '../evidence';
import { measuresChapter } from '../measures';
import { POINT_FAULTS, notesOn, RESULT_FAULTS } from '../notes';
import { penaltiesOf } from '../outside-set';
import { overviewOf } from '../overview';
import { fraction, percentText, pointsOf, shown } from '../points';
import {
  bold,
  closingTo,
  formOf,
  heading,
  issuedByUnit,
  italic,
  NO_AREAS,
  numbered,
  openingOf,
  orBlank,
  paragraph,
  standingPart,
  subjectsIn,
  titleYear,
  withoutSubject,
  yearsOf,
  type Report,
  type ReportInput,
  type Years,
} from '../report';
import { sinceLastYear } from '../since-last-year';
import { areasOf, itemsOf, pathOf, reformAreas, surveyParts, type AreaPart, type Subject } from '../subjects';
import { surveyChapters } from '../survey';
import { ended, insideSentence, kindOf, titleOf } from '../wording';

export const RESPONSIBILITY_REVIEW: Report = { code: 'R3', compose };

function compose(input: ReportInput): ReportDocument {
  const [subject] = subjectsIn(input);
  const details = issuedByUnit(input, subject);
  const form = formOf(
    details,
    'Kiểm điểm, làm rõ nguyên nhân, trách nhiệm đối với các tiêu chí bị trừ điểm chỉ số cải cách ' +
      `hành chính${titleYear(details)} của ${subject?.name ?? 'đơn vị'}`,
  );
  if (!subject) return withoutSubject(form);
  const years = yearsOf(input);
  const all = areasOf(subject);
  const areas = reformAreas(all);
  const chapters: readonly (readonly [string, readonly Block[]])[] = [
    [
      'Kết quả chung',
      [...overviewOf(subject, years), ...notesOn(subject, RESULT_FAULTS), ...sinceLastYear(subject, years)],
    ],
    [
      'Nguyên nhân, trách nhiệm theo từng lĩnh vực',
      areas.length === 0
        ? [...standingPart('Nguyên nhân chung', details.commonCauses), paragraph(NO_AREAS)]
        : [
            ...standingPart('Nguyên nhân chung', details.commonCauses),
            ...areas.flatMap((area, position) => [
              heading(2, `2.${position + 1}. ${areaName(area)}`),
              standing(subject, area, years),
              ...notesOn(subject, POINT_FAULTS, (about) => about === area.item),
              ...lossesOf(subject, area, details),
            ]),
          ],
    ],
    ...surveyChapters(subject, surveyParts(all), years),
    ...outsideOf(subject, details.keepsBlanks),
    [
      'Giải pháp khắc phục, kiến nghị',
      [
        ...measuresChapter([subject], details, {
          isCouncils: false,
          missing: 'giải pháp khắc phục, cam kết, kiến nghị',
          arePrinted: areas.length > 0,
        }),
        closingTo(form),
      ],
    ],
  ];
  return withContents({
    form,
    sections: [
      {
        landscape: false,
        appendix: null,
        blocks: [...openingOf(details, `báo cáo ${insideSentence(form.subject)}`), ...numbered(chapters)],
      },
    ],
  });
}

/** «Cải cách thủ tục hành chính đạt 7,55/16 điểm (năm 2021 đạt 17,93/23 điểm).» */
function standing({ assessment, pointPlaces }: Subject, area: AreaPart, years: Years): Block {
  const { tally, change } = area;
  const mean = change?.percent.before ?? null;
  const before =
    change?.before && change.before.max > 0
      ? ` (${years.previous} đạt ${pointsOf(change.before, pointPlaces)})`
      : change?.earlier === null && mean !== null
        ? ` (${years.previous} các đơn vị cũ bình quân đạt ${percentText(mean, assessment.places)})`
        : '';
  if (!tally) return paragraph(`Điểm của lĩnh vực chưa xác định vì còn tiêu chí chưa có điểm hoặc có lỗi${before}.`);
  if (tally.max === 0) return paragraph('Không có tiêu chí nào thuộc lĩnh vực được áp dụng.');
  // For an area without criteria, the loss of the area itself is added to this sentence.
  const areaLoss = area.deductions.find(({ item }) => item === area.item);
  const lost =
    tally.points === tally.max
      ? '; không có tiêu chí bị trừ điểm'
      : areaLoss
        ? ` (mất ${shown(areaLoss.lostPoints, pointPlaces)} điểm)`
        : '';
  return paragraph(`${areaName(area)} đạt ${pointsOf(tally, pointPlaces)}${before}${lost}.`);
}

/** Each lost item below the criteria that contain it; a criterion is named once. */
function lossesOf(subject: Subject, { item: area, deductions }: AreaPart, details: ReportDetails): Block[] {
  const items = itemsOf(subject);
  let shown: readonly Item[] = [];
  return deductions.flatMap((deduction) => {
    const path = pathOf(items, deduction.item).slice(1);
    const item = path.at(-1) ?? deduction.item;
    const above = path.slice(0, -1);
    const fresh = above.filter((each) => !shown.includes(each));
    shown = above;
    return [
      ...fresh.map((each) => criterionLine(subject, each)),
      ...[
        ...(deduction.item === area ? [] : [lostLine(item, deduction, subject.pointPlaces)]),
        ...whyAndWho(deduction, details.keepsBlanks),
        ...remedyOf(deduction),
        ...proofOf(subject, item, details),
      ].map((block) => (above.length > 0 ? nested(block) : block)),
    ];
  });
}

const quoted = (item: Item): string => `“${titleOf(item)}”`;

/** Indents a block below its criterion. */
const nested = (block: Block): Block => (block.kind === 'paragraph' ? { ...block, indent: 1 } : block);

function criterionLine({ result, pointPlaces }: Subject, item: Item): Block {
  const tally = tallyAt(result.totals.awarded, item.position);
  const points = tally
    ? `: đạt ${pointsOf(tally, pointPlaces)} (mất ` +
      `${shown(subtract(tally.max, tally.points), pointPlaces)} điểm), trong đó:`
    : ': điểm chưa xác định, trong đó:';
  return paragraph(bold(`${kindOf(item)} ${quoted(item)}`), points);
}

const lostLine = (item: Item, deduction: Deduction, places: number): Block =>
  paragraph(
    `* ${kindOf(item)} `,
    italic(quoted(item)),
    `: đạt ${fraction({ points: deduction.awardedPoints, max: deduction.maxPoints }, places)} điểm ` +
      `(mất ${shown(deduction.lostPoints, places)} điểm).`,
  );

/** Person and explanation are optional, because only some offices use them. */
const whyAndWho = (
  { cause, responsibleBody, responsiblePerson, explanation }: Cause,
  keepsBlanks: boolean,
): Block[] => [
  paragraph(bold('+ Lý do: '), orBlank(cause && ended(cause.trim()), 'lý do bị trừ điểm')),
  paragraph(
    bold('+ Trách nhiệm: '),
    orBlank(responsibleBody && ended(responsibleBody.trim()), 'đơn vị chịu trách nhiệm'),
  ),
  ...(keepsBlanks || hasText(responsiblePerson)
    ? [
        paragraph(
          bold('+ Cá nhân phụ trách: '),
          orBlank(responsiblePerson && ended(responsiblePerson.trim()), 'họ tên, chức vụ'),
        ),
      ]
    : []),
  ...(keepsBlanks || hasText(explanation)
    ? [paragraph(bold('+ Giải trình: '), orBlank(explanation && ended(explanation.trim()), 'giải trình'))]
    : []),
];

/** Where the office has it; the chapter of measures refers to it, body by body. */
const remedyOf = ({ remedy, remedyDue, remedyStatus }: Remedy): Block[] =>
  remedy === null || !hasText(remedy)
    ? []
    : [
        paragraph(
          bold('+ Giải pháp khắc phục: '),
          ended(
            remedy.trim().replace(/[.;]$/, '') +
              laterText('thời hạn', remedyDue) +
              laterText('tình trạng', remedyStatus?.toLocaleLowerCase('vi') ?? null),
          ),
        ),
      ];

const laterText = (label: string, text: string | null): string =>
  text !== null && hasText(text) ? `; ${label}: ${text.trim()}` : '';

/** The evidence that was submitted for the item, and how late it came. */
function proofOf(subject: Subject, item: Item, details: ReportDetails): Block[] {
  const text = evidenceText(subject, item, details);
  return text === null ? [] : [paragraph(bold('+ Tài liệu kiểm chứng: '), text)];
}

const hasText = (text: string | null): boolean => text !== null && text.trim() !== '';

/** The last chapter before the remedies: points deducted outside the set. */
function outsideOf(subject: Subject, keepsBlanks: boolean): [string, Block[]][] {
  const { penalty } = subject.result.totals;
  const penalties = penaltiesOf(subject);
  if (penalties.length === 0) return [];
  const isCapped = penalties.reduce((all, { points }) => all + points, 0) > penalty;
  return [
    [
      'Điểm trừ ngoài bộ tiêu chí',
      [
        ...penalties.flatMap((each) => [
          paragraph(`* ${each.title}: ${shown(each.points, subject.pointPlaces)} điểm.`),
          ...whyAndWho(each, keepsBlanks),
        ]),
        ...(isCapped
          ? [
              paragraph(
                'Tổng điểm trừ ngoài bộ tiêu chí được tính theo mức trừ tối đa: ' +
                  `${shown(penalty, subject.pointPlaces)} điểm.`,
              ),
            ]
          : []),
      ],
    ],
  ];
}
