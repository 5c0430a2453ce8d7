/** Passages of prose with their truth, and the outcome of each: right, asked about, missed or wrong. */
import { assessBook } from '../../src/core/assess';
import type { Assessment } from '../../src/core/model/assessment';
import { readPassages } from '../../src/core/causes/read-passages';
import type { Cause } from '../../src/core/model/deduction';
import { bookOf, grid } from './grid';

export interface Told {
  readonly code: string;
  readonly name: string;
  readonly lost: string;
  readonly points: string;
  readonly cause: string;
  readonly body: string;
  readonly person: string;
  readonly answer: string;
}

export const told = (code: string, name: string, lost: string, points: string, words: readonly string[]): Told => {
  const [cause = '', body = '', person = '', answer = ''] = words;
  return { code, name, lost, points, cause, body, person, answer };
};

type Parts = 'c' | 'cb' | 'cp' | 'ce' | 'cbp' | 'cbpe';
export interface Way {
  readonly parts: Parts;
  readonly write: (loss: Told) => string;
}

/** «0,25» and «1» of «0,25/1». */
export const reached = ({ points }: Told): string => points.split('/')[0] ?? '';
export const most = ({ points }: Told): string => points.split('/')[1] ?? '';

export const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
export const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
/** Replaces the last blank within 50 to 60 characters by a line break, as in a PDF. */
export const broken = (text: string): string => text.replace(/(.{50,60}) /gu, '$1\n');

export const way = (parts: Parts, write: (loss: Told) => string): Way => ({ parts, write });
const plain = (text: string | null): string | null => text && text.replace(/[\s.;]+$/, '').toLocaleLowerCase('vi');

type Outcome = 'right' | 'asked' | 'missed' | 'wrong';

interface ToldOutcome {
  /** Position of the style of writing. */
  readonly at: number;
  readonly outcome: Outcome;
  readonly text: string;
}

/** Reads every loss of the table in every style. */
export function outcomesOf(table: string, ways: readonly Way[], losses: readonly Told[]): ToldOutcome[] {
  const [assessment] = assessBook(bookOf(grid(table))).sheets;
  if (!assessment) throw new Error('the table is not read');
  return ways.flatMap((each, at) =>
    losses.map((loss) => ({ at, outcome: outcomeOf(assessment, each, loss), text: each.write(loss) })),
  );
}

function outcomeOf(assessment: Assessment, { parts, write }: Way, loss: Told): Outcome {
  const { passages } = readPassages(assessment, null, write(loss));
  if (passages.length === 0) return 'missed';
  const sure = passages.filter(({ state }) => state === 'sure');
  if (sure.length === 0) return 'asked';
  const truth: Cause = {
    cause: plain(loss.cause),
    responsibleBody: parts.includes('b') ? plain(loss.body) : null,
    responsiblePerson: parts.includes('p') ? plain(loss.person) : null,
    explanation: parts.includes('e') ? plain(loss.answer) : null,
  };
  const [entry, ...others] = sure.flatMap(({ entries }) => entries);
  const isRight =
    entry !== undefined &&
    others.length === 0 &&
    assessment.scoreSheet.items[entry.item]?.code.replace(/\.$/, '') === loss.code &&
    (['cause', 'responsibleBody', 'responsiblePerson', 'explanation'] as const).every(
      (part) => plain(entry[part]) === truth[part],
    );
  return isRight ? 'right' : 'wrong';
}
