/** Chooses the office's own document to fill in, shows its name, and removes it. */
import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import type { Template } from '../worker/views-of-reports';
import { TASK_TEXT } from '../text/task-text';
import { usePane } from '../use-pane';
import { FileInput } from './FileInput';

interface Props {
  readonly template: Template | null;
  readonly choose: (template: Template | null) => void;
}

export function TemplateChooser({ template, choose }: Props) {
  const pane = usePane();
  const input = useRef<HTMLInputElement>(null);
  const take = async ([file]: readonly File[]): Promise<void> => {
    if (!file) return;
    try {
      choose({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch (error) {
      pane.fail(error);
    }
  };
  return (
    <fieldset>
      <legend>{TASK_TEXT.templateTitle}</legend>
      <p className="quiet">{TASK_TEXT.templateLead}</p>
      <FileInput take={(files) => void take(files)} label={TASK_TEXT.templateChoose} input={input} accept=".docx" />
      <div className="actions">
        <Button onClick={() => input.current?.click()}>{template?.name ?? TASK_TEXT.templateChoose}</Button>
        {template && <Button onClick={() => choose(null)}>{TASK_TEXT.templateDrop}</Button>}
      </div>
    </fieldset>
  );
}
