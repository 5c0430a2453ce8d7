/** How many losses have no cause yet, unit by unit, and where the text is that asks for them. */
import { unitLabel } from '../core/model/score-sheet';
import type { OpenLoss } from '../core/causes/causes-text';
import type { CausesOutcome } from './causes-job';
import { heading, printFault, titled } from './print';
import { table, type Column } from './table';
import type { Screen } from './terminal';
import { clean, wrap } from './text';

const COLUMNS: readonly Column[] = [
  { title: 'Đơn vị', align: 'left', yields: true },
  { title: 'Chưa ghi nguyên nhân', align: 'right' },
  { title: 'Có gợi ý', align: 'right' },
];

export function printOpenLosses({ path, book, losses, text, fault }: CausesOutcome, screen: Screen): string {
  const width = screen.columns ?? Infinity;
  const parts = [...new Set(losses.map(({ assessment }) => assessment))].map((assessment) => {
    const own = losses.filter((each) => each.assessment === assessment);
    return [heading(path, assessment.scoreSheet.sheet, screen), ...titled(table(COLUMNS, rowsOf(own), screen.columns), screen)].join('\n');
  });
  if (fault !== null) parts.push(printFault(path, fault, screen));
  else if (text === null) parts.push([heading(path, null, screen), nothing(book)].join('\n'));
  const untold = losses.filter(({ line }) => line === null).length;
  if (untold > 0) parts.push(wrap(`${untold} mục có tên hoặc mã mà văn bản không nói rõ được là mục nào; hãy ghi nguyên nhân của chúng ngay trong bảng.`, width, '  '));
  if (text !== null) parts.push([`Văn bản để điền: ${clean(text)}`, `Điền xong thì ghi vào bảng: cchc tinh "${clean(path)}" --nguyen-nhan "${clean(text)}"`].join('\n'));
  return `${parts.join('\n\n')}\n\n`;
}

function rowsOf(losses: readonly OpenLoss[]): string[][] {
  const units = new Map<string, OpenLoss[]>();
  for (const loss of losses) {
    const name = unitLabel(loss.assessment.scoreSheet, loss.unit);
    units.set(name, [...(units.get(name) ?? []), loss]);
  }
  return [...units].map(([name, own]) => [clean(name), String(own.length), String(own.filter(({ suggestions }) => suggestions.length > 0).length)]);
}

function nothing(book: CausesOutcome['book']): string {
  const itemised = (book?.sheets ?? []).filter(({ scoreSheet }) => scoreSheet.itemised);
  if (itemised.length === 0) return 'Không có bảng nào ghi điểm từng tiêu chí, nên không có mục nào để ghi nguyên nhân.';
  return itemised.some(({ deductions }) => deductions.length > 0) ? 'Mọi mục mất điểm đều đã ghi nguyên nhân.' : 'Không có mục nào mất điểm.';
}
