/** One seed, one workbook with known truth. */
import { bookOf } from '../grid';
import { Choices } from './choices';
import type { Generated } from './model';
import { oneUnit, type Built } from './one-unit';
import { randomOf } from './random';
import { truthOf } from './truth';
import { unitsAsColumns } from './units-as-columns';
import { unitsAsRows } from './units-as-rows';

const FAMILIES: readonly {
  readonly family: string;
  readonly share: number;
  readonly build: (choices: Choices) => Built;
}[] = [
  { family: 'A one unit', share: 4, build: oneUnit },
  { family: 'B units as columns', share: 4, build: unitsAsColumns },
  { family: 'C units as rows', share: 3, build: unitsAsRows },
];
const SHARES = FAMILIES.flatMap((each) => Array.from({ length: each.share }, () => each));

/** `raised` is the share of items at which the judging side gives more. */
export function generate(seed: number, { raised = 0 } = {}): Generated {
  const random = randomOf(seed);
  const choices = new Choices(random, raised);
  const { family, build } = random.pick(SHARES);
  const { canvases, criteria, units, columns, points, isItemised } = build(choices);
  const grids = canvases.map((canvas) => canvas.grid());
  return {
    seed,
    family,
    kinds: [...choices.kinds],
    grids,
    book: bookOf(...grids),
    criteria,
    units,
    truth: truthOf({ criteria, units, points }, isItemised),
    alternatives: [],
    columns,
    points,
  };
}
