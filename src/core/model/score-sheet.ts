/**
 * The bảng tổng hợp as understood: items, units and scores, each with the cell it came from. Pure data; nothing is
 * judged here.
 */
import { inSheet, keyOf, sheetNumber, type Address, type Area2D, type Axis } from '../values/address';
import type { Decimal } from '../values/decimal';
import { textAt, type Grid } from './grid';
import { type ReadFact, NO_READING, type SheetReading } from './reading';
import type { ResultRole, ScoreRole } from './score-role';

export type { Choice, Question, ReadFact } from './reading';
export { RESULT_ROLES, SCORE_ROLES, isScoredRole, type ResultRole, type ScoreRole } from './score-role';

export type LayoutKind = 'one-unit' | 'units-as-columns' | 'units-as-rows';

/** How a cell's text had to be read to become a number; each is worth a diagnostic. */
export type Repair = 'text' | 'footnote' | 'fraction-max';

/** What one score cell says. Blank, not applicable and damaged are never 0. */
export type Score =
  | {
      readonly kind: 'points';
      readonly points: Decimal;
      /** 94 in "75,42/94" */ readonly of: Decimal | null;
      readonly repairs: readonly Repair[];
    }
  | { readonly kind: 'notApplicable'; readonly text: string }
  | { readonly kind: 'notYetScored'; readonly text: string }
  | { readonly kind: 'ambiguous'; readonly text: string }
  | { readonly kind: 'damaged'; readonly text: string; readonly problem: 'error' | 'date' | 'number' };

/** One row of the criteria tree (families A, B) or one area column (family C). */
export interface Item {
  /** Position in `ScoreSheet.items`; parents stand before their children. */
  readonly index: number;
  /** As repaired: 1.10 where the cell holds the number 1.1 after 1.9. "" for an item without a code. */
  readonly code: string;
  /** As the cell states it, "" when blank. */
  readonly statedCode: string;
  readonly name: string;
  /** 0 for an area. */
  readonly level: number;
  /** Index of the parent, −1 for an area. */
  readonly parent: number;
  readonly children: readonly number[];
  /** Index of the area (root) that the item belongs to. */
  readonly area: number;
  /** True for a part scored by survey (điều tra xã hội học, SIPAS), at any level. */
  readonly survey: boolean;
  /** Maximum stated for every unit; null when the sheet states none here. */
  readonly max: Decimal | null;
  /** Cell of the maximum; null when it stands inside a header text or in another sheet. */
  readonly maxAt: Address | null;
  /** Row of the item (families A, B); the header's row in family C. */
  readonly row: number;
  /** Column of the item's code or name (families A, B); first column of the area's block in family C. */
  readonly column: number;
  /** Columns by role of this item's block; only in family C. */
  readonly columns: RoleColumns;
  /** True below the areas of a list of losses: a loss that is said there, and a part of no sum. */
  readonly listed?: boolean;
}

export type RoleColumns = Readonly<Partial<Record<ScoreRole, number>>>;

/** A loss that the sheet states beside a score, always as a positive amount. */
export interface StatedNumber {
  readonly value: Decimal;
  readonly repairs: readonly Repair[];
}

/** One unit with all its scores, arrays by `Item.index`. */
export interface UnitScores {
  readonly index: number;
  readonly name: string;
  /** Khối; null when the sheet has none. */
  readonly group: string | null;
  /** False for a unit that is listed but takes no part in the ranking. */
  readonly ranked: boolean;
  /**
   * Header cell (families A, B) or name cell (family C) of the unit; for a one-unit sheet the cell that names it, else
   * the header.
   */
  readonly at: Address;
  /** Columns by role (families A, B); empty in family C, where `Item.columns` has them. */
  readonly columns: RoleColumns;
  /** Row of the unit (family C); −1 otherwise. */
  readonly row: number;
  readonly self: readonly Score[] | null;
  readonly appraised: readonly Score[] | null;
  /** Which of the two is `awardedPoints`, chosen for the whole sheet, never cell by cell. */
  readonly awardedRole: 'self' | 'appraised';
  /** Maximum for this unit alone, where the sheet has such a column; null entries say nothing. */
  readonly max: readonly (Decimal | null)[] | null;
  /** Losses stated beside the scores; null entries are blank cells. */
  readonly lost: readonly (StatedNumber | null)[] | null;
  /** Percentages stated beside the scores. */
  readonly percent: readonly (StatedNumber | null)[] | null;
  /** Results stated for the unit, by role; a role without a cell is absent. */
  readonly stated: Readonly<Partial<Record<ResultRole, StatedResult>>>;
  /** Cells of points given or taken outside the tree; a blank one counts as none. */
  readonly bonus: readonly StatedResult[];
  readonly penalty: readonly StatedResult[];
  /** The same two beside the self-scores, where these are not what counts. */
  readonly selfOutside?: Pick<UnitScores, 'bonus' | 'penalty'>;
}

