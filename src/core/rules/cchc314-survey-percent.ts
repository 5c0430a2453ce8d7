/**
 * CCHC314 — the percentage stated in a survey sheet, or the mean of its factors, differs from that of the survey
 * points.
 */
import { figuresOf, statedPercent, type UnitFigures } from '../matching/survey-figures';
import type { Rule } from '../model/rule';
import { scoreCellOf } from '../model/score-sheet';
import { ANY_PRINTING, comparePercent } from '../relations/agreement';
import { roundRatio } from '../values/ratio';
import { cell, plain, shown, subject } from './wording';

export const surveyPercent: Rule = {
  code: 'CCHC314',
  alias: 'survey-percent',
  severity: 'warning',
  title: 'Tỷ lệ hài lòng không khớp điểm khảo sát',
  find: function* ({ scoreSheet, units, places, surveys = [], year = null }) {
    if (surveys.length === 0) return;
    for (const { unit, areas } of units) {
      const area = areas.find(({ item }) => item.survey);
      const figures = figuresOf(surveys, unit.name, year, scoreSheet.units.length === 1);
      if (!area?.tally || !area.percent || !figures) continue;
      const stated = statedPercent(figures, places);
      if (comparePercent(stated, area.percent, ANY_PRINTING) !== 'different') continue;
      const expected = roundRatio(area.percent, places);
      const { points, max } = area.tally;
      yield {
        at: [scoreCellOf(scoreSheet, unit, area.item)],
        unit,
        item: area.item,
        // Factors may have different weights, so their mean only gives a note; a stated overall percentage gives a
        // warning.
        ...(figures.unit.overall ? {} : { severity: 'note' as const }),
        expected: plain(expected),
        actual: plain(stated),
        message:
          `${subject(unit, area.item)}: ${shown(points)}/${shown(max)} điểm là ${shown(expected)}%, nhưng trang tính ` +
          `«${figures.survey.sheet}» ${sourceText(figures)} ${shown(stated)}%.`,
      };
    }
  },
};

/** «ô C5 ghi», «có trung bình các yếu tố (ô C5 đến ô G5) là». */
function sourceText({ unit: { overall, factors } }: UnitFigures): string {
  if (overall) return `${cell(overall.at)} ghi`;
  const cells = [factors.at(0), factors.at(-1)].flatMap((factor) => (factor ? [cell(factor.at)] : []));
  return `có trung bình các yếu tố (${cells.join(' đến ')}) là`;
}
