/**
 * The command line in a temporary folder: takes arguments, returns streams and exit code, writes workbooks from text
 * tables.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/run';
import { grid } from '../grid';
import { recordingTerminal } from './terminal';
import { workbookOf } from '../files/workbook-of';

export interface CliFolder {
  readonly path: (name: string) => string;
  readonly text: (name: string, words: string) => string;
  /** Writes sheets, by name, from text tables. */
  readonly workbook: (name: string, sheets: Readonly<Record<string, string>>) => Promise<string>;
  readonly remove: () => void;
}

export function cliFolder(): CliFolder {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-cli-'));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    text(name, words) {
      writeFileSync(path(name), words);
      return path(name);
    },
    async workbook(name, sheets) {
      writeFileSync(
        path(name),
        await workbookOf(Object.entries(sheets).map(([sheet, table]) => grid(table, { sheet }))),
      );
      return path(name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export async function cli(
  ...words: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const terminal = recordingTerminal();
  const code = await run(words, terminal);
  return { code, ...terminal.written };
}
