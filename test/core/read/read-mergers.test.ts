import { describe, expect, test } from '@jest/globals';
import { mergersInBook, mergersInText } from '../../../src/core/read/read-mergers';
import { bookOf, grid } from '../../kit/grid';

describe('a list of mergers', () => {
  test('a line a unit: the new one before the old ones, in the words of a resolution as well', () => {
    expect(
      mergersInText(
        '\ufeffXã Đăk Mar = Xã Đăk Mar; Xã Đăk Hring\r\n\r\nXã Đăk Hà: các xã Hà Mòn, Đăk La và thị trấn Đăk Hà',
      ),
    ).toEqual([
      { name: 'Xã Đăk Mar', former: ['Xã Đăk Mar', 'Xã Đăk Hring'] },
      { name: 'Xã Đăk Hà', former: ['xã Hà Mòn', 'xã Đăk La', 'thị trấn Đăk Hà'] },
    ]);
  });

  test('a sheet with both columns, the new name standing once for several rows', () => {
    const { mergers, lists } = mergersInBook(
      bookOf(
        grid(`DANH SÁCH SẮP XẾP ĐƠN VỊ HÀNH CHÍNH
TT | Đơn vị mới (sau sắp xếp) | Đơn vị cũ
1 | Xã Đăk Mar | Xã Đăk Mar
 |  | Xã Đăk Hring
2 | Phường Kon Tum | Phường Thắng Lợi, Phường Quyết Thắng`),
      ),
    );
    expect(lists).toHaveLength(1);
    expect(mergers).toEqual([
      { name: 'Xã Đăk Mar', former: ['Xã Đăk Mar', 'Xã Đăk Hring'] },
      { name: 'Phường Kon Tum', former: ['Phường Thắng Lợi', 'Phường Quyết Thắng'] },
    ]);
  });

  test('a table of points is no such list', () => {
    expect(mergersInBook(bookOf(grid('TT | Đơn vị | Năm cũ | Điểm\n1 | Xã A | 70 | 80'))).mergers).toEqual([]);
  });
});
