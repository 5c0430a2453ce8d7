/** How the work of the diagnosis grows with the number of units: counted, not timed. */
import { describe, expect, test } from '@jest/globals';
import type { ScoreSheet } from '../../../src/core/model/score-sheet';
import { ANY_PRINTING } from '../../../src/core/relations/agreement';
import { addRelations } from '../../../src/core/relations/build';
import { diagnose } from '../../../src/core/relations/diagnose';
import { emptyDraft } from '../../../src/core/relations/terms';
import { scoreSheet } from '../../kit/score-sheet';

describe('a fault that every unit has', () => {
  const twoPlaces = (value: number): string => value.toFixed(2);
  /** How often a relation or all units of the table are looked at, each unit counting, and the mistakes found. */
  function workOn(units: number, results: (points: number, unit: number) => string): { work: number; found: number } {
    const all = Array.from({ length: units }, (_, unit) => unit);
    const points = (unit: number, item: number): number => 10 + ((unit * 7 + item * 3) % 9);
    const total = (unit: number): number => [0, 1, 2, 3].reduce((sum, item) => sum + points(unit, item), 0);
    const rows = [0, 1, 2, 3].map((item) =>
      [`${item + 1}`, `Mục ${item}`, 20 + item, ...all.map((unit) => points(unit, item))].join(' | '),
    );
    const head = ['code | name | max', ...all.map((unit) => `Xã ${unit}.appraised`)].join(' | ');
    const cells = all.map((unit) => results(total(unit), unit).split(' '));
    const given = ['total', 'index'].map((role, row) =>
      [`=${role} | | `, ...cells.map((own) => own[row] ?? '')].join(' | '),
    );
    const table = scoreSheet([head, ...rows, ...given].join('\n'));
    let work = 0;
    const sheet: ScoreSheet = Object.defineProperty({ ...table }, 'units', {
      get: () => {
        work += units;
        return table.units;
      },
    });
    const draft = emptyDraft(sheet);
    addRelations(draft, {
      units: table.units,
      totalsOf: () => undefined,
      criteria: new Map(),
      isPlainIndex: true,
      printing: ANY_PRINTING,
    });
    const counted = draft.all.map((relation) =>
      Object.defineProperty({ ...relation }, 'kind', {
        get: () => {
          work += 1;
          return relation.kind;
        },
      }),
    );
    work = 0;
    const found = diagnose(counted).mistakes.length;
    return { work, found };
  }

  test.each([
    ['every index', (points: number, unit: number) => ` ${twoPlaces((points * 100) / 86 - 1.17 - (unit % 11))}`],
    ['every index beside its total', (points: number) => `${points} ${twoPlaces((points * 100) / 86 - 3.33)}`],
    ['every total', (points: number, unit: number) => `${points + 1.5 + (unit % 7)} `],
  ])('%s wrong: the work grows with the units, not with their square', (_, results) => {
    const [few, many] = [workOn(50, results), workOn(200, results)];
    expect([few.found, many.found]).toEqual([50, 200]);
    expect(many.work).toBeLessThan(few.work * 5);
  });
});
