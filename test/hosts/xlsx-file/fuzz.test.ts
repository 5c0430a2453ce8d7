/**
 * Thousands of damaged and absurd workbooks: each ends in a HostError or a result, never in another error, a hang or a
 * changed source.
 */
import { describe, expect, test } from '@jest/globals';
import type { Edit, SheetEdits } from '../../../src/core/model/workbook/edit';
import type { SheetDrawing } from '../../../src/core/model/sheet-drawing';
import { HostError } from '../../../src/hosts/host';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { openXlsx } from '../../../src/hosts/xlsx-file/xlsx-file';
import { secondsIfLong } from '../../kit/cpu';
import { drawnCell, drawnRow } from '../../kit/drawings';
import { resultsDrawing } from '../../kit/drawn-results';
import { cell, formula, mark, note, number, text } from '../../kit/edits';
import {
  contentTypes,
  MAIN,
  partsOf,
  relationships,
  sheetXml,
  smallWorkbook,
  STYLES,
  workbookXml,
} from '../../kit/files/small-workbook';
import { WORKED_ON } from '../../kit/files/worked-on';
import { buildZip } from '../../kit/files/zip-build';

const EDITS: Edit[] = [
  cell('B2', number('1.5')),
  cell('A1', text('a')),
  cell('C7', formula('SUM(A1:A2)', '3'), 'B2', '0.00'),
  mark('B2', 'error'),
  mark('D4', 'deduction'),
  note('B2', 'vì sao'),
  note('A1', null),
];

/** Replaces the first sheet and reuses some of its cells. */
const DRAWN: SheetDrawing = {
  ...resultsDrawing(),
  rows: [
    ...resultsDrawing().rows,
    drawnRow(['A1', 'B1', 'C1', 'A2', 'B2', 'A3', 'A4', 'D3', 'Z99'].map((from) => drawnCell(null, {}, from))),
  ],
};

function run(bytes: Uint8Array, drawing: SheetDrawing | null = null): string {
  let ended = '';
  const used = secondsIfLong(() => {
    ended = tryAll(bytes, drawing);
  });
  if (used >= 10) expect(used).toBeLessThan(10);
  return ended;
}

function tryAll(bytes: Uint8Array, drawing: SheetDrawing | null): string {
  const copy = bytes.slice();
  let ended = 'read';
  try {
    const file = openXlsx(bytes, nodeCodec, { limits: { partBytes: 64 << 20 } });
    const sheets = file.book.sheets.map((sheet) => sheet.grid());
    ended = 'refused edits';
    const edits: SheetEdits[] = [...new Set(sheets.map(({ sheet }) => sheet))].map((sheet) => ({
      sheet,
      isNew: false,
      edits: EDITS,
      ...(drawing ? { drawing } : {}),
    }));
    const out = file.apply([...edits, { sheet: 'Kết quả', isNew: true, edits: EDITS }]);
    openXlsx(out, nodeCodec).book.sheets.forEach((sheet) => sheet.grid());
    ended = 'written';
  } catch (fault) {
    if (!(fault instanceof HostError)) throw fault;
    if (!fault.message.endsWith('.')) expect(fault.message).toMatch(/\.$/);
  }
  if (Buffer.compare(bytes, copy) !== 0) expect(bytes).toEqual(copy);
  return ended;
}

function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x100000000) * below);
  };
}

