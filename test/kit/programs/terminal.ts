/** A terminal that records its output. */
import type { Terminal } from '../../../src/cli/terminal';

export interface RecordingTerminal extends Terminal {
  readonly written: { out: string; err: string };
}

export function recordingTerminal(
  screen: Partial<Pick<Terminal, 'columns' | 'colours' | 'progressColumns'>> = {},
): RecordingTerminal {
  const written = { out: '', err: '' };
  return {
    written,
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
    columns: null,
    colours: false,
    progressColumns: null,
    ...screen,
  };
}
