/** Ranks as live array formulas: each unit counts who in its khối stands above it. */
import { cellAlong, type Address, type Axis } from '../values/address';
import { refTo, refToArea } from '../values/formula-text';

/** Quotients closer than this are the same: points carry at most eight decimals. */
const RATIO_PLACES = 12;

export interface RankLine {
  /** `ROW` when units stand one below the other, `COLUMN` when side by side. */
  readonly axis: Axis;
  /** Where the total and the maximum stand, or the index alone. */
  readonly lines: { readonly total: number; readonly max: number } | { readonly index: number };
  readonly ties: 'dense' | 'competition';
}

/** The units of one khối: their places along the axis, in order, and what must be left out between them. */
export interface RankGroup {
  readonly places: readonly number[];
  /** What stands in between: a unit of another khối, anything else that may hold a number, or nothing that counts. */
  readonly foreignAt: (place: number) => 'group' | 'other' | null;
  /** A column that names each unit's khối; only when units are rows. */
  readonly groupColumn: number | null;
}

/** `IF(ISNUMBER(E41/E42),SUM(--(FREQUENCY(IF(…,r),IF(…,r))>0)),"")`, to be entered as an array formula. */
export function rankFormulas(line: RankLine, group: RankGroup): (unitLine: number) => string {
  const first = group.places[0] ?? 0;
  const last = group.places[group.places.length - 1] ?? first;
  const cell = (place: number, position: number): Address => cellAlong(line.axis, place, position);
  const range = (position: number): string =>
    first === last
      ? refTo(cell(first, position), 'both')
      : `${refTo(cell(first, position), 'both')}:${refTo(cell(last, position), 'both')}`;
  const { lines } = line;
  const value = (of: (position: number) => string): string =>
    'index' in lines ? of(lines.index) : `${of(lines.total)}/${of(lines.max)}`;
  const ratio = (text: string): string => ('index' in lines ? text : `ROUND(${text},${RATIO_PLACES})`);
  const all = value(range);
  const anyLine = 'index' in lines ? lines.index : lines.total;
  const conditions = exclusions(group, line.axis, range(anyLine), first, last);
  const isMixed = conditions.isMixed && group.groupColumn !== null ? group.groupColumn : null;
  return (unitLine) => {
    const mine = value((position) => refTo(cell(unitLine, position)));
    const sameGroup =
      isMixed === null
        ? []
        : [
            `(${refToArea({ top: first, left: isMixed, bottom: last, right: isMixed }, 'both')}=` +
              `${refTo({ row: unitLine, column: isMixed }, 'column')})`,
          ];
    const members = [`ISNUMBER(${all})`, ...sameGroup, ...conditions.texts].join('*');
    const count = (relation: string, result: string): string =>
      `IF(${members},IF(${ratio(all)}${relation}${ratio(mine)},${result}))`;
    const better = count('>=', ratio(all));
    const place = line.ties === 'dense' ? `SUM(--(FREQUENCY(${better},${better})>0))` : `SUM(${count('>', '1')})+1`;
    return `IF(ISNUMBER(${mine}),${place},"")`;
  };
}

/** Conditions on the place that leave out other khối, units that are not ranked, and sub-columns in between. */
function exclusions(
  { places, foreignAt, groupColumn }: RankGroup,
  axis: RankLine['axis'],
  range: string,
  first: number,
  last: number,
): { readonly texts: readonly string[]; readonly isMixed: boolean } {
  const mine = new Set(places);
  const foreign: number[] = [];
  const conditions: string[] = [];
  let isMixed = false;
  for (let place = first; place <= last; place++) {
    const there = mine.has(place) ? null : foreignAt(place);
    if (there === 'group') isMixed = true;
    if (there === 'other' || (there === 'group' && groupColumn === null)) foreign.push(place);
  }
  const position = `${axis.toUpperCase()}(${range})`;
  const step = strideOf(places);
  // Rows and columns count from 1 in a formula.
  if (step > 1 && foreign.some((place) => (place - first) % step !== 0))
    conditions.push(`(MOD(${position}-${first + 1},${step})=0)`);
  const inStep = new Set(foreign.filter((place) => step === 1 || (place - first) % step === 0));
  for (const place of inStep) {
    if (inStep.has(place - step)) continue;
    let end = place;
    while (inStep.has(end + step)) end += step;
    conditions.push(
      place === end ? `(${position}<>${place + 1})` : `((${position}<${place + 1})+(${position}>${end + 1}))`,
    );
  }
  return { texts: conditions, isMixed };
}

/** Greatest step that leads from the first place to every other: units in blocks of four columns give 4. */
function strideOf(places: readonly number[]): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  return places.slice(1).reduce((step, place) => gcd(place - (places[0] ?? 0), step), 0) || 1;
}
