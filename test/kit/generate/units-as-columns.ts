/** Family B: criteria as rows, units as columns, each with one to five columns. */
import { Canvas, putTable, type Column } from './canvas';
import {
  headerStyle,
  itemTable,
  lineStyle,
  ranksOf,
  ratingOf,
  scoreStyle,
  statedIndex,
  unitOf,
  type Choices,
} from './choices';
import { SHEET_NAMES, TITLES, putHead, putSignatures } from './frame';
import { roundHeadings } from './headings';
import {
  causeColumn,
  codeColumn,
  heading,
  linesOf,
  lostColumn,
  maxColumn,
  nameColumn,
  pointsColumn,
  type ItemLine,
  type ItemTable,
  type StatedResults,
} from './item-lines';
import { NOISE_COLUMNS, noiseColumn } from './noise-columns';
import { totalOf, type GeneratedUnit } from './model';
import { unitNames } from './names';
import type { Built, Placed } from './built';
import { lastYearOf, pointPlaces } from './one-unit';

export const SELF_TITLE = 'BẢNG TỔNG HỢP ĐIỂM TỰ CHẤM CẢI CÁCH HÀNH CHÍNH NĂM 2025';
const NONE: StatedResults = { index: null, rating: null, rank: null };

const CODES_IN_NAME = ['in-name', 'word-in-name'];

export function unitsAsColumns(choices: Choices): Built {
  const { random } = choices;
  const table = itemTable(choices);
  const count = random.pick([2, 3, 3, 4, 5, 7]);
  const style = scoreStyle(choices);
  const names = unitNames(random, count, random.chance(0.8) ? 'communes' : 'departments');
  const shape = shapeOf(choices);
  const units = names.map((name) => sided(shape, unitOf(random, table.criteria, style, name)));
  const canvas = new Canvas(random.pick(SHEET_NAMES));
  const { columns, points } = putUnitsTable(canvas, choices, table, { units, shape });
  return { canvases: [canvas], criteria: table.criteria, units, columns, points, isItemised: true };
}

/** The columns of each unit. */
export type Shape =
  'appraised' | 'self' | 'two sides' | 'sides and loss' | 'maximum and cause' | 'rounds' | 'years' | 'by side';

export const shapeOf = (choices: Choices): Shape =>
  choices.among<Shape>(
    'appraised',
    ['two sides', 'two sides', 'sides and loss', 'maximum and cause', 'rounds', 'years', 'by side', 'self'],
    0.65,
  );

const sided = (shape: Shape, unit: GeneratedUnit): GeneratedUnit => {
  if (shape === 'appraised' || shape === 'years') return { ...unit, self: null };
  return shape === 'self' ? { ...unit, appraised: null } : unit;
};

export interface UnitsBlock {
  readonly units: readonly GeneratedUnit[];
  readonly shape: Shape;
  /** A random usual title by default. */
  readonly title?: string;
}

export function putUnitsTable(canvas: Canvas, choices: Choices, table: ItemTable, block: UnitsBlock): Placed {
  const plain = block.shape === 'self' ? SELF_TITLE : choices.random.pick(TITLES);
  const title = block.title ?? plain;
  const top = putHead(canvas, choices, { title, unit: null });
  const placed = putUnitsBlock(canvas, choices, table, block, top);
  putSignatures(canvas, choices);
  return placed;
}

export function putUnitsBlock(
  canvas: Canvas,
  choices: Choices,
  table: ItemTable,
  { units, shape }: UnitsBlock,
  top: number,
): Placed {
  const { random } = choices;
  const left = CODES_IN_NAME.includes(table.codeStyle) ? [nameColumn(table)] : [codeColumn(table), nameColumn(table)];
  const common = shape === 'maximum and cause' ? [] : [maxColumn(table)];
  const noise = NOISE_COLUMNS.filter(
    (kind) => kind !== 'difference' && kind !== 'percent' && kind !== 'lastYear',
  ).flatMap((kind) =>
    choices.on(`column ${kind}`, kind === 'average' ? 0.12 : 0.04) ? [noiseColumn(table, kind, units, [])] : [],
  );
  const own = unitColumns(choices, table, units, shape);
  const scores = choices.on('columns in any order', 0.06) ? [...own, ...common] : [...common, ...own];
  const lines = linesOf(table, lineStyle(choices));
  const all = random.chance(0.7) ? [...left, ...scores, ...noise] : [...left, ...noise, ...scores];
  const placed = putTable(
    canvas,
    top,
    0,
    all,
    lines,
    headerStyle(choices, shape === 'appraised' || shape === 'self' ? 1 : 2),
  );
  return { columns: placed.columns, points: pointPlaces(canvas.sheet, placed.columns, lines, placed.rows) };
}

