/** Files that the page brings along: beside it, or given to the worker with its script where the page is one file. */
import { strToU8, zipSync } from 'fflate';

interface Scope {
  /** Workbooks by name, each as the texts of its parts. */
  readonly inlinedFiles?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const scope = globalThis as Scope;

/** Whether the page is one file, which holds all of its parts but the largest. */
export const isOneFile = (): boolean => scope.inlinedFiles !== undefined;

/** Null where it cannot be had. */
export async function ownFile(path: string): Promise<Uint8Array | null> {
  const inlined = scope.inlinedFiles?.[path];
  if (inlined) return packed(inlined);
  const answer = await fetch(path).catch(() => null);
  return answer?.ok === true ? new Uint8Array(await answer.arrayBuffer()) : null;
}

const packed = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 0 });
