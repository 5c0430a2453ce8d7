/** The command line from arguments to exit code, in this process, on the sample workbooks. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { HELP, run } from '../../src/cli/run';
import { PROSE, PROSE_TABLE } from '../kit/field/field-prose';
import { grid } from '../kit/grid';
import { recordingTerminal } from '../kit/programs/terminal';
import { workbookOf } from '../kit/files/workbook-of';

const SAMPLES = join(__dirname, '..', '..', 'assets', 'samples');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-run-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function call(
  ...words: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const terminal = recordingTerminal();
  const code = await run(words, terminal);
  return { code, ...terminal.written };
}

function sample(name: string, as = name): string {
  const path = join(folder, as);
  copyFileSync(join(SAMPLES, name), path);
  return path;
}

interface Sheet {
  readonly sheet: string;
  readonly layout: string | null;
  readonly units: {
    readonly name: string;
    readonly index: number | null;
    readonly rating: string | null;
    readonly rank: number | null;
    readonly rankOf: number;
    readonly self: unknown;
    readonly awarded: { readonly points: number; readonly max: number };
  }[];
  readonly deductions: { readonly lost: number; readonly cause: string | null }[];
  readonly diagnostics: { readonly alias: string; readonly severity: string; readonly at: string[] }[];
}
interface Result {
  readonly files: {
    readonly file: string;
    readonly error?: { readonly code: string; readonly alias: string; readonly message: string };
    readonly sheets: Sheet[];
  }[];
}

const json = (text: string): Result => JSON.parse(text) as Result;

describe('words', () => {
  test('help and version go to standard output', async () => {
    expect(await call('--help')).toEqual({ code: 0, out: HELP, err: '' });
    expect((await call('--version')).out).toMatch(/^cchc \d+\.\d+\.\d+\n$/);
  });

  test('a wrong word gives one sentence and a hint on standard error, and exit 2', async () => {
    expect(await call('tinh\u001b[2J')).toEqual({
      code: 2,
      out: '',
      err: 'Không có lệnh «tinh[2J». Xem cách dùng: cchc --help\n',
    });
  });
});

describe('kiem-tra', () => {
  test('reports and writes nothing', async () => {
    const { code, out } = await call('kiem-tra', sample('ket-qua-nam-2022.xlsx'));
    expect(code).toBe(0);
    expect(out).toContain('79,63/94');
    expect(out).toContain('84,71');
    expect(readdirSync(folder)).toEqual(['ket-qua-nam-2022.xlsx']);
  });

  test('the published index that was printed wrong is found in its cell', async () => {
    const [file] = json((await call('kiem-tra', sample('ket-qua-nam-2022.xlsx'), '--json')).out).files;
    expect(file?.sheets[0]?.diagnostics.filter(({ alias }) => alias === 'mismatched-index')).toMatchObject([
      { at: ['E12'] },
    ]);
  });
});

describe('tinh', () => {
  test('the published results of seven communes come out of items, exactly', async () => {
    const { code, out } = await call('tinh', sample('don-vi-theo-cot.xlsx'), '--json');
    expect(code).toBe(0);
    const [sheet] = json(out).files[0]?.sheets ?? [];
    expect(sheet?.layout).toBe('units-as-columns');
    expect(
      sheet?.units.map(({ name, self, awarded, index, rating, rank }) => [name, self, awarded, index, rating, rank]),
    ).toEqual([
      ['UBND thị trấn Đăk Rve', { points: 83.5, max: 97 }, { points: 75.42, max: 94 }, 80.23, 'Tốt', 7],
      ['UBND xã Đăk Tờ Re', { points: 86.5, max: 100 }, { points: 76.97, max: 94 }, 81.88, 'Tốt', 6],
      ['UBND xã Đăk Kôi', { points: 88, max: 100 }, { points: 81.18, max: 93 }, 87.29, 'Tốt', 3],
      ['UBND xã Tân Lập', { points: 85.5, max: 95.5 }, { points: 84.17, max: 93 }, 90.51, 'Xuất sắc', 2],
      ['UBND xã Đăk Pnê', { points: 87.5, max: 100 }, { points: 79.63, max: 94 }, 84.71, 'Tốt', 5],
      ['UBND xã Đăk Ruông', { points: 86.55, max: 92.5 }, { points: 81.1, max: 93 }, 87.2, 'Tốt', 4],
      ['UBND xã Đăk Tơ Lung', { points: 89, max: 94.5 }, { points: 86.35, max: 93 }, 92.85, 'Xuất sắc', 1],
    ]);
    expect(sheet?.deductions.filter(({ cause }) => cause === null)).toEqual([]);
  });

  test('the filled copy lies beside the source, which stays; the second run replaces only the copy', async () => {
    const source = sample('don-vi-theo-dong.xlsx', 'bảng điểm.xlsx');
    const before = readFileSync(source);
    expect((await call('tinh', folder)).code).toBe(0);
    const copy = join(folder, 'bảng điểm (đã tính).xlsx');
    const first = readFileSync(copy);
    expect((await call('tinh', folder)).code).toBe(0);
    expect(Buffer.compare(readFileSync(copy), first)).toBe(0);
    expect(Buffer.compare(readFileSync(source), before)).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['bảng điểm (đã tính).xlsx', 'bảng điểm.xlsx']);
  });

  test('computing the copy again changes nothing in it', async () => {
    await call('tinh', sample('don-vi-theo-dong.xlsx', 'a.xlsx'));
    await call('tinh', join(folder, 'a (đã tính).xlsx'), '--out', join(folder, 'ra'));
    expect(
      Buffer.compare(
        readFileSync(join(folder, 'ra', 'a (đã tính).xlsx')),
        readFileSync(join(folder, 'a (đã tính).xlsx')),
      ),
    ).toBe(0);
  });

  test('--out of the source’s own folder is refused, the source stays', async () => {
    const source = sample('mot-don-vi.xlsx');
    const before = readFileSync(source);
    const { code, out } = await call('tinh', source, '--out', folder, '--json');
    expect(code).toBe(2);
    expect(json(out).files[0]).toMatchObject({ file: source, error: { code: 'CCHC924', alias: 'same-file' } });
    expect(Buffer.compare(readFileSync(source), before)).toBe(0);
  });

  test('--out where another workbook stands is refused; «a.xls» and «a.xlsx» never share a copy', async () => {
    const source = sample('mot-don-vi.xlsx', 'a.xlsx');
    const before = readFileSync(source);
    const table = 'TT,Nội dung,Điểm tối đa,Điểm thẩm định\n1,Chỉ đạo,10,8\n';
    writeFileSync(join(folder, 'a.csv'), table);
    mkdirSync(join(folder, 'sâu'));
    writeFileSync(join(folder, 'sâu', 'a.xlsx'), readFileSync(sample('don-vi-theo-dong.xlsx', 'b.xlsx')));
    const { code, out } = await call('tinh', join(folder, 'sâu', 'a.xlsx'), '--out', folder, '--json');
    expect([code, json(out).files[0]]).toMatchObject([2, { error: { code: 'CCHC924', alias: 'same-file' } }]);
    await call('tinh', join(folder, 'a.csv'), '--out', folder);
    expect(Buffer.compare(readFileSync(source), before)).toBe(0);
    expect(existsSync(join(folder, 'a.csv.xlsx'))).toBe(true);
    await call('tinh', join(folder, 'a.csv'));
    await call('tinh', source);
    expect([existsSync(join(folder, 'a.csv (đã tính).xlsx')), existsSync(join(folder, 'a (đã tính).xlsx'))]).toEqual([
      true,
      true,
    ]);
    // An earlier result of the same run is replaced.
    const ra = join(folder, 'ra');
    expect((await call('tinh', source, '--out', ra)).code).toBe((await call('tinh', source, '--out', ra)).code);
  });

  test('an earlier copy that is itself an input of the run is not replaced', async () => {
    const source = sample('don-vi-theo-dong.xlsx', 'a.xlsx');
    await call('tinh', source);
    const copy = join(folder, 'a (đã tính).xlsx');
    const before = readFileSync(copy);
    expect((await call('tinh', source, copy)).code).toBe(2);
    expect(Buffer.compare(readFileSync(copy), before)).toBe(0);
  });
});

describe('several files', () => {
  test('a file that cannot be read does not stop the others; each is named and the exit is 2', async () => {
    mkdirSync(join(folder, 'sâu'));
    writeFileSync(join(folder, 'sâu', 'hỏng.xlsx'), 'không phải zip');
    sample('ket-qua-nam-2022.xlsx');
    const { code, out, err } = await call(
      'tinh',
      folder,
      join(folder, 'không có.xlsx'),
      '--out',
      join(folder, 'ra'),
      '--json',
    );
    expect(code).toBe(2);
    expect(
      json(out).files.map(({ file, error, sheets }) => [file.slice(folder.length + 1), error?.alias, sheets.length]),
    ).toEqual([
      ['ket-qua-nam-2022.xlsx', undefined, 1],
      ['sâu/hỏng.xlsx', 'unsupported-file', 0],
      ['không có.xlsx', 'missing-file', 0],
    ]);
    expect(err).toContain('CCHC921');
    expect(existsSync(join(folder, 'ra', 'ket-qua-nam-2022.xlsx'))).toBe(true);
    expect(existsSync(join(folder, 'ra', 'sâu'))).toBe(false);
  });

  test('without --json the last line counts files and faults', async () => {
    sample('ket-qua-nam-2022.xlsx');
    const { out } = await call('kiem-tra', folder, join(folder, 'không có.xlsx'));
    expect(out).toMatch(/\n2 tệp, 1 tệp không thực hiện được · 0 lỗi, \d+ cảnh báo, \d+ lưu ý\n$/);
  });
});

describe('a workbook without a table', () => {
  async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
    const book = new ExcelJS.Workbook();
    fill(book.addWorksheet('Trang 1'));
    const path = join(folder, 'a.xlsx');
    writeFileSync(path, new Uint8Array(await book.xlsx.writeBuffer()));
    return path;
  }

  test('text without a header is an error of the sheet: exit 1, and no copy', async () => {
    const { code, out } = await call('tinh', await workbook((sheet) => sheet.addRow(['Danh sách', 'họp'])), '--json');
    expect(code).toBe(1);
    expect(json(out).files[0]?.sheets).toMatchObject([
      { sheet: 'Trang 1', layout: null, units: [], diagnostics: [{ alias: 'missing-header', severity: 'error' }] },
    ]);
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  });

  test('a sheet that is not there is said with those that are: exit 2', async () => {
    const { code, out } = await call('kiem-tra', sample('ket-qua-nam-2022.xlsx'), '--sheet', 'Năm 2021');
    expect(code).toBe(2);
    expect(out).toContain('CCHC926 · Trong');
    expect(out).toContain('không có bảng ở trang tính «Năm 2021»; tệp có các trang tính: «Kết quả năm 2022».');
  });

  test('blank sheets alone: exit 2', async () => {
    const { code, out } = await call('kiem-tra', await workbook(() => undefined), '--json');
    expect(code).toBe(2);
    expect(json(out).files[0]?.error?.alias).toBe('missing-table');
  });
});

describe('causes from a text file', () => {
  const table = async (): Promise<string> => {
    const path = join(folder, 'bang.xlsx');
    writeFileSync(path, await workbookOf([grid(PROSE_TABLE)]));
    return path;
  };
  const text = (words: string, bytes: Uint8Array | null = null): string => {
    const path = join(folder, 'nguyen-nhan.txt');
    writeFileSync(path, bytes ?? words);
    return path;
  };

  test('what is beyond doubt is written into the copy and read back from it; what is not, is said', async () => {
    const path = await table();
    const before = readFileSync(path);
    const { code, out } = await call('tinh', path, '--nguyen-nhan', text(PROSE));
    expect(code).toBe(0);
    expect(out).toMatch(/Đã ghi nguyên nhân của \d+ khoản mất điểm; \d+ đoạn cần xem lại, chưa ghi:/);
    // The report cites 1.8 for the item that its table numbers 1.8.3, and 0,15 for a loss of 0,05.
    expect(out).toMatch(/\d\. 1\.8 Tổ chức gặp gỡ/);
    expect(out).toMatch(/\d\. 3\.5 .*0,15.*0,05/);
    const again = json((await call('kiem-tra', join(folder, 'bang (đã tính).xlsx'), '--json')).out);
    const causes = again.files[0]!.sheets[0]!.deductions.map(({ cause }) => cause);
    expect(causes.filter((cause) => cause?.startsWith('Thiếu 01 báo cáo kiểm soát TTHC 6 tháng đầu năm'))).toHaveLength(
      1,
    );
    expect(causes).toContain(null);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('with --json the passages that were not written are told beside the result', async () => {
    const { out, err } = await call('tinh', await table(), '--nguyen-nhan', text(PROSE), '--json');
    expect(json(out).files).toHaveLength(1);
    expect(err).toMatch(/Đã ghi nguyên nhân của \d+ khoản mất điểm; \d+ đoạn cần xem lại, chưa ghi:/);
    expect(err).toMatch(/\d\. 1\.8 Tổ chức gặp gỡ/);
  });

  test('a text without a cause is said to be one', async () => {
    expect((await call('tinh', await table(), '--nguyen-nhan', text('Kính gửi các đơn vị.'))).out).toContain(
      'Văn bản không có nguyên nhân nào để ghi thêm vào bảng.',
    );
  });

  test('a folder is no text, and is said to be one', async () => {
    expect((await call('tinh', await table(), '--nguyen-nhan', folder)).err).toContain(
      `«${folder}» là thư mục, không phải tệp; hãy ghi tên một tệp trong đó.`,
    );
  });

  test("text as Windows' Notepad writes it is read as well", async () => {
    const { out } = await call(
      'tinh',
      await table(),
      '--nguyen-nhan',
      text('', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PROSE, 'utf16le')])),
    );
    expect(out).toMatch(/Đã ghi nguyên nhân của [1-9]\d* khoản/);
  });

  test.each([
    [
      'is in an old code page',
      Uint8Array.of(0x4e, 0x67, 0x75, 0x79, 0xea, 0x6e),
      /CCHC922 · .*không phải tệp văn bản Unicode; hãy lưu lại/,
    ],
    ['is not there', null, /CCHC921 · Không tìm thấy/],
  ])('a text that %s stops the run before anything is written', async (_what, bytes, reason) => {
    const path = await table();
    const { code, out, err } = await call(
      'tinh',
      path,
      '--nguyen-nhan',
      bytes === null ? join(folder, 'khong-co.txt') : text('', bytes),
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(reason);
    expect(existsSync(join(folder, 'bang (đã tính).xlsx'))).toBe(false);
  });
});
