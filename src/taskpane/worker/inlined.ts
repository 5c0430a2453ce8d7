/** What stands in the page itself where the page is one file: its samples and the script of its worker. */

interface Scope {
  readonly document?: Document;
  /** In the worker, which has no document: given to it with its script. */
  inlinedFiles?: Readonly<Record<string, string>>;
}

const scope = globalThis as unknown as Scope;
const partOf = (id: string): string | null => scope.document?.getElementById(id)?.textContent ?? null;

/** Whether the page is one file, which holds all of its parts but the largest. */
export const isOneFile = (): boolean => partOf('files') !== null || Object.keys(scope.inlinedFiles ?? {}).length > 0;

/** The worker's script; null where the page has files beside it. */
export function inlinedWorker(): Blob | null {
  const script = partOf('engine');
  return script === null
    ? null
    : new Blob([`self.inlinedFiles=${partOf('files') ?? '{}'};`, script], { type: 'text/javascript' });
}

/** A file of the page's own, from the page itself or from beside it; null where it cannot be had. */
export async function ownFile(path: string): Promise<Uint8Array | null> {
  scope.inlinedFiles ??= JSON.parse(partOf('files') ?? '{}') as Readonly<Record<string, string>>;
  const inlined = scope.inlinedFiles[path];
  if (inlined !== undefined) return Uint8Array.from(atob(inlined), (character) => character.charCodeAt(0));
  const answer = await fetch(path).catch(() => null);
  return answer?.ok === true ? new Uint8Array(await answer.arrayBuffer()) : null;
}
