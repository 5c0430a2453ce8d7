/** The one place that says Excel.run, and what may be asked of the Excel at hand. */
/// <reference types="office-js" />
import { asHostError, oldExcel } from './faults';

/** What the add-in cannot do without: Excel 2021. */
const NEEDED = '1.12';

export const supports = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);

/** Excel on the web takes requests and gives answers of up to 5 MB. */
export const isOnWeb = (): boolean => Office.context.platform === Office.PlatformType.OfficeOnline;

/** Waits for a cell that is being typed in where Excel can; every failure comes out as a HostError. */
export async function inExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  if (!supports(NEEDED)) throw oldExcel();
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    throw asHostError(error);
  }
}
