/** The appendix of a council's report: every unit with its points, index, rating, rank and areas, one row each. */
import type { Tally } from '../model/assessment';
import type { DocumentCell, DocumentSection, DocumentTable } from '../model/document';
import { toVietnamese, ZERO } from '../values/decimal';
import { fraction, shown } from './points';
import { areasOf, type Subject } from './subjects';
import { areaTitle, capitalised } from './wording';
import { cell, centred, headed } from './report';

/** Above this many areas the table would be too narrow to read. */
const MOST_AREAS = 12;

export const unitsAppendix = (subjects: readonly Subject[], title: string): DocumentSection => ({
  landscape: true,
  appendix: { label: 'Phụ lục', title },
  blocks: [unitsTable(subjects)],
});

export function unitsTable(subjects: readonly Subject[]): DocumentTable {
  const areas = areaTitles(subjects);
  const hasGroups = subjects.some(({ unit }) => unit.group !== null);
  const hasSelf = subjects.some(({ result, unit }) => result.totals.selfTotal && unit.awardedRole === 'appraised');
  const isAppraised = subjects.every(({ unit }) => unit.awardedRole === 'appraised');
  const hasBonus = subjects.some(({ result }) => result.totals.bonus > ZERO);
  const hasPenalty = subjects.some(({ result }) => result.totals.penalty > ZERO);
  const columns: Column[] = [
    { title: 'TT', width: 5, of: (_, at) => centred(String(at + 1)) },
    { title: 'Đơn vị', width: 18, of: ({ name }) => cell(capitalised(name)) },
    ...(hasGroups ? [{ title: 'Khối', width: 9, of: ({ unit }: Subject) => cell(unit.group ?? '') }] : []),
    ...(hasSelf
      ? [
          {
            title: 'Điểm tự chấm',
            width: 10,
            of: (subject: Subject) =>
              centred(isSelfScored(subject) ? tallyText(subject, subject.result.totals.selfTotal) : '–'),
          },
        ]
      : []),
    {
      title: isAppraised ? 'Điểm thẩm định' : 'Điểm đạt được',
      width: 10,
      of: (subject) => centred(tallyText(subject, subject.result.totals.awardedTotal)),
    },
    ...areas.map((title) => ({ title, width: 9, of: (subject: Subject) => centred(areaText(subject, title)) })),
    ...(hasBonus
      ? [
          {
            title: 'Điểm cộng',
            width: 7,
            of: ({ result, pointPlaces }: Subject) =>
              centred(result.totals.bonus > ZERO ? shown(result.totals.bonus, pointPlaces) : ''),
          },
        ]
      : []),
    ...(hasPenalty
      ? [
          {
            title: 'Điểm trừ',
            width: 7,
            of: ({ result, pointPlaces }: Subject) =>
              centred(result.totals.penalty > ZERO ? shown(result.totals.penalty, pointPlaces) : ''),
          },
        ]
      : []),
    {
      title: 'Chỉ số',
      width: 8,
      of: ({ result }) => centred(result.publishedIndex === null ? UNKNOWN : toVietnamese(result.publishedIndex)),
    },
    { title: 'Xếp loại', width: 9, of: ({ result }) => centred(result.rating ?? '') },
    {
      title: 'Xếp hạng',
      width: 7,
      of: ({ result: { rank, rankOf } }) =>
        centred(rank === null ? '' : rankOf === null ? String(rank) : `${rank}/${rankOf}`),
    },
  ];
  return {
    kind: 'table',
    widths: columns.map(({ width }) => width),
    header: [columns.map(({ title }) => headed(title))],
    rows: subjects.map((subject, at) => columns.map((column) => column.of(subject, at))),
  };
}

interface Column {
  readonly title: string;
  readonly width: number;
  readonly of: (subject: Subject, at: number) => DocumentCell;
}

const UNKNOWN = 'Chưa xác định';
const tallyText = ({ result, pointPlaces }: Subject, tally: Tally | null): string =>
  tally && !result.undetermined ? fraction(tally, pointPlaces) : UNKNOWN;

/** Whether the sheet holds any point that the unit gave itself. */
export const isSelfScored = ({ unit, result }: Subject): boolean =>
  result.totals.selfTotal !== null || (unit.self?.some(({ kind }) => kind === 'points') ?? false);

function areaTitles(subjects: readonly Subject[]): string[] {
  const titles = new Set(subjects.flatMap((subject) => areasOf(subject).map(({ item }) => areaTitle(item))));
  return titles.size > MOST_AREAS ? [] : [...titles];
}

function areaText(subject: Subject, title: string): string {
  const area = areasOf(subject).find(({ item }) => areaTitle(item) === title);
  if (!area) return '';
  if (!area.tally) return UNKNOWN;
  return area.tally.max === 0 ? 'Không đánh giá' : fraction(area.tally, subject.pointPlaces);
}
