/** Turns every error into the one sentence that the officer reads. */
import { HOST_FAULTS, HostError } from '../hosts/host';
import type { Outcome } from './door';
import { Cancelled, EngineFault } from './worker/client';
import type { Notice } from './pane-state';
import { TEXT } from './text/text';

/** An error of the page whose message is shown unchanged. */
export class PlainFault extends Error {}

export function noticeOf(error: unknown): Notice {
  if (error instanceof Cancelled) return { kind: 'info', text: TEXT.cancelled, code: null };
  if (error instanceof HostError)
    return {
      kind: 'error',
      text: error.message,
      code: error.code,
      ...(error.alias === 'filtered-sheet' ? { offer: 'clearFilter' } : {}),
    };
  if (error instanceof EngineFault && error.code !== null)
    return { kind: 'error', text: error.message, code: error.code };
  if (error instanceof PlainFault) return { kind: 'error', text: error.message, code: null };
  return { kind: 'error', text: TEXT.internal, code: error instanceof Error ? error.message.slice(0, 200) : null };
}

/** What was done, and what was left out because of protection. */
export function noticeOfOutcome(outcome: Outcome, tell: (outcome: Outcome) => string): Notice {
  const { written, leftOut } = outcome;
  if (leftOut.length === 0) return { kind: 'success', text: tell(outcome), code: null };
  const messages = leftOut.map(({ message }) => message);
  const text = (written === 0 ? messages : [tell(outcome), ...messages]).join(' ');
  const offer = leftOut.some(({ sheet }) => sheet === null) ? ({ offer: 'sheetsApart' } as const) : {};
  return { kind: 'info', text, code: HOST_FAULTS['protected-sheet'], ...offer };
}
