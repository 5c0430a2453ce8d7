/** The parts of a document: their content, text treated as data, and bytes that depend on nothing but the document. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateInWords, type Block } from '../../src/core/model/document';
import { documentToDocx } from '../../src/export/document-to-docx';
import { BLANK_FORM, cell, documentOf, FULL, keep, paragraph, partsOf } from '../kit/files/docx';
import { checkPackage, describeWith } from '../kit/programs/programs';
import { allOf, parseXml, type XmlElement } from '../kit/files/xml-elements';

const bodyOf = async (document: Parameters<typeof documentToDocx>[0]): Promise<XmlElement> =>
  parseXml(partsOf(await documentToDocx(document))['word/document.xml']!);

const named = (element: XmlElement, name: string): XmlElement[] => allOf(element).filter((each) => each.name === name);
const first = (element: XmlElement, name: string): XmlElement | undefined => named(element, name)[0];
const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.get(`w:${name}`);

/** Texts of the paragraphs, with a blank for each tab or break. */
const textsOf = (body: XmlElement): string[] =>
  named(body, 'p').map((each) =>
    named(each, 't')
      .map(({ text }) => text)
      .join(''),
  );

const styleOf = (paragraphElement: XmlElement): string | undefined =>
  attribute(first(paragraphElement, 'pStyle'), 'val');

const millimetres = (twips: string | undefined): number => (Number(twips) * 25.4) / 1440;

describe('the page of Nghị định 30/2020', () => {
  test('is A4 with margins of 20–25, 30–35 and 15–20 mm, and turned where a section asks for it', async () => {
    const sections = named(await bodyOf(FULL), 'sectPr');
    expect(sections.map((each) => attribute(first(each, 'pgSz'), 'orient') ?? 'portrait')).toEqual([
      'portrait',
      'landscape',
      'portrait',
    ]);
    for (const section of sections) {
      const [size, margins] = [first(section, 'pgSz'), first(section, 'pgMar')];
      const edges = [attribute(size, 'w'), attribute(size, 'h')].map((each) => Math.round(millimetres(each)));
      expect(edges).toEqual(attribute(size, 'orient') === 'landscape' ? [297, 210] : [210, 297]);
      const [top, bottom, left, right] = ['top', 'bottom', 'left', 'right'].map((side) =>
        Math.round(millimetres(attribute(margins, side))),
      ) as [number, number, number, number];
      for (const [margin, least, most] of [
        [top, 20, 25],
        [bottom, 20, 25],
        [left, 30, 35],
        [right, 15, 20],
      ] as const) {
        expect(margin).toBeGreaterThanOrEqual(least);
        expect(margin).toBeLessThanOrEqual(most);
      }
    }
  });

  test('numbers its pages from 1 on, through its appendices, and without a number on the first', async () => {
    const sections = named(await bodyOf(FULL), 'sectPr');
    expect(sections.map((each) => first(each, 'titlePg') !== undefined)).toEqual([true, false, false]);
    expect(sections.map((each) => attribute(first(each, 'pgNumType'), 'start'))).toEqual(['1', undefined, undefined]);
  });

  test('the paragraph that Word closes a section by has next to no height', async () => {
    const parts = partsOf(await documentToDocx(FULL));
    const closing = named(parseXml(parts['word/document.xml']!), 'p').filter((each) => first(each, 'sectPr'));
    expect(closing.map(styleOf)).toEqual(['SectionEnd', 'SectionEnd']);
    const style = named(parseXml(parts['word/styles.xml']!), 'style').find(
      (each) => attribute(each, 'styleId') === 'SectionEnd',
    )!;
    expect(['line', 'lineRule', 'before', 'after'].map((name) => attribute(first(style, 'spacing'), name))).toEqual([
      '20',
      'exact',
      '0',
      '0',
    ]);
  });

  test('is set in black Times New Roman, in Vietnamese', async () => {
    const parts = partsOf(await documentToDocx(FULL));
    const all = ['word/styles.xml', 'word/document.xml', 'word/header1.xml'].flatMap((name) =>
      allOf(parseXml(parts[name]!)),
    );
    const fonts = all.filter(({ name }) => name === 'rFonts').flatMap(({ attributes }) => [...attributes.values()]);
    expect(new Set(fonts)).toEqual(new Set(['Times New Roman']));
    const colours = all.filter(({ name }) => name === 'color').map((each) => attribute(each, 'val'));
    expect(new Set(colours)).toEqual(new Set(['000000']));
    const defaults = all.find(({ name }) => name === 'docDefaults')!;
    expect([attribute(first(defaults, 'sz'), 'val'), attribute(first(defaults, 'lang'), 'val')]).toEqual([
      '28',
      'vi-VN',
    ]);
  });

  test('justifies its text, indents by 1 to 1.27 cm, keeps 6 pt between paragraphs and 1 to 1.5 lines', async () => {
    const styles = parseXml(partsOf(await documentToDocx(FULL))['word/styles.xml']!);
    const style = named(styles, 'style').find((each) => attribute(each, 'styleId') === 'BodyText')!;
    expect(attribute(first(style, 'jc'), 'val')).toBe('both');
    const indent = millimetres(attribute(first(style, 'ind'), 'firstLine'));
    expect([indent >= 10, indent <= 12.71]).toEqual([true, true]);
    expect(Number(attribute(first(style, 'spacing'), 'after')) / 20).toBeGreaterThanOrEqual(6);
    const lines = Number(attribute(first(style, 'spacing'), 'line')) / 240;
    expect([lines >= 1, lines <= 1.5]).toEqual([true, true]);
    expect(
      named(styles, 'style')
        .filter((each) => attribute(each, 'default') === '1')
        .map((each) => attribute(each, 'styleId')),
    ).toEqual(['Normal']);
  });
});

