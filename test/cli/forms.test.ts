/**
 * `cchc tao-mau`: forms in which only the open cells can be edited, that read back without a question and can be
 * collected.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellKey } from '../../src/core/values/address';
import { cli, cliFolder, type CliFolder } from '../kit/programs/cli';
import { convert } from '../kit/programs/libreoffice';
import { PYTHON, checkPackage, describeWith } from '../kit/programs/programs';
import { open } from '../kit/files/workbook-of';
import { textOfPart } from '../kit/files/small-workbook';

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
  // 1.1, 2.1.1 and 2.1.2 share one step, 1.2 has another, 2.2 has none.
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
    convert([first, second], { to: 'xlsx', into: folder.path('lo') });
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

const SCALED_SET = `
  STT | Tiêu chí                     | Điểm tối đa | Cách chấm điểm
  1   | LĨNH VỰC THỦ TỤC             | 6           |
  1.1 | Công khai thủ tục            | 1           |
  1.2 | Tỷ lệ hồ sơ đúng hạn         | 2.5         | Từ 95% trở lên: 2,5; từ 80% đến dưới 95%: 1,5; dưới 80%: 0
  1.3 | Tỷ lệ hồ sơ trực tuyến       | 1.5         | ≥ 60%: 1,5; ≥ 40%: 1
  1.4 | Chậm gửi báo cáo             | 1           | Không quá 2 ngày: 1; trên 2 ngày: 0,25
  2   | LĨNH VỰC THỂ CHẾ             | 2           |
  2.1 | Rà soát văn bản              | 2           |`;

/** Types numbers and scores into a form, as in Excel; «F:1.2» is the column of numbers from which the points follow. */
const FILL_DATA = `
import openpyxl, sys, json
book = openpyxl.load_workbook(sys.argv[1])
sheet = book['Tự chấm']
head = next(row for row in sheet.iter_rows() if row[0].value == 'TT')
column = {str(cell.value): cell.column for cell in head if cell.value}
for row in sheet.iter_rows():
    for kind, scores in json.loads(sys.argv[2]).items():
        if str(row[0].value) in scores: sheet.cell(row[0].row, column[kind]).value = scores[str(row[0].value)]
book.save(sys.argv[1])
`;
const READ_ALL = `
import openpyxl, sys, json
sheet = openpyxl.load_workbook(sys.argv[1], data_only=True)['Tự chấm']
said = {}
for row in sheet.iter_rows():
    if row[1].value: said[str(row[0].value or row[1].value)] = [row[3].value, row[7].value if len(row) > 7 else None]
print(json.dumps(said))
`;

describeWith(['libreoffice', 'openpyxl', 'packageChecker'], 'a set with scales', () => {
  test('points follow from the number, a score typed over them stays, and what is unknown is no 0', async () => {
    const set = await folder.workbook('bộ.xlsx', { 'Bộ tiêu chí': SCALED_SET });
    const { code } = await cli('tao-mau', set, '--danh-sach', list(['Xã Hòa Bình', 'Xã Kim Sơn']), '--cot', 'tu-cham');
    expect(code).toBe(0);
    const made = folder.path('bộ (mẫu tự chấm)');
    const table = join(made, 'Bảng tổng hợp.xlsx');
    const [first = '', second = ''] = ['Hòa Bình', 'Kim Sơn'].map((name) => join(made, `Tự chấm - Xã ${name}.xlsx`));
    expect(checkPackage(first)).toBe('package valid');
    const [data, own] = ['Số liệu để tính điểm theo thang', 'Điểm tự chấm'];
    const typed = [
      { [data]: { '1.2': 94.99, '1.3': 60, '1.4': 3 }, [own]: { '1.1': 1, '2.1': 'KĐG' } },
      { [data]: { '1.2': 95, '1.3': 30, '1.4': 2 }, [own]: { '1.1': 0.5, '1.2': 2, '2.1': 1 } },
    ];
    [first, second].forEach((file, at) => spawnSync(PYTHON, ['-c', FILL_DATA, file, JSON.stringify(typed[at])]));
    spawnSync('soffice', [
      '--headless',
      `-env:UserInstallation=file://${folder.path('profile')}`,
      ...['--convert-to', 'xlsx', '--outdir', folder.path('lo'), first, second],
    ]);
    const [one, other] = ['Hòa Bình', 'Kim Sơn'].map(
      (name) =>
        JSON.parse(
          spawnSync(PYTHON, ['-c', READ_ALL, folder.path(`lo/Tự chấm - Xã ${name}.xlsx`)], { encoding: 'utf8' }).stdout,
        ) as Record<string, [unknown, unknown]>,
    );
    // By hand: 1 + 1,5 + 1,5 + 0,25 of 6.
    expect([one?.['1.2'], one?.['1.3'], one?.['1.4'], one?.['Tổng điểm']?.[0]]).toEqual([
      [1.5, null],
      [1.5, null],
      [0.25, null],
      4.25,
    ]);
    // 2 is typed where the scale gives 2,5; the scale has no entry for 30%.
    expect([other?.['1.2'], other?.['1.3']?.[0], other?.['1.4']?.[0], other?.['Tổng điểm']?.[0]]).toEqual([
      [2, expect.stringMatching(/^Điểm ghi tay; theo thang điểm: 2[.,]5$/)],
      null,
      1,
      null,
    ]);
    const { out: read } = await cli('doc', made, '--json');
    const { files } = JSON.parse(read) as {
      files: { sheets: { reading: { blocks: { columns: { sure: string; role: string | null }[] }[] } }[] }[];
    };
    const columns = files.flatMap(({ sheets }) =>
      sheets.flatMap(({ reading }) => reading.blocks.flatMap((block) => block.columns)),
    );
    expect(columns.filter(({ sure }) => sure !== 'sure')).toEqual([]);
    await cli('tong-hop', folder.path('lo'), '--into', table);
    const { out } = await cli('kiem-tra', join(made, 'Bảng tổng hợp (đã tổng hợp).xlsx'), '--json');
    const { files: tables } = JSON.parse(out) as {
      files: { sheets: { units: { name: string; index: number | null; undetermined: boolean }[] }[] }[];
    };
    expect(tables[0]?.sheets[0]?.units.map(({ index, undetermined }) => [index, undetermined])).toEqual([
      [70.83, false],
      [null, true],
    ]);
  }, 120_000);
});

