/** Grid → ScoreSheet: find the header, know the columns, know the family, read everything with its cell. */
import { plainKey } from '../values/fold-text';
import { textAt, type Grid } from '../model/workbook/grid';
import { namingColumn } from './blocks/identity';
import { unitAxis, type ReadFact, type ScoreSheet, type SheetWithoutReading } from '../model/score-sheet';
import type { MarkMeaning } from '../model/settings';
import { readColumns, type Columns } from './blocks/columns';
import { headsOtherwise, holdsNumber, otherHeaderBelow } from './blocks/repeated-header';
import { withGroupMaxima } from './blocks/group-maxima';
import { columnDoubts } from './doubts/column-doubts';
import { exchangeDoubts } from './doubts/exchange-doubts';
import { doubtfulMaximum, figureDoubts } from './doubts/figure-doubts';
import { headedOtherwise, headingDoubts, sharesUnits, unitsOnceMore } from './doubts/heading-doubts';
import { holeDoubts } from './doubts/hole-doubts';
import { indexDoubts } from './doubts/index-doubts';
import { knownDoubts } from './doubts/known-doubts';
import { lossDoubts } from './doubts/loss-doubts';
import { rowDoubts } from './doubts/row-doubts';
import { scoreDoubts } from './doubts/score-doubts';
import { totalDoubts } from './doubts/total-doubts';
import { unitDoubts } from './doubts/unit-doubts';
import { weightDoubts } from './doubts/weight-doubts';
import { unreadRows } from './unread-rows';
import { usedColumns, tellBlock, unsettled } from './used-columns';
import { findHeader, findHeaderByShape, type HeaderBlock } from './blocks/header-block';
import type { ItemsLayout, UnitsLayout } from './blocks/layout';
import type { HeaderRole } from './words/header-words';
import { withoutCuts } from './roles/evidence';
import { inferRoles } from './roles/infer-roles';
import { inferUnitRoles } from './roles/infer-unit-roles';
import { readItemsAsRows } from './read-items-as-rows';
import { readUnitsAsRows } from './read-units-as-rows';
import { scoreReader, type ScoreReader } from './numbers/parse-score';
import { layoutByItems } from './blocks/layout-by-items';
import { layoutByUnits } from './blocks/layout-by-units';

type Wanted = (roles: ReadonlySet<HeaderRole>) => boolean;
/** The first header at or after a row. */
type Finder = (grid: Grid, from: number) => HeaderBlock | null;
const byWords =
  (wanted: Wanted): Finder =>
  (grid, from) => {
    const header = findHeader(grid, wanted, from);
    const above = header && header.top > from ? findHeaderByShape(grid, from, header.top) : null;
    return header && above && isHeadedAlike(grid, above, header) ? above : header;
  };

/** Codes and names are headed alike: the lower one is the header once more, or that of a table of the same form. */
function isHeadedAlike(grid: Grid, above: HeaderBlock, below: HeaderBlock): boolean {
  const names = namingColumn(grid, above.bottom);
  if (names === null) return false;
  const pairs = Array.from({ length: names + 1 }, (_, column) =>
    [above, below].map(({ top }) => plainKey(textAt(grid, top, column))),
  );
  return (
    pairs.every(([one, other]) => one === other || one === '' || other === '') &&
    pairs.some(([one, other]) => one === other && one !== '')
  );
}

const POINTS: readonly HeaderRole[] = ['max', 'self', 'appraised', 'points', 'index', 'lost'];
const RESULTS: readonly HeaderRole[] = ['rating', 'rank'];
const has = (roles: ReadonlySet<HeaderRole>, wanted: readonly HeaderRole[]): boolean =>
  wanted.some((role) => roles.has(role));

/** Lists of people, goods and money have counts and sums as well. */
const isOtherList = (roles: ReadonlySet<HeaderRole>): boolean =>
  roles.has('foreign') && !has(roles, ['max', 'self', 'appraised']);

/** A header must name items or units, and points or results. A sum or a percentage alone is in any statistic. */
const isScoreHeader: Wanted = (roles) =>
  !isOtherList(roles) &&
  has(roles, ['name', 'unit', 'code']) &&
  (has(roles, POINTS) || (roles.has('total') && has(roles, RESULTS)));

