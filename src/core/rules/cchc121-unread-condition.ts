/** CCHC121 — a rating condition in `Cấu hình` that is not understood or has no effect. */
import type { Rule } from '../model/rule';
import { deniedBy, isAbout, unknownLevels } from '../model/rating-limits';

export const unreadCondition: Rule = {
  code: 'CCHC121',
  alias: 'unread-condition',
  severity: 'warning',
  title: 'Điều kiện xếp loại chưa được hiểu',
  find: ({ settings: { scale, ratingConditions, unreadConditions } }) => [
    ...unreadConditions.map(({ words, where, because }) => ({
      at: [],
      message:
        `Điều kiện xếp loại «${words}» ở ô ${where} chưa được áp dụng vì ` +
        (because ??
          'chưa hiểu; hãy ghi như «Xuất sắc: không tiêu chí nào 0 điểm» hoặc «Tối đa Tốt khi … | tên đơn vị»') +
        '.',
    })),
    ...ratingConditions
      .filter((each) => unknownLevels(each, scale).length > 0)
      .map(({ words, where }) => ({
        at: [],
        message: `Điều kiện xếp loại «${words}» ở ô ${where} nêu mức không có trong thang xếp loại.`,
      })),
    ...ratingConditions
      .filter(
        (each) =>
          each.denies === 'above' && unknownLevels(each, scale).length === 0 && deniedBy(each, scale).length === 0,
      )
      .map(({ words, where }) => ({
        at: [],
        message: `Điều kiện xếp loại «${words}» ở ô ${where} không hạ mức nào vì đã nêu mức cao nhất.`,
      })),
    ...ratingConditions
      .filter((list) => list.denies === 'nothing' && !ratingConditions.some((each) => isAbout(each, list)))
      .map(({ words, where }) => ({
        at: [],
        message: `Danh sách «${words}» ở ô ${where} chưa được áp dụng vì không điều kiện xếp loại nào nói đến.`,
      })),
  ],
};
