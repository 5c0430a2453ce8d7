/** Sheets drawn as a whole: all parts of the drawing are present, and everything outside the drawing is kept. */
import { describe, expect, test } from '@jest/globals';
import { keyOf, toA1, addressOfKey } from '../../../src/core/values/address';
import type { SheetEdits } from '../../../src/core/model/workbook/edit';
import { valueAt, type Grid } from '../../../src/core/model/workbook/grid';
import type { SheetDrawing } from '../../../src/core/model/sheet-drawing';
import { HostError } from '../../../src/hosts/host';
import { browserCodec } from '../../../src/hosts/xlsx-file/zip/codec';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { drawWorkbook, openXlsx } from '../../../src/hosts/xlsx-file/xlsx-file';
import { area, drawnFormula, drawnNumber, drawnText, resultsDrawing } from '../../kit/drawn-results';
import { drawing, drawnCell, drawnRow, PLAIN_LOOK } from '../../kit/drawings';
import { at, cell, note, number, text } from '../../kit/edits';
import { lintPackage } from '../../kit/programs/lint-package';
import {
  contentTypes,
  MAIN,
  OFFICE,
  partsOf,
  relationships,
  sheetXml,
  smallWorkbook,
  textOfPart,
  workbookXml,
} from '../../kit/files/small-workbook';
import { OWN_CHART, PICTURE, WORKED_ON } from '../../kit/files/worked-on';

const open = (file: Uint8Array) => openXlsx(file, nodeCodec);
const SHEET = 'xl/worksheets/sheet1.xml';
const draw = (sheet: string, what: SheetDrawing, isNew = false, edits: SheetEdits['edits'] = []): SheetEdits[] => [
  { sheet, isNew, edits, drawing: what },
];

/** Draws twice; the second time must change nothing. */
function drawn(file: Uint8Array, what: SheetDrawing, sheet = 'Bảng', isNew = false): Uint8Array {
  const out = open(file).apply(draw(sheet, what, isNew));
  expect(lintPackage(out)).toEqual([]);
  expect(open(out).apply(draw(sheet, what))).toBe(out);
  return out;
}

function gridOf(file: Uint8Array, sheet = 0): Grid {
  const grid = open(file).book.sheets[sheet]?.grid();
  if (!grid) throw new Error('no sheet');
  return grid;
}
const childrenOf = (xml: string): string[] =>
  [...xml.replace(/<sheetData.*<\/sheetData>/s, '<sheetData/>').matchAll(/<([A-Za-z]+)[\s/>]/g)].map(
    ([, name]) => name ?? '',
  );
const countOf = (xml: string, what: RegExp): number => [...xml.matchAll(new RegExp(what, 'g'))].length;

const two = drawing([
  drawnRow([drawnText('Đơn vị'), drawnText('Điểm')]),
  drawnRow([drawnText('=A1+1'), drawnNumber('0.1')]),
  drawnRow([null, drawnFormula('SUM(B2:B2)', '0.1')]),
]);

