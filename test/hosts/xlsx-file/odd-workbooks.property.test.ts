/**
 * A score table in packages with random mixtures of odd styles, types and relationships: read right, filled soundly,
 * otherwise unchanged.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expectFaithful, filled, indicesOf } from '../../kit/files/filled';
import {
  alternative,
  plainCell,
  relationshipList,
  rowsXml,
  workbookOfSheets,
  type Row,
} from '../../kit/files/odd-workbooks';
import { contentTypes, MAIN, sheetXml, smallWorkbook } from '../../kit/files/small-workbook';

/** `ODD_RUNS=5000 FAST_CHECK_SEED=1` tries more and different cases. */
const RUNS = Number(process.env['ODD_RUNS'] ?? 40);

const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/><bgColor indexed="64"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor theme="4" tint="-0.25"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFE8A2"/></patternFill></fill>',
  '<fill><gradientFill degree="90"><stop position="0"><color rgb="FFFF0000"/></stop>' +
    '<stop position="1"><color rgb="FF00FF00"/></stop></gradientFill></fill>',
];
const FONTS = [
  '<font><sz val="11"/><name val="Arial"/></font>',
  '<font><b/><sz val="12"/><color rgb="FF000000"/><name val="Times New Roman"/><family val="1"/></font>',
  '<font><sz val="12"/><color theme="1"/><name val="Times New Roman"/></font>',
];
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left style="thin"><color auto="1"/></left><right style="thin"><color auto="1"/></right>' +
    '<top style="thin"><color auto="1"/></top><bottom style="thin"><color auto="1"/></bottom><diagonal/></border>',
];
/** Number formats that show a number as it is. */
const PLAIN_CODES = [0, 2, 4, 170];
const OTHER_CODES = [9, 14, 171];
const NUMBER_FORMATS =
  '<numFmt numFmtId="170" formatCode="0.0;-0.0;0.0"/><numFmt numFmtId="171" formatCode="[&lt;1000]0%;0.0"/>';

interface List {
  /** Null if the list is missing. */
  readonly xml: string | null;
  readonly length: number;
}

/** A list in any state: missing, empty in two ways, short, with alternatives, with and without its count. */
const list = (name: string, items: fc.Arbitrary<string>): fc.Arbitrary<List> =>
  fc
    .record({
      state: fc.constantFrom('missing', 'empty', 'bare', 'full', 'full', 'full'),
      items: fc.array(fc.tuple(items, fc.nat(5)), { minLength: 1, maxLength: 5 }),
      counted: fc.boolean(),
    })
    .map(({ state, items: all, counted }) => {
      if (state === 'missing') return { xml: null, length: 0 };
      if (state === 'bare') return { xml: `<${name} count="0"/>`, length: 0 };
      const inner = state === 'empty' ? [] : all.map(([item, odds]) => (odds === 0 ? alternative(item) : item));
      const count = counted ? ` count="${inner.length.toString()}"` : '';
      return { xml: `<${name}${count}>${inner.join('')}</${name}>`, length: inner.length };
    });

const reference = (most: number): fc.Arbitrary<string | null> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.nat(most).map(String) },
    { weight: 1, arbitrary: fc.constantFrom(null, '', '9', 'x') },
  );

interface Format {
  readonly xml: string;
  readonly isPlain: boolean;
}

const format = fc
  .record({
    code: fc.constantFrom(...PLAIN_CODES, ...OTHER_CODES),
    font: reference(3),
    fill: reference(5),
    border: reference(2),
    inner: fc.constantFrom('', '<alignment horizontal="center"/>', '<alignment wrapText="1"/><protection locked="0"/>'),
    twice: fc.nat(5),
  })
  .map(({ code, font, fill, border, inner, twice }): Format => {
    const ids = Object.entries({ numFmtId: code.toString(), fontId: font, fillId: fill, borderId: border, xfId: '0' });
    const tag = `<xf${ids.map(([name, id]) => (id === null ? '' : ` ${name}="${id}"`)).join('')}`;
    const xml = inner === '' ? `${tag}/>` : `${tag}>${inner}</xf>`;
    return { xml: twice === 0 ? alternative(xml) : xml, isPlain: PLAIN_CODES.includes(code) };
  });

const styles = fc.record({
  fonts: list('fonts', fc.constantFrom(...FONTS)),
  fills: list('fills', fc.constantFrom(...FILLS)),
  borders: list('borders', fc.constantFrom(...BORDERS)),
  cellStyleXfs: list('cellStyleXfs', fc.constant('<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>')),
  formats: fc.array(format, { maxLength: 6 }),
  state: fc.constantFrom('there', 'there', 'there', 'none', 'lost'),
  prefix: fc.constantFrom('', 'x:'),
  wide: fc.nat(9).map((n) => n === 0),
});

/** In quarters of a point, for two units and two items with maxima of 4 and 6 points. */
const scores = fc.tuple(fc.nat(16), fc.nat(24), fc.nat(16), fc.nat(24));

const workbook = fc
  .record({
    styles,
    scores,
    picks: fc.array(fc.nat(99), { minLength: 30, maxLength: 30 }),
    oddStyle: fc.constantFrom('', 'x', '8', ' 0 '),
    withDefaults: fc.boolean(),
    ids: fc.constantFrom(['rId1', 'rId2', 'rId3'], ['rId3', 'rId5', 'rId4'], ['R1', 'id-2', 'rId2']),
    absolute: fc.boolean(),
    lost: fc.constantFrom('nothing', 'relationship', 'part'),
    rowPerCell: fc.boolean(),
    upperCase: fc.boolean(),
  })
  .map(build);

