/** `cchc bo-tieu-chi` and `cchc so-sanh-bo`, on the disk. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cli, cliFolder, type CliFolder } from '../kit/programs/cli';
import { textOfDocx } from '../kit/files/docx-text';
import { grid } from '../kit/grid';
import { workbookOf } from '../kit/files/workbook-of';

let folder: CliFolder;
beforeEach(() => {
  folder = cliFolder();
});
afterEach(() => folder.remove());

const write = async (name: string, table: string): Promise<string> => {
  writeFileSync(folder.path(name), await workbookOf([grid(table, { sheet: 'Bộ tiêu chí' })]));
  return folder.path(name);
};

const OLD = `
  Mã  | Tên tiêu chí            | Điểm tối đa | Cách chấm
  1   | CHỈ ĐẠO ĐIỀU HÀNH       | 3           |
  1.1 | Kế hoạch CCHC hằng năm  | 1           | Đúng hạn: 1; Không: 0
  1.2 | Thực hiện kế hoạch CCHC | 2           | ≥ 95 %: 2; < 95 %: 0`;
const NEW = `
  Mã  | Tên tiêu chí            | Điểm tối đa | Cách chấm
  1   | CHỈ ĐẠO ĐIỀU HÀNH       | 4           |
  1.1 | Kế hoạch CCHC hằng năm  | 1           | Đúng hạn: 1; Không: 0
  1.2 | Sáng kiến cải cách      | 1           |
  1.3 | Thực hiện kế hoạch CCHC | 2           | ≥ 95 %: 1,5; < 95 %: 0`;

test('a set is read and checked; what is wrong in it is an error of the sheet', async () => {
  await write('cũ.xlsx', OLD);
  expect(await cli('bo-tieu-chi', folder.path('cũ.xlsx'))).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 lĩnh vực, 2 tiêu chí chấm điểm, 3 điểm (Bộ tiêu chí)\n  Không tìm thấy lỗi nào.'),
  });
  const path = await write('mới.xlsx', NEW);
  const { code, out } = await cli('bo-tieu-chi', path, '--json');
  const { files } = JSON.parse(out) as { files: { faults: unknown[]; set: { lines: { code: string }[] } }[] };
  expect([code, files[0]?.set.lines.map((line) => line.code), files[0]?.faults]).toEqual([
    1,
    ['1', '1.1', '1.2', '1.3'],
    [
      {
        kind: 'best-step',
        at: 'C5',
        message: '«1.3 Thực hiện kế hoạch CCHC»: điểm tối đa 2 nhưng mức cao nhất chỉ cho 1,5 điểm.',
      },
    ],
  ]);
});

test('two sets stand side by side in the terminal and in a document; neither file is touched', async () => {
  const [old, now] = [await write('2024.xlsx', OLD), await write('2025.xlsx', NEW)];
  const before = [old, now].map((path) => readFileSync(path));
  const { code, out } = await cli('so-sanh-bo', old, now);
  expect(code).toBe(0);
  expect(out).toContain('1 mục giữ nguyên, 1 mới, 1 chuyển, 1 đổi điểm tối đa, 1 đổi cách cho điểm.');
  expect(out).toMatch(/1\.2 +1\.3 +Thực hiện kế hoạch CCHC +chuyển từ 1\.2; đổi cách cho điểm/);
  const name = 'So sánh bộ tiêu chí - 2024 - 2025.docx';
  expect(readdirSync(folder.path('')).sort()).toEqual(['2024.xlsx', '2025.xlsx', name]);
  const text = textOfDocx(readFileSync(folder.path(name)));
  for (const part of ['Bộ cũ («2024»): 1 lĩnh vực, 2 tiêu chí chấm điểm, 3 điểm.', 'điểm tối đa 3 → 4', 'mới'])
    expect(text).toContain(part);
  expect([old, now].map((path) => readFileSync(path))).toEqual(before);
  const again = await cli('so-sanh-bo', old, now, '--json');
  expect(readdirSync(folder.path(''))).toHaveLength(3);
  expect(JSON.parse(again.out)).toMatchObject({ unchanged: 1, changes: [{ reweighted: true }, { before: null }, {}] });
});

test('one path alone, and a file without a set, are refused in one sentence', async () => {
  const path = await write('cũ.xlsx', OLD);
  expect(await cli('so-sanh-bo', path)).toMatchObject({ code: 2, err: expect.stringContaining('đúng hai tệp') });
  writeFileSync(folder.path('trống.xlsx'), await workbookOf([grid('Ghi chú', { sheet: 'A' })]));
  expect(await cli('so-sanh-bo', path, folder.path('trống.xlsx'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('không có bảng nào ghi tên tiêu chí và điểm tối đa'),
  });
});
