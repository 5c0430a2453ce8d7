/** Lists of losses go to the units, come back with causes and remedies, and are matched into the table. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Grid } from '../../src/core/model/workbook/grid';
import { textAt } from '../../src/core/model/workbook/grid';
import type { Edit } from '../../src/core/model/workbook/edit';
import { cli, cliFolder, type CliFolder } from '../kit/programs/cli';
import { open } from '../kit/files/workbook-of';

let folder: CliFolder;
beforeEach(() => {
  folder = cliFolder();
});
afterEach(() => folder.remove());

const TABLE = `
  BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2025
  STT | Tiêu chí            | Điểm tối đa | Xã Hòa Bình |           |               | Xã Kim Sơn |           |
      |                     |             | Tự chấm     | Thẩm định | Nguyên nhân   | Tự chấm | Thẩm định | Nguyên nhân
  1   | LĨNH VỰC CHỈ ĐẠO    | 3           | 3           | 2         |               | 3       | 2         |
  1.1 | Kế hoạch cải cách   | 1           | 1           | 0.5       | Ban hành chậm | 1       | 1         |
  1.2 | Báo cáo định kỳ     | 2           | 2           | 1.5       |               | 2       | 1         |`;

const LIST = 'Bảng tổng hợp điểm bị trừ';
type Said = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Types texts into the lines of a list, by code and heading. */
function fill(path: string, words: Said): void {
  const file = open(readFileSync(path));
  const sheet = file.book.sheets[0];
  const grid = sheet?.grid() as Grid;
  const header = grid.values.findIndex((row) => row?.includes('Nguyên nhân'));
  const edits = Object.entries(words).flatMap(([code, said]) => {
    const row = grid.values.findIndex((_, at) => at > header && textAt(grid, at, 3) === code);
    return Object.entries(said).map(([heading, text]): Edit => {
      const column = grid.values[header]?.indexOf(heading) ?? -1;
      return { kind: 'cell', at: { row, column }, content: { kind: 'text', text }, format: null };
    });
  });
  writeFileSync(path, file.apply([{ sheet: sheet?.name ?? '', isNew: false, edits }]));
}

async function sent(): Promise<{
  readonly into: string;
  readonly lists: string;
  readonly of: (unit: string) => string;
}> {
  const into = await folder.workbook('bảng.xlsx', { 'Bảng tổng hợp': TABLE });
  const out = folder.path('gửi');
  expect((await cli('xuat', into, '--loai', 'diem-tru', '--rieng', '--out', out)).code).toBe(0);
  return { into, lists: out, of: (unit) => folder.path(`gửi/bảng/${LIST} - ${unit}.xlsx`) };
}

interface Loss {
  readonly unit: string;
  readonly code: string;
  readonly cause: string | null;
  readonly explanation: string | null;
}
async function lossesOf(path: string): Promise<unknown[]> {
  const { out } = await cli('kiem-tra', path, '--json');
  const { files } = JSON.parse(out) as { files: { sheets: { deductions: Loss[] }[] }[] };
  return (files[0]?.sheets[0]?.deductions ?? []).map(({ unit, code, cause, explanation }) => [
    unit,
    code,
    cause,
    explanation,
  ]);
}

test('causes, explanations and measures come home beside their losses; what the table says stays', async () => {
  const { into, lists, of } = await sent();
  fill(of('Xã Hòa Bình'), {
    '1.2': {
      'Nguyên nhân': 'Gửi báo cáo chậm 2 ngày',
      'Giải trình': 'Lỗi mạng',
      'Giải pháp khắc phục': 'Cử người trực',
    },
  });
  fill(of('Xã Kim Sơn'), { '1.2': { 'Nguyên nhân': 'Thiếu biểu mẫu', 'Thời hạn': 'Quý II' } });
  const { code, out, err } = await cli('tong-hop', lists, '--into', into, '--out', folder.path('về'));
  expect(err).toBe('');
  expect(out).toContain('2 tệp · 2/2 đơn vị đã gửi');
  expect(code).toBe(0);
  const done = folder.path('về/bảng (đã tổng hợp).xlsx');
  expect(await lossesOf(done)).toEqual([
    ['Xã Hòa Bình', '1.1', 'Ban hành chậm', null],
    ['Xã Hòa Bình', '1.2', 'Gửi báo cáo chậm 2 ngày', 'Lỗi mạng'],
    ['Xã Kim Sơn', '1.2', 'Thiếu biểu mẫu', null],
  ]);
  const causes = open(readFileSync(done))
    .book.sheets.find(({ name }) => name === 'Nguyên nhân')
    ?.grid();
  const words = (causes?.values ?? []).map((row) => (row ?? []).filter((cell) => cell !== null));
  expect(words).toEqual([
    expect.arrayContaining(['Đơn vị', 'Mã', 'Giải trình', 'Giải pháp khắc phục', 'Thời hạn']),
    ['Xã Hòa Bình', '1.2', 'Báo cáo định kỳ', 'Lỗi mạng', 'Cử người trực'],
    ['Xã Kim Sơn', '1.2', 'Báo cáo định kỳ', 'Quý II'],
  ]);
  // The second run has nothing left to do.
  const again = await cli('tong-hop', lists, '--into', done, '--json');
  expect(JSON.parse(again.out)).toMatchObject({ written: null });
});

