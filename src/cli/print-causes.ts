/** How many losses have no cause yet, unit by unit, and where the text is that asks for them. */
import type { OpenLoss } from '../core/causes/causes-text';
import { unitKey } from '../core/matching/unit-keys';
import { unitLabel, type UnitScores } from '../core/model/score-sheet';
import { heading, titled } from './paint';
import { printFault } from './print';
import { table, type Column } from './table';
import type { Screen } from './terminal';
import { clean, wrap } from './text';
import type { Done } from './view';

export interface CausesOutcome extends Done {
  readonly losses: readonly OpenLoss[];
  /** Where the text is; null when nothing is to be filled in. */
  readonly text: string | null;
}

export function printOpenLosses({ path, book, losses, text, fault }: CausesOutcome, screen: Screen): string {
  const width = screen.columns ?? Infinity;
  const parts =
    losses.length === 0 ? [] : [[heading(path, onlySheet(losses), screen), ...unitTable(losses, screen)].join('\n')];
  if (fault !== null) parts.push(printFault(path, fault, screen));
  else if (text === null) parts.push([heading(path, null, screen), nothing(book)].join('\n'));
  const untold = losses.filter(({ line }) => line === null).length;
  if (untold > 0)
    parts.push(
      wrap(
        `${untold} mục có tên hoặc mã mà văn bản không nói rõ được là mục nào; hãy ghi nguyên nhân của chúng ` +
          'ngay trong bảng.',
        width,
        '  ',
      ),
    );
  if (text !== null)
    parts.push(
      [
        `Văn bản để điền: ${clean(text)}`,
        `Điền xong thì ghi vào bảng: cchc tinh "${clean(path)}" --nguyen-nhan "${clean(text)}"`,
      ].join('\n'),
    );
  return `${parts.join('\n\n')}\n\n`;
}

const onlySheet = (losses: readonly OpenLoss[]): string | null => {
  const sheets = new Set(losses.map(({ assessment }) => assessment.scoreSheet.sheet));
  return sheets.size === 1 ? ([...sheets][0] ?? null) : null;
};

/** With the sheet where there are several, unless each is called after its unit. */
function unitTable(losses: readonly OpenLoss[], screen: Screen): string[] {
  const units = new Map<UnitScores, OpenLoss[]>();
  for (const loss of losses) {
    const listed = units.get(loss.unit);
    if (listed) listed.push(loss);
    else units.set(loss.unit, [loss]);
  }
  const rows = [...units].map(([unit, listed]) => {
    const sheet = listed[0]?.assessment.scoreSheet.sheet ?? '';
    return {
      sheet,
      name: unitLabel({ sheet }, unit),
      counts: [String(listed.length), String(listed.filter(({ suggestions }) => suggestions.length > 0).length)],
    };
  });
  const hasSheets = onlySheet(losses) === null && rows.some(({ sheet, name }) => unitKey(sheet) !== unitKey(name));
  const columns: Column[] = [
    ...(hasSheets ? [{ title: 'Trang tính', align: 'left', yields: true } as const] : []),
    { title: 'Đơn vị', align: 'left', yields: true },
    { title: 'Chưa ghi nguyên nhân', align: 'right' },
    { title: 'Có gợi ý', align: 'right' },
  ];
  return titled(
    table(
      columns,
      rows.map(({ sheet, name, counts }) => [...(hasSheets ? [clean(sheet)] : []), clean(name), ...counts]),
      screen.columns,
    ),
    screen,
  );
}

function nothing(book: CausesOutcome['book']): string {
  const itemised = (book?.sheets ?? []).filter(({ scoreSheet }) => scoreSheet.itemised);
  if (itemised.length === 0)
    return 'Không có bảng nào ghi điểm từng tiêu chí, nên không có mục nào để ghi nguyên nhân.';
  return itemised.some(({ deductions }) => deductions.length > 0)
    ? 'Mọi mục mất điểm đều đã ghi nguyên nhân.'
    : 'Không có mục nào mất điểm.';
}
