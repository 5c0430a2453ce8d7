/** Documents for tests: one with everything that the form knows, and what LibreOffice makes of a .docx. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Block, DocumentCell, DocumentForm, DocumentTable, ReportDocument } from '../../src/core/model/document';

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

/** A form of which nobody said anything. */
export const BLANK_FORM: DocumentForm = { ...FORM, superiorBody: null, issuingBody: null, number: null, symbol: null, place: null, date: null, addressee: '', signerTitle: [], signerName: null, recipients: [] };

export const paragraph = (text: string, more: { readonly draft?: boolean } = {}): Block => ({ kind: 'paragraph', runs: [{ text }], ...more });

export const cell = (text: string, more: Omit<DocumentCell, 'runs'> = {}): DocumentCell => ({ runs: [{ text }], ...more });

export const documentOf = (blocks: readonly Block[], form: Partial<DocumentForm> = {}): ReportDocument => ({ form: { ...FORM, ...form }, sections: [{ landscape: false, appendix: null, blocks }] });

export const longTable = (rows: number): DocumentTable => ({
  kind: 'table',
  widths: [1, 6, 2, 2],
  header: [
    [cell('TT', { down: 2 }), cell('Đơn vị', { down: 2 }), cell('Kết quả', { span: 2 })],
    [cell('Điểm'), cell('Chỉ số')],
  ],
  rows: Array.from({ length: rows }, (_, at) => [cell(String(at + 1), { align: 'center' }), cell(`Xã số ${at + 1}`), cell('75,42/94', { align: 'right' }), cell('80,23', { align: 'right', fill: 'E2F0D9' })]),
});

/** Unpacked parts as text. */
export const partsOf = (bytes: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

export interface Word {
  readonly page: number;
  readonly text: string;
  /** Points from the left and the top edge of the page. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

export interface Printed {
  readonly pdf: string;
  /** Text of each page. */
  readonly pages: readonly string[];
  readonly sizes: readonly (readonly [number, number])[];
  readonly fonts: readonly string[];
  readonly words: readonly Word[];
}

/** Kept below .out/docx, for whoever wants to look. */
const OUT = join(__dirname, '..', '..', '.out', 'docx');

/** The document as LibreOffice prints it. */
export function print(bytes: Uint8Array, name: string): Printed {
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, `${name}.docx`), bytes);
  const profile = mkdtempSync(join(tmpdir(), 'lo-docx-'));
  execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${profile}`, '--convert-to', 'pdf', '--outdir', OUT, join(OUT, `${name}.docx`)], { stdio: 'ignore' });
  const pdf = join(OUT, `${name}.pdf`);
  const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });
  const info = run('pdfinfo', '-f', '1', '-l', '999', pdf);
  return {
    pdf,
    pages: run('pdftotext', '-layout', pdf, '-').split('\f').slice(0, -1),
    sizes: [...info.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map(([, width, height]) => [Number(width), Number(height)] as const),
    fonts: run('pdffonts', pdf).split('\n').slice(2).map((line) => line.split(/\s/)[0] ?? '').filter((font) => font !== ''),
    words: wordsOf(run('pdftotext', '-bbox', pdf, '-')),
  };
}

function wordsOf(bbox: string): Word[] {
  let page = 0;
  return bbox.split('\n').flatMap((line) => {
    if (line.includes('<page ')) page++;
    const match = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*)<\/word>/.exec(line);
    return match ? [{ page, text: match[4] ?? '', left: Number(match[1]), right: Number(match[3]), top: Number(match[2]) }] : [];
  });
}

export const readBack = (path: string): Uint8Array => readFileSync(path);
