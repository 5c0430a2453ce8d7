/** Every scored item that lost points, unit by unit, with its cause: what the officer typed in «Điểm bị trừ», else the column, the cell's note, the causes sheet. */
import { cellKey, keyOf, type Address } from '../values/address';
import type { Tallies, UnitTotals } from '../model/assessment';
import { subtract, type Decimal } from '../values/decimal';
import type { Cause, CauseLine, Deduction, DeductionLine } from '../model/deduction';
import { textAt } from '../model/grid';
import { matchCauses } from '../matching/match-causes';
import { mergedCells } from '../model/merged-cells';
import { causeInNote } from '../model/note';
import {
  addressOf,
  columnsOf,
  isScoredItem,
  type Item,
  type Score,
  type ScoreRole,
  type ScoreSheet,
  type UnitScores,
} from '../model/score-sheet';
import { pairLines } from '../matching/pair-lines';

type Found = Cause & { readonly causeFrom: Deduction['causeFrom'] };

const NONE: Tallies = { points: new Float64Array(0), max: new Float64Array(0) };
const NO_CAUSE: Cause = { cause: null, responsibleBody: null, responsiblePerson: null, explanation: null };
const CAUSE_ROLES = [
  'cause',
  'responsibleBody',
  'responsiblePerson',
  'explanation',
] as const satisfies readonly ScoreRole[];

export function listDeductions(
  sheet: ScoreSheet,
  totals: readonly UnitTotals[],
  causes: readonly CauseLine[],
  deductionLines: readonly DeductionLine[] = [],
): Deduction[] {
  const scored = sheet.itemised ? sheet.items.filter(isScoredItem) : [];
  const causeOf = causeFinder(sheet, causes);
  const deductions: Deduction[] = [];
  for (const unit of sheet.units) {
    const { points, max } = totals[unit.index]?.awarded ?? NONE;
    for (const item of scored) {
      const maxPoints = max[item.index] ?? Number.NaN;
      // False as well where one of the two is unknown.
      if (!((points[item.index] ?? Number.NaN) < maxPoints)) continue;
      const awardedPoints = points[item.index] as Decimal;
      const at = addressOf(sheet, unit, item, unit.awardedRole) ?? { row: item.row, column: item.column };
      const { cause, responsibleBody, responsiblePerson, explanation, causeFrom } = causeOf(unit, item, at);
      deductions.push({
        unit: unit.index,
        item: item.index,
        maxPoints: maxPoints as Decimal,
        selfPoints: pointsOf(unit.self?.[item.index]),
        awardedPoints,
        lostPoints: subtract(maxPoints as Decimal, awardedPoints),
        cause,
        responsibleBody,
        responsiblePerson,
        explanation,
        remedy: null,
        remedyDue: null,
        remedyStatus: null,
        at,
        causeFrom,
        line: null,
      });
    }
  }
  return deductionLines.length === 0 ? deductions : withTyped(sheet, deductions, deductionLines);
}

/** A word of the officer's in «Điểm bị trừ» comes before the same word from elsewhere; one that only repeats it says nothing of its own. */
function withTyped(sheet: ScoreSheet, deductions: readonly Deduction[], lines: readonly DeductionLine[]): Deduction[] {
  const pairs = pairLines(sheet, deductions, lines);
  return deductions.map((deduction, at) => {
    const line = pairs[at];
    if (!line) return deduction;
    const { cause, responsibleBody, responsiblePerson, explanation, remedy, remedyDue, remedyStatus } = line;
    const isOwn = cause !== null && cause !== deduction.cause;
    return {
      ...deduction,
      cause: cause ?? deduction.cause,
      responsibleBody: responsibleBody ?? deduction.responsibleBody,
      responsiblePerson: responsiblePerson ?? deduction.responsiblePerson,
      explanation: explanation ?? deduction.explanation,
      remedy,
      remedyDue,
      remedyStatus,
      causeFrom:
        isOwn || (deduction.causeFrom === null && (responsibleBody ?? responsiblePerson ?? explanation) !== null)
          ? 'deductions'
          : deduction.causeFrom,
      line,
    };
  });
}

