import { tableOf } from '../../kit/table-of';
import { causeLine } from '../../kit/causes';
import { scoreSheet } from '../../kit/score-sheet';
import type { Cases } from './try-rule';

const causes = (...cells: readonly string[]) =>
  scoreSheet(
    `code | name | max | Xã A.self | Xã A.cause\n1.1 | Kế hoạch | 1 | 0.5 | ${cells[0] ?? ''}\n` +
      `1.2 | Báo cáo | 1 | 0 | ${cells[1] ?? ''}\n1.3 | Kiểm tra | 1 | 1 | ${cells[2] ?? ''}`,
  );
const bare = scoreSheet(
  'code | name | max | Xã A.self\n1.1 | Kế hoạch | 1 | 0.5\n1.2 | Báo cáo | 1 | 0\n1.3 | Kiểm tra | 1 | 1',
);
const losses = (area: string, ...own: readonly string[]) =>
  scoreSheet(
    `code | name | max | Xã A.self | Xã A.lost\n1 | Chỉ đạo | 3 | 1.5 | ${area}\n` +
      `1.1 | Kế hoạch | 1 | 0.5 | ${own[0] ?? ''}\n1.2 | Báo cáo | 2 | 1 | ${own[1] ?? ''}`,
  );

/** A table with the given evidence for 1.1. */
const proven = (proof: string) =>
  tableOf(`
  Mã | Nội dung | Điểm tối đa | Điểm đạt | Tài liệu kiểm chứng
  1.1 | Báo cáo | 2 | 2 | ${proof}
  1.2 | Kế hoạch | 2 | 1 |`);

/** A column of words behind the points; the first two items lost some. */
const beside = (heading: string, ...words: readonly string[]) =>
  tableOf(`
  Mã | Nội dung | Điểm tối đa | Điểm đạt | ${heading}
  1.1 | Báo cáo | 2 | 1 | ${words[0] ?? ''}
  1.2 | Kế hoạch | 2 | 1 | ${words[1] ?? ''}
  1.3 | Kiểm tra | 2 | 2 | ${words[2] ?? ''}`);

