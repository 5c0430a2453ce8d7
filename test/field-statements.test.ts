/**
 * Three published documents, statement by statement with the line of the source: every statement that a worksheet can
 * hold appears in the report written from such a worksheet. The README names the statements that only a person can
 * make.
 */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../src/core/assess';
import { REPORTS } from '../src/core/documents/reports';
import { linesOf } from './kit/files/document-text';
import {
  VAN_CANH_2020,
  VAN_CANH_CAUSES,
  VAN_CANH_DISTRICTS,
  VAN_CANH_SURVEY,
  VAN_CANH_TABLE,
  VAN_CANH_TASKS,
} from './kit/field/field-documents';
import { bookOf, grid, gridOf } from './kit/grid';
import { COMMUNES, scoresOf } from './kit/field/kon-ray';
import type { CellValue, Grid } from '../src/core/model/workbook/grid';

type Statement = readonly [line: number, says: string];

/** Converts to the form of a report: decimals with a comma, and no stop directly before another. */
const inOneCell = (text: string): string => text.trim().replace(/\n/g, '\\n');

const textOf = (cell: CellValue): string => (typeof cell === 'string' || typeof cell === 'number' ? `${cell}` : '');

const missingIn = (lines: readonly string[], statements: readonly Statement[]): Statement[] =>
  statements.filter(([, says]) => !lines.some((line) => line.includes(says)));

