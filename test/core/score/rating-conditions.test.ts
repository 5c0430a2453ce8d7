/**
 * Conditions and caps of ratings as a province's decision lays them down: three units with 96, one with 88 and one with
 * 70 points of 100, so that the conditions alone decide their ratings.
 */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { planEdits } from '../../../src/core/fill';
import type { UnitScores } from '../../../src/core/model/score-sheet';
import { resolveUnits } from '../../../src/core/score/limited-units';
import { decimal } from '../../../src/core/values/decimal';
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
    'Không xếp loại Xuất sắc khi có tiêu chí 0 điểm',
    'Điều kiện xếp loại | Xuất sắc | không có tiêu chí nào bị 0 điểm',
    'Điều kiện xếp loại | Xuất sắc: không có tiêu chí thành phần nào đạt 0 điểm',
  ])('«%s» takes the band from a unit that has an item with 0 points', (line) => {
    expect(ratings(line)).toEqual(['Xuất sắc', 'Tốt', 'Xuất sắc', 'Tốt', 'Không hoàn thành']);
  });

  test.each(['Xuất sắc: không tiêu chí nào 0 điểm', 'Không xếp loại Xuất sắc khi có tiêu chí 0 điểm'])(
    '«%s» above the first band belongs to no scale and ends none',
    (line) => {
      const [heading, ...bands] = SCALE.replace('95', '97').trim().split('\n');
      const settings = [heading, line, ...bands].join('\n');
      const [sheet] = assessBook(bookOf(TABLE, grid(settings, { sheet: 'Cấu hình' }))).sheets;
      expect(sheet?.units.map(({ rating }) => rating)).toEqual(['Tốt', 'Tốt', 'Tốt', 'Tốt', 'Không hoàn thành']);
      expect(sheet?.settings.ratingConditions).toHaveLength(1);
    },
  );

  test('a level that is denied for a reason that nobody understands is said', () => {
    expect(said('Không xếp loại Xuất sắc khi trời mưa', 'unread-condition')).toHaveLength(1);
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

  test.each([
    'Không hoàn thành khi không tự chấm điểm | Xã An Bình',
    'Không hoàn thành nếu không tự chấm điểm | Xã An Bình',
    'Không hoàn thành đối với đơn vị không tự chấm điểm | Xã An Bình',
    'Không hoàn thành khi bị cảnh cáo | Xã An Bình',
  ])('«%s» says the level before when it holds', (line) => {
    expect(ratings(line)).toEqual(['Không hoàn thành', ...ratings('').slice(1)]);
    expect(said(line, 'unread-condition')).toEqual([]);
  });

  test('a level with a clause that nobody understands is said as well', () => {
    expect(said('Tốt khi có tiêu chí 1.1 dưới 50%', 'unread-condition')).toHaveLength(1);
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

const FIRST_TWO_DOWN = ['Xuất sắc', 'Tốt', 'Xuất sắc', 'Tốt', 'Không hoàn thành'];
const AN_BINH_DOWN = ['Tốt', ...PLAIN.slice(1)];

describe('a sentence is understood whole, or reported', () => {
  test.each([
    'Xuất sắc: không có tiêu chí nào 0 điểm và người đứng đầu không bị kỷ luật',
    'Xuất sắc: không có tiêu chí nào 0 điểm hoặc người đứng đầu không bị kỷ luật',
    'Xuất sắc: không có tiêu chí nào 0 điểm, không lĩnh vực nào dưới 80%',
    'Tối đa Tốt khi có từ 2 tiêu chí 0 điểm trở lên',
    'Xuất sắc: lĩnh vực 3 không có tiêu chí nào 0 điểm',
    'Tối đa Tốt khi tiêu chí 1.1 0 điểm',
    'Xuất sắc: không tiêu chí nào 0 điểm, trừ tiêu chí 1.2',
    'Xuất sắc: không lĩnh vực nào dưới 80%',
    'Xuất sắc: không xét đơn vị không bị kỷ luật',
    'Tối đa Tốt khi người đứng đầu bị kỷ luật trở lên',
    'Tối đa Tốt khi người đứng đầu bị khiển trách 2 lần',
    'Xuất sắc: người đứng đầu bị khiển trách | Xã An Bình',
    'Tối đa Tốt, trừ khi người đứng đầu bị khiển trách | Xã An Bình',
    'Xuất sắc và Giỏi: không tiêu chí nào 0 điểm',
  ])('«%s» is reported and lowers nobody', (line) => {
    expect(ratings(line)).toEqual(PLAIN);
    expect(said(line, 'unread-condition')).toEqual([expect.stringContaining(`«${line.split(' | ')[0] ?? ''}»`)]);
  });

  test.each([
    'Tối đa Tốt khi có tiêu chí 0 điểm',
    'Xếp loại tối đa Tốt khi có ít nhất một tiêu chí bị 0 điểm',
    'Tối đa Tốt nếu có từ 1 tiêu chí 0 điểm trở lên',
    'Xuất sắc: chỉ xét khi không có tiêu chí nào bị điểm 0',
    'Xuất sắc: không xét đơn vị có tiêu chí 0 điểm',
    'Xếp loại Xuất sắc: không tiêu chí nào 0 điểm',
  ])('«%s» is about every item', (line) => {
    expect(ratings(line)).toEqual(FIRST_TWO_DOWN);
    expect(said(line, 'unread-condition')).toEqual([]);
  });

  test.each([
    'Xuất sắc: không xét đơn vị có người đứng đầu bị khiển trách | Xã An Bình',
    'Xuất sắc: chỉ xét khi chưa bị kỷ luật | Xã An Bình',
    'Tối đa Tốt khi không tự đánh giá đúng thực tế | Xã An Bình',
    'Xếp loại tối đa Tốt khi người đứng đầu bị khiển trách | Xã An Bình',
    'Xếp loại không quá Tốt đối với đơn vị có người đứng đầu bị kỷ luật | Xã An Bình',
    'Điều kiện xếp loại | Tối đa Tốt | người đứng đầu bị khiển trách | Xã An Bình',
  ])('«%s» lowers the unit that is named', (line) => {
    expect(ratings(line)).toEqual(AN_BINH_DOWN);
    expect(said(line, 'unread-condition')).toEqual([]);
  });
});

describe('lists of units', () => {
  test.each([
    ['từ cảnh cáo trở lên', 'cách chức', true],
    ['từ cảnh cáo trở lên', 'khiển trách', false],
    ['khiển trách trở lên', 'cảnh cáo', true],
    ['khiển trách trở lên', 'kỷ luật', true],
    ['cảnh cáo', 'kỷ luật', false],
    ['khiển trách hoặc cảnh cáo', 'cảnh cáo', true],
  ])('«bị %s» and those of «bị %s»', (asked, listed, isLowered) => {
    const lines = `Tối đa Tốt khi người đứng đầu bị ${asked}\nBị ${listed} | Xã An Bình`;
    expect(ratings(lines)).toEqual(isLowered ? AN_BINH_DOWN : PLAIN);
    expect(said(lines, 'unread-condition')).toHaveLength(isLowered ? 0 : 1);
  });

  test('one that no condition speaks of is reported', () => {
    expect(said('Bị khiển trách | Xã An Bình', 'unread-condition')).toEqual([expect.stringContaining('Cấu hình!B6')]);
  });

  test.each(['không', 'Không có đơn vị nào', '', '-', '12/QĐ-UBND', 'Quyết định số 12/QĐ-UBND, ngày 5/3/2026'])(
    '«%s» is no unit',
    (units) => {
      const lines = `Tối đa Tốt khi bị khiển trách\nBị khiển trách | ${units}`;
      expect([ratings(lines), said(lines, 'unread-condition')]).toEqual([PLAIN, []]);
    },
  );

  test.each([
    ['Xã An Bình, Xã Cẩm Sơn'],
    ['Xã An Bình; Xã Cẩm Sơn'],
    ['Xã An Bình | Xã Cẩm Sơn'],
    ['Xã An Bình\n | Xã Cẩm Sơn'],
    ['Xã An Bình (12/QĐ-UBND)\n | Xã Cẩm Sơn | 13/QĐ-UBND'],
  ])('«%s» are two', (units) => {
    const lowered = ['Tốt', 'Xuất sắc', 'Tốt', 'Tốt', 'Không hoàn thành'];
    for (const lines of [`Tối đa Tốt khi bị khiển trách\nBị khiển trách | ${units}`, `Tối đa Tốt khi sai | ${units}`])
      expect([ratings(lines), said(lines, 'unread-condition')]).toEqual([lowered, []]);
  });

  test('a bare name that two units fit is asked about, and a comma within a name divides nothing', () => {
    const named = (name: string) => ({ name, position: 0 }) as UnitScores;
    const units = ['Xã An Bình', 'Phường An Bình', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở Nội vụ'].map(named);
    const { ratingConditions: read = [] } = readSettings(
      grid('Tối đa Tốt khi bị khiển trách | An Bình; Sở Nội vụ, Sở Văn hóa, Thể thao và Du lịch'),
    );
    const { ratingConditions, unreadConditions } = resolveUnits({ ratingConditions: read, unreadConditions: [] }, [
      { units },
    ]);
    expect(ratingConditions.map((each) => each.units)).toEqual([['Sở Nội vụ', 'Sở Văn hóa, Thể thao và Du lịch']]);
    expect(unreadConditions.map(({ because }) => because)).toEqual([
      '«An Bình» có thể là «Xã An Bình» hoặc «Phường An Bình»; hãy ghi đủ tên',
    ]);
  });
});

describe('where conditions stand', () => {
  const broken = (first: string, second = '') => {
    const { values, ...sheet } = grid(SCALE.trimEnd() + '\nX | Y', { sheet: 'Cấu hình' });
    const withBreaks = values.map((row = []) =>
      row.map((cell) => (cell === 'X' ? first : cell === 'Y' ? second : cell)),
    );
    const [assessment] = assessBook(bookOf(TABLE, { ...sheet, values: withBreaks })).sheets;
    const unread = assessment?.diagnostics.filter(({ alias }) => alias === 'unread-condition') ?? [];
    return [assessment?.units.map(({ rating }) => rating), unread.length];
  };

  test('each line of a cell is a condition or a unit of its own, a wrapped one is whole', () => {
    const both = ['Xuất sắc', 'Hoàn thành', 'Xuất sắc', 'Tốt', 'Không hoàn thành'];
    const lines = 'Xuất sắc: không tiêu chí nào 0 điểm\nTốt: không tiêu chí nào 0 điểm';
    expect(broken('Điều kiện xếp loại', lines)).toEqual([both, 0]);
    expect(broken(lines)).toEqual([both, 0]);
    expect(broken('Xuất sắc:\n- không tiêu chí nào 0 điểm\n- có sáng kiến')).toEqual([FIRST_TWO_DOWN, 1]);
    expect(broken('Điều kiện xếp loại', 'Xuất sắc: không tiêu chí\nnào 0 điểm')).toEqual([FIRST_TWO_DOWN, 0]);
    expect(broken('Tối đa Tốt khi bị khiển trách', 'Xã An Bình\nXã Cẩm Sơn')).toEqual([
      ['Tốt', 'Xuất sắc', 'Tốt', 'Tốt', 'Không hoàn thành'],
      0,
    ]);
  });

  test.each([
    'Điều kiện xếp loại | Xuất sắc: không tiêu chí nào 0 điểm\n | Tối đa Tốt khi bị khiển trách | Xã An Bình',
    'Điều kiện xếp loại | Xuất sắc | không tiêu chí nào 0 điểm\n | Tối đa Tốt | bị khiển trách | Xã An Bình',
    'Điều kiện xếp loại |\nXuất sắc | không tiêu chí nào 0 điểm\nTối đa Tốt | bị khiển trách | Xã An Bình',
    'Điều kiện xếp loại |\nMức xếp loại | Điều kiện\nXuất sắc | không tiêu chí nào 0 điểm\n' +
      'Tối đa Tốt | bị khiển trách | Xã An Bình',
    '1 | Điều kiện xếp loại |\n1.1 | Xuất sắc | không tiêu chí nào 0 điểm\n1.2 | Tối đa Tốt | bị kỷ luật | Xã An Bình',
    'Xuất sắc: không tiêu chí nào 0 điểm\nTối đa Tốt khi bị khiển trách\nBị khiển trách |\nXã An Bình',
    'Điều kiện xếp loại: Xuất sắc: không tiêu chí nào 0 điểm\nTối đa Tốt khi bị khiển trách | Xã An Bình',
  ])('rows below go on: «%s»', (lines) => {
    expect(ratings(lines)).toEqual(['Tốt', 'Tốt', 'Xuất sắc', 'Tốt', 'Không hoàn thành']);
    expect(said(lines, 'unread-condition')).toEqual([]);
  });

  test('they take no other setting along', () => {
    const settings = readSettings(
      grid('Điều kiện xếp loại | Xuất sắc: không tiêu chí nào 0 điểm\n | Làm tròn | 3\nBước điểm | 0,5'),
    );
    expect(settings).toMatchObject({ places: 3, step: decimal('0.5') });
  });

  test.each([
    'Ghi chú: không sửa các ô có công thức',
    'Kiến nghị: đơn vị không nộp báo cáo tự đánh giá thì nhắc',
    'Nơi nhận: Phòng Thiết bị không lưu',
    'Ký hiệu: "-" không đánh giá',
    'Điểm cộng: không tính quá 5',
    'Điều kiện xếp loại | không có',
    'Tối đa 5 điểm khi có sáng kiến',
    'Lưu ý: tiêu chí nào 0 điểm thì ghi 0',
  ])('«%s» is no condition', (line) => {
    expect([ratings(line), said(line, 'unread-condition')]).toEqual([PLAIN, []]);
  });

  test.each([
    ['không bao gồm cận dưới', false],
    ['không kể cả 90', false],
    ['bao gồm cả mốc 80', true],
    ['đơn vị hoàn thành xuất sắc nhiệm vụ', true],
    ['', true],
  ])('«%s» beside a band is no condition', (text, inclusive) => {
    const { scale, unreadConditions = [] } = readSettings(grid(`Thang xếp loại |\nXuất sắc | 90 | ${text}\nTốt | 80`));
    expect([scale?.[0]?.inclusive, unreadConditions]).toEqual([inclusive, []]);
  });

  test('the message quotes the condition alone, with its whole address', () => {
    const scale = SCALE.trim().replace('Xuất sắc | 95', 'Xuất sắc | 95 | không bao gồm | không lĩnh vực nào dưới 80%');
    const { scale: bands, unreadConditions } = readSettings(grid(scale, { sheet: 'Cấu hình' }));
    expect(bands?.[0]?.inclusive).toBe(false);
    expect(unreadConditions).toEqual([
      { words: 'Xuất sắc: không lĩnh vực nào dưới 80%', where: expect.stringMatching(/^Cấu hình!D2$/) },
    ]);
  });
});
