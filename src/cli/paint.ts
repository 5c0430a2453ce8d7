/** Headings, colours and counts that every printed result shares. */
import type { Diagnostic, Severity } from '../core/model/diagnostic';
import { isReported } from '../core/model/set-aside';
import type { Screen } from './terminal';
import { clean } from './text';

export const SEVERITIES: readonly { readonly severity: Severity; readonly word: string; readonly colour: string }[] = [
  { severity: 'error', word: 'lỗi', colour: '31' },
  { severity: 'warning', word: 'cảnh báo', colour: '33' },
  { severity: 'note', word: 'lưu ý', colour: '36' },
];
export const HEADING = '1';

export type Counts = Readonly<Record<Severity, number>>;
export const NO_COUNTS: Counts = { error: 0, warning: 0, note: 0 };

/** Counts the diagnostics that are neither a consequence of another nor set aside. */
export const countsOf = (diagnostics: readonly Pick<Diagnostic, 'severity' | 'follows' | 'setAside'>[]): Counts =>
  diagnostics.reduce(
    (counts, each) => (isReported(each) ? { ...counts, [each.severity]: counts[each.severity] + 1 } : counts),
    NO_COUNTS,
  );

/** «1 lỗi, 2 cảnh báo, 0 lưu ý». */
export const countsText = (counts: Counts): string =>
  SEVERITIES.map(({ severity, word }) => `${counts[severity]} ${word}`).join(', ');

export const countSeverities = (diagnostics: Parameters<typeof countsOf>[0]): string =>
  countsText(countsOf(diagnostics));

export const heading = (path: string, sheet: string | null, screen: Screen): string =>
  paint(sheet === null ? clean(path) : `${clean(path)} › ${clean(sheet)}`, HEADING, screen);

export const titled = ([title = '', ...rest]: readonly string[], screen: Screen): string[] => [
  paint(title, HEADING, screen),
  ...rest,
];

export const paint = (text: string, colour: string, { colours }: Screen): string =>
  colours ? `\u001b[${colour}m${text}\u001b[0m` : text;
