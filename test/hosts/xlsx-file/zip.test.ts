/**
 * The container: every form of zip is read, untouched entries stay raw, and each unsound workbook is refused with its
 * own error.
 */
import { describe, expect, test } from '@jest/globals';
import { HostError } from '../../../src/hosts/host';
import { browserCodec } from '../../../src/hosts/xlsx-file/zip/codec';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { crc32 } from '../../../src/hosts/xlsx-file/zip/crc32';
import { DEFAULT_LIMITS } from '../../../src/hosts/xlsx-file/zip/limits';
import { openXlsx } from '../../../src/hosts/xlsx-file/xlsx-file';
import { xlsxFileHost } from '../../kit/xlsx-file-host';
import { readDirectory } from '../../../src/hosts/xlsx-file/zip/zip-read';
import { cell, number, onSheet } from '../../kit/edits';
import { lintPackage } from '../../kit/programs/lint-package';
import { contentTypes, partsOf, sheetXml, smallParts, smallWorkbook } from '../../kit/files/small-workbook';
import { buildZip, type ZipOptions, type ZipPart } from '../../kit/files/zip-build';

const SHEET = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>');
const PARTS = smallParts(SHEET);
const EDIT = onSheet('Bảng', cell('A1', number('2')));

function outcome(bytes: Uint8Array, limits = {}): string {
  const copy = bytes.slice();
  try {
    const file = openXlsx(bytes, nodeCodec, { limits });
    file.book.sheets.forEach((sheet) => sheet.grid());
    const out = file.apply(EDIT);
    expect(openXlsx(out, nodeCodec).book.sheets[0]?.grid().values[0]).toEqual([2]);
    return 'read and written';
  } catch (fault) {
    if (!(fault instanceof HostError)) throw fault;
    return fault.alias;
  } finally {
    expect(bytes).toEqual(copy);
  }
}
const zipped = (change: (part: ZipPart) => Partial<ZipPart>, options?: ZipOptions): Uint8Array =>
  buildZip(
    PARTS.map((part) => ({ ...part, ...change(part) })),
    options,
  );
const sheetOnly = (change: Partial<ZipPart>): Uint8Array =>
  zipped(({ name }) => (name.endsWith('sheet1.xml') ? change : {}));
const raw = (file: Uint8Array, name: string): string => {
  const entry = readDirectory(file, DEFAULT_LIMITS).entries.find((item) => item.name === name);
  return Buffer.from(file.subarray(entry?.start, entry?.stop)).toString('hex');
};

describe('sound containers', () => {
  test.each([
    ['stored entries', zipped(() => ({ stored: true }))],
    ['data descriptors', zipped(() => ({ descriptor: true }))],
    ['zip64 entries', zipped(() => ({ zip64: true }))],
    ['zip64 directory', zipped(() => ({ zip64: true }), { zip64End: true })],
    [
      'bytes in front and a comment behind',
      zipped(() => ({}), { prefix: new Uint8Array(777), comment: 'PK\u0005\u0006' }),
    ],
    ['zip64 with bytes in front', zipped(() => ({}), { prefix: new Uint8Array(100), zip64End: true })],
    ['folder entries', buildZip([{ name: 'xl/', bytes: '', stored: true }, ...PARTS])],
  ])('%s are read and written', (_, file) => {
    expect(outcome(file)).toBe('read and written');
  });

  test('untouched entries keep their raw bytes, headers and order', () => {
    const file = zipped(({ name }) => (name.endsWith('styles.xml') ? { level: 1, descriptor: true } : { level: 9 }));
    const out = openXlsx(file, nodeCodec).apply(EDIT);
    const names = [...partsOf(file).keys()];
    expect([...partsOf(out).keys()]).toEqual(names);
    for (const name of names.filter((item) => !item.endsWith('sheet1.xml')))
      expect(raw(out, name)).toBe(raw(file, name));
    expect(lintPackage(out)).toEqual([]);
  });

  test('the browser codec gives what the Node codec gives', () => {
    const file = smallWorkbook(SHEET);
    const read = (codec: typeof nodeCodec) =>
      openXlsx(openXlsx(file, codec).apply(EDIT), codec).book.sheets[0]?.grid().values;
    expect(read(browserCodec)).toEqual(read(nodeCodec));
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(file)).toBe(nodeCodec.crc32?.(file) ?? crc32(file));
  });

  test('as a host it holds the file between edits, and a refused batch leaves it', async () => {
    const host = xlsxFileHost(smallWorkbook(SHEET), nodeCodec);
    await host.applyEdits(EDIT);
    const after = host.bytes();
    expect((await host.readBook()).sheets[0]?.grid().values).toEqual([[2]]);
    await host.applyEdits(EDIT);
    expect(host.bytes()).toBe(after);
    await expect(host.applyEdits(onSheet('Khác', cell('A1', number('2'))))).rejects.toThrow(HostError);
    expect(host.bytes()).toBe(after);
  });
});

