/**
 * Reads a sheet of survey factors in percent, units × factors or the factors of one unit: its name or title mentions a
 * survey, it states no maximum, and its figures are means, which do not add up.
 */
import { textAt, valueAt, type CellValue, type Grid } from '../../model/workbook/grid';
import { placesOnDay } from '../../model/beside/stated-place';
import type { Survey, SurveyFigure, SurveyUnit } from '../../model/beside/survey';
import { ONE_HUNDRED, sum } from '../../values/decimal';
import { plainKey, squeeze } from '../../values/fold-text';
import { scoreReader, type ScoreReader } from '../numbers/parse-score';
import { maximumInText } from '../words/header-words';
import { namesSurvey } from '../words/item-words';
import { namesBody, namesUnit } from '../words/unit-names';

const TITLE_ROWS = 12;
const FEWEST_FACTORS = 2;
const PLACE = /^(xep hang|thu hang|vi tri|vi thu|xep vi tri|hang)\b/;
const CODE = /^(tt|stt|so tt|so thu tu|ma|muc)$/;
const UNIT = /^(ten )?(don vi|dia phuong|co quan|huyen|xa|phuong|so|dia ban)\b/;
const POINTS = /\bdiem\b/;
const OVERALL = /^((chi so|muc do|ty le) )?((hai long|sipas) ?)*(chung|tong( hop| cong)?|trung binh|binh quan)?$/;

/** Returns null for every other sheet. */
export function readSurvey(grid: Grid): Survey | null {
  const titles = [grid.sheet, ...textsAbove(grid, TITLE_ROWS)];
  const table = titles.some((text) => namesSurvey(text) || namesContent(text)) ? tableOf(grid) : null;
  // «hài lòng» among the headings of points is only the name of an area.
  if (!table || !(titles.some(namesSurvey) || [grid.sheet, ...textsAbove(grid, table.header)].some(namesContent)))
    return null;
  const units = table.isByUnits ? unitsInRows(grid, table) : unitsInColumns(grid, table);
  if (units.length === 0 || !units.some(isOfPercents(grid)) || units.every(addsUp)) return null;
  const year = /\b20\d\d\b/.exec([grid.sheet, ...textsAbove(grid, table.header)].join(' '))?.[0];
  return { sheet: grid.sheet, year: year === undefined ? null : Number(year), units };
}

const namesContent = (text: string): boolean => /\bhai long\b/.test(plainKey(text));

const textsAbove = (grid: Grid, bottom: number): string[] =>
  grid.values.slice(0, bottom).flatMap((row) => (row ?? []).filter((cell) => typeof cell === 'string'));

interface Column {
  readonly column: number;
  readonly name: string;
  /** Column of the places beside it. */
  readonly place: number | null;
}
interface Table {
  readonly header: number;
  readonly rows: readonly number[];
  readonly names: number;
  readonly columns: readonly Column[];
  readonly isByUnits: boolean;
}

/** The first row of headings over names and percentages; null if a heading shows that its figures are points. */
function tableOf(grid: Grid): Table | null {
  const read = scoreReader(grid, new Map());
  for (let header = 0; header < Math.min(TITLE_ROWS, grid.rowCount); header++) {
    const heads = Array.from({ length: grid.columnCount }, (_, column) => squeeze(textAt(grid, header, column)));
    const names = heads.findIndex((head) => head !== '' && !CODE.test(plainKey(head)));
    if (names < 0 || heads.filter((head) => head !== '').length < FEWEST_FACTORS) continue;
    const rows = rowsBelow(grid, header, names, read);
    const columns = columnsOf(heads, names).filter(({ column }) => rows.some((row) => read.percent(row, column)));
    const isFilled = ({ column }: Column): boolean =>
      rows.every((row) => isPercent(read, row, column) || textAt(grid, row, column).trim() === '');
    if (columns.length === 0 || !columns.every(isFilled)) continue;
    if (columns.some(({ name }) => POINTS.test(plainKey(name)) || maximumInText(name) !== null)) return null;
    const isByUnits =
      UNIT.test(plainKey(heads[names] ?? '')) || rows.every((row) => namesBody(squeeze(textAt(grid, row, names))));
    return { header, rows, names, columns, isByUnits };
  }
  return null;
}

