/** Arguments of the command line: the accepted ones, and the messages for all others. */
import { describe, expect, test } from '@jest/globals';
import { parseArgs } from '../../src/cli/args';

const parse = (line: string): ReturnType<typeof parseArgs> => parseArgs(line.split(' ').filter((word) => word !== ''));

describe('parseArgs', () => {
  test('computing takes paths and all options, in any order', () => {
    expect(parse('tinh --out .out a.xlsx --json thu-muc --values --sheet=2022')).toEqual({
      command: 'tinh',
      paths: ['a.xlsx', 'thu-muc'],
      out: '.out',
      json: true,
      sheet: '2022',
      results: 'values',
      causes: null,
      confirmed: [],
      mends: false,
    });
  });

  test('checking has live formulas in mind and writes nothing', () => {
    expect(parse('kiem-tra a.xlsx')).toEqual({
      command: 'kiem-tra',
      paths: ['a.xlsx'],
      out: null,
      json: false,
      sheet: null,
      results: null,
      causes: null,
      confirmed: [],
      mends: false,
    });
  });

  test("exporting takes kinds in any order, units divided by semicolons, last year's file and mergers", () => {
    expect(
      parseArgs([
        'xuất',
        'a.xlsx',
        '--loai',
        'R2, diem-tru',
        '--don-vi',
        'Xã A; Xã B',
        '--rieng',
        '--nam-truoc=2021.xlsx',
        '--sap-nhap=sap-nhap.txt',
      ]),
    ).toEqual({
      command: 'xuat',
      paths: ['a.xlsx'],
      out: null,
      json: false,
      sheet: null,
      results: null,
      kinds: ['diem-tru', 'r2'],
      isChosen: true,
      units: ['Xã A', 'Xã B'],
      apart: true,
      previous: '2021.xlsx',
      mergers: 'sap-nhap.txt',
      losses: [],
      withoutDraftMarks: false,
      template: null,
    });
  });

  test('asking what would lift units takes units and codes of losses, listed or divided by semicolons', () => {
    expect(
      parseArgs([
        'Nâng-xếp-loại',
        'a.xlsx',
        '--don-vi',
        'Xã A',
        '--khac-phuc',
        '1.1.2, 3.2. và Tiêu chí 4.1; Kiểm tra, giám sát',
      ]),
    ).toMatchObject({
      command: 'nang-xep-loai',
      units: ['Xã A'],
      losses: ['1.1.2', '3.2.', 'Tiêu chí 4.1', 'Kiểm tra, giám sát'],
    });
  });

  test('telling how a workbook was understood takes what every command takes', () => {
    expect(parse('đọc a.xlsx b --json --sheet A')).toMatchObject({
      command: 'doc',
      paths: ['a.xlsx', 'b'],
      json: true,
      sheet: 'A',
    });
    expect(parse('doc a.xlsx --out b')).toEqual({ command: 'refused', why: 'Lệnh «doc» không có tùy chọn «--out».' });
  });

  test("listing losses without a cause takes units, a folder and last year's file", () => {
    expect(parse('nguyên-nhân a.xlsx --out ra --nam-truoc 2021.xlsx --don-vi A;B')).toMatchObject({
      command: 'nguyen-nhan',
      out: 'ra',
      previous: '2021.xlsx',
      units: ['A', 'B'],
    });
  });

  test.each([
    ['2,5', [2, 5]],
    ['5; 2 ;5', [5, 2]],
    ['TẤT CẢ', 'all'],
    ['tat-ca', 'all'],
  ])('passages are confirmed by number or all together: «%s»', (stated, confirmed) => {
    expect(parseArgs(['tinh', 'a.xlsx', '--nguyen-nhan', 'a.txt', '--xac-nhan', stated])).toMatchObject({ confirmed });
  });

  test('a command may be typed with its diacritics, composed or not', () => {
    expect(parse('Tính a.xlsx')).toMatchObject({ command: 'tinh' });
    expect(parse('kiểm-tra a.xlsx'.normalize('NFD'))).toMatchObject({ command: 'kiem-tra' });
  });

  test('after -- everything is a path', () => {
    expect(parse('tinh -- --json')).toMatchObject({ paths: ['--json'], json: false });
  });

  test.each(['--help', '-h', 'tinh --help', 'a b -h'])('«%s» asks for help', (line) => {
    expect(parse(line)).toEqual({ command: 'help' });
  });

  test.each(['--version', '-v'])('«%s» asks for the version', (line) => {
    expect(parse(line)).toEqual({ command: 'version' });
  });

  test.each([
    ['', 'Chưa ghi lệnh.'],
    ['nhap a.xlsx', 'Không có lệnh «nhap».'],
    ['xuat', 'Sau «xuat» phải ghi tệp hoặc thư mục cần xuất.'],
    [
      'xuat a.xlsx --loai r1,r9',
      'Không có loại «r9»; các loại: diem-tru, diem-tru-docx, r1, r2, r3, r4, r5, bien-ban, doi-chieu, hai-nam, ' +
        'ke-hoach.',
    ],
    ['xuat a.xlsx --values', 'Lệnh «xuat» không có tùy chọn «--values».'],
    ['nang-xep-loai', 'Sau «nang-xep-loai» phải ghi tệp hoặc thư mục cần xem cách nâng xếp loại.'],
    ['nang-xep-loai a.xlsx --out b', 'Lệnh «nang-xep-loai» không có tùy chọn «--out».'],
    ['nang-xep-loai a.xlsx --khac-phuc', 'Sau «--khac-phuc» phải ghi mã các mục cần khắc phục.'],
    ['nang-xep-loai a.xlsx --khac-phuc ;', 'Sau «--khac-phuc» phải ghi mã các mục cần khắc phục.'],
    ['nang-xep-loai a.xlsx --don-vi ;', 'Sau «--don-vi» phải ghi tên đơn vị.'],
    ['nang-xep-loai a.xlsx --khac-phuc 1 --khac-phuc 2', 'Tùy chọn «--khac-phuc» được ghi hai lần.'],
    ['tinh a.xlsx --khac-phuc 1.1', 'Lệnh «tinh» không có tùy chọn «--khac-phuc».'],
    ['bao-cao a.xlsx', 'Lệnh «bao-cao» cần «--mau» và tệp mẫu (.docx) của cơ quan.'],
    ['xuat a.xlsx --mau b.docx', 'Lệnh «xuat» không có tùy chọn «--mau».'],
    ['xuat a.xlsx --loai r1 --khac-phuc 1.1', 'Tùy chọn «--khac-phuc» chỉ dùng khi xuất loại «ke-hoach».'],
    ['tinh a.xlsx --xac-nhan 1', 'Tùy chọn «--xac-nhan» đi cùng «--nguyen-nhan».'],
    [
      'tinh a.xlsx --nguyen-nhan b --xac-nhan 1,x',
      'Sau «--xac-nhan» phải ghi số của các đoạn (như 2,5) hoặc tat-ca; «x» không phải số của một đoạn.',
    ],
    [
      'tinh a.xlsx --nguyen-nhan b --xac-nhan 0',
      'Sau «--xac-nhan» phải ghi số của các đoạn (như 2,5) hoặc tat-ca; «0» không phải số của một đoạn.',
    ],
    ['tinh a.xlsx --nguyen-nhan b --xac-nhan ,', 'Sau «--xac-nhan» phải ghi số của các đoạn (như 2,5) hoặc tat-ca.'],
    ['kiem-tra a.xlsx --nguyen-nhan b', 'Lệnh «kiem-tra» không có tùy chọn «--nguyen-nhan».'],
    ['tinh a.xlsx --rieng', 'Lệnh «tinh» không có tùy chọn «--rieng».'],
    ['tinh', 'Sau «tinh» phải ghi tệp hoặc thư mục cần tính.'],
    ['kiem-tra', 'Sau «kiem-tra» phải ghi tệp hoặc thư mục cần kiểm tra.'],
    ['tinh a.xlsx --nhanh', 'Không có tùy chọn «--nhanh».'],
    ['tinh a.xlsx --out', 'Sau «--out» phải ghi thư mục.'],
    ['tinh a.xlsx --sheet=', 'Sau «--sheet» phải ghi tên trang tính.'],
    ['tinh a.xlsx --json=1', 'Tùy chọn «--json» không nhận giá trị.'],
    ['tinh a.xlsx --json --json', 'Tùy chọn «--json» được ghi hai lần.'],
    ['kiem-tra a.xlsx --out b', 'Lệnh «kiem-tra» không có tùy chọn «--out».'],
    ['kiem-tra a.xlsx --values', 'Lệnh «kiem-tra» không có tùy chọn «--values».'],
    ['tinh a.xlsx --constructor', 'Không có tùy chọn «--constructor».'],
  ])('«%s» is refused with one sentence', (line, why) => {
    expect(parse(line)).toEqual({ command: 'refused', why });
  });
});
