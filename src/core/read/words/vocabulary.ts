/**
 * The words available to the reader: all entries of its lists, except those that a caller excludes to test the reading
 * without them, and the headings that the officer explained.
 */
import { plainKey } from '../../values/fold-text';
import type { ColumnRole, StatedRole } from '../../model/column-role';

type Knows = (entry: string) => boolean;

let current: Knows | null = null;
const forgetters: (() => void)[] = [];

/** Whether an entry of the lists of words or of whole headings may be used now. */
export const isKnown = (entry: string): boolean => current === null || current(entry);

/** Runs `work` without the entries that `knows` rejects. Cached results about headings are dropped before and after. */
export function knowing<T>(knows: Knows, work: () => T): T {
  current = knows;
  forget();
  try {
    return work();
  } finally {
    current = null;
    forget();
  }
}

let explained: ReadonlyMap<string, ColumnRole> = new Map();

/** Whether the officer explained any heading. */
export const areHeadingsExplained = (): boolean => explained.size > 0;

const MAXIMUM = /\((?:(?:diem )?toi da|thang(?: diem)?)?:? ?(\d+(?:[.,]\d+)?) ?(?:diem|d)?\.?\)/g;

/** «Minh bạch (10)» and «Minh bạch (10 điểm)» are one heading to whoever types it. */
export const statedKey = (heading: string): string => plainKey(heading).replace(MAXIMUM, '($1)');

/** The role that the officer states for columns with this heading, or null. */
export const statedRole = (heading: string): ColumnRole | null =>
  explained.size === 0 ? null : (explained.get(statedKey(heading)) ?? null);

/**
 * Runs `work` with headings that the officer explained. Like the lists of words, they affect every reading of a heading
 * down to a single header cell.
 */
export function explaining<T>(roles: readonly StatedRole[], work: () => T): T {
  if (roles.length === 0) return work();
  explained = new Map(roles.map(({ heading, role }) => [statedKey(heading), role]));
  forget();
  try {
    return work();
  } finally {
    explained = new Map();
    forget();
  }
}

function forget(): void {
  for (const each of forgetters) each();
}

/** The headers of one national sheet. The limit keeps a pane that stays open for days from growing. */
const MOST_REMEMBERED = 10_000;

/**
 * Caches results: the same few header texts are looked up for every column and question, and a national sheet has
 * thousands of columns.
 */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  forgetters.push(() => {
    known.clear();
  });
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const fresh = work(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, fresh);
    return fresh;
  };
}
