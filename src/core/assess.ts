/**
 * Turns a workbook into its assessment, step by step; the only file that defines the order of the steps. Read this
 * first.
 */
import type { Assessment, BookAssessment } from './model/assessment';
import type { CriteriaSet } from './model/criteria-set';
import type { DeductionLine } from './model/deduction';
import type { Diagnostic } from './model/diagnostic';
import { blankGrid, bookInUnicode, type Book } from './model/workbook/grid';
import { blankScoreSheet, type ReadFact, type ScoreSheet } from './model/score-sheet';
import { capsInWords } from './model/beside/outside-caps';
import { withSetAside } from './model/set-aside';
import { DEFAULT_SETTINGS, MOST_LIVE_UNITS, type Settings } from './model/settings';
import type { StatedCauses } from './model/beside/stated-cause';
import type { Survey } from './model/beside/survey';
import { matchUnits } from './matching/find-units';
import { splitSurveys } from './matching/survey-figures';
import { linesBySheet } from './matching/lines-of-units';
import { relatedTablesOf, isCurrent, tablesBefore, withYears } from './matching/split-years';
import { withCriteria, readCriteriaSet, readDeductionLines } from './read/beside/read-side-sheets';
import { mergersInBook } from './read/beside/read-mergers';
import { readCauseSheets } from './read/beside/read-cause-sheets';
import { findScoreSheets, findSideSheets } from './read/find-score-sheets';
import { explaining } from './read/words/vocabulary';
import { readCausesOfSheets, readStatedCauses } from './read/beside/read-causes';
import { readLetterhead } from './read/units/read-letterhead';
import { inspectedInRow, readInspections } from './read/beside/read-inspections';
import { readPlaceSheets } from './read/beside/read-places';
import { scaleInWords } from './read/beside/scale-in-words';
import { withUnreadWords } from './read/beside/unread-words';
import { readSurvey } from './read/beside/read-survey';
import { RULES } from './rules';
import { check, diagnosticOf, inReadingOrder, loweredFinding, onItsSheets } from './rules/check';
import { resolveUnits } from './score/limited-units';
import { listDeductions } from './score/list-deductions';
import { placesOfSheet } from './score/publish';
import { rankAcrossSheets } from './score/rank-across-sheets';
import { scoreUnits, tiesStated } from './score/score-units';
import { readReportDetails } from './settings/report-details';
import { readSettings } from './settings/settings';

export { mergersInBook, mergersInText } from './read/beside/read-mergers';

export interface AssessOptions {
  /** Name of the one sheet to read; without it the bảng tổng hợp is searched for. */
  readonly sheet?: string;
  /** Overrides the workbook's own setting. */
  readonly results?: Settings['results'];
}

/**
 * Computes and checks everything that the workbook states about points. Pure; a faulty sheet gives diagnostics, never
 * an exception.
 */
