/** The straight line from grid to result, and the only file that knows the order. Read this first. */
import type { Assessment, BookAssessment } from './model/assessment';
import type { CriteriaSet } from './model/criteria-set';
import type { CauseLine, DeductionLine } from './model/deduction';
import { blankGrid, type Book } from './model/grid';
import { NO_READING } from './model/reading';
import type { ReadFact, ScoreSheet } from './model/score-sheet';
import { strayCauses } from './matching/match-causes';
import { DEFAULT_SETTINGS, type Settings } from './model/settings';
import { withCriteria } from './read/apply-criteria';
import { findScoreSheets, findSideSheets } from './read/find-score-sheets';
import { readLetterhead } from './read/units/read-letterhead';
import { readReportDetails } from './settings/report-details';
import { readSettings } from './settings/settings';
import { readDeductionLines } from './read/read-deduction-lines';
import { readCauses, readCriteriaSet } from './read/read-side-sheets';
import { RULES } from './rules';
import { check, inReadingOrder } from './rules/check';
import { linesBySheet } from './matching/lines-of-units';
import { listDeductions } from './score/list-deductions';
import { placesOfSheet } from './score/publish';
import { rankAcrossSheets } from './score/rank-across-sheets';
import { scoreUnits } from './score/score-units';
import { splitSheets } from './matching/split-years';

export interface AssessOptions {
  /** Name of the one sheet to read; without it the bảng tổng hợp is looked for. */
  readonly sheet?: string;
  /** Overrides the workbook's own setting. */
  readonly results?: Settings['results'];
}

/** Everything the workbook says about points, computed and checked. Pure; a faulty sheet gives diagnostics, never an exception. */
export function assessBook(book: Book, options: AssessOptions = {}): BookAssessment {
  const side = findSideSheets(book);
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    ...(side.settings ? readSettings(side.settings) : {}),
    ...(options.results ? { results: options.results } : {}),
  };
  const criteria = side.criteria && readCriteriaSet(side.criteria);
  const causes = side.causes ? readCauses(side.causes) : [];
  const deductionLines = side.deductions ? readDeductionLines(side.deductions) : [];
  const found = findScoreSheets(book, settings.marks, options.sheet);
  const strays = strayCauses(found.scoreSheets, causes);
  const lines = linesBySheet(found.scoreSheets, deductionLines);
  const sheets = found.scoreSheets.map((sheet, at) =>
    assess(withCriteria(sheet, criteria), settings, criteria, causes, lines[at] ?? [], at === 0 ? strays : []),
  );
  const unopened = book.unopened ?? [];
  return {
    sheets: rankAcrossSheets(sheets, settings).map((sheet, at) =>
      at === 0 ? { ...sheet, diagnostics: [...unopened, ...sheet.diagnostics] } : sheet,
    ),
    details: readReportDetails(
      side.settings,
      splitSheets(sheets).current.map(({ scoreSheet }) => scoreSheet),
    ),
    diagnostics:
      sheets.length > 0
        ? []
        : [...unopened, ...found.unreadable.flatMap(({ sheet, facts }) => explain(book, sheet, facts))],
    unreadSheets: found.unreadSheets,
  };
}

/** One bảng tổng hợp. Faults that leave a unit undetermined are found first: ranks are taken, and checked, without it. */
export function assess(
  scoreSheet: ScoreSheet,
  settings: Settings,
  criteria: CriteriaSet | null,
  causes: readonly CauseLine[],
  deductionLines: readonly DeductionLine[],
  strays: readonly CauseLine[] = [],
): Assessment {
  const places = placesOfSheet(scoreSheet, settings);
  const computed = scoreUnits(scoreSheet, settings, places, new Set());
  const deductions = listDeductions(
    scoreSheet,
    computed.map(({ totals }) => totals),
    causes,
    deductionLines,
  );
  const known = {
    scoreSheet,
    year: readLetterhead(scoreSheet).year,
    settings,
    places,
    criteria,
    causes,
    deductionLines,
    deductions,
  };
  const faults = check({ ...known, strayCauses: strays, units: computed }, FAULTS);
  const blocked = new Set(
    faults.flatMap(({ severity, unit }) => (severity === 'error' && unit !== null ? [unit] : [])),
  );
  const units = blocked.size === 0 ? computed : scoreUnits(scoreSheet, settings, places, blocked, computed);
  const diagnostics = inReadingOrder([...faults, ...check({ ...known, strayCauses: strays, units }, REMARKS)]);
  return { ...known, units, diagnostics };
}

const FAULTS = RULES.filter((rule) => rule.severity === 'error');
const REMARKS = RULES.filter((rule) => rule.severity !== 'error');

/** What a sheet lacks to be read, in the words of the layout rules. */
function explain(book: Book, sheet: string, facts: readonly ReadFact[]): BookAssessment['diagnostics'] {
  const grid = book.sheets.find(({ name }) => name === sheet)?.grid() ?? blankGrid(sheet);
  const settings = DEFAULT_SETTINGS;
  const scoreSheet: ScoreSheet = {
    sheet,
    kind: 'one-unit',
    grid,
    table: { top: 0, left: 0, bottom: 0, right: 0 },
    headerRows: [],
    items: [],
    units: [],
    itemised: true,
    resultLines: {},
    codeColumn: null,
    nameColumn: 0,
    maxLine: null,
    statedMax: null,
    facts,
    reading: NO_READING,
  };
  return assess(scoreSheet, settings, null, [], []).diagnostics.map((each) => ({ ...each, sheet }));
}
