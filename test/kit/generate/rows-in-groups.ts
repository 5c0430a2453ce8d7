/**
 * Family C with groups: each group's maxima are in a second row of maxima, in the group's own row, or under a separate
 * header.
 */
import { joined, type Built, type Part } from './built';
import { Canvas, putTable, type Column } from './canvas';
import { headerStyle, ranksOf, ratingOf, scoreStyle, statedIndex, unitOf, type Choices } from './choices';
import { SHEET_NAMES, TITLES, putHead, putSignatures } from './frame';
import { totalOf, type Criterion, type GeneratedUnit, type PointPlace } from './model';
import { SHORT_AREAS, unitNames } from './names';
import type { Random } from './random';

type GroupStyle = 'second row of maxima' | 'maxima in group rows' | 'second header of rows' | 'groups of rows';

interface Line {
  readonly kind: 'unit' | 'max' | 'group';
  readonly group: number;
  readonly unit: number;
}

interface Group {
  readonly criteria: readonly Criterion[];
  readonly units: readonly GeneratedUnit[];
}

const GROUP_NAMES = ['Khối sở, ban, ngành', 'Khối xã, phường'] as const;

export function rowsInGroups(choices: Choices): Built {
  const { random } = choices;
  const style = random.pick<GroupStyle>([
    'second row of maxima',
    'maxima in group rows',
    'second header of rows',
    'groups of rows',
  ]);
  choices.kinds.add(style);
  const names = random.shuffle(SHORT_AREAS).slice(0, random.between(3, 5));
  const scores = { ...scoreStyle(choices), step: 25, appraisedLoss: 0.6 };
  const first = areas(random, names);
  const groups = (['departments', 'communes'] as const).map((kind, group): Group => {
    const criteria = group === 0 || style === 'groups of rows' ? first : areas(random, names);
    const units = unitNames(random, random.pick([2, 3, 4]), kind).map((name) => ({
      ...unitOf(random, criteria, scores, name, group),
      self: null,
    }));
    return { criteria, units };
  });
  const canvas = new Canvas(random.pick(SHEET_NAMES));
  let top = putHead(canvas, choices, { title: random.pick(TITLES), unit: null });
  const columns = columnsOf(choices, groups, style);
  const places: PointPlace[][] = [[], []];
  const tables =
    style === 'second header of rows'
      ? [0, 1].map((group) => linesOf(style, groups, [group]))
      : [linesOf(style, groups, [0, 1])];
  const placed = tables.map((lines) => {
    const table = putTable(canvas, top, 0, columns, lines, headerStyle(choices));
    lines.forEach((line, at) =>
      places[line.group]?.push(...placesOf(canvas.sheet, line, names.length, table.rows[at] ?? 0)),
    );
    top = canvas.end + random.pick([1, 2]);
    return table;
  });
  putSignatures(canvas, choices);
  return joined(
    [canvas],
    groups.map((group, at): Part => ({
      ...group,
      columns: at < placed.length ? (placed[at]?.columns ?? []) : [],
      points: places[at] ?? [],
    })),
  );
}

function areas(random: Random, names: readonly string[]): Criterion[] {
  return names.map((name, index) => ({
    index,
    code: '',
    name,
    level: 0,
    parent: -1,
    children: [],
    max: random.pick([500, 1000, 1500, 2000, 2500]),
  }));
}

function linesOf(style: GroupStyle, groups: readonly Group[], which: readonly number[]): Line[] {
  return which.flatMap((group): Line[] => {
    const head: Line[] = [{ kind: 'group', group, unit: -1 }];
    const isFirst = group === 0 || style === 'second header of rows';
    if (
      style === 'second row of maxima' ||
      style === 'second header of rows' ||
      (style === 'groups of rows' && isFirst)
    ) {
      const max: Line = { kind: 'max', group, unit: -1 };
      if (isFirst) head.unshift(max);
      else head.push(max);
    }
    return [...head, ...(groups[group]?.units ?? []).map((_, unit): Line => ({ kind: 'unit', group, unit }))];
  });
}

function columnsOf({ random }: Choices, groups: readonly Group[], style: GroupStyle): Column<Line>[] {
  const roman = random.chance(0.7);
  const maxWord = random.pick(['Điểm tối đa', 'Điểm chuẩn', 'Khung điểm']);
  const hasResults = random.chance(0.6);
  const tallies = groups.map(({ criteria, units }) => units.map(({ appraised }) => totalOf(criteria, appraised ?? [])));
  const ranks = tallies.map((each) => ranksOf(each));
  const column = (role: string, heading: string, cell: Column<Line>['cell']): Column<Line> => ({
    role,
    unit: null,
    heading: [heading],
    cell,
  });
  const showsMax = ({ kind }: Line): boolean =>
    kind === 'max' || (kind === 'group' && style === 'maxima in group rows');
  const area = (at: number): Column<Line>['cell'] => {
    return (line) => {
      const { criteria = [], units = [] } = groups[line.group] ?? {};
      if (showsMax(line)) return (criteria[at]?.max ?? 0) / 100;
      if (line.kind !== 'unit') return null;
      const own = units[line.unit]?.appraised?.[at];
      return own === null || own === undefined ? 'KĐG' : own / 100;
    };
  };
  const total: Column<Line>['cell'] = (line) => {
    const { criteria = [] } = groups[line.group] ?? {};
    if (showsMax(line)) return criteria.reduce((sum, { max }) => sum + max, 0) / 100;
    return line.kind === 'unit' ? (tallies[line.group]?.[line.unit]?.points ?? 0) / 100 : null;
  };
  const tally = ({ group, unit }: Line): { points: number; max: number } =>
    tallies[group]?.[unit] ?? { points: 0, max: 1 };
  return [
    column('ordinal', random.pick(['TT', 'STT']), ({ kind, unit, group }) =>
      kind === 'unit' ? unit + 1 : kind === 'group' && roman ? (['I', 'II'][group] ?? null) : null,
    ),
    column('name', random.pick(['Đơn vị', 'Tên đơn vị', 'Cơ quan, đơn vị']), ({ kind, group, unit }) =>
      kind === 'unit'
        ? (groups[group]?.units[unit]?.name ?? '')
        : kind === 'max'
          ? maxWord
          : (GROUP_NAMES[group] ?? ''),
    ),
    ...(groups[0]?.criteria ?? []).map(({ name }, at) => column('area', name, area(at))),
    ...(random.chance(0.7) ? [column('total', random.pick(['Tổng điểm', 'Tổng cộng', 'Cộng']), total)] : []),
    ...(hasResults
      ? [
          column('index', random.pick(['Chỉ số', 'Chỉ số CCHC']), (line) =>
            line.kind === 'unit' ? Number(statedIndex(tally(line))) : null,
          ),
          column('rating', 'Xếp loại', (line) => (line.kind === 'unit' ? ratingOf(tally(line)) : null)),
          column('rank', 'Xếp hạng', ({ kind, group, unit }) =>
            kind === 'unit' ? (ranks[group]?.[unit] ?? null) : null,
          ),
        ]
      : []),
  ];
}

function placesOf(sheet: string, { kind, unit }: Line, areaCount: number, row: number): PointPlace[] {
  if (kind === 'group') return [];
  return Array.from({ length: areaCount }, (_, item) => ({
    sheet,
    unit: kind === 'unit' ? unit : null,
    item,
    role: kind === 'unit' ? 'appraised' : 'max',
    at: { row, column: item + 2 },
  }));
}
