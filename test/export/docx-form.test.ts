/**
 * Parts of a document whose form depends on its page and length: frame, titles, tables that stay on one page, contents
 * that stay short.
 */
import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { assessBook } from '../../src/core/assess';
import type { Block, DocumentSection } from '../../src/core/model/document';
import { documentToDocx } from '../../src/export/document-to-docx';
import { exportFiles } from '../../src/export/export-files';
import type { ExportKind } from '../../src/export/export-request';
import { nodeCodec } from '../../src/hosts/xlsx-file/zip/codec-node';
import { cell, documentOf, FORM, longTable, paragraph, partsOf } from '../kit/files/docx';
import { bookOf, grid } from '../kit/grid';
import { allOf, parseXml, type XmlElement } from '../kit/files/xml-elements';

const bodyOf = async (document: Parameters<typeof documentToDocx>[0]): Promise<XmlElement> =>
  parseXml(partsOf(await documentToDocx(document))['word/document.xml']!);
const named = (element: XmlElement, name: string): XmlElement[] => allOf(element).filter((each) => each.name === name);
const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.get(`w:${name}`);
const marked = (element: XmlElement): string[] =>
  named(element, 'r')
    .filter((each) => named(each, 'highlight').length > 0)
    .map(({ text }) => text);

const section = (landscape: boolean, blocks: readonly Block[]): DocumentSection => ({
  landscape,
  appendix: null,
  blocks,
});

test.each([
  ['upright', false, 210 - 30 - 20],
  ['lying', true, 297 - 30 - 15],
] as const)(
  'letterhead and signature are as wide as the text of their page: %s',
  async (_how, landscape, millimetres) => {
    const body = await bodyOf({ form: FORM, sections: [section(landscape, [paragraph('Một đoạn.')])] });
    const frames = named(body, 'tbl');
    expect(frames).toHaveLength(2);
    for (const frame of frames) {
      const width = named(frame, 'gridCol').reduce((sum, each) => sum + Number(attribute(each, 'w')), 0);
      expect(Math.round((width * 25.4) / 1440)).toBe(millimetres);
    }
  },
);

test('a unit’s name is not broken in a title', async () => {
  const subject = 'Phân tích kết quả chỉ số cải cách hành chính năm 2021 của UBND huyện Vân Canh';
  const title = named(await bodyOf(documentOf([paragraph('Một.')], { subject })), 't').find(({ text }) =>
    text.startsWith('Phân tích'),
  )!;
  expect(title.text).toBe(subject.replace('UBND huyện Vân Canh', 'UBND\u00a0huyện\u00a0Vân\u00a0Canh'));
});

test('a year that nobody knows is a marked blank in title, heading and text', async () => {
  const body = await bodyOf(
    documentOf([{ kind: 'heading', level: 1, text: '1. Kết quả năm ……' }, paragraph('Chỉ số năm …… của đơn vị.')], {
      subject: 'Kết quả năm …… của đơn vị',
    }),
  );
  expect(marked(body)).toEqual(['……', '……', '……']);
  expect(named(body, 'p').map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Kết quả năm …… của đơn vị', '1. Kết quả năm ……', 'Chỉ số năm …… của đơn vị./.']),
  );
});

test('a body in capitals is named in the case of a sentence below the title of an appendix', async () => {
  const body = await bodyOf({
    form: { ...FORM, issuingBody: 'HỘI ĐỒNG ĐÁNH GIÁ HUYỆN KON RẪY' },
    sections: [
      section(false, [paragraph('Một.')]),
      { landscape: false, appendix: { label: 'Phụ lục', title: 'Danh sách' }, blocks: [paragraph('Hai.')] },
    ],
  });
  expect(named(body, 'p').map(({ text }) => text)).toContain(
    '(Kèm theo Báo cáo số 01/BC-HĐ ngày 01 tháng 12 năm 2022 của Hội đồng đánh giá huyện Kon Rẫy)',
  );
});

test('what belongs to the paragraph above stands further in than it', async () => {
  const body = await bodyOf(
    documentOf([paragraph('Trên'), { kind: 'paragraph', runs: [{ text: 'Dưới' }], indent: 1 }, paragraph('Hết')]),
  );
  const left = (text: string): string | undefined =>
    attribute(
      named(
        named(body, 'p').find((each) => each.text === text)!,
        'ind',
      )[0],
      'left',
    );
  expect(left('Trên')).toBeUndefined();
  expect(Number(left('Dưới'))).toBeGreaterThan(300);
});

test('a loss is not parted from its reason by the end of a page', async () => {
  const lines = ['Chung', '* Tiêu chí 1 (mất 1 điểm).', '+ Lý do: chậm.', '+ Trách nhiệm: Sở', 'Sau', 'Cuối', 'Hết'];
  const body = await bodyOf(documentOf(lines.map((line) => paragraph(line))));
  const kept = named(body, 'p').filter((each) => lines.includes(each.text) && named(each, 'keepNext').length > 0);
  expect(kept.map(({ text }) => text)).toEqual(['* Tiêu chí 1 (mất 1 điểm).', 'Cuối']);
});

