/** The colours of the marks: light enough for black text, odd enough that no officer picked the very same. */
import type { MarkKind } from '../../core/model/grid';

export const MARK_COLOURS: Readonly<Record<MarkKind, string>> = {
  deduction: 'FFFFE8A3',
  error: 'FFFFC2BD',
  warning: 'FFDCD3F7',
};

/** Numbers for the kinds, 0 being none: what the style table keeps per format. */
export const MARK_NUMBERS: readonly (MarkKind | null)[] = [null, 'deduction', 'error', 'warning'];
