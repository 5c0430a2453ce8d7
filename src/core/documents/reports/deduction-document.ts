/**
 * The deduction summary as a document: a landscape table for each unit, with the sums of its areas and each loss
 * coloured by its weight.
 */
import type { Tally } from '../../model/assessment';
import type { Cause, Deduction, Remedy } from '../../model/deduction';
import { SUM_FILLS, WEIGHTS, weightOf, type Weight } from '../../model/deduction';
import type { Block, DocumentCell, DocumentTable, ReportDocument } from '../../model/document';
import { itemAbove } from '../../model/item-title';
import { ZERO, type Decimal } from '../../values/decimal';
import { withContents } from '../contents';
import { penaltiesOf } from '../outside-set';
import { pointsOf, shown } from '../points';
import {
  bold,
  cell,
  centred,
  formOf,
  headed,
  heading,
  MOST_LINES,
  orBlank,
  paragraph,
  run,
  subjectsIn,
  TABLE,
  titleYear,
  type ReportInput,
} from '../report';
import { areasOf, itemsOf, lossOf, type Subject } from '../subjects';
import { whyUndetermined } from '../why-undetermined';
import { isSelfScored, unitsTable } from '../units-table';
import { areaTitle, capitalised, citedAs, codeOf, insideSentence, nameOf } from '../wording';

type DeductionInput = Omit<ReportInput, 'previous'>;

/** The summary of one unit, of the chosen units or of all units. */
export function deductionDocument(input: DeductionInput): ReportDocument {
  const subjects = subjectsIn({ ...input, previous: null });
  const [only] = subjects;
  const of = subjects.length === 1 && only ? ` của ${only.name}` : '';
  return withContents({
    form: formOf(
      input.details,
      `Điểm bị trừ trong đánh giá chỉ số cải cách hành chính${titleYear(input.details)}${of}`,
      TABLE,
    ),
    sections: [{ landscape: true, appendix: null, blocks: [...tablesOf(subjects), END] }],
  });
}

function tablesOf(subjects: readonly Subject[]): Block[] {
  if (subjects.length === 0) return [paragraph('Bảng tổng hợp không có đơn vị nào.')];
  if (subjects.reduce((all, { deductions }) => all + deductions.length, 0) > MOST_LINES)
    return [paragraph(TOO_LONG), unitsTable(subjects)];
  return [
    ...(subjects.some(({ deductions }) => deductions.length > 0) ? [LEGEND] : []),
    ...subjects.flatMap((subject, position) => unitBlocks(subject, subjects.length > 1 ? `${position + 1}. ` : '')),
  ];
}

const withoutRemedy = (words: Cause): Cause & Remedy => ({
  ...words,
  remedy: null,
  remedyDue: null,
  remedyStatus: null,
});

const TOO_LONG =
  'Bảng có quá nhiều dòng để in chung: dưới đây là kết quả chung của từng đơn vị; điểm bị trừ theo ' +
  'từng tiêu chí xuất riêng cho mỗi đơn vị.';

interface WordColumn {
  readonly title: string;
  readonly width: number;
  readonly text: (words: Cause & Remedy) => string | null;
  /** Whether the column is shown, with marked blanks, even when it is empty. */
  readonly isKept: boolean;
}

const COLUMNS: readonly WordColumn[] = [
  { title: 'Nguyên nhân', width: 22, text: ({ cause }) => cause, isKept: true },
  { title: 'Trách nhiệm', width: 13, text: ({ responsibleBody }) => responsibleBody, isKept: true },
  { title: 'Cá nhân phụ trách', width: 11, text: ({ responsiblePerson }) => responsiblePerson, isKept: false },
  { title: 'Giải trình', width: 16, text: ({ explanation }) => explanation, isKept: false },
  { title: 'Giải pháp khắc phục', width: 18, text: ({ remedy }) => remedy, isKept: false },
  { title: 'Thời hạn', width: 14, text: ({ remedyDue }) => remedyDue, isKept: false },
  { title: 'Tình trạng', width: 11, text: ({ remedyStatus }) => remedyStatus, isKept: false },
];

const END = paragraph(
  'Bảng này lập từ kết quả chấm điểm; tổng điểm bị trừ của mỗi đơn vị bằng điểm tối đa trừ điểm đạt được.',
);

const LEGEND: DocumentTable = {
  kind: 'table',
  widths: [1, 1, 1],
  header: [],
  rows: [
    (['full', 'half', 'less'] as const satisfies readonly Weight[]).map((weight) =>
      centred(WEIGHTS[weight].label, { fill: WEIGHTS[weight].fill }),
    ),
  ],
};

