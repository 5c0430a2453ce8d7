/**
 * The units that a document is about: one list over all sheets of a workbook, each unit with its own part of the result
 * and the comparison with last year.
 */
import type { AreaResult, Assessment, BookAssessment, Tally, UnitResult } from '../model/assessment';
import { sum, type Decimal } from '../values/decimal';
import type { Deduction } from '../model/deduction';
import { matchesOfOneSpelling, unitFinder } from '../matching/find-units';
import { sharedEntries } from '../matching/match-items';
import { unitKey } from '../matching/unit-keys';
import { isGenericName } from '../matching/generic-name';
import { allTables, lossesKnown, standingsOf, type Standing } from '../matching/most-detailed';
import { itemOver, type Item, type UnitScores } from '../model/score-sheet';
import type { Survey } from '../model/beside/survey';
import type { UnitChange } from '../score/compare-years';
import { compareBooks } from '../score/compare-years';
import { pointPlacesOf } from './points';
import { faultsOf } from './why-undetermined';
import { bodyName, listed } from './wording';

/** A unit of one bảng tổng hợp; `unit` is its index in `ScoreSheet.units`. */
export interface ChosenUnit {
  readonly sheet: string;
  readonly unit: number;
}

export interface Subject {
  readonly assessment: Assessment;
  readonly unit: UnitScores;
  readonly result: UnitResult;
  /** In the order of the set. */
  readonly deductions: readonly Deduction[];
  /** The name as used inside a sentence: «UBND xã Đăk Kôi». */
  readonly name: string;
  /** The comparison with the earlier year; null if neither the unit nor the units merged into it are found there. */
  readonly change: UnitChange | null;
  /** The maximum number of decimals of the unit's points. */
  readonly pointPlaces: number;
  /** Surveys of the same workbook. */
  readonly surveys: readonly Survey[];
  /** Surveys of the year before, from this workbook or last year's. */
  readonly surveysBefore: readonly Survey[];
  /** Whether there is a workbook of an earlier year, even if the unit is not found in it. */
  readonly isCompared: boolean;
  /** The unit in every table that contains it, this table first. */
  readonly standings: readonly Standing[];
}

/**
 * Units in the order of the sheets. If `chosen` is null, all units are taken, and a unit of several sheets comes from
 * the sheet with the most information about it.
 */
export function subjectsOf(
  book: BookAssessment,
  previous: BookAssessment | null,
  chosen: readonly ChosenUnit[] | null,
): Subject[] {
  const all = allSubjects(book, previous);
  if (chosen) {
    const positions = new Map(all.map(({ unit }, position) => [unit, position]));
    const first = ({ standings }: Subject): number =>
      Math.min(...standings.map(({ unit }) => positions.get(unit) ?? 0));
    return all
      .filter(({ assessment, unit }) =>
        chosen.some((each) => each.sheet === assessment.scoreSheet.sheet && each.unit === unit.position),
      )
      .sort((a, b) => first(a) - first(b));
  }
  const counted = all.filter(({ assessment }) => book.sheets.includes(assessment));
  const best = new Map<string, Subject>();
  for (const subject of counted) {
    const other = best.get(keyOf(subject));
    if (!other || countsBefore(subject, other)) best.set(keyOf(subject), subject);
  }
  return counted.filter((subject) => best.get(keyOf(subject))?.assessment === subject.assessment);
}

/** The same units, each from the table that lists its losses item by item. */
export function detailsOf(
  { book, previous }: { readonly book: BookAssessment; readonly previous: BookAssessment | null },
  subjects: readonly Subject[],
): Subject[] {
  if (subjects.every(({ standings }) => standings.length < 2)) return [...subjects];
  const all = new Map(allSubjects(book, previous).map((each) => [each.unit, each]));
  return subjects.map((subject) => all.get(lossesKnown(book, subject).unit) ?? subject);
}

