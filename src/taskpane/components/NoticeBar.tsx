/**
 * One sentence about the last action, with buttons to undo it and to show the result. Errors stay until closed; other
 * notices disappear by themselves.
 */
import { Button } from '@fluentui/react-components';
import { CheckmarkCircleFilled, DismissRegular, ErrorCircleFilled, InfoFilled } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { Notice, Offer, Seen } from '../pane-state';
import { TEXT } from '../text/text';
import { usePane, usePaneState } from '../use-pane';

const ICONS = { error: ErrorCircleFilled, success: CheckmarkCircleFilled, info: InfoFilled } as const;
/** Milliseconds that a notice is shown. */
const STAYS = 8000;

export function NoticeBar() {
  const pane = usePane();
  const { notice, busy, tab, canUndo, canRedo } = usePaneState();
  const passes = notice !== null && notice.kind !== 'error' && notice.code === null;
  const hold = useLeaving(passes ? notice : null);
  const Icon = notice ? ICONS[notice.kind] : null;
  const offers: Readonly<Record<Offer, { readonly label: string; readonly can: boolean; readonly act: () => void }>> = {
    clearFilter: {
      label: TEXT.clearFilter,
      can: pane.door.clearFilter !== undefined,
      act: () => void pane.clearFilter(),
    },
    sheetsApart: { label: TEXT.sheetsApart, can: true, act: () => void pane.sheetsApart() },
    undo: { label: TEXT.undo, can: canUndo, act: () => void pane.undo() },
    redo: { label: TEXT.redo, can: canRedo, act: () => void pane.redo() },
  };
  const offer = notice?.offer && offers[notice.offer];
  const see = notice?.see;
  return (
    <div role={notice?.kind === 'error' ? 'alert' : 'status'}>
      {notice && Icon && (
        <div className={`notice ${notice.kind}${passes ? ' passing' : ''}`} {...hold}>
          <Icon className="notice-icon" />
          <p>
            {notice.text}
            {notice.code !== null && <span className="code"> {notice.code}</span>}
          </p>
          {offer?.can && (
            <Button size="small" disabled={busy !== null} onClick={offer.act}>
              {offer.label}
            </Button>
          )}
          {see && !(see.kind === 'tab' && see.tab === tab) && (
            <Button size="small" onClick={() => show(see)}>
              {TEXT.seeIt}
            </Button>
          )}
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            aria-label={TEXT.close}
            onClick={() => pane.show({ notice: null })}
          />
        </div>
      )}
    </div>
  );

  function show(seen: Seen): void {
    if (seen.kind === 'cell') pane.reveal(seen.at, seen.sheet);
    else {
      pane.show({ tab: seen.tab, unit: null, deductionsOf: null, notice: null });
      document.getElementById(`tab-${seen.tab}`)?.focus();
    }
  }
}

/** Removes a notice after a while, but not while the pointer or the focus is on it. */
function useLeaving(notice: Notice | null) {
  const pane = usePane();
  const [held, hold] = useState<Notice | null>(null);
  useEffect(() => {
    if (!notice || held === notice) return undefined;
    const timer = setTimeout(() => {
      if (pane.state().notice === notice) pane.show({ notice: null });
    }, STAYS);
    return () => clearTimeout(timer);
  }, [pane, notice, held]);
  return {
    onPointerEnter: () => hold(notice),
    onPointerLeave: () => hold(null),
    onFocus: () => hold(notice),
    onBlur: () => hold(null),
  };
}
