/** CCHC402 — a cause for an item that lost nothing; one line for a unit. */
import type { Rule } from '../model/rule';
import { unneeded } from './unneeded-causes';
import { listItems, shown, subject } from './wording';

export const causeWithoutDeduction: Rule = {
  code: 'CCHC402',
  alias: 'cause-without-deduction',
  severity: 'note',
  title: 'Ghi nguyên nhân nhưng không mất điểm',
  find: function* (context) {
    for (const [unit, cells] of unneeded(context)) {
      const [first] = cells;
      if (!first) continue;
      yield {
        at: cells.map(({ at }) => at),
        unit: unit.index,
        ...(cells.length === 1 ? { item: first.item.index } : {}),
        message:
          cells.length === 1
            ? `${subject(unit, first.item)}: ${first.where} ghi nguyên nhân nhưng tiêu chí đạt ${shown(first.points)}/${shown(first.max)} điểm, không mất điểm.`
            : `${subject(unit, null)}: ${cells.length} tiêu chí có ghi nguyên nhân nhưng không mất điểm: ${listItems(cells.map(({ item }) => item))}.`,
      };
    }
  },
};