/** Cached, because the reports of a province are composed unit by unit while its years are compared only once. */
const known = new WeakMap<
  BookAssessment,
  { readonly previous: BookAssessment | null; readonly subjects: readonly Subject[] }
>();

function allSubjects(book: BookAssessment, previous: BookAssessment | null): readonly Subject[] {
  const seen = known.get(book);
  if (seen && seen.previous === previous) return seen.subjects;
  const compared = previous ? compareBooks(book, previous) : [];
  const find = standingsOf(book);
  const surveysBefore = surveysOfYearBefore(book, previous);
  const subjects = allTables(book).flatMap((sheet, position) =>
    subjectsOfSheet(sheet, compared[position]?.units ?? [], book.surveys).map((subject): Subject => {
      const { assessment, unit } = subject;
      const standing = { assessment, unit };
      return {
        ...subject,
        surveysBefore,
        isCompared: previous !== null,
        standings: [standing, ...find(standing).filter((each) => each.unit !== unit)],
      };
    }),
  );
  known.set(book, { previous, subjects });
  return subjects;
}

/**
 * The year of last year's workbook; null if unknown. If that is a sheet of the same workbook, `Cấu hình` states this
 * year for both, and the title of the sheet its own.
 */
export function yearBefore(previous: BookAssessment | null, { year }: BookAssessment['details']): number | null {
  const stated = previous?.details.year ?? null;
  if (stated === null) return year === null ? null : year - 1;
  if (stated !== year) return stated;
  const [inTitle = null, ...others] = new Set(previous?.sheets.map((sheet) => sheet.year));
  return others.length === 0 && inTitle !== year ? inTitle : null;
}

/** A survey without a year belongs to the year of its workbook. */
function surveysOfYearBefore({ surveys, details }: BookAssessment, previous: BookAssessment | null): Survey[] {
  const year = yearBefore(previous, details) ?? 0;
  return [...(previous?.surveys ?? []), ...surveys.filter((each) => each.year !== null)].filter(
    (survey) => (survey.year ?? year) === year,
  );
}

function subjectsOfSheet(
  assessment: Assessment,
  changes: readonly UnitChange[],
  surveys: readonly Survey[],
): Omit<Subject, 'standings' | 'surveysBefore' | 'isCompared'>[] {
  const byUnit = new Map<UnitScores, Deduction[]>();
  for (const each of assessment.deductions) {
    const listed = byUnit.get(each.unit);
    if (listed) listed.push(each);
    else byUnit.set(each.unit, [each]);
  }
  return assessment.units.map((result) => {
    const { unit } = result;
    const change = changes.find((each) => each.unit === unit && (each.earlier ?? each.former)) ?? null;
    const pointPlaces = Math.max(
      pointPlacesOf(assessment),
      change?.earlier ? pointPlacesOf(change.earlier.assessment) : 0,
    );
    return {
      assessment,
      unit,
      result,
      deductions: (byUnit.get(unit) ?? []).sort((a, b) => a.item.position - b.item.position),
      name: isNamed(assessment, unit) ? bodyName(unit.name) : 'đơn vị',
      change,
      pointPlaces,
      surveys,
    };
  });
}

/** A one-unit sheet without a unit name gets the name of the sheet, which is unsuitable for a report. */
const isNamed = ({ scoreSheet }: Assessment, { name }: UnitScores): boolean =>
  name.trim() !== '' && !(name === scoreSheet.sheet && isGenericName(name));

const keyOf = ({ unit: { name, group } }: Subject): string => `${unitKey(name)}|${group ?? ''}`;
/** Appraised scores count before self-scores, then the table with more items. */
function countsBefore(subject: Subject, other: Subject): boolean {
  const [priority, otherPriority] = [subject, other].map(({ unit }) => Number(unit.awardedRole === 'appraised'));
  return priority === otherPriority ? knowledge(subject) > knowledge(other) : (priority ?? 0) > (otherPriority ?? 0);
}
const knowledge = ({ assessment: { scoreSheet } }: Subject): number =>
  scoreSheet.itemised ? scoreSheet.items.length : 0;

