/** «Năm 2020 | Năm 2021 | Tăng/giảm»: what the sheet says of each change, and the percentages that it rests on. */
import type { Decimal } from '../values/decimal';
import { percentOf, roundRatio } from '../values/ratio';
import type { Item, ReadFact, RoleColumns } from '../model/score-sheet';
import { DEFAULT_PLACES } from '../model/settings';
import type { ItemsLayout } from './blocks/layout';
import type { ScoreReader } from './numbers/parse-score';

export function comparedChanges(layout: ItemsLayout, items: readonly Item[], read: ScoreReader): ReadFact[] {
  if (layout.kind !== 'one-unit' || layout.earlier === null || layout.change === null) return [];
  const { earlier, change, block } = layout;
  return items.flatMap((item): ReadFact[] => {
    const stated = read.result(item.row, change);
    const before = percentIn(item, earlier.columns, read);
    const after = percentIn(item, block.columns, read);
    if (stated.value === null || before === null || after === null) return [];
    const beforeAt = earlier.columns.percent === undefined ? null : { row: item.row, column: earlier.columns.percent };
    const fact = { kind: 'stated-change', at: stated.at, unit: 0, item: item.index } as const;
    return [{ ...fact, before, beforeAt, after, change: stated.value }];
  });
}

/** The percentage beside the points, else what "7.5/12" comes to. */
function percentIn(item: Item, columns: RoleColumns, read: ScoreReader): Decimal | null {
  const stated = columns.percent === undefined ? null : read.percent(item.row, columns.percent);
  if (stated) return stated.value;
  const score = columns.appraised === undefined ? null : read.score(item.row, columns.appraised);
  const ratio = score?.kind === 'points' && score.of !== null ? percentOf(score.points, score.of) : null;
  return ratio && roundRatio(ratio, DEFAULT_PLACES);
}
