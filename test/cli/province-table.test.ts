/** `cchc tao-mau SET --danh-sach UNITS`: the blank table of a province, and the whole way from it to the index. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cliFolder, type CliFolder } from '../kit/programs/cli';
import { convert } from '../kit/programs/libreoffice';
import { PYTHON, checkPackage, describeWith } from '../kit/programs/programs';
import { textOfPart } from '../kit/files/small-workbook';
import { open } from '../kit/files/workbook-of';

let folder: CliFolder;
beforeEach(() => {
  folder = cliFolder();
});
afterEach(() => folder.remove());

const SET = `
  BỘ TIÊU CHÍ XÁC ĐỊNH CHỈ SỐ CCHC CẤP XÃ NĂM 2026
  TT    | Tiêu chí                     | Điểm tối đa | Bước điểm | Phương pháp chấm điểm | Áp dụng đối với
  1     | LĨNH VỰC CHỈ ĐẠO             | 3           |           |                       |
  1.1   | Kế hoạch cải cách hành chính | 1           | 0.25      |                       |
  1.2   | Báo cáo định kỳ              | 2           |           | ≥ 95 %: 2; từ 80 % đến dưới 95 %: 1,5; dưới 80 %: 0 |
  2     | LĨNH VỰC THỂ CHẾ             | 5           |           |                       |
  2.1   | Rà soát văn bản              | 2.5         |           |                       |
  2.1.1 | Ban hành kế hoạch rà soát    | 1           | 0.25      |                       |
  2.1.2 | Báo cáo kết quả rà soát      | 1.5         | 0.25      |                       |
  2.2   | Quản lý chợ trên địa bàn     | 2.5         |           |                       | Khối xã
        | Tổng cộng                    | 8           |           |                       |`;
const UNITS = `Xã Hòa Bình; Khối xã
Xã Kim Sơn; Khối xã
Phường Trần Phú; Khối phường
`;

const OUTSIDE = `${SET}
  3     | ĐIỂM THƯỞNG                  | 1           |           |                       |
  3.1   | Có sáng kiến được công nhận  | 1           |           |                       |
  3.2   | Được khen thưởng             | 0.5         |           |                       |
  4     | ĐIỂM TRỪ                     |             |           |                       |
  4.1   | Chậm gửi báo cáo: trừ 0,25 điểm mỗi lần |  |           |                       |`;

const made = (...options: string[]): Promise<string> => madeOf(SET, ...options);

async function madeOf(table: string, ...options: string[]): Promise<string> {
  const set = await folder.workbook('bộ 2026.xlsx', { 'Bộ tiêu chí': table });
  const { code, out } = await cli('tao-mau', set, '--danh-sach', folder.text('đơn vị.txt', UNITS), ...options);
  expect([code, out]).toEqual([0, expect.stringContaining('4 mẫu')]);
  return folder.path('bộ 2026 (mẫu tự chấm)');
}

type Read = { readonly units: string[]; readonly year: number; readonly reading: { readonly blocks: Block[] } };
interface Block {
  readonly columns: readonly { readonly sure: string }[];
}

async function readSheets(path: string): Promise<readonly Read[]> {
  const { out } = await cli('doc', path, '--json');
  return (JSON.parse(out) as { files: { sheets: Read[] }[] }).files[0]?.sheets ?? [];
}

const TABLE = 'Bảng tổng hợp.xlsx';

test('the blank table has every unit, and the form of each, with its hidden set', async () => {
  const at = await made();
  expect(readdirSync(at).sort()).toEqual([
    TABLE,
    'Tự chấm - Phường Trần Phú.xlsx',
    'Tự chấm - Xã Hòa Bình.xlsx',
    'Tự chấm - Xã Kim Sơn.xlsx',
  ]);
  const { sheets } = open(readFileSync(join(at, TABLE))).book;
  expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['Bảng tổng hợp', 'visible'],
    ['Mẫu', 'hidden'],
    ['Bộ tiêu chí của mẫu', 'hidden'],
  ]);
  expect(sheets[1]?.grid().values.map((row) => row?.[1])).toEqual([
    'bảng tổng hợp của 3 đơn vị',
    'năm 2026',
    'bộ 2026',
    '5 tiêu chí chấm điểm, 8 điểm',
  ]);
});

test('what may be typed is laid down by maximum, step or list; what is not for a khối says so', async () => {
  const at = await made();
  const bytes = readFileSync(join(at, TABLE));
  const xml = textOfPart(bytes, 'xl/worksheets/sheet1.xml');
  expect(xml.match(/<dataValidation type="\w+"/g)?.sort()).toEqual([
    '<dataValidation type="custom"',
    '<dataValidation type="custom"',
    '<dataValidation type="custom"',
    '<dataValidation type="list"',
  ]);
  expect(xml).toContain('Chọn một trong các mức 0; 1,5; 2;');
  expect(xml).toContain('chẵn 0,25 điểm');
  const grid = open(bytes).book.sheets[0]?.grid();
  const row = grid?.values.find((cells) => cells?.[0] === '2.2');
  // Both rounds of the ward, and none of a commune.
  expect(row?.flatMap((cell, column) => (cell === 'KĐG' ? [column] : []))).toEqual([17, 18]);
});

test.each([
  ['cot', 1],
  ['dong', 1],
  // The sheets are parts of one table.
  ['trang', 1],
])('a blank table «%s» reads back without a question', async (layout, count) => {
  const at = await made('--bo-cuc', layout);
  const sheets = await readSheets(join(at, TABLE));
  expect(sheets).toHaveLength(count);
  expect(sheets.map(({ units, year }) => [units, year])).toEqual([
    [['Xã Hòa Bình', 'Xã Kim Sơn', 'Phường Trần Phú'], 2026],
  ]);
  const columns = sheets.flatMap(({ reading }) => reading.blocks.flatMap((block) => block.columns));
  expect(new Set(columns.map(({ sure }) => sure))).toEqual(new Set(['sure']));
});

test('units may be listed in a sheet, with their khối in a column or as headings', async () => {
  const set = await folder.workbook('bộ.xlsx', { 'Bộ tiêu chí': SET });
  const lists = {
    'cột.xlsx': `
      DANH SÁCH ĐƠN VỊ
      STT | Tên đơn vị      | Khối
      1   | Xã Hòa Bình     | Khối xã
      2   | Phường Trần Phú | Khối phường
          | Tổng: 2 đơn vị  |`,
    'dòng.xlsx': `
      STT | Đơn vị
      I   | Khối xã
      1   | Xã Hòa Bình
      II  | Khối phường
      2   | Phường Trần Phú`,
  };
  for (const [name, list] of Object.entries(lists)) {
    const out = folder.path(`out ${name}`);
    await cli('tao-mau', set, '--danh-sach', await folder.workbook(name, { 'Đơn vị': list }), '--out', out);
    const { out: json } = await cli('kiem-tra', join(out, 'bộ', TABLE), '--json');
    const { files } = JSON.parse(json) as { files: { sheets: { units: { name: string; group: string }[] }[] }[] };
    expect(files[0]?.sheets[0]?.units.map((unit) => [unit.name, unit.group])).toEqual([
      ['Xã Hòa Bình', 'Khối xã'],
      ['Phường Trần Phú', 'Khối phường'],
    ]);
  }
});

test('what cannot be made is said in one sentence', async () => {
  const set = await folder.workbook('bộ.xlsx', { 'Bộ tiêu chí': SET });
  const list = folder.text('đơn vị.txt', UNITS);
  const refused = async (...words: string[]): Promise<unknown> => {
    const { code, err } = await cli('tao-mau', set, ...words);
    return [code, err];
  };
  expect(await refused('--bo-cuc', 'cot')).toEqual([2, expect.stringContaining('đi cùng «--danh-sach»')]);
  expect(await refused('--danh-sach', list, '--bo-cuc', 'chéo')).toEqual([2, expect.stringContaining('cot, trang')]);
  expect(await refused('--danh-sach', list, '--cot', 'nguyen-nhan')).toEqual([2, expect.stringContaining('cột điểm')]);
  expect(await refused('--danh-sach', list, '--cot', 'diem')).toEqual([2, expect.stringContaining('tu-cham')]);
  expect(await refused('--danh-sach', folder.text('trống.txt', '\n'))).toEqual([2, expect.stringContaining('tên đơn')]);
  expect(await refused('--danh-sach', list, '--don-vi', 'Xã Lạ')).toEqual([2, expect.stringContaining('«Xã Lạ»')]);
});

/** Types scores into the first open column after the maxima, or into each unit's appraised column, as in Excel. */
const FILL = `
import openpyxl, sys, json
book = openpyxl.load_workbook(sys.argv[1])
sheet = book[sys.argv[2]]
scores = json.loads(sys.argv[3])
for row in sheet.iter_rows():
    for column, value in scores.get(str(row[0].value), {}).items():
        cell = row[int(column)]
        assert not cell.protection.locked, cell.coordinate
        cell.value = value
book.save(sys.argv[1])
`;
const READ = `
import openpyxl, sys, json
sheet = openpyxl.load_workbook(sys.argv[1], data_only=True)[sys.argv[2]]
print(json.dumps({str(row[1].value): [cell.value for cell in row] for row in sheet.iter_rows() if row[1].value}))
`;

