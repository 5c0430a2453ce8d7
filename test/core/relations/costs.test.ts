/** Why one explanation is likelier than another: one small table per consideration that decides the order. */
import { describe, expect, test } from '@jest/globals';
import { diagnosis } from '../../../src/core/rules/mistakes';
import type { ScoreSheet } from '../../../src/core/model/score-sheet';
import { toA1 } from '../../../src/core/values/address';
import { toText, type Decimal } from '../../../src/core/values/decimal';
import { scoreSheet, unitRows } from '../../kit/score-sheet';
import { contextOf, criteriaSet, type Circumstances } from '../rules/try-rule';

/** Share of each explanation, by the cells that it changes: «D3=1 D2=2». */
function sharesOf(sheet: ScoreSheet, circumstances: Circumstances = {}): Map<string, number> {
  const { mistakes } = diagnosis(contextOf(sheet, circumstances));
  expect(mistakes).toHaveLength(1);
  return new Map(
    mistakes.flatMap(({ explanations }) =>
      explanations.map(({ changes, share }) => [
        [...changes].map(([{ at }, value]) => `${at ? toA1(at) : ''}=${toText(value)}`).join(' '),
        share,
      ]),
    ),
  );
}
const itemTable = (...rows: string[]) => scoreSheet(['code | name | max | A.appraised', ...rows].join('\n'));
const ofItems = (...rows: string[]) => sharesOf(itemTable(...rows));
const ofLosses = (...rows: string[]) =>
  sharesOf(scoreSheet(['code | name | max | A.appraised | A.lost', ...rows].join('\n')));
const ofUnits = (...rows: string[]) =>
  sharesOf(unitRows(['unit | Tổng.appraised | =index | =rating | =rank', ...rows].join('\n')));
const firstOf = (shares: ReadonlyMap<string, number>): string | undefined => [...shares.keys()][0];
/** How many times likelier the first explanation is than the second. */
function odds(shares: ReadonlyMap<string, number>, one: string, other: string): number {
  const [a, b] = [shares.get(one), shares.get(other)];
  if (a === undefined || b === undefined)
    throw new Error(`${one}, ${other} not among ${[...shares.keys()].join('; ')}`);
  return a / b;
}

describe('how a number was typed', () => {
  test('one digit replaced is likelier than another number altogether', () => {
    const shares = ofItems('1 | Một | 30 | 13.75', '1.1 | Hai | 10 | 3.25', '1.2 | Ba | 20 | 9.5');
    expect(odds(shares, 'D3=4.25', 'D4=10.5')).toBeGreaterThan(10);
  });

  test('the maximum typed for the score is likelier than another number altogether', () => {
    const shares = ofItems('1 | Một | 16 | 7.75', '1.1 | Hai | 7 | 7', '1.2 | Ba | 9 | 5.5');
    expect(odds(shares, 'D3=2.25', 'D4=0.75')).toBeGreaterThan(10);
  });

  test('the number of the row below typed for the score is likelier than another number altogether', () => {
    const shares = ofItems(
      '1 | Một | 30 | 17.42',
      '1.1 | Hai | 10 | 8.37',
      '1.2 | Ba | 10 | 8.37',
      '1.3 | Bốn | 10 | 6.25',
    );
    expect(odds(shares, 'D3=2.8', 'D5=0.68')).toBeGreaterThan(10);
  });

  test('an index with more decimals than the others is put right with as many as they have', () => {
    const shares = ofUnits(
      'Xã A | 75.42/94 | 80.2301',
      ...['B', 'C', 'D', 'E'].map((unit) => `Xã ${unit} | 81.18/93 | 87.29`),
    );
    expect(firstOf(shares)).toBe('C2=80.23');
  });

  test('an index with fewer decimals than the others was printed short', () => {
    // 75,2 mistyped as 75,42 would also explain it.
    const shares = ofUnits('Xã A | 75.42/94 | 80', 'Xã B | 81.18/93 | 87.29', 'Xã C | 84.17/93 | 90.51');
    expect(firstOf(shares)).toBe('C2=80.23');
  });
});

