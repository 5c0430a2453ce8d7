/**
 * Cells of the sheet «Kết quả»: a unit's results, areas, number of deductions and ranks. They refer to the table's live
 * formulas if there are any; otherwise they are computed from the lines of this sheet.
 */
import { numberContent, textContent, type Plain } from '../../fill/cell-writer';
import type { PlanContext } from '../../fill/plan-context';
import { hasMaxima, itemTerms } from '../../fill/plan-items';
import { levelFormula, plainRank, rankFormula, type RankBoard } from '../../fill/plan-ranks';
import type { PlannedResults } from '../../fill/plan-results';
import { LONG, SETTLED, exactOfCells, indexOfCells, orUnknown, ratingOf } from '../../fill/result-formulas';
import type { LineRole } from '../../fill/result-cells';
import { unitOutcome, type UnitOutcome } from '../../fill/unit-results';
import { rankedIndex, resultOf, tallyAt } from '../../model/assessment';
import { orBlank } from '../../fill/terms-template';
import type { Content } from '../../model/content';
import { linkTo, literalOf } from '../../model/addin-sheet';
import { NOT_APPLICABLE } from '../../model/result-sheet';
import { unitLabel, type Item, type UnitScores } from '../../model/score-sheet';
import { toA1, type Address } from '../../values/address';
import { fromText, sum, toVietnamese, type Decimal } from '../../values/decimal';
import { MAX_FORMULA, prefixOf, quote } from '../../values/formula-text';
import { percentOf, roundRatio } from '../../values/ratio';
import { RESULT_AT, cellAt, type ResultColumns } from './result-columns';

/** One bảng tổng hợp with its planned results. */
export interface ResultSource {
  readonly context: PlanContext;
  readonly results: PlannedResults;
  /** The same context, for references from another sheet. */
  readonly far: PlanContext;
  readonly areas: ReadonlyMap<string, Item>;
}

export interface ResultLine {
  readonly source: ResultSource;
  readonly unit: UnitScores;
  readonly name: string;
  /** Results as formulas of the add-in; they are made only if the table has no live cells for them. */
  readonly outcome: UnitOutcome;
  readonly liveCell: (role: LineRole) => Address | null;
}

export function resultLines(source: ResultSource): ResultLine[] {
  const { context, results, far } = source;
  return context.assessment.units.map((result): ResultLine => {
    const { unit } = result;
    const isShown =
      context.assessment.settings.appraisedShare === null &&
      (['total', 'max', 'index'] as const).every((role) => results.liveCell(unit, role) !== null);
    const outcome = unitOutcome(isShown ? { ...context, live: false } : far, unit, result);
    const name = unitLabel(context.sheet, unit);
    return { source, unit, name, outcome, liveCell: (role) => results.liveCell(unit, role) };
  });
}

export const formula = (text: string, cached: Plain): Content => ({
  kind: 'formula',
  formula: text,
  cached,
});

/** If formulas are wanted, a constant is written as a formula too, so that a value typed over it is recognised. */
function constant(live: boolean, plain: Plain): Content {
  if (!live || (plain.kind === 'text' && plain.text === '')) return plain;
  const text = plain.kind === 'number' ? plain.value : literalOf(plain.text);
  return text === null ? plain : formula(text, plain);
}

/**
 * Total, maximum, index and rating refer to the table's live cells, or are computed here if there are none. A cell that
 * the officer typed over differs from the engine's value, so nothing is computed from it.
 */
