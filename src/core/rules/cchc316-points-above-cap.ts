/** CCHC316 — bonus or penalty points exceed the cap stated in their own line or heading. */
import type { Finding, Rule, RuleContext } from '../model/rule';
import { capIn, capInWords, outsideLabel } from '../model/beside/outside-caps';
import type { UnitScores } from '../model/score-sheet';
import { sum, type Decimal } from '../values/decimal';
import { rowInSheet } from '../values/address';
import { cell, listCells, plain, shown, subject } from './wording';

export const pointsAboveCap: Rule = {
  code: 'CCHC316',
  alias: 'points-above-cap',
  severity: 'warning',
  title: 'Điểm cộng, điểm trừ quá mức tối đa ghi bằng chữ',
  find: (context) =>
    context.scoreSheet.units
      .filter(({ bonus, penalty }) => bonus.length + penalty.length > 0)
      .flatMap((unit) =>
        (['bonus', 'penalty'] as const).flatMap((kind) => [
          ...linesAbove(context, unit, kind),
          ...sumAbove(context, unit, kind),
        ]),
      ),
};

const KIND_WORDS = { bonus: 'điểm cộng', penalty: 'điểm trừ' } as const;
type Kind = keyof typeof KIND_WORDS;

function linesAbove({ scoreSheet }: RuleContext, unit: UnitScores, kind: Kind): Finding[] {
  // If there is only one line of a kind, its cap is checked with the sum.
  if (unit[kind].length < 2) return [];
  return unit[kind].flatMap((each): Finding[] => {
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
          `${subject(unit, null)}: ${KIND_WORDS[kind]} ở ${cell(each.at)} ghi ${shown(value)}, quá mức tối đa ` +
          `${shown(cap)} điểm ghi ở tên mục «${label.slice(0, MOST)}».`,
      },
    ];
  });
}

/**
 * A cap reduces the points that count without showing it, so it is reported. A different cap in `Cấu hình` takes
 * precedence over one in words.
 */
function sumAbove({ scoreSheet, settings }: RuleContext, unit: UnitScores, kind: Kind): Finding[] {
  if (unit[kind].length === 0) return [];
  const stated = capInWords(scoreSheet, unit, kind);
  const used = kind === 'bonus' ? settings.bonusCap : settings.penaltyCap;
  const given = unit[kind].filter(({ value }) => value !== null);
  const all = sum(given.map(({ value }) => Math.abs(value ?? 0) as Decimal));
  if (!stated || all <= stated.cap || (used !== null && used !== stated.cap)) return [];
  const at = given.map((each) => each.at);
  const isOnly = at.length === 1;
  const where = isOnly && at[0]?.row === stated.row ? 'tên mục' : `dòng ${String(rowInSheet(stated.row) + 1)}`;
  return [
    {
      at,
      unit,
      expected: plain(stated.cap),
      actual: plain(all),
      message:
        `${subject(unit, null)}: ${KIND_WORDS[kind]} ở ô ${listCells(at)} ${isOnly ? 'ghi' : 'cộng lại là'} ` +
        `${shown(all)}, quá mức tối đa ${shown(stated.cap)} điểm ghi ở ${where} «${stated.label.slice(0, MOST)}», ` +
        `nên tính ${shown(stated.cap)} điểm.`,
    },
  ];
}

const MOST = 60;