describe('who is mistaken', () => {
  test('one number that mends all is likelier than two mistyped ones', () => {
    const shares = ofLosses(
      '1 | Một | 60 | 30.5',
      '1.1 | Hai | 10 | 3 | 4.5',
      ...[2, 3, 4, 5, 6].map((item) => `1.${item} | Mục ${item} | 10 | 5 | 5`),
    );
    expect(firstOf(shares)).toBe('D3=5.5');
  });

  test('a number worked out is mistyped twice as often as a score, a maximum half as often', () => {
    const shares = ofLosses('1 | Một | 5 | 3 | 1', '2 | Hai | 9 | 5 | 4');
    expect(odds(shares, 'E2=2', 'D2=4')).toBeCloseTo(2);
    expect(odds(shares, 'C2=4', 'D2=4')).toBeCloseTo(0.5);
  });

  test('a formula is never the typo', () => {
    const sheet = scoreSheet('code | name | max | A.appraised | A.lost\n1 | Một | 5 | 3 | 1', {
      formulas: { D2: 'Z9' },
    });
    expect([...sharesOf(sheet).keys()].some((cells) => cells.includes('D2'))).toBe(false);
  });
});

describe('sums that were not updated', () => {
  const area = (parts: number) =>
    ofItems(
      `1 | Một | ${10 * parts} | ${6 * parts + 3.75}`,
      ...Array.from({ length: parts }, (_, part) => `1.${part + 1} | Mục ${part + 1} | 10 | 6`),
    );

  test('are likelier, the more scores may have been corrected', () => {
    // With two scores of 6, either may have been 9,75 before; with four, any of the four.
    expect(odds(area(4), 'D2=24', 'D3=9.75') / odds(area(2), 'D2=12', 'D3=9.75')).toBeCloseTo(2, 1);
  });

  test('are unlikely where no score could have been so high', () => {
    const possible = ofItems('1 | Một | 20 | 15.75', '1.1 | Hai | 10 | 6', '1.2 | Ba | 10 | 6');
    const impossible = ofItems('1 | Một | 13 | 15.75', '1.1 | Hai | 6.5 | 6', '1.2 | Ba | 6.5 | 6');
    expect(odds(possible, 'D2=12', 'D3=9.75')).toBeGreaterThan(10);
    expect(impossible.get('D2=12') ?? 0).toBeLessThan(possible.get('D2=12') ?? 0);
  });

  test('are less likely off the step by which scores are corrected', () => {
    // The scores here are not multiples of 0,25: only the sum shows how it was made.
    const others = [2, 3, 4, 5].map((points) => `1.${points + 1} | Mục ${points} | 10 | ${points}.37`);
    const by = (sum: number) => ofItems(`1 | Một | 60 | ${sum}`, '1.1 | Hai | 10 | 6', '1.2 | Ba | 10 | 6', ...others);
    expect(odds(by(31.23), 'D2=27.48', 'D3=9.75')).toBeGreaterThan(2 * odds(by(31.17), 'D2=27.48', 'D3=9.69'));
  });

  test('run on upwards, and every further one makes it a little less likely', () => {
    const rows = ['1 | Một | 10 | 7.5', '1.1 | Hai | 4 | 3', '1.2 | Ba | 6 | 4'];
    const alone = odds(ofItems(...rows), 'D2=7', 'D3=3.5');
    const one = odds(ofItems(...rows, '=total | | | 7.5'), 'D2=7 D5=7', 'D3=3.5');
    const two = odds(ofItems(...rows, '=total | | | 7.5', '=index | | | 75'), 'D2=7 D5=7 D6=70', 'D3=3.5');
    expect(alone).toBeGreaterThan(one * 2);
    expect(one).toBeGreaterThan(two * 1.1);
    expect(one).toBeLessThan(1);
    expect(two).toBeGreaterThan(one / 2);
  });

  test('do not run on to a number that did not say what stands below it', () => {
    const shares = ofItems('1 | Một | 10 | 7.5', '1.1 | Hai | 4 | 3', '1.2 | Ba | 6 | 4', '=total | | | 9.5');
    const chain = [...shares.keys()].find((cells) => cells.startsWith('D2=7 D5=7'));
    expect(shares.get(chain ?? '') ?? 0).toBeLessThan(0.5);
  });

  test('maxima are copied and not added up again: that one above went along is less likely than with points', () => {
    const rows = ['1.1 | Hai | 8 |', '1.1.1 | Ba | 4 |', '1.1.2 | Bốn | 5 |'];
    const alone = odds(ofItems('1 | Một | |', ...rows), 'C3=9', 'C5=4');
    const above = odds(ofItems('1 | Một | 8 |', ...rows), 'C3=9 C2=9', 'C5=4');
    // A total of points that also changed is three times less likely than no such total.
    expect(alone / above).toBeGreaterThan(5);
  });

  test('an index that is right but for the bonus was taken without it', () => {
    const shares = ofItems('1 | Một | 100 | 80', '=bonus | | | 10', '=index | | | 80');
    expect(odds(shares, 'D4=90', 'D2=70')).toBeGreaterThan(50);
  });

  test('a number beside the corrected one is not overlooked', () => {
    const shares = ofLosses('1 | Một | 10 | 10 | 4.5', '2 | Hai | 9 | 5 | 4', '3 | Ba | 8 | 6 | 2');
    expect(firstOf(shares)).toBe('D2=5.5');
  });

  test('an index is not of long ago where a quarter of all points would have been corrected since', () => {
    const near = ofUnits('Xã A | 60.36/100 | 71.36', 'Xã B | 81.18/93 | 87.29');
    const far = ofUnits('Xã A | 60.36/100 | 14.11', 'Xã B | 81.18/93 | 87.29');
    expect(near.get('C2=60.36') ?? 0).toBeGreaterThan(0.9);
    expect(far.get('C2=60.36') ?? 0).toBeLessThan(0.9);
  });
});

