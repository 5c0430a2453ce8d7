/** One open workbook and all commands on it. Runs in the worker but does not depend on the page or the worker. */
import type { PlanInput } from '../../core/documents/reports/lift-plan';
import { splitYears, whyNotEarlier } from '../../core/matching/split-years';
import { readingView } from '../../core/read/reading-view';
import type { ScoreSheet } from '../../core/model/score-sheet';
import type { ExportedFile, ExportInput, ExportRequest } from '../../export/export-request';
import { HostError } from '../../hosts/host';
import type { Codec } from '../../hosts/xlsx-file/zip/codec';
import { counterpartOf, isScoreCell, placeView, tableOn } from './score-in-cell';
import type { Command } from './plan-command';
import { openWorkbook, planning, type Changes, type OpenWorkbook } from './open-workbook';
import { ownFile } from './own-file';
import type { Changed, EngineCalls, Made, Step } from './protocol';
import { listDeductionViews, openAt } from './view-deductions';
import { listIssues, listRepairs } from './view-diagnostics';
import { gridShape } from './grid-sizes';
import { cellDetail, edgeFrom, findCells, gridCells } from './view-grid';
import { overviewOf } from './view-overview';
import { unitDetail } from './view-sheet';

export function createSession(codec: Codec, onStep: (step: Step, made?: Made) => void): EngineCalls {
  const open = openWorkbook(codec, onStep);
  return {
    ...commands(open, codec, onStep),
    ...filesOf(open, codec),
    ...listsOf(open),
    ...causesAndLifts(open),
    ...gridViews(open),
  };
}

type Commands =
  'sample' | 'blankTable' | 'open' | 'reopen' | 'compare' | 'plan' | 'run' | 'export' | 'exportPlan' | 'sheetsApart';

function commands(
  open: OpenWorkbook,
  codec: Codec,
  onStep: (step: Step, made?: Made) => void,
): Pick<EngineCalls, Commands> {
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
    plan: async (command) => (await open.changes()).plan(command),
    run: async (command, refill) => {
      const changes = await open.changes();
      const perform = (wanted: Command): Done => performCommand(open, changes, wanted, onStep);
      const before = open.bytes();
      try {
        const done = perform(command);
        const more = refill ? perform({ kind: 'fill' }) : null;
        const written = done.written + (more?.written ?? 0);
        return { bytes: open.bytes(), written, leftOut: (more ?? done).leftOut, view: open.view() };
      } catch (error) {
        // All or nothing: if the refill fails, the command is reverted.
        if (before && open.bytes() !== before) open.take({ kind: 'bytes', bytes: before });
        throw error;
      }
    },
    sample: sampleBytes,
    blankTable: (sample) => blankOf(sample, codec),
    export: (request) =>
      exportJob(request, { book: open.assessment(), previous: open.before()?.assessment ?? null }, codec, (made) =>
        onStep('export', made),
      ),
    sheetsApart: open.sheetsApart,
    exportPlan: async (sheet, unit, items, name) => {
      const { planOf } = await lifting();
      const plan = planOf(open.assessment(), { sheet, unit }, items);
      return plan ? planJob(plan, name) : undefined;
    },
  };
}

const sampleBytes = (file: string): Promise<Uint8Array | null> => ownFile(`samples/${file}`);

async function blankOf(sample: string, codec: Codec): Promise<Uint8Array | null> {
  const { blankTable } = await import(/* webpackChunkName: "lift" */ './blank-table');
  const bytes = await sampleBytes(sample);
  return bytes && blankTable(bytes, codec);
}

/** Several files are packed into one, because browsers ask about or block several downloads from one click. */
async function exportJob(
  request: ExportRequest,
  input: ExportInput,
  codec: Codec,
  report: (made: Made) => void,
): Promise<readonly ExportedFile[]> {
  const [{ exportFiles }, { zipFiles }, { yearBefore }] = await Promise.all([
    import(/* webpackChunkName: "export" */ '../../export/export-files'),
    import(/* webpackChunkName: "export" */ '../../export/packing'),
    import(/* webpackChunkName: "export" */ '../../core/year-before'),
  ]);
  const dated = { ...input, previous: input.previous ?? yearBefore(input.book) };
  const files: ExportedFile[] = [];
  const hear = (name: string, done: number, total: number): void => report({ name, done, total });
  for await (const file of exportFiles(request, dated, codec, hear)) files.push(file);
  return files.length > 1 ? [{ name: '', bytes: zipFiles(files) }] : files;
}

/** The plan of one unit; `name` may contain any characters of the unit's name. */
async function planJob(input: PlanInput, name: string): Promise<ExportedFile> {
  const [{ documentToDocx }, { liftPlan }, { safeFileName }] = await Promise.all([
    import(/* webpackChunkName: "export" */ '../../export/document-to-docx'),
    import(/* webpackChunkName: "export" */ '../../core/documents/reports/lift-plan'),
    import(/* webpackChunkName: "export" */ '../../core/values/file-names'),
  ]);
  return { name: `${safeFileName(name)}.docx`, bytes: await documentToDocx(liftPlan(input)) };
}