export function resultContents(
  { source: { context, far }, outcome, liveCell }: ResultLine,
  row: number,
  isTypedOver: (role: LineRole) => boolean,
  ofAreas: () => Readonly<Record<'total' | 'max', string>> | null,
): Record<Exclude<LineRole, 'rank'>, Content | null> {
  const { settings, places } = context.assessment;
  const { parts } = outcome;
  const cell = (role: LineRole): string => cellAt(row, RESULT_AT[role]);
  const isOfCells = settings.appraisedShare === null && !isTypedOver('total') && !isTypedOver('max');
  const ownIndex =
    parts && (isOfCells ? indexOfCells(cell('total'), cell('max'), places) : orUnknown(parts.condition, parts.index));
  const isIndexLive = (liveCell('index') !== null || parts !== null) && !isTypedOver('index');
  const ratedBy = isIndexLive ? cell('index') : parts && orUnknown(parts.condition, parts.index);
  const spelled = parts && {
    total: orUnknown(parts.condition, parts.total),
    max: orUnknown(isTypedOver('total') ? parts.condition : `ISNUMBER(${cell('total')})`, parts.max),
  };
  const isLong = spelled !== null && Math.max(spelled.total.length, spelled.max.length) > LONG;
  const texts: Readonly<Record<Exclude<LineRole, 'rank'>, string | null>> = {
    ...((isLong && isOfCells ? ofAreas() : null) ?? spelled ?? { total: null, max: null }),
    index: ownIndex,
    rating: ratedBy && ratingOf(ratedBy, outcome.ratedBy),
  };
  const contentOf = (role: Exclude<LineRole, 'rank'>): Content => {
    const at = liveCell(role);
    const plain = outcome[role];
    if (at) return formula(far.prefix + toA1(at), plain);
    const text = texts[role];
    return context.live && text !== null && text.length <= MAX_FORMULA
      ? formula(text, plain)
      : constant(context.live, plain);
  };
  return {
    total: contentOf('total'),
    max: contentOf('max'),
    index: contentOf('index'),
    rating: settings.scale.length === 0 ? null : contentOf('rating'),
  };
}

/** Total and maximum from the cells of the areas in the same row, if these are live and nothing else counts. */
export function resultsOfAreas(
  line: ResultLine,
  columns: ResultColumns,
  row: number,
): Readonly<Record<'total' | 'max', string>> | null {
  const { source, unit } = line;
  const { context, areas } = source;
  const found = columns.areas.flatMap((label, position) => {
    const item = areas.get(label);
    const isLive = areaContents(line, label, position, columns, row).points?.kind === 'formula';
    return item ? [{ position, count: isLive ? (context.scoredBelow[item.position]?.length ?? 0) : NaN }] : [];
  });
  const isWhole = found.reduce((total, { count }) => total + count, 0) === context.allScored.length;
  if (!isWhole || unit.bonus.length + unit.penalty.length > 0 || context.errorsOf.has(unit)) return null;
  const [points, max] = [columns.points, columns.max].map((columnOf) =>
    found.map(({ position }) => cellAt(row, columnOf(position))).join(','),
  );
  return {
    total: orUnknown(`COUNT(${points})=${found.length}`, `ROUND(SUM(${points}),8)`),
    max: orUnknown(`ISNUMBER(${cellAt(row, RESULT_AT.total)})`, `ROUND(SUM(${max}),8)`),
  };
}

interface AreaContents {
  readonly points: Content | null;
  readonly max: Content | null;
  readonly percent: Content | null;
  /** Whether the area is below the threshold. */
  readonly isLow: boolean;
}

const NOTHING: AreaContents = { points: null, max: null, percent: null, isLow: false };

export function areaContents(
  { source: { context, far, areas }, unit }: ResultLine,
  label: string,
  position: number,
  columns: ResultColumns,
  row: number,
): AreaContents {
  const item = areas.get(label);
  if (!item) return NOTHING;
  const tally = tallyAt(resultOf(context.assessment, unit).totals.awarded, item.position);
  const terms = context.live && hasMaxima(far, unit, item) ? itemTerms(far, unit, item, unit.awardedRole) : null;
  const { areaLine } = context.assessment.settings;
  const ratio = tally && percentOf(tally.points, tally.max);
  const percent = ratio && roundRatio(ratio, AREA_PLACES);
  const isLow = percent !== null && percent < areaLine;
  const shown = (value: Decimal | null | undefined): Plain =>
    value === null || value === undefined ? textContent('') : numberContent(value);
  const plain = {
    points: shown(tally?.points),
    max: shown(tally?.max),
    percent: tally?.max === 0 ? textContent(NOT_APPLICABLE) : shown(percent),
  };
  if (!terms) return { ...plain, isLow };
  const points = cellAt(row, columns.points(position));
  const max = cellAt(row, columns.max(position));
  // The remark counts as zero, and shows the next run that the colour must change.
  const remark = isLow ? `+N(${quote(`dưới ${toVietnamese(areaLine)}%`)})` : '';
  return {
    points: formula(terms.shown, plain.points),
    max: formula(`IF(ISNUMBER(${points}),ROUND(${terms.max},8),"")`, plain.max),
    percent: formula(
      `IF(${max}=0,${quote(NOT_APPLICABLE)},IFERROR(ROUND(ROUND(${points}/${max}*100,10),${AREA_PLACES})${remark},""))`,
      plain.percent,
    ),
    isLow,
  };
}

