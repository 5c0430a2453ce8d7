/** Prints how the house stands: sizes, circles, files that serve one other file, and how many open for one line. */
import { sourceFiles, type SourceFile } from './source';

const files = new Map(sourceFiles().map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
const importsOf = ({ imports }: SourceFile): string[] =>
  imports.flatMap((name) => [name, `${name}/index`].find((each) => files.has(each)) ?? []);
const linesOf = (name: string): number => (files.get(name)?.text.split('\n').length ?? 1) - 1;

/** One file a rule, a component, a report, a command: each is listed in one place. */
const LISTED = /\/(rules|components)\/|^core\/documents\/reports\/|^cli\/jobs\//;
/** One line of «Điểm bị trừ» is read without the numbers and texts that it is made of. */
const UNDERSTOOD = /^core\/(values|documents)\//;
const LONGEST_LINE = 120;
const LONGEST_FILE = 300;

const users = new Map<string, string[]>();
for (const [name, file] of files)
  for (const target of new Set(importsOf(file))) users.set(target, [...(users.get(target) ?? []), name]);
const single = [...users].flatMap(([name, [only = '', ...others]]) =>
  others.length === 0 ? [{ name, only, fits: linesOf(name) + linesOf(only) <= LONGEST_FILE }] : [],
);
const unlisted = single.filter(({ name }) => !LISTED.test(name));

const ROWS = 'core/sheets/deductions/rows';
const rows = files.get(ROWS);
const opened = [ROWS, ...new Set(rows ? importsOf(rows) : [])].filter((name) => !UNDERSTOOD.test(name));
const folders = new Set(opened.map((name) => name.slice(0, name.lastIndexOf('/'))));

const tooLong = [...files.values()].flatMap(({ text }) =>
  text.split('\n').filter((line) => line.length > LONGEST_LINE),
);

process.stdout.write(
  [
    `files ${files.size}`,
    `lines over ${LONGEST_LINE} characters ${tooLong.length}`,
    `files over ${LONGEST_FILE} lines ${[...files.keys()].filter((name) => linesOf(name) > LONGEST_FILE).length}`,
    `files for one other file ${single.length}, rules, components, reports and commands aside ${unlisted.length}`,
    `of these such as fit into it ${unlisted.filter(({ fits }) => fits).length}`,
    `files to open for one line of «Điểm bị trừ» ${opened.length} in ${folders.size} folders`,
    ...(process.argv.includes('--list')
      ? unlisted.map(
          ({ name, only, fits }) => `${fits ? 'fits ' : '     '}${name} ${linesOf(name)} → ${only} ${linesOf(only)}`,
        )
      : []),
    '',
  ].join('\n'),
);
