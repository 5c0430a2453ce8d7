/** One unit in two sheets: the table of all units with its rank, and its own sheet with items, causes and ranks k/n. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { planEdits } from '../../../src/core/fill';
import { splitYears } from '../../../src/core/matching/split-years';
import type { BookAssessment } from '../../../src/core/model/assessment';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { toA1 } from '../../../src/core/values/address';
import { exportFiles } from '../../../src/export/export-files';
import type { ExportKind } from '../../../src/export/export-request';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { textOfDocx } from '../../kit/files/docx-text';
import { expectFaithful, filled } from '../../kit/files/filled';
import { bookOf, grid } from '../../kit/grid';
import { memoryHost } from '../../kit/memory/memory-host';
import { open, workbookOf } from '../../kit/files/workbook-of';
import { typed } from '../fill/planned';

/** Ranked like Excel's RANK; the third and the fourth tie. */
const all = (total = 17.5, place = '3/5') => `
  BẢNG TỔNG HỢP CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CÁC XÃ NĂM 2023
  TT | Đơn vị | Chỉ đạo, điều hành | Cải cách thể chế | Tổng điểm | Chỉ số (%) | Xếp hạng
   | Điểm tối đa | 10 | 15 | 25 | |
  1 | Xã A | 8 | 9.5 | ${total} | ${String(total * 4)} | ${place}
  2 | Xã B | 9 | 15 | 24 | 96 | 1/5
  3 | Xã C | 10 | 13 | 23 | 92 | 2/5
  4 | Xã D | 7 | 10.5 | 17.5 | 70 | 3/5
  5 | Xã E | 5 | 10 | 15 | 60 | 5/5
`;
const own = (place = '3/5') => `
  KẾT QUẢ CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023 CỦA UBND XÃ A
  STT | Nội dung | Điểm tối đa | Điểm thẩm định | Xếp hạng | Nguyên nhân | Trách nhiệm
  1 | CHỈ ĐẠO, ĐIỀU HÀNH | 10 | 8 | 4/5 | |
  1.1 | Kế hoạch | 4 | 4 | | |
  1.2 | Báo cáo | 6 | 4 | | Báo cáo quý III gửi chậm | Văn phòng
  2 | CẢI CÁCH THỂ CHẾ | 15 | 9.5 | 5/5 | |
  2.1 | Rà soát | 5 | 5 | | |
  2.2 | Theo dõi | 10 | 4.5 | | Chưa theo dõi thường xuyên | Tư pháp
   | TỔNG CỘNG | 25 | 17.5 | ${place} | |
`;
const SETTINGS = 'Năm đánh giá | 2023\nCơ quan ban hành | UBND xã A';

const workbook = (table: string, sheet: string): BookAssessment =>
  assessBook(
    bookOf(grid(sheet, { sheet: 'Xã A' }), grid(table, { sheet: 'Toàn huyện' }), grid(SETTINGS, { sheet: 'Cấu hình' })),
  );

async function reportsOf(book: BookAssessment, kind: ExportKind['id']): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const { current, earlier } = splitYears(book);
  const request = { kinds: [kind], units: null, apart: false } as const;
  for await (const { name, bytes } of exportFiles(request, { book: current, previous: earlier }, nodeCodec))
    files.set(name, textOfDocx(bytes));
  return files;
}

