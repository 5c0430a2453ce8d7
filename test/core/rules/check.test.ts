import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { toA1 } from '../../../src/core/values/address';
import type { Rule } from '../../../src/core/model/rule';
import { check } from '../../../src/core/rules/check';
import { RULES } from '../../../src/core/rules/index';
import { ruleTable } from '../../../src/core/rules/rule-table';
import type { UnitScores } from '../../../src/core/model/score-sheet';
import { bookOf, grid } from '../../kit/grid';
import { scoreSheet, unitRows } from '../../kit/score-sheet';
import { brief, contextOf } from './try-rule';

const briefly = (table: string) => check(contextOf(scoreSheet(table))).map((each) => `${brief(each)} ${each.alias}`);

describe('all rules together', () => {
  test('a clean sheet has no diagnostics', () => {
    expect(
      briefly(`
        code | name | max | A.self | A.appraised | B.self | B.appraised
        1    | Một  | 3   | 3      | 2.5         | 3      | 2
        1.1  | Hai  | 1   | 1      | 1           | 1      | 1
        1.2  | Ba   | 2   | 2      | 1.5         | 2      | 1
        =total |    |     |        | 2.5         |        | 2
        =index |    |     |        | 83.33       |        | 66.67
        =rating |   |     |        | Tốt         |        | Trung bình
        =rank |     |     |        | 1           |        | 2`),
    ).toEqual([]);
  });

  test('the published excerpt gives the wrong loss and no false alarm on blank ones', () => {
    expect(
      briefly(`
        code | name                        | max | Huyện.appraised | Huyện.lost
        1    | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 4   | 2.46            | - 1.36
        1.1  | Kế hoạch                    | 1   | 0.5             |
             | - Ban hành                  | 0.5 | 0.5             |
             | - Chất lượng                | 0.5 | 0               | -0.5
        1.2  | Mức độ                      | 1   | 0.96            | - 0.04
        1.6  | Sáng kiến                   | 2   | 1               | -1
        3    | THỦ TỤC HÀNH CHÍNH          | 1,5 | 0,5             |
        3.4  | Một cửa                     | 1,5 | 0,5             |`),
    ).toEqual(['E2 warning mismatched-loss', 'D8,D9 warning text-number']);
  });

  test('a score that is mistyped above its maximum is one finding, though it is above the claim as well', () => {
    const found = check(
      contextOf(
        scoreSheet(`
        code | name | max | A.self | A.appraised
        1    | Một  | 3   | 3      | 2.5
        1.1  | Hai  | 1   | 1      | 5
        1.2  | Ba   | 2   | 2      | 2
        2    | Bốn  | 4   | 4      | 3.5
        =total |    |     |        | 6`),
      ),
    );
    expect(found.map(({ alias, follows }) => [alias, follows])).toEqual(
      expect.arrayContaining([
        ['score-above-max', false],
        ['appraised-above-self', true],
      ]),
    );
    expect(found.filter(({ follows }) => !follows)).toHaveLength(1);
  });

  test('come in the order of the sheet, whatever the order of the rules', () => {
    const context = contextOf(
      scoreSheet(
        'code | name | max | A.self | A.lost\n1 | Một | 1 | 2 |\n2 | Hai | 1 | -1 |\n' +
          '3 | Ba | 1 | 0,5 | 1\n=index | | | 12 |',
      ),
    );
    const found = check(context);
    expect(found.map(({ at }) => at.map(toA1).join())).toEqual(['D2', 'D3', 'D4', 'E4', 'D5']);
    expect(check(context, [...RULES].reverse())).toEqual(found);
  });

  test('a sheet with nothing in it is no reason to fail', () => {
    expect(
      check(contextOf({ ...unitRows('unit'), facts: [{ kind: 'missing-header' }] })).map(({ alias }) => alias),
    ).toEqual(['missing-header']);
    expect(briefly('code | name | max | A.self')).toEqual([]);
  });

  test('sums out of range are no reason to fail', () => {
    const huge = '900000 | 900000 | 900000';
    expect(() =>
      briefly(
        `code | name | max | A.self | A.lost\n1 | Một | ${huge}\n1.1 | Hai | ${huge}\n` +
          `1.2 | Ba | ${huge}\n=total | | | 900000 | \n=bonus | | | 900000 |`,
      ),
    ).not.toThrow();
  });
});

const UNIT = { position: 0, name: 'Xã A' } as UnitScores;