describe('a drawing', () => {
  test('is what the sheet holds from then on, read back value by value and formula by formula', () => {
    const grid = gridOf(drawn(WORKED_ON, two));
    expect(grid.values).toEqual([
      ['Đơn vị', 'Điểm'],
      ['=A1+1', 0.1],
      [null, 0.1],
    ]);
    expect([...grid.formulas].map(([key, formula]) => `${toA1(addressOfKey(key))} ${formula}`)).toEqual([
      'B3 SUM(B2:B2)',
    ]);
    expect([grid.merges, [...grid.hiddenRows], [...grid.hiddenColumns]]).toEqual([[], [], []]);
  });

  test('leaves notes, rules, links, protection, pictures, extensions as they are, in the schema’s order', () => {
    const out = drawn(WORKED_ON, resultsDrawing());
    const xml = textOfPart(out, SHEET);
    const stays = [
      'codeName="Sheet7"',
      '<tabColor rgb="FFFF0000"/>',
      'applyStyles="1"',
      'showGridLines="0" zoomScale="85"',
      'defaultRowHeight="18" customHeight="1"',
      '<sheetProtection objects="1" selectLockedCells="1"/>',
      '<protectedRange name="r" sqref="A1"/>',
      '<cfRule type="duplicateValues" priority="1"/>',
      '<hyperlink ref="A4" location="A1"/>',
      '<printOptions gridLines="1"/>',
      '<pageMargins left="1"',
      'blackAndWhite="1"',
      '<oddHeader>&amp;Lcủa tôi</oddHeader>',
      '<firstHeader>đầu</firstHeader>',
      '<brk id="3" man="1"/>',
      '<ignoredError sqref="A1:B9" numberStoredAsText="1"/>',
      '<drawing r:id="rId3"/><legacyDrawing r:id="rId2"/><extLst>' +
        '<ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"/></extLst>',
      'xWindow="5"',
    ];
    expect(stays.filter((each) => !xml.includes(each))).toEqual([]);
    const order = [
      'sheetPr',
      'dimension',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'sheetProtection',
      'protectedRanges',
      'autoFilter',
      'mergeCells',
      'conditionalFormatting',
      'dataValidations',
      'hyperlinks',
      'printOptions',
      'pageMargins',
      'pageSetup',
      'headerFooter',
      'rowBreaks',
      'ignoredErrors',
      'drawing',
      'legacyDrawing',
      'extLst',
    ];
    expect(childrenOf(xml).filter((name) => order.includes(name))).toEqual(order);
    expect(textOfPart(out, 'xl/comments1.xml')).toBe(textOfPart(WORKED_ON, 'xl/comments1.xml'));
    expect(textOfPart(out, 'xl/drawings/drawing1.xml')).toContain(PICTURE);
    expect(textOfPart(out, 'xl/drawings/drawing1.xml')).toContain(OWN_CHART);
    expect(textOfPart(out, 'xl/charts/chart1.xml')).toBe(textOfPart(WORKED_ON, 'xl/charts/chart1.xml'));
    expect(textOfPart(out, 'xl/workbook.xml')).toMatch(
      /Print_Area" localSheetId="0">Bảng!\$A\$1:\$D\$9<.*name="Tong"/s,
    );
  });

  test('takes the breaks of its pages from the drawing where that has some', () => {
    const plain = resultsDrawing();
    const own = (breaks: readonly number[]): string =>
      textOfPart(drawn(WORKED_ON, { ...plain, print: { ...plain.print, breaks } }), SHEET);
    expect(own([5, 7])).toContain(
      '<rowBreaks count="2" manualBreakCount="2"><brk id="5" max="16383" man="1"/><brk id="7" max="16383" man="1"/>',
    );
    expect(own([])).not.toContain('rowBreaks');
  });

  test('brings its own panes, filter, page and outline, and no row stays hidden by the old filter', () => {
    const out = drawn(WORKED_ON, resultsDrawing());
    const xml = textOfPart(out, SHEET);
    expect(xml).toContain('<pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A3:D10"/>');
    expect(xml).toMatch(/<outlinePr applyStyles="1" summaryBelow="0"\/><pageSetUpPr fitToPage="1"\/>/);
    expect(xml).toMatch(
      /<pageSetup paperSize="9" orientation="landscape" blackAndWhite="1" fitToWidth="1" fitToHeight="0"\/>/,
    );
    expect(xml).toContain('<oddFooter>&amp;C&amp;P/&amp;N</oddFooter>');
    expect(xml).not.toMatch(/filterMode|topLeftCell="A30"|hidden="1" s=|filterColumn/);
    expect([...gridOf(out).hiddenRows]).toEqual([]);
    expect(xml).toContain('outlineLevelRow="1"');
    const names = textOfPart(out, 'xl/workbook.xml');
    expect(names).toContain(
      '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\'Bảng\'!$A$3:$D$10</definedName>' +
        '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Bảng\'!$3:$3</definedName>',
    );
    expect(countOf(names, /_FilterDatabase/)).toBe(1);
  });

  test('without filter, panes and repeated rows takes those of an earlier one away', () => {
    const out = drawn(drawn(WORKED_ON, resultsDrawing()), two);
    const xml = textOfPart(out, SHEET);
    expect(xml).not.toMatch(/<pane|<autoFilter|<mergeCells|outlineLevel|CCHC/);
    expect(textOfPart(out, 'xl/workbook.xml')).not.toMatch(/_FilterDatabase|Print_Titles/);
    expect(textOfPart(out, 'xl/workbook.xml')).toContain('Print_Area');
  });

  test('leaves the officer’s place in a sheet that is frozen so already', () => {
    const frozen = { ...two, frozen: { rows: 1, columns: 0 } };
    const pane =
      '<pane ySplit="1" topLeftCell="A40" activePane="bottomLeft" state="frozen"/>' +
      '<selection pane="bottomLeft" activeCell="B44" sqref="B44"/>';
    const file = smallWorkbook(
      sheetXml('', '', `<sheetViews><sheetView tabSelected="1" workbookViewId="0">${pane}</sheetView></sheetViews>`),
    );
    expect(textOfPart(drawn(file, frozen), SHEET)).toContain(pane);
    expect(textOfPart(drawn(file, { ...two, frozen: { rows: 2, columns: 1 } }), SHEET)).toContain(
      '<sheetView tabSelected="1" workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3"',
    );
  });

  test('leaves a footer that numbers pages, and columns beside its own', () => {
    const own = '<headerFooter><oddFooter>&amp;RTrang &amp;P</oddFooter></headerFooter>';
    const xml = textOfPart(
      drawn(
        smallWorkbook(sheetXml('', own, '<cols><col min="2" max="6" width="22" style="1" customWidth="1"/></cols>')),
        two,
      ),
      SHEET,
    );
    expect(xml).toContain(own);
    expect(xml).toContain(
      '<cols><col min="1" max="1" width="20" customWidth="1"/><col min="2" max="2" width="20" customWidth="1"/>' +
        '<col min="3" max="6" width="22" style="1" customWidth="1"/></cols>',
    );
  });
});

