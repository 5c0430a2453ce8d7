/** Shown if no table of the workbook could be read: what is missing, and where. */
import { TEXT } from '../text/text';
import { usePane } from '../use-pane';
import type { BookView } from '../worker/view-sheet';

export function Unread({ view }: { readonly view: BookView }) {
  const pane = usePane();
  return (
    <div className="empty">
      <h2>{TEXT.unreadTitle}</h2>
      {view.unread.length === 0 ? (
        <p>{TEXT.emptyBook}</p>
      ) : (
        <>
          <p>{TEXT.unreadLead}</p>
          <ul className="plain-list">
            {view.unread.map(({ id, sheet, message, code, at }) => (
              <li key={`${sheet}:${id}`}>
                <button
                  type="button"
                  className="link"
                  onClick={() => pane.reveal(at[0] ?? { row: 0, column: 0 }, sheet)}
                >
                  {sheet}
                </button>
                {': '}
                {message} <span className="code">{code}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet">{TEXT.noTable}</p>
    </div>
  );
}
