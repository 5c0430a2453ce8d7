/**
 * Makes all workbooks from a criteria set or from the tables of units. It also draws the form in which one unit scores
 * itself: its items with their maxima, open cells for points, evidence and explanation, sums and index as live
 * formulas, and checks of the typed points against maximum and step.
 */
import type { Content } from '../model/content';
import { NO_DETAILS, type ReportDetails } from '../model/report-details';
import { RESULT_LABELS } from '../model/result-sheet';
import { PLAIN_SHEET, type DrawnCell, type SheetDrawing } from '../model/sheet-drawing';
import { letterheadOf } from '../sheets/draw-letterhead';
import { LOOKS, cellOf, textCell } from '../sheets/draw-look';
import { sum } from '../values/decimal';
import { refTo, refToArea } from '../values/formula-text';
import {
  areasOf,
  checksOf,
  formula,
  headOfLine,
  INDEX,
  lookOfLine,
  numberOf,
  openBlank,
  openText,
  outsideTerms,
  POINTS,
  RESULT,
  dataChecks,
  scaleCell,
  scoreCell,
  sumBelow,
} from './form-cells';
import { hiddenSheets, type FormSheet } from './set-sheet';
import type { UnitInTables } from '../matching/units-in-tables';
import type { Book } from '../model/workbook/grid';
import type { ScoringSet } from '../model/scoring-set';
import { NOT_APPLICABLE } from '../model/result-sheet';
import { nameKeeper, safeFileName } from '../values/file-names';
import { linesOfSet, linesOfUnit, SCALE_COLUMNS, scaleColumns, type FormLine, type TableColumn } from './form-lines';
import { TABLE_LAYOUTS, type TableLayout } from './province-rows';
import type { ListedUnit } from './unit-list';

interface MadeForm {
  readonly name: string;
  readonly sheets: readonly FormSheet[];
}

interface FormsWish {
  readonly units: readonly ListedUnit[];
  readonly layout: TableLayout;
  readonly columns: readonly TableColumn[];
  readonly details: ReportDetails;
  /** The officer's name for the set. */
  readonly name: string;
}

/** The blank table of all units, then the form of each unit. */
export function* formsOfSet(
  set: ScoringSet,
  { units, layout, columns, details, name }: FormsWish,
): Generator<MadeForm> {
  const lines = linesOfSet(set);
  yield { name: 'Bảng tổng hợp.xlsx', sheets: TABLE_LAYOUTS[layout]({ lines, units, columns, details, set: name }) };
  const nameFor = formNames();
  for (const unit of units)
    yield { name: nameFor(unit.name), sheets: selfScoringForm(unit.name, lines, details, name) };
}

/** The form of each unit of a table, with the items that the table has for it. */
export function* formsOfTable(
  units: readonly UnitInTables[],
  set: ScoringSet | null,
  { details, name }: Pick<FormsWish, 'details' | 'name'>,
): Generator<MadeForm> {
  const nameFor = formNames();
  for (const unit of units)
    yield { name: nameFor(unit.name), sheets: selfScoringForm(unit.name, linesOfUnit(unit, set), details, name) };
}

function formNames(): (unit: string) => string {
  const nameFor = nameKeeper();
  return (unit) => nameFor(`Tự chấm - ${safeFileName(unit)}`, '.xlsx');
}

/** The year named near the top of the set's sheets; null if there is none or more than one. */
export function yearIn({ sheets }: Book): number | null {
  const texts = sheets.flatMap((sheet) => {
    const { values } = sheet.grid();
    return values.slice(0, TOP).flatMap((row) => (row ?? []).filter((cell) => typeof cell === 'string'));
  });
  const years = new Set(
    texts.flatMap((text) => [...text.matchAll(/năm\s+(20\d\d)/giu)].map(([, year]) => Number(year))),
  );
  const [only, another] = years;
  return only === undefined || another !== undefined ? null : only;
}
const TOP = 12;

const COLUMNS = [
  ['TT', 8],
  ['Lĩnh vực/Tiêu chí', 62],
  ['Điểm tối đa', 10],
  ['Điểm tự chấm', 11],
  ['Tài liệu kiểm chứng', 34],
  ['Giải trình', 34],
] as const;
const MAX = 2;
const SCORE = 3;
const LAST = COLUMNS.length - 1;
const DATA = COLUMNS.length;
const FORM_SHEET = 'Tự chấm';

