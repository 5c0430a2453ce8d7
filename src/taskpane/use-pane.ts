/** React hooks for the pane: its state, and answers of the engine that are fetched again when the workbook changes. */
import { flushSync } from 'react-dom';
import { createContext, useContext, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { EngineCalls, Method } from './worker/protocol';
import { followTheme } from './office';
import type { Pane } from './pane';
import { sheetOf, type PaneState } from './pane-state';
import type { SheetView } from './worker/view-sheet';

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('a component outside PaneContext');
  return pane;
}

export function usePaneState(): PaneState {
  const pane = usePane();
  return useSyncExternalStore(
    (listener) => pane.subscribe(listener),
    () => pane.state(),
  );
}

export const useSheet = (): SheetView | null => sheetOf(usePaneState());

/**
 * The engine's answer; null before the first. While a new answer is loading the old one stays, so that nothing
 * flickers.
 */
export function useAnswer<M extends Method>(
  method: M,
  ...args: Parameters<EngineCalls[M]>
): Awaited<ReturnType<EngineCalls[M]>> | null {
  const pane = usePane();
  const { version } = usePaneState();
  const [answer, setAnswer] = useState<Awaited<ReturnType<EngineCalls[M]>> | null>(null);
  const question = JSON.stringify([method, args]);
  useEffect(() => {
    let isWanted = true;
    const [name, given] = JSON.parse(question) as [M, Parameters<EngineCalls[M]>];
    pane.engine.call(name, ...given).then(
      (value) => {
        if (isWanted) setAnswer(value);
      },
      // The work that was cancelled or failed reports the error itself.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [pane, question, version]);
  return answer;
}

/** Text being typed: kept while its field is not shown, until it is written or cancelled. */
export function useDraft<T>(key: string, initial: T): [T, (draft: T) => void, () => void] {
  const { drafts } = usePane();
  const [draft, setDraft] = useState<T>(() => (drafts.has(key) ? (drafts.get(key) as T) : initial));
  const keep = (next: T): void => {
    drafts.set(key, next);
    setDraft(next);
  };
  return [
    draft,
    keep,
    () => {
      drafts.delete(key);
    },
  ];
}

/** True once work has lasted longer than half a second; shorter work is not announced. */
export function useLasting(isGoing: boolean, milliseconds = 500): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isGoing) return undefined;
    const timer = setTimeout(setLasts, milliseconds, true);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isGoing, milliseconds]);
  return isGoing && lasts;
}

/**
 * Whether the page is dark: by the Office theme, otherwise by the system's; known before the first paint. Printing is
 * always light.
 */
export function useDark(): boolean {
  const [isDark, setDark] = useState(false);
  const isPrinted = usePrinting();
  useLayoutEffect(() => followTheme(window, setDark), []);
  return isDark && !isPrinted;
}

/** True while the page is printed. */
export function usePrinting(): boolean {
  const [isPrinted, setPrinted] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinted(true));
    const end = (): void => setPrinted(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinted;
}
