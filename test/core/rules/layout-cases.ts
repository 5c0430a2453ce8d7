import { decimal } from '../../../src/core/values/decimal';
import { scoreSheet, unitRows } from '../../kit/score-sheet';
import { noZeroFor, criteriaSet, type Cases } from './try-rule';

const PLAIN = 'code | name | max | Xã A.self\n1 | Một | 2 |\n1.1 | Kế hoạch | 1 | 1\n1.2 | Báo cáo | 1 | 0.5';
const sheet = scoreSheet(PLAIN);
const at = { row: 3, column: 1 };

export const LAYOUT_CASES: Cases = {
  'missing-header': {
    valid: { 'a sheet with a header': { sheet } },
    invalid: {
      'a sheet without one': {
        sheet: scoreSheet(PLAIN, { facts: [{ kind: 'missing-header' }] }),
        found: ['error'],
        says: 'Trang tính «Bảng tổng hợp» không có dòng tiêu đề',
      },
    },
  },
  'missing-column': {
    valid: {
      'all columns': { sheet },
      'no maximum anywhere': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | | 1\n2 | Hai | | 2', {
          facts: [{ kind: 'no-maximum' }],
        }),
      },
      'a maximum in the score itself': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | | 75,42/94\n2 | Hai | 2 | 1'),
      },
    },
    invalid: {
      'a table without names': {
        sheet: scoreSheet(PLAIN, { facts: [{ kind: 'missing-column', role: 'name', at: { row: 0, column: 1 } }] }),
        found: ['B1 error'],
        says: 'thiếu cột nội dung tiêu chí, nên chưa tính được (xem tiêu đề ở ô B1)',
      },
      'a table of losses without scores': {
        sheet: scoreSheet(PLAIN, {
          facts: [{ kind: 'missing-column', role: 'appraised', at: { row: 0, column: 3 }, hasLosses: true }],
        }),
        found: ['D1 error'],
        says: 'chỉ có cột điểm bị trừ (ô D1), không có cột điểm tự chấm hay điểm thẩm định, nên chưa tính được',
      },
      'one item without a maximum beside others': {
        sheet: scoreSheet('code | name | max | A.self | B.self\n1 | Một | 2 | 1 | 1\n2 | Hai | | 2 | 2'),
        found: ['A3 error'],
        says: 'Tiêu chí 2 Hai: có điểm nhưng không ghi điểm tối đa',
      },
    },
  },
  'ambiguous-column': {
    valid: { 'plain headers': { sheet } },
    invalid: {
      '«TC»': {
        sheet: scoreSheet(PLAIN, {
          facts: [
            {
              kind: 'ambiguous-column',
              at: { row: 0, column: 3 },
              header: 'TC',
              readAs: 'self',
              because: 'các ô ghi điểm',
            },
          ],
        }),
        found: ['D1 warning'],
        says: 'Tiêu đề «TC» ở ô D1 có thể hiểu nhiều cách; được hiểu là điểm tự chấm vì các ô ghi điểm.',
      },
    },
  },
  'duplicate-unit': {
    valid: {
      'two units': { sheet: scoreSheet('code | name | max | Tân Hòa.self | Tân Hóa.self\n1 | Một | 2 | 1 | 1') },
      'the same name in another khối': {
        sheet: unitRows('unit | Tổng.self\nXã A | 1/2\nUBND xã A | 1/2', {
          groups: { 'Xã A': 'Huyện 1', 'UBND xã A': 'Huyện 2' },
        }),
      },
    },
    invalid: {
      'old and new tone placement, with and without UBND': {
        sheet: unitRows('unit | Tổng.self\nXã Hoà Bình | 1/2\nXã B | 1/2\nUBND xã HÒA BÌNH | 1/2'),
        found: ['A4,A2 warning'],
        says: 'UBND xã HÒA BÌNH có tên hai lần trong bảng, ở ô A2 và ô A4',
      },
    },
  },
  'missing-code': {
    valid: {
      'dash bullets': {
        sheet: scoreSheet(
          'code | name | max | A.self\n1.1 | Một | 1 |\n | - Ban hành | 0.5 | 0.5\n | - Chất lượng | 0.5 | 0.25',
        ),
      },
      'a table without codes': { sheet: unitRows('unit |  Thể chế (10).self |  Bộ máy (5).self\nA | 1 | 1') },
    },
    invalid: {
      'one name without a code among coded siblings': {
        sheet: {
          ...sheet,
          items: [
            item(0, '1', -1, 0, [1, 2, 3]),
            item(1, '1.1', 0, 0),
            { ...item(2, '', 0, 0), name: 'Báo cáo' },
            item(3, '1.3', 0, 0),
          ],
        },
        found: ['A4 note'],
        says: 'Tiêu chí Báo cáo: không có mã ở ô A4',
      },
    },
  },
  'duplicate-code': {
    valid: {
      'different codes': { sheet },
      'numbers that start again under Roman sections': {
        sheet: {
          ...sheet,
          items: [item(0, 'I', -1, 0, [1]), item(1, '1', 0, 0), item(2, 'II', -1, 2, [3]), item(3, '1', 2, 2)],
        },
      },
      'the letter a) under two criteria': {
        sheet: {
          ...sheet,
          items: [item(0, '1', -1, 0, [1]), item(1, 'a', 0, 0), item(2, '2', -1, 2, [3]), item(3, 'a', 2, 2)],
        },
      },
    },
    invalid: {
      'one code for two items': {
        sheet: scoreSheet('code | name | max | A.self\n1.1 | Kế hoạch | 1 | 1\n1.1. | Báo cáo | 1 | 1'),
        found: ['A3,A2 warning'],
        says: 'Mã 1.1. đứng hai lần: ở ô A2 (Kế hoạch) và ở ô A3 (Báo cáo)',
      },
    },
  },
  'damaged-code': {
    valid: { 'codes as they should be': { sheet } },
    invalid: {
      '1.1 where 1.10 must stand': {
        sheet: scoreSheet(PLAIN, {
          facts: [{ kind: 'damaged-code', at: { row: 9, column: 0 }, stated: '1.1', repaired: '1.10' }],
        }),
        found: ['A10 warning'],
        says: 'Mã ở ô A10 ghi 1.1; theo các mã đứng cạnh, được đọc là 1.10.',
      },
    },
  },
  'unknown-item': {
    valid: {
      'no criteria set': { sheet },
      'every item in the set, by code or by name': {
        sheet,
        criteria: criteriaSet('1 | Một | 2\n1.1 | Kế hoạch | 1\n1.5 | Báo cáo | 1'),
      },
      'a dash bullet that the set does not list': {
        sheet: scoreSheet(
          'code | name | max | A.self\n1.1 | Một | 1 |\n | - Ban hành | 0.5 | 0.5\n | - Chất lượng | 0.5 | 0.25',
        ),
        criteria: criteriaSet('1.1 | Một | 1'),
      },
    },
    invalid: {
      'an item that the set does not have': {
        sheet,
        criteria: criteriaSet('1 | Một | 2\n1.1 | Kế hoạch | 1'),
        found: ['A4 warning'],
        says: 'Tiêu chí 1.2 Báo cáo ở ô A4 không có trong bộ tiêu chí (trang tính «Bộ tiêu chí»).',
      },
    },
  },
  'missing-item': {
    valid: {
      'all lines present': { sheet, criteria: criteriaSet('1 | Một | 2\n1.1 | Kế hoạch | 1\n1.2 | Báo cáo | 1') },
      'lines deeper than the table goes': {
        sheet: unitRows('unit | 1 Thể chế (10).self\nA | 9'),
        criteria: criteriaSet('1 | Thể chế | 10\n1.1 | Kế hoạch | 10'),
      },
    },
    invalid: {
      'a line that the table lacks': {
        sheet,
        criteria: criteriaSet('1 | Một | 3\n1.1 | Kế hoạch | 1\n1.2 | Báo cáo | 1\n1.3 | Kiểm tra | 1'),
        found: ['B4 warning'],
        says: 'Tiêu chí 1.3 Kiểm tra của bộ tiêu chí (trang tính «Bộ tiêu chí», ô A5) không có trong bảng.',
      },
    },
  },
  'repeated-header': {
    valid: { 'one header': { sheet } },
    invalid: {
      'a header again': {
        sheet: scoreSheet(PLAIN, { facts: [{ kind: 'repeated-header', at }] }),
        found: ['B4 note'],
        says: 'Dòng 4 lặp lại tiêu đề',
      },
    },
  },
  'split-row': {
    valid: { 'whole rows': { sheet } },
    invalid: {
      'the rest of a name': {
        sheet: scoreSheet(PLAIN, { facts: [{ kind: 'split-row', at, item: 2 }] }),
        found: ['B4 note'],
        says: 'Tiêu chí 1.2 Báo cáo: phần còn lại của tên nằm ở ô B4',
      },
    },
  },
  'hidden-data': {
    valid: { 'nothing hidden': { sheet } },
    invalid: {
      'a hidden column and a hidden row': {
        sheet: scoreSheet(PLAIN, {
          facts: [
            { kind: 'hidden-data', at, what: 'column', count: 7 },
            { kind: 'hidden-data', at: { row: 2, column: 0 }, what: 'row', count: 3 },
          ],
        }),
        found: ['A3 note', 'B4 note'],
        says: 'Dòng 3 đang ẩn nhưng có 3 ô chứa dữ liệu',
      },
    },
  },
  'renamed-item': {
    valid: {
      'the same names but for case and tone placement': {
        sheet: scoreSheet('code | name | max | A.self\n1 | HOÀ GIẢI | 1 | 1'),
        criteria: criteriaSet('1 | Hòa giải | 1'),
      },
      'a shortened name': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Kế hoạch cải cách | 1 | 1'),
        criteria: criteriaSet('1 | Kế hoạch cải cách hành chính năm | 1'),
      },
    },
    invalid: {
      'another name, and another code': {
        sheet,
        criteria: criteriaSet('1 | Một | 2\n1.1 | Kiểm tra | 1\n1.4 | Báo cáo | 1'),
        found: ['A3 note', 'A4 note'],
        says: 'Tiêu chí 1.1 Kế hoạch: bộ tiêu chí (trang tính «Bộ tiêu chí», ô A3) ghi tên là «Kiểm tra».',
      },
    },
  },
  'assumed-maximum': {
    valid: { 'a table with maxima': { sheet } },
    invalid: {
      'a table without any': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | | 40', { facts: [{ kind: 'no-maximum' }] }),
        found: ['A1 note'],
        says: 'nên chỉ số được tính trên thang 100',
      },
    },
  },
  'undecided-column': {
    valid: { 'columns that say what they are': { sheet } },
    invalid: {
      'two columns that may be the appraised points': {
        sheet: scoreSheet(PLAIN, {
          facts: [
            {
              kind: 'undecided-column',
              at: [at],
              unit: null,
              question: 'Cột E hay cột F là điểm thẩm định',
              choices: [
                { column: 4, points: decimal('97.5'), max: decimal('100') },
                { column: 5, points: decimal('91'), max: decimal('100') },
              ],
              because: 'tiêu đề không nói',
            },
          ],
        }),
        found: ['B4 error'],
        says:
          'Chưa rõ cột E hay cột F là điểm thẩm định (E: 97,5 (Xuất sắc) · F: ' +
          '91 (Xuất sắc)), vì tiêu đề không nói;',
      },
      'a column read by its numbers': {
        sheet: scoreSheet(PLAIN, {
          facts: [
            { kind: 'likely-column', at, header: 'Cột 5', readAs: 'lost', because: 'bằng điểm tối đa trừ điểm đạt' },
          ],
        }),
        found: ['B4 note'],
        says: 'Cột «Cột 5» ở ô B4 được hiểu là điểm bị trừ vì bằng điểm tối đa trừ điểm đạt.',
      },
      'a tree that neither codes nor sums decide': {
        sheet: scoreSheet(PLAIN, { facts: [{ kind: 'unsure-tree', at }] }),
        found: ['B4 warning'],
        says: 'Chưa chắc dòng nào nằm dưới dòng nào',
      },
    },
  },
  'unused-numbers': {
    valid: { 'columns that are all used': { sheet } },
    invalid: {
      'a column of counts': {
        sheet: scoreSheet(PLAIN, { facts: [{ kind: 'unused-numbers', at, header: 'K', count: 7 }] }),
        found: ['B4 note'],
        says: 'Cột «K» ở ô B4 có 7 ô số không được dùng vào kết quả nào.',
      },
    },
  },
  'unread-rows': {
    valid: { 'every row is read': { sheet } },
    invalid: {
      'rows like those of the table': {
        sheet: scoreSheet(PLAIN, { facts: [{ kind: 'unread-rows', at, last: 8, count: 5, mayCount: true }] }),
        found: ['B4 error'],
        says: 'Có 5 dòng (trong các dòng 4–9) ghi điểm tối đa hoặc điểm nhưng không thuộc bảng nào đã đọc;',
      },
      'a row of other numbers': {
        sheet: scoreSheet(PLAIN, { facts: [{ kind: 'unread-rows', at, last: 3, count: 1, mayCount: false }] }),
        found: ['B4 note'],
        says: 'Có 1 dòng số liệu (trong các dòng 4) dưới bảng không được dùng vào kết quả nào.',
      },
    },
  },
  'unread-sheet': {
    valid: { 'no other sheet': { sheet } },
    invalid: {
      'a sheet of the same units without a header': {
        sheet: scoreSheet(PLAIN, {
          facts: [
            { kind: 'unread-sheet', sheet: 'Thẩm định', why: 'không có dòng tiêu đề của bảng điểm', mayCount: true },
          ],
        }),
        found: ['error'],
        says: 'Trang tính «Thẩm định» ghi về cùng đơn vị hoặc tiêu chí với bảng này nhưng không đọc được vì',
      },
      'a copy': {
        sheet: scoreSheet(PLAIN, {
          facts: [{ kind: 'unread-sheet', sheet: 'Nháp', why: 'ghi giống hệt trang tính «A»', mayCount: false }],
        }),
        found: ['note'],
        says: 'Trang tính «Nháp» có số liệu nhưng không được tính riêng: ghi giống hệt trang tính «A».',
      },
    },
  },
  'list-of-losses': {
    valid: { 'a whole set': { sheet } },
    invalid: {
      'areas, and what lost points': {
        sheet: scoreSheet(PLAIN, { facts: [{ kind: 'list-of-losses', at: { row: 1, column: 1 } }] }),
        found: ['B2 note'],
        says: 'điểm và điểm tối đa của lĩnh vực được lấy như bảng ghi, không cộng từ các dòng bên dưới',
      },
    },
  },
  'mostly-not-applicable': {
    valid: {
      'two thirds apply': { sheet: scoreSheet('code | name | max | A.self\n1 | Một | 65 | 60\n2 | Hai | 35 | KĐG') },
      'a line of its own': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 30 | 20\n2 | Hai | 70 | KĐG'),
        settings: { applicableLine: decimal('30') },
      },
    },
    invalid: {
      'half applies': {
        sheet: scoreSheet('code | name | max | A.self | B.self\n1 | Một | 10 | 9 | 9\n2 | Hai | 10.5 | KĐG | 8'),
        found: ['D1 note'],
        says: 'A: điểm tối đa áp dụng chỉ là 10 trong 20,5 của bộ tiêu chí (48,78%, dưới 65%), xin xem lại',
      },
    },
  },
  'unread-condition': {
    valid: { 'no condition': { sheet }, 'one about a level of the scale': { sheet, settings: noZeroFor('tot') } },
    invalid: {
      'words that say nothing to be tested': {
        sheet,
        settings: { unreadConditions: [{ words: 'Tốt: có sáng kiến', where: 'Cấu hình!B7' }] },
        found: ['warning'],
        says: 'Điều kiện xếp loại «Tốt: có sáng kiến» ở ô Cấu hình!B7 chưa được áp dụng vì chưa hiểu',
      },
      'a level that the scale does not have': {
        sheet,
        settings: noZeroFor('gioi'),
        found: ['warning'],
        says: 'ở ô Cấu hình!B7 nêu mức không có trong thang xếp loại',
      },
    },
  },
};

function item(position: number, code: string, parent: number, area: number, children: number[] = []) {
  return { ...sheet.items[0]!, position, code, parent, area, children, level: parent < 0 ? 0 : 1, row: position + 1 };
}