describe('cells that come along', () => {
  const from = (a1: string, content: Parameters<typeof drawnCell>[0] = null) => drawnCell(content, {}, a1);

  test('keep rich text, truth values, errors and looks at their new place', () => {
    const out = drawn2(
      drawing([
        drawnRow([]),
        drawnRow([
          from('B1'),
          from('C1'),
          from('A1', { kind: 'text', text: 'đậm thường' }),
          from('A2'),
          from('B2', { kind: 'number', value: '2.5' }),
        ]),
      ]),
    );
    expect(textOfPart(out, SHEET)).toContain(
      '<row r="2"><c r="A2" s="1" t="b"><v>1</v></c><c r="B2" s="6" t="e"><v>#N/A</v></c><c r="C2" t="s">' +
        '<v>0</v></c><c r="D2" s="3"/><c r="E2"><v>2.50</v></c></row>',
    );
    expect(gridOf(out).values[1]).toEqual([true, { error: '#N/A' }, 'đậm thường', null, 2.5]);
  });

  test('take the width of their column along, and are seen where a hidden column stood', () => {
    const cells = ['C', 'D'].map((column) => `<c r="${column}1" t="inlineStr"><is><t>${column}</t></is></c>`);
    const columns =
      '<cols><col min="1" max="1" width="5" customWidth="1"/><col min="2" max="2" width="8" hidden="1" ' +
      'customWidth="1"/><col min="3" max="3" width="30" customWidth="1"/>' +
      '<col min="4" max="6" width="12" hidden="1" customWidth="1"/></cols>';
    const file = smallWorkbook(sheetXml(`<row r="1">${cells.join('')}</row>`, '', columns));
    const shown = (...row: Parameters<typeof drawnRow>[0]): [string, readonly number[]] => {
      const what = drawing([drawnRow(row)], { columns: [{ width: 20, hidden: false }] });
      const out = open(file).apply(draw('Bảng', what));
      expect(lintPackage(out)).toEqual([]);
      return [/<cols>.*<\/cols>/.exec(textOfPart(out, SHEET))?.[0] ?? '', [...gridOf(out).hiddenColumns]];
    };
    const own = '<col min="1" max="1" width="20" customWidth="1"/>';
    expect(shown(drawnText('Đơn vị'), from('C1', 'C'), from('D1', 'D'))).toEqual([
      `<cols>${own}<col min="2" max="2" width="30" customWidth="1"/>` +
        '<col min="3" max="3" width="12" hidden="1" customWidth="1"/>' +
        '<col min="4" max="6" width="12" hidden="1" customWidth="1"/></cols>',
      [2],
    ]);
    expect(shown(drawnText('Đơn vị'), null, null, from('C1', 'C'))[0]).toBe(
      `<cols>${own}<col min="2" max="2" width="8" hidden="1" customWidth="1"/>` +
        '<col min="3" max="3" width="30" customWidth="1"/><col min="4" max="4" width="30" customWidth="1"/>' +
        '<col min="5" max="6" width="12" hidden="1" customWidth="1"/></cols>',
    );
  });

  test('hold what the drawing says they hold, formulas above all', () => {
    const out = drawn2(
      drawing([
        drawnRow([
          from('A4', { kind: 'formula', formula: 'B1*2', cached: { kind: 'number', value: '9' } }),
          from('B2', { kind: 'number', value: '7' }),
          from('A1'),
        ]),
      ]),
    );
    expect(textOfPart(out, SHEET)).toContain(
      '<row r="1"><c r="A1"><f>B1*2</f><v>9</v></c><c r="B1"><v>7</v></c><c r="C1"/></row>',
    );
  });

  test('a blank one brings the look of its row or column', () => {
    expect(textOfPart(drawn2(drawing([drawnRow([from('D3'), from('E9'), from('J9')])])), SHEET)).toContain(
      '<c r="A1" s="1"/><c r="B1" s="1"/><c r="C1"/>',
    );
  });

  /** Draws only once, because after drawing, the source cells hold other content. */
  function drawn2(what: SheetDrawing): Uint8Array {
    const out = open(WORKED_ON).apply(draw('Bảng', what));
    expect(lintPackage(out)).toEqual([]);
    return out;
  }
});

