/** An office's own template: filled with the result, or refused in one sentence if it names an unknown placeholder. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../src/core/assess';
import type { BookAssessment } from '../../src/core/model/assessment';
import { UNIT_NAMES, BOOK_NAMES } from '../../src/core/documents/template-names';
import type { TemplateLevel } from '../../src/core/documents/template-values';
import { exportFiles } from '../../src/export/export-files';
import { HostError } from '../../src/hosts/host';
import { nodeCodec } from '../../src/hosts/xlsx-file/zip/codec-node';
import { partsOf } from '../kit/files/docx';
import { grid } from '../kit/grid';
import { convert } from '../kit/programs/libreoffice';
import { describeWith } from '../kit/programs/programs';
import { open, workbookOf } from '../kit/files/workbook-of';
import { buildZip } from '../kit/files/zip-build';

const TABLE = `
TT | Nội dung | Điểm tối đa | Xã A | Xã B
1 | CHỈ ĐẠO, ĐIỀU HÀNH | 4 | 3 | 4
1.1 | Kế hoạch & báo cáo | 2 | 1 | 2
1.2 | Kiểm tra | 2 | 2 | 2
2 | CẢI CÁCH THỂ CHẾ | 6 | 4.5 | 6
2.1 | Văn bản | 6 | 4.5 | 6
`;
const CAUSES = 'Đơn vị | Mã | Nguyên nhân\nXã A | 1.1 | Ban hành <chậm>';
const CONFIG = 'Năm đánh giá | 2024\nCơ quan ban hành | Phòng Nội vụ\nNơi nhận | Như trên; Lưu: VT';

const book = async (): Promise<BookAssessment> => {
  const settings = { ...grid(CONFIG), sheet: 'Cấu hình' };
  return assessBook(open(await workbookOf([grid(TABLE), { ...grid(CAUSES), sheet: 'Nguyên nhân' }, settings])).book);
};

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A Word document with these paragraphs, each with its own runs. */
const docx = (body: string, header = ''): Uint8Array =>
  buildZip([
    {
      name: '[Content_Types].xml',
      bytes:
        `<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>` +
        `<Override PartName="/word/header1.xml" ContentType="${TYPES}.header+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      bytes:
        `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" ` +
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" ' +
        'Target="word/document.xml"/></Relationships>',
    },
    { name: 'word/document.xml', bytes: `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>` },
    { name: 'word/header1.xml', bytes: `<w:hdr xmlns:w="${WORD}">${header}</w:hdr>` },
  ]);

const p = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;
const row = (...cells: readonly string[]): string =>
  `<w:tbl><w:tr>${cells.map((text) => `<w:tc>${p(text)}</w:tc>`).join('')}</w:tr></w:tbl>`;

interface Filled {
  readonly name: string;
  readonly lines: readonly string[];
  readonly xml: string;
}

async function fill(bytes: Uint8Array): Promise<Filled[]> {
  const request = { kinds: [], units: null, apart: false, template: { name: 'Mẫu.docx', bytes } };
  const files: Filled[] = [];
  for await (const file of exportFiles(request, { book: await book(), previous: null }, nodeCodec)) {
    const xml = partsOf(file.bytes)['word/document.xml'] ?? '';
    files.push({ name: file.name, xml, lines: linesOf(xml) });
  }
  return files;
}

const linesOf = (xml: string): string[] =>
  xml
    .replace(/<w:br\/>/g, ' / ')
    .split('</w:p>')
    .map((part) => part.replace(/<[^>]*>/g, '').trim())
    .filter((line) => line !== '');

const refusal = async (bytes: Uint8Array): Promise<string> => {
  const fault: unknown = await fill(bytes).catch((error: unknown) => error);
  return fault instanceof HostError ? `${fault.alias}: ${fault.message}` : 'filled';
};

