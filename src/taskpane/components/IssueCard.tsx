/** One cell with all its findings: each sentence, and a field to correct the cell on the spot. */
import { Button } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import type { MarkMeaning } from '../../core/model/settings';
import { toA1 } from '../../core/values/address';
import { ISSUE_TEXT, everyMark, isNoScore, ofMax } from '../text/issue-text';
import { inCell } from '../text/text';
import { usePane, usePaneState, useSheet } from '../use-pane';
import { IssueRow } from './IssueRow';
import type { IssueCard as IssueCardView } from '../worker/view-diagnostics';

interface Props {
  readonly card: IssueCardView;
  /** Called when the card is dealt with. */
  readonly next: (card: Element | null) => void;
}

export function IssueCard({ card: { key, field, mark, issues }, next }: Props) {
  const pane = usePane();
  const place = useRef<HTMLLIElement>(null);
  const done = (): void => next(place.current);
  const reason = issues.find(({ setAside }) => setAside !== null)?.setAside ?? null;
  // The reason is stored in the workbook, so that the next reader sees it.
  const setAside = (why: string | null): void => {
    done();
    void pane.changeSettings({ setAside: { marks: issues.map((issue) => issue.mark), reason: why } });
  };
  return (
    <li ref={place} tabIndex={-1} className={`issue ${issues[0]?.severity ?? 'note'}`} data-card={key}>
      {issues.map((issue) => (
        <IssueRow key={issue.id} issue={issue} done={done} />
      ))}
      <div className="issue-hand">
        {reason !== null && <p className="quiet">{`${ISSUE_TEXT.asideReason}: ${reason}`}</p>}
        {mark !== null && field && <Meanings mark={mark} at={field.at} done={done} />}
        {field && <Field field={field} done={done} />}
        {reason === null ? (
          issues.every(({ severity }) => severity !== 'error') && <Aside set={setAside} />
        ) : (
          <button type="button" className="link" onClick={() => setAside(null)}>
            {ISSUE_TEXT.takeBack}
          </button>
        )}
      </div>
    </li>
  );
}

/** «Điểm đúng: [ ] /1,5 · Ghi». */
function Field({
  field: { at, place, isFormula },
  done,
}: {
  readonly field: NonNullable<IssueCardView['field']>;
  readonly done: () => void;
}) {
  const pane = usePane();
  const settings = useSheet()?.settings;
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);
  const id = useId();
  const isScore = place !== null && place.isScore;
  const label = isScore ? ISSUE_TEXT.rightPoints : ISSUE_TEXT.rightValue;
  const named = [place?.unitName, place?.itemLabel].filter(Boolean).join(' · ');
  const whose = named === '' ? inCell(toA1(at)) : named;
  const write = async (): Promise<void> => {
    if (text.trim() === '') return;
    const marks = settings ? `${settings.notApplicable} ${settings.notYetScored} ${settings.zero}` : '';
    if (isScore && isNoScore(text, marks)) {
      setRefused(true);
      return;
    }
    done();
    await pane.type([{ at, text: text.trim() }]);
    setText('');
  };
  return (
    <form
      className="issue-field"
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <label htmlFor={id} title={whose}>
        {label}
        <span className="hidden-text"> {whose}</span>
      </label>
      <input
        id={id}
        type="text"
        inputMode={isScore ? 'decimal' : 'text'}
        size={6}
        value={text}
        autoComplete="off"
        aria-invalid={isRefused}
        onChange={({ target }) => {
          setText(target.value);
          setRefused(false);
        }}
      />
      {isScore && place.max !== null && <span className="quiet">{ofMax(place.max)}</span>}
      <Button size="small" type="submit" disabled={text.trim() === ''}>
        {ISSUE_TEXT.writeValue}
      </Button>
      {isRefused && (
        <span className="warn-line" role="alert">
          {ISSUE_TEXT.noScore}
        </span>
      )}
      {isFormula && <span className="quiet issue-warn">{ISSUE_TEXT.overFormula}</span>}
    </form>
  );
}

/** The text that replaces a mark with this meaning. */
const WRITTEN: Readonly<Record<MarkMeaning, string>> = { notApplicable: 'KĐG', notYetScored: 'Chưa chấm', zero: '0' };
const MEANINGS = Object.keys(WRITTEN) as readonly MarkMeaning[];

/** Chooses the meaning of «x», «-» or «/» for this cell, or for every cell through a setting of the workbook. */
function Meanings({
  mark,
  at,
  done,
}: {
  readonly mark: string;
  readonly at: { readonly row: number; readonly column: number };
  readonly done: () => void;
}) {
  const pane = usePane();
  const sheet = useSheet();
  const { busy } = usePaneState();
  const [isEvery, setEvery] = useState(false);
  const choose = (meaning: MarkMeaning): void => {
    done();
    const known = sheet?.settings[meaning] ?? '';
    if (isEvery) void pane.changeSettings({ [meaning]: `${known} ${mark}`.trim() });
    else void pane.type([{ at, text: WRITTEN[meaning] }]);
  };
  return (
    <div className="repair">
      {MEANINGS.map((meaning) => (
        <Button key={meaning} size="small" disabled={busy !== null} onClick={() => choose(meaning)}>
          {ISSUE_TEXT.markMeans[meaning]}
        </Button>
      ))}
      <label className="check">
        <input type="checkbox" checked={isEvery} onChange={({ target }) => setEvery(target.checked)} />
        {everyMark(mark)}
      </label>
    </div>
  );
}

/** Sets a finding aside. Errors cannot be set aside; they have to be corrected. */
function Aside({ set }: { readonly set: (reason: string) => void }) {
  const [reason, setReason] = useState<string | null>(null);
  if (reason === null) {
    return (
      <button type="button" className="link" onClick={() => setReason('')}>
        {ISSUE_TEXT.setAside}
      </button>
    );
  }
  return (
    <form
      className="issue-aside"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') set(reason.trim());
      }}
    >
      <input
        type="text"
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the user opened the form to type
        autoFocus
        maxLength={200}
        value={reason}
        placeholder={ISSUE_TEXT.asideReason}
        aria-label={ISSUE_TEXT.asideReason}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setReason(null);
        }}
      />
      <Button size="small" type="submit" disabled={reason.trim() === ''}>
        {ISSUE_TEXT.setAsideNow}
      </Button>
    </form>
  );
}
