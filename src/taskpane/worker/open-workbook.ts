/** The workbook open in the worker, its assessment and last year's, each computed on first use. */
import { assessBook, mergersInText } from '../../core/assess';
import type { Plan } from '../../core/fill';
import type { Assessment, BookAssessment } from '../../core/model/assessment';
import type { SheetEdits } from '../../core/model/workbook/edit';
import { isDeductionSheet } from '../../core/model/deduction-sheet';
import { isResultSheet } from '../../core/model/result-sheet';
import type { SheetDrawing } from '../../core/model/sheet-drawing';
import { blankGrid, inUnicode, type Book, type Grid } from '../../core/model/workbook/grid';
import { compareBooks, mergerFaults, type YearComparison } from '../../core/score/compare-years';
import { HostError } from '../../hosts/host';
import type { Codec } from '../../hosts/xlsx-file/zip/codec';
import { readXlsx, type ReadXlsx } from '../../hosts/xlsx-file/read-xlsx';
import type { Collecting } from './collecting';
import type { Command } from './plan-command';
import type { PreviousSource, Source, Step } from './protocol';
import { bookView, type BookView } from './view-sheet';
import type { PreviousView } from './views-of-reports';

export type OpenWorkbook = ReturnType<typeof openWorkbook>;

export function openWorkbook(codec: Codec, onStep: (step: Step) => void) {
  let file: ReadXlsx | null = null;
  let bytes: Uint8Array | null = null;
  let book: Book = { sheets: [] };
  let assessed: BookAssessment | null = null;
  const sent = startSent();
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
    gridOf: (name: string): Grid =>
      inUnicode(book.sheets.find((each) => each.name === name)?.grid() ?? blankGrid(name)),
    /** The drawing of one of the add-in's sheets for the current results; null for other sheets. */
    drawingOf: async (grid: Grid) => assessed && drawingIn(book, assessed, grid),
    comparisonOf: (found: Assessment): YearComparison | null =>
      comparison().find((each) => each?.assessment === found) ?? null,
    view: (): BookView => {
      const last = before();
      return bookView(book, assessment(), last && previousView(last, assessment()), comparison());
    },
    sheetsApart: async () => (await planning()).sheetsApart(book, assessment(), codec),
    book: () => book,
    bytes: () => bytes,
    compareWith: lastYears.choose,
    comparedWith: lastYears.chosen,
    /** The collected files of units for the present state of the workbook. */
    collecting: sent.known,
    startCollecting: (): Promise<void> => sent.start(book, assessment(), codec),
    changes: () => changesOf(() => ({ book, file }), assessment, sent.known),
    take(source: Source): void {
      onStep('open');
      assessed = null;
      sent.forget();
      lastYears.forget();
      if (source.kind === 'bytes') {
        file = readXlsx(source.bytes, codec);
        bytes = source.bytes;
        book = file.book;
        // Reads the sheets now, so that this time is reported as opening and not as computing.
        for (const sheet of book.sheets) sheet.grid();
        return;
      }
      [file, bytes, book] = [null, null, bookOf(source)];
    },
  };
}

export interface Changes {
  readonly plan: (command: Command) => Plan;
  /** The file with the edits; null for a workbook that is not a file. */
  readonly write: (edits: readonly SheetEdits[]) => Uint8Array | null;
}

/** Returns functions that plan and write for the workbook at the time of the call, after the code has loaded. */
async function changesOf(
  open: () => { readonly book: Book; readonly file: ReadXlsx | null },
  assessment: () => BookAssessment,
  collecting: () => Collecting,
): Promise<Changes> {
  const { applyEdits, planCommand } = await planning();
  return {
    plan: (command) =>
      command.kind === 'collect' ? collecting().plan(command.choices) : planCommand(open().book, assessment, command),
    write: (edits) => {
      const { file } = open();
      return file && applyEdits(file, edits);
    },
  };
}

export const planning = () => import(/* webpackChunkName: "plan" */ './planning');

const drawings = new WeakMap<BookAssessment, ReadonlyMap<string, SheetDrawing>>();

/** Planned once per assessment. */
async function drawingIn(book: Book, assessment: BookAssessment, grid: Grid): Promise<SheetDrawing | null> {
  if (!isResultSheet(grid) && !isDeductionSheet(grid)) return null;
  const { drawnSheets } = await planning();
  const known = drawings.get(assessment) ?? drawnSheets(book, assessment);
  drawings.set(assessment, known);
  return known.get(grid.sheet) ?? null;
}

const bookOf = ({ sheets, structureLocked }: Extract<Source, { readonly kind: 'grids' }>): Book => ({
  sheets: sheets.map(({ name, visibility, grid }) => ({ name, visibility, grid: () => grid })),
  structureLocked: structureLocked === true,
});

/** Collected files are valid for one state of the workbook only. */
function startSent() {
  let collecting: Collecting | null = null;
  return {
    known: (): Collecting => {
      if (collecting) return collecting;
      throw new HostError('changed-sheet', 'Bảng đã thay đổi từ khi đọc các tệp của đơn vị; hãy đọc lại các tệp.');
    },
    start: async (book: Book, into: BookAssessment, codec: Codec): Promise<void> => {
      const { startTaking } = await import(/* webpackChunkName: "collect" */ './collecting');
      collecting = startTaking(book, into, codec);
    },
    forget: (): void => {
      collecting = null;
    },
  };
}

/** A separate workbook, or a sheet of the open one, which is read again after each change. */
interface LastYear {
  readonly name: string;
  readonly assessment: BookAssessment;
  /** One for each sheet of this year; null for the sheet that holds last year's results. */
  readonly compare: (now: BookAssessment) => (YearComparison | null)[];
}

const previousView = ({ name, assessment }: LastYear, now: BookAssessment): PreviousView => ({
  name,
  isRead: assessment.sheets.length > 0,
  notes: mergerFaults(now, assessment),
});

function lastYear(source: PreviousSource, book: Book, codec: Codec): LastYear {
  const read =
    source.kind === 'bytes' ? assessBook(readXlsx(source.bytes, codec).book) : assessBook(book, { sheet: source.name });
  const mergers = mergersInText(source.mergers ?? '');
  const assessment = mergers.length === 0 ? read : { ...read, mergers };
  const isItself = (sheet: string): boolean => source.kind === 'sheet' && sheet === source.name;
  return {
    name: source.name,
    assessment,
    compare: (now) =>
      compareBooks(now, assessment).map((years) =>
        isItself(years.assessment.scoreSheet.sheet) || assessment.sheets.length === 0 ? null : years,
      ),
  };
}

/** Last year's results and the comparison with them, cached until one of the years changes. */
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
    /** Call it when the workbook changes. */
    forget: (): void => {
      years = null;
      if (source?.kind === 'sheet') earlier = null;
    },
    compare: (book: Book, assessment: () => BookAssessment): readonly (YearComparison | null)[] =>
      (years ??= read(book)?.compare(assessment()) ?? []),
  };
}
