/** What stands in the page itself where the page is one file: its samples and the script of its worker. */

/** Workbooks by name, each as the texts of its parts. */
type InlinedFiles = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Scope {
  readonly document?: Document;
  /** In the worker, which has no document: given to it with its script. */
  inlinedFiles?: InlinedFiles;
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
  scope.inlinedFiles ??= JSON.parse(partOf('files') ?? '{}') as InlinedFiles;
  const inlined = scope.inlinedFiles[path];
  if (inlined) return packed(inlined);
  const answer = await fetch(path).catch(() => null);
  return answer?.ok === true ? new Uint8Array(await answer.arrayBuffer()) : null;
}

async function packed(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate');
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 0 });
}