/** Rarely used, so loaded on demand. */
const lifting = () => import(/* webpackChunkName: "lift" */ './lifting');

type Done = Pick<Changed, 'written' | 'leftOut'>;

/** Applies one command to the file. */
function performCommand(
  open: OpenWorkbook,
  { plan, write }: Changes,
  command: Command,
  onStep: (step: Step) => void,
): Done {
  onStep('plan');
  const { edits, leftOut } = plan(command);
  if (!open.bytes() || edits.length === 0) return { written: 0, leftOut };
  onStep('write');
  const after = write(edits);
  if (!after || after === open.bytes()) return { written: 0, leftOut };
  open.take({ kind: 'bytes', bytes: after });
  return { written: edits.reduce((count, sheet) => count + sheet.edits.length, 0), leftOut };
}

function filesOf(
  { collecting, startCollecting, book, assessment }: OpenWorkbook,
  codec: Codec,
): Pick<EngineCalls, 'asXlsx' | 'forms' | 'collectStart' | 'collectRename' | 'collectFile' | 'collectReview'> {
  return {
    asXlsx: async (name, bytes) => {
      const { toXlsx } = await import(/* webpackChunkName: "collect" */ './collecting');
      return toXlsx(name, bytes, codec);
    },
    forms: async (request) => {
      const { madeForms } = await import(/* webpackChunkName: "collect" */ './making');
      return madeForms(book(), assessment(), request, codec);
    },
    collectStart: async () => {
      await startCollecting();
      return null;
    },
    collectRename: (from, to) => {
      collecting().rename(from, to);
      return null;
    },
    collectFile: async (name, bytes) => {
      await collecting().take(name, bytes);
      return null;
    },
    collectReview: () => collecting().view(),
  };
}

/** Calls that fill the lists of the tabs. */
function listsOf({
  sheetNamed,
  gridOf,
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
        : { self: null, awarded: null, bonus: null, penalty: null, peerMean: null, areas: [] };
    },
    overview: (sheet) => {
      const found = sheetNamed(sheet);
      return found && overviewOf(found, splitYears(assessment()).current.sheets);
    },
    issues: (query) => {
      const found = sheetNamed(query.sheet);
      return found ? listIssues(found, query) : { total: 0, groups: [], aside: [] };
    },
    repairs: (sheet) => {
      const found = sheetNamed(sheet);
      return found ? listRepairs(found, gridOf) : [];
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
      return found ? readProseView(found, unit, text) : { rows: [], emptyPassages: 0, isCut: false };
    },
    sameItem: (sheet, unit, item) => {
      const found = sheetNamed(sheet);
      return found ? openAt(found, item).filter((each) => each.unit !== unit) : [];
    },
    suggestedCauses: async (sheet, unit, item) => {
      const { suggestCauses } = await planning();
      const found = sheetNamed(sheet);
      const { current, earlier } = splitYears(assessment());
      const loss = found?.deductions.find((each) => each.unit.position === unit && each.item.position === item);
      return found && loss
        ? suggestCauses(current.sheets, found, loss, (before()?.assessment ?? earlier)?.sheets ?? [])
        : [];
    },
    lift: async (sheet, unit) => {
      const { liftView } = await lifting();
      const found = sheetNamed(sheet);
      return found && liftView(assessment().sheets, found, unit);
    },
    whatIf: async (sheet, unit, items) => {
      const { whatIfView } = await lifting();
      const found = sheetNamed(sheet);
      return found && whatIfView(assessment().sheets, found, unit, items);
    },
  };
}

function gridViews({
  gridOf,
  drawingOf,
  assessed,
  assessment,
}: OpenWorkbook): Pick<EngineCalls, 'shape' | 'cells' | 'cell' | 'scoreCells' | 'find' | 'edge'> {
  /** The table as read, if the workbook has been assessed. */
  const tableOf = (sheet: string): ScoreSheet | null => tableOn(assessed()?.sheets ?? [], sheet);
  return {
    shape: async (sheet) => {
      const drawing = await drawingOf(gridOf(sheet));
      return gridShape(gridOf(sheet), tableOf(sheet), drawing);
    },
    find: (sheet, search) => findCells(gridOf(sheet), search),
    edge: (sheet, from, step) => edgeFrom(gridOf(sheet), from, step),
    cells: async (sheet, area) => {
      const drawing = await drawingOf(gridOf(sheet));
      const known = assessed()?.sheets.find(({ scoreSheet }) => scoreSheet.sheet === sheet);
      const grid = gridOf(sheet);
      return gridCells(grid, area, known?.scoreSheet ?? null, known?.places ?? 0, drawing);
    },
    cell: (sheet, at) => {
      const detail = cellDetail(gridOf(sheet), at);
      return {
        ...detail,
        place: placeView(tableOn(assessment().sheets, sheet), detail.at),
        counterpart: counterpartOf(assessment().sheets, sheet, detail.at),
      };
    },
    scoreCells: (sheet, cells) => {
      const found = tableOn(assessment().sheets, sheet);
      return cells.map((at) => found !== null && isScoreCell(found, at));
    },
  };
}
