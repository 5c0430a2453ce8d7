/** Family C: units down the rows, with areas across the columns or only total points. */
import { cellKey, columnName } from '../values/address';
import { plainKey, squeeze } from '../values/fold-text';
import { textAt, type Grid } from '../model/workbook/grid';
import {
  type Item,
  type Question,
  type ReadFact,
  type ResultLines,
  type ResultRole,
  type Score,
  type SheetWithoutReading,
  type StatedNumber,
  type StatedResult,
  type UnitScores,
} from '../model/score-sheet';
import { statedRoleOf, type Columns } from './blocks/columns';
import { apartFromAreas, findAppraisedTotal, outsideOf, whichCounts } from './doubts/appraised-total';
import { ask, headAt } from './doubts/sum-doubts';
import type { UnitsLayout, TotalColumns } from './blocks/layout';
import type { HeaderBlock } from './blocks/header-block';
import { type HeaderRole, maximumInText, roleOfHeader } from './words/header-words';
import { hiddenFacts } from './hidden-data';
import { maximumFacts, outOfAHundred, withScale } from './known-maximum';
import { withoutAreas } from './blocks/layout-by-units';
import { pointsOf, type ScoreReader } from './numbers/parse-score';
import { namesUnranked } from './words/result-words';
import { unitRows, type UnitRow } from './units/unit-rows';
import { ZERO, fromText, roughSum } from '../values/decimal';
import { areaItems } from './area-items';

const RESULTS: readonly ResultRole[] = ['total', 'selfTotal', 'max', 'lost', 'index', 'rating', 'rank', 'change'];

export function readUnitsAsRows(
  grid: Grid,
  header: HeaderBlock,
  columns: Columns,
  unsided: UnitsLayout,
  read: ScoreReader,
): SheetWithoutReading {
  const sided = ofSelf(grid, header, unsided);
  const first = readUnder(grid, header, columns, sided, read);
  const { layout, questions } = withoutOutside(first, columns, sided, read);
  const again = layout === sided ? first : readUnder(grid, header, columns, layout, read);
  const sheet = withScale(grid, { ...again, facts: [...again.facts, ...questions] });
  const apart = findAppraisedTotal(sheet, layout, header, read);
  if (apart) {
    if (!apart.isSure) return whichCounts(sheet, apart);
    const { appraisedColumn: appraised, totalColumn: self } = apart;
    const totals: UnitsLayout = { ...layout, areas: [], totalColumns: { ...layout.totalColumns, appraised, self } };
    return apartFromAreas(readUnder(grid, header, columns, totals, read), outOfAHundred(sheet), apart);
  }
  const total =
    sheet.itemised && sheet.facts.some(({ kind }) => kind === 'no-maximum') ? layout.totalColumns.total : undefined;
  if (total === undefined || !totalsStandAlone(sheet)) return outOfAHundred(sheet);
  const byTotals = readUnder(grid, header, columns, withoutAreas(layout, total), read);
  const fact: ReadFact = {
    kind: 'ambiguous-column',
    at: { row: header.bottom, column: total },
    header: (header.paths[total] ?? []).join(' / '),
    readAs: 'total',
    because: 'bảng không ghi điểm tối đa và hầu hết tổng không bằng cộng các cột thành phần',
  };
  return outOfAHundred({ ...byTotals, facts: [...byTotals.facts, fact] }, true);
}

/**
 * «Điểm thẩm định | Điểm thưởng | Điểm phạt | Điểm cuối cùng»: a column that is another one with bonus and penalty is
 * the total, and the other one holds the points. If it is not, nothing tells whether it includes them.
 */
function withoutOutside(
  sheet: SheetWithoutReading,
  columns: Columns,
  layout: UnitsLayout,
  read: ScoreReader,
): { readonly layout: UnitsLayout; readonly questions: readonly Question[] } {
  const { appraised: appraisedColumn, bonus, penalty, total } = layout.totalColumns;
  const outside = Math.min(bonus ?? Infinity, penalty ?? Infinity);
  const isOtherTotal = total !== undefined && total !== appraisedColumn;
  if (layout.areas.length > 0 || appraisedColumn === undefined || isOtherTotal || appraisedColumn < outside)
    return { layout, questions: [] };
  const isStated = columns.all.some((each) => each.column === appraisedColumn && statedRoleOf(each) !== null);
  if (isStated || sheet.units.every((unit) => outsideOf(unit) === ZERO)) return { layout, questions: [] };
  const parts = columns.all.filter(
    ({ column, role, owner }) => column < outside && owner === null && (role === null || PARTS.has(role)),
  );
  const part = parts.findLast(({ column }) =>
    sheet.units.every((unit) => {
      const points = pointsOf(read.score(unit.row, column));
      return points !== null && pointsOf(read.score(unit.row, appraisedColumn)) === roughSum(points, outsideOf(unit));
    }),
  );
  if (part) {
    const totalColumns = { ...layout.totalColumns, total: appraisedColumn };
    if (part.column === totalColumns.self) delete totalColumns.appraised;
    else totalColumns.appraised = part.column;
    return { layout: { ...layout, totalColumns }, questions: [] };
  }
  const judged = parts.filter(({ role }) => role !== 'self' && role !== null).map(({ column }) => column);
  const question = ask(
    [appraisedColumn, ...judged].map((column) => headAt(sheet, column)),
    `Cột ${columnName(appraisedColumn)} đã gồm điểm thưởng, điểm phạt chưa`,
    'cột này không bằng cột trước cộng thưởng, trừ phạt',
  );
  return { layout, questions: judged.length > 0 || total === appraisedColumn ? [question] : [] };
}

