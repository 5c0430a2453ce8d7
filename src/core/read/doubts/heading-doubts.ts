/**
 * Doubts from headings that are missing or that name units: a column of points without a heading of its own, a table of
 * one unit under the names of two (FIELD.md §9).
 */
import { columnName } from '../../values/address';
import { foldText } from '../../values/fold-text';
import { textAt, valueAt } from '../../model/workbook/grid';
import {
  awardedScores,
  isScoredItem,
  unitAxis,
  type Question,
  type UnitScores,
  type SheetWithoutReading,
} from '../../model/score-sheet';
import { ZERO, roughSum, type Decimal } from '../../values/decimal';
import { unitKey } from '../../matching/unit-keys';
import type { Column, Columns } from '../blocks/columns';
import type { ScoreReader } from '../numbers/parse-score';
import { movedHeadings } from '../blocks/repeated-header';
import type { UsedColumns } from '../used-columns';
import { namesBody } from '../words/unit-names';
import { ask, headAt } from './sum-doubts';

const FEWEST = 2;

export function headingDoubts(
  sheet: SheetWithoutReading,
  columns: Columns,
  used: UsedColumns,
  read: ScoreReader,
): Question[] {
  const beside = repeatedColumnGroups(sheet, columns);
  if (beside.length > 0 || unitAxis(sheet) === 'row') return beside;
  return [
    ...withoutOwnHeading(sheet, columns, used, read),
    ...severalUnits(sheet, columns),
    ...unnamed(sheet, columns),
    ...numberedNames(sheet, columns),
    ...codesElsewhere(sheet, columns),
    ...withoutPoints(sheet, columns),
  ];
}

/** «Đơn vị | Tổng điểm | Đơn vị | Tổng điểm»: the table continues on the right, in columns with the same headings. */
function repeatedColumnGroups(sheet: SheetWithoutReading, { all }: Columns): Question[] {
  const { grid, nameColumn } = sheet;
  const rows = (unitAxis(sheet) === 'row' ? sheet.units : sheet.items).map(
    (line) => ('at' in line ? line.at : line).row,
  );
  const keyOf = ({ path }: Column): string => foldText(path.join(' / '));
  const unitColumn = all.find(({ column }) => column === nameColumn);
  const unitColumnKey = unitColumn ? keyOf(unitColumn) : '';
  const textsIn = (column: number): Set<string> =>
    new Set(rows.map((row) => foldText(textAt(grid, row, column))).filter((text) => /\p{L}{2}/u.test(text)));
  const again = all.find((each) => {
    if (each.column <= nameColumn + 1) return false;
    if (isSecondUnitColumn(sheet, each, textsIn)) return true;
    if (unitColumnKey === '' || keyOf(each) !== unitColumnKey) return false;
    // A continued table repeats the points; «Nội dung» after the points explains them.
    const isFollowed = all.some(
      (right) =>
        right.column > each.column &&
        all.some((left) => left.column > nameColumn && left.column < each.column && keyOf(left) === keyOf(right)),
    );
    if (!isFollowed) return false;
    const names = textsIn(nameColumn);
    const others = [...textsIn(each.column)].filter((text) => !names.has(text));
    return others.length > 0;
  });
  if (!again) return [];
  const question = ask(
    [headAt(sheet, again.column)],
    `Bảng có chạy tiếp sang bên phải, từ cột ${columnName(again.column)} «${again.path.join(' / ')}», không`,
    'bên phải còn tên khác chưa được đọc',
  );
  return [{ ...question, remedy: 'hãy chuyển phần bên phải xuống dưới cho thành một bảng.' }];
}

/** «Tên xã | Tổng điểm | Tên phường | Tổng điểm»: every row names a second unit, followed by numbers. */
function isSecondUnitColumn(
  { units, grid, nameColumn }: SheetWithoutReading,
  { column, role, owner }: Column,
  textsIn: (column: number) => ReadonlySet<string>,
): boolean {
  if (role !== 'unit' || owner !== null || units.some(({ row }) => row < 0)) return false;
  if (textsIn(column).size < units.length) return false;
  const isNumber = (row: number, position: number): boolean => typeof valueAt(grid, row, position) === 'number';
  return (
    units.every(({ row }) => foldText(textAt(grid, row, column)) !== foldText(textAt(grid, row, nameColumn))) &&
    Array.from({ length: grid.columnCount - column - 1 }, (_, position) => column + 1 + position).some((position) =>
      units.every(({ row }) => isNumber(row, position)),
    )
  );
}

