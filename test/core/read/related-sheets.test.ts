/** Several sheets of the same units: joined, compared or asked about, and never ranked against each other. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { isCurrent } from '../../../src/core/matching/split-years';
import { planEdits } from '../../../src/core/fill';
import { placeOf } from '../../../src/core/model/score-sheet';
import { toA1 } from '../../../src/core/values/address';
import { toText } from '../../../src/core/values/decimal';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { bookOf, grid } from '../../kit/grid';

const assessed = (...grids: readonly Grid[]) => assessBook(bookOf(...grids));

/** «Xã A 1.5/5 of 2», only what counts. */
const results = (book: ReturnType<typeof assessed>): string[] =>
  book.sheets.filter(isCurrent).flatMap(({ units }) =>
    units.map(({ unit, totals, rankOf, undetermined }) => {
      const total = totals.awardedTotal;
      const shown = undetermined || !total ? 'asked' : `${toText(total.points)}/${toText(total.max)}`;
      return `${unit.name} ${shown}${rankOf === null ? '' : ` of ${String(rankOf)}`}`;
    }),
  );

const errors = (book: ReturnType<typeof assessed>): string[] =>
  book.sheets.flatMap(({ diagnostics }) =>
    diagnostics.flatMap(({ severity, alias, message }) => (severity === 'error' ? [`${alias}: ${message}`] : [])),
  );

const detail = (rows: string, sheet: string): Grid =>
  grid(`TT | Nội dung | Điểm tối đa | UBND xã IaGrai | TT Đăk Rve | Xã Mĩ Đức\n${rows}`, { sheet });

const DETAIL = detail(
  "1 | CHỈ ĐẠO | 3 | 2.5 | 2 | 3\n'1.1' | Kế hoạch | 1 | 0.5 | 1 | 1\n'1.2' | Báo cáo | 2 | 2 | 1 | 2\n" +
    "2 | THỂ CHẾ | 2 | 1 | 2 | 1\n'2.1' | Văn bản | 2 | 1 | 2 | 1",
  'Chi tiết',
);

