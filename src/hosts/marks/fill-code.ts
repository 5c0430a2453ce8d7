/** Fills as text that fits into a defined name: no fill, one plain colour, or a fill that is not painted over. */
import { WEIGHTS } from '../../core/model/deduction';
import { MARK_KINDS, type MarkKind } from '../../core/model/workbook/grid';

/**
 * NONE, or a colour in a form allowed in a defined name: FFFFFF00, THEME4, THEME4Tm0p25, INDEXED13, AUTO. KEEP is a
 * gradient or a pattern: the cell is listed but its fill was left alone.
 */
export type FillCode = string;
export const NO_FILL: FillCode = 'NONE';
export const KEPT_FILL: FillCode = 'KEEP';

const CODE = /^(?:NONE|KEEP|(?:([0-9A-F]{8})|THEME(\d{1,4})|INDEXED(\d{1,4})|AUTO)(?:T([0-9mpE_]{1,60}))?)$/;

export const isFillCode = (text: string): boolean => CODE.test(text);

interface FillParts {
  readonly rgb: string | undefined;
  readonly theme: string | undefined;
  readonly indexed: string | undefined;
  /** In the form of XML: -0.249977111117893. */
  readonly tint: string | undefined;
}

/** The parts of the code; null for NONE and KEEP, which hold no colour. */
export function partsOfCode(code: FillCode): FillParts | null {
  const match = CODE.exec(code);
  if (!match || code === NO_FILL || code === KEPT_FILL) return null;
  const [, rgb, theme, indexed, tint] = match;
  return { rgb, theme, indexed, tint: tint?.replace(/p_/g, '+').replace(/p/g, '.').replace(/m/g, '-') };
}

export const codeOfMark = (kind: MarkKind): FillCode => MARK_COLOURS[kind];

/** The kind of mark with this colour, ignoring alpha; null if it is none of the add-in's colours. */
export const markOfCode = (code: FillCode): MarkKind | null =>
  MARK_KINDS.find((kind) => code.length === 8 && code.slice(2) === MARK_COLOURS[kind].slice(2)) ?? null;

const MARK_COLOURS: Readonly<Record<MarkKind, string>> = {
  deduction: `FF${WEIGHTS.less.fill}`,
  half: `FF${WEIGHTS.half.fill}`,
  full: `FF${WEIGHTS.full.fill}`,
  error: 'FFFFC2BD',
  warning: 'FFDCD3F7',
};
