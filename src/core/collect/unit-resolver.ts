/** Whose a file is: the unit of the table that its sheet, its tab or its own name means, and what is told of it. */
import { allMatches, onlyOne, type Answer } from '../matching/answer';
import { unitFinder, unitsInName, type NamedUnits } from '../matching/find-units';
import { unitKey, unitRest, unitSpelling } from '../matching/unit-keys';
import { tableOf, textsAbove, type UnitInTables } from '../matching/units-in-tables';
import { isGenericName } from '../matching/generic-name';
import { isNear, plainKey } from '../values/fold-text';
import { patternOf } from '../values/pattern';

export interface UnitMatch {
  /** The name in the file. */
  readonly name: string;
  readonly target: UnitInTables | null;
  readonly problem: string | null;
  readonly note: string | null;
  /** Units of the table that the name may mean, if it is not clear. */
  readonly near: readonly string[];
  /**
   * The territory after a name that the table gives without one: two territories may each have a unit with this name.
   */
  readonly territory?: Territory;
  /** Whether the officer has stated which unit the name means. */
  readonly isAnswered?: boolean;
}

/** Keys of the names of a district and a province, "" if not given. */
interface Territory {
  readonly district: string;
  readonly province: string;
}

export interface UnitResolver {
  /** Maps a unit's name in the files to its name in the table, for later queries. */
  readonly rename: (from: string, to: string) => void;
  readonly named: (name: string) => UnitMatch;
  /** One of several units of a file; if its tab says nothing, the text above its table names it. */
  readonly inSheet: (source: UnitInTables) => UnitMatch;
  /** The only unit of a file; its name may be given by the file name alone. */
  readonly only: (source: UnitInTables, file: string) => UnitMatch;
  /** The one unit that the name of a file or of its folder clearly means. */
  readonly byFile: (file: string) => UnitInTables | null;
  /** The same, by the file name alone. */
  readonly byStem: (file: string) => UnitInTables | null;
  /** The one unit whose name the file name holds, whatever else it says. */
  readonly inFileName: (file: string) => UnitInTables | null;
}

type Find = (name: string) => Answer<UnitInTables>;

export function unitResolver(targets: readonly UnitInTables[]): UnitResolver {
  const inTable = unitFinder(targets, ({ name }) => name);
  const names = new Map<string, string>();
  const find: Find = (name) => inTable(names.get(unitKey(name)) ?? name);
  const named = (name: string): UnitMatch => {
    const found = find(name);
    const place = placeIn(name);
    const isAnswered = names.has(unitKey(name));
    if (place === null || (found.kind !== 'none' && !isAnswered)) return unitMatch(found, name, targets);
    const match = unitMatch(isAnswered ? found : find(place), name, targets);
    const territory = territoryOf(name.slice(name.indexOf(place) + place.length));
    if (match.target === null) return match;
    // A province alone needs no note: all units of a province may write its name after their own.
    const isTold = match.note === null && !isAnswered && territory.district !== '';
    const note = isTold ? `«${name}» được hiểu là «${match.target.name}»` : match.note;
    return { ...match, note, territory, isAnswered };
  };
  return {
    rename: (from, to) => void names.set(unitKey(from), to),
    named,
    inSheet: (source) => inSheet(source, named(source.name), inTable),
    only: (source, file) => {
      const byName = named(source.name);
      const inFileName = unitsInName(stemOf(file), inTable);
      const other = byName.target && otherName(byName.target, inFileName, pathWithoutExtension(file));
      if (byName.target !== null && other?.target !== null) return other ?? byName;
      const answer = answerFor(file);
      if (answer) return plainMatch(pathWithoutExtension(file), answer);
      if (other || byName.near.length > 0) return other ?? byName;
      if (hasReliableName(source)) return unknown(source.name, namesOf(inFileName.units));
      const above = inTextsAbove(source, inTable);
      if (!above?.target) return above ?? unnamed(file, inFileName);
      return otherName(above.target, inFileName, pathWithoutExtension(file)) ?? above;
    },
    byFile: (file) => byStem(file, inTable) ?? byFolder(file, inTable)?.target ?? null,
    byStem: (file) => byStem(file, inTable),
    inFileName: (file) => onlyNamed(file, inTable),
  };

  /** The officer's answer for this file only: a file of the same name in another folder needs its own answer. */
  function answerFor(file: string): UnitInTables | null {
    const name = [file, pathWithoutExtension(file)].find((each) => names.has(unitKey(each)));
    return name === undefined ? null : onlyOne(find(name));
  }

  /** The unit that the name of the file or of its folder means. */
  function unnamed(file: string, named: NamedUnits<UnitInTables>): UnitMatch {
    const stem = stemOf(file);
    const exactMatches = allMatches(inTable(stem));
    const units = exactMatches.length > 0 ? exactMatches : named.units;
    const [one, another] = units;
    if (!one)
      return (
        byFolder(file, inTable) ?? { ...unitMatch(inTable(stem), stem, targets), name: pathWithoutExtension(file) }
      );
    if (another || (exactMatches.length === 0 && !named.isPlain))
      return unclear(pathWithoutExtension(file), namesOf(units));
    return taken(stem, one, 'tên tệp');
  }
}

