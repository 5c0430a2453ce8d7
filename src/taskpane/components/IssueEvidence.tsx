/** The evidence of a finding: the doubtful cell, then each relation with its sum written out; each cell is a link. */
import { toA1 } from '../../core/values/address';
import type { DiagnosticView } from '../worker/view-diagnostics';
import { inCell } from '../text/text';
import { usePane } from '../use-pane';

export function IssueEvidence({ evidence }: Pick<DiagnosticView, 'evidence'>) {
  const pane = usePane();
  if (evidence.length < 2) return null;
  return (
    <details className="evidence">
      <summary>Vì sao?</summary>
      <ol>
        {evidence.map(({ at, sheet, text }) => (
          <li key={`${sheet ?? ''}!${toA1(at)} ${text}`}>
            <button type="button" className="link" onClick={() => pane.reveal(at, sheet)}>
              {sheet === undefined ? inCell(toA1(at)) : `«${sheet}» ${inCell(toA1(at))}`}
            </button>{' '}
            {text}
          </li>
        ))}
      </ol>
    </details>
  );
}