function list(names: readonly string[]): string {
  const path = folder.path('đơn vị.txt');
  writeFileSync(path, names.join('\n'));
  return path;
}

describe('points beside the set', () => {
  const SIDES = `
  BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2025
  STT | Tiêu chí        | Điểm tối đa | Xã Hòa Bình | Xã Kim Sơn
  1   | LĨNH VỰC        | 10          |             |
  1.1 | Kế hoạch        | 4           |             |
  1.2 | Báo cáo         | 6           |             |
      | Tổng điểm       | 10          |             |`;
  const typed = (book: string, points: Readonly<Record<string, number | null>>): string[] => {
    const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', FILL_BY_NAME, book, JSON.stringify(points)], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    return JSON.parse(stdout) as string[];
  };

  describeWith(['libreoffice', 'openpyxl'], 'filled in', () => {
    test.each([
      // 3 + 5 of 10, 3 of at most 2 added, 0,5 deducted.
      ['a cap', () => '', { 'Điểm thưởng (tối đa 2 điểm)': 3, 'Điểm trừ': 0.5 }, 95],
      ['no cap', () => '', { 'Điểm cộng': 1.5, 'Điểm phạt': 0.25 }, 92.5],
      [
        'lines below a heading',
        (line: number) => (line === 0 ? 'B' : `'${String(line)}'`),
        { 'Điểm thưởng (tối đa 2 điểm)': null, 'Có sáng kiến': 1.5, 'Có mô hình': 1 },
        100,
      ],
    ])('%s: the form has the lines, and their points go to the table', async (_what, code, points, index) => {
      const labels = Object.keys(points);
      const lines = labels.map((label, line) => `\n${code(line)} | ${label} | | |`).join('');
      const into = await folder.workbook('bảng.xlsx', { 'Bảng tổng hợp': `${SIDES}${lines}` });
      await cli('tao-mau', into);
      const form = join(folder.path('bảng (mẫu tự chấm)'), 'Tự chấm - Xã Kim Sơn.xlsx');
      const names = typed(form, { 'Kế hoạch': 3, 'Báo cáo': 5, ...points });
      expect(names.filter((name) => name in points)).toEqual(labels);
      convert([form], { to: 'xlsx', into: folder.path('lo') });
      const recalculated = join(folder.path('lo'), 'Tự chấm - Xã Kim Sơn.xlsx');
      const { stdout } = spawnSync(PYTHON, ['-c', READ, recalculated], { encoding: 'utf8' });
      expect(JSON.parse(stdout)).toMatchObject({ 'Chỉ số CCHC (%)': index });
      const alone = JSON.parse((await cli('kiem-tra', form, '--json')).out) as Checked;
      expect(alone.files[0]?.sheets[0]?.units[0]?.index).toBe(index);
      await cli('tong-hop', form, '--into', into);
      const all = JSON.parse((await cli('kiem-tra', folder.path('bảng (đã tổng hợp).xlsx'), '--json')).out) as Checked;
      expect(all.files[0]?.sheets[0]?.units.map((unit) => unit.index)).toEqual([null, index]);
    });
  });
});

interface Checked {
  readonly files: readonly {
    readonly sheets: readonly { readonly units: readonly { readonly index: number | null }[] }[];
  }[];
}

/** Types points beside names; prints the names of all lines. */
const FILL_BY_NAME = `
import openpyxl, sys, json
book = openpyxl.load_workbook(sys.argv[1])
sheet = book['Tự chấm']
for row in sheet.iter_rows():
    for words, points in json.loads(sys.argv[2]).items():
        if words == str(row[1].value): row[3].value = points
print(json.dumps([str(row[1].value) for row in sheet.iter_rows()]))
book.save(sys.argv[1])
`;
