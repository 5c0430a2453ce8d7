/**
 * Decides whether sheets of the same units are parts of one set of criteria: no area is on two of them, and codes that
 * continue through the sheets, the names of the tabs, or sums confirm it.
 */
import { agreeingSummary, isSameYear } from './summaries';
import { joinParts } from './join-parts';
import { parseCode, splitCodeAndName } from '../tree/codes';
import {
  awardedScores,
  isCounted,
  isScoredItem,
  maxPointsOf,
  unitAxis,
  type Question,
  type Score,
  type ScoreRole,
  type ScoreSheet,
  type UnitScores,
} from '../../model/score-sheet';
import { ONE_HUNDRED, ZERO, roughSum, type Decimal } from '../../values/decimal';
import { plainKey } from '../../values/fold-text';
import { patternOf } from '../../values/pattern';
import { unitKey } from '../../matching/unit-keys';
import { namesBody } from '../words/unit-names';

interface FoundParts {
  readonly joined: ScoreSheet;
  /** False if the areas differ but nothing else shows that they belong together. */
  readonly isSure: boolean;
}

/** `others` are tables of the workbook that may add the parts up. Returns null if an area is on two sheets. */
export function findParts(sheets: readonly ScoreSheet[], others: readonly ScoreSheet[]): FoundParts | null {
  if (sheets.length < 2 || sheets.some(({ itemised }) => !itemised)) return null;
  if (sheets.some((one, position) => sheets.some((other, to) => position < to && sharesAreas(one, other)))) return null;
  const places = numbersThrough(sheets);
  const inOrder = places ? [...sheets].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)) : sheets;
  const joined = joinParts(inOrder);
  if (!joined) return null;
  const isSure = places !== null || isOfHundred(joined) || agreeingSummary(joined, others) !== null;
  return { joined, isSure };
}

/**
 * Whether both have the same items in the same order. A name that is broken over two rows in one may be whole in the
 * other.
 */
export const hasSameItems = (one: ScoreSheet, other: ScoreSheet): boolean =>
  one.items.length === other.items.length &&
  one.items.every(({ code, name }, position) => {
    const same = other.items[position];
    const [a, b] = [plainKey(name), plainKey(same?.name ?? '')];
    return code === same?.code && a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
  });

const scoreKey = (score: Score): string => (score.kind === 'points' ? String(score.points) : score.kind);

/** A sum that only one of two copies states does not tell them apart: a first click fills it in on one sheet only. */
export function scoresAlike({ items }: ScoreSheet, one: UnitScores, other: UnitScores): boolean {
  const [scores, copied] = [awardedScores(one), awardedScores(other)];
  return (
    scores.length === copied.length &&
    scores.every((score, position) => {
      const keys = [score, copied[position] ?? score].map(scoreKey);
      const item = items[position];
      return keys[0] === keys[1] || (item && !isScoredItem(item) && keys.includes('notYetScored'));
    })
  );
}

/**
 * One form that several bodies fill in, each only its areas, on separate sheets: takes every area from the sheet that
 * scored it. Returns null if two sheets scored an area, if one scored them all, or if two forms differ in a maximum.
 */
export function takenInTurns(sheets: readonly ScoreSheet[]): ScoreSheet | null {
  const [first] = sheets;
  if (!first?.itemised || unitAxis(first) === 'row' || !sheets.every((each) => hasSameItems(each, first))) return null;
  if (first.items.some((_, position) => differ(sheets.map(({ items }) => items[position]?.max ?? null)))) return null;
  const ofSheet = new Map<ScoreSheet, Set<number>>(sheets.map((each) => [each, new Set()]));
  for (const area of areasIn(first)) {
    const scoringSheets = sheets.filter((sheet) => isScoredIn(sheet, area.position));
    if (scoringSheets.length > 1) return null;
    ofSheet.get(scoringSheets[0] ?? first)?.add(area.position);
  }
  const turns = sheets.flatMap((sheet) => {
    const areas = ofSheet.get(sheet);
    return areas && areas.size > 0 ? [onlyAreas(sheet, areas)] : [];
  });
  return turns.length < 2 ? null : joinParts(turns);
}

const differ = (maxima: readonly (Decimal | null)[]): boolean => new Set(maxima.filter((max) => max !== null)).size > 1;

/** A sum of 0 above blank items is the result of a formula. */
const isScoredIn = ({ items, units }: ScoreSheet, area: number): boolean =>
  units.some((unit) => {
    const scores = awardedScores(unit);
    return items.some((item) => {
      const score = scores[item.position];
      if (item.area !== area || score?.kind === 'notYetScored') return false;
      return isScoredItem(item) || score?.kind !== 'points' || score.points !== ZERO;
    });
  });

