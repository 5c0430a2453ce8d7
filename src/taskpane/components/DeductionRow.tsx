/** One deduction with its cause, or with the place to type it. */
import { Button } from '@fluentui/react-components';
import { useRef, useState, type KeyboardEvent } from 'react';
import { toA1 } from '../../core/values/address';
import type { DeductionOrder, DeductionView } from '../worker/views';
import { TEXT, inCell, lostText } from '../text';
import { useAnswer, useDraft, usePane, usePaneState, useSheet } from '../use-pane';

/** Excel's own limit for the text of a cell. */
const LONGEST = 32_767;

export function DeductionRow({
  row,
  by,
  hasUnit,
}: {
  readonly row: DeductionView;
  readonly by: DeductionOrder;
  /** Nothing above the row says whose it is. */ readonly hasUnit: boolean;
}) {
  const pane = usePane();
  const draft = draftKey(useSheet()?.sheet ?? '', row);
  const [isTyping, setTyping] = useState(pane.drafts.has(draft));
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
          close={() => {
            setTyping(false);
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
              onClick={() => setTyping(true)}
            >
              {cause === null ? TEXT.addCause : TEXT.editCause}
            </button>
          )}
        </p>
      )}
    </>
  );
}

/** The same cell of another sheet is another unit's. */
const draftKey = (sheet: string, { at, unit, item }: DeductionView): string =>
  `cause:${String(unit)}:${String(item)}:${toA1(at)}:${sheet}`;

interface FormProps {
  readonly row: DeductionView;
  readonly draft: string;
  readonly close: () => void;
}

function CauseForm({ row, draft, close: leave }: FormProps) {
  const pane = usePane();
  const { busy } = usePaneState();
  const [text, setText, forget] = useDraft(draft, row.cause ?? '');
  const sheet = useSheet();
  const suggestions = useAnswer('suggestedCauses', sheet?.sheet ?? '', row.unit, row.item);
  const isSaving = useRef(false);
  const close = (): void => {
    forget();
    leave();
  };
  const save = async (): Promise<void> => {
    if (isSaving.current) return;
    isSaving.current = true;
    await pane.writeCause(row.unit, row.item, text.trim());
    isSaving.current = false;
    // What was typed stays where it is when it could not be written.
    if (pane.state().notice?.kind !== 'error') close();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void save();
    }
  };
  return (
    <div className="cause-form">
      {/* The form opens because somebody asked to type. */}
      <textarea
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        rows={2}
        maxLength={LONGEST}
        value={text}
        aria-label={`${TEXT.causeLabel}: ${row.itemLabel}`}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={press}
      />
      {suggestions && suggestions.length > 0 && (
        <>
          <p className="quiet">{TEXT.suggestions}</p>
          <ul className="suggestions">
            {suggestions.map(({ cause, times, unitName, isLastYears }) => (
              <li key={cause}>
                <button type="button" className="suggestion" onClick={() => setText(cause)}>
                  <span>{cause}</span>
                  <span className="quiet">
                    {[times > 1 ? `${times} ×` : unitName, isLastYears ? TEXT.fromLastYear : '']
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {!row.hasColumn && <p className="quiet">{TEXT.causeAsNote}</p>}
      <div className="actions">
        <Button
          size="small"
          appearance="primary"
          disabled={busy !== null || text.trim() === (row.cause ?? '')}
          onClick={() => void save()}
        >
          {TEXT.writeCause}
        </Button>
        <Button size="small" onClick={close}>
          {TEXT.close}
        </Button>
      </div>
    </div>
  );
}
