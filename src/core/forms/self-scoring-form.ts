/**
 * The workbook in which one unit scores itself: the items of the table with their maxima, open cells for points,
 * evidence and explanation, sums and index as live formulas, and what is typed checked against maximum and step.
 */
import { isScoredPlace, type Place, type UnitInTables } from '../matching/units-in-tables';
import { matchToCriteria } from '../matching/match-criteria';
import type { Content } from '../model/content';
import type { CriteriaSet } from '../model/criteria-set';
import { NO_DETAILS, type ReportDetails } from '../model/report-details';
import { RESULT_LABELS } from '../model/result-sheet';
import { maxPointsOf, type Item } from '../model/score-sheet';
import { PLAIN_SHEET, type CellLook, type DrawnCell, type FormCheck, type SheetDrawing } from '../model/sheet-drawing';
import { letterheadOf } from '../sheets/draw-letterhead';
import { LOOKS, cellOf, lookOf, textCell } from '../sheets/draw-look';
import type { Address } from '../values/address';
import { sum, toText, toVietnamese, type Decimal } from '../values/decimal';
import { refTo, refToArea, runsOf, sumOf } from '../values/formula-text';
import { groupsOf } from '../values/group';

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

/** What an item that does not apply says instead of points. */
const NOT_APPLICABLE = 'KĐG';

const FORM_SHEET = 'Tự chấm';
/** Says of which table and unit the form is; hidden, so that it comes back with the file. */
const FORM_ORIGIN_SHEET = 'Mẫu';

interface FormSheet {
  readonly sheet: string;
  readonly drawing: SheetDrawing;
  readonly isHidden?: boolean;
}

/** `details` are those of the table; the unit's own letterhead is left to it, as open blanks. */
export function selfScoringForm(unit: UnitInTables, details: ReportDetails, criteria: CriteriaSet | null): FormSheet[] {
  const lines = linesOf(unit, criteria);
  return [
    { sheet: FORM_SHEET, drawing: formDrawing(unit.name, lines, details) },
    { sheet: FORM_ORIGIN_SHEET, drawing: originDrawing(unit.name, lines, details), isHidden: true },
  ];
}

interface Line {
  readonly item: Item;
  readonly max: Decimal | null;
  readonly step: Decimal | null;
  readonly isScored: boolean;
  /** Positions of the lines right below it. */
  readonly below: readonly number[];
}

function linesOf({ places, entries }: UnitInTables, criteria: CriteriaSet | null): Line[] {
  const steps = criteria ? stepsOf(places, criteria) : new Map<Item, Decimal | null>();
  return places.map((place, position) => ({
    item: place.item,
    max: maxPointsOf(place.unit, place.item),
    step: steps.get(place.item) ?? null,
    isScored: isScoredPlace(place),
    below: entries[position]?.children ?? [],
  }));
}

const stepsOf = (places: readonly Place[], criteria: CriteriaSet): Map<Item, Decimal | null> =>
  new Map(
    [...groupsOf(places, ({ assessment }) => assessment).keys()].flatMap(({ scoreSheet }) =>
      matchToCriteria(scoreSheet.items, criteria).matched.map(({ item, line }) => [item, line.step] as const),
    ),
  );

function formDrawing(unit: string, lines: readonly Line[], details: ReportDetails): SheetDrawing {
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
  const body = lines.map((line, position) => lineCells(line, rowOf(position), lines, rowOf));
  const results = resultRows(lines, rowOf);
  const cells = [
    ...letterhead.map((row) => row.map(openBlank)),
    COLUMNS.map(([label]) => textCell(label, LOOKS.header)),
    ...body,
    ...results,
  ];
  return {
    ...PLAIN_SHEET,
    columns: COLUMNS.map(([, width]) => ({ width, hidden: false })),
    rows: cells.map((row) => ({ height: null, level: 0, cells: row })),
    merges,
    frozen: { rows: header + 1, columns: 2 },
    print: { landscape: true, repeated: [header, header] },
    form: { checks: checksOf(lines, rowOf) },
  };
}

/** Blanks of the letterhead are the unit's to fill in. */
const openBlank = (cell: DrawnCell | null): DrawnCell | null =>
  cell?.look.fill === LOOKS.blank.fill ? { ...cell, isOpen: true } : cell;

const POINTS = lookOf({ border: true, horizontal: 'right' });
const OPEN_POINTS = lookOf({ ...POINTS, fill: 'FFFDE7' });
const OPEN_TEXT = lookOf({ border: true, fill: 'FFFDE7', numberFormat: '@' });
const LEVELS: readonly Partial<CellLook>[] = [{ bold: true, fill: 'E3EAF4' }, { bold: true }];

function lineCells(
  { item, max, isScored, below }: Line,
  row: number,
  lines: readonly Line[],
  rowOf: (position: number) => number,
): DrawnCell[] {
  const level = isScored ? {} : (LEVELS[item.level] ?? {});
  const look = (base: CellLook): CellLook => lookOf({ ...base, ...level });
  const open = (base: CellLook): DrawnCell => ({ ...cellOf(null, base), isOpen: true });
  return [
    textCell(item.code, lookOf({ ...LOOKS.centre, ...level, numberFormat: '@' })),
    textCell(item.name, look(LOOKS.body)),
    cellOf(max === null ? null : { kind: 'number', value: toText(max) }, look(POINTS)),
    isScored ? open(OPEN_POINTS) : cellOf(below.length === 0 ? null : sumBelow(row, lines, rowOf), look(POINTS)),
    isScored ? open(OPEN_TEXT) : textCell('', look(LOOKS.body)),
    isScored ? open(OPEN_TEXT) : textCell('', look(LOOKS.body)),
  ];
}

