/** CCHC316 — points given or taken outside the set are more than the cap that their own line states in words. */
import type { Finding, Rule } from '../model/rule';
import { capIn, outsideLabel } from '../model/outside-caps';
import type { Decimal } from '../values/decimal';
import { cell, plain, shown, subject } from './wording';

export const pointsAboveCap: Rule = {
  code: 'CCHC316',
  alias: 'points-above-cap',
  severity: 'warning',
  title: 'Điểm cộng, điểm trừ quá mức tối đa ghi bằng chữ',
  find: ({ scoreSheet }) =>
    scoreSheet.units.flatMap((unit) =>
      (['bonus', 'penalty'] as const).flatMap((kind) =>
        // The only line of its kind is capped in the sum.
        unit[kind].length < 2
          ? []
          : unit[kind].flatMap((each): Finding[] => {
              const label = outsideLabel(scoreSheet, each);
              const cap = capIn(label);
              const value = Math.abs(each.value ?? 0) as Decimal;
              if (cap === null || value <= cap) return [];
              return [
                {
                  at: [each.at],
                  unit,
                  expected: plain(cap),
                  actual: plain(value),
                  message:
                    `${subject(unit, null)}: ${kind === 'bonus' ? 'điểm cộng' : 'điểm trừ'} ở ${cell(each.at)} ghi ` +
                    `${shown(value)}, quá mức tối đa ${shown(cap)} điểm ghi ở tên mục «${label.slice(0, MOST)}».`,
                },
              ];
            }),
      ),
    ),
};

const MOST = 60;
