/**
 * Reads the rows above a bảng tổng hợp: the two bodies, «Số: …/BC-…», place and date, the year in its title, and the
 * name of the only unit of a sheet.
 */
import type { ReportDate } from '../../model/document';
import { plainKey, squeeze } from '../../values/fold-text';
import { textAt, type Grid } from '../../model/workbook/grid';
import type { ReportDetails } from '../../model/report-details';
import type { ScoreSheet } from '../../model/score-sheet';
import { patternOf } from '../../values/pattern';
import { callsTerritory, namesBody } from '../words/unit-names';
import { isGenericName } from '../../matching/generic-name';

export type Letterhead = Pick<
  ReportDetails,
  'superiorBody' | 'issuingBody' | 'number' | 'symbol' | 'place' | 'date' | 'year'
>;

/** A line of text in reading order; a cell may hold several lines. */
interface Line {
  readonly text: string;
  readonly plain: string;
  readonly column: number;
}

const STATE = /cong hoa xa hoi chu nghia|doc lap ?[-–—] ?tu do/;
/** «Bản kiểm điểm», «Bản tự chấm điểm»: papers, not a «Ban». */
const PAPER =
  'tong hop|kiem diem|tu |cham |giai trinh|danh gia|thuyet minh|phan tich|so sanh|bao cao|cam ket|ke khai|ket qua';
const BODY = patternOf([
  String.raw`^(ubnd|hdnd|uy ban|hoi dong|ban (?!${PAPER})|so (?!sanh)|phong |van phong|bo (?!tieu chi)|trung tam`,
  String.raw`|cuc |chi cuc|tong cuc|huyen uy|tinh uy|dang uy|to (cong tac|tham dinh|cham diem))`,
]);
/** A title, a unit's name or a note is never an issuing body. */
const TITLE = patternOf([
  '^(bang |so sanh |tong hop|bieu |ket qua|danh gia|cham diem|chi so|bao cao|phu luc|don vi|bo tieu chi',
  String.raw`|danh muc|phieu |bien ban|tu (?:cham|danh gia)|kiem diem|giai trinh|(?:xep|thu) hang|nhat ky`,
  String.raw`|ban (?:${PAPER})|phan [\divx]+\b|\(|nam )`,
]);

/** Reads the rows above the header. Fields are null if not stated; the year may come from the sheet's name. */
export function readLetterhead({
  grid,
  headerRows,
  sheet,
}: Pick<ScoreSheet, 'grid' | 'headerRows' | 'sheet'>): Letterhead {
  const lines = linesAbove(grid, Math.min(grid.rowCount, ...headerRows));
  const [superiorBody, issuingBody] = bodiesOf(lines);
  const dated = lines.map(({ text }) => readPlaceAndDate(text)).find((each) => each !== null);
  const numbered = lines.map(({ text }) => readNumber(text)).find((each) => each !== null);
  return {
    superiorBody,
    issuingBody,
    number: numbered?.number ?? null,
    symbol: numbered?.symbol ?? null,
    place: dated?.place ?? null,
    date: dated?.date ?? null,
    year: yearOf(lines) ?? yearInName(sheet),
  };
}

function linesAbove(grid: Grid, end: number): Line[] {
  const lines: Line[] = [];
  for (let row = 0; row < end; row++) {
    for (let column = 0; column < (grid.values[row]?.length ?? 0); column++) {
      const split = textAt(grid, row, column)
        .split(/[\r\n]+/)
        .map(squeeze);
      for (const text of split) if (text !== '') lines.push({ text, plain: plainKey(text), column });
    }
  }
  return lines;
}

/**
 * Superior and issuing body; a single body is the issuing one. A line without a word for a body continues the name
 * above it.
 */
function bodiesOf(lines: readonly Line[]): [string | null, string | null] {
  const state = lines.find(({ plain }) => STATE.test(plain));
  const bodies: string[] = [];
  for (const { text, plain, column } of lines) {
    if (STATE.test(plain) || (state && column >= state.column) || readNumber(text) !== null) continue;
    const above = bodies.at(-1);
    const isUnfinished = above !== undefined && /(,| và)$/i.test(above);
    if (TITLE.test(plain) && !isUnfinished) break;
    if (!isUpper(text)) continue;
    if (BODY.test(plain) && !isUnfinished) bodies.push(text);
    else if (above !== undefined) bodies[bodies.length - 1] = `${above} ${text}`;
  }
  // «UBND TỈNH …» is a form that is not filled in.
  const [first = null, second = null] = bodies.map((body) => (/…|\.{2}/.test(body) ? null : body));
  return bodies.length < 2 ? [null, first] : [first, second];
}

