/** One opened workbook and every command on it. Runs in the worker; knows neither the page nor the worker. */
import { assessBook } from '../../core/assess';
import { liftView, whatIfView } from '../../core/lift/lift-view';
import { planOf } from '../../core/lift/plan-of';
import type { Assessment, BookAssessment } from '../../core/model/assessment';
import type { SheetEdits } from '../../core/model/edit';
import { blankGrid, type Book, type Grid } from '../../core/model/grid';
import { splitYears, whyNotEarlier } from '../../core/matching/split-years';
import type { YearComparison } from '../../core/score/compare-years';
import { readingView } from '../../core/read/reading-view';
import { suggestCauses } from '../../core/causes/suggest-causes';
import { HostError } from '../../hosts/host';
import type { Codec } from '../../hosts/xlsx-file/zip/codec';
import { openXlsx, type XlsxFile } from '../../hosts/xlsx-file/xlsx-file';
import { counterpartOf, isScoreCell, placeView } from './score-in-cell';
import { exportJob, planJob } from './export-job';
import { lastYear, type LastYear } from './last-year';
import { planCommand, type Command } from './plan-command';
import type { Changed, EngineCalls, PreviousSource, Source, Step } from './protocol';
import { listDeductionViews, openAt } from './view-deductions';
import { listIssues, listRepairs } from './view-diagnostics';
import { cellDetail, gridCells, gridShape } from './view-grid';
import { overviewOf } from './view-overview';
import { bookView, unitDetail, type BookView } from './view-sheet';

export function createSession(codec: Codec, onStep: (step: Step, done?: number) => void): EngineCalls {
  const open = openWorkbook(codec, onStep);
  return { ...commands(open, codec, onStep), ...listsOf(open), ...causesAndLifts(open), ...gridViews(open) };
}

type OpenWorkbook = ReturnType<typeof openWorkbook>;

/** The workbook, its assessment and last year's, each computed when first asked for. */
function openWorkbook(codec: Codec, onStep: (step: Step) => void) {
  let file: XlsxFile | null = null;
  let bytes: Uint8Array | null = null;
  let book: Book = { sheets: [] };
  let assessed: BookAssessment | null = null;
  const lastYears = startComparison(codec);

  const assessment = (): BookAssessment => {
    if (!assessed) onStep('assess');
    return (assessed ??= assessBook(book));
  };
  const before = (): LastYear | null => lastYears.read(book);
  const comparison = (): readonly (YearComparison | null)[] => lastYears.compare(book, assessment);
  return {
    assessment,
    before,
    /** Null before the first assessment. */
    assessed: () => assessed,
    sheetNamed: (name: string): Assessment | null =>
      assessment().sheets.find(({ scoreSheet }) => scoreSheet.sheet === name) ?? null,
    gridOf: (name: string): Grid => book.sheets.find((each) => each.name === name)?.grid() ?? blankGrid(name),
    comparisonOf: (found: Assessment): YearComparison | null =>
      comparison().find((each) => each?.assessment === found) ?? null,
    view: (): BookView => {
      const last = before();
      return bookView(
        book,
        assessment(),
        last && { name: last.name, isRead: last.assessment.sheets.length > 0 },
        comparison(),
      );
    },
    bytes: () => bytes,
    compareWith: lastYears.choose,
    comparedWith: lastYears.chosen,
    plan: (command: Command) => planCommand(book, assessment, command),
    written: (edits: readonly SheetEdits[]): Uint8Array | null => file?.apply(edits) ?? null,
    take(source: Source): void {
      onStep('open');
      assessed = null;
      lastYears.forget();
      if (source.kind === 'bytes') {
        file = openXlsx(source.bytes, codec);
        bytes = source.bytes;
        book = file.book;
        // Read now: what is asked for later is computed from it and reported as computing.
        for (const sheet of book.sheets) sheet.grid();
      } else {
        file = null;
        bytes = null;
        book = {
          sheets: source.sheets.map(({ name, visibility, grid }) => ({ name, visibility, grid: () => grid })),
          structureLocked: source.structureLocked === true,
        };
      }
    },
  };
}

/** Last year's results, and the comparison with them as long as neither year changes. */
function startComparison(codec: Codec) {
  let source: PreviousSource | null = null;
  let earlier: LastYear | null = null;
  let years: readonly (YearComparison | null)[] | null = null;
  const read = (book: Book): LastYear | null => {
    if (source) earlier ??= lastYear(source, book, codec);
    return earlier;
  };
  return {
    read,
    chosen: () => source,
    choose: (chosen: PreviousSource | null): void => {
      source = chosen;
      earlier = null;
      years = null;
    },
    /** To be called when the workbook changes. */
    forget: (): void => {
      years = null;
      if (source?.kind === 'sheet') earlier = null;
    },
    compare: (book: Book, assessment: () => BookAssessment): readonly (YearComparison | null)[] =>
      (years ??= read(book)?.compare(assessment()) ?? []),
  };
}

type Commands = 'open' | 'reopen' | 'compare' | 'plan' | 'run' | 'export' | 'exportPlan';