/** Under «Điểm đánh giá» the neighbouring columns have headings of their own and this column has none. */
function withoutOwnHeading(
  sheet: SheetWithoutReading,
  { all }: Columns,
  used: UsedColumns,
  read: ScoreReader,
): Question[] {
  const isUnder = (each: Column, other: Column): boolean =>
    other.path.length > each.path.length && each.path.every((text, position) => other.path[position] === text);
  const holdsPoints = ({ column }: Column): boolean => {
    const count = sheet.items.filter(({ row }) => read.score(row, column).kind === 'points').length;
    return count >= FEWEST && count * 2 >= sheet.items.length;
  };
  return all
    .filter(
      (each) =>
        !used.has(each.column) &&
        each.column > sheet.nameColumn &&
        all.some((other) => other !== each && each.path.length > 0 && isUnder(each, other)) &&
        holdsPoints(each),
    )
    .map((each) =>
      ask(
        [headAt(sheet, each.column)],
        `Cột ${columnName(each.column)} dưới «${each.path.join(' / ')}» ghi điểm của ai`,
        'các cột bên cạnh có tiêu đề riêng, cột này thì không',
      ),
    );
}

/** The headings name two units, but the table was read as one of a single unit. */
function severalUnits(sheet: SheetWithoutReading, { all }: Columns): Question[] {
  if (sheet.kind !== 'one-unit') return [];
  const named = all.filter(({ path }) => path.slice(0, -1).some(namesBody));
  const names = new Map(
    named.flatMap(({ path }) =>
      path
        .slice(0, -1)
        .filter(namesBody)
        .map((text) => [foldText(text), text] as const),
    ),
  );
  if (names.size < FEWEST) return [];
  const over = [...names.values()].slice(0, 3).map((name) => `«${name}»`);
  return [
    ask(
      named.slice(0, 3).map(({ column }) => headAt(sheet, column)),
      `Cột nào là điểm của ${over.join(' và ')}`,
      'tiêu đề nêu nhiều đơn vị, mà các cột không nói mỗi cột là gì',
    ),
  ];
}

/** One column of points has a unit's name as its heading, the other has none and may belong to another unit. */
function unnamed(sheet: SheetWithoutReading, { all }: Columns): Question[] {
  const [unit] = sheet.units;
  if (sheet.kind !== 'one-unit' || !unit) return [];
  const headingOf = (column: number): string => all.find((each) => each.column === column)?.path.join(' / ') ?? '';
  const sides = [unit.columns.self, unit.columns.appraised].filter((column) => column !== undefined);
  const blank = sides.filter((column) => headingOf(column) === '');
  const named = sides.filter((column) => namesBody(headingOf(column)));
  if (blank.length === 0 || named.length === 0) return [];
  return [
    ask(
      sides.map((column) => headAt(sheet, column)),
      `Cột ${columnName(blank[0] ?? 0)} không có tiêu đề ghi điểm của ai`,
      `cột bên cạnh là của «${headingOf(named[0] ?? 0)}»`,
    ),
  ];
}

/** The heading of the names stands over numbers or codes, and the names under another one. */
function numberedNames(sheet: SheetWithoutReading, { all }: Columns): Question[] {
  const { items, nameColumn, grid } = sheet;
  const isMostly = (column: number, holds: (text: string) => boolean): boolean =>
    items.filter(({ row }) => holds(textAt(grid, row, column))).length * 2 > items.length;
  const isOfWords = ({ column }: Columns['all'][number]): boolean => isMostly(column, (text) => /\p{L}{2}/u.test(text));
  if (!isMostly(nameColumn, isCode) || !all.some(isOfWords)) return [];
  return [ask([headAt(sheet, nameColumn)], 'Cột nào là tên tiêu chí', 'cột đang được đọc là tên thì ghi số hoặc mã')];
}

const isCode = (text: string): boolean => SECTION.test(text.trim()) || /^[\d.,]+$/.test(text.trim());

/** With fewer rows, points may be 1, 2, 3 beside other codes than numbers. */
const FEWEST_CODES = 4;
const MOST_CODED = 12;
const SECTION = /^([IVX]+|[A-H])[.)]?$/;

/** The codes stand under another heading, and those that are read do not follow each other. */
function codesElsewhere(sheet: SheetWithoutReading, { all }: Columns): Question[] {
  const { items, grid, codeColumn } = sheet;
  const codes = items.map(({ statedCode }) => statedCode);
  const isNumbered = codes.every((code) => /^\d+([.,]\d+)?$/.test(code));
  if (items.length < (isNumbered ? FEWEST : FEWEST_CODES) || countNext(codes) * 2 > items.length) return [];
  const holdsCodes = (column: number): boolean => {
    const texts = items.map(({ row }) => textAt(grid, row, column).trim());
    return countNext(texts) >= Math.max(FEWEST, items.length - 1) || texts.every((text) => SECTION.test(text));
  };
  const found = all
    .slice(0, MOST_CODED)
    .find(({ column, role }) => column !== codeColumn && role !== 'count' && holdsCodes(column));
  if (!found) return [];
  const because = 'các ô của cột là mã nối tiếp nhau (1, 1.1, 1.2 …), còn mã đang đọc thì không';
  return [ask([headAt(sheet, found.column)], `Cột ${columnName(found.column)} có phải là mã tiêu chí không`, because)];
}