/**
 * Types into a table of units across, per item: the self-score, then the appraisal's number (item 1.2) or points, then
 * any further appraised points.
 */
const FILL_TABLE = `
import openpyxl, sys, json
book = openpyxl.load_workbook(sys.argv[1])
for sheet in book:
    if sheet.sheet_state != 'visible' or 'số liệu' in sheet.title: continue
    labels = next((row for row in sheet.iter_rows() if any(cell.value == 'Tự chấm' for cell in row)), None)
    if not labels: continue
    units = sheet[labels[0].row - 1]
    for name, scores in json.loads(sys.argv[2]).items():
        first = next(cell.column for cell in units if cell.value == name)
        column = {}
        for cell in labels[first - 1:]: column.setdefault(str(cell.value), cell.column)
        for row in sheet.iter_rows():
            code = str(row[0].value)
            if code not in scores: continue
            own, other, *typed = scores[code]
            column_of = 'Số liệu để tính điểm theo thang' if code == '1.2' else 'Thẩm định'
            for label, value in [('Tự chấm', own), (column_of, other), *[('Thẩm định', each) for each in typed]]:
                cell = row[column[label] - 1]
                assert not cell.protection.locked, cell.coordinate
                cell.value = value
book.save(sys.argv[1])
`;
const READ_TABLE = `
import openpyxl, sys, json
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
scores, indices = {}, {}
for sheet in book:
    if sheet.sheet_state != 'visible' or 'số liệu' in sheet.title: continue
    if sheet.title == 'Kết quả':
        for row in sheet.iter_rows(values_only=True):
            if isinstance(row[0], (int, float)): indices[row[1]] = row[5]
        continue
    labels = next((row for row in sheet.iter_rows() if any(cell.value == 'Tự chấm' for cell in row)), None)
    if not labels: continue
    for cell in labels:
        if cell.value != 'Tự chấm': continue
        unit = sheet.cell(cell.row - 1, cell.column).value
        beside = labels[cell.column:cell.column + 7]
        check = next((each.column for each in beside if str(each.value).startswith("Đối")), None)
        for row in sheet.iter_rows(min_row=cell.row):
            said = [row[cell.column - 1].value, row[cell.column].value, row[check - 1].value if check else None]
            scores.setdefault(unit, {})[str(row[0].value or row[1].value)] = said
            if str(row[1].value).startswith('Chỉ số'): indices.setdefault(unit, said[1])
print(json.dumps({'scores': scores, 'indices': indices}))
`;

