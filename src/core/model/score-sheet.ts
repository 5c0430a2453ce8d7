/**
 * The bảng tổng hợp as understood: items, units and scores, each with its source cell. Pure data, without any checks.
 */
import { inSheet, keyOf, sheetNumber, type Address, type Area2D, type Axis } from '../values/address';
import type { Decimal } from '../values/decimal';
import { textAt, type Grid } from './workbook/grid';
import { type ReadFact, NO_READING, type FigureBeside, type SheetReading, type StatedPlace } from './reading';
import type { ResultRole, ScoreRole } from './score-role';

export type { Choice, Question, ReadFact } from './reading';
export { RESULT_ROLES, SCORE_ROLES, isScoredRole, type ResultRole, type ScoreRole } from './score-role';

export type LayoutKind = 'one-unit' | 'units-as-columns' | 'units-as-rows';

/** How a cell's text was converted to a number; each conversion is worth a diagnostic. */
export type Repair = 'text' | 'footnote' | 'fraction-max';

/** The content of a score cell. Blank, not applicable and damaged are never 0. */
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
  /** Position in `ScoreSheet.items`; parents come before their children. */
  readonly position: number;
  /** After repair: 1.10 if the cell holds the number 1.1 after 1.9. "" for an item without a code. */
  readonly code: string;
  /** As written in the cell, "" if blank. */
  readonly statedCode: string;
  readonly name: string;
  /** 0 for an area. */
  readonly level: number;
  /** Position of the parent, −1 for an area. */
  readonly parent: number;
  readonly children: readonly number[];
  /** Position of the area (root) that the item belongs to. */
  readonly area: number;
  /** True for a part scored by survey (điều tra xã hội học, SIPAS), at any level. */
  readonly survey: boolean;
  /** Maximum stated for every unit; null when the sheet states none here. */
  readonly max: Decimal | null;
  /** Cell of the maximum; null if it is part of a header text or in another sheet. */
  readonly maxAt: Address | null;
  /** Row of the item (families A, B); the header's row in family C. */
  readonly row: number;
  /** Column of the item's code or name (families A, B); first column of the area's block in family C. */
  readonly column: number;
  /** Columns of this item's block by role; only in family C. */
  readonly columns: RoleColumns;
  /** True for an item below an area in a list of losses: it only states a loss and is not part of any sum. */
  readonly listed?: boolean;
}

export type RoleColumns = Readonly<Partial<Record<ScoreRole, number>>>;

/** A number stated beside a score: a loss, always as a positive amount, or a percentage. */
export interface StatedNumber {
  readonly value: Decimal;
  readonly repairs: readonly Repair[];
}

/** One unit with all its scores; arrays are by `Item.index`. */
export interface UnitScores {
  readonly position: number;
  readonly name: string;
  /** Khối; null when the sheet has none. */
  readonly group: string | null;
  /** False for a unit that is listed but not ranked. */
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
  /** Which of the two gives `awardedPoints`; chosen for the whole sheet, never cell by cell. */
  readonly awardedRole: 'self' | 'appraised';
  /** Maximum for this unit alone, if the sheet has such a column; null entries state no maximum. */
  readonly max: readonly (Decimal | null)[] | null;
  /** Losses stated beside the scores; null entries are blank cells. */
  readonly lost: readonly (StatedNumber | null)[] | null;
  /** Percentages stated beside the scores. */
  readonly percent: readonly (StatedNumber | null)[] | null;
  /** Results stated for the unit, by role; a role without a cell is absent. */
  readonly stated: Readonly<Partial<Record<ResultRole, StatedResult>>>;
  /** Cells of points added or deducted outside the set; a blank cell counts as zero. */
  readonly bonus: readonly StatedResult[];
  readonly penalty: readonly StatedResult[];
  /** The same for the self-scores, if these are not the awarded scores. */
  readonly selfOutside?: Pick<UnitScores, 'bonus' | 'penalty'>;
}

/** A result cell: its address and content, and whether the officer's own formula computes it. */
export interface StatedResult {
  readonly at: Address;
  readonly text: string;
  /** The number in the text: 84,41; 9 for "9/20"; null if blank or not a number. */
  readonly value: Decimal | null;
  /** Second number of "75,42/94" or "9/20". */
  readonly of: Decimal | null;
  readonly isFormula: boolean;
  readonly isBlank: boolean;
}

