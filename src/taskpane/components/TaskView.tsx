/** A task in place of the tabs: its name, a button to leave it, and its view. */
import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactElement } from 'react';
import type { FileActions } from '../file-actions';
import type { Task } from '../pane-state';
import { TASK_TEXT } from '../text/task-text';
import { usePane } from '../use-pane';
import { CollectTask } from './CollectTask';
import { CompareTask } from './CompareTask';
import { ExportTask } from './ExportTask';
import { FormsTask } from './FormsTask';
import { HELP_BUTTON } from './HelpButton';
import { HelpTask } from './HelpTask';
import { LiftTask } from './LiftTask';
import { ProseTask } from './ProseTask';
import { ReadingTask } from './ReadingTask';

interface Props {
  readonly task: Task;
  readonly files: FileActions | null;
}

export function TaskView({ task, files }: Props) {
  const pane = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    heading.current?.focus();
    // Returns the focus to the element that opened the task, unless the focus has moved elsewhere.
    return () => {
      if (document.activeElement !== document.body) return;
      const isThere = from instanceof HTMLElement && from !== document.body && from.isConnected;
      (isThere ? from : document.getElementById(HELP_BUTTON))?.focus();
    };
  }, [task.kind]);
  return (
    <section className="panel task" aria-labelledby="task-name">
      <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={() => pane.show({ task: null })}>
        {TASK_TEXT.back}
      </Button>
      <h2 id="task-name" ref={heading} tabIndex={-1}>
        {TASK_TEXT.names[task.kind]}
      </h2>
      {viewOf(task, files)}
    </section>
  );
}

function viewOf(task: Task, files: FileActions | null): ReactElement {
  switch (task.kind) {
    case 'compare':
      return <CompareTask />;
    case 'collect':
      return <CollectTask />;
    case 'forms':
      return <FormsTask />;
    case 'prose':
      return <ProseTask />;
    case 'reading':
      return <ReadingTask />;
    case 'help':
      return <HelpTask files={files} />;
    case 'lift':
      return <LiftTask unit={task.unit} />;
    case 'export':
      return <ExportTask chosen={task.units} />;
  }
}
