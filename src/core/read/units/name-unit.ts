/** Name of the unit that a one-unit sheet is about: said in the header, beside «Đơn vị:», by the sheet's name or in the letterhead. */
import { squeeze } from '../../values/fold-text';
import { isGenericName } from '../../matching/generic-name';
import { textAt, type Grid } from '../../model/grid';
import type { HeaderBlock } from '../blocks/header-block';

const LABEL = /^\s*(?:tên )?(?:đơn vị|cơ quan|địa phương)(?: được (?:đánh giá|chấm điểm))?\s*:\s*(.*)$/iu;
/** «Đơn vị: điểm», «Đơn vị tính: %» say what is counted. */
const MEASURE = /^(điểm|%|phần trăm|(nghìn |triệu |tỷ )?đồng)\.?$/iu;
const BODY = /^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|sở|ban|phòng|xã|phường|thị trấn|đặc khu|huyện|thành phố)\s+\S/iu;

export function nameOfOnlyUnit(grid: Grid, header: HeaderBlock, inHeader: string): string {
  if (inHeader.trim() !== '') return squeeze(inHeader);
  const above: string[] = [];
  for (let row = 0; row < header.top; row++) {
    for (let column = 0; column < grid.columnCount; column++) {
      const text = squeeze(textAt(grid, row, column).normalize('NFC'));
      if (text === '') continue;
      const label = LABEL.exec(text);
      const name = label && (label[1] !== '' ? (label[1] ?? '') : nextText(grid, row, column));
      if (name && !MEASURE.test(name)) return name;
      above.push(text);
    }
  }
  if (!isGenericName(grid.sheet)) return grid.sheet;
  return above.findLast((text) => BODY.test(text) && text.length <= 80) ?? grid.sheet;
}

function nextText(grid: Grid, row: number, column: number): string {
  for (let right = column + 1; right < grid.columnCount; right++) {
    const text = squeeze(textAt(grid, row, right));
    if (text !== '') return text;
  }
  return '';
}
