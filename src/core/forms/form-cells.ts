/**
 * Cells that all forms share: open cells and their looks, sums that stay blank until everything is scored, and checks
 * of the typed values.
 */
import type { Content } from '../model/content';
import type { CellLook, DrawnCell, FormCheck } from '../model/sheet-drawing';
import { LOOKS, cellOf, lookOf, textCell } from '../sheets/draw-look';
import type { Address, Area2D } from '../values/address';
import { toText, toVietnamese, type Decimal } from '../values/decimal';
import { prefixOf, refTo, refToArea, runsOf, sumOf } from '../values/formula-text';
import { groupsOf } from '../values/group';
import type { RangeStep } from '../model/scoring-set';
import { NOT_APPLICABLE } from '../model/result-sheet';
import { CHOICES, type FormLine } from './form-lines';

export const POINTS = lookOf({ border: true, horizontal: 'right' });
const OPEN = { border: true, fill: 'FFFDE7' } as const;
const OPEN_POINTS = lookOf({ ...OPEN, horizontal: 'right' });
const OPEN_TEXT = lookOf({ ...OPEN, numberFormat: '@' });
export const RESULT = lookOf({ ...LOOKS.unit, horizontal: 'right' });
export const INDEX = lookOf({ ...RESULT, numberFormat: '0.00' });
const LEVELS: readonly Partial<CellLook>[] = [{ bold: true, fill: 'E3EAF4' }, { bold: true }];

const openCell = (look: CellLook, content: Content | null = null): DrawnCell => ({
  ...cellOf(content, look),
  isOpen: true,
});
export const openPoints = (content: Content | null = null): DrawnCell => openCell(OPEN_POINTS, content);
export const openText = (): DrawnCell => openCell(OPEN_TEXT);

/** Opens a blank of the letterhead, so that it can be filled in. */
export const openBlank = (cell: DrawnCell | null): DrawnCell | null =>
  cell?.look.fill === LOOKS.blank.fill ? { ...cell, isOpen: true } : cell;

/** The look of a line; lines with others below them are highlighted. */
export const lookOfLine = ({ isScored, level }: FormLine, base: CellLook): CellLook =>
  isScored ? base : lookOf({ ...base, ...LEVELS[level] });

/** Code, name and maximum. */
export const headOfLine = (line: FormLine): DrawnCell[] => [
  textCell(line.code, lookOf({ ...lookOfLine(line, LOOKS.centre), numberFormat: '@' })),
  textCell(line.name, lookOfLine(line, LOOKS.body)),
  cellOf(line.max === null ? null : numberOf(line.max), lookOfLine(line, POINTS)),
];

export const numberOf = (value: Decimal): Content => ({ kind: 'number', value: toText(value) });

export const formula = (text: string, cached: Decimal | null = null): Content => ({
  kind: 'formula',
  formula: text,
  cached: cached === null ? { kind: 'text', text: '' } : { kind: 'number', value: toText(cached) },
});

const termsOf = (cells: readonly Address[]): string[] => runsOf(cells).map((area) => refToArea(area));

/**
 * A sum that stays blank until everything below is scored, because unknown is not 0. Typed cells count even if they
 * hold KĐG, scores by a scale if they are not blank, and sums if they are numbers.
 */
export function sumWhenScored(
  typed: readonly Address[],
  summed: readonly Address[],
  scaled: readonly Address[] = [],
): Content {
  const counts = [
    ...(typed.length === 0 ? [] : [`COUNTA(${termsOf(typed).join(',')})`]),
    ...termsOf(scaled).map((cells) => `SUMPRODUCT(--(LEN(${cells})>0))`),
    ...(summed.length === 0 ? [] : [`COUNT(${termsOf(summed).join(',')})`]),
  ];
  const cells = [...typed, ...scaled, ...summed].sort((a, b) => a.row - b.row || a.column - b.column);
  return formula(`IF(${counts.join('+')}<${String(cells.length)},"",${sumOf(termsOf(cells))})`);
}

/**
 * The points for a number, blank if no step covers it. A rate between 0 and 1 was typed as «95%» and gives no points,
 * because its meaning is uncertain.
 */
