/** One seed, one workbook with known truth. */
import { bookOf } from '../grid';
import { Choices } from './choices';
import type { Generated } from './model';
import type { Built } from './built';
import { criteriaAcross } from './criteria-across';
import { oneUnit } from './one-unit';
import { randomOf } from './random';
import { lossesAlone } from './losses-alone';
import { secondHeader, stackedUnits, twoMaxima } from './blocks';
import { rowsInGroups } from './rows-in-groups';
import { copies, detailAndSummary, partsAsSheets, roundsAsSheets, sheetPerUnit, twoYears } from './sheets';
import { truthOf } from './truth';
import { unitsAsColumns } from './units-as-columns';
import { unitsAsRows } from './units-as-rows';

interface Family {
  readonly family: string;
  readonly share: number;
  readonly build: (choices: Choices) => Built;
}

const FAMILIES: readonly Family[] = [
  { family: 'A one unit', share: 8, build: oneUnit },
  { family: 'A losses alone', share: 1, build: lossesAlone },
  { family: 'A stacked', share: 1, build: stackedUnits },
  { family: 'B units as columns', share: 8, build: unitsAsColumns },
  { family: 'B blocks', share: 2, build: (choices) => choices.random.pick([secondHeader, twoMaxima])(choices) },
  { family: 'C units as rows', share: 6, build: unitsAsRows },
  { family: 'C groups', share: 2, build: rowsInGroups },
  {
    family: 'D sheets',
    share: 4,
    build: (choices) =>
      choices.random.pick([roundsAsSheets, partsAsSheets, detailAndSummary, copies, twoYears, sheetPerUnit])(choices),
  },
];
/** One seed in 17; all other seeds keep their sheets. */
const ACROSS = 17;
const CRITERIA_ACROSS: Family = { family: 'C criteria across', share: 1, build: criteriaAcross };
const SHARES = FAMILIES.flatMap((each) => Array.from({ length: each.share }, () => each));

/** `raised` is the share of items for which the appraisal gives more. */
export function generate(seed: number, { raised = 0 } = {}): Generated {
  const random = randomOf(seed);
  const choices = new Choices(random, raised);
  const { family, build } = seed % ACROSS === 7 ? CRITERIA_ACROSS : random.pick(SHARES);
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