export function assessBook(asTyped: Book, options: AssessOptions = {}): BookAssessment {
  const book = bookInUnicode(asTyped);
  const side = findSideSheets(book);
  const stated: Partial<Settings> = {
    ...(side.settings ? readSettings(side.settings) : {}),
    ...(options.results ? { results: options.results } : {}),
  };
  const usual: Settings = { ...DEFAULT_SETTINGS, ...stated };
  const criteria = side.criteria && readCriteriaSet(side.criteria);
  const find = (beside: readonly string[]) =>
    explaining(usual.columnRoles, () => findScoreSheets(book, usual.marks, options.sheet, usual.leftOutSheets, beside));
  const sides = readSideTables(book);
  const found = findTables(sides, find);
  const causeSheets = readCauseSheets(book, found.scoreSheets, namesOf(sides));
  const { surveys, strange } = splitSurveys(sides.surveys, found.scoreSheets);
  const beside = { ...sides, surveys };
  const tables = withUnreadWords(book, found, causeSheets.sheets, namesOf(sides)).map((sheet, position) =>
    withCriteria(position === 0 ? { ...sheet, facts: [...sheet.facts, ...strange] } : sheet, criteria),
  );
  const unread = [...found.unreadSheets, ...strange];
  const { scoreSheets, unreadSheets } = readPlaceSheets(book, tables, unread, causeSheets.sheets);
  const isLarge = scoreSheets.some(({ units }) => units.length > MOST_LIVE_UNITS);
  const results = isLarge && !stated.results ? { results: 'values' as const } : {};
  const settings: Settings = { ...usual, ...results, ...resolveUnits(usual, scoreSheets) };
  const causes = readCausesOfSheets(scoreSheets, causeSheets.lines);
  const deductionLines = linesBySheet(scoreSheets, side.deductions ? readDeductionLines(side.deductions) : []);
  const scored = withYears(
    scoreSheets.map((sheet, position) =>
      score(sheet, settings, {
        criteria,
        causes: causes[position],
        deductionLines: deductionLines[position],
        isTied: stated.ties !== undefined,
      }),
    ),
  );
  const kin = relatedTablesOf(
    scored.map((each) => ({ ...each, before: tablesBefore(scored, each).map(({ scoreSheet }) => scoreSheet) })),
  );
  const deadlines = side.settings ? readReportDetails(side.settings, []).evidenceDue : [];
  const sheets = scored.map((each, position) =>
    finishAssessment(each, kin[position], surveysOf(beside.surveys, each), deadlines),
  );
  const unopened = unopenedIn(book);
  return {
    sheets: rankAcrossSheets(sheets, settings).map((sheet, position) =>
      position === 0 ? { ...sheet, diagnostics: [...unopened, ...sheet.diagnostics] } : sheet,
    ),
    details: readReportDetails(side.settings, headed(sheets, beside)),
    diagnostics:
      sheets.length > 0
        ? []
        : [...unopened, ...found.unreadable.flatMap(({ sheet, facts }) => explain(book, sheet, facts))],
    ...sideResults(beside, scoreSheets),
    unreadSheets: [...unreadSheets, ...unreadSideTables(beside, scoreSheets)],
  };
}

const unopenedIn = (book: Book) =>
  (book.unopened ?? []).map(({ sheet, message, ...named }) => ({
    ...diagnosticOf({ ...named, severity: 'warning' }, { at: [], message }),
    sheet,
  }));

/** An earlier table gets only the surveys of its own year; a survey without a year is of this year. */
const surveysOf = (surveys: readonly Survey[], { isEarlier, year }: Pick<Assessment, 'isEarlier' | 'year'>) =>
  isEarlier ? surveys.filter((survey) => survey.year === year) : surveys;

/** The tables whose letterheads count; those of an inspection log only if there is no other table. */
function headed(sheets: readonly Assessment[], { inspections }: SideTables) {
  if (sheets.length === 0) return inspections.tables;
  const heads = (isOne: (sheet: Assessment) => boolean) => sheets.filter(isOne).map(({ scoreSheet }) => scoreSheet);
  const counting = heads(isCurrent);
  // If the table of all units comes from another office without a letterhead, the letterhead of a unit's own sheet
  // counts.
  return counting.some((each) => readLetterhead(each).issuingBody !== null)
    ? counting
    : heads(({ isEarlier }) => !isEarlier);
}

/** Sheets with other data than points: surveys, inspection logs and lists of mergers. */
interface SideTables {
  readonly surveys: readonly Survey[];
  readonly inspections: ReturnType<typeof readInspections>;
  readonly merged: ReturnType<typeof mergersInBook>;
}

const readSideTables = (book: Book): SideTables => ({
  surveys: surveysIn(book),
  inspections: readInspections(book),
  merged: mergersInBook(book),
});

const namesOf = ({ surveys, inspections, merged }: SideTables): string[] => [
  ...surveys.map(({ sheet }) => sheet),
  ...inspections.logs,
  ...merged.lists,
];

