/** Family C: units as rows; areas as columns or blocks of columns, totals only, or «75,42/94» in one cell. */
import { Canvas, putTable, type Column } from './canvas';
import { headerStyle, ranksOf, ratingOf, scoreStyle, statedIndex, typingOf, unitOf, type Choices } from './choices';
import { SHEET_NAMES, TITLES, putHead, putSignatures } from './frame';
import { headingOf, type HeadingRole } from './headings';
import { totalOf, type Criterion, type GeneratedUnit, type PointPlace, type Tally } from './model';
import { SHORT_AREAS, unitNames } from './names';
import type { Built, Placed } from './built';
import type { Random } from './random';
import { PLAIN_TYPING, commaText, typed, type Typing } from './scores';

export type RowsShape = 'areas' | 'blocks' | 'fractions' | 'totals' | 'of a hundred';

interface UnitLine {
  readonly kind: 'unit' | 'max' | 'group' | 'average' | 'blank';
  readonly unit: number;
  readonly text: string;
}

interface RowsTable {
  readonly random: Random;
  readonly typing: Typing;
  readonly criteria: readonly Criterion[];
  readonly units: readonly GeneratedUnit[];
  /** Where the maximum of an area is written. */
  readonly maxIn: 'heading' | 'row';
  readonly headings: Map<string, string>;
}

export function unitsAsRows(choices: Choices): Built {
  const { random } = choices;
  const shape = choices.among<RowsShape>('areas', ['blocks', 'fractions', 'totals', 'of a hundred'], 0.55);
  const count = random.pick([3, 4, 5, 6, 8]);
  const criteria = areasOf(random, shape);
  const style = { ...scoreStyle(choices), step: 25, appraisedLoss: 0.6 };
  const sides = choices.among('both', ['appraised only', 'self only'], 0.3);
  const units = unitNames(random, count, random.chance(0.7) ? 'communes' : 'departments').map((name) => {
    const unit = unitOf(
      random,
      criteria,
      { ...style, notApplicable: shape === 'of a hundred' ? 0 : style.notApplicable },
      name,
    );
    if (shape === 'areas' && sides !== 'self only') return { ...unit, self: null };
    return sides === 'self only'
      ? { ...unit, appraised: null }
      : sides === 'appraised only'
        ? { ...unit, self: null }
        : unit;
  });
  const canvas = new Canvas(random.pick(SHEET_NAMES));
  const table: RowsTable = {
    random,
    typing: typingOf(choices),
    criteria,
    units,
    maxIn: random.chance(0.5) ? 'heading' : 'row',
    headings: new Map(),
  };
  const placed = putRows(canvas, choices, table, shape);
  return { canvases: [canvas], criteria, units, ...placed, isItemised: shape === 'areas' || shape === 'blocks' };
}

/** A summary of areas: appraised points, areas as columns. */
export function putRowsOf(
  canvas: Canvas,
  choices: Choices,
  { criteria, units }: Pick<RowsTable, 'criteria' | 'units'>,
): Placed {
  const { random } = choices;
  const maxIn = random.pick(['heading', 'row'] as const);
  return putRows(
    canvas,
    choices,
    { random, typing: PLAIN_TYPING, criteria, units, maxIn, headings: new Map() },
    'areas',
  );
}

/** Areas without children; their maxima add up to 100 if the table states no maximum. */
function areasOf(random: Random, shape: RowsShape): Criterion[] {
  const count = random.between(3, 6);
  const maxima = Array.from({ length: count }, () => random.pick([500, 1000, 1000, 1500, 2000]));
  if (shape === 'of a hundred') maxima[0] = 10_000 - maxima.slice(1).reduce((sum, max) => sum + max, 0);
  const names = random.shuffle(SHORT_AREAS);
  return maxima.map((max, index) => ({
    index,
    code: '',
    name: names[index] ?? `Lĩnh vực ${index + 1}`,
    level: 0,
    parent: -1,
    children: [],
    max,
  }));
}

