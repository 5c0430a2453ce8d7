/** A command as edits: data that any host can perform. */
import type { BookAssessment } from '../../core/model/assessment';
import { keyOf, type Address } from '../../core/model/address';
import { fromText, toText } from '../../core/model/decimal';
import type { Content, Edit, SheetEdits } from '../../core/model/edit';
import type { Book } from '../../core/model/grid';
import { mergedCells } from '../../core/model/merged-cells';
import { addressOf } from '../../core/model/score-sheet';
import { planClearMarks, planEdits } from '../../core/plan/plan-edits';
import { planSettings } from './plan-settings';
import type { Command } from './views';

export function planCommand(book: Book, assessment: () => BookAssessment, command: Command): readonly SheetEdits[] {
  switch (command.kind) {
    case 'fill':
      return planEdits(book, assessment());
    case 'clear':
      return planClearMarks(book);
    case 'fix':
      return onSheet(command.sheet, command.fixes.map(({ at, value }) => ({ kind: 'cell', at, content: contentOf(value), format: null })));
    case 'cause':
      return onSheet(command.sheet, causeEdits(assessment(), command));
    case 'settings':
      return planSettings(book, command.change);
  }
}

const onSheet = (sheet: string, edits: readonly Edit[]): SheetEdits[] => (edits.length === 0 ? [] : [{ sheet, isNew: false, edits }]);

/** A number where the text is one and would come back as it went in: 1.10 is a code, −3.54 a loss. */
function contentOf(value: string): Content {
  const number = fromText(value);
  return number !== null && toText(number) === value ? { kind: 'number', value } : { kind: 'text', text: value };
}

/** Into the item's cause cell; where the sheet has no such column, as a note of the officer's own on the score. */
function causeEdits({ sheets }: BookAssessment, { sheet: name, unit, item, text }: Command & { readonly kind: 'cause' }): Edit[] {
  const scoreSheet = sheets.find((each) => each.scoreSheet.sheet === name)?.scoreSheet;
  const scores = scoreSheet?.units[unit];
  const scored = scoreSheet?.items[item];
  if (!scoreSheet || !scores || !scored) return [];
  const cell = addressOf(scoreSheet, scores, scored, 'cause');
  if (cell) return [{ kind: 'cell', at: firstOfMerge(cell), content: { kind: 'text', text }, format: null }];
  const score = addressOf(scoreSheet, scores, scored, scores.awardedRole);
  return score ? [{ kind: 'note', at: score, text }] : [];

  function firstOfMerge(at: Address): Address {
    return (scoreSheet && mergedCells(scoreSheet, new Set([at.column])).get(keyOf(at))) ?? at;
  }
}
