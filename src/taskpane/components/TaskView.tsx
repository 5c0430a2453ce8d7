/** A task in place of the tabs: its name, how to leave it, and its own view. */
import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Task } from '../pane-state';
import { TEXT } from '../text';
import { usePane } from '../use-pane';
import { CompareTask } from './CompareTask';

export function TaskView({ task }: { readonly task: Task }) {
  const pane = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [task.kind]);
  const VIEWS: Readonly<Record<Task['kind'], () => ReactNode>> = { compare: () => <CompareTask /> };
  return (
    <section className="panel task" aria-labelledby="task-name">
      <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={() => pane.show({ task: null })}>
        {TEXT.taskBack}
      </Button>
      <h2 id="task-name" ref={heading} tabIndex={-1}>
        {TEXT.tasks[task.kind]}
      </h2>
      {VIEWS[task.kind]()}
    </section>
  );
}