const PARTS: ReadonlySet<HeaderRole> = new Set<HeaderRole>(['appraised', 'points', 'self']);

const SELF_WORDS = /\btu (cham|danh gia)\b/;
const APPRAISAL_WORDS = /tham dinh|hoi dong|phuc tra|doi chieu|so sanh|cong nhan/;
const LONGEST_TITLE = 200;
/** «(theo Hướng dẫn tự chấm điểm)» below the title is a note. */
const IS_TITLE = /^(bang|bieu|tong hop|ket qua|phieu|danh sach|diem|bao cao)\b/;

/** «TỔNG HỢP ĐIỂM TỰ CHẤM» as title: columns that do not tell whose points they hold are self-scores. */
function ofSelf(grid: Grid, header: HeaderBlock, layout: UnitsLayout): UnitsLayout {
  const titles = Array.from({ length: header.top }, (_, row) => grid.values[row] ?? [])
    .flat()
    .flatMap((cell) =>
      typeof cell === 'string' && cell.length <= LONGEST_TITLE && IS_TITLE.test(plainKey(cell)) ? plainKey(cell) : [],
    );
  const isSaid = titles.some((text) => SELF_WORDS.test(text)) && !titles.some((text) => APPRAISAL_WORDS.test(text));
  const sides = [...layout.areas.map(({ columns }) => columns), layout.totalColumns];
  const isOthers = (column: number | undefined): boolean =>
    column !== undefined && (header.paths[column] ?? []).some((text) => roleOfHeader(text) === 'appraised');
  const { self: claimed, appraised: judged = -1, total = judged } = layout.totalColumns;
  if (isSaid && layout.areas.length === 0 && claimed === undefined && isOthers(judged) && total < judged)
    return { ...layout, totalColumns: { ...layout.totalColumns, self: total } };
  if (!isSaid || sides.some(({ self, appraised }) => self !== undefined || isOthers(appraised))) return layout;
  const turned = ({ appraised, ...others }: TotalColumns): TotalColumns =>
    appraised === undefined ? others : { ...others, self: appraised };
  return {
    ...layout,
    areas: layout.areas.map((area) => ({ ...area, columns: turned(area.columns) })),
    totalColumns: turned(layout.totalColumns),
  };
}

function readUnder(
  grid: Grid,
  header: HeaderBlock,
  columns: Columns,
  layout: UnitsLayout,
  read: ScoreReader,
): SheetWithoutReading {
  const blocks =
    layout.areas.length > 0
      ? layout.areas.map((area) => area.columns)
      : [{ self: layout.totalColumns.self, appraised: layout.totalColumns.appraised }];
  const scoreColumns = blocks.flatMap(({ self, appraised }) => [self, appraised].filter((each) => each !== undefined));
  const rows = unitRows(grid, header, columns, scoreColumns, read);
  const unitLines = rows.units.map(({ row }) => row);
  const items = areaItems(header, layout, rows.maxRow, unitLines, read);
  const lines: Partial<Record<ResultRole, number>> = {};
  for (const role of RESULTS) {
    const stated = layout.totalColumns[role];
    const column = stated === undefined || scoreColumns.includes(stated) ? layout.addinColumns?.[role] : stated;
    if (column !== undefined) lines[role] = column;
  }
  const awardedRole = items.some((item) => item.columns.appraised !== undefined) ? 'appraised' : 'self';
  const units = rows.units.map((row, position) =>
    readUnit(grid, row, position, { nameColumn: columns.unit ?? 0, items, awardedRole, lines, layout }, read),
  );
  const statedMax = statedMaxOf(header, layout, rows.maxRow, read);
  const all = columns.all.map((each) => each.column);
  return {
    sheet: grid.sheet,
    kind: 'units-as-rows',
    grid,
    table: {
      top: header.top,
      left: Math.min(...all),
      bottom: Math.max(header.body - 1, rows.maxRow ?? 0, rows.bottom),
      right: Math.max(...all),
    },
    headerRows: Array.from({ length: header.body - header.top }, (_, position) => header.top + position),
    items,
    units,
    itemised: layout.areas.length > 0,
    resultLines: lines,
    codeColumn: columns.code,
    nameColumn: columns.unit ?? 0,
    maxLine: rows.maxRow,
    statedMax,
    facts: [
      ...columns.facts,
      ...rows.facts,
      ...hiddenFacts(grid, unitLines, scoreColumns),
      ...maximumFacts(items, units, statedMax, { row: header.bottom, column: columns.unit ?? 0 }, true),
    ],
  };
}

