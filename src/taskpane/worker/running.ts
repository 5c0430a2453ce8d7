/** The page's one engine. Imported before all else, so that its worker loads while React is still being read. */
import { startEngine } from './client';

export const engine = startEngine(() => new Worker(new URL('./worker.ts', import.meta.url), { name: 'cchc-engine' }));
