/**
 * The exit code of every command on good, faulty, unreadable and absent files and on folders of them: 0 nothing to
 * mend, 1 something in a sheet to mend, 2 something could not be done. With `--json` standard output is one object.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { cli, cliFolder, type CliFolder } from '../kit/programs/cli';

const SET = `TT | Nội dung | Điểm tối đa
1 | Lĩnh vực | 10
1.1 | Kế hoạch | 4
1.2 | Báo cáo | 6`;
const rows = (...columns: readonly string[]): string =>
  SET.split('\n')
    .map((line, row) => [line, ...columns.map((cells) => cells.split(' / ')[row] ?? '')].join(' | '))
    .join('\n');
const sent = (unit: string): string => `Đơn vị: ${unit}\n${rows('Điểm tự chấm / 8 / 3 / 5')}`;
const good = rows('Xã A / 8 / 3 / 5', 'Xã B / 9 / 4 / 5');

const TABLES: Readonly<Record<string, string>> = {
  good,
  gap: good.replace('| 3 |', '| |'),
  sum: good.replace('| 8 |', '| 7 |'),
  note: 'Ghi chú',
  set: SET,
  'bad-set': SET.replace('| 4', '| 5'),
  blank: rows('Xã A / / / ', 'Xã B / / / '),
  units: 'TT | Đơn vị\n1 | Xã A\n2 | Xã B',
  a: sent('Xã A'),
  b: sent('Xã B'),
  c: sent('Xã C'),
};

const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'all-good': ['good'],
  'one-gap': ['gap', 'good'],
  'one-torn': ['gap', 'good', 'torn'],
  'one-note': ['good', 'note'],
  empty: [],
  sets: ['set'],
  'sets-bad': ['bad-set', 'set'],
  'sets-torn': ['set', 'torn'],
  sent: ['a', 'b'],
  'sent-one': ['a'],
  'sent-torn': ['a', 'b', 'torn'],
  'sent-c': ['a', 'b', 'c'],
  torn: ['torn'],
};

let folder: CliFolder;
beforeAll(async () => {
  folder = cliFolder();
  for (const [name, table] of Object.entries(TABLES)) await folder.workbook(`${name}.xlsx`, { Bảng: table });
  folder.text('torn.xlsx', 'no workbook');
  folder.text('torn.docx', 'no document');
  folder.text('units.txt', 'Xã A\nXã B\n');
  folder.text('empty.txt', '');
  writeFileSync(folder.path('cp1258.txt'), Buffer.from([0x58, 0xe3, 0x20, 0xd0]));
  for (const [name, files] of Object.entries(FOLDERS)) {
    mkdirSync(folder.path(name));
    for (const file of files) copyFileSync(folder.path(`${file}.xlsx`), folder.path(`${name}/${file}.xlsx`));
  }
});
afterAll(() => {
  folder.remove();
});

/** «@x» is a path in the folder. Results go to `out`, so that they are no input of another case. */
const run = (line: string, ...more: readonly string[]) =>
  cli(...line.split(' ').map((word) => (word.startsWith('@') ? folder.path(word.slice(1)) : word)), ...more);

/** The commands that assess a table. */
const ASSESSING = ['tinh', 'kiem-tra', 'xuat --loai r4', 'nang-xep-loai', 'nguyen-nhan', 'doc', 'tao-mau'];
const WRITING = new Set(['tinh', 'xuat --loai r4', 'nguyen-nhan', 'tao-mau']);

