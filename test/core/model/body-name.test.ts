import { describe, expect, test } from '@jest/globals';
import { bodyInSentence, unbroken } from '../../../src/core/model/body-name';

describe('a letterhead inside a sentence', () => {
  test.each([
    ['HỘI ĐỒNG ĐÁNH GIÁ, CHẤM ĐIỂM CCHC', 'Hội đồng đánh giá, chấm điểm CCHC'],
    ['UBND XÃ ĐĂK MÔN', 'UBND xã Đăk Môn'],
    ['ỦY BAN NHÂN DÂN THỊ XÃ AN NHƠN', 'Ủy ban nhân dân thị xã An Nhơn'],
    ['PHÒNG NỘI VỤ HUYỆN VÂN CANH', 'Phòng Nội vụ huyện Vân Canh'],
    ['SỞ NỘI VỤ', 'Sở Nội vụ'],
    ['VĂN PHÒNG HĐND VÀ UBND THÀNH PHỐ QUY NHƠN', 'Văn phòng HĐND và UBND thành phố Quy Nhơn'],
    ['HỘI ĐỒNG CÁC XÃ, THỊ TRẤN HUYỆN KON RẪY', 'Hội đồng các xã, thị trấn huyện Kon Rẫy'],
    ['SỞ LAO ĐỘNG VÀ XÃ HỘI', 'Sở Lao động và xã hội'],
    ['Hội đồng thẩm định CCHC', 'Hội đồng thẩm định CCHC'],
  ])('«%s» is «%s»', (loud, said) => {
    expect(bodyInSentence(loud)).toBe(said);
  });
});

test('a place and its kind stay on one line, and nothing else is tied together', () => {
  const tied = (text: string): string => unbroken(text).replaceAll('\u00a0', '_');
  expect(tied('Phân tích chỉ số năm 2021 của UBND huyện Vân Canh')).toBe(
    'Phân tích chỉ số năm 2021 của UBND_huyện_Vân_Canh',
  );
  expect(tied('đối với UBND xã Hòa Bình 1 và Thị trấn Đăk Rve năm 2022')).toBe(
    'đối với UBND_xã_Hòa_Bình_1 và Thị_trấn_Đăk_Rve năm 2022',
  );
  expect(tied('đối với UBND các xã, thị trấn năm 2022')).toBe('đối với UBND các xã, thị trấn năm 2022');
  expect(tied(`UBND xã ${'Rất Dài '.repeat(9)}`)).not.toContain('_');
});