function unitBlocks(subject: Subject, number: string): Block[] {
  const why = whyUndetermined(subject);
  const {
    deductions,
    pointPlaces,
    result: {
      totals: { awardedTotal, penalty },
    },
  } = subject;
  const outside = penalty > ZERO ? `; điểm trừ ngoài bộ tiêu chí: ${shown(penalty, pointPlaces)} điểm` : '';
  const lost = deductions.length === 0 ? 'không bị trừ điểm' : `bị trừ ${shown(lossOf(deductions), pointPlaces)} điểm`;
  // A sheet with only totals shows that points were lost, but not on which items.
  const known = itemsOf(subject).length === 0 ? '; bảng tổng hợp không có điểm của từng tiêu chí' : `, ${lost}`;
  const standing = paragraph(
    why === null && awardedTotal
      ? `Đạt ${pointsOf(awardedTotal, pointPlaces)}${known}${outside}.`
      : `Kết quả chưa xác định: ${why ?? 'thiếu điểm'}${outside}.`,
  );
  const hasTable = deductions.length > 0 || (penalty > ZERO && itemsOf(subject).length > 0);
  // The paragraph comes after the table: between the heading and the table, it would make LibreOffice leave the heading
  // alone at the foot of a page.
  const blocks = hasTable ? [table(subject)] : [];
  return [
    heading(1, `${number}${capitalised(subject.name)}`),
    ...(why === null ? [...blocks, standing] : [standing, ...blocks]),
  ];
}

/** Areas without a loss have a row as well, so that every column visibly adds up. */
function table(subject: Subject): DocumentTable {
  const { result, pointPlaces, deductions } = subject;
  const stated: readonly (Cause & Remedy)[] = [...deductions, ...penaltiesOf(subject).map(withoutRemedy)];
  const columns = COLUMNS.filter((column) => column.isKept || stated.some((each) => column.text(each) !== null));
  const hasSelf = subject.unit.awardedRole === 'appraised' && isSelfScored(subject);
  const sheet: TableOf = { subject, columns, middle: (self) => (hasSelf ? [self] : []) };
  const titles = [
    'Mã',
    'Tiêu chí, tiêu chí thành phần',
    'Điểm tối đa',
    ...sheet.middle('Tự chấm'),
    hasSelf ? 'Thẩm định' : 'Đạt được',
    'Bị trừ',
    ...columns.map(({ title }) => title),
  ];
  const totals = sumsOf(sheet, result.undetermined ? null : result.totals.awardedTotal, lossOf(deductions));
  return {
    kind: 'table',
    widths: [7, 24, 9, ...(hasSelf ? [9] : []), 9, 8, ...columns.map(({ width }) => width)],
    header: [titles.map((title) => headed(title))],
    rows: [
      ...areasOf(subject).flatMap(({ item, tally, deductions: lost }) => [
        sumRow(sheet, areaTitle(item), sumsOf(sheet, tally, lossOf(lost)), SUM_FILLS.area),
        ...lost.map((deduction) => lossRow(sheet, deduction)),
      ]),
      sumRow(sheet, 'Cộng', totals, SUM_FILLS.unit),
      ...penaltiesOf(subject).map((each) => {
        const points = ['', ...sheet.middle(''), '', shown(each.points, pointPlaces)];
        return sumRow(sheet, each.title, points, SUM_FILLS.unit, withoutRemedy(each));
      }),
    ],
  };
}

/** The table of one unit. `middle` keeps the self-score cell if the table has that column. */
interface TableOf {
  readonly subject: Subject;
  readonly columns: readonly WordColumn[];
  readonly middle: (self: string) => string[];
}

const wordCells = (
  { columns }: TableOf,
  words: Cause & Remedy,
  look: Omit<DocumentCell, 'runs'> = {},
): DocumentCell[] =>
  columns.map(({ title, text, isKept }) =>
    cell(isKept ? orBlank(text(words), title.toLocaleLowerCase('vi')) : run(text(words) ?? ''), look),
  );

function sumRow(
  sheet: TableOf,
  title: string,
  points: readonly string[],
  fill: string,
  words: (Cause & Remedy) | null = null,
): DocumentCell[] {
  const look = { fill };
  return [
    cell([bold(title)], { span: 2, ...look }),
    ...points.map((each) => cell([bold(each)], { align: 'center', ...look })),
    ...(words === null ? [cell('', { span: sheet.columns.length, ...look })] : wordCells(sheet, words, look)),
  ];
}

function sumsOf({ subject: { pointPlaces }, middle }: TableOf, tally: Tally | null, lost: Decimal): string[] {
  if (tally?.max === ZERO) return ['–', ...middle(''), 'Không đánh giá', '–'];
  return [
    tally ? shown(tally.max, pointPlaces) : '–',
    ...middle(''),
    tally ? shown(tally.points, pointPlaces) : '–',
    tally || lost > ZERO ? shown(lost, pointPlaces) : '–',
  ];
}

function lossRow(sheet: TableOf, deduction: Deduction): DocumentCell[] {
  const { subject, middle } = sheet;
  const { item, maxPoints, selfPoints, awardedPoints, lostPoints } = deduction;
  const items = itemsOf(subject);
  const number = (value: Decimal): string => shown(value, subject.pointPlaces);
  return [
    centred(codeOf(item).replace(/\.$/, '')),
    cell(itemAbove(items, item) ? citedAs(items, item).title : capitalised(insideSentence(nameOf(item)))),
    centred(number(maxPoints)),
    ...middle(selfPoints === null ? '' : number(selfPoints)).map((each) => centred(each)),
    centred(number(awardedPoints)),
    cell([bold(number(lostPoints))], { align: 'center', fill: WEIGHTS[weightOf(lostPoints, maxPoints)].fill }),
    ...wordCells(sheet, deduction),
  ];
}
