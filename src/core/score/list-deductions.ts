/**
 * Every scored item that lost points, unit by unit, with its cause: what the officer typed in «Điểm bị trừ», else the
 * column, the cell's note, the causes sheet.
 */
import type { Tallies, UnitTotals } from '../model/assessment';
import { subtract, type Decimal } from '../values/decimal';
import type { Cause, Deduction, DeductionLine, Remedy } from '../model/deduction';
import {
  isScoredItem,
  itemOver,
  itemsBelow,
  scoreCellOf,
  type Item,
  type Score,
  type ScoreSheet,
  type UnitScores,
} from '../model/score-sheet';
import { NO_WORDS } from '../model/part-labels';
import type { StatedCause, StatedCauses } from '../model/stated-cause';
import { pairLines } from '../matching/pair-lines';

type Found = Cause & Remedy & Pick<Deduction, 'causeFrom'>;

const NONE: Tallies = { points: new Float64Array(0), max: new Float64Array(0) };
const NOTHING_FOUND: Found = { ...NO_WORDS, causeFrom: null };

export function listDeductions(
  sheet: ScoreSheet,
  totals: readonly UnitTotals[],
  causes: StatedCauses,
  deductionLines: readonly DeductionLine[] = [],
): Deduction[] {
  // What an area of a list of losses lost is said by its items.
  const scored = sheet.itemised
    ? sheet.items.filter((item) => isScoredItem(item) && itemsBelow(sheet.items, item).length === 0)
    : [];
  const deductions: Deduction[] = [];
  for (const unit of sheet.units) {
    const { points, max } = totals[unit.index]?.awarded ?? NONE;
    for (const item of scored) {
      const maxPoints = max[item.index] ?? Number.NaN;
      // False as well where one of the two is unknown.
      if (!((points[item.index] ?? Number.NaN) < maxPoints)) continue;
      const awardedPoints = points[item.index] as Decimal;
      const found = causeOf(sheet.items, causes, unit, item);
      // Property by property: spread into the middle, the words take four times as long, 150,000 times for a country.
      deductions.push({
        unit,
        item,
        maxPoints: maxPoints as Decimal,
        selfPoints: pointsOf(unit.self?.[item.index]),
        awardedPoints,
        lostPoints: subtract(maxPoints as Decimal, awardedPoints),
        cause: found.cause,
        responsibleBody: found.responsibleBody,
        responsiblePerson: found.responsiblePerson,
        explanation: found.explanation,
        remedy: found.remedy,
        remedyDue: found.remedyDue,
        remedyStatus: found.remedyStatus,
        causeFrom: found.causeFrom,
        at: scoreCellOf(sheet, unit, item),
        line: null,
      });
    }
  }
  return deductionLines.length === 0 ? deductions : withTyped(sheet, deductions, deductionLines);
}

/**
 * A word of the officer's in «Điểm bị trừ» comes before the same word from elsewhere; one that only repeats it says
 * nothing of its own.
 */
function withTyped(sheet: ScoreSheet, deductions: readonly Deduction[], lines: readonly DeductionLine[]): Deduction[] {
  const pairs = pairLines(sheet, deductions, lines);
  return deductions.map((deduction, position) => {
    const line = pairs[position];
    return line ? { ...deduction, ...typedOver(deduction, line), line } : deduction;
  });
}

function typedOver(stated: Found, typed: Cause & Remedy): Found {
  const { cause, responsibleBody, responsiblePerson, explanation } = typed;
  const isOwn = cause !== null && cause !== stated.cause;
  const saysMore = stated.causeFrom === null && (responsibleBody ?? responsiblePerson ?? explanation) !== null;
  return {
    cause: cause ?? stated.cause,
    responsibleBody: responsibleBody ?? stated.responsibleBody,
    responsiblePerson: responsiblePerson ?? stated.responsiblePerson,
    explanation: explanation ?? stated.explanation,
    remedy: typed.remedy ?? stated.remedy,
    remedyDue: typed.remedyDue ?? stated.remedyDue,
    remedyStatus: typed.remedyStatus ?? stated.remedyStatus,
    causeFrom: isOwn || saysMore ? 'deductions' : stated.causeFrom,
  };
}

const pointsOf = (score: Score | undefined): Decimal | null => (score?.kind === 'points' ? score.points : null);

/**
 * Words beside a criterion speak for those of its parts that have no cause of their own, and who answers for it answers
 * for all of them; an area's words are about no part.
 */
function causeOf(items: readonly Item[], causes: StatedCauses, unit: UnitScores, item: Item): Found {
  const own = causeIn(causes.beside(unit, item));
  const above = itemOver(items, item);
  if (!above || above.level === 0) return own;
  const shared = causeOf(items, causes, unit, above);
  if (own === NOTHING_FOUND) return shared;
  if (own.cause === null) return { ...typedOver(shared, own), causeFrom: shared.causeFrom ?? own.causeFrom };
  const isAnswered = (own.responsibleBody ?? own.responsiblePerson) !== null;
  const { responsibleBody, responsiblePerson } = isAnswered ? own : shared;
  return { ...own, responsibleBody, responsiblePerson };
}

/** The officer's words from the first place that has them; what that place leaves out is taken from the next. */
function causeIn(said: StatedCause | null): Found {
  if (!said) return NOTHING_FOUND;
  const { columns, note, line } = said;
  const word = (role: keyof (Cause & Remedy)): string | null => columns?.[role] ?? line?.[role] ?? note?.[role] ?? null;
  return {
    cause: columns?.cause ?? note?.cause ?? line?.cause ?? null,
    responsibleBody: word('responsibleBody'),
    responsiblePerson: word('responsiblePerson'),
    explanation: word('explanation'),
    remedy: word('remedy'),
    remedyDue: word('remedyDue'),
    remedyStatus: word('remedyStatus'),
    causeFrom: sourceOf(said),
  };
}

/** Where the cause itself stands; without one, where the rest was found. */
function sourceOf({ columns, note, line }: StatedCause): Deduction['causeFrom'] {
  if (columns && columns.cause !== null) return 'column';
  if (note && note.cause !== null) return 'note';
  if (line && line.cause !== null) return 'sheet';
  return columns ? 'column' : line ? 'sheet' : note ? 'note' : null;
}
