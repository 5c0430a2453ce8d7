/** A stopped run over a folder resumes where it stopped, and its final output equals that of an uninterrupted run. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { appendFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { cli, cliFolder, type CliFolder } from '../kit/programs/cli';
import { recordingTerminal } from '../kit/programs/terminal';

let folder: CliFolder;
beforeEach(() => {
  folder = cliFolder();
});
afterEach(() => {
  folder.remove();
});

const TABLE = `TT | Nội dung | Điểm tối đa | Xã A
1 | Lĩnh vực | 10 | 8
1.1 | Kế hoạch | 4 | 3
1.2 | Báo cáo | 6 | 5`;

async function four(): Promise<string> {
  mkdirSync(folder.path('nguồn'));
  for (const name of ['1.xlsx', '2.xlsx', '4.xlsx']) await folder.workbook(`nguồn/${name}`, { 'Bảng điểm': TABLE });
  folder.text('nguồn/3.xlsx', 'no workbook');
  return folder.path('nguồn');
}

/** Stops the run as soon as the given file is reported. */
async function stopAt(file: string, ...words: string[]): Promise<void> {
  const terminal = recordingTerminal();
  const stopping = {
    ...terminal,
    out: (text: string): void => {
      if (text.includes(file)) throw new Error('stopped');
      terminal.out(text);
    },
  };
  await expect(run(words, stopping)).rejects.toThrow('stopped');
}

test('what is done is not done again, a bad file stops nobody, and the whole is told as at one go', async () => {
  const path = await four();
  const whole = await cli('tinh', path, '--out', folder.path('whole'), '--json');
  const out = folder.path('out');
  mkdirSync(out);
  writeFileSync(join(out, '.4.xlsx.99999999.tmp'), 'half of a file that a run before wrote');
  await stopAt('3.xlsx', 'tinh', path, '--out', out, '--json');
  expect(readdirSync(out)).toEqual([
    expect.stringMatching(/^\.cchc-dang-chay-[0-9a-f]{8}\.jsonl$/),
    '1.xlsx',
    '2.xlsx',
  ]);
  const before = statSync(join(out, '1.xlsx')).mtimeMs;
  const again = await cli('tinh', path, '--out', out, '--json');
  expect(again.err).toContain('Tiếp tục lần chạy bị dừng: 2 tệp đã xong, không làm lại.');
  expect([again.code, again.out]).toEqual([2, whole.out]);
  expect(statSync(join(out, '1.xlsx')).mtimeMs).toBe(before);
  expect(readdirSync(out)).toEqual(['1.xlsx', '2.xlsx', '4.xlsx']);
});

test('a file that changed, or whose result is gone, is done again; another run begins anew', async () => {
  const path = await four();
  const out = folder.path('out');
  await stopAt('4.xlsx', 'tinh', path, '--out', out);
  await folder.workbook('nguồn/1.xlsx', { 'Bảng điểm': TABLE.replaceAll('| 8', '| 9').replace('| 3', '| 4') });
  rmSync(join(out, '2.xlsx'));
  const again = await cli('tinh', path, '--out', out);
  expect(again.out).toContain('90,00');
  expect(readdirSync(out)).toEqual(['1.xlsx', '2.xlsx', '4.xlsx']);
  await stopAt('4.xlsx', 'tinh', path, '--out', out);
  expect((await cli('tinh', path, '--out', out, '--values')).err).not.toContain('Tiếp tục');
});

test('one file alone, and a check, keep nothing', async () => {
  const path = await four();
  await stopAt('4.xlsx', 'kiem-tra', path);
  await cli('tinh', join(path, '1.xlsx'), '--out', folder.path('out'));
  expect(readdirSync(path).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(readdirSync(folder.path('out'))).toEqual(['1.xlsx']);
});

test('a record that is torn is no reason to stop', async () => {
  const path = await four();
  const out = folder.path('out');
  await stopAt('3.xlsx', 'tinh', path, '--out', out);
  const [name = ''] = readdirSync(out).filter((each) => each.startsWith('.cchc'));
  appendFileSync(join(out, name), '{"file":"nguồn/2.xl');
  await stopAt('3.xlsx', 'tinh', path, '--out', out);
  const again = await cli('tinh', path, '--out', out);
  expect(again.err).toContain('2 tệp đã xong');
  expect(readdirSync(out)).toEqual(['1.xlsx', '2.xlsx', '4.xlsx']);
});

test('a list of merged units without last year is told of, file by file, and by a resumed run again', async () => {
  const path = await four();
  const list = folder.text('sáp nhập.txt', 'Xã A = Xã B; Xã C');
  const words = ['xuat', path, '--out', folder.path('out'), '--sap-nhap', list, '--loai', 'r4'];
  const told = 'chưa có bảng của năm trước nên danh sách sáp nhập chưa được dùng';
  mkdirSync(folder.path('out'));
  await stopAt('3.xlsx', ...words);
  const again = await cli(...words);
  expect(again.err).toContain('2 tệp đã xong');
  expect(again.err.split(told)).toHaveLength(4);
});
