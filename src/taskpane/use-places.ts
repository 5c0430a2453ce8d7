/** Where the officer was: how far each list was scrolled, and what had the focus before it was drawn anew. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { usePane, usePaneState } from './use-pane';

/** Milliseconds in which a list that loads may grow to where it was left. */
const PATIENCE = 2000;

/** A scroller that is where it was when the same place (`key`) was shown last. */
export function useKeptScroll(key: string): RefObject<HTMLDivElement | null> {
  const { drafts } = usePane();
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const name = `scroll:${key}`;
    const wanted = (drafts.get(name) as number | undefined) ?? 0;
    // What is shown comes from the worker piece by piece: gone to again while it grows, unless somebody scrolls.
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

/** What an officer scrolls with. */
const HANDS = ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const;

/**
 * Work disables the button that began it, and a list that comes anew has lost the row that was pressed: the focus is
 * given back, or goes to the place that shows what was done, never to the top of the page.
 */
export function useKeptFocus(): void {
  const { busy, task, tab, version } = usePaneState();
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const note = ({ target }: Event): void => {
      if (target instanceof HTMLElement) last.current = target;
    };
    // Pressed on nothing: nothing is wanted back.
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

/** Milliseconds after which whoever knows a better place has taken the focus there. */
const SOON = 150;
