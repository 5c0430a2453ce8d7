import { describe, expect, test } from '@jest/globals';
import { toText } from '../../../src/core/values/decimal';
import { unitKey } from '../../../src/core/matching/unit-keys';
import { nameKey } from '../../../src/core/matching/keys';
import type { ProseLine } from '../../../src/core/model/beside/prose';
import { sheetsIn, textForSheet } from '../../../src/core/read/prose/stated-headings';
import { readProse } from '../../../src/core/read/prose/read-prose';
import { cpuSeconds } from '../../kit/cpu';
import { PROSE } from '../../kit/field/field-prose';

const head = ({ unit, code, name, lost, awarded, max }: ProseLine): string =>
  [unit, code, name, ...[lost, awarded, max].map((each) => (each === null ? '' : toText(each)))]
    .map((each) => each ?? '')
    .join(' | ');
const said = ({ cause, responsibleBody, responsiblePerson, explanation }: ProseLine): (string | null)[] => [
  cause,
  responsibleBody,
  responsiblePerson,
  explanation,
];

describe('a report with «Nguyên nhân» below each criterion', () => {
  const lines = readProse(PROSE);

  test('gives every loss in its order, with code, name and points, and neither table rows nor headings', () => {
    expect(lines.map(({ code, lost }) => `${code} ${lost === null ? '' : toText(lost)}`)).toEqual([
      '1.1 0.25',
      '1.2 0.04',
      '1.3 0.5',
      '1.4 1',
      '1.6 1',
      '1.7 0.25',
      '1.8 0.5',
      '3.5 0.15',
      '3.6 0.14',
    ]);
    expect(lines[6]?.name).toBe(
      'Tổ chức gặp gỡ, trao đổi với doanh nghiệp, hộ kinh doanh tại địa phương và kịp thời tháo gỡ khó khăn, vướng mắc',
    );
    expect(lines[7]?.name).toBe('Kết quả giải quyết thủ tục hành chính (cấp huyện, cấp xã)');
  });

  test('gives each its cause alone, up to the next heading', () => {
    expect(lines[3]?.cause).toBe('Thiếu 01 báo cáo kiểm soát TTHC 6 tháng đầu năm 2021.');
    expect(lines[6]?.cause).toBe(
      'Ngày 31/12/2021, UBND huyện đã tổ chức buổi gặp mặt, đối thoại; tuy nhiên, nội dung này không được tính điểm.',
    );
    expect(lines[7]?.cause).toBe('Tỷ lệ giải quyết TTHC đúng hạn (cấp huyện, cấp xã) trong năm 2021 là: 98,26%.');
    expect(lines.map(said).every(([, ...rest]) => rest.every((each) => each === null))).toBe(true);
  });

  test('reads the same from decomposed Unicode, with decimal commas, and when Word lost its blank lines', () => {
    expect(readProse(PROSE.normalize('NFD')).map(head)).toEqual(lines.map(head));
    expect(readProse(PROSE.replace(/(\d)\.(\d+ điểm)/g, '$1,$2')).map(head)).toEqual(lines.map(head));
    expect(readProse(PROSE.replace(/\n\n/g, '\r\n')).map((line) => [head(line), ...said(line)])).toEqual(
      lines.map((line) => [head(line), ...said(line)]),
    );
  });
});

const REVIEW = `1.1. UBND xã Hòa An:
* Tiêu chí thành phần “1.2.1. Ban hành kế hoạch tuyên truyền”: đạt 0/0.5 điểm (mất 0.5 điểm).
+ Lý do: Ban hành chậm
so với quy định.
+ Trách nhiệm: Văn phòng HĐND và UBND
+ Cá nhân phụ trách: Công chức văn phòng
+ Giải trình: Do thiếu người;
- đã bổ sung trong quý IV.
1.2. Ủy ban nhân dân xã Tân Lập
* Tiêu chí thành phần "1.2.2. Báo cáo": đạt 0,25/0,5 điểm (mất 0,25 điểm). \
+ Lý do: thiếu 01 báo cáo + Trách nhiệm: Phòng Nội vụ. + Cá nhân phụ trách: Công chức B + Giải trình: ……………
`;

describe('a review of responsibilities', () => {
  test('gives points reached, cause, body, person and explanation, in lines of their own or in one', () => {
    const lines = readProse(REVIEW);
    expect(lines.map(head)).toEqual([
      'UBND xã Hòa An | 1.2.1 | Ban hành kế hoạch tuyên truyền | 0.5 | 0 | 0.5',
      'Ủy ban nhân dân xã Tân Lập | 1.2.2 | Báo cáo | 0.25 | 0.25 | 0.5',
    ]);
    expect(lines.map(said)).toEqual([
      [
        'Ban hành chậm so với quy định.',
        'Văn phòng HĐND và UBND',
        'Công chức văn phòng',
        'Do thiếu người;\n- đã bổ sung trong quý IV.',
      ],
      ['thiếu 01 báo cáo', 'Phòng Nội vụ', 'Công chức B', null],
    ]);
  });

  test('keeps the pasted passage whole', () => {
    expect(readProse(REVIEW)[0]?.text).toBe(REVIEW.split('\n').slice(1, 8).join('\n'));
  });
});

