/** CCHC119 — a list of losses: the areas' own figures count, and the items listed below are not added up. */
import type { Rule } from '../model/rule';

export const listOfLosses: Rule = {
  code: 'CCHC119',
  alias: 'list-of-losses',
  severity: 'note',
  title: 'Bảng chỉ liệt kê các tiêu chí bị mất điểm',
  find: function* ({ scoreSheet: { facts } }) {
    for (const fact of facts) {
      if (fact.kind !== 'list-of-losses') continue;
      yield {
        at: [fact.at],
        message:
          'Dưới mỗi lĩnh vực bảng chỉ liệt kê các tiêu chí bị mất điểm; điểm và điểm tối đa của lĩnh vực được lấy ' +
          'như bảng ghi, không cộng từ các dòng bên dưới.',
      };
    }
  },
};
