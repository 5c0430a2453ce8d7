/** Causes from a text file into a workbook: what is beyond doubt is written, everything else is told. */
import { readFileSync } from 'node:fs';
import { assessBook } from '../core/assess';
import { planCauses } from '../core/causes/plan-causes';
import { readPassages, sheetsIn } from '../core/causes/read-passages';
import type { Assessment, BookAssessment } from '../core/model/assessment';
import { foldText } from '../core/model/fold-text';
import type { CauseEntry, Passage } from '../core/model/prose';
import { labelOf, unitLabel } from '../core/model/score-sheet';
import { nodeCodec } from '../hosts/xlsx-file/codec-node';
import { openXlsx } from '../hosts/xlsx-file/xlsx-file';
import type { AssessedFile } from './assess-file';
import { CliError, fileError } from './fault';

export interface TakenCauses extends AssessedFile {
  /** Losses that got a cause. */
  readonly count: number;
  /** Passages that somebody has to look at, and that nobody confirmed. */
  readonly doubtful: readonly DoubtfulPassage[];
  /** Passages that cannot be written at all. */
  readonly blocked: readonly Passage[];
  /** The end of the text was not read. */
  readonly isCut: boolean;
  /** Sheets that the text names and the workbook does not have. */
  readonly strangers: readonly string[];
}

export interface DoubtfulPassage {
  /** Counted through the whole workbook, whatever is confirmed. */
  readonly number: number;
  readonly sheet: string;
  readonly passage: Passage;
  /** Losses that it would be written to. */
  readonly targets: readonly string[];
}

/** UTF-8, or UTF-16 with its mark, as Windows' Notepad writes them. */
export function readCausesText(path: string): string {
  const bytes = read(path);
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new CliError('unreadable-file', `«${path}» không phải tệp văn bản Unicode; hãy lưu lại thành .txt với bảng mã UTF-8.`);
  }
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw fileError('read', path, error);
  }
}

/** One bảng tổng hợp after the other, each found anew in what the last one left; then what was confirmed of the doubtful passages. */
export function takeCauses(found: AssessedFile, text: string, options: TakeOptions): TakenCauses {
  let { file, assessment } = found;
  const sheets = assessment.sheets.map(({ scoreSheet }) => scoreSheet.sheet);
  const written = new Set<string>();
  const write = (sheet: string, entries: readonly CauseEntry[]): void => {
    const own = assessment.sheets.find((each) => each.scoreSheet.sheet === sheet);
    if (!own || entries.length === 0) return;
    for (const { unit, item } of entries) written.add(`${sheet}|${String(unit)}|${String(item)}`);
    file = openXlsx(file.apply(planCauses(file.book, own, entries)), nodeCodec);
    assessment = assessBook(file.book, { results: options.results, ...(options.sheet === null ? {} : { sheet: options.sheet }) });
  };
  const unclear = saidOfSeveral(found.assessment, text);
  const doubtful: DoubtfulPassage[] = [];
  const blocked: Passage[] = [];
  let isCut = false;
  for (const sheet of sheets) {
    const own = assessment.sheets.find((each) => each.scoreSheet.sheet === sheet);
    if (!own) continue;
    const read = readPassages(own, null, text);
    isCut ||= read.isCut;
    const sure: CauseEntry[] = [];
    for (const passage of read.passages) {
      const { state, entries, match, doubts } = passage;
      if (state === 'sure' && !unclear.has(match.line.text)) sure.push(...entries);
      else if (state === 'sure') doubtful.push(doubtfulOf(own, { ...passage, doubts: [...doubts, SEVERAL] }, doubtful.length + 1));
      else if (state === 'doubtful') doubtful.push(doubtfulOf(own, passage, doubtful.length + 1));
      // Where each unit has a sheet of its own, what is told of the others is no doubt about this one.
      else if (state === 'blocked' && (match.unit !== null || sheets.length === 1)) blocked.push(passage);
    }
    write(sheet, sure);
  }
  const confirmed = confirmedOf(doubtful, options.confirmed);
  for (const sheet of sheets) write(sheet, lastOfEach(confirmed.filter((each) => each.sheet === sheet)));
  return { file, assessment, count: written.size, doubtful: doubtful.filter((each) => !confirmed.includes(each)), blocked, isCut, strangers: strangersIn(found, text) };
}

export interface TakeOptions {
  readonly results: 'formulas' | 'values';
  readonly sheet: string | null;
  /** Numbers of doubtful passages that are to be written as well. */
  readonly confirmed: readonly number[] | 'all';
}

const SEVERAL = 'Đoạn văn không nêu đơn vị, mà nhiều trang tính cùng có mục này bị trừ điểm.';

/** Passages without a unit that would go into several sheets: which is meant nobody can tell. */
function saidOfSeveral({ sheets }: BookAssessment, text: string): ReadonlySet<string> {
  const uses = new Map<string, number>();
  if (sheets.length > 1) {
    for (const sheet of sheets) {
      for (const { match, entries } of readPassages(sheet, null, text).passages) {
        if (match.line.unit === null && entries.length > 0) uses.set(match.line.text, (uses.get(match.line.text) ?? 0) + 1);
      }
    }
  }
  return new Set([...uses].flatMap(([passage, count]) => (count > 1 ? [passage] : [])));
}

function doubtfulOf({ scoreSheet }: Assessment, passage: Passage, number: number): DoubtfulPassage {
  const hasSeveral = scoreSheet.units.length > 1;
  const targets = passage.entries.flatMap(({ unit, item }) => {
    const [scores, scored] = [scoreSheet.units[unit], scoreSheet.items[item]];
    return scores && scored ? [`${hasSeveral ? `${unitLabel(scoreSheet, scores)} · ` : ''}${labelOf(scored)}`] : [];
  });
  return { number, sheet: scoreSheet.sheet, passage, targets };
}

function confirmedOf(doubtful: readonly DoubtfulPassage[], numbers: TakeOptions['confirmed']): readonly DoubtfulPassage[] {
  if (numbers === 'all') return doubtful;
  const unknown = numbers.filter((number) => number > doubtful.length);
  if (unknown.length > 0) {
    const known = doubtful.length === 0 ? 'không có đoạn nào cần xác nhận' : `các đoạn cần xem lại mang số từ 1 đến ${String(doubtful.length)}`;
    throw new CliError('unknown-passage', `Không có đoạn số ${unknown.join(', ')}: ${known}; chưa ghi gì.`);
  }
  return doubtful.filter(({ number }) => numbers.includes(number));
}

/** Where two confirmed passages speak of one loss, the later one's words stand. */
function lastOfEach(passages: readonly DoubtfulPassage[]): CauseEntry[] {
  const entries = new Map<string, CauseEntry>();
  for (const entry of passages.flatMap(({ passage }) => passage.entries)) {
    const key = `${String(entry.unit)}|${String(entry.item)}`;
    const before = entries.get(key);
    const { cause, responsibleBody, responsiblePerson, explanation } = entry;
    entries.set(key, { ...entry, cause: cause ?? before?.cause ?? null, responsibleBody: responsibleBody ?? before?.responsibleBody ?? null, responsiblePerson: responsiblePerson ?? before?.responsiblePerson ?? null, explanation: explanation ?? before?.explanation ?? null });
  }
  return [...entries.values()];
}

/** Headings of sheets that the workbook does not have. */
function strangersIn({ file }: AssessedFile, text: string): string[] {
  const known = new Set(file.book.sheets.map(({ name }) => foldText(name)));
  return [...new Set(sheetsIn(text).filter((name) => !known.has(foldText(name))))];
}
