/** The worker's side of the messages: receives calls, passes them to the session, and answers. */
import { HostError } from '../../hosts/host';
import { browserCodec } from '../../hosts/xlsx-file/zip/codec';
import { ownFile } from './own-file';
import type { Answer, Call, Fault, Method } from './protocol';
import { createSession } from './session';
import { WARM_SAMPLE, warm } from './warm';

/**
 * The used part of a dedicated worker's global scope; TypeScript cannot load its own types for it together with the
 * page's.
 */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Call>) => void) | null;
  postMessage(message: Answer): void;
}

const scope = self as unknown as WorkerScope;
/** Id of the last call; null before the first. */
let current: number | null = null;
const session = createSession(browserCodec, (step, made) => {
  if (current !== null) scope.postMessage({ id: current, kind: 'step', step, made: made ?? null });
});
const calls: Readonly<Record<Method, (...given: never[]) => unknown>> = session;

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

/** Errors are ignored here, because they appear again when the engine is called. */
async function getReady(): Promise<void> {
  const sample = await ownFile(WARM_SAMPLE);
  if (sample) await warm(browserCodec, sample, () => current === null);
}
void getReady().catch(() => undefined);

function faultOf(error: unknown): Fault {
  if (error instanceof HostError) return { code: error.code, message: error.message };
  return { code: null, message: error instanceof Error ? error.message : String(error) };
}