describe('one unit in two sheets', () => {
  test('its report has the items and causes of the one, and the places of both', async () => {
    const files = await reportsOf(workbook(all(), own()), 'r4');
    expect([...files.keys()]).toEqual(
      ['A', 'B', 'C', 'D', 'E'].map((name) => `Báo cáo kết quả của đơn vị - Xã ${name}.docx`),
    );
    const report = files.get('Báo cáo kết quả của đơn vị - Xã A.docx') ?? '';
    for (const said of [
      'đạt 70% (17,5/25 điểm)',
      'xếp hạng 3/5',
      'Báo cáo quý III gửi chậm',
      'Chưa theo dõi thường xuyên',
      'xếp hạng 5/5 (theo bảng)',
      'Chỉ số trung bình năm 2023 của 05 đơn vị: 77,6%',
    ])
      expect(report).toContain(said);
    // Another unit does not issue its report from the workbook of the first unit.
    expect(files.get('Báo cáo kết quả của đơn vị - Xã B.docx')).toContain('UBND xã B báo cáo');
  });

  test("a council that shows one of its units item by item does not write that unit's own report", async () => {
    const head = 'UBND HUYỆN KON RẪY | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHỘI ĐỒNG THẨM ĐỊNH CCHC\n';
    const book = assessBook(
      bookOf(grid(`${head}${all().trim()}`, { sheet: 'Toàn huyện' }), grid(own(), { sheet: 'Xã A' })),
    );
    const [own2 = '', other = ''] = [...(await reportsOf(book, 'r2')).values()];
    expect(own2).toContain('UBND xã A báo cáo phân tích');
    expect(other).toContain('UBND xã B báo cáo phân tích');
    expect([...(await reportsOf(book, 'r1')).values()].join('')).toContain('Hội đồng thẩm định CCHC báo cáo kết quả');
  });

  test('also where the totals differ, and the difference is one finding', async () => {
    const book = workbook(all(18.5), own());
    const files = await reportsOf(book, 'r3');
    expect([...files.keys()].filter((name) => / A\.docx$/i.test(name))).toHaveLength(1);
    const found = book.sheets.flatMap(({ diagnostics }) => diagnostics).filter(({ follows }) => !follows);
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['CCHC313', 'Xã A: tổng điểm ở ô E4 ghi 18,5 nhưng trang tính «Xã A» ô D9 ghi 17,5.'],
    ]);
  });

  test.each([
    ['nothing of the bonus', '', 1],
    ['the same bonus', ' | Điểm cộng', 0],
  ])('an index with a bonus, beside a table with %s', (_, column, count) => {
    const table = all()
      .replace('10.5 | 17.5 | 70 | 3/5', `10.5 | 17.5 | 70 | ${count === 0 ? 4 : 3}/5`)
      .replace('Chỉ số (%) | Xếp hạng', `Xếp hạng${column}`)
      .replaceAll(/ \| \d+ \| (\d\/5)/g, column === '' ? ' | $1' : ' | $1 | ')
      .replace('3/5 | \n', '3/5 | 0.5\n');
    const book = workbook(
      table,
      own().replace('   | TỔNG CỘNG | 25 | 17.5', '   | Điểm cộng | | 0.5 | | |\n   | TỔNG CỘNG | 25 | 18'),
    );
    const found = book.sheets.flatMap(({ diagnostics }) => diagnostics).map(({ code, message }) => [code, message]);
    const said =
      'Xã A: cùng số điểm nhưng chỉ số ở bảng này là 70, ở trang tính «Xã A» là 72 ' +
      'vì điểm cộng, điểm trừ ngoài bộ tiêu chí ghi khác nhau.';
    expect(found).toEqual(count === 0 ? [] : [['CCHC313', said]]);
  });

  test('a place that the two state differently is one finding, and places counted on are no fault', () => {
    const book = workbook(all(), own('4/5'));
    const found = book.sheets.flatMap(({ diagnostics }) => diagnostics).map(({ code, message }) => [code, message]);
    expect(found).toEqual([['CCHC313', 'Xã A: xếp hạng ở ô G4 ghi 3/5 nhưng trang tính «Xã A» ô E9 ghi 4/5.']]);
  });

  test.each([
    ['xã trong tỉnh', 'Xếp hạng toàn tỉnh', '4/20'],
    ['among as many others', 'Xếp hạng', '14/20'],
    ['further back than the table has units', 'Xếp hạng', '14'],
    ['in the cluster', 'Xếp hạng trong cụm', '2'],
  ])('a place among others is no contradiction: %s', (_, heading, place) => {
    const table = all().replaceAll('/5', '').replace('60 | 5', '60 | 4');
    const book = workbook(table, own(place).replace('Xếp hạng', heading).replace('4/5', '').replace('5/5', ''));
    const found = book.sheets.flatMap(({ diagnostics }) => diagnostics).map(({ message }) => message);
    expect(found).toEqual([]);
  });

  test('one table ranks in the cluster, another one in the province', () => {
    const table = (heading: string, places: readonly string[]): string => `
  TT | Đơn vị | Chỉ đạo, điều hành | Cải cách thể chế | Tổng điểm | ${heading}
   | Điểm tối đa | 10 | 15 | 25 |
  1 | Xã A | 8 | 9 | 17 | ${places[0]}
  2 | Xã B | 7 | 9 | 16 | ${places[1]}
  3 | Xã C | 8 | 9 | 17 | ${places[2]}
  4 | Xã D | 5 | 9 | 14 | ${places[3]}`;
    const province = ['4/20', '7/20', '4/20', '12/20'];
    const cluster = ['1', '2', '1', '3'];
    for (const heading of ['Xếp hạng', 'Xếp hạng trong khối']) {
      const { sheets } = assessBook(
        bookOf(
          grid(table(heading, cluster), { sheet: 'Huyện' }),
          grid(table('Xếp hạng toàn tỉnh', province), { sheet: 'Tỉnh' }),
        ),
      );
      const codes = sheets.flatMap(({ diagnostics }) => diagnostics).map(({ code }) => code);
      expect(codes).not.toContain('CCHC313');
    }
  });

  test('the report of all has the points of the table, and the losses of the own sheet item by item', async () => {
    const book = workbook(all(), own());
    const r1 = [...(await reportsOf(book, 'r1')).values()].join('\n');
    const r5 = [...(await reportsOf(book, 'r5')).values()].join('\n');
    for (const said of [
      '1.1. UBND xã A\n- Tổng số điểm các tiêu chí, tiêu chí thành phần sau khi Hội đồng thẩm định: 17,5/25 điểm',
      '- Chưa theo dõi thường xuyên: xã A (tiêu chí 2.2; trừ 5,5 điểm).',
      // Only the area totals of the other units are known.
      '- Lĩnh vực 2. Cải cách thể chế: 4/5 đơn vị bị trừ điểm (xã A, xã C, xã D và xã E).',
      '1) Văn phòng (xã A)\n- Chịu trách nhiệm khắc phục nội dung bị trừ điểm tại tiêu chí 1.2; tổng điểm bị trừ: 2',
    ])
      expect(r1).toContain(said);
    expect(r5).toContain('- Tiêu chí 1.2. Báo cáo: UBND xã A (trừ 2 điểm: Báo cáo quý III gửi chậm).');
    expect(r5).toContain('- Lĩnh vực 1. Chỉ đạo, điều hành: UBND xã B (trừ 1 điểm); UBND xã D (trừ 3 điểm)');
  });

  test('points that a unit only gave itself say nothing of what an appraisal took', async () => {
    const self = own('3/5').replace('Điểm thẩm định', 'Điểm tự chấm').replaceAll('17.5', '20').replace('9.5', '12');
    const table = all().replace('Tổng điểm', 'Điểm thẩm định');
    const r1 = [...(await reportsOf(workbook(table, self.replace('4.5', '7')), 'r1')).values()].join('\n');
    expect(r1).not.toContain('tiêu chí 2.2');
  });

  test('nor with the same total of other areas', async () => {
    const self = own('').replace('Điểm thẩm định', 'Điểm tự chấm');
    const table = all().replace('Tổng điểm', 'Điểm thẩm định').replace('Xã A | 8 | 9.5', 'Xã A | 9 | 8.5');
    const r1 = [...(await reportsOf(workbook(table, self), 'r1')).values()].join('\n');
    expect(r1).not.toContain('Báo cáo quý III gửi chậm');
    expect(r1).toContain('Lĩnh vực 1. Chỉ đạo, điều hành: 4/5 đơn vị bị trừ điểm (xã A, xã B, xã D và xã E)');
    const r4 = (await reportsOf(workbook(table, self), 'r4')).get('Báo cáo kết quả của đơn vị - Xã A.docx');
    expect(r4).not.toContain('Báo cáo quý III gửi chậm');
    expect(r4).toContain('tổng điểm bị trừ: 7,5 điểm');
  });

  test('a unit with a sheet of its own keeps its place in the exported list of losses', async () => {
    const book = workbook(all(), own());
    const request = { kinds: ['diem-tru'], units: null, apart: false } as const;
    for await (const { bytes } of exportFiles(request, { book, previous: null }, nodeCodec)) {
      const values = open(bytes).book.sheets.flatMap((sheet) => sheet.grid().values);
      const names = values.map((row) => /(?<=xã )[A-E]$/i.exec(typeof row?.[1] === 'string' ? row[1] : '')?.[0]);
      expect([...new Set(names.filter((name) => name !== undefined))]).toEqual(['A', 'B', 'C', 'D', 'E']);
    }
  });

  test('nor where neither total is known', async () => {
    const self = own('')
      .replace('Điểm thẩm định', 'Điểm tự chấm')
      .replace('9.5', '')
      .replace('5 | 5 | | |', '5 | | | |');
    const table = all().replace('Tổng điểm', 'Điểm thẩm định').replace('8 | 9.5 | 17.5 | 70', '10 | | |');
    const r1 = [...(await reportsOf(workbook(table, self.replace('17.5', '')), 'r1')).values()].join('\n');
    expect(r1).not.toContain('Báo cáo quý III gửi chậm');
    expect(r1).not.toContain('xã A (tiêu chí');
  });

  test('«Điểm bị trừ» has the items of the own sheet, and stands the second time', async () => {
    const file = await workbookOf([grid(own(), { sheet: 'Xã A' }), grid(all(), { sheet: 'Toàn huyện' })]);
    const result = filled(file);
    expectFaithful(file, result);
    const sheet = open(result.file).book.sheets.find(({ name }) => name === 'Điểm bị trừ');
    const lines = (sheet?.grid().values ?? []).filter((row) => typeof row?.[0] === 'number');
    expect(lines.map((row) => [row?.[1], row?.[3], row?.[8], row?.[9] ?? ''])).toEqual([
      ['Xã A', '1.2', 2, 'Báo cáo quý III gửi chậm'],
      ['Xã A', '2.2', 5.5, 'Chưa theo dõi thường xuyên'],
      ['Xã B', '1', 1, ''],
      ['Xã C', '2', 2, ''],
      ['Xã D', '1', 3, ''],
      ['Xã D', '2', 4.5, ''],
      ['Xã E', '1', 5, ''],
      ['Xã E', '2', 5, ''],
    ]);
  });

  test('a table of areas beside a list of what was lost in them: each loss of the list, under its area', async () => {
    const list = `
      DANH MỤC TIÊU CHÍ BỊ TRỪ ĐIỂM
      TT | Đơn vị | Mã tiêu chí | Tên tiêu chí | Điểm bị trừ | Nguyên nhân | Trách nhiệm | Giải pháp khắc phục
      1 | Xã A | 1.2 | Báo cáo định kỳ | 1 | Báo cáo quý III gửi chậm | Văn phòng | Phân công người theo dõi
      2 | Xã A | 1.3 | Tuyên truyền | 1 | Chưa có chuyên mục | Văn hóa |
      3 | Xã A | 2.2 | Theo dõi thi hành pháp luật | 5.5 | Chưa theo dõi thường xuyên | Tư pháp |
      4 | Xã B | 1.2 | Báo cáo định kỳ | 1 | Thiếu báo cáo 6 tháng | Văn phòng |`;
    const book = assessBook(bookOf(grid(all(), { sheet: 'Tổng hợp' }), grid(list, { sheet: 'Điểm trừ' })));
    expect(book.sheets.flatMap(({ diagnostics }) => diagnostics).map(({ code }) => code)).not.toContain('CCHC118');
    const r3 = (await reportsOf(book, 'r3')).get('Báo cáo kiểm điểm trách nhiệm - Xã A.docx');
    for (const said of [
      'Lý do: 1.2 Báo cáo định kỳ (trừ 1 điểm): Báo cáo quý III gửi chậm;',
      '1.3 Tuyên truyền (trừ 1 điểm): Chưa có chuyên mục.',
      'Trách nhiệm: Văn phòng; Văn hóa',
      'Lý do: 2.2 Theo dõi thi hành pháp luật (trừ 5,5 điểm): Chưa theo dõi thường xuyên.',
      '- 1.2 Báo cáo định kỳ (trừ 1 điểm): Phân công người theo dõi (lĩnh vực 1).',
    ])
      expect(r3).toContain(said);
  });

  test('bodies of the parts are bodies, times are told once, and points only in plain numbers that fit', async () => {
    const list = `
      DANH MỤC TIÊU CHÍ BỊ TRỪ ĐIỂM
      TT | Đơn vị | Mã tiêu chí | Tên tiêu chí | Điểm trừ | Nguyên nhân | Trách nhiệm | Giải pháp | Thời hạn
      1 | Xã A | 1.1 | Kế hoạch | -1 | Kế hoạch chậm | Văn phòng | Ban hành sớm | Quý I
      2 | Xã A | 1.2 | Báo cáo | 1 điểm | Báo cáo chậm | Văn phòng; Tư pháp | Phân công | Quý I
      3 | Xã A | 1.3 | Tuyên truyền | 5% | Ít tin bài | Văn phòng | Viết bài | Quý II
      4 | Xã A | 2.1 | Rà soát | 3 | Rà soát chậm | Tư pháp | Rà soát ngay | Quý II
      5 | Xã A | 2.2 | Theo dõi | 4 | Ít theo dõi | Tư pháp | Theo dõi ngay | Quý II
      6 | Xã B | 1 | Chỉ đạo, điều hành | 1 | | | |
      7 | Xã B | 1.2 | Báo cáo | 1 | Thiếu báo cáo | Văn phòng | Nộp đủ | Quý III`;
    const book = assessBook(bookOf(grid(all(), { sheet: 'Tổng hợp' }), grid(list, { sheet: 'Điểm trừ' })));
    const r1 = [...(await reportsOf(book, 'r1')).values()].join('\n');
    const r3 = [...(await reportsOf(book, 'r3')).values()].join('\n');
    for (const said of [
      '1.1 Kế hoạch (trừ 1 điểm): Kế hoạch chậm',
      '1.2 Báo cáo (trừ 1 điểm): Báo cáo chậm',
      '1.3 Tuyên truyền: Ít tin bài',
      'Trách nhiệm: Văn phòng; Tư pháp',
      // Together, 3 and 4 points exceed the 5.5 points that the area lost.
      '2.1 Rà soát: Rà soát chậm',
      '1.2 Báo cáo (trừ 1 điểm): Thiếu báo cáo',
    ])
      expect(r3).toContain(said);
    expect(r1).toMatch(/1\) Văn phòng \(xã A(?: và|,) xã B\)/);
    expect(r1).toMatch(/2\) Tư pháp \(xã A\)/);
    expect(r1).toContain('thời hạn: Quý I (1.1, 1.2), Quý II (1.3)');
    // A body responsible for only one item gets only the remedies of that item.
    const [, justice = ''] = /2\) Tư pháp([^]*?)\n3\) /.exec(r1) ?? [];
    // In area 1 it answers only for 1.2.
    expect(justice).toContain('- 1.2 Báo cáo (trừ 1 điểm): Phân công (lĩnh vực 1; thời hạn: Quý I).');
    expect(justice).not.toMatch(/1\.1 Kế hoạch|1\.3 Tuyên truyền/);
    const told = book.sheets.flatMap(({ diagnostics }) => diagnostics).filter(({ code }) => code === 'CCHC404');
    expect(told.map(({ item, expected, actual }) => [item?.code, expected, actual])).toEqual([['2', '5.5', '7']]);
  });

  test("a part's cause that stands nowhere in the cause of its area is told", () => {
    const list = `
      Đơn vị | Mã tiêu chí | Tên tiêu chí | Nguyên nhân
      Xã A | 1 | Chỉ đạo, điều hành | Không kiểm tra, báo cáo chậm
      Xã A | 1.1 | Kế hoạch | Kế hoạch chậm
      Xã A | 1.2 | Báo cáo | Báo cáo chậm.
      Xã B | 1.1 | Kế hoạch | Kế hoạch chậm
      Xã B | 1.2 | Báo cáo | Thiếu báo cáo`;
    const book = assessBook(bookOf(grid(all(), { sheet: 'Tổng hợp' }), grid(list, { sheet: 'Nguyên nhân' })));
    const told = book.sheets.flatMap(({ diagnostics }) => diagnostics).filter(({ code }) => code === 'CCHC408');
    expect(told.map(({ message }) => message)).toEqual([
      'Xã A, tiêu chí 1 Chỉ đạo, điều hành: trang tính «Nguyên nhân» ô D3 ghi nguyên nhân khác với dòng đứng trước; ' +
        'đang dùng dòng đứng trước.',
    ]);
  });

  test("a cause typed in «Điểm bị trừ» and a part's row that says something else by now are one finding", async () => {
    const list = (report: string): Grid =>
      grid(
        'Đơn vị | Mã tiêu chí | Tên tiêu chí | Nguyên nhân\nXã A | 1.1 | Kế hoạch | Kế hoạch chậm\n' +
          `Xã A | 1.2 | Báo cáo | ${report}`,
        { sheet: 'Nguyên nhân' },
      );
    const host = memoryHost([grid(all(), { sheet: 'Tổng hợp' }), list('Báo cáo chậm')]);
    const first = bookOf(...host.grids());
    await host.applyEdits(planEdits(first, assessBook(first)));
    const told = (report: string, words: string): string[] => {
      const grids = host.grids().map((each) => {
        if (each.sheet === 'Nguyên nhân') return list(report);
        if (each.sheet !== 'Điểm bị trừ') return each;
        const at = each.values.flatMap((row, y) =>
          (row ?? []).flatMap((value, x) =>
            typeof value === 'string' && value.includes('Báo cáo chậm') ? [{ row: y, column: x }] : [],
          ),
        );
        expect(at).toHaveLength(1);
        return typed(each, toA1(at[0]!), words);
      });
      return assessBook(bookOf(...grids))
        .sheets.flatMap(({ diagnostics }) => diagnostics)
        .filter(({ code }) => code === 'CCHC408')
        .map(({ message }) => message.replace(/ô [A-Z]+\d+(?=;|\.$)/g, 'ô …'));
    };
    const words = '1.1 Kế hoạch: Kế hoạch chậm; 1.2 Báo cáo: Báo cáo chậm, đã nhắc';
    expect(told('Báo cáo chậm', words)).toEqual([]);
    expect(told('Thiếu báo cáo', words)).toEqual([
      'Xã A, tiêu chí 1 Chỉ đạo, điều hành: trang tính «Nguyên nhân» ô D3 ghi nguyên nhân khác với trang tính ' +
        '«Điểm bị trừ» ô …; đang dùng trang tính «Điểm bị trừ» ô ….',
    ]);
  });

  test('places that Excel made days of: nobody is placed tenth of nine', async () => {
    const day = (month: number, date: number): string => String(Date.UTC(2023, month - 1, date) / 86_400_000 + 25_569);
    // 9 October, 7 May and 12 April: the dates that «9/10», «5/7» and «4/12» become under one or the other regional
    // setting of Windows.
    const table = own(day(4, 12)).replace('4/5', day(10, 9)).replace('5/5', day(5, 7));
    const book = assessBook(bookOf(grid(table, { dates: ['E3', 'E6', 'E9'] })));
    const r4 = [...(await reportsOf(book, 'r4')).values()].join('\n');
    expect(r4).toContain('xếp hạng 4/12 (theo bảng)');
    expect(r4).toContain('xếp hạng 5/7 (theo bảng)');
    const told = book.sheets.flatMap(({ diagnostics }) => diagnostics);
    expect(told.map(({ code, severity, expected }) => [code, severity, expected])).toEqual([
      ['CCHC204', 'note', '9/10'],
      ['CCHC204', 'note', '5/7'],
      ['CCHC204', 'note', '4/12'],
    ]);
  });

  test('nor one of months: what is no day of a month Excel takes as a month and a year', async () => {
    const day = (year: number, month: number): string => String(Date.UTC(year, month - 1, 1) / 86_400_000 + 25_569);
    const reported = async (area: string): Promise<readonly string[]> => {
      const table = own(day(1963, 5)).replace('4/5', day(2022, 9)).replace('5/5', area);
      const dates = ['E3', 'E9', ...(area.includes('/') ? [] : ['E6'])];
      const book = assessBook(bookOf(grid(table, { dates })));
      const r4 = [...(await reportsOf(book, 'r4')).values()].join('\n');
      expect(r4).toContain('xếp hạng 5/63 (theo bảng)');
      const told = book.sheets.flatMap(({ diagnostics }) => diagnostics).filter(({ code }) => code === 'CCHC204');
      return [...told.map(({ expected, severity }) => expected ?? severity), ...(r4.match(/1\/9|9\/22/g) ?? [])];
    };
    // 9/22 if the day comes first, else 1/9.
    expect(await reported('')).toEqual(['warning', '5/63']);
    expect(await reported('13/22')).toEqual(['9/22', '5/63', '9/22']);
    expect(await reported('4/9')).toEqual(['1/9', '5/63', '1/9']);
    expect(await reported(day(1934, 12))).toEqual(['warning', '12/34', '5/63']);
  });
});
