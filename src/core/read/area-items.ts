/** Turns areas across the columns (family C) into items, with the criteria below them. */
import { fromText, roughSum, ZERO, type Decimal } from '../values/decimal';
import { squeeze } from '../values/fold-text';
import { isScoredItem, type Item, type RoleColumns } from '../model/score-sheet';
import type { Block } from './blocks/blocks';
import type { HeaderBlock } from './blocks/header-block';
import type { UnitsLayout } from './blocks/layout';
import { pointsOf, type ScoreReader } from './numbers/parse-score';
import { parseCode, splitCodeAndName } from './tree/codes';
import { headedTogether, namesTotal, parentsByCodes, type ColumnPart, type HeadedColumns } from './tree/column-tree';
import { maximumInText, withoutMaximum } from './words/header-words';
import { namesSurvey } from './words/item-words';

type Maximum = Pick<Item, 'max' | 'maxAt'>;

/** A block as an item whose parent is not known yet. */
interface AreaPart extends ColumnPart, Maximum {
  readonly block: Block;
}

/** Number of units checked to see whether codes add up. */
const MOST_UNITS = 6;

export function areaItems(
  header: HeaderBlock,
  layout: UnitsLayout,
  maxRow: number | null,
  units: readonly number[],
  read: ScoreReader,
): Item[] {
  const itemised = layout.areas.length > 0;
  const blocks = itemised ? layout.areas : [wholeBlock(layout.totalColumns)];
  const groups = headedTogether(blocks.map(({ column }) => header.paths[column] ?? []));
  const blockParts = blocks.map((block, position) => {
    // A maximum in a heading over several columns belongs to all of them together.
    const isGrouped = groups.some(({ parts: members }) => members.includes(position));
    return partOf(header, block, maximumOf(header, block, isGrouped ? 1 : 0, maxRow, read));
  });
  const { parts, parents } = below(header, blockParts, groups, units, read);
  const items = linked(header, parts, parents);
  if (!itemised) return items.map((item) => ({ ...item, code: '' }));
  // «Điểm thẩm định (Tối đa 70)» beside surveys without a maximum: the maximum of one part alone does not give the
  // whole.
  const scored = items.filter(isScoredItem);
  const open = scored.filter((item) => item.max === null);
  const isShareOnly =
    open.length > 0 &&
    open.length < scored.length &&
    maxRow === null &&
    open.every((item) => item.survey) &&
    items.every((item) => item.columns.max === undefined);
  return isShareOnly ? items.map((item) => ({ ...item, max: null })) : items;
}

/** The single item of a sheet that has only total points. */
function wholeBlock({ self, appraised, max, lost, cause }: UnitsLayout['totalColumns']): Block {
  const stated = { self, appraised, max, lost, cause };
  const columns: RoleColumns = Object.fromEntries(Object.entries(stated).filter(([, column]) => column !== undefined));
  return { name: 'Tổng điểm', column: appraised ?? self ?? 0, columns };
}

function partOf(header: HeaderBlock, block: Block, maximum: Maximum): AreaPart {
  const bare = withoutMaximum(block.name);
  const split = splitCodeAndName(bare);
  const numbered = (header.paths[block.column] ?? []).map(parseCode).find((code) => code?.kind === 'arabic');
  const code = split?.code ?? numbered ?? null;
  const name = split?.name ?? (code !== null && parseCode(bare)?.text === code.text ? '' : bare);
  return { block, code, name, column: block.column, ...maximum };
}

/** The parts in column order, each shared heading before its columns, and the position of each part's parent. */
function below(
  header: HeaderBlock,
  blockParts: readonly AreaPart[],
  groups: readonly HeadedColumns[],
  units: readonly number[],
  read: ScoreReader,
): { readonly parts: readonly AreaPart[]; readonly parents: readonly number[] } {
  if (groups.length === 0)
    return { parts: blockParts, parents: parentsByCodes(blockParts, pointsByPart(blockParts, units, read)) };
  const parts: AreaPart[] = [];
  const parents: number[] = [];
  const add = (part: AreaPart, parent: number): void => {
    parts.push(part);
    parents.push(parent);
  };
  blockParts.forEach((part, position) => {
    const group = groups.find(({ parts: members }) => members.includes(position));
    if (!group) {
      add(part, -1);
      return;
    }
    const members = group.parts.flatMap((member) => blockParts[member] ?? []);
    const totalPart = areaTotalPart(header, group.heading, members, units, read);
    if (part === members[0]) add(headOf(group.heading, part.block, totalPart), -1);
    if (part !== totalPart) add(withoutHeading(part, group.heading), parents.lastIndexOf(-1));
  });
  return { parts, parents };
}

