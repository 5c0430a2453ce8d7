/** The one engine of the page. Imported first, so that its worker loads while React is still being parsed. */
import { startEngine } from './client';

const partOf = (id: string): string | null => document.getElementById(id)?.textContent ?? null;

// Where the page is one file, the worker's script stands in it, and the files that go with it.
const script = partOf('engine');
const address =
  script === null
    ? null
    : URL.createObjectURL(
        new Blob([`self.inlinedFiles=${partOf('files') ?? '{}'};`, script], { type: 'text/javascript' }),
      );

// The build names the worker's file after the literal.
export const engine = startEngine(() =>
  address === null
    ? new Worker(new URL('./worker.ts', import.meta.url), { name: 'cchc-engine' })
    : new Worker(address, { name: 'cchc-engine' }),
);