function onlyAreas(sheet: ScoreSheet, areas: ReadonlySet<number>): ScoreSheet {
  const areaItems = sheet.items.filter(({ area }) => areas.has(area));
  const places = new Map(areaItems.map(({ position }, place) => [position, place]));
  const place = (position: number): number => places.get(position) ?? -1;
  const only = <T>(list: readonly T[] | null): readonly T[] | null =>
    list && list.filter((_, position) => places.has(position));
  return {
    ...sheet,
    items: areaItems.map((item) => ({
      ...item,
      index: place(item.position),
      parent: place(item.parent),
      children: item.children.map(place),
      area: place(item.area),
    })),
    units: sheet.units.map((unit) => ({
      ...unit,
      self: only(unit.self),
      appraised: only(unit.appraised),
      max: only(unit.max),
      lost: only(unit.lost),
      percent: only(unit.percent),
    })),
    facts: sheet.facts.filter(({ kind }) => kind !== 'split-row' && kind !== 'stated-change'),
  };
}

const areasIn = ({ items }: ScoreSheet) => items.filter(({ parent }) => parent < 0);

function sharesAreas(one: ScoreSheet, other: ScoreSheet): boolean {
  const names = new Set(areasIn(one).map(({ name }) => plainKey(name)));
  return areasIn(other).some(({ name }) => names.has(plainKey(name)));
}

/**
 * Positions by codes of areas that continue, else by numbers in the tabs; null if neither counts from 1 without a gap.
 */
function numbersThrough(sheets: readonly ScoreSheet[]): ReadonlyMap<ScoreSheet, number> | null {
  const byCode = sheets.map((sheet) => areasIn(sheet).map(({ code, name }) => numberOf(code, name)));
  const codes = byCode.flat();
  if (isCount(codes)) return new Map(sheets.map((sheet, position) => [sheet, byCode[position]?.[0] ?? 0]));
  const tabs = sheets.map(({ sheet }) => numberOfTab(sheet));
  return isCount(tabs) ? new Map(sheets.map((sheet, position) => [sheet, tabs[position] ?? 0])) : null;
}

const isCount = (numbers: readonly (number | null)[]): boolean => {
  const all = new Set(numbers);
  return all.size === numbers.length && numbers.every((_, position) => all.has(position + 1));
};

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];

/** II → 2, B → 2, 2 → 2; returns null for a code of a deeper level. */
function numberOf(stated: string, name: string): number | null {
  const text = stated === '' ? (splitCodeAndName(name)?.code.text ?? '') : stated;
  const code = parseCode(text);
  if (!code) return null;
  const bare = code.text.toLowerCase();
  if (code.kind === 'arabic') return code.parts.length === 1 ? (code.parts[0] ?? null) : null;
  if (code.parts.length > 0) return null;
  return code.kind === 'roman' ? ROMAN.indexOf(bare) + 1 || null : bare.charCodeAt(0) - 96;
}

const PART_OF_SET = /^(?:linh vuc|lv|phan|muc|chuong|nhom(?: tieu chi)?|noi dung)[ .:_-]*(\d{1,2}|[ivx]{1,5}|[a-h])\b/;

/** «Lĩnh vực 2», «LV2», «Phần II»: tabs that name a part of a set. «Sheet2» and «Biểu 2» do not. */
function numberOfTab(tab: string): number | null {
  const number = PART_OF_SET.exec(plainKey(tab))?.[1];
  return number === undefined ? null : /^\d/.test(number) ? Number(number) : numberOf(number.toUpperCase(), '');
}

/** Whether the maxima that apply to the first unit add up to 100. */
function isOfHundred(sheet: ScoreSheet): boolean {
  const [unit] = sheet.units;
  if (!unit) return false;
  const counted = sheet.items.filter(isCounted);
  return counted.reduce((sum, item) => roughSum(sum, maxPointsOf(unit, item) ?? ZERO), ZERO) === ONE_HUNDRED;
}

const SELF = /tu (cham|danh gia|cho diem)|don vi cham|^tc$/;
const APPRAISED_WORDS = patternOf([
  String.raw`^(vong|lan) \d|tham dinh|hoi dong|phuc tra|ra soat|cong nhan|chinh thuc|cuoi cung`,
  String.raw`|(so|huyen|tinh|to cong tac|doan) .{0,20}cham`,
  String.raw`|cham( diem)? (cua|boi|do) (so|snv|to|doan|huyen|tinh|ban|bcd|phong|lien nganh)\b|^(td|snv|pnv|hdtd|ttd)$`,
]);