/** A result cell: where it is, what stands there, whether the officer's own formula computes it. */
export interface StatedResult {
  readonly at: Address;
  readonly text: string;
  /** The number in it: 84,41; 9 for "9/20"; null when blank or no number. */
  readonly value: Decimal | null;
  /** Second number of "75,42/94" or "9/20". */
  readonly of: Decimal | null;
  readonly isFormula: boolean;
  readonly isBlank: boolean;
}

/** Where the result lines stand: rows in families A and B, columns in family C. Absent roles have no line yet. */
export type ResultLines = Readonly<Partial<Record<ResultRole, number>>>;

/** One of the sheets that a table lies on, and where its units stand there. */
export interface SheetPart {
  readonly sheet: string;
  /** As it was read by itself. */
  readonly table: ScoreSheet;
  /** By `UnitScores.index`. */
  readonly units: readonly Pick<UnitScores, 'columns' | 'row'>[];
}

export interface ScoreSheet {
  /** Of a table that lies on several sheets the first one. */
  readonly sheet: string;
  readonly kind: LayoutKind;
  readonly grid: Grid;
  /** Header rows and body rows of the table, letterhead and signatures left out. */
  readonly table: Area2D;
  readonly headerRows: readonly number[];
  readonly items: readonly Item[];
  readonly units: readonly UnitScores[];
  /** False where the sheet has only points of the whole: its one item stands for all areas together. */
  readonly itemised: boolean;
  readonly resultLines: ResultLines;
  /** Columns that hold the code and the name of an item (A, B) or the name of a unit (C). */
  readonly codeColumn: number | null;
  readonly nameColumn: number;
  /** Column of the maximum that holds for every unit (families A, B), or row of it (family C). */
  readonly maxLine: number | null;
  /** Maximum of the whole as a total row or column states it, for every unit alike; null when nowhere. */
  readonly statedMax: StatedResult | null;
  readonly facts: readonly ReadFact[];
  /** Sheet of the more detailed table of the same units that this one only says again: it is compared, not counted. */
  readonly restates?: string;
  /** The sheet with the same items whose scores stand here as the units' own, and its units by `UnitScores.index`. */
  readonly selfSheet?: { readonly table: ScoreSheet; readonly units: readonly (UnitScores | null)[] };
  /** The sheets of a table that lies on several; its cells are numbered through them (`sheetNumber`). */
  readonly parts?: readonly SheetPart[];
  /** How the table was understood, column by column. */
  readonly reading: SheetReading;
}

/** A score sheet before it is told how it was understood. */
export type UntoldSheet = Omit<ScoreSheet, 'reading'>;

/**
 * The axis along which units follow each other. Items follow each other along the other one, and so do result lines.
 */
export const unitAxis = ({ kind }: Pick<ScoreSheet, 'kind'>): Axis => (kind === 'units-as-rows' ? 'row' : 'column');

/** A sheet in which nothing could be read, and why. */
export const blankScoreSheet = (grid: Grid, facts: readonly ReadFact[]): ScoreSheet => ({
  sheet: grid.sheet,
  kind: 'one-unit',
  grid,
  table: { top: 0, left: 0, bottom: 0, right: 0 },
  headerRows: [],
  items: [],
  units: [],
  itemised: true,
  resultLines: {},
  codeColumn: null,
  nameColumn: 0,
  maxLine: null,
  statedMax: null,
  facts,
  reading: NO_READING,
});

/** Cell of one unit's score, loss, cause … for one item; null when the sheet has no such column. */
export function addressOf(sheet: ScoreSheet, unit: UnitScores, item: Item, role: ScoreRole): Address | null {
  const isRow = unitAxis(sheet) === 'row';
  const own = sheet.parts?.[sheetNumber(item)]?.units[unit.index] ?? unit;
  const column = isRow ? item.columns[role] : own.columns[role];
  return column === undefined ? null : { row: isRow ? own.row : item.row, column };
}

/** The sheet that a cell of the table lies on, and the cell as it is numbered there. */
export const placeOf = (
  { sheet, parts }: Pick<ScoreSheet, 'sheet' | 'parts'>,
  at: Address,
): { readonly sheet: string; readonly at: Address } => ({
  sheet: parts?.[sheetNumber(at)]?.sheet ?? sheet,
  at: inSheet(at),
});

export const sheetsOf = ({ sheet, parts }: Pick<ScoreSheet, 'sheet' | 'parts'>): readonly string[] =>
  parts?.map((part) => part.sheet) ?? [sheet];

