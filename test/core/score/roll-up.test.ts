import { describe, expect, test } from '@jest/globals';
import { decimal, toText } from '../../../src/core/values/decimal';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/model/settings';
import { tallyAt, type Tally } from '../../../src/core/model/assessment';
import { rollUp } from '../../../src/core/score/roll-up';
import { scoreSheet, unitRows, type SheetExtras } from '../../kit/score-sheet';

const shown = (tally: Tally | null | undefined): string | null =>
  tally ? `${toText(tally.points)}/${toText(tally.max)}` : null;

function totalsOf(table: string, extras: SheetExtras = {}, settings: Partial<Settings> = {}) {
  const sheet = scoreSheet(table, extras);
  return rollUp(sheet, sheet.units[0]!, { ...DEFAULT_SETTINGS, ...settings });
}

const awarded = (table: string, extras: SheetExtras = {}) => {
  const totals = totalsOf(table, extras);
  return {
    items: scoreSheet(table, extras).items.map(({ position }) => shown(tallyAt(totals.awarded, position))),
    total: shown(totals.awardedTotal),
  };
};

describe('points added up the tree', () => {
  test('items make criteria, criteria make areas, areas make the unit', () => {
    expect(
      awarded(`
        code  | name | max | Xã A.self
        1     | Một  | 3   |
        1.1   | Hai  | 2   |
        1.1.1 | Ba   | 1   | 0.75
        1.1.2 | Bốn  | 1   | 0
        1.2   | Năm  | 1   | 1
        2     | Sáu  | 4   | 4`),
    ).toEqual({ items: ['1.75/3', '0.75/2', '0.75/1', '0/1', '1/1', '4/4'], total: '5.75/7' });
  });

  test('area 1 of the 2021 district report is 6,46 of 10', () => {
    const { items, total } = awarded(`
      code  | name                       | max | Huyện.appraised
      1     | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 10  | 6.46
      1.1   | Kế hoạch                   | 1   | 0.75
            | - Ban hành                 | 0.5 | 0.5
            | - Chất lượng               | 0.5 | 0.25
      1.2   | Mức độ hoàn thành          | 1   | 0.96
      1.3   | Tuyên truyền               | 1   | 0.5
      1.4   | Báo cáo                    | 1   | 0
      1.5   | Kiểm tra                   | 2   | 2
      1.6   | Sáng kiến                  | 1   | 0
      1.7   | Nhiệm vụ                   | 1   | 0.75
      1.8   | Trách nhiệm                | 2   | 1.5`);
    expect(total).toBe('6.46/10');
    expect(items[1]).toBe('0.75/1');
  });

  test('three typed thirds are one', () => {
    expect(
      awarded(`
      code | name | max | Xã A.self
      1    | Một  |     |
      1.1  | a    | 1   | 0.3333333333
      1.2  | b    | 1   | 0.3333333333
      1.3  | c    | 1   | 0.3333333333`),
    ).toMatchObject({ items: ['1/3', '0.3333333333/1', '0.3333333333/1', '0.3333333333/1'], total: '1/3' });
  });

  test('full marks and no points at all are both known', () => {
    expect(awarded('code | name | max | A.self\n1 | Một | 10 | 10').total).toBe('10/10');
    expect(awarded('code | name | max | A.self\n1 | Một | 10 | 0').total).toBe('0/10');
  });
});

describe('what does not apply', () => {
  test('leaves both sums, and a parent of nothing else has no maximum', () => {
    expect(
      awarded(`
        code | name | max | Xã A.self
        1    | Một  | 2   |
        1.1  | a    | 1   | KĐG
        1.2  | b    | 1   | KĐG
        2    | Hai  | 5   |
        2.1  | c    | 3   | 2
        2.2  | d    | 2   | KĐG`),
    ).toEqual({ items: ['0/0', '0/0', '0/0', '2/3', '2/3', '0/0'], total: '2/3' });
  });

  test('a blank score under an applied maximum of 0 does not apply either', () => {
    expect(awarded('code | name | max | A.max | A.self\n1 | Một | 10 | 0 |\n2 | Hai | 5 | 5 | 4').total).toBe('4/5');
  });

  test('the denominator differs between self-scoring and appraisal', () => {
    const totals = totalsOf(
      'code | name | max | A.self | A.appraised\n1 | Một | 97 | 83.5 | 75.42\n2 | Hai | 3 | 2 | KĐG',
    );
    expect([shown(totals.selfTotal), shown(totals.awardedTotal)]).toEqual(['85.5/100', '75.42/97']);
  });
});