describe('a template of the office', () => {
  test('of a unit is filled once a unit, whatever runs its names are cut into', async () => {
    const files = await fill(
      docx(
        p('{Đơ', 'n v', 'ị}: {Chỉ số}% – {xếp loại}, năm {NĂM}') +
          row('{#Lĩnh vực}{Mã}', '{Tên lĩnh vực}: {Điểm lĩnh vực}/{Điểm tối đa}{/Lĩnh vực}') +
          p('{#Mục bị trừ}') +
          p('- {Tiêu chí} (trừ {Điểm bị trừ}) của {Đơn vị}{#Nguyên nhân}: {Nguyên nhân}{/Nguyên nhân}') +
          p('{/Mục bị trừ}') +
          p('{Người ký}; {Nơi nhận}'),
      ),
    );
    expect(files.map(({ name }) => name)).toEqual(['Mẫu - Xã A.docx', 'Mẫu - Xã B.docx']);
    // 7,5 of 10 points.
    expect(files[0]?.lines).toEqual([
      'UBND xã A: 75% – Khá, năm 2024',
      '1',
      'Chỉ đạo, điều hành: 3/4',
      '2',
      'Cải cách thể chế: 4,5/6',
      '- 1.1. Kế hoạch &amp; báo cáo (trừ 1) của UBND xã A: Ban hành &lt;chậm&gt;',
      '- 2.1. Văn bản (trừ 1,5) của UBND xã A',
      '…… [Người ký]; Như trên / Lưu: VT',
    ]);
    expect(files[1]?.lines).toEqual([
      'UBND xã B: 100% – Xuất sắc, năm 2024',
      '1',
      'Chỉ đạo, điều hành: 4/4',
      '2',
      'Cải cách thể chế: 6/6',
      '…… [Người ký]; Như trên / Lưu: VT',
    ]);
  });

  test('of all units is filled once, with lists inside of lists, and tables drawn whole', async () => {
    const [file, ...others] = await fill(
      docx(
        p('{#Các đơn vị}{Đơn vị} {Xếp hạng}; {/Các đơn vị}') +
          p('{#Các đơn vị}') +
          p('{Đơn vị}: {#Lĩnh vực}{Mã}={#Mục bị trừ}{Mã} {/Mục bị trừ}; {/Lĩnh vực}') +
          p('{/Các đơn vị}') +
          p('{Bảng đơn vị}'),
      ),
    );
    expect(others).toEqual([]);
    expect(file?.name).toBe('Mẫu (đã điền).docx');
    expect(file?.lines.slice(0, 3)).toEqual([
      'UBND xã A 2/2; UBND xã B 1/2;',
      'UBND xã A: 1=1.1 ; 2=2.1 ;',
      'UBND xã B: 1=; 2=;',
    ]);
    expect(file?.xml.match(/<w:tbl>/g)).toHaveLength(1);
    expect(file?.lines).toEqual(expect.arrayContaining(['TT', 'UBND xã A', '7,5/10', '75', 'Khá']));
    expect(file?.xml).not.toContain('w:pStyle');
  });

  test.each([
    [
      'a name that nobody knows',
      docx(p('Đạt {Chỉ sô} và {Chỉ sồ điểm}')),
      'Mẫu «Mẫu.docx» có chỗ điền {Chỉ sồ điểm} ở đoạn «Đạt {Chỉ sô} và {Chỉ sồ điểm}» mà chương trình không hiểu: ' +
        'các tên dùng được: xem «Mẫu của cơ quan» trong hướng dẫn.',
    ],
    [
      'a name beside a drawing at a position',
      docx(`<w:p><w:r><wp:posOffset>635</wp:posOffset></w:r>${p('Đạt {Chỉ sồ điểm}').slice(5)}`),
      'Mẫu «Mẫu.docx» có chỗ điền {Chỉ sồ điểm} ở đoạn «Đạt {Chỉ sồ điểm}» mà chương trình không hiểu: ' +
        'các tên dùng được: xem «Mẫu của cơ quan» trong hướng dẫn.',
    ],
    [
      'a name of a loss outside of its list',
      docx(p('{Đơn vị}: {Giải trìn}')),
      'Mẫu «Mẫu.docx» có chỗ điền {Giải trìn} ở đoạn «{Đơn vị}: {Giải trìn}» mà chương trình không hiểu: các tên ' +
        'dùng được: xem «Mẫu của cơ quan» trong hướng dẫn.',
    ],
    [
      'a name in the head of the page',
      docx(p('{Đơn vị}'), p('{Xếp lọai 2}')),
      'Mẫu «Mẫu.docx» có chỗ điền {Xếp lọai 2} (đầu trang) ở đoạn «{Xếp lọai 2}» mà chương trình không hiểu: các tên ' +
        'dùng được: xem «Mẫu của cơ quan» trong hướng dẫn.',
    ],
    [
      'a list written as a text',
      docx(p('{Đơn vị} {Lĩnh vực}')),
      'Mẫu «Mẫu.docx» có chỗ điền {Lĩnh vực} ở đoạn «{Đơn vị} {Lĩnh vực}» mà chương trình không hiểu: đó là một danh ' +
        'sách, hãy viết {#Lĩnh vực} … {/Lĩnh vực}.',
    ],
    [
      'a list that is not closed',
      docx(p('{#Lĩnh vực}{Mã}')),
      'Mẫu «Mẫu.docx»: danh sách {#Lĩnh vực} chưa được đóng bằng {/Lĩnh vực} ở đoạn «{#Lĩnh vực}{Mã}».',
    ],
    [
      'a brace that is missing',
      docx(p('Đơn vị: {Đơn vị')),
      'Mẫu «Mẫu.docx»: chỗ điền «{Đơn» thiếu dấu } đóng ở đoạn «Đơn vị: {Đơn vị».',
    ],
    [
      'a brace that is missing, below paragraphs that say the same words',
      docx(p('Đơn vị tính: điểm') + p('Đơn vị: {Đơn vị}') + p('Hạng của {Đơn vị là {Xếp hạng}') + p('{Đơn vị}')),
      'Mẫu «Mẫu.docx»: chỗ điền «{Đơn» thiếu dấu } đóng ở đoạn «Hạng của {Đơn vị là {Xếp hạng}».',
    ],
    [
      'a brace that never began, below the same words',
      docx(p('Đơn vị: {Đơn vị}') + p('Của Đơn vị} là {Xếp hạng}')),
      'Mẫu «Mẫu.docx»: có dấu } thừa sau «vị», hoặc thiếu dấu { ở đầu chỗ điền ở đoạn «Của Đơn vị} là {Xếp hạng}».',
    ],
    [
      'an unknown name, below a paragraph that says it',
      docx(p('Ghi chú thêm') + p('{Đơn vị} {Ghi chú}')),
      'Mẫu «Mẫu.docx» có chỗ điền {Ghi chú} ở đoạn «{Đơn vị} {Ghi chú}» mà chương trình không hiểu: các tên dùng ' +
        'được: xem «Mẫu của cơ quan» trong hướng dẫn.',
    ],
    [
      'a table among other words',
      docx(p('Xem {Bảng đơn vị} sau')),
      'Mẫu «Mẫu.docx»: bảng {Bảng đơn vị} phải đứng một mình trong một đoạn ở đoạn «Xem {Bảng đơn vị} sau».',
    ],
  ])('%s is said with where it stands', async (_what, bytes, sentence) => {
    expect(await refusal(bytes)).toBe(`faulty-template: ${sentence}`);
  });

  test('a name that belongs into a list is sent there', async () => {
    expect(await refusal(docx(p('{Đơn vị}: {Tên tiêu chí}')))).toBe(
      'faulty-template: Mẫu «Mẫu.docx» có chỗ điền {Tên tiêu chí} ở đoạn «{Đơn vị}: {Tên tiêu chí}» mà chương trình ' +
        'không hiểu: tên ấy chỉ dùng được trong {#Mục bị trừ} … {/Mục bị trừ}.',
    );
  });

  test('a near name is offered, and what is no Word document is refused', async () => {
    expect(await refusal(docx(p('{Đơn vị} {Xếp hạg}')))).toContain('có phải {Xếp hạng}?');
    expect(await refusal(buildZip([{ name: 'xl/workbook.xml', bytes: '<x/>' }]))).toContain('không phải văn bản Word');
  });
});

