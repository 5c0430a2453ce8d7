/**
 * Every report and the deduction summary of a sample workbook, as LibreOffice prints them: no text is lost in print.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { assessBook } from '../src/core/assess';
import type { ReportDocument } from '../src/core/model/document';
import { positionsOf } from '../src/core/model/score-sheet';
import { NO_DETAILS } from '../src/core/model/report-details';
import { liftUnit } from '../src/core/lift/lift-rating';
import { REPORTS } from '../src/core/documents/reports';
import { liftPlan } from '../src/core/documents/reports/lift-plan';
import { deductionDocument } from '../src/core/documents/reports/deduction-document';
import { documentToDocx } from '../src/export/document-to-docx';
import { blocksOf, textOfRuns } from './kit/files/document-text';
import { print, type Printed } from './kit/files/docx';
import { describeWith } from './kit/programs/programs';
import { open } from './kit/files/workbook-of';

const SAMPLE = join(__dirname, '..', 'assets', 'samples', 'don-vi-theo-cot.xlsx');
const CODES = [...REPORTS.map(({ code }) => code), 'summary', 'plan'];

/** Removes blanks: pdftotext breaks a word in two where a letter comes from another font. */
const solid = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

describeWith(['writer', 'poppler'], 'reports on paper', () => {
  const documents = new Map<string, ReportDocument>();
  let printed: Record<string, Printed>;

  beforeAll(async () => {
    const book = assessBook(open(new Uint8Array(readFileSync(SAMPLE))).book);
    const input = {
      book,
      previous: null,
      units: null,
      details: {
        ...NO_DETAILS,
        year: 2022,
        issuingBody: 'HỘI ĐỒNG THẨM ĐỊNH',
        inspectedOnSite: book.sheets[0]!.scoreSheet.units.slice(0, 3).map(({ name }) => name),
      },
    };
    for (const report of REPORTS) documents.set(report.code, report.compose(input));
    documents.set('summary', deductionDocument(input));
    const [sheet] = book.sheets;
    const unit = sheet!.scoreSheet.units[0]!.position;
    const set = liftUnit(book.sheets, sheet!, unit)!.rating!.sets[0]!;
    documents.set(
      'plan',
      liftPlan({
        book,
        unit: { sheet: sheet!.scoreSheet.sheet, unit },
        items: positionsOf(set.items),
        after: set.after,
        details: input.details,
      }),
    );
    const bytes: Record<string, Uint8Array> = {};
    for (const [code, document] of documents) bytes[`report-${code}`] = await documentToDocx(document);
    printed = print(bytes);
  }, 180_000);

  const pagesOf = (code: string): readonly string[] => printed[`report-${code}`]!.pages.map(solid);

  test.each(CODES)('%s: every heading and every paragraph is there, in its order', (code) => {
    // The page number interrupts a paragraph that continues on the next page, so it is removed first.
    const whole = printed[`report-${code}`]!.pages.map((page, at) =>
      solid(at === 0 ? page : page.replace(/^\s*\d+\s*\n/, '')),
    ).join('');
    let from = 0;
    const texts = blocksOf(documents.get(code)!).flatMap((block) =>
      block.kind === 'heading'
        ? [block.text]
        : block.kind === 'paragraph' && !block.runs.some(({ blank }) => blank)
          ? [textOfRuns(block.runs)]
          : [],
    );
    expect(texts.length).toBeGreaterThan(4);
    for (const text of texts) {
      const wanted = solid(text).replace(/\.$/, '');
      const at = whole.indexOf(wanted, from);
      expect(at < 0 ? text : '').toBe('');
      from = at + wanted.length;
    }
  });

  test('the summary has its header on every page, and for each commune what the published report says', () => {
    const pages = pagesOf('summary');
    expect(pages.length).toBeGreaterThan(7);
    // Every page except the first and the last holds part of a table.
    expect(pages.slice(1, -1).filter((page) => !page.includes('Nguyênnhân'))).toEqual([]);
    for (const total of [
      '9475,4218,58',
      '9476,9717,03',
      '9381,1811,82',
      '9384,178,83',
      '9479,6314,37',
      '9381,111,9',
      '9386,356,65',
    ])
      expect(pages.join('')).toContain(`Cộng${total}`);
  });

  test('the appendix of what is to be remedied shows its header on each of its pages', () => {
    const { pages, sizes } = printed['report-R5']!;
    const wide = pages.filter((_, at) => sizes[at]![0] > sizes[at]![1]);
    expect(wide.length).toBeGreaterThan(2);
    expect(wide.filter((page) => !solid(page).includes('Giảiphápkhắcphục'))).toEqual([]);
  });

  test('the text ends with «./.», before nơi nhận and signature and before any appendix', () => {
    for (const code of CODES) {
      const whole = pagesOf(code).join('');
      expect(whole.split('./.')).toHaveLength(2);
      expect(whole.indexOf('./.')).toBeLessThan(whole.indexOf('Nơinhận'));
    }
  });

  test('the summary and the appendices lie on their side, all else stands upright', () => {
    const isLandscape = (code: string): boolean[] =>
      printed[`report-${code}`]!.sizes.map(([width, height]) => width > height);
    expect(isLandscape('summary')).not.toContain(false);
    for (const code of ['R2', 'R3', 'R4', 'plan']) expect(isLandscape(code)).not.toContain(true);
    for (const code of ['R1', 'R5']) expect([isLandscape(code)[0], isLandscape(code).at(-1)]).toEqual([false, true]);
  });
});
