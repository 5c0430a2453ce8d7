/** Determines from a number format's code whether it shows a date or time, a percentage, or a plain number. */
export const DATE = 1;
export const PERCENT = 2;

/** One section of a code; `holds` is its own condition, if it has one. */
interface Section {
  readonly kind: number;
  readonly holds: ((value: number) => boolean) | null;
}

/**
 * The DATE and PERCENT bits of numbers with this format; a function of the number if the sections of the code differ.
 */
export type FormatKind = number | ((value: number) => number);

export const kindOfNumber = (kind: FormatKind, value: number): number =>
  typeof kind === 'number' ? kind : kind(value);

/** The sections of a code apply to positive numbers, negative numbers and zero, or according to their conditions. */
export function kindOfFormat(code: string): FormatKind {
  const all = splitSections(code);
  // The last of two or three sections applies to text if it contains "@".
  const ofTexts = all.length > 1 && all.length < 4 && all.at(-1)?.includes('@');
  const [first, second, third] = all.slice(0, ofTexts ? -1 : 3).map(sectionOf);
  if (!first) return 0;
  if (!second || (second.kind === first.kind && (third ?? first).kind === first.kind)) return first.kind;
  // Without conditions, the first section is for positive and the second for negative numbers.
  const isFirst = first.holds ?? ((value: number): boolean => (third ? value > 0 : value >= 0));
  const isSecond = second.holds ?? ((value: number): boolean => !third || value < 0);
  return (value) => (isFirst(value) ? first : isSecond(value) ? second : (third ?? second)).kind;
}

const sectionOf = (section: string): Section => ({ kind: kindOfSection(section), holds: conditionOf(section) });

/** A semicolon in quotes, in brackets or after a backslash does not end a section. */
const splitSections = (code: string): string[] =>
  code.replace(/"[^"]*("|$)|\[[^\]]*(\]|$)|[\\_*]./gs, (token) => token.replaceAll(';', ',')).split(';');

const COMPARE: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '>': (value, limit) => value > limit,
  '<=': (value, limit) => value <= limit,
  '>=': (value, limit) => value >= limit,
  '=': (value, limit) => value === limit,
  '<>': (value, limit) => value !== limit,
};

/** [<1] or [>=100] in a section. */
function conditionOf(section: string): Section['holds'] {
  const match = /\[(<=|>=|<>|[<>=])\s*([-+]?[\d.]+(?:E[-+]?\d+)?)\s*\]/i.exec(section);
  const compare = COMPARE[match?.[1] ?? ''];
  const limit = Number(match?.[2]);
  return compare && !Number.isNaN(limit) ? (value) => compare(value, limit) : null;
}

/** d/m/yyyy and [h]:mm are dates; 0.0"d", [Red]0 and \d are not. */
function kindOfSection(code: string): number {
  // [h], [mm] and [s] count elapsed time; other brackets are colours, conditions and languages.
  const bare = code
    .replace(/"[^"]*("|$)|\\.|[_*]./gs, '')
    .replace(/\[(h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*(\]|$)/g, '');
  const date = /[dmyhs]/i.test(bare.replace(/general/gi, '')) ? DATE : 0;
  return date | (bare.includes('%') ? PERCENT : 0);
}
