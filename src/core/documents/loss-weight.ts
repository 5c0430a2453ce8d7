/** How heavy a loss is beside what its item can bring, and the colours of losses and of sums, readable in black and white. */
import type { Decimal } from '../values/decimal';

export type Weight = 'full' | 'half' | 'less';

/** Share of the item's maximum that was lost. */
export const weightOf = (lost: Decimal, max: Decimal): Weight =>
  lost >= max ? 'full' : lost * 2 >= max ? 'half' : 'less';

export const WEIGHTS: Readonly<Record<Weight, { readonly label: string; readonly fill: string }>> = {
  full: { label: 'Mất hết điểm', fill: 'F2B8B0' },
  half: { label: 'Mất từ một nửa', fill: 'FCDDB4' },
  less: { label: 'Mất dưới một nửa', fill: 'FFF5CF' },
};

/** Lines that add up a unit or an area. */
export const SUM_FILLS = { unit: 'E3EAF4', area: 'F3F6FA' } as const;
