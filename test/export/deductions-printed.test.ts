/** The deduction summary as a separate workbook, as LibreOffice prints and recalculates it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { assessBook } from '../../src/core/assess';
import { sum, toNumber } from '../../src/core/values/decimal';
import { exportFiles } from '../../src/export/export-files';
import { nodeCodec } from '../../src/hosts/xlsx-file/zip/codec-node';
import { print, type Printed } from '../kit/files/docx';
import { describeWith } from '../kit/programs/programs';
import { recalculateFiles, type Recalculated } from '../kit/programs/recalculate';
import { open } from '../kit/files/workbook-of';

const SAMPLE = join(__dirname, '..', '..', 'assets', 'samples', 'don-vi-theo-cot.xlsx');
const SHEET = 'Điểm bị trừ';
/** Columns D, E and I: code, criterion, loss. */
const [NAME, LOST] = [4, 8];
const MOST_ROWS = 400;

/** Removes blanks: pdftotext breaks a word in two where a letter comes from another font. */
const solid = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

describeWith(['libreoffice', 'poppler'], 'the exported summary', () => {
  const book = assessBook(open(new Uint8Array(readFileSync(SAMPLE))).book);
  const [{ deductions, scoreSheet }] = book.sheets as readonly [(typeof book.sheets)[number]];
  let printed: Printed;
  let value: Recalculated;

  beforeAll(async () => {
    for await (const { bytes } of exportFiles(
      { kinds: ['diem-tru'], units: null, apart: false },
      { book, previous: null },
      nodeCodec,
    )) {
      printed = print({ 'diem-tru': bytes }, '.xlsx')['diem-tru'];
      value = recalculateFiles([bytes])[0]!;
    }
  }, 180_000);

  test('goes on paper across, with its header and its number on every page', () => {
    const { pages, sizes } = printed;
    expect(pages.length).toBeGreaterThan(5);
    expect(sizes.map((size) => size.map(Math.round))).toEqual(pages.map(() => [842, 595]));
    pages.forEach((page, at) => {
      expect(solid(page)).toContain(solid('Nguyên nhân'));
      expect(solid(page)).toContain(solid('Giải pháp khắc phục'));
      expect(page.trimEnd().split('\n').pop()?.trim()).toBe(`${at + 1}/${pages.length}`);
    });
  });

  test('adds up, unit by unit, to what was lost, and holds every loss once', () => {
    const rows = Array.from({ length: MOST_ROWS }, (_, row) => ({
      name: value(SHEET, row, NAME),
      lost: value(SHEET, row, LOST),
    }));
    const unitSums = rows.filter(({ name }) => name === 'Cộng đơn vị').map(({ lost }) => lost);
    expect(unitSums).toEqual(
      scoreSheet.units.map(({ position }) =>
        toNumber(sum(deductions.filter(({ unit }) => unit.position === position).map(({ lostPoints }) => lostPoints))),
      ),
    );
    // The published points and maxima: 94 − 75,42; 94 − 76,97; 93 − 81,18; 93 − 84,17; 94 − 79,63; 93 − 81,1; 93 −
    // 86,35.
    expect(unitSums).toEqual([18.58, 17.03, 11.82, 8.83, 14.37, 11.9, 6.65]);
    const lines = rows.filter(
      ({ name, lost }) => typeof name === 'string' && typeof lost === 'number' && !name.startsWith('Cộng '),
    );
    expect(lines).toHaveLength(deductions.length);
  });
});
