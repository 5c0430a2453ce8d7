/** Rows and columns of tables whose lines are criteria (families A and B). */
import type { CellValue } from '../../../src/core/model/workbook/grid';
import type { Column } from './canvas';
import { headingOf, type HeadingRole } from './headings';
import { spoiled, type Spoil } from './spoil';
import { isScored, tallyOf, totalOf, type Criterion, type GeneratedUnit, type Points } from './model';
import { CAUSES } from './names';
import type { CodeStyle } from './criteria';
import type { Random } from './random';
import { typed, type Typing } from './scores';

export interface ItemLine {
  readonly kind: 'item' | 'blank' | 'rest' | 'header' | 'guide' | 'total' | 'index' | 'rating' | 'rank';
  /** Position of the criterion; −1 for other lines. */
  readonly item: number;
  readonly text: string;
}

export interface ItemTable {
  readonly random: Random;
  readonly criteria: readonly Criterion[];
  readonly codeStyle: CodeStyle;
  readonly typing: Typing;
  /** Whether parents state the sum of their children. */
  readonly subtotals: boolean;
  readonly notApplicableText: string;
  readonly spoil: Spoil | null;
  /** The chosen heading of each role, the same throughout a sheet. */
  readonly headings: Map<string, string>;
}

/** The heading of a role, the same wherever the sheet repeats it. */
export function heading(table: ItemTable, role: HeadingRole): string {
  const known = table.headings.get(role);
  if (known !== undefined) return known;
  const plain = headingOf(table.random, role);
  const text = table.spoil ? spoiled(table.random, plain, table.spoil) : plain;
  table.headings.set(role, text);
  return text;
}

export type ItemColumn = Column<ItemLine>;
export const criterionAt = (table: ItemTable, line: ItemLine): Criterion | undefined =>
  line.kind === 'item' ? table.criteria[line.item] : undefined;

export const withHeader = (column: ItemColumn): ItemColumn => ({
  ...column,
  cell: (line) => (line.kind === 'header' ? (column.heading.at(-1) ?? null) : column.cell(line)),
});

export function codeColumn(table: ItemTable): ItemColumn {
  return withHeader({
    role: 'code',
    unit: null,
    heading: [heading(table, 'code')],
    cell: (line) => {
      const criterion = criterionAt(table, line);
      if (!criterion || criterion.code === '') return null;
      const isTyped = table.codeStyle === 'typed-numbers' || (table.codeStyle === 'running' && isScored(criterion));
      return isTyped && /^\d+(\.\d+)?$/.test(criterion.code) ? Number(criterion.code) : criterion.code;
    },
  });
}

export function nameColumn(table: ItemTable): ItemColumn {
  return withHeader({
    role: 'name',
    unit: null,
    heading: [heading(table, 'name')],
    cell: (line) => {
      const criterion = criterionAt(table, line);
      return criterion ? nameInCell(table, criterion) : line.kind === 'blank' ? null : line.text;
    },
  });
}

function nameInCell({ codeStyle }: ItemTable, { code, name, level }: Criterion): string {
  if (codeStyle === 'in-name') return `${'     '.repeat(level)}${code}. ${name}`;
  if (codeStyle === 'word-in-name')
    return `${['Lĩnh vực', 'Tiêu chí', 'Tiêu chí thành phần'][level] ?? 'Tiêu chí'} ${code}: ${name}`;
  return codeStyle === 'dashes-last' && code === '' ? `- ${name}` : name;
}

export function maxColumn(table: ItemTable, of?: GeneratedUnit): ItemColumn {
  return withHeader({
    role: 'max',
    unit: null,
    heading: [heading(table, 'max')],
    cell: (line) => {
      const criterion = criterionAt(table, line);
      const points = of?.appraised ?? of?.self;
      const max = criterion
        ? points
          ? tallyOf(table.criteria, points, criterion.index).max
          : criterion.max
        : line.kind === 'total'
          ? points
            ? totalOf(table.criteria, points).max
            : sumOfAreas(table)
          : null;
      return max === null ? null : typed(table.random, table.typing, max);
    },
  });
}

const sumOfAreas = ({ criteria }: ItemTable): number =>
  criteria.reduce((sum, { parent, max }) => (parent < 0 ? sum + max : sum), 0);

export interface StatedResults {
  readonly index: string | null;
  readonly rating: string | null;
  readonly rank: number | null;
}

