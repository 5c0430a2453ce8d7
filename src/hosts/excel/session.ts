/** The one file that calls Excel.run, and what the present Excel supports. */
/// <reference types="office-js" />
import { HostError } from '../host';
import { asHostError, oldExcel } from './faults';

/** What the add-in cannot do without: Excel 2021. */
const NEEDED = '1.12';
/** Several writes as one step of Excel's own undo. */
const MERGES = '1.20';

export const supports = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);

/** Excel on the web takes requests and gives answers of up to 5 MB. */
export const isOnWeb = (): boolean => Office.context.platform === Office.PlatformType.OfficeOnline;

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

export interface Session {
  run<T>(batch: Batch<T>): Promise<T>;
  /** All that `work` runs is one step of Excel's own undo, where Excel can; the work must bear being begun again. */
  asOneStep<T>(work: () => Promise<T>): Promise<T>;
}

export function startSession(): Session {
  let shared: Excel.RequestContext | null = null;
  /** It is reported to fail from 1,600 formulas on, and on the web: whoever it has failed once does without. */
  let canMerge = true;
  const merged = async <T>(work: () => Promise<T>): Promise<T> => {
    const thrown: unknown[] = [];
    try {
      return await inExcel(async (context) => {
        shared = context;
        try {
          return await work();
        } catch (error) {
          thrown.push(error);
          throw error;
        }
      }, true);
    } catch (error) {
      // What the work itself throws is not Excel's.
      throw thrown.length > 0 ? thrown[0] : error;
    } finally {
      shared = null;
    }
  };
  return {
    run: (batch) => (shared ? withHostErrors(() => batch(shared as Excel.RequestContext)) : inExcel(batch)),
    asOneStep: async (work) => {
      if (shared || !canMerge || isOnWeb() || !supports(MERGES)) return await work();
      try {
        return await merged(work);
      } catch (error) {
        const isPutBack =
          error instanceof HostError && (error.alias === 'failed-write' || error.alias === 'failed-read');
        if (!isPutBack) throw error;
        canMerge = false;
        return await work();
      }
    },
  };
}

async function withHostErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asHostError(error);
  }
}

/** Waits for a cell that is being typed in where Excel can; every failure comes out as a HostError. */
function inExcel<T>(batch: Batch<T>, mergeUndoGroup = false): Promise<T> {
  return withHostErrors(() => {
    if (!supports(NEEDED)) throw oldExcel();
    return Excel.run({ delayForCellEdit: true, ...(mergeUndoGroup ? { mergeUndoGroup } : {}) }, batch);
  });
}
