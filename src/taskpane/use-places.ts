/** Restores the scroll position of each list, and the focus after a redraw. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { usePane, usePaneState } from './use-pane';

/** Milliseconds that a loading list has to grow to its former scroll position. */
const PATIENCE = 2000;

/** A scroller that restores its last position for the same `key`. */
export function useKeptScroll(key: string): RefObject<HTMLDivElement | null> {
  const { drafts } = usePane();
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const name = `scroll:${key}`;
    const wanted = (drafts.get(name) as number | undefined) ?? 0;
    // The content arrives from the worker in pieces, so the position is set again as it grows, unless the user scrolls.
    let isGoing = wanted > 0;
    const go = (): void => {
      if (isGoing) box.scrollTop = wanted;
    };
    box.scrollTop = wanted;
    const grown = new MutationObserver(go);
    grown.observe(box, { childList: true, subtree: true });
    const stop = (): void => {
      isGoing = false;
      grown.disconnect();
    };
    const timer = setTimeout(stop, PATIENCE);
    const keep = (): void => {
      if (!isGoing || box.scrollTop === wanted) drafts.set(name, box.scrollTop);
    };
    box.addEventListener('scroll', keep);
    for (const event of HANDS) box.addEventListener(event, stop);
    return () => {
      stop();
      clearTimeout(timer);
      box.removeEventListener('scroll', keep);
      for (const event of HANDS) box.removeEventListener(event, stop);
    };
  }, [drafts, key]);
  return scroller;
}

/** Events of a user who scrolls. */
const HANDS = ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const;

/**
 * Work disables the button that started it, and a reloaded list loses the pressed row. The focus is returned to it, or
 * goes to the place that shows the result, never to the top of the page.
 */
export function useKeptFocus(): void {
  const { busy, task, tab, version } = usePaneState();
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const note = ({ target }: Event): void => {
      if (target instanceof HTMLElement) last.current = target;
    };
    // A press outside of any control gives up the focus.
    const leave = ({ target }: Event): void => {
      if (target instanceof Element && !target.closest('button, a, input, select, textarea, summary, label, .grid'))
        last.current = null;
    };
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', leave);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', leave);
    };
  }, []);
  useEffect(() => {
    if (busy) return undefined;
    const timer = setTimeout(() => {
      const was = last.current;
      if (!was || document.activeElement !== document.body) return;
      const isThere = was.isConnected && was.getClientRects().length > 0;
      (isThere ? was : document.querySelector<HTMLElement>('#task-name, [role=tab][aria-selected=true]'))?.focus();
    }, SOON);
    return () => clearTimeout(timer);
  }, [busy, task, tab, version]);
}

/** Milliseconds in which other code can move the focus to a better place. */
const SOON = 150;
