/** One recognised passage: its criterion, the words to be written, and the doubts about it. */
import type { ProseRowView } from '../worker/view-prose';
import { TASK_TEXT } from '../text/task-text';
import { TEXT, lostText } from '../text/text';

interface Props {
  readonly row: ProseRowView;
  readonly isTicked: boolean;
  readonly toggle: () => void;
  readonly hasUnit: boolean;
}

export function ProseRow({ row, isTicked, toggle, hasUnit }: Props) {
  const { label, cited, parts, lost, unitName, doubts, before, state } = row;
  const words = [
    [TEXT.causeLabel, row.cause],
    [TEXT.responsible, row.responsibleBody],
    [TEXT.person, row.responsiblePerson],
    [TEXT.explanation, row.explanation],
  ].flatMap(([name, text]) => (text ? [{ name, text }] : []));
  return (
    <label className="tick" title={row.text}>
      <input type="checkbox" checked={isTicked} disabled={row.lines.length === 0} onChange={toggle} />
      <span>
        <span className="prose-item">
          {hasUnit && unitName !== null && `${unitName} · `}
          {label ?? `${TASK_TEXT.proseNotFound}: ${cited}`}
          {lost !== null && ` ${lostText(lost)}`}
        </span>
        {parts.length > 0 && (
          <span className="quiet">
            {TASK_TEXT.proseParts}: {parts.join('; ')}
          </span>
        )}
        {words.map(({ name, text }) => (
          <span key={name}>
            {name}: {text}
          </span>
        ))}
        {before.map((each) => (
          <span key={each} className="missing">
            {TASK_TEXT.proseBefore}: <del>{each}</del>
          </span>
        ))}
        {doubts.map((doubt) => (
          <span key={doubt} className="doubt">
            ⚠ {doubt}
          </span>
        ))}
        {state === 'done' && <span className="quiet">✓ {TASK_TEXT.proseDone}</span>}
      </span>
    </label>
  );
}
