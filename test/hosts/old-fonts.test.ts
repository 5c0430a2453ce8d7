/** A table in fonts from before Unicode is read as Vietnamese, from a file and in Excel. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../src/core/assess';
import type { Book } from '../../src/core/model/workbook/grid';
import { planEdits } from '../../src/core/fill';
import { cellKey } from '../../src/core/values/address';
import { toText } from '../../src/core/values/decimal';
import { excelHost } from '../../src/hosts/excel/excel-host';
import { withFormat } from '../kit/excel/formats';
import { simulatedExcel } from '../kit/excel/simulated-excel';
import { gridOf } from '../kit/grid';
import { STYLES, sheetXml, smallWorkbook } from '../kit/files/small-workbook';
import { open } from '../kit/files/workbook-of';

const FONTS = ['Arial', '.VnTime', '.VnTimeH', 'VNI-Times'] as const;
type Typed = readonly [text: string | number, font: (typeof FONTS)[number]];

/** «TỔNG HỢP ĐIỂM THẨM ĐỊNH NĂM 2025», «TT | Nội dung | Điểm tối đa | Xã Ngọc Hồi | xã Đức Cơ». */
const ROWS: readonly (readonly Typed[])[] = [
  [['tæng hîp ®iÓm thÈm ®Þnh n¨m 2025', '.VnTimeH']],
  [
    ['TT', '.VnTime'],
    ['Néi dung', '.VnTime'],
    ['§iÓm tèi ®a', '.VnTime'],
    ['X· Ngäc Håi', '.VnTime'],
    ['xaõ Ñöùc Cô', 'VNI-Times'],
  ],
  [
    [1, '.VnTime'],
    ['KÕ ho¹ch', '.VnTime'],
    [2, '.VnTime'],
    [1.5, '.VnTime'],
    [2, 'VNI-Times'],
  ],
  [
    [2, '.VnTime'],
    ['B¸o c¸o', '.VnTime'],
    [3, '.VnTime'],
    ['K§G', '.VnTime'],
    [1, 'Arial'],
  ],
];

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const letter = (column: number): string => 'ABCDE'.charAt(column);

function fileBook(): Book {
  const rows = ROWS.map((row, y) => {
    const cells = row.map(([value, font], x) => {
      const at = `r="${letter(x)}${y + 1}" s="${7 + FONTS.indexOf(font)}"`;
      return typeof value === 'number'
        ? `<c ${at}><v>${value}</v></c>`
        : `<c ${at} t="inlineStr"><is><t>${xml(value)}</t></is></c>`;
    });
    return `<row r="${y + 1}">${cells.join('')}</row>`;
  });
  const fonts = FONTS.map((name) => `<font><sz val="12"/><name val="${name}"/></font>`).join('');
  const formats = FONTS.map((_, font) => `<xf numFmtId="0" fontId="${font + 1}" fillId="0" borderId="0" xfId="0"/>`);
  const styles = STYLES.replace('<fonts count="1">', '<fonts count="5">')
    .replace('</fonts>', `${fonts}</fonts>`)
    .replace('<cellXfs count="7">', '<cellXfs count="11">')
    .replace('</cellXfs>', `${formats.join('')}</cellXfs>`);
  return open(smallWorkbook(sheetXml(rows.join('')), { 'xl/styles.xml': styles })).book;
}

async function excel() {
  const grid = gridOf(
    ROWS.map((row) => row.map(([value]) => value)),
    { sheet: 'Bảng' },
  );
  const simulated = simulatedExcel({ grids: [grid] });
  const { cells } = simulated.sheet('Bảng');
  ROWS.forEach((row, y) => {
    row.forEach(([, name], x) => {
      const cell = cells.get(cellKey(y, x));
      if (cell) cells.set(cellKey(y, x), { ...cell, format: withFormat(cell.format, { font: { name } }) });
    });
  });
  await simulated.install();
  return { simulated, host: excelHost() };
}

function told(book: Book): unknown {
  const [sheet] = assessBook(book).sheets;
  return [
    sheet?.year,
    sheet?.units.map(({ unit, totals: { awardedTotal } }) => [
      unit.name,
      awardedTotal && `${toText(awardedTotal.points)}/${toText(awardedTotal.max)}`,
    ]),
    sheet?.scoreSheet.items.map(({ name }) => name),
  ];
}

const TRUTH = [
  2025,
  [
    ['Xã Ngọc Hồi', '1.5/2'],
    ['xã Đức Cơ', '3/5'],
  ],
  ['Kế hoạch', 'Báo cáo'],
];

describe('a table in .VnTime, .VnTimeH and VNI-Times', () => {
  test('is read in a file', () => {
    const book = fileBook();
    expect(told(book)).toEqual(TRUTH);
    expect(book.sheets[0]?.grid().values[1]?.[3]).toBe('X· Ngäc Håi');
  });

  test('is read in Excel with one more exchange, which a table in Unicode does not need', async () => {
    const { simulated, host } = await excel();
    simulated.forget();
    expect(told(await host.readBook())).toEqual(TRUTH);
    const asked = simulated.exchanges.length;
    const plain = simulatedExcel({
      grids: [
        gridOf(
          [
            ['TT', 'Nội dung'],
            ['1', 'Kế hoạch'],
          ],
          { sheet: 'Bảng' },
        ),
      ],
    });
    await plain.install();
    plain.forget();
    await excelHost().readBook();
    expect(asked - plain.exchanges.length).toBe(1);
  });

  test('is never written back in Unicode', () => {
    const book = fileBook();
    const [own] = planEdits(book, assessBook(book));
    expect(
      own?.edits.flatMap((edit) =>
        edit.kind === 'cell' && edit.at.row < ROWS.length && edit.at.column < 5 ? [edit] : [],
      ),
    ).toEqual([]);
  });
});
