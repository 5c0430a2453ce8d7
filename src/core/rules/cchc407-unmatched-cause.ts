/**
 * CCHC407 — a line of the sheet `Nguyên nhân` that matches no single unit or item of the workbook; without this finding
 * its text would be dropped silently.
 */
import type { Rule } from '../model/rule';
import { cell, listCells, cellOfItem, subject } from './wording';
import { shownCount } from '../values/decimal';

export const unmatchedCause: Rule = {
  code: 'CCHC407',
  alias: 'unmatched-cause',
  severity: 'warning',
  title: 'Dòng nguyên nhân không ứng với đơn vị, tiêu chí nào',
  find: function* ({ causes }) {
    for (const { line, among } of causes.strays) {
      const why =
        among.length > 0
          ? `ghi đơn vị «${line.unit}», có thể là ${among.map((name) => `«${name}»`).join(' hoặc ')}`
          : line.unit === ''
            ? 'không ghi đơn vị'
            : `ghi đơn vị «${line.unit}», không có trong bảng`;
      yield {
        at: [],
        actual: line.unit,
        message: `Trang tính «${line.sheet}» ${cell(line.at)} ${why}; nguyên nhân này chưa được dùng.`,
      };
    }
    for (const { unit, item, among, line } of causes.cited) {
      if (item) continue;
      const cited = [line.code, line.name].filter((part) => part !== '').join(' ');
      const why =
        among.length === 0
          ? 'không có trong bảng'
          : `có ở ${shownCount(among.length)} chỗ trong bảng ` +
            `(${listCells(among.map(cellOfItem))}) nên chưa rõ là chỗ nào`;
      yield {
        at: [],
        unit,
        actual: cited,
        message:
          `${subject(unit, null)}: trang tính «${line.sheet}» ${cell(line.at)} ghi tiêu chí «${cited}», ${why}; ` +
          'nguyên nhân này chưa được dùng.',
      };
    }
  },
};