const pointsOf = (score: Score | undefined): Decimal | null => (score?.kind === 'points' ? score.points : null);

/** The officer's words, trimmed, from the first place that has them; what that place leaves out is taken from the next. */
function causeFinder(
  sheet: ScoreSheet,
  causes: readonly CauseLine[],
): (unit: UnitScores, item: Item, at: Address) => Found {
  const fromColumn = columnFinder(sheet);
  const fromSheet = lineFinder(sheet, causes);
  const { notes } = sheet.grid;
  return (unit, item, at) => {
    const column = fromColumn?.(unit, item) ?? null;
    const note = notes.size > 0 ? causeInNote(notes.get(keyOf(at))) : null;
    const line = fromSheet?.(unit.index, item.index) ?? null;
    if (!column && note === null && !line) return NOTHING_FOUND;
    const inNote = note !== null && (column?.cause ?? null) === null ? note : null;
    return {
      cause: column?.cause ?? inNote ?? line?.cause ?? null,
      responsibleBody: column?.responsibleBody ?? line?.responsibleBody ?? null,
      responsiblePerson: column?.responsiblePerson ?? line?.responsiblePerson ?? null,
      explanation: column?.explanation ?? line?.explanation ?? null,
      causeFrom: sourceOf(column, inNote, line),
    };
  };
}

/** Where the cause itself stands; without one, where the rest was found. */
function sourceOf(column: Cause | null, note: string | null, line: Cause | null): Deduction['causeFrom'] {
  if ((column?.cause ?? null) !== null) return 'column';
  if (note !== null) return 'note';
  if ((line?.cause ?? null) !== null) return 'sheet';
  return column ? 'column' : line ? 'sheet' : null;
}

const NOTHING_FOUND: Found = { ...NO_CAUSE, causeFrom: null };

function columnFinder(sheet: ScoreSheet): ((unit: UnitScores, item: Item) => Cause | null) | null {
  const columns = columnsOf(sheet, CAUSE_ROLES);
  if (columns.size === 0) return null;
  const anchors = mergedCells(sheet, columns);
  const text = (unit: UnitScores, item: Item, role: ScoreRole): string | null => {
    const at = addressOf(sheet, unit, item, role);
    if (!at) return null;
    const anchor = anchors.size > 0 ? (anchors.get(cellKey(at.row, at.column)) ?? at) : at;
    return words(textAt(sheet.grid, anchor.row, anchor.column));
  };
  return (unit, item) => {
    const [cause = null, responsibleBody = null, responsiblePerson = null, explanation = null] = CAUSE_ROLES.map(
      (role) => text(unit, item, role),
    );
    return (cause ?? responsibleBody ?? responsiblePerson ?? explanation)
      ? { cause, responsibleBody, responsiblePerson, explanation }
      : null;
  };
}

function lineFinder(
  sheet: ScoreSheet,
  causes: readonly CauseLine[],
): ((unit: number, item: number) => Cause | null) | null {
  if (causes.length === 0) return null;
  const lines = new Map<number, Cause>();
  for (const [unit, matches] of matchCauses(sheet, causes)) {
    for (const { item, line } of matches) {
      const key = item === null ? -1 : unit * sheet.items.length + item;
      if (key >= 0 && !lines.has(key)) lines.set(key, trimmed(line));
    }
  }
  return (unit, item) => lines.get(unit * sheet.items.length + item) ?? null;
}

const trimmed = (line: CauseLine): Cause => ({
  cause: words(line.cause),
  responsibleBody: words(line.responsibleBody),
  responsiblePerson: words(line.responsiblePerson),
  explanation: words(line.explanation),
});

const words = (text: string | null): string | null => {
  const own = text?.trim() ?? '';
  return own === '' ? null : own;
};
