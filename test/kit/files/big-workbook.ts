/**
 * A bảng tổng hợp with units as columns, of any size: the national one has 3,321 units × 115 items × 3 columns, 1.16
 * million cells.
 */
import { columnName } from '../../../src/core/values/address';
import { buildZip } from './zip-build';

export interface BigWorkbook {
  readonly units: number;
  /** Number of scored items; areas and criteria are added to it. */
  readonly items: number;
  /** Sub-columns of each unit. */
  readonly columns?: readonly string[];
  readonly seed?: number;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

/**
 * Header in rows 6 and 7, items below with the subtotals of parents typed in, then the rows Tổng điểm, Chỉ số, Xếp
 * loại, Xếp hạng with empty cells.
 */
export function buildBigWorkbook({
  units,
  items,
  columns = ['Tự chấm', 'Thẩm định'],
  seed = 1,
}: BigWorkbook): Uint8Array {
  const strings = new Map<string, number>();
  const shared = (text: string): number => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const random = generator(seed);
  const names = Array.from({ length: units * columns.length + 3 }, (_, column) => columnName(column));
  const rows: string[] = [];
  const merges: string[] = [];
  let row = 0;
  const write = (cells: string): void => {
    rows.push(`<row r="${row.toString()}">${cells}</row>`);
  };
  const text = (column: number, value: string, style: number): string =>
    `<c r="${names[column] ?? ''}${row.toString()}" s="${style.toString()}" t="s">` +
    `<v>${shared(value).toString()}</v></c>`;
  const number = (column: number, value: string, style: number): string =>
    `<c r="${names[column] ?? ''}${row.toString()}" s="${style.toString()}"><v>${value}</v></c>`;
  const blank = (column: number, style: number): string =>
    `<c r="${names[column] ?? ''}${row.toString()}" s="${style.toString()}"/>`;
  const unitColumns = Array.from({ length: units * columns.length }, (_, n) => n + 3);

  for (const line of [
    'ỦY BAN NHÂN DÂN TỈNH',
    'HỘI ĐỒNG THẨM ĐỊNH',
    '',
    'BẢNG TỔNG HỢP ĐIỂM CẢI CÁCH HÀNH CHÍNH CÁC XÃ, PHƯỜNG, ĐẶC KHU',
  ]) {
    row++;
    if (line !== '') write(text(0, line, 1));
  }
  row = 6;
  write(
    ['TT', 'Nội dung', 'Điểm tối đa'].map((value, column) => text(column, value, 1)).join('') +
      unitColumns
        .map((column) =>
          (column - 3) % columns.length === 0
            ? text(column, `Xã số ${((column - 3) / columns.length + 1).toString()}`, 1)
            : blank(column, 1),
        )
        .join(''),
  );
  for (let column = 0; column < 3; column++) merges.push(`${names[column] ?? ''}6:${names[column] ?? ''}7`);
  if (columns.length > 1)
    for (let n = 0; n < units; n++)
      merges.push(`${names[3 + n * columns.length] ?? ''}6:${names[2 + (n + 1) * columns.length] ?? ''}6`);
  row = 7;
  write(
    [0, 1, 2].map((column) => blank(column, 1)).join('') +
      unitColumns.map((column) => text(column, columns[(column - 3) % columns.length] ?? '', 1)).join(''),
  );

  const score = (column: number, points: number | null): string =>
    points === null ? text(column, 'KĐG', 3) : number(column, hundredths(points), 3);
  /** As offices fill them: the correct sum, without the items that do not apply. */
  const sums = (lines: readonly Line[]): string =>
    unitColumns
      .map((column, n) =>
        score(
          column,
          lines.reduce((sum, { scores }) => sum + (scores[n] ?? 0), 0),
        ),
      )
      .join('');
  const maxOf = (lines: readonly Line[]): string =>
    number(2, hundredths(lines.reduce((sum, { max }) => sum + max, 0)), 3);

  // Eight areas of criteria with about five items each.
  const areas = Math.min(8, Math.max(1, Math.floor(items / 2)));
  let total = 0;
  for (let area = 0; area < areas; area++) {
    const inArea = Math.floor(((area + 1) * items) / areas) - Math.floor((area * items) / areas);
    const criteria = Math.max(1, Math.round(inArea / 5));
    const lines = Array.from({ length: inArea }, () =>
      lineOf(MAXIMA[total++ % MAXIMA.length] ?? 100, units, columns.length, random),
    );
    row++;
    write(
      text(0, (area + 1).toString(), 1) + text(1, `LĨNH VỰC ${(area + 1).toString()}`, 1) + maxOf(lines) + sums(lines),
    );
    for (let criterion = 0; criterion < criteria; criterion++) {
      const own = lines.slice(
        Math.floor((criterion * inArea) / criteria),
        Math.floor(((criterion + 1) * inArea) / criteria),
      );
      const code = `${(area + 1).toString()}.${(criterion + 1).toString()}`;
      row++;
      write(text(0, code, 1) + text(1, `Tiêu chí ${code}`, 1) + maxOf(own) + sums(own));
      for (const [at, { max, scores }] of own.entries()) {
        const itemCode = `${code}.${(at + 1).toString()}`;
        row++;
        write(
          text(0, itemCode, 2) +
            text(1, `Thực hiện nội dung ${itemCode} theo kế hoạch`, 2) +
            number(2, hundredths(max), 3) +
            unitColumns.map((column, n) => score(column, scores[n] ?? null)).join(''),
        );
      }
    }
  }
  const whole = Array.from({ length: items }, (_, item) => MAXIMA[item % MAXIMA.length] ?? 100).reduce(
    (sum, max) => sum + max,
    0,
  );
  for (const label of ['Tổng điểm', 'Chỉ số', 'Xếp loại', 'Xếp hạng']) {
    row++;
    write(
      blank(0, 1) +
        text(1, label, 1) +
        (label === 'Tổng điểm' ? number(2, hundredths(whole), 3) : blank(2, 3)) +
        unitColumns.map((column) => blank(column, 3)).join(''),
    );
  }
  const last = `${names[names.length - 1] ?? ''}${row.toString()}`;
  const sheet =
    `${PROLOG}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/><sheetData>${rows.join('')}</sheetData>` +
    `<mergeCells count="${merges.length.toString()}">` +
    `${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`;
  const sst =
    `${PROLOG}<sst xmlns="${MAIN}" ` +
    `uniqueCount="${strings.size.toString()}">` +
    `${[...strings.keys()].map((value) => `<si><t>${value}</t></si>`).join('')}</sst>`;
  return buildZip([
    { name: '[Content_Types].xml', bytes: CONTENT_TYPES },
    { name: '_rels/.rels', bytes: relationships(['officeDocument', 'xl/workbook.xml']) },
    {
      name: 'xl/workbook.xml',
      bytes:
        `${PROLOG}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
        '<sheet name="Bảng tổng hợp" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: relationships(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', bytes: sheet },
    { name: 'xl/styles.xml', bytes: STYLES },
    { name: 'xl/sharedStrings.xml', bytes: sst },
  ]);
}

/** One scored item: the points of every unit, column by column, in hundredths; null if the item does not apply. */
interface Line {
  readonly max: number;
  readonly scores: readonly (number | null)[];
}

const MAXIMA = [50, 100, 100, 150, 50, 200, 100];

/**
 * One cell in ten loses points, in quarters or by a rate, and the self-score already concedes about half of that; one
 * cell in two hundred does not apply.
 */
function lineOf(max: number, units: number, columns: number, random: () => number): Line {
  const isRate = random() < 0.15;
  const scores: (number | null)[] = [];
  for (let unit = 0; unit < units; unit++) {
    const applies = random() >= 0.005;
    const lost =
      random() >= 0.1 ? 0 : Math.min(max, isRate ? 1 + Math.floor(random() * 30) : 25 * (1 + Math.floor(random() * 3)));
    for (let column = 0; column < columns; column++)
      scores.push(applies ? max - (column === columns - 1 ? lost : Math.floor(lost / 50) * 25) : null);
  }
  return { max, scores };
}

const hundredths = (value: number): string => (value / 100).toString();

/** Gives the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

const relationships = (...items: readonly (readonly [kind: string, target: string])[]): string =>
  `${PROLOG}<Relationships xmlns="${PACKAGE}/relationships">` +
  items
    .map(
      ([kind, target], n) =>
        `<Relationship Id="rId${(n + 1).toString()}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
    )
    .join('') +
  '</Relationships>';

const CONTENT_TYPES =
  `${PROLOG}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPE}styles+xml"/>` +
  `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}sharedStrings+xml"/></Types>`;

const STYLES =
  `${PROLOG}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/>` +
  '</font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>' +
  '</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '</styleSheet>';
