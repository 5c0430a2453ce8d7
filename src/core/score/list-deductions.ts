/**
 * Lists every scored item that lost points, unit by unit, with its cause: the one typed in «Điểm bị trừ», else from the
 * column, the cell's note or the causes sheet.
 */
import type { Tallies, UnitTotals } from '../model/assessment';
import type { Address } from '../values/address';
import { subtract, type Decimal } from '../values/decimal';
import type { Cause, CauseLine, Deduction, DeductionLine, Remedy } from '../model/deduction';
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
import { NO_WORDS } from '../model/beside/part-labels';
import type { StatedCause, StatedCauses } from '../model/beside/stated-cause';
import { pairLines } from '../matching/pair-lines';

type Found = Cause & Remedy & Pick<Deduction, 'causeFrom' | 'ofParts'>;

const NOTHING_FOUND: Found = { ...NO_WORDS, causeFrom: null };

export function listDeductions(
  sheet: ScoreSheet,
  totals: readonly UnitTotals[],
  causes: StatedCauses,
  deductionLines: readonly DeductionLine[] = [],
): Deduction[] {
  // In a list of losses, the items below an area list what it lost.
  const scored = sheet.itemised
    ? sheet.items.filter((item) => isScoredItem(item) && itemsBelow(sheet.items, item).length === 0)
    : [];
  const byUnit: Loss[][] = [];
  for (const unit of sheet.units) {
    const awarded = totals[unit.position]?.awarded;
    if (!awarded) continue;
    const of: UnitLosses = { sheet, unit, awarded };
    const losses: Loss[] = [];
    for (const item of scored) {
      // Also false if one of the two is unknown (NaN).
      if (!(awarded.pointsAt(item.position) < awarded.maxAt(item.position))) continue;
      losses.push(new Loss(of, item, causeOf(sheet.items, causes, unit, item), null));
    }
    if (losses.length > 0) byUnit.push(losses);
  }
  // Preallocated: an array that grows by a hundred thousand is copied again and again.
  const deductions = new Array<Loss>(byUnit.reduce((count, losses) => count + losses.length, 0));
  let position = 0;
  for (const losses of byUnit) for (const loss of losses) deductions[position++] = loss;
  return deductionLines.length === 0 ? deductions : withTyped(sheet, deductions, deductionLines);
}

/** Data shared by the losses of one unit. */
interface UnitLosses {
  readonly sheet: ScoreSheet;
  readonly unit: UnitScores;
  readonly awarded: Tallies;
}

/**
 * Points and texts are looked up when needed: a country has 150,000 losses, and sixteen copied fields for each take as
 * long to allocate and collect as everything else takes to compute.
 */
class Loss implements Deduction {
  constructor(
    private readonly of: UnitLosses,
    readonly item: Item,
    readonly words: Found,
    readonly line: DeductionLine | null,
  ) {}

  withLine(line: DeductionLine): Loss {
    return new Loss(this.of, this.item, typedOver(this.words, line), line);
  }

  get unit(): UnitScores {
    return this.of.unit;
  }
  get maxPoints(): Decimal {
    return this.of.awarded.maxAt(this.item.position) as Decimal;
  }
  get awardedPoints(): Decimal {
    return this.of.awarded.pointsAt(this.item.position) as Decimal;
  }
  get lostPoints(): Decimal {
    return subtract(this.maxPoints, this.awardedPoints);
  }
  get selfPoints(): Decimal | null {
    return pointsOf(this.of.unit.self?.[this.item.position]);
  }
  get at(): Address {
    return scoreCellOf(this.of.sheet, this.of.unit, this.item);
  }
  get cause(): string | null {
    return this.words.cause;
  }
  get responsibleBody(): string | null {
    return this.words.responsibleBody;
  }
  get responsiblePerson(): string | null {
    return this.words.responsiblePerson;
  }
  get explanation(): string | null {
    return this.words.explanation;
  }
  get remedy(): string | null {
    return this.words.remedy;
  }
  get remedyDue(): string | null {
    return this.words.remedyDue;
  }
  get remedyStatus(): string | null {
    return this.words.remedyStatus;
  }
  get ofParts(): CauseLine | null {
    return this.words.ofParts ?? null;
  }
  get causeFrom(): Deduction['causeFrom'] {
    return this.words.causeFrom;
  }
}

/**
 * A text that the officer typed in «Điểm bị trừ» takes precedence over the same text from elsewhere; if it only repeats
 * that text, it is not a source of its own.
 */
function withTyped(sheet: ScoreSheet, deductions: readonly Loss[], lines: readonly DeductionLine[]): Loss[] {
  const pairs = pairLines(sheet, deductions, lines);
  return deductions.map((deduction, position) => {
    const line = pairs[position];
    return line ? deduction.withLine(line) : deduction;
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
    ofParts: stated.ofParts ?? null,
  };
}

const pointsOf = (score: Score | undefined): Decimal | null => (score?.kind === 'points' ? score.points : null);

/**
 * The texts beside a criterion apply to its parts that have no cause of their own, and its responsible body or person
 * to every part that names none; an area's texts apply to no part.
 */
function causeOf(items: readonly Item[], causes: StatedCauses, unit: UnitScores, item: Item): Found {
  const itemCause = causeIn(causes.statedFor(unit, item));
  const above = itemOver(items, item);
  if (!above || above.level === 0) return itemCause;
  const shared = causeOf(items, causes, unit, above);
  if (itemCause === NOTHING_FOUND) return shared;
  if (itemCause.cause === null)
    return { ...typedOver(shared, itemCause), causeFrom: shared.causeFrom ?? itemCause.causeFrom };
  const isAnswered = (itemCause.responsibleBody ?? itemCause.responsiblePerson) !== null;
  const { responsibleBody, responsiblePerson } = isAnswered ? itemCause : shared;
  return { ...itemCause, responsibleBody, responsiblePerson };
}

/** Takes each text from the first place that has it. */
function causeIn(stated: StatedCause | null): Found {
  if (!stated) return NOTHING_FOUND;
  const { columns, note, line } = stated;
  const word = (role: keyof (Cause & Remedy)): string | null => columns?.[role] ?? line?.[role] ?? note?.[role] ?? null;
  return {
    cause: columns?.cause ?? note?.cause ?? line?.cause ?? null,
    responsibleBody: word('responsibleBody'),
    responsiblePerson: word('responsiblePerson'),
    explanation: word('explanation'),
    remedy: word('remedy'),
    remedyDue: word('remedyDue'),
    remedyStatus: word('remedyStatus'),
    causeFrom: sourceOf(stated),
    ofParts: line?.byBody ? line : null,
  };
}

/** The place of the cause; without a cause, the place of the other texts. */
function sourceOf({ columns, note, line }: StatedCause): Deduction['causeFrom'] {
  if (columns && columns.cause !== null) return 'column';
  if (note && note.cause !== null) return 'note';
  if (line && line.cause !== null) return 'sheet';
  return columns ? 'column' : line ? 'sheet' : note ? 'note' : null;
}
