/** Which files a run reads, where the copies go, and that no source is ever written. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findInputs, identityOf, planCopies } from '../../src/cli/files';
import { writeCopy } from '../../src/cli/write-copy';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
}

const found = (paths: string[], out: string | null = null): string[] =>
  findInputs(
    paths.map((path) => join(folder, path)),
    out,
  ).map(({ below, fault }) => (fault === null ? below : `${below}: ${fault.alias}`));

const copiesOf = (paths: string[], out: string | null): string[] =>
  [
    ...planCopies(
      findInputs(
        paths.map((path) => join(folder, path)),
        out,
      ),
      out,
    ).values(),
  ].map((path) => path.slice(folder.length + 1));

describe('inputs', () => {
  test('a folder gives every workbook below it in Vietnamese order, without lock files and filled copies', () => {
    put(
      'xã Ân.xlsx',
      'xã An.xlsx',
      'xã Bình.XLSM',
      'sâu/hơn/xã 10.xlsx',
      'sâu/hơn/xã 9.xlsx',
      '~$xã An.xlsx',
      '.ẩn.xlsx',
      'đọc.txt',
      'cũ.xls',
    );
    put('xã An (đã tính).xlsx', `${'sâu/xã Ân (đã tính)'.normalize('NFD')}.xlsx`);
    expect(found(['.'])).toEqual([
      'cũ.xls',
      'sâu/hơn/xã 9.xlsx',
      'sâu/hơn/xã 10.xlsx',
      'xã An.xlsx',
      'xã Ân.xlsx',
      'xã Bình.XLSM',
    ]);
  });

  test('the folder of the copies is not read again', () => {
    put('a.xlsx', 'ra/a.xlsx');
    expect(found(['.'], join(folder, 'ra'))).toEqual(['a.xlsx']);
  });

  test('a file that is named twice, or also lies in a named folder, is taken once', () => {
    put('a.xlsx', 'b.xlsx');
    expect(found(['a.xlsx', '.', 'a.xlsx'])).toEqual(['a.xlsx', 'b.xlsx']);
  });

  test('a file given by name is taken whatever its name', () => {
    put('a (đã tính).xlsx', 'cũ.xls');
    expect(found(['a (đã tính).xlsx', 'cũ.xls'])).toEqual(['a (đã tính).xlsx', 'cũ.xls']);
  });

  test('a path that leads nowhere is said and the others go on', () => {
    put('a.xlsx', 'trống/đọc.txt');
    expect(found(['không-có.xlsx', 'trống', 'a.xlsx'])).toEqual([
      'không-có.xlsx: missing-file',
      'trống: empty-folder',
      'a.xlsx',
    ]);
  });
});

describe('copies', () => {
  test('beside the source under a name of their own', () => {
    put('a.xlsx', 'sâu/b.xlsm');
    expect(copiesOf(['.'], null)).toEqual(['a (đã tính).xlsx', 'sâu/b (đã tính).xlsm']);
  });

  test('below --out under the source’s name, sub-folders kept', () => {
    put('a.xlsx', 'sâu/b.xlsm');
    expect(copiesOf(['.'], join(folder, 'ra'))).toEqual(['ra/a.xlsx', 'ra/sâu/b.xlsm']);
  });

  test('two sources of the same name never share a copy', () => {
    put('một/a.xlsx', 'hai/a.xlsx');
    expect(copiesOf(['một/a.xlsx', 'hai/a.xlsx'], join(folder, 'ra'))).toEqual(['ra/a.xlsx', 'ra/a (2).xlsx']);
  });
});

describe('writing', () => {
  const bytes = new TextEncoder().encode('mới');
  const write = (name: string, sources: string[]): void => {
    writeCopy(join(folder, name), bytes, new Set(sources.flatMap((source) => identityOf(join(folder, source)) ?? [])));
  };

  test('makes the folder, replaces an earlier copy and leaves nothing else behind', () => {
    put('a.xlsx', 'ra/a.xlsx');
    write('ra/a.xlsx', ['a.xlsx']);
    write('ra/sâu/a.xlsx', ['a.xlsx']);
    expect(readFileSync(join(folder, 'ra/a.xlsx'), 'utf8')).toBe('mới');
    expect(readdirSync(join(folder, 'ra'))).toEqual(['a.xlsx', 'sâu']);
    expect(readdirSync(join(folder, 'ra/sâu'))).toEqual(['a.xlsx']);
  });

  test.each([
    ['by its name', () => undefined, 'a.xlsx'],
    [
      'by a symbolic link',
      () => {
        symlinkSync(join(folder, 'a.xlsx'), join(folder, 'b.xlsx'));
      },
      'b.xlsx',
    ],
    [
      'by a hard link',
      () => {
        linkSync(join(folder, 'a.xlsx'), join(folder, 'b.xlsx'));
      },
      'b.xlsx',
    ],
    [
      'through a linked folder',
      () => {
        symlinkSync(folder, join(folder, 'ra'));
      },
      'ra/a.xlsx',
    ],
  ])('refuses a source %s', (_how, link, target) => {
    put('a.xlsx');
    link();
    expect(() => {
      write(target, ['a.xlsx']);
    }).toThrow(/tệp gốc/);
    expect(readFileSync(join(folder, 'a.xlsx'), 'utf8')).toBe('a.xlsx');
  });

  test('a folder that cannot be made is one sentence', () => {
    put('a.xlsx');
    expect(() => {
      write('a.xlsx/b.xlsx', []);
    }).toThrow(/^Không ghi được «.*» \((ENOTDIR|EEXIST)\); chọn thư mục khác bằng --out\.$/);
  });
});
