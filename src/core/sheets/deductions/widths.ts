/** Room for long texts: Excel makes no row higher than 409 points, so a text that fills more gets a wider column and smaller letters. */
import type { CellLook } from '../../model/sheet-drawing';
import { CAUSE_COLUMNS, REMEDY_COLUMNS, DEDUCTION_COLUMNS, type DeductionColumn } from '../../model/deduction-sheet';
import type { GroupedDeductions } from './group-deductions';
import { COLUMNS } from './columns';

export type RemedyColumn = (typeof REMEDY_COLUMNS)[number];

export interface WordWidths {
  readonly columns: typeof COLUMNS;
  /** With letters small enough for the text to fit its row. */
  readonly lookFor: (role: DeductionColumn, text: string, look: CellLook) => CellLook;
}

const HIGHEST = 400;
const LINE = 1.22;
/** Points of a column's character, and of a letter by its size. */
const CHARACTER = 5.25;
const LETTER = 0.5;
const SIZES = [12, 11, 10, 9, 8] as const;
/** Steps by which a column becomes wider, as far as a page still shows it. */
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
  const columns = COLUMNS.map((column, at) => ({
    ...column,
    width: widthFor(column.width, longest.get(DEDUCTION_COLUMNS[at] ?? 'number') ?? ''),
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

/** A line that ends early at a long word leaves a tenth of its width free. */
function fits(text: string, width: number, size: number): boolean {
  const perLine = Math.max(1, Math.floor(((width * CHARACTER - 5) / (size * LETTER)) * 0.9));
  const lines = text.split(/\r\n|\r|\n/).reduce((all, line) => all + Math.max(1, Math.ceil(line.length / perLine)), 0);
  return lines * size * LINE + 3 <= HIGHEST;
}
