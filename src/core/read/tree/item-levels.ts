/** The depth of every item row, from its code, bullet, capitals or indent (FIELD.md §4). */
import type { Code } from './codes';
import type { ItemRow } from './item-rows';
import { isCapitals } from '../words/item-words';

/** The maximum that a row states, or null. */
export type MaxOf = (row: number) => number | null;

/**
 * Cases that codes leave open: areas and lines without a code may be on the level of coded rows, above it or below it.
 */
export interface Leaning {
  /** Whether areas without a code are on the level of single numbers, or above them. */
  readonly bareAreas: 'equal' | 'above';
  /** Whether lines without code and bullet are below the coded row above them, on its level, or areas. */
  readonly lines: 'below' | 'beside' | 'areas';
}

/** The usual case, if only the codes decide. */
export const PLAIN: Leaning = { bareAreas: 'above', lines: 'below' };

/** A subtotal in the row proves nothing, because this program may have written it. */
export const isBareArea = (row: ItemRow, next: ItemRow | undefined): boolean =>
  row.code === null && row.bullet === '' && isCapitals(row.name) && !isCapitals(next?.name ?? row.name);

/** A › I › 1 › 1.1 › a) › - › +, counting only the kinds that the sheet uses; only the order of the levels matters. */
export function levelsOf(rows: readonly ItemRow[], maxOf: MaxOf, leaning: Leaning = PLAIN): number[] {
  const isCoded = rows.some((row) => row.code !== null);
  if (!isCoded && new Set(rows.map((row) => row.indent)).size > 1)
    return rows.map((row) => (row.opensArea ? 0 : row.indent));
  const bare = rows.map((row, position) => isBareArea(row, rows[position + 1]));
  const words = [...new Set(rows.flatMap(({ code }) => code?.word ?? []))];
  // A single word gives no levels; with several words, the first one is the highest level.
  const first = rows.find(({ code }) => code !== null)?.code;
  const named = words.length > 1 && first?.word !== undefined ? words : [];
  const { base, romanLevel, bareAreas } = startsOf(rows, bare, leaning, named.length);
  // Level of the last coded row, of the letter below it, and of the line without code or bullet below that letter.
  let coded = -1;
  let letter: number | null = null;
  let line: number | null = null;
  const open = (level: number): number => {
    letter = null;
    line = null;
    return (coded = level);
  };
  return rows.map((row, position) => {
    const { code } = row;
    if (code?.kind === 'letter' && !named.includes(code.word ?? '')) {
      line = null;
      return (letter = coded + 1);
    }
    if (code) return open(levelOf(code));
    if (row.opensArea || (bareAreas && bare[position] === true)) return open(0);
    if (row.bullet !== '') return (line ?? letter ?? coded) + (row.bullet === '+' ? 2 : 1);
    if (isCoded && leaning.lines === 'areas') return open(0);
    if (isCoded && leaning.lines === 'beside') return Math.max(0, letter ?? coded);
    return lineLevel(position);
  });

  function levelOf({ kind, parts, word = '' }: Code): number {
    if (named.includes(word)) return named.indexOf(word);
    if (kind === 'letter-section') return parts.length;
    return kind === 'roman' ? romanLevel + parts.length : Math.max(0, base + parts.length - 1);
  }

  function lineLevel(position: number): number {
    const level = (letter ?? coded) + 1;
    line = !isCoded || dashesMakeUp(rows, position, maxOf) ? level : null;
    return level;
  }
}

/** The levels at which the kinds of codes begin. */
function startsOf(
  rows: readonly ItemRow[],
  bare: readonly boolean[],
  { bareAreas: leaning }: Leaning,
  /** Number of levels given by words; codes without a word are below them. */
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
 * Dashes below a line without a code are its parts if their maxima add up exactly to its own; else they are on its
 * level.
 */
function dashesMakeUp(rows: readonly ItemRow[], position: number, maxOf: MaxOf): boolean {
  let rest = maxOf(rows[position]?.row ?? -1);
  if (rest === null) return false;
  let next = position + 1;
  for (let row = rows[next]; row?.code === null && row.bullet !== ''; row = rows[++next]) {
    if (row.bullet !== '+') rest -= maxOf(row.row) ?? 0;
  }
  return next > position + 1 && rest === 0;
}
