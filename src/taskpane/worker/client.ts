/**
 * The page's side of the messages. A computation cannot be interrupted from outside, so cancelling terminates the
 * worker; the next call starts a new one.
 */
import type { Answer, Call, EngineCalls, Fault, Method, PreviousSource, Source, Step } from './protocol';

export class EngineFault extends Error {
  readonly code: string | null;
  constructor({ code, message }: Fault) {
    super(message);
    this.name = 'EngineFault';
    this.code = code;
  }
}

/** Somebody pressed «Dừng». */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export interface WorkerLike {
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: Call): void;
  terminate(): void;
}

export interface Engine {
  call<M extends Method>(method: M, ...args: Parameters<EngineCalls[M]>): Promise<Awaited<ReturnType<EngineCalls[M]>>>;
  /** What a new worker opens first, after the one that had it was ended. */
  remember(source: Source): void;
  rememberPrevious(source: PreviousSource | null): void;
  /** Ends whatever runs. */
  cancel(): void;
  onStep: (step: Step, done: number) => void;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: Error) => void;
}

export function startEngine(startWorker: () => WorkerLike): Engine {
  let worker: WorkerLike | null;
  let remembered: Source | null = null;
  let previous: PreviousSource | null = null;
  let next = 0;
  const waiting = new Map<number, Waiting>();

  const end = (reason: Error): void => {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };

  const take = ({ data }: MessageEvent<Answer>): void => {
    if (data.kind === 'step') {
      engine.onStep(data.step, data.done);
      return;
    }
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'value') call?.resolve(data.value as never);
    else call?.reject(new EngineFault(data.fault));
  };

  const started = (): WorkerLike => {
    const fresh = startWorker();
    fresh.onmessage = take;
    fresh.onerror = (event) => {
      end(new EngineFault({ code: null, message: event.message }));
    };
    return fresh;
  };

  const engine: Engine = {
    onStep: () => undefined,
    call(method, ...args) {
      const isLost = worker === null;
      worker ??= started();
      const to = worker;
      const send = (name: Method, given: readonly unknown[], waits: Waiting): void => {
        waiting.set(next, waits);
        to.postMessage({ id: next, method: name, args: given });
        next += 1;
      };
      return new Promise((resolve, reject) => {
        // A new worker knows nothing of last year: opening alone would forget it.
        if (isLost && remembered && (method !== 'open' || previous))
          send('reopen', [remembered, previous], { resolve: () => undefined, reject });
        send(method, args, { resolve, reject });
      });
    },
    remember: (source) => {
      remembered = source;
    },
    rememberPrevious: (source) => {
      previous = source;
    },
    cancel: () => {
      end(new Cancelled());
    },
  };
  // At once: a worker gets ready while the page is still drawn.
  worker = started();
  return engine;
}
