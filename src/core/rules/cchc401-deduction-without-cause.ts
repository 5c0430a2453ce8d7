/** CCHC401 — lost points without a cause, in a workbook that gives causes; one finding per unit. */
import type { Rule, RuleContext } from '../model/rule';
import type { Deduction } from '../model/deduction';
import { listItems, shown, subject } from './wording';
import { shownCount } from '../values/decimal';

/** Whether the workbook gives causes anywhere: in a column, a causes sheet or a note. */
const givesCauses = ({ scoreSheet, causes, deductions }: RuleContext): boolean =>
  causes.lines.length > 0 ||
  scoreSheet.units.some(({ columns }) => columns.cause !== undefined) ||
  scoreSheet.items.some(({ columns }) => columns.cause !== undefined) ||
  deductions.some(({ causeFrom }) => causeFrom !== null);

export const deductionWithoutCause: Rule = {
  code: 'CCHC401',
  alias: 'deduction-without-cause',
  severity: 'note',
  title: 'Mất điểm chưa ghi nguyên nhân',
  find: function* (context) {
    if (!givesCauses(context)) return;
    const { units } = context.scoreSheet;
    const open: Deduction[][] = [];
    for (const deduction of context.deductions)
      if (deduction.cause === null) (open[deduction.unit.position] ??= []).push(deduction);
    for (const unit of units) {
      const unexplained = open[unit.position] ?? [];
      const [first] = unexplained;
      if (!first) continue;
      const lost = unexplained.map(({ item }) => item);
      yield {
        at: unexplained.map(({ at }) => at),
        unit,
        ...(unexplained.length === 1 ? { item: first.item } : {}),
        message:
          unexplained.length === 1
            ? `${subject(unit, lost[0] ?? null)}: mất ${shown(first.lostPoints)} điểm (đạt ` +
              `${shown(first.awardedPoints)}/${shown(first.maxPoints)}) mà chưa ghi nguyên nhân.`
            : `${subject(unit, null)}: ${shownCount(unexplained.length)} tiêu chí mất điểm ` +
              `chưa ghi nguyên nhân: ${listItems(lost)}.`,
      };
    }
  },
};