describe('a detailed sheet beside «Tổng hợp»', () => {
  const summary = (max: number): Grid =>
    grid(
      `TT | Đơn vị | Chỉ đạo | Thể chế | Tổng điểm\n | Điểm tối đa | ${max} | 2 | ${max + 2}\n` +
        '1 | Xã Ia Grai | 2.5 | 1 | 3.5\n2 | Thị trấn Đắk Rve | 2 | 2 | 4\n3 | Ủy ban nhân dân xã Mỹ Ðức | 3 | 1 | 4',
      { sheet: 'Tổng hợp' },
    );

  test('counts, the summary is compared with it: IaGrai, TT and Mĩ are Ia Grai, thị trấn and Mỹ', () => {
    const book = assessed(summary(3), DETAIL);
    expect(results(book)).toEqual(['UBND xã IaGrai 3.5/5 of 2', 'TT Đăk Rve 4/5 of 2', 'Xã Mĩ Đức 4/5 of 2']);
    expect(book.sheets.map(({ scoreSheet }) => [scoreSheet.sheet, scoreSheet.restates])).toEqual([
      ['Tổng hợp', 'Chi tiết'],
      ['Chi tiết', undefined],
    ]);
    expect(errors(book)).toEqual([]);
  });

  test('whose maximum is another one is asked about in the summary', () => {
    const book = assessed(summary(4), DETAIL);
    expect(results(book)).toEqual(['UBND xã IaGrai 3.5/5 of 2', 'TT Đăk Rve 4/5 of 2', 'Xã Mĩ Đức 4/5 of 2']);
    expect(errors(book).map((each) => /cho (.+) là (.+) hay (.+?), vì/.exec(each)?.slice(1))).toEqual([
      ['Xã Ia Grai', '6', '5'],
      ['Thị trấn Đắk Rve', '6', '5'],
      ['Ủy ban nhân dân xã Mỹ Ðức', '6', '5'],
    ]);
  });

  test('that states no maximum at all is asked about once, unless both are out of 100', () => {
    const totals = (points: readonly number[]): Grid =>
      grid(
        `TT | Đơn vị | Tổng điểm\n1 | Xã Ia Grai | ${points[0]}\n2 | Thị trấn Đắk Rve | ${points[1]}\n` +
          `3 | Ủy ban nhân dân xã Mỹ Ðức | ${points[2]}`,
        { sheet: 'Tổng hợp' },
      );
    expect(
      errors(assessed(totals([3.5, 4, 4]), DETAIL)).map((each) => /trên (.+) hay trên (.+?), vì/.exec(each)?.slice(1)),
    ).toEqual([['100', '5']]);
    const ofHundred = grid(
      'TT | Nội dung | Điểm tối đa | Xã Ia Grai | TT Đăk Rve | Xã Mĩ Đức\n1 | Chỉ đạo | 60 | 50 | 45 | 40\n' +
        '2 | Thể chế | 40 | 30 | 35 | 40',
      { sheet: 'Chi tiết' },
    );
    expect(errors(assessed(totals([80, 80, 80]), ofHundred))).toEqual([]);
  });

  test('whose stated indices are its points over the maximum of the details is out of that', () => {
    const plain = grid('TT | Nội dung | Điểm tối đa | Xã A | Xã B\n1 | Chỉ đạo | 6 | 5 | 5\n2 | Thể chế | 4 | 3 | 4', {
      sheet: 'Chi tiết',
    });
    const totals = (index: number): Grid =>
      grid(`TT | Đơn vị | Tổng điểm | Chỉ số | Xếp hạng\n1 | Xã A | 8 | ${index} | 2\n2 | Xã B | 9 | 90 | 1`, {
        sheet: 'Tổng hợp',
      });
    expect(errors(assessed(plain, totals(80)))).toEqual([]);
    expect(results(assessed(plain, totals(80)))).toEqual(['Xã A 8/10 of 2', 'Xã B 9/10 of 2']);
    // An index that disagrees leaves the summary open and the details unchanged.
    expect(errors(assessed(plain, totals(70)))).toHaveLength(1);
    expect(results(assessed(plain, totals(70))).slice(0, 2)).toEqual(['Xã A 8/10 of 2', 'Xã B 9/10 of 2']);
  });
});

describe('rounds', () => {
  const round = (sheet: string, points: number): Grid =>
    grid(`TT | Nội dung | Điểm tối đa | Xã A | Xã B\n'1' | Kế hoạch | 2 | ${points} | 1\n'2' | Báo cáo | 3 | 1 | 2.5`, {
      sheet,
    });
  const all = [round('Tự chấm', 2), round('Thẩm định lần 1', 1.5), round('Thẩm định lần 2', 1)];

  test('the last one counts, every other one is said', () => {
    const book = assessed(...all);
    expect(results(book)).toEqual(['Xã A 2/5 of 2', 'Xã B 3.5/5 of 2']);
    expect(book.unreadSheets).toEqual([
      { sheet: 'Thẩm định lần 1', why: 'là vòng chấm trước của trang tính «Thẩm định lần 2»' },
      { sheet: 'Tự chấm', why: 'là điểm tự chấm, được đặt cạnh điểm của trang tính «Thẩm định lần 2»' },
    ]);
    expect(book.sheets[0]?.scoreSheet.reading.blocks[0]?.round).toBe('Thẩm định lần 2');
    expect(book.sheets[0]?.deductions.map(({ at }) => at.column)).toEqual([3, 3, 4, 4]);
  });

  test('another one counts where «Trang không tính» names the last', () => {
    const settings = grid('Trang không tính | Thẩm định lần 2', { sheet: 'Cấu hình' });
    expect(results(assessed(...all, settings))).toEqual(['Xã A 2.5/5 of 2', 'Xã B 3.5/5 of 2']);
  });
});

