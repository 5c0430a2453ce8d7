/**
 * A menu under a button as in the ARIA practices: arrows move inside, Escape and a click elsewhere close it, the focus
 * returns to the button.
 */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';

export interface MenuEntry {
  readonly label: string;
  readonly icon: ReactElement;
  readonly disabled?: boolean;
  /** Only set for entries that can be on or off. */
  readonly checked?: boolean;
  readonly act: () => void;
}

interface Props {
  readonly label: string;
  readonly icon: ReactElement;
  readonly entries: readonly MenuEntry[];
}

/** Minimum height of the menu in pixels: a page that scrolls as a whole scrolls up to make this room. */
const LEAST_HEIGHT = 320;

/** Limits the menu to the room under the button; it scrolls if it is longer. */
function fit(menu: HTMLElement | null): void {
  if (!menu) return;
  const space = window.innerHeight - menu.getBoundingClientRect().top - 8;
  const moves = getComputedStyle(document.body).overflowY !== 'hidden';
  const least = moves ? Math.min(LEAST_HEIGHT, window.innerHeight - 16) : 0;
  menu.style.maxHeight = `${Math.max(space, least)}px`;
  if (space < least) menu.scrollIntoView({ block: 'nearest' });
}

export function PopupMenu({ label, icon, entries }: Props) {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const items = (): HTMLElement[] => [...(place.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  const close = (): void => {
    setOpen(false);
    place.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  };
  useEffect(() => {
    if (!isOpen) return;
    fit(place.current?.querySelector('[role=menu]') ?? null);
    place.current?.querySelector<HTMLElement>('[role^=menuitem]:not(:disabled)')?.focus();
  }, [isOpen]);

  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    const enabled = items().filter((item) => !item.hasAttribute('disabled'));
    const position = enabled.findIndex((item) => item === document.activeElement);
    const to = { ArrowDown: position + 1, ArrowUp: position - 1, Home: 0, End: enabled.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    enabled[(to + enabled.length) % enabled.length]?.focus();
  };
  return (
    <div
      className="menu-place"
      role="presentation"
      ref={place}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <Button
        appearance="subtle"
        icon={icon}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <div className="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={press}>
          {entries.map(({ label: name, icon: sign, disabled = false, checked, act }) => (
            <button
              key={name}
              type="button"
              disabled={disabled}
              tabIndex={-1}
              {...(checked === undefined
                ? { role: 'menuitem' }
                : { role: 'menuitemcheckbox', 'aria-checked': checked })}
              onClick={() => {
                close();
                act();
              }}
            >
              {sign}
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
