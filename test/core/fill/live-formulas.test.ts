/**
 * LibreOffice recalculates the planned formulas: each must give the engine's number, both as planned and after a score
 * is edited.
 */
import { beforeAll, expect, test } from '@jest/globals';
import { addressOfKey, toA1 } from '../../../src/core/values/address';
import { decimal } from '../../../src/core/values/decimal';
import { valueAt, type CellValue, type Grid } from '../../../src/core/model/workbook/grid';
import type { Settings } from '../../../src/core/model/settings';
import { DEDUCTION_SHEET_NAMES } from '../../../src/core/model/deduction-sheet';
import { describeWith } from '../../kit/programs/programs';
import { filled, planned, typed } from './planned';
import { recalculate, type Recalculated } from '../../kit/programs/recalculate';
import {
  blockedUnit,
  deepTable,
  maximumOfTotal,
  maximumRow,
  mixedGroups,
  noMaximum,
  numberedGroups,
  oddCells,
  oneGroup,
  oneUnit,
  ownMaxima,
  pairsAcross,
  randomColumns,
  randomRows,
  subColumns,
  typedTexts,
  unevenTable,
  unitsAsColumns,
  unitsAsRows,
  wholesOnly,
  withBonus,
  withSurvey,
  withoutCodes,
} from './tables';

interface Case {
  readonly name: string;
  readonly grid: Grid;
  readonly settings?: Partial<Settings>;
  /** Cells that are typed over after the results are written, one after the other. */
  readonly edits?: readonly (readonly [string, CellValue])[];
}

const SIGNATURE = `
    |                              |             |      |      | CHỦ TỊCH`;

