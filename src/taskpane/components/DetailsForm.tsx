/**
 * The details of a report that only the officer knows: office, number, date, signer … Only changed ones are written,
 * into `Cấu hình`.
 */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { YES, type DetailsView } from '../worker/views-of-reports';
import { TASK_TEXT } from '../text/task-text';
import { DETAIL_HINTS } from '../text/settings-text';
import { TEXT } from '../text/text';
import { usePane, usePaneState } from '../use-pane';

type Key = keyof DetailsView;
const KEYS = Object.keys(TASK_TEXT.detail) as readonly Key[];
/** Lists with one entry per line. */
const LISTS: ReadonlySet<Key> = new Set([
  'signerTitle',
  'recipients',
  'grounds',
  'deployment',
  'strengths',
  'commonCauses',
  'requests',
  'proposals',
  'tasks',
  'headScale',
  'inspectedOnSite',
  'inspectedByReport',
  'evidenceDue',
]);

/** Yes-or-no choices. */
const CHOICES: ReadonlySet<Key> = new Set(['withoutDraftMarks', 'keepsBlanks']);

export function DetailsForm({ details }: { readonly details: DetailsView }) {
  const pane = usePane();
  const { busy } = usePaneState();
  const [draft, setDraft] = useState(details);
  const changed = KEYS.filter((key) => draft[key].trim() !== details[key]);
  const faults: Partial<Record<Key, string>> = {
    ...(/^(\d{1,2}\/\d{1,2}\/\d{4})?$/.test(draft.date.trim()) ? {} : { date: TASK_TEXT.badDate }),
    ...(/^(20\d\d)?$/.test(draft.year.trim()) ? {} : { year: TASK_TEXT.badYear }),
  };
  const isSound = Object.keys(faults).length === 0;
  return (
    <form
      className="settings details-form"
      onSubmit={(event) => {
        event.preventDefault();
        void pane.changeDetails(Object.fromEntries(changed.map((key) => [key, draft[key].trim()])));
      }}
    >
      <fieldset>
        <legend>{TASK_TEXT.details}</legend>
        <p className="quiet">{TASK_TEXT.detailsLead}</p>
        {KEYS.filter((key) => !CHOICES.has(key)).map((key) => (
          <label key={key} className="field stacked">
            <span>
              {TASK_TEXT.detail[key]}
              {LISTS.has(key) && <span className="quiet"> ({TASK_TEXT.oneEach})</span>}
              <span className="hint">{DETAIL_HINTS[key]}</span>
            </span>
            {LISTS.has(key) ? (
              <textarea
                rows={2}
                maxLength={2000}
                value={draft[key]}
                onChange={({ target }) => setDraft({ ...draft, [key]: target.value })}
              />
            ) : (
              <input
                type="text"
                maxLength={200}
                value={draft[key]}
                aria-invalid={faults[key] !== undefined}
                onChange={({ target }) => setDraft({ ...draft, [key]: target.value })}
              />
            )}
          </label>
        ))}
        {[...CHOICES].map((key) => (
          <label key={key} className="tick">
            <input
              type="checkbox"
              checked={draft[key] !== ''}
              onChange={({ target }) => setDraft({ ...draft, [key]: target.checked ? YES : '' })}
            />
            {TASK_TEXT.detail[key]}
          </label>
        ))}
        {!isSound && (
          <p className="warn-line" role="alert">
            {Object.values(faults).join(' ')}
          </p>
        )}
        <div className="actions">
          <Button
            type="submit"
            appearance={changed.length > 0 ? 'primary' : 'secondary'}
            disabled={changed.length === 0 || !isSound || busy !== null}
          >
            {TASK_TEXT.detailsSave}
          </Button>
          <Button disabled={changed.length === 0} onClick={() => setDraft(details)}>
            {TEXT.reset}
          </Button>
        </div>
      </fieldset>
    </form>
  );
}
