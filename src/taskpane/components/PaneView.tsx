/** The pane: the table and scale in use, the main button, and four views of one result. */
import { Suspense, lazy, useState } from 'react';
import { shownCount } from '../../core/values/decimal';
import type { FileActions } from '../file-actions';
import type { Tab as TabName } from '../pane-state';
import { isChosen } from '../remembered';
import { TEXT, errorsOf, moreSheets } from '../text/text';
import { useKeptScroll } from '../use-places';
import { usePane, usePaneState, useSheet } from '../use-pane';
import { Busy } from './Busy';
import { NoticeBar } from './NoticeBar';
import { Tabs } from './Tabs';
import { TopBar } from './TopBar';
import { Unread } from './Unread';
import type { SheetView } from '../worker/view-sheet';

const ResultsTab = lazy(() =>
  import(/* webpackChunkName: "overview" */ './ResultsTab').then(({ ResultsTab: component }) => ({
    default: component,
  })),
);
const IssuesTab = lazy(() =>
  import(/* webpackChunkName: "issues" */ './IssuesTab').then(({ IssuesTab: component }) => ({ default: component })),
);
const DeductionsTab = lazy(() =>
  import(/* webpackChunkName: "deductions" */ './DeductionsTab').then(({ DeductionsTab: component }) => ({
    default: component,
  })),
);
const DetailsForm = lazy(() =>
  import(/* webpackChunkName: "settings" */ './DetailsForm').then(({ DetailsForm: component }) => ({
    default: component,
  })),
);
const SettingsTab = lazy(() =>
  import(/* webpackChunkName: "settings" */ './SettingsTab').then(({ SettingsTab: component }) => ({
    default: component,
  })),
);

const FirstVisit = lazy(() =>
  import(/* webpackChunkName: "tasks" */ './FirstVisit').then(({ FirstVisit: component }) => ({ default: component })),
);

export const TaskView = lazy(() =>
  import(/* webpackChunkName: "tasks" */ './TaskView').then(({ TaskView: component }) => ({ default: component })),
);

export function PaneView({ files }: { readonly files: FileActions | null }) {
  const pane = usePane();
  const { tab, task, view, notice, unit } = usePaneState();
  const sheet = useSheet();
  const panel = useKeptScroll(sheet && !task ? `${sheet.sheet}:${tab}:${tab === 'results' ? String(unit) : ''}` : '');
  const counts: Readonly<Record<TabName, number | null>> = {
    results: null,
    // Only errors; the tab itself counts the rest.
    issues: sheet?.counts.error || null,
    deductions: sheet?.deductionCount ?? null,
    settings: null,
  };
  return (
    <main className="pane" aria-label={TEXT.paneRegion}>
      <TopBar files={files} />
      <Busy />
      <NoticeBar />
      {view && !sheet && task?.kind !== 'help' && task?.kind !== 'forms' && <Unread view={view} />}
      {task && ((sheet ?? task.kind === 'help') || task.kind === 'forms') && (
        <Suspense fallback={<p className="quiet padded">{TEXT.loadingPart}</p>}>
          <TaskView task={task} files={files} />
        </Suspense>
      )}
      {sheet && !task && (
        <>
          <Elsewhere sheet={sheet} />
          <Tabs
            selected={tab}
            select={(name) => pane.show({ tab: name, notice: notice?.kind === 'error' ? notice : null })}
            badge={(name) =>
              counts[name] !== null && (
                <span className={name === 'issues' ? 'badge bad' : 'badge'}>{shownCount(counts[name])}</span>
              )
            }
          />
          <div ref={panel} className="panel" role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`}>
            <Panel sheet={sheet} />
          </div>
        </>
      )}
    </main>
  );
}

/** The chosen tab of a sheet. */
function Panel({ sheet }: { readonly sheet: SheetView }) {
  const { tab, view } = usePaneState();
  const [isFirst, setFirst] = useState(() => isChosen('met') === false);
  return (
    <>
      {isFirst && tab === 'results' && (
        <Suspense fallback={null}>
          <FirstVisit close={() => setFirst(false)} />
        </Suspense>
      )}
      <Suspense fallback={<p className="quiet padded">{TEXT.loadingPart}</p>}>
        {tab === 'results' && <ResultsTab key={sheet.sheet} sheet={sheet} />}
        {tab === 'issues' && <IssuesTab key={sheet.sheet} sheet={sheet} />}
        {tab === 'deductions' && <DeductionsTab key={sheet.sheet} sheet={sheet} />}
        {tab === 'settings' && (
          <>
            <SettingsTab
              key={`${sheet.sheet}:${JSON.stringify(sheet.settings)}`}
              settings={sheet.settings}
              draftKey={`settings:${sheet.sheet}`}
            />
            {view && <DetailsForm key={JSON.stringify(view.details)} details={view.details} />}
          </>
        )}
      </Suspense>
    </>
  );
}

/** Maximum number of sheets that are named; the others are counted. */
const MOST_NAMED = 3;

/** Errors on the workbook's other sheets, each with a link to its sheet. */
function Elsewhere({ sheet: { sheet: here } }: { readonly sheet: SheetView }) {
  const pane = usePane();
  const { view } = usePaneState();
  const others = (view?.sheets ?? []).filter(({ sheet, counts }) => sheet !== here && counts.error > 0);
  if (others.length === 0) return null;
  const rest = others.length - MOST_NAMED;
  return (
    <p className="elsewhere">
      {TEXT.issuesElsewhere}{' '}
      {others.slice(0, MOST_NAMED).map(({ sheet, counts }) => (
        <button
          key={sheet}
          type="button"
          className="link"
          onClick={() => pane.show({ sheet, tab: 'issues', unit: null, deductionsOf: null })}
        >
          {errorsOf(sheet, counts.error)}
        </button>
      ))}
      {rest > 0 && <span className="quiet">{moreSheets(rest)}</span>}
    </p>
  );
}
