/**
 * A small score table in packages as other programs write them, with one oddity each: two units, the first of which
 * lost 1.5 of 10 points.
 */
import { contentTypes, MAIN, OFFICE, relationships, sheetXml, smallWorkbook } from './small-workbook';

const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
const RELS = 'application/vnd.openxmlformats-package.relationships+xml';

export type Row = readonly (string | number)[];

export const SCORES: readonly Row[] = [
  ['BẢNG TỔNG HỢP ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2022'],
  ['STT', 'Nội dung', 'Điểm tối đa', 'Xã A', 'Xã B'],
  ['1', 'Công tác chỉ đạo điều hành', 10, 8.5, 10],
  ['1.1', 'Kế hoạch cải cách hành chính', 4, 3.5, 4],
  ['1.2', 'Thực hiện chế độ báo cáo', 6, 5, 6],
  ['', 'Tổng điểm', 10, 8.5, 10],
];

type CellXml = (at: string, value: string | number) => string | null;

/** `cell` can replace the XML of a cell, `row` that of a whole row. */
export function rowsXml(
  rows: readonly Row[],
  cell: CellXml = () => null,
  row: (number: number, cells: readonly string[]) => string = (number, cells) =>
    `<row r="${number.toString()}">${cells.join('')}</row>`,
): string {
  return rows
    .map((values, n) =>
      row(
        n + 1,
        values.map((value, column) => {
          const at = `${String.fromCharCode(65 + column)}${(n + 1).toString()}`;
          return cell(at, value) ?? plainCell(at, value);
        }),
      ),
    )
    .join('');
}

export const plainCell = (at: string, value: string | number, style = ''): string =>
  value === ''
    ? ''
    : typeof value === 'number'
      ? `<c r="${at}"${style}><v>${value.toString()}</v></c>`
      : `<c r="${at}"${style} t="inlineStr"><is><t>${value}</t></is></c>`;

const numbersAs =
  (style: string): CellXml =>
  (at, value) =>
    typeof value === 'number' ? plainCell(at, value, ` s="${style}"`) : null;
const only =
  (wanted: string, xml: string): CellXml =>
  (at) =>
    at === wanted ? xml : null;

