/** The table of rules for the README, generated so that it cannot drift from the rules. */
import type { Severity } from '../model/diagnostic';
import { RULES } from './index';

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'lỗi', warning: 'cảnh báo', note: 'lưu ý' };

/** Markdown: code, alias, severity, title. */
export const ruleTable = (): string =>
  [
    '| Mã | Tên máy đọc | Mức | Nội dung |',
    '|---|---|---|---|',
    ...RULES.map(
      ({ code, alias, severity, title }) => `| ${code} | \`${alias}\` | ${SEVERITY_WORDS[severity]} | ${title} |`,
    ),
  ].join('\n');
