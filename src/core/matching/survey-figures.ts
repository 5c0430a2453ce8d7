/** Finds a unit's line in the surveys of a workbook, and its percentage: stated, or computed from all factors. */
import type { Survey, SurveyUnit } from '../model/beside/survey';
import type { ScoreSheet, UnitScores } from '../model/score-sheet';
import { sum, type Decimal } from '../values/decimal';
import { roundRatio } from '../values/ratio';
import { matchesOfOneSpelling, unitFinder } from './find-units';
import { unitKey } from './unit-keys';

/** The unit's line in the survey of the scored year, else in one without a year. */
export interface UnitFigures {
  readonly survey: Survey;
  readonly unit: SurveyUnit;
}

/** Surveys about units of these tables, and facts of the others, which no report shows. */
export function splitSurveys(surveys: readonly Survey[], tables: readonly Pick<ScoreSheet, 'units' | 'sheet'>[]) {
  const others = surveys.filter(
    (survey) => tables.every(({ sheet }) => sheet !== survey.sheet) && !isOf(tables, survey),
  );
  const strange = others.map(({ sheet }) => ({
    kind: 'unread-sheet' as const,
    sheet,
    why: OF_NO_UNIT,
    mayCount: false,
  }));
  return { surveys: surveys.filter((survey) => !others.includes(survey)), strange };
}

const OF_NO_UNIT =
  'là tỷ lệ hài lòng nhưng chưa rõ của đơn vị nào nên không in trong báo cáo; hãy ghi tên đơn vị ở tiêu đề cột tỷ lệ';

/** A survey without a name is about the single unit that has a sheet of its own. */
function isOf(tables: readonly Pick<ScoreSheet, 'units'>[], survey: Survey): boolean {
  if (tables.length === 0) return true;
  if (isNameless(survey)) {
    const singleUnits = tables.flatMap(({ units: [only, ...others] }) =>
      only && others.length === 0 ? unitKey(only.name) : [],
    );
    return new Set(singleUnits).size === 1;
  }
  const find = unitFinder(survey.units, nameOfUnit);
  const isFound = ({ name }: UnitScores): boolean => matchesOfOneSpelling(find(name), nameOfUnit).length > 0;
  return tables.some(({ units }) => units.some(isFound));
}

const isNameless = ({ units: [only, ...others] }: Survey): boolean => only?.name === '' && others.length === 0;

/** `isOnly`: the table has no other unit, so that a survey without a name is about this one. */
export function figuresOf(
  surveys: readonly Survey[],
  name: string,
  year: number | null,
  isOnly: boolean,
): UnitFigures | null {
  const found = surveys.flatMap((survey): UnitFigures[] => {
    const meant = isNameless(survey)
      ? survey.units.filter(() => isOnly)
      : matchesOfOneSpelling(unitFinder(survey.units, nameOfUnit)(name), nameOfUnit);
    return meant.slice(0, 1).map((each) => ({ survey, unit: each }));
  });
  const ofYear = found.filter(({ survey }) => survey.year === year);
  const others = year === null ? found : found.filter(({ survey }) => survey.year === null);
  return (ofYear.length > 0 ? ofYear : others).sort((a, b) => (b.survey.year ?? 0) - (a.survey.year ?? 0))[0] ?? null;
}

const nameOfUnit = ({ name }: SurveyUnit): string => name;

/** The stated overall percentage, else the mean of the factors. */
export function statedPercent({ unit: { overall, factors } }: UnitFigures, places: number): Decimal {
  const numerator = BigInt(sum(factors.map((each) => each.percent)));
  return overall?.percent ?? roundRatio({ numerator, denominator: BigInt(factors.length) * 10n ** 10n }, places);
}
