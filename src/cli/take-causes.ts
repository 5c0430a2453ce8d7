/** Writes the sure causes of a text file into a workbook and reports all others. */
import { assessBook } from '../core/assess';
import { planCauses } from '../core/causes/plan-causes';
import { readPassages, sheetsIn } from '../core/causes/read-passages';
import type { Assessment, BookAssessment } from '../core/model/assessment';
import { foldText } from '../core/values/fold-text';
import type { CauseEntry, Passage } from '../core/model/beside/prose';
import { labelOf, pairAt, unitLabel } from '../core/model/score-sheet';
import { isCurrent } from '../core/matching/split-years';
import { nodeCodec } from '../hosts/xlsx-file/zip/codec-node';
import { openXlsx } from '../hosts/xlsx-file/xlsx-file';
import type { AssessedFile } from './assess-file';
import { CliError } from './fault';

export interface TakenCauses extends AssessedFile {
  /** Losses that got a cause. */
  readonly count: number;
  /** Numbers of the doubtful passages that were confirmed. */
  readonly confirmed: readonly number[];
  /** Doubtful passages that are not confirmed. */
  readonly doubtful: readonly DoubtfulPassage[];
  /** Passages that cannot be written at all. */
  readonly blocked: readonly Passage[];
  /** Number of passages that name a loss but give no cause. */
  readonly emptyPassages: number;
  /** Whether the end of the text was not read. */
  readonly isCut: boolean;
  /** Sheets that the text names but the workbook does not have. */
  readonly unknownSheets: readonly string[];
}

interface ReadPassage {
  readonly sheet: string;
  /** Its position among all passages. */
  readonly order: number;
  readonly passage: Passage;
}

export interface DoubtfulPassage extends ReadPassage {
  /** Counted through the whole workbook, independent of what is confirmed. */
  readonly number: number;
  /** Losses that the passage would be written to. */
  readonly targets: readonly string[];
}

/**
 * Writes the sure passages. If doubtful ones are confirmed, writes all of them in one go so that no loss is written
 * twice.
 */
export function takeCauses(found: AssessedFile, text: string, options: TakeOptions): TakenCauses {
  const sheets = targetSheets(found.assessment, text);
  const unclear = ambiguousPassages(sheets, text);
  const isAlone = sheets.length === 1;
  const sure: ReadPassage[] = [];
  const doubtful: DoubtfulPassage[] = [];
  const blocked: Passage[] = [];
  let silent = 0;
  let isCut = false;
  const read = (current: Assessment): CauseEntry[] => {
    const { sheet } = current.scoreSheet;
    if (!sheets.some(({ scoreSheet }) => scoreSheet.sheet === sheet)) return [];
    const { passages, ...rest } = readPassages(current, null, text);
    // Every sheet reads the whole text, so the counts are not added up.
    silent = Math.max(silent, rest.emptyPassages);
    isCut ||= rest.isCut;
    passages.forEach((passage, order) => {
      const { state, match, doubts } = passage;
      const isUnclear = state === 'sure' && unclear.has(match.line.text);
      if (isUnclear || state === 'doubtful')
        doubtful.push({
          sheet,
          order,
          number: doubtful.length + 1,
          passage: isUnclear ? { ...passage, doubts: [...doubts, SEVERAL] } : passage,
          targets: targetsOf(current, passage),
        });
      else if (state === 'sure') sure.push({ sheet, order, passage });
      // If each unit has a sheet of its own, a passage about another unit is not blocked here.
      else if (state === 'blocked' && (match.unit !== null || isAlone)) blocked.push(passage);
    });
    return entriesOf(sure, sheet);
  };
  const certain = writeEach(found, options, read);
  const confirmed = confirmedOf(doubtful, options.confirmed);
  const all = [...sure, ...confirmed];
  const { file, assessment } =
    confirmed.length === 0 ? certain : writeEach(found, options, ({ scoreSheet }) => entriesOf(all, scoreSheet.sheet));
  const count = [...new Set(all.map(({ sheet }) => sheet))].reduce(
    (sum, sheet) => sum + entriesOf(all, sheet).length,
    0,
  );
  return {
    file,
    assessment,
    count,
    confirmed: confirmed.map(({ number }) => number),
    doubtful: doubtful.filter((each) => !confirmed.includes(each)),
    blocked,
    emptyPassages: silent,
    isCut,
    unknownSheets: unknownSheetsIn(found, text),
  };
}

