/**
 * Prints the outcome of a causes text: how many causes were written, and every other passage with its number and the
 * reason.
 */
import { TEXT_CUT, emptyPassagesText, type Passage } from '../core/model/beside/prose';
import { CAUSE_COLUMNS, DEDUCTION_LABELS } from '../core/model/deduction-sheet';
import type { DoubtfulPassage, TakenCauses } from './take-causes';
import type { Screen } from './terminal';
import { clean, wrap, wrapAfter } from './text';

export function printTaken(
  { count, confirmed, doubtful, blocked, emptyPassages, isCut, unknownSheets }: TakenCauses,
  { columns }: Screen,
): string {
  const width = columns ?? Infinity;
  const remarks = [
    ...unknownSheets.map(
      (name) => `Văn bản nêu trang tính «${clean(name)}» không có trong tệp; phần đó không được ghi.`,
    ),
    ...(emptyPassages > 0 ? [emptyPassagesText(emptyPassages)] : []),
    ...(isCut ? [TEXT_CUT] : []),
  ].map((line) => wrap(line, width, '  '));
  if (count + doubtful.length + blocked.length === 0)
    return ['Văn bản không có nguyên nhân nào để ghi thêm vào bảng.', ...remarks].join('\n');
  const lines = [
    `Đã ghi nguyên nhân của ${count} khoản mất điểm` +
      (doubtful.length === 0 ? '' : `; ${doubtful.length} đoạn cần xem lại, chưa ghi:`),
    ...doubtful.flatMap((each) => doubtfulLines(each, width)),
  ];
  const [first] = doubtful;
  if (first)
    lines.push(
      wrap(
        'Đoạn nào đúng thì chạy lại kèm số của nó, như --xac-nhan ' +
          `${[...confirmed, first.number].sort((a, b) => a - b).join(',')}; ghi mọi đoạn: --xac-nhan tat-ca`,
        width,
        '  ',
      ),
    );
  if (blocked.length > 0)
    lines.push(
      `${blocked.length} đoạn không ghi được:`,
      ...blocked.map((each) => wrap(`- ${blockedLine(each)}`, width, '  ')),
    );
  return [...lines, ...remarks].join('\n');
}

function doubtfulLines({ number, passage, targets }: DoubtfulPassage, width: number): string[] {
  const indent = ' '.repeat(`${number}. `.length);
  const {
    match: { line },
  } = passage;
  const words = CAUSE_COLUMNS.flatMap((role) =>
    line[role] === null ? [] : [`${DEDUCTION_LABELS[role]}: ${clean(line[role])}`],
  );
  return [
    wrap(`${number}. ${citedIn(passage)}: ${reasonOf(passage)}`, width, indent),
    wrapAfter(indent, `Sẽ ghi cho «${targets.map(clean).join('», «')}»: ${words.join(' · ')}`, width, `${indent}  `),
  ];
}

function blockedLine(passage: Passage): string {
  const [cited, reason] = [citedIn(passage), reasonOf(passage)];
  const { unit } = passage.match.line;
  const named = reason.startsWith(`${cited}: `) ? reason : `${cited}: ${reason}`;
  return unit === null ? named : `${clean(unit)} · ${named}`;
}

const citedIn = ({ match: { line } }: Passage): string => clean(`${line.code} ${line.name}`);

const reasonOf = ({ doubts, before }: Passage): string =>
  clean(
    [...doubts, ...(before.length > 0 ? [`Trong bảng đã có nguyên nhân khác: «${before.join('», «')}».`] : [])].join(
      ' ',
    ),
  );
