/**
 * Points taken outside the criteria set, each with the words that stand in its row, its note or on the sheet `Nguyên
 * nhân`.
 */
import { keyOf } from '../values/address';
import { ZERO, type Decimal } from '../values/decimal';
import type { Cause } from '../model/deduction';
import { foldText, plainKey, squeeze } from '../values/fold-text';
import { meantAs, ownerFinder } from '../matching/find-units';
import { mergeAt, textAt } from '../model/grid';
import { causeInNote } from '../model/note';
import { unitAxis, type StatedResult } from '../model/score-sheet';
import type { Subject } from './subjects';

interface Penalty extends Cause {
  readonly title: string;
  readonly points: Decimal;
}

const PLAIN_TITLE = 'Điểm trừ ngoài bộ tiêu chí';
/** «Điểm trừ», «Điểm phạt»: says no more than that it is one. */
const SAYS_NO_MORE = /^(phan )?(tong )?(so )?diem (tru|phat)( ngoai.*| khac)?$/;
const PENALTY = /^(phan )?(tong )?(so )?diem (tru|phat)\b/;

/**
 * In the sheet's order; what was not taken is left out. Where one cap holds for all, they may come to more than what
 * counts.
 */
export function penaltiesOf(subject: Subject): Penalty[] {
  const { unit, result } = subject;
  if (result.totals.penalty === ZERO) return [];
  return unit.penalty.flatMap((cell, _at, all): Penalty[] => {
    if (cell.value === null || cell.value === ZERO) return [];
    const label = labelAt(subject, cell);
    const isPlain = label === '' || SAYS_NO_MORE.test(plainKey(label));
    return [
      {
        title: isPlain ? PLAIN_TITLE : label,
        points: Math.abs(cell.value) as Decimal,
        ...wordsOf(subject, cell, label, all.length === 1),
      },
    ];
  });
}

/** In the row's name, where units are rows in the column's header. */
function labelAt({ assessment: { scoreSheet } }: Subject, { at: { row, column } }: StatedResult): string {
  const { grid, nameColumn, codeColumn, headerRows } = scoreSheet;
  if (unitAxis(scoreSheet) === 'row')
    return squeeze(headerRows.map((each) => textAt(grid, each, column)).findLast((text) => text.trim() !== '') ?? '');
  return squeeze(textAt(grid, row, nameColumn) || (codeColumn === null ? '' : textAt(grid, row, codeColumn)));
}

function wordsOf(
  { assessment: { scoreSheet, causes }, unit }: Subject,
  { at }: StatedResult,
  label: string,
  isOnly: boolean,
): Cause {
  const { grid, units } = scoreSheet;
  const text = (role: keyof Cause): string | null => {
    const column = unit.columns[role];
    if (column === undefined) return null;
    const merge = mergeAt(grid, at.row, column);
    return orNull(textAt(grid, merge?.top ?? at.row, merge?.left ?? column));
  };
  const ownersOf = ownerFinder(units);
  const line = causes.lines.find(
    (each) =>
      meantAs(ownersOf(each.unit), ({ name }) => name).includes(unit) &&
      [each.name, each.code].some(
        (said) => (label !== '' && foldText(said) === foldText(label)) || (isOnly && PENALTY.test(plainKey(said))),
      ),
  );
  return {
    cause: text('cause') ?? causeInNote(grid.notes.get(keyOf(at))) ?? orNull(line?.cause),
    responsibleBody: text('responsibleBody') ?? orNull(line?.responsibleBody),
    responsiblePerson: text('responsiblePerson') ?? orNull(line?.responsiblePerson),
    explanation: text('explanation') ?? orNull(line?.explanation),
  };
}

const orNull = (text: string | null | undefined): string | null => text?.trim() || null;