function inSheet(source: UnitInTables, byName: UnitMatch, find: Find): UnitMatch {
  if (byName.target !== null || byName.near.length > 0 || hasReliableName(source)) return byName;
  const above = inTextsAbove(source, find);
  return above?.target ? above : byName;
}

const plainMatch = (name: string, target: UnitInTables): UnitMatch => ({
  name,
  target,
  problem: null,
  note: null,
  near: [],
});

/** The unit that a text above the table names alone, without its kind or its marks: «EA HẢI», «Don vi: xa Ea Hai». */
function inTextsAbove(source: UnitInTables, find: Find): UnitMatch | null {
  const names = textsAbove(source).map((text) => text.replace(/^\s*[^:]{0,30}(?:vị|vi|quan|tên|ten)\s*:/iu, '').trim());
  const found = names.filter((name) => !ABOVE.test(name) && find(name).kind !== 'none');
  const [name, ...others] = found;
  if (name === undefined) return null;
  const units = found.flatMap((each) => allMatches(find(each)));
  const [target] = units;
  if (others.length > 0 && new Set(units).size > 1) return unclear(name, namesOf(units));
  const answer = find(name);
  if (answer.kind !== 'one' || !target) return unitMatch(answer, name, units);
  return { name, target, problem: null, note: `«${name}» được hiểu là «${target.name}»`, near: [] };
}
const ABOVE = /^(?:u\S+ ?)*(?:ban nhân dân |ubnd )?(?:tỉnh|thành phố|tp|huyện|quận|sở)(?:[\s.]|$)/iu;

function onlyNamed(file: string, find: Find): UnitInTables | null {
  const [one, another] = unitsInName(stemOf(file), find).units;
  return one && !another ? one : null;
}

function byStem(file: string, find: Find): UnitInTables | null {
  const { units, isPlain } = unitsInName(stemOf(file), find);
  const [one, another] = units;
  return one && !another && isPlain ? one : null;
}

function byFolder(file: string, find: Find): UnitMatch | null {
  const folder = /([^\\/]+)[\\/][^\\/]*$/.exec(file)?.[1];
  if (folder === undefined) return null;
  const { units, isPlain } = unitsInName(folder, find);
  const [one, another] = units;
  return one && !another && isPlain ? taken(folder, one, 'tên thư mục') : null;
}

const taken = (name: string, target: UnitInTables, by: string): UnitMatch => ({
  name,
  target,
  problem: null,
  note: `trong bảng của tệp không ghi tên đơn vị; theo ${by}, số được lấy cho «${target.name}»`,
  near: [],
});

const namesOf = (units: readonly UnitInTables[]): string[] => units.map(({ name }) => name);

/** A sheet that names no unit is called by its tab: a tab that names a body or a place is as good as a cell. */
function hasReliableName({ name, places: [place] }: UnitInTables): boolean {
  if (name.trim() === '') return false;
  const isTab = place !== undefined && unitKey(tableOf(place).sheet).startsWith(unitKey(name));
  return !isTab || (!isGenericName(name) && (BODY.test(name) || PROPER.test(name)));
}
const BODY = patternOf(
  [
    String.raw`^(?:ubnd|[uủ][yỷ] ban|xã|phường|thị trấn|thị xã|đặc khu|huyện|quận|thành phố|tỉnh|tt|tp|tx|[xp]\.`,
    String.raw`|sở|ban|phòng|văn phòng|chi cục|cục|trung tâm|thanh tra|công an|hội|trường|trạm|bệnh viện)(?=[\s.])`,
  ],
  'iu',
);
/** «Hải Đông»; a single word is too ambiguous. */
const PROPER = /^\p{Lu}\S*(?:[\s-]+\p{Lu}\S*)+$/u;

