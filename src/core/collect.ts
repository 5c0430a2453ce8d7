/**
 * Collects a folder of files into one table: takes each file's assessment, settles the values and plans the edits. A
 * second plan on the resulting workbook has no edits.
 */
import { planCauses } from './causes/plan-causes';
import { collector, type Collector, type Source } from './collect/collector';
import { planRecords, readSourceRecord } from './collect/draw-records';
import { isToBeWritten } from './collect/settle';
import { leftOutOf, permitted, type Plan } from './fill/left-out';
import type { BookAssessment } from './model/assessment';
import type { Collection, SentCell, SentRole } from './model/collection';
import type { Edit, SheetEdits } from './model/workbook/edit';
import type { Book, Grid } from './model/workbook/grid';
import type { CauseEntry } from './model/beside/prose';
import { unitLabel } from './model/score-sheet';
import { readDeductionLines, unreadDeductionLines } from './read/beside/read-side-sheets';
import { groupedBy } from './values/grouped-by';

export type { Collector, Source } from './collect/collector';
export { isToBeWritten } from './collect/settle';

export const startCollecting = (book: Book, into: BookAssessment): Collector => collector(into, readSourceRecord(book));

/** A file with score tables provides their values; a file without any may be a unit's list of losses that came back. */
export const sourceOf = (file: string, book: Book, assessed: BookAssessment): Source => ({
  file,
  book: assessed,
  losses: assessed.sheets.length > 0 ? [] : inVisibleSheets(book, readDeductionLines),
  unreadLines: assessed.sheets.length > 0 ? [] : inVisibleSheets(book, unreadDeductionLines),
  hidden: new Set(book.sheets.flatMap(({ name, visibility }) => (visibility === 'visible' ? [] : [name]))),
});

const inVisibleSheets = <T>({ sheets }: Book, linesIn: (grid: Grid) => readonly T[]): T[] =>
  sheets.filter(({ visibility }) => visibility === 'visible').flatMap((sheet) => linesIn(sheet.grid()));

/**
 * Writes sent values into blank cells and newer values into cells of an earlier collection. A value that the officer
 * typed is overwritten only by the officer's choice.
 */
export function planCollection(book: Book, into: BookAssessment, collection: Collection): Plan {
  // A record of nothing would be all that the copy adds.
  if (collection.cells.length === 0) return { edits: [], leftOut: [] };
  const taken = collection.cells.filter(isToBeWritten);
  const tables = groupedBy(taken, ({ sheet, at }) => (at === null ? null : sheet)).map(tableEdits);
  const wanted = [...tables, ...wordsWithoutColumn(book, into, taken), ...planRecords(book, collection)];
  return { edits: permitted(book, wanted), leftOut: leftOutOf(book, wanted) };
}

function tableEdits(cells: readonly SentCell[]): SheetEdits {
  const edits = cells.flatMap(({ at, offers: [offer] }): Edit[] =>
    at && offer ? [{ kind: 'cell', at, content: offer.content, format: null }] : [],
  );
  return { sheet: cells[0]?.sheet ?? '', isNew: false, edits };
}

/** Writes words about a loss to the place where the next run reads them. */
function wordsWithoutColumn(book: Book, { sheets }: BookAssessment, cells: readonly SentCell[]): SheetEdits[] {
  return sheets.flatMap((assessment) => {
    const { sheet, units, items } = assessment.scoreSheet;
    const entries = groupedBy(cells, (cell) =>
      cell.at === null && cell.sheet === sheet ? [cell.unit, cell.code, cell.name].join('\n') : null,
    ).flatMap((words): CauseEntry[] => {
      const [first] = words;
      const unit = units.find((each) => unitLabel(assessment.scoreSheet, each) === first?.unit);
      const item = items.find(({ code, name }) => code === first?.code && name === first.name);
      const statedIn = (role: SentRole): string | null => {
        const content = words.find((each) => each.role === role)?.offers[0]?.content;
        return content?.kind === 'text' ? content.text : null;
      };
      if (!unit || !item) return [];
      return [
        {
          unit: unit.position,
          item: item.position,
          cause: statedIn('cause'),
          responsibleBody: statedIn('responsibleBody'),
          responsiblePerson: statedIn('responsiblePerson'),
          explanation: statedIn('explanation'),
          remedy: statedIn('remedy'),
          remedyDue: statedIn('remedyDue'),
          remedyStatus: statedIn('remedyStatus'),
        },
      ];
    });
    return entries.length === 0 ? [] : planCauses(book, assessment, entries);
  });
}
