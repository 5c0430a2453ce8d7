/**
 * Conditions and caps of ratings as a decision of a province lays them down: three units at 96, one at 88 and one at 70
 * points of 100, so that their ratings follow from the conditions alone.
 */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { planEdits } from '../../../src/core/fill';
import { readSettings } from '../../../src/core/settings/settings';
import { bookOf, grid } from '../../kit/grid';

const TABLE = grid(
  `
TT | Tiêu chí | Điểm tối đa | Xã An Bình |  | Xã Bình Minh |  | Xã Cẩm Sơn |  | Xã Đăk Hà |  | Xã Ia Grai |
 |  |  | Tự chấm | Thẩm định | Tự chấm | Thẩm định | Tự chấm | Thẩm định | Tự chấm | Thẩm định | Tự chấm | Thẩm định
1 | CẢI CÁCH THỂ CHẾ | 50 | 50 | 50 | 50 | 46 | 46 | 46 |  | 44 | 50 | 40
1.1 | Kế hoạch | 4 | 4 | 4 | 4 | 0 | 4 | 4 |  | 4 | 4 | 0
1.2 | Báo cáo | 46 | 46 | 46 | 46 | 46 | 42 | 42 |  | 40 | 46 | 40
2 | CẢI CÁCH THỦ TỤC | 50 | 50 | 46 | 50 | 50 | 50 | 50 |  | 44 | 50 | 30
2.1 | Công khai | 50 | 50 | 46 | 50 | 50 | 50 | 50 |  | 44 | 50 | 30
 | Tổng điểm | 100 | 100 | 96 | 100 | 96 | 96 | 96 |  | 88 | 100 | 70
 | Chỉ số CCHC (%) |  |  |  |  |  |  |  |  |  |  |
 | Xếp loại |  |  |  |  |  |  |  |  |  |  |
`,
  { sheet: 'Bảng tổng hợp' },
);

const SCALE = `
Thang xếp loại |
Xuất sắc | 95
Tốt | 85
Hoàn thành | 75
Không hoàn thành | dưới 75
`;

const assessed = (lines: string) =>
  assessBook(bookOf(TABLE, grid(SCALE.trimEnd() + '\n' + lines.trim(), { sheet: 'Cấu hình' })));
const ratings = (lines: string): (string | null)[] =>
  assessed(lines).sheets[0]?.units.map(({ rating }) => rating) ?? [];
const said = (lines: string, alias: string): string[] =>
  assessed(lines).sheets[0]?.diagnostics.flatMap((each) => (each.alias === alias ? [each.message] : [])) ?? [];

const PLAIN = ['Xuất sắc', 'Xuất sắc', 'Xuất sắc', 'Tốt', 'Không hoàn thành'];

describe('conditions and caps of ratings', () => {
  test('without a condition the index alone decides', () => {
    expect(ratings('')).toEqual(PLAIN);
  });

  test.each([
    'Xuất sắc: không tiêu chí nào 0 điểm',
    'Điều kiện xếp loại | Xuất sắc | không có tiêu chí nào bị 0 điểm',
    'Điều kiện xếp loại | Xuất sắc: không có tiêu chí thành phần nào đạt 0 điểm',
  ])('«%s» takes the band from a unit that has an item with 0 points', (line) => {
    expect(ratings(line)).toEqual(['Xuất sắc', 'Tốt', 'Xuất sắc', 'Tốt', 'Không hoàn thành']);
  });

  test('what two levels ask for takes the next one that asks for nothing', () => {
    expect(ratings('Xuất sắc: không tiêu chí nào 0 điểm\nTốt: không tiêu chí nào 0 điểm')[1]).toBe('Hoàn thành');
    expect(ratings('Điều kiện xếp loại | Xuất sắc và Tốt: không tiêu chí nào 0 điểm')[1]).toBe('Hoàn thành');
  });

  test('caps hold for the units that are named, beside the condition or in a line of their own', () => {
    expect(ratings('Tối đa Tốt khi người đứng đầu bị khiển trách | UBND xã An Bình')).toEqual([
      'Tốt',
      ...PLAIN.slice(1),
    ]);
    const lines = `
Tối đa Tốt khi người đứng đầu bị khiển trách
tối đa Hoàn thành khi bị cảnh cáo
Bị khiển trách | Xã An Bình
Người đứng đầu bị cảnh cáo | Xã Cẩm Sơn; Xã Đăk Hà`;
    expect(ratings(lines)).toEqual(['Tốt', 'Xuất sắc', 'Hoàn thành', 'Hoàn thành', 'Không hoàn thành']);
  });

  test('a unit that did not score itself', () => {
    expect(ratings('Không hoàn thành: đơn vị không tự chấm')[3]).toBe('Không hoàn thành');
  });

  test('a condition beside its band is no word of the bound', () => {
    const scale = SCALE.replace('Xuất sắc | 95', 'Xuất sắc | 95 | không tiêu chí nào 0 điểm');
    const settings = readSettings(grid(scale, { sheet: 'Cấu hình' }));
    expect(settings.scale?.[0]).toMatchObject({ label: 'Xuất sắc', inclusive: true });
    expect(settings.ratingConditions).toMatchObject([{ test: 'zero', denies: 'levels', levels: ['xuat sac'] }]);
  });

  test('a note says why a rating is lower than its index, with the cell of the condition', () => {
    expect(said('Xuất sắc: không tiêu chí nào 0 điểm', 'limited-rating')).toEqual([
      'Xã Bình Minh: xếp loại «Tốt» thay cho «Xuất sắc» của chỉ số 96 vì tiêu chí 1.1 Kế hoạch 0 điểm (Cấu hình!A6).',
    ]);
  });

  test('what is not understood, or names nobody, is said with its cell', () => {
    expect(said('Điều kiện xếp loại | Xuất sắc: có sáng kiến cấp tỉnh', 'unread-condition')).toEqual([
      expect.stringContaining('Cấu hình!B6'),
    ]);
    expect(said('Giỏi: không tiêu chí nào 0 điểm', 'unread-condition')).toHaveLength(1);
    expect(said('Tối đa Tốt khi bị khiển trách | Xã Không Có', 'unread-condition')).toEqual([
      expect.stringContaining('«Xã Không Có»'),
    ]);
  });

  test('the written formula counts items with 0 points, and knows no band above a cap', () => {
    const lines = 'Xuất sắc: không tiêu chí nào 0 điểm\nTối đa Tốt khi bị khiển trách | Xã Cẩm Sơn';
    const book = bookOf(TABLE, grid(SCALE.trimEnd() + '\n' + lines, { sheet: 'Cấu hình' }));
    const formulas = planEdits(book, assessBook(book)).flatMap(({ sheet, edits }) =>
      edits.flatMap((edit) =>
        sheet === 'Bảng tổng hợp' && edit.kind === 'cell' && edit.content.kind === 'formula' && edit.at.row === 9
          ? [edit.content.formula]
          : [],
      ),
    );
    expect(formulas[1]).toContain('IF(AND(G9>=95,COUNTIF(G4:G5,0)+COUNTIF(G7,0)=0),"Xuất sắc",IF(G9>=85,"Tốt"');
    expect(formulas[2]).not.toContain('Xuất sắc');
  });
});
