/** The appendix of a council's report: one row for each unit, with its points, index, rating, rank and areas. */
import type { Tally } from '../model/assessment';
import type { DocumentCell, DocumentSection, DocumentTable } from '../model/document';
import { toVietnamese, ZERO } from '../values/decimal';
import { fraction, shown } from './points';
import { areasOf, type Subject } from './subjects';
import { areaTitle, capitalised, insideSentence, placed } from './wording';
import { cell, centred, headed } from './report';

/** With more areas the table would be too narrow to read. */
const MOST_AREAS = 12;

export const unitsAppendix = (subjects: readonly Subject[], title: string): DocumentSection => ({
  landscape: true,
  appendix: { label: 'Phụ lục', title },
  blocks: [unitsTable(subjects)],
});

export function unitsTable(subjects: readonly Subject[]): DocumentTable {
  const columns: Column[] = [
    { title: 'TT', width: 5, of: (_, position) => centred(String(position + 1)) },
    { title: 'Đơn vị', width: 18, of: ({ name }) => cell(capitalised(name)) },
    ...columnsOfPoints(subjects),
    {
      title: 'Chỉ số',
      width: 8,
      of: ({ result }) => centred(result.publishedIndex === null ? UNKNOWN : toVietnamese(result.publishedIndex)),
    },
    ...where(subjects, ({ result }) => result.rating !== null, {
      title: 'Xếp loại',
      width: 9,
      of: ({ result }) => centred(result.rating ?? ''),
    }),
    ...where(subjects, ({ result }) => result.rank !== null, {
      title: 'Xếp hạng',
      width: 7,
      of: ({ result: { rank, rankOf } }) => centred(rank === null ? '' : placed(rank, rankOf)),
    }),
  ];
  return {
    kind: 'table',
    widths: columns.map(({ width }) => width),
    header: [columns.map(({ title }) => headed(title))],
    rows: subjects.map((subject, position) => columns.map((column) => column.of(subject, position))),
  };
}

/** The column, if some unit has a value for it. */
const where = (subjects: readonly Subject[], isThere: (subject: Subject) => boolean, column: Column): Column[] =>
  subjects.some(isThere) ? [column] : [];

function columnsOfPoints(subjects: readonly Subject[]): Column[] {
  const isAppraised = ({ unit }: Subject): boolean => unit.awardedRole === 'appraised';
  return [
    ...where(subjects, ({ unit }) => unit.group !== null, {
      title: 'Khối',
      width: 9,
      // Not in capitals and without the word «khối» of the heading, so that the text fits the column.
      of: ({ unit }) => cell(capitalised(insideSentence((unit.group ?? '').replace(/^khối\s+/iu, '')))),
    }),
    ...where(subjects, (subject) => subject.result.totals.selfTotal !== null && isAppraised(subject), {
      title: 'Điểm tự chấm',
      width: 10,
      of: (subject) => centred(isSelfScored(subject) ? tallyText(subject, subject.result.totals.selfTotal) : '–'),
    }),
    {
      title: subjects.every(isAppraised) ? 'Điểm thẩm định' : 'Điểm đạt được',
      width: 10,
      of: (subject) => centred(tallyText(subject, subject.result.totals.awardedTotal)),
    },
    ...areaTitles(subjects).map((title) => ({
      title,
      width: 9,
      of: (subject: Subject) => centred(areaText(subject, title)),
    })),
    ...where(subjects, ({ result }) => result.totals.bonus > ZERO, extraColumn('Điểm cộng', 'bonus')),
    ...where(subjects, ({ result }) => result.totals.penalty > ZERO, extraColumn('Điểm trừ', 'penalty')),
  ];
}

const extraColumn = (title: string, key: 'bonus' | 'penalty'): Column => ({
  title,
  width: 7,
  of: ({ result: { totals }, pointPlaces }) => centred(totals[key] > ZERO ? shown(totals[key], pointPlaces) : ''),
});

interface Column {
  readonly title: string;
  readonly width: number;
  readonly of: (subject: Subject, position: number) => DocumentCell;
}

const UNKNOWN = 'Chưa xác định';
const tallyText = ({ result, pointPlaces }: Subject, tally: Tally | null): string =>
  tally && !result.undetermined ? fraction(tally, pointPlaces) : UNKNOWN;

/** Whether the sheet has any self-score of the unit. */
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
