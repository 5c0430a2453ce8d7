/** The columns of the sheet «Điểm bị trừ» and the looks of its rows. */
import { columnName } from '../../values/address';
import type { CellLook } from '../../model/sheet-drawing';
import {
  CAUSE_COLUMNS,
  REMEDY_COLUMNS,
  DEDUCTION_LABELS,
  DEDUCTION_COLUMNS,
  type DeductionColumn,
} from '../../model/deduction-sheet';
import { LOOKS, lookOf, textCell } from '../draw-look';
import { WEIGHTS, type Weight } from '../../documents/loss-weight';

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

export const COLUMNS = DEDUCTION_COLUMNS.map((role) => ({ width: WIDTHS[role], hidden: false }));
export const HEADER = DEDUCTION_COLUMNS.map((role) => textCell(DEDUCTION_LABELS[role], LOOKS.header));
export const WIDTH = DEDUCTION_COLUMNS.length;
export const AT = Object.fromEntries(DEDUCTION_COLUMNS.map((role, at) => [role, at])) as Readonly<
  Record<DeductionColumn, number>
>;
export const LETTER = Object.fromEntries(DEDUCTION_COLUMNS.map((role, at) => [role, columnName(at)])) as Readonly<
  Record<DeductionColumn, string>
>;
/** Where this program writes and an officer may type over it; where only the officer types. */
export const isCauseColumn = (role: DeductionColumn): boolean => CAUSE_COLUMNS.some((column) => column === role);
export const isRemedyColumn = (role: DeductionColumn): boolean => REMEDY_COLUMNS.some((column) => column === role);

export const isFigure = (role: DeductionColumn): boolean => ['max', 'self', 'awarded', 'lost'].includes(role);

/** Cells that say which loss it is and how heavy. */
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
/** Unit and area stand in full in the sums above; repeated for the filter, small letters keep them from making every line four lines high. */
const isRepeated = (role: DeductionColumn): boolean => role === 'unit' || role === 'area';
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
