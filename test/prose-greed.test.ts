/** Passages that are easily read as something else: a cause of another criterion, praise, a table of tasks. */
import { describe, expect, test } from '@jest/globals';
import { toText } from '../src/core/values/decimal';
import { readProse } from '../src/core/read/prose/read-prose';

/** «code name | lost | cause | body» for each loss read. */
const read = (...lines: readonly string[]): string[] =>
  readProse(lines.join('\n')).map(({ code, name, lost, cause, responsibleBody }) =>
    [`${code} ${name}`, lost === null ? '' : toText(lost), cause ?? '', responsibleBody ?? ''].join(' | '),
  );

describe('«không đạt điểm tối đa do …»', () => {
  test('keeps code and name before it', () => {
    expect(read('Tiêu chí 1.3 Tuyên truyền không đạt điểm tối đa do chưa bố trí kinh phí.')).toEqual([
      '1.3 Tuyên truyền |  | chưa bố trí kinh phí. | ',
    ]);
    expect(read('Tiêu chí 10.2.3 Kế hoạch năm của xã chưa đạt điểm tối đa do nộp muộn.')).toEqual([
      '10.2.3 Kế hoạch năm của xã |  | nộp muộn. | ',
    ]);
    expect(read('Đối với tiêu chí 1.1 Chỉ đạo, điều hành, huyện không đạt điểm tối đa do ban hành chậm.')).toEqual([
      '1.1 Chỉ đạo, điều hành |  | ban hành chậm. | ',
    ]);
    expect(read('Tiêu chí 1.3 không đạt điểm tối đa do thiếu người.')).toEqual(['1.3  |  | thiếu người. | ']);
  });

  test('gives no cause where two criteria stand before it', () => {
    const [found] = read(
      'Đối với tiêu chí 1.1 Kế hoạch (trừ 0,5 điểm) và tiêu chí 1.2 Báo cáo, đơn vị không đạt điểm tối đa do chậm.',
    );
    expect(found).toBe('1.1 Kế hoạch | 0.5 |  | ');
  });

  test('a code before a label loses no part of itself', () => {
    expect(read('Tiêu chí 10.2.3. Nguyên nhân: nộp muộn.')).toEqual(['10.2.3  |  | nộp muộn. | ']);
    expect(read('Tiêu chí 1.3) Nguyên nhân: nộp muộn.').join('')).not.toMatch(/^1 /);
  });
});

describe('praise', () => {
  test.each([
    'Xã đạt điểm tối đa tại tiêu chí 2.1 “Văn bản” (0,5 điểm). Nguyên nhân: lãnh đạo quyết liệt.',
    'Điểm thưởng của tiêu chí 1.3 “Tuyên truyền” (1 điểm). Nguyên nhân: có mô hình mới.',
    'Điểm tối đa của tiêu chí 1.1 “Kế hoạch CCHC” (1 điểm) được giữ như năm trước.',
    'Xã không bị trừ điểm ở tiêu chí 1.1 “Kế hoạch CCHC” (1 điểm). Nguyên nhân: chỉ đạo tốt.',
    'Xã không bị trừ 1 điểm ở tiêu chí 1.1 “Kế hoạch CCHC”. Nguyên nhân: chỉ đạo tốt.',
    'Xã đạt điểm tối đa ở tiêu chí 1.1. Nguyên nhân: chỉ đạo tốt.',
  ])('%s is no loss, nor of the loss before', (praise) => {
    const loss = 'Tiêu chí 1.3 Tuyên truyền (trừ 1 điểm). Nguyên nhân: đường truyền yếu.';
    expect(read(loss, praise)).toEqual(['1.3 Tuyên truyền | 1 | đường truyền yếu. | ']);
    expect(read(praise)).toEqual([]);
  });

  test.each([
    'Sở dĩ tiêu chí 1.1 Kế hoạch đạt 1/1 điểm là do chỉ đạo tốt.',
    'Tiêu chí 1.1 Kế hoạch đạt 1/1 điểm. Nguyên nhân: chỉ đạo tốt.',
  ])('%s gives no cause', (text) => {
    expect(read(text)).toEqual(['1.1 Kế hoạch |  |  | ']);
  });
});

describe('a sentence behind the points that no word leads in', () => {
  const said = (sentence: string): string =>
    read(`Tiêu chí 2.1 Văn bản bị trừ 0,5 điểm. ${sentence}`, 'Trách nhiệm: Phòng Tư pháp.').join('');
  test.each([
    'Lãnh đạo xã luôn quan tâm chỉ đạo quyết liệt công tác này.',
    'Văn bản của xã ban hành bảo đảm đúng quy định pháp luật.',
    'Kiến nghị hội đồng xem xét lại.',
    'Năm trước tiêu chí này bị trừ 1 điểm do chậm.',
    'Xã không để xảy ra chậm trễ.',
  ])('%s is no cause', (sentence) => {
    expect(said(sentence)).toBe('2.1 Văn bản | 0.5 |  | Phòng Tư pháp');
  });
  test.each([
    ['Chưa rà soát đầy đủ, đúng hạn văn bản.', 'Chưa rà soát đầy đủ, đúng hạn văn bản.'],
    ['Đơn vị chưa báo cáo quý I. Các quý còn lại đã nộp.', 'Đơn vị chưa báo cáo quý I.'],
  ])('%s says why', (sentence, cause) => {
    expect(said(sentence)).toBe(`2.1 Văn bản | 0.5 | ${cause} | Phòng Tư pháp`);
  });
});

