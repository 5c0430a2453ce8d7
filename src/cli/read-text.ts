/** A text file as an officer's machine writes it. */
import { readFileSync } from 'node:fs';
import { CliError, fileError } from './fault';

/** UTF-8, or UTF-16 with its mark, as Windows' Notepad writes them. */
export function readCausesText(path: string): string {
  const bytes = read(path);
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new CliError(
      'unreadable-file',
      `«${path}» không phải tệp văn bản Unicode; hãy lưu lại thành .txt với bảng mã UTF-8.`,
    );
  }
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw fileError('read', path, error);
  }
}
