/** `cchc nang-xep-loai`, and the plan that `cchc xuat` makes from chosen losses. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { copyFileSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { widthOf } from '../../src/cli/text';
import { cli, cliFolder, type CliFolder } from '../kit/programs/cli';
import { partsOf } from '../kit/files/docx';
import { recordingTerminal } from '../kit/programs/terminal';

const SAMPLES = join(__dirname, '..', '..', 'assets', 'samples');
const RVE = 'UBND thị trấn Đăk Rve';
let folder: CliFolder;

beforeEach(() => {
  folder = cliFolder();
});
afterEach(() => {
  folder.remove();
});

function sample(name: string): string {
  copyFileSync(join(SAMPLES, name), folder.path(name));
  return folder.path(name);
}

interface After {
  readonly items: { readonly code: string; readonly name: string; readonly lost: number }[];
  readonly lost: number;
  readonly awarded: { readonly points: number; readonly max: number };
  readonly index: number;
  readonly rating: string | null;
  readonly rank: number | null;
  readonly rankOf: number | null;
}
interface Goal {
  readonly rating?: string;
  readonly above?: string[];
  readonly index: number;
  readonly missing: { readonly points: number; readonly surveyPoints: number | null; readonly more: boolean };
  readonly sets: After[];
}
interface Unit {
  readonly name: string;
  readonly undetermined: boolean;
  readonly awarded: { readonly points: number; readonly max: number } | null;
  readonly index: number | null;
  readonly rank: number | null;
  readonly toRating: Goal | null;
  readonly toRank: Goal | null;
  readonly losses: {
    readonly area: string;
    readonly code: string;
    readonly lost: number;
    readonly gain: number;
    readonly remediable: boolean;
    readonly at: string;
  }[];
  readonly remedied: After | null;
}
const unitsIn = (out: string): Unit[] =>
  (JSON.parse(out) as { files: { sheets: { units: Unit[] }[] }[] }).files.flatMap(({ sheets }) =>
    sheets.flatMap(({ units }) => units),
  );

const TABLE = `
TT | Nội dung | Điểm tối đa | Xã An | Xã Bình | Xã Cát
1 | CHỈ ĐẠO | 100 | | |
1.1 | Nền nếp làm việc | 90 | 84 | 90 |
1.2 | Kế hoạch năm | 2 | 1 | 2 | 1
1.3 | Tuyên truyền | 1 | 0 | 0 | 1
1.4 | Kiểm tra, giám sát | 4 | | |
 | - Kiểm tra định kỳ các đơn vị trực thuộc | 2 | 0 | 0 | 1
 | - Kiểm tra đột xuất các đơn vị trực thuộc | 2 | 1.5 | 2 | 1
1.5 | Báo cáo định kỳ | 3 | 3 | 0 | 1
`;

describe('the published communes of 2022', () => {
  test('Đăk Rve: 75,42 of 94, 9,1753 below 84,5953 of 94, published as 90,00; each set reaches it', async () => {
    const { code, out } = await cli('nang-xep-loai', sample('don-vi-theo-cot.xlsx'), '--don-vi', RVE, '--json');
    expect(code).toBe(0);
    const [unit] = unitsIn(out);
    expect(unit).toMatchObject({
      name: RVE,
      awarded: { points: 75.42, max: 94 },
      index: 80.23,
      rank: 7,
      toRating: { rating: 'Xuất sắc', index: 90, missing: { points: 9.1753, surveyPoints: null, more: false } },
    });
    expect(unit?.toRank).toMatchObject({
      above: ['UBND xã Đăk Tờ Re'],
      index: 81.88,
      missing: { points: 1.55, more: true },
    });
    expect(unit?.toRating?.sets.length).toBeGreaterThan(0);
    for (const { items, lost, awarded, index } of unit?.toRating?.sets ?? []) {
      const cents = items.reduce((all, each) => all + Math.round(each.lost * 100), 0);
      expect([Math.round(lost * 100), Math.round(awarded.points * 100), awarded.max]).toEqual([
        cents,
        7542 + cents,
        94,
      ]);
      expect(Math.round(index * 100)).toBe(Math.round((7542 + cents) / 0.94));
    }
    // Σ losses = max − points.
    expect(unit?.losses.reduce((all, { lost }) => all + Math.round(lost * 100), 0)).toBe(9400 - 7542);
  });

  test('every unit has its lines of text, in the words of the pane; the first has nothing above it', async () => {
    const { code, out, err } = await cli('nang-xep-loai', sample('don-vi-theo-cot.xlsx'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      new RegExp(
        'UBND thị trấn Đăk Rve\\n +Điểm +Chỉ số +Xếp loại +Xếp hạng\\n.*\\nHiện nay +75,42/94 +80,23 +Tốt +7/7\\n\\n' +
          'Lên mức Xuất sắc\\n {2}Cần thêm ít nhất 9,18 điểm để chỉ số làm tròn đạt 90,00\\.\\n',
      ),
    );
    expect(out).toContain(
      'Lên trên UBND xã Đăk Tờ Re\n  Cần thêm ít nhất 1,56 điểm để vượt chỉ số 81,88; bằng chỉ số thì chỉ đồng hạng.\n',
    );
    expect(out.match(/^Hiện nay/gm)).toHaveLength(7);
    expect(out).toContain('Đơn vị đã ở mức xếp loại cao nhất.\n\nKhông có đơn vị nào đứng trên.');
    // The gain from each loss is listed only if one unit is asked about.
    expect(out).not.toContain('Những điểm bị trừ, nhiều tác dụng trước');
    expect(readdirSync(folder.path('.'))).toEqual(['don-vi-theo-cot.xlsx']);
  });
});

test('on a narrow terminal no code of a set is cut off, and no line is longer than it', async () => {
  const terminal = recordingTerminal({ columns: 60 });
  await run(['nang-xep-loai', sample('don-vi-theo-cot.xlsx'), '--don-vi', RVE], terminal);
  const lines = terminal.written.out.split('\n');
  const first = lines.findIndex((line) => line === '  Khắc phục một trong các nhóm:');
  const sentence = lines
    .slice(first + 1, first + 4)
    .map((line) => line.trim())
    .join(' ');
  expect(sentence).toBe(
    '- 1.1.2, 1.1.3, 1.4.1, 3.1.1, 3.2.2, 3.4.2, 3.5.2, 4.1.2, 5.4.1, 6.2 và 7.1.2: ' +
      'thêm 9,2 điểm, chỉ số 90,02, xếp loại Xuất sắc, xếp hạng 3/7',
  );
  expect(lines.slice(1).filter((line) => widthOf(line) > 60)).toEqual([]);
});

describe('chosen losses', () => {
  const workbook = (): Promise<string> => folder.workbook('bang.xlsx', { 'Bảng tổng hợp': TABLE });
  const remedied = async (chosen: string): Promise<After | null | undefined> =>
    unitsIn((await cli('nang-xep-loai', await workbook(), '--don-vi', 'Xã An', '--khac-phuc', chosen, '--json')).out)[0]
      ?.remedied;

  test('give points, index, rating and rank as if they had not been lost', async () => {
    // 89,5 of 100; 1.2 (1 point) and 1.3 (1 point) give 91,5; Xã Bình has 94.
    expect(await remedied('1.2; 1.3')).toMatchObject({
      items: [
        { code: '1.2', lost: 1 },
        { code: '1.3', lost: 1 },
      ],
      lost: 2,
      awarded: { points: 91.5, max: 100 },
      index: 91.5,
      rating: 'Xuất sắc',
      rank: 2,
      rankOf: 2,
    });
    expect(await remedied('1.1')).toMatchObject({ lost: 6, index: 95.5, rank: 1 });
    const { out } = await cli('nang-xep-loai', await workbook(), '--don-vi', 'Xã An', '--khac-phuc', '1.2; 1.3');
    expect(out).toMatch(/Sau khắc phục +91,5\/100 +91,50 \(\+2,00\) +Xuất sắc +2\/2\n/);
    expect(out).toContain('Khắc phục 2 khoản, được thêm 2 điểm:\n  - 1.2 Kế hoạch năm\n  - 1.3 Tuyên truyền\n');
    expect(out).toMatch(/Những điểm bị trừ, nhiều tác dụng trước\nTiêu chí +Bị trừ +Chỉ số tăng/);
  });

  test.each([
    ['1.2; 1.3', ['1.2', '1.3']],
    ['1.3., 1. 2', ['1.2', '1.3']],
    ['Tiêu chí 1.2 và 1.3', ['1.2', '1.3']],
    [' 1.2 ;; 1.2.', ['1.2']],
    ['1.4', ['', '']],
    ['- Kiểm tra định kỳ các đơn vị…', ['']],
    ['Kiểm tra, giám sát; 1.3', ['1.3', '', '']],
    ['1', ['1.1', '1.2', '1.3', '', '']],
  ])('«%s» are the losses that are meant', async (chosen, codes) => {
    expect((await remedied(chosen))?.items.map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ['9.9', 'Xã An', 'trang tính «Bảng tổng hợp» không có mục «9.9».'],
    ['1,2', 'Xã An', 'trang tính «Bảng tổng hợp» không có mục «1,2».'],
    [
      '1.5',
      'Xã An',
      '«Xã An» không bị trừ điểm ở mục «1.5 Báo cáo định kỳ»; các mục bị trừ: ' +
        '1.1, 1.2, 1.3, «Kiểm tra định kỳ các đơn vị trực thuộc», «Kiểm tra đột xuất các đơn vị ' +
        'trực thuộc».',
    ],
    [
      'Kiểm tra',
      'Xã An',
      'trang tính «Bảng tổng hợp» có nhiều mục «Kiểm tra» mà «Xã An» bị trừ điểm: ' +
        '«1.4 Kiểm tra, giám sát»; «Kiểm tra định kỳ các đơn vị trực thuộc» (ô D7); ' +
        '«Kiểm tra đột xuất các đơn vị trực thuộc» (ô D8). Hãy ghi rõ hơn mã hoặc tên của một mục.',
    ],
    ['Báo', 'Xã An', 'trang tính «Bảng tổng hợp» không có mục «Báo».'],
    ['1.2', 'Xã Cát', 'chỉ số của «Xã Cát» chưa xác định nên chưa tính được kết quả sau khắc phục.'],
  ])('«%s» of %s is refused with one sentence, exit 2, and nothing is told or written', async (chosen, unit, why) => {
    const path = await workbook();
    const lift = await cli('nang-xep-loai', path, '--don-vi', unit, '--khac-phuc', chosen);
    expect(lift).toEqual({
      code: 2,
      out: `${path}\nKhông thực hiện được · CCHC928 · Trong «${path}», ${why}\n\n`,
      err: '',
    });
    const plan = await cli('xuat', path, '--don-vi', unit, '--khac-phuc', chosen);
    expect(plan.code).toBe(2);
    expect(plan.out).toContain(why);
    expect(readdirSync(folder.path('.'))).toEqual(['bang.xlsx']);
  });

  test('of which unit must be said where there are several', async () => {
    const path = await workbook();
    expect((await cli('nang-xep-loai', path, '--khac-phuc', '1.2')).out).toContain(
      'có 3 đơn vị; hãy ghi thêm --don-vi TÊN để rõ mục cần khắc phục là của đơn vị nào.',
    );
    expect(
      unitsIn((await cli('nang-xep-loai', path, '--don-vi', 'Xã An; Xã Bình', '--khac-phuc', '1.3', '--json')).out).map(
        ({ remedied: after }) => after?.index,
      ),
    ).toEqual([90.5, 95]);
  });

  test('that the officer noted as beyond remedy are refused', async () => {
    const drawn = `TT | Đơn vị | Lĩnh vực | Mã | Tiêu chí | Điểm tối đa | Tự chấm | Thẩm định | Bị trừ | \
Nguyên nhân | Trách nhiệm | Cá nhân phụ trách | Giải trình | Giải pháp khắc phục | Thời hạn | Tình trạng | Ô
1 | Xã An | 1 CHỈ ĐẠO | 1.2 | Kế hoạch năm | 2 | | 1 | 1 | | | | | | | Không khắc phục được | D4`;
    const path = await folder.workbook('bang.xlsx', { 'Bảng tổng hợp': TABLE, 'Điểm bị trừ': drawn });
    expect((await cli('nang-xep-loai', path, '--don-vi', 'Xã An', '--khac-phuc', '1.3; 1.2')).out).toContain(
      'mục «1.2 Kế hoạch năm» (ô D4) của «Xã An» đã ghi là không khắc phục được.',
    );
    expect(
      unitsIn((await cli('nang-xep-loai', path, '--don-vi', 'Xã An', '--json')).out)[0]?.losses.filter(
        ({ remediable }) => !remediable,
      ),
    ).toMatchObject([{ code: '1.2', at: 'D4' }]);
  });

  test('whose code two items bear are refused with both cells; by name one of them can be said', async () => {
    const path = await folder.workbook('bang.xlsx', {
      Bảng:
        'TT | Nội dung | Điểm tối đa | Xã An | Xã Bình\n1 | MỘT | 4 | |\n' +
        '1.1 | Kế hoạch năm | 2 | 1 | 2\n1.1 | Báo cáo định kỳ | 2 | 1 | 2',
    });
    expect((await cli('nang-xep-loai', path, '--don-vi', 'Xã An', '--khac-phuc', '1.1')).out).toContain(
      'trang tính «Bảng» có nhiều mục «1.1» mà «Xã An» bị trừ điểm: «1.1 Kế hoạch năm» (ô D3); ' +
        '«1.1 Báo cáo định kỳ» (ô D4). Hãy ghi rõ hơn mã hoặc tên của một mục.',
    );
    expect(
      unitsIn(
        (await cli('nang-xep-loai', path, '--don-vi', 'Xã An', '--khac-phuc', 'Báo cáo định kỳ', '--json')).out,
      )[0]?.remedied,
    ).toMatchObject({ items: [{ name: 'Báo cáo định kỳ' }], index: 75 });
  });

  test('of a unit that lost them in two sheets need the sheet', async () => {
    // A single-unit sheet beside the table of all units; the same form twice would be a copy or cause a question.
    const alone = TABLE.replace('Xã An | Xã Bình | Xã Cát', 'Điểm thẩm định')
      .split('\n')
      .map((line) => line.split('|').slice(0, 4).join('|'))
      .join('\n');
    const path = await folder.workbook('bang.xlsx', { 'Lần một': TABLE, 'Lần hai': `Đơn vị: Xã An\n${alone}` });
    expect((await cli('nang-xep-loai', path, '--don-vi', 'Xã An', '--khac-phuc', '1.2')).out).toContain(
      '«Xã An» bị trừ điểm ở mục «1.2» trong nhiều trang tính: «Lần một», «Lần hai»; hãy chọn một trang tính bằng ' +
        '--sheet.',
    );
    expect(
      unitsIn(
        (await cli('nang-xep-loai', path, '--don-vi', 'Xã An', '--khac-phuc', '1.2', '--sheet', 'Lần hai', '--json'))
          .out,
      )[0]?.remedied?.index,
    ).toBe(90.5);
  });
});

test("last year's sheet of the same workbook is not asked about, unless it is named", async () => {
  const path = await folder.workbook('bang.xlsx', { 'Năm 2021': TABLE.replace('84 |', '80 |'), 'Năm 2022': TABLE });
  const [unit, ...others] = unitsIn(
    (await cli('nang-xep-loai', path, '--don-vi', 'Xã An', '--khac-phuc', '1.2', '--json')).out,
  );
  expect([unit?.index, unit?.remedied?.index, others]).toEqual([89.5, 90.5, []]);
  expect(unitsIn((await cli('nang-xep-loai', path, '--json')).out).map(({ name }) => name)).toEqual([
    'Xã An',
    'Xã Bình',
    'Xã Cát',
  ]);
  expect(
    unitsIn((await cli('nang-xep-loai', path, '--sheet', 'Năm 2021', '--don-vi', 'Xã An', '--json')).out)[0]?.index,
  ).toBe(85.5);
});

test('an undetermined unit is said to be one, and the errors of the sheet end with exit 1', async () => {
  const { code, out } = await cli('nang-xep-loai', await folder.workbook('bang.xlsx', { 'Bảng tổng hợp': TABLE }));
  expect(code).toBe(1);
  expect(out).toContain('Xã Cát\nĐơn vị chưa xác định được chỉ số nên chưa tính được.\n');
  expect(out).toMatch(/Trong tệp có \d+ lỗi; xem bằng «cchc kiem-tra»\.\n/);
});

test('a sheet of totals says why it names no loss', async () => {
  expect((await cli('nang-xep-loai', sample('ket-qua-nam-2022.xlsx'))).out).toContain(
    'Bảng chỉ có điểm tổng, không có điểm từng tiêu chí, nên không chỉ ra được nội dung cần khắc phục.',
  );
});

describe('xuat --khac-phuc', () => {
  test('makes the plan of the chosen losses and not of the fewest', async () => {
    const path = sample('don-vi-theo-cot.xlsx');
    expect((await cli('xuat', path, '--loai', 'ke-hoach', '--don-vi', RVE, '--khac-phuc', '1.1.2; 3.1.1')).code).toBe(
      0,
    );
    const plans = readdirSync(folder.path('don-vi-theo-cot (báo cáo)'));
    expect(plans).toEqual([`Kế hoạch nâng chỉ số - ${RVE}.docx`]);
    const text = (
      partsOf(readFileSync(join(folder.path('don-vi-theo-cot (báo cáo)'), plans[0] ?? '')))['word/document.xml'] ?? ''
    ).replace(/<[^>]+>/g, '');
    // 1 + 1 points regained: 77,42 of 94 is 82,361…
    expect(text).toContain('Khắc phục 02 nội dung bị trừ điểm sau:');
    expect(text).toMatch(
      /1\.1\.2\. .*3\.1\.1\. .*chỉ số tăng từ 80,23% lên 82,36%; xếp loại Tốt \(không đổi\); xếp hạng từ 7\/7 lên 6\/7/,
    );
    expect(text).not.toContain('1.4.1.');
  });

  test('has no meaning where no plan is exported', async () => {
    const { code, err } = await cli('xuat', sample('mot-don-vi.xlsx'), '--loai', 'r1', '--khac-phuc', '1.4');
    expect([code, err]).toEqual([
      2,
      'Tùy chọn «--khac-phuc» chỉ dùng khi xuất loại «ke-hoach». Xem cách dùng: cchc --help\n',
    ]);
    expect(existsSync(folder.path('mot-don-vi (báo cáo)'))).toBe(false);
  });
});
