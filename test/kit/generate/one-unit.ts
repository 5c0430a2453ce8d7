/** Family A: criteria as rows, one unit. */
import { Canvas, putTable, type Column } from './canvas';
import type { Built, Placed } from './built';
import { headerStyle, itemTable, lineStyle, ratingOf, scoreStyle, statedIndex, unitOf, type Choices } from './choices';
import { SHEET_NAMES, TITLES, putHead, putSignatures } from './frame';
import { roundHeadings } from './headings';
import { spoiled } from './spoil';
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
} from './item-lines';
import { NOISE_COLUMNS, noiseColumn } from './noise-columns';
import { totalOf, type GeneratedUnit, type PointPlace } from './model';
import { unitNames } from './names';
import { scoresOf } from './scores';

const HAS_NO_CODE_COLUMN = ['in-name', 'word-in-name'];

export function oneUnit(choices: Choices): Built {
  const table = itemTable(choices);
  const [name = ''] = unitNames(choices.random, 1, 'communes');
  const unit = sidesOf(choices, unitOf(choices.random, table.criteria, scoreStyle(choices), name));
  const whom = choices.among<Whom>('label', ['unit in title', 'unit in letterhead', 'unit in tab'], 0.3);
  const tab = choices.random.chance(0.5) ? unit.name : `${unit.name} 2025`;
  const canvas = new Canvas(whom === 'unit in tab' ? tab : choices.random.pick(SHEET_NAMES));
  const { columns, points } = putOneUnit(canvas, choices, table, unit, whom);
  return { canvases: [canvas], criteria: table.criteria, units: [unit], columns, points, isItemised: true };
}

/** Both sides, or only one. */
export function sidesOf(choices: Choices, unit: GeneratedUnit): GeneratedUnit {
  const sides = choices.among('both', ['self only', 'appraised only'], 0.25);
  if (sides === 'self only') return { ...unit, appraised: null };
  return sides === 'appraised only' ? { ...unit, self: null } : unit;
}

/** Where a sheet names its unit. */
export type Whom = 'label' | 'unit in title' | 'unit in letterhead' | 'unit in tab';

export function putOneUnit(
  canvas: Canvas,
  choices: Choices,
  table: ItemTable,
  unit: GeneratedUnit,
  whom: Whom,
): Placed {
  const { random } = choices;
  const title = random.pick(TITLES);
  const capitals = unit.name.toLocaleUpperCase('vi');
  const top = putHead(canvas, choices, {
    title: whom === 'unit in title' ? `BẢNG CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH CỦA ${capitals} NĂM 2025` : title,
    unit: whom === 'label' ? unit.name : null,
    ...(whom === 'unit in letterhead' ? { body: capitals.startsWith('UBND') ? capitals : `UBND ${capitals}` } : {}),
  });
  const placed = putUnitTable(canvas, choices, table, unit, top);
  putSignatures(canvas, choices);
  return placed;
}

/** Only the table, from row `top` on. */
export function putUnitTable(
  canvas: Canvas,
  choices: Choices,
  table: ItemTable,
  unit: GeneratedUnit,
  top: number,
): Placed {
  const all = columnsOf(choices, table, unit);
  const lines = linesOf(table, lineStyle(choices));
  const placed = putTable(canvas, top, choices.random.chance(0.1) ? 1 : 0, all, lines, headerStyle(choices));
  const columns = placed.columns.map((column) => (isUnits(column.role) ? { ...column, unit: 0 } : column));
  return { columns, points: pointPlaces(canvas.sheet, columns, lines, placed.rows) };
}

const isUnits = (role: string): boolean =>
  role === 'self' || role === 'appraised' || role === 'lost' || role === 'cause';

/** Cells of the maxima and points, criterion by criterion. */
export function pointPlaces(
  sheet: string,
  columns: Placed['columns'],
  lines: readonly ItemLine[],
  rows: readonly number[],
): PointPlace[] {
  const places: PointPlace[] = [];
  for (const { role, unit, column } of columns) {
    if (role !== 'max' && role !== 'self' && role !== 'appraised') continue;
    lines.forEach((line, at) => {
      if (line.kind === 'item') places.push({ sheet, unit, item: line.item, role, at: { row: rows[at] ?? 0, column } });
    });
  }
  return places;
}

