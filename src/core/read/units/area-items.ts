/** The items of family C: one for each area across the columns, or one for the points of the whole. */
import { fromText } from '../../values/decimal';
import type { Item, RoleColumns, StatedResult } from '../../model/score-sheet';
import type { Block } from '../blocks/blocks';
import { parseCode, splitCodeAndName } from '../tree/codes';
import type { UnitsLayout } from '../blocks/layout';
import type { HeaderBlock } from '../blocks/header-block';
import { maximumInText, withoutMaximum } from '../words/header-words';
import { namesSurvey } from '../words/item-words';
import type { ScoreReader } from '../numbers/parse-score';

export function areaItems(header: HeaderBlock, layout: UnitsLayout, maxRow: number | null, read: ScoreReader): Item[] {
  const itemised = layout.areas.length > 0;
  const blocks = itemised ? layout.areas : [wholeBlock(layout.whole)];
  const items = blocks.map((block, index) => {
    const item = areaItem(header, block, index, maximumOf(header, block, maxRow, read));
    return itemised ? item : { ...item, code: '' };
  });
  // «Điểm thẩm định (Tối đa 70)» beside surveys without a maximum: the share of one part alone says nothing of the
  // whole.
  const open = items.filter((item) => item.max === null);
  const isShareOnly =
    open.length > 0 &&
    open.length < items.length &&
    maxRow === null &&
    open.every((item) => item.survey) &&
    items.every((item) => item.columns.max === undefined);
  return isShareOnly ? items.map((item) => ({ ...item, max: null })) : items;
}

/** The one item of a sheet that has only points of the whole. */
function wholeBlock({ self, appraised, max, lost, cause }: UnitsLayout['whole']): Block {
  const said = { self, appraised, max, lost, cause };
  const columns: RoleColumns = Object.fromEntries(Object.entries(said).filter(([, column]) => column !== undefined));
  return { name: 'Tổng điểm', column: appraised ?? self ?? 0, columns };
}

function areaItem(header: HeaderBlock, block: Block, index: number, maximum: Pick<Item, 'max' | 'maxAt'>): Item {
  const bare = withoutMaximum(block.name);
  const split = splitCodeAndName(bare);
  const numbered = (header.paths[block.column] ?? []).map(parseCode).find((code) => code?.kind === 'arabic');
  const code = split?.code.text ?? numbered?.text;
  return {
    index,
    code: code ?? String(index + 1),
    statedCode: code ?? '',
    name: split?.name ?? bare,
    level: 0,
    parent: -1,
    children: [],
    area: index,
    survey: namesSurvey(block.name),
    ...maximum,
    row: header.top,
    column: block.column,
    columns: block.columns,
  };
}

/** The cell in the row of maxima, else what the heading says in words. */
function maximumOf(
  header: HeaderBlock,
  { name, column, columns }: Block,
  maxRow: number | null,
  read: ScoreReader,
): Pick<Item, 'max' | 'maxAt'> {
  for (const each of maxRow === null ? [] : [columns.appraised ?? columns.self ?? column, column]) {
    const max = maxRow === null ? null : read.maximum(maxRow, each);
    if (max !== null && maxRow !== null) return { max, maxAt: { row: maxRow, column: each } };
  }
  const text = [name, ...(header.paths[column] ?? [])].map(maximumInText).find((each) => each !== null) ?? null;
  return { max: text === null ? null : fromText(text.replace(',', '.')), maxAt: null };
}

/** «Tổng điểm (100 điểm)», or the total's cell in the row of maxima. */
export function statedMaxOf(
  header: HeaderBlock,
  layout: UnitsLayout,
  maxRow: number | null,
  read: ScoreReader,
): StatedResult | null {
  const column = layout.whole.total;
  if (column === undefined) return null;
  const inRow = maxRow === null ? null : read.result(maxRow, column);
  if (inRow && !inRow.isBlank) return inRow;
  const text = (header.paths[column] ?? []).map(maximumInText).find((each) => each !== null) ?? null;
  if (text === null) return null;
  const at = { row: header.bottom, column };
  return { at, text, value: fromText(text.replace(',', '.')), of: null, isFormula: false, isBlank: false };
}
