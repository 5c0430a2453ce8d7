/** What a click writes, and what it leaves alone. */
import { describe, expect, test } from '@jest/globals';
import { columnName, toA1 } from '../../../src/core/values/address';
import { decimal } from '../../../src/core/values/decimal';
import { valueAt, type Grid } from '../../../src/core/model/workbook/grid';
import type { Settings } from '../../../src/core/model/settings';
import { bookOf, grid } from '../../kit/grid';
import { planEdits, planFill } from '../../../src/core/fill';
import { assessBook } from '../../../src/core/assess';
import { memoryHost } from '../../kit/memory/memory-host';
import { assessed, filled, planned, typed, written } from './planned';
import {
  blockedUnit,
  lossColumns,
  maximumOfTotal,
  maximumRow,
  mixedGroups,
  noMaximum,
  oddCells,
  oneUnit,
  ownMaxima,
  subColumns,
  unitsAsColumns,
  unitsAsRows,
  wholesOnly,
  withBonus,
  withSurvey,
} from './tables';

const SIGNED = `
    |                              |             |      |      | CHỦ TỊCH`;

/** A sheet as officers have it: the result rows exist, and some are filled by hand. */
const withResults = (total: string, index: string): Grid =>
  grid(
    `
TT  | Nội dung        | Điểm tối đa | Xã A | Xã B
1   | THỂ CHẾ         | 4           | 3    | 4
1.1 | Văn bản         | 1           | 1    | 1
1.2 | Rà soát         | 3           | 2    | 3
    | Tổng điểm       |             | ${total} |
    | Điểm tối đa áp dụng |         |      |
    | Chỉ số CCHC (%) |             | ${index} |
    | Xếp loại        |             |      |
    | Xếp hạng        |             |      |`,
  );

describe('a second click', () => {
  const cases: readonly (readonly [string, Grid, Partial<Settings>])[] = [
    ['one unit', oneUnit(), {}],
    ['units as columns', unitsAsColumns(), {}],
    ['units as columns without room', unitsAsColumns(SIGNED), {}],
    ['sub-columns', subColumns(), {}],
    ['columns of losses', lossColumns(), {}],
    ['units as rows', unitsAsRows(), {}],
    ['mixed khối', mixedGroups(), {}],
    ['wholes only', wholesOnly(), {}],
    ['bonus and penalty', withBonus(), { bonusCap: decimal('1') }],
    ['odd cells', oddCells(), {}],
    ['plain values', unitsAsColumns(), { results: 'values' }],
    ['plain values without room', unitsAsColumns(SIGNED), { results: 'values' }],
    ['plain values among sub-columns', subColumns(), { results: 'values' }],
    ['competition ranks', unitsAsRows(), { ties: 'competition' }],
    ['a maximum for every unit', ownMaxima(), {}],
    ['a row of maxima', maximumRow(), {}],
    ['no maximum', noMaximum(), {}],
    ['a maximum of the whole', maximumOfTotal(), {}],
    ['a survey share', withSurvey(), { appraisedShare: decimal('70') }],
    ['no scale', unitsAsColumns(), { scale: [] }],
  ];
  test.each(cases)('changes nothing: %s', async (_name, table, settings) => {
    expect(planned([table], settings)).not.toEqual([]);
    expect(planned(await filled([table], settings), settings)).toEqual([]);
  });

  test('in values mode formulas of ours that say the same are left', async () => {
    expect(
      planned(await filled([unitsAsColumns()]), { results: 'values' }).filter(({ sheet }) => sheet === 'Bảng tổng hợp'),
    ).toEqual([]);
  });

  test('writes no cell of a unit that a fault keeps back', async () => {
    const again = planned(await filled([blockedUnit()]));
    expect(again.flatMap(({ edits }) => edits.filter(({ kind }) => kind === 'cell'))).toEqual([]);
  });

  test('with every rule and the workbook as a whole changes nothing either', async () => {
    const host = memoryHost([oddCells()]);
    const plan = async () => {
      const book = await host.readBook();
      return planEdits(book, assessBook(book));
    };
    await host.applyEdits(await plan());
    expect(await plan()).toEqual([]);
  });
});