function columnsOf(choices: Choices, table: ItemTable, unit: GeneratedUnit): Column<ItemLine>[] {
  const { random } = choices;
  const left = HAS_NO_CODE_COLUMN.includes(table.codeStyle)
    ? [nameColumn(table)]
    : [codeColumn(table), nameColumn(table)];
  const scores = [maxColumn(table), ...sideColumns(choices, table, unit)];
  const awarded = unit.appraised ?? unit.self ?? [];
  if (choices.on('lost column', 0.35)) scores.push(lostColumn(table, null, awarded, [heading(table, 'lost')]));
  const tail = choices.on('cause column', 0.4) ? [causeColumn(table, null, awarded, [heading(table, 'cause')])] : [];
  const noise = NOISE_COLUMNS.filter(
    (kind) => kind !== 'average' && (kind !== 'difference' || (unit.self && unit.appraised)),
  ).flatMap((kind) =>
    choices.on(`column ${kind}`, 0.08) ? [noiseColumn(table, kind, [unit], lastYearOf(choices, table))] : [],
  );
  if (choices.on('columns in any order', 0.15)) return [...left, ...random.shuffle([...scores, ...tail, ...noise])];
  return random.chance(0.5) ? [...left, ...scores, ...tail, ...noise] : [...left, ...noise, ...scores, ...tail];
}

/** Points of the year before, for the same criteria. */
export const lastYearOf = ({ random }: Choices, { criteria }: ItemTable): GeneratedUnit['self'] & object =>
  scoresOf(random, criteria, { step: 25, appraisedLoss: 0.3, selfLoss: 0.4, notApplicable: 0, raised: 0 }).appraised ??
  [];

/** The two sides, each in one column or in rounds, under their own or shared headings. */
function sideColumns(choices: Choices, table: ItemTable, unit: GeneratedUnit): Column<ItemLine>[] {
  const { random } = choices;
  const group = choices.on('headings in two rows', 0.12)
    ? [random.pick(['Điểm', 'Kết quả chấm điểm', 'Năm 2025', 'Điểm đánh giá'])]
    : [];
  const columns: Column<ItemLine>[] = [];
  const tally = totalOf(table.criteria, unit.appraised ?? unit.self ?? []);
  const results = { index: statedIndex(tally), rating: ratingOf(tally), rank: null };
  const none = { index: null, rating: null, rank: null };
  if (unit.self)
    columns.push(
      pointsColumn(table, 'self', null, unit.self, [...group, heading(table, 'self')], unit.appraised ? none : results),
    );
  if (!unit.appraised) return columns;
  const rounds = unit.self && choices.on('rounds', 0.1) ? random.pick([2, 2, 3]) : 1;
  if (rounds === 1) {
    columns.push(
      pointsColumn(table, 'appraised', null, unit.appraised, [...group, heading(table, 'appraised')], results),
    );
    return columns;
  }
  const self = unit.self ?? unit.appraised;
  roundHeadings(random, rounds).forEach((text, at) => {
    const isLast = at === rounds - 1;
    const points = isLast ? (unit.appraised ?? []) : between(choices, self, unit.appraised ?? []);
    const words = table.spoil ? spoiled(random, text, table.spoil) : text;
    columns.push(
      pointsColumn(table, isLast ? 'appraised' : 'round', null, points, [...group, words], isLast ? results : none),
    );
  });
  return columns;
}

/** An intermediate round between the self-scores and the final scores. */
const between = (
  { random }: Choices,
  self: GeneratedUnit['self'] & object,
  last: GeneratedUnit['self'] & object,
): GeneratedUnit['self'] & object => self.map((points, at) => (random.chance(0.5) ? points : (last[at] ?? points)));
