/** «Lỗi»: one sentence per diagnostic, worst first; its cell and its repair, if any, are one click away. */
import { Button } from '@fluentui/react-components';
import { CheckmarkCircleRegular, WrenchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Severity } from '../../core/model/diagnostic';
import type { SheetView } from '../worker/views';
import { TEXT, showMore, shownCount } from '../text';
import { useAnswer, usePaneState } from '../use-pane';
import { FixPreview } from './FixPreview';
import { IssueRow } from './IssueRow';

const PAGE = 60;
const SEVERITIES = ['error', 'warning', 'note'] as const;

export function IssuesTab({ sheet }: { readonly sheet: SheetView }) {
  const { busy, view } = usePaneState();
  const [severity, setSeverity] = useState<Severity | null>(null);
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const [isPreview, setPreview] = useState(false);
  const page = useAnswer('diagnostics', { sheet: sheet.sheet, severity, search, limit });
  const all = sheet.counts.error + sheet.counts.warning + sheet.counts.note;
  if (all === 0) {
    return (
      <div className="empty good">
        <CheckmarkCircleRegular className="empty-icon" />
        <h2>{(view?.sheets.length ?? 0) > 1 ? TEXT.noIssuesHere : TEXT.noIssues}</h2>
        <p>{TEXT.noIssuesMore}</p>
      </div>
    );
  }
  if (isPreview) return <FixPreview sheet={sheet} close={() => setPreview(false)} />;
  const rest = page ? page.total - page.rows.length : 0;
  return (
    <>
      <div className="controls">
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
        {all > PAGE && (
          <input
            type="search"
            value={search}
            placeholder={TEXT.findIssue}
            aria-label={TEXT.findIssue}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
      </div>
      {page?.total === 0 && <p className="quiet padded">{TEXT.noneOfKind}</p>}
      <ul className="issues">
        {page?.rows.map((issue) => (
          <li key={issue.id} className={`issue ${issue.severity}`}>
            <IssueRow issue={issue} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="more" onClick={() => setLimit(limit + PAGE)}>
          {showMore(rest)}
        </button>
      )}
    </>
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