/** Positions of the result lines: rows in families A and B, columns in family C. A role without a line is absent. */
export type ResultLines = Readonly<Partial<Record<ResultRole, number>>>;

/** One of the sheets that a table spans, with the positions of its units there. */
export interface SheetPart {
  readonly sheet: string;
  /** The part read as a table of its own. */
  readonly table: ScoreSheet;
  /** By `UnitScores.index`. */
  readonly units: readonly Pick<UnitScores, 'columns' | 'row'>[];
}

export interface ScoreSheet {
  /** Ranks of a sheet of ranks alone, by positions of unit and area: «0 3», «0 » overall. */
  readonly placesBeside?: ReadonlyMap<string, StatedPlace>;
  readonly figuresBeside?: readonly FigureBeside[];
  /** The first sheet if the table spans several. */
  readonly sheet: string;
  readonly kind: LayoutKind;
  readonly grid: Grid;
  /** Header rows and body rows of the table, without letterhead and signatures. */
  readonly table: Area2D;
  readonly headerRows: readonly number[];
  readonly items: readonly Item[];
  readonly units: readonly UnitScores[];
  /** False if the sheet has only points of the whole: its single item represents all areas together. */
  readonly itemised: boolean;
  readonly resultLines: ResultLines;
  /** Columns that hold the code and the name of an item (A, B) or the name of a unit (C). */
  readonly codeColumn: number | null;
  readonly nameColumn: number;
  /** The maximum for every unit: its column (families A, B) or row (family C). */
  readonly maxLine: number | null;
  /** The overall maximum in a total row or column, for every unit alike; null if not stated. */
  readonly statedMax: StatedResult | null;
  readonly facts: readonly ReadFact[];
  /** Sheet of a more detailed table of the same units that this one repeats: this table is compared but not counted. */
  readonly restates?: string;
  /** A sheet with the same items whose scores serve as self-scores here, and its units by `UnitScores.index`. */
  readonly selfSheet?: { readonly table: ScoreSheet; readonly units: readonly (UnitScores | null)[] };
  /** The sheets of a table that spans several; their rows are numbered consecutively (`sheetNumber`). */
  readonly parts?: readonly SheetPart[];
  /** How the table was understood, column by column. */
  readonly reading: SheetReading;
}

/** A score sheet before its reading is added. */
export type SheetWithoutReading = Omit<ScoreSheet, 'reading'>;

/** The axis along which units follow each other. Items and result lines follow each other along the other axis. */
export const unitAxis = ({ kind }: Pick<ScoreSheet, 'kind'>): Axis => (kind === 'units-as-rows' ? 'row' : 'column');

/** A sheet in which nothing could be read; `facts` state why. */
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
  const partUnit = sheet.parts?.[sheetNumber(item)]?.units[unit.position] ?? unit;
  const column = isRow ? item.columns[role] : partUnit.columns[role];
  return column === undefined ? null : { row: isRow ? partUnit.row : item.row, column };
}

/** The sheet of a cell of the table, and the cell's address in that sheet. */
export const placeOf = (
  { sheet, parts }: Pick<ScoreSheet, 'sheet' | 'parts'>,
  at: Address,
): { readonly sheet: string; readonly at: Address } => ({
  sheet: parts?.[sheetNumber(at)]?.sheet ?? sheet,
  at: inSheet(at),
});

export const sheetsOf = ({ sheet, parts }: Pick<ScoreSheet, 'sheet' | 'parts'>): readonly string[] =>
  parts?.map((part) => part.sheet) ?? [sheet];

/** The table's title: «LV1 + LV2 + LV3» if it spans several sheets. */
export const sheetTitle = (sheet: Pick<ScoreSheet, 'sheet' | 'parts'>): string => sheetsOf(sheet).join(' + ');

/** All columns that hold one of the roles for some unit or item. */
export function columnsOf(sheet: ScoreSheet, roles: readonly ScoreRole[]): ReadonlySet<number> {
  const allUnits = sheet.parts?.flatMap(({ units }) => units) ?? sheet.units;
  const found = new Set<number>();
  for (const { columns } of unitAxis(sheet) === 'row' ? sheet.items : allUnits) {
    for (const role of roles) {
      const column = columns[role];
      if (column !== undefined) found.add(column);
    }
  }
  return found;
}

