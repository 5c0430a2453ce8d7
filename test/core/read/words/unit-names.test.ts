/** Names of units, with and without the kind of territory. */
import { expect, test } from '@jest/globals';
import { roleOfHeader } from '../../../../src/core/read/words/header-words';
import { namesBody, namesPlace } from '../../../../src/core/read/words/unit-names';
import { grid } from '../../../kit/grid';
import { scoresOf, sheetOf } from '../show';

test.each(['Tân An', 'Kon Rẫy', 'Ðông Hòa', 'ĐĂK HÀ'])('«%s» may be a place without its kind', (text) => {
  expect([namesPlace(text), namesBody(text)]).toEqual([true, false]);
});

test.each(['TT.Đăk Rve', 'TT Đăk Rve', 'P. Cẩm Sơn', 'TX.An Nhơn', 'UBND. Xã An', 'Phường 3'])(
  '«%s» is a body',
  (text) => {
    expect(namesBody(text)).toBe(true);
  },
);

test.each(['P. Nội vụ chấm', 'Xã chấm', 'TT', 'Huyện đánh giá'])('«%s» is no name of a body', (text) => {
  expect(namesBody(text)).toBe(false);
});

test.each(['A', 'Cột B', 'Quý II', 'Cột 4', 'Tân', 'Tự Chấm', 'Điểm Chuẩn', 'Hội đồng chấm'])(
  '«%s» is no name of a place',
  (text) => expect(namesPlace(text)).toBe(false),
);

test('columns headed by bare names alone are the units, not the sides of one', () => {
  const sheet = sheetOf(
    grid(`
      Lĩnh vực          | Điểm chuẩn | An Bình | Bình Minh | Cẩm Sơn
      Chỉ đạo điều hành | 20         | 18      | 17        | 15
      Cải cách thể chế  | 10         | 9       | 8         | 7
      Cải cách TTHC     | 40         | 35      | 30        | 33
      Cộng              | 70         | 62      | 55        | 55
    `),
  );
  expect(sheet.units.map(({ name }) => name)).toEqual(['An Bình', 'Bình Minh', 'Cẩm Sơn']);
  expect(scoresOf(sheet, 2)).toEqual(['15', '7', '33']);
});

/** Communes of the list of 2025; most names contain a word of the field, or one that is a letter from it. */
const REAL = [
  ...['Xã Ia Chim', 'Ia Chim', 'UBND xã Nậm Chày', 'Nậm Chày', 'XÃ IA CHIM', 'XÃ TỰ DO', 'XÃ TRUNG BÌNH'],
  ...['Phường Tăng Nhơn Phú', 'Tăng Nhơn Phú', 'Năm Căn', 'Cấp Tiến', 'Ban Công', 'Sở Dầu', 'Xã Thẩm Dương', 'Tự Lập'],
];

test.each(REAL)('«%s» is a unit over one column and over two', (name) => {
  const points = '| 3 | 2,5 | 2,75 | 3 | 2\n| 4 | 3,5 | 3 | 4 | 3,25';
  const kind = /^(XÃ|Xã|Phường|UBND xã) /.exec(name)?.[0] ?? '';
  const names = [`${kind}Kim Sơn`, name, `${kind}Tân Lập`, `${kind}Mỹ Lộc`];
  const [first = '', second = ''] = points.split('\n');
  const one = sheetOf(
    grid(`TT | Nội dung | Điểm tối đa | ${names.join(' | ')}\nI | Chỉ đạo ${first}\nII | Thể chế ${second}`),
  );
  const both = (cells: string): string => {
    const [, max = '', ...scores] = cells.split('| ');
    return ['', max, ...scores.flatMap((score) => [max, `${score} `])].join('| ');
  };
  const two = sheetOf(
    grid(`
      TT | Nội dung | Điểm tối đa | ${names.join(' | | ')} |
         |          |             ${'| Tự chấm | Thẩm định'.repeat(4)}
      I  | Chỉ đạo ${both(first)}
      II | Thể chế ${both(second)}
    `),
  );
  for (const sheet of [one, two]) expect(sheet.units.map((unit) => unit.name)).toEqual(names);
});

test.each(['Kết Quả', 'Cấp Huyện', 'Cơ Sở', 'Tăng Giảm'])('«%s» is no name of a place', (text) => {
  expect(namesPlace(text) && roleOfHeader(text) === null).toBe(false);
});

test.each([
  ['Xã Kim Sơn', '$ tự chấm | $ thẩm định'],
  ['Xã Tự Do', '$ Tự chấm | $ Thẩm định'],
  ['Xã Kim Sơn', '$ (tự chấm) | $ (thẩm định)'],
  ['Xã Kim Sơn', '$ - TC | $ - TĐ'],
  ['Kim Sơn', '$: tự chấm | $: thẩm định'],
  ['Xã Kim Sơn', 'Điểm tự chấm của $ | Điểm thẩm định $'],
  ['Sở Nội vụ', 'Tự chấm $ | Thẩm định $'],
])('«%s» with its side in one heading, «%s», is a unit', (unit, headings) => {
  const units = [unit, unit.replace(/\S+ \S+$/, 'Tân Lập'), unit.replace(/\S+ \S+$/, 'Mỹ Lộc')];
  const sheet = sheetOf(
    grid(`
      TT | Nội dung | Điểm tối đa | ${units.map((name) => headings.replaceAll('$', name)).join(' | ')}
      I  | Chỉ đạo  | 3           | 3 | 2,5 | 3 | 3   | 2,5 | 2
      II | Thể chế  | 4           | 4 | 3,5 | 4 | 3   | 4   | 3,25
    `),
  );
  expect(sheet.units.map(({ name }) => name)).toEqual(units);
  expect(sheet.units.map(({ awardedRole }) => awardedRole)).toEqual(units.map(() => 'appraised'));
});

test('«Xã tự chấm | Huyện Vân Canh chấm» are sides of one unit', () => {
  const sheet = sheetOf(
    grid(`
      TT | Nội dung | Điểm tối đa | Xã tự chấm | Huyện Vân Canh chấm
      I  | Chỉ đạo  | 3           | 3          | 2,5
      II | Thể chế  | 4           | 4          | 3,5
    `),
  );
  expect(sheet.units.length).toBe(1);
});
