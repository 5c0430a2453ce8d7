/** «Cài đặt»: the settings of the workbook. Only changed ones are written, into its sheet `Cấu hình`. */
import { Button } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { SettingsView } from '../worker/views';
import { changesOf, isSound, type Draft } from '../settings-draft';
import { SETTING_HINTS } from '../text/settings-text';
import { TEXT, followPlaces, placesOption } from '../text/text';
import { useDraft, usePane, usePaneState } from '../use-pane';
import { ScaleEditor } from './ScaleEditor';

const PLACES = [0, 1, 2, 3, 4] as const;

/** Settings with two values each. */
const CHOICES = [
  { name: 'ties', label: TEXT.ties, options: { dense: TEXT.tiesDense, competition: TEXT.tiesCompetition } },
  { name: 'rankBy', label: TEXT.rankBy, options: { exact: TEXT.rankExact, rounded: TEXT.rankRounded } },
  { name: 'results', label: TEXT.writeAs, options: { formulas: TEXT.asFormulas, values: TEXT.asValues } },
  { name: 'lossColours', label: TEXT.lossColours, options: { weight: TEXT.byWeight, one: TEXT.oneColour } },
] as const satisfies readonly {
  readonly name: keyof Draft;
  readonly label: string;
  readonly options: Readonly<Record<string, string>>;
}[];

export function SettingsTab({ settings, draftKey }: { readonly settings: SettingsView; readonly draftKey: string }) {
  const pane = usePane();
  const { busy } = usePaneState();
  const [draft, setDraft, forget] = useDraft<Draft>(draftKey, settings);
  const put = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const change = changesOf(settings, draft);
  const isChanged = Object.keys(change).length > 0;
  return (
    <form
      className="settings"
      onSubmit={(event) => {
        event.preventDefault();
        forget();
        void pane.changeSettings(change);
      }}
    >
      <p className="quiet">{TEXT.settingsLead}</p>
      <ScaleEditor scale={draft.scale} change={(scale) => put({ scale })} />
      {!isSound(draft) && (
        <p className="warn-line" role="alert">
          {TEXT.badBand}
        </p>
      )}
      <Field label={TEXT.places} hint={SETTING_HINTS.places}>
        {(hint) => (
          <select
            aria-describedby={hint}
            value={draft.places ?? ''}
            onChange={({ target }) => put({ places: target.value === '' ? null : Number(target.value) })}
          >
            <option value="">
              {settings.places === null ? followPlaces(settings.shownPlaces) : TEXT.placesFollow}
            </option>
            {PLACES.map((places) => (
              <option key={places} value={places}>
                {placesOption(places)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {CHOICES.map(({ name, label, options }) => (
        <Field key={name} label={label} hint={SETTING_HINTS[name]}>
          {(hint) => (
            <select
              aria-describedby={hint}
              value={draft[name]}
              onChange={({ target }) => put({ [name]: target.value })}
            >
              {Object.entries(options).map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      <Marks draft={draft} put={put} />
      <div className={isChanged ? 'actions sticky' : 'actions'}>
        <Button type="submit" appearance="primary" disabled={!isChanged || !isSound(draft) || busy !== null}>
          {TEXT.apply}
        </Button>
        <Button
          disabled={!isChanged}
          onClick={() => {
            setDraft(settings);
            forget();
          }}
        >
          {TEXT.reset}
        </Button>
      </div>
    </form>
  );
}

interface MarksProps {
  readonly draft: Draft;
  readonly put: (part: Partial<Draft>) => void;
}

/** Marks in a score cell that mean something other than points. */
function Marks({ draft, put }: MarksProps) {
  return (
    <fieldset>
      <legend>{TEXT.marks}</legend>
      <p className="quiet">{TEXT.marksHint}</p>
      {(['notApplicable', 'notYetScored', 'zero'] as const).map((name) => (
        <Field key={name} label={TEXT[name]} hint={SETTING_HINTS[name]}>
          {(hint) => (
            <input
              type="text"
              aria-describedby={hint}
              value={draft[name]}
              maxLength={40}
              onChange={({ target }) => put({ [name]: target.value })}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint: string;
  /** Draws the control; `hint` is the id of the element that describes it. */
  readonly children: (hint: string) => ReactNode;
}

function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label className="field">
        <span>{label}</span>
        {children(id)}
      </label>
      <p id={id} className="hint">
        {hint}
      </p>
    </div>
  );
}
