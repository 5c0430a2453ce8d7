/**
 * Measures the structure of the code: sizes, files that serve one other file, and the number of files to open for one
 * line.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles, type SourceFile } from './source';
import { wallOf } from './walls';

export const LONGEST_LINE = 120;
export const LONGEST_FILE = 300;

/** Folders with one file per rule, component, report, command or doubt, each listed in one place. */
const LISTED = /\/(rules|components)\/|^core\/documents\/reports\/|^cli\/jobs\/|^core\/read\/doubts\//;
/** One line of «Điểm bị trừ» can be understood without opening the modules of numbers and texts that it uses. */
const UNDERSTOOD = /^core\/(values|documents)\//;
const ROWS = 'core/sheets/deductions/rows';

/** A file that only one other file imports. */
export interface SingleUse {
  readonly name: string;
  readonly user: string;
  readonly lines: number;
  readonly userLines: number;
  /** Whether both files together are no longer than the limit for one file. */
  readonly fits: boolean;
  /**
   * 'listed': one of many similar files in a table; 'wall': its user is behind a wall; null: its user is in the same
   * room.
   */
  readonly why: 'listed' | 'wall' | null;
}

export interface House {
  readonly files: number;
  readonly longLines: number;
  readonly longFiles: number;
  readonly singleUse: readonly SingleUse[];
  /** Files that must be opened to understand one line of «Điểm bị trừ», and their folders. */
  readonly opened: readonly string[];
  readonly folders: ReadonlySet<string>;
}

export function measureHouse(): House {
  const files = new Map(sourceFiles().map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
  const targetOf = (name: string): string | undefined => [name, `${name}/index`].find((each) => files.has(each));
  const importsOf = ({ imports }: SourceFile): string[] => imports.flatMap((name) => targetOf(name) ?? []);
  const linesOf = (name: string): number => (files.get(name)?.text.split('\n').length ?? 1) - 1;
  const users = new Map<string, string[]>();
  for (const [name, file] of files)
    for (const target of new Set(importsOf(file))) users.set(target, [...(users.get(target) ?? []), name]);
  const roomOf = (name: string) => wallOf(files.get(name)?.path ?? '')?.of;
  const whyOf = (name: string, user: string): SingleUse['why'] =>
    LISTED.test(name) ? 'listed' : roomOf(name) === roomOf(user) ? null : 'wall';
  const singleUse = [...users].flatMap(([name, [user = '', ...others]]): SingleUse[] => {
    const [lines, userLines] = [linesOf(name), linesOf(user)];
    const fits = lines + userLines <= LONGEST_FILE;
    return others.length === 0 ? [{ name, user, lines, userLines, fits, why: whyOf(name, user) }] : [];
  });
  const rows = files.get(ROWS);
  const opened = [ROWS, ...new Set(rows ? importsOf(rows) : [])].filter((name) => !UNDERSTOOD.test(name));
  return {
    files: files.size,
    longLines: [...[...files.values()].map(({ text }) => text), ...notes()].flatMap((text) =>
      text.split('\n').filter((line) => line.length > LONGEST_LINE),
    ).length,
    longFiles: [...files.keys()].filter((name) => linesOf(name) > LONGEST_FILE).length,
    singleUse,
    opened,
    folders: new Set(opened.map((name) => name.slice(0, name.lastIndexOf('/')))),
  };
}

/** The notes beside the code: README.md, FIELD.md and the reasons in .why.md. */
function notes(): string[] {
  const root = join(__dirname, '..', '..', 'src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(root, name), 'utf8'));
}