describe('result lines', () => {
  test('missing ones are added below the table in its own format, the index with its decimals', () => {
    const plan = planned([unitsAsColumns()]);
    expect(['B8', 'B9', 'B10', 'B11', 'B12'].map((a1) => written(plan, a1))).toEqual([
      'Tổng điểm',
      'Điểm tối đa áp dụng',
      'Chỉ số CCHC (%)',
      'Xếp loại',
      'Xếp hạng',
    ]);
    const index = plan[0]?.edits.find((edit) => edit.kind === 'cell' && edit.at.row === 9 && edit.at.column === 3);
    expect(index).toMatchObject({ format: { like: { row: 4, column: 3 }, numberFormat: '0.00' } });
  });

  test('an added row is ruled from edge to edge, a column from heading to foot and as wide as one of scores', () => {
    const looks = (table: Grid): string[] =>
      planned([table]).flatMap(({ edits }) =>
        edits.flatMap((edit) =>
          edit.kind === 'format'
            ? [`${toA1(edit.at)} ${toA1(edit.like)}`]
            : edit.kind === 'width'
              ? [`${columnName(edit.column)} ${columnName(edit.like)}`]
              : [],
        ),
      );
    expect(looks(unitsAsColumns()).slice(0, 3)).toEqual(['A8 A5', 'C8 C5', 'A9 A5']);
    const rows = looks(unitsAsRows());
    expect(rows.filter((look) => !/\d/.test(look))).toEqual(['G E', 'H E', 'I E', 'J E']);
    expect(rows.filter((look) => look.startsWith('G'))).toEqual(['G E', 'G2 F2', 'G6 F6']);
    expect(looks(withResults('', ''))).toEqual([]);
  });

  test('missing ones are added to the right where units are rows', () => {
    const plan = planned([unitsAsRows()]);
    expect(['G1', 'H1', 'I1', 'J1'].map((a1) => written(plan, a1))).toEqual([
      'Điểm tối đa áp dụng',
      'Chỉ số CCHC (%)',
      'Xếp loại',
      'Xếp hạng',
    ]);
    expect(written(plan, 'F3')).toBe(
      '=IFERROR(IF(COUNTA(C3:E3)=3,ROUND(SUM(C3:E3),8),"Chưa xác định"),"Chưa xác định")',
    );
  });

  test('no rating without a scale and no rank for one unit alone', () => {
    expect(written(planned([unitsAsColumns()], { scale: [] }), 'B11')).toBe('Xếp hạng');
    expect(written(planned([oneUnit()]), 'B14')).toBeUndefined();
  });

  test('a signature below sends all of them to a sheet of our own', () => {
    const plan = planned([unitsAsColumns(SIGNED)]);
    expect(plan.map(({ sheet, isNew }) => [sheet, isNew])).toEqual([
      ['Bảng tổng hợp', false],
      ['Điểm bị trừ', true],
      ['Kết quả', true],
    ]);
    expect(written(plan, 'B8', 'Bảng tổng hợp')).toBeUndefined();
    expect(written(plan, 'D8', 'Kết quả')).toMatch(/^=IFERROR\(IF\(COUNTA\('Bảng tổng hợp'!D3:D4,/);
    expect(written(plan, 'F8', 'Kết quả')).toBe('=IFERROR(ROUND(ROUND(D8/E8*100,10),2),"Chưa xác định")');
  });

  test("a sheet «Kết quả» of the officer's is left alone and ours takes another name", () => {
    const theirs = grid('Ghi chú | Kết quả họp', { sheet: 'Kết quả' });
    expect(planned([unitsAsColumns(SIGNED), theirs]).map(({ sheet }) => sheet)).toEqual([
      'Bảng tổng hợp',
      'Điểm bị trừ',
      'Kết quả CCHC',
    ]);
  });

  test('a unit that is gone leaves our sheet', async () => {
    const [table, losses, ours] = await filled([unitsAsColumns(SIGNED)]);
    expect(valueAt(ours!, 11, 1)).toBe('Phường E');
    const fewer = typed(typed(table!, 'H1', null), 'H2', null);
    const shorter = ['H3', 'H4', 'H5', 'H6', 'H7'].reduce((sheet, a1) => typed(sheet, a1, null), fewer);
    const plan = planned([shorter, losses!, ours!]);
    expect([written(plan, 'B11', 'Kết quả'), written(plan, 'B12', 'Kết quả')]).toEqual([
      'Xã D',
      'Bình quân các đơn vị',
    ]);
  });
});

describe("the officer's own cells", () => {
  test('a typed total is never written over, and what follows adds the scores up itself', () => {
    const plan = planned([withResults('3.5', '')]);
    expect(written(plan, 'D5')).toBeUndefined();
    expect(written(plan, 'D7')).toMatch(
      /^=IFERROR\(IF\(COUNTA\(D3:D4\)=2,ROUND\(ROUND\(ROUND\(SUM\(D3:D4\),8\)\/D6\*100/,
    );
    expect(written(plan, 'E7')).toBe('=IFERROR(ROUND(ROUND(E5/E6*100,10),2),"Chưa xác định")');
  });

  test("the officer's own formula is left alone, blank neighbours are filled", () => {
    const table = { ...withResults('3', ''), formulas: new Map([[4 * 16_384 + 3, 'D3+D4']]) };
    const plan = planned([table]);
    expect(written(plan, 'D5')).toBeUndefined();
    expect(written(plan, 'E5')).toMatch(/^=IFERROR/);
  });

  test.each([
    ['that add up their parts are what the total adds', ['SUM(D3:D4)', '+D6+D7'], 'SUM(D2,D5)'],
    ['are added beside the scores of an area that has none', ['SUM(D3:D4)', null], 'SUM(D2,D6:D7)'],
    ['that leave a part out count for nothing', ['SUM(D3:D4)', 'D7'], 'SUM(D2,D6:D7)'],
    ['that add a part twice count for nothing', ['D3+D3', 'D6+D7'], 'SUM(D5,D3:D4)'],
    ['that take points off count for nothing', ['D3+D4', 'D6-D7'], 'SUM(D2,D6:D7)'],
    ['that are rounded count for nothing', ['ROUND(SUM(D3:D4),1)', 'SUM(D6:D7)'], 'SUM(D5,D3:D4)'],
    ['that are in error for one unit count for nothing', ['SUM(D3:D4)', 'D6+D7', '#VALUE!'], 'SUM(D2,D6:D7)'],
  ] as const)('subtotals of the officer %s', (_name, [first, second, ofOther = '0'], sum) => {
    const table = grid(
      `
TT  | Nội dung  | Điểm tối đa | Xã A | Xã B
1   | THỂ CHẾ   | 4           | 3    | 4
1.1 | Văn bản   | 1           | 1    | 1
1.2 | Rà soát   | 3           | 2    | 3
2   | THỦ TỤC   | 4           | 4    | ${ofOther}
2.1 | Công khai | 1           | 1    | KĐG
2.2 | Một cửa   | 3           | 3    | KĐG`,
      {
        formulas: {
          D2: first,
          E2: first.replace(/D(?=\d)/g, 'E'),
          ...(second && { D5: second, E5: second.replace(/D(?=\d)/g, 'E') }),
        },
      },
    );
    expect(written(planned([table]), 'D8')).toContain(`ROUND(${sum},8)`);
  });

  test('a formula of ours that points at other cells after rows moved is brought up to date', async () => {
    const [table] = await filled([withResults('', '')]);
    const moved = {
      ...table!,
      formulas: new Map([...table!.formulas].map(([key, text]) => [key, text.replace('SUM(D3:D4)', 'SUM(D3:D3)')])),
    };
    expect(moved.formulas).not.toEqual(table!.formulas);
    expect(written(planned([moved]), 'D5')).toBe(`=${table!.formulas.get(4 * 16_384 + 3)!}`);
  });

  test.each([
    ['one more term', 'SUM(D3:D4)', 'SUM(D3:D4)+0.5'],
    ['a number among the cells', 'SUM(D3:D4)', 'SUM(D3:D4,0.5)'],
    ['another function', 'ROUND(', 'ROUNDUP('],
  ])("a formula of ours that the officer changed is the officer's: %s", async (_name, from, to) => {
    const [table] = await filled([withResults('', '')]);
    const key = 4 * 16_384 + 3;
    const changed = {
      ...table!,
      formulas: new Map([...table!.formulas, [key, table!.formulas.get(key)!.replace(from, to)]]),
    };
    expect(written(planned([changed]), 'D5')).toBeUndefined();
  });

  test('blanks and $ signs in a formula of ours are no difference', async () => {
    const [table] = await filled([withResults('', '')]);
    const respelled = {
      ...table!,
      formulas: new Map(
        [...table!.formulas].map(([key, text]) => [key, text.replaceAll('$C', 'C').replaceAll('),', ') ,')]),
      ),
    };
    expect(planned([respelled]).filter(({ sheet }) => sheet === 'Bảng tổng hợp')).toEqual([]);
  });

  test('a typed index is compared, and ranks are live all the same: they come from the scores', () => {
    for (const index of [100, 50]) {
      const plan = planned([typed(typed(withResults('3', '75'), 'E7', index), 'E5', 4)]);
      expect(written(plan, 'D9')).toBe(
        `=IF(ISNUMBER('Kết quả'!R8),COUNTIF('Kết quả'!$S$8:$S$9,">"&'Kết quả'!R8)+1,"")`,
      );
      expect([written(plan, 'R8', 'Kết quả'), written(plan, 'R9', 'Kết quả')]).toEqual([
        '=IFERROR(ROUND(D8/E8*100,10),"")',
        '=IFERROR(ROUND(D9/E9*100,10),"")',
      ]);
    }
  });
});

describe('ranks', () => {
  const RANK = `=IF(ISNUMBER('Kết quả'!R8),COUNTIF('Kết quả'!$S$8:$S$9,">"&'Kết quả'!R8)+1,"")`;

  test.each([
    [
      'as Excel leaves it when the sheet «Kết quả» is deleted',
      'IF(ISNUMBER(#REF!R8),COUNTIF(#REF!$S$8:$S$9,">"&#REF!R8)+1,"")',
    ],
    ['as LibreOffice leaves it', 'IF(ISNUMBER(#REF!),COUNTIF(#REF!,">"&#REF!)+1,"")'],
    [
      'of a khối',
      `IF(ISNUMBER('Kết quả'!R8),COUNTIFS('Kết quả'!$S$8:$S$9,">"&'Kết quả'!R8,'Kết quả'!$T$8:$T$9,'Kết quả'!T8)+1,"")`,
    ],
    [
      'an array formula of an earlier version',
      'IF(ISNUMBER(D5/D6),SUM(--(FREQUENCY(IF(ISNUMBER($D$5:$E$5/$D$6:$E$6),' +
        'IF(ROUND($D$5:$E$5/$D$6:$E$6,12)>=ROUND(D5/D6,12),ROUND($D$5:$E$5/$D$6:$E$6,12))),' +
        'IF(ISNUMBER($D$5:$E$5/$D$6:$E$6),IF(ROUND($D$5:$E$5/$D$6:$E$6,12)>=ROUND(D5/D6,12),' +
        'ROUND($D$5:$E$5/$D$6:$E$6,12))))>0)),"")',
    ],
  ])('a rank formula of ours is brought up to date: %s', (_name, formula) => {
    const table = typed(withResults('', ''), 'D9', 1);
    const old = { ...table, formulas: new Map([...table.formulas, [8 * 16_384 + 3, formula]]) };
    expect(written(planned([old]), 'D9')).toBe(RANK);
  });

  test('an officer’s own formula stays', () => {
    const table = typed(withResults('', ''), 'D9', 1);
    const own = { ...table, formulas: new Map([...table.formulas, [8 * 16_384 + 3, 'RANK(D7,$D$7:$E$7)']]) };
    expect(written(planned([own]), 'D9')).toBeUndefined();
  });

  test('where «Kết quả» cannot be written, ranks are values', () => {
    const book = { ...bookOf(withResults('', '')), structureLocked: true };
    const { edits } = planFill(book, assessed([withResults('', '')]));
    expect(written(edits, 'D9')).toMatch(/^\d$/);
  });
});

describe('values mode', () => {
  test('plain numbers are written, «Chưa xác định» gives way once the score is there', async () => {
    const settings = { results: 'values' } as const;
    const [table] = await filled([unitsAsColumns()], settings);
    const plan = planned([unitsAsColumns()], settings);
    expect([
      written(plan, 'D8'),
      written(plan, 'D10'),
      written(plan, 'D11'),
      written(plan, 'D12'),
      written(plan, 'G10'),
    ]).toEqual(['8.25', '82.5', 'Tốt', '3', 'Chưa xác định']);
    expect(written(planned([typed(table!, 'G7', 3)], settings), 'G10')).toBe('90');
  });
});

describe('cells beside the scores', () => {
  test('blank subtotals, losses and percentages are filled in the sheet’s own way', () => {
    const plan = planned([subColumns()]);
    expect(written(plan, 'E3')).toBe('=IFERROR(IF(COUNTA(E4:E5)=2,ROUND(SUM(E4:E5),8),""),"")');
    expect(written(plan, 'F7')).toBe('=IFERROR(IF(ISNUMBER(E7),IF(ROUND(E7-$C7,8)=0,"",ROUND(E7-$C7,8)),""),"")');
    expect(written(plan, 'F4')).toBeUndefined();
  });

  test('totals of the self column and of the losses are filled where their cells are blank', () => {
    const plan = planned([subColumns()]);
    expect(written(plan, 'D9')).toBe(
      '=IFERROR(IF(COUNTA(D4:D5,D7:D8)=4,ROUND(SUM(D4:D5,D7:D8),8),"Chưa xác định"),"Chưa xác định")',
    );
    expect(written(plan, 'F9')).toBe('=IFERROR(IF(ISNUMBER(E9),IF(ROUND(E9-E12,8)=0,"",ROUND(E9-E12,8)),""),"")');
    expect(written(plan, 'E12')).toContain('ROUND(SUMIF(E4:E5,">=0",$C4:$C5)+SUMIF(E7:E8,">=0",$C7:$C8),8)');
  });

  test('a loss whose formula would be longer than an officer reads stands in it once', async () => {
    const text = ['7,5', '0,5', '1,25', '2,5'].map(
      (points, at) => `1.${at + 1} | Tiêu chí ${at + 1} | 8 | '${points}' |`,
    );
    const table = grid(`
TT  | Nội dung   | Điểm tối đa | Điểm thẩm định | Điểm bị trừ
1   | THỂ CHẾ    | 32          | 11.75          |
${text.join('\n')}`);
    const formula = String(written(planned([table]), 'E2'));
    expect(formula).toContain('ROUND(1/(1/ROUND(');
    expect(formula.split('SUMPRODUCT(')).toHaveLength(3);
    expect(formula.length).toBeLessThanOrEqual(250);
    const again = planned(await filled([table]));
    expect(written(again, 'E2')).toBeUndefined();
  });

  test('nothing is written beside an item that does not apply', () => {
    const plan = planned([subColumns()]);
    expect([written(plan, 'N5'), written(plan, 'O5')]).toEqual([undefined, undefined]);
  });

  test('nothing is written inside a merged cell', () => {
    const merged = { ...unitsAsColumns(), merges: [{ top: 1, left: 2, bottom: 1, right: 4 }] };
    const plan = planned([merged]);
    expect([written(plan, 'D2'), written(plan, 'E2')]).toEqual([undefined, undefined]);
    expect(written(plan, 'F2')).toMatch(/^=/);
  });
});