describe('the 2021 report of the district of Vân Canh from its worksheets (R2)', () => {
  const LEAD =
    'Để tiếp tục khắc phục những tồn tại, hạn chế nêu trên, góp phần nâng cao Chỉ số CCHC huyện năm 2022 và những ' +
    'năm tiếp theo, Phòng Nội vụ kính đề xuất Chủ tịch Ủy ban nhân dân huyện chỉ đạo các cơ quan, đơn vị, UBND các ' +
    'xã, thị trấn thực hiện các nội dung như sau:';
  const SETTINGS = `
    Cơ quan ban hành | Phòng Nội vụ
    Kính gửi | Chủ tịch Ủy ban nhân dân huyện
    Căn cứ | Thực hiện Công văn số 3340/UBND-KSTT ngày 15/6/2022 của Chủ tịch UBND tỉnh
    Căn cứ | Nhằm chủ động rà soát, tiếp tục triển khai khắc phục những tồn tại, hạn chế
    Căn cứ | Quyết định số 313/QĐ-UBND ngày 26/01/2022 của UBND tỉnh và Báo cáo số 17/BC-SNV ngày 28/01/2022
    Chức vụ người ký | TRƯỞNG PHÒNG
    Phân loại người đứng đầu | Hoàn thành tốt nhiệm vụ: từ 70; Hoàn thành nhiệm vụ: từ 50
    Nơi nhận | CT, các PCT UBND huyện; Ban Chỉ đạo CCHC huyện; Các cơ quan, đơn vị; UBND các xã, thị trấn
    Nhiệm vụ, giải pháp | ${inOneCell(`${LEAD}\n${VAN_CANH_TASKS}`)}
    Thang xếp loại |
    Nhóm 1 | 90
    Nhóm 2 | 80
    Nhóm 3 | 70
    Nhóm 4 | 0
  `;
  const book = assessBook(
    bookOf(
      grid(`BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH HUYỆN VÂN CANH NĂM 2021\n${VAN_CANH_TABLE}`, {
        sheet: 'Vân Canh',
      }),
      grid(VAN_CANH_DISTRICTS(2021), { sheet: 'Toàn tỉnh' }),
      grid(VAN_CANH_CAUSES, { sheet: 'Nguyên nhân' }),
      grid(VAN_CANH_SURVEY, { sheet: 'SIPAS' }),
      grid(SETTINGS, { sheet: 'Cấu hình' }),
    ),
  );
  const previous = assessBook(
    bookOf(
      grid(VAN_CANH_2020, { sheet: 'Vân Canh' }),
      grid(VAN_CANH_DISTRICTS(2020), { sheet: 'Toàn tỉnh' }),
      // Of last year's survey, only the total is printed, as the value from which it rose.
      grid(VAN_CANH_SURVEY.replace('2021', '2020').replace('74.87 | 9/11', '67.37 | 11/11'), { sheet: 'SIPAS' }),
      grid(SETTINGS, { sheet: 'Cấu hình' }),
    ),
  );
  const report = REPORTS.find(({ code }) => code === 'R2')?.compose({
    book,
    previous,
    units: [{ sheet: 'Vân Canh', unit: 0 }],
    details: book.details,
  });
  const lines = report ? linesOf(report) : [];

  test('what is said of the whole, of the areas and of the survey', () => {
    expect(
      missingIn(lines, [
        [5, 'Thực hiện Công văn số 3340/UBND-KSTT ngày 15/6/2022 của Chủ tịch UBND tỉnh'],
        [7, 'Nhằm chủ động rà soát, tiếp tục triển khai khắc phục những tồn tại, hạn chế'],
        [13, 'Căn cứ Quyết định số 313/QĐ-UBND ngày 26/01/2022 của UBND tỉnh và Báo cáo số 17/BC-SNV'],
        [7, 'Phòng Nội vụ báo cáo phân tích kết quả chỉ số cải cách hành chính năm 2021 của UBND huyện Vân Canh'],
        [13, 'Chỉ số cải cách hành chính năm 2021 của UBND huyện Vân Canh đạt 75,62%'],
        [13, 'thuộc Nhóm 3 (từ 70% đến dưới 80%), gồm 04 đơn vị: '],
        [13, 'huyện Tuy Phước, huyện Phù Mỹ và thị xã An Nhơn'],
        [16, 'Năm 2020 | 69,40% | Hoàn thành nhiệm vụ'],
        [17, 'Năm 2021 | 75,62% | Hoàn thành tốt nhiệm vụ'],
        [19, 'So với năm 2020 (69,40%), chỉ số tăng 6,22 điểm phần trăm.'],
        [19, 'xếp thứ 4/11 đơn vị, từ tăng nhiều nhất; trung bình các đơn vị tăng 4,57 điểm phần trăm'],
        [
          21,
          'Có 5/7 lĩnh vực tăng điểm chỉ số so với năm 2020: công tác chỉ đạo, điều hành; cải cách thủ tục hành chính',
        ],
        [21, 'cải cách tổ chức bộ máy; cải cách chế độ công vụ; xây dựng và phát triển chính quyền điện tử'],
        [21, 'Có 1/7 lĩnh vực đạt điểm tối đa: xây dựng và thực hiện văn bản quy phạm pháp luật.'],
        [
          21,
          'không thay đổi so với năm 2020: xây dựng và thực hiện văn bản quy phạm pháp luật; cải cách tài chính công',
        ],
        // 6,64 and 66,4 are misprints of 6,46 and 64,6; 64,2 and 85,6 are cut off.
        [27, '1 | Công tác chỉ đạo, điều hành | 7,5/12 | 62,5 | 6,46/10 | 64,6 | +2,1'],
        [28, '2 | Xây dựng và thực hiện văn bản quy phạm pháp luật | 4/4 | 100 | 5/5 | 100 | 0'],
        [29, '3 | Cải cách thủ tục hành chính | 4/6 | 66,67 | 6,81/10 | 68,1 | +1,43'],
        [30, '4 | Cải cách tổ chức bộ máy | 4,5/7 | 64,29 | 6/7 | 85,71 | +21,42'],
        [31, '5 | Cải cách chế độ công vụ | 11,5/16 | 71,88 | 10/11 | 90,91 | +19,03'],
        [32, '6 | Cải cách tài chính công | 3/5 | 60 | 3/5 | 60 | 0'],
        [33, '7 | Xây dựng và phát triển chính quyền điện tử | 10/16 | 62,5 | 8,57/12 | 71,42 | +8,92'],
        [104, 'đạt điểm tối đa đối với các tiêu chí thuộc nội dung xây dựng và thực hiện văn bản quy phạm pháp luật'],
        [153, 'không đạt điểm tối đa đối với 01 tiêu chí sau:'],
        // 29,78/40 is 74,45 %; last year's points are not printed, so the increase is the one between the stated
        // surveys.
        [263, 'tăng 7,5 điểm phần trăm (từ 67,37% lên 74,87%) và tăng 02 bậc (từ 11/11 lên 9/11) so với năm 2020'],
        [263, 'đạt 29,78/40 điểm, tỷ lệ 74,45%, đứng vị trí 9/11'],
        [263, 'tỷ lệ 74,87% (trang tính «SIPAS», ô B8) không khớp 29,78/40 điểm (74,45%)'],
        [269, 'Chỉ số hài lòng về Tiếp cận dịch vụ đạt 75,16%, xếp vị trí thứ 8/11'],
        [270, 'Chỉ số hài lòng về Thủ tục hành chính đạt 68,16%, xếp vị trí thứ 10/11'],
        [271, 'Chỉ số hài lòng về Công chức, viên chức giải quyết TTHC đạt 65,96%, xếp vị trí thứ 10/11'],
        [272, 'Chỉ số hài lòng về Kết quả giải quyết TTHC đạt 79,47%, xếp vị trí thứ 10/11'],
        [273, 'Chỉ số hài lòng về Tiếp nhận, xử lý phản ánh kiến nghị đạt 85,61%, xếp vị trí thứ 7/11'],
      ]),
    ).toEqual([]);
  });

  test('the sheet of the survey alone is no faulty table', () => {
    const alone = assessBook(bookOf(grid(VAN_CANH_SURVEY, { sheet: 'SIPAS' })));
    expect([alone.sheets, alone.diagnostics]).toEqual([[], []]);
    expect(alone.unreadSheets.map(({ sheet }) => sheet)).toEqual(['SIPAS']);
  });

  test('every line of the seven tables, repaired where their own sums say so', () => {
    const rows = grid(VAN_CANH_TABLE).values.flatMap((row) => {
      const [code = null, name = null, max = null, points = null] = row ?? [];
      return code === 'Tiêu chí' || name === null || max === null ? [] : [{ code, name: textOf(name), max, points }];
    });
    // Areas, criteria and parts, and the survey as a separate chapter.
    expect(rows).toHaveLength(83);
    const plain = (cell: CellValue): string => textOf(cell).replace('.', ',').replace(/,0$/, '');
    const missing = rows.filter(({ code, name, max, points }) => {
      const start = `${textOf(code)} | ${name.replace(/[;.]$/, '')}`;
      // A name that is cut by a page break is continued.
      return !lines.some((line) => line.startsWith(start) && line.includes(` | ${plain(max)} | ${plain(points)} |`));
    });
    // 5.3 is printed as 2, although its parts are 1,5 and the area's total agrees with the parts.
    expect(missing.map(({ code, name }) => code ?? name)).toEqual([
      5.3,
      'Chỉ số hài lòng của người dân và tổ chức (SIPAS)',
    ]);
    expect(lines).toContain('5.3 | Đánh giá, phân loại CBCCVC | 2 | 1,5 | −0,5');
  });

  test('every loss with its points and its cause, below the right code', () => {
    const causes = grid(VAN_CANH_CAUSES).values.slice(1);
    expect(causes).toHaveLength(22);
    for (const row of causes)
      expect(lines.filter((line) => line.includes(`Nguyên nhân: ${textOf(row?.[2] ?? null)}`))).toHaveLength(1);
    const losses = lines.flatMap(
      (line) => /^- Tiêu chí(?: thành phần)? ([\d.]+)\. .*\(trừ ([\d,]+) điểm\)/.exec(line) ?? [],
    );
    const pairs = losses.flatMap((_, at) => (at % 3 === 0 ? [`${losses[at + 1] ?? ''} ${losses[at + 2] ?? ''}`] : []));
    // Printed: 1.8 for 1.8.3, 5.3.3 for 5.9, and 0,15 for 3.5; 7.7.1 lost 0,07 and is missing from the prose.
    expect(pairs).toEqual(
      (
        '1.1 0,25; 1.2 0,04; 1.3 0,5; 1.4 1; 1.6 1; 1.7 0,25; 1.8.3 0,5; 3.1 2; 3.4.1 0,5; ' +
        '3.4.2 0,5; 3.5 0,05; 3.6 0,14; ' +
        '4.1 1; 5.3.3 0,5; 5.9 0,5; 6.1 1; 6.4 0,5; 6.5 0,5; 7.3.2 1; 7.4.1 1; 7.4.2 0,47; 7.4.3 0,89; 7.7.1 0,07'
      ).split('; '),
    );
  });

  test('what each body is to do, body by body', () => {
    const said = VAN_CANH_TASKS.trim().split('\n');
    expect(said).toHaveLength(33);
    expect(said.filter((text) => !lines.includes(text) && !lines.includes(`- ${text}`))).toEqual([]);
  });

  test('who writes to whom, and what leads in and out', () => {
    // Lines 277 and 346; the parts of the form from line 348 on.
    expect(missingIn(lines, [[346, 'Kính báo cáo Chủ tịch Ủy ban nhân dân huyện xem xét, chỉ đạo.']])).toEqual([]);
    expect(lines).toContain(LEAD);
    expect(lines).not.toContain(`- ${LEAD}`);
    expect(lines.some((line) => line.includes('Căn cứ Nhằm'))).toBe(false);
    expect(report?.form).toMatchObject({
      signerTitle: ['TRƯỞNG PHÒNG'],
      recipients: ['CT, các PCT UBND huyện', 'Ban Chỉ đạo CCHC huyện', 'Các cơ quan, đơn vị', 'UBND các xã, thị trấn'],
    });
  });
});