/** Last year's result of the same unit. */
export const earlierResult = ({ change }: Subject): UnitResult | null => change?.earlier?.result ?? null;

/**
 * «UBND xã Đăk Mar và UBND xã Đăk Hring»: the units that were merged into this one; null if it is not the result of a
 * merger.
 */
export const formerNames = ({ change }: Pick<Subject, 'change'>): string | null =>
  change?.former
    ? listed([...change.former.found.map(({ result: { unit } }) => bodyName(unit.name)), ...change.former.missing])
    : null;

/** Last year's name of the unit, if a list of mergers gives it a different one. */
export const renamed = (subject: Subject): string[] => {
  const before = earlierResult(subject)?.unit.name ?? '';
  const isSame = unitKey(before) === unitKey(subject.unit.name) || !isNamed(subject.assessment, subject.unit);
  return before === '' || isSame || isGenericName(before) ? [] : [bodyName(before)];
};

/** Last year's result of the same area. */
export const earlierArea = (subject: Subject, { change }: AreaPart): AreaResult | null =>
  earlierResult(subject)?.areas.find(({ item }) => item === change?.earlier) ?? null;

const NO_ITEMS: readonly Item[] = [];

export const itemsOf = ({ assessment }: Subject): readonly Item[] =>
  assessment.scoreSheet.itemised ? assessment.scoreSheet.items : NO_ITEMS;

/**
 * Finds the unit that a name in `Cấu hình` means and returns its name in the table; null if no unit or several units
 * match.
 */
export function nameFinder(subjects: readonly Subject[]): (name: string) => string | null {
  const nameOf = ({ unit: { name } }: Subject): string => name;
  const find = unitFinder(subjects, nameOf);
  return (name) => matchesOfOneSpelling(find(name), nameOf)[0]?.unit.name ?? null;
}

/** Item numbers by subject and item; the same item has the same number in every sheet. */
export function sharedItems(subjects: readonly Subject[]): (subject: Subject) => readonly number[] {
  const trees = [...new Set(subjects.map(itemsOf))];
  const numbers = sharedEntries(trees);
  const byTree = new Map(trees.map((tree, position) => [tree, numbers[position] ?? []]));
  return (subject) => byTree.get(itemsOf(subject)) ?? [];
}

/** The sum of the points lost by these deductions. */
export const lossOf = (deductions: readonly Deduction[]): Decimal =>
  sum(deductions.map(({ lostPoints }) => lostPoints));

/** The path from the area down to the item itself. */
export function pathOf(items: readonly Item[], item: Item): Item[] {
  const over = itemOver(items, item);
  return over ? [...pathOf(items, over), item] : [item];
}

export interface AreaPart {
  readonly item: Item;
  readonly result: AreaResult;
  /** Null if a score of the area is missing or faulty. */
  readonly tally: Tally | null;
  readonly deductions: readonly Deduction[];
  readonly change: UnitChange['areas'][number] | null;
}

/** A survey part belongs to the index but is not an area of reform. */
export const reformAreas = (areas: readonly AreaPart[]): AreaPart[] => areas.filter(({ item }) => !item.survey);
export const surveyParts = (areas: readonly AreaPart[]): AreaPart[] => areas.filter(({ item }) => item.survey);

/** A unit's areas in the order of the set, including survey parts. */
export function areasOf(subject: Subject): AreaPart[] {
  const faulty = new Set(faultsOf(subject).map(({ item }) => item?.area));
  return subject.result.areas.map((result): AreaPart => {
    const { item } = result;
    const deductions = subject.deductions.filter((each) => each.item.area === item.position);
    const change = subject.change?.areas.find((each) => each.item === item) ?? null;
    return { item, result, tally: faulty.has(item.position) ? null : result.tally, deductions, change };
  });
}
