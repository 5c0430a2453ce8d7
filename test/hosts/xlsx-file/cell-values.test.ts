/** Reading of cells: every type with every odd value, and numbers by the section of their format. */
import { describe, expect, test } from '@jest/globals';
import { DATE, kindOfFormat, kindOfNumber, PERCENT } from '../../../src/hosts/marks/number-format';
import type { CellValue, Grid } from '../../../src/core/model/workbook/grid';
import { MAIN, relationships, sheetXml, smallWorkbook } from '../../kit/files/small-workbook';
import { open } from '../../kit/files/workbook-of';

function gridOf(cells: string, workbookPart?: string): Grid {
  const file = smallWorkbook(sheetXml(`<row r="1">${cells}</row>`), {
    'xl/sharedStrings.xml':
      `<sst xmlns="${MAIN}"><si><t>không</t></si><si><t/></si><si><r><t>giàu</t></r>` +
      '<r><t xml:space="preserve"> chữ</t></r>' +
      '<rPh sb="0" eb="1"><t>đọc</t></rPh></si><si><t>a_x0041__x005F_x0041_</t></si></sst>',
    'xl/_rels/workbook.xml.rels': relationships(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ),
    ...(workbookPart === undefined ? {} : { 'xl/workbook.xml': workbookPart }),
  });
  const grid = open(file).book.sheets[0]?.grid();
  if (!grid) throw new Error('no sheet');
  return grid;
}

/** Reads the value of one cell of that type with that inner XML. */
const read = (type: string | null, inside: string): CellValue | undefined =>
  gridOf(`<c r="A1"${type === null ? '' : ` t="${type}"`}>${inside}</c>`).values[0]?.[0] ?? null;
const value = (text: string): string => `<v>${text}</v>`;

const TYPES = [null, 'n', 's', 'str', 'inlineStr', 'b', 'e', 'd'] as const;

