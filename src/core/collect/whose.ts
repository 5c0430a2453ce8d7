/** Whose a file is: the unit of the table that its sheet, its tab or its own name means, and what is told of it. */
import type { Answer } from '../matching/answer';
import { unitFinder } from '../matching/find-units';
import { unitKey, unitSpelling } from '../matching/unit-keys';
import { tableOf, type UnitInTables } from '../matching/units-in-tables';
import { isNear, plainKey } from '../values/fold-text';
import { shownCount } from '../values/decimal';

export interface Meant {
  /** As the file gives it. */
  readonly name: string;
  readonly target: UnitInTables | null;
  readonly problem: string | null;
  readonly note: string | null;
  /** Units of the table that may be meant, where it is not clear. */
  readonly near: readonly string[];
}

export interface Whose {
  /** What a unit is called in the files → what the table calls it, for what is asked from now on. */
  readonly rename: (from: string, to: string) => void;
  readonly named: (name: string) => Meant;
  /** The only unit of a file, which may leave its name to the file. */
  readonly only: (source: UnitInTables, file: string) => Meant;
}

type Find = (name: string) => Answer<UnitInTables>;

export function whose(targets: readonly UnitInTables[]): Whose {
  const inTable = unitFinder(targets, ({ name }) => name);
  const names = new Map<string, string>();
  const find: Find = (name) => inTable(names.get(unitKey(name)) ?? name);
  const named = (name: string): Meant => {
    const found = find(name);
    const place = placeIn(name);
    return place === null || found.kind !== 'none' ? meant(found, name, targets) : meant(find(place), name, targets);
  };
  return {
    rename: (from, to) => void names.set(unitKey(from), to),
    named,
    only: (source, file) => {
      const own = named(source.name);
      const [stem, said] = [stemOf(file), unitIn(stemOf(file), inTable)];
      if (own.target !== null) return { ...own, note: own.note ?? otherName(own.target, said) };
      const isTold = source.name.trim() !== '' && !isTab(source);
      const other = find(stem).kind === 'none' ? said : onlyIn(find(stem));
      if (isTold || own.near.length > 0) return own;
      if (other === null) return named(stem);
      const note = `trong bảng của tệp không ghi tên đơn vị; theo tên tệp, số được lấy cho «${other.name}»`;
      return { name: stem, target: other, problem: null, note, near: [] };
    },
  };
}

const onlyIn = (found: Answer<UnitInTables>): UnitInTables | null => (found.kind === 'one' ? found.one : null);

/** A sheet that names no unit is called by its tab. */
const isTab = ({ name, places: [place] }: UnitInTables): boolean =>
  place !== undefined && unitKey(tableOf(place).sheet).startsWith(unitKey(name));

/** A neighbour's file that was filled in again, and still names the neighbour. */
function otherName(target: UnitInTables, said: UnitInTables | null): string | null {
  if (said === null || said === target) return null;
  return `tên tệp ghi «${said.name}», trong tệp ghi «${target.name}»: số được lấy cho «${target.name}»`;
}

const stemOf = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');

/** «Xã A, tỉnh B», «Phường 1 - Quận 3»: the name without the territory above it; null where none follows. */
function placeIn(name: string): string | null {
  const place = name.replace(/\s*[,(–-]\s*(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã)\s.*$/iu, '').trim();
  return place === '' || place === name.trim() ? null : place;
}

/** The one unit whose name stands in a longer text: the longest run of its words that is one. */
function unitIn(text: string, find: Find): UnitInTables | null {
  const words = text
    .normalize('NFC')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .split(/[\s_\-.,;()[\]]+/u)
    .filter((word) => word !== '');
  for (let length = Math.min(words.length, LONGEST_NAME); length >= 2; length--) {
    const found = new Set<UnitInTables>();
    for (let first = 0; first + length <= words.length; first++) {
      const answer = find(words.slice(first, first + length).join(' '));
      if (answer.kind === 'several') return null;
      if (answer.kind === 'one') found.add(answer.one);
    }
    const [only, another] = found;
    if (only) return another ? null : only;
  }
  return null;
}
/** Words of a unit's name. */
const LONGEST_NAME = 10;

const SPELLINGS = [unitKey, unitSpelling, (name: string) => plainKey(name)];

function meant(found: Answer<UnitInTables>, name: string, all: readonly UnitInTables[]): Meant {
  switch (found.kind) {
    case 'one': {
      const note = found.by === 'near' ? `«${name}» được hiểu là «${found.one.name}»` : null;
      return { name, target: found.one, problem: null, note, near: [] };
    }
    case 'several': {
      const near = found.several.map((each) => each.name);
      const problem = `chưa rõ «${name}» là ${either(near)}; ghi đủ tên trong tệp`;
      return { name, target: null, problem, note: null, near };
    }
    case 'none': {
      const near = all.flatMap((each) =>
        SPELLINGS.some((keyOf) => isNear(keyOf(each.name), keyOf(name))) ? [each.name] : [],
      );
      const hint = near.length === 0 ? '' : ` (có phải ${either(near)}?)`;
      const problem = `bảng không có đơn vị «${name}»${hint}; sửa tên trong tệp hoặc trong bảng`;
      return { name, target: null, problem, note: null, near };
    }
  }
}

const either = (names: readonly string[]): string => names.map((name) => `«${name}»`).join(' hay ');

/** So many are named. */
const MOST_NAMED = 5;

export const listed = (names: readonly string[]): string =>
  names.length <= MOST_NAMED
    ? names.join('; ')
    : `${names.slice(0, MOST_NAMED).join('; ')} và ${shownCount(names.length - MOST_NAMED)} mục khác`;
