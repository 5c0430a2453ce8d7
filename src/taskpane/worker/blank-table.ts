/** Makes a blank table from a sample: criteria, maxima and formulas stay, scores are cleared. */
import { assessBook } from '../../core/assess';
import type { Content } from '../../core/model/content';
import type { Edit } from '../../core/model/workbook/edit';
import { columnsOf, unitAxis, type ScoreSheet } from '../../core/model/score-sheet';
import { SCORE_ROLES } from '../../core/model/score-role';
import { isBlank, valueAt } from '../../core/model/workbook/grid';
import { cellKey } from '../../core/values/address';
import { openXlsx } from '../../hosts/xlsx-file/xlsx-file';
import type { Codec } from '../../hosts/xlsx-file/zip/codec';

/** Null if no table with units in columns can be read from it. */
export function blankTable(sample: Uint8Array, codec: Codec): Uint8Array | null {
  const file = openXlsx(sample, codec);
  const [found] = assessBook(file.book).sheets;
  if (!found || unitAxis(found.scoreSheet) === 'row') return null;
  const { scoreSheet } = found;
  return file.apply([{ sheet: scoreSheet.sheet, isNew: false, edits: emptied(scoreSheet) }]);
}

/** Clears the columns of units in the rows of items. */
function emptied(sheet: ScoreSheet): Edit[] {
  const columns = [
    ...columnsOf(
      sheet,
      SCORE_ROLES.filter((role) => role !== 'max'),
    ),
  ];
  return sheet.items.flatMap(({ row }) =>
    columns.flatMap((column): Edit[] => {
      const formula = sheet.grid.formulas.get(cellKey(row, column));
      if (formula === undefined && isBlank(valueAt(sheet.grid, row, column))) return [];
      return [{ kind: 'cell', at: { row, column }, content: contentOf(formula), format: null }];
    }),
  );
}

/** Without scores, every sum is 0, regardless of the sample. */
const contentOf = (formula: string | undefined): Content =>
  formula === undefined
    ? { kind: 'text', text: '' }
    : { kind: 'formula', formula, cached: { kind: 'number', value: '0' } };