const CASES: readonly Case[] = [
  {
    name: 'one unit, text numbers retyped as numbers',
    grid: oneUnit(),
    edits: [
      ['E3', 'KĐG'],
      ['E4', 2.75],
      ['E6', 4],
    ],
  },
  { name: 'one unit, a score emptied', grid: oneUnit(), edits: [['E8', null]] },
  { name: 'one unit, a not-applicable item scored after all', grid: oneUnit(), edits: [['E5', 1.5]] },
  {
    name: 'units as columns, a blank score filled',
    grid: unitsAsColumns(),
    edits: [
      ['G7', 3.25],
      ['D4', 'KĐG'],
      ['H4', 2.75],
    ],
  },
  {
    name: 'units as columns, results on a sheet of our own',
    grid: unitsAsColumns(SIGNATURE),
    edits: [
      ['G7', 3.25],
      ['E3', 0.5],
    ],
  },
  {
    name: 'a table whose name reads like a sum',
    grid: { ...unitsAsColumns(), sheet: 'KQ 1+2, xã' },
    edits: [
      ['G7', 3.25],
      ['D4', 'KĐG'],
    ],
  },
  {
    name: 'units as columns, competition ranks',
    grid: unitsAsColumns(),
    settings: { ties: 'competition' },
    edits: [['H3', 1]],
  },
  {
    name: 'units as columns, ranks by the rounded index',
    grid: unitsAsColumns(),
    settings: { rankBy: 'rounded' },
    edits: [['E7', 2.25]],
  },
  {
    name: 'sub-columns with losses and percentages',
    grid: subColumns(),
    edits: [
      ['E4', 'KĐG'],
      ['I8', 3.5],
      ['M5', 3],
    ],
  },
  {
    name: 'units as rows under khối headings',
    grid: unitsAsRows(),
    edits: [
      ['E8', 20],
      ['C3', 'KĐG'],
      ['D9', 12],
    ],
  },
  {
    name: 'units as rows, competition ranks',
    grid: unitsAsRows(),
    settings: { ties: 'competition' },
    edits: [['C4', 4]],
  },
  {
    name: 'units as rows with mixed khối',
    grid: mixedGroups(),
    edits: [
      ['E3', 15],
      ['D6', 10],
    ],
  },
  { name: 'a unit goes over to the other khối', grid: mixedGroups(), edits: [['C4', 'Xã']] },
  {
    name: 'a unit goes over to the other khối, competition ranks',
    grid: mixedGroups(),
    settings: { ties: 'competition' },
    edits: [
      ['C2', 'Xã'],
      ['C7', 'Phường'],
    ],
  },
  { name: 'a unit leaves the only khối', grid: oneGroup(), edits: [['C4', 'Phường']] },
  { name: 'khối that are numbers', grid: numberedGroups(), edits: [['C4', 2]] },
  { name: 'nothing but «75,42/94»', grid: wholesOnly(), edits: [['D2', '80,5/94']] },
  {
    name: 'bonus and penalty with caps',
    grid: withBonus(),
    settings: { bonusCap: decimal('1'), penaltyCap: decimal('0.75') },
    edits: [
      ['D8', 0.25],
      ['D9', 0.5],
    ],
  },
  {
    name: 'cells that no sum can take',
    grid: oddCells(),
    edits: [
      ['D3', 0.5],
      ['D7', 2],
    ],
  },
  { name: 'a unit that a fault keeps back', grid: blockedUnit(), edits: [['E3', 0.75]] },
  { name: 'a unit whose fault is typed over by another', grid: blockedUnit(), edits: [['E3', 1.25]] },
  {
    name: 'a maximum for every unit',
    grid: ownMaxima(),
    edits: [
      ['D5', 3],
      ['F7', 'KĐG'],
    ],
  },
  {
    name: 'a row of maxima and a unit that is not ranked',
    grid: maximumRow(),
    edits: [
      ['D4', 14],
      ['C6', 10],
    ],
  },
  {
    name: 'no maximum at all',
    grid: noMaximum(),
    edits: [
      ['C2', 20],
      ['D4', 30],
    ],
  },
  {
    name: 'a maximum of the whole alone',
    grid: maximumOfTotal(),
    edits: [
      ['D2', 20],
      ['F2', 10],
    ],
  },
  {
    name: 'a survey part added to the appraised share',
    grid: withSurvey(),
    settings: { appraisedShare: decimal('70') },
    edits: [
      ['D6', 29],
      ['E5', 15],
      ['F3', 8],
    ],
  },
  {
    name: 'items of three levels, picked by their codes',
    grid: deepTable(),
    edits: [
      ['D4', 'KĐG'],
      ['E11', 0.5],
      ['F80', 2],
    ],
  },
  ...(['', '.'] as const).map((end): Case => ({
    name: `items of two levels and three, codes ${end ? 'with' : 'without'} a dot behind, picked by their codes`,
    grid: unevenTable(end),
    edits: [
      ['D3', 'KĐG'],
      ['E5', 0.5],
      ['F49', 1],
    ],
  })),
  {
    name: 'rounds side by side for every area, picked by their headings',
    grid: pairsAcross(),
    edits: [
      ['D4', 'KĐG'],
      ['F5', 3.125],
    ],
  },
  {
    name: 'numbers typed as texts, picked by their codes',
    grid: typedTexts(false),
    edits: [
      ['D3', 1.25],
      ['E11', '0,5'],
      ['D5', 1],
    ],
  },
  { name: 'numbers typed as texts, beside typed sums that do not add up', grid: typedTexts(true) },
  {
    name: 'short runs without codes, a mark and a number typed over each other',
    grid: withoutCodes(),
    edits: [
      ['D3', 'KĐG'],
      ['E15', 1],
    ],
  },
  { name: 'items of two levels and three, a score emptied', grid: unevenTable(''), edits: [['E5', null]] },
  { name: 'items of three levels, a score emptied', grid: deepTable(), edits: [['E13', null]] },
  {
    name: 'items of three levels, no «Khá» with a score of 0',
    grid: deepTable(),
    settings: {
      ratingConditions: [
        { test: 'zero', denies: 'levels', levels: ['kha'], measures: [], words: '', units: [], where: '' },
      ],
    },
    edits: [['D4', 1]],
  },
  { name: 'a survey part among the others', grid: withSurvey(), edits: [['D6', 29]] },
  {
    name: 'an empty scale and three decimals',
    grid: unitsAsColumns(),
    settings: { scale: [], places: 3 },
    edits: [['D3', 0.875]],
  },
  ...Array.from({ length: 12 }, (_, seed): Case => ({
    name: `random columns ${seed}`,
    grid: randomColumns(seed),
    edits: [
      ['D3', 0.25],
      ['E5', 'KĐG'],
      ['F4', 1.125],
    ],
  })),
  ...Array.from({ length: 12 }, (_, seed): Case => ({
    name: `random rows ${seed}`,
    grid: randomRows(seed),
    edits: [
      ['C3', 3.375],
      ['D4', 'KĐG'],
      ['E6', 7],
    ],
  })),
];

