/** `cchc nguyen-nhan` and the way back by `cchc tinh --nguyen-nhan`; doubtful passages and their confirmation. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cli, cliFolder, type CliFolder } from '../kit/programs/cli';
import { PROSE, PROSE_TABLE } from '../kit/field/field-prose';

let folder: CliFolder;

beforeEach(() => {
  folder = cliFolder();
});
afterEach(() => {
  folder.remove();
});

interface Loss {
  readonly unit: string;
  readonly code: string;
  readonly name: string;
  readonly cause: string | null;
}
/** Reads the workbook afresh and returns every loss with its cause. */
async function causesIn(path: string): Promise<string[]> {
  const { files } = JSON.parse((await cli('kiem-tra', path, '--json')).out) as {
    files: { sheets: { sheet: string; deductions: Loss[] }[] }[];
  };
  return files.flatMap(({ sheets }) =>
    sheets.flatMap(({ sheet, deductions }) =>
      deductions.map(({ unit, code, name, cause }) => `${sheet} · ${unit} · ${code || name}: ${cause ?? '–'}`),
    ),
  );
}

const TABLE = `
TT | Nội dung | Điểm tối đa | Xã An | Xã Bình | Xã <img src=x onerror=alert(1)>
1 | CHỈ ĐẠO | 6 | | |
1.1 | Kế hoạch năm | 2 | 1 | 1 | 1
1.2 | =HYPERLINK("http://a.b","Bấm") | 2 | 1 | 2 | 1.5
1.3 | Báo cáo ${'rất dài '.repeat(60)} | 1 | 0 | 1 | 0
1.4 | Kiểm tra | 1 | | |
 | - Kiểm tra định kỳ | 1 | 0.5 | 1 | 0.5
`;
const CAUSES = `
Đơn vị | Mã | Tiêu chí | Nguyên nhân
Xã Bình | 1.1 | Kế hoạch năm | Ban hành chậm; thiếu kinh phí
Xã <img src=x onerror=alert(1)> | | Kiểm tra định kỳ | =cmd()
`;

