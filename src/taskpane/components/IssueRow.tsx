/** One diagnostic: its kind, its sentence, its cells, its repairs. */
import { Button } from '@fluentui/react-components';
import { ErrorCircleFilled, InfoRegular, WarningFilled } from '@fluentui/react-icons';
import { printed } from '../../core/values/decimal';
import { toA1 } from '../../core/values/address';
import type { DiagnosticView, SuggestionView } from '../worker/view-diagnostics';
import { ISSUE_TEXT } from '../text/issue-text';
import { TEXT, alongWith, fixCells, fixTo, inCell, moreCells } from '../text/text';
import { usePane, usePaneState } from '../use-pane';
import { IssueEvidence } from './IssueEvidence';

const ICONS = { error: ErrorCircleFilled, warning: WarningFilled, note: InfoRegular } as const;

/** Diagnostics that are solved by choosing the role of a column. */
const ABOUT_COLUMNS: ReadonlySet<string> = new Set(['undecided-column', 'ambiguous-column', 'unused-numbers']);

export function IssueRow({
  issue,
  done,
}: {
  readonly issue: DiagnosticView;
  /** Called when a repair is chosen. */ readonly done: () => void;
}) {
  const pane = usePane();
  const { severity, message, at, cellCount, consequences, code, alias, suggestions } = issue;
  const Icon = ICONS[severity];
  return (
    <div className="issue-line">
      <Icon className="issue-icon" aria-label={TEXT.severity[severity]} />
      <div className="issue-body">
        <p className="issue-text">{message}</p>
        <p className="issue-places quiet">
          {at.map((cell) => (
            <button key={toA1(cell)} type="button" className="link" onClick={() => pane.reveal(cell)}>
              {inCell(toA1(cell))}
            </button>
          ))}
          {at.length === 0 && <span>{ISSUE_TEXT.wholeSheet}</span>}
          {cellCount > at.length && <span>{moreCells(cellCount - at.length)}</span>}
          {consequences > 0 && <span>{alongWith(consequences)}</span>}
          <span className="code">{code}</span>
        </p>
        <IssueEvidence evidence={issue.evidence} />
        {ABOUT_COLUMNS.has(alias) && (
          <Button size="small" onClick={() => pane.show({ task: { kind: 'reading' } })}>
            {TEXT.reading}
          </Button>
        )}
        {suggestions.length > 1 && (
          <p className="quiet">{suggestions[0]?.isSure === true ? ISSUE_TEXT.likely : ISSUE_TEXT.orElse}</p>
        )}
        {suggestions.map((suggestion) => (
          <Repair
            key={JSON.stringify(suggestion.fixes)}
            suggestion={suggestion}
            mainCell={at[0] && toA1(at[0])}
            done={done}
          />
        ))}
      </div>
    </div>
  );
}

function Repair({
  suggestion: { fixes, why },
  mainCell,
  done,
}: {
  readonly done: () => void;
  readonly suggestion: SuggestionView;
  readonly mainCell: string | undefined;
}) {
  const pane = usePane();
  const { busy } = usePaneState();
  const [first] = fixes;
  if (!first) return null;
  const cell = toA1(first.at);
  const label = fixes.length > 1 ? fixCells(fixes.length) : fixTo(printed(first.value));
  return (
    <div className="repair">
      <Button
        size="small"
        disabled={busy !== null}
        onClick={() => {
          done();
          void pane.fix(fixes.map((fix) => ({ ...fix, why })));
        }}
      >
        <span className="button-text">
          {fixes.length === 1 && cell !== mainCell ? `${inCell(cell)}: ${label}` : label}
        </span>
      </Button>
      {why !== '' && <span className="quiet">{why}</span>}
    </div>
  );
}
