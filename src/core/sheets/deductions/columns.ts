/**
 * Widths and looks of the columns of the sheet «Điểm bị trừ». Excel makes no row higher than 409 points, so a text that
 * needs more gets a wider column and smaller letters.
 */
import { columnName } from '../../values/address';
import type { CellLook, SheetDrawing } from '../../model/sheet-drawing';
import {
  CAUSE_COLUMNS,
  REMEDY_COLUMNS,
  DEDUCTION_LABELS,
  DEDUCTION_COLUMNS,
  type DeductionColumn,
} from '../../model/deduction-sheet';
import { LOOKS, lookOf, textCell } from '../draw-look';
import type { GroupedDeductions } from './group-deductions';
import { WEIGHTS, type Weight } from '../../model/deduction';

const WIDTHS: Readonly<Record<DeductionColumn, number>> = {
  number: 5,
  unit: 19,
  area: 18,
  code: 7,
  name: 30,
  max: 8,
  self: 8,
  awarded: 8,
  lost: 8,
  cause: 26,
  responsibleBody: 16,
  responsiblePerson: 14,
  explanation: 20,
  remedy: 22,
  remedyDue: 12,
  remedyStatus: 13,
  link: 7,
};

/**
 * The sum rows above show unit and area in full. Here they are repeated for the filter, in small letters that keep each
 * row from becoming four lines high.
 */
const isRepeated = (role: DeductionColumn): boolean => role === 'unit' || role === 'area';

/**
 * For a single unit, the columns unit and area would repeat the same text in every line. They are hidden (only the
 * program reads them), the sums name unit and area, and the free width goes to causes and remedies.
 */
const WIDTHS_ALONE = { ...WIDTHS, cause: 44, remedy: 28 };

const columnsOf = (isAlone: boolean): SheetDrawing['columns'] =>
  DEDUCTION_COLUMNS.map((role) => ({
    width: (isAlone ? WIDTHS_ALONE : WIDTHS)[role],
    hidden: isAlone && isRepeated(role),
  }));
export const HEADER = DEDUCTION_COLUMNS.map((role) => textCell(DEDUCTION_LABELS[role], LOOKS.header));
export const WIDTH = DEDUCTION_COLUMNS.length;
export const AT = Object.fromEntries(DEDUCTION_COLUMNS.map((role, position) => [role, position])) as Readonly<
  Record<DeductionColumn, number>
>;
export const LETTER = Object.fromEntries(
  DEDUCTION_COLUMNS.map((role, position) => [role, columnName(position)]),
) as Readonly<Record<DeductionColumn, string>>;
/** The program writes cause columns and the officer may overwrite them; only the officer fills remedy columns. */
export const isCauseColumn = (role: DeductionColumn): boolean => CAUSE_COLUMNS.some((column) => column === role);
export const isRemedyColumn = (role: DeductionColumn): boolean => REMEDY_COLUMNS.some((column) => column === role);

export const isFigure = (role: DeductionColumn): boolean => ['max', 'self', 'awarded', 'lost'].includes(role);

/** Cells that identify the loss and carry the colour of its weight. */
const isWeighed = (role: DeductionColumn): boolean => role === 'code' || role === 'name' || isFigure(role);
const CENTRED: ReadonlySet<DeductionColumn> = new Set<DeductionColumn>([
  'number',
  'code',
  'max',
  'self',
  'awarded',
  'lost',
  'link',
  'remedyDue',
  'remedyStatus',
]);
const shape = (role: DeductionColumn): Partial<CellLook> => ({
  border: true,
  horizontal: CENTRED.has(role) ? 'center' : 'left',
  ...(role === 'link' ? { colour: LOOKS.link.colour } : {}),
  ...(role === 'remedyDue' ? { numberFormat: 'dd/mm/yyyy' } : {}),
});
const eachRole = (look: (role: DeductionColumn) => Partial<CellLook>): Readonly<Record<DeductionColumn, CellLook>> =>
  Object.fromEntries(DEDUCTION_COLUMNS.map((role) => [role, lookOf({ ...shape(role), ...look(role) })])) as Record<
    DeductionColumn,
    CellLook
  >;