function unitColumns(
  choices: Choices,
  table: ItemTable,
  units: readonly GeneratedUnit[],
  shape: Shape,
): Column<ItemLine>[] {
  const tallies = units.map((unit) => totalOf(table.criteria, unit.appraised ?? unit.self ?? []));
  const ranks = ranksOf(tallies);
  const results = tallies.map((tally, at) => ({
    index: statedIndex(tally),
    rating: ratingOf(tally),
    rank: ranks[at] ?? null,
  }));
  if (shape === 'by side') return sidesOverUnits(table, units, results);
  const rounds = shape === 'rounds' ? roundHeadings(choices.random, 2) : [];
  const group =
    shape !== 'self' && choices.on('group over units', 0.08)
      ? [choices.random.pick(['Điểm thẩm định của các đơn vị', 'Các xã, phường', 'Kết quả của các đơn vị'])]
      : [];
  return units.flatMap((unit, at) =>
    columnsOfUnit(choices, table, {
      unit,
      at,
      shape,
      path: [...group, unit.name],
      rounds,
      results: results[at] ?? NONE,
    }),
  );
}

interface OneUnit {
  readonly unit: GeneratedUnit;
  readonly at: number;
  readonly shape: Shape;
  readonly path: readonly string[];
  readonly rounds: readonly string[];
  readonly results: StatedResults;
}

function columnsOfUnit(
  choices: Choices,
  table: ItemTable,
  { unit, at, shape, path, rounds, results }: OneUnit,
): Column<ItemLine>[] {
  const self = unit.self ?? [];
  const appraised = unit.appraised ?? [];
  const under = (role: 'self' | 'appraised' | 'lost' | 'cause' | 'max'): string[] => [...path, heading(table, role)];
  const own = (): Column<ItemLine> => pointsColumn(table, 'self', at, self, under('self'));
  const theirs = (): Column<ItemLine> => pointsColumn(table, 'appraised', at, appraised, under('appraised'), results);
  switch (shape) {
    case 'appraised':
      return [pointsColumn(table, 'appraised', at, appraised, path, results)];
    case 'self':
      return [pointsColumn(table, 'self', at, self, path, results)];
    case 'two sides':
      return [own(), theirs()];
    case 'sides and loss':
      return [own(), theirs(), lostColumn(table, at, appraised, under('lost'))];
    case 'maximum and cause':
      return [
        { ...maxColumn(table), unit: at, heading: under('max') },
        own(),
        theirs(),
        causeColumn(table, at, appraised, under('cause')),
      ];
    case 'rounds':
      return [
        own(),
        pointsColumn(table, 'round', at, self, [...path, rounds[0] ?? 'Thẩm định lần 1']),
        pointsColumn(table, 'appraised', at, appraised, [...path, rounds[1] ?? 'Thẩm định lần 2'], results),
      ];
    case 'years':
      return [
        pointsColumn(table, 'lastYear', at, lastYearOf(choices, table), [...path, 'Năm 2024']),
        pointsColumn(table, 'appraised', at, appraised, [...path, 'Năm 2025'], results),
      ];
    case 'by side':
      return [];
  }
}

/** «Điểm tự chấm» over all units, then «Điểm thẩm định» over all units. */
function sidesOverUnits(
  table: ItemTable,
  units: readonly GeneratedUnit[],
  results: readonly StatedResults[],
): Column<ItemLine>[] {
  return [
    ...units.map((unit, at) => pointsColumn(table, 'self', at, unit.self ?? [], [heading(table, 'self'), unit.name])),
    ...units.map((unit, at) =>
      pointsColumn(table, 'appraised', at, unit.appraised ?? [], [heading(table, 'appraised'), unit.name], results[at]),
    ),
  ];
}
