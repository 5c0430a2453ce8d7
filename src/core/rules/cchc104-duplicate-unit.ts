/** CCHC104 — the same unit twice in one khối. */
import type { Rule } from '../model/rule';
import { unitKey } from '../matching/unit-keys';
import type { UnitScores } from '../model/score-sheet';
import { cell, subject } from './wording';

export const duplicateUnit: Rule = {
  code: 'CCHC104',
  alias: 'duplicate-unit',
  severity: 'warning',
  title: 'Đơn vị có tên hai lần',
  find: function* ({ scoreSheet: { units } }) {
    const first = new Map<string, UnitScores>();
    for (const unit of units) {
      const name = unitKey(unit.name);
      if (name === '') continue;
      const key = `${unit.group ?? ''}\n${name}`;
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, unit);
        continue;
      }
      yield {
        at: [unit.at, earlier.at],
        unit,
        message:
          `${subject(unit, null)} có tên hai lần trong bảng, ở ${cell(earlier.at)} và ${cell(unit.at)}; mỗi nơi ` +
          'đang được tính như một đơn vị riêng.',
      };
    }
  },
};
