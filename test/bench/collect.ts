/**
 * Bench: collecting a province's files into one table through the command line, against exceljs merely loading them.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Grid } from '../../src/core/model/workbook/grid';
import { cellKey } from '../../src/core/values/address';
import { provinceOf } from '../kit/province';
import { workbookOf } from '../kit/files/workbook-of';
import { runs, type Usage } from './file-job';

interface Collected {
  readonly files: number;
  readonly items: number;
  readonly megabytes: number;
  readonly ours: Usage;
  readonly exceljs: Usage;
}

/** Seven areas give about 115 items. */
const AREAS = 7;
const SEED = 130;

export async function benchCollect(communes: number, repeats: number): Promise<Collected> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'));
  try {
    const { into, communes: units, items } = provinceOf(SEED, communes, { areas: AREAS });
    const [table, sent] = [join(folder, 'bảng.xlsx'), join(folder, 'gửi')];
    mkdirSync(sent);
    writeFileSync(table, await workbookOf([into]));
    const files = units.flatMap((unit) => unit.files);
    for (const { file, sheets } of files) writeFileSync(join(sent, file), await workbookOf(sheets.map(withNotes)));
    const out = join(folder, 'ra');
    const root = join(__dirname, '..', '..');
    return {
      files: files.length,
      items: items.length,
      megabytes: files.reduce((sum, { file }) => sum + statSync(join(sent, file)).size, 0) / 1e6,
      ours: runs(repeats, folder, [join(root, 'dist', 'cchc.js'), 'tong-hop', sent, '--into', table, '--out', out]),
      exceljs: runs(repeats, folder, [join(root, 'test', 'bench', 'exceljs-folder.js'), sent]),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Repeats each explanation as a note on its cell. */
function withNotes(sheet: Grid): Grid {
  const notes = new Map(sheet.notes);
  sheet.values.forEach((cells, row) =>
    cells?.forEach((value, column) => {
      if (value === 'Chưa thực hiện xong') notes.set(cellKey(row, column), 'Còn 2 thủ tục chưa rà soát; hạn tháng 12.');
    }),
  );
  return { ...sheet, notes };
}
