import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { allMatches } from '../../../src/core/matching/answer';
import { matchUnits, unitFinder } from '../../../src/core/matching/find-units';
import { bookOf, grid } from '../../kit/grid';
import { unitRows } from '../../kit/score-sheet';

const meant = (name: string, ...units: string[]): readonly string[] =>
  allMatches(unitFinder(units, (unit) => unit)(name));

describe('a unit is known by its name', () => {
  test.each([
    ['UBND xã Ia Grai', 'Xã Ia Grai'],
    ['Uỷ ban nhân dân xã Ia Grai', 'xã Ia Grai'],
    ['ỦY BAN NHÂN DÂN XÃ IA GRAI', 'UBND xã Ia Grai'],
    ['Xã IaGrai', 'Xã Ia Grai'],
    ['UBND xãIa Grai', 'Xã Ia Grai'],
    ['TT Đăk Rve', 'Thị trấn Đăk Rve'],
    ['TT. Đăk Rve', 'UBND thị trấn Đăk Rve'],
    ['UBND TT.Đắk Rve', 'Thị trấn Đăk Rve'],
    ['Xã Đắk Hà', 'Xã Đăk Hà'],
    ['Xã Đắc Hà', 'Xã Đăk Hà'],
    ['Xã Ðăk Hà', 'Xã Đăk Hà'],
    ['Xã Ɖăk Hà', 'Xã Đăk Hà'],
    ['xa Dak Ha', 'Xã Đăk Hà'],
    ['Xã Mĩ Lộc', 'Xã Mỹ Lộc'],
    ['Xã Mỹ Kì', 'Xã Mĩ Kỳ'],
    ['Xã Hoà Bình', 'Xã Hòa Bình'],
    ['Xã Hòa Bình'.normalize('NFD'), 'Xã Hòa Bình'],
    ['P. Lê Lợi', 'Phường Lê Lợi'],
    ['P.01', 'Phường 1'],
    ['TP Kon Tum', 'Thành phố Kon Tum'],
    ['TT Y tế', 'Trung tâm Y tế'],
    ['Đăk Hà', 'Xã Đăk Hà'],
    ['Xã Kon-Plông', 'Xã Kon Plông'],
  ])('«%s» is «%s»', (name, unit) => {
    expect(meant(name, 'Xã Khác', unit)).toEqual([unit]);
  });

  test.each([
    ['Xã Hòa Bình', 'Xã Hóa Bình'],
    ['Xã Tân Lập', 'Xã Tân Lạp'],
    ['Xã Tân Thành', 'Xã Tân Thạnh'],
    ['Phường 1', 'Phường 11'],
    ['Phường 1', 'Xã 1'],
    ['Thị trấn Đăk Hà', 'Xã Đăk Hà'],
    ['Xã Thúy Lai', 'Xã Thúi Lai'],
    ['Xã A', 'Xã A mới'],
    ['Sở Nội vụ', 'Phòng Nội vụ'],
    ['', 'Xã A'],
    ['UBND', 'Xã A'],
  ])('«%s» is not «%s»', (name, unit) => {
    expect(meant(name, unit)).toEqual([]);
  });

  test('as it stands, where its other spelling stands there too; by none, where only other spellings do', () => {
    expect(meant('Xã Đắk Hà', 'Xã Đăk Hà', 'Xã Đắk Hà')).toEqual(['Xã Đắk Hà']);
    expect(meant('Xã Đắc Hà', 'Xã Đăk Hà', 'Xã Đắk Hà')).toEqual(['Xã Đăk Hà', 'Xã Đắk Hà']);
    expect(meant('Đăk Hà', 'Thị trấn Đăk Hà', 'Xã Đăk Hà')).toEqual(['Thị trấn Đăk Hà', 'Xã Đăk Hà']);
  });

  test('two of one list are never one of the other', () => {
    const pairs = (some: string[], others: string[]): [string, string][] => {
      const [now, before] = [some, others].map(
        (names) => unitRows(`unit | Tổng.self\n${names.map((name) => `${name} | 1`).join('\n')}`).units,
      );
      return matchUnits(now!, before!).flatMap((unit, at): [string, string][] =>
        unit ? [[some[at]!, unit.name]] : [],
      );
    };
    expect(pairs(['Xã Đăk Hà', 'Xã Đắk Hà'], ['Xã Đắk Hà'])).toEqual([['Xã Đắk Hà', 'Xã Đắk Hà']]);
    expect(pairs(['Xã Đắc Hà', 'Xã Đắk Hà'], ['Xã Đăk Hà'])).toEqual([]);
    expect(pairs(['TT Đăk Hà', 'Xã Đắk Hà'], ['Thị trấn Đắk Hà', 'UBND xã Đăk Hà'])).toEqual([
      ['TT Đăk Hà', 'Thị trấn Đắk Hà'],
      ['Xã Đắk Hà', 'UBND xã Đăk Hà'],
    ]);
  });
});

describe('a line of the sheet «Nguyên nhân»', () => {
  const causes = (units: string, lines: string): string[] => {
    const book = bookOf(
      grid(
        `TT | Nội dung | Điểm tối đa | ${units}\n1 | CHỈ ĐẠO | 2 | |\n` +
          '1.1 | Kế hoạch | 1 | 0.5 | 0.5\n1.2 | Báo cáo | 1 | 0.5 | 0.5',
      ),
      grid(`Đơn vị | Mã | Tiêu chí | Nguyên nhân\n${lines}`, { sheet: 'Nguyên nhân' }),
    );
    return assessBook(book).sheets.flatMap(({ deductions, diagnostics }) => [
      ...deductions.flatMap(({ unit, item, cause }) => (cause === null ? [] : [`${unit.name} ${item.code}: ${cause}`])),
      ...diagnostics.flatMap(({ alias, message }) => (alias === 'unmatched-cause' ? [message] : [])),
    ]);
  };

  test('reaches its unit in any spelling', () => {
    expect(
      causes('TT Đăk Rve | Xã Ia Grai', 'UBND thị trấn Đắk Rve | 1.1 | | muộn\nXã IaGrai | 1.2 | | thiếu'),
    ).toEqual(['TT Đăk Rve 1.1: muộn', 'Xã Ia Grai 1.2: thiếu']);
  });

  test('that could be of two units is told, and used for neither', () => {
    expect(causes('Xã Đăk Hà | Xã Đắk Hà', 'Xã Đắc Hà | 1.1 | | muộn\nXã Đắk Hà | 1.2 | | thiếu')).toEqual([
      'Xã Đắk Hà 1.2: thiếu',
      'Trang tính «Nguyên nhân» ô D2 ghi đơn vị «Xã Đắc Hà», có thể là «Xã Đăk Hà» hoặc ' +
        '«Xã Đắk Hà»; nguyên nhân này chưa được dùng.',
    ]);
  });
});
