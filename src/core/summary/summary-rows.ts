/** Rows of the sheet «Điểm bị trừ»: a unit, its areas with their sums, a line for every loss. */
import { toA1 } from '../model/address';
import { toText, type Decimal } from '../model/decimal';
import type { Content } from '../model/edit';
import { quote, refToArea, runsOf, sumOf } from '../model/formula-text';
import { nameWithin, titleAbove } from '../model/item-title';
import { linkTo } from '../model/own-sheet';
import { labelOf } from '../model/score-sheet';
import type { CellLook } from '../model/sheet-drawing';
import { AREA_SUM, SUMMARY_ROLES, UNIT_SUM, type SummaryRole } from '../model/summary-sheet';
import type { DeductionSummary, SummaryArea, SummaryLoss, SummaryUnit } from './deduction-summary';
import type { BodyRow, Frame } from './draw-frame';
import { WEIGHTS, cellOf, textContent, weightOf, type Weight } from './draw-look';
import type { SummaryBefore } from './summary-before';
import { AT, LETTER, ROW_LOOKS, isCauseColumn, isRemedyColumn } from './summary-columns';
import { summarySources, type SummarySources } from './summary-sources';

export interface SummaryOptions {
  /** Numbers and words are shown from the cells of this workbook; false for a file of its own. */
  readonly live: boolean;
  /** Losses and sums are formulas. */
  readonly sums: boolean;
  /** Links into this workbook. */
  readonly links: boolean;
}

export interface SummaryBody {
  readonly rows: readonly BodyRow[];
  /** First row of each unit's block. */
  readonly unitRows: readonly number[];
}

type Contents = Partial<Record<SummaryRole, Content | null>>;

/** `own` where nothing of the officer's stands; their own columns keep even the look of a blank cell. */
export function rowOf(frame: Frame, was: number | null, to: number, level: number, looks: Readonly<Record<SummaryRole, CellLook>>, own: Contents): BodyRow {
  const cells = SUMMARY_ROLES.map((role) => {
    const theirs = isCauseColumn(role) ? frame.typed(was, AT[role], to) : isRemedyColumn(role) ? frame.kept(was, AT[role], to) : null;
    return theirs ?? cellOf(own[role] ?? null, looks[role]);
  });
  return { was, height: null, level, cells };
}

interface Work {
  readonly frame: Frame;
  readonly before: SummaryBefore | null;
  readonly options: SummaryOptions;
  readonly rows: BodyRow[];
  /** Losses told so far. */
  count: number;
}

export function summaryBody(summary: DeductionSummary, frame: Frame, before: SummaryBefore | null, options: SummaryOptions): SummaryBody {
  const work: Work = { frame, before, options, rows: [], count: 0 };
  const sources = new Map<unknown, SummarySources>();
  const unitRows = summary.units.map((unit) => {
    const { scoreSheet } = unit.assessment;
    const known = sources.get(scoreSheet) ?? summarySources(scoreSheet, options.live);
    sources.set(scoreSheet, known);
    return addUnit(work, unit, known);
  });
  return { rows: work.rows, unitRows };
}

const nextRow = ({ frame, rows }: Work): number => frame.headerRow + 1 + rows.length;

/** An area that is scored as a whole has but one loss, which is its own sum. */
const needsSum = ({ item, losses }: SummaryArea): boolean => item.children.length > 0 || losses.length > 1;

function addUnit(work: Work, { unit, name, areas, lost }: SummaryUnit, sources: SummarySources): number {
  const { frame, before, options } = work;
  const row = nextRow(work);
  const lines: number[] = [];
  // The unit's sum stands above the lines that it adds up: their rows are counted first.
  let next = row;
  for (const area of areas) {
    if (needsSum(area)) next++;
    for (let at = 0; at < area.losses.length; at++) lines.push(++next);
  }
  work.rows.push(
    rowOf(frame, before?.unitRow(name) ?? null, row, 0, ROW_LOOKS.unit, {
      unit: textContent(name),
      name: textContent(UNIT_SUM),
      lost: sumContent(lines, lost, options),
      link: linkContent(sources.cell(unit.at), toA1(unit.at), options),
    }),
  );
  for (const area of areas) addArea(work, name, area, sources, unit);
  return row;
}

