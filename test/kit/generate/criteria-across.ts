/**
 * Family C with criteria: areas across the columns, their criteria below or beside them, related by shared headings, by
 * codes, or by both.
 */
import { Canvas, putTable, type Column } from './canvas';
import { headerStyle, ranksOf, ratingOf, scoreStyle, statedIndex, unitOf, type Choices } from './choices';
import { criteriaOf } from './criteria';
import { SHEET_NAMES, TITLES, putHead, putSignatures } from './frame';
import { headingOf } from './headings';
import { tallyOf, totalOf, type Criterion, type GeneratedUnit, type PointPlace, type Tally } from './model';
import { SHORT_AREAS, unitNames } from './names';
import type { Built } from './built';
import type { Random } from './random';
import { commaText } from './scores';

const STYLES = ['names under areas', 'coded names under areas', 'codes under areas', 'codes beside areas'] as const;
type Style = (typeof STYLES)[number];

interface Line {
  readonly kind: 'unit' | 'max';
  readonly unit: number;
}

/** A column of points, of an area or of a criterion. */
interface PointColumn {
  readonly column: Column<Line>;
  readonly item: number;
  readonly role: 'self' | 'appraised';
}

export function criteriaAcross(choices: Choices): Built {
  const { random } = choices;
  const style = random.pick(STYLES);
  choices.kinds.add(style);
  const criteria = twoLevels(random);
  const sides = style === 'codes beside areas' || random.chance(0.7) ? (['appraised'] as const) : BOTH;
  if (sides === BOTH) choices.kinds.add('two sides under criteria');
  const scores = { ...scoreStyle(choices), step: 25, appraisedLoss: 0.6 };
  const units = unitNames(random, random.pick([3, 4, 5, 8]), 'communes').map((name) => {
    const unit = unitOf(random, criteria, scores, name);
    return sides === BOTH ? unit : { ...unit, self: null };
  });
  const canvas = new Canvas(random.pick(SHEET_NAMES));
  const top = putHead(canvas, choices, { title: random.pick(TITLES), unit: null });
  const maxIn = style !== 'codes under areas' && random.chance(0.4) ? 'heading' : 'row';
  const whole = style === 'codes beside areas' ? 'first' : random.pick(['none', 'none', 'first', 'last'] as const);
  const middle = pointColumns({ random, criteria, units, sides, maxIn }, style, whole);
  const columns: Column<Line>[] = [
    plain('ordinal', random.pick(['TT', 'STT']), ({ kind, unit }) => (kind === 'unit' ? unit + 1 : null)),
    plain('name', random.pick(['Đơn vị', 'Tên đơn vị', 'Cơ quan, đơn vị']), ({ kind, unit }) =>
      kind === 'unit' ? (units[unit]?.name ?? '') : 'Điểm tối đa',
    ),
    ...middle.map(({ column }) => column),
    ...resultColumns(choices, criteria, units),
  ];
  const lines: Line[] = units.map((_, unit) => ({ kind: 'unit', unit }));
  if (maxIn === 'row') lines.unshift({ kind: 'max', unit: -1 });
  const placed = putTable(canvas, top, 0, columns, lines, { ...headerStyle(choices), merged: true });
  putSignatures(canvas, choices);
  const points = middle.flatMap(({ item, role }, at) =>
    lines.map(({ kind, unit }, line): PointPlace => ({
      sheet: canvas.sheet,
      unit: kind === 'unit' ? unit : null,
      item,
      role: kind === 'unit' ? role : 'max',
      at: { row: placed.rows[line] ?? 0, column: at + 2 },
    })),
  );
  return { canvases: [canvas], criteria, units, columns: placed.columns, points, isItemised: true };
}

const BOTH = ['self', 'appraised'] as const;

/** Two or three areas of two to four criteria each, with names as short as in headings. */
function twoLevels(random: Random): Criterion[] {
  const all = criteriaOf(random, 'dotted');
  const kept = all.filter(({ level }) => level < 2);
  const at = new Map(kept.map(({ index }, position) => [index, position]));
  const areas = random.shuffle(SHORT_AREAS);
  const names = random.shuffle(SHORT_CRITERIA);
  let [area, name] = [0, 0];
  return kept.map((each, index) => ({
    ...each,
    index,
    name: (each.level === 0 ? areas[area++] : names[name++]) ?? each.name,
    parent: at.get(each.parent) ?? -1,
    children: each.level === 0 ? each.children.flatMap((child) => at.get(child) ?? []) : [],
  }));
}

