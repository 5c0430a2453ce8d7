/** Names of units, with and without the kind of territory. */
import { expect, test } from '@jest/globals';
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
