/**
 * The prose of the program's own reports reads back as the data that they were composed from: an officer may paste it,
 * edited or not.
 */
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessBook } from '../src/core/assess';
import type { Assessment } from '../src/core/model/assessment';
import type { Deduction } from '../src/core/model/deduction';
import type { Block, ReportDocument } from '../src/core/model/document';
import { foldText } from '../src/core/values/fold-text';
import { NO_DETAILS } from '../src/core/model/report-details';
import { readProse } from '../src/core/read/prose/read-prose';
import { matchProse } from '../src/core/matching/match-prose';
import { RESPONSIBILITY_REVIEW } from '../src/core/documents/reports/responsibility-review';
import { UNIT_ANALYSIS } from '../src/core/documents/reports/unit-analysis';
import { ROOT } from './kit/programs/bundle';
import { bookOf, grid } from './kit/grid';
import { open } from './kit/files/workbook-of';

/** Paragraphs as Word puts them on the clipboard: one line each, cells of a table separated by tabs. */
const pasted = ({ sections }: ReportDocument): string =>
  sections.flatMap(({ blocks }) => blocks.flatMap(linesOf)).join('\r\n');
function linesOf(block: Block): string[] {
  if (block.kind === 'heading') return [block.text];
  if (block.kind === 'paragraph')
    return [block.runs.map(({ text, blank }) => (blank === true ? `…… [${text}]` : text)).join('')];
  if (block.kind === 'contents') return [];
  return [...block.header, ...block.rows].map((cells) =>
    cells.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\t'),
  );
}

/** A report ends each cause with a full stop. */
const words = (cause: string | null): string => foldText((cause ?? '').normalize('NFC').replace(/\.$/, ''));

test.each([
  ['mot-don-vi', UNIT_ANALYSIS],
  ['mot-don-vi', RESPONSIBILITY_REVIEW],
  ['don-vi-theo-cot', UNIT_ANALYSIS],
  ['don-vi-theo-cot', RESPONSIBILITY_REVIEW],
])('%s: every loss with its cause', (name, report) => {
  const book = assessBook(open(new Uint8Array(readFileSync(join(ROOT, 'assets', 'samples', `${name}.xlsx`)))).book);
  const [assessment] = book.sheets as readonly [Assessment];
  const text = pasted(report.compose({ book, previous: null, units: null, details: NO_DETAILS }));
  const known = { units: new Set<string>(), items: new Set<string>() };
  const matches = matchProse(assessment, 0, readProse(text, known)).filter(({ line }) => line.cause !== null);
  const causes = new Map(
    matches.flatMap(({ deductions, line }) =>
      deductions.map((loss) => [assessment.deductions.indexOf(loss), words(line.cause)] as const),
    ),
  );
  const wanted = assessment.deductions.flatMap(({ unit, cause }, at) =>
    unit.position === 0 && cause !== null ? [[at, words(cause)] as const] : [],
  );
  expect(wanted.length).toBeGreaterThan(5);
  expect([...causes].sort(([a], [b]) => a - b)).toEqual(wanted);
  expect(matches.flatMap(({ doubts }) => doubts.map(({ message }) => message))).toEqual([]);
});

test('points that a report rounds, and parts that it cites by their criterion, are known again', () => {
  const table = `
    TT | Nội dung | Điểm tối đa | Điểm thẩm định | Nguyên nhân
    1 | CHỈ ĐẠO | 10 | |
    1.1 | Hoàn thành nhiệm vụ | 4 | 3.466666666666667 | Chậm
    1.2 | Tuyên truyền | 6 | |
    a) | Tin bài | 3 | 2 | Thiếu tin
    b) | Hội nghị | 3 | 1 | Không tổ chức
  `;
  const book = assessBook(bookOf(grid(table)));
  const [assessment] = book.sheets as readonly [Assessment];
  for (const report of [UNIT_ANALYSIS, RESPONSIBILITY_REVIEW]) {
    const text = pasted(report.compose({ book, previous: null, units: null, details: NO_DETAILS }));
    const matches = matchProse(
      assessment,
      0,
      readProse(text, { units: new Set<string>(), items: new Set<string>() }),
    ).filter(({ line }) => line.cause !== null);
    const positions = (losses: readonly Deduction[]) => losses.map((loss) => assessment.deductions.indexOf(loss));
    expect(matches.map(({ deductions, line }) => [positions(deductions), words(line.cause)])).toEqual(
      [
        [[0], 'chậm'],
        [[1], 'thiếu tin'],
        [[2], 'không tổ chức'],
      ].map(([at, cause]) => [at, words(String(cause))]),
    );
    expect(matches.flatMap(({ doubts }) => doubts.map(({ message }) => message))).toEqual([]);
  }
});
