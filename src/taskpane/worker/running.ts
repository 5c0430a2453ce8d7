/** The page's single engine. Imported first, so that its worker loads while React is still being parsed. */
import { startEngine, type WorkerLike } from './client';
import type { Answer, Call } from './protocol';

const NAME = { name: 'cchc-engine' };

const addressOf = (script: BlobPart): string => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));

declare global {
  /** In the page as one file: the engine's script, which a worker unpacks so that the page stays responsive. */
  var engineScript: Promise<Uint8Array<ArrayBuffer>> | undefined;
}

/** A worker that queues its calls until its script is available. */
function lateWorker(address: Promise<string>): WorkerLike {
  const early: Call[] = [];
  let worker: Worker | null = null;
  let isEnded = false;
  const late: WorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage: (call) => {
      if (worker) worker.postMessage(call);
      else early.push(call);
    },
    terminate: () => {
      isEnded = true;
      worker?.terminate();
    },
  };
  const start = (script: string): void => {
    if (isEnded) return;
    worker = new Worker(script, NAME);
    worker.onmessage = (event: MessageEvent<Answer>) => late.onmessage?.(event);
    worker.onerror = (event) => late.onerror?.(event);
    for (const call of early) worker.postMessage(call);
  };
  void address.then(start, (reason: unknown) => late.onerror?.(new ErrorEvent('error', { message: String(reason) })));
  return late;
}

const { engineScript } = globalThis;

// The build derives the worker's file name from this literal.
export const engine = startEngine(() =>
  engineScript
    ? lateWorker(engineScript.then(addressOf))
    : new Worker(new URL('./worker.ts', import.meta.url), { name: 'cchc-engine' }),
);