describe('the 2022 report of the council of Kon Rẫy from its worksheets (R1)', () => {
  const GIVEN = {
    computers: 'Trang bị đầy đủ máy tính và kết nối Internet phục vụ công tác chuyên môn',
    open: 'Công khai đầy đủ thủ tục hành chính trên tất cả các lĩnh vực thuộc thẩm quyền giải quyết',
    room: 'Bố trí phòng làm việc của Bộ phận tiếp nhận và trả kết quả',
    address: 'Công khai địa chỉ tiếp nhận, xử lý phản ánh kiến nghị của tổ chức, cá nhân về quy định hành chính',
    software: 'Ứng dụng phần mềm quản lý hộ tịch, phần mềm quản lý tài chính - kế toán',
    desk: 'Quy trình tiếp nhận và giải quyết thủ tục hành chính theo cơ chế một cửa, cơ chế một cửa liên thông',
    hours: 'Chấp hành giờ giấc làm việc, đạo đức công vụ, đeo thẻ cán bộ, công chức khi thực hiện nhiệm vụ',
    time: 'Giải quyết và trả kết quả thủ tục hành chính cho công dân đúng thời gian quy định',
    site: 'Khai thác Trang thông tin điện tử để công khai, thực hiện tuyên truyền cải cách hành chính',
    mail: 'Sử dụng hộp thư điện tử công vụ',
    conduct: 'Chấp hành kỷ luật, kỷ cương hành chính',
  };
  const MAIL =
    'Tỷ lệ cán bộ, công chức sử dụng hộp thư điện tử công vụ hỗ trợ trao đổi công việc còn thấp; ' +
    'việc lưu trữ hồ sơ trên môi trường mạng (trừ tài liệu mật) chưa thực hiện thường xuyên';
  const CONDUCT = 'Còn để công chức vi phạm phải thi hành kỷ luật';
  const SITE =
    'Chưa chú trọng, khai thác có hiệu quả Trang thông tin điện tử để công khai, thực hiện tuyên truyền cải cách ' +
    'hành chính; tra cứu thủ tục hành chính';
  const SITELESS = ['Xã Đăk Kôi', 'Xã Đăk Ruông'];
  const DELAYED = 'Xã Tân Lập';
  const LATE = ['Xã Đăk Pnê', 'Thị trấn Đăk Rve', 'Xã Đăk Kôi', 'Xã Đăk Ruông', 'Xã Đăk Tờ Re'];
  const PUNISHED = ['Xã Đăk Tơ Lung', 'Xã Đăk Pnê'];
  const REQUESTS = [
    'Tiếp tục phát huy những ưu điểm, kết quả đạt được trong công tác cải cách hành chính và cải thiện nâng cao Chỉ ' +
      'số cải cách hành chính của đơn vị mình trong thời gian qua; khẩn trương xây dựng kế hoạch khắc phục những tồn ' +
      'tại hạn chế, thiếu sót trong các lĩnh vực, tiêu chí, tiêu chí thành phần đánh giá thấp, xem đây là một trong ' +
      'những nhiệm vụ trọng tâm của đơn vị mình.',
    'Tiếp tục quán triệt và thực hiện nghiêm túc, đầy đủ các quy định của Chính phủ, bộ ngành ' +
      'Trung ương, của tỉnh và ' +
      'UBND huyện liên quan đến công tác cải cách hành chính thuộc phạm vi quản lý. Trong đó thường xuyên bám sát và ' +
      'triển khai thực hiện tốt các văn bản chỉ đạo, hướng dẫn của các cấp về công tác cải cách hành chính nhà nước ' +
      'trên địa bàn huyện; về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính.',
    'Tăng cường công tác chỉ đạo cán bộ, công chức tại đơn vị trong sử dụng hộp thư điện tử công vụ hỗ trợ trao đổi ' +
      'công việc; cũng như việc lưu trữ hồ sơ trên môi trường mạng (trừ tài liệu mật) cần được thực hiện thường xuyên.',
    'Thực hiện nghiêm túc chế độ thông tin, báo cáo công tác cải cách hành chính theo định kỳ hàng quý, 06 tháng và ' +
      'năm; báo cáo phải đảm bảo nội dung theo quy định, cụ thể:',
    '+ Nội dung báo cáo phải bám sát tình hình thực tế triển khai thực hiện Kế hoạch cải cách ' +
      'hành chính hàng năm của ' +
      'đơn vị mình; báo cáo đánh giá rõ những kết quả đạt được, những tồn tại, hạn chế trên từng lĩnh vực; những đề ' +
      'xuất, kiến nghị và giải pháp.',
    '+ Thời gian gửi báo cáo: Báo cáo quý gửi trước ngày 04 tháng cuối cùng của quý; Báo cáo 06 tháng đầu năm gửi ' +
      'trước ngày 04 tháng 6 hàng năm; Báo cáo năm gửi trước ngày 20 tháng 11 hàng năm.',
  ];

  /**
   * The first criterion of each unit is split into parts: seven with full points, four at which some units lost points,
   * and one with the rest.
   */
  const table = (): Grid => {
    const { open, room, computers, address, software, desk, hours } = GIVEN;
    const parts = [open, room, computers, address, software, desk, hours];
    const hasLost = (names: readonly string[], points: number) => (name: string) => (names.includes(name) ? points : 0);
    const others = [
      [GIVEN.mail, 2, hasLost(LATE, 1)],
      [GIVEN.conduct, 3, hasLost(PUNISHED, 2)],
      [GIVEN.time, 5, hasLost([DELAYED], 0.5)],
      [GIVEN.site, 2, hasLost(SITELESS, 1)],
    ] as const;
    const lost = (name: string): number => others.reduce((all, [, , of]) => all + of(name), 0);
    const rowOf = (code: string, name: string, max: number, of: (unit: string) => CellValue[]): CellValue[] => [
      code,
      name,
      max,
      ...COMMUNES.flatMap(([unit]) => of(unit)),
    ];
    const whole = (unit: string, at: number, round: 'self' | 'appraised'): CellValue =>
      scoresOf(unit, round)[at] ?? null;
    const rest = (unit: string, round: 'self' | 'appraised'): CellValue =>
      Number((Number(whole(unit, 0, round)) - 47 + (round === 'appraised' ? lost(unit) : 0)).toFixed(4));
    return gridOf(
      [
        ['TT', 'Nội dung', 'Điểm tối đa', ...COMMUNES.flatMap(([name]) => [name, null])],
        [null, null, null, ...COMMUNES.flatMap(() => ['Tự chấm', 'Thẩm định'])],
        ['1', 'CẢI CÁCH HÀNH CHÍNH', 92.5, ...COMMUNES.flatMap(() => [null, null])],
        ...parts.map((name, at) => rowOf(`1.${at + 1}`, name, 5, () => [5, 5])),
        ...others.map(([name, max, of], at) => rowOf(`1.${at + 8}`, name, max, (unit) => [max, max - of(unit)])),
        rowOf('1.12', 'Các nội dung khác', 45.5, (unit) => [rest(unit, 'self'), rest(unit, 'appraised')]),
        ['2', 'NỘI DUNG CÓ THỂ KHÔNG ÁP DỤNG', 7.5, ...COMMUNES.flatMap(() => [null, null])],
        ...[0.5, 1, 1, 0.5, 1.5, 3].map((max, at) =>
          rowOf(`2.${at + 1}`, `Nội dung ${at + 1}`, max, (unit) => [
            whole(unit, at + 1, 'self'),
            whole(unit, at + 1, 'appraised'),
          ]),
        ),
      ],
      { merges: COMMUNES.map((_, at) => `${'DFHJLNP'[at] ?? ''}1:${'EGIKMOQ'[at] ?? ''}1`) },
    );
  };
  const causes = gridOf(
    [
      ['Đơn vị', 'Mã', 'Nguyên nhân'],
      ...LATE.map((name) => [name, '1.8', MAIL]),
      ...PUNISHED.map((name) => [name, '1.9', CONDUCT]),
      ...SITELESS.map((name) => [name, '1.11', SITE]),
    ],
    { sheet: 'Nguyên nhân' },
  );
  const settings = gridOf(
    [
      ['Cơ quan chủ quản', 'UBND huyện Kon Rẫy'],
      ['Cơ quan ban hành', 'Hội đồng kiểm tra, đánh giá, chấm điểm công tác cải cách hành chính huyện'],
      ['Số văn bản', '01/BC-HĐ'],
      ['Địa danh', 'Kon Rẫy'],
      ['Ngày ban hành', '01/12/2022'],
      ['Năm đánh giá', '2022'],
      ['Kính gửi', 'Ủy ban nhân dân huyện'],
      ['Căn cứ', 'Quyết định số 685/QĐ-UBND ngày 02/12/2016 của UBND huyện Kon Rẫy'],
      ['Căn cứ', 'Quyết định số 1253/QĐ-UBND ngày 17/11/2022 của UBND huyện Kon Rẫy'],
      ['Kiểm tra trực tiếp', COMMUNES.map(([name]) => name).join('; ')],
      ['Đề nghị', REQUESTS.join('\n')],
    ],
    { sheet: 'Cấu hình' },
  );
  const book = assessBook(bookOf(table(), causes, settings));
  const report = REPORTS.find(({ code }) => code === 'R1')?.compose({
    book,
    previous: null,
    units: null,
    details: book.details,
  });
  const lines = report ? linesOf(report) : [];

  test('points, index and rating of the seven, and every sentence that follows from the table or stays', () => {
    // From line 21 on, eight lines per unit; the fifth index is a misprint of 84,71.
    const figures = COMMUNES.flatMap(([, self, selfMax, appraised, max, index, rating], at): Statement[] => {
      const line = 21 + at * 8;
      const text = (value: number): string => String(value).replace('.', ',');
      return [
        [line, `đơn vị tự chấm: ${text(self)}/${text(selfMax)} điểm.`],
        [
          line + 2,
          `và kiểm tra thực tế tại đơn vị: ${text(appraised)}/${text(max)} điểm (có bảng tổng hợp và biên bản`,
        ],
        [line + 4, `của đơn vị: ${index === 84.41 ? '84,71' : text(index)}; xếp loại ${rating}.`],
      ];
    });
    expect(
      missingIn(lines, [
        ...figures,
        [11, 'Căn cứ Quyết định số 685/QĐ-UBND ngày 02/12/2016 của UBND huyện Kon Rẫy'],
        [11, 'Căn cứ Quyết định số 1253/QĐ-UBND ngày 17/11/2022 của UBND huyện Kon Rẫy'],
        [13, 'báo cáo kết quả kiểm tra, đánh giá, chấm điểm công tác cải cách hành chính năm 2022 đối với 07 đơn vị'],
        [77, 'tất cả các đơn vị đều đạt điểm tối đa'],
        [77, GIVEN.open],
        [77, GIVEN.room],
        [77, GIVEN.address],
        [77, GIVEN.computers],
        [77, GIVEN.software],
        [79, GIVEN.desk],
        [79, GIVEN.hours],
        [79, GIVEN.time],
        [83, `${SITE}: xã Đăk Kôi và xã Đăk Ruông`],
        [85, `${MAIL}: thị trấn Đăk Rve, xã Đăk Tờ Re, xã Đăk Kôi, xã Đăk Pnê và xã Đăk Ruông`],
        [87, `${CONDUCT}: xã Đăk Pnê và xã Đăk Tơ Lung`],
        [91, `- ${REQUESTS[0] ?? ''}`],
        [93, `- ${REQUESTS[1] ?? ''}`],
        [95, `- ${REQUESTS[2] ?? ''}`],
        [97, `- ${REQUESTS[3] ?? ''}`],
        [99, REQUESTS[4] ?? ''],
        [101, REQUESTS[5] ?? ''],
        [103, 'kiến nghị Ủy ban nhân dân huyện xem xét, phê duyệt kết quả nêu trên theo quy định'],
        [105, 'chấm điểm công tác cải cách hành chính đối với UBND các xã, thị trấn năm 2022.'],
      ]),
    ).toEqual([]);
    expect(report?.form).toMatchObject({
      number: '01',
      symbol: 'BC-HĐ',
      place: 'Kon Rẫy',
      date: { day: 1, month: 12, year: 2022 },
      addressee: 'Ủy ban nhân dân huyện',
    });
  });
});

