/** «Lỗi»: cards grouped by rule, worst first. After a correction the next card takes the focus. */
import { Button } from '@fluentui/react-components';
import { CheckmarkCircleRegular, ChevronDownRegular, ChevronUpRegular, WrenchRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef, useState } from 'react';
import { shownCount } from '../../core/values/decimal';
import type { Severity } from '../../core/model/diagnostic';
import { ISSUE_TEXT, asideCount } from '../text/issue-text';
import { TEXT, showMore } from '../text/text';
import { useAnswer, useDraft, usePaneState } from '../use-pane';
import { FixPreview } from './FixPreview';
import { IssueCard } from './IssueCard';
import { More, Pieces } from './Pieces';
import type { IssueCard as IssueCardView, IssuePage } from '../worker/view-diagnostics';
import type { SheetView } from '../worker/view-sheet';

const PAGE = 60;
/** Number of entries from which a search box is shown. */
const MANY = 12;
const SEVERITIES = ['error', 'warning', 'note'] as const;

export function IssuesTab({ sheet }: { readonly sheet: SheetView }) {
  const { busy, view } = usePaneState();
  const [severity, setSeverity] = useDraft<Severity | null>(`severity:${sheet.sheet}`, null);
  const [search, setSearch] = useDraft(`issues:${sheet.sheet}`, '');
  const [limit, setLimit] = useState(PAGE);
  const [isPreview, setPreview] = useState(false);
  const page = useAnswer('issues', { sheet: sheet.sheet, severity, search, limit });
  const all = sheet.counts.error + sheet.counts.warning + sheet.counts.note;
  const { place, aim, step, next } = useCards(page);
  if (all === 0) {
    return (
      <div className="empty good">
        <CheckmarkCircleRegular className="empty-icon" />
        <h2 ref={place} tabIndex={-1}>
          {(view?.sheets.length ?? 0) > 1 ? ISSUE_TEXT.noIssuesHere : ISSUE_TEXT.noIssues}
        </h2>
        <p>{ISSUE_TEXT.noIssuesMore}</p>
        {page && <SetAside cards={page.aside} next={next} />}
      </div>
    );
  }
  if (isPreview) return <FixPreview sheet={sheet} close={() => setPreview(false)} />;
  return (
    <div ref={place}>
      <div className="controls issue-controls">
        <div className="filters" role="group" aria-label={TEXT.tabs.issues}>
          <Filter label={TEXT.all} count={all} isOn={severity === null} choose={() => setSeverity(null)} />
          {SEVERITIES.map((each) => (
            <Filter
              key={each}
              label={TEXT.severity[each]}
              count={sheet.counts[each]}
              isOn={severity === each}
              choose={() => setSeverity(each)}
              kind={each}
            />
          ))}
        </div>
        {sheet.repairable > 0 && (
          <Button size="small" icon={<WrenchRegular />} disabled={busy !== null} onClick={() => setPreview(true)}>
            {TEXT.fixAll}
          </Button>
        )}
        <span className="steps">
          <Step label={ISSUE_TEXT.previousIssue} icon={<ChevronUpRegular />} go={() => step(-1)} />
          <Step label={ISSUE_TEXT.nextIssue} icon={<ChevronDownRegular />} go={() => step(1)} />
        </span>
        {all > MANY && (
          <input
            type="search"
            value={search}
            placeholder={ISSUE_TEXT.findIssue}
            aria-label={ISSUE_TEXT.findIssue}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
      </div>
      {page?.total === 0 && (
        <p className="quiet padded">{search.trim() === '' ? ISSUE_TEXT.noneOfKind : TEXT.nothingFound}</p>
      )}
      {page && <Groups page={page} aim={aim} next={next} more={() => setLimit(limit * 2)} />}
    </div>
  );
}

/** Moves the focus among the cards: with the two buttons, and to the next card when one is dealt with. */
function useCards(page: IssuePage | null) {
  const place = useRef<HTMLDivElement & HTMLHeadingElement>(null);
  const done = useRef<number | null>(null);
  /** The card that takes the focus; it is drawn regardless of its place in the list. */
  const [aim, setAim] = useState<{ readonly key: string | null; readonly isStep: boolean } | null>(null);
  const keys = useMemo(() => page?.groups.flatMap(({ cards }) => cards.map(({ key }) => key)) ?? [], [page]);
  useEffect(() => {
    if (done.current === null) return;
    setAim({ key: keys[Math.min(done.current, keys.length - 1)] ?? null, isStep: false });
    done.current = null;
  }, [keys]);
  useEffect(() => {
    if (!aim) return;
    const card = [...(place.current?.querySelectorAll<HTMLElement>('.issue') ?? [])].find(
      (each) => keyIn(each) === aim.key,
    );
    if (aim.isStep) card?.querySelector<HTMLElement>('.issue-places button')?.click();
    const field = card?.querySelector<HTMLElement>('.issue-field input');
    (field ?? card ?? place.current?.querySelector<HTMLElement>('input, button') ?? place.current)?.focus();
    card?.scrollIntoView({ block: 'nearest' });
  }, [aim]);
  return {
    place,
    aim: aim?.key ?? null,
    step: (by: 1 | -1): void => {
      const focused = keyIn(document.activeElement?.closest('.issue') ?? null) ?? aim?.key;
      const position = keys.findIndex((key) => key === focused);
      const key = keys[position < 0 ? 0 : (position + by + keys.length) % keys.length];
      if (key !== undefined) setAim({ key, isStep: true });
    },
    /** Call it when the card is dealt with: after the list is reloaded, the card in its place takes the focus. */
    next: (card: Element | null): void => {
      done.current = Math.max(0, keys.indexOf(keyIn(card) ?? ''));
    },
  };
}

const keyIn = (card: Element | null): string | undefined => card?.getAttribute('data-card') ?? undefined;

interface GroupsProps {
  readonly page: IssuePage;
  readonly aim: string | null;
  readonly next: (card: Element | null) => void;
  readonly more: () => void;
}

function Groups({ page: { total, groups, aside }, aim, next, more }: GroupsProps) {
  const shown = groups.reduce((sum, { cards }) => sum + cards.length, 0);
  return (
    <>
      {groups.map(({ code, title, total: count, cards }) => (
        <section key={code} aria-label={title}>
          <h2 className="group">
            {title} <span className="quiet">{shownCount(count)}</span>
          </h2>
          <Cards cards={cards} aim={aim} next={next} />
        </section>
      ))}
      {total > shown && <More label={showMore(total - shown)} more={more} />}
      <SetAside cards={aside} next={next} />
    </>
  );
}

/** Estimated height of a card in pixels, before it is drawn. */
const CARD = 130;

interface CardsProps {
  readonly cards: readonly IssueCardView[];
  readonly aim?: string | null;
  readonly next: (card: Element | null) => void;
}

function Cards({ cards, aim = null, next }: CardsProps) {
  const keyOf = ({ key, issues }: IssueCardView): string => `${key}:${issues.map(({ message }) => message).join()}`;
  return (
    <Pieces all={cards} line={CARD} wanted={({ key }) => key === aim}>
      {(card) => <IssueCard key={keyOf(card)} card={card} next={next} />}
    </Pieces>
  );
}

function SetAside({ cards, next }: CardsProps) {
  if (cards.length === 0) return null;
  return (
    <details className="aside">
      <summary>{asideCount(cards.length)}</summary>
      <Cards cards={cards} next={next} />
    </details>
  );
}

interface StepProps {
  readonly label: string;
  readonly icon: React.ReactElement;
  readonly go: () => void;
}

function Step({ label, icon, go }: StepProps) {
  // The focus stays in the card being worked on until the next card takes it.
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={icon}
      aria-label={label}
      title={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={go}
    />
  );
}

interface FilterProps {
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly choose: () => void;
  readonly kind?: Severity;
}

function Filter({ label, count, isOn, choose, kind }: FilterProps) {
  return (
    <button
      type="button"
      className="filter"
      aria-pressed={isOn}
      onClick={choose}
      title={kind && TEXT.severityMeaning[kind]}
    >
      {kind && <span className={`dot ${kind}`} aria-hidden="true" />}
      {label} <span className="count">{shownCount(count)}</span>
    </button>
  );
}