/**
 * These sheets accompany tables of points. If there is no such table, a sheet of units and percentages alone is tried
 * as a table.
 */
function findTables<Found extends { readonly scoreSheets: readonly unknown[] }>(
  side: SideTables,
  find: (beside: readonly string[]) => Found,
): Found {
  const { surveys } = side;
  const others = namesOf(side);
  const beside = find(others);
  if (beside.scoreSheets.length > 0 || others.length === 0) return beside;
  const hasPlaces = surveys.some(({ units }) =>
    units.some(({ factors }) => factors.some(({ place }) => place !== null)),
  );
  if (hasPlaces) return beside;
  const alone = find(side.inspections.logs);
  return alone.scoreSheets.length > 0 ? alone : beside;
}

const isOtherSheet = (scoreSheets: readonly ScoreSheet[], sheet: string): boolean =>
  !scoreSheets.some((each) => each.sheet === sheet);

const sideResults = (
  { surveys, inspections: { bodies, logs }, merged: { mergers } }: SideTables,
  scoreSheets: readonly ScoreSheet[],
): Pick<BookAssessment, 'surveys' | 'inspections' | 'mergers'> => ({
  ...(mergers.length === 0 ? {} : { mergers }),
  surveys: surveys.filter(({ sheet }) => isOtherSheet(scoreSheets, sheet)),
  inspections: [
    ...bodies.filter(({ sheet }) => !logs.includes(sheet) || isOtherSheet(scoreSheets, sheet)),
    ...scoreSheets.flatMap(inspectedInRow),
  ],
});

const unreadSideTables = (
  { surveys, inspections: { logs }, merged: { lists } }: SideTables,
  scoreSheets: readonly ScoreSheet[],
): BookAssessment['unreadSheets'] =>
  [
    ...surveys.map(({ sheet }) => ({ sheet, why: 'là tỷ lệ hài lòng theo khảo sát, được dùng trong báo cáo' })),
    ...logs.map((sheet) => ({ sheet, why: 'là nhật ký kiểm tra, được dùng trong báo cáo' })),
    ...lists.map((sheet) => ({ sheet, why: 'là danh sách sáp nhập, được dùng khi so sánh với năm trước' })),
  ].filter(({ sheet }) => isOtherSheet(scoreSheets, sheet));

const surveysIn = (book: Book): Survey[] =>
  book.sheets.flatMap((sheet) => (sheet.visibility === 'visible' ? (readSurvey(sheet.grid()) ?? []) : []));

/** What a workbook contains besides a bảng tổng hợp. */
interface SideInputs {
  readonly criteria?: CriteriaSet | null | undefined;
  readonly causes?: StatedCauses | undefined;
  readonly deductionLines?: readonly DeductionLine[] | undefined;
  /** False if no setting says how places after a tie are counted: the stated places then decide. */
  readonly isTied?: boolean;
}

/**
 * Assesses one bảng tổng hợp. Faults that leave a unit undetermined are found first, so that ranks are computed and
 * checked without that unit.
 */
export const assess = (scoreSheet: ScoreSheet, settings: Settings, beside: SideInputs = {}): Assessment =>
  finishAssessment(score(scoreSheet, settings, beside));

type Scored = Omit<Assessment, 'diagnostics'>;

/** Adds up points before any rule runs. */
function score(scoreSheet: ScoreSheet, usual: Settings, beside: SideInputs): Scored {
  const { criteria = null, causes = readStatedCauses(scoreSheet, []), deductionLines = [], isTied = true } = beside;
  const capped = withStated(scoreSheet, usual);
  const places = placesOfSheet(scoreSheet, capped);
  const dense = scoreUnits(scoreSheet, capped, places, new Set());
  const ties = isTied ? capped.ties : tiesStated(scoreSheet, capped, places, dense);
  const settings = ties === capped.ties ? capped : { ...capped, ties };
  const units = settings === capped ? dense : scoreUnits(scoreSheet, settings, places, new Set(), dense);
  const totals = units.map((unit) => unit.totals);
  const deductions = listDeductions(scoreSheet, totals, causes, deductionLines);
  const { year } = readLetterhead(scoreSheet);
  return { scoreSheet, settings, places, criteria, causes, deductionLines, deductions, year, units, isEarlier: false };
}

