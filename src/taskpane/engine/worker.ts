/** The worker's end of the wire: takes calls, hands them to the session, answers. Nothing here thinks. */
import { HostError } from '../../hosts/host';
import { browserCodec } from '../../hosts/xlsx-file/codec-browser';
import type { Answer, Call, Fault, Method } from './protocol';
import { createSession } from './session';
import { warm } from './warm';

/** The part of a dedicated worker's global that is used; TypeScript's own description of it cannot stand beside the page's. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Call>) => void) | null;
  postMessage(message: Answer): void;
}

const scope = self as unknown as WorkerScope;
let current = 0;
const session = createSession(browserCodec, (step, done = 0) => {
  scope.postMessage({ id: current, kind: 'step', step, done });
});
const calls: Readonly<Record<Method, (...given: never[]) => unknown>> = {
  ...session,
  warm: (bytes: Uint8Array) => {
    const id = current;
    return warm(browserCodec, bytes, () => current === id);
  },
};

scope.onmessage = ({ data }) => {
  current = data.id;
  void answer(data);
};

async function answer({ id, method, args }: Call): Promise<void> {
  try {
    scope.postMessage({ id, kind: 'value', value: await calls[method](...(args as never[])) });
  } catch (error) {
    scope.postMessage({ id, kind: 'fault', fault: faultOf(error) });
  }
}

function faultOf(error: unknown): Fault {
  if (error instanceof HostError) return { code: error.code, message: error.message };
  return { code: null, message: error instanceof Error ? error.message : String(error) };
}
