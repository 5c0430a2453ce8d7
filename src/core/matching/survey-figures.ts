/** Finds a unit's line in the surveys of a workbook, and its percentage: stated, or computed from all factors. */
import type { Survey, SurveyUnit } from '../model/beside/survey';
import { sum, type Decimal } from '../values/decimal';
import { roundRatio } from '../values/ratio';
import { matchesOfOneSpelling, unitFinder } from './find-units';

/** The unit's line in the survey of the scored year, else in one without a year. */
export interface UnitFigures {
  readonly survey: Survey;
  readonly unit: SurveyUnit;
}

/** `isOnly`: the table has no other unit, so that a survey without a name is about this one. */
export function figuresOf(
  surveys: readonly Survey[],
  name: string,
  year: number | null,
  isOnly: boolean,
): UnitFigures | null {
  const found = surveys.flatMap((survey): UnitFigures[] => {
    const [only] = survey.units;
    const isAlone = survey.units.length === 1 && only?.name === '';
    const meant = isAlone
      ? isOnly
        ? [only]
        : []
      : matchesOfOneSpelling(unitFinder(survey.units, nameOfUnit)(name), nameOfUnit);
    return meant.slice(0, 1).map((each) => ({ survey, unit: each }));
  });
  const ofYear = found.filter(({ survey }) => survey.year === year);
  const others = year === null ? found : found.filter(({ survey }) => survey.year === null);
  return (ofYear.length > 0 ? ofYear : others).sort((a, b) => (b.survey.year ?? 0) - (a.survey.year ?? 0))[0] ?? null;
}

const nameOfUnit = ({ name }: SurveyUnit): string => name;

/** The stated overall percentage, else the mean of the factors. */
export function statedPercent({ unit: { whole, factors } }: UnitFigures, places: number): Decimal {
  const numerator = BigInt(sum(factors.map((each) => each.percent)));
  return whole?.percent ?? roundRatio({ numerator, denominator: BigInt(factors.length) * 10n ** 10n }, places);
}
