/**
 * Text in encodings from before Unicode. Expected bytes: `iconv -t TCVN` (glibc) and the published VNI-Windows table.
 */
import { describe, expect, test } from '@jest/globals';
import { fromOldFont, mayBeOld, oldFontOf } from '../../../src/core/values/old-fonts';

describe('fonts', () => {
  test.each([
    ['.VnTime', 'tcvn3'],
    ['.VnArial Narrow', 'tcvn3'],
    ['.VnTimeH', 'capitals'],
    ['VNI-Times', 'vni'],
    ['Times New Roman', null],
    ['Vnive', null],
  ])('%s', (font, kind) => {
    expect(oldFontOf(font)).toBe(kind);
  });
});

describe('TCVN3', () => {
  test.each([
    ['§iÓm tèi ®a', 'Điểm tối đa'],
    ['Néi dung tiªu chÝ', 'Nội dung tiêu chí'],
    ['nghØ phÐp, chuÈn kü thuËt sè', 'nghỉ phép, chuẩn kỹ thuật số'],
    ['x· Ngäc Håi', 'xã Ngọc Hồi'],
    ['KÕt qu¶ thÈm ®Þnh n¨m 2025', 'Kết quả thẩm định năm 2025'],
    ['TTHC 1,5 ® 95%', 'TTHC 1,5 đ 95%'],
  ])('%s', (typed, shown) => {
    expect(fromOldFont(typed, 'tcvn3')).toBe(shown);
  });

  test('fonts of capitals show them', () => {
    expect(fromOldFont('tæng hîp ®iÓm', 'capitals')).toBe('TỔNG HỢP ĐIỂM');
  });
});

describe('VNI', () => {
  test.each([
    ['Ñieåm toái ña', 'Điểm tối đa'],
    ['Noäi dung tieâu chí', 'Nội dung tiêu chí'],
    ['nghæ pheùp, chuaån kyõ thuaät soá', 'nghỉ phép, chuẩn kỹ thuật số'],
    ['xaõ Ngoïc Hoài, phöôøng Bình Ñöùc', 'xã Ngọc Hồi, phường Bình Đức'],
    ['TOÅNG HÔÏP, Keát quaû thaåm ñònh naêm 2025', 'TỔNG HỢP, Kết quả thẩm định năm 2025'],
    ['lónh vöïc, ñeà nghò, yù kieán, kyû luaät, nhaän ñöôïc', 'lĩnh vực, đề nghị, ý kiến, kỷ luật, nhận được'],
  ])('%s', (typed, shown) => {
    expect(fromOldFont(typed, 'vni')).toBe(shown);
  });
});

test('Unicode text in such a font stays as it is', () => {
  for (const font of ['tcvn3', 'capitals', 'vni'] as const)
    expect(fromOldFont('Xếp loại: Khá, điểm áp dụng', font)).toBe('Xếp loại: Khá, điểm áp dụng');
});

test('only text that looks like it is worth asking for its font', () => {
  expect(['§iÓm tèi ®a', 'tiªu chÝ', 'Ñieåm', 'Noäi dung'].map(mayBeOld)).toEqual([true, true, true, true]);
  expect(['Điểm tối đa', 'Số: 12/BC-UBND', '37 °C', 'Nội dung – «tiêu chí»', 'ý kiến à'].map(mayBeOld)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
