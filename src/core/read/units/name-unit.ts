/**
 * Name of the unit that a one-unit sheet is about: said in the header, beside «Đơn vị:», by the sheet's name or in the
 * letterhead.
 */
import { squeeze } from '../../values/fold-text';
import { isGenericName } from '../../matching/generic-name';
import { textAt, type Grid } from '../../model/grid';
import type { HeaderBlock } from '../blocks/header-block';
import { patternOf } from '../../values/pattern';

const LABEL = /^\s*(?:tên )?(?:đơn vị|cơ quan|địa phương)(?: được (?:đánh giá|chấm điểm))?\s*:\s*(.*)$/iu;
/** «Đơn vị: điểm», «Đơn vị tính: %» say what is counted. */
const MEASURE = /^(điểm|%|phần trăm|(nghìn |triệu |tỷ )?đồng)\.?$/iu;
const BODY = /^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|sở|ban|phòng|xã|phường|thị trấn|đặc khu|huyện|thành phố)\s+\S/iu;

/** «… CỦA UBND XÃ AN BÌNH NĂM 2025», «CHỈ SỐ CCHC HUYỆN VÂN CANH»: a territory at the end of a title. */
const IN_TITLE = patternOf(
  [
    String.raw`(?:^|\s)((?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?(?:xã|phường|thị trấn|đặc khu|huyện`,
    String.raw`|thị xã)\s+\S.{0,40}?)(?:\s*[,(].*|\s+năm\s+\d{4}.*|\s+theo\s.*)?$`,
  ],
  'iu',
);
const TITLE = /chỉ số|cải cách|cchc|chấm điểm|điểm/iu;
const SELF = /tự (chấm|đánh giá)/iu;
const YEAR = /[\s_(-]*(?:năm\s*)?(?<!\d)(?:19|20)\d\d(?!\d)\)?/iu;
const STATE = /cộng hòa xã hội|cộng hoà xã hội|độc lập/iu;
/** A body above the communes wrote the sheet; it is not the unit. */
const ABOVE = /(tỉnh|trung ương)\b|^(?:sở|ban|phòng|hội đồng)/iu;

/**
 * The label nearest above the header; else a territory in the title, the sheet's name without its year, or the
 * letterhead.
 */
export function nameOfOnlyUnit(grid: Grid, header: HeaderBlock, inHeader: string): string {
  if (inHeader.trim() !== '') return squeeze(inHeader);
  const above: string[] = [];
  let labelled: string | null = null;
  for (let row = 0; row < header.top; row++) {
    for (let column = 0; column < grid.columnCount; column++) {
      const text = squeeze(textAt(grid, row, column).normalize('NFC'));
      if (text === '') continue;
      const label = LABEL.exec(text);
      const name = label && (label[1] !== '' ? (label[1] ?? '') : nextText(grid, row, column));
      if (name && !MEASURE.test(name)) labelled = name;
      above.push(text);
    }
  }
  if (labelled !== null) return labelled;
  const titled = above.flatMap((text) =>
    TITLE.test(text) && !STATE.test(text) ? (IN_TITLE.exec(text)?.[1] ?? []) : [],
  );
  if (titled[0] !== undefined) return titled[0];
  const tab = squeeze(grid.sheet.normalize('NFC').replace(new RegExp(YEAR, 'giu'), ' '));
  if (tab !== '' && !isGenericName(tab)) return tab;
  const bodies = above.filter((text) => BODY.test(text) && text.length <= 80);
  const own = bodies.findLast((text) => !ABOVE.test(text));
  // Who scores another is not scored; who scores itself is.
  const writer = above.some((text) => SELF.test(text)) ? bodies.at(-1) : undefined;
  // A tab that holds a year says when, and not whom.
  return own ?? writer ?? (YEAR.test(grid.sheet) ? '' : grid.sheet);
}

function nextText(grid: Grid, row: number, column: number): string {
  for (let right = column + 1; right < grid.columnCount; right++) {
    const text = squeeze(textAt(grid, row, right));
    if (text !== '') return text;
  }
  return '';
}
