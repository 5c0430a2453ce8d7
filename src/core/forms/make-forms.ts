/** Every workbook that is made of one criteria set, or of the tables of units, each under its name. */
import type { UnitInTables } from '../matching/units-in-tables';
import type { Book } from '../model/grid';
import type { ReportDetails } from '../model/report-details';
import type { ScoringSet } from '../model/scoring-set';
import { nameKeeper, safeFileName } from '../values/file-names';
import { linesOfSet, linesOfUnit } from './form-lines';
import { provinceRows, provinceSheets } from './province-rows';
import { provinceTable, type TableColumn } from './province-table';
import { selfScoringForm } from './self-scoring-form';
import type { FormSheet } from './set-sheet';
import type { ListedUnit } from './unit-list';

/** Units across, units down, or units across with each area on a sheet of its own. */
export const TABLE_LAYOUTS = { cot: provinceTable, dong: provinceRows, trang: provinceSheets } as const;
export type TableLayout = keyof typeof TABLE_LAYOUTS;

interface MadeForm {
  readonly name: string;
  readonly sheets: readonly FormSheet[];
}

interface FormsWish {
  readonly units: readonly ListedUnit[];
  readonly layout: TableLayout;
  readonly columns: readonly TableColumn[];
  readonly details: ReportDetails;
  /** As the officer calls the set. */
  readonly name: string;
}

/** The blank table of all units, then the form of each. */
export function* formsOfSet(
  set: ScoringSet,
  { units, layout, columns, details, name }: FormsWish,
): Generator<MadeForm> {
  const lines = linesOfSet(set);
  yield { name: 'Bảng tổng hợp.xlsx', sheets: TABLE_LAYOUTS[layout]({ lines, units, columns, details, set: name }) };
  const nameFor = formNames();
  for (const unit of units)
    yield { name: nameFor(unit.name), sheets: selfScoringForm(unit.name, lines, details, name) };
}

/** The form of each unit of a table, for the items that its table has for it. */
export function* formsOfTable(
  units: readonly UnitInTables[],
  set: ScoringSet | null,
  { details, name }: Pick<FormsWish, 'details' | 'name'>,
): Generator<MadeForm> {
  const nameFor = formNames();
  for (const unit of units)
    yield { name: nameFor(unit.name), sheets: selfScoringForm(unit.name, linesOfUnit(unit, set), details, name) };
}

function formNames(): (unit: string) => string {
  const nameFor = nameKeeper();
  return (unit) => nameFor(`Tự chấm - ${safeFileName(unit)}`, '.xlsx');
}

/** The only year that the set's sheets name near their top. */
export function yearIn({ sheets }: Book): number | null {
  const said = sheets.flatMap((sheet) => {
    const { values } = sheet.grid();
    return values.slice(0, TOP).flatMap((row) => (row ?? []).filter((cell) => typeof cell === 'string'));
  });
  const years = new Set(
    said.flatMap((text) => [...text.matchAll(/năm\s+(20\d\d)/giu)].map(([, year]) => Number(year))),
  );
  const [only, another] = years;
  return only === undefined || another !== undefined ? null : only;
}
const TOP = 12;
