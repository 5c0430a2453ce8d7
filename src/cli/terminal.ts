/** The two streams of a process and what they can show. */

export interface Terminal {
  /** Standard output: results and nothing else. */
  readonly out: (text: string) => void;
  /** Standard error: progress and messages. */
  readonly err: (text: string) => void;
  /** Columns of standard output; null when it is a pipe or a file. */
  readonly columns: number | null;
  readonly colours: boolean;
  /** Columns of standard error where it is a screen that a progress bar may draw on; null otherwise. */
  readonly progressColumns: number | null;
}

/** What text is laid out for. */
export type Screen = Pick<Terminal, 'columns' | 'colours'>;

export function processTerminal({ stdout, stderr, env }: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>): Terminal {
  for (const stream of [stdout, stderr]) {
    // The reader has gone away (`| head`): nobody is left to tell.
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