test('another cause than the table says is shown with both, and kept out until it is chosen', async () => {
  const { into, lists, of } = await sent();
  fill(of('Xã Hòa Bình'), { '1.1': { 'Nguyên nhân': 'Chờ hướng dẫn của tỉnh' } });
  const { code, out } = await cli('tong-hop', lists, '--into', into, '--xem', '--json');
  expect(code).toBe(1);
  const { cells, units } = JSON.parse(out) as {
    cells: { code: string; role: string; state: string; stands: string; offers: { value: string }[] }[];
    units: { unit: string; missing: string[] }[];
  };
  expect(
    cells.map(({ code: item, role, state, stands, offers }) => [item, role, state, stands, offers[0]?.value]),
  ).toEqual([['1.1', 'cause', 'typed', 'Ban hành chậm', 'Chờ hướng dẫn của tỉnh']]);
  // Losses without an explanation.
  expect(units.map(({ unit, missing }) => [unit, missing])).toEqual([
    ['Xã Hòa Bình', ['1.2 Báo cáo định kỳ']],
    ['Xã Kim Sơn', []],
  ]);
  const file = `bảng/${LIST} - Xã Hòa Bình.xlsx`;
  const chosen = await cli('tong-hop', lists, '--into', into, '--out', folder.path('về'), '--chon', `F5=${file}`);
  expect(chosen.out).toContain('(đã tổng hợp)');
  expect((await lossesOf(folder.path('về/bảng (đã tổng hợp).xlsx')))[0]).toEqual([
    'Xã Hòa Bình',
    '1.1',
    'Chờ hướng dẫn của tỉnh',
    null,
  ]);
});

test('words for what is no loss any more, or for an unknown item, are told and not taken', async () => {
  const { into, lists, of } = await sent();
  fill(of('Xã Kim Sơn'), {
    '1.2': { Mã: '1.1', 'Tiêu chí': 'Kế hoạch cải cách', 'Nguyên nhân': 'Không rõ' },
  });
  const { code, out } = await cli('tong-hop', lists, '--into', into, '--xem');
  expect(code).toBe(1);
  expect(out).toContain('1 mục trong bảng không bị trừ điểm');
});

test('a line that the unit added without a loss, and lines of another unit than the file’s, are told', async () => {
  const { into, lists, of } = await sent();
  const path = of('Xã Kim Sơn');
  const file = open(readFileSync(path));
  const sheet = file.book.sheets[0];
  const grid = sheet?.grid() as Grid;
  const at = (text: string): number => grid.values.findIndex((row) => row?.includes(text) === true);
  const column = (heading: string): number => grid.values[at('Nguyên nhân')]?.indexOf(heading) ?? -1;
  const row = grid.values.findIndex((_, each) => each > at('Nguyên nhân') && textAt(grid, each, 3) === '1.2');
  const typed = (below: number, texts: Readonly<Record<string, string>>): Edit[] =>
    Object.entries(texts).map(([heading, text]) => ({
      kind: 'cell',
      at: { row: below, column: column(heading) },
      content: { kind: 'text', text },
      format: null,
    }));
  const added = grid.rowCount;
  const edits = [
    ...typed(row, { 'Đơn vị': 'Xã Hòa Bình', 'Nguyên nhân': 'Gửi chậm' }),
    ...typed(added, { 'Đơn vị': 'Xã Kim Sơn', Mã: '9.9', 'Tiêu chí': 'Mục thêm', 'Nguyên nhân': 'Thiếu người' }),
    // A signature is no line.
    ...typed(added + 2, { 'Tiêu chí': 'Người lập biểu', 'Nguyên nhân': 'Chủ tịch' }),
  ];
  writeFileSync(path, file.apply([{ sheet: sheet?.name ?? '', isNew: false, edits }]));
  const { out } = await cli('tong-hop', lists, '--into', into, '--xem', '--json');
  const { files } = JSON.parse(out) as { files: { file: string; problems: string[]; notes: string[] }[] };
  const told = files.find(({ file }) => file.includes('Kim Sơn'));
  expect(told?.problems[0]).toBe(
    `chưa lấy lời ghi ở dòng ${String(added + 1)} «9.9 Mục thêm»: ` +
      'thiếu tên đơn vị, hoặc thiếu điểm bị trừ và liên kết tới ô điểm',
  );
  expect(told?.notes).toEqual(['tệp mang tên «Xã Kim Sơn» ghi cả cho «Xã Hòa Bình»']);
});
