/** Headings, colours and counts that every printed result shares. */
import type { Diagnostic, Severity } from '../core/model/diagnostic';
import { isTold } from '../core/model/set-aside';
import type { Screen } from './terminal';
import { clean } from './text';

export const SEVERITIES: readonly { readonly severity: Severity; readonly word: string; readonly colour: string }[] = [
  { severity: 'error', word: 'lỗi', colour: '31' },
  { severity: 'warning', word: 'cảnh báo', colour: '33' },
  { severity: 'note', word: 'lưu ý', colour: '36' },
];
export const HEADING = '1';

/** «1 lỗi, 2 cảnh báo, 0 lưu ý». */
export function countSeverities(diagnostics: readonly Pick<Diagnostic, 'severity' | 'follows' | 'setAside'>[]): string {
  return SEVERITIES.map(
    ({ severity, word }) =>
      `${diagnostics.filter((each) => each.severity === severity && isTold(each)).length} ${word}`,
  ).join(', ');
}

export const heading = (path: string, sheet: string | null, screen: Screen): string =>
  paint(sheet === null ? clean(path) : `${clean(path)} › ${clean(sheet)}`, HEADING, screen);

export const titled = ([title = '', ...rest]: readonly string[], screen: Screen): string[] => [
  paint(title, HEADING, screen),
  ...rest,
];

export const paint = (text: string, colour: string, { colours }: Screen): string =>
  colours ? `\u001b[${colour}m${text}\u001b[0m` : text;