describe('drop-downs', () => {
  const withChoices = (...choices: SheetDrawing['choices']): string =>
    textOfPart(drawn(WORKED_ON, { ...two, choices }), SHEET);

  test('take the place of what lies there, and leave the rest of it', () => {
    const xml = withChoices({ area: area('B3:B5'), values: ['Chưa', 'Đã "xong"'] });
    expect(xml).toContain(
      '<dataValidation type="whole" sqref="H1:H9 B1:B2 B6:B9"><formula1>1</formula1><formula2>9</formula2>' +
        '</dataValidation><dataValidation type="list" sqref="D1"><formula1>"cũ,mới"</formula1></dataValidation>',
    );
    expect(xml).toContain(
      '<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="B3:B5">' +
        '<formula1>"Chưa,Đã ""xong"""</formula1></dataValidation></dataValidations>',
    );
    expect(xml).toContain('count="3"');
  });

  test('of an earlier, longer drawing do not stay behind', () => {
    const long = drawn(WORKED_ON, { ...two, choices: [{ area: area('M2:M90'), values: ['a', 'b'] }] });
    expect(
      countOf(
        textOfPart(drawn(long, { ...two, choices: [{ area: area('M3:M9'), values: ['a', 'b'] }] }), SHEET),
        /"a,b"/,
      ),
    ).toBe(1);
  });

  test('offer what fits in Excel’s 255 characters, never half a word or two words out of one', () => {
    const values = ['một', 'hai, ba', ...Array.from({ length: 40 }, (_, n) => `lựa chọn ${n.toString()}`)];
    const list = /<formula1>"(một[^<]*)"</.exec(withChoices({ area: area('B3'), values }))?.[1] ?? '';
    expect(list.length).toBeLessThanOrEqual(255);
    expect(list.split(',').every((each) => values.includes(each))).toBe(true);
    expect(list).not.toContain('ba');
  });

  test('give way where the officer’s list from another sheet lies already', () => {
    const ext =
      '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="urn:x">' +
      '<x14:dataValidations xmlns:xm="urn:xm" count="1"><x14:dataValidation type="list"><x14:formula1>' +
      '<xm:f>Khác!$A$1:$A$9</xm:f></x14:formula1><xm:sqref>B2:B4</xm:sqref></x14:dataValidation>' +
      '</x14:dataValidations></ext></extLst>';
    const xml = textOfPart(
      drawn(smallWorkbook(sheetXml('', ext)), { ...two, choices: [{ area: area('B2:B9'), values: ['a'] }] }),
      SHEET,
    );
    expect(xml).toContain('sqref="B5:B9"><formula1>"a"');
  });
});

