/** `cchc tinh` on a file of another form: computed like a .xlsx, and saved as one. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cli, cliFolder, type CliFolder } from '../kit/cli';
import { grid } from '../kit/grid';
import { sentFile } from '../kit/sent-files';
import { open } from '../kit/workbook-of';

let folder: CliFolder;
beforeEach(() => {
  folder = cliFolder();
});
afterEach(() => folder.remove());

const TABLE = grid(
  `
  BẢNG TỰ CHẤM ĐIỂM CCHC NĂM 2025
  Đơn vị: Xã Kim Sơn
  STT | Tiêu chí                     | Điểm tối đa | Điểm tự chấm | Giải trình
  1   | LĨNH VỰC CHỈ ĐẠO             | 3           |              |
  1.1 | Kế hoạch cải cách hành chính | 1           | 0.75         | Chậm
  1.2 | Báo cáo định kỳ              | 2           | 1.5          |`,
  { sheet: 'Tự chấm' },
);

test.each(['xls', 'ods', 'docx'] as const)('.%s is computed, its copy is a .xlsx, the source stays', async (form) => {
  const { name, bytes } = await sentFile({ file: 'xã.xlsx', sheets: [TABLE] }, form);
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
