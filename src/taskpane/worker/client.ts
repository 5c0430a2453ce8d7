/**
 * The page's side of the messages. A computation cannot be interrupted from outside, so cancelling terminates the
 * worker; the next call starts a new one.
 */
import type { Answer, Call, EngineCalls, Fault, Made, Method, PreviousSource, Source, Step } from './protocol';

export class EngineFault extends Error {
  readonly code: string | null;
  constructor({ code, message }: Fault) {
    super(message);
    this.name = 'EngineFault';
    this.code = code;
  }
}

/** The user pressed «Dừng». */
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
  /** The source that a new worker opens first, after the previous worker was terminated. */
  remember(source: Source): void;
  rememberPrevious(source: PreviousSource | null): void;
  /** Stops all work in progress. */
  cancel(): void;
  onStep: (step: Step, made: Made | null) => void;
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
      engine.onStep(data.step, data.made);
      return;
    }
    settle(waiting, data);
  };

  const started = (): WorkerLike => {
    const fresh = startWorker();
    fresh.onmessage = take;
    fresh.onerror = ({ message }) => end(new EngineFault({ code: null, message }));
    return fresh;
  };

  const send = (to: WorkerLike, call: Omit<Call, 'id'>, waits: Waiting): void => {
    waiting.set(next, waits);
    to.postMessage({ ...call, id: next });
    next += 1;
  };

  const engine: Engine = {
    onStep: () => undefined,
    call(method, ...args) {
      const isLost = worker === null;
      worker ??= started();
      const to = worker;
      return new Promise((resolve, reject) => {
        // A new worker does not have last year's results; `open` alone would lose them.
        if (isLost && remembered && (method !== 'open' || previous))
          send(to, { method: 'reopen', args: [remembered, previous] }, { resolve: () => undefined, reject });
        send(to, { method, args }, { resolve, reject });
      });
    },
    remember: (source) => {
      remembered = source;
    },
    rememberPrevious: (source) => {
      previous = source;
    },
    cancel: () => end(new Cancelled()),
  };
  // Started at once, so that the worker loads while the page is still drawn.
  worker = started();
  return engine;
}

function settle(waiting: Map<number, Waiting>, answer: Exclude<Answer, { readonly kind: 'step' }>): void {
  const call = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (answer.kind === 'value') call?.resolve(answer.value as never);
  else call?.reject(new EngineFault(answer.fault));
}
