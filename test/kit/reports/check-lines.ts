/**
 * Compares the lines of a report with a made-up district. A line that no pattern knows is returned as such, so that
 * nothing is printed unchecked.
 */
import { indexOf, type Loss } from './figures';
import type { ToldDistrict, ToldItem, ToldUnit } from './told-district';

/** Where the checker is in the report, and what it has found so far. */
export interface Reading {
  readonly code: string;
  readonly district: ToldDistrict;
  /** The unit of the report; in R1 the one of the last heading. */
  unit: ToldUnit | null;
  /** The units that the present part is about. */
  units: readonly ToldUnit[];
  readonly inspected: readonly ToldUnit[];
  header: readonly string[];
  heading: string;
  /** The responsible body whose measures follow; null for losses without one, undefined outside that part. */
  body: string | null | undefined;
  line: string;
  readonly seen: Set<string>;
  readonly wrong: string[];
}

export type Check = (reading: Reading, match: readonly string[]) => void;
export type Pattern = readonly [RegExp, Check];

export const unitOf = ({ unit }: Reading): ToldUnit => {
  if (!unit) throw new RangeError('no unit');
  return unit;
};

export function same(reading: Reading, what: string, printed: unknown, told: unknown): void {
  const [a, b] = [printed, told].map((each) => JSON.stringify(each));
  if (a !== b) reading.wrong.push(`${reading.code} ${what}: ${a} instead of ${b} in «${reading.line}»`);
}

export const nameKey = (name: string): string =>
  name
    .replace(/^UBND /, '')
    .toLocaleLowerCase('vi')
    .trim();
export const namesIn = (text: string): string[] =>
  text
    .split(/; |, | và /)
    .map(nameKey)
    .sort();
export const keysOf = (units: readonly ToldUnit[]): string[] => units.map(({ name }) => nameKey(name)).sort();

/** «1.1.2. Báo cáo» → «1.1.2». */
export const codeIn = (title: string): string => /^(\d+(?:\.\d+)*)\.? /.exec(`${title.trim()} `)?.[1] ?? title;

/** «tiêu chí 1.2, 2.1; lĩnh vực 3» → the codes in order. */
export const codesIn = (text: string): string[] => [...text.matchAll(/\d+(?:\.\d+)*/g)].map(([each]) => each).sort();
export const codesOf = (losses: readonly Loss[]): string[] => [...new Set(losses.map(({ item }) => item.code))].sort();

export const itemWith = ({ district }: Reading, code: string): ToldItem => {
  const item = district.now.items.find((each) => each.code === code);
  if (!item) throw new RangeError(`no item ${code}`);
  return item;
};

export const areasOf = ({ district }: Reading): ToldItem[] =>
  district.now.items.filter(({ level, isSurvey }) => level === 0 && !isSurvey);

export const areaNamed = (reading: Reading, name: string): ToldItem => {
  const found = reading.district.now.items.find(
    (each) => each.level === 0 && each.name.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'),
  );
  if (!found) throw new RangeError(`no area «${name}»`);
  return found;
};

export const isKnown = ({ district }: Reading, unit: ToldUnit): boolean => indexOf(district.now, unit) !== null;

export const unitNamed = ({ district }: Reading, name: string): ToldUnit => {
  const found = district.now.units.find((each) => nameKey(each.name) === nameKey(name));
  if (!found) throw new RangeError(`no unit «${name}»`);
  return found;
};

/** Goes through the lines; a pattern that fails on its line counts as a wrong line. */
export function checkLines(reading: Reading, lines: readonly string[], patterns: readonly Pattern[]): string[] {
  return lines.flatMap((line) => {
    reading.line = line;
    const found = patterns.flatMap(([pattern, check]) => {
      const match = pattern.exec(line);
      return match ? [{ match: Array.from(match, (each: string | undefined) => each ?? ''), check }] : [];
    })[0];
    if (!found) return [`${reading.code}: ${line}`];
    try {
      found.check(reading, found.match);
    } catch (error) {
      reading.wrong.push(`${reading.code} ${String(error)} in «${line}»`);
    }
    return [];
  });
}
