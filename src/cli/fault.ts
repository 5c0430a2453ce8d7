/** Why a file could not be worked on, as one Vietnamese sentence with a permanent code. */
import { HostError } from '../hosts/host';

export interface Fault {
  readonly code: string;
  readonly alias: string;
  readonly message: string;
}

/** Codes 92x and 93x: outcomes of the command line. Permanent, never reused. */
const CODES = {
  'unknown-passage': 'CCHC920',
  'missing-file': 'CCHC921',
  'unreadable-file': 'CCHC922',
  'unwritable-file': 'CCHC923',
  'same-file': 'CCHC924',
  'empty-folder': 'CCHC925',
  'missing-table': 'CCHC926',
  'missing-unit': 'CCHC927',
  'unknown-loss': 'CCHC928',
  'internal-fault': 'CCHC929',
  'refused-choice': 'CCHC930',
} as const;

export class CliError extends Error {
  constructor(
    readonly alias: keyof typeof CODES,
    message: string,
  ) {
    super(message);
    this.name = 'CliError';
  }
}

/** Turns any thrown error into a sentence for the officer. */
export function faultOf(error: unknown): Fault {
  if (error instanceof HostError) return { code: error.code, alias: error.alias, message: error.message };
  if (error instanceof CliError) return { code: CODES[error.alias], alias: error.alias, message: error.message };
  return {
    code: CODES['internal-fault'],
    alias: 'internal-fault',
    message:
      'Chương trình gặp lỗi không lường trước ' +
      `(${error instanceof Error ? error.message : String(error)}); tệp gốc còn nguyên, đề nghị gửi tệp ` +
      'cho người hỗ trợ.',
  };
}

/** Turns a failed file operation into a sentence about the path. */
export function fileError(doing: 'read' | 'write', path: string, error: unknown): CliError {
  const reason = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (doing === 'read') {
    if (reason === 'ENOENT') return new CliError('missing-file', `Không tìm thấy «${path}»; xem lại tên và thư mục.`);
    if (reason === 'EACCES' || reason === 'EPERM')
      return new CliError('unreadable-file', `Không có quyền đọc «${path}».`);
    if (reason === 'EISDIR')
      return new CliError('unreadable-file', `«${path}» là thư mục, không phải tệp; hãy ghi tên một tệp trong đó.`);
    return new CliError(
      'unreadable-file',
      `Không đọc được «${path}» (${reason}); xem lại ổ đĩa hoặc chép tệp sang chỗ khác.`,
    );
  }
  if (reason === 'EBUSY' || reason === 'EPERM' || reason === 'EACCES') {
    return new CliError(
      'unwritable-file',
      `Không ghi được «${path}»; đóng tệp trong Excel hoặc chọn thư mục khác bằng --out.`,
    );
  }
  if (reason === 'ENOSPC') return new CliError('unwritable-file', `Không ghi được «${path}» vì ổ đĩa đã đầy.`);
  return new CliError('unwritable-file', `Không ghi được «${path}» (${reason}); chọn thư mục khác bằng --out.`);
}
