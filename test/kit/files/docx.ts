/**
 * Documents for tests: one with everything that the form supports, and the output of LibreOffice for a .docx or .xlsx.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type {
  Block,
  DocumentCell,
  DocumentForm,
  DocumentTable,
  ReportDocument,
} from '../../../src/core/model/document';
import { convert } from '../programs/libreoffice';

export const FORM: DocumentForm = {
  superiorBody: 'UBND huyện Kon Rẫy',
  issuingBody: 'Hội đồng kiểm tra, đánh giá CCHC',
  number: '01',
  symbol: 'BC-HĐ',
  place: 'Kon Rẫy',
  date: { day: 1, month: 12, year: 2022 },
  type: 'Báo cáo',
  subject: 'Kết quả kiểm tra, đánh giá, chấm điểm công tác cải cách\nhành chính đối với UBND các xã, thị trấn năm 2022',
  addressee: 'Ủy ban nhân dân huyện',
  signerTitle: ['TM. Hội đồng', 'Chủ tịch'],
  signerName: 'Nguyễn Văn A',
  recipients: ['Như trên (b/c)', 'Thành viên Hội đồng', 'UBND các xã, thị trấn', 'Lưu: VT'],
};

/** A form without any details. */
export const BLANK_FORM: DocumentForm = {
  ...FORM,
  superiorBody: null,
  issuingBody: null,
  number: null,
  symbol: null,
  place: null,
  date: null,
  addressee: '',
  signerTitle: [],
  signerName: null,
  recipients: [],
};

export const paragraph = (text: string, more: { readonly draft?: 'words' | 'note' } = {}): Block => ({
  kind: 'paragraph',
  runs: [{ text }],
  ...more,
});

export const cell = (text: string, more: Omit<DocumentCell, 'runs'> = {}): DocumentCell => ({
  runs: [{ text }],
  ...more,
});

export const documentOf = (blocks: readonly Block[], form: Partial<DocumentForm> = {}): ReportDocument => ({
  form: { ...FORM, ...form },
  sections: [{ landscape: false, appendix: null, blocks }],
});

export const longTable = (rows: number): DocumentTable => ({
  kind: 'table',
  widths: [1, 6, 2, 2],
  header: [
    [cell('TT', { down: 2 }), cell('Đơn vị', { down: 2 }), cell('Kết quả', { span: 2 })],
    [cell('Điểm'), cell('Chỉ số')],
  ],
  rows: Array.from({ length: rows }, (_, at) => [
    cell(String(at + 1), { align: 'center' }),
    cell(`Xã số ${at + 1}`),
    cell('75,42/94', { align: 'right' }),
    cell('80,23', { align: 'right', fill: 'E2F0D9' }),
  ]),
});

const COLUMNS = Array.from({ length: 10 }, (_, at) => at);

/**
 * Everything that a report can hold: contents, headings, a long table, blanks, a draft, a wide appendix and another
 * one.
 */
