/** A table to begin with: a sample with its criteria, maxima and formulas; what was scored is emptied. */
import { assessBook } from '../../core/assess';
import type { Content } from '../../core/model/content';
import type { Edit } from '../../core/model/edit';
import { columnsOf, unitAxis, type ScoreSheet } from '../../core/model/score-sheet';
import { SCORE_ROLES } from '../../core/model/score-role';
import { isBlank, valueAt } from '../../core/model/grid';
import { cellKey } from '../../core/values/address';
import { openXlsx } from '../../hosts/xlsx-file/xlsx-file';
import type { Codec } from '../../hosts/xlsx-file/zip/codec';

/** Null where nothing of it can be read. */
export function blankTable(sample: Uint8Array, codec: Codec): Uint8Array | null {
  const file = openXlsx(sample, codec);
  const [found] = assessBook(file.book).sheets;
  if (!found || unitAxis(found.scoreSheet) === 'row') return null;
  const { scoreSheet } = found;
  return file.apply([{ sheet: scoreSheet.sheet, isNew: false, edits: emptied(scoreSheet) }]);
}

/** What stands in the columns of units, beside items. */
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

/** Of nothing typed a sum is 0 now, whatever the sample had. */
const contentOf = (formula: string | undefined): Content =>
  formula === undefined
    ? { kind: 'text', text: '' }
    : { kind: 'formula', formula, cached: { kind: 'number', value: '0' } };
