/** The one place that knows where the worker's script is; tests start the session without it. */
import type { WorkerLike } from './client';

export const startWorker = (): WorkerLike => new Worker(new URL('./worker.ts', import.meta.url), { name: 'cchc-engine' });
