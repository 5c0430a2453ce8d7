/**
 * CCHC402 — a cause for an item that lost nothing, in its column or in a line of the causes sheet; one finding per
 * unit.
 */
import type { Address } from '../values/address';
import { resultOf, tallyAt, type Tally } from '../model/assessment';
import type { Rule, RuleContext } from '../model/rule';
import { scoreCellOf, type Item, type UnitScores } from '../model/score-sheet';
import type { CitedCause } from '../model/beside/stated-cause';
import { groupsOf } from '../values/group';
import { once } from '../values/once';
import { cell, listItems, shown, subject } from './wording';
import { shownCount } from '../values/decimal';

interface UnneededCause {
  readonly at: Address;
  readonly item: Item;
  readonly tally: Tally;
  /** «ô F7», or sheet and cell for a line of the causes sheet. */
  readonly where: string;
}

/** Dashes and dots only fill a cell; they are not a cause. */
const isPlaceholder = (cause: string | null): boolean => /^[\s\p{P}\p{S}]*$/u.test(cause ?? '');

export const causeWithoutDeduction: Rule = {
  code: 'CCHC402',
  alias: 'cause-without-deduction',
  severity: 'note',
  title: 'Ghi nguyên nhân nhưng không mất điểm',
  find: function* (context) {
    if (!context.causes.hasColumns && context.causes.cited.length === 0) return;
    for (const unit of context.scoreSheet.units) {
      const inColumns = fromColumns(context, unit);
      const cells = [...inColumns.unneeded, ...fromLines(context, unit, inColumns.seen)];
      const [first] = cells;
      if (!first) continue;
      yield {
        at: cells.map(({ at }) => at),
        unit,
        ...(cells.length === 1 ? { item: first.item } : {}),
        message:
          cells.length === 1
            ? `${subject(unit, first.item)}: ${first.where} ghi nguyên nhân nhưng tiêu chí đạt ` +
              `${shown(first.tally.points)}/${shown(first.tally.max)} điểm, không mất điểm.`
            : `${subject(unit, null)}: ${shownCount(cells.length)} tiêu chí có ghi nguyên nhân nhưng không mất điểm: ` +
              `${listItems(cells.map(({ item }) => item))}.`,
      };
    }
  },
};

/** The points of an item that applies and lost nothing; null for any other item. */
function fullTally(context: RuleContext, unit: UnitScores, item: Item): Tally | null {
  const tally = tallyAt(resultOf(context, unit).totals.awarded, item.position);
  return tally && tally.max > 0 && tally.points >= tally.max ? tally : null;
}

function fromColumns(context: RuleContext, unit: UnitScores): { unneeded: UnneededCause[]; seen: ReadonlySet<Item> } {
  const unneeded: UnneededCause[] = [];
  const seen = new Set<Item>();
  if (!context.causes.hasColumns) return { unneeded, seen };
  for (const item of context.scoreSheet.items) {
    const { columns = null } = context.causes.statedFor(unit, item) ?? {};
    // A merged text is about several rows, one of which may have lost points.
    if (!columns?.at || columns.isShared || isPlaceholder(columns.cause)) continue;
    seen.add(item);
    const tally = fullTally(context, unit, item);
    if (tally) unneeded.push({ at: columns.at, item, tally, where: cell(columns.at) });
  }
  return { unneeded, seen };
}

const citedByUnit = once(({ causes }: RuleContext) => groupsOf(causes.cited, ({ unit }) => String(unit.position)));

function fromLines(context: RuleContext, unit: UnitScores, seenBefore: ReadonlySet<Item>): UnneededCause[] {
  const seen = new Set(seenBefore);
  const cited: readonly CitedCause[] = citedByUnit(context).get(String(unit.position)) ?? [];
  return cited.flatMap(({ item, line }): UnneededCause[] => {
    const tally = item && !seen.has(item) && !isPlaceholder(line.cause) ? fullTally(context, unit, item) : null;
    if (!item || !tally) return [];
    seen.add(item);
    const where = `trang tính «${line.sheet}» ${cell(line.at)}`;
    return [{ at: scoreCellOf(context.scoreSheet, unit, item), item, tally, where }];
  });
}
