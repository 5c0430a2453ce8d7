/** Causes from a text file into a workbook: what is beyond doubt is written, everything else is told. */
import { readFileSync } from 'node:fs';
import { assessBook } from '../core/assess';
import { planCauses } from '../core/causes/plan-causes';
import { readPassages } from '../core/causes/read-passages';
import type { Passage } from '../core/model/prose';
import { nodeCodec } from '../hosts/xlsx-file/codec-node';
import { openXlsx } from '../hosts/xlsx-file/xlsx-file';
import type { AssessedFile } from './assess-file';
import { CliError, fileError } from './fault';

export interface TakenCauses extends AssessedFile {
  /** Losses that got a cause. */
  readonly count: number;
  /** Passages that somebody has to look at. */
  readonly open: readonly Passage[];
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

/** One bảng tổng hợp after the other, each found anew in what the last one left. */
export function takeCauses(found: AssessedFile, text: string, options: { readonly results: 'formulas' | 'values'; readonly sheet: string | null }): TakenCauses {
  let { file, assessment } = found;
  let count = 0;
  const open: Passage[] = [];
  const sheets = assessment.sheets.map(({ scoreSheet }) => scoreSheet.sheet);
  for (const sheet of sheets) {
    const own = assessment.sheets.find((each) => each.scoreSheet.sheet === sheet);
    if (!own) continue;
    const { passages } = readPassages(own, null, text);
    const entries = passages.flatMap((passage) => (passage.state === 'sure' ? passage.entries : []));
    // Where each unit has a sheet of its own, what is told of the others is no doubt about this one.
    open.push(...passages.filter(({ state, match }) => (state === 'doubtful' || state === 'blocked') && (match.unit !== null || sheets.length === 1)));
    if (entries.length === 0) continue;
    count += entries.length;
    file = openXlsx(file.apply(planCauses(file.book, own, entries)), nodeCodec);
    assessment = assessBook(file.book, { results: options.results, ...(options.sheet === null ? {} : { sheet: options.sheet }) });
  }
  return { file, assessment, count, open };
}
