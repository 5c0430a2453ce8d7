/**
 * Bench (d): one click in Excel, under Microsoft's genuine client with the far end simulated: how often the two talk,
 * and how much they say.
 */
import { assessBook } from '../../src/core/assess';
import { planEdits } from '../../src/core/fill';
import { excelHost } from '../../src/hosts/excel/excel-host';
import { nodeCodec } from '../../src/hosts/xlsx-file/zip/codec-node';
import { openXlsx } from '../../src/hosts/xlsx-file/xlsx-file';
import { buildBigWorkbook } from '../kit/big-workbook';
import { simulatedExcel, type Exchange } from '../kit/excel/simulated-excel';

export interface ClickResult {
  readonly units: number;
  readonly syncs: number;
  readonly sentMegabytes: number;
  readonly receivedMegabytes: number;
  /** Actions in the largest request. */
  readonly actions: number;
}

/** The first click on a sheet: results, marks, notes, and both sheets of our own. */
export async function benchClick(units: number, items: number): Promise<ClickResult> {
  const grids = openXlsx(buildBigWorkbook({ units, items }), nodeCodec).book.sheets.map((sheet) => sheet.grid());
  const excel = simulatedExcel({ grids });
  await excel.install();
  excel.tell(() => 0);
  excel.forget();
  const host = excelHost();
  const book = await host.readBook();
  await host.applyEdits(planEdits(book, assessBook(book)));
  const { exchanges } = excel;
  const megabytes = (of: (exchange: Exchange) => number): number =>
    exchanges.reduce((sum, each) => sum + of(each), 0) / 1e6;
  return {
    units,
    syncs: exchanges.length,
    sentMegabytes: megabytes(({ requestBytes }) => requestBytes),
    receivedMegabytes: megabytes(({ responseBytes }) => responseBytes),
    actions: Math.max(...exchanges.map(({ actions }) => actions)),
  };
}