function pointsByScale(scale: readonly RangeStep[], cell: string): string {
  const number = `ROUND(${cell},8)`;
  const steps = scale.map(({ points, range: { from, to } }) => {
    const tests = [
      ...(from ? [`${number}>${from.isIncluded ? '=' : ''}${toText(from.value)}`] : []),
      ...(to ? [`${number}<${to.isIncluded ? '=' : ''}${toText(to.value)}`] : []),
    ];
    return `IF(${tests.length === 1 ? tests.join('') : `AND(${tests.join(',')})`},${toText(points)},`;
  });
  const isRate = scale.some(({ when }) => when.includes('%'));
  const known = isRate ? `AND(ISNUMBER(${cell}),OR(${cell}=0,${cell}>=1))` : `ISNUMBER(${cell})`;
  return `IF(${known},${steps.join('')}""${')'.repeat(steps.length)},"")`;
}

/** The open cell of a score, with a live formula if a scale gives the points; a value typed over the formula stays. */
export const scoreCell = ({ scale }: FormLine, data: Address | null): DrawnCell =>
  openPoints(scale && data && formula(pointsByScale(scale, refTo(data))));

/**
 * A cell of the two columns beside a score: the number that gives the points, or the points by the scale if a typed
 * score hides them.
 */
export function scaleCell(line: FormLine, isData: boolean, data: Address, score: Address): DrawnCell {
  const { scale } = line;
  if (!scale) return textCell('', lookOfLine(line, LOOKS.body));
  if (isData) return openPoints();
  const cell = refTo(data);
  const worth = `"Điểm ghi tay; theo thang điểm: "&${pointsByScale(scale, cell)}`;
  return cellOf(formula(`IF(OR(${cell}="",ISFORMULA(${refTo(score)})),"",${worth})`), LOOKS.body);
}

/** Checks for the number of each line, in one column for each unit. */
export function dataChecks(
  lines: readonly FormLine[],
  rowOf: (position: number) => number,
  columns: readonly number[],
): FormCheck[] {
  return lines.flatMap(({ scale }, position) => {
    if (!scale) return [];
    const row = rowOf(position);
    const isRate = scale.some(({ when }) => when.includes('%'));
    return chunksOf(columns, MOST_AREAS).map((some): FormCheck => {
      const cell = refTo({ row, column: some[0] ?? 0 });
      return {
        areas: some.map((column) => ({ top: row, left: column, bottom: row, right: column })),
        formula: isRate ? `AND(ISNUMBER(${cell}),OR(${cell}=0,${cell}>=1))` : `AND(ISNUMBER(${cell}),${cell}>=0)`,
        message: isRate
          ? 'Ghi tỷ lệ bằng số phần trăm, không kèm dấu %: 95,5% thì ghi 95,5.'
          : 'Ghi số liệu bằng số từ 0 trở lên.',
      };
    });
  });
}

const chunksOf = <T>(all: readonly T[], length: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / length) }, (_, position) =>
    all.slice(position * length, (position + 1) * length),
  );

/** The sum over the lines directly below a line. */
export function sumBelow(
  { below }: Pick<FormLine, 'below'>,
  lines: readonly FormLine[],
  at: (position: number) => Address,
  hasScales = false,
): Content {
  const parts = below.filter((position) => lines[position]?.outside === null);
  const isTyped = (position: number): boolean => lines[position]?.isScored === true;
  const isScaled = (position: number): boolean => hasScales && lines[position]?.scale !== null;
  return sumWhenScored(
    parts.filter((position) => isTyped(position) && !isScaled(position)).map(at),
    parts.filter((position) => !isTyped(position)).map(at),
    parts.filter((position) => isTyped(position) && isScaled(position)).map(at),
  );
}

/** Positions of the areas of the set, which add up to the whole. */
export const areasOf = (lines: readonly FormLine[]): number[] =>
  lines.flatMap(({ level, outside }, position) => (level === 0 && outside === null ? [position] : []));

/**
 * `+MIN(2,SUM(E20:E21))-SUM(E24)`: points beside the set, those of a heading up to its cap; "" where there are none.
 */