describe.each(ASSESSING)('%s', (command) => {
  const isForms = command === 'tao-mau';
  // A form is made from a table without scores too, but not from a sheet without units.
  test.each([
    [0, '@good.xlsx'],
    [0, '@sum.xlsx'],
    [isForms ? 0 : 1, '@gap.xlsx'],
    [isForms ? 2 : 1, '@note.xlsx'],
    [2, '@torn.xlsx'],
    [2, '@absent.xlsx'],
    [2, '@good.xlsx --sheet Khác'],
    [2, '@good.xlsx @absent.xlsx'],
    [0, '@all-good'],
    [isForms ? 0 : 1, '@one-gap'],
    [isForms ? 2 : 1, '@one-note'],
    [2, '@one-torn'],
    [2, '@empty'],
    [2, '@absent'],
  ])('%d: %s', async (code, what) => {
    const words = `${command} ${what}${WRITING.has(command) ? ' --out @out' : ''}`;
    const told = await run(words);
    const asJson = await run(words, '--json');
    expect([told.code, asJson.code]).toEqual([code, code]);
    expect(Object.keys(JSON.parse(asJson.out) as object)).toEqual(['files']);
  });
});

test.each([
  [0, 'bo-tieu-chi @set.xlsx'],
  [0, 'bo-tieu-chi @good.xlsx'],
  [1, 'bo-tieu-chi @bad-set.xlsx'],
  [2, 'bo-tieu-chi @note.xlsx'],
  [2, 'bo-tieu-chi @torn.xlsx'],
  [2, 'bo-tieu-chi @absent.xlsx'],
  [0, 'bo-tieu-chi @set.xlsx --sheet bảng'],
  [2, 'bo-tieu-chi @set.xlsx --sheet Khác'],
  [0, 'bo-tieu-chi @sets'],
  [1, 'bo-tieu-chi @sets-bad'],
  [2, 'bo-tieu-chi @sets-torn'],
  [2, 'bo-tieu-chi @empty'],
  [0, 'so-sanh-bo @set.xlsx @bad-set.xlsx --out @out'],
  [0, 'so-sanh-bo @set.xlsx @set.xlsx --out @out'],
  [2, 'so-sanh-bo @set.xlsx @note.xlsx --out @out'],
  [2, 'so-sanh-bo @torn.xlsx @set.xlsx --out @out'],
  [2, 'so-sanh-bo @set.xlsx @absent.xlsx --out @out'],
  [2, 'so-sanh-bo @set.xlsx @sets --out @out'],
  [2, 'so-sanh-bo @set.xlsx @set.xlsx --sheet Khác --out @out'],
  [0, 'tao-mau @set.xlsx --danh-sach @units.txt --out @out'],
  [0, 'tao-mau @set.xlsx --danh-sach @units.xlsx --out @out'],
  [2, 'tao-mau @note.xlsx --danh-sach @units.txt --out @out'],
  [2, 'tao-mau @sets-torn --danh-sach @units.txt --out @out'],
  [2, 'tao-mau @set.xlsx --danh-sach @units.txt --sheet Khác --out @out'],
  [2, 'tao-mau @set.xlsx --danh-sach @units.txt --don-vi Khác --out @out'],
  [2, 'tao-mau @set.xlsx --danh-sach @units.txt --cot khac --out @out'],
  [2, 'tao-mau @set.xlsx --danh-sach @absent.txt --out @out'],
  [2, 'tao-mau @set.xlsx --danh-sach @empty.txt --out @out'],
  [2, 'tao-mau @set.xlsx --danh-sach @note.xlsx --out @out'],
  [2, 'tao-mau @set.xlsx --danh-sach @torn.xlsx --out @out'],
])('%d: %s', (code, words) => expectCode(code, words));