type Parts = Parameters<typeof build>[0];

function build(odd: {
  styles: typeof styles extends fc.Arbitrary<infer T> ? T : never;
  scores: readonly [number, number, number, number];
  picks: readonly number[];
  oddStyle: string;
  withDefaults: boolean;
  ids: readonly string[];
  absolute: boolean;
  lost: string;
  rowPerCell: boolean;
  upperCase: boolean;
}): { file: Uint8Array; indices: string[] } {
  const [a1, a2, b1, b2] = odd.scores.map((quarters) => quarters / 4) as [number, number, number, number];
  const sheet = odd.upperCase ? 'xl/Worksheets/SHEET1.xml' : 'xl/worksheets/sheet1.xml';
  const hasStyles = odd.styles.state === 'there';
  const types = contentTypes(
    ['/_rels/.rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['/xl/_rels/workbook.xml.rels', 'application/vnd.openxmlformats-package.relationships+xml'],
  );
  const file = smallWorkbook('', {
    'xl/worksheets/sheet1.xml': null,
    [sheet]: sheetXml(tableXml(odd, a1, a2, b1, b2)),
    '[Content_Types].xml': (odd.withDefaults ? contentTypes() : types.replace(/<Default[^>]*>/g, '')).replace(
      /<Override PartName="\/xl\/styles[^>]*>/,
      hasStyles ? '$&' : '',
    ),
    'xl/workbook.xml': workbookOfSheets(
      ['Bảng', odd.ids[0] ?? ''],
      ...(odd.lost === 'nothing' ? [] : [['Lạc', odd.ids[2] ?? ''] as const]),
    ),
    'xl/_rels/workbook.xml.rels': relationshipList(
      [odd.ids[0] ?? '', 'worksheet', odd.absolute ? '/xl/worksheets/sheet1.xml' : 'worksheets/sheet1.xml'],
      ...(odd.styles.state === 'none' ? [] : [[odd.ids[1] ?? '', 'styles', 'styles.xml'] as const]),
      ...(odd.lost === 'part' ? [[odd.ids[2] ?? '', 'worksheet', 'worksheets/sheet2.xml'] as const] : []),
    ),
    'xl/styles.xml': hasStyles ? stylesXml(odd.styles) : null,
  });
  // Out of 10 points: the index is ten times the sum, and two decimals are always enough.
  return { file, indices: [a1 + a2, b1 + b2].map((sum) => (sum * 10).toString()) };
}

function tableXml(
  { styles: { formats, state }, picks, oddStyle, rowPerCell }: Parts,
  ...[a1, a2, b1, b2]: number[]
): string {
  const rows: Row[] = [
    ['BẢNG TỔNG HỢP ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2022'],
    ['STT', 'Nội dung', 'Điểm tối đa', 'Xã A', 'Xã B'],
    ['1', 'Công tác chỉ đạo điều hành', 10, (a1 ?? 0) + (a2 ?? 0), (b1 ?? 0) + (b2 ?? 0)],
    ['1.1', 'Kế hoạch cải cách hành chính', 4, a1 ?? 0, b1 ?? 0],
    ['1.2', 'Thực hiện chế độ báo cáo', 6, a2 ?? 0, b2 ?? 0],
    ['', 'Tổng điểm', 10, (a1 ?? 0) + (a2 ?? 0), (b1 ?? 0) + (b2 ?? 0)],
  ];
  const plain = formats.flatMap(({ isPlain }, n) => (isPlain || state !== 'there' ? [n.toString()] : []));
  const first = formats[0]?.isPlain ?? true;
  let next = 0;
  return rowsXml(
    rows,
    (at, value) => {
      const choices = [...(typeof value === 'number' ? plain : formats.map((_, n) => n.toString())), '12'];
      // A cell without a style number has the first format.
      if (typeof value === 'string' || first) choices.push(oddStyle);
      const style = choices[(picks[next++] ?? 0) % choices.length] ?? '0';
      return plainCell(at, value, ` s="${style}"`);
    },
    rowPerCell ? (n, cells) => cells.map((cell) => `<row r="${n.toString()}">${cell}</row>`).join('') : undefined,
  );
}

function stylesXml({ formats, prefix, wide, ...lists }: Parts['styles']): string | Uint8Array {
  const all = [
    `<numFmts>${NUMBER_FORMATS}</numFmts>`,
    lists.fonts.xml,
    lists.fills.xml,
    lists.borders.xml,
    lists.cellStyleXfs.xml,
    formats.length === 0 ? null : `<cellXfs>${formats.map(({ xml }) => xml).join('')}</cellXfs>`,
  ].join('');
  const named = all.replace(/<(\/?)(?!\/?mc:)/g, `<$1${prefix}`);
  const space = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const xml =
    `<?xml version="1.0" encoding="${wide ? 'UTF-16' : 'UTF-8'}"?>\n` +
    `<${prefix}styleSheet ${space}="${MAIN}">${named}</${prefix}styleSheet>`;
  return wide ? new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')])) : xml;
}

test('a score table in any odd package is read right and filled soundly', () => {
  fc.assert(
    fc.property(workbook, ({ file, indices }) => {
      const result = filled(file);
      expect(indicesOf(result.assessment)).toEqual(indices);
      expectFaithful(file, result);
    }),
    { numRuns: RUNS },
  );
});