describe('refused containers', () => {
  const ole = (stream: string): Uint8Array =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(1024),
        Buffer.from(`${stream}\0`, 'utf16le'),
        Buffer.alloc(512),
      ]),
    );
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  const file = smallWorkbook(SHEET);
  test.each([
    ['an empty file', new Uint8Array(0), 'unsupported-file'],
    ['a CSV', text('Tiêu chí;Điểm\n1;2'), 'unsupported-file'],
    ['HTML under another name', text('<html><table></table></html>'), 'unsupported-file'],
    ['an encrypted workbook', ole('EncryptedPackage'), 'encrypted-file'],
    ['an old .xls', ole('Workbook'), 'unsupported-file'],
    [
      'an .ods',
      buildZip([
        { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
        { name: 'content.xml', bytes: '<a/>' },
      ]),
      'unsupported-file',
    ],
    [
      'an .xlsb',
      smallWorkbook(SHEET, {
        '[Content_Types].xml': contentTypes().replace('sheet.main+xml', 'sheet.binary.macroEnabled.main'),
      }),
      'unsupported-file',
    ],
    [
      'a Word document',
      smallWorkbook(SHEET, {
        '[Content_Types].xml': contentTypes().replace('spreadsheetml.sheet.main', 'wordprocessingml.document.main'),
      }),
      'unsupported-file',
    ],
    ['any other zip', buildZip([{ name: 'a.txt', bytes: 'a' }]), 'unsupported-file'],
    ['a truncated zip', file.subarray(0, file.length - 100), 'damaged-file'],
    ['a zip cut in its data', file.subarray(0, 500), 'damaged-file'],
    ['a wrong sum', sheetOnly({ statedCrc: 1 }), 'damaged-file'],
    ['more bytes than stated', sheetOnly({ statedSize: 10 }), 'damaged-file'],
    ['fewer bytes than stated', sheetOnly({ statedSize: 5000 }), 'damaged-file'],
    ['a bomb by its stated size', sheetOnly({ statedSize: 0x7fffffff }), 'oversized-file'],
    ['a bomb by its ratio', sheetOnly({ bytes: sheetXml(' '.repeat(20_000_000)) }), 'oversized-file'],
    ['an encrypted entry', sheetOnly({ flags: 0x801 }), 'encrypted-file'],
    ['an unknown compression', sheetOnly({ method: 12 }), 'unsupported-file'],
    ['two parts of one name', buildZip([...PARTS, { name: 'XL/Workbook.xml', bytes: '<a/>' }]), 'damaged-file'],
    ['a missing sheet', buildZip(PARTS.filter(({ name }) => !name.endsWith('sheet1.xml'))), 'damaged-file'],
  ])('%s', (_, bytes, alias) => {
    expect(outcome(bytes)).toBe(alias);
  });

  test.each([
    ['an empty file', new Uint8Array(0), /^Tệp rỗng\b.*bản gốc/],
    ['a bare zip', buildZip([{ name: 'a.txt', bytes: 'a' }]), /giải nén/],
    ['Apple Numbers', buildZip([{ name: 'Index/Document.iwa', bytes: 'a' }]), /mở bằng Numbers.*Xuất/],
    [
      'a Word document',
      smallWorkbook(SHEET, {
        '[Content_Types].xml': contentTypes().replace('spreadsheetml.sheet.main', 'wordprocessingml.document.main'),
      }),
      /chép bảng/,
    ],
  ])('%s is not said to be helped by opening it in Excel', (_, bytes, advice) => {
    const open = (): unknown => openXlsx(bytes, nodeCodec);
    expect(open).toThrow(advice);
    expect(open).not.toThrow(/mở (?:tệp )?bằng Excel/);
    expect(open).not.toThrow(/[Tt]ệp là tệp/);
  });

  test('entries that share their data are refused', () => {
    const bytes = file.slice();
    const { entries } = readDirectory(bytes, DEFAULT_LIMITS);
    const [first, second] = entries;
    new DataView(bytes.buffer).setUint32(second?.offsetAt ?? 0, first?.start ?? 0, true);
    expect(outcome(bytes)).toBe('damaged-file');
  });

  test('a file, a part or a row wider than allowed is refused, whatever it holds', () => {
    expect(outcome(file, { fileBytes: 1000 })).toBe('oversized-file');
    expect(outcome(file, { partBytes: 200 })).toBe('oversized-file');
    const rows = Array.from(
      { length: 2000 },
      (_, n) => `<row r="${(n + 1).toString()}"><c r="XFD${(n + 1).toString()}"><v>1</v></c></row>`,
    ).join('');
    expect(outcome(smallWorkbook(sheetXml(rows)))).toBe('oversized-file');
  });

  test('a document type, deep nesting and unclosed elements are refused without a crash', () => {
    const bad = [
      '<!DOCTYPE a [<!ENTITY x "y">]>',
      '<a>'.repeat(5000),
      '<sheetData><row><c>',
      '<sheetData/></worksheet><b/>',
      '<sheetData><row r="0"/></sheetData></worksheet>',
      '<sheetData><row r="1"><c r="XFE1"/></row></sheetData></worksheet>',
    ];
    for (const inner of bad) expect(outcome(smallWorkbook(`<worksheet xmlns="x">${inner}`))).toBe('damaged-file');
  });
});
