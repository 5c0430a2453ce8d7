/**
 * The straight line from a folder of files to the one table: each file's assessment is taken, the rest is settled, and
 * what is to be written is planned. Planned again on a workbook that holds it, nothing is left to do.
 */
import { collector, type Collector } from './collect/collector';
import { planRecords, readSourceRecord } from './collect/draw-records';
import { leftOutOf, permitted, type Plan } from './fill/left-out';
import type { BookAssessment } from './model/assessment';
import type { Collection } from './model/collection';
import type { Edit, SheetEdits } from './model/edit';
import type { Book } from './model/grid';

export type { Collector } from './collect/collector';

/** `renamed`: what a unit is called in the files → what the table calls it. */
export const startCollecting = (
  book: Book,
  into: BookAssessment,
  renamed: ReadonlyMap<string, string> = new Map(),
): Collector => collector(into, readSourceRecord(book), renamed);

/** Blank cells take what was sent, cells of an earlier collection what was sent since; nothing typed is touched. */
export function planCollection(book: Book, collection: Collection): Plan {
  const bySheet = new Map<string, Edit[]>();
  for (const { sheet, at, state, offers } of collection.cells) {
    const [offer] = offers;
    if (!offer || (state !== 'written' && state !== 'updated')) continue;
    const edit: Edit = { kind: 'cell', at, content: offer.content, format: null };
    const edits = bySheet.get(sheet);
    if (edits) edits.push(edit);
    else bySheet.set(sheet, [edit]);
  }
  const tables = [...bySheet].map(([sheet, edits]): SheetEdits => ({ sheet, isNew: false, edits }));
  const wanted = [...tables, ...planRecords(book, collection)];
  return { edits: permitted(book, wanted), leftOut: leftOutOf(book, wanted) };
}