/** Blank until everything below is scored: what is not known yet is no 0. */
function sumBelow(row: number, lines: readonly Line[], rowOf: (position: number) => number): Content {
  const position = lines.findIndex((_, at) => rowOf(at) === row);
  const scored = scoredBelow(lines, position).map((at): Address => ({ row: rowOf(at), column: SCORE }));
  const below = (lines[position]?.below ?? []).map((at): Address => ({ row: rowOf(at), column: SCORE }));
  return sumWhenScored(scored, below);
}

function sumWhenScored(scored: readonly Address[], parts: readonly Address[]): Content {
  const terms = (cells: readonly Address[]): string[] => runsOf(cells).map((area) => refToArea(area));
  return formula(`IF(COUNTA(${terms(scored).join(',')})<${String(scored.length)},"",${sumOf(terms(parts))})`);
}

const formula = (text: string): Content => ({
  kind: 'formula',
  formula: text,
  cached: { kind: 'text', text: '' },
  array: false,
});

function scoredBelow(lines: readonly Line[], position: number): number[] {
  const line = lines[position];
  if (!line) return [];
  return line.isScored ? [position] : line.below.flatMap((at) => scoredBelow(lines, at));
}

function resultRows(lines: readonly Line[], rowOf: (position: number) => number): DrawnCell[][] {
  const all = lines.flatMap(({ isScored }, at): Address[] => (isScored ? [{ row: rowOf(at), column: SCORE }] : []));
  const areas = lines.flatMap(({ item }, at) => (item.level === 0 ? [{ at, item }] : []));
  const whole = sum(areas.flatMap(({ at }) => lines[at]?.max ?? []));
  const [first, last] = [rowOf(0), rowOf(lines.length - 1)];
  const column = (at: number): string => refToArea({ top: first, left: at, bottom: last, right: at });
  const row = last + 1;
  const [total, applicable] = [refTo({ row, column: SCORE }), refTo({ row: row + 1, column: SCORE })];
  const left = `SUMIF(${column(SCORE)},"${NOT_APPLICABLE}",${column(MAX)})`;
  const line = (label: string, max: Content | null, score: Content): DrawnCell[] => [
    textCell('', LOOKS.unit),
    textCell(label, LOOKS.unit),
    cellOf(max, RESULT),
    cellOf(score, RESULT),
    textCell('', LOOKS.unit),
    textCell('', LOOKS.unit),
  ];
  const number = (value: Decimal): Content => ({ kind: 'number', value: toText(value) });
  return [
    line(
      RESULT_LABELS.total,
      number(whole),
      sumWhenScored(
        all,
        areas.map(({ at }) => ({ row: rowOf(at), column: SCORE })),
      ),
    ),
    line(RESULT_LABELS.max, null, {
      kind: 'formula',
      formula: `${refTo({ row, column: MAX })}-${left}`,
      cached: { kind: 'number', value: toText(whole) },
      array: false,
    }),
    line(
      RESULT_LABELS.index,
      null,
      formula(`IF(OR(${total}="",${applicable}=0),"",ROUND(${total}/${applicable}*100,2))`),
    ),
  ];
}

const RESULT = lookOf({ ...LOOKS.unit, horizontal: 'right' });

/** One check for all items of one step. */
function checksOf(lines: readonly Line[], rowOf: (position: number) => number): FormCheck[] {
  const scored = lines.flatMap((line, at) => (line.isScored ? [{ line, row: rowOf(at) }] : []));
  return [...groupsOf(scored, ({ line }) => line.step)].map(([step, alike]): FormCheck => {
    const first = refTo({ row: alike[0]?.row ?? 0, column: SCORE });
    const max = refTo({ row: alike[0]?.row ?? 0, column: MAX });
    const inSteps = step === null ? '' : `,ABS(${first}/${toText(step)}-ROUND(${first}/${toText(step)},0))<0.000001`;
    return {
      areas: runsOf(alike.map(({ row }) => ({ row, column: SCORE }))),
      formula:
        `IF(ISNUMBER(${first}),AND(${first}>=0,${first}<=${max}${inSteps}),` +
        `UPPER(TRIM(${first}))="${NOT_APPLICABLE}")`,
      message:
        `Điểm là số từ 0 đến điểm tối đa${step === null ? '' : `, chẵn ${toVietnamese(step)} điểm`}; ` +
        `tiêu chí không đánh giá thì ghi ${NOT_APPLICABLE}.`,
    };
  });
}

function originDrawing(unit: string, lines: readonly Line[], { year }: ReportDetails): SheetDrawing {
  const said = [
    ['Mẫu tự chấm của', unit],
    ['Năm', year === null ? '' : `năm ${String(year)}`],
    ['Bộ tiêu chí', `${String(lines.filter(({ isScored }) => isScored).length)} tiêu chí chấm điểm`],
  ];
  return {
    ...PLAIN_SHEET,
    columns: [20, 50].map((width) => ({ width, hidden: false })),
    rows: said.map((cells) => ({ height: null, level: 0, cells: cells.map((text) => textCell(text, LOOKS.plain)) })),
  };
}
