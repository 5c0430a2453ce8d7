/** Prints the measures of the code's structure; with `--list` every file that serves one other file. */
import { LONGEST_FILE, LONGEST_LINE, measureHouse, type SingleUse } from './house';

const { files, longLines, longFiles, singleUse, opened, folders } = measureHouse();
const counted = (why: SingleUse['why']): number => singleUse.filter((each) => each.why === why).length;
const others = singleUse.filter(({ why }) => why === null);

process.stdout.write(
  [
    `files ${files}`,
    `lines over ${LONGEST_LINE} characters ${longLines}`,
    `files over ${LONGEST_FILE} lines ${longFiles}`,
    `files for one other file ${singleUse.length}: listed (rules, components, reports, commands, doubts) ` +
      `${counted('listed')}, behind a wall from it ${counted('wall')}, in its own room ${others.length}`,
    `of those in its own room such as fit into it ${others.filter(({ fits }) => fits).length}`,
    `files to open for one line of «Điểm bị trừ» ${opened.length} in ${folders.size} folders`,
    ...(process.argv.includes('--list')
      ? singleUse
          .filter(({ why }) => why !== 'listed')
          .map(
            ({ name, user, lines, userLines, fits, why }) =>
              `${(why ?? (fits ? 'fits' : '')).padEnd(10)} ${name} ${lines} → ${user} ${userLines}`,
          )
      : []),
    '',
  ].join('\n'),
);
