/** Rows of the sheet «Điểm bị trừ»: a unit, its areas with their sums, a line for every loss; all units together last. */
import { toA1, type CellKey } from '../../values/address';
import { ZERO, sum, type Decimal } from '../../values/decimal';
import type { Content } from '../../model/content';
import { quote } from '../../values/formula-text';
import { nameWithin, titleAbove } from '../../model/item-title';
import { linkTo } from '../../model/own-sheet';
import { labelOf } from '../../model/score-sheet';
import type { CellLook, DrawnCell } from '../../model/sheet-drawing';
import {
  ALL_SUM,
  AREA_SUM,
  PENALTY_LINE,
  DEDUCTION_COLUMNS,
  UNIT_SUM,
  type DeductionColumn,
} from '../../model/deduction-sheet';
import {
  NOTHING_LOST,
  type GroupedDeductions,
  type AreaDeductions,
  type ItemDeduction,
  type UnitDeductions,
} from './group-deductions';
import type { BodyRow, Frame } from '../draw-frame';
import { ownText } from '../draw-letterhead';
import { cellOf, textContent } from '../draw-look';
import { weightOf } from '../../documents/loss-weight';
import type { DeductionsBefore } from './deductions-before';
import { AT, ROW_LOOKS, isCauseColumn, isRemedyColumn } from './columns';
import {
  asOwn,
  figuresOf,
  grandContent,
  lossContent,
  ownNumber,
  sumContent,
  type DrawnFigure,
  type Figures,
} from './figures';
import { deductionSources, type CauseColumn, type DeductionSources } from './sources';
import type { RemedyColumn, WordWidths } from './widths';
import { capitalised } from '../../documents/wording';

export interface DeductionOptions {
  /** Numbers and words are shown from the cells of this workbook; false for a file of its own. */
  readonly live: boolean;
  /** Losses and sums are formulas. */
  readonly sums: boolean;
  /** Links into this workbook. */
  readonly links: boolean;
}

export interface DeductionBody {
  readonly rows: readonly BodyRow[];
  /** Rows of units, areas and losses: what the filter goes over. */
  readonly lines: number;
  readonly notes: ReadonlyMap<CellKey, string>;
  /** First row of each unit's block. */
  readonly unitRows: readonly number[];
}

type Contents = Partial<Record<DeductionColumn, Content | DrawnCell | null>>;
type Looks = Readonly<Record<DeductionColumn, CellLook>>;

const isCell = (own: Content | DrawnCell): own is DrawnCell => 'look' in own;

/** `own` where nothing of the officer's stands; their own columns keep even the look of a blank cell. */
export function rowOf(
  frame: Frame,
  was: number | null,
  to: number,
  level: number,
  looks: Looks,
  own: Contents,
): BodyRow {
  const cells = DEDUCTION_COLUMNS.map((role) => {
    const theirs = isCauseColumn(role)
      ? frame.typed(was, AT[role], to)
      : isRemedyColumn(role)
        ? frame.kept(was, AT[role], to)
        : null;
    if (theirs) return theirs;
    const ours = own[role] ?? null;
    return ours && isCell(ours) ? ours : cellOf(ours, looks[role]);
  });
  return { was, height: null, level, cells };
}

interface Work {
  readonly frame: Frame;
  readonly before: DeductionsBefore | null;
  readonly options: DeductionOptions;
  readonly figures: Figures;
  readonly widths: WordWidths;
  readonly rows: BodyRow[];
  /** Losses told so far. */
  count: number;
}

export function deductionBody(
  summary: GroupedDeductions,
  frame: Frame,
  before: DeductionsBefore | null,
  options: DeductionOptions,
  widths: WordWidths,
): DeductionBody {
  const figures = figuresOf(frame, before, options.live);
  const work: Work = { frame, before, options, figures, widths, rows: [], count: 0 };
  const sources = new Map<unknown, DeductionSources>();
  const sums: Decimal[] = [];
  const unitRows = summary.units.map((unit) => {
    const { scoreSheet } = unit.assessment;
    const known = sources.get(scoreSheet) ?? deductionSources(scoreSheet, options.live);
    sources.set(scoreSheet, known);
    const row = nextRow(work);
    sums.push(addUnit(work, unit, known));
    return row;
  });
  const lines = work.rows.length;
  if (summary.units.length > 1) addGrandSum(work, summary, sums);
  return { rows: work.rows, lines, unitRows, notes: figures.notes };
}

