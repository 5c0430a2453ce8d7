/** CCHC406 — items appraised higher than the self-score; one finding per unit. */
import type { Rule } from '../model/rule';
import { addressOf, isScoredItem, type Item, type Score } from '../model/score-sheet';
import type { Address } from '../values/address';
import { isMended } from './mistakes';
import { listItems, cellOfItem, shown, subject } from './wording';
import { shownCount } from '../values/decimal';

const pointsOf = (score: Score | undefined): string => (score?.kind === 'points' ? shown(score.points) : '');

const isAbove = (a: Score | undefined, b: Score | undefined): boolean =>
  a !== b && a?.kind === 'points' && b?.kind === 'points' && a.points > b.points;

export const appraisedAboveSelf: Rule = {
  code: 'CCHC406',
  alias: 'appraised-above-self',
  severity: 'note',
  title: 'Điểm thẩm định cao hơn tự chấm',
  find: function* (context) {
    const { scoreSheet } = context;
    const scored = scoreSheet.items.filter(isScoredItem);
    for (const unit of scoreSheet.units) {
      const { self, appraised } = unit;
      if (!self || !appraised) continue;
      const above = scored.filter(({ position }) => isAbove(appraised[position], self[position]));
      if (above.length === 0) continue;
      const cellOf = (item: Item): Address => addressOf(scoreSheet, unit, item, 'appraised') ?? cellOfItem(item);
      // A mistyped score is reported at its own cell: once corrected, it is not above the self-score.
      const isTyped = (item: Item): boolean => {
        const claimed = self[item.position];
        return claimed?.kind === 'points' && isMended(context, cellOf(item), claimed.points);
      };
      const meant = above.filter((item) => !isTyped(item));
      const raised = meant.length > 0 ? meant : above;
      const [first] = raised;
      if (!first) continue;
      const examples = raised
        .slice(0, 3)
        .map(
          (item) =>
            `${raised.length === 1 ? '' : `${listItems([item])} `}(${pointsOf(self[item.position])} → ` +
            `${pointsOf(appraised[item.position])})`,
        );
      const rest = raised.length > 3 ? ` và ${shownCount(raised.length - 3)} tiêu chí khác` : '';
      yield {
        at: raised.map(cellOf),
        follows: meant.length === 0,
        unit,
        ...(raised.length === 1 ? { item: first } : {}),
        message:
          `${subject(unit, raised.length === 1 ? first : null)}: điểm thẩm định cao hơn điểm tự chấm ` +
          `${raised.length === 1 ? '' : `ở ${shownCount(raised.length)} tiêu chí: `}${examples.join(', ')}${rest}.`,
      };
    }
  },
};