describe('charts', () => {
  const charts = (file: Uint8Array): string[] =>
    [...partsOf(file).keys()].filter((name) => name.startsWith('xl/charts/')).sort();
  const anchors = (file: Uint8Array): string[] =>
    [...textOfPart(file, 'xl/drawings/drawing1.xml').matchAll(/cNvPr id="(\d+)" name="([^"]*)"/g)].map(
      ([, id, name]) => `${id ?? ''} ${name ?? ''}`,
    );

  test('are drawn beside the officer’s own, replaced when drawn again, and taken away with their parts', () => {
    const first = drawn(WORKED_ON, resultsDrawing());
    expect(anchors(first)).toEqual(['2 Biểu đồ 1', '7 Con dấu', '8 CCHC_CHART_1', '9 CCHC_CHART_2']);
    expect(charts(first)).toEqual(['xl/charts/chart1.xml', 'xl/charts/chart2.xml', 'xl/charts/chart3.xml']);
    const [bars, columns] = resultsDrawing().charts;
    if (!bars || !columns) throw new Error('two charts');
    const second = drawn(first, {
      ...resultsDrawing(),
      charts: [
        { ...bars, title: 'Tên <mới>' },
        { ...columns, over: area('T1:Z9') },
      ],
    });
    expect(anchors(second)).toEqual(anchors(first));
    expect(textOfPart(second, 'xl/charts/chart2.xml')).toContain('<a:t>Tên &lt;mới&gt;</a:t>');
    expect(textOfPart(second, 'xl/drawings/drawing1.xml')).toContain('<xdr:from><xdr:col>19</xdr:col>');
    const third = drawn(second, { ...resultsDrawing(), charts: [bars] });
    expect(anchors(third)).toEqual(['2 Biểu đồ 1', '7 Con dấu', '8 CCHC_CHART_1']);
    const last = drawn(third, two);
    expect(anchors(last)).toEqual(['2 Biểu đồ 1', '7 Con dấu']);
    expect(charts(last)).toEqual(charts(WORKED_ON));
  });

  test('say what they show before anything is calculated, and show hidden columns too', () => {
    const xml = textOfPart(
      drawWorkbook([{ sheet: "O'Neil & Co", drawing: resultsDrawing() }], nodeCodec),
      'xl/charts/chart1.xml',
    );
    expect(xml).toContain(
      "<c:f>'O''Neil &amp; Co'!$B$4:$B$10</c:f><c:strCache><c:ptCount val=\"7\"/>" +
        '<c:pt idx="0"><c:v>Xã Đăk Rve</c:v></c:pt>',
    );
    expect(xml).toContain(
      "<c:f>'O''Neil &amp; Co'!$E$4:$E$10</c:f><c:numCache><c:formatCode>0.00</c:formatCode>" +
        '<c:ptCount val="7"/><c:pt idx="2"><c:v>91.05</c:v></c:pt></c:numCache>',
    );
    expect(xml).toContain('<c:overlap val="100"/>');
    expect(xml).toContain('<c:max val="100"/><c:min val="0"/>');
    expect(xml).toContain('<c:plotVisOnly val="0"/>');
    expect(countOf(xml, /<a:srgbClr val="(548235|2F75B5|BF8F00|C65911|C00000)"\/>/)).toBe(5);
  });
});

