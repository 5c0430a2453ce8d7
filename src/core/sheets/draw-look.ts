/** The look of the add-in's sheets: one font, thin lines, soft fills. */
import type { CellLook, DrawnCell } from '../model/sheet-drawing';
import { SUM_FILLS } from '../model/deduction';
import type { Content } from '../model/content';

const PLAIN: CellLook = {
  size: 12,
  bold: false,
  italic: false,
  strike: false,
  colour: '000000',
  fill: null,
  border: false,
  horizontal: 'left',
  vertical: 'center',
  wrap: true,
  numberFormat: 'General',
};

export const lookOf = (look: Partial<CellLook> = {}): CellLook => ({ ...PLAIN, ...look });

export const LOOKS = {
  plain: lookOf(),
  body: lookOf({ border: true }),
  centre: lookOf({ border: true, horizontal: 'center' }),
  number: lookOf({ border: true, horizontal: 'right' }),
  header: lookOf({ border: true, bold: true, horizontal: 'center', fill: 'D9E2F0' }),
  national: lookOf({ bold: true, horizontal: 'center' }),
  centred: lookOf({ horizontal: 'center' }),
  date: lookOf({ italic: true, horizontal: 'center' }),
  title: lookOf({ size: 14, bold: true, horizontal: 'center' }),
  subtitle: lookOf({ italic: true, horizontal: 'center' }),
  blank: lookOf({ horizontal: 'center', fill: 'FFF9C4' }),
  unit: lookOf({ border: true, bold: true, fill: SUM_FILLS.unit }),
  area: lookOf({ border: true, bold: true, italic: true, fill: SUM_FILLS.area }),
  gone: lookOf({ border: true, strike: true, colour: '7A7A7A' }),
  goneHeading: lookOf({ bold: true, italic: true, colour: '595959', wrap: false }),
  link: lookOf({ border: true, horizontal: 'center', colour: '0B57A4' }),
} as const satisfies Record<string, CellLook>;

/** Fill of an area below the threshold. */
export const LOW_FILL = 'FCDDB4';

export const cellOf = (content: Content | null, look: CellLook): DrawnCell => ({ content, look, from: null });
export const textContent = (text: string): Content | null => (text === '' ? null : { kind: 'text', text });
export const textCell = (text: string, look: CellLook): DrawnCell => cellOf(textContent(text), look);
