/** One opened workbook and every command on it. Runs in the worker; knows neither the page nor the worker. */
import { assessBook } from '../../core/assess';
import { liftView, whatIfView } from '../../core/lift/lift-view';
import { planOf } from '../../core/lift/plan-of';
import type { Assessment, BookAssessment } from '../../core/model/assessment';
import { blankGrid, type Book, type Grid } from '../../core/model/grid';
import { splitYears, whyNotEarlier } from '../../core/matching/split-years';
import type { YearComparison } from '../../core/score/compare-years';
import { suggestCauses } from '../../core/causes/suggest-causes';
import { HostError } from '../../hosts/host';
import type { Codec } from '../../hosts/xlsx-file/zip/codec';
import { openXlsx, type XlsxFile } from '../../hosts/xlsx-file/xlsx-file';
import { counterpartOf } from './counterpart';
import { exportJob, planJob } from './export-job';
import { lastYear, type LastYear } from './last-year';
import { planCommand } from './plan-command';
import type { Changed, EngineCalls, PreviousSource, Source, Step } from './protocol';
import { listDeductionViews } from './view-deductions';
import { listDiagnostics, listRepairs } from './view-diagnostics';
import { cellDetail, gridCells, gridShape } from './view-grid';
import { bookView, unitDetail } from './view-sheet';
import type { BookView, Command } from './views';

export function createSession(codec: Codec, onStep: (step: Step, done?: number) => void): EngineCalls {
  let file: XlsxFile | null = null;
  let bytes: Uint8Array | null = null;
  let book: Book = { sheets: [] };
  let assessed: BookAssessment | null = null;
  let previous: PreviousSource | null = null;
  let earlier: LastYear | null = null;
  let years: readonly (YearComparison | null)[] | null = null;

  const assessment = (): BookAssessment => {
    if (!assessed) {
      onStep('assess');
      assessed = assessBook(book);
    }
    return assessed;
  };
  const sheetNamed = (name: string): Assessment | null =>
    assessment().sheets.find(({ scoreSheet }) => scoreSheet.sheet === name) ?? null;
  const gridOf = (name: string): Grid => book.sheets.find((each) => each.name === name)?.grid() ?? blankGrid(name);
  const before = (): LastYear | null => {
    if (previous) earlier ??= lastYear(previous, book, codec);
    return earlier;
  };
  const comparison = (): readonly (YearComparison | null)[] => (years ??= before()?.compare(assessment()) ?? []);
  const comparisonOf = (found: Assessment): YearComparison | null =>
    comparison().find((each) => each?.assessment === found) ?? null;
  const view = (): BookView => {
    const last = before();
    return bookView(
      book,
      assessment(),
      last && { name: last.name, isRead: last.assessment.sheets.length > 0 },
      comparison(),
    );
  };
  const compareWith = (source: PreviousSource | null): void => {
    previous = source;
    earlier = null;
    years = null;
  };

  const take = (source: Source): void => {
    onStep('open');
    assessed = null;
    years = null;
    if (previous?.kind === 'sheet') earlier = null;
    if (source.kind === 'bytes') {
      file = openXlsx(source.bytes, codec);
      bytes = source.bytes;
      book = file.book;
      // Read now: what is asked for later is computed from it, and told as such.
      for (const sheet of book.sheets) sheet.grid();
    } else {
      file = null;
      bytes = null;
      book = {
        sheets: source.sheets.map(({ name, visibility, grid }) => ({ name, visibility, grid: () => grid })),
        structureLocked: source.structureLocked === true,
      };
    }
  };

  /** Applies one command to the file. */
  const perform = (command: Command): Pick<Changed, 'written' | 'leftOut'> => {
    onStep('plan');
    const { edits, leftOut } = planCommand(book, assessment, command);
    if (!file || edits.length === 0) return { written: 0, leftOut };
    onStep('write');
    const after = file.apply(edits);
    if (after === bytes) return { written: 0, leftOut };
    take({ kind: 'bytes', bytes: after });
    return { written: edits.reduce((count, { edits: own }) => count + own.length, 0), leftOut };
  };

  return {
    open(source) {
      take(source);
      return view();
    },
    reopen(source, last) {
      take(source);
      compareWith(last);
      return null;
    },
    compare(source) {
      const known = previous;
      try {
        compareWith(source);
        const last = before();
        const why = last && whyNotEarlier(splitYears(assessment()).current, last.assessment);
        if (why !== null) throw new HostError('later-year', why);
        return view();
      } catch (error) {
        // A file that cannot be read changes nothing.
        compareWith(known);
        throw error;
      }
    },
    plan: (command) => planCommand(book, assessment, command),
    run(command, refill) {
      const before = bytes;
      try {
        const done = perform(command);
        const more = refill ? perform({ kind: 'fill' }) : null;
        const written = done.written + (more?.written ?? 0);
        return { bytes, written, leftOut: (more ?? done).leftOut, view: view() };
      } catch (error) {
        // All or nothing: a refill that fails takes the command back.
        if (before && bytes !== before) take({ kind: 'bytes', bytes: before });
        throw error;
      }
    },
    export: (request) =>
      exportJob(request, { book: assessment(), previous: before()?.assessment ?? null }, codec, (done) =>
        onStep('export', done),
      ),
    unit: (sheet, unit) => {
      const found = sheetNamed(sheet);
      return found
        ? unitDetail(found, unit, comparisonOf(found))
        : { self: null, awarded: null, bonus: null, penalty: null, areas: [] };
    },
    diagnostics: (query) => {
      const found = sheetNamed(query.sheet);
      return found ? listDiagnostics(found, query) : { total: 0, rows: [] };
    },
    repairs: (sheet) => {
      const found = sheetNamed(sheet);
      return found ? listRepairs(found) : [];
    },
    deductions: (query) => {
      const found = sheetNamed(query.sheet);
      return found ? listDeductionViews(found, query) : { total: 0, lost: '0', groups: [] };
    },
    prose: async (sheet, unit, text) => {
      const { readProseView } = await import(/* webpackChunkName: "prose" */ './view-prose');
      const found = sheetNamed(sheet);
      return found ? readProseView(found, unit, text) : { rows: [], silent: 0, isCut: false };
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
    exportPlan: async (sheet, unit, items, name) => {
      const plan = planOf(assessment(), { sheet, unit }, items);
      return plan ? planJob(plan, name) : undefined;
    },
    shape: (sheet) => gridShape(gridOf(sheet)),
    cells: (sheet, area) =>
      gridCells(
        gridOf(sheet),
        area,
        assessed?.sheets.find(({ scoreSheet }) => scoreSheet.sheet === sheet)?.scoreSheet ?? null,
      ),
    cell: (sheet, at) => {
      const detail = cellDetail(gridOf(sheet), at);
      return { ...detail, counterpart: counterpartOf(assessment().sheets, sheet, detail.at) };
    },
  };
}