interface Read {
  readonly kind: 'score-sheet';
  readonly scoreSheet: ScoreSheet;
  /** Further blocks of the sheet with their own maxima, units or columns. */
  readonly others: readonly ScoreSheet[];
}

type Reading =
  | Read
  /** The sheet is not a bảng tổng hợp, or lacks something it needs: the facts tell which. */
  | { readonly kind: 'unreadable'; readonly facts: readonly ReadFact[] };

/**
 * «TT | Nội dung | Xã A | Xã B», «Đơn vị | Thể chế (10 điểm) | Tổng» without a word for points: accepted only in a
 * sheet whose texts name the subject.
 */
const isBareHeader: Wanted = (roles) =>
  !isOtherList(roles) && (roles.has('unit') || (roles.has('name') && roles.has('code')));
const SUBJECT = /tong hop|cham diem|bang diem|tham dinh|cchc|cai cach hanh chinh|chi so|linh vuc \S|tieu chi/;

/** Total: never throws, whatever the cells hold. */
export function readScoreSheet(grid: Grid, marks: ReadonlyMap<string, MarkMeaning>): Reading {
  const read = scoreReader(grid, marks);
  const reading = readUnder(grid, read, byWords(isScoreHeader));
  if (reading.kind === 'score-sheet') return accounted(grid, reading, read);
  if (!namesSubject(grid)) return reading;
  for (const find of [byWords(isBareHeader), findHeaderByShape]) {
    const other = readUnder(grid, read, find);
    if (other.kind === 'score-sheet') return accounted(grid, other, read);
  }
  return reading;
}

/** Reports rows that no block uses. */
function accounted(grid: Grid, reading: Read, read: ScoreReader): Reading {
  const { scoreSheet, others } = reading;
  const facts = unreadRows(grid, [scoreSheet, ...others], read);
  return facts.length === 0
    ? reading
    : { ...reading, scoreSheet: { ...scoreSheet, facts: [...scoreSheet.facts, ...facts] } };
}

function namesSubject(grid: Grid): boolean {
  if (SUBJECT.test(plainKey(grid.sheet))) return true;
  return grid.values
    .slice(0, LETTERHEAD_ROWS)
    .some((row) => row?.some((cell) => typeof cell === 'string' && SUBJECT.test(plainKey(cell))));
}

const LETTERHEAD_ROWS = 10;
/** Most headers that are tried in one sheet. */
const MOST_TABLES = 10;

/** Reads the first table with items and units below a wanted header, and the blocks that follow it. */
function readUnder(grid: Grid, read: ScoreReader, find: Finder, from = 0): Reading {
  let header = find(grid, from);
  let facts: ReadFact[] = [];
  for (let tried = 0; header && tried < MOST_TABLES; tried++) {
    const tableGrid = { ...grid, rowCount: otherHeaderBelow(grid, header) ?? grid.rowCount };
    const columnsRead = withGroupMaxima(readColumns(tableGrid, header));
    const settled = withoutCuts(tableGrid, header, columnsRead, read);
    const columns = inferUnitRoles(tableGrid, header, inferRoles(tableGrid, header, settled, read), read);
    const layout = findLayout(tableGrid, header, columns, read);
    if (layout) {
      const table: Table = { header, columns, layout };
      const draft = readTable(grid, table, read);
      if (draft.items.length > 0 && draft.units.length > 0) return readBlocks(grid, table, draft, read, find);
    }
    const lacking = columns.name === null && columns.unit === null ? 'name' : 'appraised';
    const lost = lacking === 'name' ? undefined : columns.all.find(({ role }) => role === 'lost')?.column;
    const at = { row: header.bottom, column: lost ?? columns.name ?? columns.unit ?? columns.code ?? 0 };
    const fact: ReadFact = { kind: 'missing-column', role: lacking, at };
    if (facts.length === 0) facts = [...columns.facts, lost === undefined ? fact : { ...fact, hasLosses: true }];
    header = find(grid, header.body);
  }
  return { kind: 'unreadable', facts: facts.length > 0 ? facts : [{ kind: 'missing-header' }] };
}