function putRows(canvas: Canvas, choices: Choices, table: RowsTable, shape: RowsShape): Placed {
  const { random, units } = table;
  const isSelf = units.every(({ appraised }) => appraised === null);
  const title = isSelf ? 'TỔNG HỢP ĐIỂM TỰ CHẤM CCHC CỦA CÁC ĐƠN VỊ NĂM 2025' : random.pick(TITLES);
  const top = putHead(canvas, choices, { title, unit: null });
  const middle =
    shape === 'areas' ? areaColumns(table) : shape === 'blocks' ? blockColumns(table) : totalColumns(table, shape);
  const columns = [
    { role: 'ordinal', unit: null, heading: [word(table, 'ordinal')], cell: ordinalAt },
    {
      role: 'name',
      unit: null,
      heading: [random.pick(['Đơn vị', 'Tên đơn vị', 'Xã/phường', 'Đơn vị được đánh giá'])],
      cell: nameAt,
    },
    ...middle.map(({ column }) => column),
    ...resultColumns(choices, table, shape),
  ];
  const lines = linesOf(choices, table, shape);
  const placed = putTable(canvas, top, 0, columns, lines, headerStyle(choices));
  putSignatures(canvas, choices);
  const points: PointPlace[] = [];
  middle.forEach(({ item, role }, at) => {
    if (item === null || role === null) return;
    lines.forEach(({ kind, unit }, line) => {
      const place = { row: placed.rows[line] ?? 0, column: at + 2 };
      if (kind === 'unit') points.push({ sheet: canvas.sheet, unit, item, role, at: place });
      else if (kind === 'max') points.push({ sheet: canvas.sheet, unit: null, item, role: 'max', at: place });
    });
  });
  return { columns: placed.columns, points };

  function ordinalAt({ kind, unit }: UnitLine): number | null {
    return kind === 'unit' ? unit + 1 : null;
  }
  function nameAt({ kind, unit, text }: UnitLine): string | null {
    return kind === 'unit' ? (units[unit]?.name ?? '') : kind === 'blank' ? null : text;
  }
}

function linesOf(choices: Choices, { random, units, maxIn }: RowsTable, shape: RowsShape): UnitLine[] {
  const lines: UnitLine[] = units.map((_, unit) => ({ kind: 'unit', unit, text: '' }));
  if (choices.on('blank rows', 0.06))
    lines.splice(random.between(1, units.length - 1), 0, { kind: 'blank', unit: -1, text: '' });
  if (maxIn === 'row' && (shape === 'areas' || shape === 'blocks'))
    lines.unshift({
      kind: 'max',
      unit: -1,
      text: random.pick(['Điểm tối đa', 'Điểm chuẩn', 'Thang điểm', 'Khung điểm']),
    });
  if (choices.on('average row', 0.12))
    lines.push({
      kind: 'average',
      unit: -1,
      text: random.pick(['Trung bình', 'Bình quân chung', 'Điểm trung bình các đơn vị']),
    });
  return lines;
}

interface Middle {
  readonly column: Column<UnitLine>;
  readonly item: number | null;
  readonly role: 'self' | 'appraised' | null;
}

function word(table: RowsTable, role: HeadingRole): string {
  const known = table.headings.get(role) ?? headingOf(table.random, role);
  table.headings.set(role, known);
  return known;
}

function number(
  table: RowsTable,
  line: UnitLine,
  of: (unit: GeneratedUnit) => number | null,
  max: number | null = null,
): ReturnType<Column<UnitLine>['cell']> {
  const unit = table.units[line.unit];
  if (line.kind === 'unit' && unit) {
    const own = of(unit);
    return own === null ? 'KĐG' : typed(table.random, table.typing, own);
  }
  if (line.kind === 'max') return max === null ? null : max / 100;
  if (line.kind !== 'average') return null;
  const all = table.units.map(of).filter((each) => each !== null);
  return all.length === 0 ? null : Math.round(all.reduce((sum, each) => sum + each, 0) / all.length) / 100;
}

const areaTitle = ({ maxIn }: RowsTable, { name, max }: Criterion): string =>
  maxIn === 'heading' ? `${name} (${commaText(max)} điểm)` : name;

function areaColumns(table: RowsTable): Middle[] {
  return table.criteria.map((area) => ({
    item: area.index,
    role: table.units[0]?.appraised ? 'appraised' : 'self',
    column: {
      role: 'area',
      unit: null,
      heading: [areaTitle(table, area)],
      cell: (line) => number(table, line, (unit) => (unit.appraised ?? unit.self ?? [])[area.index] ?? null, area.max),
    },
  }));
}

