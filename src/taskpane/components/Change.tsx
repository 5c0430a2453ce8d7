/** The change since last year: sign, number and arrow, with words for screen readers; never colour alone. */
import type { ChangeView } from '../worker/views-of-reports';
import { yearChangeText, changeText } from '../text/text';

export function Change({ change }: { readonly change: ChangeView }) {
  return (
    <span className={`change-by ${change.way}`} title={yearChangeText(change)}>
      <span aria-hidden="true">{changeText(change)}</span>
      <span className="hidden-text">{yearChangeText(change)}</span>
    </span>
  );
}
