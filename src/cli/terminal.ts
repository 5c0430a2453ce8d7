/** The two streams of a process and their display capabilities. */

export interface Terminal {
  /** Standard output: results only. */
  readonly out: (text: string) => void;
  /** Standard error: progress and messages. */
  readonly err: (text: string) => void;
  /** Columns of standard output; null when it is a pipe or a file. */
  readonly columns: number | null;
  readonly colours: boolean;
  /** Columns of standard error if it is a screen for a progress bar; null otherwise. */
  readonly progressColumns: number | null;
}

/** The width and colours that text is laid out for. */
export type Screen = Pick<Terminal, 'columns' | 'colours'>;

export function processTerminal({ stdout, stderr, env }: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>): Terminal {
  for (const stream of [stdout, stderr]) {
    // The reader has closed the pipe (`| head`).
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    columns: stdout.isTTY ? stdout.columns : null,
    colours: stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
    progressColumns: stderr.isTTY ? stderr.columns : null,
  };
}