test("a unit's own draft and final version are no two sides, whatever their tabs say", () => {
  const own = (sheet: string, points: number): Grid =>
    grid(
      `PHIẾU TỰ CHẤM ĐIỂM CCHC NĂM 2025\nĐơn vị: Xã A\nTT | Nội dung | Điểm tối đa | Điểm tự chấm\n` +
        `'1' | Kế hoạch | 2 | ${points}\n'2' | Báo cáo | 3 | 1`,
      { sheet },
    );
  for (const [first, second] of [
    ['Nháp', 'Chính thức'],
    ['Lần 1', 'Lần 2'],
    ['Tự chấm', 'Bản cuối cùng'],
    ['Tự chấm', 'Chính thức'],
  ] as const)
    expect(errors(assessed(own(first, 2), own(second, 1.5)))).toEqual(
      Array.from({ length: 2 }, () => expect.stringContaining('trang tính nào được tính')),
    );
});

describe('parts of one set on sheets of their own', () => {
  const part = (code: number, sheet = `Phần ${code}`): Grid =>
    detail(`${code} | PHẦN ${code} | 3 | 2 | 2 | 3\n'${code}.1' | Việc ${code} | 3 | 2 | 2 | 3`, sheet);

  test('are one table where codes run on through them, in the order of the codes', () => {
    const book = assessed(part(2, 'Sở Tư pháp'), part(1, 'Sở Nội vụ'));
    expect(results(book)).toEqual(['UBND xã IaGrai 4/6 of 2', 'TT Đăk Rve 4/6 of 2', 'Xã Mĩ Đức 6/6 of 2']);
    expect(errors(book)).toEqual([]);
    const [sheet] = book.sheets;
    expect(
      sheet?.deductions.map(({ unit, item, at }) => {
        const place = placeOf(sheet.scoreSheet, at);
        return `${unit.name} ${item.code} ${place.sheet} ${toA1(place.at)}`;
      }),
    ).toEqual([
      'UBND xã IaGrai 1.1 Sở Nội vụ D3',
      'UBND xã IaGrai 2.1 Sở Tư pháp D3',
      'TT Đăk Rve 1.1 Sở Nội vụ E3',
      'TT Đăk Rve 2.1 Sở Tư pháp E3',
    ]);
    expect(sheet?.scoreSheet.reading.blocks.map((block) => block.sheet)).toEqual(['Sở Nội vụ', 'Sở Tư pháp']);
  });

  test('marks go where the cells lie; results stand on a sheet of the addin, with references into each part', () => {
    const book = bookOf(part(1), part(2));
    const edits = planEdits(book, assessBook(book));
    const marked = (sheet: string): string[] =>
      edits.flatMap((each) =>
        each.sheet === sheet ? each.edits.flatMap((edit) => (edit.kind === 'mark' ? [toA1(edit.at)] : [])) : [],
      );
    expect([marked('Phần 1'), marked('Phần 2')]).toEqual([
      ['D3', 'E3'],
      ['D3', 'E3'],
    ]);
    expect(edits.flatMap((each) => each.edits).filter(({ kind }) => kind === 'cell')).toEqual([]);
    const drawn = edits.find(({ sheet }) => sheet === 'Kết quả')?.drawing;
    const formulas = [...(drawn?.rows ?? [])].flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell?.content?.kind === 'formula' ? [cell.content.formula] : [])),
    );
    expect(formulas.some((text) => text.includes("SUM('Phần 1'!D3,'Phần 2'!D3)"))).toBe(true);
  });

  test('a total that a part states is checked in the part', () => {
    const wrong = detail(
      "1 | PHẦN 1 | 3 | 2 | 2 | 3\n'1.1' | Việc | 3 | 2 | 2 | 3\n | Tổng điểm | 3 | 2.5 | 2 | 3",
      'Phần 1',
    );
    const [sheet] = assessed(wrong, part(2)).sheets;
    expect(sheet?.diagnostics.map(({ alias, at, message }) => [alias, at.map(toA1).join(), message])).toEqual([
      [
        'mismatched-total',
        'D4',
        'UBND xã IaGrai: tổng điểm ở ô D4 ghi 2,5 nhưng cộng các tiêu chí được 2 (trang tính «Phần 1»).',
      ],
    ]);
  });

  test('a unit that one of them does not have is undetermined, the others are not', () => {
    const without = grid('TT | Nội dung | Điểm tối đa | UBND xã IaGrai | TT Đăk Rve\n3 | PHẦN 3 | 2 | 1 | 1', {
      sheet: 'Phần 3',
    });
    const book = assessed(part(1), part(2), without);
    expect(results(book)).toEqual(['UBND xã IaGrai 5/8 of 1', 'TT Đăk Rve 5/8 of 1', 'Xã Mĩ Đức asked']);
    expect(errors(book)[0]).toContain('điểm của Xã Mĩ Đức ở trang tính «Phần 3» đứng ở đâu');
  });

  test('of one unit that no sheet names are no units of their own', () => {
    const one = (sheet: string, code: number): Grid =>
      grid(`TT | Nội dung | Điểm tối đa | Điểm đạt được\n${code} | Phần ${code} | 3 | 2`, { sheet });
    expect(results(assessed(one('LV1', 1), one('LV2', 2)))).toEqual([' 4/6']);
    expect(results(assessed(one('Thể chế', 1), one('Bộ máy', 2)))).toEqual([' 4/6']);
    expect(results(assessed(one('Xã A', 1), one('Xã B', 1)))).toEqual(['Xã A 2/3 of 1', 'Xã B 2/3 of 1']);
  });

  test('are asked about where nothing says that they belong together', () => {
    const table = (name: string): Grid => detail(`1 | ${name} | 3 | 2 | 2 | 3`, name);
    const book = assessed(table('Cải cách hành chính'), table('Chuyển đổi số'));
    expect(results(book)).toEqual(
      Array.from({ length: 2 }, () => ['UBND xã IaGrai asked', 'TT Đăk Rve asked', 'Xã Mĩ Đức asked']).flat(),
    );
    expect(errors(book)[0]).toContain('các trang tính «Cải cách hành chính» và «Chuyển đổi số» cộng lại thế nào');
  });

  test('are added up by «Tổng hợp», which is compared with them', () => {
    const summary = grid(
      'TT | Đơn vị | Phần 1 | Phần 2 | Tổng điểm\n | Điểm tối đa | 3 | 3 | 6\n' +
        '1 | UBND xã IaGrai | 2 | 2 | 4\n2 | TT Đăk Rve | 2 | 2 | 4\n3 | Xã Mĩ Đức | 3 | 3 | 6',
      { sheet: 'Tổng hợp' },
    );
    const table = (name: string): Grid => detail(`1 | ${name} | 3 | 2 | 2 | 3`, name);
    const book = assessed(summary, table('Phần chung'), table('Phần riêng'));
    expect(results(book)).toEqual(['UBND xã IaGrai 4/6 of 2', 'TT Đăk Rve 4/6 of 2', 'Xã Mĩ Đức 6/6 of 2']);
    expect(book.sheets.map(({ scoreSheet }) => scoreSheet.restates)).toEqual(['Phần chung', undefined]);
  });
});

