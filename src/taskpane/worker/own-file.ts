/** Loads files that come with the page: from beside it, or from the worker's script if the page is a single file. */
import { strToU8, zipSync } from 'fflate';

interface Scope {
  /** Parts of workbooks as text, by part and by the name of the workbook. */
  readonly inlinedFiles?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const scope = globalThis as Scope;

/** Null if it cannot be loaded. */
export async function ownFile(path: string): Promise<Uint8Array | null> {
  const parts = Object.entries(scope.inlinedFiles ?? {}).flatMap(([part, { [path]: text }]) =>
    text === undefined ? [] : [[part, strToU8(text)] as const],
  );
  if (parts.length > 0) return zipSync(Object.fromEntries(parts), { level: 0 });
  const answer = await fetch(path).catch(() => null);
  return answer?.ok === true ? new Uint8Array(await answer.arrayBuffer()) : null;
}
