/** `cchc tao-mau`: forms that are locked but for their open cells, read back without a question, and come home. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cellKey } from '../../src/core/values/address';
import { cli, cliFolder, type CliFolder } from '../kit/cli';
import { PYTHON, checkPackage, describeWith } from '../kit/programs';
import { open } from '../kit/workbook-of';
import { textOfPart } from '../kit/small-workbook';

let folder: CliFolder;
beforeEach(() => {
  folder = cliFolder();
});
afterEach(() => folder.remove());

const TABLE = `
  BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2025
  STT | Tiêu chí                     | Điểm tối đa | Xã Hòa Bình | Xã Kim Sơn
      |                              |             | Tự chấm     | Tự chấm
  1   | LĨNH VỰC CHỈ ĐẠO             | 3           |             |
  1.1 | Kế hoạch cải cách hành chính | 1           |             |
  1.2 | Báo cáo định kỳ              | 2           |             |
  2   | LĨNH VỰC THỂ CHẾ             | 5           |             |
  2.1 | Rà soát văn bản              | 2.5         |             |
  2.1.1 | Ban hành kế hoạch rà soát  | 1           |             |
  2.1.2 | Báo cáo kết quả rà soát    | 1.5         |             |
  2.2 | Xử lý văn bản trái luật      | 2.5         |             |`;
const SET = `
  STT | Tiêu chí                     | Điểm tối đa | Bước điểm
  1   | LĨNH VỰC CHỈ ĐẠO             | 3           |
  1.1 | Kế hoạch cải cách hành chính | 1           | 0.25
  1.2 | Báo cáo định kỳ              | 2           | 0.5
  2   | LĨNH VỰC THỂ CHẾ             | 5           |
  2.1 | Rà soát văn bản              | 2.5         |
  2.1.1 | Ban hành kế hoạch rà soát  | 1           | 0.25
  2.1.2 | Báo cáo kết quả rà soát    | 1.5         | 0.25
  2.2 | Xử lý văn bản trái luật      | 2.5         |`;

async function forms(): Promise<{ readonly into: string; readonly made: string; readonly names: readonly string[] }> {
  const into = await folder.workbook('bảng.xlsx', { 'Bảng tổng hợp': TABLE, 'Bộ tiêu chí': SET });
  const { code } = await cli('tao-mau', into);
  expect(code).toBe(0);
  const made = folder.path('bảng (mẫu tự chấm)');
  return { into, made, names: readdirSync(made).sort() };
}

test('each unit has a form: points, evidence and explanation are open, all else is locked', async () => {
  const { made, names } = await forms();
  expect(names).toEqual(['Tự chấm - Xã Hòa Bình.xlsx', 'Tự chấm - Xã Kim Sơn.xlsx']);
  const bytes = readFileSync(join(made, names[0] ?? ''));
  const { sheets } = open(bytes).book;
  expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['Tự chấm', 'visible'],
    ['Mẫu', 'hidden'],
    ['Bộ tiêu chí của mẫu', 'hidden'],
  ]);
  const grid = sheets[0]?.grid();
  const rowOf = (code: string): number => grid?.values.findIndex((row) => row?.[0] === code) ?? -1;
  const isOpen = (code: string, column: number): boolean =>
    grid?.protection?.cells.get(cellKey(rowOf(code), column)) === false;
  for (const code of ['1.1', '1.2', '2.1.1', '2.1.2', '2.2'])
    expect([2, 3, 4, 5].map((column) => isOpen(code, column))).toEqual([false, true, true, true]);
  for (const code of ['1', '2', '2.1']) expect([2, 3, 4, 5].some((column) => isOpen(code, column))).toBe(false);
  const xml = textOfPart(bytes, 'xl/worksheets/sheet1.xml');
  // 1.1, 2.1.1 and 2.1.2 have one step, 1.2 another, 2.2 none.
  expect(xml.match(/<dataValidation /g)).toHaveLength(3);
  expect(xml).toContain('chẵn 0,25 điểm');
});

test('a blank form reads back without a question', async () => {
  const { made } = await forms();
  const { out } = await cli('doc', made, '--json');
  const { files } = JSON.parse(out) as {
    files: { sheets: { units: string[]; year: number; reading: { blocks: { columns: { sure: string }[] }[] } }[] }[];
  };
  expect(files.map(({ sheets: [sheet] }) => [sheet?.units, sheet?.year])).toEqual([
    [['Xã Hòa Bình'], 2025],
    [['Xã Kim Sơn'], 2025],
  ]);
  const columns = files.flatMap(({ sheets }) =>
    sheets.flatMap(({ reading }) => reading.blocks.flatMap((b) => b.columns)),
  );
  expect(new Set(columns.map(({ sure }) => sure))).toEqual(new Set(['sure']));
});

/** Types scores into a form, as in Excel. */
const FILL = `
import openpyxl, sys, json
book = openpyxl.load_workbook(sys.argv[1])
sheet = book['Tự chấm']
scores = json.loads(sys.argv[2])
for row in sheet.iter_rows():
    if str(row[0].value) in scores: row[3].value = scores[str(row[0].value)]
book.save(sys.argv[1])
`;
const READ = `
import openpyxl, sys, json
sheet = openpyxl.load_workbook(sys.argv[1], data_only=True)['Tự chấm']
print(json.dumps({str(row[1].value): row[3].value for row in sheet.iter_rows() if row[1].value}))
`;

