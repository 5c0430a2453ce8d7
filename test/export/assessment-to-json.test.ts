/** The exact JSON output. */
import { describe, expect, test } from '@jest/globals';
import { ZERO, decimal } from '../../src/core/values/decimal';
import { assessmentToJson } from '../../src/export/assessment-to-json';
import { unreadSheetsJson } from '../../src/export/reading-to-json';
import { jsonNumber, jsonText } from '../../src/export/json-text';
import { assessmentOf, bookAssessmentOf, deductionOf, diagnosticOf } from '../kit/assessments';

const parsed = (...args: Parameters<typeof bookAssessmentOf>): unknown[] =>
  JSON.parse(jsonText(assessmentToJson(bookAssessmentOf(...args)))) as unknown[];

describe('numbers', () => {
  test.each(['75.42', '0', '-3.54', '87.2', '0.0000001', '900719.9254740991', '0.3'])('%s stays as it is', (digits) => {
    expect(jsonText(jsonNumber(decimal(digits)))).toBe(digits);
  });

  test('zero has no sign', () => {
    expect(jsonText(jsonNumber(ZERO))).toBe('0');
  });
});

test('text is escaped as JSON asks, and reads back as it was', () => {
  const text = 'Xã "A"\\\n\u0007\u2028 漢 Đ';
  expect(JSON.parse(jsonText({ [text]: [text, true, null] }))).toEqual({ [text]: [text, true, null] });
});

test('a unit, a deduction and a diagnostic have every name of the promised form, in its order', () => {
  const assessment = assessmentOf(
    [{ name: 'UBND xã Đăk Kôi', self: '83.5/97', awarded: '75.42/94', rating: 'Tốt', rank: 1 }],
    {
      deductions: [deductionOf({ cause: 'Báo cáo chậm', responsibleBody: 'Văn phòng' })],
      diagnostics: [
        diagnosticOf({ suggestions: [{ at: { row: 4, column: 5 }, value: '-3.54', why: 'tổng các mục con' }] }),
      ],
      reading: {
        blocks: [
          {
            table: { top: 5, left: 0, bottom: 39, right: 7 },
            headerRows: [5, 6],
            round: 'Thẩm định',
            columns: [
              { column: 4, heading: 'Xã A / Huyện chấm', role: 'appraised', of: 'Xã A', sure: 'likely', why: 'vì' },
              { column: 26, heading: '', role: null, of: null, sure: 'undecided', why: 'không rõ' },
            ],
            unused: [{ area: { top: 8, left: 7, bottom: 29, right: 7 }, count: 22, why: 'không rõ' }],
          },
        ],
      },
    },
  );
  expect(jsonText(assessmentToJson(bookAssessmentOf([assessment])))).toBe(
    '[{"sheet":"Bảng tổng hợp","layout":"units-as-columns",' +
      '"scale":[{"label":"Xuất sắc","from":90,"inclusive":true},{"label":"Tốt","from":80,"inclusive":true},' +
      '{"label":"Khá","from":70,"inclusive":true},{"label":"Trung bình","from":50,"inclusive":true},' +
      '{"label":"Yếu","from":0,"inclusive":true}],' +
      '"units":[{"name":"UBND xã Đăk ' +
      'Kôi","group":null,"undetermined":false,"self":{"points":83.5,"max":97},"awarded":{"points":75.42,"max":94},' +
      '"bonus":0,"penalty":0,"index":80.23,"rating":"Tốt","rank":1,"rankOf":1,' +
      '"areas":[{"code":"1","name":"Chỉ đạo","points":75.42,"max":94,"percent":80.23,"lost":18.58,"rank":1}]}],' +
      '"deductions":[{"unit":"UBND xã Đăk Kôi","area":"1","code":"1.1","name":"Kế ' +
      'hoạch","max":1,"self":null,"awarded":0.75,"lost":0.25,' +
      '"cause":"Báo cáo chậm","responsibleBody":"Văn phòng","responsiblePerson":null,"explanation":null,"at":"E6"}],' +
      '"diagnostics":[{"code":"CCHC303","alias":"mismatched-loss","severity":"warning","at":["E5"],' +
      '"unit":"UBND xã Đăk Kôi","item":"1",' +
      '"expected":"3.54","actual":"3.36","message":"Đơn vị A, lĩnh vực 1: ghi trừ 3,36 nhưng mất 3,54",' +
      '"follows":false,"suggestions":[{"sheet":"Bảng tổng hợp","at":"F5","value":"-3.54","also":[],' +
      '"why":"tổng các mục con","share":1}]}],' +
      '"reading":{"blocks":[{"table":"A6:H40","headerRows":[6,7],"round":"Thẩm định","columns":[' +
      '{"column":"E","heading":"Xã A / Huyện chấm","role":"appraised","of":"Xã A","sure":"likely","why":"vì"},' +
      '{"column":"AA","heading":"","role":null,"of":null,"sure":"undecided","why":"không rõ"}],' +
      '"unused":[{"at":"H9:H30","count":22,"why":"không rõ"}]}]}}]',
  );
});

test('an undetermined unit has nulls, never zeros, and the others keep their results', () => {
  const [sheet] = parsed([
    assessmentOf([
      { name: 'A', self: '9/10' },
      { name: 'B', awarded: '9/10', rating: 'Xuất sắc', rank: 1 },
    ]),
  ]);
  expect(sheet).toMatchObject({
    units: [
      {
        name: 'A',
        undetermined: true,
        self: { points: 9, max: 10 },
        awarded: null,
        index: null,
        rating: null,
        rank: null,
        rankOf: null,
        areas: [{ points: null, max: null, percent: null, lost: null, rank: null }],
      },
      { name: 'B', undetermined: false, index: 90, rank: 1 },
    ],
  });
});

test('an item without a code is named', () => {
  const [sheet] = parsed([
    assessmentOf([{ name: 'A' }], {
      deductions: [deductionOf({ item: 2 })],
      diagnostics: [diagnosticOf({ item: 2, unit: null })],
    }),
  ]);
  expect(sheet).toMatchObject({
    deductions: [{ area: '1', code: '', name: '- Chất lượng' }],
    diagnostics: [{ item: '- Chất lượng', unit: null }],
  });
});

test('a sheet that could not be understood has no layout, only what is wrong with it', () => {
  const lost = {
    ...diagnosticOf({ alias: 'missing-header', severity: 'error', unit: null, item: null, at: [] }),
    sheet: 'Trang 1',
  };
  expect(parsed([], [lost, { ...lost, sheet: 'Trang 2' }, lost])).toMatchObject([
    {
      sheet: 'Trang 1',
      layout: null,
      scale: [],
      units: [],
      deductions: [],
      diagnostics: [{ alias: 'missing-header' }, { alias: 'missing-header' }],
      reading: { blocks: [] },
    },
    { sheet: 'Trang 2', layout: null, diagnostics: [{ alias: 'missing-header', unit: null, item: null }] },
  ]);
});

test('sheets that were not read are named with their reasons', () => {
  expect(jsonText(unreadSheetsJson([{ sheet: 'Bản nháp', why: 'giống hệt trang «Thẩm định»' }]))).toBe(
    '[{"sheet":"Bản nháp","why":"giống hệt trang «Thẩm định»"}]',
  );
});
