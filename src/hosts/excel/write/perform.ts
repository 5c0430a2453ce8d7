/** Performs the changes to one sheet in as few calls as the cells allow. The caller's sync sends them. */
import { addressOfKey, columnName, toA1Range, type Area2D, type CellKey } from '../../../core/values/address';
import { NO_FILL } from '../../marks/fill-code';
import type { ListedName } from '../../marks/mark-names';
import { addressesOf, blocksOf, groupsOf } from '../areas';
import { colourOfCode } from '../read/fill';
import { writeNote } from '../read/notes';
import type { SheetWrite } from './sheet-write';

/** The names and notes that the sheet has now, which decide whether to add, change or delete one. */
interface Present {
  readonly names: readonly ListedName[];
  readonly hasNote: (key: CellKey) => boolean;
}

export function perform(sheet: Excel.Worksheet, sheetName: string, write: SheetWrite, present: Present): void {
  const range = (area: Area2D): Excel.Range => sheet.getRange(toA1Range(area));
  for (const [area, looks] of blocksOf(write.looks))
    range(area).setCellProperties(looks.map((row) => row.map((format) => ({ format }))));
  for (const [area, codes] of blocksOf(write.numberFormats)) range(area).numberFormat = codes;
  for (const [area, inputs] of blocksOf(write.contents)) range(area).formulas = inputs;
  for (const [code, keys] of groupsOf(write.fills)) {
    const colour = code === NO_FILL ? null : colourOfCode(code);
    for (const address of addressesOf(keys)) {
      const { fill } = sheet.getRanges(address).format;
      if (colour === null) fill.clear();
      else fill.color = colour;
    }
  }
  for (const [column, width] of write.widths)
    sheet.getRange(`${columnName(column)}:${columnName(column)}`).format.columnWidth = width;
  if (write.names) writeNames(sheet, present.names, write.names);
  for (const [key, text] of write.notes) writeNote(sheet, sheetName, addressOfKey(key), text, present.hasNote(key));
}

function writeNames(sheet: Excel.Worksheet, present: readonly ListedName[], wanted: readonly ListedName[]): void {
  for (const { name } of present) if (!wanted.some((each) => each.name === name)) sheet.names.getItem(name).delete();
  for (const { name, text } of wanted) {
    const known = present.find((each) => each.name === name);
    if (known?.text === text) continue;
    if (known) sheet.names.getItem(name).formula = `=${text}`;
    else sheet.names.add(name, `=${text}`).visible = false;
  }
}
