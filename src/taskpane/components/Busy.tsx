/** The current work and a button to stop it, shown only if the work takes longer than half a second. */
import { Button } from '@fluentui/react-components';
import { STEPS, TEXT, madeText } from '../text/text';
import { useLasting, usePane, usePaneState } from '../use-pane';

export function Busy() {
  const pane = usePane();
  const { busy } = usePaneState();
  const isShown = useLasting(busy !== null);
  if (!busy || !isShown) return null;
  return (
    <div className="busy" role="status">
      <div className="busy-line">
        <span>
          {STEPS[busy.step]} {busy.made && madeText(busy.made)}
        </span>
        <Button size="small" onClick={() => pane.cancel()}>
          {TEXT.cancel}
        </Button>
      </div>
      <progress aria-label={STEPS[busy.step]} {...(busy.made ? { value: busy.made.done, max: busy.made.total } : {})} />
    </div>
  );
}
