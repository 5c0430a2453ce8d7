/**
 * Sheets typed by hand in `hand/*.txt`, as offices type them: «### name», tables of cells between «|», «## tab» before
 * each further sheet, «%merge A1:B1», «%percent C4», «= unit: points/maximum self points outside bonus» for the truth,
 * and «? E2» if a question at one of these cells is accepted too.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { grid } from '../grid';
import { shape, type Shape, type ShapeUnit } from './shape';

interface Table {
  readonly sheet: string;
  readonly lines: string[];
  readonly merges: string[];
  readonly percents: string[];
}

const TRUTH = /^= (.*): ([\d.]+)\/([\d.]+)(?: self ([\d.]+)(?:\/([\d.]+))?)?(?: outside (-?[\d.]+))?$/;

function unitOf(line: string): ShapeUnit {
  const [, name = '', ...numbers] = TRUTH.exec(line) ?? [];
  const [points, max, self, selfMax, outside = 0] = numbers.map((text) => (text ? Number(text) : undefined));
  if (points === undefined || max === undefined) throw new Error(`no truth: ${line}`);
  return [name, points, max, self, selfMax, outside];
}

function shapeOf(text: string): Shape {
  const [name = '', ...lines] = text.split('\n');
  const tables: Table[] = [];
  const units: ShapeUnit[] = [];
  let asks: readonly string[] | null = null;
  const tableOf = (): Table => {
    if (tables.length === 0) tables.push({ sheet: 'Sheet1', lines: [], merges: [], percents: [] });
    return tables[tables.length - 1] as Table;
  };
  for (const line of lines.filter((each) => each.trim() !== '')) {
    const rest = line.slice(line.indexOf(' ') + 1);
    if (line.startsWith('## ')) tables.push({ sheet: rest, lines: [], merges: [], percents: [] });
    else if (line.startsWith('%merge ')) tableOf().merges.push(...rest.split(' '));
    else if (line.startsWith('%percent ')) tableOf().percents.push(...rest.split(' '));
    else if (line.startsWith('= ')) units.push(unitOf(line));
    else if (line.startsWith('?')) asks = line.slice(1).trim().split(' ').filter(Boolean);
    else tableOf().lines.push(line);
  }
  const grids = tables.map(({ lines: rows, ...extras }) => grid(rows.join('\n'), extras));
  return shape(name, grids, units, { asks });
}

export const shapesIn = (text: string): readonly Shape[] => text.split(/^### /m).slice(1).map(shapeOf);

const FOLDER = path.join(__dirname, 'hand');

export const HAND_SHAPES: readonly Shape[] = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => shapesIn(readFileSync(path.join(FOLDER, file), 'utf8')));