describe('how ordinary a value is', () => {
  test('where all scores go by quarters, what does not is wrong', () => {
    const others = [3, 4, 5, 6, 7, 8].map((item) => `1.${item} | Mục ${item} | 5 | 2.25`);
    const shares = ofItems('1 | Một | 40 | 19.25', '1.1 | Hai | 5 | 3.35', '1.2 | Ba | 5 | 2.5', ...others);
    expect(odds(shares, 'D3=3.25', 'D4=2.4')).toBeGreaterThan(10);
  });

  test('a score far from what the others have for the item is the likelier typo', () => {
    const units = ['A', 'B', 'C', 'D', 'E', 'F'];
    const cells = (values: readonly number[]): string => values.join(' | ');
    const sheet = scoreSheet(
      [
        `code | name | max | ${units.map((unit) => `${unit}.appraised`).join(' | ')}`,
        `1 | Một | 20 | ${cells([10, 10.25, 10, 10.25, 10, 10])}`,
        `1.1 | Hai | 10 | ${cells([3, 3.25, 3, 3.25, 3, 8])}`,
        `1.2 | Ba | 10 | ${cells([7, 7, 7, 7, 7, 7])}`,
      ].join('\n'),
    );
    expect(odds(sharesOf(sheet), 'I3=3', 'I4=2')).toBeGreaterThan(5);
  });

  test('a maximum that somebody reached is likelier than one that nobody did', () => {
    const shares = ofItems('1 | Một | 10 | 8.5', '1.1 | Hai | 6 | 5', '1.2 | Ba | 5 | 3.5');
    expect(odds(shares, 'C3=5', 'C4=4')).toBeGreaterThan(3);
  });

  test('a maximum above those of all other items is unlikely', () => {
    const shares = ofItems(
      '1 | Một | 24 | 4',
      ...[2, 5, 6, 7].map((max, item) => `1.${item + 1} | Mục ${item} | ${max} | 1`),
    );
    expect(odds(shares, 'C3=6', 'C4=9')).toBeGreaterThan(5);
  });
});

describe('what other cells of the row say', () => {
  const units = ['A', 'B', 'C'].map((unit) => `${unit}.appraised`).join(' | ');
  const table = (scores: string) =>
    scoreSheet(
      [`code | name | max | ${units}`, '1 | Một | 5 |||', `1.1 | Hai | 7 | ${scores}`, '1.2 | Ba | 3 | 1 | 1 | 1'].join(
        '\n',
      ),
    );

  test('a maximum is not smaller than what somebody was given', () => {
    // 2 and 3 make 5; 7 and 3 make 10.
    expect(sharesOf(table('1 | 2 | 1.5')).get('C3=2')).toBeGreaterThan(0.5);
    expect(sharesOf(table('6 | 5 | 1.5')).get('C3=2') ?? 0).toBeLessThan(0.01);
  });

  test('where losses are written down, a score without one lost nothing', () => {
    const rows = (first: string) => [
      '1 | Một | 20 | 10 |',
      `1.1 | Hai | 4 | 3 |${first}`,
      ...[2, 3, 4, 5].map((item) => `1.${item} | Mục ${item} | 4 | 1.5 | 2.5`),
    ];
    const unlike = rows('').map((row, at) => (at === 2 ? '1.2 | Ba | 4 | 1.5 |' : row));
    // Either 1.1 is 4 or the sum is 9; if another loss is blank, a blank loss proves nothing.
    expect(odds(ofLosses(...rows('')), 'D3=4', 'D2=9')).toBeGreaterThan(5 * odds(ofLosses(...unlike), 'D3=4', 'D2=9'));
  });
});

