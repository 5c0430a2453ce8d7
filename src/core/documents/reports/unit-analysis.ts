/**
 * R2: the analysis of one unit's index: its areas this year and last year, then the losses item by item with their
 * causes.
 */
import { itemsBelow } from '../../model/score-sheet';
import type { Block, ReportDocument } from '../../model/document';
import { amongUnits, standingOf } from '../among-units';
import { areaName, areaPercent, areasTable, changeOf, yearsTable } from '../areas-table';
import { withContents } from '../contents';
import { areaWords, itemsTable } from '../losses';
import { measuresChapter } from '../measures';
import { POINT_FAULTS, notesOn, RESULT_FAULTS } from '../notes';
import { overviewOf } from '../overview';
import {
  closingTo,
  formOf,
  heading,
  issuedByUnit,
  NO_AREAS,
  numbered,
  openingOf,
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
import { areasOf, reformAreas, surveyParts, type AreaPart, type Subject } from '../subjects';
import { surveyChapters } from '../survey';
import { insideSentence, listed, nameOf, ofAll } from '../wording';

export const UNIT_ANALYSIS: Report = { code: 'R2', compose };

function compose(input: ReportInput): ReportDocument {
  const years = yearsOf(input);
  const [subject] = subjectsIn(input);
  const details = issuedByUnit(input, subject);
  const form = formOf(
    details,
    `Phân tích kết quả chỉ số cải cách hành chính${titleYear(details)} của ${subject?.name ?? 'đơn vị'}`,
  );
  if (!subject) return withoutSubject(form);
  const all = areasOf(subject);
  const areas = reformAreas(all);
  const chapters: readonly (readonly [string, readonly Block[]])[] = [
    [
      `Tổng quan chung về chỉ số cải cách hành chính ${years.current}`,
      [
        ...overviewOf(subject, years, standingOf(input, subject)),
        ...amongUnits(input, subject, years),
        ...notesOn(subject, RESULT_FAULTS),
        ...areaSummary(subject, areas, years),
      ],
    ],
    [
      'Kết quả đánh giá trên các lĩnh vực cải cách hành chính',
      areas.length === 0
        ? [paragraph(NO_AREAS)]
        : areas.flatMap((area, position) => [
            heading(2, `2.${position + 1}. ${areaName(area)}`),
            ...(itemsBelow(subject.assessment.scoreSheet.items, area.item).length > 0
              ? [itemsTable(subject, area.item)]
              : []),
            ...notesOn(subject, POINT_FAULTS, (about) => about === area.item),
            ...areaWords(subject, area),
          ]),
    ],
    ...surveyChapters(subject, surveyParts(all), years),
    [
      'Giải pháp, kiến nghị',
      [
        ...standingPart('Nguyên nhân chung', details.commonCauses),
        ...measuresChapter([subject], details, {
          isCouncils: false,
          missing: 'giải pháp khắc phục, kiến nghị, đề xuất',
        }),
      ],
    ],
  ];
  const blocks: Block[] = [
    ...openingOf(details, `báo cáo ${insideSentence(form.subject)}`),
    ...numbered(chapters),
    closingTo(form),
  ];
  return withContents({ form, sections: [{ landscape: false, appendix: null, blocks }] });
}

function areaSummary(subject: Subject, areas: readonly AreaPart[], years: Years): Block[] {
  const {
    assessment: { places },
    change,
  } = subject;
  if (areas.length === 0) return [];
  const full = areas.filter((area) => areaPercent(area, places) !== null && area.tally?.points === area.tally?.max);
  const sentence = (chosen: readonly AreaPart[], what: string): string[] =>
    chosen.length === 0
      ? []
      : [
          `${ofAll(chosen.length, areas.length, 'lĩnh vực')} ${what}: ` +
            listed(chosen.map(({ item }) => insideSentence(nameOf(item)))),
        ];
  const moved = (sign: number): AreaPart[] =>
    areas.filter((area) => {
      const by = changeOf(area);
      return by !== null && Math.sign(by) === sign;
    });
  const since = `so với ${years.previous}`;
  const parts = [
    ...sentence(moved(1), `tăng điểm chỉ số ${since}`),
    ...sentence(moved(-1), `giảm điểm chỉ số ${since}`),
    ...sentence(moved(0), `không thay đổi ${since}`),
    ...sentence(full, 'đạt điểm tối đa'),
  ];
  return [
    ...parts.map((part) => paragraph(`Có ${part}.`)),
    paragraph(
      change
        ? `So sánh kết quả ${years.previous} và ${years.current}:`
        : `Kết quả ${years.current} theo từng lĩnh vực:`,
    ),
    change ? yearsTable(subject, areas, years) : areasTable(subject, areas),
    ...sinceLastYear(subject, years),
  ];
}