// Collecting ends with 1 as long as anything is missing: a unit, its file, or an answer about a value.
// A file that cannot be read ends it with 2, as it ends every command over a folder, after the others are collected.
test.each([
  [0, 'tong-hop @sent --into @blank.xlsx --out @out'],
  [0, 'tong-hop @sent --into @blank.xlsx --xem'],
  [1, 'tong-hop @sent-one --into @blank.xlsx --xem'],
  [2, 'tong-hop @sent-torn --into @blank.xlsx --xem'],
  [1, 'tong-hop @sent-c --into @blank.xlsx --xem'],
  [1, 'tong-hop @sent --into @good.xlsx --xem'],
  [2, 'tong-hop @torn --into @blank.xlsx --xem'],
  [2, 'tong-hop @empty --into @blank.xlsx --xem'],
  [2, 'tong-hop @sent @absent.xlsx --into @blank.xlsx --xem'],
  [2, 'tong-hop @sent --into @note.xlsx --xem'],
  [2, 'tong-hop @sent --into @torn.xlsx --xem'],
  [2, 'tong-hop @sent --into @absent.xlsx --xem'],
  [2, 'tong-hop @sent --into @sets --xem'],
  [2, 'tong-hop @sent --into @blank.xlsx --sheet Khác --xem'],
  [2, 'tong-hop @sent --into @blank.xlsx --chon Z9=a.xlsx --xem'],
])('%d: %s', (code, words) => expectCode(code, words));

test.each([
  [0, 'tinh @good.xlsx --nguyen-nhan @empty.txt --out @out'],
  [2, 'tinh @good.xlsx --nguyen-nhan @absent.txt --out @out'],
  [2, 'tinh @good.xlsx --nguyen-nhan @cp1258.txt --out @out'],
  [2, 'tinh @good.xlsx --nguyen-nhan @empty.txt --xac-nhan 9 --out @out'],
  [2, 'tinh @all-good @gap.xlsx --nguyen-nhan @empty.txt --xac-nhan 9 --out @out'],
  [2, 'tinh @good.xlsx --out @units.txt'],
  [2, 'xuat @good.xlsx --loai r4 --out @units.txt'],
  [2, 'xuat @good.xlsx --loai r4 --don-vi Khác --out @out'],
  [2, 'xuat @good.xlsx --loai r4 --nam-truoc @absent.xlsx --out @out'],
  [2, 'xuat @good.xlsx --loai r4 --nam-truoc @torn.xlsx --out @out'],
  [2, 'xuat @good.xlsx --loai r4 --nam-truoc @note.xlsx --out @out'],
  [2, 'xuat @good.xlsx --loai hai-nam --out @out'],
  [2, 'xuat @good.xlsx --loai r4 --sap-nhap @absent.txt --out @out'],
  [2, 'xuat @good.xlsx --loai r4 --sap-nhap @empty.txt --out @out'],
  [2, 'xuat @good.xlsx --loai ke-hoach --don-vi A --khac-phuc 9.9 --out @out'],
  [2, 'bao-cao @good.xlsx --mau @absent.docx --out @out'],
  [2, 'bao-cao @good.xlsx --mau @torn.docx --out @out'],
  [2, 'nang-xep-loai @good.xlsx --don-vi Khác'],
  [2, 'nang-xep-loai @good.xlsx --khac-phuc 1.1'],
  [2, 'nguyen-nhan @good.xlsx --nam-truoc @torn.xlsx --out @out'],
])('%d: %s', (code, words) => expectCode(code, words));

async function expectCode(code: number, words: string): Promise<void> {
  const told = await run(words);
  const asJson = await run(words, '--json');
  expect([told.code, asJson.code]).toEqual([code, code]);
  expect(() => JSON.parse(asJson.out) as unknown).not.toThrow();
  expect(told.out + told.err).not.toBe('');
}

test.each([
  'tinh',
  'tinh --out',
  'tinh @good.xlsx --khong',
  'khong @good.xlsx',
  'kiem-tra @good.xlsx --out @out',
  'xuat @good.xlsx --loai r99',
  'bao-cao @good.xlsx',
  'so-sanh-bo @set.xlsx',
  'tong-hop @sent',
  'tong-hop @sent --into @blank.xlsx --la Xã=',
  'tao-mau @set.xlsx --nam 2026',
  'nang-xep-loai @good.xlsx --don-vi ;',
])('2, with a hint, and nothing on standard output: %s', async (words) => {
  expect(await run(words)).toEqual({ code: 2, out: '', err: expect.stringMatching(/ Xem cách dùng: cchc --help\n$/) });
});