type Typed = Readonly<Record<string, Readonly<Record<number, number | string>>>>;
const fill = (file: string, sheet: string, scores: Typed): void => {
  expect(spawnSync(PYTHON, ['-c', FILL, file, sheet, JSON.stringify(scores)], { encoding: 'utf8' }).stderr).toBe('');
};
const read = (file: string, sheet: string): Record<string, (number | string | null)[]> =>
  JSON.parse(spawnSync(PYTHON, ['-c', READ, file, sheet], { encoding: 'utf8' }).stdout) as Record<
    string,
    (number | string | null)[]
  >;
type Cells = Readonly<Record<string, readonly (number | string)[]>>;
function python(script: string, ...words: string[]): string {
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', script, ...words], { encoding: 'utf8' });
  return stdout + stderr;
}
const valuesIn = (path: string): unknown =>
  open(readFileSync(path)).book.sheets.map((sheet) => [sheet.name, sheet.grid().values, [...sheet.grid().formulas]]);
const recalculate = (files: readonly string[], into: string): void => convert(files, { to: 'xlsx', into });

const names = ['Xã Hòa Bình', 'Xã Kim Sơn', 'Phường Trần Phú'];

describeWith(['libreoffice', 'openpyxl', 'packageChecker'], 'filled in', () => {
  test('forms, collected, appraised and computed, give the index that LibreOffice finds in the sheets', async () => {
    const at = await made();
    const table = join(at, TABLE);
    for (const name of readdirSync(at)) expect(checkPackage(join(at, name))).toBe('package valid');
    const self = [
      { '1.1': 0.75, '1.2': 2, '2.1.1': 1, '2.1.2': 0.25, '2.2': 'KĐG' },
      { '1.1': 1, '1.2': 1.5, '2.1.1': 0.5, '2.1.2': 1.5, '2.2': 2.5 },
      { '1.1': 1, '1.2': 2, '2.1.1': 1, '2.1.2': 1, '2.2': 'KĐG' },
    ];
    const forms = names.map((name) => join(at, `Tự chấm - ${name}.xlsx`));
    forms.forEach((file, unit) => {
      const scores = Object.entries(self[unit] ?? {}).map(([code, value]) => [code, { 3: value }] as const);
      fill(file, 'Tự chấm', Object.fromEntries(scores));
    });
    recalculate(forms, folder.path('gửi'));
    const collected = await cli('tong-hop', folder.path('gửi'), '--into', table);
    expect([collected.code, collected.err]).toEqual([0, '']);
    // The council types its own points into the collected table.
    const appraised = {
      '1.1': { 4: 0.5, 11: 1, 18: 1 },
      '1.2': { 4: 1.5, 11: 1.5, 18: 2 },
      '2.1.1': { 4: 1, 11: 0.5, 18: 0.75 },
      '2.1.2': { 4: 0.25, 11: 1.25, 18: 1 },
      '2.2': { 4: 'KĐG', 11: 2, 18: 'KĐG' },
    };
    const into = join(at, 'Bảng tổng hợp (đã tổng hợp).xlsx');
    fill(into, 'Bảng tổng hợp', appraised);
    recalculate([into], folder.path('tính'));
    const done = folder.path('tính/Bảng tổng hợp (đã tổng hợp).xlsx');
    const cells = read(done, 'Bảng tổng hợp')['Chỉ số CCHC (%)'] ?? [];
    // By hand: self 4/5,5 · 7/8 · 5/5,5; appraised 3,25/5,5 · 6,25/8 · 4,75/5,5.
    expect([3, 10, 17].map((column) => cells[column])).toEqual([72.73, 87.5, 90.91]);
    expect([4, 11, 18].map((column) => cells[column])).toEqual([59.09, 78.13, 86.36]);
    const { out, code } = await cli('tinh', done, '--json', '--out', folder.path('xong'));
    const { files } = JSON.parse(out) as {
      files: { sheets: { units: { name: string; index: number }[]; diagnostics: { message: string }[] }[] }[];
    };
    expect(files[0]?.sheets[0]?.diagnostics.filter(({ message }) => !message.includes('nguyên nhân'))).toEqual([]);
    expect(code).toBe(0);
    expect(files[0]?.sheets[0]?.units.map(({ name, index }) => [name, index])).toEqual([
      ['Xã Hòa Bình', 59.09],
      ['Xã Kim Sơn', 78.13],
      ['Phường Trần Phú', 86.36],
    ]);
    const exported = await cli('xuat', done, '--loai', 'r1', '--out', folder.path('báo cáo'));
    expect([exported.code, exported.err]).toEqual([0, '']);
  }, 180_000);

  test.each(['cot', 'trang'])(
    'points beside the set count up to their caps, and are collected: %s',
    async (layout) => {
      const at = await madeOf(OUTSIDE, '--bo-cuc', layout);
      const table = join(at, TABLE);
      for (const name of readdirSync(at)) expect(checkPackage(join(at, name))).toBe('package valid');
      const whole = { '1.1': 1, '1.2': 2, '2.1.1': 1, '2.1.2': 1.5 };
      const self: readonly Readonly<Record<string, number>>[] = [
        { ...whole, '2.2': 2, '3.1': 1, '3.2': 0.5, '4.1': 0 },
        { ...whole, '2.2': 2, '3.1': 0, '3.2': 0.5, '4.1': 0.25 },
        whole,
      ];
      const forms = names.map((name) => join(at, `Tự chấm - ${name}.xlsx`));
      forms.forEach((file, unit) => {
        const scores = Object.entries(self[unit] ?? {}).map(([code, value]) => [code, { 3: value }] as const);
        fill(file, 'Tự chấm', Object.fromEntries(scores));
      });
      recalculate(forms, folder.path('gửi'));
      // By hand: (7,5 + 1)/8, 1,5 of bonus being cut to 1 · (7,5 + 0,5 − 0,25)/8 · open, one score being blank.
      const own = names.map(
        (name) => read(folder.path(`gửi/Tự chấm - ${name}.xlsx`), 'Tự chấm')['Chỉ số CCHC (%)']?.[3],
      );
      expect(own.slice(0, 2)).toEqual([106.25, 96.88]);
      const collected = await cli('tong-hop', folder.path('gửi'), '--into', table, '--json');
      const { cells } = JSON.parse(collected.out) as { cells: { unit: string; name: string; state: string }[] };
      expect(cells.filter(({ name }) => /sáng kiến|khen|Chậm/.test(name)).map(({ state }) => state)).toEqual(
        Array.from({ length: 6 }, () => 'written'),
      );
      const into = join(at, 'Bảng tổng hợp (đã tổng hợp).xlsx');
      const typed: Readonly<Record<string, Cells>> = {
        'Xã Hòa Bình': {
          '1.1': [1, 1],
          '1.2': [2, 95],
          '2.1.1': [1, 1],
          '2.1.2': [1.5, 1.5],
          '2.2': [2, 2],
          '3.1': [1, 1],
          '3.2': [0.5, 0.5],
          '4.1': [0, 0],
        },
        'Xã Kim Sơn': {
          '1.1': [1, 1],
          '1.2': [2, 95],
          '2.1.1': [1, 1],
          '2.1.2': [1.5, 1.5],
          '2.2': [2, 0],
          '3.1': [0, 0],
          '3.2': [0.5, 0.5],
          '4.1': [0.25, 0.75],
        },
        'Phường Trần Phú': { '1.1': [1, 1], '1.2': [2, 95], '2.1.1': [1, 1], '2.1.2': [1.5, 1.5] },
      };
      expect(python(FILL_TABLE, into, JSON.stringify(typed))).toBe('');
      recalculate([into], folder.path('lo'));
      const filled = folder.path('lo/Bảng tổng hợp (đã tổng hợp).xlsx');
      const { indices } = JSON.parse(python(READ_TABLE, filled)) as { indices: Record<string, number> };
      // By hand: (7,5 + 1)/8 · (5,5 + 0,5 − 0,75)/8 · 5,5/5,5.
      const byHand = { 'Xã Hòa Bình': 106.25, 'Xã Kim Sơn': 65.63, 'Phường Trần Phú': 100 };
      expect(indices).toEqual(byHand);
      const { out } = await cli('tinh', filled, '--json', '--out', folder.path('1'));
      const { files } = JSON.parse(out) as {
        files: { sheets: { units: { name: string; index: number }[]; diagnostics: { message: string }[] }[] }[];
      };
      expect(files[0]?.sheets[0]?.units.map(({ name, index }) => [name, index])).toEqual(Object.entries(byHand));
      const messages = files[0]?.sheets[0]?.diagnostics.map(({ message }) => message) ?? [];
      expect(messages.filter((message) => !message.includes('nguyên nhân'))).toEqual([
        expect.stringContaining('tối đa 1 điểm'),
      ]);
    },
    120_000,
  );

  test.each([
    ['cot', ['Bảng tổng hợp']],
    ['trang', ['Lĩnh vực 1', 'Lĩnh vực 2']],
  ])(
    'in a table «%s», numbers give the points, a score typed over them is said, and a second run changes nothing',
    async (layout, sheets) => {
      const table = join(await made('--bo-cuc', layout), TABLE);
      const typed: Readonly<Record<string, Cells>> = {
        'Xã Hòa Bình': {
          '1.1': [1, 0.5],
          '1.2': [2, 94.99],
          '2.1.1': [1, 1],
          '2.1.2': [1.5, 0.25],
          '2.2': ['KĐG', 'KĐG'],
        },
        'Xã Kim Sơn': { '1.1': [1, 1], '1.2': [2, 95, 1.5], '2.1.1': [1, 0.5], '2.1.2': [1, 1.25], '2.2': [2, 2] },
        'Phường Trần Phú': { '1.1': [1, 1], '1.2': [0, 79.9], '2.1.1': [1, 0.75], '2.1.2': [1, 1] },
      };
      expect(python(FILL_TABLE, table, JSON.stringify(typed))).toBe('');
      expect(checkPackage(table)).toBe('package valid');
      recalculate([table], folder.path('lo'));
      const filled = folder.path(`lo/${TABLE}`);
      const { scores, indices } = JSON.parse(python(READ_TABLE, filled)) as {
        scores: Record<string, Record<string, (number | string | null)[]>>;
        indices: Record<string, number>;
      };
      expect(names.map((name) => scores[name]?.['1.2'])).toEqual([
        [2, 1.5, null],
        [2, 1.5, 'Điểm ghi tay; theo thang điểm: 2'],
        [0, 0, null],
      ]);
      // By hand: 3,25/5,5 · 6,25/8 · 2,75/5,5.
      const byHand = { 'Xã Hòa Bình': 59.09, 'Xã Kim Sơn': 78.13, 'Phường Trần Phú': 50 };
      expect(indices).toEqual(byHand);
      for (const [at, source] of [filled, folder.path(`1/${TABLE}`)].entries()) {
        const { out, code } = await cli('tinh', source, '--json', '--out', folder.path(String(at + 1)));
        expect(code).toBe(0);
        const { files } = JSON.parse(out) as { files: { sheets: { units: { name: string; index: number }[] }[] }[] };
        expect(files[0]?.sheets[0]?.units.map(({ name, index }) => [name, index])).toEqual(Object.entries(byHand));
      }
      const [once, twice] = [1, 2].map((run) => valuesIn(folder.path(`${String(run)}/${TABLE}`)));
      expect(twice).toEqual(once);
      recalculate([folder.path(`1/${TABLE}`)], folder.path('lại'));
      const again = JSON.parse(python(READ_TABLE, folder.path(`lại/${TABLE}`))) as { indices: Record<string, number> };
      expect(again.indices).toEqual(byHand);
      expect((await readSheets(folder.path(`1/${TABLE}`)))[0]?.reading.blocks).toHaveLength(sheets.length);
    },
    180_000,
  );
});
