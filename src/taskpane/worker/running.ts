/** The page's single engine. Imported first, so that its worker loads while React is still being parsed. */
import { startEngine, type WorkerLike } from './client';
import type { Answer, Call } from './protocol';

const NAME = { name: 'cchc-engine' };

const addressOf = (script: BlobPart): string => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));

/** Contents of the one-file page: its compressed scripts and the script that unpacks them. */
interface Packed {
  readonly packed: string;
  /** Size in bytes of the page's own script, which comes first. */
  readonly page: number;
  readonly unpacker: string;
}

/** Null for any other page. The elements are removed to free their memory. */
function packedScripts(): Packed | null {
  const [packed, unpacker] = [document.getElementById('packed'), document.getElementById('unpacker')];
  if (!packed || !unpacker) return null;
  const texts = { packed: packed.textContent, page: Number(packed.dataset['page']), unpacker: unpacker.textContent };
  packed.remove();
  unpacker.remove();
  return texts;
}

/** The address of the engine's script. A separate worker unpacks it, so that the page stays responsive. */
function unpacked({ packed, page, unpacker }: Packed): Promise<string> {
  const worker = new Worker(addressOf(unpacker));
  const script = new Promise<string>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => resolve(addressOf(data));
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ packed, page });
  });
  return script.finally(() => worker.terminate());
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

const packed = packedScripts();
const address = packed && unpacked(packed);

// The build derives the worker's file name from this literal.
export const engine = startEngine(() =>
  address === null ? new Worker(new URL('./worker.ts', import.meta.url), { name: 'cchc-engine' }) : lateWorker(address),
);