test('a sheet of the same units that cannot be read leaves nothing to be told', () => {
  const broken = grid('Xã A | Xã B | Xã C\n1 | 2 | 3\n2 | 1 | 1\n1 | 1 | 1', { sheet: 'Bản 2' });
  const read = grid('TT | Nội dung | Điểm tối đa | Xã A | Xã B\n1 | Kế hoạch | 2 | 1 | 1\n2 | Báo cáo | 3 | 1 | 2', {
    sheet: 'Bản 1',
  });
  const book = assessed(read, broken);
  expect(results(book)).toEqual(['Xã A asked', 'Xã B asked']);
  expect(book.unreadSheets).toEqual([{ sheet: 'Bản 2', why: 'không có dòng tiêu đề của bảng điểm' }]);
});

describe('whom and when', () => {
  const one = (title: string, sheet: string, rows = "'1' | Kế hoạch | 2 | 1.5\n'2' | Báo cáo | 3 | 2"): Grid =>
    grid(`${title}\nTT | Nội dung | Điểm tối đa | Điểm đạt được\n${rows}`, { sheet });

  test('one unit beside one unit of another year is compared, however they are called', () => {
    const book = assessed(one('BẢNG ĐIỂM XÃ IA GRAI NĂM 2024', '2024'), one('BẢNG ĐIỂM NĂM 2025', '2025'));
    expect(book.sheets.map(({ isEarlier }) => isEarlier)).toEqual([true, false]);
    expect(results(book)).toEqual([' 3.5/5']);
  });

  test.each([
    ['a tab that holds a year', 'BẢNG ĐIỂM NĂM 2025', 'CCHC 2025', ''],
    ['a numbered tab', 'UBND HUYỆN VÂN CANH\nUBND XÃ AN BÌNH\nBẢNG ĐIỂM NĂM 2025', 'Biểu 1', 'UBND XÃ AN BÌNH'],
    ['the body that wrote the sheet', 'UBND TỈNH BÌNH ĐỊNH\nSỞ NỘI VỤ\nBẢNG ĐIỂM', 'Năm 2025', ''],
    ['a unit’s tab with its year', 'BẢNG ĐIỂM', 'Xã Tân An 2025', 'Xã Tân An'],
    ['who scores itself', 'UBND TỈNH\nSỞ Y TẾ\nBẢNG TỰ CHẤM ĐIỂM', '2025', 'SỞ Y TẾ'],
  ])('%s', (_what, title, tab, name) => {
    expect(assessed(one(title, tab)).sheets[0]?.scoreSheet.units[0]?.name).toBe(name);
  });

  test('the stated place is read from its label', () => {
    const rows = "'1' | Kế hoạch | 2 | 1.5\n | Tổng điểm | 2 | 1.5\n | XẾP HẠNG 9/10 | |";
    const [sheet] = assessed(one('BẢNG ĐIỂM', 'Xã A', rows)).sheets;
    const rank = sheet?.scoreSheet.units[0]?.stated.rank;
    expect([rank?.text, rank?.value && toText(rank.value), rank?.of && toText(rank.of)]).toEqual(['9/10', '9', '10']);
  });
});

