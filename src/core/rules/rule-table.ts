/** The README's table of rules, generated so that it matches the rules. */
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