/** The side that scored; null if the text names both or neither. */
export function sideInName(text: string): ScoreRole | null {
  const key = plainKey(text);
  const [isSelf, isJudged] = [SELF.test(key), APPRAISED_WORDS.test(key)];
  return isSelf === isJudged ? null : isSelf ? 'self' : 'appraised';
}

/**
 * Sheets of one unit named only by their tabs. They are sides of the unit if the tabs name both sides, which `settle`
 * joins, or parts if their areas continue; they are not separate units. The unit is the one that a sheet names, if only
 * one does.
 */
export function withPartsOfOneUnit(
  sheets: readonly ScoreSheet[],
  settle: (sheets: readonly ScoreSheet[]) => readonly ScoreSheet[],
): readonly ScoreSheet[] {
  const alone = sheets.filter(({ kind }) => kind === 'one-unit');
  const isNamed = ({ units, sheet }: ScoreSheet): boolean =>
    units.some(({ name }) => name !== '' && (name !== sheet || namesBody(name)));
  const [named, ...others] = alone.filter(isNamed);
  const nameOf = ({ units }: ScoreSheet): string => units[0]?.name ?? '';
  // Some of its sheets may name the one unit, others not.
  const areOthers = others.some((each) => named && unitKey(nameOf(each)) !== unitKey(nameOf(named)));
  const unitSheets = areOthers ? alone.filter((each) => !isNamed(each)) : alone;
  const [first] = unitSheets;
  if (
    !first ||
    unitSheets.length < 2 ||
    unitSheets.every(isNamed) ||
    !unitSheets.every((each) => isSameYear(first, each))
  )
    return sheets;
  const name = areOthers || !named ? '' : nameOf(named);
  const ofOne = unitSheets.map((each) => ({ ...each, units: each.units.map((unit) => ({ ...unit, name })) }));
  const withOwn = (tables: readonly ScoreSheet[]): readonly ScoreSheet[] =>
    sheets.flatMap((each) => (each === first ? tables : unitSheets.includes(each) ? [] : [each]));
  const sides = new Set(unitSheets.map(({ sheet }) => sideInName(sheet)));
  if (sides.has('self') && sides.has('appraised') && !sides.has(null)) {
    const settled = settle(ofOne);
    if (settled.length === 1) return withOwn(settled);
    return withOwn(unitSheets.map((each, position) => ({ ...each, facts: settled[position]?.facts ?? each.facts })));
  }
  const parts = findParts(ofOne, []);
  if (!parts) return sheets;
  const isOpen = (each: ScoreSheet): boolean => !isNamed(each) && !(parts.isSure && isCalledPart(each, named));
  const unsure = name === '' && parts.isSure ? undefined : unitSheets.find(isOpen);
  return withOwn(
    unsure
      ? unitSheets.map((each) => ({ ...each, facts: [...each.facts, askWhoseSheet(each, unsure, name)] }))
      : [parts.joined],
  );
}

const ANY_PART = patternOf([
  String.raw`^(?:sheet|trang(?: tinh)?|bang(?: cham)?(?: diem)?|bieu(?: mau)?|phu luc|pl|chi tiet|tiep(?: theo)?)?`,
  String.raw`[ .:_()-]*(?:\d{1,2}|[ivx]{1,5}|[a-h])?[ .)]*$`,
]);
/** Fewer initials can be those of anything. */
const FEWEST_INITIALS = 3;

/**
 * Whether the tab is a word or number for a part, begins with the named sheet's tab, or names one of its areas in full
 * or by initials.
 */
function isCalledPart(sheet: ScoreSheet, named: ScoreSheet | undefined): boolean {
  const tab = plainKey(sheet.sheet);
  if (ANY_PART.test(tab) || PART_OF_SET.test(tab) || (named && tab.startsWith(plainKey(named.sheet)))) return true;
  return areasIn(sheet).some(({ name }) => {
    const area = plainKey(name);
    const initials = area.replace(/([a-z0-9])[a-z0-9]*[^a-z0-9]*/g, '$1');
    return area.includes(tab) || tab.includes(area) || (tab.length >= FEWEST_INITIALS && initials.includes(tab));
  });
}

const askWhoseSheet = ({ headerRows, nameColumn }: ScoreSheet, unsure: ScoreSheet, name: string): Question => ({
  kind: 'undecided-column',
  at: [{ row: headerRows[0] ?? 0, column: nameColumn }],
  unit: null,
  question: `Trang tính «${unsure.sheet}» là một phần của bảng ${name || 'cùng một đơn vị'} hay của đơn vị khác`,
  choices: [],
  isOfSum: true,
  because: 'các trang tính ghi những tiêu chí khác nhau, mà trang tính này không ghi tên đơn vị',
  remedy: `hãy ghi «Đơn vị: …» phía trên bảng của trang tính «${unsure.sheet}».`,
});
