/** R4: a unit's report on its own result: index, place, areas and their places, and the areas that need action. */
import type { Block, ReportDocument } from '../../model/document';
import { isInSurvey } from '../../model/score-sheet';
import { DECIMAL_PLACES, toVietnamese, type Decimal } from '../../values/decimal';
import { compareRatios } from '../../values/ratio';
import { amongUnits, standingOf } from '../among-units';
import { areaName, areaPercent, areasTable } from '../areas-table';
import { withContents } from '../contents';
import { lossLine, lossRuns } from '../losses';
import { measuresChapter } from '../measures';
import { POINT_FAULTS, notesOn, RESULT_FAULTS } from '../notes';
import { overviewOf } from '../overview';
import { placeOfArea } from '../places';
import { pointsOf, shown } from '../points';
import {
  bold,
  closingTo,
  formOf,
  openingOf,
  heading,
  issuedByUnit,
  NO_AREAS,
  numbered,
  paragraph,
  standingPart,
  standingTexts,
  subjectsIn,
  titleYear,
  withoutSubject,
  yearsOf,
  type Report,
  type ReportInput,
} from '../report';
import { sharedCauses } from '../shortcomings';
import { draftStrengths } from '../strengths';
import { areasOf, lossOf, reformAreas, surveyParts, type AreaPart, type Subject } from '../subjects';
import { surveyChapters } from '../survey';
import { capitalised, counted, insideSentence, kindsOf, listed, ofAll } from '../wording';

export const UNIT_REPORT: Report = { code: 'R4', compose };

function compose(input: ReportInput): ReportDocument {
  const [subject] = subjectsIn(input);
  const details = issuedByUnit(input, subject);
  const form = formOf(
    details,
    `Kết quả chỉ số cải cách hành chính${titleYear(details)} của ${subject?.name ?? 'đơn vị'}`,
  );
  if (!subject) return withoutSubject(form);
  const years = yearsOf(input);
  const all = areasOf(subject);
  const areas = reformAreas(all);
  const chapters: readonly (readonly [string, readonly Block[]])[] = [
    [
      'Kết quả chung',
      [
        ...overviewOf(subject, years, standingOf(input, subject)),
        ...amongUnits(input, subject, years),
        ...notesOn(subject, RESULT_FAULTS),
      ],
    ],
    [
      'Kết quả theo từng lĩnh vực',
      [
        areas.length > 0 ? areasTable(subject, areas) : paragraph(NO_AREAS),
        ...notesOn(subject, POINT_FAULTS, (area) => area?.survey !== true),
        ...(areas.length > 0
          ? [paragraph(bold('Ưu điểm:')), ...standingTexts(details.strengths), ...draftStrengths([subject], false)]
          : []),
      ],
    ],
    [
      'Điểm bị trừ và nguyên nhân',
      [
        ...standingPart('Nguyên nhân chung', details.commonCauses),
        ...sharedCauses([subject]),
        ...unknownAreas(areas),
        ...(areas.length > 0 ? lossesOf(subject, areas) : [paragraph(NO_AREAS)]),
      ],
    ],
    ...surveyChapters(subject, surveyParts(all), years),
    [
      'Giải pháp, kiến nghị',
      measuresChapter([subject], details, { isCouncils: false, missing: 'giải pháp, cam kết, kiến nghị' }),
    ],
  ];
  const blocks: Block[] = [
    ...openingOf(details, `báo cáo ${insideSentence(form.subject)}`),
    ...numbered(chapters),
    closingTo(form),
  ];
  return withContents({ form, sections: [{ landscape: false, appendix: null, blocks }] });
}

function lossesOf(subject: Subject, areas: readonly AreaPart[]): Block[] {
  const low = areas.filter((area) => isLow(subject, area));
  return [
    heading(2, `3.1. Lĩnh vực dưới ${toVietnamese(subject.assessment.settings.areaLine)}% điểm tối đa`),
    ...lowAreas(subject, low, areas.length),
    heading(2, '3.2. Các lĩnh vực khác'),
    ...otherAreas(
      subject,
      areas.filter((area) => !low.includes(area)),
    ),
  ];
}

/** Whether an area is below the threshold of the settings, by its exact percent: 74,996 is below 75. */
function isLow({ assessment: { settings } }: Subject, { tally, result }: AreaPart): boolean {
  const line = { numerator: BigInt(settings.areaLine), denominator: 10n ** BigInt(DECIMAL_PLACES) };
  return tally !== null && result.percent !== null && compareRatios(result.percent, line) < 0;
}

/** States which areas are unknown, so that the following list is not taken for all losses. */
function unknownAreas(areas: readonly AreaPart[]): Block[] {
  const unknown = areas.filter(({ tally }) => tally === null);
  return unknown.length === 0
    ? []
    : [
        paragraph(
          `Chưa kể ${ofAll(unknown.length, areas.length, 'lĩnh vực')} chưa xác định được điểm vì còn tiêu ` +
            `chí chưa có điểm hoặc có lỗi: ${listed(unknown.map(areaName))}.`,
        ),
      ];
}

function lowAreas(subject: Subject, low: readonly AreaPart[], all: number): Block[] {
  const {
    assessment: { places },
    pointPlaces,
  } = subject;
  if (low.length === 0) return [paragraph('Không có lĩnh vực nào.')];
  return [
    paragraph(`Có ${ofAll(low.length, all, 'lĩnh vực')} cần tập trung khắc phục:`),
    ...low.flatMap((area) => {
      const percent = areaPercent(area, places);
      const share = percent === null ? '' : ` (${toVietnamese(percent)}%)`;
      const reached = (area.tally ? pointsOf(area.tally, pointPlaces) : '') + share;
      const placed = placeOfArea(subject, area);
      const place = placed ? `, xếp hạng ${placed.text}${placed.source}` : '';
      const [only] = area.deductions;
      // In an area without criteria, this loss is the only one.
      if (only?.item === area.item)
        return [paragraph(bold(`- ${areaName(area)}`), `: đạt ${reached}${place}`, ...lossRuns(subject, only))];
      return [
        paragraph(
          bold(`- ${areaName(area)}`),
          `: đạt ${reached}${place}; bị trừ ${points(lossOf(area.deductions), pointPlaces)}:`,
        ),
        ...area.deductions.flatMap((each) => lossLine(subject, each, '+')),
      ];
    }),
  ];
}

/** Lists the losses of the areas above the threshold as well, so that every loss is reported. */
function otherAreas(subject: Subject, others: readonly AreaPart[]): Block[] {
  const {
    name,
    result: { undetermined },
    assessment: { scoreSheet },
    deductions: all,
    pointPlaces,
  } = subject;
  if (others.length === 0) return [paragraph('Không có lĩnh vực nào khác.')];
  const deductions = others.flatMap((area) => area.deductions);
  const lost = deductions.map(({ item }) => item);
  const inAreas = all.filter(({ item }) => !isInSurvey(scoreSheet.items, item));
  if (lost.length === 0) return [paragraph('Không có tiêu chí nào bị trừ điểm.')];
  return [
    paragraph(
      `${capitalised(name)} bị trừ ${points(lossOf(deductions), pointPlaces)} tại ` +
        `${counted(lost.length, kindsOf(lost))}:`,
    ),
    ...deductions.flatMap((each) => lossLine(subject, each)),
    ...(undetermined
      ? []
      : [paragraph(`Tổng điểm bị trừ ở tất cả các lĩnh vực: ${points(lossOf(inAreas), pointPlaces)}.`)]),
  ];
}

const points = (value: Decimal, places: number): string => `${shown(value, places)} điểm`;