describe('the 2022 inspection of a district of Gia Lai from its log (R5)', () => {
  const STRENGTHS = {
    plans:
      'Phần lớn lãnh đạo quan tâm, chỉ đạo triển khai thực hiện công tác CCHC; bám sát và cụ thể ' +
      'hóa kế hoạch CCHC của ' +
      'huyện, xác định rõ mục tiêu, nhiệm vụ, giải pháp trọng tâm',
    review:
      'Chủ động rà soát thủ tục hành chính, phối hợp với Văn phòng HĐND và UBND, Bưu điện huyện ' +
      'niêm yết công khai tại ' +
      'Bộ phận tiếp nhận và trả kết quả của huyện',
    control: 'Đã ban hành kế hoạch kiểm soát, rà soát thủ tục hành chính',
    posted: 'Cơ bản cập nhật, niêm yết công khai thủ tục hành chính theo quy định',
    slips: 'Viết phiếu tiếp nhận và hẹn trả kết quả, phiếu kiểm soát quá trình giải quyết hồ sơ, sổ theo dõi hồ sơ',
    lead: 'Kịp thời chỉ đạo bộ phận chuyên môn tham mưu giải quyết TTHC cho cá nhân, tổ chức đúng thời hạn quy định',
    sorry: 'Kích hoạt chức năng xin lỗi đối với hồ sơ trễ hạn trên hệ thống “Một cửa điện tử”',
    desk: 'Kiện toàn Bộ phận tiếp nhận và trả kết quả, ban hành quy chế hoạt động theo quy định',
    reports:
      'Cơ bản có sự quan tâm đến công tác CCHC; đã xây dựng, triển khai thực hiện các nhiệm vụ ' +
      'CCHC và đạt được những ' +
      'kết quả tích cực, đáng khích lệ',
  };
  const FAULTS = {
    none: 'Chưa ban hành kế hoạch rà soát thủ tục hành chính',
    vague: 'Nội dung báo cáo còn chung chung, chưa nêu rõ được những việc đã làm được và chưa làm được của đơn vị mình',
    radio: 'Chưa xây dựng chuyên mục CCHC phát trên loa phát thanh xã',
    late: 'Báo cáo định kỳ CCHC trễ hạn',
    files: 'Còn hồ sơ giải quyết trễ hạn trên hệ thống dichvucong.gialai.gov.vn',
  };
  const PROPOSALS = [
    'Đề xuất UBND huyện có văn bản chỉ đạo các cơ quan, đơn vị và UBND các xã, thị trấn được ' +
      'kiểm tra trực tiếp, kiểm ' +
      'tra thông qua báo cáo nghiêm túc chỉ đạo khắc phục những tồn tại, hạn chế mà Đoàn kiểm ' +
      'tra đã nêu; giải trình, ' +
      'làm rõ nguyên nhân, trách nhiệm của tập thể và các cá nhân liên quan để xảy ra những tồn tại, hạn chế trên;',
    'Có biện pháp quyết liệt chấn chỉnh, khắc phục ngay những tồn tại, hạn chế nhằm góp phần ' +
      'nâng cao chỉ số CCHC năm ' +
      '2022 và những năm tiếp theo của huyện;',
    'Đề xuất UBND huyện có văn bản chỉ đạo các phòng, ban, các ngành liên quan có văn bản trả lời các kiến nghị, đề ' +
      'xuất của các cơ quan, đơn vị, địa phương qua kiểm tra công tác CCHC.',
  ];
  const DONE =
    'Thông qua công tác kiểm tra, Đoàn kiểm tra đã hướng dẫn, quán triệt và nhắc nhở các cơ ' +
    'quan, đơn vị được kiểm tra ' +
    'nâng cao chất lượng, hiệu quả công tác chỉ đạo điều hành, tổ chức thực hiện nhiệm vụ CCHC.';
  const OFFICES = 'ABCDEFGHIKLM'.split('').map((at) => `Phòng ${at}`);
  const communes = (from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, at) => `Xã ${from + at}`);
  const onSite = [...communes(1, 5), 'Thị trấn 1', ...OFFICES.slice(0, 6)];
  const byReport = [...communes(6, 12), ...OFFICES.slice(6)];
  const { plans, desk, slips, lead, posted, sorry, control } = STRENGTHS;
  const onSiteRow = (name: string): CellValue[] =>
    name.startsWith('Phòng')
      ? [name, 'Trực tiếp', [STRENGTHS.plans, STRENGTHS.review, STRENGTHS.slips, STRENGTHS.lead].join('\n'), '']
      : [
          name,
          'Trực tiếp',
          [plans, desk, slips, lead, posted, sorry, ...(name === 'Xã 3' ? [] : [control])]
            .map((text) => `- ${text}`)
            .join('\n'),
          name === 'Xã 3' ? `- ${FAULTS.none}\n- ${FAULTS.files}` : FAULTS.files,
          'UBND xã',
          'Giải quyết dứt điểm hồ sơ trễ hạn',
          name === 'Xã 1' ? 'Đã khắc phục' : 'Đang thực hiện',
        ];
  const faultOf = (name: string): string =>
    name === 'Xã 6' ? FAULTS.radio : ['Xã 7', 'Phòng G'].includes(name) ? FAULTS.late : FAULTS.vague;
  const log = gridOf(
    [
      ['NHẬT KÝ KIỂM TRA CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2022'],
      ['Đơn vị được kiểm tra', 'Hình thức', 'Ưu điểm', 'Tồn tại, hạn chế', 'Trách nhiệm', 'Giải pháp', 'Tình trạng'],
      ...onSite.map(onSiteRow),
      ...byReport.map((name): CellValue[] => [name, 'Qua báo cáo', STRENGTHS.reports, faultOf(name)]),
    ],
    { sheet: 'Nhật ký kiểm tra' },
  );
  const settings = gridOf(
    [
      ['Cơ quan ban hành', 'Đoàn kiểm tra công tác CCHC huyện'],
      ['Năm đánh giá', '2022'],
      ['Kiến nghị', PROPOSALS.join('\n')],
      ['Công tác triển khai', DONE],
    ],
    { sheet: 'Cấu hình' },
  );
  const book = assessBook(bookOf(log, settings));
  const report = REPORTS.find(({ code }) => code === 'R5')?.compose({
    book,
    previous: null,
    units: null,
    details: book.details,
  });
  const lines = report ? linesOf(report) : [];

  test('a log is no faulty table, and is said to be used', () => {
    expect([book.sheets, book.diagnostics]).toEqual([[], []]);
    expect(book.unreadSheets.map(({ sheet, why }) => `${sheet}: ${why}`)).toEqual([
      'Nhật ký kiểm tra: là nhật ký kiểm tra, được dùng trong báo cáo',
    ]);
  });

  test('who was inspected and how, what was found where, what is proposed', () => {
    expect(
      missingIn(lines, [
        [4, 'Năm 2022, đã kiểm tra 25 đơn vị (12 xã và 01 thị trấn; 12 cơ quan chuyên môn), trong đó:'],
        [4, '- Kiểm tra trực tiếp: 12 đơn vị (05 xã và 01 thị trấn; 06 cơ quan chuyên môn), gồm UBND xã 1'],
        [4, '- Kiểm tra qua báo cáo: 13 đơn vị (07 xã; 06 cơ quan chuyên môn), gồm UBND xã 6'],
        [9, `- ${STRENGTHS.plans}: tất cả các đơn vị.`],
        [9, `- ${STRENGTHS.review}: Phòng A, Phòng B, Phòng C, Phòng D, Phòng E và Phòng F.`],
        [9, `- ${slips}: tất cả các đơn vị.`],
        [9, `- ${lead}: tất cả các đơn vị.`],
        [9, `- ${posted}: xã 1, xã 2, xã 3, xã 4, xã 5 và thị trấn 1.`],
        [9, `- ${sorry}: xã 1, xã 2, xã 3, xã 4, xã 5 và thị trấn 1.`],
        [9, `- ${control}: xã 1, xã 2, xã 4, xã 5 và thị trấn 1.`],
        [9, `- ${FAULTS.none}: xã 3.`],
        [9, `- ${STRENGTHS.desk}: xã 1, xã 2, xã 3, xã 4, xã 5 và thị trấn 1.`],
        [12, `- ${STRENGTHS.reports}: tất cả các đơn vị.`],
        [12, `- ${FAULTS.vague}: xã 8, xã 9, xã 10, xã 11, xã 12, Phòng H, Phòng I, Phòng K, Phòng L và Phòng M.`],
        [12, `- ${FAULTS.radio}: xã 6.`],
        [12, `- ${FAULTS.late}: xã 7 và Phòng G.`],
        [12, `- ${FAULTS.files}: xã 1, xã 2, xã 3, xã 4, xã 5 và thị trấn 1.`],
        [13, `- ${PROPOSALS[0] ?? ''}`],
        [13, `- ${PROPOSALS[1] ?? ''}`],
        [13, `- ${PROPOSALS[2] ?? ''}`],
        [14, `- ${DONE}`],
        [14, '- Giải quyết dứt điểm hồ sơ trễ hạn (xã 1; tình trạng: đã khắc phục).'],
        [14, '(xã 2, xã 3, xã 4, xã 5 và thị trấn 1; tình trạng: đang thực hiện).'],
      ]),
    ).toEqual([]);
    // A status applies to every finding of its cell; proposals are not remedies of the body above them.
    expect(lines.filter((line) => line.startsWith('Nhật ký kiểm tra có 20 nội dung'))).toHaveLength(1);
    expect(lines[lines.indexOf(`- ${PROPOSALS[0] ?? ''}`) - 1]).toBe('Kiến nghị, đề xuất:');
    expect(lines.join('\n')).not.toMatch(/điểm thẩm định|bị trừ điểm/);
  });
});
