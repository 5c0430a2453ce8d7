/**
 * Filled workbooks and all exports, checked by Microsoft's own validator. `.ci/run` checks all files that the tests
 * keep.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { assessBook } from '../src/core/assess';
import { planEdits } from '../src/core/fill';
import { exportFiles } from '../src/export/export-files';
import { EXPORT_KINDS } from '../src/export/export-request';
import { nodeCodec } from '../src/hosts/xlsx-file/zip/codec-node';
import { openXlsx } from '../src/hosts/xlsx-file/xlsx-file';
import { describeWith } from './kit/programs/programs';
import { SAMPLES } from './kit/samples/samples';

const ROOT = join(__dirname, '..');
/** The files are kept so that they are also validated as Microsoft 365, which costs one process each. */
const OUT = join(ROOT, '.out', 'judged');

function keep(name: string, bytes: Uint8Array): string {
  const path = join(OUT, name);
  writeFileSync(path, bytes);
  return path;
}

const judge = (files: readonly string[]): string =>
  spawnSync(process.execPath, [join(ROOT, '.ci', 'judge.mjs'), 'Office2013', ...files], { encoding: 'utf8' }).stdout;

describeWith(['officeValidator'], "Microsoft's validator", () => {
  test('finds no error in filled workbooks, nor in anything that is exported', async () => {
    rmSync(OUT, { recursive: true, force: true });
    mkdirSync(OUT, { recursive: true });
    const files = Object.keys(SAMPLES).map((name) => {
      const file = openXlsx(new Uint8Array(readFileSync(join(ROOT, 'assets', 'samples', name))), nodeCodec);
      return keep(name, file.apply(planEdits(file.book, assessBook(file.book))));
    });
    const { book } = openXlsx(new Uint8Array(readFileSync(files[0] ?? '')), nodeCodec);
    // Adds a comparison of two years with the same figures.
    const input = { book: assessBook(book), previous: assessBook(book) };
    for (const { id } of EXPORT_KINDS) {
      const request = {
        kinds: [id],
        units: [{ sheet: input.book.sheets[0]?.scoreSheet.sheet ?? '', unit: 0 }],
        apart: false,
      };
      const made = exportFiles(request, input, nodeCodec);
      for await (const { name, bytes } of made) files.push(keep(`${id} ${name}`, bytes));
    }
    expect(files.length).toBe(Object.keys(SAMPLES).length + EXPORT_KINDS.length);
    expect(judge(files)).toBe(`${files.length} passed, 0 failed\n`);
  }, 120_000);

  test('finds an element that stands where the schema has none', () => {
    const sound = readFileSync(join(ROOT, 'assets', 'samples', 'mot-don-vi.xlsx'));
    const parts = unzipSync(new Uint8Array(sound));
    const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array());
    parts['xl/styles.xml'] = strToU8(styles.replace(/<font>(<sz [^>]*>)(.*?)<\/font>/, '<font>$2$1</font>'));
    const file = join(mkdtempSync(join(tmpdir(), 'cchc-judged-')), 'sai.xlsx');
    writeFileSync(file, zipSync(parts));
    expect(judge([file])).toMatch(/styles\.xml Sch_Unexpected[^]*\n0 passed, 1 failed\n$/);
    rmSync(dirname(file), { recursive: true });
  }, 60_000);
});