/** Adds the caps and the scale that the sheet states in words, if `Cấu hình` states none. */
function withStated(sheet: ScoreSheet, settings: Settings): Settings {
  const { bonusCap, penaltyCap } = capsInWords(sheet);
  const caps = { bonusCap: settings.bonusCap ?? bonusCap, penaltyCap: settings.penaltyCap ?? penaltyCap };
  const scale = settings.scaleFrom === 'default' ? scaleInWords(sheet) : {};
  return { ...settings, ...caps, ...scale };
}

function finishAssessment(
  scored: Scored,
  kin: readonly Scored[] = [],
  surveys: readonly Survey[] = [],
  deadlines: readonly string[] = [],
): Assessment {
  const { scoreSheet, settings, places, units: computed } = scored;
  const faults = check({ ...scored, relatedContexts: kin }, FAULTS);
  const faulty = unitsOf(scoreSheet, faults);
  const units = faulty.size === 0 ? computed : scoreUnits(scoreSheet, settings, places, faulty, computed);
  const diagnostics = inReadingOrder([
    ...faults,
    ...check({ ...scored, units, relatedContexts: kin, surveys, deadlines }, WARNINGS_AND_NOTES),
  ]);
  const placed = onItsSheets(
    [...diagnostics, ...resultsOfParts(scored)],
    [scoreSheet, ...kin.map((each) => each.scoreSheet)],
  );
  const remaining = withSetAside(scoreSheet, placed, settings.setAside);
  return { ...scored, units, diagnostics: remaining };
}

/** Findings about results that one part of a table states for itself: its total, its percentage, its places. */
function resultsOfParts({ scoreSheet, settings, units }: Scored): Diagnostic[] {
  return (scoreSheet.parts ?? []).flatMap(({ table }, part) => {
    const joinedUnits = matchUnits(table.units, scoreSheet.units);
    const isOfPart = ({ unit, item, severity }: Diagnostic): boolean => {
      if (!unit || item || severity === 'error') return false;
      const there = joinedUnits[unit.position];
      const total = there && units[there.position]?.totals.awardedTotal;
      // The last part may state the total of the whole table.
      return unit.stated.total?.value === undefined || unit.stated.total.value !== total?.points;
    };
    return finishAssessment(score(table, settings, {}))
      .diagnostics.filter((each) => /^CCHC30/.test(each.code) && isOfPart(each))
      .map((each) => ({ ...loweredFinding(each, part), unit: joinedUnits[each.unit?.position ?? -1] ?? null }));
  });
}

const FAULTS = RULES.filter((rule) => rule.severity === 'error');
const WARNINGS_AND_NOTES = RULES.filter((rule) => rule.severity !== 'error');

/** Units that an error leaves undetermined; an error about neither a unit nor an item affects all units. */
const unitsOf = ({ units }: ScoreSheet, faults: readonly Diagnostic[]): ReadonlySet<number> =>
  new Set(
    faults.flatMap(({ severity, unit, item }) =>
      severity !== 'error' ? [] : unit ? [unit.position] : item ? [] : units.map(({ position }) => position),
    ),
  );

/** Why a sheet could not be read, as findings of the layout rules. */
function explain(book: Book, sheet: string, facts: readonly ReadFact[]): BookAssessment['diagnostics'] {
  const grid = book.sheets.find(({ name }) => name === sheet)?.grid() ?? blankGrid(sheet);
  return assess(blankScoreSheet(grid, facts), DEFAULT_SETTINGS).diagnostics.map((each) => ({ ...each, sheet }));
}
