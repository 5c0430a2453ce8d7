/** The sample workbooks by file name. */
import { oneUnit } from './one-unit';
import { shortForm } from './short-form';
import { unitsAsColumns } from './units-as-columns';
import { unitsAsRows } from './units-as-rows';

export const SAMPLES: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'don-vi-theo-cot.xlsx': unitsAsColumns,
  'don-vi-theo-dong.xlsx': unitsAsRows,
  'ket-qua-nam-2022.xlsx': shortForm,
  'mot-don-vi.xlsx': oneUnit,
};