function addArea(work: Work, name: string, area: SummaryArea, sources: SummarySources, unit: SummaryUnit['unit']): void {
  const { frame, before, options } = work;
  const label = labelOf(area.item);
  if (needsSum(area)) {
    const row = nextRow(work);
    const lines = area.losses.map((_, at) => row + 1 + at);
    work.rows.push(
      rowOf(frame, before?.areaRow(area) ?? null, row, 1, ROW_LOOKS.area, {
        unit: textContent(name),
        area: textContent(label),
        name: textContent(AREA_SUM),
        lost: sumContent(lines, area.lost, options),
      }),
    );
  }
  for (const loss of area.losses) addLine(work, name, label, loss, sources, unit);
}

function addLine(work: Work, name: string, area: string, { item, deduction }: SummaryLoss, sources: SummarySources, unit: SummaryUnit['unit']): void {
  const { frame, before, options } = work;
  const { items } = sources;
  const was = before?.lineRow(deduction) ?? null;
  const row = nextRow(work);
  work.count++;
  const weight = weightOf(deduction.lostPoints, deduction.maxPoints);
  work.rows.push(
    rowOf(frame, was, row, 2, ROW_LOOKS[weight], {
      number: { kind: 'number', value: String(work.count) },
      unit: textContent(name),
      area: textContent(area),
      code: textContent(item.code) ?? NO_CODE,
      name: textContent(nameWithin(titleAbove(items, item), item.name)),
      max: sources.max(unit, item, deduction.maxPoints),
      self: sources.self(unit, item, deduction.selfPoints),
      awarded: sources.awarded(deduction.at, deduction.awardedPoints),
      lost: lossContent(row, deduction.lostPoints, weight, options),
      cause: sources.words(unit, item, deduction, 'cause'),
      responsibleBody: sources.words(unit, item, deduction, 'responsibleBody'),
      responsiblePerson: sources.words(unit, item, deduction, 'responsiblePerson'),
      explanation: sources.words(unit, item, deduction, 'explanation'),
      link: linkContent(sources.cell(deduction.at), toA1(deduction.at), options),
    }),
  );
}

/** Holds back the area's name, which would run on into a blank cell. */
const NO_CODE: Content = { kind: 'formula', formula: '""', cached: { kind: 'text', text: '' }, array: false };

const formula = (source: string, cached: Extract<Content, { kind: 'number' | 'text' }>): Content => ({ kind: 'formula', formula: source, cached, array: false });

/** `ROUND(F9-H9,8)+N("mất hết điểm")`: the remark counts as nought, and tells the next run that the colour must change with the weight. */
function lossContent(row: number, lost: Decimal, weight: Weight, { live, sums }: SummaryOptions): Content {
  const plain = { kind: 'number', value: toText(lost) } as const;
  const remark = live ? `+N(${quote(WEIGHTS[weight].label)})` : '';
  return sums ? formula(`ROUND(${LETTER.max}${row + 1}-${LETTER.awarded}${row + 1},8)${remark}`, plain) : plain;
}

function sumContent(lines: readonly number[], lost: Decimal, { sums }: SummaryOptions): Content {
  const plain = { kind: 'number', value: toText(lost) } as const;
  const areas = runsOf(lines.map((row) => ({ row, column: AT.lost })));
  return sums ? formula(`ROUND(${sumOf(areas.map((area) => refToArea(area)))},8)`, plain) : plain;
}

const linkContent = (cell: string, shown: string, { links }: SummaryOptions): Content =>
  links ? formula(linkTo(cell, quote(shown)), { kind: 'text', text: shown }) : { kind: 'text', text: shown };