function commands(
  open: OpenWorkbook,
  codec: Codec,
  onStep: (step: Step, done?: number) => void,
): Pick<EngineCalls, Commands> {
  const perform = (command: Command): Done => performCommand(open, command, onStep);
  return {
    open(source) {
      open.take(source);
      return open.view();
    },
    reopen(source, last) {
      open.take(source);
      open.compareWith(last);
      return null;
    },
    compare(source) {
      const known = open.comparedWith();
      try {
        open.compareWith(source);
        const last = open.before();
        const why = last && whyNotEarlier(splitYears(open.assessment()).current, last.assessment);
        if (why !== null) throw new HostError('later-year', why);
        return open.view();
      } catch (error) {
        // A file that cannot be read changes nothing.
        open.compareWith(known);
        throw error;
      }
    },
    plan: (command) => open.plan(command),
    run(command, refill) {
      const before = open.bytes();
      try {
        const done = perform(command);
        const more = refill ? perform({ kind: 'fill' }) : null;
        const written = done.written + (more?.written ?? 0);
        return { bytes: open.bytes(), written, leftOut: (more ?? done).leftOut, view: open.view() };
      } catch (error) {
        // All or nothing: a refill that fails takes the command back.
        if (before && open.bytes() !== before) open.take({ kind: 'bytes', bytes: before });
        throw error;
      }
    },
    export: (request) =>
      exportJob(request, { book: open.assessment(), previous: open.before()?.assessment ?? null }, codec, (done) =>
        onStep('export', done),
      ),
    exportPlan: async (sheet, unit, items, name) => {
      const plan = planOf(open.assessment(), { sheet, unit }, items);
      return plan ? planJob(plan, name) : undefined;
    },
  };
}

type Done = Pick<Changed, 'written' | 'leftOut'>;

/** Applies one command to the file. */
function performCommand(open: OpenWorkbook, command: Command, onStep: (step: Step) => void): Done {
  onStep('plan');
  const { edits, leftOut } = open.plan(command);
  if (!open.bytes() || edits.length === 0) return { written: 0, leftOut };
  onStep('write');
  const after = open.written(edits);
  if (!after || after === open.bytes()) return { written: 0, leftOut };
  open.take({ kind: 'bytes', bytes: after });
  return { written: edits.reduce((count, sheet) => count + sheet.edits.length, 0), leftOut };
}

/** What the tabs list. */
function listsOf({
  sheetNamed,
  assessment,
  comparisonOf,
}: OpenWorkbook): Pick<EngineCalls, 'reading' | 'unit' | 'overview' | 'issues' | 'repairs' | 'deductions'> {
  return {
    reading: (sheet) => ({
      tables: assessment()
        .sheets.filter(({ scoreSheet }) => scoreSheet.sheet === sheet)
        .map(readingView),
      unread: assessment().unreadSheets,
    }),
    unit: (sheet, unit) => {
      const found = sheetNamed(sheet);
      return found
        ? unitDetail(found, unit, comparisonOf(found))
        : { self: null, awarded: null, bonus: null, penalty: null, areas: [] };
    },
    overview: (sheet) => {
      const found = sheetNamed(sheet);
      return found && overviewOf(found);
    },
    issues: (query) => {
      const found = sheetNamed(query.sheet);
      return found ? listIssues(found, query) : { total: 0, groups: [], aside: [] };
    },
    repairs: (sheet) => {
      const found = sheetNamed(sheet);
      return found ? listRepairs(found) : [];
    },
    deductions: (query) => {
      const found = sheetNamed(query.sheet);
      return found ? listDeductionViews(found, query) : { total: 0, lost: '0', open: [], groups: [] };
    },
  };
}

function causesAndLifts({
  sheetNamed,
  assessment,
  before,
}: OpenWorkbook): Pick<EngineCalls, 'prose' | 'sameItem' | 'suggestedCauses' | 'lift' | 'whatIf'> {
  return {
    prose: async (sheet, unit, text) => {
      const { readProseView } = await import(/* webpackChunkName: "prose" */ './view-prose');
      const found = sheetNamed(sheet);
      return found ? readProseView(found, unit, text) : { rows: [], silent: 0, isCut: false };
    },
    sameItem: (sheet, unit, item) => {
      const found = sheetNamed(sheet);
      return found ? openAt(found, item).filter((each) => each.unit !== unit) : [];
    },
    suggestedCauses: (sheet, unit, item) => {
      const found = sheetNamed(sheet);
      const { current, earlier } = splitYears(assessment());
      return found
        ? suggestCauses(current.sheets, found, { unit, item }, (before()?.assessment ?? earlier)?.sheets ?? [])
        : [];
    },
    lift: (sheet, unit) => {
      const found = sheetNamed(sheet);
      return found && liftView(assessment().sheets, found, unit);
    },
    whatIf: (sheet, unit, items) => {
      const found = sheetNamed(sheet);
      return found && whatIfView(assessment().sheets, found, unit, items);
    },
  };
}

function gridViews({
  gridOf,
  assessed,
  assessment,
  sheetNamed,
}: OpenWorkbook): Pick<EngineCalls, 'shape' | 'cells' | 'cell' | 'scoreCells'> {
  return {
    shape: (sheet) => gridShape(gridOf(sheet)),
    cells: (sheet, area) =>
      gridCells(
        gridOf(sheet),
        area,
        assessed()?.sheets.find(({ scoreSheet }) => scoreSheet.sheet === sheet)?.scoreSheet ?? null,
      ),
    cell: (sheet, at) => {
      const detail = cellDetail(gridOf(sheet), at);
      return {
        ...detail,
        place: placeView(sheetNamed(sheet)?.scoreSheet ?? null, detail.at),
        counterpart: counterpartOf(assessment().sheets, sheet, detail.at),
      };
    },
    scoreCells: (sheet, cells) => {
      const found = sheetNamed(sheet)?.scoreSheet ?? null;
      return cells.map((at) => found !== null && isScoreCell(found, at));
    },
  };
}