const SHORT_CRITERIA = [
  'Ban hành kế hoạch',
  'Báo cáo định kỳ',
  'Kiểm tra',
  'Tuyên truyền',
  'Sáng kiến',
  'Rà soát văn bản',
  'Tổ chức thi hành',
  'Công khai thủ tục',
  'Hồ sơ đúng hạn',
  'Dịch vụ công trực tuyến',
  'Sắp xếp bộ máy',
  'Phân cấp quản lý',
  'Vị trí việc làm',
  'Bồi dưỡng cán bộ',
  'Giải ngân',
  'Tự chủ tài chính',
  'Văn bản điện tử',
  'Chữ ký số',
  'An toàn thông tin',
  'Họp trực tuyến',
];

interface Table {
  readonly random: Random;
  readonly criteria: readonly Criterion[];
  readonly units: readonly GeneratedUnit[];
  readonly sides: readonly ('self' | 'appraised')[];
  readonly maxIn: 'heading' | 'row';
}

function pointColumns(table: Table, style: Style, whole: 'none' | 'first' | 'last'): PointColumn[] {
  const { random, criteria, sides } = table;
  const wholeWord = random.pick(['Cộng', 'Tổng', 'Tổng điểm']);
  const words = new Map(sides.map((role) => [role, headingOf(random, role)]));
  const withMax = (text: string, { max }: Criterion): string =>
    table.maxIn === 'heading' ? `${text} (${commaText(max)} điểm)` : text;
  const areaText = (area: Criterion): string =>
    withMax(style === 'coded names under areas' ? `${area.code}. ${area.name}` : area.name, area);
  const textOf = (item: Criterion): string => {
    if (style === 'codes under areas') return item.code;
    return withMax(style === 'names under areas' ? item.name : `${item.code}. ${item.name}`, item);
  };
  const put = (item: Criterion, heading: readonly string[]): PointColumn[] =>
    sides.map((role) => ({
      item: item.index,
      role,
      column: {
        role,
        unit: null,
        heading: sides.length > 1 ? [...heading, words.get(role) ?? ''] : heading,
        cell: (line) => cellOf(table, line, item, role),
      },
    }));
  return criteria
    .filter(({ parent }) => parent < 0)
    .flatMap((area) => {
      const parts = area.children.flatMap((child) => criteria[child] ?? []);
      if (style === 'codes beside areas') return [area, ...parts].flatMap((item) => put(item, [textOf(item)]));
      const head = areaText(area);
      // With two sides there is no column of the total: its heading would be the third with the same text.
      const own = whole === 'none' || sides.length > 1 ? [] : put(area, [head, wholeWord]);
      const below = parts.flatMap((item) => put(item, [head, textOf(item)]));
      return whole === 'first' ? [...own, ...below] : [...below, ...own];
    });
}

function cellOf({ criteria, units }: Table, line: Line, item: Criterion, role: 'self' | 'appraised'): number | string {
  if (line.kind === 'max') return item.max / 100;
  const points = units[line.unit]?.[role] ?? [];
  const tally = tallyOf(criteria, points, item.index);
  return tally.max === 0 ? 'KĐG' : tally.points / 100;
}

function resultColumns(
  { random }: Choices,
  criteria: readonly Criterion[],
  units: readonly GeneratedUnit[],
): Column<Line>[] {
  const tallies = units.map((unit): Tally => totalOf(criteria, unit.appraised ?? []));
  const ranks = ranksOf(tallies);
  const max = criteria.reduce((sum, each) => (each.parent < 0 ? sum + each.max : sum), 0);
  const tally = (unit: number): Tally => tallies[unit] ?? { points: 0, max: 1 };
  const total = random.chance(0.7)
    ? [
        plain('total', random.pick(['Tổng điểm', 'Tổng cộng']), ({ kind, unit }) =>
          kind === 'max' ? max / 100 : tally(unit).points / 100,
        ),
      ]
    : [];
  if (!random.chance(0.5)) return total;
  return [
    ...total,
    plain('index', 'Chỉ số', ({ kind, unit }) => (kind === 'unit' ? Number(statedIndex(tally(unit))) : null)),
    plain('rating', 'Xếp loại', ({ kind, unit }) => (kind === 'unit' ? ratingOf(tally(unit)) : null)),
    plain('rank', 'Xếp hạng', ({ kind, unit }) => (kind === 'unit' ? (ranks[unit] ?? null) : null)),
  ];
}

const plain = (role: string, heading: string, cell: Column<Line>['cell']): Column<Line> => ({
  role,
  unit: null,
  heading: [heading],
  cell,
});