describe('nguyen-nhan', () => {
  test('writes a text that tinh --nguyen-nhan reads back: suggestions on their losses, no doubts', async () => {
    const path = await folder.workbook('bảng.xlsx', { 'Bảng tổng hợp': TABLE, 'Nguyên nhân': CAUSES });
    const { code, out } = await cli('nguyen-nhan', path);
    const text = folder.path('bảng (nguyên nhân).txt');
    expect(code).toBe(0);
    expect(out).toMatch(/Xã An +4 +2\nXã <img src=x onerror=alert\(1\)> +3 +1\n/);
    expect(out).toContain(
      `Văn bản để điền: ${text}\nĐiền xong thì ghi vào bảng: cchc tinh "${path}" --nguyen-nhan "${text}"\n`,
    );

    const taken = await cli('tinh', path, '--nguyen-nhan', text);
    // Three of the seven losses without a cause have a suggestion.
    expect(taken.out).toContain(
      'Đã ghi nguyên nhân của 3 khoản mất điểm\n4 đoạn chỉ nêu điểm bị trừ, không nêu nguyên nhân.\n\nBản đã điền',
    );
    expect(
      (await causesIn(folder.path('bảng (đã tính).xlsx'))).map((each) => each.replace(/(rất dài ?)+/, '…')),
    ).toEqual([
      'Bảng tổng hợp · Xã An · 1.1: Ban hành chậm; thiếu kinh phí',
      'Bảng tổng hợp · Xã An · 1.2: –',
      'Bảng tổng hợp · Xã An · 1.3: –',
      'Bảng tổng hợp · Xã An · Kiểm tra định kỳ: =cmd()',
      'Bảng tổng hợp · Xã Bình · 1.1: Ban hành chậm; thiếu kinh phí',
      'Bảng tổng hợp · Xã <img src=x onerror=alert(1)> · 1.1: Ban hành chậm; thiếu kinh phí',
      'Bảng tổng hợp · Xã <img src=x onerror=alert(1)> · 1.2: –',
      'Bảng tổng hợp · Xã <img src=x onerror=alert(1)> · 1.3: –',
      'Bảng tổng hợp · Xã <img src=x onerror=alert(1)> · Kiểm tra định kỳ: =cmd()',
    ]);
  });

  test('is text as every Notepad reads it; where suggestions come from is not read back', async () => {
    await cli('nguyen-nhan', await folder.workbook('bảng.xlsx', { 'Bảng tổng hợp': TABLE, 'Nguyên nhân': CAUSES }));
    const text = readFileSync(folder.path('bảng (nguyên nhân).txt'), 'utf8');
    expect(
      text.startsWith(
        '\ufeff# Những khoản mất điểm chưa ghi nguyên nhân trong «bảng.xlsx»: 7 khoản, 3 khoản có gợi ý.\r\n',
      ),
    ).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain(
      '\r\nĐơn vị: Xã An\r\n\r\n- Tiêu chí 1.1. Kế hoạch năm (trừ 1 điểm). Nguyên nhân: ' +
        'Ban hành chậm; thiếu kinh phí\r\n# Gợi ý lấy từ: Xã Bình\r\n',
    );
  });

  test('what the officer wrote into the blanks is written as well, in UTF-16 too', async () => {
    const path = await folder.workbook('bảng.xlsx', { 'Bảng tổng hợp': TABLE, 'Nguyên nhân': CAUSES });
    await cli('nguyen-nhan', path, '--don-vi', 'Xã An');
    const text = folder.path('bảng (nguyên nhân).txt');
    writeFileSync(
      text,
      readFileSync(text, 'utf8').replaceAll('…… [nguyên nhân]', '\r\nChưa bố trí người;\r\n- thiếu máy'),
      'utf16le',
    );
    expect((await cli('tinh', path, '--nguyen-nhan', text)).out).toContain('Đã ghi nguyên nhân của 4 khoản mất điểm\n');
    expect((await causesIn(folder.path('bảng (đã tính).xlsx')))[1]).toMatch(
      /^Bảng tổng hợp · Xã An · 1\.2: Chưa bố trí người;\s- thiếu máy$/,
    );
  });

  test('a text that somebody wrote on is never written over', async () => {
    const path = await folder.workbook('bảng.xlsx', { 'Bảng tổng hợp': TABLE });
    await cli('nguyen-nhan', path);
    await cli('nguyen-nhan', path);
    expect(readdirSync(folder.path('.')).sort()).toEqual(['bảng (nguyên nhân).txt', 'bảng.xlsx'].sort());
    writeFileSync(folder.path('bảng (nguyên nhân).txt'), 'đã sửa tay');
    await cli('nguyen-nhan', path, '--out', folder.path('ra'));
    await cli('nguyen-nhan', path);
    expect(readFileSync(folder.path('bảng (nguyên nhân).txt'), 'utf8')).toBe('đã sửa tay');
    expect(existsSync(folder.path('bảng (nguyên nhân) (2).txt'))).toBe(true);
    expect(readdirSync(folder.path('ra'))).toEqual(['bảng.txt']);
  });

  test("takes last year's causes from another workbook or from a sheet of the same one", async () => {
    const now = TABLE.replaceAll('Xã Bình', 'Xã Cát');
    const apart = await folder.workbook('2022.xlsx', { 'Bảng điểm': now });
    const before = await folder.workbook('2021.xlsx', { 'Bảng điểm': TABLE, 'Nguyên nhân': CAUSES });
    const text = async (...words: string[]): Promise<string> => {
      expect((await cli('nguyen-nhan', ...words, '--out', folder.path('ra'))).code).toBe(0);
      return readFileSync(folder.path('ra/2022.txt'), 'utf8');
    };
    expect(await text(apart, '--nam-truoc', before)).toContain(
      'Nguyên nhân: Ban hành chậm; thiếu kinh phí\r\n# Gợi ý lấy từ: Xã Bình, năm trước\r\n',
    );
    expect(await cli('nguyen-nhan', apart, '--nam-truoc', folder.path('2020.xlsx'))).toMatchObject({
      code: 2,
      out: expect.stringMatching(/CCHC921 · Không có tệp/),
    });
  });

  test("last year's sheet of the same workbook gives its causes; what is read back goes into this year's", async () => {
    const own = (cause: string): string =>
      'Đơn vị: Xã An\nTT | Nội dung | Điểm tối đa | Điểm thẩm định | Nguyên nhân\n' +
      `1 | MỘT | 2 | |\n1.1 | Kế hoạch năm | 2 | 1 | ${cause}`;
    const path = await folder.workbook('bảng.xlsx', { 'Năm 2021': own('ban hành muộn'), 'Năm 2022': own('') });
    await cli('nguyen-nhan', path);
    const text = folder.path('bảng (nguyên nhân).txt');
    expect(readFileSync(text, 'utf8')).toMatch(/Nguyên nhân: ban hành muộn\r\n# Gợi ý lấy từ: [^\r]*, năm trước\r\n/);
    expect(readFileSync(text, 'utf8')).not.toContain('Trang tính: Năm 2021');
    expect((await cli('tinh', path, '--nguyen-nhan', text)).out).toContain('Đã ghi nguyên nhân của 1 khoản mất điểm\n');
    const plain = folder.text('a.txt', '- Tiêu chí 1.1. Kế hoạch năm (trừ 1 điểm). Nguyên nhân: thiếu người.');
    expect((await cli('tinh', path, '--nguyen-nhan', plain)).out).toContain(
      'Đã ghi nguyên nhân của 1 khoản mất điểm\n',
    );
    expect(
      (await causesIn(folder.path('bảng (đã tính).xlsx'))).map((each) => each.replace(/^(.*?) · .*: /, '$1: ')),
    ).toEqual(['Năm 2021: ban hành muộn', 'Năm 2022: thiếu người.']);
  });

  test('with --json tells every suggestion, and its text on standard error', async () => {
    const path = await folder.workbook('bảng.xlsx', { 'Bảng tổng hợp': TABLE, 'Nguyên nhân': CAUSES });
    const { out, err } = await cli('nguyen-nhan', path, '--json', '--don-vi', 'Xã An');
    const text = folder.path('bảng (nguyên nhân).txt');
    const { files } = JSON.parse(out) as {
      files: { exported: string[]; sheets: { sheet: string; losses: unknown[] }[] }[];
    };
    expect(files[0]?.exported).toEqual([text]);
    expect(files[0]?.sheets[0]?.losses[0]).toEqual({
      unit: 'Xã An',
      area: '1',
      code: '1.1',
      name: 'Kế hoạch năm',
      lost: 1,
      at: 'D3',
      suggestions: [{ cause: 'Ban hành chậm; thiếu kinh phí', times: 1, unit: 'Xã Bình', lastYear: false }],
    });
    expect(files[0]?.sheets[0]?.losses).toHaveLength(4);
    expect(err).toBe(`${path} → ${text}\n`);
  });

  test('writes nothing where nothing is missing, and says why', async () => {
    expect(
      (
        await cli(
          'nguyen-nhan',
          await folder.workbook('a.xlsx', {
            Bảng: 'TT | Nội dung | Điểm tối đa | Xã An\n1 | MỘT | 1 |\n1.1 | Kế hoạch | 1 | 1',
          }),
        )
      ).out,
    ).toContain('Không có khoản nào mất điểm.');
    expect(
      (
        await cli(
          'nguyen-nhan',
          await folder.workbook('b.xlsx', {
            Bảng:
              'TT | Nội dung | Điểm tối đa | Điểm thẩm định | Nguyên nhân\n' +
              '1 | MỘT | 1 | |\n1.1 | Kế hoạch | 1 | 0.5 | chậm',
          }),
        )
      ).out,
    ).toContain('Mọi khoản mất điểm đều đã ghi nguyên nhân.');
    expect((await cli('nguyen-nhan', folder.path('a.xlsx'), '--don-vi', 'Xã Lạ')).code).toBe(2);
    expect(readdirSync(folder.path('.'))).toEqual(['a.xlsx', 'b.xlsx']);
  });
});

describe('sheets of one unit each', () => {
  const own = (cause: string): string =>
    'TT | Nội dung | Điểm tối đa | Điểm thẩm định | Nguyên nhân\n1 | CHỈ ĐẠO | 15 | |\n' +
    `1.1 | Kế hoạch năm | 10 | 5 | ${cause}\n1.2 | Báo cáo | 5 | 4 |`;

  test('a text that names no unit is written to none that it could mean, until somebody confirms', async () => {
    const path = await folder.workbook('bảng.xlsx', { 'Xã A': own(''), 'Xã B': own('') });
    const text = folder.text('a.txt', '- Tiêu chí 1.1. Kế hoạch năm (trừ 5 điểm). Nguyên nhân: muộn.');
    const { out } = await cli('tinh', path, '--nguyen-nhan', text);
    expect(out).toContain(
      'Đã ghi nguyên nhân của 0 khoản mất điểm; 2 đoạn cần xem lại, chưa ghi:\n' +
        '1. 1.1 Kế hoạch năm: Đoạn văn không nêu đơn vị, mà nhiều trang tính cùng có tiêu chí này ' +
        'bị trừ điểm.\n',
    );
    expect((await cli('tinh', path, '--nguyen-nhan', text, '--xac-nhan', '2')).out).toContain(
      'Đã ghi nguyên nhân của 1 khoản mất điểm; 1 đoạn cần xem lại',
    );
    expect((await causesIn(folder.path('bảng (đã tính).xlsx'))).filter((each) => each.includes('muộn'))).toEqual([
      expect.stringMatching(/^Xã B · .* · 1\.1: muộn\.?$/),
    ]);
    expect((await cli('tinh', path, '--nguyen-nhan', text, '--sheet', 'Xã A')).out).toContain(
      'Đã ghi nguyên nhân của 1 khoản mất điểm\n',
    );
  });

  test('the text of such a workbook goes back sheet by sheet; a sheet that is not there any more is said', async () => {
    const path = await folder.workbook('bảng.xlsx', { 'Xã A': own(''), 'Xã B': own('ban hành muộn'), 'Xã C': own('') });
    await cli('nguyen-nhan', path);
    const text = folder.path('bảng (nguyên nhân).txt');
    expect((await cli('tinh', path, '--nguyen-nhan', text)).out).toContain('Đã ghi nguyên nhân của 2 khoản mất điểm\n');
    writeFileSync(text, readFileSync(text, 'utf8').replace('Trang tính: Xã C', 'Trang tính: Xã D'));
    expect((await cli('tinh', path, '--nguyen-nhan', text)).out).toContain(
      'Đã ghi nguyên nhân của 1 khoản mất điểm\n' +
        'Văn bản nêu trang tính «Xã D» không có trong tệp; ' +
        'phần đó không được ghi.\n',
    );
  });
});

describe('doubtful passages', () => {
  const given = async (
    words = `${PROSE}\n- Tiêu chí 1.5. Công tác kiểm tra CCHC (trừ 1 điểm). Nguyên nhân: không có.\n`,
  ): Promise<[string, string, string]> => [
    await folder.workbook('bang.xlsx', { Bảng: PROSE_TABLE }),
    '--nguyen-nhan',
    folder.text('a.txt', words),
  ];
  const written = async (code: string): Promise<string> =>
    (await causesIn(folder.path('bang (đã tính).xlsx')))
      .find((each) => each.includes(`· ${code}: `))
      ?.replace(/^.*?: /, '') ?? '';

  test('are listed with number, reason and target, apart from what cannot be written', async () => {
    const { out } = await cli('tinh', ...(await given()));
    expect(out).toMatch(
      new RegExp(
        '; 2 đoạn cần xem lại, chưa ghi:\\n1\\. 1\\.8 Tổ chức gặp gỡ.*: Đoạn văn ghi mã 1\\.8, ' +
          'nhưng tiêu chí có tên này trong bảng mang mã 1\\.8\\.3\\.\\n {3}Sẽ ghi cho «1\\.8\\.3 Tổ chức gặp gỡ.*»: ' +
          'Nguyên nhân: Ngày 31/12/2021.*\\n2\\. 3\\.5 .*: Đoạn văn ghi trừ 0,15 điểm; theo bảng là 0,05 điểm\\.\\n',
      ),
    );
    expect(out).toContain(
      '\nĐoạn nào đúng thì chạy lại kèm số của nó, như --xac-nhan 1; ghi mọi đoạn: --xac-nhan tat-ca\n' +
        '1 đoạn không ghi được:\n- 1.5 Công tác kiểm tra CCHC: theo bảng, tiêu chí này không bị trừ điểm.\n',
    );
  });

  test('are written when their numbers are given, and keep their numbers', async () => {
    const { code, out } = await cli('tinh', ...(await given()), '--xac-nhan', '2');
    expect(code).toBe(0);
    expect(await written('3.5')).toMatch(/^Tỷ lệ giải quyết TTHC đúng hạn/);
    expect(await written('1.8.3')).toBe('–');
    expect(out).toContain('Đã ghi nguyên nhân của 8 khoản mất điểm; 1 đoạn cần xem lại, chưa ghi:\n1. 1.8 ');
    expect(out).toContain('như --xac-nhan 1,2;');
  });

  test.each(['1,2', '2; 1;1', 'tat-ca', 'Tất cả'])(
    '«%s» writes both, and what cannot be written stays unwritten',
    async (numbers) => {
      const { out } = await cli('tinh', ...(await given()), '--xac-nhan', numbers);
      expect(out).toContain('Đã ghi nguyên nhân của 9 khoản mất điểm\n1 đoạn không ghi được:\n- 1.5 ');
      expect(await written('1.8.3')).toMatch(/^Ngày 31\/12\/2021/);
    },
  );

  test('a number that no passage has is refused, and nothing is written at all', async () => {
    const { code, out } = await cli('tinh', ...(await given()), '--xac-nhan', '2,3,7');
    expect(code).toBe(2);
    expect(out).toContain('CCHC920 · Không có đoạn số 3, 7: các đoạn cần xem lại mang số từ 1 đến 2; chưa ghi gì.');
    expect(readdirSync(folder.path('.')).sort()).toEqual(['a.txt', 'bang.xlsx']);
    expect((await cli('tinh', ...(await given('')), '--xac-nhan', '1')).out).toContain(
      'Không có đoạn số 1: không có đoạn nào cần xác nhận; chưa ghi gì.',
    );
  });

  test('the later of two passages on one loss stands when both are confirmed', async () => {
    const twice =
      '- Tiêu chí 1.3. Công tác tuyên truyền CCHC (trừ 0,5 điểm). Nguyên nhân: một.\n' +
      '- Tiêu chí 1.3. Công tác tuyên truyền CCHC (trừ 0,5 điểm). Nguyên nhân: hai.\n' +
      '- Tiêu chí 1.3. Công tác tuyên truyền CCHC (trừ 0,5 điểm). Nguyên nhân: ba.\n';
    expect((await cli('tinh', ...(await given(twice)))).out).toContain(
      'Đã ghi nguyên nhân của 1 khoản mất điểm; 2 đoạn cần xem lại',
    );
    expect(await written('1.3')).toBe('một.');
    expect((await cli('tinh', ...(await given(twice)), '--xac-nhan', 'tat-ca')).out).toContain(
      'Đã ghi nguyên nhân của 1 khoản mất điểm\n',
    );
    expect(await written('1.3')).toBe('ba.');
  });

  test('numbers speak of one workbook: with several they are refused before anything is read', async () => {
    const [path, ...words] = await given();
    const other = await folder.workbook('khac.xlsx', { Bảng: PROSE_TABLE });
    expect(await cli('tinh', path, other, ...words, '--xac-nhan', '1')).toEqual({
      code: 2,
      out: '',
      err: 'CCHC930 · Số của đoạn chỉ rõ khi tính một tệp; hãy tính từng tệp, hoặc ghi --xac-nhan tat-ca.\n',
    });
    expect(
      (await cli('tinh', path, other, ...words, '--xac-nhan', 'tat-ca')).out.match(/Đã ghi nguyên nhân của 9 khoản/g),
    ).toHaveLength(2);
  });
});
