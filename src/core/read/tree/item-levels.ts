/** Depth of every item row, by its code, its bullet, its capitals or its indent (FIELD.md §4). */
import type { Code } from './codes';
import type { ItemRow } from './item-rows';
import { isCapitals } from '../words/item-words';

/** What a row states as its maximum; null for none. */
export type MaxOf = (row: number) => number | null;

/** What codes leave open: an area or a line without a code may stand beside coded rows, or around or below them. */
export interface Leaning {
  /** Areas without a code are equals of single numbers, else they hold them. */
  readonly bareAreas: 'equal' | 'above';
  /** Lines without code and bullet stand below the coded row above them, beside it, or are areas. */
  readonly lines: 'below' | 'beside' | 'areas';
}

/** Right where codes alone must do. */
export const PLAIN: Leaning = { bareAreas: 'above', lines: 'below' };

/** Whether a subtotal stands beside it says nothing: it may be ours from an earlier run. */
export const isBareArea = (row: ItemRow, next: ItemRow | undefined): boolean =>
  row.code === null && row.bullet === '' && isCapitals(row.name) && !isCapitals(next?.name ?? row.name);

/** A › I › 1 › 1.1 › a) › - › +, counting only the kinds that the sheet uses; only the order of the numbers matters. */
export function levelsOf(rows: readonly ItemRow[], maxOf: MaxOf, leaning: Leaning = PLAIN): number[] {
  const isCoded = rows.some((row) => row.code !== null);
  if (!isCoded && new Set(rows.map((row) => row.indent)).size > 1)
    return rows.map((row) => (row.opensArea ? 0 : row.indent));
  const bare = rows.map((row, at) => isBareArea(row, rows[at + 1]));
  const words = [...new Set(rows.flatMap(({ code }) => code?.word ?? []))];
  // One word says nothing of levels; of several the one that stands first holds the others.
  const first = rows.find(({ code }) => code !== null)?.code;
  const named = words.length > 1 && first?.word !== undefined ? words : [];
  const { base, romanLevel, bareAreas } = startsOf(rows, bare, leaning, named.length);
  // Level of the last coded row, of the letter below it, and of the line without code or bullet below that.
  let coded = -1;
  let letter: number | null = null;
  let line: number | null = null;
  const open = (level: number): number => {
    letter = null;
    line = null;
    return (coded = level);
  };
  return rows.map((row, at) => {
    const { code } = row;
    if (code?.kind === 'letter' && !named.includes(code.word ?? '')) {
      line = null;
      return (letter = coded + 1);
    }
    if (code) return open(levelOf(code));
    if (row.opensArea || (bareAreas && bare[at] === true)) return open(0);
    if (row.bullet !== '') return (line ?? letter ?? coded) + (row.bullet === '+' ? 2 : 1);
    if (isCoded && leaning.lines === 'areas') return open(0);
    if (isCoded && leaning.lines === 'beside') return Math.max(0, letter ?? coded);
    return lineLevel(at);
  });

  function levelOf({ kind, parts, word = '' }: Code): number {
    if (named.includes(word)) return named.indexOf(word);
    if (kind === 'letter-section') return parts.length;
    return kind === 'roman' ? romanLevel + parts.length : Math.max(0, base + parts.length - 1);
  }

  function lineLevel(at: number): number {
    const level = (letter ?? coded) + 1;
    line = !isCoded || dashesMakeUp(rows, at, maxOf) ? level : null;
    return level;
  }
}

/** Levels at which the kinds of codes begin. */
function startsOf(
  rows: readonly ItemRow[],
  bare: readonly boolean[],
  { bareAreas: leaning }: Leaning,
  /** Levels that words name: what has a bare code stands below them. */
  named: number,
): { readonly base: number; readonly romanLevel: number; readonly bareAreas: boolean } {
  const codes = rows.flatMap(({ code }) => (code && (named === 0 || code.word === undefined) ? code : []));
  const hasRoman = codes.some(({ kind }) => kind === 'roman');
  const sections = codes.some(({ kind }) => kind === 'letter-section');
  const topNumber = codes.some(({ kind, parts }) => kind === 'arabic' && parts.length === 1);
  const bareAreas = !hasRoman && !sections && bare.includes(true);
  const romanLevel = named + (sections ? 1 : 0);
  const holds = bareAreas && (leaning === 'above' || !topNumber);
  const isBelow = holds || hasRoman || topNumber;
  return { base: romanLevel + (hasRoman ? 1 : 0) + (holds ? 1 : 0) - (isBelow ? 0 : 1), romanLevel, bareAreas };
}

/**
 * Dashes below a line without a code are its parts when their maxima are exactly its own; else they stand beside it.
 */
function dashesMakeUp(rows: readonly ItemRow[], at: number, maxOf: MaxOf): boolean {
  let rest = maxOf(rows[at]?.row ?? -1);
  if (rest === null) return false;
  let next = at + 1;
  for (let row = rows[next]; row?.code === null && row.bullet !== ''; row = rows[++next]) {
    if (row.bullet !== '+') rest -= maxOf(row.row) ?? 0;
  }
  return next > at + 1 && rest === 0;
}