describe('a pasted table', () => {
  const HEADER = 'STT\tTiêu chí\tĐiểm trừ\tNguyên nhân\tTrách nhiệm';
  const FIRST = '1.1\tKế hoạch\t0,5\tTrách nhiệm người đứng đầu chưa cao\tVăn phòng';
  test('has one header, whatever its rows say', () => {
    const rows = [HEADER, FIRST, '1.3\tTuyên truyền\t1\tChưa bố trí kinh phí\tPhòng Văn hóa'];
    const wanted = [
      '1.1 Kế hoạch | 0.5 | Trách nhiệm người đứng đầu chưa cao | Văn phòng',
      '1.3 Tuyên truyền | 1 | Chưa bố trí kinh phí | Phòng Văn hóa',
    ];
    expect(read(...rows)).toEqual(wanted);
    expect(read(HEADER, 'I\tTrách nhiệm người đứng đầu\t\t\t', ...rows.slice(1))).toEqual(wanted);
    expect(read(HEADER, '\tTrách nhiệm người đứng đầu\t\t\t', ...rows.slice(1))).toEqual(wanted);
  });

  test('of tasks, or with nothing lost, blames nobody', () => {
    expect(read('STT\tTiêu chí\tĐiểm tối đa\tTrách nhiệm\tThời hạn', '1.1\tKế hoạch\t1\tPhòng Nội vụ\t30/6')).toEqual(
      [],
    );
    expect(read(HEADER, '1.1\tKế hoạch\t0\t\tVăn phòng')).toEqual([]);
  });

  test('takes points from a column of points only', () => {
    expect(read('STT\tTiêu chí\tNguyên nhân bị trừ\tĐiểm trừ', '1.1\tKế hoạch\t2 lần nộp chậm\t0,5')).toEqual([
      '1.1 Kế hoạch | 0.5 | 2 lần nộp chậm | ',
    ]);
  });
});

test('a loss that begins with a code and a small letter is none of the cause before', () => {
  expect(
    read(
      '1.3 tuyên truyền (trừ 1 điểm) do thiếu kinh phí',
      '2.2 văn bản chưa rà soát (trừ 1 điểm) do thiếu người',
      '2.1 tỷ lệ hồ sơ đúng hạn (trừ 0,5 điểm) do ban hành chậm',
      '2.3 đồng bộ dữ liệu (trừ 0,5 điểm) do máy cũ',
      '2.4 điểm cầu (trừ 0,5 điểm) do mạng yếu',
    ),
  ).toEqual([
    '1.3 tuyên truyền | 1 | thiếu kinh phí | ',
    '2.2 văn bản chưa rà soát | 1 | thiếu người | ',
    '2.1 tỷ lệ hồ sơ đúng hạn | 0.5 | ban hành chậm | ',
    '2.3 đồng bộ dữ liệu | 0.5 | máy cũ | ',
    '2.4 điểm cầu | 0.5 | mạng yếu | ',
  ]);
});

describe('«thiếu» and a number', () => {
  test.each([
    [
      'Tiêu chí 1.1 Kế hoạch: thiếu 3 điểm cầu trực tuyến nên bị trừ 0,5 điểm. Nguyên nhân: đường truyền yếu.',
      '0.5 | đường truyền yếu. | ',
    ],
    ['Tiêu chí 1.1. Kế hoạch, thiếu 02 điểm tiếp nhận hồ sơ, trừ 0,5 điểm do chưa bố trí.', '0.5 | chưa bố trí. | '],
    ['Tiêu chí 1.1. Kế hoạch: thiếu 2 điểm bưu điện văn hóa xã.', ' |  | '],
    ['Tiêu chí 1.1. Kế hoạch: hồ sơ mất 15 ngày, trừ 1 điểm do thiếu người.', '1 | thiếu người. | '],
  ])('%s', (text, wanted) => {
    expect(read(text).map((line) => line.replace(/^[^|]*\| /u, ''))).toEqual([wanted]);
  });

  test('counts points that are lost', () => {
    expect(read('Tiêu chí 1.1 Kế hoạch: còn thiếu 0,5 điểm so với điểm tối đa do nộp muộn.')[0]).toContain(
      '| 0.5 | nộp',
    );
  });
});

test('points of a law are no footnotes', () => {
  const cause = 'vi phạm điểm b(2), khoản a(1)';
  expect(read(`Tiêu chí 2.2 Rà soát (trừ 1 điểm). Nguyên nhân: ${cause}.`)).toEqual([`2.2 Rà soát | 1 | ${cause}. | `]);
});

test('a sentence that opens a list in small letters is not of the cause before', () => {
  expect(
    read(
      'Tiêu chí 2.1 Văn bản (trừ 0,5 điểm). Nguyên nhân: mới xử lý được một phần',
      'kết quả đánh giá các lĩnh vực như sau',
    ),
  ).toEqual(['2.1 Văn bản | 0.5 | mới xử lý được một phần | ']);
  expect(read('Tiêu chí 1.1 Kế hoạch (trừ 0,5 điểm). Nguyên nhân: chậm', 'bảng 2 kèm theo thể hiện số liệu')).toEqual([
    '1.1 Kế hoạch | 0.5 | chậm | ',
  ]);
});
