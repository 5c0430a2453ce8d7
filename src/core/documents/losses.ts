/** The lost points of one area: its table, and a line for each loss with its cause, in the order of the set. */
import { tallyAt } from '../model/assessment';
import { ZERO, negate, subtract } from '../values/decimal';
import type { Deduction } from '../model/deduction';
import type { Block, DocumentTable, TextRun } from '../model/document';
import type { Item } from '../model/score-sheet';
import { WEIGHTS, weightOf } from '../model/deduction';
import { shown } from './points';
import { itemsOf, type AreaPart, type Subject } from './subjects';
import { citedAs, counted, ended, insideSentence, kindsOf, nameOf } from './wording';
import { bold, cell, centred, headed, italic, orBlank, paragraph, run } from './report';

/** Every item of the area in the order of the sheet; an item that does not apply is marked «Không đánh giá». */
export function itemsTable(subject: Subject, area: Item): DocumentTable {
  const { pointPlaces } = subject;
  const items = itemsOf(subject).filter((each) => each.area === area.position);
  return {
    kind: 'table',
    widths: [10, 54, 12, 12, 12],
    header: [['Tiêu chí', 'Nội dung', 'Điểm tối đa', 'Điểm đạt được', 'Điểm bị trừ'].map((title) => headed(title))],
    rows: items.map((item) => {
      const tally = tallyAt(subject.result.totals.awarded, item.position);
      const weight = (text: string) => (item.children.length > 0 ? [bold(text)] : [run(text)]);
      const max = tally?.max ?? subject.unit.max?.[item.position] ?? item.max;
      const lost = tally ? subtract(tally.max, tally.points) : null;
      const isOut = tally !== null && tally.max === 0;
      return [
        centred(item.code.replace(/\.$/, '')),
        cell(weight(item.level === 0 ? item.name : `${item.code === '' ? '- ' : ''}${nameOf(item)}`)),
        centred(isOut || max === null ? '–' : shown(max, pointPlaces)),
        centred(isOut ? 'Không đánh giá' : tally ? shown(tally.points, pointPlaces) : 'Chưa xác định'),
        tally === null || lost === null || lost <= ZERO
          ? centred('')
          : centred(
              shown(negate(lost), pointPlaces),
              item.children.length > 0 ? {} : { fill: WEIGHTS[weightOf(lost, tally.max)].fill },
            ),
      ];
    }),
  };
}

/** The losses of a unit in one area, in words: no item applies, nothing was lost, or a line for each loss. */
export function areaWords(subject: Subject, { item: area, tally, deductions }: AreaPart): Block[] {
  const topic = `nội dung ${insideSentence(nameOf(area))}`;
  if (tally?.max === 0)
    return [paragraph(`Không có tiêu chí nào thuộc ${topic} được áp dụng đối với ${subject.name}.`)];
  const unknown = tally ? [] : [paragraph(`Điểm của ${topic} chưa xác định vì còn tiêu chí chưa có điểm hoặc có lỗi.`)];
  const lost = deductions.map(({ item }) => item);
  if (lost.every((item) => item === area) && lost.length > 0)
    return deductions.flatMap((each) => lossLine(subject, each));
  if (lost.length === 0)
    return tally
      ? [
          paragraph(
            `Theo từng nội dung cụ thể, ${subject.name} đạt điểm tối đa đối với ` +
              `${area.children.length === 0 ? '' : 'các tiêu chí thuộc '}${topic}.`,
          ),
        ]
      : unknown;
  return [
    ...unknown,
    paragraph(
      `Theo từng nội dung cụ thể, ${subject.name} không đạt điểm tối đa đối với ` +
        `${counted(lost.length, kindsOf(lost))} sau:`,
    ),
    ...deductions.flatMap((each) => lossLine(subject, each)),
  ];
}

/** «- Tiêu chí 1.1. Kế hoạch … (trừ 0,25 điểm). Nguyên nhân: …» */
export function lossLine(subject: Subject, deduction: Deduction, mark = '-'): Block[] {
  const { kind, title } = citedAs(itemsOf(subject), deduction.item);
  return [paragraph(`${mark} ${kind} `, italic(title), ...lossRuns(subject, deduction))];
}

/** The runs after the name of the item that lost points. */
export const lossRuns = ({ pointPlaces }: Subject, { lostPoints, cause }: Deduction): readonly TextRun[] => [
  run(` (trừ ${shown(lostPoints, pointPlaces)} điểm). `),
  bold('Nguyên nhân: '),
  orBlank(cause && ended(cause.trim()), 'nguyên nhân'),
];