describe('units whose cells are no numbers, and what is no unit', () => {
  test('stay units, undetermined, with the likely reading of each cell', () => {
    const book = assessed(
      grid(
        "TT | Nội dung | Điểm tối đa | Xã A | Xã B | Xã C\n'1' | Kế hoạch | 2 | 1,5 (trừ 0,5) | Đạt | 2\n" +
          "'2' | Báo cáo | 3 | '1, 5' | Không đạt | 3\n'3' | Kiểm tra | 3 | 75 % | Đạt | 1",
      ),
    );
    expect(results(book)).toEqual(['Xã A asked', 'Xã B asked', 'Xã C 6/8 of 1']);
    expect(
      book.sheets[0]?.diagnostics
        .filter(({ alias }) => alias === 'damaged-number')
        .flatMap(({ suggestions }) => suggestions.map(({ value }) => value)),
    ).toEqual(['1.5', '2', '1.5', '0', '2.25', '3']);
  });

  test('cells shown as percent in a column of points are asked about', () => {
    const book = assessed(
      grid("TT | Nội dung | Điểm tối đa | Xã A | Xã B\n'1' | Kế hoạch | 2 | 0.5 | 2\n'2' | Báo cáo | 3 | 1 | 3", {
        percents: ['D2', 'D3'],
      }),
    );
    expect(results(book)).toEqual(['Xã A asked', 'Xã B 5/5 of 1']);
  });

  test('averages, medians and sums over units are none of them, whatever their number', () => {
    const book = assessed(
      grid(
        'TT | Đơn vị | Thể chế (10 điểm) | TTHC (20 điểm)\n1 | Xã A | 8 | 15\n2 | Xã B | 9 | 16\n' +
          '3 | Trung vị | 8.5 | 15.5\n4 | Bình quân toàn huyện | 8.5 | 15.5\n' +
          '5 | Tổng cộng các xã | 17 | 31\n6 | TB chung | 8.5 | 15.5',
      ),
    );
    expect(results(book)).toEqual(['Xã A 23/30 of 2', 'Xã B 25/30 of 2']);
  });
});

