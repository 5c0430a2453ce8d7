/** `cchc doc`: how a workbook is read, as text and as JSON. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cliFolder, type CliFolder } from '../kit/programs/cli';
import { TWO_APPRAISALS } from '../kit/field/two-appraisals';

const SAMPLES = join(__dirname, '..', '..', 'assets', 'samples');
let folder: CliFolder;

beforeEach(() => {
  folder = cliFolder();
});
afterEach(() => {
  folder.remove();
});

test('tells each column with its role, how sure it is and why, the units, the year and the tree', async () => {
  const path = await folder.workbook('Xã An.xlsx', { 'Xã An 2024': TWO_APPRAISALS });
  const { code, out } = await cli('doc', path);
  expect(code).toBe(1);
  const why = 'tiêu đề của hai cột không nói cột nào là kết quả cuối cùng';
  expect(out).toBe(`${path} › Xã An 2024
một đơn vị · năm 2024
Đơn vị: Xã An

Bảng A1:F7, tiêu đề ở dòng 1
  A «TT»: mã tiêu chí (chắc chắn: theo tiêu đề)
  B «Nội dung»: nội dung tiêu chí (chắc chắn: theo tiêu đề)
  C «Điểm tối đa»: điểm tối đa (chắc chắn: theo tiêu đề)
  D «Điểm tự chấm»: điểm tự chấm (chắc chắn: theo tiêu đề)
  E «Huyện chấm»: điểm thẩm định (chưa rõ: ${why})
  F «Điểm kiểm tra lại»: điểm thẩm định (chưa rõ: ${why})

Cây tiêu chí: 2 lĩnh vực, 3 tiêu chí chấm điểm
  1 CHỈ ĐẠO: 2 tiêu chí, 5 điểm
  2 THỂ CHẾ: 1 tiêu chí, 5 điểm

`);
});

test('columns with one heading under several units are told once', async () => {
  const path = folder.path('don-vi-theo-cot.xlsx');
  copyFileSync(join(SAMPLES, 'don-vi-theo-cot.xlsx'), path);
  const { code, out } = await cli('doc', path);
  expect(code).toBe(0);
  expect(out).toContain(
    '  D, H, L, P và 3 cột khác «Tự chấm»: điểm tự chấm của từng đơn vị (chắc chắn: theo tiêu đề)\n',
  );
  expect(out).toContain('Cây tiêu chí: 8 lĩnh vực, 67 tiêu chí chấm điểm\n');
});

test('numbers that are not used, and a sheet that cannot be read, are said', async () => {
  const table = `
TT | Nội dung | Điểm tối đa | Điểm thẩm định | Cột phụ
'1' | CHỈ ĐẠO | 5 | 4.5 | 700
'1.1' | Kế hoạch | 2 | 2 | 450
'1.2' | Báo cáo | 3 | 2.5 | 260`;
  const { out } = await cli('doc', await folder.workbook('a.xlsx', { 'Xã An': table }));
  expect(out).toContain('Số liệu không dùng\n  E2:E4 (3 ô số): ');
  const unread = await cli('doc', await folder.workbook('b.xlsx', { 'Danh bạ': 'Họ tên | Điện thoại\nAn | 12' }));
  expect(unread.out).toContain('Không đọc trang tính nào.\n\nTrang tính không đọc\n  «Danh bạ»: ');
});

test('for machines the same, with exact numbers; --sheet reads one sheet', async () => {
  const other = TWO_APPRAISALS.replace('Điểm kiểm tra lại', 'Ghi chú');
  const path = await folder.workbook('a.xlsx', { 'Xã An': TWO_APPRAISALS, 'Xã Bình': other });
  const { out } = await cli('doc', path, '--json', '--sheet', 'Xã An');
  const { files } = JSON.parse(out) as { readonly files: readonly unknown[] };
  expect(files).toMatchObject([
    {
      file: path,
      sheets: [
        {
          sheet: 'Xã An',
          layout: 'one-unit',
          year: null,
          units: ['Xã An'],
          areas: [
            { code: '1', name: 'CHỈ ĐẠO', max: 5, items: 2 },
            { code: '2', name: 'THỂ CHẾ', max: 5, items: 1 },
          ],
          reading: { blocks: [{ table: 'A1:F7', headerRows: [1], round: null }] },
        },
      ],
      unreadSheets: [],
    },
  ]);
});
