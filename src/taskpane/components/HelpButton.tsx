/** «?»: opens help from anywhere; a second press goes back. */
import { Button } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons';
import { TEXT } from '../text/text';
import { usePane, usePaneState } from '../use-pane';

/** Element id; there is one such button on the page. */
export const HELP_BUTTON = 'help-button';

export function HelpButton() {
  const pane = usePane();
  const isOpen = usePaneState().task?.kind === 'help';
  return (
    <Button
      id={HELP_BUTTON}
      appearance="subtle"
      icon={<QuestionCircleRegular />}
      aria-label={TEXT.help}
      title={TEXT.help}
      aria-pressed={isOpen}
      onClick={() => pane.show({ task: isOpen ? null : { kind: 'help' } })}
    />
  );
}