function rowsBelow(grid: Grid, header: number, names: number, read: ScoreReader): number[] {
  const rows: number[] = [];
  for (let row = header + 1; row < grid.rowCount; row++) {
    const isNamed = squeeze(textAt(grid, row, names)) !== '' && read.percent(row, names) === null;
    const hasFigure = (grid.values[row] ?? []).some((_, column) => column > names && isPercent(read, row, column));
    if (isNamed && hasFigure) rows.push(row);
    else if (rows.length > 0) break;
  }
  return rows;
}

function columnsOf(heads: readonly string[], names: number): Column[] {
  const columns: Column[] = [];
  heads.forEach((name, column) => {
    if (column <= names || name === '') return;
    const last = columns.at(-1);
    if (!PLACE.test(plainKey(name))) columns.push({ column, name, place: null });
    else if (last && last.place === null) columns[columns.length - 1] = { ...last, place: column };
  });
  return columns;
}

function isPercent(read: ScoreReader, row: number, column: number): boolean {
  const found = read.percent(row, column);
  return found !== null && found.value >= 0 && found.value <= ONE_HUNDRED;
}

function figureAt(grid: Grid, row: number, { column, place }: Column, name: string): SurveyFigure[] {
  const found = scoreReader(grid, new Map()).percent(row, column);
  if (found === null) return [];
  const stated = place === null ? '' : placeAt(grid, row, place);
  return [{ name, percent: found.value, place: stated === '' ? null : stated, at: { row, column } }];
}

function placeAt(grid: Grid, row: number, column: number): string {
  const [day, other] = placesOnDay(grid, { row, column });
  return other === undefined ? (day ?? squeeze(textAt(grid, row, column))) : '';
}

const isOverall = ({ name }: SurveyFigure): boolean =>
  OVERALL.test(
    plainKey(name)
      .replace(/[^a-z ]+/g, ' ')
      .replace(/\bnam\b/g, '')
      .trim()
      .replace(/ +/g, ' '),
  );

function unitOf(name: string, figures: readonly SurveyFigure[]): SurveyUnit[] {
  const factors = figures.filter((each) => !isOverall(each));
  return factors.length < FEWEST_FACTORS ? [] : [{ name, factors, overall: figures.find(isOverall) ?? null }];
}

const unitsInRows = (grid: Grid, { rows, names, columns }: Table): SurveyUnit[] =>
  rows.flatMap((row) =>
    unitOf(
      squeeze(textAt(grid, row, names)),
      columns.flatMap((column) => figureAt(grid, row, column, withoutSign(column.name))),
    ),
  );

/** One column per unit; a single column may be headed «Tỷ lệ (%)» instead of by a name. */
const unitsInColumns = (grid: Grid, { rows, names, columns }: Table): SurveyUnit[] =>
  columns.flatMap((column) =>
    unitOf(
      namesUnit(column.name) ? column.name : '',
      rows.flatMap((row) => figureAt(grid, row, column, withoutSign(squeeze(textAt(grid, row, names))))),
    ),
  );

/** «Tiếp cận dịch vụ (%)» → «Tiếp cận dịch vụ». */
const withoutSign = (name: string): string => name.replace(/\s*\(\s*(?:tỷ lệ\s*)?%\s*\)\s*$/iu, '');

/** One figure is the sum of the others: these are points, not means. */
function addsUp({ factors, overall }: SurveyUnit): boolean {
  const figures = [...factors, ...(overall ? [overall] : [])].map(({ percent }) => percent);
  const all = sum(figures);
  return all > 0 && figures.some((each) => each * 2 === all);
}

/** The figures are shown as percentages, or their sum exceeds 100. */
const isOfPercents =
  (grid: Grid) =>
  ({ factors }: SurveyUnit): boolean =>
    sum(factors.map(({ percent }) => percent)) > ONE_HUNDRED ||
    factors.some(({ at: { row, column } }) => isShownAsPercent(valueAt(grid, row, column)));

const isShownAsPercent = (value: CellValue): boolean => typeof value === 'string' && value.includes('%');
