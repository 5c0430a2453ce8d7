/** The one engine of the page. Imported first, so that its worker loads while React is still being parsed. */
import { startEngine, type WorkerLike } from './client';
import type { Answer, Call } from './protocol';

const NAME = { name: 'cchc-engine' };

/** What the page as one file holds under `id`, which is empty from then on; null in any other page. */
function partOf(id: string): string | null {
  const element = document.getElementById(id);
  const text = element?.textContent ?? null;
  element?.replaceChildren();
  return text;
}

const addressOf = (script: BlobPart): string => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));

/** The address of the engine's script, once a worker of its own has unpacked it: the page stays free meanwhile. */
function unpacked(unpacker: string, packed: string): Promise<string> {
  const worker = new Worker(addressOf(unpacker));
  const script = new Promise<string>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => resolve(addressOf(data));
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(packed);
  });
  return script.finally(() => worker.terminate());
}

/** A worker that keeps its calls until its script is there. */
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

const [unpacker, packed] = [partOf('unpacker'), partOf('engine')];
const address = unpacker === null || packed === null ? null : unpacked(unpacker, packed);

// The build names the worker's file after the literal.
export const engine = startEngine(() =>
  address === null ? new Worker(new URL('./worker.ts', import.meta.url), { name: 'cchc-engine' }) : lateWorker(address),
);