interface Table {
  readonly header: HeaderBlock;
  readonly columns: Columns;
  readonly layout: ItemsLayout | UnitsLayout;
}

const readTable = (grid: Grid, { header, columns, layout }: Table, read: ScoreReader): SheetWithoutReading =>
  layout.kind === 'units-as-rows'
    ? readUnitsAsRows(grid, header, columns, layout, read)
    : readItemsAsRows(grid, header, columns, layout, read);

/**
 * Returns one score sheet per block. A new block begins with other maxima, or with a repeated header over other units
 * or over codes that start again.
 */
function readBlocks(grid: Grid, table: Table, draft: SheetWithoutReading, read: ScoreReader, find: Finder): Reading {
  const { columns, layout, header } = table;
  const apart = layout.kind === 'units-as-rows' ? unitBlocks(grid, table, draft, read, find) : null;
  if (apart) return apart;
  const finish = (sheet: SheetWithoutReading): ScoreSheet => withReading(grid, { ...sheet, grid }, columns, read);
  const maxima = draft.facts.flatMap((fact) => (fact.kind === 'new-maxima' ? [fact.at.row] : []));
  if (layout.kind === 'units-as-rows' && maxima.length > 0) {
    const starts = [header.body, ...maxima];
    const { headerRows } = draft;
    const sheets = starts.map((body, position) => {
      const part = { ...grid, rowCount: starts[position + 1] ?? grid.rowCount };
      // The rows between the one header and a later block are units of the blocks above.
      return finish({ ...readTable(part, { ...table, header: { ...header, body } }, read), headerRows });
    });
    const [scoreSheet, ...others] = sheets.filter(({ units }) => units.length > 0);
    if (scoreSheet) return { kind: 'score-sheet', scoreSheet, others };
  }
  const restart = restartOf(draft);
  if (restart === null) {
    const below = layout.kind === 'units-as-rows' ? null : readUnder(grid, read, find, draft.table.bottom + 1);
    const isBlock = below?.kind === 'score-sheet' && sharesItems(draft, below.scoreSheet);
    const others = isBlock ? [below.scoreSheet, ...below.others] : [];
    return { kind: 'score-sheet', scoreSheet: finish(draft), others };
  }
  const { row, startsAgain } = restart;
  const first = readTable({ ...grid, rowCount: endAbove(grid, row) }, table, read);
  const rest = readUnder(grid, read, find, row);
  const isOne = rest.kind === 'unreadable' || first.units.length === 0 || goesOn(first, rest.scoreSheet);
  // If codes continue over the same units, the rest is not a second table.
  const isOther = !isOne && sharesItems(first, rest.scoreSheet) && !sharesUnits(first, rest.scoreSheet);
  const isAgain = startsAgain || isOther;
  const doubts = isAgain ? [] : headedOtherwise(draft, row, isOne);
  const asked = (sheet: ScoreSheet): ScoreSheet => ({ ...sheet, facts: [...sheet.facts, ...doubts] });
  if (isOne) return { kind: 'score-sheet', scoreSheet: asked(finish(draft)), others: [] };
  const others = [rest.scoreSheet, ...rest.others].map(asked);
  return { kind: 'score-sheet', scoreSheet: asked(finish(first)), others };
}

/** A header in other words over units, areas or columns of its own; null where it heads the same columns again. */
function unitBlocks(
  grid: Grid,
  { header }: Table,
  draft: SheetWithoutReading,
  read: ScoreReader,
  find: Finder,
): Reading | null {
  const row = otherHeaderBelow(grid, header);
  if (row === null) return null;
  const first = readUnder({ ...grid, rowCount: endAbove(grid, row) }, read, find, header.top);
  const rest = readUnder(grid, read, find, row);
  if (first.kind === 'unreadable' || (rest.kind === 'score-sheet' && headsTheSame(draft, rest.scoreSheet))) return null;
  const below = rest.kind === 'unreadable' ? [] : [rest.scoreSheet, ...rest.others];
  const above = [first.scoreSheet, ...first.others].map((sheet) => ({ ...sheet, grid }));
  const doubts = unitsOnceMore(above, below);
  const [scoreSheet, ...others] = [...above, ...below].map((sheet) => ({
    ...sheet,
    facts: [...sheet.facts, ...doubts],
  }));
  return scoreSheet ? { kind: 'score-sheet', scoreSheet, others } : null;
}

