/**
 * Four tabs with one stop for the Tab key; arrows move between them. Fluent's tabs contain hidden focus traps, which
 * axe reports.
 */
import type { KeyboardEvent, ReactNode } from 'react';
import { TABS, type Tab } from '../pane-state';
import { TEXT } from '../text/text';

interface Props {
  readonly selected: Tab;
  readonly select: (tab: Tab) => void;
  /** Shown after a tab's name. */
  readonly badge: (tab: Tab) => ReactNode;
}

export function Tabs({ selected, select, badge }: Props) {
  const move = (event: KeyboardEvent): void => {
    const position = TABS.indexOf(selected);
    const to = { ArrowRight: position + 1, ArrowLeft: position - 1, Home: 0, End: TABS.length - 1 }[event.key];
    const next = to === undefined ? undefined : TABS[(to + TABS.length) % TABS.length];
    if (next === undefined) return;
    event.preventDefault();
    select(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={TEXT.tabList}>
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-selected={tab === selected}
          aria-controls="tab-panel"
          tabIndex={tab === selected ? 0 : -1}
          onClick={() => select(tab)}
          onKeyDown={move}
        >
          {TEXT.tabs[tab]}
          {badge(tab)}
        </button>
      ))}
    </div>
  );
}
