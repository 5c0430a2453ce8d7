/** CCHC201 — numbers stored as text; one finding per unit with all its cells. */
import type { Rule } from '../model/rule';
import type { Address } from '../values/address';
import type { Decimal } from '../values/decimal';
import { textIn, type Repair, type UnitScores } from '../model/score-sheet';
import { oddScores } from './odd-scores';
import { cell, plain, shown, subject } from './wording';
import { shownCount } from '../values/decimal';

interface TextCell {
  readonly at: Address;
  readonly value: Decimal;
}

/** «75,42/94» can only be text, and footnote marks belong to CCHC202. */
const isText = (repairs: readonly Repair[]): boolean =>
  repairs.includes('text') && !repairs.includes('fraction-max') && !repairs.includes('footnote');

export const textNumber: Rule = {
  code: 'CCHC201',
  alias: 'text-number',
  severity: 'warning',
  title: 'Số được lưu dưới dạng chữ',
  find: function* (context) {
    const byUnit = new Map<UnitScores, TextCell[]>();
    for (const { unit, at, score, isElsewhere } of oddScores(context)) {
      // The finding names cells of this sheet and corrects them.
      if (isElsewhere || score.kind !== 'points' || !isText(score.repairs)) continue;
      const cells = byUnit.get(unit);
      if (cells) cells.push({ at, value: score.points });
      else byUnit.set(unit, [{ at, value: score.points }]);
    }
    for (const [unit, cells] of byUnit) {
      const [first] = cells;
      if (!first) continue;
      const text = textIn(context.scoreSheet, first.at);
      yield {
        at: cells.map(({ at }) => at),
        unit,
        message:
          `${subject(unit, null)}: ${shownCount(cells.length)} ô điểm là chữ chứ không phải số ` +
          `(${cell(first.at)} ghi «${text}», đọc là ${shown(first.value)}); Excel bỏ qua các ô này khi cộng.`,
        suggestions: cells.map(({ at, value }) => ({
          at,
          value: plain(value),
          why: `đổi chữ thành số ${shown(value)}`,
        })),
      };
    }
  },
};
