/** The one engine of the page. Imported first, so that its worker loads while React is still being parsed. */
import { startEngine } from './client';

export const engine = startEngine(() => new Worker(new URL('./worker.ts', import.meta.url), { name: 'cchc-engine' }));
