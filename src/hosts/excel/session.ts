/** Runs batches in Excel, and reports what the current Excel supports. */
/// <reference types="office-js" />
import { HostError } from '../host';
import { asHostError, oldExcel } from './faults';

/** The oldest supported ExcelApi: Excel 2021. */
const NEEDED = '1.12';
/** Since this ExcelApi, several writes can be one step of Excel's own undo. */
const MERGES = '1.20';

export const supports = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);

/** Excel on the web limits requests and answers to 5 MB. */
export const isOnWeb = (): boolean => Office.context.platform === Office.PlatformType.OfficeOnline;

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

export interface Session {
  run<T>(batch: Batch<T>): Promise<T>;
  /** Runs `work` as one step of Excel's own undo if Excel supports it. `work` may be started again. */
  asOneStep<T>(work: () => Promise<T>): Promise<T>;
}

export function startSession(): Session {
  let shared: Excel.RequestContext | null = null;
  /** Merged undo is reported to fail from 1,600 formulas on, and on the web; after one failure it is not used again. */
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
      // An error thrown by the work itself is no failure of Excel.
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

/** Waits until the user finishes typing in a cell, if Excel supports that. Every failure becomes a HostError. */
function inExcel<T>(batch: Batch<T>, mergeUndoGroup = false): Promise<T> {
  return withHostErrors(() => {
    if (!supports(NEEDED)) throw oldExcel();
    return Excel.run({ delayForCellEdit: true, ...(mergeUndoGroup ? { mergeUndoGroup } : {}) }, batch);
  });
}
