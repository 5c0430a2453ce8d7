/**
 * `tinh` on a protected workbook: the copy holds everything that may be written, and the text and the JSON list what it
 * lacks.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { unitsAsColumns } from '../core/fill/tables';
import { cli } from '../kit/programs/cli';
import { open, workbookOf } from '../kit/files/workbook-of';

const folder = mkdtempSync(join(tmpdir(), 'cchc-protected-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['sheet', 'Trang tính «Bảng tổng hợp» đang được bảo vệ', ['Bảng tổng hợp', 'Điểm bị trừ', 'Kết quả']],
  ['structure', 'Cấu trúc sổ tính đang được bảo vệ', ['Bảng tổng hợp']],
])('a protected %s is said beside what was written', async (what, sentence, sheets) => {
  const path = join(folder, `${what}.xlsx`);
  const table = unitsAsColumns();
  writeFileSync(path, await workbookOf([table], what === 'sheet' ? [table.sheet] : [], what === 'structure'));
  const out = join(folder, what);
  const text = await cli('tinh', path, '--out', out);
  expect(text.out).toContain(`Không ghi hết · CCHC901 · ${sentence}`);
  const told = await cli('tinh', path, '--out', out, '--json');
  expect(told.err).toContain(`CCHC901 · ${sentence}`);
  const { files } = JSON.parse(told.out) as { files: { error?: unknown; notWritten: unknown[] }[] };
  expect(files[0]?.error).toBeUndefined();
  expect(files[0]?.notWritten).toEqual([
    {
      code: 'CCHC901',
      alias: 'protected-sheet',
      sheet: what === 'sheet' ? table.sheet : null,
      at: expect.any(Array),
      message: expect.stringContaining(sentence),
    },
  ]);
  expect(text.code).toBe(told.code);
  expect(text.code).toBeLessThan(2);
  const copy = /Bản đã điền: (.*)/.exec(text.out)?.[1] ?? '';
  expect(open(new Uint8Array(readFileSync(copy))).book.sheets.map(({ name }) => name)).toEqual(sheets);
});
