/**
 * A run over a folder that is killed: every file that stands is whole, and the same command finishes the rest. What was
 * done stays as it is, and in the end the folder equals that of a run in one go.
 */
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cliFolder, type CliFolder } from '../kit/programs/cli';
import { BUNDLE, buildBundle } from '../kit/programs/bundle';

beforeAll(buildBundle, 120_000);

let folder: CliFolder;
beforeEach(() => {
  folder = cliFolder();
});
afterEach(() => {
  folder.remove();
});

const FILES = 7;
const NAMES = Array.from({ length: 3 }, (_, unit) => `Xã ${'ABC'.charAt(unit)}`);

async function sources(): Promise<string> {
  mkdirSync(folder.path('nguồn'));
  for (let file = 1; file <= FILES; file++) {
    const points = NAMES.map((_, unit) => (file + unit) % 5);
    const sum = (more: number): string => points.map((each) => String(each + more)).join(' | ');
    const table = `TT | Nội dung | Điểm tối đa | ${NAMES.join(' | ')}
1 | Lĩnh vực | 10 | ${sum(5)}
1.1 | Kế hoạch | 4 | ${sum(0)}
1.2 | Báo cáo | 6 | 5 | 5 | 5`;
    await folder.workbook(`nguồn/${String(file)}.xlsx`, { 'Bảng điểm': table });
  }
  folder.text('nguồn/hỏng.xlsx', 'no workbook');
  return folder.path('nguồn');
}

const namesIn = (path: string): string[] => readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
/** Drafts, and the record of the run. */
const isHidden = (name: string): boolean => /(?:^|\/)\./.test(name);
const resultsIn = (path: string): string[] =>
  namesIn(path).filter((name) => /\.(?:xlsx|docx)$/.test(name) && !isHidden(name));
const bytesIn = (path: string): ReadonlyMap<string, string> =>
  new Map(resultsIn(path).map((name) => [name, readFileSync(join(path, name), 'base64')]));

/** The command line as a program of its own, killed as soon as `count` results stand in the folder. */
async function start(words: readonly string[], out: string, count = Infinity) {
  const child = spawn(process.execPath, [BUNDLE, ...words]);
  const told = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (told.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (told.err += text.toString()));
  const watch = setInterval(() => {
    if (resultsIn(out).length >= count) child.kill('SIGKILL');
  }, 1);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    child.on('close', (...ended) => {
      resolve(ended);
    });
  });
  clearInterval(watch);
  return { code, signal, ...told };
}

test.each([
  ['tinh', 3],
  ['xuat --loai r4,r1', 7],
  ['tao-mau', 8],
])(
  'cchc %s, killed in the middle',
  async (command, count) => {
    const path = await sources();
    const [whole, out] = [folder.path('một lần'), folder.path('nhiều lần')];
    mkdirSync(out);
    const words = (to: string): string[] => [...command.split(' '), path, '--out', to];
    const once = await cli(...words(whole));
    const before = bytesIn(whole);
    const times = new Map<string, number>();
    expect(await start(words(out), out, count)).toMatchObject({ signal: 'SIGKILL' });
    for (const [name, bytes] of bytesIn(out)) {
      expect([name, bytes]).toEqual([name, before.get(name)]);
      times.set(name, statSync(join(out, name)).mtimeMs);
    }
    const again = await start(words(out), out);
    expect(again.err).toMatch(/^Tiếp tục lần chạy bị dừng: \d+ tệp đã xong, không làm lại\.$/m);
    expect([again.code, again.out.replaceAll(out, whole)]).toEqual([once.code, once.out]);
    expect([...bytesIn(out)]).toEqual([...before]);
    expect(namesIn(out).filter(isHidden)).toEqual([]);
    // One file was being worked on, and only its results may be written again, with the same bytes.
    const rewritten = [...times].filter(([name, time]) => statSync(join(out, name)).mtimeMs !== time);
    expect(rewritten.length).toBeLessThanOrEqual(2);
  },
  60_000,
);
