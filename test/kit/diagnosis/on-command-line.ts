/** Findings as `cchc kiem-tra --json` gives them, for workbooks written to a temporary folder. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from '../programs/cli';
import { workbookOf } from '../files/workbook-of';
import { gridsOf, toldIn, type Diagnostic } from './findings';

type Sheets = Parameters<typeof gridsOf>[0];
type Files = readonly { readonly file: string; readonly sheets: Parameters<typeof toldIn>[0] }[];

/** Returns the findings of each workbook, in one run. */
export async function findingsOnCommandLine(books: readonly Sheets[]): Promise<Diagnostic[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-diagnosis-'));
  try {
    const paths: string[] = [];
    for (const [position, sheets] of books.entries()) {
      const path = join(folder, `${position}.xlsx`);
      writeFileSync(path, await workbookOf(gridsOf(sheets)));
      paths.push(path);
    }
    const { out, err } = await cli('kiem-tra', ...paths, '--json');
    const { files } = JSON.parse(out) as { files: Files };
    const byPath = new Map(files.map(({ file, sheets }) => [file, toldIn(sheets)]));
    return paths.map((path) => {
      const findings = byPath.get(path);
      if (!findings) throw new Error(`nothing said of ${path}: ${err}`);
      return findings;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
