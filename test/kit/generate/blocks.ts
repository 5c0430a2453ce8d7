/** Several tables in one sheet, and tables whose groups have their own maxima. */
import { joined, type Built, type Part } from './built';
import { Canvas, putTable, type Column } from './canvas';
import { Choices, headerStyle, itemTable, lineStyle, scoreStyle, unitOf } from './choices';
import { criteriaLike } from './criteria';
import { SHEET_NAMES, TITLES, putHead, putSignatures } from './frame';
import { codeColumn, heading, linesOf, maxColumn, nameColumn, pointsColumn, type ItemTable } from './item-lines';
import type { Criterion, GeneratedUnit } from './model';
import { unitNames } from './names';
import { pointPlaces, putUnitTable } from './one-unit';
import { randomOf } from './random';
import { putUnitsBlock, type Shape } from './units-as-columns';

const GROUPS = [
  ['I. KHỐI SỞ, BAN, NGÀNH', 'Khối sở, ban, ngành'],
  ['II. KHỐI XÃ, PHƯỜNG', 'Khối xã, phường'],
] as const;

/** Repeats the same choices, so that the tables of one sheet look alike. */
export function sameChoices({ random, raised, kinds }: Choices): () => Choices {
  const seed = random.below(1_000_000);
  return () => new Choices(randomOf(seed), raised, kinds);
}

/** «Đơn vị: …» and a table, then the same for the next unit below it. */
export function stackedUnits(choices: Choices): Built {
  choices.kinds.add('stacked units');
  const { random } = choices;
  const table = itemTable(choices);
  const style = scoreStyle(choices);
  const canvas = new Canvas(random.pick(SHEET_NAMES));
  const again = sameChoices(choices);
  let top = putHead(canvas, choices, { title: random.pick(TITLES), unit: null });
  const parts = unitNames(random, random.pick([2, 2, 3]), 'communes').map((name): Part => {
    const unit = unitOf(random, table.criteria, style, name);
    const own = again();
    canvas.put(top, 0, `Đơn vị: ${name}`);
    const placed = putUnitTable(canvas, own, { ...table, random: own.random }, unit, top + 1);
    top = canvas.end + 1 + (random.chance(0.5) ? 1 : 0);
    return { criteria: table.criteria, units: [unit], ...placed };
  });
  return joined([canvas], parts);
}

/** A second header starts a second table of units, sometimes with other maxima. */
export function secondHeader(choices: Choices): Built {
  choices.kinds.add('second header');
  const { random } = choices;
  const table = itemTable(choices);
  const hasOwnMaxima = choices.on('own maxima', 0.5);
  const style = scoreStyle(choices);
  const shape: Shape = random.pick(['appraised', 'appraised', 'two sides']);
  const canvas = new Canvas(random.pick(SHEET_NAMES));
  const again = sameChoices(choices);
  let top = putHead(canvas, choices, { title: random.pick(TITLES), unit: null });
  const parts = (['departments', 'communes'] as const).map((kind, group): Part => {
    const criteria = group === 1 && hasOwnMaxima ? criteriaLike(random, table.criteria) : table.criteria;
    const own = again();
    const units = unitNames(random, random.pick([2, 3]), kind).map((name) =>
      sided(shape, unitOf(random, criteria, style, name)),
    );
    canvas.put(top, 0, GROUPS[group]?.[0] ?? '');
    const block = { ...table, criteria, random: own.random };
    const placed = putUnitsBlock(canvas, own, block, { units, shape }, top + 1 + random.pick([0, 1]));
    top = canvas.end + random.pick([1, 2]);
    return { criteria, units, ...placed };
  });
  putSignatures(canvas, choices);
  return joined([canvas], parts);
}

const sided = (shape: Shape, unit: GeneratedUnit): GeneratedUnit =>
  shape === 'appraised' ? { ...unit, self: null } : unit;

/** One table with two columns of maxima, one for each group of units. */
export function twoMaxima(choices: Choices): Built {
  choices.kinds.add('two maximum columns');
  const { random } = choices;
  const table = itemTable(choices);
  const style = scoreStyle(choices);
  const others = criteriaLike(random, table.criteria);
  const canvas = new Canvas(random.pick(SHEET_NAMES));
  const top = putHead(canvas, choices, { title: random.pick(TITLES), unit: null });
  const word = heading(table, 'max');
  const isTogether = random.chance(0.5);
  const groups = (['departments', 'communes'] as const).map((kind, group) => {
    const criteria: readonly Criterion[] = group === 0 ? table.criteria : others;
    const own: ItemTable = { ...table, criteria };
    const units = unitNames(random, random.pick([2, 3]), kind).map((name) => ({
      ...unitOf(random, criteria, style, name, group),
      self: null,
    }));
    const maximum = { ...maxColumn(own), heading: [`${word} (${group === 0 ? 'khối sở' : 'khối xã'})`] };
    const points = units.map((unit, at) => pointsColumn(own, 'appraised', at, unit.appraised ?? [], [unit.name]));
    return { criteria, units, maximum, points };
  });
  const maxima = groups.map(({ maximum }) => maximum);
  const scores = isTogether
    ? [...maxima, ...groups.flatMap(({ points }) => points)]
    : groups.flatMap(({ maximum, points }) => [maximum, ...points]);
  const left =
    table.codeStyle === 'in-name' || table.codeStyle === 'word-in-name'
      ? [nameColumn(table)]
      : [codeColumn(table), nameColumn(table)];
  const lines = linesOf(table, { ...lineStyle(choices), results: false });
  const columns: Column<(typeof lines)[number]>[] = [...left, ...scores];
  const placed = putTable(canvas, top, 0, columns, lines, headerStyle(choices));
  putSignatures(canvas, choices);
  const parts = groups.map(({ criteria, units, maximum, points }): Part => {
    const own = placed.columns.filter(
      (_, at) => columns[at] === maximum || points.some((column) => column === columns[at]),
    );
    return { criteria, units, columns: own, points: pointPlaces(canvas.sheet, own, lines, placed.rows) };
  });
  return joined([canvas], parts);
}