describe('the runner', () => {
  const rule: Rule = {
    code: 'CCHC999',
    alias: 'tried',
    severity: 'error',
    title: 'Thử',
    find: () => [
      { at: [], message: 'Một câu.' },
      { at: [], message: 'Hai câu.', severity: 'note', unit: UNIT },
    ],
  };

  test('adds code, alias and severity, and keeps a milder severity', () => {
    expect(check(contextOf(unitRows('unit')), [rule])).toEqual([
      {
        code: 'CCHC999',
        alias: 'tried',
        severity: 'error',
        at: [],
        unit: null,
        item: null,
        expected: null,
        actual: null,
        message: 'Một câu.',
        suggestions: [],
        follows: false,
        consequences: [],
      },
      {
        code: 'CCHC999',
        alias: 'tried',
        severity: 'note',
        at: [],
        unit: UNIT,
        item: null,
        expected: null,
        actual: null,
        message: 'Hai câu.',
        suggestions: [],
        follows: false,
        consequences: [],
      },
    ]);
  });
});

describe('the list of rules', () => {
  test('has each code, alias and title once, in the order of the codes', () => {
    for (const key of ['code', 'alias', 'title'] as const)
      expect(new Set(RULES.map((rule) => rule[key])).size).toBe(RULES.length);
    expect(RULES.map(({ code }) => code)).toEqual(RULES.map(({ code }) => code).sort());
  });

  test('keeps the codes that were given: they are permanent', () => {
    expect(Object.fromEntries(RULES.map(({ code, alias }) => [code.slice(4), alias]))).toEqual({
      101: 'missing-header',
      102: 'missing-column',
      103: 'ambiguous-column',
      104: 'duplicate-unit',
      105: 'missing-code',
      106: 'duplicate-code',
      107: 'damaged-code',
      108: 'unknown-item',
      109: 'missing-item',
      110: 'repeated-header',
      111: 'split-row',
      112: 'hidden-data',
      113: 'renamed-item',
      114: 'assumed-maximum',
      115: 'undecided-column',
      116: 'unused-numbers',
      117: 'unread-rows',
      118: 'unread-sheet',
      119: 'list-of-losses',
      120: 'mostly-not-applicable',
      121: 'unread-condition',
      201: 'text-number',
      202: 'damaged-number',
      203: 'ambiguous-mark',
      204: 'cell-error',
      205: 'blank-score',
      206: 'score-above-max',
      207: 'negative-score',
      208: 'fractional-step',
      209: 'lone-decimals',
      301: 'mismatched-subtotal',
      302: 'mismatched-max',
      303: 'mismatched-loss',
      304: 'mismatched-total',
      305: 'mismatched-percent',
      306: 'mismatched-index',
      307: 'mismatched-rating',
      308: 'mismatched-rank',
      309: 'mismatched-change',
      310: 'truncated-value',
      311: 'overwritten-formula',
      312: 'mismatched-formula',
      313: 'restated-number',
      314: 'survey-percent',
      315: 'limited-rating',
      316: 'points-above-cap',
      401: 'deduction-without-cause',
      402: 'cause-without-deduction',
      403: 'unexplained-loss',
      404: 'over-explained-loss',
      405: 'miscited-code',
      406: 'appraised-above-self',
      407: 'unmatched-cause',
      408: 'conflicting-causes',
      409: 'late-evidence',
      410: 'unread-words',
    });
  });

  test('makes the table of the README', () => {
    const lines = ruleTable().split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '| Mã | Tên máy đọc | Mức | Nội dung |',
      '|---|---|---|---|',
      '| CCHC101 | `missing-header` | lỗi | Không tìm thấy dòng tiêu đề của bảng |',
    ]);
    expect(lines).toHaveLength(RULES.length + 2);
  });
});

describe('a total with bonus and penalty in it', () => {
  const table = (self: string): string => `TT | Nội dung | Điểm tối đa | Điểm tự chấm | Điểm thẩm định
I | Nội dung đánh giá | 10 | 9 | 7
1 | Chỉ đạo | 6 | 6 | 4
2 | Thể chế | 4 | 3 | 3
II | Điểm thưởng | 2 | 2 | 1
III | Điểm trừ | | -0.5 | -0.5
 | Tổng điểm (I+II-III) | 10 | ${self} | 7.5`;
  const totalsOf = (self: string): string[] =>
    assessBook(bookOf(grid(table(self)))).sheets.flatMap(({ diagnostics }) =>
      diagnostics.filter(({ alias }) => alias === 'mismatched-total').map(({ at }) => at.map(toA1).join()),
    );

  // 9 + 2 − 0.5: with the bonus of the self-scores, not the appraised one.
  test('is right on the side of the self-scores by their own bonus', () => {
    expect(totalsOf('10.5')).toEqual([]);
    expect(totalsOf('9')).toEqual([]);
    expect(totalsOf('10.25')).toEqual(['D7']);
  });
});
