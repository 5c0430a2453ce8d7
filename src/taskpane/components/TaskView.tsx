/** A task in place of the tabs: its name, how to leave it, and its own view. */
import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Task } from '../pane-state';
import { TASK_TEXT } from '../task-text';
import { usePane } from '../use-pane';
import { CompareTask } from './CompareTask';
import { ExportTask } from './ExportTask';
import { LiftTask } from './LiftTask';
import { ProseTask } from './ProseTask';
import { ReadingTask } from './ReadingTask';

export function TaskView({ task }: { readonly task: Task }) {
  const pane = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [task.kind]);
  return (
    <section className="panel task" aria-labelledby="task-name">
      <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={() => pane.show({ task: null })}>
        {TASK_TEXT.back}
      </Button>
      <h2 id="task-name" ref={heading} tabIndex={-1}>
        {TASK_TEXT.names[task.kind]}
      </h2>
      {viewOf(task)}
    </section>
  );
}

function viewOf(task: Task): ReactElement {
  switch (task.kind) {
    case 'compare':
      return <CompareTask />;
    case 'prose':
      return <ProseTask />;
    case 'reading':
      return <ReadingTask />;
    case 'lift':
      return <LiftTask unit={task.unit} />;
    case 'export':
      return <ExportTask chosen={task.units} />;
  }
}