describe('what the results say', () => {
  test.each([
    ['Tốt', 'C2=85'],
    ['Khá', 'B2=75'],
  ])('rated %s, %s is right', (rating, first) => {
    const shares = ofUnits(`Xã A | 85/100 | 75 | ${rating}`, 'Xã B | 90/100 | 90 | Xuất sắc');
    expect(odds(shares, first, first === 'C2=85' ? 'B2=75' : 'C2=85')).toBeGreaterThan(10);
  });

  test.each([
    ['2', '3', 'C2=85'],
    ['3', '2', 'B2=75'],
  ])('ranked %s, the other %s: %s', (own, other, first) => {
    const shares = ofUnits(
      `Xã A | 85/100 | 75 | | ${own}`,
      'Xã B | 90/100 | 90 | | 1',
      `Xã C | 80/100 | 80 | | ${other}`,
    );
    expect(odds(shares, first, first === 'C2=85' ? 'B2=75' : 'C2=85')).toBeGreaterThan(5);
  });
});

describe('what the item usually has', () => {
  const now = itemTable('1 | Một | 10 | 7.3', '1.1 | Hai | 4 | 3.2', '1.2 | Ba | 6 | 4.3');
  const [first, second] = ['D3=3', 'D4=4.1'] as const;
  const stepped = (...steps: readonly [string, string]) =>
    criteriaSet(`1 | Một | 10 |\n1.1 | Hai | 4 | ${steps[0]}\n1.2 | Ba | 6 | ${steps[1]}`);
  const plainOdds = odds(sharesOf(now), first, second);

  test('the one repair that lies on the step which the criteria set lays down is the likelier', () => {
    expect(odds(sharesOf(now, { criteria: stepped('0.5', '0.1') }), first, second)).toBeGreaterThan(5 * plainOdds);
    expect(odds(sharesOf(now, { criteria: stepped('0.1', '0.1') }), first, second)).toBeCloseTo(plainOdds, 10);
  });

  test('a repair off the step of its item is the less likely', () => {
    const table = itemTable('1 | Một | 10 | 7.7', '1.1 | Hai | 4 | 3.5', '1.2 | Ba | 6 | 4.3');
    const shares = sharesOf(table, { criteria: stepped('0.5', '0.1') });
    expect(odds(shares, 'D4=4.2', 'D3=3.4')).toBeGreaterThan(5 * odds(sharesOf(table), 'D4=4.2', 'D3=3.4'));
  });

  test('the step of the settings holds where the criteria set lays down none', () => {
    const settings = { step: 1_000_000_000 as Decimal };
    const shares = sharesOf(now, { criteria: stepped('0.5', ''), settings });
    expect(odds(shares, first, second)).toBeGreaterThan(5 * plainOdds);
  });

  test.each([
    ['a repair to what the item had last year is the likelier', '3', '5', 2, Infinity],
    ['a repair from what the item had last year is the less likely', '3.2', '5', 0, 0.5],
  ])('%s', (_, one, other, least, most) => {
    const before = [itemTable('1 | Một | 10 | 8', `1.1 | Hai | 4 | ${one}`, `1.2 | Ba | 6 | ${other}`)];
    const times = odds(sharesOf(now, { before }), first, second) / plainOdds;
    expect(times).toBeGreaterThan(least);
    expect(times).toBeLessThan(most);
  });

  test('points out of another maximum say nothing of this year', () => {
    const before = [itemTable('1 | Một | 10 | 8', '1.1 | Hai | 5 | 3', '1.2 | Ba | 5 | 5')];
    expect(odds(sharesOf(now, { before }), first, second)).toBeCloseTo(plainOdds, 10);
  });

  test('a score off the step and unlike last year is no mistake where the sums hold', () => {
    const sound = itemTable('1 | Một | 10 | 7.5', '1.1 | Hai | 4 | 3.2', '1.2 | Ba | 6 | 4.3');
    const before = [itemTable('1 | Một | 10 | 8', '1.1 | Hai | 4 | 3', '1.2 | Ba | 6 | 5')];
    expect(diagnosis(contextOf(sound, { before, criteria: stepped('0.5', '0.5') })).mistakes).toEqual([]);
  });
});