/** Points of one side of one unit, followed by the stated results, if any. */
export function pointsColumn(
  table: ItemTable,
  role: string,
  unit: number | null,
  points: readonly Points[],
  path: readonly string[],
  results: StatedResults = { index: null, rating: null, rank: null },
): ItemColumn {
  return withHeader({
    role,
    unit,
    heading: path,
    cell: (line) => {
      const criterion = criterionAt(table, line);
      if (criterion) return pointsCell(table, points, criterion);
      if (line.kind === 'total') return typed(table.random, table.typing, totalOf(table.criteria, points).points);
      if (line.kind === 'index') return results.index === null ? null : Number(results.index);
      return line.kind === 'rating' ? results.rating : line.kind === 'rank' ? results.rank : null;
    },
  });
}

function pointsCell(table: ItemTable, points: readonly Points[], criterion: Criterion): CellValue {
  const { random, typing, criteria, subtotals, notApplicableText } = table;
  if (!isScored(criterion)) {
    const tally = tallyOf(criteria, points, criterion.index);
    return !subtotals ? null : tally.max === 0 ? notApplicableText : typed(random, typing, tally.points);
  }
  const own = points[criterion.index];
  return own === null || own === undefined ? notApplicableText : typed(random, typing, own);
}

/** Points that a unit lost at a line: the applicable maximum less the points. */
const lostAt = (table: ItemTable, points: readonly Points[], line: ItemLine): number | null => {
  if (line.kind === 'total') {
    const total = totalOf(table.criteria, points);
    return total.max - total.points;
  }
  const criterion = criterionAt(table, line);
  if (!criterion || (!isScored(criterion) && !table.subtotals)) return null;
  const tally = tallyOf(table.criteria, points, criterion.index);
  return tally.max - tally.points;
};

/** Losses, with or without a minus sign; some sheets leave 0 blank. */
export function lostColumn(
  table: ItemTable,
  unit: number | null,
  points: readonly Points[],
  path: readonly string[],
): ItemColumn {
  const sign = table.random.chance(0.3) ? -1 : 1;
  const showsNought = table.random.chance(0.5);
  return withHeader({
    role: 'lost',
    unit,
    heading: path,
    cell: (line) => {
      const lost = lostAt(table, points, line);
      if (lost === null || (lost === 0 && !showsNought)) return null;
      return typed(table.random, table.typing, lost === 0 ? 0 : sign * lost);
    },
  });
}

/** Causes beside lost points. */
export function causeColumn(
  table: ItemTable,
  unit: number | null,
  points: readonly Points[],
  path: readonly string[],
): ItemColumn {
  return withHeader({
    role: 'cause',
    unit,
    heading: path,
    cell: (line) => {
      const criterion = criterionAt(table, line);
      if (!criterion || !isScored(criterion)) return null;
      return (lostAt(table, points, line) ?? 0) > 0 && table.random.chance(0.85) ? table.random.pick(CAUSES) : null;
    },
  });
}

export interface LineStyle {
  readonly blankRows: boolean;
  readonly splitRows: boolean;
  readonly repeatedHeader: boolean;
  readonly guideLines: boolean;
  readonly total: 'bottom' | 'top' | null;
  readonly results: boolean;
}

/** Lines of the whole table, in sheet order. */
export function linesOf(table: ItemTable, style: LineStyle): ItemLine[] {
  const { random, criteria } = table;
  const plain = (kind: ItemLine['kind'], text = ''): ItemLine => ({ kind, item: -1, text });
  const total = plain(
    'total',
    random.pick(['Tổng cộng', 'Tổng điểm', 'TỔNG CỘNG', 'Cộng', 'TỔNG ĐIỂM', 'Tổng số điểm']),
  );
  const lines: ItemLine[] = style.total === 'top' ? [total] : [];
  const repeatAt = style.repeatedHeader ? random.between(2, criteria.length - 1) : -1;
  for (const criterion of criteria) {
    if (criterion.index === repeatAt) lines.push(plain('header'));
    if (style.blankRows && criterion.level === 0 && criterion.index > 0 && random.chance(0.7))
      lines.push(plain('blank'));
    lines.push({ kind: 'item', item: criterion.index, text: '' });
    if (style.splitRows && isScored(criterion) && random.chance(0.12))
      lines.push(plain('rest', 'dụng có hiệu quả trong năm'));
    if (style.guideLines && isScored(criterion) && random.chance(0.25))
      lines.push(
        plain('guide', `- Hoàn thành đúng hạn: ${String(criterion.max / 100).replace('.', ',')} điểm`),
        plain('guide', '- Không hoàn thành: 0 điểm'),
      );
  }
  if (style.total === 'bottom') lines.push(total);
  if (style.results)
    lines.push(
      plain('index', random.pick(['Chỉ số CCHC (%)', 'Chỉ số', 'Tỷ lệ đạt (%)', 'Chỉ số CCHC'])),
      plain('rating', random.pick(['Xếp loại', 'Phân loại'])),
      plain('rank', random.pick(['Xếp hạng', 'Thứ hạng', 'Vị thứ'])),
    );
  return lines;
}