const isUpper = (text: string): boolean => /\p{Lu}/u.test(text) && text === text.toLocaleUpperCase('vi');

/** «Số: 01/BC-HĐ», «Số: /BC-PNV», «01/BC-HĐ». The number of another kind of document is not that of the report. */
export function readNumber(text: string): { readonly number: string | null; readonly symbol: string } | null {
  const match = /^(?:số\s*:?\s*)?(\d{0,6})[\s.…_]*\/\s*(BC(?:\s*-\s*[\p{L}\d.&]+)+)\s*$/iu.exec(
    text.normalize('NFC').trim(),
  );
  if (!match) return null;
  const [, number = '', symbol = ''] = match;
  return { number: number === '' ? null : numberText(number), symbol: symbol.replace(/\s+/g, '') };
}

/** Numbers below 10 are written with a leading zero. */
export const numberText = (text: string): string => (/^\d$/.test(text) ? `0${text}` : text);

const PLACE_AND_DATE =
  /^([^(),]*\p{L}[^(),]*),\s*ngày\s*(\d{1,2}|[\s.…_]*)\s*tháng\s*(\d{1,2}|[\s.…_]*)\s*năm\s*(\d{4}|[\s.…_]*)\.?$/iu;

/** «Kon Rẫy, ngày 01 tháng 12 năm 2022»; only the place if the date is not filled in. */
function readPlaceAndDate(text: string): { readonly place: string; readonly date: ReportDate | null } | null {
  const match = PLACE_AND_DATE.exec(text.normalize('NFC').trim());
  if (!match) return null;
  const [, place = '', day = '', month = '', year = ''] = match;
  return { place: squeeze(place), date: dateIn(day, month, year) };
}

/** The date, or null if it does not exist. */
export function dateIn(dayText: string, monthText: string, yearText: string): ReportDate | null {
  const [day, month, year] = [dayText, monthText, yearText].map((part) =>
    /^\d+$/.test(part.trim()) ? Number(part) : 0,
  ) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1900 && year <= 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { day, month, year } : null;
}

const yearInName = (sheet: string): number | null => {
  const match = /(?:^|\D)(20\d\d)(?!\d)/.exec(sheet);
  return match ? Number(match[1]) : null;
};

/** «năm 2022», «năm 2022 - 2023», «năm 2022, 2023», «năm 2022 và 2023». */
const YEARS = /\bnam(?: danh gia)?:? 20\d\d(?:(?: ?[-–,;] ?| va | so voi )20\d\d)*\b/g;

/**
 * «NĂM 2022»; the later of two compared years. Dates and references in brackets do not give the year that is scored.
 */