test('items below a table whose header was not repeated as it is are said, and nothing is told', () => {
  const book = assessed(
    grid(
      "TT | Nội dung | Điểm tối đa | Xã A | Xã B\n'1' | Kế hoạch | 2 | 1 | 2\n'2' | Báo cáo | 3 | 1 | 3\n" +
        ' | Tổng điểm | 5 | 2 | 5\nKHỐI PHƯỜNG | | | |\nMục | Việc | Khung | Phường C | Phường D\n' +
        ' | Kế hoạch | 2 | 1 | 2\n | Báo cáo | 3 | 1 | 3',
    ),
  );
  expect(results(book)).toEqual(['Xã A asked', 'Xã B asked']);
  expect(errors(book)[0]).toContain('unread-rows: Có 2 dòng (trong các dòng 7–8)');
});

describe('the sheet of self-scores and its maxima', () => {
  const judged = grid(
    "TT | Nội dung | Điểm cao nhất | Xã An Bình | Xã Phú Lộc\n'1' | Kế hoạch | 2 | 1 | 1\n" +
      "'2' | Báo cáo | 3 | KĐG | 2.5\n'3' | Văn bản | 5 | 4 | 3\n" +
      ' | Tổng điểm | 10 | 5 | 6.5\n | Chỉ số |  | 71.43 | 65',
    { sheet: 'Điểm thẩm định' },
  );
  const self = (heads: string): Grid =>
    grid(
      `TT | Nội dung | ${heads}\n'1' | Kế hoạch | 2 | 2 | 2\n'2' | Báo cáo | 3 | KĐG | 3\n` +
        "'3' | Văn bản | 5 | 5 | 5\n | Tổng điểm | 10 | 7 | 10\n | Chỉ số |  | 71.43 | 65",
      { sheet: 'Điểm tự chấm' },
    );

  test('that are those of the appraisal are asked of nobody, though every unit claims them all', () => {
    const book = assessed(self('Mức điểm | Xã An Bình | Xã Phú Lộc'), judged);
    expect(errors(book)).toEqual([]);
    expect(results(book)).toEqual(['Xã An Bình 5/7 of 2', 'Xã Phú Lộc 6.5/10 of 2']);
    expect(book.sheets[0]?.units.map(({ totals }) => totals.selfTotal && toText(totals.selfTotal.points))).toEqual([
      '7',
      '10',
    ]);
  });

  test('that stand under the name of a unit are asked about', () => {
    const book = assessed(self('Xã An Bình | Điểm cao nhất | Xã Phú Lộc'), judged);
    expect(errors(book).join('\n')).toContain('điểm tối đa');
  });
});

test('a self-score on its own sheet is found there, and its text is corrected by nobody here', () => {
  const side = (sheet: string, [first = '', second = '']: readonly string[]): Grid =>
    grid(`TT | Nội dung | Điểm tối đa | Xã An\n'1' | Thể chế | 5 | ${first}\n'2' | Thủ tục | 5 | ${second}`, { sheet });
  const [table] = assessed(side('Tự chấm', ["'4,5'", '6']), side('Thẩm định', ['4', '5'])).sheets;
  const found = (alias: string) => table?.diagnostics.filter((each) => each.alias === alias) ?? [];
  expect(found('score-above-max').map(({ message }) => message)).toEqual([
    'Xã An, tiêu chí 2 Thủ tục: điểm tự chấm 6 ở ô D3 của trang tính «Tự chấm» vượt điểm tối đa 5.',
  ]);
  expect(found('text-number')).toEqual([]);
});
