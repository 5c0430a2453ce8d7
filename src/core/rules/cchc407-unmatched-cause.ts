/** CCHC407 — a line of the sheet `Nguyên nhân` that speaks of no unit, or of no item, of the workbook: its words would be lost without a sound. */
import { matchCauses } from '../matching/match-causes';
import type { Rule } from '../model/rule';
import { cell, subject } from './wording';

export const unmatchedCause: Rule = {
  code: 'CCHC407',
  alias: 'unmatched-cause',
  severity: 'warning',
  title: 'Dòng nguyên nhân không ứng với đơn vị, tiêu chí nào',
  find: function* ({ scoreSheet, causes, strayCauses }) {
    for (const { unit, sheet, at } of strayCauses) {
      const why = unit === '' ? 'không ghi đơn vị' : `ghi đơn vị «${unit}», không có trong bảng`;
      yield {
        at: [],
        actual: unit,
        message: `Trang tính «${sheet}» ${cell(at)} ${why}; nguyên nhân này chưa được dùng.`,
      };
    }
    if (causes.length === 0) return;
    for (const [unit, matches] of matchCauses(scoreSheet, causes)) {
      for (const { item, line } of matches) {
        if (item !== null) continue;
        const cited = [line.code, line.name].filter((part) => part !== '').join(' ');
        const message = `${subject(scoreSheet.units[unit] ?? null, null)}: trang tính «${line.sheet}» ${cell(line.at)} ghi tiêu chí «${cited}», không có trong bảng; nguyên nhân này chưa được dùng.`;
        yield { at: [], unit, actual: cited, message };
      }
    }
  },
};