/** `details` are those of the table. The unit fills in its own letterhead, which has open blanks. */
const selfScoringForm = (
  unit: string,
  lines: readonly FormLine[],
  details: ReportDetails,
  set: string,
): FormSheet[] => [
  { sheet: FORM_SHEET, drawing: formDrawing(unit, lines, details) },
  ...hiddenSheets(lines, { madeFor: unit, year: details.year, set }),
];

function formDrawing(unit: string, lines: readonly FormLine[], details: ReportDetails): SheetDrawing {
  const { letterhead, merges } = letterheadOf({
    details: { ...NO_DETAILS, superiorBody: details.issuingBody, issuingBody: unit.toUpperCase(), year: details.year },
    title: 'BẢNG TỰ CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH',
    half: 2,
    width: COLUMNS.length,
    live: false,
    captions: [{ text: `Đơn vị: ${unit}`, look: LOOKS.subtitle, left: 0, right: LAST }],
  });
  const header = letterhead.length;
  const rowOf = (position: number): number => header + 1 + position;
  const beside = scaleColumns(lines);
  const columns = [
    ...COLUMNS,
    ...beside.map((column): [string, number] => [SCALE_COLUMNS[column].label, SCALE_COLUMNS[column].width]),
  ];
  const cells = [
    ...letterhead.map((row) => row.map(openBlank)),
    columns.map(([label]) => textCell(label, LOOKS.header)),
    ...lines.map((line) => [
      ...lineCells(line, lines, rowOf),
      ...beside.map((column) => {
        const row = rowOf(line.position);
        return scaleCell(line, column === 'so-lieu', { row, column: DATA }, { row, column: SCORE });
      }),
    ]),
    ...resultRows(lines, rowOf),
  ];
  return {
    ...PLAIN_SHEET,
    columns: columns.map(([, width]) => ({ width, hidden: false })),
    rows: cells.map((row) => ({ height: null, level: 0, cells: row })),
    merges,
    frozen: { rows: header + 1, columns: 2 },
    print: { landscape: true, repeated: [header, header] },
    form: {
      checks: [
        ...checksOf(lines, rowOf, { blocks: [{ left: SCORE, right: SCORE }], max: MAX }),
        ...dataChecks(lines, rowOf, [DATA]),
      ],
    },
  };
}

function lineCells(line: FormLine, lines: readonly FormLine[], rowOf: (position: number) => number): DrawnCell[] {
  const { isScored, below } = line;
  const sumCell = (): Content | null =>
    below.length === 0 ? null : sumBelow(line, lines, (position) => ({ row: rowOf(position), column: SCORE }), true);
  return [
    ...headOfLine(line),
    isScored
      ? scoreCell(line, { row: rowOf(line.position), column: DATA })
      : cellOf(sumCell(), lookOfLine(line, POINTS)),
    ...[0, 1].map(() => (isScored ? openText() : textCell('', lookOfLine(line, LOOKS.body)))),
  ];
}

function resultRows(lines: readonly FormLine[], rowOf: (position: number) => number): DrawnCell[][] {
  const areas = areasOf(lines);
  const setMax = sum(areas.flatMap((position) => lines[position]?.max ?? []));
  const [first, last] = [rowOf(0), rowOf(lines.length - 1)];
  const column = (position: number): string => refToArea({ top: first, left: position, bottom: last, right: position });
  const row = last + 1;
  const [total, applicable] = [refTo({ row, column: SCORE }), refTo({ row: row + 1, column: SCORE })];
  const added = outsideTerms(lines, (position) => ({ row: rowOf(position), column: SCORE }));
  const earned = added === '' ? total : `(${total}${added})`;
  const left = `SUMIF(${column(SCORE)},"${NOT_APPLICABLE}",${column(MAX)})`;
  const line = (label: string, max: Content | null, score: Content, look = RESULT): DrawnCell[] => [
    textCell('', LOOKS.unit),
    textCell(label, LOOKS.unit),
    cellOf(max, RESULT),
    cellOf(score, look),
    textCell('', LOOKS.unit),
    textCell('', LOOKS.unit),
  ];
  return [
    line(
      RESULT_LABELS.total,
      numberOf(setMax),
      sumBelow({ below: areas }, lines, (position) => ({ row: rowOf(position), column: SCORE }), true),
    ),
    line(RESULT_LABELS.max, null, formula(`${refTo({ row, column: MAX })}-${left}`, setMax)),
    line(
      RESULT_LABELS.index,
      null,
      formula(`IF(OR(${total}="",${applicable}=0),"",ROUND(${earned}/${applicable}*100,2))`),
      INDEX,
    ),
  ];
}