const headsTheSame = (one: SheetWithoutReading, other: SheetWithoutReading): boolean => {
  const keyOf = ({ items, resultLines }: SheetWithoutReading): string =>
    JSON.stringify([items.map(({ name, max, columns }) => [plainKey(name), max, columns]), resultLines]);
  return unitAxis(other) === 'row' && keyOf(one) === keyOf(other);
};

/** The same units with other items: one table whose header is repeated in other words. */
const goesOn = (first: SheetWithoutReading, rest: ScoreSheet): boolean =>
  !sharesItems(first, rest) && sharesUnits(first, rest);

/** Adds the doubts about the reading to the sheet, and how each column was understood. */
function withReading(grid: Grid, sheet: SheetWithoutReading, columns: Columns, read: ScoreReader): ScoreSheet {
  const used = usedColumns(sheet);
  const doubts = [
    ...unitDoubts(sheet),
    ...totalDoubts(sheet),
    ...scoreDoubts(sheet),
    ...lossDoubts(sheet),
    ...knownDoubts(sheet, columns, used, read),
    ...rowDoubts(sheet, columns, used),
    ...figureDoubts(sheet),
    ...exchangeDoubts(grid, sheet, columns, read),
    ...columnDoubts(grid, sheet, columns, used, read),
    ...holeDoubts(grid, sheet, columns),
    ...indexDoubts(sheet, columns, used, read),
    ...weightDoubts(grid, sheet, columns, used, read),
    ...headingDoubts(sheet, columns, used, read),
  ];
  const untold = { ...sheet, facts: [...sheet.facts, ...unsettled(sheet, columns, doubts), ...doubtfulMaximum(sheet)] };
  return { ...untold, reading: { blocks: [tellBlock(untold, columns, used)] } };
}

/** Returns null if no column holds scores, or if every line names a unit and an item, which makes it a list. */
function findLayout(
  grid: Grid,
  header: HeaderBlock,
  columns: Columns,
  read: ScoreReader,
): ItemsLayout | UnitsLayout | null {
  if (columns.name !== null) return layoutByItems(grid, header, columns, columns.name, read);
  return columns.unit === null ? null : layoutByUnits(grid, header, columns, read);
}

/** The first repeated header below which codes start again or whose headings differ; null if there is none. */
function restartOf(sheet: SheetWithoutReading): { readonly row: number; readonly startsAgain: boolean } | null {
  if (unitAxis(sheet) === 'row') return null;
  const [first] = sheet.items;
  for (const fact of sheet.facts) {
    if (fact.kind !== 'repeated-header') continue;
    const next = sheet.items.find(({ row }) => row > fact.at.row);
    const startsAgain =
      next !== undefined && next.statedCode !== '' && next.statedCode === first?.statedCode && next.parent < 0;
    const isSplit = next === undefined;
    if (!isSplit && (startsAgain || headsOtherwise(sheet, fact.at.row))) return { row: fact.at.row, startsAgain };
  }
  return null;
}

/** A table further down is a block of the same set if most of its items are in the first one, whatever its headings. */
function sharesItems(one: SheetWithoutReading, other: SheetWithoutReading): boolean {
  const keys = new Set(one.items.map(({ code, name }) => `${code}|${plainKey(name)}`));
  const shared = other.items.filter(({ code, name }) => keys.has(`${code}|${plainKey(name)}`)).length;
  return other.kind === one.kind && shared >= 2 && shared * 2 >= other.items.length;
}

/** The block above ends with its last row of numbers; the rows between belong to the next header. */
function endAbove(grid: Grid, row: number): number {
  let end = row;
  while (end > 0 && !(grid.values[end - 1] ?? []).some(holdsNumber)) end--;
  return end;
}
