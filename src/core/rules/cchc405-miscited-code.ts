/** CCHC405 — a cause cites the code of an item other than the one that it is beside or names. */
import type { Rule } from '../model/rule';
import { codeKey } from '../matching/keys';
import { scoreCellOf } from '../model/score-sheet';
import { cell, subject } from './wording';

/** «Tiêu chí 1.8: …» at the start of a cause; a code later in the text may refer to another criterion. */
const CITED = /^[^\p{L}\p{N}]*(?:tiêu chí thành phần|tiêu chí|tctp|tc|mục)\s*(\d+(?:\.\d+)+)/iu;

export const miscitedCode: Rule = {
  code: 'CCHC405',
  alias: 'miscited-code',
  severity: 'warning',
  title: 'Nguyên nhân ghi sai mã tiêu chí',
  find: function* ({ scoreSheet, causes, deductions }) {
    // Filtered first: a `for…of` over all deductions in this generator would allocate an iterator result for each.
    const citing = deductions.filter(
      ({ causeFrom }) => causeFrom === 'column' || causeFrom === 'note' || causeFrom === 'deductions',
    );
    for (const { unit, item, cause, at } of citing) {
      const cited = CITED.exec((cause ?? '').normalize('NFC'))?.[1];
      if (cited === undefined || item.code === '' || codeKey(cited) === codeKey(item.code)) continue;
      yield {
        at: [at],
        unit,
        item,
        expected: item.code,
        actual: cited,
        message: `${subject(unit, item)}: nguyên nhân của điểm ở ${cell(at)} lại dẫn mã ${cited}.`,
      };
    }
    for (const { unit, line, item, miscited } of causes.cited) {
      if (!miscited || !item) continue;
      yield {
        at: [scoreCellOf(scoreSheet, unit, item)],
        unit,
        item,
        expected: item.code,
        actual: line.code,
        message:
          `${subject(unit, item)}: trang tính «${line.sheet}» ${cell(line.at)} ghi mã ${line.code} ` +
          `cho tiêu chí có tên này; mã đúng theo bảng là ${item.code}.`,
      };
    }
  },
};