/**
 * Handles a file name that means another unit than the file: a neighbour's file that was filled in again and still
 * names the neighbour, or a wrong file name. With other words around it, the name may mean something else: a province
 * with the name of a ward, or the body that the file is sent to.
 */
function otherName(
  target: UnitInTables,
  { units, isPlain, before }: NamedUnits<UnitInTables>,
  name: string,
): UnitMatch | null {
  const [first, another] = units;
  if (!first || another || first === target || ABOVE_OR_TO.test(before)) return null;
  const both = `tên tệp ghi «${first.name}», trong tệp ghi «${target.name}»`;
  if (!isPlain)
    return { name: target.name, target, problem: null, note: `${both}: số được lấy cho «${target.name}»`, near: [] };
  const problem = `${both}: chưa rõ số của đơn vị nào; sửa lại tên`;
  return { name, target: null, problem, note: null, near: namesOf([first, target]) };
}
const ABOVE_OR_TO = /(?:^|\s)(?:tỉnh|tinh|thành phố|thanh pho|tp|huyện|huyen|gửi|gui|nộp|nop|cho|về|ve)$/iu;

const stemOf = (file: string): string => pathWithoutExtension(file).replace(/^.*[\\/]/, '');
/** The file without its extension but with its folders, because files of several units may have the same name. */
const pathWithoutExtension = (file: string): string => file.replace(/\.[^.\\/]+$/, '');

/**
 * «Xã A, tỉnh B», «Phường 1 - Quận 3», «Xã A (hợp nhất xã B và xã C)»: the name without the territory above it or the
 * units that it was merged from; null if nothing follows the name.
 */
function placeIn(name: string): string | null {
  const alone = name.replace(
    /\s*\((?:mới|(?:được )?(?:hợp nhất|sáp nhập|nhập|thành lập|sắp xếp|hình thành|trên cơ sở)\s[^()]*)\)\s*$/iu,
    '',
  );
  const place = alone.replace(/\s*[,(–-]\s*(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã)\s.*$/iu, '').trim();
  return place === '' || place === name.trim() ? null : place;
}

function territoryOf(text: string): Territory {
  const parts = text.split(/[,()–-]/u).map((part) => part.trim());
  const rest = (isProvince: boolean): string =>
    parts.find((part) => part !== '' && /^tỉnh\s/iu.test(part) === isProvince) ?? '';
  return { district: unitRest(rest(false)), province: plainKey(rest(true)) };
}

const isElsewhere = (one: Territory, other: Territory): boolean =>
  (['district', 'province'] as const).some(
    (each) => one[each] !== '' && other[each] !== '' && one[each] !== other[each],
  );

/** Why a name is not taken for the unit: beside it stand the names of the same unit in other files. */
export function notTaken(
  { name, territory, isAnswered }: UnitMatch,
  unit: string,
  others: readonly UnitMatch[],
): string | null {
  const other = others.find((each) => territory && each.territory && isElsewhere(territory, each.territory));
  if (!other || isAnswered) return null;
  return `chưa rõ «${name}» hay «${other.name}» là «${unit}» trong bảng; ghi đủ tên trong bảng`;
}

const SPELLINGS = [unitKey, unitSpelling, (name: string) => plainKey(name)];

function unitMatch(found: Answer<UnitInTables>, name: string, all: readonly UnitInTables[]): UnitMatch {
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
    case 'none':
      return unknown(
        name,
        namesOf(all).filter((each) => SPELLINGS.some((keyOf) => isNear(keyOf(each), keyOf(name)))),
      );
  }
}

const unknown = (name: string, near: readonly string[]): UnitMatch => ({
  name,
  target: null,
  problem: `bảng không có đơn vị «${name}»${maybe(near)}; sửa tên trong tệp hoặc trong bảng`,
  note: null,
  near,
});

const unclear = (stem: string, near: readonly string[]): UnitMatch => ({
  name: stem,
  target: null,
  problem: `trong bảng của tệp không ghi tên đơn vị, tên tệp chưa đủ rõ${maybe(near)}; ghi tên đơn vị trong tệp`,
  note: null,
  near,
});

const maybe = (near: readonly string[]): string => (near.length === 0 ? '' : ` (có phải ${either(near)}?)`);
const either = (names: readonly string[]): string => names.map((name) => `«${name}»`).join(' hay ');