/**
 * The column with the points of the area beside those of its criteria: found by its word, or by a heading that equals
 * the area's and points that equal the sum of the other columns.
 */
function areaTotalPart(
  header: HeaderBlock,
  heading: string,
  members: readonly AreaPart[],
  units: readonly number[],
  read: ScoreReader,
): AreaPart | undefined {
  const named = members.find(({ block }) => namesTotal((header.paths[block.column] ?? []).at(-1) ?? ''));
  if (named) return named;
  return members.find((member) => {
    const others = members.filter((other) => other !== member);
    // Two equal columns are not each other's sum, and a column with a code is a criterion.
    if (others.length < 2 || member.code !== null || squeeze(member.block.name) !== squeeze(heading)) return false;
    const [memberPoints, below] = [pointsByPart([member], units, read), pointsByPart(others, units, read)];
    const isSum = memberPoints.map((pointsAt, unit) => {
      const parts = others.map((_, position) => below[unit]?.(position) ?? ZERO);
      return pointsAt(0) === parts.reduce<Decimal>((sum, each) => roughSum(sum, each), ZERO);
    });
    return isSum.filter((is) => is).length * 2 > isSum.length;
  });
}

/** A criterion headed only by its code does not take the name of its area. */
const withoutHeading = (part: AreaPart, heading: string): AreaPart =>
  squeeze(part.block.name) === squeeze(heading) ? { ...part, name: '' } : part;

/** A heading over several columns as an area. Without a column of its own, the area has no cell but the heading. */
function headOf(heading: string, first: Block, totalPart: AreaPart | undefined): AreaPart {
  const bare = withoutMaximum(heading);
  const split = splitCodeAndName(bare);
  const inText = maximumInText(heading);
  const block: Block = totalPart?.block ?? { name: heading, column: first.column, columns: {} };
  return {
    block,
    code: split?.code ?? null,
    name: split?.name ?? bare,
    column: totalPart?.column ?? null,
    max: totalPart?.max ?? (inText === null ? null : fromText(inText.replace(',', '.'))),
    maxAt: totalPart?.maxAt ?? null,
  };
}

const pointsByPart = (
  parts: readonly AreaPart[],
  units: readonly number[],
  read: ScoreReader,
): ((position: number) => Decimal | null)[] =>
  units.slice(0, MOST_UNITS).map((row) => (position) => {
    const { appraised, self } = parts[position]?.block.columns ?? {};
    const column = appraised ?? self;
    return column === undefined ? null : pointsOf(read.score(row, column));
  });

function linked(header: HeaderBlock, parts: readonly AreaPart[], parents: readonly number[]): Item[] {
  const items: (Item & { children: number[] })[] = [];
  parts.forEach(({ block, code, name, max, maxAt }, position) => {
    const above = items[parents[position] ?? -1];
    above?.children.push(position);
    const place = above ? above.children.length : items.filter(({ parent }) => parent < 0).length + 1;
    items.push({
      position,
      code: code?.text ?? (above ? `${above.code}.${String(place)}` : String(place)),
      statedCode: code?.text ?? '',
      name,
      level: above ? above.level + 1 : 0,
      parent: above?.position ?? -1,
      children: [],
      area: above?.area ?? position,
      survey: namesSurvey(block.name) || above?.survey === true,
      max,
      maxAt,
      row: header.top,
      column: block.column,
      columns: block.columns,
    });
  });
  return items;
}

/** The maximum from the row of maxima, else from the texts of the heading, starting at heading row `from`. */
function maximumOf(
  header: HeaderBlock,
  { name, column, columns }: Block,
  from: number,
  maxRow: number | null,
  read: ScoreReader,
): Maximum {
  for (const each of maxRow === null ? [] : [columns.appraised ?? columns.self ?? column, column]) {
    const max = maxRow === null ? null : read.maximum(maxRow, each);
    if (max !== null && maxRow !== null) return { max, maxAt: { row: maxRow, column: each } };
  }
  const texts = [...(from === 0 ? [name] : []), ...(header.paths[column] ?? []).slice(from)];
  const text = texts.map(maximumInText).find((each) => each !== null) ?? null;
  return { max: text === null ? null : fromText(text.replace(',', '.')), maxAt: null };
}
