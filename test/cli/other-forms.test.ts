/** `cchc tinh` on a file of another format: computed like a .xlsx, and saved as one. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cli, cliFolder, type CliFolder } from '../kit/programs/cli';
import { SELF_SCORED, sentFile } from '../kit/files/sent-files';
import { open } from '../kit/files/workbook-of';

let folder: CliFolder;
beforeEach(() => {
  folder = cliFolder();
});
afterEach(() => folder.remove());

test.each(['xls', 'ods', 'docx'] as const)('.%s is computed, its copy is a .xlsx, the source stays', async (form) => {
  const { name, bytes } = await sentFile({ file: 'xã.xlsx', sheets: [SELF_SCORED] }, form);
  writeFileSync(folder.path(name), bytes);
  const { out } = await cli('tinh', folder.path(name), '--json');
  // 0,75 + 1,5 of 3.
  expect(JSON.parse(out)).toMatchObject({
    files: [{ sheets: [{ units: [{ name: 'Xã Kim Sơn', index: 75, awarded: { points: 2.25, max: 3 } }] }] }],
  });
  expect(readdirSync(folder.path('')).sort()).toEqual([name, `${name} (đã tính).xlsx`]);
  expect(Buffer.from(bytes).equals(readFileSync(folder.path(name)))).toBe(true);
  const copy = open(readFileSync(folder.path(`${name} (đã tính).xlsx`))).book;
  const again = copy.sheets[0]?.grid();
  expect(again?.values.flat()).toEqual(expect.arrayContaining(['Báo cáo định kỳ', 75]));
  expect(again?.formulas.size).toBeGreaterThan(0);
});