describe('as people type', () => {
  const one = (text: string): (string | null)[] => readProse(text).flatMap((line) => [head(line), ...said(line)]);

  test.each([
    [
      'a head broken over lines',
      '- Tiêu chí 1.3. Công tác kiểm tra\n(trừ 1\nđiểm); Nguyên nhân: Không kiểm tra.',
      [' | 1.3 | Công tác kiểm tra | 1 |  | ', 'Không kiểm tra.', null, null, null],
    ],
    [
      "Word's soft break and its own bullets",
      '\uf0b7\tTiêu chí 1.3: Công tác kiểm tra\v(bị trừ 0,5 điểm)\vLý do: chậm',
      [' | 1.3 | Công tác kiểm tra | 0.5 |  | ', 'chậm', null, null, null],
    ],
    [
      'a body that is a unit, below its label',
      '1.4. Sáng kiến (trừ 1 điểm)\nTrách nhiệm:\nUBND xã Hòa An\nLý do: không có',
      [' | 1.4 | Sáng kiến | 1 |  | ', 'không có', 'UBND xã Hòa An', null, null],
    ],
    [
      '«trách nhiệm» inside a sentence',
      '- Tiêu chí 1.4. Sáng kiến (trừ 1 điểm). Nguyên nhân: chưa rõ trách nhiệm: ai làm nấy chịu',
      [' | 1.4 | Sáng kiến | 1 |  | ', 'chưa rõ trách nhiệm: ai làm nấy chịu', null, null, null],
    ],
    [
      'a cause that goes on with another criterion',
      '- Tiêu chí 1.4. Sáng kiến (trừ 1 điểm). Nguyên nhân:\nTiêu chí 1.1 và 1.2 làm trước',
      [' | 1.4 | Sáng kiến | 1 |  | ', 'Tiêu chí 1.1 và 1.2 làm trước', null, null, null],
    ],
    [
      'a remedy, which is no explanation',
      '- Tiêu chí 1.4. Sáng kiến (trừ 1 điểm). Giải trình: thiếu người. Giải pháp khắc phục: bổ sung',
      [' | 1.4 | Sáng kiến | 1 |  | ', null, null, null, 'thiếu người.'],
    ],
    [
      'a marked blank of our own reports',
      '- Tiêu chí 1.4. Sáng kiến (trừ 1 điểm). Nguyên nhân: …… [nguyên nhân]. Giải trình: thiếu người',
      [' | 1.4 | Sáng kiến | 1 |  | ', null, null, null, 'thiếu người'],
    ],
    [
      'text after the last cause',
      '- Tiêu chí 1.4. Sáng kiến (trừ 1 điểm). Nguyên nhân: không có.\n\nTrên đây là báo cáo của huyện.',
      [' | 1.4 | Sáng kiến | 1 |  | ', 'không có.', null, null, null],
    ],
  ])('%s', (_, text, expected) => {
    expect(one(text)).toEqual(expected);
  });

  test('losses in one paragraph are told apart', () => {
    expect(
      readProse(
        '- Tiêu chí 1.1. Kế hoạch (trừ 1 điểm). Nguyên nhân: muộn. - Tiêu chí 1.2. ' +
          'Báo cáo (trừ 0,5 điểm). Nguyên nhân: thiếu.',
      ).map((line) => [line.code, line.cause]),
    ).toEqual([
      ['1.1', 'muộn.'],
      ['1.2', 'thiếu.'],
    ]);
  });

  test('a cause that goes on behind the points is one, with «do», «vì» and no label', () => {
    const lines = readProse(
      '- Tiêu chí 1.1. Kế hoạch CCHC, trừ 1 điểm, do ban hành chậm\n' +
        'Tiêu chí 2.2 Theo dõi thi hành pháp luật bị trừ 0,5đ vì chưa có báo cáo.\n' +
        '- Tiêu chí 2.3. Đoàn kiểm tra (trừ 1 điểm); Nguyên nhân: do thiếu người\n' +
        '- Tiêu chí 2.4. Báo cáo (trừ 1 điểm) đang rà soát',
    );
    expect(lines.map((line) => [line.code, ...said(line).slice(0, 1)])).toEqual([
      ['1.1', 'ban hành chậm'],
      ['2.2', 'chưa có báo cáo.'],
      ['2.3', 'do thiếu người'],
      ['2.4', null],
    ]);
    expect(lines[0]?.name).toBe('Kế hoạch CCHC');
  });

  test('an item without a code is known by the name that the workbook has', () => {
    const text = '- Chất lượng kế hoạch (trừ 0,25 điểm). Nguyên nhân: sơ sài';
    expect(readProse(text)).toEqual([]);
    expect(readProse(text, { units: new Set(), items: new Set([nameKey('Chất lượng kế hoạch')]) }).map(head)).toEqual([
      ' |  | Chất lượng kế hoạch | 0.25 |  | ',
    ]);
  });

  test('a line that opens with # is for people: it neither ends a cause nor belongs to it', () => {
    expect(
      one(
        '- Tiêu chí 1.4. Sáng kiến (trừ 1 điểm). Nguyên nhân: không có\n' +
          '# Gợi ý: - Tiêu chí 1.5. Khác (trừ 1 điểm). Nguyên nhân: khác\nai đề xuất',
      ),
    ).toEqual([' | 1.4 | Sáng kiến | 1 |  | ', 'không có ai đề xuất', null, null, null]);
  });

  test('«Đơn vị: …» with a known name is a heading also where a label awaits words; «Trách nhiệm:» opens none', () => {
    const known = {
      units: new Set([unitKey('Trường Hoa Sen. - Tiêu chí 1.1. A (trừ 1 điểm)'), unitKey('Xã B')]),
      items: new Set<string>(),
    };
    const text =
      '- Tiêu chí 1.1. Kế hoạch (trừ 1 điểm). Nguyên nhân:\n\nĐơn vị: Trường Hoa Sen. - Tiêu chí 1.1. ' +
      'A (trừ 1 điểm)\n- Tiêu chí 1.2. Báo cáo (trừ 1 điểm). Trách nhiệm:\nXã B\nLý do: muộn';
    expect(readProse(text, known).map((line) => [head(line), ...said(line)])).toEqual([
      [' | 1.1 | Kế hoạch | 1 |  | ', null, null, null, null],
      ['Trường Hoa Sen. - Tiêu chí 1.1. A (trừ 1 điểm) | 1.2 | Báo cáo | 1 |  | ', 'muộn', 'Xã B', null, null],
    ]);
  });

  test('«Đơn vị: …» is a heading also for a unit that the workbook lacks: its losses are nobody else’s', () => {
    expect(
      readProse(
        'Đơn vị: Xã B\n- Tiêu chí 1.1. Kế hoạch (trừ 1 điểm). Nguyên nhân: a\nĐơn vị: Trường Hoa Sen\n' +
          '- Tiêu chí 1.2. Báo cáo (trừ 1 điểm). Nguyên nhân: b',
      ).map(({ unit, cause }) => [unit, cause]),
    ).toEqual([
      ['Xã B', 'a'],
      ['Trường Hoa Sen', 'b'],
    ]);
  });

  test('what stands below «Trang tính: …» is read for that sheet alone, and its units begin anew', () => {
    const text =
      '- Tiêu chí 1.1. Chung (trừ 1 điểm). Nguyên nhân: a\nTrang tính: Hoà Bình\nĐơn vị: Xã B\n' +
      '- Tiêu chí 1.2. B (trừ 1 điểm). Nguyên nhân: b\nTrang tính: Khác\n' +
      '- Tiêu chí 1.3. C (trừ 1 điểm). Nguyên nhân: c';
    const read = (sheet: string): string[] =>
      readProse(textForSheet(text, sheet)).map(({ unit, code }) => `${unit ?? '–'} ${code}`);
    expect([read('HÒA BÌNH'), read('Khác'), read('Không có')]).toEqual([
      ['– 1.1', 'Xã B 1.2'],
      ['– 1.1', '– 1.3'],
      ['– 1.1'],
    ]);
    expect(sheetsIn(text)).toEqual(['Hoà Bình', 'Khác']);
  });

  test('prose without losses gives none', () => {
    expect(readProse('Năm 2021, huyện đạt 75,62%.\nCác đơn vị thực hiện tốt.\n1. Kết quả')).toEqual([]);
    expect(readProse('')).toEqual([]);
  });
});

test.each([
  ['labels', 'Trách nhiệm ('],
  ['unfinished losses', '(trừ '],
  ['heads', '- Tiêu chí 1.1. '],
  ['bullets', '- * + '],
  ['codes', '1.1.'],
  ['commas', ',;'],
  ['quotes', '“'],
  ['breaks', 'a:\n'],
  ['tabs', '\t'],
  ['blanks', ' \u00a0'],
  ['points', 'đạt 0/'],
  ['digits', '9'],
  ['bodies', 'Trách nhiệm:\nUBND xã\n'],
])('thirty thousand characters of %s are read in no time', (_, piece) => {
  const readBoth = (): void => {
    for (const around of ['', '- Tiêu chí 1.1. Kế hoạch (trừ 1 điểm). Nguyên nhân: '])
      readProse(around + piece.repeat(Math.ceil(30_000 / piece.length)) + ' x');
  };
  expect(cpuSeconds(readBoth)).toBeLessThan(1);
});