/** The cell of the awarded score; if the sheet has no such column, the item's cell. */
export const scoreCellOf = (sheet: ScoreSheet, unit: UnitScores, item: Item): Address =>
  addressOf(sheet, unit, item, unit.awardedRole) ?? { row: item.row, column: item.column };

/** The text of a cell of the sheet. */
export const textIn = ({ grid }: ScoreSheet, { row, column }: Address): string => textAt(grid, row, column);
/** The officer's own formula without "="; null if the cell has none. */
export const formulaIn = ({ grid }: ScoreSheet, at: Address): string | null => grid.formulas.get(keyOf(at)) ?? null;
export const isPercentAt = ({ grid }: ScoreSheet, at: Address): boolean => grid.percents.has(keyOf(at));
export const hasFormulas = ({ grid }: ScoreSheet): boolean => grid.formulas.size > 0;
export const hasDates = ({ grid }: ScoreSheet): boolean => grid.dates.size > 0;

/** The scores that count: appraised if the sheet has that column, else self. */
export const awardedScores = (unit: UnitScores): readonly Score[] =>
  (unit.awardedRole === 'appraised' ? unit.appraised : unit.self) ?? [];

export const isScoredItem = (item: Item): boolean => item.children.length === 0;

/** Whether the item is scored and its points are part of the sums. */
export const isCounted = (item: Item): boolean => isScoredItem(item) && item.listed !== true;

/** Whether the item's area is a survey part. */
export const isInSurvey = (items: readonly Item[], item: Item): boolean => areaOf(items, item).survey;

export const positionsOf = (items: readonly Item[]): number[] => items.map(({ position }) => position);

/** The unit and the item at positions sent by a page or a command; null if either does not exist. */
export function pairAt(
  { units, items }: Pick<ScoreSheet, 'units' | 'items'>,
  { unit, item }: { readonly unit: number; readonly item: number },
): { readonly unit: UnitScores; readonly item: Item } | null {
  const [scores, scored] = [units[unit], items[item]];
  return scores && scored ? { unit: scores, item: scored } : null;
}

/** The item's area; an area belongs to itself. */
export const areaOf = (items: readonly Item[], item: Item): Item => items[item.area] ?? item;

/** The parent item; null for an area. */
export const itemOver = (items: readonly Item[], { parent }: Item): Item | null => items[parent] ?? null;

export const partsOf = (items: readonly Item[], { children }: Item): readonly Item[] =>
  children.flatMap((child) => items[child] ?? []);

/** Whether the item or one of its parents is scored by survey. */
export function isSurvey(items: readonly Item[], item: Item): boolean {
  for (let each: Item | null = item; each; each = itemOver(items, each)) if (each.survey) return true;
  return false;
}

/** The item's children; for an area in a list of losses, the items listed below it. */
export const itemsBelow = (items: readonly Item[], item: Item): readonly Item[] =>
  item.children.length > 0
    ? partsOf(items, item)
    : items.filter((each) => each.listed === true && each.parent === item.position);

/** Maximum of an item for one unit, whether or not the item applies; null if none is stated. */
export const maxPointsOf = (unit: UnitScores, item: Item): Decimal | null => unit.max?.[item.position] ?? item.max;

/** «1.2.1 Tên tiêu chí», or the name alone for an item without a code. */
export const labelOf = (item: Item): string =>
  item.code === '' ? item.name : item.name === '' ? item.code : `${item.code} ${item.name}`;

/** The unit's name; if the sheet states none, the sheet's title. */
export const unitLabel = (sheet: Pick<ScoreSheet, 'sheet' | 'parts'>, { name }: Pick<UnitScores, 'name'>): string =>
  name === '' ? sheetTitle(sheet) : name;

/**
 * Cell of the item's maximum for this unit: the unit's own if it has one, else the common one; null if no cell of the
 * sheet holds it.
 */
export const maxCellOf = (sheet: ScoreSheet, unit: UnitScores, item: Item): Address | null =>
  (typeof unit.max?.[item.position] === 'number' ? addressOf(sheet, unit, item, 'max') : null) ?? item.maxAt;
