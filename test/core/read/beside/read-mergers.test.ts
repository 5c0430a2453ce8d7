import { describe, expect, test } from '@jest/globals';
import { mergersInBook, mergersInText } from '../../../../src/core/read/beside/read-mergers';
import { assessBook } from '../../../../src/core/assess';
import { bookOf, grid } from '../../../kit/grid';

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

  test('«và» inside of a name parts nothing', () => {
    const line = 'Sở Nông nghiệp và Môi trường = Sở Nông nghiệp và Phát triển nông thôn; Sở Tài nguyên và Môi trường';
    expect(mergersInText(line)).toEqual([
      {
        name: 'Sở Nông nghiệp và Môi trường',
        former: ['Sở Nông nghiệp và Phát triển nông thôn', 'Sở Tài nguyên và Môi trường'],
      },
    ]);
    expect(mergersInText('Xã A = xã B và xã C')[0]?.former).toEqual(['xã B', 'xã C']);
    expect(mergersInText('Xã A = các xã B và C')[0]?.former).toEqual(['xã B', 'xã C']);
  });

  test('a table of points that names the former communes is scored, and «căn cứ» is no old one', () => {
    const table = grid(`TT | Tên xã sau sắp xếp | Các xã cũ | Chỉ đạo | Thể chế | Tổng điểm
 | Điểm tối đa | | 10 | 10 | 20
1 | Xã An Bình | Xã A; Xã B | 9 | 8 | 17
2 | Xã Bình Minh | Xã C; Xã D | 8 | 8 | 16`);
    expect(mergersInBook(bookOf(table))).toMatchObject({ mergers: [{ former: ['Xã A', 'Xã B'] }, {}], lists: [] });
    expect(assessBook(bookOf(table)).sheets[0]?.units).toHaveLength(2);
    const notes = grid('TT | Đơn vị mới | Căn cứ cụ thể\n1 | Xã A | QĐ một\n2 | Xã B | QĐ hai');
    expect(mergersInBook(bookOf(notes)).mergers).toEqual([]);
  });
});
