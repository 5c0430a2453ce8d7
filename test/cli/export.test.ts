/** `cchc xuat` from arguments to files, on the sample workbooks. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeCodec } from '../../src/hosts/xlsx-file/zip/codec-node';
import { openXlsx } from '../../src/hosts/xlsx-file/xlsx-file';
import { run } from '../../src/cli/run';
import { partsOf } from '../kit/files/docx';
import { grid } from '../kit/grid';
import { recordingTerminal } from '../kit/programs/terminal';
import { workbookOf } from '../kit/files/workbook-of';

const SAMPLES = join(__dirname, '..', '..', 'assets', 'samples');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-export-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function call(
  ...words: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const terminal = recordingTerminal();
  const code = await run(['xuat', ...words], terminal);
  return { code, ...terminal.written };
}

function sample(name: string, as = name): string {
  const path = join(folder, as);
  copyFileSync(join(SAMPLES, name), path);
  return path;
}

const documentText = (bytes: Uint8Array): string => (partsOf(bytes)['word/document.xml'] ?? '').replace(/<[^>]+>/g, '');
const exported = (stem: string): string[] => readdirSync(join(folder, `${stem} (báo cáo)`)).sort();

describe('xuat', () => {
  test('a unit whose name leaves nothing for a file name goes by its place', async () => {
    writeFileSync(
      join(folder, 'bang.xlsx'),
      await workbookOf([grid('TT | Đơn vị | Văn bản (1 điểm) | Tổng điểm\n1 | Xã A | 1 | 1\n2 | ??? | 0.5 | 0.5')]),
    );
    expect((await call(join(folder, 'bang.xlsx'), '--loai', 'r4')).code).toBe(0);
    expect(exported('bang')).toEqual(
      ['Báo cáo kết quả của đơn vị - Xã A.docx', 'Báo cáo kết quả của đơn vị - Đơn vị 2.docx'].sort(),
    );
  });

  test('a kind without content is told, and the other kinds are exported', async () => {
    const table = 'TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | Kế hoạch | 2 | 2\n2 | Báo cáo | 2 | 2';
    writeFileSync(join(folder, 'bang.xlsx'), await workbookOf([grid(table)]));
    const path = join(folder, 'bang.xlsx');
    const { code, out } = await call(path, '--loai', 'r1,hai-nam,r3,doi-chieu,ke-hoach');
    expect(code).toBe(2);
    expect(exported('bang').map((name) => name.replace(/( -.*)?\.docx$/, ''))).toEqual([
      'Báo cáo kiểm điểm trách nhiệm',
      'Báo cáo kết quả chấm điểm',
    ]);
    expect(out).toContain(
      `CCHC926 · Từ «${path}» không lập được ` +
        '«Đối chiếu tự chấm với thẩm định» (bảng chỉ có một đơn vị, không có đơn vị khác để đối chiếu); ' +
        '«So sánh hai năm» (không có bảng của năm trước để so sánh hai năm; ' +
        'hãy chỉ tệp của năm trước bằng --nam-truoc); ' +
        '«Kế hoạch nâng chỉ số» (không có khoản nào nâng được đơn vị lên mức xếp loại hay hạng cao hơn).',
    );
    // Nobody asked for these by name.
    expect((await call(path)).code).toBe(0);
  });

  test('--bo-du-thao prints drafts without their mark, and no note to whoever signs', async () => {
    const table = 'TT | Nội dung | Điểm tối đa | Điểm thẩm định | Chỉ số\n1 | Kế hoạch | 2 | 1 | 60';
    writeFileSync(join(folder, 'bang.xlsx'), await workbookOf([grid(table)]));
    const path = join(folder, 'bang.xlsx');
    const words = async (...options: string[]): Promise<string> => {
      await call(path, '--loai', 'r1', ...options);
      const last =
        exported('bang')
          .sort((a, b) => a.length - b.length)
          .at(-1) ?? '';
      return documentText(readFileSync(join(folder, 'bang (báo cáo)', last)));
    };
    const marked = await words();
    expect(marked).toContain('[Dự thảo] Cần rà soát trước khi trình');
    const plain = await words('--bo-du-thao');
    expect(plain).not.toMatch(/Dự thảo|Cần rà soát/);
    expect(plain).toContain('bị trừ điểm tại 01');
  });

  test('writes summary and reports into a folder beside the workbook, and leaves the workbook alone', async () => {
    const path = sample('mot-don-vi.xlsx');
    const before = readFileSync(path);
    const { code, out } = await call(path);
    expect(code).toBe(0);
    const names = exported('mot-don-vi');
    expect(names).toContain('Bảng tổng hợp điểm bị trừ.xlsx');
    expect(names).toContain('Bảng tổng hợp điểm bị trừ.docx');
    expect(names.filter((name) => name.startsWith('Báo cáo phân tích'))).toHaveLength(1);
    expect(out).toContain(`Đã xuất ${names.length} tệp vào «${join(folder, 'mot-don-vi (báo cáo)')}»:`);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a second run writes nothing new, and an export that somebody wrote on is never written over', async () => {
    const path = sample('mot-don-vi.xlsx');
    await call(path, '--loai', 'r1,diem-tru');
    const names = exported('mot-don-vi');
    await call(path, '--loai', 'r1,diem-tru');
    expect(exported('mot-don-vi')).toEqual(names);
    const report = join(folder, 'mot-don-vi (báo cáo)', 'Báo cáo kết quả chấm điểm.docx');
    writeFileSync(report, 'điền thêm tay');
    await call(path, '--loai', 'r1');
    expect(readFileSync(report, 'utf8')).toBe('điền thêm tay');
    expect(exported('mot-don-vi')).toContain('Báo cáo kết quả chấm điểm (2).docx');
  });

  test('only the units that were named, in whatever diacritics, each in a file of its own if asked', async () => {
    const path = sample('don-vi-theo-cot.xlsx');
    const { code } = await call(
      path,
      '--loai',
      'diem-tru,r2',
      '--don-vi',
      `UBND xã Tân Lập; ${'UBND xã Đăk Kôi'.normalize('NFD')}`,
      '--rieng',
    );
    expect(code).toBe(0);
    expect(exported('don-vi-theo-cot')).toEqual([
      'Báo cáo phân tích chỉ số - UBND xã Tân Lập.docx',
      'Báo cáo phân tích chỉ số - UBND xã Đăk Kôi.docx',
      'Bảng tổng hợp điểm bị trừ - UBND xã Tân Lập.xlsx',
      'Bảng tổng hợp điểm bị trừ - UBND xã Đăk Kôi.xlsx',
    ]);
  });

  test('a plan for every unit that can be lifted, and what it takes as the engine says', async () => {
    const path = sample('don-vi-theo-cot.xlsx');
    await call(path, '--loai', 'ke-hoach');
    const name = exported('don-vi-theo-cot').find((each) => each.includes('Đăk Rve')) ?? '';
    const text = documentText(readFileSync(join(folder, 'don-vi-theo-cot (báo cáo)', name)));
    // 75,42 of 94 is 80,23; Xuất sắc begins at 89,995, which is 84,5953 of 94, 9,1753 points more.
    expect(text).toMatch(/chỉ số tăng từ 80,23% lên 9\d,\d+%/);
    expect(text).toContain('xếp loại từ Tốt lên Xuất sắc');
  });

  test('a unit that is not there is said with those that are, and nothing is written', async () => {
    const { code, out } = await call(sample('mot-don-vi.xlsx'), '--don-vi', 'Xã Không Có');
    expect(code).toBe(2);
    expect(out).toMatch(/CCHC927 · Trong «.*» không có đơn vị «Xã Không Có»; các đơn vị: «UBND huyện Vân Canh»\./);
    expect(readdirSync(folder)).toEqual(['mot-don-vi.xlsx']);
  });

  test('exports below --out keep the folders of their sources, and are no workbooks to be worked on', async () => {
    const out = join(folder, 'ra');
    sample('mot-don-vi.xlsx');
    await call(folder, '--loai', 'diem-tru');
    const { code, out: said } = await call(folder, '--loai', 'diem-tru', '--out', out, '--json');
    expect(code).toBe(0);
    expect((JSON.parse(said) as { files: { exported: string[] }[] }).files.map(({ exported: paths }) => paths)).toEqual(
      [[join(out, 'mot-don-vi', 'Bảng tổng hợp điểm bị trừ.xlsx')]],
    );
  });

  test("last year's figures stand in another workbook or in a sheet of the same one", async () => {
    const path = sample('mot-don-vi.xlsx');
    const analysis = async (...words: string[]): Promise<string> => {
      const { code } = await call(path, '--loai', 'r2', ...words);
      const [name = ''] = exported('mot-don-vi');
      const text = documentText(readFileSync(join(folder, 'mot-don-vi (báo cáo)', name)));
      rmSync(join(folder, 'mot-don-vi (báo cáo)'), { recursive: true });
      return `${code} ${text}`;
    };
    const alone = await analysis();
    expect(alone).toMatch(/^0 /);
    expect(alone).not.toContain('chỉ số không thay đổi');
    const beside = await analysis('--nam-truoc', sample('mot-don-vi.xlsx', '2021.xlsx'));
    expect(beside).toContain('chỉ số không thay đổi');
    await withSheet(path, 'Năm 2021');
    expect(await analysis('--nam-truoc', 'năm 2021')).toBe(beside);
  });

  test('a workbook with both years is compared with itself; a later year and other units are refused', async () => {
    const year = (name: string, unit: string, points: string) =>
      grid(
        `BẢNG ĐIỂM NĂM ${name}\nĐơn vị: ${unit}\nTT | Nội dung | Điểm tối đa | Điểm thẩm ` +
          `định\n1 | Chỉ đạo điều hành | 50 | ${points}`,
        { sheet: name },
      );
    const write = async (name: string, ...sheets: readonly ReturnType<typeof grid>[]): Promise<string> => {
      const path = join(folder, name);
      writeFileSync(path, await workbookOf(sheets));
      return path;
    };
    const both = await write('both.xlsx', year('2021', 'Xã A', '40'), year('2022', 'Xã A', '45'));
    expect((await call(both, '--loai', 'r2')).code).toBe(0);
    const [name = ''] = exported('both');
    // 40/50 = 80 %, 45/50 = 90 %.
    expect(documentText(readFileSync(join(folder, 'both (báo cáo)', name)))).toMatch(
      /40\/50[^]*80[^]*45\/50[^]*90[^]*\+10/,
    );
    const old = await write('2021.xlsx', year('2021', 'Xã A', '40'));
    expect((await call(old, '--nam-truoc', await write('2022.xlsx', year('2022', 'Xã A', '45')))).out).toContain(
      'CCHC917 · Bảng dùng để so sánh ghi năm 2022, sau năm 2021 đang xét',
    );
    expect(await call(old, '--nam-truoc', await write('2020.xlsx', year('2020', 'Xã B', '45')))).toMatchObject({
      code: 2,
      out: expect.stringMatching(/CCHC927 · Trong bảng của năm trước không có đơn vị nào của/),
    });
  });

  test("last year's file that cannot be read, or is not there, is said with its reason", async () => {
    const path = sample('mot-don-vi.xlsx');
    const text = join(folder, '2021.txt');
    writeFileSync(text, 'không phải sổ tính');
    expect(await call(path, '--nam-truoc', text)).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/2021\.txt · CCHC904 · /),
    });
    const { code, out } = await call(path, '--nam-truoc', '2021.xlsx');
    expect({ code, out }).toEqual({
      code: 2,
      out: expect.stringMatching(
        /CCHC921 · Không có tệp «2021\.xlsx», và trong «.*» cũng không có trang tính nào tên như vậy/,
      ),
    });
  });
});

/** Adds the same table again under another name. */
async function withSheet(path: string, name: string): Promise<void> {
  const grids = openXlsx(readFileSync(path), nodeCodec).book.sheets.map((each) => each.grid());
  writeFileSync(path, await workbookOf([...grids, { ...grids[0]!, sheet: name }]));
}
