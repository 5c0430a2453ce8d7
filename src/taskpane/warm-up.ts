/** Lets the worker get ready while nobody waits for it: after the first paint, with a sample that the page has anyway. */
import type { Engine } from './engine/client';
import { SAMPLES } from './text';

/** Nothing depends on it: whatever goes wrong here is seen where the engine is asked for work. */
export function warmUp(engine: Engine, isNeeded: () => boolean): void {
  whenIdle(() => {
    const [sample] = SAMPLES;
    if (!sample || !isNeeded()) return;
    fetch(`samples/${sample.file}`)
      .then((answer) => (answer.ok ? answer.arrayBuffer() : null))
      .then((bytes) => (bytes && isNeeded() ? engine.call('warm', new Uint8Array(bytes)) : undefined))
      .catch(() => undefined);
  });
}

/** Safari knows no idle callbacks. */
function whenIdle(act: () => void): void {
  const page = window as Partial<Pick<Window, 'requestIdleCallback'>>;
  if (page.requestIdleCallback) page.requestIdleCallback(act, { timeout: 2000 });
  else setTimeout(act, 300);
}