describe('what is unknown', () => {
  test.each(['', 'x', '#REF!', '@date', '???', 'Chưa chấm'])(
    'a score of "%s" leaves its parents and the unit undetermined, not its neighbours',
    (score) => {
      expect(
        awarded(`
        code | name | max | Xã A.self
        1    | Một  | 2   |
        1.1  | a    | 1   | ${score}
        1.2  | b    | 1   | 1
        2    | Hai  | 5   | 4`),
      ).toEqual({ items: [null, null, '1/1', '4/5'], total: null });
    },
  );

  test('a missing maximum beside others leaves the unit undetermined', () => {
    expect(awarded('code | name | max | A.self\n1 | Một | 10 | 5\n2 | Hai | | 4').total).toBeNull();
  });

  test('sums too large to be exact are unknown, not wrong', () => {
    expect(
      awarded('code | name | max | A.self\n1 | Một | 900000 | 800000\n2 | Hai | 900000 | 800000').total,
    ).toBeNull();
  });
});

describe('where the maximum comes from', () => {
  test('a unit of its own maximum, and "75,42/94" before both', () => {
    expect(awarded('code | name | max | A.max | A.self\n1 | Một | 10 | 8 | 6\n2 | Hai | 100 | 95 | 75,42/94')).toEqual({
      items: ['6/8', '75.42/94'],
      total: '81.42/102',
    });
  });

  test('a sheet without any maximum is out of 100, and its areas have none', () => {
    expect(
      awarded('code | name | max | A.self\n1 | Một | | 40\n2 | Hai | | 35.5', { facts: [{ kind: 'no-maximum' }] }),
    ).toEqual({
      items: [null, null],
      total: '75.5/100',
    });
  });

  test('without any maximum, what does not apply makes the whole unknown', () => {
    expect(
      awarded('code | name | max | A.self\n1 | Một | | 40\n2 | Hai | | KĐG', { facts: [{ kind: 'no-maximum' }] }).total,
    ).toBeNull();
  });

  test('a stated maximum of the whole holds where no item has one', () => {
    expect(awarded('code | name | max | A.self\n1 | Một | | 40\n=total | | | 40', { statedMax: '60' }).total).toBe(
      '40/60',
    );
    expect(awarded('code | name | max | A.self\n1 | Một | | 40\n=max | | | 55', { statedMax: '60' }).total).toBe(
      '40/55',
    );
  });

  test('a sheet without items still has the whole that it states', () => {
    const sheet = unitRows('unit | =selfTotal | =total\nXã A | 83,5/97 | 75,42/94');
    const totals = rollUp(sheet, sheet.units[0]!, DEFAULT_SETTINGS);
    expect([shown(totals.selfTotal), shown(totals.awardedTotal)]).toEqual(['83.5/97', '75.42/94']);
  });
});

describe('points outside the tree', () => {
  const table =
    'code | name | max | A.self\n1 | Một | 10 | 5\n=bonus | | | 3\n=bonus | | | 4\n=penalty | | | -0,5\n=penalty | | |';

  test('are summed without sign and a blank cell counts as none', () => {
    const totals = totalsOf(table);
    expect([toText(totals.bonus), toText(totals.penalty)]).toEqual(['7', '0.5']);
  });

  test('stop at their caps', () => {
    const totals = totalsOf(table, {}, { bonusCap: decimal('5'), penaltyCap: decimal('0.25') });
    expect([toText(totals.bonus), toText(totals.penalty)]).toEqual(['5', '0.25']);
  });
});