describe('looks', () => {
  const stylesOf = (file: Uint8Array): string => textOfPart(file, 'xl/styles.xml');

  test('are added once for all the cells and sheets that share them', () => {
    const styles = stylesOf(
      drawWorkbook(
        [
          { sheet: 'A', drawing: resultsDrawing() },
          { sheet: 'B', drawing: resultsDrawing() },
        ],
        nodeCodec,
      ),
    );
    expect(/<cellXfs count="(\d+)"/.exec(styles)?.[1]).toBe('7');
    expect(/<fonts count="(\d+)"/.exec(styles)?.[1]).toBe('4');
    expect(/<borders count="(\d+)"/.exec(styles)?.[1]).toBe('2');
  });

  test('say size, weight, colour, fill, border, alignment and number format', () => {
    const look = {
      ...PLAIN_LOOK,
      size: 13.5,
      bold: true,
      italic: true,
      strike: true,
      colour: 'c00000',
      fill: 'fce4d6',
      horizontal: 'right' as const,
      vertical: 'top' as const,
      numberFormat: 'dd/mm/yyyy',
    };
    const out = drawn(smallWorkbook(sheetXml('')), drawing([drawnRow([drawnNumber('45000', look)])]));
    const styles = stylesOf(out);
    expect(styles).toContain(
      '<font><b/><i/><strike/><sz val="13.5"/><color rgb="FFC00000"/>' +
        '<name val="Times New Roman"/><family val="1"/></font>',
    );
    expect(styles).toContain('<fgColor rgb="FFFCE4D6"/>');
    expect(styles).toMatch(
      new RegExp(
        '<xf numFmtId="164" fontId="1" fillId="5" borderId="1" xfId="0"[^>]*>' +
          '<alignment horizontal="right" vertical="top" wrapText="1"/></xf></cellXfs>',
      ),
    );
    expect([...gridOf(out).dates]).toEqual([keyOf(at('A1'))]);
  });

  test('are known again in the words of another program, and nothing else is taken for them', () => {
    const file = drawWorkbook([{ sheet: 'A', drawing: two }], nodeCodec);
    const font =
      '<font><b val="0"/><sz val="12"/><color theme="1"/><name val="Times New Roman"/><family val="1"/></font>';
    const same =
      '<font><strike val="false"/><b val="0"/><sz val="12.0"/><color rgb="FF000000"/>' +
      '<name val="Times New Roman"/><family val="1"/><charset val="163"/></font>';
    const rewritten = (by: string): Uint8Array => {
      const parts = [...partsOf(file)].map(([name, bytes]) => ({
        name,
        bytes:
          name === 'xl/styles.xml'
            ? stylesOf(file)
                .replace(/<font><sz val="12".*?<\/font>/, by)
                .replace(/<color auto="1"\/>/g, '<color indexed="64"/>')
                .replace(/wrapText="1"/g, 'wrapText="true" textRotation="0" indent="0"')
            : bytes,
      }));
      return smallWorkbook('', {
        'xl/worksheets/sheet1.xml': null,
        ...Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes])),
      });
    };
    expect(open(rewritten(same)).apply(draw('A', two))).toEqual(rewritten(same));
    expect(countOf(stylesOf(open(rewritten(font)).apply(draw('A', two))), /<font>/)).toBe(3);
  });
});