function blockColumns(table: RowsTable): Middle[] {
  const hasLost = table.random.chance(0.4);
  const [first] = table.units;
  const side = (area: Criterion, role: 'self' | 'appraised'): Middle[] =>
    first?.[role]
      ? [
          {
            item: area.index,
            role,
            column: {
              role,
              unit: null,
              heading: [areaTitle(table, area), word(table, role)],
              cell: (line) => number(table, line, (unit) => unit[role]?.[area.index] ?? null, area.max),
            },
          },
        ]
      : [];
  return table.criteria.flatMap((area) => [
    ...side(area, 'self'),
    ...side(area, 'appraised'),
    ...(hasLost ? [lossOf(table, area)] : []),
  ]);
}

const lossOf = (table: RowsTable, area: Criterion): Middle => ({
  item: null,
  role: null,
  column: {
    role: 'lost',
    unit: null,
    heading: [areaTitle(table, area), word(table, 'lost')],
    cell: (line) =>
      line.kind === 'max'
        ? null
        : number(table, line, (unit) => {
            const own = (unit.appraised ?? unit.self ?? [])[area.index];
            return own === null || own === undefined ? 0 : area.max - own;
          }),
  },
});

function totalColumns(table: RowsTable, shape: RowsShape): Middle[] {
  const [first] = table.units;
  const sides = (['self', 'appraised'] as const).filter((role) => first?.[role]);
  const cellOf = (role: 'self' | 'appraised'): Column<UnitLine>['cell'] => {
    if (shape !== 'fractions')
      return (line) => number(table, line, (unit) => totalOf(table.criteria, unit[role] ?? []).points);
    return (line) => {
      const unit = table.units[line.unit];
      if (!unit) return null;
      const { points, max } = totalOf(table.criteria, unit[role] ?? []);
      return `${commaText(points)}/${commaText(max)}`;
    };
  };
  const maximum: Middle = {
    item: null,
    role: null,
    column: {
      role: 'max',
      unit: null,
      heading: [word(table, 'max')],
      cell: (line) => number(table, line, (unit) => totalOf(table.criteria, unit.appraised ?? unit.self ?? []).max),
    },
  };
  const points = sides.map((role): Middle => ({
    item: null,
    role,
    column: { role, unit: null, heading: [word(table, role)], cell: cellOf(role) },
  }));
  return shape === 'totals' ? [maximum, ...points] : points;
}

function resultColumns(choices: Choices, table: RowsTable, shape: RowsShape): Column<UnitLine>[] {
  const { random, units, criteria } = table;
  const tallies = units.map((unit): Tally => totalOf(criteria, unit.appraised ?? unit.self ?? []));
  const ranks = ranksOf(tallies);
  const column = (role: string, heading: string, cell: Column<UnitLine>['cell']): Column<UnitLine> => ({
    role,
    unit: null,
    heading: [heading],
    cell,
  });
  const hasTotal = (shape === 'areas' || shape === 'blocks') && choices.on('total column', 0.7);
  const total = hasTotal
    ? [
        column('total', random.pick(['Tổng điểm', 'Tổng cộng', 'Cộng', 'TỔNG ĐIỂM']), (line) =>
          number(
            table,
            line,
            (unit) => totalOf(criteria, unit.appraised ?? unit.self ?? []).points,
            totalMax(criteria),
          ),
        ),
      ]
    : [];
  if (!random.chance(0.6)) return total;
  return [
    ...total,
    column('index', random.pick(['Chỉ số', 'Chỉ số CCHC (%)', 'Chỉ số CCHC', 'Tỷ lệ %']), ({ unit, kind }) =>
      kind === 'unit' ? Number(statedIndex(tallies[unit] ?? { points: 0, max: 1 })) : null,
    ),
    column('rating', random.pick(['Xếp loại', 'Phân loại']), ({ unit, kind }) =>
      kind === 'unit' ? ratingOf(tallies[unit] ?? { points: 0, max: 1 }) : null,
    ),
    column('rank', random.pick(['Xếp hạng', 'Thứ hạng', 'Hạng']), ({ unit, kind }) =>
      kind === 'unit' ? (ranks[unit] ?? null) : null,
    ),
  ];
}

const totalMax = (criteria: readonly Criterion[]): number => criteria.reduce((sum, { max }) => sum + max, 0);