export const DEDUCTION_CASES: Cases = {
  'deduction-without-cause': {
    valid: {
      'a workbook that gives no causes at all': { sheet: bare },
      'a cause for every loss': { sheet: causes('chậm', 'thiếu') },
      'causes in a sheet of their own': {
        sheet: bare,
        causes: [causeLine('Xã A', '1.1', '', 'chậm'), causeLine('Xã A', '1.2', '', 'thiếu')],
      },
    },
    invalid: {
      'one loss without a cause': {
        sheet: causes('chậm'),
        found: ['D3 note'],
        says: 'Xã A, tiêu chí 1.2 Báo cáo: mất 1 điểm (đạt 0/1) mà chưa ghi nguyên nhân.',
      },
      'several are one line for the unit': {
        sheet: causes(),
        found: ['D2,D3 note'],
        says: 'Xã A: 2 tiêu chí mất điểm chưa ghi nguyên nhân: 1.1, 1.2.',
      },
      'a note elsewhere shows that causes are given': {
        sheet: scoreSheet('code | name | max | A.self\n1.1 | Một | 1 | 0.5\n1.2 | Hai | 1 | 0', {
          notes: { D2: 'chậm' },
        }),
        found: ['D3 note'],
        says: 'tiêu chí 1.2 Hai: mất 1 điểm',
      },
    },
  },
  'cause-without-deduction': {
    valid: {
      'causes of losses, and dashes': { sheet: causes('chậm', 'thiếu', '-') },
      'a text merged over lost and full items': {
        sheet: scoreSheet('code | name | max | A.self | A.cause\n1.1 | Một | 1 | 1 | chậm\n1.2 | Hai | 1 | 0 |', {
          merges: ['E2:E3'],
        }),
      },
      'an item that does not apply': {
        sheet: scoreSheet(
          'code | name | max | A.self | A.cause\n1.1 | Một | 1 | KĐG | không có nhiệm vụ\n1.2 | Hai | 1 | 1 |',
        ),
      },
    },
    invalid: {
      'a cause beside full marks': {
        sheet: causes('chậm', 'thiếu', 'nộp muộn'),
        found: ['E4 note'],
        says: 'Xã A, tiêu chí 1.3 Kiểm tra: ô E4 ghi nguyên nhân nhưng tiêu chí đạt 1/1 điểm, không mất điểm.',
      },
      'a line of the causes sheet': {
        sheet: bare,
        causes: [causeLine('Xã A', '1.3', 'Kiểm tra', 'nộp muộn'), causeLine('Xã A', '1.1', '', 'chậm')],
        found: ['D4 note'],
        says: 'trang tính «Nguyên nhân» ô C5 ghi nguyên nhân nhưng tiêu chí đạt 1/1 điểm',
      },
    },
  },
  'unexplained-loss': {
    valid: {
      'losses that add up': { sheet: losses('-1.5', '-0.5', '-1') },
      'no losses listed at all': { sheet: losses('') },
      'losses listed with the criterion, not below it': {
        sheet: scoreSheet(
          'code | name | max | A.self | A.lost\n1 | Một | 2 | |\n1.1 | Hai | 2 | | 1\n1.1.1 | Ba | 2 | 1 |',
        ),
      },
    },
    invalid: {
      'a loss left out': {
        sheet: losses('', '-0.5'),
        found: ['E2 warning'],
        says:
          'Xã A, lĩnh vực 1 Chỉ đạo: mất 1,5 điểm nhưng điểm bị trừ kê ở các tiêu chí ' +
          'con chỉ cộng được 0,5; chưa ghi ở 1.2.',
      },
      'an area that states its loss and none below': {
        sheet: losses('-1.5'),
        found: ['E2 warning'],
        says: 'chỉ cộng được 0; chưa ghi ở 1.1, 1.2',
      },
    },
  },
  'over-explained-loss': {
    valid: { 'losses that add up or fall short': { sheet: losses('-1.5', '-0.5') } },
    invalid: {
      'too much listed': {
        sheet: losses('-1.5', '-0.6', '-1'),
        found: ['E2 warning'],
        says: 'Xã A, lĩnh vực 1 Chỉ đạo: chỉ mất 1,5 điểm nhưng điểm bị trừ kê ở các tiêu chí con cộng được 1,6.',
      },
    },
  },
  'miscited-code': {
    valid: {
      'the right code, none, or another one further on': {
        sheet: causes('Tiêu chí 1.1: chậm', 'thiếu, xem tiêu chí 1.1'),
      },
      'a line whose code and name agree, or without a name': {
        sheet: bare,
        causes: [causeLine('Xã A', '1.1', 'Kế hoạch', 'chậm'), causeLine('Xã A', '1.2.', '', 'thiếu')],
      },
    },
    invalid: {
      "the parent's code in the text": {
        sheet: scoreSheet(
          'code | name | max | Huyện.self | Huyện.cause\n' +
            '1.8.3 | Tổ chức gặp gỡ | 0.5 | 0 | - Tiêu chí 1.8. ' +
            'Nội dung này không được tính điểm',
        ),
        found: ['D2 warning'],
        says: 'Huyện, tiêu chí 1.8.3 Tổ chức gặp gỡ: nguyên nhân của điểm ở ô D2 lại dẫn mã 1.8.',
      },
      'a line of the causes sheet that names another item': {
        sheet: bare,
        causes: [causeLine('Xã A', '1.1', 'Báo cáo', 'thiếu')],
        found: ['D3 warning'],
        says:
          'Xã A, tiêu chí 1.2 Báo cáo: trang tính «Nguyên nhân» ô C5 ghi mã 1.1 cho tiêu ' +
          'chí có tên này; mã đúng theo bảng là 1.2.',
      },
    },
  },
  'appraised-above-self': {
    valid: {
      'appraised equal or lower, or unknown': {
        sheet: scoreSheet(
          'code | name | max | A.self | A.appraised\n1 | Một | 1 | 1 | 0.5\n2 | Hai | 1 | 0.5 | 0.5\n3 | Ba | 1 | | 1',
        ),
      },
    },
    invalid: {
      'one item': {
        sheet: scoreSheet('code | name | max | Xã A.self | Xã A.appraised\n1 | Một | 1 | 0.5 | 0.75'),
        found: ['E2 note'],
        says: 'Xã A, tiêu chí 1 Một: điểm thẩm định cao hơn điểm tự chấm (0,5 → 0,75).',
      },
      'several are one line for the unit': {
        sheet: scoreSheet('code | name | max | A.self | A.appraised\n1 | Một | 1 | 0.5 | 0.75\n2 | Hai | 1 | 0 | 1'),
        found: ['E2,E3 note'],
        says: 'A: điểm thẩm định cao hơn điểm tự chấm ở 2 tiêu chí: 1 (0,5 → 0,75), 2 (0 → 1).',
      },
    },
  },
  'unmatched-cause': {
    valid: {
      'lines that find their unit and item by code, by name, or by both': {
        sheet: bare,
        causes: [causeLine('Xã A', '1.1', '', 'chậm'), causeLine('xã a', '', 'Báo cáo', 'thiếu')],
      },
      'no unit named where there is only one': { sheet: bare, causes: [causeLine('', '1.1', '', 'chậm')] },
    },
    invalid: {
      'a unit that is not in the sheet': {
        sheet: bare,
        causes: [causeLine('Xã Z', '1.1', 'Kế hoạch', 'chậm')],
        found: ['warning'],
        says: 'Trang tính «Nguyên nhân» ô C5 ghi đơn vị «Xã Z», không có trong bảng; nguyên nhân này chưa được dùng.',
      },
      'an item that is not in the sheet': {
        sheet: bare,
        causes: [causeLine('Xã A', '9.9', 'Không có', 'chậm')],
        found: ['warning'],
        says: 'Xã A: trang tính «Nguyên nhân» ô C5 ghi tiêu chí «9.9 Không có», không có trong bảng',
      },
      'no unit where there are several': {
        sheet: scoreSheet('code | name | max | Xã A.self | Xã B.self\n1.1 | Kế hoạch | 1 | 0.5 | 1'),
        causes: [causeLine('', '1.1', 'Kế hoạch', 'chậm')],
        found: ['warning'],
        says: 'ô C5 không ghi đơn vị',
      },
    },
  },
  'conflicting-causes': {
    valid: {
      'one cause each, or the same twice': {
        sheet: causes('Chậm'),
        causes: [causeLine('Xã A', '1.1', '', 'chậm'), causeLine('Xã A', '1.2', '', 'thiếu')],
      },
      'lines for what was not lost': {
        sheet: bare,
        causes: [causeLine('Xã A', '1.3', '', 'một'), causeLine('Xã A', '1.3', '', 'hai')],
      },
    },
    invalid: {
      'a second line that says something else': {
        sheet: bare,
        causes: [causeLine('Xã A', '1.1', '', 'chậm'), causeLine('Xã A', '1.1', '', 'thiếu người')],
        found: ['D2 warning'],
        says:
          'Xã A, tiêu chí 1.1 Kế hoạch: trang tính «Nguyên nhân» ô C5 ghi nguyên nhân khác với ' +
          'dòng đứng trước; đang dùng dòng đứng trước.',
      },
      'a line beside another cause in the column': {
        sheet: causes('chậm'),
        causes: [causeLine('Xã A', '1.1', '', 'thiếu người')],
        found: ['D2 warning'],
        says: 'ghi nguyên nhân khác với cột nguyên nhân; đang dùng cột nguyên nhân.',
      },
    },
  },
  'late-evidence': {
    valid: {
      'the day itself, and before it': { sheet: proven('12/BC-UBND ngày 04/12/2022'), deadlines: ['04/12/2022'] },
      'nobody said when it was due': { sheet: proven('12/BC-UBND ngày 05/12/2022') },
      'a day of its own for the item': {
        sheet: proven('12/BC-UBND ngày 05/12/2022'),
        deadlines: ['30/11/2022', '1.1: 15/12/2022'],
      },
      'days of numbers, not of a document': {
        sheet: proven('Số liệu từ ngày 01/01/2022 đến ngày 31/12/2022'),
        deadlines: ['04/12/2022'],
      },
      'a day that is planned': { sheet: proven('Dự kiến ban hành ngày 15/12/2022'), deadlines: ['04/12/2022'] },
      'the day until which it was due': { sheet: proven('Hạn gửi: 15/12/2022'), deadlines: ['04/12/2022'] },
      'a number, and the day until which it counts': {
        sheet: proven('Báo cáo số 12/BC-UBND, số liệu đến ngày 31/12/2022'),
        deadlines: ['04/12/2022'],
      },
      'no document with a day': { sheet: proven('Ảnh chụp màn hình'), deadlines: ['04/12/2022'] },
    },
    invalid: {
      'a report sent a day later': {
        sheet: proven('Kế hoạch số 3/KH-UBND ngày 5/1/2022; Báo cáo số 12/BC-UBND ngày 05 tháng 12 năm 2022'),
        deadlines: ['04/12/2022'],
        found: ['E2 warning'],
        says: 'tài liệu kiểm chứng 12/BC-UBND ngày 05/12/2022 (ô E2) sau hạn 04/12/2022 là 1 ngày.',
      },
      'a document behind the day until which it was put off': {
        sheet: proven('Hạn đến ngày 30/12/2022, gia hạn tại Công văn số 5/UBND-NV ngày 06/12/2022'),
        deadlines: ['04/12/2022'],
        found: ['E2 warning'],
        says: 'tài liệu kiểm chứng 5/UBND-NV ngày 06/12/2022 (ô E2) sau hạn 04/12/2022 là 2 ngày.',
      },
    },
  },
  'unread-words': {
    valid: {
      'words under a heading that is known': { sheet: beside('Vì sao chưa đạt', 'Gửi chậm', 'Ban hành muộn', '') },
      'words beside all items': { sheet: beside('Thông tin', 'Quý I hằng năm', 'Quý II hằng năm', 'Quý III hằng năm') },
      'single words': { sheet: beside('Thông tin', 'Chậm', 'Muộn', '') },
    },
    invalid: {
      'words beside losses under a heading that says nothing': {
        sheet: beside('Thông tin', 'Gửi chậm năm ngày', 'Ban hành muộn', ''),
        found: ['E1 warning'],
        says: 'Cột «Thông tin» ghi chữ ở 2 tiêu chí bị mất điểm mà không được dùng vào báo cáo nào',
      },
      'words beside losses without a heading': {
        sheet: beside('', 'Gửi chậm năm ngày', 'Ban hành muộn', ''),
        found: ['E1 warning'],
        says: 'Cột E không có tiêu đề ghi chữ',
      },
    },
  },
};