describe('cells', () => {
  test.each(TYPES)('of type %s without a value, or with an empty one, are blank', (type) => {
    for (const inside of ['', '<v/>', '<v></v>', '<v><!-- trống --></v>', '<v><![CDATA[]]></v>'])
      expect([inside, read(type, inside)]).toEqual([inside, null]);
  });

  test.each(TYPES.filter((type) => type !== 'str' && type !== 'inlineStr'))(
    'of type %s with a blank value are blank',
    (type) => {
      for (const blank of [' ', '\n\t ', '&#32;']) expect([blank, read(type, value(blank))]).toEqual([blank, null]);
    },
  );

  test.each<[string | null, string, CellValue]>([
    [null, '8.5', 8.5],
    ['n', ' 8.5 ', 8.5],
    ['n', '<![CDATA[8.5]]>', 8.5],
    ['n', '.5', 0.5],
    ['n', '5.', 5],
    ['n', '+1.5E+2', 150],
    ['n', '0x10', '0x10'],
    ['n', '0b1', '0b1'],
    ['n', 'Infinity', 'Infinity'],
    ['n', '1E999', '1E999'],
    ['n', 'NaN', 'NaN'],
    ['n', '8,5', '8,5'],
    ['n', '.', '.'],
    ['n', '-', '-'],
    ['x', '7', 7],
    ['', '7', 7],
    ['x', 'bảy', 'bảy'],
    ['s', '0', 'không'],
    ['s', ' 0 ', 'không'],
    ['s', '<![CDATA[0]]>', 'không'],
    ['s', '1', null],
    ['s', '2', 'giàu chữ'],
    ['s', '3', 'aA_x0041_'],
    ['s', '4', null],
    ['s', '-1', null],
    ['s', '0.5', null],
    ['s', '0x0', null],
    ['s', 'không', null],
    ['str', '0', '0'],
    ['str', ' ', ' '],
    ['str', 'a_x000D__x000a_b', 'a\r\nb'],
    ['str', '_x005F_x0041_ _x41_ _X0041_ _x00g1_', '_x0041_ _x41_ _X0041_ _x00g1_'],
    ['str', '_xD83D__xDE00_', '\u{1f600}'],
    ['inlineStr', 'a_x0041_', 'aA'],
    ['b', '1', true],
    ['b', 'true', true],
    ['b', 'TRUE', true],
    ['b', ' True ', true],
    ['b', '0', false],
    ['b', 'false', false],
    ['b', 'FALSE', false],
    ['b', 'đúng', 'đúng'],
    ['e', '#N/A', { error: '#N/A' }],
    ['e', ' #REF! ', { error: '#REF!' }],
    ['d', '2024-05-31', 45443],
    ['d', '2024-05-31T12:00', 45443.5],
    ['d', '2024-05-31T06:00:00.000Z', 45443.25],
    ['d', '2024-05-31T06:00:00+07:00', 45443.25],
    ['d', '08:30:00', 8.5 / 24],
    ['d', 'T12:00', 0.5],
    ['d', '24:00:00', 1],
    ['d', '1899-12-30T12:00:00', 0.5],
    ['d', '1899-12-31T12:00:00', 0.5],
    // Excel counts 1 January 1900 as day 1, and a nonexistent 29 February 1900 as day 60.
    ['d', '1900-01-01', 1],
    ['d', '1900-02-28', 59],
    ['d', '1900-03-01', 61],
    ['d', '45443.5', 45443.5],
    ['d', '2024-02-30', '2024-02-30'],
    ['d', '2024-13-01', '2024-13-01'],
    ['d', '25:00:00', '25:00:00'],
    ['d', 'hôm qua', 'hôm qua'],
  ])('of type %s with the value %j are read as %j', (type, text, expected) => {
    expect(read(type, value(text))).toEqual(expected);
  });

  test.each<[string, CellValue]>([
    ['<is><t>chữ</t></is>', 'chữ'],
    [
      '<is><r><t>giàu</t></r><r><t xml:space="preserve"> chữ</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh></is>',
      'giàu chữ',
    ],
    ['<is><t>a_x0041__x005F_x0041_</t></is>', 'aA_x0041_'],
    ['<is/>', null],
    ['<is><t/></is>', null],
    ['<is><t></t></is>', null],
  ])('with inline %s are read as %j', (inside, expected) => {
    expect(read('inlineStr', inside)).toEqual(expected);
  });

  test('that a formula left empty hold a text of no length', () => {
    expect(read('str', '<f>""</f><v></v>')).toBe('');
  });

  test('with a time are shown as one, and count from 1904 where the workbook does', () => {
    expect([...gridOf('<c r="A1" t="d"><v>08:30:00</v></c><c r="B1" t="d"><v>mai</v></c>').dates]).toEqual([0]);
    const in1904 =
      `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
      '<workbookPr date1904="1"/><sheets><sheet name="Bảng" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const cells = ['1904-01-02', '12:00:00', '1903-12-31'].map((text) => `<c t="d"><v>${text}</v></c>`).join('');
    expect(gridOf(cells, in1904).values[0]).toEqual([1, 0.5, '1903-12-31']);
  });
});

describe('number formats', () => {
  test.each<[string, readonly (readonly [value: number, kind: number])[]]>([
    ['General', [[1, 0]]],
    [
      '0%',
      [
        [0.5, PERCENT],
        [-1, PERCENT],
        [0, PERCENT],
      ],
    ],
    [
      '0.0;-0.0;0%',
      [
        [8.5, 0],
        [-1, 0],
        [0, PERCENT],
      ],
    ],
    [
      '0.0;0%',
      [
        [8.5, 0],
        [0, 0],
        [-1, PERCENT],
      ],
    ],
    [
      '[<1]0%;0.0',
      [
        [0.5, PERCENT],
        [1, 0],
        [8.5, 0],
      ],
    ],
    [
      '[<=1]0%;[>100]d/m/yyyy;0.0',
      [
        [1, PERCENT],
        [45000, DATE],
        [8.5, 0],
      ],
    ],
    [
      '0.0;[=-1]0%;0',
      [
        [8.5, 0],
        [-1, PERCENT],
      ],
    ],
    [
      '[Red][>=100]0%;0',
      [
        [100, PERCENT],
        [99, 0],
      ],
    ],
    [
      '0.0;@',
      [
        [-1, 0],
        [0, 0],
      ],
    ],
    [
      '0%;@',
      [
        [-1, PERCENT],
        [0, PERCENT],
      ],
    ],
    ['0";%"', [[1, 0]]],
    ['0\\;\\%', [[1, 0]]],
    [
      '0.0_%;[$;%]0',
      [
        [1, 0],
        [-1, 0],
      ],
    ],
    [
      ';;;',
      [
        [1, 0],
        [-1, 0],
        [0, 0],
      ],
    ],
    ['d/m/yyyy;@', [[45000, DATE]]],
    [
      '[h]:mm;-[h]:mm',
      [
        [1.5, DATE],
        [-1.5, DATE],
      ],
    ],
    [
      '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
      [
        [1, 0],
        [-1, 0],
        [0, 0],
      ],
    ],
    ['', [[1, 0]]],
  ])('%s', (code, expected) => {
    expect(expected.map(([number]) => [number, kindOfNumber(kindOfFormat(code), number)])).toEqual(expected);
  });
});
