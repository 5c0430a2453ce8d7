/** How the sheets of our own look: one font, thin lines, three weights of a loss that stay readable in black and white. */
import type { CellLook, DrawnCell } from '../model/sheet-drawing';
import type { Content } from '../model/edit';
import type { Decimal } from '../values/decimal';

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
  unit: lookOf({ border: true, bold: true, fill: 'E3EAF4' }),
  area: lookOf({ border: true, bold: true, italic: true, fill: 'F3F6FA' }),
  gone: lookOf({ border: true, strike: true, colour: '7A7A7A' }),
  goneHeading: lookOf({ bold: true, italic: true, colour: '595959', wrap: false }),
  link: lookOf({ border: true, horizontal: 'center', colour: '0B57A4' }),
} as const satisfies Record<string, CellLook>;

export type Weight = 'full' | 'half' | 'less';

/** Share of the item's maximum that was lost. */
export const weightOf = (lost: Decimal, max: Decimal): Weight =>
  lost >= max ? 'full' : lost * 2 >= max ? 'half' : 'less';

export const WEIGHTS: Readonly<Record<Weight, { readonly label: string; readonly fill: string }>> = {
  full: { label: 'Mất hết điểm', fill: 'F2B8B0' },
  half: { label: 'Mất từ một nửa', fill: 'FCDDB4' },
  less: { label: 'Mất dưới một nửa', fill: 'FFF5CF' },
};

/** An area below the line that calls for action. */
export const LOW_FILL = 'FCDDB4';

export const cellOf = (content: Content | null, look: CellLook): DrawnCell => ({ content, look, from: null });
export const textContent = (text: string): Content | null => (text === '' ? null : { kind: 'text', text });
export const textCell = (text: string, look: CellLook): DrawnCell => cellOf(textContent(text), look);