describeWith(['libreoffice', 'openpyxl', 'packageChecker'], 'filled in', () => {
  test('the index that LibreOffice works out in the form is the one of the table that collects it', async () => {
    const { into, made, names } = await forms();
    const [first = '', second = ''] = names.map((name) => join(made, name));
    expect(checkPackage(first)).toBe('package valid');
    const scores = [
      { '1.1': 0.75, '1.2': 2, '2.1.1': 1, '2.1.2': 0.25, '2.2': 'KĐG' },
      { '1.1': 1, '1.2': 1.5, '2.1.1': 0.5, '2.1.2': 1.5, '2.2': 2.5 },
    ];
    [first, second].forEach((file, position) =>
      spawnSync(PYTHON, ['-c', FILL, file, JSON.stringify(scores[position])]),
    );
    spawnSync('soffice', [
      '--headless',
      `-env:UserInstallation=file://${folder.path('profile')}`,
      ...['--convert-to', 'xlsx', '--outdir', folder.path('lo'), first, second],
    ]);
    const worked = names.map(
      (name) =>
        JSON.parse(spawnSync(PYTHON, ['-c', READ, folder.path(`lo/${name}`)], { encoding: 'utf8' }).stdout) as Record<
          string,
          number
        >,
    );
    // By hand: 4 of 5,5 (2.2 does not apply), and 7 of 8.
    expect(worked.map((each) => [each['Tổng điểm'], each['Điểm tối đa áp dụng'], each['Chỉ số CCHC (%)']])).toEqual([
      [4, 5.5, 72.73],
      [7, 8, 87.5],
    ]);
    const collected = await cli('tong-hop', folder.path('lo'), '--into', into);
    expect(collected.code).toBe(0);
    const { out } = await cli('kiem-tra', folder.path('bảng (đã tổng hợp).xlsx'), '--json');
    const { files } = JSON.parse(out) as { files: { sheets: { units: { index: number }[] }[] }[] };
    expect(files[0]?.sheets[0]?.units.map(({ index }) => index)).toEqual(worked.map((each) => each['Chỉ số CCHC (%)']));
  }, 120_000);
});

test('a table that names no unit gives one sentence and no form', async () => {
  const into = await folder.workbook('trống.xlsx', { 'Bảng tổng hợp': 'ghi chú' });
  const { code, out } = await cli('tao-mau', into);
  expect(code).toBe(2);
  expect(out).toContain('không có bảng nào ghi tên đơn vị');
});
