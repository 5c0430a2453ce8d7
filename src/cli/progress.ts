/** A progress bar on the last line of a terminal, for runs of several files. Draws nothing into pipes and files. */
import { clean, shorten } from './text';
import type { Terminal } from './terminal';

export interface Progress {
  /** File number `done` (from 0) is being worked on. */
  readonly show: (done: number, path: string) => void;
  /** Takes the bar away, so that other text can be written. */
  readonly clear: () => void;
}

const BAR = 24;

export function startProgress(total: number, { err, progressColumns }: Terminal): Progress {
  if (progressColumns === null || total < 2) return { show: () => undefined, clear: () => undefined };
  let drawn = false;
  return {
    show(done, path) {
      const full = Math.round((done / total) * BAR);
      const line = `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${done + 1}/${total} ${clean(path)}`;
      err(`\r\u001b[K${shorten(line, progressColumns - 1)}`);
      drawn = true;
    },
    clear() {
      if (drawn) err('\r\u001b[K');
      drawn = false;
    },
  };
}
