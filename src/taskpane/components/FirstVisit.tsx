/** The card with three steps for a first visit, shown until it is dismissed. */
import { Button } from '@fluentui/react-components';
import { HELP_TEXT } from '../text/help-text';
import { choose } from '../remembered';
import { usePane } from '../use-pane';

export function FirstVisit({ close }: { readonly close: () => void }) {
  const pane = usePane();
  const dismiss = (): void => {
    choose('met', true);
    close();
  };
  return (
    <section className="first-visit" aria-labelledby="first-visit">
      <h2 id="first-visit">{HELP_TEXT.firstTitle}</h2>
      <ol>
        {HELP_TEXT.steps[pane.door.kind].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="actions">
        <Button size="small" appearance="primary" onClick={dismiss}>
          {HELP_TEXT.firstDone}
        </Button>
        <Button
          size="small"
          onClick={() => {
            dismiss();
            pane.show({ task: { kind: 'help' } });
          }}
        >
          {HELP_TEXT.firstMore}
        </Button>
      </div>
    </section>
  );
}
