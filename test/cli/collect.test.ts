/** `cchc tong-hop`: collects a folder of files from units into the one table, on the disk. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { cli, cliFolder, type CliFolder } from '../kit/programs/cli';
import { workbookOf } from '../kit/files/workbook-of';
import { convert } from '../kit/programs/libreoffice';
import { describeWith } from '../kit/programs/programs';
import { provinceOf } from '../kit/province';

let folder: CliFolder;
beforeEach(() => {
  folder = cliFolder();
});
afterEach(() => folder.remove());

interface Result {
  readonly into: string;
  readonly written: string | null;
  readonly files: { readonly file: string; readonly problems: string[] }[];
  readonly units: {
    readonly unit: string;
    readonly files: string[];
    readonly settled: number;
    readonly open: number;
  }[];
  readonly cells: {
    readonly at: string | null;
    readonly state: string;
    readonly offers: { readonly value: unknown; readonly file: string }[];
  }[];
}

async function province(): Promise<{ readonly into: string; readonly scored: number }> {
  const { into, communes, items } = provinceOf(11, 6, { areas: 2, share: 0 });
  writeFileSync(folder.path('bảng.xlsx'), await workbookOf([into]));
  for (const { files } of communes)
    for (const { file, sheets } of files) writeFileSync(folder.path(file), await workbookOf(sheets));
  return { into: folder.path('bảng.xlsx'), scored: items.length * communes.length };
}

const collect = async (into: string, ...words: string[]) => {
  const { code, out, err } = await cli('tong-hop', folder.path(''), '--into', into, '--json', ...words);
  return { code, err, result: JSON.parse(out) as Result };
};

test('a folder goes into a copy of the table; collected again, nothing changes', async () => {
  const { into, scored } = await province();
  const before = readFileSync(into);
  const { code, result } = await collect(into);
  expect(code).toBe(0);
  expect(basename(result.written ?? '')).toBe('bảng (đã tổng hợp).xlsx');
  expect(result.cells.filter(({ state, at }) => state === 'written' && at !== null).length).toBe(scored);
  expect(readFileSync(into)).toEqual(before);
  const again = await collect(result.written ?? '');
  expect(again.result.written).toBeNull();
  expect(again.result.cells.every(({ state }) => state === 'present')).toBe(true);
});

describeWith(['libreoffice'], 'files of other forms', () => {
  test('old Excel, LibreOffice and text are collected like .xlsx', async () => {
    const { into, scored } = await province();
    const { communes } = provinceOf(11, 6, { areas: 2, share: 0 });
    communes.forEach(({ files: [sent] }, position) => {
      const form = ['xls', 'ods', 'csv:Text - txt - csv (StarCalc):44,34,76,1'][position];
      if (!sent || form === undefined) return;
      const source = folder.path(sent.file);
      convert([source], { to: form, into: folder.path('') });
      rmSync(source);
    });
    const { code, result } = await collect(into);
    expect(result.files.map(({ file }) => file.replace(/^.*\./, '')).sort()).toEqual([
      'csv',
      'ods',
      'xls',
      'xlsx',
      'xlsx',
      'xlsx',
    ]);
    expect(code).toBe(0);
    expect(result.cells.filter(({ state, at }) => state === 'written' && at !== null).length).toBe(scored);
  }, 120_000);
});

test('what is sent otherwise later replaces what was collected, and nothing that the officer typed', async () => {
  const { into } = await province();
  const first = await collect(into);
  const { communes } = provinceOf(11, 6, { areas: 2, share: 0 });
  const [file] = communes[0]?.files ?? [];
  const [sheet] = file?.sheets ?? [];
  if (!file || !sheet) throw new Error('no file');
  // Gives the first scored item of the first commune another score that fits.
  const row = sheet.values.findIndex((cells) => cells?.[0] === '1.1.1');
  const score = sheet.values[row]?.[3];
  const values = sheet.values.map((cells, at) =>
    at === row ? cells?.map((value, column) => (column === 3 ? (score === 0 ? 0.25 : 0) : value)) : cells,
  );
  writeFileSync(folder.path(file.file), await workbookOf([{ ...sheet, values }]));
  const { result, code } = await collect(first.result.written ?? '');
  expect(code).toBe(0);
  expect(
    result.cells.filter(({ state }) => state !== 'present').map(({ state, offers }) => [state, offers.length]),
  ).toEqual([['updated', 1]]);
  const third = await collect(result.written ?? '');
  expect(third.result.written).toBeNull();
});

test('a review writes nothing; a choice says whose value a cell takes', async () => {
  const { into } = await province();
  const { communes } = provinceOf(11, 6, { areas: 2, share: 0 });
  const [file] = communes[0]?.files ?? [];
  const [sheet] = file?.sheets ?? [];
  if (!file || !sheet) throw new Error('no file');
  const row = sheet.values.findIndex((cells) => cells?.[0] === '1.1.1');
  const again = sheet.values[row]?.[3] === 0 ? 0.25 : 0;
  const values = sheet.values.map((cells, at) =>
    at === row ? cells?.map((value, column) => (column === 3 ? again : value)) : cells,
  );
  writeFileSync(folder.path('bản sửa.xlsx'), await workbookOf([{ ...sheet, values }]));
  const review = await collect(into, '--xem');
  expect([review.code, review.result.written]).toEqual([1, null]);
  const open = review.result.cells.filter(({ state }) => state === 'conflicting');
  expect(open.map(({ offers }) => offers.map((each) => each.file).sort())).toEqual([
    [file.file, 'bản sửa.xlsx'].sort(),
  ]);
  expect(existsSync(folder.path('bảng (đã tổng hợp).xlsx'))).toBe(false);
  const cell = open[0]?.at ?? '';
  const { result, code } = await collect(into, '--chon', `${cell}=bản sửa.xlsx`);
  expect([code, result.cells.find(({ at }) => at === cell)]).toMatchObject([
    0,
    { state: 'chosen', offers: [{ value: again }, {}] },
  ]);
  const wrong = await cli('tong-hop', folder.path(''), '--into', into, '--chon', 'A1=bang');
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('Ô «A1» không có gì để chọn')]);
});

test('a file that is no workbook is one line of the report and stops nobody', async () => {
  const { into } = await province();
  writeFileSync(folder.path('hỏng.xlsx'), 'không phải tệp Excel');
  copyFileSync(into, folder.path('bảng khác.xlsx'));
  const { code, out } = await cli('tong-hop', folder.path(''), '--into', into);
  expect(code).toBe(2);
  expect(out).toContain('6/6 đơn vị đã gửi');
  expect(out).toMatch(/hỏng\.xlsx: .*không phải/);
  expect(existsSync(folder.path('bảng (đã tổng hợp).xlsx'))).toBe(true);
});

test('a named path that is not there, and files of which none can be read: it could not run', async () => {
  const { into } = await province();
  const absent = await cli('tong-hop', folder.path('không có'), '--into', into);
  expect([absent.code, absent.out]).toEqual([2, expect.stringContaining('Không tìm thấy')]);
  mkdirSync(folder.path('toàn hỏng'));
  writeFileSync(folder.path('toàn hỏng/Xã A.xlsx'), 'không phải tệp Excel');
  const damaged = await cli('tong-hop', folder.path('toàn hỏng'), '--into', into);
  expect([damaged.code, damaged.out]).toEqual([2, expect.stringMatching(/Xã A\.xlsx: .*không phải/)]);
  const some = await cli('tong-hop', folder.path(''), folder.path('không có'), '--into', into);
  expect(some.code).toBe(2);
});

test.each([
  [['tong-hop', 'x'], '«--into»'],
  [['tong-hop', 'x', '--into', 'y', '--la', 'A'], '«A» không như vậy'],
  [['tinh', 'x', '--into', 'y'], 'Lệnh «tinh» không có tùy chọn «--into»'],
])('%j is refused in one sentence', async (words, said) => {
  const { code, err } = await cli(...words);
  expect(code).toBe(2);
  expect(err).toContain(said);
});

test('without the table nothing is written and the reason is one sentence', async () => {
  const { code, err } = await cli('tong-hop', folder.path(''), '--into', folder.path('không có.xlsx'));
  expect(code).toBe(2);
  expect(err).toMatch(/CCHC921 · Không tìm thấy/);
});
