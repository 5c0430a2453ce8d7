/**
 * Rows of the sheet «Điểm bị trừ»: for each unit its sum, its areas with their sums and a line for every loss; the sum
 * of all units is last.
 */
import { toA1 } from '../../values/address';
import { ZERO, sum, type Decimal } from '../../values/decimal';
import type { Content } from '../../model/content';
import { quote } from '../../values/formula-text';
import { nameWithin, titleAbove } from '../../model/item-title';
import { addinText, linkTo } from '../../model/addin-sheet';
import { labelOf } from '../../model/score-sheet';
import type { CellLook, DrawnCell } from '../../model/sheet-drawing';
import {
  CAUSE_COLUMNS,
  REMEDY_COLUMNS,
  ALL_SUM,
  AREA_SUM,
  PENALTY_LINE,
  DEDUCTION_COLUMNS,
  SUM_OF,
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
import { cellOf, textContent } from '../draw-look';
import { weightOf } from '../../model/deduction';
import type { DeductionsBefore } from './deductions-before';
import { AT, ROW_LOOKS, isCauseColumn, isRemedyColumn, type RemedyColumn, type WordWidths } from './columns';
import {
  asAddins,
  grandContent,
  lossContent,
  addinNumber,
  sumContent,
  type DrawnFigure,
  type Figure,
  type Figures,
  deductionSources,
  type CauseColumn,
  type DeductionSources,
} from './figures';
import { capitalised } from '../../documents/wording';

export interface DeductionOptions {
  /** Numbers and words refer to the cells of this workbook; false for a separate file. */
  readonly live: boolean;
  /** Losses and sums are formulas. */
  readonly sums: boolean;
  /** Cells link to places in this workbook. */
  readonly links: boolean;
}

interface DeductionBody {
  readonly rows: readonly BodyRow[];
  /** Number of rows of units, areas and losses, which the filter covers. */
  readonly lines: number;
  /** First row of each unit's block. */
  readonly unitRows: readonly number[];
}

type Contents = Partial<Record<DeductionColumn, Content | DrawnCell | null>>;
type Looks = Readonly<Record<DeductionColumn, CellLook>>;

const isCell = (drawn: Content | DrawnCell): drawn is DrawnCell => 'look' in drawn;

/** The place of a new row (`to`), and the existing row that it continues (`was`). */
interface RowPlace {
  readonly was: number | null;
  readonly to: number;
  readonly level: number;
  readonly looks: Looks;
}

/**
 * Draws `contents` in the cells where the officer has typed nothing. In the officer's own columns, even a blank cell
 * keeps its look.
 */
export function rowOf(frame: Frame, { was, to, level, looks }: RowPlace, contents: Contents): BodyRow {
  const cells = DEDUCTION_COLUMNS.map((role) => {
    const existingCell = isCauseColumn(role)
      ? frame.typed(was, AT[role], to)
      : isRemedyColumn(role)
        ? (frame.typed(was, AT[role], to) ?? (contents[role] ? null : frame.existing(was, AT[role], to)))
        : null;
    if (existingCell) return existingCell;
    const content = contents[role] ?? null;
    return content && isCell(content) ? content : cellOf(content, looks[role]);
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
  /** Losses written so far. */
  count: number;
}

export function deductionBody(
  grouped: GroupedDeductions,
  means: Pick<Work, 'frame' | 'before' | 'options' | 'figures' | 'widths'>,
): DeductionBody {
  const { options } = means;
  const work: Work = { ...means, rows: [], count: 0 };
  const sources = new Map<unknown, DeductionSources>();
  const sums: Decimal[] = [];
  const unitRows = grouped.units.map((unit) => {
    const { scoreSheet } = unit.assessment;
    const known = sources.get(scoreSheet) ?? deductionSources(scoreSheet, options.live);
    sources.set(scoreSheet, known);
    const row = nextRow(work);
    sums.push(addUnit(work, { entry: unit, sources: known }));
    return row;
  });
  const lines = work.rows.length;
  if (grouped.units.length > 1) addGrandSum(work, grouped, sums);
  return { rows: work.rows, lines, unitRows };
}

const KEPT_ROW: BodyRow = { was: null, height: null, level: 0, cells: [] };
const nextRow = ({ frame, rows }: Work): number => frame.headerRow + 1 + rows.length;

/** An area that is scored as a whole has only one loss, which is also its sum. */
const needsSum = ({ item, losses }: AreaDeductions): boolean => item.children.length > 0 || losses.length > 1;

/** Adds the name of the unit or area to the label if the column with that name is hidden. */
const sumLabel = ({ widths }: Work, sum: string, of: string): string =>
  widths.columns[AT.unit]?.hidden === true ? `${sum}${SUM_OF}${of}` : sum;

/** A unit and the cells of its bảng tổng hợp. */
interface Block {
  readonly entry: UnitDeductions;
  readonly sources: DeductionSources;
}

/** Rows of losses, and the loss that each row shows in the sheet. */
interface Lines {
  readonly rows: readonly number[];
  readonly shown: readonly Decimal[];
}

const sumCell = (work: Work, { was, to, looks }: RowPlace, figure: Omit<Figure, 'role'>): DrawnFigure =>
  work.figures.draw(was, to, { role: 'lost', ...figure }, looks.lost);

/** Adds the rows of a unit and returns its sum as shown in the sheet. */
function addUnit(work: Work, block: Block): Decimal {
  const { frame, before, options, rows } = work;
  const { unit, name, areas, lost, penalty, note, why } = block.entry;
  const place = { was: before?.unitRow(name) ?? null, to: nextRow(work), level: 0, looks: ROW_LOOKS.unit };
  // The sum is above the lines that it adds up, so its row is reserved until they are drawn.
  const position = rows.length;
  rows.push(KEPT_ROW);
  const added = areas.map((area) => addArea(work, block, area));
  const lines = added.flatMap((each) => each.rows);
  const shown = sum(added.flatMap((each) => each.shown));
  const sumName = sumLabel(work, UNIT_SUM, name);
  const isUnknown = areas.length === 0 && note !== NOTHING_LOST;
  const content = isUnknown ? null : sumContent(lines, shown, options.sums && lines.length > 0);
  const total = sumCell(work, place, { content, value: content && lost, shown });
  rows[position] = rowOf(frame, place, {
    unit: textContent(name),
    name: textContent(note === '' ? sumName : `${sumName} (${note})`),
    lost: total.cell,
    // Among plain values this text could not be distinguished from the officer's.
    cause: why !== null && (options.live || !options.links) ? addinText(capitalised(why), options.live) : null,
    link: linkContent(block.sources.cell(unit.at), toA1(unit.at), options),
  });
  if (penalty > ZERO && areas.length > 0) addPenalty(work, name, penalty);
  return total.shown;
}

/** A penalty is outside the set, and therefore outside the sum of the items' losses. */
function addPenalty(work: Work, name: string, penalty: Decimal): void {
  const { frame, before, options, rows } = work;
  const place = { was: before?.penaltyRow(name) ?? null, to: nextRow(work), level: 1, looks: ROW_LOOKS.area };
  const { cell } = sumCell(work, place, { content: addinNumber(penalty, options.live), value: penalty });
  rows.push(rowOf(frame, place, { unit: textContent(name), name: textContent(PENALTY_LINE), lost: cell }));
}

function addGrandSum(work: Work, { units }: GroupedDeductions, sums: readonly Decimal[]): void {
  const { frame, before, options, rows } = work;
  const place = { was: before?.allRow ?? null, to: nextRow(work), level: 0, looks: ROW_LOOKS.unit };
  const content = grandContent(frame.headerRow + 1, place.to - 1, sums, options.sums);
  const { cell } = sumCell(work, place, { content, value: sum(units.map(({ lost }) => lost)), shown: sum(sums) });
  rows.push(rowOf(frame, place, { name: textContent(ALL_SUM), lost: cell }));
}

function addArea(work: Work, block: Block, area: AreaDeductions): Lines {
  const { frame, before, options, rows } = work;
  const { name } = block.entry;
  const label = labelOf(area.item);
  const to = nextRow(work);
  const position = rows.length;
  const hasSum = needsSum(area);
  if (hasSum) rows.push(KEPT_ROW);
  const first = nextRow(work);
  const lines = area.losses.map((_, line) => first + line);
  const shown = area.losses.map((loss) => addLine(work, block, label, loss));
  if (!hasSum) return { rows: lines, shown };
  const place = { was: before?.areaRow(area) ?? null, to, level: 1, looks: ROW_LOOKS.area };
  const content = sumContent(lines, sum(shown), options.sums);
  const { cell } = sumCell(work, place, { content, value: area.lost, shown: sum(shown) });
  rows[position] = rowOf(frame, place, {
    unit: textContent(name),
    area: textContent(label),
    name: textContent(sumLabel(work, AREA_SUM, label)),
    lost: cell,
  });
  return { rows: lines, shown };
}

/** Adds the row of a loss and returns the loss as shown in the sheet. */
function addLine(work: Work, block: Block, area: string, loss: ItemDeduction): Decimal {
  const { frame, before, options } = work;
  const { item, deduction } = loss;
  const { sources } = block;
  work.count++;
  const looks = ROW_LOOKS[weightOf(deduction.lostPoints, deduction.maxPoints)];
  const place = { was: before?.lineRow(deduction) ?? null, to: nextRow(work), level: 2, looks };
  const { lost, ...points } = figuresOfLine(work, block, place, loss);
  work.rows.push(
    rowOf(frame, place, {
      number: { kind: 'number', value: String(work.count) },
      unit: textContent(block.entry.name),
      area: textContent(area),
      code: textContent(item.code) ?? NO_CODE,
      name: textContent(nameWithin(titleAbove(sources.items, item), item.name)),
      max: points.max.cell,
      self: points.self.cell,
      awarded: points.awarded.cell,
      lost: lost.cell,
      ...wordsOfLine(work, block, looks, loss),
      link: linkContent(sources.cell(deduction.at), toA1(deduction.at), options),
    }),
  );
  return lost.shown;
}

/** Maximum and scores refer to the cells of the bảng tổng hợp; the loss is computed from the two cells beside it. */
function figuresOfLine(
  { figures, options }: Work,
  { entry: { unit }, sources }: Block,
  { was, to, looks }: RowPlace,
  { item, deduction }: ItemDeduction,
): Readonly<Record<'max' | 'self' | 'awarded' | 'lost', DrawnFigure>> {
  const { maxPoints, selfPoints, awardedPoints, lostPoints } = deduction;
  const isSelf = unit.awardedRole === 'self';
  const score = sources.awarded(deduction.at, awardedPoints);
  const figure = (role: DeductionColumn, content: Content | null, value: Decimal | null): DrawnFigure =>
    figures.draw(was, to, { role, content: asAddins(content, value, options.live), value }, looks[role]);
  const max = figure('max', sources.max(unit, item, maxPoints), maxPoints);
  const self = isSelf
    ? figure('self', score, awardedPoints)
    : figure('self', sources.self(unit, item, selfPoints), selfPoints);
  const awarded = figure('awarded', isSelf ? null : score, isSelf ? null : awardedPoints);
  const isOfCells = !max.isTyped && !(isSelf ? self : awarded).isTyped;
  const weight = weightOf(lostPoints, maxPoints);
  const parts = { row: to, score: isSelf ? 'self' : 'awarded', lost: lostPoints, weight, isOfCells } as const;
  return { max, self, awarded, lost: figure('lost', lossContent(parts, options), lostPoints) };
}

function wordsOfLine(
  { widths }: Work,
  { entry: { unit }, sources }: Block,
  looks: Looks,
  { item, deduction }: ItemDeduction,
): Contents {
  const cell = (role: CauseColumn | RemedyColumn, content: Content | null): DrawnCell | null =>
    content && cellOf(content, widths.lookFor(role, deduction[role] ?? '', looks[role]));
  return Object.fromEntries([
    ...CAUSE_COLUMNS.map((role) => [role, cell(role, sources.words(unit, item, deduction, role))]),
    ...REMEDY_COLUMNS.map((role) => [role, cell(role, sources.words(unit, item, deduction, role))]),
  ]) as Contents;
}

/** An empty text, so that the area's name does not overflow into a blank cell. */
const NO_CODE: Content = { kind: 'formula', formula: '""', cached: { kind: 'text', text: '' } };

const linkContent = (cell: string, shown: string, { links }: DeductionOptions): Content =>
  links
    ? { kind: 'formula', formula: linkTo(cell, quote(shown)), cached: { kind: 'text', text: shown } }
    : { kind: 'text', text: shown };