const ofWeight = (weight: Weight): Readonly<Record<DeductionColumn, CellLook>> =>
  eachRole((role) => ({
    vertical: 'top',
    ...(isWeighed(role)
      ? { fill: WEIGHTS[weight].fill, bold: role === 'lost' }
      : isRepeated(role)
        ? { size: 10, colour: '595959' }
        : {}),
  }));

export const ROW_LOOKS = {
  full: ofWeight('full'),
  half: ofWeight('half'),
  less: ofWeight('less'),
  unit: eachRole((role) => ({ bold: !isCauseColumn(role), fill: LOOKS.unit.fill })),
  area: eachRole(() => ({ bold: true, italic: true, fill: LOOKS.area.fill })),
  heading: eachRole(() => ({ border: false })),
  gone: eachRole(() => ({ strike: true, colour: LOOKS.gone.colour, vertical: 'top' })),
} as const;

export type RemedyColumn = (typeof REMEDY_COLUMNS)[number];

export interface WordWidths {
  readonly columns: SheetDrawing['columns'];
  /** The look with letters small enough for the text to fit its row. */
  readonly lookFor: (role: DeductionColumn, text: string, look: CellLook) => CellLook;
}

const HIGHEST = 400;
const LINE = 1.22;
/** Width in points of one character of column width, and width of a letter as a share of its font size. */
const CHARACTER = 5.25;
const LETTER_WIDTH = 0.5;
const SIZES = [12, 11, 10, 9, 8] as const;
/** Factors by which a column may be widened; more would not fit a page. */
const WIDER = [1, 1.5, 2, 2.5, 3] as const;

const WORDS: readonly DeductionColumn[] = [...CAUSE_COLUMNS, ...REMEDY_COLUMNS];

export function wordWidths({ units }: GroupedDeductions): WordWidths {
  const longest = new Map<DeductionColumn, string>();
  for (const { areas } of units) {
    for (const { losses } of areas) {
      for (const { deduction } of losses) {
        for (const role of [...CAUSE_COLUMNS, ...REMEDY_COLUMNS]) {
          const text = deduction[role] ?? '';
          if (text.length > (longest.get(role)?.length ?? 0)) longest.set(role, text);
        }
      }
    }
  }
  const columns = columnsOf(units.length === 1).map((column, position) => ({
    ...column,
    width: widthFor(column.width, longest.get(DEDUCTION_COLUMNS[position] ?? 'number') ?? ''),
  }));
  return {
    columns,
    lookFor: (role, text, look) => {
      const size = WORDS.includes(role)
        ? sizeFor(text, columns[DEDUCTION_COLUMNS.indexOf(role)]?.width ?? 0)
        : look.size;
      return size === look.size ? look : { ...look, size };
    },
  };
}

function widthFor(usual: number, text: string): number {
  const factor =
    WIDER.find((each) => SIZES.some((size) => fits(text, usual * each, size))) ?? WIDER[WIDER.length - 1] ?? 1;
  return Math.round(usual * factor);
}

const sizeFor = (text: string, width: number): number =>
  SIZES.find((size) => fits(text, width, size)) ?? SIZES[SIZES.length - 1] ?? 8;

/**
 * Whether the text fits a row of the maximum height. Line breaks at long words leave about a tenth of the width unused.
 */
function fits(text: string, width: number, size: number): boolean {
  const perLine = Math.max(1, Math.floor(((width * CHARACTER - 5) / (size * LETTER_WIDTH)) * 0.9));
  const lines = text.split(/\r\n|\r|\n/).reduce((all, line) => all + Math.max(1, Math.ceil(line.length / perLine)), 0);
  return lines * size * LINE + 3 <= HIGHEST;
}
