/**
 * «So sánh hai năm»: units, areas and items by percent, mergers, changes of the set, and recurring losses. Nothing is
 * compared by points.
 */
import type { Block, ReportDocument } from '../../model/document';
import { mergerFaults } from '../../score/compare-years';
import { comparisonText } from '../../sets/compare-sets';
import { subtract, toVietnamese, ZERO, type Decimal, shownCount } from '../../values/decimal';
import { groupsOf } from '../../values/group';
import { meanOf, roundRatio } from '../../values/ratio';
import {
  cell,
  centred,
  closing,
  formOf,
  headed,
  numbered,
  paragraph,
  subjectsIn,
  TABLE,
  yearsOf,
  type Report,
  type ReportInput,
  type Years,
} from '../report';
import { comparedSet, itemChapter } from '../since-last-year';
import { formerNames, renamed, sharedItems, type Subject } from '../subjects';
import { areaTitle, capitalised, listed, signed, titleOf } from '../wording';
import { cellsOf, tableOf } from '../years-cells';
import { changesTable } from './set-changes';

export const TWO_YEARS: Report = { code: 'HAI-NAM', compose };

function compose(input: ReportInput): ReportDocument {
  const years = yearsOf(input);
  const subjects = subjectsIn(input);
  const chapters: [string, Block[]][] = [
    ['Chỉ số của các đơn vị', unitChapter(subjects, years, input)],
    ['Theo lĩnh vực', areaChapter(subjects, years)],
    ['Theo tiêu chí', itemChapter(subjects, years)],
    ['Mất điểm lặp lại', recurringChapter(subjects, years)],
    ['Thay đổi của bộ tiêu chí', setChapter(subjects, years)],
  ];
  const subject = `Kết quả chỉ số cải cách hành chính ${years.previous} và ${years.current}`;
  const form = formOf(input.details, subject, { ...TABLE, type: 'BẢNG SO SÁNH' });
  return {
    form,
    sections: [
      {
        landscape: true,
        appendix: null,
        blocks: [
          paragraph('Hai năm được so sánh theo tỷ lệ phần trăm, không theo điểm, vì bộ tiêu chí có thể thay đổi.'),
          ...numbered(chapters),
          closing(form),
        ],
      },
    ],
  };
}

function unitChapter(subjects: readonly Subject[], years: Years, { book, previous }: ReportInput): Block[] {
  const rows = subjects.map((subject) => {
    const { unit, result, change: since } = subject;
    const index = since?.index ?? { before: null, after: result.publishedIndex, change: null };
    return [cell(unit.name || subject.name), ...cellsOf(index), cell(noteOf(subject, years))];
  });
  const faults = previous ? mergerFaults(book, previous) : [];
  return [
    tableOf('Đơn vị', years, 'Ghi chú', rows),
    ...(faults.length === 0 ? [] : [paragraph(`Cần xem lại danh sách sáp nhập: ${faults.join(' ')}`)]),
  ];
}

function noteOf(subject: Subject, { previous, current }: Years): string {
  const { change: since, result } = subject;
  const former = formerNames(subject);
  const notes = [
    ...(since === null ? [`không có trong bảng ${previous}, không so sánh được`] : []),
    ...(former === null ? [] : [`${previous}: bình quân của ${former}`]),
    ...renamed(subject).map((name) => `${previous} là ${name}`),
    ...(since !== null && since.index.before === null
      ? [
          (since.former?.missing.length ?? 0) > 0
            ? `không thấy ${listed(since.former?.missing ?? [])} trong bảng ${previous}`
            : `chỉ số ${previous} chưa xác định`,
        ]
      : []),
    ...(result.publishedIndex === null ? [`chỉ số ${current} chưa xác định`] : []),
  ];
  return capitalised(notes.join('; '));
}

