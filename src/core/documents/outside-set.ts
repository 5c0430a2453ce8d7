/** Points deducted outside the criteria set, each with the words from its row, its note or the sheet `Nguyên nhân`. */
import { keyOf } from '../values/address';
import { sum, ZERO, type Decimal } from '../values/decimal';
import type { Cause } from '../model/deduction';
import { foldText, plainKey } from '../values/fold-text';
import { matchesOfOneSpelling, ownerFinder } from '../matching/find-units';
import { mergeAt, textAt } from '../model/workbook/grid';
import { causeInNote } from '../model/workbook/note';
import { capIn, outsideLabel } from '../model/beside/outside-caps';
import type { StatedResult } from '../model/score-sheet';
import { shown } from './points';
import type { Subject } from './subjects';
import { insideSentence } from './wording';

interface Penalty extends Cause {
  readonly title: string;
  readonly points: Decimal;
}

const PLAIN_TITLE = 'Điểm trừ ngoài bộ tiêu chí';
/** Labels such as «Điểm trừ» and «Điểm phạt», which name no reason. */
const PLAIN_PENALTY = /^(phan )?(tong )?(so )?diem (tru|phat)( ngoai.*| khac)?$/;
const PENALTY = /^(phan )?(tong )?(so )?diem (tru|phat)\b/;

/**
 * Penalties in the order of the sheet, without those of zero points. If one cap applies to all of them, their sum may
 * exceed the penalty that counts.
 */
export function penaltiesOf(subject: Subject): Penalty[] {
  const { unit, result } = subject;
  if (result.totals.penalty === ZERO) return [];
  return unit.penalty.flatMap((cell, _at, all): Penalty[] => {
    if (cell.value === null || cell.value === ZERO) return [];
    const label = outsideLabel(subject.assessment.scoreSheet, cell);
    const isPlain = label === '' || PLAIN_PENALTY.test(plainKey(label));
    return [
      {
        title: isPlain ? PLAIN_TITLE : label,
        points: Math.abs(cell.value) as Decimal,
        ...wordsOf(subject, cell, label, all.length === 1),
      },
    ];
  });
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
      matchesOfOneSpelling(ownersOf(each.unit), ({ name }) => name).includes(unit) &&
      [each.name, each.code].some(
        (title) => (label !== '' && foldText(title) === foldText(label)) || (isOnly && PENALTY.test(plainKey(title))),
      ),
  );
  return {
    cause: text('cause') ?? causeInNote(grid.notes.get(keyOf(at))) ?? orNull(line?.cause),
    responsibleBody: text('responsibleBody') ?? orNull(line?.responsibleBody),
    responsiblePerson: text('responsiblePerson') ?? orNull(line?.responsiblePerson),
    explanation: text('explanation') ?? orNull(line?.explanation),
  };
}

/**
 * «Có sáng kiến: 2 điểm; được khen thưởng: 1 điểm», printed after the sum of the bonus or penalty; "" if there is only
 * one line and its label adds nothing.
 */
export function outsideInWords({ unit, result, assessment, pointPlaces }: Subject, kind: 'bonus' | 'penalty'): string {
  const lines = unit[kind].flatMap((each) => {
    const value = Math.abs(each.value ?? 0) as Decimal;
    const label = outsideLabel(assessment.scoreSheet, each);
    return value === ZERO
      ? []
      : [
          {
            value,
            label: label
              .replace(IN_BRACKETS, '')
              .replace(MOST_IN_WORDS, '')
              .replace(SIGN_IN_WORDS, '')
              .replace(/[\s:;.]+$/, ''),
            cap: capIn(label),
          },
        ];
  });
  const all = sum(lines.map(({ value }) => value));
  const isPlain =
    lines.length < 2 && lines.every(({ label }) => label === '' || PLAIN_LABELS[kind].test(plainKey(label)));
  const each = isPlain
    ? []
    : lines.map(({ label, value, cap }) => {
        const most = cap === null ? '' : `, tối đa ${shown(cap, pointPlaces)}`;
        return `${insideSentence(label)}: ${shown(value, pointPlaces)}${most}`;
      });
  const capped = all > result.totals[kind] ? [`cộng các mục ${shown(all, pointPlaces)}, tính theo mức tối đa`] : [];
  return [...each, ...capped].join('; ');
}

const IN_BRACKETS = /\([^()]*\)/g;
const MOST_IN_WORDS = /[,;:–-]?\s*(?:tối đa|không quá|không vượt quá|nhiều nhất)\s.*$/iu;
/** «Điểm trừ: để xảy ra khiếu nại» behind the sum of these points. */
const SIGN_IN_WORDS = /^điểm (?:cộng|thưởng|trừ|phạt)(?: thêm)?\s*[:–-]\s*(?=\p{L})/iu;
const PLAIN_LABELS = { bonus: /^(phan )?(tong )?(so )?diem (cong|thuong).*$/, penalty: PLAIN_PENALTY } as const;

const orNull = (text: string | null | undefined): string | null => text?.trim() || null;