export const outsideTerms = (lines: readonly FormLine[], at: (position: number) => Address, prefix = ''): string =>
  lines
    .map((head, position) => {
      if (head.outside === null || head.level > 0) return '';
      const sum = sumOf(termsOf((head.isScored ? [position] : head.below).map(at)).map((cells) => prefix + cells));
      return `${head.outside === 'bonus' ? '+' : '-'}${head.max === null ? sum : `MIN(${toText(head.max)},${sum})`}`;
    })
    .join('');

/** Adjacent columns with the same scoring rules; `max` is the column of maxima. */
interface ScoreColumns {
  readonly blocks: readonly { readonly left: number; readonly right: number }[];
  readonly max: number;
}

/** Excel accepts longer lists of areas, but other programs may not. */
const MOST_AREAS = 200;

/**
 * One check for all lines with the same scoring rules. It may cover the sum lines between them, because these are
 * locked.
 */
export function checksOf(
  lines: readonly FormLine[],
  rowOf: (position: number) => number,
  { blocks, max }: ScoreColumns,
): FormCheck[] {
  const scored = lines.flatMap((line, position) => (line.isScored ? [{ line, position }] : []));
  const kinds = groupsOf(scored, ({ line }) => [line.outside, line.step, line.max === null, ...line.choices].join('|'));
  return [...kinds.values()].flatMap((alike): FormCheck[] => {
    const [first] = alike;
    if (!first) return [];
    const rows = runsOfLines(
      alike.map(({ position }) => position),
      lines,
    ).map(([from, to]) => ({ top: rowOf(from), bottom: rowOf(to) }));
    const perBlock = Math.max(1, Math.floor(MOST_AREAS / rows.length));
    return chunksOf(blocks, perBlock).map((some) =>
      checkOf(
        first.line,
        some.flatMap(({ left, right }) => rows.map((run) => ({ ...run, left, right }))),
        max,
      ),
    );
  });
}

function checkOf(line: FormLine, areas: readonly Area2D[], max: number): FormCheck {
  const { step, outside } = line;
  const [area] = areas;
  const cell = refTo({ row: area?.top ?? 0, column: area?.left ?? 0 });
  const unless = `tiêu chí không đánh giá thì ghi ${NOT_APPLICABLE}`;
  if (line.choices.length > 0) {
    const [row, left] = [CHOICES.rowOf(line), CHOICES.firstColumn];
    const list = { top: row, left, bottom: row, right: left + line.choices.length };
    return {
      areas,
      list: `${prefixOf(CHOICES.sheet)}${refToArea(list, 'both')}`,
      message: `Chọn một trong các mức ${line.choices.map((each) => toVietnamese(each)).join('; ')}; ${unless}.`,
    };
  }
  const bound = refTo({ row: area?.top ?? 0, column: max }, 'column');
  const isBound = line.max === null ? '' : `,${cell}<=${bound}`;
  const isInSteps = step === null ? '' : `,ABS(${cell}/${toText(step)}-ROUND(${cell}/${toText(step)},0))<0.000001`;
  const isNumber = `AND(${cell}>=0${isBound}${isInSteps})`;
  const until = line.max === null ? ' trở lên' : ' đến điểm tối đa';
  const steps = step === null ? '' : `, chẵn ${toVietnamese(step)} điểm`;
  return {
    areas,
    formula: `IF(ISNUMBER(${cell}),${isNumber},${outside === null ? `UPPER(${cell})="${NOT_APPLICABLE}"` : 'FALSE'})`,
    message: `Điểm là số từ 0${until}${steps}${outside === null ? `; ${unless}` : ''}.`,
  };
}

/** Runs of lines, interrupted only by lines with other scoring rules. */
function runsOfLines(positions: readonly number[], lines: readonly FormLine[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const position of positions) {
    const last = runs.at(-1);
    const isNext = last && lines.slice(last[1] + 1, position).every(({ isScored }) => !isScored);
    if (last && isNext) last[1] = position;
    else runs.push([position, position]);
  }
  return runs;
}