function areaChapter(subjects: readonly Subject[], years: Years): Block[] {
  const numbersOf = sharedItems(subjects);
  const all = subjects.flatMap((subject) =>
    (subject.change?.areas ?? []).map((area) => ({
      key: numbersOf(subject)[area.item.position] ?? -1 - area.item.position,
      places: subject.assessment.places,
      ...area,
    })),
  );
  if (all.length === 0) return [paragraph('Không có lĩnh vực nào để so sánh.')];
  const rows = [...groupsOf(all, ({ key }) => key).values()].map((sameArea) => {
    const both = sameArea.filter(({ percent: each }) => each.change !== null);
    const [first] = sameArea;
    const up = both.filter(({ percent: each }) => (each.change ?? ZERO) > 0).length;
    const down = both.filter(({ percent: each }) => (each.change ?? ZERO) < 0).length;
    const places = Math.max(...sameArea.map((each) => each.places));
    const mean = (values: readonly (Decimal | null)[]): Decimal | null =>
      both.length === 0
        ? null
        : meanOf(
            values.flatMap((value) => value ?? []),
            places,
          );
    const [before, after] = [
      mean(both.map((each) => each.percent.before)),
      mean(both.map((each) => each.percent.after)),
    ];
    return [
      cell(first ? areaTitle(first.item) : ''),
      ...cellsOf({ before, after, change: before === null || after === null ? null : subtract(after, before) }),
      cell(
        both.length === 0
          ? `Không có ở ${years.previous}, không so sánh được`
          : `${shownCount(up)} đơn vị tăng, ${shownCount(down)} đơn vị giảm, ` +
              `${shownCount(both.length - up - down)} giữ nguyên`,
      ),
    ];
  });
  return [
    paragraph('Bình quân tỷ lệ của các đơn vị có cả hai năm:'),
    tableOf('Lĩnh vực', years, 'Số đơn vị', rows),
    ...byUnit(subjects),
  ];
}

/** With more areas the table is too wide to read at a glance. */
const MOST_AREAS = 10;

/** «62,5 → 64,6 (+2,1)», one row for each unit and one column for each area. */
function byUnit(subjects: readonly Subject[]): Block[] {
  const [first] = subjects;
  const areas = first?.change?.areas ?? [];
  const alike = subjects.filter(({ assessment }) => assessment === first?.assessment);
  if (alike.length < 2 || areas.length === 0 || areas.length > MOST_AREAS) return [];
  const width = Math.floor(75 / areas.length);
  return [
    paragraph('Từng đơn vị, theo lĩnh vực (tỷ lệ % hai năm, trong ngoặc là tăng/giảm):'),
    {
      kind: 'table',
      widths: [100 - width * areas.length, ...areas.map(() => width)],
      header: [[headed('Đơn vị'), ...areas.map(({ item }) => headed(areaTitle(item)))]],
      rows: alike.map(({ unit, change: since, result, assessment: { places } }) => [
        cell(unit.name),
        ...areas.map(({ item }) => {
          const now = result.areas.find((area) => area.item === item)?.percent;
          const found = since?.areas.find((area) => area.item === item)?.percent ?? {
            before: null,
            after: now ? roundRatio(now, places) : null,
            change: null,
          };
          const shown = (value: Decimal | null): string => (value === null ? '–' : toVietnamese(value));
          const by = found.change;
          return centred(`${shown(found.before)} → ${shown(found.after)}${by === null ? '' : ` (${signed(by)})`}`);
        }),
      ]),
    },
  ];
}

function recurringChapter(subjects: readonly Subject[], years: Years): Block[] {
  const numbersOf = sharedItems(subjects);
  const all = subjects.flatMap((subject) =>
    (subject.change?.losses ?? []).flatMap(({ item, recurs }) =>
      recurs && !item.survey ? [{ key: numbersOf(subject)[item.position] ?? -1, item, subject }] : [],
    ),
  );
  if (all.length === 0) return [paragraph(`Không có mục nào bị trừ điểm ở cả ${years.previous} và ${years.current}.`)];
  const rows = [...groupsOf(all, ({ key }) => key).values()]
    .sort((a, b) => b.length - a.length)
    .map((sameItem, position) => [
      centred(String(position + 1)),
      cell(sameItem[0] ? titleOf(sameItem[0].item) : ''),
      centred(String(sameItem.length)),
      cell(listed(sameItem.map(({ subject }) => subject.unit.name || subject.name))),
    ]);
  return [
    {
      kind: 'table',
      widths: [5, 45, 10, 40],
      header: [['TT', 'Tiêu chí', 'Số đơn vị', 'Đơn vị bị trừ điểm cả hai năm'].map((text) => headed(text))],
      rows,
    },
  ];
}

function setChapter(subjects: readonly Subject[], { previous, current }: Years): Block[] {
  const comparison = subjects.map(comparedSet).find((each) => each !== null);
  if (!comparison) return [paragraph('Không có bộ tiêu chí của cả hai năm để so sánh.')];
  if (comparison.changes.length === 0) return [paragraph(`Bộ tiêu chí ${current} không đổi so với ${previous}.`)];
  return [
    paragraph(
      `${comparisonText(comparison)}. Mục mới, mục bỏ không so sánh được; mục đổi điểm tối đa so sánh theo tỷ lệ.`,
    ),
    ...changesTable(comparison),
  ];
}
