/** A table as the reader reads it, with the reading's explanation. */
import { assessBook } from '../../src/core/assess';
import type { ScoreSheet } from '../../src/core/model/score-sheet';
import { bookOf, grid } from './grid';

export function tableOf(table: string): ScoreSheet {
  const [first] = assessBook(bookOf(grid(table))).sheets;
  if (!first) throw new Error('the table is not read');
  return first.scoreSheet;
}
