/** Number of relations of each cell in a clean workbook, counted from the generator's own data. */
import { toA1 } from '../../../src/core/values/address';
import { once } from '../../../src/core/values/once';
import type { CellKind, CleanBook, NumberCell } from './clean-sheets';

export const placeOf = ({ sheet, row, column }: Pick<NumberCell, 'sheet' | 'row' | 'column'>): string =>
  `${sheet}!${toA1({ row, column })}`;

const isSum = ({ kind }: NumberCell): boolean => /subtotal|total/.test(kind);

export const relationsOf = once((book: CleanBook): ReadonlyMap<string, number> => {
  const { cells } = book;
  const rowsWith = (kinds: readonly CellKind[], own: NumberCell): NumberCell[] =>
    cells.filter((each) => each.sheet === own.sheet && each.row === own.row && kinds.includes(each.kind));
  const stated = new Map(cells.map((each) => [`${each.sheet}:${each.row},${each.column}`, each]));
  const count = (own: NumberCell): number => {
    const losses = rowsWith(['loss', 'area-loss'], own).filter(({ unit }) => own.unit < 0 || unit === own.unit).length;
    const [next] = own.above.flatMap((key) => stated.get(key) ?? []);
    const upwards = next ? 1 : 0;
    const again = book.sheets.length > 1 && cells.some((each) => each.kind === 'again' && isAgain(own, each)) ? 1 : 0;
    switch (own.kind) {
      case 'score':
      case 'self':
        return upwards + (own.kind === 'score' ? losses : 0);
      case 'subtotal':
      case 'self-subtotal':
        return (book.family === 'losses' ? 0 : 1) + upwards + (own.kind === 'subtotal' ? losses : 0) + again;
      case 'max':
        return (book.family === 'losses' ? 0 : 1) + losses;
      case 'area-max':
        return (book.family === 'losses' ? 1 : 2) + losses;
      case 'total':
        return (own.of === undefined ? 1 : 0) + upwards;
      case 'again':
        return 1 + upwards;
      case 'percent':
        return 1 + upwards;
      case 'loss':
      case 'area-loss':
      case 'index':
      case 'change':
      case 'rank':
      case 'rating':
        return 1;
    }
  };
  return new Map(cells.map((own) => [placeOf(own), count(own)]));
});

const isAgain = (own: NumberCell, each: NumberCell): boolean =>
  isSum(own) && own.unit === each.unit && own.value === each.value && own.above.length > 0;