describe('parts of the document', () => {
  test('headings have the styles that Word navigates by, and contents point to each of them', async () => {
    const parts = partsOf(await documentToDocx(FULL));
    const body = parseXml(parts['word/document.xml']!);
    const headings = named(body, 'p').filter((each) => /^Heading\d$/.test(styleOf(each) ?? ''));
    expect(
      headings.map(
        (each) =>
          `${styleOf(each)!.slice(-1)} ${named(each, 't')
            .map(({ text }) => text)
            .join(' ')}`,
      ),
    ).toEqual([
      '1 1. Kết quả số điểm đạt được',
      '2 1.1. UBND thị trấn Đăk Rve',
      '3 a) Tiêu chí thành phần mất điểm',
      '1 2. Đánh giá chung',
      '1 Phụ lục I BẢNG TỔNG HỢP ĐIỂM',
      '1 Phụ lục II DANH SÁCH ĐƠN VỊ',
    ]);
    const targets = headings.map((each) => attribute(first(each, 'bookmarkStart'), 'name'));
    expect(named(body, 'hyperlink').map((each) => attribute(each, 'anchor'))).toEqual(targets);
    expect(new Set(named(body, 'bookmarkStart').map((each) => attribute(each, 'id'))).size).toBe(targets.length);
    expect(named(body, 'instrText').map(({ text }) => text)).toEqual(['TOC \\o "1-3" \\h \\z \\u']);
    expect(named(body, 'fldChar').map((each) => attribute(each, 'fldCharType'))).toEqual(['begin', 'separate', 'end']);
    expect(parts['word/settings.xml']).toContain('updateFields');
  });

  test('without contents Word has nothing to ask when it opens the document', async () => {
    expect(partsOf(await documentToDocx(documentOf([paragraph('Một đoạn.')])))['word/settings.xml']).not.toContain(
      'updateFields',
    );
  });

  test('header rows of a table are repeated and no row is cut; spans, alignment and fills are kept', async () => {
    const table: Block = {
      kind: 'table',
      widths: [1, 1, 1],
      header: [
        [cell('TT', { down: 2 }), cell('Điểm', { span: 2 })],
        [cell('Tự chấm'), cell('Thẩm định')],
      ],
      rows: [[cell('1'), cell('83,5', { align: 'right', fill: 'FFE699' }), cell('75,42', { align: 'center' })]],
    };
    const [, drawn] = named(await bodyOf(documentOf([table])), 'tbl');
    const rows = named(drawn!, 'tr');
    expect(rows.map((each) => first(each, 'tblHeader') !== undefined)).toEqual([true, true, false]);
    expect(rows.every((each) => first(each, 'cantSplit') !== undefined)).toBe(true);
    expect(rows.map((each) => named(each, 'tc').length)).toEqual([2, 3, 3]);
    expect(named(rows[0]!, 'gridSpan').map((each) => attribute(each, 'val'))).toEqual(['2']);
    expect(named(drawn!, 'vMerge').map((each) => attribute(each, 'val'))).toEqual(['restart', 'continue']);
    expect(named(rows[2]!, 'jc').map((each) => attribute(each, 'val'))).toEqual(['left', 'right', 'center']);
    expect(named(rows[2]!, 'shd').map((each) => attribute(each, 'fill'))).toEqual(['FFE699']);
    expect(
      named(first(drawn!, 'tblBorders')!, 'tblBorders')[0]!.children.map(
        (each) => `${each.name} ${attribute(each, 'val')!}`,
      ),
    ).toEqual(['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `${side} single`));
  });

  test.each([
    [{ day: 1, month: 1, year: 2023 }, 'ngày 01 tháng 01 năm 2023'],
    [{ day: 9, month: 2, year: 2023 }, 'ngày 09 tháng 02 năm 2023'],
    [{ day: 10, month: 3, year: 2023 }, 'ngày 10 tháng 3 năm 2023'],
    [{ day: 31, month: 12, year: 2022 }, 'ngày 31 tháng 12 năm 2022'],
  ])('a day is written as the decree has it: %j', async (date, words) => {
    expect(dateInWords(date)).toBe(words);
    expect(textsOf(await bodyOf(documentOf([], { date })))).toContain(`Kon Rẫy, ${words}`);
  });

  test.each([
    ['a full stop gives way', ['Trên đây là Báo cáo.'], ['Trên đây là Báo cáo./.']],
    ['a semicolon gives way', ['Một;', 'Hai; '], ['Một;', 'Hai./.']],
    ['it is written once', ['Đã hết./.'], ['Đã hết./.']],
    ['a paragraph that leads on ends nothing', ['Như sau:'], ['Như sau:']],
  ])('«./.» ends the last paragraph: %s', async (_how, written, shown) => {
    const texts = textsOf(await bodyOf(documentOf(written.map((text) => paragraph(text)))));
    expect(texts.filter((each) => shown.includes(each))).toEqual(shown);
    expect(texts.join('\n').match(/\.\/\./g)?.length ?? 0).toBe(shown.join('').includes('./.') ? 1 : 0);
  });

  test('«./.» stands in the body even where appendices follow', async () => {
    const texts = textsOf(await bodyOf(FULL));
    expect(texts.filter((each) => each.includes('./.'))).toEqual([
      'Trên đây là Báo cáo của Hội đồng về kết quả năm 2022./.',
    ]);
  });

  test('what nobody stated is a marked blank that says what belongs there, and no digit is invented', async () => {
    const body = await bodyOf(
      documentOf([{ kind: 'paragraph', runs: [{ text: 'Lý do: ' }, { text: 'nguyên nhân', blank: true }] }], {
        ...BLANK_FORM,
        subject: 'Kết quả',
      }),
    );
    const marked = named(body, 'r')
      .filter((each) => attribute(first(each, 'highlight'), 'val') === 'yellow')
      .map(({ text }) => text);
    expect(marked).toEqual([
      '…… [cơ quan chủ quản]',
      '…… [cơ quan ban hành]',
      '…… [số]',
      '…… [ký hiệu]',
      '…… [địa danh]',
      '……',
      '……',
      '……',
      '…… [nơi nhận báo cáo]',
      '…… [nguyên nhân]',
      '…… [nơi nhận]',
      '…… [chức vụ người ký]',
      '…… [họ và tên người ký]',
    ]);
    expect(textsOf(body).join('\n')).not.toMatch(/\d/);
  });

  test('words that the program proposes carry a mark', async () => {
    const body = await bodyOf(documentOf([paragraph('Đề nghị các đơn vị khắc phục', { draft: 'words' })]));
    const draft = named(body, 'p').find((each) => styleOf(each) === 'Draft')!;
    expect(draft.text).toBe('[Dự thảo] Đề nghị các đơn vị khắc phục./.');
    expect(attribute(first(draft, 'highlight'), 'val')).toBe('yellow');
  });

  test('several addressees and recipients stand a line each', async () => {
    const texts = textsOf(
      await bodyOf(documentOf([], { addressee: 'Sở Nội vụ;\n- UBND tỉnh.', recipients: ['- Như trên;', 'Lưu: VT.'] })),
    );
    expect(texts).toEqual(
      expect.arrayContaining(['Kính gửi:', '- Sở Nội vụ;', '- UBND tỉnh.', '- Như trên;', '- Lưu: VT.']),
    );
  });
});

describe('text is data', () => {
  const ODD = [
    '<w:t>&amp; "trích" & \'nháy\'</w:t>',
    '{ PAGE } \\o "1-3" TOC',
    '=HYPERLINK("http://x";"y")',
    ']]>',
    'Ho\u00e0 Bi\u0300nh',
    'emoji 👍 kép',
  ];

  test('markup, field codes and formulas are shown as they are', async () => {
    const body = await bodyOf(
      documentOf([
        ...ODD.map((text) => paragraph(text)),
        { kind: 'table', widths: [1], header: [[cell('x')]], rows: ODD.map((text) => [cell(text)]) },
        paragraph('hết'),
      ]),
    );
    const texts = textsOf(body);
    for (const text of ODD) expect(texts.filter((each) => each === text.normalize('NFC'))).toHaveLength(2);
    expect(named(body, 'instrText')).toEqual([]);
  });

  test('control characters, halves of characters and marks that turn the writing are left out', async () => {
    const texts = textsOf(
      await bodyOf(documentOf([paragraph('Kế\u0000 ho\u0007ạch\ud800 năm\u202e 2022\ufffe\udc00'), paragraph('hết')])),
    );
    expect(texts).toContain('Kế hoạch năm 2022');
  });

  test('lines of a text stay lines, none of them spread across the page as in a justified paragraph', async () => {
    const body = await bodyOf(documentOf([paragraph('Dòng một\r\nDòng hai'), paragraph('hết')]));
    const lines = named(body, 'p').filter((each) => each.text.startsWith('Dòng'));
    expect(lines.map(({ text }) => text)).toEqual(['Dòng một', 'Dòng hai']);
    expect(lines.map(styleOf)).toEqual(['BodyText', 'BodyText']);
  });

  test('any text comes back from a well-formed document', async () => {
    const printable = (text: string): string => text.replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '').normalize('NFC');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 40, maxLength: 40 }),
        async (all) => {
          const [text = ''] = all;
          const parts = partsOf(
            await documentToDocx(
              documentOf([...all.map((each) => paragraph(`a${each}z`)), paragraph('hết')], {
                subject: text,
                issuingBody: text,
                place: text,
                signerName: text,
                recipients: [text],
              }),
            ),
          );
          for (const part of Object.values(parts))
            expect(part).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
          const texts = textsOf(parseXml(parts['word/document.xml']!));
          expect(texts.map(printable)).toEqual(
            expect.arrayContaining(all.flatMap((each) => `a${each}z`.split(/\r\n?|[\n\u2028\u2029]/)).map(printable)),
          );
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);
});

describe('the file', () => {
  test('is the same for the same document, and names nobody', async () => {
    const [one, two] = [await documentToDocx(FULL), await documentToDocx(FULL)];
    expect(Buffer.compare(one, two)).toBe(0);
    const properties = parseXml(partsOf(one)['docProps/core.xml']!);
    expect(properties.children.map(({ name, text }) => [name, text])).toEqual([
      [
        'title',
        'Báo cáo – Kết quả kiểm tra, đánh giá, chấm điểm công tác cải cách hành chính ' +
          'đối với UBND các xã, thị trấn năm 2022',
      ],
      ['language', 'vi-VN'],
    ]);
    expect(Object.values(partsOf(one)).join('')).not.toMatch(/Un-named|w:author/);
  });

  describeWith(['xmllint', 'packageChecker'], 'checked against the schemas', () => {
    test.each([
      ['full', FULL],
      ['blank', { ...FULL, form: BLANK_FORM }],
      ['short', documentOf([paragraph('Một đoạn.')])],
    ])('%s', async (name, document) => {
      const file = keep(await documentToDocx(document), `schema-${name}`);
      expect(checkPackage(file)).toBe('package valid');
    });
  });
});