/** Writes one bảng tổng hợp after the other, reading the workbook again after each. */
function writeEach(
  found: AssessedFile,
  { results, sheet: only }: TakeOptions,
  entriesFor: (now: Assessment) => readonly CauseEntry[],
): AssessedFile {
  let { file, assessment } = found;
  for (const { scoreSheet } of found.assessment.sheets) {
    const current = assessment.sheets.find((each) => each.scoreSheet.sheet === scoreSheet.sheet);
    const entries = current ? entriesFor(current) : [];
    if (!current || entries.length === 0) continue;
    file = openXlsx(file.apply(planCauses(file.book, current, entries)), nodeCodec);
    assessment = assessBook(file.book, { ...(results ? { results } : {}), ...(only === null ? {} : { sheet: only }) });
  }
  return { file, assessment };
}

interface TakeOptions {
  readonly results: 'values' | null;
  readonly sheet: string | null;
  /** Numbers of doubtful passages that are to be written as well. */
  readonly confirmed: readonly number[] | 'all';
}

const SEVERAL = 'Đoạn văn không nêu đơn vị, mà nhiều trang tính cùng có tiêu chí này bị trừ điểm.';

/** This year's sheets and those that the text names. */
function targetSheets(book: BookAssessment, text: string): readonly Assessment[] {
  const named = new Set(sheetsIn(text).map(foldText));
  return book.sheets.filter((each) => isCurrent(each) || named.has(foldText(each.scoreSheet.sheet)));
}

/** Passages without a unit that fit several sheets, so that the intended sheet is unknown. */
function ambiguousPassages(sheets: readonly Assessment[], text: string): ReadonlySet<string> {
  const uses = new Map<string, number>();
  if (sheets.length > 1) {
    for (const sheet of sheets) {
      for (const { match, entries } of readPassages(sheet, null, text).passages) {
        if (match.line.unit === null && entries.length > 0)
          uses.set(match.line.text, (uses.get(match.line.text) ?? 0) + 1);
      }
    }
  }
  return new Set([...uses].flatMap(([passage, count]) => (count > 1 ? [passage] : [])));
}

function targetsOf({ scoreSheet }: Assessment, { entries }: Passage): string[] {
  const hasSeveral = scoreSheet.units.length > 1;
  return entries.flatMap((entry) => {
    const pair = pairAt(scoreSheet, entry);
    return pair ? [`${hasSeveral ? `${unitLabel(scoreSheet, pair.unit)} · ` : ''}${labelOf(pair.item)}`] : [];
  });
}

function confirmedOf(
  doubtful: readonly DoubtfulPassage[],
  numbers: TakeOptions['confirmed'],
): readonly DoubtfulPassage[] {
  if (numbers === 'all') return doubtful;
  const unknown = numbers.filter((number) => number > doubtful.length);
  if (unknown.length > 0) {
    const known =
      doubtful.length === 0
        ? 'không có đoạn nào cần xác nhận'
        : `các đoạn cần xem lại mang số từ 1 đến ${String(doubtful.length)}`;
    throw new CliError('unknown-passage', `Không có đoạn số ${unknown.join(', ')}: ${known}; chưa ghi gì.`);
  }
  return doubtful.filter(({ number }) => numbers.includes(number));
}

/** In the order of the text: if two passages are about one loss, the later one wins. */
function entriesOf(passages: readonly ReadPassage[], sheet: string): CauseEntry[] {
  const entries = new Map<string, CauseEntry>();
  const listed = passages.filter((each) => each.sheet === sheet).sort((a, b) => a.order - b.order);
  for (const entry of listed.flatMap(({ passage }) => passage.entries)) {
    const key = `${String(entry.unit)}|${String(entry.item)}`;
    const filled = Object.fromEntries(Object.entries(entry).filter(([, word]) => word !== null)) as Partial<CauseEntry>;
    entries.set(key, { ...(entries.get(key) ?? entry), ...filled });
  }
  return [...entries.values()];
}

/** Sheet headings in the text for sheets that the workbook does not have. */
function unknownSheetsIn({ file }: AssessedFile, text: string): string[] {
  const known = new Set(file.book.sheets.map(({ name }) => foldText(name)));
  return [...new Set(sheetsIn(text).filter((name) => !known.has(foldText(name))))];
}
