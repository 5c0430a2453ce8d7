/** One deduction with its cause, or with the form for it. */
import { useRef } from 'react';
import { toA1 } from '../../core/values/address';
import { TEXT, inCell, lostText } from '../text/text';
import { usePane, useSheet } from '../use-pane';
import { CauseForm, type Loss } from './CauseForm';
import type { DeductionOrder, DeductionView } from '../worker/view-deductions';

export function DeductionRow({
  row,
  by,
  hasUnit,
  isTyping,
  type,
  from,
}: {
  readonly row: DeductionView;
  readonly by: DeductionOrder;
  /** Whether the row names its unit, because no heading above does. */ readonly hasUnit: boolean;
  readonly isTyping: boolean;
  /** Opens or closes the form; `done` opens the next one. */
  readonly type: (state: 'open' | 'closed' | 'done') => void;
  readonly from: readonly Loss[];
}) {
  const pane = usePane();
  const draft = draftKey(useSheet()?.sheet ?? '', row);
  const place = useRef<HTMLButtonElement>(null);
  const { itemLabel, unitName, points, lost, cause, canWrite, at } = row;
  const more = [
    [TEXT.responsible, row.responsibleBody],
    [TEXT.person, row.responsiblePerson],
    [TEXT.explanation, row.explanation],
    [TEXT.remedy, row.remedy],
    [TEXT.remedyDue, row.remedyDue],
    [TEXT.remedyStatus, row.remedyStatus],
  ].flatMap(([label, words]) => (words ? [`${label ?? ''}: ${words}`] : []));
  return (
    <>
      <button
        type="button"
        ref={place}
        className="deduction-place"
        onClick={() => pane.reveal(at)}
        title={`${inCell(toA1(at))} · ${itemLabel}`}
      >
        <span className="deduction-item">
          {hasUnit && unitName !== '' && <strong>{unitName} · </strong>}
          {itemLabel}
        </span>
        <span className="deduction-points">
          <span className="lost">{lostText(lost)}</span> <span className="quiet">{points}</span>
        </span>
      </button>
      {isTyping ? (
        <CauseForm
          row={row}
          draft={draft}
          from={from}
          close={(isDone) => {
            type(isDone ? 'done' : 'closed');
            place.current?.focus();
          }}
        />
      ) : (
        <p className="cause">
          {cause === null ? (
            <span className="missing">{TEXT.causeMissing}</span>
          ) : by === 'cause' ? null : (
            <span className="cause-text">{cause}</span>
          )}
          {more.length > 0 && <span className="quiet cause-more"> {more.join(' · ')}</span>}
          {canWrite && (
            <button
              type="button"
              className="link"
              aria-label={`${cause === null ? TEXT.addCause : TEXT.editCause}: ${itemLabel}`}
              onClick={() => type('open')}
            >
              {cause === null ? TEXT.addCause : TEXT.editCause}
            </button>
          )}
        </p>
      )}
    </>
  );
}

/** Includes the sheet, because the same cell of another sheet belongs to another unit. */
export const draftKey = (sheet: string, { at, unit, item }: DeductionView): string =>
  `cause:${String(unit)}:${String(item)}:${toA1(at)}:${sheet}`;
