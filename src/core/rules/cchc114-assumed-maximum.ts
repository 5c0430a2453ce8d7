/** CCHC114 — a table of points without any maximum is taken to be out of 100. */
import type { Rule } from '../model/rule';

export const assumedMaximum: Rule = {
  code: 'CCHC114',
  alias: 'assumed-maximum',
  severity: 'note',
  title: 'Bảng không ghi điểm tối đa, tính trên 100',
  find: ({ scoreSheet: { facts, sheet, table } }) =>
    facts
      .filter(({ kind }) => kind === 'no-maximum')
      .map(() => ({
        at: [{ row: table.top, column: table.left }],
        message:
          `Bảng ở trang tính «${sheet}» không ghi điểm tối đa ở đâu cả và mọi điểm đều không quá 100, nên chỉ số ` +
          'được tính trên thang 100.',
      })),
};