export const AREA_PLACES = 2;

export const areaPercent = (line: ResultLine, label: string): Decimal | null => {
  const item = line.source.areas.get(label);
  const area = resultOf(line.source.context.assessment, line.unit).areas.find((each) => each.item === item);
  return area?.percent ? roundRatio(area.percent, AREA_PLACES) : null;
};

/**
 * `HYPERLINK("#'Điểm bị trừ'!A8",12)`: shows the number of the unit's lines on that sheet; blank if it is not known.
 */
export function linkContent(sheet: string, block: number | null, count: number | null): Content {
  if (count === null) return textContent('');
  const plain = numberContent((count * 1e10) as Decimal);
  return block === null ? plain : formula(linkTo(`${prefixOf(sheet)}${cellAt(block, 0)}`, String(count)), plain);
}

/** The value that a cell with this content shows. */
export const shownBy = (content: Content | null | undefined): Plain =>
  !content ? textContent('') : content.kind === 'formula' ? content.cached : content;

/** The rank: a reference to the table's live cell, otherwise computed here; null for a unit that is not ranked. */
export function rankContent(
  { source: { context, far }, unit, liveCell }: ResultLine,
  board: RankBoard | null,
): Content | null {
  const at = liveCell('rank');
  const plain = plainRank(resultOf(context.assessment, unit));
  const there = board?.rankedAt(unit) ?? null;
  if (at) return formula(far.prefix + toA1(at), plain ?? textContent(''));
  if (board && there) return formula(rankFormula({ ...board, prefix: '' }, there), plain ?? textContent(''));
  return plain && constant(context.live, plain);
}

/** The values that the unit is ranked by, each with its column. */
export function rankingContents(
  { source: { context, far }, unit, outcome: { parts }, liveCell }: ResultLine,
  board: RankBoard,
  isTypedOver: (role: LineRole) => boolean,
): [number, Content][] {
  const there = board.rankedAt(unit);
  if (!there) return [];
  const { settings } = context.assessment;
  const { row, group, isFirst } = there;
  const result = resultOf(context.assessment, unit);
  const exact = result.undetermined ? null : rankedIndex(result, settings);
  const plain = exact ? numberContent(roundRatio(exact, SETTLED)) : textContent('');
  /** The cell of this row, or the table's cell if the officer typed over this one; null if neither is live. */
  const cell = (role: LineRole): string | null => {
    const at = liveCell(role);
    if (!isTypedOver(role) && (at !== null || parts !== null)) return cellAt(row, RESULT_AT[role]);
    return at && far.prefix + toA1(at);
  };
  const [total, max, index] = [cell('total'), cell('max'), cell('index')];
  const isExact = settings.rankBy === 'exact';
  const spelled = parts && orBlank(parts.condition, `ROUND(${isExact ? parts.exact : parts.index},${SETTLED})`);
  const text =
    !isExact && index !== null
      ? `IF(ISNUMBER(${index}),${index},"")`
      : isExact && settings.appraisedShare === null && total !== null && max !== null
        ? exactOfCells(total, max)
        : spelled;
  const { columns } = board;
  const contents: [number, Content][] = [
    [columns.index, text !== null && text.length <= MAX_FORMULA ? formula(text, plain) : plain],
  ];
  if (columns.level !== null)
    contents.push([columns.level, formula(levelFormula(board, row), isFirst ? plain : textContent(''))]);
  if (columns.group !== null) contents.push([columns.group, group]);
  return contents;
}

const ONE = BigInt(fromText('1') ?? 1);

/**
 * The mean of the numbers in a column over the units with a known index; if live, a formula over the areas of both
 * columns.
 */
export function meanContent(
  reached: readonly Decimal[],
  [index, values]: readonly [string, string],
  places: number,
  live: boolean,
): Content {
  const plain =
    reached.length === 0
      ? textContent('')
      : numberContent(
          roundRatio({ numerator: BigInt(sum(reached)), denominator: BigInt(reached.length) * ONE }, places),
        );
  const mean = `SUMIF(${index},">=0",${values})/COUNTIFS(${index},">=0",${values},">=0")`;
  return live ? formula(`IFERROR(ROUND(ROUND(${mean},10),${places}),"")`, plain) : plain;
}