/** Columns and settings that are the same for all units of the table. */
interface UnitCells {
  readonly nameColumn: number;
  readonly items: readonly Item[];
  readonly awardedRole: 'self' | 'appraised';
  readonly lines: ResultLines;
  readonly layout: UnitsLayout;
}

function readUnit(
  grid: Grid,
  { row, group }: UnitRow,
  position: number,
  { nameColumn, items, awardedRole, lines, layout }: UnitCells,
  read: ScoreReader,
): UnitScores {
  const scoreAt = (column: number): Score => {
    const score = read.score(row, column);
    // If the sheet states only the index, «90,25 %» is not a damaged number.
    const share = score.kind === 'damaged' && column === layout.totalColumns.index ? read.percent(row, column) : null;
    return share ? { kind: 'points', points: share.value, of: null, repairs: [] } : score;
  };
  const scores = (role: 'self' | 'appraised'): Score[] | null =>
    items.some((item) => item.columns[role] !== undefined)
      ? items.map((item) =>
          item.columns[role] === undefined ? { kind: 'notYetScored', text: '' } : scoreAt(item.columns[role]),
        )
      : null;
  const beside = <T>(
    role: 'lost' | 'percent' | 'max',
    one: (row: number, column: number) => T | null,
  ): (T | null)[] | null =>
    items.some((item) => item.columns[role] !== undefined)
      ? items.map((item) => (item.columns[role] === undefined ? null : one(row, item.columns[role])))
      : null;
  const stated: Partial<Record<ResultRole, StatedResult>> = {};
  for (const role of RESULTS) {
    const column = lines[role];
    // The result of a formula of this program is not a statement of the officer.
    const isOurs =
      column !== undefined && layout.addinColumns?.[role] === column && grid.formulas.has(cellKey(row, column));
    if (column !== undefined && !isOurs) stated[role] = read.result(row, column);
  }
  const outside = (role: HeaderRole): StatedResult[] =>
    layout.totalColumns[role] === undefined ? [] : [read.result(row, layout.totalColumns[role])];
  return {
    position,
    name: squeeze(textAt(grid, row, nameColumn)),
    group,
    ranked: !(grid.values[row] ?? []).some((cell) => typeof cell === 'string' && namesUnranked(cell)),
    at: { row, column: nameColumn },
    columns: {},
    row,
    self: scores('self'),
    appraised: scores('appraised'),
    awardedRole,
    max: beside('max', read.maximum),
    lost: beside<StatedNumber>('lost', read.loss),
    percent: beside<StatedNumber>('percent', read.percent),
    stated,
    bonus: outside('bonus'),
    penalty: outside('penalty'),
  };
}

/** The totals are hardly ever the sum of the columns: weights are hidden, or the sheet does not list all parts. */
function totalsStandAlone({ units, items }: SheetWithoutReading): boolean {
  let compared = 0;
  let different = 0;
  for (const unit of units) {
    const { appraised, self, awardedRole, stated } = unit;
    const scores = (awardedRole === 'appraised' ? appraised : self)?.filter(
      (_, position) => items[position]?.children.length === 0,
    );
    const total = stated.total?.isFormula === false ? stated.total.value : null;
    if (total === null || !scores?.every((score) => score.kind === 'points')) continue;
    compared++;
    const sum = scores.reduce((all, { points }) => all + points, 0);
    if (sum !== total && sum + outsideOf(unit) !== total) different++;
  }
  return compared > 1 && different * 5 > compared * 4;
}

/** The total maximum: the cell of the total in the row of maxima, or «Tổng điểm (100 điểm)». */
function statedMaxOf(
  header: HeaderBlock,
  layout: UnitsLayout,
  maxRow: number | null,
  read: ScoreReader,
): StatedResult | null {
  const column = layout.totalColumns.total;
  if (column === undefined) return null;
  const inRow = maxRow === null ? null : read.result(maxRow, column);
  if (inRow && !inRow.isBlank) return inRow;
  const text = (header.paths[column] ?? []).map(maximumInText).find((each) => each !== null) ?? null;
  if (text === null) return null;
  const at = { row: header.bottom, column };
  return { at, text, value: fromText(text.replace(',', '.')), of: null, isFormula: false, isBlank: false };
}