export const FULL: ReportDocument = {
  form: FORM,
  sections: [
    {
      landscape: false,
      appendix: null,
      blocks: [
        paragraph(
          'Căn cứ Quyết định số 685/QĐ-UBND ngày 02/12/2016 của UBND huyện Kon Rẫy về việc thành lập Hội đồng ' +
            'kiểm tra, đánh giá, chấm điểm công tác cải cách hành chính trên địa bàn huyện; ' +
            'Quyết định số 1253/QĐ-UBND ngày 17/11/2022 của UBND huyện Kon Rẫy;',
        ),
        { kind: 'contents' },
        { kind: 'heading', level: 1, text: '1. Kết quả số điểm đạt được' },
        { kind: 'heading', level: 2, text: '1.1. UBND thị trấn Đăk Rve' },
        {
          kind: 'paragraph',
          runs: [
            { text: '- Tổng số điểm sau khi Hội đồng thẩm định và kiểm tra thực tế tại đơn vị: 75,42/94 điểm (' },
            { text: 'có bảng tổng hợp và biên bản kèm theo', italic: true },
            { text: ').' },
          ],
        },
        { kind: 'heading', level: 3, text: 'a) Tiêu chí thành phần mất điểm' },
        {
          kind: 'paragraph',
          runs: [
            { text: 'Lý do: ', bold: true },
            { text: 'nguyên nhân', blank: true },
          ],
        },
        paragraph('Điểm của các đơn vị như sau:'),
        longTable(70),
        { kind: 'heading', level: 1, text: '2. Đánh giá chung' },
        paragraph('Tất cả các đơn vị đều thực hiện việc công khai đầy đủ thủ tục hành chính.', { draft: 'words' }),
        paragraph('Trên đây là Báo cáo của Hội đồng về kết quả năm 2022.'),
      ],
    },
    {
      landscape: true,
      appendix: { label: 'Phụ lục I', title: 'Bảng tổng hợp điểm' },
      blocks: [
        {
          kind: 'table',
          widths: [1, 5, 2, 2, 2, 2, 2, 2, 2, 6],
          header: [COLUMNS.map((column) => cell(`Cột ${column + 1}`))],
          rows: Array.from({ length: 40 }, (_, row) =>
            COLUMNS.map((column) =>
              column === 9
                ? cell(`Hàng ${row + 1}: chưa ban hành kế hoạch đúng thời gian quy định`)
                : cell(`${row}`, { align: 'right' }),
            ),
          ),
        },
      ],
    },
    {
      landscape: false,
      appendix: { label: 'Phụ lục II', title: 'Danh sách đơn vị' },
      blocks: [paragraph('Danh sách kèm theo.')],
    },
  ],
};

/** Unpacked parts as text. */
export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

export interface Word {
  readonly page: number;
  readonly text: string;
  /** In typographic points, from the left and top edges of the page. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Printed {
  /** Text of each page. */
  readonly pages: readonly string[];
  readonly sizes: readonly (readonly [number, number])[];
  readonly fonts: readonly string[];
  readonly words: readonly Word[];
}

/** Kept below .out/docx for inspection. */
export const OUT = join(__dirname, '..', '..', '..', '.out', 'docx');

export function keep(bytes: Uint8Array, name: string, extension: '.docx' | '.xlsx' = '.docx'): string {
  mkdirSync(OUT, { recursive: true });
  const file = join(OUT, `${name}${extension}`);
  writeFileSync(file, bytes);
  return file;
}

/** Prints the documents with LibreOffice and returns them by name. */
export function print<Name extends string>(
  documents: Readonly<Record<Name, Uint8Array>>,
  extension: '.docx' | '.xlsx' = '.docx',
): Record<Name, Printed> {
  const names = Object.keys(documents) as Name[];
  const files = names.map((name) => keep(documents[name], name, extension));
  convert(files, { to: 'pdf', into: OUT });
  return Object.fromEntries(names.map((name) => [name, readPdf(join(OUT, `${name}.pdf`))])) as Record<Name, Printed>;
}

function readPdf(pdf: string): Printed {
  const run = (program: string, ...args: string[]): string =>
    execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return {
    pages: run('pdftotext', '-layout', pdf, '-').split('\f').slice(0, -1),
    sizes: [...run('pdfinfo', '-f', '1', '-l', '999', pdf).matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map(
      ([, width, height]) => [Number(width), Number(height)] as const,
    ),
    fonts: run('pdffonts', pdf)
      .split('\n')
      .slice(2)
      .map((line) => line.split(/\s/)[0] ?? '')
      .filter((font) => font !== ''),
    words: wordsOf(run('pdftotext', '-bbox', pdf, '-')),
  };
}

function wordsOf(bbox: string): Word[] {
  let page = 0;
  return bbox.split('\n').flatMap((line) => {
    if (line.includes('<page ')) page++;
    const match = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(line);
    return match
      ? [
          {
            page,
            text: match[5] ?? '',
            left: Number(match[1]),
            top: Number(match[2]),
            right: Number(match[3]),
            bottom: Number(match[4]),
          },
        ]
      : [];
  });
}