const RICH = smallWorkbook(
  sheetXml(
    '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1">' +
      '<f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/>' +
      '<v>4</v></c><c r="C2" t="inlineStr"><is><r><t>x</t></r></is></c></row><row r="3" hidden="1"><c r="B3">' +
      '<f t="shared" si="0"/><v>6</v></c><c r="D3"><f t="array" ref="D3:D4">A1:A2</f><v>1</v></c></row>',
    '<mergeCells count="1"><mergeCell ref="E1:F2"/></mergeCells><legacyDrawing r:id="rId2"/>',
    '<dimension ref="A1:D3"/><cols><col min="1" max="2" style="1"/></cols>',
  ),
  {
    'xl/workbook.xml': workbookXml(
      '<definedNames><definedName name="_CCHC_ERROR_NONE_1" localSheetId="0" ' +
        'hidden="1">\'Bảng\'!$A$1:$B$2</definedName></definedNames><calcPr/>',
    ),
    'xl/_rels/workbook.xml.rels': relationships(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>Đơn vị</t></si></sst>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(
      ['comments', '../comments1.xml'],
      ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
    ),
    'xl/comments1.xml':
      `<comments xmlns="${MAIN}"><authors><author>Chỉ số CCHC</author></authors><commentList>` +
      '<comment ref="A1" authorId="0"><text><t>n</t></text></comment></commentList></comments>',
    'xl/drawings/vmlDrawing1.vml':
      '<xml xmlns:v="v" xmlns:o="o" xmlns:x="x"><o:shapelayout><o:idmap data="1"/></o:shapelayout>' +
      '<v:shape id="_x0000_s1025"><x:ClientData ObjectType="Note"><x:Row>0</x:Row>' +
      '<x:Column>0</x:Column></x:ClientData></v:shape></xml>',
    '[Content_Types].xml': contentTypes(['/xl/sharedStrings.xml', 'x'], ['/xl/comments1.xml', 'y']).replace(
      '<Override',
      '<Default Extension="vml" ContentType="z"/><Override',
    ),
  },
);

/** Damages one part of a workbook in many ways and counts the outcomes. */
function damageParts(
  source: Uint8Array,
  seed: number,
  rounds: number,
  outcomeOf: (bytes: Uint8Array) => string,
): Map<string, number> {
  const random = generator(seed);
  const parts = [...partsOf(source)];
  const outcomes = new Map<string, number>();
  const pieces = [
    '<',
    '>',
    '"',
    '/>',
    '</c>',
    '<c>',
    '<row>',
    'r="',
    '&#x0;',
    '&amp',
    ']]>',
    '<!--',
    '<![CDATA[',
    'A1:XFD1048576',
    '-1',
    '99999999999',
    'NaN',
    '__proto__',
    'constructor',
    ' xmlns:x=""',
    '\u0000',
    '1e999',
  ].map((piece) => Buffer.from(piece));
  for (let round = 0; round < rounds; round++) {
    const target = random(parts.length);
    const changed = parts.map(([name, bytes], n) => {
      if (n !== target) return { name, bytes };
      let data = Buffer.from(bytes);
      for (let times = random(3); times >= 0; times--) {
        const from = random(data.length);
        const to = Math.min(data.length, from + random(40));
        const kind = random(4);
        const insert =
          kind === 0
            ? Buffer.alloc(0)
            : kind === 1
              ? (pieces[random(pieces.length)] ?? Buffer.alloc(0))
              : kind === 2
                ? data.subarray(from, to)
                : data.subarray(random(data.length)).subarray(0, random(60));
        data = Buffer.concat([data.subarray(0, from), insert, data.subarray(kind === 1 || kind === 2 ? from : to)]);
      }
      return { name, bytes: new Uint8Array(data) };
    });
    const outcome = outcomeOf(buildZip(changed));
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  return outcomes;
}

describe('damaged workbooks', () => {
  test('the sound one is read and written', () => {
    expect(run(RICH)).toBe('written');
  });

  test('flipped bytes of the file', () => {
    const random = generator(11);
    for (let round = 0; round < 1500; round++) {
      const bytes = RICH.slice();
      for (let n = random(4); n >= 0; n--) bytes[random(bytes.length)] = random(256);
      run(bytes);
    }
  });

  test('truncated files', () => {
    const random = generator(12);
    for (let round = 0; round < 300; round++) run(RICH.slice(0, random(RICH.length)));
  });

  test('parts with flipped, cut, doubled and moved pieces', () => {
    const outcomes = damageParts(RICH, 13, 4000, (bytes) => run(bytes));
    // All outcomes must occur, or the test proves nothing.
    expect([...outcomes.keys()].sort()).toEqual(['read', 'refused edits', 'written']);
  });

  test('parts of a sheet that is drawn over', () => {
    expect(run(WORKED_ON, DRAWN)).toBe('written');
    const outcomes = damageParts(WORKED_ON, 17, 600, (bytes) => run(bytes, DRAWN));
    expect([...outcomes.keys()].sort()).toEqual(['read', 'refused edits', 'written']);
  });

  test('absurd but well-formed workbooks', () => {
    const cells = (count: number, make: (n: number) => string): string =>
      Array.from({ length: count }, (_, n) => make(n)).join('');
    const merges = cells(20_000, () => '<mergeCell ref="A1:XFD1048576"/>');
    const nested = '<x>'.repeat(150) + '</x>'.repeat(150);
    const absurd = [
      sheetXml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
      sheetXml(cells(200_000, (n) => `<row r="${(n * 5 + 1).toString()}" s="1" customFormat="1"/>`)),
      sheetXml('<row r="1"/>', `<mergeCells>${merges}</mergeCells>`),
      sheetXml('', '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/><mergeCell ref="C3:A1"/></mergeCells>'),
      sheetXml(`<row r="1">${cells(16_384, () => '<c/>')}</row>`),
      sheetXml(
        `<row r="1"><c r="A1"><f t="shared" ref="A1:A9" si="0">${'A1+'.repeat(20_000)}1</f></c>` +
          '</row>' +
          cells(40, (n) => {
            const row = (n + 2).toString();
            return `<row r="${row}"><c r="A${row}"><f t="shared" si="0"/></c></row>`;
          }),
      ),
      sheetXml(
        `<row r="1"><c r="A1"><f>${'('.repeat(100_000)}</f></c><c r="B1"><f>${'[a'.repeat(100_000)}</f></c>` +
          `<c r="C1"><f t="shared" ref="C1" si="1">${'"'.repeat(99_999)}</f></c></row>`,
      ),
      sheetXml('', nested),
      sheetXml(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>=1+1</t></is></c><c r="B1" t="str"><v>=HYPERLINK("x")</v></c></row>',
        '<cols><col min="1" max="99999999"/></cols>',
      ),
      sheetXml(`<row r="1" ${cells(20_000, (n) => `a${n.toString()}="1" `)}><c r="A1"><v>1</v></c></row>`),
      sheetXml(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>' +
          '<row r="3"><c r="C3"/><c r="A3"/></row>',
      ),
    ];
    for (const sheet of absurd) for (const drawing of [null, DRAWN]) run(smallWorkbook(sheet), drawing);
    run(
      smallWorkbook(sheetXml(''), {
        'xl/workbook.xml': workbookXml(
          `<definedNames>${cells(
            3000,
            (n) => `<definedName name="_CCHC_ERROR_NONE_${n.toString()}">Bảng!$A$1:$XFD$1048576</definedName>`,
          )}</definedNames>`,
        ),
      }),
    );
    run(
      smallWorkbook(sheetXml(''), {
        'xl/styles.xml': STYLES.replace(
          '<cellXfs count="7">',
          `<cellXfs>${cells(50_000, () => '<xf numFmtId="0" fillId="77"/>')}`,
        ),
      }),
    );
    run(
      smallWorkbook(sheetXml(''), {
        'xl/_rels/workbook.xml.rels': relationships(
          ['worksheet', 'workbook.xml'],
          ['styles', 'workbook.xml'],
          ['sharedStrings', 'workbook.xml'],
        ),
      }),
    );
    run(smallWorkbook(sheetXml(''), { '_rels/.rels': relationships(['officeDocument', '../../../../etc/passwd']) }));
    run(smallWorkbook(sheetXml(''), { 'xl/workbook.xml': workbookXml('', '__proto__') }));
  });
});
