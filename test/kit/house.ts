/** How the house stands, measured: sizes, files that serve one other file, and how many open for one line. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles, type SourceFile } from './source';
import { wallOf } from './walls';

export const LONGEST_LINE = 120;
export const LONGEST_FILE = 300;

/** One file a rule, a component, a report, a command, a doubt: each is listed in one place. */
const LISTED = /\/(rules|components)\/|^core\/documents\/reports\/|^cli\/jobs\/|^core\/read\/doubts\//;
/** One line of «Điểm bị trừ» is read without the numbers and texts that it is made of. */
const UNDERSTOOD = /^core\/(values|documents)\//;
const ROWS = 'core/sheets/deductions/rows';

/** A file that one other file alone imports. */
export interface SingleUse {
  readonly name: string;
  readonly user: string;
  readonly lines: number;
  readonly userLines: number;
  /** Both together are no longer than a file may be. */
  readonly fits: boolean;
  /** One of many alike that a table lists, or behind a wall from its user; null for a neighbour in the same room. */
  readonly why: 'listed' | 'wall' | null;
}

export interface House {
  readonly files: number;
  readonly longLines: number;
  readonly longFiles: number;
  readonly singleUse: readonly SingleUse[];
  /** Files to open for one line of «Điểm bị trừ», and their folders. */
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

/** What is written beside the code: README.md, FIELD.md, the reasons in .why.md. */
function notes(): string[] {
  const root = join(__dirname, '..', '..', 'src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(root, name), 'utf8'));
}