test('closing words and signature are not alone on the last page: the block above stays with them', async () => {
  const lines = ['Một.', 'Hai.', 'Ba.'];
  const body = await bodyOf(documentOf(lines.map((line) => paragraph(line))));
  const kept = named(body, 'p').filter((each) => /Một|Hai|Ba/.test(each.text) && named(each, 'keepNext').length > 0);
  expect(kept.map(({ text }) => text)).toEqual(['Hai.', 'Ba./.']);
});

describe('rows of a table', () => {
  const kept = async (rows: number): Promise<boolean[]> => {
    const [, table] = named(
      await bodyOf(
        documentOf([
          { ...longTable(rows), header: [[cell('TT'), cell('Đơn vị'), cell('Điểm'), cell('Chỉ số')]] },
          paragraph('Sau.'),
          paragraph('Hết.'),
        ]),
      ),
      'tbl',
    );
    return named(table!, 'tr')
      .slice(1)
      .map((row) => named(row, 'p').every((each) => named(each, 'keepNext').length > 0));
  };

  test('a short table stays whole', async () => {
    expect(await kept(4)).toEqual([true, true, true, false]);
  });

  test('of a long one neither the first nor the last row stands alone', async () => {
    const rows = await kept(40);
    expect(rows.flatMap((isKept, at) => (isKept ? [at] : []))).toEqual([0, 38]);
  });
});

test('contents of hundreds of headings leave the deepest out, and still point to the right ones', async () => {
  const blocks: Block[] = [
    { kind: 'contents' },
    ...Array.from({ length: 5 }, (_, at): Block[] => [
      { kind: 'heading', level: 1, text: `${at + 1}. Phần` },
      ...Array.from({ length: 40 }, (__, unit): Block => ({
        kind: 'heading',
        level: 2,
        text: `${at + 1}.${unit + 1}. Đơn vị`,
      })),
    ]).flat(),
    paragraph('Hết.'),
  ];
  const body = await bodyOf(documentOf(blocks));
  expect(named(body, 'instrText').map(({ text }) => text)).toEqual(['TOC \\o "1-1" \\h \\z \\u']);
  const anchors = named(body, 'hyperlink').map((each) => [each.text, attribute(each, 'anchor')]);
  const headings = named(body, 'p').flatMap((each) =>
    named(each, 'bookmarkStart').map((start) => [each.text, attribute(start, 'name')]),
  );
  expect(anchors).toEqual(headings.filter(([text]) => text?.endsWith('Phần')));
});

describe('the number of Cấu hình', () => {
  const book = assessBook(
    bookOf(
      grid(
        'UBND XÃ A\nĐơn vị: UBND xã A\nTT | Nội dung | Điểm tối đa | Điểm thẩm định\n' +
          '1 | CHỈ ĐẠO | 10 |\n1.1 | Kế hoạch | 10 | 8',
      ),
      grid('Số văn bản | 5\nKý hiệu | BC-UBND', { sheet: 'Cấu hình' }),
    ),
  );
  async function numbersOf(...kinds: ExportKind['id'][]): Promise<string[]> {
    const numbers: string[] = [];
    for await (const { name, bytes } of exportFiles(
      { kinds, units: null, apart: false },
      { book, previous: null },
      nodeCodec,
    )) {
      const texts = named(parseXml(strFromU8(unzipSync(bytes)['word/document.xml']!)), 'p').map(({ text }) => text);
      numbers.push(`${name.split(' ')[0] ?? ''}: ${texts.find((each) => each.startsWith('Số: ')) ?? ''}`);
    }
    return numbers;
  }

  test('stands on the one report that is made, and on none of several: nobody said which', async () => {
    expect(await numbersOf('r4')).toEqual(['Báo: Số: 05/BC-UBND']);
    expect(await numbersOf('r2', 'r4', 'ke-hoach')).toEqual([
      'Báo: Số: …… [số]/BC-UBND',
      'Báo: Số: …… [số]/BC-UBND',
      'Kế: Số: …… [số]/KH-UBND',
    ]);
  });
});

test('no column is narrower than its longest word while another has room to spare', async () => {
  const table: Block = {
    kind: 'table',
    widths: [5, 60, 4, 4],
    header: [['TT', 'Đơn vị', 'Chênh lệch', 'Điểm'].map((text) => cell(text))],
    rows: [['1', 'UBND xã', '−0,25', '92,14/97,5'].map((text) => cell(text))],
  };
  const [, grids] = named(await bodyOf({ form: FORM, sections: [section(false, [table])] }), 'tblGrid');
  const widths = named(grids!, 'gridCol').map((each) => Number(attribute(each, 'w')));
  // 160 mm together; ten digits and signs of 12 pt take about 18 mm, «Chênh» about 12.
  expect(widths.reduce((sum, each) => sum + each, 0)).toBe(9071);
  expect(widths[2]).toBeGreaterThan(650);
  expect(widths[3]).toBeGreaterThan(1000);
});
