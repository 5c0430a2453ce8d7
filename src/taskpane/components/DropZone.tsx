/** Accepts a file dropped anywhere on the page and shows a hint while one is dragged over it. */
import { useState, type DragEvent, type ReactNode } from 'react';
import type { FileActions } from '../file-actions';
import { TEXT } from '../text/text';
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
    // While files of units are collected, a dropped file is one of them.
    if (pane.state().task?.kind === 'collect') void pane.collect(dropped);
    else void files.openFiles(dropped);
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keyboards have the open button
    <div className="dropzone" onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      {children}
      {isOver && <div className="drop-hint">{TEXT.dropHere}</div>}
    </div>
  );
}