interface Proof {
  readonly now: readonly Grid[];
  readonly nowValues: Recalculated;
  /** After the edits: the old formulas as LibreOffice recalculates them, and a fresh plan. */
  readonly edited: readonly Grid[];
  readonly editedValues: Recalculated;
  readonly fresh: readonly Grid[];
}

describeWith(['libreoffice', 'xlsxwriter'], 'recalculated by LibreOffice', () => {
  const proofs = new Map<string, Proof>();

  beforeAll(async () => {
    const drafts: Omit<Proof, 'nowValues' | 'editedValues'>[] = [];
    for (const { grid, settings, edits = [] } of CASES) {
      const now = await filled([grid], settings);
      const edited = now.map((each, at) =>
        at === 0 ? edits.reduce((sheet, [a1, value]) => typed(sheet, a1, value), each) : each,
      );
      drafts.push({ now, edited, fresh: await filled(edited, settings) });
    }
    const values = recalculate(drafts.flatMap(({ now, edited }) => [now, edited]));
    drafts.forEach((draft, at) => {
      proofs.set(CASES[at]?.name ?? '', { ...draft, nowValues: values[2 * at]!, editedValues: values[2 * at + 1]! });
    });
  }, 120_000);

  test.each(CASES.map(({ name }) => name))('every formula gives the number that stands beside it: %s', (name) => {
    const { now, nowValues } = proofs.get(name)!;
    expect(formulaCount(now)).toBeGreaterThan(0);
    expect(differences(now, now, nowValues)).toEqual([]);
  });

  test.each(CASES.map(({ name }) => name).filter((name) => name.includes('picked by their')))(
    'no formula is longer than an officer reads: %s',
    (name) => {
      const formulas = proofs.get(name)!.now.flatMap((grid) => [...grid.formulas.values()]);
      expect(formulas.filter((formula) => formula.length > 250)).toEqual([]);
      expect(formulas.some((formula) => /SUMIFS\(|COUNTIF\(\$A/.test(formula))).toBe(true);
    },
  );

  test.each(CASES.filter(({ name }) => name.includes('picked by their')))(
    'a second click changes nothing: $name',
    ({ name, settings }) => expect(planned(proofs.get(name)!.now, settings).flatMap(({ edits }) => edits)).toEqual([]),
  );

  test.each(CASES.filter(({ edits }) => edits).map(({ name }) => name))(
    'an edited score gives what the engine would say afresh: %s',
    (name) => {
      const { edited, editedValues, fresh } = proofs.get(name)!;
      expect(
        differences(
          edited.filter(({ sheet }) => sheet !== SUMMARY),
          fresh,
          editedValues,
        ),
      ).toEqual([]);
    },
  );
});

/** The list of deductions is only updated by the next click: until then its lines are those of the last click. */
const [SUMMARY] = DEDUCTION_SHEET_NAMES;
const isCountOfLines = (formula: string): boolean => formula.startsWith('HYPERLINK(');

const formulaCount = (grids: readonly Grid[]): number =>
  grids.reduce((count, { formulas }) => count + formulas.size, 0);

/** Describes each cell with a formula whose recalculated value is not the expected one. */
function differences(grids: readonly Grid[], expected: readonly Grid[], recalculated: Recalculated): string[] {
  return grids.flatMap(({ sheet, formulas }) =>
    [...formulas].flatMap(([key, formula]) => {
      const at = addressOfKey(key);
      const grid = expected.find((each) => each.sheet === sheet)!;
      const [found, wanted] = [recalculated(sheet, at.row, at.column) ?? '', valueAt(grid, at.row, at.column) ?? ''];
      return found === wanted || (grids !== expected && isCountOfLines(formula))
        ? []
        : [`${sheet}!${toA1(at)}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}: ${formula}`];
    }),
  );
}