describe('a new sheet', () => {
  test('comes last, with its edits after the drawing, and draws the same again', () => {
    const edits = [cell('A1', text('Khác')), cell('D9', number('1')), note('A2', 'Chỉ số CCHC: x')];
    const out = open(smallWorkbook(sheetXml(''))).apply(
      draw("Điểm 'trừ' 2", { ...resultsDrawing(), merges: [] }, true, edits),
    );
    expect(lintPackage(out)).toEqual([]);
    const grid = gridOf(out, 1);
    expect([valueAt(grid, 0, 0), valueAt(grid, 8, 3), valueAt(grid, 3, 1), [...grid.notes.values()]]).toEqual([
      'Khác',
      1,
      'Xã Đăk Rve',
      ['Chỉ số CCHC: x'],
    ]);
    expect(textOfPart(out, 'xl/workbook.xml')).toContain(`localSheetId="1">'Điểm ''trừ'' 2'!$3:$3<`);
    expect(textOfPart(out, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(textOfPart(out, 'xl/worksheets/sheet2.xml')).toMatch(
      /<drawing xmlns:r="[^"]*" r:id="rId\d"\/><legacyDrawing/,
    );
  });

  test.each([
    [
      'a prefixed workbook',
      (xml: string): string => xml.replace(/<(\/?)(worksheet|sheetData)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x='),
      OFFICE,
    ],
    [
      'a Strict workbook',
      (xml: string): string =>
        xml
          .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
          .replaceAll(OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    ],
  ])('speaks as %s does', (name, say, office) => {
    const strict = name.includes('Strict') ? say : (xml: string): string => xml;
    const file = smallWorkbook(say(sheetXml('')), {
      '_rels/.rels': strict(relationships(['officeDocument', 'xl/workbook.xml'])),
      'xl/workbook.xml': strict(workbookXml()),
      'xl/_rels/workbook.xml.rels': strict(
        relationships(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
      ),
    });
    const out = drawn(file, resultsDrawing());
    expect(valueAt(gridOf(out), 3, 1)).toBe('Xã Đăk Rve');
    expect(textOfPart(out, 'xl/drawings/_rels/drawing1.xml.rels')).toContain(`${office}/chart"`);
    if (name.includes('Strict'))
      expect(textOfPart(out, 'xl/charts/chart1.xml')).not.toContain('schemas.openxmlformats.org');
    else expect(textOfPart(out, SHEET)).toMatch(/<x:row r="1"[^>]*><x:c r="A1".*<x:pageSetup/s);
  });
});

describe('text', () => {
  test('is text whatever it looks like, and too long a one is refused by its cell', () => {
    const odd = ['=1+1', '+A1', '@x', ' hai  đầu ', 'dòng\nmới', 'a\u0007b', '_x0041_', ']]>&<', '0123', 'TRUE'];
    const out = drawn(smallWorkbook(sheetXml('')), drawing([drawnRow(odd.map((each) => drawnText(each)))]));
    expect(gridOf(out).values[0]).toEqual(odd);
    expect(gridOf(out).formulas.size).toBe(0);
    const refused = (what: SheetDrawing): unknown => {
      try {
        open(WORKED_ON).apply(draw('Bảng', what));
        return null;
      } catch (fault) {
        return fault;
      }
    };
    expect(refused(drawing([drawnRow([null, drawnText('x'.repeat(32_768))])]))).toMatchObject({
      alias: 'oversized-request',
      message: expect.stringContaining('B1') as unknown,
    });
  });
});

describe('refusals', () => {
  const protectedFile = smallWorkbook(sheetXml('', '<sheetProtection sheet="1"/>'));
  const withTable = smallWorkbook(
    sheetXml(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Mã</t></is></c></row>',
      '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
    ),
    {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(['table', '../tables/table1.xml']),
      'xl/tables/table1.xml':
        `<table xmlns="${MAIN}" id="1" name="T" displayName="T" ref="A1:A3"><tableColumns count="1">` +
        '<tableColumn id="1" name="Mã"/></tableColumns></table>',
      '[Content_Types].xml': contentTypes([
        '/xl/tables/table1.xml',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml',
      ]),
    },
  );

  test.each([
    ['a protected sheet', protectedFile, 'Bảng', false, 'protected-sheet'],
    ['a sheet with a table', withTable, 'Bảng', false, 'blocked-cell'],
    ['a sheet that is gone', WORKED_ON, 'Không có', false, 'changed-sheet'],
    ['a new sheet whose name is taken', WORKED_ON, 'bảng', true, 'changed-sheet'],
  ])('%s gets nothing written, and says why', (_, file, sheet, isNew, alias) => {
    const book = open(file);
    let fault: unknown = null;
    try {
      book.apply([...draw('Mới', two, true), ...draw(sheet, two, isNew)]);
    } catch (refusal) {
      fault = refusal;
    }
    expect(fault).toBeInstanceOf(HostError);
    expect((fault as HostError).alias).toBe(alias);
    expect((fault as HostError).message).toMatch(/^\p{Lu}.*[^.]\.$/u);
    expect(book.apply([])).toBe(file);
  });
});

describe('a workbook from nothing', () => {
  test('is the same to the byte each time, sound, and opens on its first sheet', () => {
    const sheets = [
      { sheet: 'Điểm bị trừ', drawing: resultsDrawing() },
      { sheet: 'Kết quả', drawing: two },
    ];
    const file = drawWorkbook(sheets, nodeCodec);
    expect(drawWorkbook(sheets, nodeCodec)).toEqual(file);
    expect(lintPackage(file)).toEqual([]);
    expect(open(file).book.sheets.map(({ name }) => name)).toEqual(['Điểm bị trừ', 'Kết quả']);
    expect(textOfPart(file, SHEET)).toContain('tabSelected="1"');
    expect(textOfPart(file, 'xl/worksheets/sheet2.xml')).not.toContain('tabSelected');
  });

  test('of the whole country, larger than a piece that is packed at a time, is read back whole by either codec', () => {
    const rows = Array.from({ length: 3321 }, (_, n) =>
      drawnRow([
        drawnText(`Xã số ${n.toString()} – ${'ế'.repeat(n % 60)}`),
        ...Array.from({ length: 9 }, (__, at) => drawnNumber(`${n.toString()}.${at.toString()}`)),
      ]),
    );
    for (const codec of [nodeCodec, browserCodec]) {
      const file = drawWorkbook([{ sheet: 'Kết quả', drawing: drawing(rows) }], codec);
      expect(partsOf(file).get(SHEET)?.length).toBeGreaterThan(1 << 20);
      const grid = openXlsx(file, codec).book.sheets[0]?.grid();
      expect(grid?.values).toEqual(
        rows.map(({ cells }) =>
          cells.map((each) =>
            each?.content?.kind === 'text'
              ? each.content.text
              : each?.content?.kind === 'number'
                ? Number(each.content.value)
                : null,
          ),
        ),
      );
    }
  });
});