const PLACE: BodyRow = { was: null, height: null, level: 0, cells: [] };
const nextRow = ({ frame, rows }: Work): number => frame.headerRow + 1 + rows.length;

/** An area that is scored as a whole has but one loss, which is its own sum. */
const needsSum = ({ item, losses }: AreaDeductions): boolean => item.children.length > 0 || losses.length > 1;

/** The sum as it stands in the sheet. */
function addUnit(
  work: Work,
  { unit, name, areas, lost, penalty, remark, why }: UnitDeductions,
  sources: DeductionSources,
): Decimal {
  const { frame, before, options, figures, rows } = work;
  const row = nextRow(work);
  // The sum stands above the lines that it adds up: its place is kept until they are drawn.
  const at = rows.length;
  rows.push(PLACE);
  const lines: number[] = [];
  const shown: Decimal[] = [];
  for (const area of areas) addArea(work, name, area, sources, unit, lines, shown);
  const was = before?.unitRow(name) ?? null;
  const content =
    areas.length === 0 && remark !== NOTHING_LOST
      ? null
      : sumContent(lines, sum(shown), options.sums && lines.length > 0);
  const total = figures.draw(
    was,
    row,
    { role: 'lost', content, value: content && lost, shown: sum(shown) },
    ROW_LOOKS.unit.lost,
  );
  rows[at] = rowOf(frame, was, row, 0, ROW_LOOKS.unit, {
    unit: textContent(name),
    name: textContent(remark === '' ? UNIT_SUM : `${UNIT_SUM} (${remark})`),
    lost: total.cell,
    // Among plain values nobody could tell it from the officer's own words.
    cause: why !== null && (options.live || !options.links) ? ownText(capitalised(why), options.live) : null,
    link: linkContent(sources.cell(unit.at), toA1(unit.at), options),
  });
  if (penalty > ZERO && areas.length > 0) addPenalty(work, name, penalty);
  return total.shown;
}

/** Outside the set, and so outside the sum of what items lost. */
function addPenalty(work: Work, name: string, penalty: Decimal): void {
  const { frame, before, options, figures } = work;
  const row = nextRow(work);
  const was = before?.penaltyRow(name) ?? null;
  const { cell } = figures.draw(
    was,
    row,
    { role: 'lost', content: ownNumber(penalty, options.live), value: penalty },
    ROW_LOOKS.area.lost,
  );
  work.rows.push(
    rowOf(frame, was, row, 1, ROW_LOOKS.area, { unit: textContent(name), name: textContent(PENALTY_LINE), lost: cell }),
  );
}

function addGrandSum(work: Work, { units }: GroupedDeductions, sums: readonly Decimal[]): void {
  const { frame, before, options, figures, rows } = work;
  const row = nextRow(work);
  const was = before?.allRow ?? null;
  const content = grandContent(frame.headerRow + 1, row - 1, sums, options.sums);
  const { cell } = figures.draw(
    was,
    row,
    { role: 'lost', content, value: sum(units.map(({ lost }) => lost)), shown: sum(sums) },
    ROW_LOOKS.unit.lost,
  );
  rows.push(rowOf(frame, was, row, 0, ROW_LOOKS.unit, { name: textContent(ALL_SUM), lost: cell }));
}

