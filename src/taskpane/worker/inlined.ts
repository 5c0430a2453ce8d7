/** What stands in the page itself where the page is one file: the script of its worker with the files it gets. */

const partOf = (id: string): string | null => document.getElementById(id)?.textContent ?? null;

/** The worker's script; null where the page has files beside it. */
export function inlinedWorker(): Blob | null {
  const script = partOf('engine');
  return script === null
    ? null
    : new Blob([`self.inlinedFiles=${partOf('files') ?? '{}'};`, script], { type: 'text/javascript' });
}