const NONE = '<fill><patternFill patternType="none"/></fill>';
const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/></patternFill></fill>`;
const LISTS = {
  fonts: '<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>',
  fills: `<fills count="2">${NONE}<fill><patternFill patternType="gray125"/></fill></fills>`,
  borders: '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  cellStyleXfs: '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  cellXfs: '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
};
const styles = (odd: Partial<typeof LISTS> = {}): string =>
  `${PROLOG}<styleSheet xmlns="${MAIN}">${Object.values({ ...LISTS, ...odd }).join('')}</styleSheet>`;

export const relationshipList = (...items: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `${PROLOG}<Relationships xmlns="${PACKAGE}/relationships">${items
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export const workbookOfSheets = (...sheets: readonly (readonly [name: string, id: string])[]): string =>
  `${PROLOG}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
    .map(([name, id], n) => `<sheet name="${name}" sheetId="${(n + 1).toString()}" r:id="${id}"/>`)
    .join('')}</sheets></workbook>`;

const BOOK_RELS = 'xl/_rels/workbook.xml.rels';
const STYLES = 'xl/styles.xml';
const TYPES = '[Content_Types].xml';
const SHEET: readonly [string, string, string] = ['rId1', 'worksheet', 'worksheets/sheet1.xml'];
const STYLE_PART: readonly [string, string, string] = ['rId2', 'styles', 'styles.xml'];

const table = (
  replaced: Readonly<Record<string, string | null>> = {},
  rows = rowsXml(SCORES),
  after = '',
): Uint8Array => smallWorkbook(sheetXml(rows + after), { [STYLES]: styles(), ...replaced });

const PLAIN_FORMAT = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
/** A format that another office program writes twice: for itself, and as a fallback for all others. */
export const alternative = (item: string): string =>
  '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">' +
  `<mc:Choice xmlns:hs="urn:other-office" Requires="hs">${item.replace(/(\/?>)/, ' hs:extension="1"$1')}</mc:Choice>` +
  `<mc:Fallback >${item}</mc:Fallback></mc:AlternateContent>`;

export const SOUND = table();

/** Packages whose table reads like the sound one. */
export const MINIMAL: Readonly<Record<string, Uint8Array>> = {
  'no default for rels': table({
    [TYPES]: contentTypes(['/_rels/.rels', RELS], [`/${BOOK_RELS}`, RELS]).replace(/<Default[^>]*>/g, ''),
  }),
  'one fill': table({ [STYLES]: styles({ fills: `<fills count="1">${NONE}</fills>` }) }),
  'no fill that is none': table({
    [STYLES]: styles({ fills: `<fills count="2">${solid('FFFFFF')}${solid('F0F0F0')}</fills>` }),
  }),
  'empty lists': table({
    [STYLES]: styles({
      fills: '<fills count="0"/>',
      borders: '<borders count="0"></borders>',
      cellXfs: '<cellXfs count="0"/>',
    }),
  }),
  'no lists': table({ [STYLES]: `${PROLOG}<styleSheet xmlns="${MAIN}"/>` }),
  'a row element for each cell': table(
    {},
    rowsXml(SCORES, undefined, (number, cells) =>
      cells.map((cell) => `<row r="${number.toString()}">${cell}</row>`).join(''),
    ),
  ),
  'a format that is no number': table(
    {},
    rowsXml(SCORES, (at, value) => (at === 'D4' ? plainCell(at, value, ' s=""') : null)),
  ),
  'formats beyond the end of the list': table({}, rowsXml(SCORES, numbersAs('5'))),
  'a sheet whose relationship is lost': table({
    'xl/workbook.xml': workbookOfSheets(['Bảng', 'rId1'], ['Lạc', 'rId3']),
  }),
  'a sheet whose part is lost': table({
    'xl/workbook.xml': workbookOfSheets(['Bảng', 'rId1'], ['Trang 2', 'rId3']),
    [BOOK_RELS]: relationshipList(SHEET, STYLE_PART, ['rId3', 'worksheet', 'worksheets/sheet2.xml']),
  }),
  'lost styles': table({ [STYLES]: null, [TYPES]: contentTypes() }),
  'times without a date': table(
    {},
    rowsXml(SCORES),
    '<row r="8"><c r="A8" t="d"><v>08:30:00</v></c><c r="B8" t="d"><v>2024-05-31</v></c></row>',
  ),
  'alternatives in a list': table(
    {
      [STYLES]: styles({
        cellXfs:
          `<cellXfs count="3">${alternative(PLAIN_FORMAT)}${PLAIN_FORMAT}` +
          `${PLAIN_FORMAT.replace('"0"', '"9"')}</cellXfs>`,
      }),
    },
    rowsXml(SCORES, numbersAs('1')),
  ),
};

export const BLANK_SCORE = table(
  {
    [TYPES]: contentTypes(['/xl/sharedStrings.xml', `${TYPE}sharedStrings+xml`]),
    [BOOK_RELS]: relationships(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/sharedStrings.xml':
      `${PROLOG}<sst xmlns="${MAIN}" count="2" uniqueCount="2">` + '<si><t>3</t></si><si><t>Ghi chú</t></si></sst>',
  },
  rowsXml(SCORES, only('D4', '<c r="D4" t="s"><v></v></c>')),
);

export const WITHOUT_RELATIONSHIPS = table({ [BOOK_RELS]: null });

export const WITHOUT_STRINGS = table(
  { [BOOK_RELS]: relationshipList(SHEET, STYLE_PART, ['rId3', 'sharedStrings', 'sharedStrings.xml']) },
  rowsXml(SCORES, only('B4', '<c r="B4" t="s"><v>0</v></c>')),
);