function yearOf(lines: readonly Line[]): number | null {
  for (const { text, plain } of lines) {
    if (/^\(|\bngay\b|quyet dinh|ke hoach so|can cu/.test(plain) || readPlaceAndDate(text)) continue;
    const years = [...plain.matchAll(YEARS)].flatMap(([text]) => text.match(/20\d\d/g) ?? []).map(Number);
    if (years.length > 0) return Math.max(...years);
  }
  return null;
}

const LABEL = /^\s*(?:tên )?(?:đơn vị|cơ quan|địa phương)(?: được (?:đánh giá|chấm điểm))?\s*:\s*(.*)$/iu;
/** «Đơn vị: điểm», «Đơn vị tính: %» give the unit of measurement. */
const MEASURE = /^(điểm|%|phần trăm|(nghìn |triệu |tỷ )?đồng)\.?$/iu;
const NAMED_BODY = patternOf(
  [
    String.raw`^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|sở|ban|phòng|xã|phường|thị trấn|đặc khu|huyện|thành phố`,
    String.raw`|trường|bệnh viện|trung tâm|chi cục|trạm y tế)\s+\S`,
  ],
  'iu',
);

/** «… CỦA UBND XÃ AN BÌNH NĂM 2025», «CHỈ SỐ CCHC HUYỆN VÂN CANH»: a territory at the end of a title. */
const IN_TITLE = patternOf(
  [
    String.raw`(?:^|\s)((?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?(?:xã|phường|thị trấn|đặc khu|huyện`,
    String.raw`|thị xã|trường (?:mầm non|tiểu học|thcs|thpt)|trạm y tế)\s+\S.{0,40}?)`,
    String.raw`(?:\s*[,(].*|\s+(?:năm\s+\d{4}|(?:19|20)\d\d).*|\s+theo\s.*`,
    // «UBND XÃ AN BÌNH - KẾT QUẢ CHẤM ĐIỂM»: the title goes on behind the name.
    String.raw`|\s*[-–—:]?\s(?:kết quả|tổng hợp|phiếu|(?:bảng|biểu) (?:tự |chấm|điểm|tổng)|chấm điểm).*)?$`,
  ],
  'iu',
);
/** «KẾT QUẢ THẨM ĐỊNH - SỞ Y TẾ NĂM 2025»: the text after a dash is the subject of the title. */
const BEHIND_DASH = patternOf(
  [
    String.raw`\s?[-–—:]\s+(?:đơn vị:?\s+)?((?:sở|ban|phòng|chi cục|cục|vụ|thanh tra`,
    String.raw`|trung tâm|văn phòng|bệnh viện|trường|tỉnh)\s+`,
    String.raw`\S.{0,60}?)(?:\s*[,(].*|\s+(?:năm\s+)?\d{4}.*)?$`,
  ],
  'iu',
);
/**
 * «… CỦA TỈNH BÌNH AN», «CỦA SỞ Y TẾ»: used if nothing nearer names the unit and the title does not name an appraisal.
 */
const OF_BODY = patternOf(
  [
    String.raw`(?:^|\s)(?:của|cchc|cải cách hành chính|đánh giá|điểm|đối với|kết quả)\s`,
    String.raw`((?:ubnd\s+)?tỉnh\s+(?!năm\s)\S.{0,40}?`,
    String.raw`|(?:sở|ban|phòng(?!\s+chống)|chi cục|thanh tra|văn phòng|trung tâm|trường|bệnh viện)\s+`,
    String.raw`(?!,)\S.{0,60}?)`,
    String.raw`(?:\s*[,(].*|\s+(?:năm\s+)?\d{4}.*)?$`,
  ],
  'iu',
);
/** «PHIẾU KIỂM TRA SỞ NỘI VỤ», «KIỂM TRA CCHC TẠI SỞ TƯ PHÁP»: who is inspected stands right behind the verb. */
const INSPECTED = patternOf(
  [
    String.raw`(?:^|\s)(?:kiểm tra|phúc tra|chấm|chấm điểm|thẩm định|tại)\s`,
    String.raw`((?:sở|ban|phòng(?!\s+chống)|chi cục|thanh tra|văn phòng|trung tâm|trường|bệnh viện)\s+`,
    String.raw`(?!,)\S.{0,60}?)(?:\s*[,(].*|\s+(?:năm\s+)?\d{4}.*)?$`,
  ],
  'iu',
);
const TITLE_WORD = /chỉ số|cải cách|cchc|chấm điểm|điểm|phiếu/iu;
const SELF = /tự (chấm|đánh giá)/iu;
/** «UBND xã An Bình - năm 2025», «Xã An Bình (2025)»: the year is not part of the name. */
const YEAR_AT_END = /[\s,;:–(-]+(?:năm(?: đánh giá)?\s*:?\s*)?(?:19|20)\d\d\)?\.?$/iu;
const YEAR = /[\s_(-]*(?:năm\s*)?(?<!\d)(?:19|20)\d\d(?!\d)\)?/iu;
const STATE_LINE = /cộng hòa xã hội|cộng hoà xã hội|độc lập/iu;
/** A body above the communes that wrote the sheet; it is not the unit. */
const ABOVE = /(tỉnh|trung ương)\b|^(?:sở|ban|phòng|hội đồng|trung tâm|chi cục)/iu;

/**
 * «Điểm đăng ký của xã», «Kết quả thành phố đánh giá» are headings of points, «Kỳ này» of a time, not names; «Cột 5»
 * numbers a column.
 */
const NAMES = patternOf(
  [
    String.raw`^\s*(?!(?:(?:số )?[đ\u00f0]iểm|kết quả)\s|cột \d|\S{1,2}\s*$`,
    String.raw`|(?:kỳ|đợt|lần|năm) (?:này|nay|trước|sau|đầu|cuối|báo cáo|đánh giá)|quý [iv\d]|cả (?:năm|kỳ)`,
    String.raw`|\d+ tháng|hiện (?:tại|nay)|tháng \d)\S`,
  ],
  'iu',
);

/**
 * The name in the header, unless a label above states the unit and the name is no commune's; else that label, a
 * territory in the title, the sheet's name without its year, or the letterhead.
 */
export function nameOfOnlyUnit(grid: Grid, top: number, inHeader: string): string {
  const { above, labelled } = textsAbove(grid, top);
  // «Sở Nội vụ phúc tra» below a label of the unit is who scored it.
  if (NAMES.test(inHeader) && (labelled === null || (callsTerritory(inHeader) && namesBody(inHeader))))
    return squeeze(inHeader);
  if (labelled !== null) return labelled.replace(YEAR_AT_END, '');
  const titled = titledIn(above, IN_TITLE, STATE_LINE);
  if (titled !== undefined) return titled;
  const tab = squeeze(grid.sheet.normalize('NFC').replace(new RegExp(YEAR, 'giu'), ' '));
  // «1. Xã An Bình» over the table of that commune.
  const isBody = (text: string): boolean => NAMED_BODY.test(text) || (/^\d+[.)]/.test(text) && namesBody(text));
  const bodies = above.filter((text) => isBody(text) && text.length <= 80);
  if (tab !== '' && !isGenericName(tab)) return inFull(tab, bodies);
  const unitBody = bodies.findLast((text) => !ABOVE.test(text));
  // A body that scores another is not the unit; a body that scores itself is.
  const writer = above.some((text) => SELF.test(text)) ? bodies.at(-1) : undefined;
  const ofBody = titledIn(above, BEHIND_DASH, OF_SCORER) ?? titledIn(above, OF_BODY, OF_JUDGE);
  const inspected = titledIn(above, INSPECTED, OF_SCORER);
  const isWriter = bodies.some((text) => plainKey(text) === plainKey(inspected ?? ''));
  const seen = isWriter ? undefined : inspected;
  // A tab with a year names the year, not the unit.
  return unitBody?.replace(/^\d+[.)]\s*/, '') ?? writer ?? ofBody ?? seen ?? (YEAR.test(grid.sheet) ? '' : grid.sheet);
}