function addArea(
  work: Work,
  name: string,
  area: AreaDeductions,
  sources: DeductionSources,
  unit: UnitDeductions['unit'],
  allLines: number[],
  allShown: Decimal[],
): void {
  const { frame, before, options, figures, rows } = work;
  const label = labelOf(area.item);
  const row = nextRow(work);
  const at = rows.length;
  const hasSum = needsSum(area);
  if (hasSum) rows.push(PLACE);
  const lines = area.losses.map((_, place) => row + (hasSum ? 1 : 0) + place);
  const shown = area.losses.map((loss) => addLine(work, name, label, loss, sources, unit));
  allLines.push(...lines);
  allShown.push(...shown);
  if (!hasSum) return;
  const was = before?.areaRow(area) ?? null;
  const { cell } = figures.draw(
    was,
    row,
    { role: 'lost', content: sumContent(lines, sum(shown), options.sums), value: area.lost, shown: sum(shown) },
    ROW_LOOKS.area.lost,
  );
  rows[at] = rowOf(frame, was, row, 1, ROW_LOOKS.area, {
    unit: textContent(name),
    area: textContent(label),
    name: textContent(AREA_SUM),
    lost: cell,
  });
}

/** The loss as it stands in the sheet. */
function addLine(
  work: Work,
  name: string,
  area: string,
  { item, deduction }: ItemDeduction,
  sources: DeductionSources,
  unit: UnitDeductions['unit'],
): Decimal {
  const { frame, before, options, figures, widths } = work;
  const was = before?.lineRow(deduction) ?? null;
  const row = nextRow(work);
  work.count++;
  const weight = weightOf(deduction.lostPoints, deduction.maxPoints);
  const looks = ROW_LOOKS[weight];
  const isSelf = unit.awardedRole === 'self';
  const score = sources.awarded(deduction.at, deduction.awardedPoints);
  const figure = (role: DeductionColumn, content: Content | null, value: Decimal | null): DrawnFigure =>
    figures.draw(was, row, { role, content: asOwn(content, value, options.live), value }, looks[role]);
  const max = figure('max', sources.max(unit, item, deduction.maxPoints), deduction.maxPoints);
  const self = figure(
    'self',
    isSelf ? score : sources.self(unit, item, deduction.selfPoints),
    isSelf ? deduction.awardedPoints : deduction.selfPoints,
  );
  const awarded = figure('awarded', isSelf ? null : score, isSelf ? null : deduction.awardedPoints);
  const isOfCells = !max.isTyped && !(isSelf ? self : awarded).isTyped;
  const lost = figure(
    'lost',
    lossContent(row, isSelf ? 'self' : 'awarded', deduction.lostPoints, weight, isOfCells, options),
    deduction.lostPoints,
  );
  const words = (role: CauseColumn): DrawnCell | null => {
    const content = sources.words(unit, item, deduction, role);
    return content && cellOf(content, widths.lookFor(role, deduction[role] ?? '', looks[role]));
  };
  const remedy = (role: RemedyColumn): DrawnCell | null => {
    const text = deduction[role] ?? '';
    return text === '' ? null : cellOf(textContent(text), widths.lookFor(role, text, looks[role]));
  };
  work.rows.push(
    rowOf(frame, was, row, 2, looks, {
      number: { kind: 'number', value: String(work.count) },
      unit: textContent(name),
      area: textContent(area),
      code: textContent(item.code) ?? NO_CODE,
      name: textContent(nameWithin(titleAbove(sources.items, item), item.name)),
      max: max.cell,
      self: self.cell,
      awarded: awarded.cell,
      lost: lost.cell,
      cause: words('cause'),
      responsibleBody: words('responsibleBody'),
      responsiblePerson: words('responsiblePerson'),
      explanation: words('explanation'),
      remedy: remedy('remedy'),
      remedyDue: remedy('remedyDue'),
      remedyStatus: remedy('remedyStatus'),
      link: linkContent(sources.cell(deduction.at), toA1(deduction.at), options),
    }),
  );
  return lost.shown;
}

/** Holds back the area's name, which would run on into a blank cell. */
const NO_CODE: Content = { kind: 'formula', formula: '""', cached: { kind: 'text', text: '' }, array: false };

const linkContent = (cell: string, shown: string, { links }: DeductionOptions): Content =>
  links
    ? { kind: 'formula', formula: linkTo(cell, quote(shown)), cached: { kind: 'text', text: shown }, array: false }
    : { kind: 'text', text: shown };