/** How many codes are the first below the code above them, or the next one on a level of it. */
const countNext = (codes: readonly string[]): number =>
  codes.filter((code, position) => {
    const numbers = code.split('.').map(Number);
    const above = codes[position - 1]?.split('.').map(Number) ?? [];
    const last = numbers.at(-1) ?? 0;
    return (
      numbers.slice(0, -1).every((part, level) => part === above[level]) &&
      last === (above[numbers.length - 1] ?? 0) + 1
    );
  }).length;

/** A unit's name over columns without points, while other units have some. */
function withoutPoints({ kind, units, headerRows }: SheetWithoutReading, { all }: Columns): Question[] {
  if (kind !== 'units-as-columns') return [];
  const unitColumns = new Set<number>();
  for (const { columns } of units) for (const column of Object.values(columns)) unitColumns.add(column);
  const asked = new Set<string>();
  for (const { column, path } of all) if (unitColumns.has(column)) for (const text of path) asked.add(foldText(text));
  const others = all.filter(({ column }) => !unitColumns.has(column));
  const missed = others.flatMap(({ column, path, role }) =>
    path
      .slice(0, -1)
      .filter((text) => role !== null && !asked.has(foldText(text)) && namesBody(text))
      .map((name) => ({ at: { row: headerRows.at(-1) ?? 0, column }, name })),
  );
  const [first] = missed;
  if (!first) return [];
  const at = missed.filter(({ name }) => name === first.name).map((each) => each.at);
  return [ask(at, `Cột nào là điểm của «${first.name}»`, 'các đơn vị khác có cột điểm')];
}

/**
 * Asks about codes that continue below a repeated header with other words: in one table that header would have two
 * meanings.
 */
export function headedOtherwise(sheet: SheetWithoutReading, row: number, isOne: boolean): Question[] {
  const moved = [...movedHeadings(sheet, row), ...otherBodies(sheet, row)];
  if (isOne && moved.length === 0) return [];
  const at = moved.length > 0 ? moved.map((column) => ({ row, column })) : [{ row, column: sheet.nameColumn }];
  const question = `Từ dòng ${String(row + 1)} có phải vẫn là bảng ở trên không, và cột nào là điểm`;
  const because = 'tiêu đề lặp lại ở dòng này không giống tiêu đề ở đầu bảng, mà mã tiêu chí chạy tiếp';
  return [ask(at, question, because)];
}

/** Columns of units in which the header further down names a body that is not one of the units. */
function otherBodies({ grid, units }: SheetWithoutReading, row: number): number[] {
  const known = new Set(units.map(({ name }) => unitKey(name)));
  const columns = new Set(units.flatMap((unit) => Object.values(unit.columns)));
  return [...columns].filter((column) => {
    const text = textAt(grid, row, column);
    return namesBody(text) && !known.has(unitKey(text));
  });
}

export function sharesUnits(first: SheetWithoutReading, rest: Pick<SheetWithoutReading, 'units'>): boolean {
  const names = new Set(first.units.map(({ name }) => unitKey(name)));
  return rest.units.some(({ name }) => names.has(unitKey(name)));
}

/** The same units in a table further down with other points: a part of them, another round or another year. */
export function unitsOnceMore(
  above: readonly SheetWithoutReading[],
  below: readonly SheetWithoutReading[],
): Question[] {
  const known = new Map(above.flatMap((sheet) => sheet.units.map((unit) => [unitKey(unit.name), sumOf(sheet, unit)])));
  for (const sheet of below) {
    const again = sheet.units.filter(({ name }) => known.has(unitKey(name)));
    const [first] = again;
    if (!first || again.length * 2 < sheet.units.length) continue;
    if (again.every((unit) => known.get(unitKey(unit.name)) === sumOf(sheet, unit))) continue;
    const at = { row: sheet.headerRows[0] ?? 0, column: sheet.nameColumn };
    const question = ask(
      [at],
      `Bảng từ dòng ${String(at.row + 1)} cộng thêm vào bảng ở trên, hay là vòng chấm khác, năm khác`,
      `${first.name} đứng ở cả hai bảng với điểm khác nhau`,
    );
    return [{ ...question, remedy: 'hãy ghép thành một bảng, hoặc chuyển phần không tính sang trang tính khác.' }];
  }
  return [];
}

/** The sum of the awarded points of the unit. */
export const sumOf = ({ items }: SheetWithoutReading, unit: UnitScores): Decimal =>
  awardedScores(unit).reduce<Decimal>((sum, score, position) => {
    const item = items[position];
    return score.kind === 'points' && item && isScoredItem(item) ? roughSum(sum, score.points) : sum;
  }, ZERO);
