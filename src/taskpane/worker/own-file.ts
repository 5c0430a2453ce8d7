/** Files that the page brings along: beside it, or given to the worker with its script where the page is one file. */
import { strToU8, zipSync } from 'fflate';

interface Scope {
  /** Texts of workbooks by their part and the workbook's name. */
  readonly inlinedFiles?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const scope = globalThis as Scope;

/** Null where it cannot be had. */
export async function ownFile(path: string): Promise<Uint8Array | null> {
  const parts = Object.entries(scope.inlinedFiles ?? {}).flatMap(([part, { [path]: text }]) =>
    text === undefined ? [] : [[part, strToU8(text)] as const],
  );
  if (parts.length > 0) return zipSync(Object.fromEntries(parts), { level: 0 });
  const answer = await fetch(path).catch(() => null);
  return answer?.ok === true ? new Uint8Array(await answer.arrayBuffer()) : null;
}
