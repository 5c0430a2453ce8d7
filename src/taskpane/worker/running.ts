/** The one engine of the page. Imported first, so that its worker loads while React is still being parsed. */
import { inlinedWorker } from './inlined';
import { startEngine } from './client';

const inlined = inlinedWorker();
const address = inlined && URL.createObjectURL(inlined);

// The build names the worker's file after the literal.
export const engine = startEngine(() =>
  address === null
    ? new Worker(new URL('./worker.ts', import.meta.url), { name: 'cchc-engine' })
    : new Worker(address, { name: 'cchc-engine' }),
);