describe('the names of a template', () => {
  test('stand in the README, each at its level', () => {
    const readme = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8');
    const [, table = ''] = /\n\| Ở đâu \|.*\n\|---.*\n((?:\|.*\n)+)/.exec(readme) ?? [];
    const written = table
      .trim()
      .split('\n')
      .map(
        (line) =>
          line
            .split('|')[2]
            ?.trim()
            .split(/(?<=\})\s+/) ?? [],
      );
    const all = ({ texts, tables, lists }: TemplateLevel): string[] => [
      ...[...texts, ...tables].map(({ name }) => `{${name}}`),
      ...lists.map(({ name }) => `{#${name}}`),
    ];
    const inside = ({ lists }: TemplateLevel, name: string): TemplateLevel => {
      const list = lists.find((each) => each.name === name);
      if (!list) throw new Error(name);
      return list.level;
    };
    const area = inside(UNIT_NAMES, 'Lĩnh vực');
    expect(inside(UNIT_NAMES, 'Mục bị trừ')).toBe(inside(area, 'Mục bị trừ'));
    expect(written).toEqual([BOOK_NAMES, UNIT_NAMES, area, inside(area, 'Mục bị trừ')].map(all));
  });
});

describeWith(['writer'], 'a template made by LibreOffice', () => {
  const FLAT = 'application/vnd.oasis.opendocument.text';
  const template = (): Uint8Array => {
    const folder = mkdtempSync(join(tmpdir(), 'cchc-mau-'));
    try {
      const cell = (text: string): string =>
        `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
      writeFileSync(
        join(folder, 'mau.fodt'),
        '<?xml version="1.0" encoding="UTF-8"?><office:document ' +
          ['office', 'text', 'table', 'style', 'fo']
            .map((name) =>
              name === 'fo'
                ? 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
                : `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
            )
            .join(' ') +
          ` office:version="1.3" office:mimetype="${FLAT}"><office:automatic-styles><style:style style:name="B" ` +
          'style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>' +
          '<office:body><office:text>' +
          '<text:h text:outline-level="1">KẾT QUẢ CỦA <text:span text:style-name="B">{Đơn</text:span> vị}</text:h>' +
          '<text:p>Chỉ số: <text:span text:style-name="B">{Chỉ số}</text:span>%, xếp loại {Xếp loại}.</text:p>' +
          '<table:table table:name="T"><table:table-column/><table:table-column/>' +
          `<table:table-row>${cell('Lĩnh vực')}${cell('Điểm')}</table:table-row>` +
          `<table:table-row>${cell('{#Lĩnh vực}{Mã}. {Tên lĩnh vực}')}${cell('{Điểm lĩnh vực}{/Lĩnh vực}')}` +
          '</table:table-row></table:table>' +
          '<text:p>{#Mục bị trừ}</text:p><text:p>- {Tiêu chí}: trừ {Điểm bị trừ} điểm</text:p>' +
          '<text:p>{/Mục bị trừ}</text:p>' +
          '<text:p>{Bảng lĩnh vực}</text:p><text:p>Hết.</text:p>' +
          '</office:text></office:body></office:document>',
      );
      convert([join(folder, 'mau.fodt')], { to: 'docx', into: folder });
      return readFileSync(join(folder, 'mau.docx'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  test('is filled, and keeps its own look', async () => {
    const bytes = template();
    const [file] = await fill(bytes);
    expect(file?.lines.slice(0, 9)).toEqual([
      'KẾT QUẢ CỦA UBND xã A',
      'Chỉ số: 75%, xếp loại Khá.',
      'Lĩnh vực',
      'Điểm',
      '1. Chỉ đạo, điều hành',
      '3',
      '2. Cải cách thể chế',
      '4,5',
      '- 1.1. Kế hoạch &amp; báo cáo: trừ 1 điểm',
    ]);
    expect(file?.lines.at(-1)).toBe('Hết.');
    expect(file?.xml.match(/<w:tbl>/g)).toHaveLength(2);
    expect(file?.xml).toMatch(/<w:b\/>(?:(?!<w:r>).)*<w:t[^>]*>75<\/w:t>/);
  }, 120_000);
});
