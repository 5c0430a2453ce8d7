/** Losses in groups. The cause of one of them is being typed; the next open one follows. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { CAUSE_TEXT, writeForGroup } from '../text/cause-text';
import { TEXT, lostOf } from '../text/text';
import { usePane } from '../use-pane';
import { entryOf, type Loss } from './CauseForm';
import { DeductionRow, draftKey } from './DeductionRow';
import { Pieces } from './Pieces';
import type { DeductionGroup, DeductionOrder, DeductionView } from '../worker/view-deductions';
import type { SheetView } from '../worker/view-sheet';

interface Props {
  readonly sheet: SheetView;
  readonly by: DeductionOrder;
  readonly groups: readonly DeductionGroup[];
  /** All losses without a cause, including those not yet listed. */
  readonly left: readonly Loss[];
}

/** Height of a loss with its cause, in pixels. */
const ROW = 76;

const keyOf = ({ unit, item }: Loss): string => `${unit}:${item}`;
const isOpen = ({ cause, canWrite }: DeductionView): boolean => cause === null && canWrite;

export function DeductionGroups({ sheet, by, groups, left }: Props) {
  const pane = usePane();
  const all = groups.flatMap(({ rows }) => rows);
  /** Rows to type in, in order. A row with an unfinished draft is open again when the list is shown again. */
  const [turns, setTurns] = useState<readonly string[]>(() => {
    const begun = all.find((row) => pane.drafts.has(draftKey(sheet.sheet, row)));
    return begun ? [keyOf(begun)] : [];
  });
  // One cause may have been written for several losses; those are skipped.
  const open = new Set(all.filter(isOpen).map(keyOf));
  const typing = turns.length === 1 ? turns[0] : turns.find((key) => open.has(key));
  const after = (row: Loss): DeductionView[] => all.slice(all.findIndex((each) => keyOf(each) === keyOf(row)));
  /** This loss and all open ones after it, so that a pasted column continues beyond the end of the list. */
  const from = (row: DeductionView): readonly Loss[] => {
    const next = after(row).find(isOpen);
    const start = next ? left.findIndex((each) => keyOf(each) === keyOf(next)) : open.size;
    return [...(isOpen(row) ? [] : [row]), ...left.slice(start)];
  };
  const type = (row: DeductionView, state: 'open' | 'closed' | 'done'): void => {
    const others = [...after(row).slice(1), ...all].filter(isOpen).map(keyOf);
    const next = others.filter((key) => key !== keyOf(row));
    // A single entry opens even if it has a cause; '' makes two, so that a last open loss does not reopen.
    setTurns(state === 'open' ? [keyOf(row)] : state === 'done' && next.length > 0 ? [...next, ''] : []);
  };
  const untitled = by === 'cause' ? TEXT.causeMissing : sheet.parts.join(' + ');
  return groups.map(({ title, lost, total, open: ofGroup, rows }, position) => (
    <section key={`${by}:${position}:${title}`} className="deduction-group">
      <h2 className="group">
        <span className="group-title">{title || untitled}</span> <span className="quiet">{lostOf(total, lost)}</span>
      </h2>
      {ofGroup.length > 1 && <ForGroup open={ofGroup} />}
      <Pieces all={rows} line={ROW} wanted={(row) => typing === keyOf(row)}>
        {(row) => (
          <li key={keyOf(row)} className="deduction">
            <DeductionRow
              row={row}
              by={by}
              hasUnit={by !== 'unit' && sheet.units.length > 1}
              isTyping={typing === keyOf(row)}
              type={(state) => type(row, state)}
              from={typing === keyOf(row) ? from(row) : []}
            />
          </li>
        )}
      </Pieces>
    </section>
  ));
}

/** Writes one cause for every loss of the group that has no cause. */
function ForGroup({ open }: { readonly open: readonly Loss[] }) {
  const pane = usePane();
  const [text, setText] = useState<string | null>(null);
  if (text === null) {
    return (
      <p className="for-group">
        <button type="button" className="link" onClick={() => setText('')}>
          {CAUSE_TEXT.group}
        </button>
      </p>
    );
  }
  return (
    <form
      className="for-group"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        setText(null);
        void pane.writeCauses(open.map((loss) => entryOf(loss, [text.trim()])));
      }}
    >
      <input
        type="text"
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the user opened the form to type
        autoFocus
        value={text}
        aria-label={CAUSE_TEXT.group}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setText(null);
        }}
      />
      <Button size="small" type="submit" disabled={text.trim() === ''}>
        {writeForGroup(open.length)}
      </Button>
    </form>
  );
}
