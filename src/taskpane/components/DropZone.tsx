/** A file may be dropped anywhere on the page; while one hovers, the page says so. */
import { useState, type DragEvent, type ReactNode } from 'react';
import type { FileActions } from '../file-actions';
import { TEXT } from '../text';
import { usePane } from '../use-pane';

export function DropZone({ files, children }: { readonly files: FileActions; readonly children: ReactNode }) {
  const pane = usePane();
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const dropped = [...event.dataTransfer.files];
    if (dropped.length === 0) return;
    // While files of units are collected, what is dropped is one of them.
    if (pane.state().task?.kind === 'collect') void pane.collect(dropped);
    else void files.openFiles(dropped);
  };
  return (
    // Dropping is a shortcut for the button that opens a file; keyboards have the button.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="dropzone" onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      {children}
      {isOver && <div className="drop-hint">{TEXT.dropHere}</div>}
    </div>
  );
}
