/**
 * Deductions for «Điểm bị trừ»: filtered, grouped, and limited to what the screen requests; a national sheet has two
 * hundred thousand.
 */
import type { Assessment } from '../../core/model/assessment';
import { sum, toVietnamese, type Decimal } from '../../core/values/decimal';
import type { Deduction } from '../../core/model/deduction';
import { foldText } from '../../core/values/fold-text';
import { areaOf, addressOf, labelOf, type Item, type UnitScores } from '../../core/model/score-sheet';
import { searcher } from './search';
import { canWriteCause } from '../../core/causes/plan-causes';
import { markOfLoss } from '../../core/fill/plan-marks';
import type { MarkKind } from '../../core/model/workbook/grid';
import type { Address } from '../../core/values/address';

export type DeductionOrder = 'unit' | 'area' | 'item' | 'cause';

export interface DeductionQuery {
  readonly sheet: string;
  readonly by: DeductionOrder;
  readonly search: string;
  readonly withoutCause: boolean;
  readonly unit: number | null;
  readonly limit: number;
}

export interface DeductionView {
  readonly unit: number;
  readonly item: number;
  readonly unitName: string;
  readonly itemLabel: string;
  readonly area: string;
  readonly points: string;
  readonly lost: string;
  readonly cause: string | null;
  readonly responsibleBody: string | null;
  readonly responsiblePerson: string | null;
  readonly explanation: string | null;
  /** From the sheet «Điểm bị trừ». */
  readonly remedy: string | null;
  readonly remedyDue: string | null;
  readonly remedyStatus: string | null;
  /** Whether the page may write or change the cause. */
  readonly canWrite: boolean;
  /** False if the sheet has no cause column, so that the cause is written as a note. */
  readonly hasColumn: boolean;
  readonly at: Address;
  /** Kind of mark that colours its cell. */
  readonly mark: MarkKind;
}

export interface DeductionGroup {
  readonly title: string;
  readonly lost: string;
  readonly total: number;
  /** All losses of the group that have no cause and can get one. */
  readonly open: readonly { readonly unit: number; readonly item: number }[];
  readonly rows: readonly DeductionView[];
}

export interface DeductionPage {
  readonly total: number;
  readonly lost: string;
  /** All losses that have no cause and can get one, shown or not, in list order. */
  readonly open: readonly { readonly unit: number; readonly item: number }[];
  readonly groups: readonly DeductionGroup[];
}

interface Line {
  readonly deduction: Deduction;
  readonly unit: UnitScores;
  readonly item: Item;
}

export function listDeductionViews(assessment: Assessment, query: DeductionQuery): DeductionPage {
  const lines = wantedLines(assessment, query);
  const groups = groupLines(assessment, lines, query.by);
  let room = query.limit;
  const shown: DeductionGroup[] = [];
  for (const [title, groupLosses] of groups) {
    if (room <= 0) break;
    shown.push({
      title,
      lost: lostText(groupLosses),
      total: groupLosses.length,
      open: openOf(assessment, groupLosses),
      rows: groupLosses.slice(0, room).map((line) => deductionView(assessment, line)),
    });
    room -= groupLosses.length;
  }
  const ordered = groups.flatMap(([, groupLosses]) => groupLosses);
  return { total: lines.length, lost: lostText(lines), open: openOf(assessment, ordered, MOST_PASTED), groups: shown };
}

/** Maximum number of lines that a pasted column can fill. */
const MOST_PASTED = 2000;

const openOf = (assessment: Assessment, lines: readonly Line[], most = Infinity): DeductionPage['open'] =>
  lines
    .filter((line) => isOpen(assessment, line.deduction))
    .slice(0, most)
    .map(({ deduction: { unit, item } }) => ({ unit: unit.position, item: item.position }));

const isOpen = (assessment: Assessment, deduction: Deduction): boolean =>
  deduction.cause === null && canWriteCause(assessment, deduction);

/** Units whose loss at the item has no cause and can get one. */
export function openAt(assessment: Assessment, item: number): { readonly unit: number; readonly name: string }[] {
  return assessment.deductions
    .filter((each) => each.item.position === item && isOpen(assessment, each))
    .map(({ unit }) => ({ unit: unit.position, name: unit.name }));
}

function wantedLines({ deductions }: Assessment, { search, withoutCause, unit: only }: DeductionQuery): Line[] {
  const matches = searcher(search);
  const lines: Line[] = [];
  for (const deduction of deductions) {
    if ((only !== null && deduction.unit.position !== only) || (withoutCause && deduction.cause !== null)) continue;
    const { unit, item } = deduction;
    const words = [unit.name, labelOf(item), deduction.cause, deduction.responsibleBody];
    if (!matches(words.map((each) => each ?? '').join(' '))) continue;
    lines.push({ deduction, unit, item });
  }
  return lines;
}

/** Units and areas in the order of the sheet; causes by number of losses, largest first. */
function groupLines(
  { scoreSheet }: Assessment,
  lines: readonly Line[],
  by: DeductionOrder,
): (readonly [string, readonly Line[]])[] {
  const groups = new Map<string | number, { readonly title: string; readonly lines: Line[] }>();
  for (const line of lines) {
    const { key, title } = groupOf(line, scoreSheet.items, by);
    const group = groups.get(key);
    if (group) group.lines.push(line);
    else groups.set(key, { title, lines: [line] });
  }
  const all = [...groups].map(([key, group]) => ({ key, ...group }));
  if (by === 'area' || by === 'item') all.sort((a, b) => Number(a.key) - Number(b.key));
  // Losses without a cause come first, because they are still to be done.
  if (by === 'cause')
    all.sort((a, b) => Number(b.key === '') - Number(a.key === '') || b.lines.length - a.lines.length);
  return all.map(({ title, lines: groupLosses }) => [title, groupLosses]);
}

function groupOf(
  { deduction, unit, item }: Line,
  items: readonly Item[],
  by: DeductionOrder,
): { key: string | number; title: string } {
  if (by === 'unit') return { key: unit.position, title: unit.name };
  if (by === 'item') return { key: item.position, title: labelOf(item) };
  if (by === 'cause') return { key: foldText(deduction.cause ?? ''), title: deduction.cause ?? '' };
  return { key: item.area, title: labelOf(areaOf(items, item)) };
}

function deductionView(assessment: Assessment, { deduction, unit, item }: Line): DeductionView {
  const { scoreSheet } = assessment;
  const {
    awardedPoints,
    maxPoints,
    lostPoints,
    cause,
    responsibleBody,
    responsiblePerson,
    explanation,
    remedy,
    remedyDue,
    remedyStatus,
    at,
  } = deduction;
  const column = addressOf(scoreSheet, unit, item, 'cause');
  return {
    unit: unit.position,
    item: item.position,
    unitName: unit.name,
    itemLabel: labelOf(item),
    area: labelOf(areaOf(scoreSheet.items, item)),
    points: `${toVietnamese(awardedPoints)}/${toVietnamese(maxPoints)}`,
    lost: toVietnamese(lostPoints),
    cause,
    responsibleBody,
    responsiblePerson,
    explanation,
    remedy,
    remedyDue,
    remedyStatus,
    canWrite: canWriteCause(assessment, deduction),
    hasColumn: column !== null,
    at,
    mark: markOfLoss(deduction, assessment.settings),
  };
}

const lostText = (lines: readonly Line[]): string => toVietnamese(sum(lostOf(lines)));

function* lostOf(lines: readonly Line[]): Generator<Decimal> {
  for (const { deduction } of lines) yield deduction.lostPoints;
}