/** What the table is called: «LV1 + LV2 + LV3» where it lies on several sheets. */
export const sheetTitle = (sheet: Pick<ScoreSheet, 'sheet' | 'parts'>): string => sheetsOf(sheet).join(' + ');

/** All columns that hold one of the roles for some unit or item. */
export function columnsOf(sheet: ScoreSheet, roles: readonly ScoreRole[]): ReadonlySet<number> {
  const own = sheet.parts?.flatMap(({ units }) => units) ?? sheet.units;
  const found = new Set<number>();
  for (const { columns } of unitAxis(sheet) === 'row' ? sheet.items : own) {
    for (const role of roles) {
      const column = columns[role];
      if (column !== undefined) found.add(column);
    }
  }
  return found;
}

/** Cell of the score that counts; where the sheet has none, of the item. */
export const scoreCellOf = (sheet: ScoreSheet, unit: UnitScores, item: Item): Address =>
  addressOf(sheet, unit, item, unit.awardedRole) ?? { row: item.row, column: item.column };

/** What a cell of the sheet shows. */
export const textIn = ({ grid }: ScoreSheet, { row, column }: Address): string => textAt(grid, row, column);
/** The officer's own formula without "="; null where a cell has none. */
export const formulaIn = ({ grid }: ScoreSheet, at: Address): string | null => grid.formulas.get(keyOf(at)) ?? null;
export const isPercentAt = ({ grid }: ScoreSheet, at: Address): boolean => grid.percents.has(keyOf(at));
export const hasFormulas = ({ grid }: ScoreSheet): boolean => grid.formulas.size > 0;
export const hasDates = ({ grid }: ScoreSheet): boolean => grid.dates.size > 0;

/** The scores that count: appraised where the sheet has that column, else self. */
export const awardedScores = (unit: UnitScores): readonly Score[] =>
  (unit.awardedRole === 'appraised' ? unit.appraised : unit.self) ?? [];

export const isScoredItem = (item: Item): boolean => item.children.length === 0;

/** A scored item whose points go into the sums. */
export const isCounted = (item: Item): boolean => isScoredItem(item) && item.listed !== true;

/** Whether the item belongs to a survey part beside the areas. */
export const isInSurvey = (items: readonly Item[], item: Item): boolean => areaOf(items, item).survey;

export const positionsOf = (items: readonly Item[]): number[] => items.map(({ index }) => index);

/** The unit and the item at positions that a page or a command sent; null where one of them is not there. */
export function pairAt(
  { units, items }: Pick<ScoreSheet, 'units' | 'items'>,
  { unit, item }: { readonly unit: number; readonly item: number },
): { readonly unit: UnitScores; readonly item: Item } | null {
  const [scores, scored] = [units[unit], items[item]];
  return scores && scored ? { unit: scores, item: scored } : null;
}

/** The area that it belongs to; an area belongs to itself. */
export const areaOf = (items: readonly Item[], item: Item): Item => items[item.area] ?? item;

/** What it is a part of; null for an area. */
export const itemOver = (items: readonly Item[], { parent }: Item): Item | null => items[parent] ?? null;

export const partsOf = (items: readonly Item[], { children }: Item): readonly Item[] =>
  children.flatMap((child) => items[child] ?? []);

/** Whether the item, or one above it, is scored by survey. */
export function isSurvey(items: readonly Item[], item: Item): boolean {
  for (let each: Item | null = item; each; each = itemOver(items, each)) if (each.survey) return true;
  return false;
}

/** Its parts; of an area in a list of losses what is listed below it. */
export const itemsBelow = (items: readonly Item[], item: Item): readonly Item[] =>
  item.children.length > 0
    ? partsOf(items, item)
    : items.filter((each) => each.listed === true && each.parent === item.index);

/** Maximum of an item for one unit, before asking whether it applies; null when nobody states it. */
export const maxPointsOf = (unit: UnitScores, item: Item): Decimal | null => unit.max?.[item.index] ?? item.max;

/** «1.2.1 Tên tiêu chí», or the name alone for an item without a code. */
export const labelOf = (item: Item): string =>
  item.code === '' ? item.name : item.name === '' ? item.code : `${item.code} ${item.name}`;

/** The unit's name; where its sheet names none, that of the sheet. */
export const unitLabel = (sheet: Pick<ScoreSheet, 'sheet' | 'parts'>, { name }: Pick<UnitScores, 'name'>): string =>
  name === '' ? sheetTitle(sheet) : name;

/**
 * Cell that states the item's maximum for this unit: the unit's own if it has one, else the common one; null when it
 * stands in no cell of the sheet.
 */
export const maxCellOf = (sheet: ScoreSheet, unit: UnitScores, item: Item): Address | null =>
  (typeof unit.max?.[item.index] === 'number' ? addressOf(sheet, unit, item, 'max') : null) ?? item.maxAt;