/** The texts of the rows above `top`, and the last unit that a label there names. */
function textsAbove(grid: Grid, top: number): { readonly above: readonly string[]; readonly labelled: string | null } {
  const above: string[] = [];
  let labelled: string | null = null;
  for (let row = 0; row < top; row++) {
    for (let column = 0; column < grid.columnCount; column++) {
      const text = squeeze(textAt(grid, row, column).normalize('NFC'));
      if (text === '') continue;
      const label = LABEL.exec(text);
      const name = label && (label[1] !== '' ? (label[1] ?? '') : nextText(grid, row, column));
      if (name && !MEASURE.test(name)) labelled = name;
      above.push(text);
    }
  }
  return { above, labelled };
}

/** «Đơn vị chấm: Sở Nội vụ» */
const OF_SCORER = /(đơn vị|cơ quan|người|nơi) (chấm|thẩm định|kiểm tra|ban hành|lập)/iu;
const OF_JUDGE = /thẩm định|bộ (tiêu chí|chỉ số)|^(bcđ|ban|hội đồng|tổ|sở|phòng|văn phòng)\s/iu;

/** The text at `place` in the first title that has it, or undefined. */
const titledIn = (above: readonly string[], place: RegExp, unless?: RegExp): string | undefined =>
  above
    .filter((text) => (TITLE_WORD.test(text) || TITLE.test(plainKey(text))) && !unless?.test(text))
    .flatMap((text) => place.exec(text)?.[1] ?? [])[0];

/** «Sơn Hòa» below «UBND HUYỆN SƠN HÒA» is its short form. */
function inFull(tab: string, bodies: readonly string[]): string {
  const [body, another] = bodies.filter((text) => plainKey(text).endsWith(` ${plainKey(tab)}`));
  return another === undefined ? (body ?? tab) : tab;
}

function nextText(grid: Grid, row: number, column: number): string {
  for (let right = column + 1; right < grid.columnCount; right++) {
    const text = squeeze(textAt(grid, row, right));
    if (text !== '') return text;
  }
  return '';
}
