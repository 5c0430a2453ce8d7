/** CCHC313 — two tables of the workbook state the same number, or place, of the same unit differently. */
import type { Finding, Rule, RuleContext } from '../model/rule';
import { matchUnits } from '../matching/find-units';
import { matchItems } from '../matching/match-items';
import type { Item, ScoreSheet, UnitScores } from '../model/score-sheet';
import { areaPlace, wholePlace, type StatedPlace } from '../model/stated-place';
import { brokenOf, findingOf } from './mistakes';
import { cell, subject } from './wording';

export const restatedNumber: Rule = {
  code: 'CCHC313',
  alias: 'restated-number',
  severity: 'warning',
  title: 'Hai nơi ghi cùng một số khác nhau',
  find: (context) => [
    ...brokenOf(context, ['elsewhere']).map((broken) => findingOf(context, broken)),
    ...otherPlaces(context),
  ],
};

/** Each pair of tables once, at the one that counts, else at the first. */
function otherPlaces({ scoreSheet, kin = [] }: RuleContext): Finding[] {
  const isAside = ({ scoreSheet: { restates } }: RuleContext): number => (restates === undefined ? 0 : 1);
  const ordered = [...kin].sort((a, b) => isAside(a) - isAside(b));
  const own = ordered.findIndex((each) => each.scoreSheet === scoreSheet);
  return ordered.slice(own + 1).flatMap((other) => {
    const units = matchUnits(scoreSheet.units, other.scoreSheet.units);
    return scoreSheet.units.flatMap((unit, position) => {
      const same = units[position];
      return same ? placesApart(scoreSheet, unit, other.scoreSheet, same) : [];
    });
  });
}

function placesApart(sheet: ScoreSheet, unit: UnitScores, other: ScoreSheet, same: UnitScores): Finding[] {
  const { earlier } = matchItems(sheet.items, other.items);
  const areas = sheet.items.flatMap((item) => {
    const there = other.items[earlier[item.index] ?? -1];
    const [here, elsewhere] = [areaPlace(sheet, unit, item), there ? areaPlace(other, same, there) : null];
    return item.level === 0 ? apart(unit, item, here, elsewhere, other) : [];
  });
  return [...apart(unit, null, wholePlace(sheet, unit), wholePlace(other, same), other), ...areas];
}

function apart(
  unit: UnitScores,
  item: Item | null,
  here: StatedPlace | null,
  there: StatedPlace | null,
  other: ScoreSheet,
): Finding[] {
  if (!here || !there || here.place === there.place) return [];
  return [
    {
      at: [here.at],
      unit,
      ...(item ? { item } : {}),
      expected: there.text,
      actual: here.text,
      message:
        `${subject(unit, item)}: xếp hạng ở ${cell(here.at)} ghi ${here.text} nhưng trang tính «${other.sheet}» ` +
        `${cell(there.at)} ghi ${there.text}.`,
      evidence: [
        { at: here.at, text: `xếp hạng ${here.text}` },
        { at: there.at, sheet: other.sheet, text: `xếp hạng ${there.text}` },
      ],
    },
  ];
}
